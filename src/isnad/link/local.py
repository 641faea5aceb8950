"""The entities of one article: its mentions of one person, organisation or place brought together.

Inside one article a writer introduces a name once and then shortens it; what is ambiguous across articles is plain
here. The outcome, a :class:`Local`, is what the linkers compare across articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from sys import intern

import regex
from msgspec import Struct

from isnad.languages.kinsfolk import another
from isnad.languages.meanings import (
    concepts,
    initials,
    kingdoms,
    place_kind,
    place_meaning,
    realm_words,
    role_concepts,
    role_rest,
    words_of,
)
from isnad.link.spelling import compare_names, name_tokens
from isnad.link.spelling.sounds import bones
from isnad.link.tongues import own_press
from isnad.model import Mention, Reading
from isnad.model.reading import EntityKind
from isnad.text import fold_key, script_of

NOBODY: frozenset[str] = frozenset()
"""One empty set for all that are empty: made by hand, each would take a fifth of a kilobyte."""


class Local(Struct, frozen=True, gc=False):
    """One entity as one article tells it.

    ``id`` is ``article@start`` of its first mention, stable as long as the page is. ``names`` are distinct printed
    names, the fullest first; ``roles`` the concepts of every role printed beside or instead of a name, one set a role.
    ``offices`` are the roles whose every word was understood, in the same form: only they say which office it is.
    ``around`` are keys of all that the article names, one set for all its entities, ``apart`` those of the entity itself;
    ``day`` is the article's last possible day of publication.
    """

    id: str
    article: str
    kind: EntityKind
    members: tuple[int, ...]
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    roles: tuple[frozenset[str], ...] = ()
    offices: tuple[frozenset[str], ...] = ()
    countries: frozenset[str] = frozenset()
    key: str | None = None
    around: frozenset[str] = frozenset()
    apart: tuple[str, ...] = ()
    day: date | None = None
    language: str = "und"
    named: frozenset[str] = frozenset()
    """ISO codes of the states the article speaks of: by name, by a city, by a nationality."""
    home: str | None = None
    """The state most of these mentions speak of, when one outweighs all others together."""
    main: str | None = None
    """The state most of them speak of, when no other is spoken of nearly as much."""
    near: str | None = None
    """The state named right before these mentions, or right behind them, where the article is not plainly about one."""
    tongue: str | None = None
    """Of the two states the article speaks of most the only one whose press writes in its language: its bodies need no state's name there.

    :data:`~isnad.link.tongues.ELSEWHERE` where the article is dated from another's town: nothing tells then.
    """
    author: str | None = None
    """Who wrote the article, as printed: a family name alone under its pictures is theirs."""
    busy: bool = False
    """True when it takes part in an event, speaks, or owns a communiqué: worth keeping though it has no name."""

    @property
    def context(self) -> frozenset[str]:
        """Keys of what else the article names; a set of its own for each entity would take more than all else it holds."""
        return self.around.difference(self.apart)


def locals_of(reading: Reading) -> tuple[Local, ...]:
    """Return the entities of one reading in the order of their first mention."""
    mentions = reading.mentions
    groups = _groups(reading)
    context = frozenset(_context(mentions))
    spoken = Counter(m.country for m in mentions if m.country)
    home, most = max(spoken.items(), key=lambda x: (x[1], x[0]), default=(None, 0))
    main = home if all(3 * n <= 2 * most for state, n in spoken.items() if state != home) else None
    total = spoken.total()
    sure = 3 * most >= 2 * total > 0
    tongue = None if sure else own_press(spoken, reading)
    about = _About(context, frozenset(spoken) or NOBODY, home if 2 * most > total else None, main, tongue, sure)
    busy = _busy(reading)
    found = []
    for members in groups:
        first = mentions[members[0]]
        if first.kind == "misc":
            continue
        found.append(_local(reading, members, about, any(m in busy for m in members)))
    return tuple(found)


class _About(Struct, frozen=True, gc=False):
    """What all entities of one article share: keys of what it names, states it speaks of, the state it speaks of
    more than of all others together or than of any other, and whether two thirds of what it says of states is of that one."""

    context: frozenset[str]
    named: frozenset[str]
    home: str | None
    main: str | None
    tongue: str | None
    sure: bool


def _local(reading: Reading, members: tuple[int, ...], about: _About, busy: bool) -> Local:
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
        offices=tuple(dict.fromkeys(c for r in roles if (c := role_concepts(r)) and not role_rest(r))),
        countries=frozenset(m.country for m in own if m.country) or NOBODY,
        key=min(keys) if keys else None,
        around=about.context,
        apart=tuple(sorted(about.context & {*keys, *(c for m in own for c in (fold_key(m.text), _heard(m)))})),
        named=about.named,
        home=about.home,
        main=about.main,
        near=_near(reading.mentions, members) if kind == "organization" and not about.sure else None,
        tongue=about.tongue if kind == "organization" and not _beside(reading.mentions, members) else None,
        day=article.published.end if article.published else None,
        language=article.language,
        author=article.byline,
        busy=busy,
    )


def _beside(mentions: Sequence[Mention], members: tuple[int, ...]) -> str | None:
    """The state that stands right behind one of a body's mentions («وزارة الصحة *في تشاد*»)."""
    for i in members:
        for m in mentions[i + 1 : i + 3]:
            if m.country and m.kind == "place" and 0 < m.start - mentions[i].end < BESIDE:
                return m.country
    return None


