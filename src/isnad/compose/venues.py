"""Where an event happened by venues without a name: arrested at his home, by the one, and at the airport, by the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from isnad.compose.cast import Cast
from isnad.compose.rivalry import Said
from isnad.languages import LANGUAGES, table
from isnad.model import Citation, EventMention, MentionRef, Reading, Span
from isnad.text import Token, fold_key, tokens

KINDS = frozenset({"arrest", "attack", "signing", "meeting", "gathering", "disaster", "protest"})
"""Kinds of events that happen in one venue; who dies may have been hurt in another."""
LITTLE = 4
"""Words from a preposition to the venue behind it: "in the departure lounge of the airport"."""
REACH = 14
"""Words from the event's trigger within which its venue stands."""
_LOCKED = frozenset({"prison", "police", "court"})
_MARKS = frozenset(".;:!?؛؟")


def venues(told: Sequence[tuple[MentionRef, EventMention]], cast: Cast) -> list[Said]:
    """Return the venues that tellings of an event give, each with its class; none of a page that gives two."""
    found: list[Said] = []
    for m, e in told:
        if e.kind not in KINDS or e.status == "denied" or e.date is None or e.bare:
            continue
        found += _venues(m.article, cast.readings[m.article], e)
    classes: dict[str, set[str]] = {}
    for s in found:
        classes.setdefault(s.article, set()).add(str(s.key))
    return [s for s in found if len(classes[s.article]) == 1]


def two_venues(a: Said, b: Said) -> bool:
    """Return whether two venues may be one."""
    return a.key == b.key


def _venues(article: str, reading: Reading, e: EventMention) -> Iterator[Said]:
    """The nearest venue behind a preposition that says where, in the sentence of an event."""
    language = reading.article.language
    if language not in LANGUAGES:
        return
    text = reading.article.text
    sentence = next((s for s in reading.sentences if s.start <= e.trigger.start < s.end), e.clause)
    offices = [m.role for m in reading.mentions if m.role is not None and sentence.start <= m.start < sentence.end]
    words = tokens(text, sentence.start, sentence.end)
    at = next((i for i, t in enumerate(words) if t.end > e.trigger.start), 0)
    steps = [0, *accumulate(t.kind == "word" for t in words)]
    best: tuple[int, str, Span] | None = None
    for i in range(len(words)):
        if abs(steps[i] - steps[at]) > REACH or not _where(words[i], language) or _between(words, i, at):
            continue
        hit = venue_behind(words, i, language)
        if hit is None or (e.kind == "arrest" and hit[0] in _LOCKED):
            continue  # who is taken to prison was arrested elsewhere
        if hit[0] == "home" and hit[1] == i + 1 and e.kind not in ("arrest", "attack"):
            continue  # "a text contested at home": in one's own country
        if any(r.start < words[i].start < r.end for r in offices):
            continue  # "a clerk at the consulate"
        if best is None or abs(i - at) < best[0]:
            best = abs(i - at), hit[0], Span(words[i].start, words[hit[1]].end)
    if best is not None:
        yield Said(article, text[best[2].start : best[2].end], Citation(article, best[2].start, best[2].end), best[1])


def _between(words: Sequence[Token], i: int, at: int) -> bool:
    return any(t.text in _MARKS for t in words[min(i, at) : max(i, at)])


def _where(word: Token, language: str) -> bool:
    if word.key in _at(language):
        return True
    return language == "ar" and word.key[:1] == "ب" and word.key[1:].removeprefix("ال") in _heads(language)


def first_venue(reading: Reading, low: int, high: int) -> tuple[str, Span] | None:
    """Return the class of the first venue behind a preposition that says where, and its words; ``None`` where there is none."""
    language, text = reading.article.language, reading.article.text
    words = tokens(text, low, high)
    for i in range(len(words)):
        if _where(words[i], language) and (hit := venue_behind(words, i, language)) is not None:
            return hit[0], Span(words[i].start, words[hit[1]].end)
    return None


def venue_behind(words: Sequence[Token], i: int, language: str) -> tuple[str, int] | None:
    """Return the class of the first venue behind a preposition, and the place of its last word."""
    joined = language == "ar" and words[i].key not in _at(language)
    for k in range(i if joined else i + 1, min(len(words), i + 1 + (0 if joined else LITTLE))):
        if words[k].kind == "elided":
            continue
        if words[k].kind != "word":
            return None
        if k > i + 1 and words[k].key in _at(language):
            return None
        keys = [t.key for t in words[k : k + 3]]
        if joined:
            keys[0] = keys[0][1:]
        for size in (3, 2, 1):
            for way in ((keys[0], *keys[1:size]), (keys[0].removeprefix("ال"), *keys[1:size])):
                if len(way) == size and (name := _names().get(way)) is not None:
                    return name, k + size - 1
    return None


@cache
def _names() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for name, forms in table("shared", "venues").items():
        for w in forms:
            found.setdefault(tuple(t.key for t in tokens(w)), name)
    return found


@cache
def _heads(language: str) -> frozenset[str]:
    """The first words of venues, without an Arabic article."""
    return frozenset(w[0].removeprefix("ال") if language == "ar" else w[0] for w in _names())


@cache
def _at(language: str) -> frozenset[str]:
    """The prepositions that say where, of one word."""
    words = table(language, "grammar")["prepositions"]["at"]
    return frozenset(fold_key(w) for w in words if " " not in w) | _MORE[language]


_MORE = {
    "en": frozenset({"at", "in", "inside", "outside", "from"}),
    "fr": frozenset({"a", "au", "aux", "dans", "en", "chez", "devant"}),
    "es": frozenset({"en", "dentro"}),
    "ar": frozenset({"في", "داخل", "من", "امام"}),
}
