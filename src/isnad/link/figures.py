"""Figures of several pages that count the same thing: for seeing where sources give different numbers.

Two figures are compared when they share story and unit. They count the same when the words around them mean the same, in
whatever language; a page that gives both numbers counts two things (the first phase, the whole) — unless it sets one against
the other in one breath.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.link.concepts import Key, cosine, vector
from isnad.link.linker import Linked, Verdict, link
from isnad.model import FigureMention, Judgement, MentionRef, Reading, Span, Story
from isnad.text import fold_key, tokens

ALIKE = 0.1
"""Likeness of the words around two different numbers of one role that makes them rivals."""
SAME = 0.2
"""The same for equal numbers."""
WINDOW = 90
"""Characters of context to each side, inside the sentence."""
NEAR = 9
"""Words to each side among which a number's role is looked for."""
APART = 1.8
"""Numbers further apart than this are of different things, unless one page sets them against each other."""


Phrase = tuple[str, ...]


class Counted(Struct, frozen=True):
    """One figure in its words: ``others`` are the other numbers of its unit on the page."""

    id: str
    article: str
    index: int
    unit: str
    low: float
    high: float
    story: str
    words: Mapping[Key, float]
    role: str
    others: frozenset[tuple[float, float]]


class Figures:
    """Links figures that count the same thing."""

    name = "figure"

    def id(self, item: Counted) -> str:
        """Return the figure's id."""
        return item.id

    def keys(self, item: Counted) -> Iterable[str]:
        """Return story and unit."""
        yield f"{item.story}|{item.unit}|{item.role}"

    def judge(self, a: Counted, b: Counted) -> Verdict | None:
        """Compare the words around; equal numbers need less likeness than different ones."""
        likeness = cosine(a.words, b.words)
        equal = (a.low, a.high) == (b.low, b.high)
        if a.article == b.article:
            if equal:
                return Verdict(True, 0.9, ("the same number twice on one page",))
            return Verdict(False, 0.98, ("two numbers of one page",))
        if equal:
            if likeness >= SAME:
                return Verdict(True, 0.9, ("the same number in like words",))
            return None
        if (b.low, b.high) in a.others or (a.low, a.high) in b.others:
            return Verdict(False, 0.97, ("a page gives both numbers, of two things",))
        if not a.role or a.high > APART * b.low or b.high > APART * a.low or likeness < ALIKE:
            return None
        return Verdict(True, 0.6 + likeness / 4, (f"different numbers for one {a.role}, in like words",))


def link_figures(readings: Sequence[Reading], stories: Sequence[Story], decided: Sequence[Judgement] = ()) -> Linked:
    """Return the groups of figure ids (``article@start``) that count the same thing, singletons included."""
    return link(counted(readings, stories), Figures(), decided)


def figure_groups(
    readings: Sequence[Reading], stories: Sequence[Story], decided: Sequence[Judgement] = ()
) -> tuple[tuple[MentionRef, ...], ...]:
    """Return the figures of several pages that count the same thing, by place; those that nobody else counts left out."""
    items = {x.id: x for x in counted(readings, stories)}
    groups = link_figures(readings, stories, decided).groups
    made = (tuple(MentionRef(items[i].article, items[i].index) for i in ids) for ids in groups)
    return tuple(g for g in made if len({m.article for m in g}) > 1)


def counted(readings: Sequence[Reading], stories: Sequence[Story]) -> list[Counted]:
    """Return the figures worth comparing: no lengths of time and no small counts, which pages use for many things."""
    story = {a: s.id for s in stories for a in s.articles}
    found = []
    for r in readings:
        spans = [_bounds(f.value) for f in r.figures]
        for i, f in enumerate(r.figures):
            if f.unit in _LENGTHS or (f.unit not in ("%", "people") and spans[i][1] < 10):
                continue
            others = frozenset(s for s, g in zip(spans, r.figures, strict=True) if g.unit == f.unit and s != spans[i])
            found.append(
                Counted(
                    id=f"{r.article.id}@{f.start}",
                    article=r.article.id,
                    index=i,
                    unit=f.unit,
                    low=spans[i][0],
                    high=spans[i][1],
                    story=story.get(r.article.id, r.article.id),
                    words=_around(r, f.span),
                    role=role_of(r, f),
                    others=others,
                )
            )
    return found


@cache
def _roles(language: str) -> tuple[dict[str, str], tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The folded words of each role, the phrases that make a number a part, and those that do so only before it."""
    roles = table(language, "numbers")["roles"]
    words = {fold_key(w): role for role, forms in roles.items() if not role.startswith("part") for w in forms}
    part, after = (tuple(tuple(fold_key(t.text) for t in tokens(p)) for p in roles[k]) for k in ("part", "part_after"))
    return words, part, after


def role_of(reading: Reading, figure: FigureMention) -> str:
    """Return what a number is of ("cost", "dead", "capacity"), by the nearest word that says so; empty when none does.

    A number that is said to be a part of another ("first phase", "of which") has a role of its own.
    """
    language = reading.article.language
    if language not in LANGUAGES:
        return ""
    words, parts, after = _roles(language)
    text = reading.article.text
    sentence = next((s for s in reading.sentences if s.start <= figure.start < s.end), figure.span)
    found = tokens(text, sentence.start, sentence.end)
    keys = [fold_key(t.text) for t in found]
    first = sum(t.start < figure.start for t in found)
    last = sum(t.start < figure.end for t in found)
    best: tuple[int, str] | None = None
    for i in range(max(0, first - NEAR), min(len(keys), last + NEAR)):
        role = _role(keys[i], words, language)
        if role is None:
            continue
        # What a number counts stands right beside it; what it is of, mostly before it.
        far = 0 if first <= i < last else first - i if i < first else 2 * (i - last + 1)
        if best is None or far < best[0]:
            best = far, role
    if best is None:
        return ""
    part = _stands(parts, keys[max(0, first - NEAR) : last + NEAR]) or _stands(after, keys[max(0, first - 5) : first])
    return f"{best[1]} (part)" if part else best[1]


def _stands(phrases: tuple[Phrase, ...], keys: list[str]) -> bool:
    return any(tuple(keys[i : i + len(p)]) == p for p in phrases for i in range(len(keys)))


def _role(key: str, words: Mapping[str, str], language: str) -> str | None:
    if key in words:
        return words[key]
    if language != "ar":
        return None
    for clitic in ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف"):
        if key.startswith(clitic) and key[len(clitic) :] in words:
            return words[key[len(clitic) :]]
    return None


_LENGTHS = frozenset({"days", "weeks", "months", "years", "hours", "minutes", "seconds"})


def _bounds(value: float | tuple[float, float]) -> tuple[float, float]:
    return (float(value[0]), float(value[1])) if isinstance(value, tuple) else (float(value), float(value))


def _around(reading: Reading, span: Span) -> dict[Key, float]:
    """The meaning of the words around a figure, its own number left out."""
    text = reading.article.text
    sentence = next((s for s in reading.sentences if s.start <= span.start < s.end), span)
    low, high = max(sentence.start, span.start - WINDOW), min(sentence.end, span.end + WINDOW)
    words = text[low : span.start] + " " + text[span.end : high]
    return vector("".join(c if not c.isdigit() else " " for c in words), reading.article.language)
