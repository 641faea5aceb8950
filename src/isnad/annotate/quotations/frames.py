"""Sentences around quotation marks: the marked words masked, so that a full stop inside them ends nothing outside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from isnad.annotate.quotations.cues import Cue, find_cues
from isnad.annotate.quotations.dashes import dashed
from isnad.annotate.quotations.lexicon import speech
from isnad.annotate.quotations.marks import Marked, Reports, find_marked
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.annotate.quotations.titles import is_title
from isnad.annotate.quotations.words import Words
from isnad.languages import available, table
from isnad.model import Article, Mention, Part, Reading, Span
from isnad.text import sentences

_MASK = "\ue000"
_ENDS = ".!?؟…"
_MOST = 40
"""Marked stretches of one sentence that are looked at; a sentence with more is a list, not speech."""


class Frame(Struct, frozen=True):
    """A reporting sentence: its range, the marked stretches in it, the words of saying outside them.

    ``names`` are the stretches, marks included, that are titles and names.
    """

    span: Span
    marked: tuple[Marked, ...]
    cues: tuple[Cue, ...]
    names: frozenset[Span]


class Field(Struct, frozen=True):
    """A stretch of the article read in one go: a title, a caption, or the body's neighbouring paragraphs."""

    kind: str
    span: Span
    words: Words
    frames: tuple[Frame, ...]


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(table(language, "text")["abbreviations"]) if language in available("text") else frozenset()


def _together(article: Article) -> Iterator[tuple[str, Span]]:
    """Yield the own parts, neighbouring paragraphs of lead and body joined when only white space parts them."""
    kept: tuple[str, Span] | None = None
    for part in article.own():
        kind = "body" if part.kind in ("lead", "body") else part.kind
        if kept and kind == "body" == kept[0] and not article.text[kept[1].end : part.start].strip():
            kept = (kind, Span(kept[1].start, part.end))
            continue
        if kept:
            yield kept
        kept = (kind, _span(part))
    if kept:
        yield kept


def _span(part: Part) -> Span:
    return Span(part.start, part.end)


def _masked(text: str, span: Span, marked: list[Marked]) -> str:
    """Return the range with the words between marks masked; a full stop is kept where the marked words end a sentence."""
    chars = list(text[span.start : span.end])
    for m in marked:
        for i in range(m.inner.start, m.inner.end):
            chars[i - span.start] = _MASK
        chars[m.outer.start - span.start] = _MASK
        ends = text[m.inner.end - 1] in _ENDS or not m.closed
        chars[m.outer.end - 1 - span.start] = "." if ends and _starts_anew(text, m.outer.end, span.end) else _MASK
    return "".join(chars)


def _starts_anew(text: str, at: int, end: int) -> bool:
    """True when what follows a closed quotation opens a new sentence (or the line ends there)."""
    rest = text[at : min(end, at + 3)]
    if not rest or rest[0] == "\n":
        return True
    follows = rest.strip()
    return bool(rest[0].isspace() and follows and not follows[0].islower() and follows[0] not in "-–—,،.:;()")


def _reporter(cues: Sequence[Cue]) -> Reports:
    """Return what counts the plain verbs of saying that begin in a range of characters."""
    told = [c.span.start for c in cues if c.form in ("finite", "participle") and c.entry.sort == "say" and not c.weak]

    def reports(start: int, end: int) -> int:
        return bisect_left(told, end) - bisect_left(told, start)

    return reports


def _outside(cues: Sequence[Cue], marked: Sequence[Marked]) -> list[Cue]:
    """Return the cues that touch no marked stretch."""
    kept: list[Cue] = []
    k = 0
    for cue in cues:
        while k < len(marked) and marked[k].outer.end <= cue.span.start:
            k += 1
        if k == len(marked) or cue.span.end <= marked[k].outer.start:
            kept.append(cue)
    return kept


def fields(reading: Reading) -> tuple[Field, ...]:
    """Return the article's own stretches with their frames, in order of place; none when isnad does not know the language.

    Credits and quotations both ask for them: the last article's are kept.
    """
    return _fields(reading.article, reading.mentions)


@lru_cache(maxsize=1)
def _fields(article: Article, named: tuple[Mention, ...]) -> tuple[Field, ...]:
    lexicon, mentions = speech(article.language), Mentions(named)
    printed = sorted((m.start, m.end) for m in named if m.form == "name" and m.kind != "misc")
    people = frozenset(m.start for m in named if m.kind == "person")
    found: list[Field] = []
    for kind, span in _together(article) if lexicon is not None else ():
        assert lexicon is not None
        words = Words(article.text, span.start, span.end)
        spoken = _not_named(find_cues(words, lexicon, people), printed)
        marked = find_marked(article.text, span.start, span.end, _reporter(spoken))
        marked = [m for m in marked if m.closed or not _told_inside(m, article.text, spoken)]
        marked = _with_dashes(marked, dashed(article.text, span.start, span.end, spoken))
        cues = _outside(spoken, marked)
        names = frozenset(m.outer for m in marked if is_title(words, m, lexicon, mentions, article.publisher))
        words.quiet = frozenset(i for s in names for i in (words.at(s.start), words.before(s.end) - 1))
        masked = _masked(article.text, span, marked)
        bounds = [
            Span(s.start + span.start, s.end + span.start)
            for s in sentences(masked, 0, len(masked), _abbreviations(article.language))
        ]
        found.append(Field(kind, span, words, tuple(_frames(bounds, marked, cues, names))))
    return tuple(found)


def _told_inside(m: Marked, text: str, cues: Sequence[Cue]) -> bool:
    """True for a line that a mark opens and none closes, with the reporter's words in it: what of it was said is unsure."""
    if text[text.rfind("\n", 0, m.outer.start) + 1 : m.outer.start].strip():
        return False
    return any(m.inner.start < c.span.start < m.inner.end and c.form == "participle" for c in cues)


def _with_dashes(marked: list[Marked], more: Iterable[Marked]) -> list[Marked]:
    """Return the stretches with those between dashes added, unless quotation marks stand in them."""
    new = [d for d in more if not any(d.outer.touches(m.outer) for m in marked)]
    return sorted([*marked, *new], key=lambda m: m.outer.start) if new else marked


def _not_named(cues: Sequence[Cue], names: Sequence[tuple[int, int]]) -> list[Cue]:
    """Return the cues that are no part of a name («وايد», «مصر», "Mark Said")."""
    starts = [start for start, _ in names]
    kept = []
    for cue in cues:
        i = bisect_right(starts, cue.span.start) - 1
        if i < 0 or names[i][1] <= cue.span.start:
            kept.append(cue)
    return kept


def _frames(bounds: list[Span], marked: list[Marked], cues: list[Cue], names: frozenset[Span]) -> Iterator[Frame]:
    """Give each sentence its marked stretches and cues."""
    m = c = 0
    for span in bounds:
        inside: list[Marked] = []
        while m < len(marked) and marked[m].outer.start < span.end:
            if len(inside) < _MOST:
                inside.append(marked[m])
            m += 1
        told: list[Cue] = []
        while c < len(cues) and cues[c].span.start < span.end:
            told.append(cues[c])
            c += 1
        yield Frame(span, tuple(inside), tuple(told), names.intersection(m.outer for m in inside))
