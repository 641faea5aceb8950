"""The entities of one article: its mentions of one person, organisation or place brought together.

Inside one article a writer introduces a name once and then shortens it; what is ambiguous across articles is plain
here. The outcome, a :class:`Local`, is what the linkers compare across articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from isnad.languages.meanings import initials, role_concepts
from isnad.link.spelling import compare_names, name_tokens
from isnad.model import Mention, Reading
from isnad.model.reading import EntityKind
from isnad.text import fold_key, script_of


class Local(Struct, frozen=True):
    """One entity as one article tells it.

    ``id`` is ``article@start`` of its first mention, stable as long as the page is. ``names`` are distinct printed
    names, the fullest first; ``roles`` the concepts of every role printed beside or instead of a name, one set a role.
    ``context`` are keys of what else the article names; ``day`` the article's last possible day of publication.
    """

    id: str
    article: str
    kind: EntityKind
    members: tuple[int, ...]
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    roles: tuple[frozenset[str], ...] = ()
    countries: frozenset[str] = frozenset()
    key: str | None = None
    context: frozenset[str] = frozenset()
    day: date | None = None
    language: str = "und"
    busy: bool = False
    """True when it takes part in an event, speaks, or owns a communiqué: worth keeping though it has no name."""


def locals_of(reading: Reading) -> tuple[Local, ...]:
    """Return the entities of one reading in the order of their first mention."""
    mentions = reading.mentions
    groups = _groups(mentions)
    context = frozenset(_context(mentions))
    busy = _busy(reading)
    found = []
    for members in groups:
        first = mentions[members[0]]
        if first.kind == "misc":
            continue
        found.append(_local(reading, members, context, any(m in busy for m in members)))
    return tuple(found)


def _local(reading: Reading, members: tuple[int, ...], context: frozenset[str], busy: bool) -> Local:
    """Gather what the mentions of one entity say of it."""
    article = reading.article
    own = [reading.mentions[i] for i in members]
    roles = [m.role.text for m in own if m.role] + [m.text for m in own if m.form == "role"]
    names = dict.fromkeys(" ".join(m.text.split()) for m in own if m.form == "name")
    keys = {m.key for m in own if m.key}
    kind = own[0].kind
    assert kind != "misc"
    return Local(
        id=f"{article.id}@{own[0].start}",
        article=article.id,
        kind=kind,
        members=members,
        names=tuple(sorted(names, key=lambda n: (-len(name_tokens(n)), -len(n), n))),
        acronyms=tuple(dict.fromkeys(m.text for m in own if m.form == "acronym")),
        roles=tuple(dict.fromkeys(c for r in roles if (c := role_concepts(r)))),
        countries=frozenset(m.country for m in own if m.country),
        key=min(keys) if keys else None,
        context=context,
        day=article.published.end if article.published else None,
        language=article.language,
        busy=busy,
    )


def _busy(reading: Reading) -> frozenset[int]:
    """The mentions that do something: take part, speak, issue a communiqué, conclude an agreement."""
    found: set[int] = set()
    for event in reading.events:
        found.update(t.mention for t in event.participants)
        if event.place is not None:
            found.add(event.place)
    found.update(q.speaker.mention for q in reading.quotations if q.speaker and q.speaker.mention is not None)
    found.update(c.owner for c in reading.credits if c.owner is not None)
    for agreement in reading.agreements:
        found.update(agreement.parties)
    return frozenset(found)


def _context(mentions: Iterable[Mention]) -> Iterable[str]:
    """Keys of what an article names, equal across articles and, for gazetteer entries, across languages."""
    for m in mentions:
        if m.form == "role" or m.kind == "misc":
            continue
        if m.key:
            yield m.key
        elif m.kind != "person" or len(name_tokens(m.text)) > 1:
            yield fold_key(m.text)


class _Union:
    """Sets of mention indices, joined; the smallest index names a set."""

    def __init__(self, n: int) -> None:
        self.parent = list(range(n))

    def find(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        a, b = sorted((self.find(i), self.find(j)))
        self.parent[b] = a


def _groups(mentions: Sequence[Mention]) -> list[tuple[int, ...]]:
    """Bring the mentions of one article together; plural ones stand for several and are left out."""
    union = _Union(len(mentions))
    for i, m in enumerate(mentions):
        if len(m.refers) == 1 and not m.plural and mentions[m.refers[0]].kind == m.kind:
            union.join(i, m.refers[0])
    _same_words(mentions, union)
    _short_forms(mentions, union)
    _acronyms(mentions, union)
    sets: dict[int, list[int]] = defaultdict(list)
    for i, m in enumerate(mentions):
        if not m.plural:
            sets[union.find(i)].append(i)
    return sorted(tuple(s) for s in sets.values())


def _same_words(mentions: Sequence[Mention], union: _Union) -> None:
    """One printed form, or one entry of the gazetteer, is one entity inside one article."""
    seen: dict[tuple[str, str], int] = {}
    for i, m in enumerate(mentions):
        if m.plural or (m.form == "role" and m.refers):
            continue
        for label in [f"={fold_key(m.text)}"] + ([m.key] if m.key else []):
            at = seen.setdefault((m.kind, label), i)
            union.join(at, i)


def _short_forms(mentions: Sequence[Mention], union: _Union) -> None:
    """A surname or given name alone is the one person of the article who is called so in full."""
    people = [(i, name_tokens(m.text)) for i, m in enumerate(mentions) if m.kind == "person" and m.form == "name"]
    full = [(i, t) for i, t in people if len(t) > 1]
    for i, tokens in people:
        if len(tokens) > 1:
            _longer_form(i, tokens, full, union)
            continue
        if not tokens:
            continue
        last = {union.find(j) for j, t in full if t[-1] == tokens[0]}
        inside = {union.find(j) for j, t in full if tokens[0] in t}
        bearers = last or inside or {union.find(j) for j, t in full if _alike(mentions, i, j)}
        if len(bearers) == 1:
            union.join(i, bearers.pop())


def _alike(mentions: Sequence[Mention], short: int, long: int) -> bool:
    """A single word that is a sure spelling of one word of the full name, in either script."""
    a, b = mentions[short].text, mentions[long].text
    return compare_names(a, b).score >= (0.58 if script_of(a) != script_of(b) else 0.72)


def _longer_form(i: int, tokens: tuple[str, ...], full: list[tuple[int, tuple[str, ...]]], union: _Union) -> None:
    """A name whose words all stand in exactly one longer name is that person."""
    longer = {union.find(j) for j, t in full if len(t) > len(tokens) and set(tokens) <= set(t)}
    if len(longer) == 1:
        union.join(i, longer.pop())


def _acronyms(mentions: Sequence[Mention], union: _Union) -> None:
    """An acronym is the one long form of the article that it spells, when its finder has not said so."""
    long = [(i, initials(m.text)) for i, m in enumerate(mentions) if m.kind == "organization" and m.form == "name"]
    for i, m in enumerate(mentions):
        if m.kind != "organization" or m.form != "acronym" or m.refers:
            continue
        letters = fold_key(m.text).replace(".", "")
        bearers = {union.find(j) for j, found in long if letters in found}
        if len(letters) >= 2 and len(bearers) == 1:
            union.join(i, bearers.pop())
