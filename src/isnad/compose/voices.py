"""Who spoke where the rules lead to nobody: the likeliest of those whom the page names, by learned weights, or nobody.

Words without a speaker, and those of a pronoun that stands for nobody in particular, are mostly somebody's whom the page names: an
interview says once who answers. Every person and body is weighed by signs of how it stands to the words: how far away and where in
its sentence it is named, how often, whether it spoke before. No sign is a word. A noun ("a docker", "the company") is left alone,
for it is mostly nobody's name. ``training/voices.py`` learns what a sign weighs. It comes behind all judgements of who is who and
of what are the same words, and moves neither.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from msgspec import Struct

from isnad.compose.cast import Cast
from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import words_of
from isnad.model import Citation, QuotationMention, Reading, Speaker
from isnad.models import weights
from isnad.text import fold_key

Signs = dict[str, float]
ENOUGH = 0.6
"""How likely somebody must be, beside all others and nobody, to have spoken."""
FAR = 9
"""Sentences beyond which it is all one how far back somebody is named."""
NEAR = 3
"""Sentences within which each step back counts by itself."""
MANY = 30
"""Persons and bodies of a page that are weighed, the nearest first."""
OPENING = 40
"""Characters of a title before a name that opens a sentence."""
_HEADS = frozenset({"title", "subheading", "caption"})
_LEFT_OUT = frozenset({"related", "chrome", "tags", "byline"})


class Named(Struct, frozen=True, gc=False):
    """A person or body as a page names it; ``opens`` is true at its sentence's head."""

    start: int
    end: int
    entity: str
    sentence: int
    part: str
    opens: bool


class Spoke(Struct, frozen=True, gc=False):
    """Somebody who is known to have said the words that begin at a place; ``named`` where his name stands beside them."""

    start: int
    entity: str
    named: bool


class Page(Struct, frozen=True):
    """Whom one page names, in order, how often, who spoke, and where its sentences and lines begin."""

    named: tuple[Named, ...]
    often: Mapping[str, int]
    sentences: Sequence[int]
    lines: Sequence[int]
    spoke: tuple[Spoke, ...]
    houses: frozenset[str]


