"""For which state or body somebody acts, by the office the page introduces him with."""

from __future__ import annotations

from functools import cache

from isnad.languages import table
from isnad.languages.meanings import bare, for_himself, in_office
from isnad.model import Mention, Reading
from isnad.text import fold_key, tokens

BESIDE = 12
"""Characters behind a title in which the body of it may end."""


def country_served(reading: Reading, person: Mention) -> str | None:
    """Return the country that somebody speaks for by his office, said here or where the page introduces him; a striker speaks for none."""
    for m in (person, *_introducing(reading, person)):
        country = m.country or (m.role.country if m.role else None)
        if country is not None and (m.role is None or _in_office(m.role.text, reading.article.language)):
            return country
    return None


def in_office_here(reading: Reading, person: Mention) -> bool:
    """Return true of somebody whom the page shows to bear an office of a state, whichever."""
    known = (person, *_introducing(reading, person)) if person.kind == "person" else ()
    return any(m.role is not None and _in_office(m.role.text, reading.article.language) for m in known)


def body_served(reading: Reading, person: Mention) -> list[int]:
    """Return the body in the title with which the page introduces somebody: "Al-Mazrui", in an earlier sentence head of a fund."""
    roles = [m.role for m in _introducing(reading, person) if m.role is not None]
    bodies = [(i, m) for i, m in enumerate(reading.mentions) if m.kind == "organization" and m.form != "role"]
    return next(([i] for r in roles for i, m in bodies if r.start <= m.start < r.end + BESIDE), [])


def for_own(person: Mention, kind: str) -> bool:
    """Return true of a player, a coach or an author before a contract, who signs for himself."""
    return kind == "contract" and person.role is not None and for_himself(person.role.text)


def _introducing(reading: Reading, person: Mention) -> list[Mention]:
    """The mentions before in which the page says what somebody is, whom it calls by his last name since; none when two bear it."""
    last = fold_key(person.text).split()[-1:]
    before = (m for m in reading.mentions if m.kind == "person" and m.role is not None and m.start < person.start)
    found = [m for m in before if fold_key(m.text).split()[-1:] == last]
    return found if len({fold_key(m.text) for m in found if " " in m.text}) < 2 else []


def _in_office(role: str, language: str) -> bool:
    """True of a role whose words name an office, or a counterpart in one."""
    return in_office(role) or any(bare(t.key) in _counterparts(language) for t in tokens(role))


@cache
def _counterparts(language: str) -> frozenset[str]:
    people = table(language, "roles")["people"]
    return frozenset(fold_key(w) for k in ("counterpart", "official") for p in people[k] for w in p.split())