def _near(mentions: Sequence[Mention], members: tuple[int, ...]) -> str | None:
    """The state that stands right behind one of a body's mentions, or last before its first."""
    if (behind := _beside(mentions, members)) is not None:
        return behind
    first = mentions[members[0]]
    before = (m for m in reversed(mentions[: members[0]]) if m.country)
    last = next(before, None)
    return last.country if last is not None and first.start - last.end < NEARBY else None


OFTEN, LATELY = 2, 300
"""Full names from which an article is about somebody, and characters within which a namesake named in passing may still be meant."""
BESIDE, NEARBY = 9, 250
"""Characters between a body and the state it is of: a small word behind it; a sentence or two before it."""


def _busy(reading: Reading) -> frozenset[int]:
    """The mentions that do something: take part, speak, issue a communiqué, conclude an agreement."""
    found: set[int] = set()
    for event in reading.events:
        if event.bare:
            continue
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
            yield _heard(m) or fold_key(m.text)


def _heard(m: Mention) -> str:
    """What a person's full name or a place's sounds like, equal across scripts; empty when it is too little to tell one from another.

    «سيدي ولد امبيريك» and "Sidi Ould Mbeirik" are one thing that two articles have in common.
    """
    return "" if m.kind == "organization" else _sounds(m.kind, m.text)


@lru_cache(maxsize=16384)
def _sounds(kind: str, text: str) -> str:
    tokens = name_tokens(text) if kind == "person" else tuple(t for w in place_meaning(text)[1] for t in name_tokens(w))
    sounds = [s for t in tokens if (s := bones(t))]
    enough = sum(map(len, sounds)) >= (ENOUGH_OF_PLACE if kind == "place" else ENOUGH_OF_PERSON)
    return intern(f"{HEARD}{kind}:{'+'.join(sorted(sounds))}") if enough else ""


HEARD = "~"
"""What keys begin with that are sounds of names no gazetteer knows."""
ENOUGH_OF_PERSON, ENOUGH_OF_PLACE = 6, 4
"""Consonants from which a name's sound alone says that two articles name one thing."""


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


def _groups(reading: Reading) -> list[tuple[int, ...]]:
    """Bring the mentions of one article together; plural ones stand for several and are left out."""
    mentions = reading.mentions
    union = _Union(len(mentions))
    for i, m in enumerate(mentions):
        if len(m.refers) == 1 and not m.plural and mentions[m.refers[0]].kind == m.kind:
            union.join(i, m.refers[0])
    _same_words(mentions, union)
    _short_forms(reading, union)
    _acronyms(mentions, union)
    _begun_forms(mentions, union)
    _ended_forms(mentions, union)
    _realms(mentions, union)
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


def _short_forms(reading: Reading, union: _Union) -> None:
    """A surname or given name alone is the one person of the article who is called so in full."""
    mentions = reading.mentions
    people = [(i, name_tokens(m.text)) for i, m in enumerate(mentions) if m.kind == "person" and m.form == "name"]
    full = [(i, t) for i, t in people if len(t) > 1]
    for i, tokens in people:
        if len(tokens) > 1:
            _longer_form(reading, i, tokens, full, union)
            continue
        if not tokens:
            continue
        last = {union.find(j) for j, t in full if t[-1] == tokens[0]}
        inside = {union.find(j) for j, t in full if tokens[0] in t}
        bearers = last or inside or {union.find(j) for j, t in full if _alike(mentions, i, j)}
        if len(bearers) > 1:
            bearers = _introduced(mentions, i, [j for j, _ in full if union.find(j) in bearers], union)
        if len(bearers) == 1:
            union.join(i, bearers.pop())


def _introduced(mentions: Sequence[Mention], short: int, full: Sequence[int], union: _Union) -> set[int]:
    """Which of several of one surname a short name means: the only one named before it, or whom the article is about.

    That is the one named first, often enough, where the others are named once and not lately.
    """
    before = [j for j in full if mentions[j].start < mentions[short].start]
    bearers = {union.find(j) for j in before}
    if len(bearers) <= 1:
        return bearers
    times = Counter(map(union.find, before))
    main = union.find(min(before))
    if times[main] < OFTEN or any(n > 1 for one, n in times.items() if one != main):
        return bearers
    lately = mentions[short].start - mentions[max(j for j in before if union.find(j) != main)].end < LATELY
    return bearers if lately else {main}


