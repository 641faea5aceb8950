"""What a number is of ("cost", "dead", "capacity"): the role by which figures of several pages, or of one, are compared.

The noun that is counted says it best, then the nearest word of the clause. People who "took part" are told apart from what people
they are, so that strikers here are the workers who walked out there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from isnad.languages import LANGUAGES, table
from isnad.model import FigureMention, Reading
from isnad.text import Token, fold_key, tokens

NEAR = 9
"""Words to each side among which a number's role is looked for."""
GENERIC = 2
"""Words by which a word of value stands back behind one that says what the value is of."""
BARRIER = 3
"""Words that a comma counts for on the way."""
TAKING_PART = "taking part"
"""The role of those of whom it is only said that they took part."""
GATHERED = frozenset({"protesters", "soldiers", "spectators", "students", "pilgrims"})
"""What those who take part may be called elsewhere."""
_CROWDS = frozenset({"protesters", "spectators"})
_PEOPLE = frozenset(
    {
        "dead",
        "injured",
        "arrested",
        "displaced",
        "protesters",
        "jobs",
        "pilgrims",
        "students",
        "spectators",
        "soldiers",
        "freed",
    }
)
_SHARES = frozenset({"share", "turnout", "growth", "inflation", "unemployment", "interest", "progress"})
_MONEY = frozenset({"cost", "loan", "aid", "fine", "debt", "revenue", "bribe"})
_LENGTHS = frozenset({"days", "weeks", "months", "years"})
_MEASURES = frozenset({"t", "kg", "m3", "l", "barrels", "kWh", "GWh", "MW", "GW", "ha"})
"""Units in which something comes or goes a year."""
YEARLY = "yearly"
STOCK = "stock"
BEFALLEN = frozenset({"dead", "injured", "missing", "arrested", "displaced", "freed"})
"""What befalls people, whoever they are: "police arrested twelve protesters" counts the arrested."""
BESIDE = 4
"""How far off the word of what befell them may stand (see :meth:`_Around.far`) to say more than who they are."""
WHO = frozenset(
    {"protesters", "jobs", "students", "pilgrims", "spectators", "soldiers", "inhabitants", TAKING_PART, ""}
)
"""Roles that only say who people are."""
PEOPLE_AT_WORK = frozenset({"jobs", "students", ""})
"""Roles that give way when the clause says that these people took part."""
TERM = "sentence"
"""The role of the years somebody is sentenced to: the one length of time that is compared, and only of one and the same person."""
PART = " (part)"
"""Behind the role of what is said to be a part of another number."""
ASIDE = (PART, " (whole)", " (appeal)", " (before)", " (sought)")

OF = " (of)"
"""Behind the role of "41 of the 70": compared with the count another voice gives of the same, and with no other page's."""

Phrase = tuple[str, ...]


@cache
def _phrases(language: str, section: str, key: str) -> tuple[Phrase, ...]:
    return tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in table(language, "numbers")[section][key])


@cache
def _roles(language: str) -> dict[str, str]:
    """The folded words of each role."""
    roles = table(language, "numbers")["roles"]
    return {fold_key(w): role for role, forms in roles.items() if role not in _NO_ROLES for w in forms}


