"""Headlines repeat what somebody says below them: marked words of a title, subheading or caption, found again in a quotation.

The words of the headline are a quotation of their own, said by whom the text names; without such an echo short marked
words in a headline may be a term, and nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.terms import is_alone
from isnad.model import ChainLink, QuotationMention, Reading, Span
from isnad.text import tokens

_FEW = 3
_LONG = 6
"""Words from which a headline may begin with another word than what was said."""
_HEADS = ("title", "subheading", "caption")


def echoes(told: Sequence[Field], found: Sequence[QuotationMention], reading: Reading) -> list[QuotationMention]:
    """Return the quotations with those of headlines added, and their speakers taken from the text below."""
    text = reading.article.text
    heads = [f.span for f in told if f.kind in _HEADS]
    open_heads = [q for q in found if _nobodys(q, reading) and any(h.start <= q.pieces[0].start < h.end for h in heads)]
    unclaimed = list(_unclaimed(told, [p for q in found for p in q.pieces]))
    if not open_heads and not unclaimed:
        return list(found)
    below = [(_words(text, q.pieces), q) for q in found if q.speaker is not None and q not in open_heads]
    made = [
        _said_by(q, source)
        if q in open_heads and _better(q, source := _source(_words(text, q.pieces), below), reading)
        else q
        for q in found
    ]
    named = [_words(text, (n,)) for f in told for frame in f.frames for n in frame.names]
    for frame, m in unclaimed:
        said = _words(text, (m.inner,))
        source = _source(said, below) if said not in named else None
        if source is not None:
            field = next(f for f in told if frame in f.frames)
            led_in = text[field.span.start : m.outer.start].rstrip().endswith(":")
            kind = "direct" if led_in or is_alone(field, frame) else "mixed"
            made.append(_said_by(QuotationMention(kind, (m.inner,), m.outer, None, None), source))  # type: ignore[arg-type]
    return made


def _nobodys(q: QuotationMention, reading: Reading) -> bool:
    """True of words that a headline gives to nobody named, or to a town or a body ("“Escribe con barro”: *Valencia* pide …")."""
    return q.speaker is None or q.speaker.mention is None or reading.mentions[q.speaker.mention].kind != "person"


def _better(q: QuotationMention, source: QuotationMention | None, reading: Reading) -> bool:
    """True unless a headline names a town or a body where the text below has a pronoun ("*North Korea* says 'no way'", "he said")."""
    if q.speaker is None or source is None or source.speaker is None:
        return True
    printed = reading.article.text[source.speaker.start : source.speaker.end]
    return not printed.islower() or " " in printed


def _unclaimed(told: Sequence[Field], taken: Sequence[Span]) -> Iterator[tuple[Frame, Marked]]:
    for field in told:
        for frame in field.frames if field.kind in _HEADS else ():
            for m in frame.marked:
                if m.closed and not any(m.inner.touches(t) for t in taken) and m.outer not in frame.names:
                    yield frame, m


def _words(text: str, pieces: Sequence[Span]) -> list[str]:
    return [t.key for p in pieces for t in tokens(text, p.start, p.end) if t.kind != "mark"]


def _source(words: list[str], below: Sequence[tuple[list[str], QuotationMention]]) -> QuotationMention | None:
    """Return the quotation that holds the words in a row, or most of a longer row in order."""
    if len(words) < 2 and len("".join(words)) < 6:
        return None
    for other, q in below:
        if q.kind == "indirect" and len(words) <= _FEW:
            continue  # a name in marks that a reported clause holds too
        if any(other[i : i + len(words)] == words for i in range(len(other) - len(words) + 1)):
            return q
    for other, q in below:
        if len(words) >= 4 and q.kind != "indirect" and _in_order(words, other) >= 0.75 * len(words):
            return q
    return None


def _in_order(words: list[str], other: list[str]) -> int:
    """Count the words met in order, none further than four words behind the one before."""
    best = 0
    firsts = range(1 + (len(words) >= _LONG))  # "*Il* y est allé", "*Hernán* y est allé"
    starts = [(i, k) for k in firsts for i, w in enumerate(other) if w == words[k]]
    for at, k in starts:
        n = 1
        for word in words[k + 1 :]:
            near = next((k for k in range(at + 1, min(at + 5, len(other))) if other[k] == word), None)
            if near is not None:
                at, n = near, n + 1
        best = max(best, n)
    return best


def _said_by(q: QuotationMention, source: QuotationMention | None) -> QuotationMention:
    if source is None:
        return q
    chain = tuple(c for c in source.chain if isinstance(c, ChainLink))
    return replace(q, speaker=source.speaker, chain=chain, stance=source.stance)
