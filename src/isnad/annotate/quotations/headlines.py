"""Whose whole utterance a headline prints that names nobody beside it: the one whom the line below names, or who alone speaks in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from isnad.annotate.quotations.frames import Field
from isnad.annotate.quotations.people import People
from isnad.annotate.quotations.terms import UTTERANCE
from isnad.model import ChainLink, QuotationMention, Span
from isnad.text import tokens


def voices(found: Sequence[QuotationMention], told: Sequence[Field], people: People) -> list[QuotationMention]:
    """Return the quotations with the headline's that nobody says given to the one person who says them.

    It is the one whom the rest of the headline, or the line under it, names, if he speaks in the text; else whoever alone does.
    """
    heads = [f.span for f in told if f.kind == "title"]
    if not any(q.speaker is None and _in(q, heads) for q in found):
        return list(found)
    said, others = _speaking([q for q in found if not _in(q, heads)], people)
    return [
        _said(q, said, others, people) if q.speaker is None and q.kind == "direct" and _in(q, heads) else q
        for q in found
    ]


def _speaking(below: Sequence[QuotationMention], people: People) -> tuple[dict[str, QuotationMention], bool]:
    """Return a quotation of each person of a name who speaks in the text, and whether others speak there too."""
    mentions = people.reading.mentions
    said: dict[str, QuotationMention] = {}
    others = False
    for q in below:
        who = q.speaker.mention if q.speaker is not None else None
        named = who is not None and mentions[who].kind == "person" and mentions[who].form == "name"
        if named and who is not None and q.kind != "indirect":
            said.setdefault(people.one_name(who, mentions[who]), q)
        others = others or (q.kind == "direct" and not named)
    return said, others


def _said(q: QuotationMention, said: dict[str, QuotationMention], others: bool, people: People) -> QuotationMention:
    """Return a headline's quotation as said by whom it is of, itself where that is unsure."""
    text = people.reading.article.text
    if text[text.rfind("\n", 0, q.pieces[0].start) + 1 : q.pieces[0].start].strip(_OPENERS):
        return q  # "On stage tonight: “The Lamp of Ana”": who, or what, leads them in is told
    if sum(t.kind != "mark" for p in q.pieces for t in tokens(text, p.start, p.end)) < UTTERANCE:
        return q
    named = _named_beside(q, people)
    alone = next(iter(said)) if len(said) == 1 and not others else None
    source = said.get(named if named is not None else alone or "")
    if source is None or source.speaker is None:
        return q
    who = source.speaker
    return replace(q, speaker=who, chain=(ChainLink("speaker", who.text, who.start, who.end),))


_OPENERS = ' «“"‹„—–-'
"""What stands before words that open a line."""


def _in(q: QuotationMention, heads: Sequence[Span]) -> bool:
    return any(h.start <= q.pieces[0].start < h.end for h in heads)


def _named_beside(q: QuotationMention, people: People) -> str | None:
    """Return the one person whom the line of the words, outside them, or the line under it names; "" for several, ``None`` for nobody."""
    text = people.reading.article.text
    start = text.rfind("\n", 0, q.pieces[0].start) + 1
    for stop in _ends(text, q.pieces[-1].end):
        named = {
            people.one_name(i, m)
            for i, m in people.named
            if m.kind == "person" and m.form == "name" and start <= m.start < stop
            and not any(p.start <= m.start < p.end for p in q.pieces)
        }  # fmt: skip
        if named:
            return next(iter(named)) if len(named) == 1 else ""
    return None


def _ends(text: str, at: int) -> Iterator[int]:
    """Yield where the line around an offset ends, and the next line that is not empty."""
    end = text.find("\n", at)
    yield len(text) if end < 0 else end
    while 0 <= end < len(text) and text[end].isspace():
        end += 1
    behind = text.find("\n", end) if end >= 0 else -1
    if behind >= 0:
        yield behind
