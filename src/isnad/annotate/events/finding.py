"""From a sentence to the events it tells: triggers weighed, parts and date filled in, abstentions labelled."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from isnad.annotate.events.dating import date_in, lasting
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import items_of
from isnad.annotate.events.kinds import Kind, Lexicon, kinds
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout, lay_out
from isnad.annotate.events.roles import find_parts
from isnad.annotate.events.status import outcome
from isnad.annotate.events.triggers import Hit, find_triggers
from isnad.model import Abstention, Citation, EventMention, Interval, Reading, Span, Took
from isnad.model.reading import EventStatus, ParticipantRole


class Candidate(Struct, frozen=True):
    """An event a sentence tells, before the article's tellings are compared: ``firm`` when it stands by itself."""

    mention: EventMention
    sentence: int
    part: str
    firm: bool
    dated: bool
    follows: bool
    quoted: bool
    back: bool = False
    plural: bool = False
    noun: bool = False


class Sentence(Struct, frozen=True):
    """One sentence laid out, with its place in the article."""

    index: int
    span: Span
    part: str
    layout: Layout


def candidates(
    reading: Reading, sentence: Sentence, grammar: Grammar, lexicon: Lexicon, last_subject: Sequence[int]
) -> tuple[list[Candidate], list[Abstention], tuple[int, ...]]:
    """Return what one sentence tells, what it seems to tell, and whom the next sentence's "he" would be."""
    layout = sentence.layout
    hits = find_triggers(layout, grammar, lexicon)
    found: list[Candidate] = []
    left: list[Abstention] = []
    subject = tuple(last_subject)
    leads = [r[0] for r in hits]
    for n, readings in enumerate(hits):
        first_reason = ""
        for hit in readings:
            made, reason, parts = _weigh(reading, sentence, hit, leads, n, grammar, subject)
            if made is not None:
                found.append(made)
                subject = _subject_of(parts, reading) or subject
                break
            first_reason = first_reason or reason
        else:
            left.append(_abstained(reading, layout, readings[0], first_reason))
    return found, left, subject if found else (_first_subject(layout, reading) or subject)


def _weigh(
    reading: Reading,
    sentence: Sentence,
    hit: Hit,
    leads: Sequence[Hit],
    n: int,
    grammar: Grammar,
    subject: tuple[int, ...],
) -> tuple[Candidate | None, str, Parts]:
    """One reading of one trigger: the event it tells, or why it tells none, with the parts found."""
    layout = sentence.layout
    kind = kinds()[hit.trigger.kind]
    stop, start = _room(leads, n, hit, layout)
    parts = find_parts(layout, hit, reading.mentions, grammar, stop, start, subject)
    said = outcome(layout, hit, grammar, kind.announced)
    reason = said.reason or _unfit(kind, hit, parts, reading)
    if reason:
        return None, reason, parts
    made = _candidate(reading, sentence, hit, leads, kind, parts, said.status or "happened", grammar)
    return made, "" if made else "inside-quotation", parts


def _room(hits: Sequence[Hit], n: int, hit: Hit, layout: Layout) -> tuple[int, int]:
    """The items between the neighbouring verb triggers: names beyond them are theirs."""
    stop, start = len(layout.items), 0
    for other in hits[n + 1 :]:
        carries = other.verb is not None and other.verb.tense != "participle"
        if carries and other.verb is not None and other.verb.first > hit.last and not _shared(other, hit):
            stop = other.verb.first
            break
    for other in reversed(hits[:n]):
        if (
            other.verb is not None
            and other.last < (hit.verb.first if hit.verb else hit.first)
            and not _shared(other, hit)
        ):
            start = other.last + 1
            break
    return stop, start


def _shared(a: Hit, b: Hit) -> bool:
    """True when one verb carries both: "les inondations *ont fait* vingt morts"."""
    return a.verb is not None and b.verb is not None and a.verb.first == b.verb.first


def _subject_of(parts: Parts, reading: Reading) -> tuple[int, ...]:
    found = parts.names.get("subject", ())
    return tuple(m for m in found if reading.mentions[m].kind == "person")


def _first_subject(layout: Layout, reading: Reading) -> tuple[int, ...]:
    """The first bare person of a sentence that tells no event."""
    for item, label in zip(layout.items, layout.labels, strict=True):
        if item.kind == "name" and label == "bare" and reading.mentions[item.ref].kind == "person":
            return (item.ref,)
    return ()


def _unfit(kind: Kind, hit: Hit, parts: Parts, reading: Reading) -> str:
    """Why the parts do not make an event of the kind; empty when they do."""
    for position in hit.trigger.wants:
        if position not in parts.names and position not in parts.unnamed:
            return "no-" + position
    position = "object" if hit.trigger.sort == "verb" else "of"
    if hit.trigger.object and not _fits(hit.trigger.object, position, parts, reading):
        return "no-object"
    if hit.trigger.subject and not _fits(hit.trigger.subject, "subject", parts, reading):
        return "no-subject"
    named = any(p in parts.names for p in kind.needs)
    unnamed = kind.anonymous and (bool(hit.trigger.doers) or any(p in parts.unnamed for p in kind.needs))
    if kind.needs and not (named or unnamed or (kind.place and parts.places)):
        return "nobody-named"
    if hit.how == "noun" and not (parts.everybody or parts.places or (kind.anonymous and parts.unnamed)):
        return "noun-alone"
    return ""