def _alike(mentions: Sequence[Mention], short: int, long: int) -> bool:
    """A single word that is a sure spelling of one word of the full name, in either script."""
    a, b = mentions[short].text, mentions[long].text
    return compare_names(a, b).score >= (0.58 if script_of(a) != script_of(b) else 0.72)


def _longer_form(
    reading: Reading, i: int, tokens: tuple[str, ...], full: list[tuple[int, tuple[str, ...]]], union: _Union
) -> None:
    """A name whose words all stand in exactly one longer name is that person, unless it tells of another's child («سيدي بابه ولد محمد»)."""
    mentions = reading.mentions
    holding = [j for j, t in full if len(t) > len(tokens) and set(tokens) <= set(t)]
    page = reading.article
    holding = [j for j in holding if not another(page.text, page.language, mentions[i], mentions[j])]
    longer = {union.find(j) for j in holding if not compare_names(mentions[i].text, mentions[j].text).clash}
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


def _begun_forms(mentions: Sequence[Mention], union: _Union) -> None:
    """A place or body named by the first words of exactly one longer name of the article is the same ("Torrejón" alone).

    A first word that says only what sort of thing it is ("Banque", "Oued") does not count; nor does what every state has, where the
    longer name is another state's than the article mostly speaks of: "Protection civile" beside "Protection civile tunisienne", or than was
    named last before the first of them: «… إلى المغرب. ونفت *وزارة العدل* … وحسب وزارة العدل الغابونية» are two.
    """
    spoken = Counter(m.country for m in mentions if m.country).most_common(1)
    home = spoken[0][0] if spoken else None
    for kind in ("place", "organization"):
        own = [(i, words_of(m.text), m) for i, m in enumerate(mentions) if m.kind == kind and m.form == "name"]
        for i, words, m in own:
            if m.key or not _telling(words, kind):
                continue
            fields = "ministry" in concepts(m.text)[0]
            everywhere = not concepts(m.text)[1]
            before = _state_before(mentions, i) if everywhere else None
            longer = {
                union.find(j): other
                for j, other, long in own
                if not (everywhere and long.country not in (None, home))
                and not (before and j > i and long.country not in (None, before))
                and len(other) > len(words)
                and other[: len(words)] == words
                and (fields or other[len(words)] not in _JOINING)
            }
            if len(longer) == 1:
                union.join(i, next(iter(longer)))


def _ended_forms(mentions: Sequence[Mention], union: _Union) -> None:
    """A body named by the last words of exactly one longer name is the same: "Alborán" alone for "Naviera Alborán".

    What stands before them in the longer name must be no small word: "Sabadell" is not "Banco de Sabadell"; nor is a firm the union of those who
    work for it.
    """
    own = [(i, words_of(m.text)) for i, m in enumerate(mentions) if m.kind == "organization" and m.form == "name"]
    for i, words in own:
        if not words or len(words[0]) < 4 or not concepts(" ".join(words))[1]:
            continue
        longer = {
            union.find(j)
            for j, other in own
            if len(other) > len(words)
            and other[-len(words) :] == words
            and len(other[-len(words) - 1]) > 3
            and not concepts(mentions[j].text)[0] & _OF_OTHERS
        }
        if len(longer) == 1:
            union.join(i, next(iter(longer)))


def _state_before(mentions: Sequence[Mention], i: int) -> str | None:
    """The state named last before a body, within a sentence or two."""
    last = next((m for m in reversed(mentions[:i]) if m.country and m.kind == "place"), None)
    return last.country if last is not None and mentions[i].start - last.end < NEARBY else None


_OF_OTHERS = frozenset(
    {
        "union",
        "federation",
        "association",
        "league",
        "committee",
        "council",
        "court",
        "ministry",
        "workers",
        "supporters",
        "prosecution",
    }
)
"""Concepts of bodies whose names end with whose they are."""
_JOINING = frozenset({"et", "y", "and", "و"})


def _telling(words: Sequence[str], kind: str) -> bool:
    """True when words name something and do not only say what sort of thing it is."""
    if kind == "place":
        return bool(words) and len(words[0]) > 3 and any(place_kind(w) is None for w in words)
    known, rest = concepts(" ".join(words))
    return bool(rest) and len(rest[0]) > 3 if len(words) == 1 else len(known) + len(rest) >= 2


def _realms(mentions: Sequence[Mention], union: _Union) -> None:
    """ "Le Royaume" alone is the one kingdom of the article, "la République" its one republic."""
    kings = kingdoms()
    states = {
        m.key: i
        for i, m in enumerate(mentions)
        if m.kind == "place" and m.key and regex.fullmatch(r"place:[A-Z]{2}", m.key)
    }
    for i, m in enumerate(mentions):
        if m.kind != "place" or m.key:
            continue
        realm = fold_key(m.text)
        for words, royal in ((realm_words("kingdom"), True), (realm_words("republic"), False)):
            fitting = {k for k in states if (k[6:] in kings) == royal}
            if realm in words and len(fitting) == 1:
                union.join(i, states[fitting.pop()])
