"""Whom a page names, sentence by sentence: what sort of name each is, what governs it, and what its bearer does there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from isnad.compose.cast import Cast
from isnad.compose.governing import governing, leading, words_before
from isnad.model import EventMention, Mention, Reading
from isnad.model.reading import OWN_PARTS
from isnad.text import Token, fold_key, tokens

_TOLD_APART = frozenset(
    "at before of to person_to from bare head with by between for against about presence time".split()
)
"""What governs a name, as far as it is told apart."""
OFFICE = 90
"""Characters of the longest office before a name."""


class Name(Struct, frozen=True, gc=False):
    """A name on a page: whom it stands for, its sort and form, its sentence, what governs it, within which other name, what follows.

    ``led`` is the nearest preposition before its noun phrase where nothing governs the name itself; ``office`` is true of one with an
    office beside it, ``credited`` of a source, ``acts`` of whoever takes part in any event there, ``speaks`` of a speaker.
    """

    start: int
    end: int
    entities: tuple[str, ...]
    sort: str
    form: str
    sentence: int
    label: str
    led: str
    inside: str
    follows: str
    office: bool
    credited: bool
    acts: bool
    speaks: bool


class Words:
    """The tokens of a page's sentences, cut when they are asked for."""

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        self._text, self._starts = text, starts
        self._cut: dict[int, tuple[Sequence[Token], Sequence[int]]] = {}

    def between(self, a: int, b: int) -> Sequence[Token]:
        """Return the tokens that begin between two places of one sentence."""
        if a >= b:
            return ()
        found, begins = self._of(_at(self._starts, a))
        return found[bisect_left(begins, a) : bisect_left(begins, b)]

    def before(self, place: int) -> Sequence[Token]:
        """Return the tokens before a place of a sentence, the last cut there; of the line, where the sentence has none."""
        found, begins = self._of(_at(self._starts, place))
        until = bisect_left(begins, place)
        if not until:
            return words_before(self._text, place)
        last = found[until - 1]
        if last.end <= place:
            return found[:until]
        word = self._text[last.start : place]
        return [*found[: until - 1], Token(last.start, place, word, last.kind, fold_key(word))]

    def _of(self, at: int) -> tuple[Sequence[Token], Sequence[int]]:
        if at not in self._cut:
            end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._text)
            found = tokens(self._text, self._starts[at], end)
            self._cut[at] = found, [t.start for t in found]
        return self._cut[at]


class NamedPage(Struct, frozen=True):
    """The names of one page in order and by sentence, how often it names each entity, whom its title names, whose hands it comes by."""

    reading: Reading
    all: tuple[Name, ...]
    often: Mapping[str, int]
    title: frozenset[str]
    hands: frozenset[str]
    starts: Sequence[int]
    by_sentence: Mapping[int, Sequence[Name]]
    told: Mapping[int, Sequence[EventMention]]
    words: Words

    def at(self, place: int) -> int:
        """Return the index of the sentence that holds a place."""
        return _at(self.starts, place)

    def names(self, sentence: int) -> Sequence[Name]:
        """Return the names of a sentence."""
        return self.by_sentence.get(sentence, ())

    def events(self, sentence: int) -> Sequence[EventMention]:
        """Return what a sentence tells."""
        return self.told.get(sentence, ())


def names_on(cast: Cast, article: str, sort: Callable[[str], str]) -> NamedPage:
    """Return whom a page's own words name; ``sort`` says of what sort an entity is."""
    reading = cast.readings[article]
    page, starts = reading.article, [s.start for s in reading.sentences] or [0]
    own = [p for p in page.parts if p.kind in OWN_PARTS]
    holders = _holders(reading.mentions)
    credited = {c.owner for c in reading.credits if not c.whole}
    acting = {p.mention for e in reading.events for p in e.participants}
    speaking = [(q.speaker.start, q.speaker.end) for q in reading.quotations if q.speaker is not None]
    told: dict[int, list[EventMention]] = {}
    for e in reading.events:
        told.setdefault(_at(starts, e.trigger.start), []).append(e)
    words = Words(page.text, starts)
    near = {n for at in told for n in (at - 1, at)} | {_at(starts, reading.mentions[i].start) for i in acting}
    found: list[Name] = []
    title: set[str] = set()
    for i, m in sorted(enumerate(reading.mentions), key=lambda x: (x[1].start, x[1].end)):
        part = next((p.kind for p in own if p.start <= m.start < p.end), None)
        entities = cast.named(page.id, i) if part is not None else ()
        if not entities:
            continue
        title.update(entities if part == "title" else ())
        begins, ends = _with_office(m)
        sentence = _at(starts, m.start)
        close = sentence in near  # nobody asks what governs the others
        before = words.before(begins) if close else ()
        label = governing(before, begins, page.language, _TOLD_APART) if before else "head"
        found.append(
            Name(
                start=m.start,
                end=m.end,
                entities=entities,
                sort=sort(entities[0]),
                form=m.form,
                sentence=sentence,
                label=label,
                led=leading(before, page.language, _TOLD_APART) if label == "bare" else "-",
                inside=next(
                    (s for a, b, s in holders if a <= m.start and m.end <= b and (a, b) != (m.start, m.end)), ""
                ),
                follows=_follows(page.text, ends),
                office=m.role is not None,
                credited=i in credited,
                acts=i in acting,
                speaks=any(a <= m.start < b for a, b in speaking),
            )
        )
    by_sentence: dict[int, list[Name]] = {}
    for n in found:
        by_sentence.setdefault(n.sentence, []).append(n)
    passed = {fold_key(cast.sources[o].name) for o in cast.origins.get(article, ())}
    passed |= {fold_key(x) for x in (page.publisher, page.via) if x}
    hands = frozenset(x for n in found if fold_key(page.text[n.start : n.end]) in passed for x in n.entities)
    often = Counter(x for n in found for x in n.entities)
    return NamedPage(reading, tuple(found), often, frozenset(title), hands, starts, by_sentence, told, words)


def _with_office(m: Mention) -> tuple[int, int]:
    """Where a name begins and ends with the office beside it."""
    if m.role is None:
        return m.start, m.end
    begins = m.role.start if 0 < m.start - m.role.start < OFFICE else m.start
    return begins, max(m.end, m.role.end if m.role.start >= m.start else 0)


def _inside(m: Mention, holders: Sequence[tuple[int, int, str]]) -> str:
    return next((s for a, b, s in holders if a <= m.start and m.end <= b and (a, b) != (m.start, m.end)), "")


def _holders(mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """Names and offices within which another name may stand."""
    named = [(m.start, m.end, "body" if m.kind == "organization" else "name") for m in mentions]
    return named + [(m.role.start, m.role.end, "office") for m in mentions if m.role is not None]


def _follows(text: str, end: int) -> str:
    """What comes right behind a name."""
    behind = text[end : end + 3]
    if behind[:1] in ("'", "’"):
        return "possessive"
    sign = behind.strip(" ")[:1]
    if not sign or sign in ".\n!?؟":
        return "end"
    return "comma" if sign in ",،" else "word" if sign.isalnum() else "mark"


def _at(starts: Sequence[int], place: int) -> int:
    return max(0, bisect_right(starts, place) - 1)
