"""Agreements: what kind of text, between whom, on what matters, and how far it got.

A noun for a text that is concluded counts when its own clause says a step of it (signed, approved, suspended …), or when it
is named with its sides. "The contract", with nothing that tells which, is a later mention: it adds to the agreement it means
and is none by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from isnad.annotate.agreements.matters import matters_of
from isnad.annotate.agreements.parties import Sides
from isnad.annotate.agreements.phrases import Line, Named
from isnad.annotate.agreements.steps import WEAK, steps_of
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES
from isnad.model import AgreementMention, EventMention, Reading, Span, StepMention

PAST = 30
"""Days back from which a dated step is history, so that its agreement is not the one in the news."""
EVENT_STEPS = {"signing": "signed", "approval": "approved", "suspension": "suspended"}


def find_agreements(reading: Reading) -> Reading:
    """Return the reading with its agreements, and its events of signing or approving pointing at them."""
    if reading.article.language not in LANGUAGES:
        return reading
    found: list[AgreementMention] = []
    for sentence in reading.sentences:
        found += _in_sentence(reading, sentence)
    events = tuple(_concluding(e, found, reading.sentences) for e in reading.events)
    return with_field(with_field(reading, "agreements", tuple(found)), "events", events)


def _in_sentence(reading: Reading, sentence: Span) -> list[AgreementMention]:
    line = Line(reading, sentence)
    names = line.names()
    if not names:
        return []
    sides = Sides(line)
    out = []
    steps: tuple[StepMention, ...] = ()
    for n, named in enumerate(names):
        limit = names[n + 1].first if n + 1 < len(names) else len(line)
        own = steps_of(line, named, names)
        # "the conclusion of an accord on … and of a memorandum on …": what is said of the first is said of the second.
        steps = own or (steps if n and _joined(line, names[n - 1], named) else ())
        made = _mention(line, sides, named, steps, limit)
        if made is not None:
            out.append(made)
    return out


def _joined(line: Line, last: Named, named: Named) -> bool:
    """True when a coordinating word stands right before the name, prepositions aside, and neither is definite."""
    i = named.first - 1
    while i > last.end and line.keys[i] in line.words.prepositions:
        i -= 1
    waw = line.words.arabic and line.keys[named.head][:1] == "و"
    return named.definite == last.definite and (waw or line.keys[i] in ("et", "y", "and", "e", ","))


def _mention(
    line: Line, sides: Sides, named: Named, steps: tuple[StepMention, ...], limit: int
) -> AgreementMention | None:
    """The mention an agreement's name makes, ``None`` when the sentence tells nothing of it that came about."""
    explicit = sides.explicit(named)
    told = _told(line, named, steps)
    past = _past(line, steps)
    matters, naming = matters_of(line, named, limit, told=told or explicit or past)
    quoted = _inside_quotation(line.reading, line.span(named.head, named.end))
    strong = any(s.status not in WEAK for s in steps)
    if (quoted and not named.definite) or not (strong or (named.definite and (matters or steps or explicit))):
        return None
    pointing = any(line.at(i, line.words.predicate) for i in range(max(0, named.first - 5), named.first))
    # "The memorandum signed in Cairo on 19 November" tells which; "the contract was signed by …" does not.
    later = quoted or not strong or pointing or (named.definite and not (naming or explicit))
    parties = sides.of(named, steps, later)
    span = line.span(named.head, named.end)
    kept = steps if steps else (StepMention("mentioned", span.start, span.end),)
    return AgreementMention(named.kind, span.start, span.end, parties, matters, kept, later)


def _told(line: Line, named: Named, steps: Sequence[StepMention]) -> bool:
    """True when a step right behind the name, with a day of its own, tells which agreement is meant."""
    for s in steps:
        i = line.index(s.start)
        between = line.keys[named.end : i]
        if i >= named.end and s.date is not None and len(between) <= 4:
            if all(k in (",", "(", ")", "mou") or k in line.words.relative for k in between):
                return True
    return False


def _past(line: Line, steps: Sequence[StepMention]) -> bool:
    """True when a step is dated so far back that the agreement is not the one in the news."""
    page = line.reading.article.published
    return page is not None and any(
        s.date is not None and s.status not in WEAK and (page.start - s.date.end).days > PAST for s in steps
    )


def _inside_quotation(reading: Reading, at: Span) -> bool:
    """Words that somebody is quoted with are that person's, not the page's."""
    return any(at.within(p) for q in reading.quotations if q.kind == "direct" for p in q.pieces)


def _concluding(e: EventMention, found: Sequence[AgreementMention], sentences: Sequence[Span]) -> EventMention:
    """An event of concluding points at the agreement of its sentence nearest behind its trigger."""
    if e.kind not in EVENT_STEPS or e.agreement is not None:
        return e
    sentence = next((s for s in sentences if s.start <= e.trigger.start < s.end), None)
    near = [i for i, a in enumerate(found) if sentence and sentence.start <= a.start < sentence.end and _takes(e, a)]
    if not near:
        return e
    best = min(
        near, key=lambda i: (abs(found[i].start - e.trigger.start) + 200 * (found[i].start < e.trigger.start), i)
    )
    return msgspec.structs.replace(e, agreement=best)


def _takes(e: EventMention, a: AgreementMention) -> bool:
    """True when the agreement takes a step where the event is told; any signing near it otherwise."""
    if e.kind == "signing":
        return True
    taken = EVENT_STEPS[e.kind]
    return any(s.status == taken and e.trigger.start - 12 <= s.start <= e.trigger.end + 12 for s in a.steps)