class Voices:
    """Weighs the persons and bodies of pages for words that nobody is known to have said."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._pages: dict[str, Page] = {}

    def of(self, article: str, q: QuotationMention) -> Speaker | None:
        """Return the speaker of some words: as printed, and as the rules have him or, where they are at a loss, the likeliest."""
        s = q.speaker
        known = self.chosen(article, q)
        who = known or self._likeliest(self._cast.readings[article], q)
        if s is not None:
            return Speaker(s.text, Citation(article, s.start, s.end), who)
        if who is None:
            return None
        at = q.pieces[0].start
        reading = self._cast.readings[article]
        near = min(
            (n for n in self._page(reading).named if n.entity == who), key=lambda n: (n.start > at, abs(n.start - at))
        )
        return Speaker(reading.article.text[near.start : near.end], Citation(article, near.start, near.end), who)

    def _likeliest(self, reading: Reading, q: QuotationMention) -> str | None:
        sort = sort_of(q, reading)
        candidates = self.signs(reading, q, sort) if sort is not None else {}
        if sort is None or not candidates:
            return None
        known = _weights()
        worth = {c: _sum(known, signs) for c, signs in candidates.items()}
        none = _sum(known, nobody(sort, q, len(candidates)))
        best = max(worth, key=lambda c: (worth[c], c))
        top = max(worth[best], none)
        whole = sum(math.exp(w - top) for w in worth.values()) + math.exp(none - top)
        return best if math.exp(worth[best] - top) / whole >= ENOUGH else None

    def chosen(self, article: str, q: QuotationMention) -> str | None:
        """Return whom the rules lead to."""
        who = self._cast.named(article, q.speaker.mention) if q.speaker is not None else ()
        return who[0] if len(who) == 1 else None

    def signs(self, reading: Reading, q: QuotationMention, sort: str) -> dict[str, Signs]:
        """Return the signs of everybody whom the page names and the quoted words do not."""
        page = self._page(reading)
        at = q.speaker.start if q.speaker is not None else q.cue.start if q.cue is not None else q.pieces[0].start
        spoken_of = {n.entity for n in page.named if any(p.start <= n.start < p.end for p in q.pieces)}
        told = [n for n in page.named if n.entity not in spoken_of]
        near: dict[str, list[Named]] = {}
        for n in sorted(told, key=lambda n: abs(n.start - at)):
            if n.entity in near or len(near) < MANY:
                near.setdefault(n.entity, []).append(n)
        order = list(dict.fromkeys(n.entity for n in reversed(told) if n.start < at and n.part not in _HEADS))
        of_kind = Counter(map(self._kind, near))
        found = {}
        for entity, named in near.items():
            kind = self._kind(entity)
            same = [e for e in order if self._kind(e) == kind]
            signs = {
                kind: 1.0,
                "alone of kind": float(of_kind[kind] == 1),
                "house": float(entity in page.houses),
                **_beside(page, named, at, q),
                **_speaking(page, entity, q),
            }
            for rank, row in (("rank", order), ("rank of kind", same)):
                if entity in row:
                    signs[f"{rank} {min(row.index(entity), NEAR)}"] = 1.0
            plain = {s: v for s, v in signs.items() if v}
            found[entity] = {**plain, **{f"{sort}: {s}": v for s, v in plain.items()}}
        return found

    def _kind(self, entity: str) -> str:
        return self._cast.entities[entity].kind

    def _page(self, reading: Reading) -> Page:
        if reading.article.id not in self._pages:
            self._pages[reading.article.id] = self._read(reading)
        return self._pages[reading.article.id]

    def _read(self, reading: Reading) -> Page:
        article = reading.article
        sentences = [s.start for s in reading.sentences]
        lines = [0, *(i + 1 for i, c in enumerate(article.text) if c == "\n")]
        parts = [p for p in article.parts if p.kind not in _LEFT_OUT]
        houses = {fold_key(n) for n in (article.publisher, article.via) if n}
        found, own = [], set()
        for i, m in enumerate(reading.mentions):
            if m.kind not in ("person", "organization") or m.plural:
                continue
            who = self._cast.named(article.id, i)
            part = next((p.kind for p in parts if p.start <= m.start < p.end), "")
            if len(who) == 1 and part:
                at = _at(sentences, m.start)
                head = OPENING if m.role is not None else len("the ")
                opens = at >= 0 and m.start - sentences[at] <= head
                found.append(Named(m.start, m.end, who[0], at, part, opens))
                if fold_key(m.text) in houses:
                    own.add(who[0])
        found.sort(key=lambda n: n.start)
        spoke = []
        for q in sorted(reading.quotations, key=lambda q: q.pieces[0].start):
            chosen = self.chosen(article.id, q)
            if chosen is not None:
                spoke.append(Spoke(q.pieces[0].start, chosen, by_name(reading, q)))
        return Page(tuple(found), Counter(n.entity for n in found), sentences, lines, tuple(spoke), frozenset(own))


def sort_of(q: QuotationMention, reading: Reading) -> str | None:
    """What stands for a speaker: "silent" where nothing does and words are marked, "pronoun"; ``None`` of a noun, of "it" and of what is only reported."""
    if q.speaker is None:
        return "silent" if q.kind != "indirect" else None
    language = reading.article.language
    known = language in LANGUAGES and " ".join(words_of(q.speaker.text)) in _pronouns(language)
    return "pronoun" if known else None


def nobody(sort: str, q: QuotationMention, rivals: int) -> Signs:
    """Return the signs that nobody whom the page names spoke."""
    return {
        "none": 1.0,
        f"none: {sort}": 1.0,
        "none: rivals": math.log(1 + rivals),
        f"none: {q.kind}": 1.0,
        f"none: {'cue' if q.cue is not None else 'no cue'}": 1.0,
    }


def _beside(page: Page, named: Sequence[Named], at: int, q: QuotationMention) -> Signs:
    """How somebody is named near some words."""
    signs: Signs = {}
    here, line = _at(page.sentences, at), _at(page.lines, at)
    gaps = []
    for n in named:
        gap = here - n.sentence
        if n.part in _HEADS:
            signs[n.part] = 1.0
            continue
        if gap > 0 or (gap == 0 and n.start < at):
            gaps.append(gap)
            where = f"gap {gap}" if gap <= NEAR else "early"
        else:
            where = "behind" if gap == 0 else "next" if gap == -1 else "late"
        signs[where] = 1.0
        if n.opens:
            signs[f"{where}, opens"] = 1.0
        if n.sentence == 0:
            signs["beginning"] = 1.0
        if q.scope.start <= n.start < q.scope.end:
            signs["scope"] = 1.0
        if _at(page.lines, n.start) == line:
            signs["paragraph, before" if n.start < at else "paragraph, behind"] = 1.0
    signs["how far"] = min(min(gaps, default=FAR), FAR) / FAR
    often = page.often[named[0].entity] / max(page.often.values())
    signs["often"], signs["most"] = often, float(often == 1)
    return signs


def _speaking(page: Page, entity: str, q: QuotationMention) -> Signs:
    """What else somebody says on the page."""
    start = q.pieces[0].start
    before = [s for s in page.spoke if s.start < start]
    behind = next((s for s in page.spoke if s.start > start), None)
    voices = {s.entity for s in page.spoke if s.start != start}
    last = before[-1] if before and before[-1].entity == entity else None
    line = _at(page.lines, start)
    return {
        "spoke last": float(last is not None),
        "spoke last, named": float(last is not None and last.named),
        "spoke last, paragraph": float(last is not None and _at(page.lines, last.start) == line),
        "spoke before": float(any(s.entity == entity for s in before)),
        "speaks next": float(behind is not None and behind.entity == entity),
        "speaks": float(entity in voices),
        "speaks alone": float(voices == {entity}),
    }


def by_name(reading: Reading, q: QuotationMention) -> bool:
    """True of words beside which their speaker's name stands."""
    s = q.speaker
    m = reading.mentions[s.mention] if s is not None and s.mention is not None else None
    return s is not None and m is not None and m.start < s.end and s.start < m.end


def _sum(known: Mapping[str, float], signs: Signs) -> float:
    return sum(known.get(s, 0.0) * v for s, v in signs.items())


def _at(starts: Sequence[int], at: int) -> int:
    """The index of the last sentence or line that begins at or before a point."""
    return bisect_right(starts, at) - 1


@cache
def _pronouns(language: str) -> frozenset[str]:
    said = table(language, "speech")["pronouns"]
    neuter = said.get("neuter", ())
    return frozenset(" ".join(words_of(w)) for w in (*said["singular"], *said["latter"]) if w not in neuter)


@cache
def _weights() -> Mapping[str, float]:
    return msgspec.json.decode(weights("voices.json").read_bytes(), type=dict[str, float])
