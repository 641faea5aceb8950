"""Block quotes of a page: the element ``blockquote`` is the evidence, a signature or the sentence before says who speaks.

"— Tom Hale, docker" below the words signs them; "— Port (@port)" is a post, relayed by its account. Without either the
sentence before must end in a colon and hold a word of saying; else the speaker stays open, with an abstention.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import regex
from msgspec import Struct

from isnad.annotate.quotations.attachment import cue_beside
from isnad.annotate.quotations.frames import Field
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marked import Draft
from isnad.annotate.quotations.nounphrases import Found, Mentions
from isnad.annotate.quotations.subjects import subject
from isnad.model import Article, Part, Span

_SIGNED = regex.compile(r"\s*[—–―\-]+\s*(?P<who>[^,،(|\n]{2,60})(?:[^@\n]{0,20}(?P<account>@\w{2,30}))?")
_OPEN, _CLOSE = "«“„\"'‘ ", "»”\"'’ "
_FEWEST = 3
"""Words of the shortest block quote: less is a pulled number or a name."""


class _Block(Struct, frozen=True):
    """One block quote: the stretches of its words, and the part that signs it."""

    words: tuple[Span, ...]
    signed: Part | None


def block_quotes(article: Article, field: Field, lexicon: Speech, mentions: Mentions) -> Iterator[Draft]:
    """Yield the block quotes of a field as direct quotations, in order of place."""
    if field.kind != "body":
        return
    for block in _blocks(article):
        inner = tuple(s for s in (_unmarked(article.text, s) for s in block.words) if field.words.count(s) >= _FEWEST)
        if not inner or not field.span.start <= inner[0].start < field.span.end:
            continue
        scope = Span(inner[0].start, inner[-1].end)
        if block.signed is not None and (m := _SIGNED.match(article.text, block.signed.start, block.signed.end)):
            who, via = _signature(m, mentions)
            yield Draft("direct", inner, scope, None, who, False, None, via)
            continue
        yield _led_in(field, inner, scope, lexicon, mentions)


def _blocks(article: Article) -> Iterator[_Block]:
    """Yield the runs of parts inside block quotes; a part that opens with a dash and names somebody signs the run."""
    run: list[Part] = []
    signed: Part | None = None
    for part in (*article.parts, None):
        inside = part is not None and "blockquote" in (part.element or "") and part.kind not in ("chrome", "related")
        if inside and part is not None and signed is None:
            if run and _SIGNED.match(article.text, part.start, part.end) and part.end - part.start <= 120:
                signed = part
            else:
                run.append(part)
            continue
        if run:
            yield _Block(tuple(Span(p.start, p.end) for p in run if p.kind in ("lead", "body")), signed)
        run, signed = ([part] if inside and part is not None else []), None


def _unmarked(text: str, span: Span) -> Span:
    """Return the span without quotation marks and white space at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in _OPEN:
        start += 1
    while end > start and text[end - 1] in _CLOSE:
        end -= 1
    return Span(start, end)


def _signature(m: regex.Match[str], mentions: Mentions) -> tuple[Found, Found | None]:
    """Return who signed, and the account a post came by."""
    start, end = m.span("who")
    named = mentions.within(Span(start, end))
    who = Span(start, start + len(m.group("who").rstrip()))
    found = Found(who, named[0] if named else None, "name" if named else "phrase")
    account = Found(Span(*m.span("account")), None, "name") if m.group("account") else None
    return found, account


def _led_in(field: Field, inner: tuple[Span, ...], scope: Span, lexicon: Speech, mentions: Mentions) -> Draft:
    """Return the quotation with the speaker of the sentence before it, when that sentence announces words."""
    previous = next((f for f in reversed(field.frames) if f.span.end <= scope.start), None)
    cue, _ = cue_beside(field, previous, None, lexicon)
    if cue is None or previous is None:
        return Draft("direct", inner, scope, None, None)
    who, dropped = subject(field, cue, "before", scope, previous, lexicon, mentions)
    return Draft("direct", inner, Span(cue.span.start, scope.end), cue, who, dropped)


def apart(made: Sequence[Draft], blocks: Iterable[Draft], turns: Sequence[Draft]) -> list[Draft]:
    """Return a field's drafts with what the page sets apart in the place of what was found inside it.

    A block that reports by itself ("«…», explica, «…»") stays as it was read.
    """
    own = list(turns)
    own += [b for b in blocks if not any(d.cue is not None and _inside(d, b) for d in made)]
    if not own:
        return list(made)
    kept = [d for d in made if not any(_inside(d, o) for o in own)]
    return sorted([*kept, *own], key=lambda d: d.pieces[0].start)


def _inside(draft: Draft, block: Draft) -> bool:
    return any(p.touches(o) for p in draft.pieces for o in block.pieces)
