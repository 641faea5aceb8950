"""The same words printed elsewhere: one quotation with several lives, also in translation.

Two quotations meet under runs of four folded words, or, across languages, under their speaker and under the numbers they
hold. In one language they are the same when one holds most of the other's words in order; across languages when one
known person says them, within days, and they mean the same in the space of four languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher

import regex
from msgspec import Struct

from isnad.link.concepts import Key, cosine, vector
from isnad.link.linker import Verdict, link
from isnad.model import EntityGroup, Judgement, MentionRef, Reading
from isnad.text import fold_key

RUN = 4
"""Words of the run under which quotations of one language meet."""
SHARED = 0.75
"""Share of the shorter quotation's words found in the longer, in order, from which they are the same words."""
MEANING = 0.5
"""Cosine from which two quotations of one speaker mean the same."""
SURE = 0.62
"""The same where the speaker of one is not known."""
DAYS = 10
_WORD = regex.compile(r"[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*")


class Said(Struct, frozen=True, gc=False):
    """One quotation as the linker sees it: its words, what they mean, who says them, when."""

    id: str
    ref: MentionRef
    language: str
    words: tuple[str, ...]
    numbers: frozenset[str]
    meaning: Mapping[Key, float]
    speaker: str | None
    day: date | None
    kind: str


class LinkedQuotations(Struct, frozen=True, gc=False):
    """The outcome: groups of quotations that are the same words, and every judgement."""

    groups: tuple[tuple[MentionRef, ...], ...]
    judgements: Sequence[Judgement]
    suggestions: Sequence[Judgement] = ()


class QuotationLinker:
    """``keys`` and ``judge`` for quotations."""

    name = "quotation"
    sure = 0.0

    def id(self, item: Said) -> str:
        """Return the quotation's id."""
        return item.id

    def keys(self, item: Said) -> Iterable[str]:
        """Return the runs of words, and the speaker with the numbers or the day, under which it meets its like."""
        for i in range(max(1, len(item.words) - RUN + 1)):
            yield " ".join(item.words[i : i + RUN])
        for number in item.numbers:
            yield f"#{number}"
        if item.speaker is not None:
            yield f"@{item.speaker}"

    def judge(self, a: Said, b: Said) -> Verdict | None:
        """Compare two quotations: words within a language, meaning across languages."""
        if a.speaker and b.speaker and a.speaker != b.speaker:
            return None
        if a.language == b.language:
            return self._words(a, b)
        return self._meaning(a, b)

    def _words(self, a: Said, b: Said) -> Verdict | None:
        short, long = sorted((a.words, b.words), key=len)
        if len(short) < 3:
            return None
        blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
        share = sum(m.size for m in blocks if m.size >= min(3, len(short))) / len(short)
        if share < SHARED or (len(short) < 5 and a.speaker != b.speaker):
            return None
        return Verdict(True, min(0.99, 0.6 + share * 0.4), (f"{share:.0%} of the shorter one's words, in order",))

    def _meaning(self, a: Said, b: Said) -> Verdict | None:
        if a.day and b.day and abs((a.day - b.day).days) > DAYS:
            return None
        if min(len(a.words), len(b.words)) < 5 or not 0.4 < len(a.words) / len(b.words) < 2.5:
            return None
        if a.numbers and b.numbers and not a.numbers & b.numbers:
            return None
        close = cosine(a.meaning, b.meaning)
        known = a.speaker is not None and a.speaker == b.speaker
        if close < (MEANING if known else SURE):
            return None
        reasons = [f"the same meaning in two languages ({close:.2f})"]
        if known:
            reasons.append("one speaker")
        if a.numbers & b.numbers:
            reasons.append("the same numbers: " + ", ".join(sorted(a.numbers & b.numbers)))
        return Verdict(True if known or a.numbers & b.numbers else None, min(0.95, close), tuple(reasons))


def link_quotations(
    readings: Sequence[Reading], entities: Sequence[EntityGroup], decided: Sequence[Judgement] = ()
) -> LinkedQuotations:
    """Return the quotations that are the same words; those printed once are in no group."""
    entity_of = {(m.article, m.index): g.id for g in entities for m in g.members}
    said = [_said(r, i, entity_of) for r in readings for i in range(len(r.quotations))]
    linked = link(said, QuotationLinker(), decided)
    place = {s.id: s.ref for s in said}
    groups = tuple(tuple(place[x] for x in group) for group in linked.groups if len(group) > 1)
    return LinkedQuotations(groups, linked.judgements, linked.suggestions)


def _said(reading: Reading, i: int, entity_of: Mapping[tuple[str, int], str]) -> Said:
    q, article = reading.quotations[i], reading.article
    text = " ".join(article.text[p.start : p.end] for p in q.pieces)
    words = tuple(_WORD.findall(fold_key(text)))
    mention = q.speaker.mention if q.speaker else None
    return Said(
        id=f"{article.id}@q{q.pieces[0].start}-{q.kind[0]}",
        ref=MentionRef(article.id, i),
        language=article.language,
        words=words,
        numbers=frozenset(w for w in words if w[0].isdigit()),
        meaning=vector(text, article.language),
        speaker=entity_of.get((article.id, mention)) if mention is not None else None,
        day=article.published.start if article.published else None,
        kind=q.kind,
    )