def _fits(wanted: str, position: str, parts: Parts, reading: Reading) -> bool:
    if wanted == "place":
        return bool(parts.places) or any(reading.mentions[m].kind == "place" for m in parts.names.get("object", ()))
    found = [reading.mentions[m].kind for m in parts.names.get(position, ())]
    if wanted == "who":
        return bool(found) or position in parts.unnamed
    return wanted in found or (wanted == "person" and position in parts.unnamed and not found)


def _candidate(
    reading: Reading,
    sentence: Sentence,
    hit: Hit,
    hits: Sequence[Hit],
    kind: Kind,
    parts: Parts,
    status: EventStatus,
    grammar: Grammar,
) -> Candidate | None:
    layout = sentence.layout
    items = layout.items
    trigger = Span(items[hit.first].start, items[hit.last].end)
    quoted = items[hit.first].quoted
    if quoted:
        if not kind.quoted or not parts.names or hit.how in ("noun", "occur") or status not in ("happened", "reported"):
            return None
        status = "reported"
    clause = _clause(layout, parts, sentence.span)
    others = [
        Span(items[h.first].start, items[h.last].end) for h in hits if h is not hit and h.trigger.kind != kind.name
    ]
    date = date_in(reading, sentence.span, clause, trigger, others)
    if date is not None and kind.lasting:
        date = lasting(reading, sentence.span, date)
    published = reading.article.published
    if date is not None and published is not None and date.start > published.end and status in ("happened", "reported"):
        status = "planned"
    took = _took(kind, hit, parts, reading)
    place = next((m for m in parts.places if all(t.mention != m for t in took)), None)
    mention = EventMention(
        kind=kind.name,
        status=status,
        trigger=trigger,
        clause=clause,
        date=date,
        place=place if place is not None else next(iter(parts.places), None),
        participants=took,
        figures=_figures(reading, clause),
        credits=tuple(i for i, c in enumerate(reading.credits) if c.whole or (c.scope and c.scope.touches(clause))),
        background=_background(date, published),
    )
    follows = grammar.words["then"].within(items, 0, min(len(items), 12)) is not None
    firm = hit.how != "noun"
    return Candidate(
        mention=mention,
        sentence=sentence.index,
        part=sentence.part,
        firm=firm,
        dated=date is not None and date.days <= 92,
        follows=follows,
        quoted=quoted,
        back=hit.how != "verb" and grammar.words["back"].within(items, max(0, hit.first - 3), hit.first) is not None,
        plural=_plural(layout, hit),
        noun=hit.how == "noun",
    )


def _plural(layout: Layout, hit: Hit) -> bool:
    """True for an event noun in a plural its entry does not have: "des visites" are no one visit."""
    if hit.how == "verb":
        return False
    head, key = hit.trigger.lemma.split()[0], layout.items[hit.first].key
    return not head.endswith(("s", "x", "ات")) and key.endswith(("s", "x", "ات")) and len(key) > len(head)


def _clause(layout: Layout, parts: Parts, sentence: Span) -> Span:
    """What is cited: the words from the first to the last that the event rests on, out to the clause's borders."""
    items = layout.items
    left = layout.left(parts.first)
    first = left + (layout.borders.get(left) == "hard") if left >= 0 else 0
    last = layout.right(parts.last) - 1
    first, last = min(first, parts.first), max(last, parts.last)
    while last > parts.last and items[last].kind == "mark":
        last -= 1
    return Span(max(sentence.start, items[max(first, 0)].start), min(sentence.end, items[last].end))


def _took(kind: Kind, hit: Hit, parts: Parts, reading: Reading) -> tuple[Took, ...]:
    found: dict[int, ParticipantRole] = {}
    for position, role in kind.roles.items():
        for m in parts.names.get(position, ()):
            found.setdefault(m, role)
    return tuple(Took(role, m) for m, role in found.items())


def _figures(reading: Reading, clause: Span) -> tuple[tuple[str, int], ...]:
    return tuple((f.quantity, i) for i, f in enumerate(reading.figures) if f.span.within(clause))


def _background(date: Interval | None, published: Interval | None) -> bool:
    return date is not None and published is not None and (published.start - date.end).days > 60


def _abstained(reading: Reading, layout: Layout, hit: Hit, reason: str) -> Abstention:
    items = layout.items
    span = Span(items[hit.first].start, items[hit.last].end)
    words = reading.article.words(span)
    cite = Citation(reading.article.id, span.start, span.end)
    return Abstention((cite,), f"{hit.trigger.kind}: {words}", WHY.get(reason, "what it takes is not said"), reason)


WHY = {
    "conditional": "said under a condition",
    "habitual": "said of what happens in general",
    "negated": "said not to have happened, though nobody denies it",
    "wished-for": "asked for, proposed or refused, not said to have happened",
    "possible": "said to be possible only",
    "purpose": "said to be the purpose of something else",
    "infinitive": "named, without a verb that says whether it happened",
    "nobody-named": "nobody is named who took part",
    "noun-alone": "named, without anything said of it",
    "inside-quotation": "spoken by somebody quoted, as a hope or without naming anybody",
    "general": "told in the plural, of no one occasion",
    "heading": "a heading, which the text does not bear out",
    "undated": "told without a date and without enough else to stand by itself",
}


def lay_out_sentences(reading: Reading, grammar: Grammar) -> list[Sentence]:
    """Return the sentences of an article laid out, in order."""
    own = reading.article.own()
    found, at = [], 0
    for n, span in enumerate(reading.sentences):
        while at < len(own) - 1 and own[at].end < span.end:
            at += 1
        found.append(Sentence(n, span, own[at].kind if own else "body", lay_out(items_of(reading, span), grammar)))
    return found