@cache
def _role_phrases(language: str) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """The roles that several words say ("perdieron la vida"), by their first word."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for role, forms in table(language, "numbers")["roles"].items():
        for w in forms if role not in _NO_ROLES else ():
            phrase = tuple(fold_key(t.text) for t in tokens(w))
            if len(phrase) > 1:
                found.setdefault(phrase[0], []).append((phrase, role))
    return {k: tuple(v) for k, v in found.items()}


_NO_ROLES = frozenset({"part", "part_after", "whole", "appeal", "sought", "before_from", "before_to"})


def fit(a: str, b: str) -> bool:
    """True when two roles may be of one count."""
    return a == b or {a, b} == _CROWDS or (TAKING_PART in (a, b) and bool({a, b} & GATHERED))


def may_be(role: str, unit: str) -> bool:
    """True when a role can be told in a unit: the dead in people, a stake in per cent, a price in money, a term in time."""
    if role in _PEOPLE:
        return unit == "people"
    if role in _SHARES:
        return unit == "%"
    if role in _MONEY:
        return len(unit) == 3 and unit.isupper()
    if role == TERM:
        return unit in _LENGTHS
    if role in (YEARLY, STOCK):
        return unit in _MEASURES
    return not (role in ("capacity", "area", "length") and len(unit) == 3 and unit.isupper() and unit != "GWh")


def aside(role: str) -> bool:
    """True of a part, of the whole another number is a part of, of what was before, and of what a later court ruled."""
    return role.endswith(ASIDE)


class _Around:
    """The words around one figure in its sentence."""

    def __init__(self, reading: Reading, figure: FigureMention) -> None:
        self.figure = figure
        sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), figure.span)
        self.found: list[Token] = tokens(reading.article.text, sentence.start, sentence.end)
        self.keys = [fold_key(t.text) or t.text for t in self.found]
        self.first = sum(t.start < figure.start for t in self.found)
        self.last = sum(t.start < figure.end for t in self.found)
        low, high = sentence.start, sentence.end
        spans = [g.span for g in reading.numbers if low < g.end and g.start < high and g.span != figure.span]
        self.taken = (
            [any(s.start <= t.start < s.end for s in spans) for t in self.found] if spans else [False] * len(self.found)
        )

    def far(self, i: int) -> int:
        """How far a word stands from the number: what it counts right beside it, what it is of mostly before it."""
        if self.first <= i < self.last:
            return 0
        between = range(i + 1, self.first) if i < self.first else range(self.last, i)
        marks = sum(self.keys[j] in _MARKS for j in between)
        return (self.first - i if i < self.first else 2 * (i - self.last + 1)) + BARRIER * marks


_MARKS = frozenset({",", ";", ":", "،", "؛"})


def role_of(reading: Reading, figure: FigureMention) -> str:
    """Return what a number is of, by the nearest word that says so; empty when none does.

    A number that is said to be a part of another ("first phase", "of which"), the whole that others are parts of ("41 of the 70"),
    a term that a court of appeal set and one that was only asked for have roles of their own.
    """
    language = reading.article.language
    if language not in LANGUAGES:
        return ""
    near = _Around(reading, figure)
    role = _named(near, language)
    if figure.unit == "people" and role in PEOPLE_AT_WORK and _took_part(near, language):
        role = TAKING_PART
    if not role:
        return ""
    return role + _aside(near, role, language)


def _named(near: _Around, language: str) -> str:
    counted = _role(fold_key(near.figure.quantity), language)
    if counted is not None and near.figure.unit == "people":
        return (_befell(near, language) or counted) if counted in WHO else counted
    # Guards, agents, pupils say what they are: only the words right by them say what befell them.
    named = near.figure.unit == "people" and fold_key(near.figure.quantity) not in _nobody(language)
    reach = NEAR if named else 2 * NEAR
    best: tuple[int, str] | None = None
    for i in range(max(0, near.first - NEAR), min(len(near.keys), near.last + NEAR)):
        role = _phrase_role(near.keys, i, language) or _role(near.keys[i], language)
        if role is None or near.taken[i] or not may_be(role, near.figure.unit):
            continue  # what another number counts is not what this one does
        # "Bribes to the value of": what it is says more than that it has a value.
        far = near.far(i) + (GENERIC if role == "cost" else 0)
        if far <= reach and (best is None or far < best[0]):
            best = far, role
    return best[1] if best else ""


def elided(figure: FigureMention) -> bool:
    """True of a count that leaves its noun out and answers the one before it: "the union counted five"."""
    return figure.unit == "people" and figure.quantity not in figure.text


def roles_of(reading: Reading) -> list[str]:
    """Return what each figure of a page is of; a count that leaves its noun out is of what the count it answers is of."""
    roles: list[str] = []
    last: tuple[str, str] | None = None
    for f in reading.figures:
        role = role_of(reading, f)
        if elided(f) and role.removesuffix(PART) in WHO and last is not None and last[0] == f.quantity:
            role = last[1].removesuffix(PART)
        roles.append(role)
        if f.unit == "people":
            last = f.quantity, role
    return roles


def _befell(near: _Around, language: str) -> str | None:
    """What the nearest word says befell those counted: right before the number, or right behind their noun."""
    best: tuple[int, str] | None = None
    for i in range(max(0, near.first - BESIDE), min(len(near.keys), near.last + BESIDE)):
        role = _phrase_role(near.keys, i, language) or _role(near.keys[i], language)
        if (
            role in BEFALLEN
            and not near.taken[i]
            and (far := near.far(i)) <= BESIDE
            and (best is None or far < best[0])
        ):
            best = far, role
    return best[1] if best else None


@cache
def _nobody(language: str) -> frozenset[str]:
    """The folded nouns that do not say who is counted ("people")."""
    return frozenset(fold_key(w) for w in ("people", *table(language, "numbers")["rivals"]["anybody"]))


def _took_part(near: _Around, language: str) -> bool:
    """True when the clause says of the people counted that they took part, walked out, attended."""
    if _stands("elided", "joined", language, near.keys[near.last : near.last + 5]):
        return True
    if language != "ar":
        return False
    said = _joining(language)
    before = [k for i, k in enumerate(near.keys[: near.first]) if near.first - 6 <= i and not near.taken[i]]
    return any(k in said or k[1:] in said for k in before)


@cache
def _joining(language: str) -> frozenset[str]:
    """The words of joining in, those of three letters left out."""
    return frozenset(w for p in _phrases(language, "elided", "joined") for w in p if len(w) > 3)


def _aside(near: _Around, role: str, language: str) -> str:
    keys, first, last = near.keys, near.first, near.last
    for p in _phrases(language, "roles", "whole"):
        if 0 < len(p) < first and tuple(keys[first - len(p) : first]) == p and near.taken[first - len(p) - 1]:
            return " (whole)"
    if any(
        tuple(keys[last : last + len(p)]) == p
        and (any(near.taken[last + len(p) : last + len(p) + 2]) or elided(near.figure))
        for p in _phrases(language, "roles", "whole")
    ):
        return OF
    if first and last + 1 < len(keys) and near.taken[last + 1]:
        start, then = (_phrases(language, "roles", k) for k in ("before_from", "before_to"))
        if (keys[first - 1],) in start and (keys[last],) in then:
            return " (before)"
    if role == TERM and _stands("roles", "appeal", language, keys):
        return " (appeal)"
    if role == TERM and _stands("roles", "sought", language, keys[max(0, first - NEAR) : last + NEAR]):
        return " (sought)"
    if role == TERM:
        return ""  # "three years each" is no part
    part = _stands("roles", "part", language, keys[max(0, first - NEAR) : last + NEAR])
    if part or _stands("roles", "part_after", language, keys[max(0, first - 5) : first]):
        return PART
    return ""


def _stands(section: str, key: str, language: str, keys: Sequence[str]) -> bool:
    """True when one of the phrases stands among the words."""
    begun = _begun(language, section, key)
    return any(tuple(keys[i : i + len(p)]) == p for i, word in enumerate(keys) if word in begun for p in begun[word])


@cache
def _begun(language: str, section: str, key: str) -> dict[str, list[Phrase]]:
    """The phrases under their first words."""
    found: dict[str, list[Phrase]] = {}
    for p in _phrases(language, section, key):
        found.setdefault(p[0], []).append(p)
    return found


def _phrase_role(keys: Sequence[str], i: int, language: str) -> str | None:
    ways = _role_phrases(language).get(keys[i], ())
    return next((role for p, role in ways if tuple(keys[i : i + len(p)]) == p), None)


@lru_cache(maxsize=65536)
def _role(key: str, language: str) -> str | None:
    words = _roles(language)
    if key in words:
        return words[key]
    if language != "ar":
        return None
    for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف"):
        if key.startswith(clitic) and key[len(clitic) :] in words:
            return words[key[len(clitic) :]]
    return None
