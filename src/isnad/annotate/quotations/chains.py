"""The hands a quotation passed through inside the article: the speaker, then who relayed the words.

A communiqué that speaks for a known owner is the owner's word relayed by it; one without an owner speaks for itself. An
agency that the whole article is credited to relays every word in it.
"""

from __future__ import annotations

from isnad.annotate.quotations.marked import Draft
from isnad.model import ChainLink, Credit, Reading, Span, SpeakerMention

_RELAYS = ("communique", "agency", "outlet", "foreign press")


def credit_of(speaker: SpeakerMention, reading: Reading) -> int | None:
    """Return the index of the credit the speaker's printed words are ("le communiqué", "un site local"), if they are one."""
    span = Span(speaker.start, speaker.end)
    for i, c in enumerate(reading.credits):
        if Span(c.start, c.end).touches(span) and abs(c.start - span.start) <= 12 and c.kind in _RELAYS:
            return i
    return None


def chain_of(draft: Draft, speaker: SpeakerMention | None, reading: Reading) -> tuple[ChainLink, ...]:
    """Return the chain from the mouth outwards; the publisher is added when the dossier is composed."""
    if speaker is None:
        return ()
    links = [ChainLink("speaker", speaker.text, speaker.start, speaker.end)]
    itself = credit_of(speaker, reading)
    if (
        itself is not None
        and reading.credits[itself].kind == "communique"
        and reading.credits[itself].owner is not None
    ):
        links = [_owner(reading.credits[itself], reading), _link(itself, reading.credits[itself])]
    said = Span(speaker.start, speaker.end)
    for i, c in enumerate(reading.credits):
        if c.kind not in _RELAYS or i == itself or Span(c.start, c.end).touches(said):
            continue
        if _covers(c, draft) and not any(_same(x, c) for x in links):
            links.append(_link(i, c))
    if draft.via is not None and not any(Span(x.start, x.end).touches(draft.via.span) for x in links):
        told = draft.via.span
        links.append(ChainLink("relayed by", reading.article.words(told), told.start, told.end))
    whole = _carrier(draft, reading)
    if len(links) == 1 and whole is not None and whole != itself:
        links.append(_link(whole, reading.credits[whole]))
    return tuple(links)


def _link(i: int, credit: Credit) -> ChainLink:
    return ChainLink("relayed by", credit.name, credit.start, credit.end, i)


def _owner(credit: Credit, reading: Reading) -> ChainLink:
    m = reading.mentions[credit.owner or 0]
    return ChainLink("speaker", m.text, m.start, m.end)


def _same(link: ChainLink, credit: Credit) -> bool:
    return link.role == "relayed by" and (link.start == credit.start or link.name.casefold() == credit.name.casefold())


def _covers(credit: Credit, draft: Draft) -> bool:
    """True when the credit's sentence is the quotation's own, or it covers the whole article."""
    if credit.whole:
        return True
    if credit.scope is None or not credit.scope.touches(draft.scope):
        return False
    if draft.content is not None and draft.content <= credit.start < draft.pieces[-1].end:
        return False  # the source stands in the clause that is reported: it belongs to what was said
    return not any(p.start <= credit.start < p.end for p in draft.pieces)


def _carrier(draft: Draft, reading: Reading) -> int | None:
    """Return the one communiqué an article retells: named twice or more, no other source beside it, around the words."""
    told = [(i, c) for i, c in enumerate(reading.credits) if c.kind == "communique" and not c.whole]
    if len(told) < 2 or len({c.owner for _, c in told if c.owner is not None}) > 1:
        return None
    if any(c.kind in ("agency", "outlet", "foreign press") for c in reading.credits):
        return None
    at = draft.pieces[0].start
    return told[0][0] if told[0][1].start <= at <= told[-1][1].end else None
