"""One telling made a candidate: its clause, day, place and whoever took part, from a trigger and the parts found for it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.clauses import (
    clause_of,
    day_when,
    news_since,
    own_words,
    soon_after,
    takes_up,
    told_where,
    when_clause,
)
from isnad.annotate.events.dating import date_in, lasting
from isnad.annotate.events.directions import deadline, directed
from isnad.annotate.events.distances import at_distance, counted_from
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.items import Item
from isnad.annotate.events.kinds import Kind, Trigger, lexicon
from isnad.annotate.events.overlaps import hurts
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout, is_inn, is_street
from isnad.annotate.events.roles import hangs_on
from isnad.annotate.events.signs import another, back, day_of_count, plural, tally, turned
from isnad.annotate.events.standing import FINITE
from isnad.annotate.events.triggers import Hit
from isnad.annotate.events.verbs import Verb
from isnad.languages import table
from isnad.model import EventMention, Interval, Reading, Span, Took
from isnad.model.reading import EventStatus, ParticipantRole

EARLY = 4
"""Sentences in which a text tells its news."""


class Sentence(Struct, frozen=True):
    """One sentence laid out, with its place in the article; ``without`` are words of its span that are read apart, ``inserted`` their items.

    ``stamp`` is the day at the head of a line that begins with an hour, ``town`` the place behind it; ``closes`` is the comma behind a clause put in between that holds the trigger: what follows is not its own.
    One that tells the ``play`` of a match tells contests only; ``contests`` when its page speaks of sport or of prizes.
    """

    index: int
    span: Span
    part: str
    layout: Layout
    without: Span | None = None
    play: bool = False
    contests: bool = True
    inserted: tuple[Item, ...] = ()
    closes: int = 0
    stamp: Interval | None = None
    town: int | None = None


def make_candidate(
    reading: Reading,
    sentence: Sentence,
    hit: Hit,
    hits: Sequence[Hit],
    kind: Kind,
    parts: Parts,
    status: EventStatus,
    grammar: Grammar,
) -> Candidate | None:
    """Return what a trigger tells with the given status, ``None`` when it is quoted and may not be claimed."""
    layout = sentence.layout
    items = layout.items
    trigger = Span(items[hit.first].start, items[hit.last].end)
    quoted = items[hit.first].quoted
    if quoted:
        now = hit.verb is not None and hit.verb.tense == "present" and not grammar.verb_first
        if not kind.quoted or not parts.names or hit.how in ("noun", "occur") or status not in ("happened", "reported"):
            return None
        if now:
            return None
        status = "reported"
    clause = clause_of(layout, parts, sentence.span)
    others = [
        Span(items[h.first].start, items[h.last].end)
        for h in hits
        if h is not hit
        and _another(h, hit)
        and not any(_inside(h, o) for o in hits)
        and not (_object_of(h, hit, layout) and kind.name not in table("shared", "kinds")["spoken"])
        and not (grammar.verb_first and _past_its_time(h, hit, layout))
    ]
    heard_of = kind.name in table("shared", "kinds")["heard_of"]
    own = own_words(layout, hit, sentence.span, grammar)
    if sentence.closes:
        own = Span(own.start, max(trigger.end, min(own.end, items[sentence.closes].start)))
    others = [o for o in others if o.within(own)]  # a clause of its own has times of its own
    put_off = kind.name in table("shared", "kinds")["put_off"]
    within = clause
    if sentence.closes and clause.start < items[sentence.closes].start < clause.end:
        within = Span(
            clause.start, max(trigger.end, items[sentence.closes].start)
        )  # « confié à X, serait achevé *en 2026* »
    date = date_in(reading, sentence.span, within, trigger, others, own, heard_of, put_off, sentence.without)
    early = sentence.part in ("title", "lead") or sentence.index < EARLY
    date = news_since(reading, layout, hit, early, date, status, grammar) if date is not None else None
    date = date if date is not None else day_when(reading, layout, hit, grammar)
    if date is None and heard_of and (same_time := when_clause(layout, hit, grammar, own)) is not None:
        date = date_in(reading, sentence.span, clause, trigger, (), same_time, heard_of)
    length, way = counted_from(reading, sentence.span, trigger, hit.trigger.sort == "verb")
    if length is not None and not _may_be_counted_from(hit, hits, layout, grammar, length.end):
        length = None
    date = date if length is None else at_distance(reading, sentence.span, length, way, date)
    counted = tally(layout, hit, grammar)
    if (hit.trigger.stage and status == "happened") or (counted and _day_of_count(layout, date, grammar)):
        date = None
    if date is None and status == "happened" and not (hit.trigger.stage or counted or hit.how == "noun"):
        date = sentence.stamp
    if date is not None and kind.lasting:
        date = lasting(reading, sentence.span, date, trigger, others)
    published = reading.article.published
    date, status = directed(reading, layout, hit, hits, date, status, grammar)
    date = deadline(reading, clause) if date is None and status == "planned" else date
    took = _took(kind, hit, Span(sentence.span.start, trigger.end), parts, reading, grammar.language)
    spoken = kind.name in table("shared", "kinds")["spoken"]
    # "demanded an explanation *from Tripoli*": whom one speaks to is not where one speaks.
    places = [m for m in parts.places if not (spoken and m in parts.names.get("to", ()))]
    if spoken:  # «نفت الشركة توقف الأعمال في *رأس الغزال*»: where that would be
        matter = min((items[h.last].end for h in hits if h.first > hit.last), default=sentence.span.end)
        places = [m for m in places if reading.mentions[m].start < matter]
    place = next((m for m in places if all(t.mention != m for t in took)), None)
    if kind.name == _DISASTER and place is None:
        struck = (m for p in ("object", "of") for m in parts.names.get(p, ()))
        place = next((m for m in struck if reading.mentions[m].kind == "place"), None)
    visited = (t.mention for t in took if t.role == "host" and reading.mentions[t.mention].kind == "place")
    if kind.name == "departure":  # "left Lisbon", « a regagné Tunis »
        place = next((m for m in parts.names.get("object", ()) if reading.mentions[m].kind == "place"), place)
    mention = EventMention(
        kind=kind.name,
        status=status,
        trigger=trigger,
        clause=clause,
        date=date,
        place=next((m for m in (place, *places, *visited) if m is not None), None),
        participants=took,
        figures=_figures(reading, clause),
        credits=tuple(i for i, c in enumerate(reading.credits) if c.whole or (c.scope and c.scope.touches(clause))),
        background=_background(date, published),
        another=another(layout, hit, grammar) or _one_more(hit, hits, layout, grammar),
        contrary=hit.trigger.contrary,
    )
    follows, also = (grammar.words[w].within(items, 0, min(len(items), 12)) is not None for w in ("then", "also"))
    # "En visite à Oran, la ministre X …": whose visit and where is all that a visit's verb would say.
    # So is what somebody denies: who denies the arrest of X says all that its own verb would.
    firm = hit.how != "noun" or (kind.lasting and kind.social and bool(parts.places) and bool(parts.names.get("of")))
    firm = firm or (status == "denied" and sentence.part in ("body", "lead"))
    return Candidate(
        mention=mention,
        sentence=sentence.index,
        part=sentence.part,
        firm=firm,
        dated=date is not None and date.days <= 92,
        follows=follows,
        also=also,
        quoted=quoted,
        back=back(layout, hit, grammar) or way < 0,
        plural=plural(layout, hit),
        noun=hit.how == "noun",
        tally=counted and date is None,
        aside=hit.verb is not None
        and (
            hit.verb.tense == "participle"
            or (_relative(layout, layout.left(hit.verb.first)) and not takes_up(layout, hit.verb.first, grammar))
        ),
        present=hit.verb is not None and hit.verb.tense == "present",
        soon=soon_after(layout, hit, grammar),
        turned=turned(layout, hit, grammar),
        hurt=hurts(hit.trigger),
        there=hit.verb is not None and told_where(layout, layout.left(hit.verb.first), grammar),
        verb=items[hit.first].key if hit.how == "verb" and hit.verb and _tells_anew(hit.verb, grammar) else "",
    )


def _tells_anew(verb: Verb, grammar: Grammar) -> bool:
    """True of a finite verb, and of a participle that opens its sentence: "*Convicted* in 2015, he had served two years"."""
    return verb.tense in FINITE or (verb.tense == "participle" and verb.first == 0 and not grammar.verb_first)


def _relative(layout: Layout, left: int) -> bool:
    """True where a relative clause begins: "the man *who*", "el accidente en el *que*"."""
    if layout.borders.get(left) == "relative":
        return True
    return left > 1 and layout.items[left].key == "que" and layout.items[left - 1].key in _THE


_THE = frozenset({"el", "la", "los", "las"})


def _one_more(hit: Hit, hits: Sequence[Hit], layout: Layout, grammar: Grammar) -> bool:
    """True for what somebody did next that is like what he did before it: "met the mayor *before meeting* the bishop"."""
    before = next((o for o in reversed(hits) if o.last < hit.first), None)
    alike = before is not None and before.how == "verb" and before.trigger.kind == hit.trigger.kind
    return alike and hangs_on(layout, hit, 1, grammar)


def _may_be_counted_from(hit: Hit, hits: Sequence[Hit], layout: Layout, grammar: Grammar, length: int) -> bool:
    """False for the second verb behind a length, which ends at ``length``: of "two days after he was arrested he died" only the arrest was before."""
    if hit.trigger.sort != "verb" or (hit.first and grammar.words["coordinate"].at(layout.items, hit.first - 1)):
        return True
    between = (o for o in hits if o is not hit and o.trigger.sort == "verb" and o.last < hit.first)
    return not any(layout.items[o.first].start >= length for o in between)


def _day_of_count(layout: Layout, date: Interval | None, grammar: Grammar) -> bool:
    return date is not None and any(day_of_count(layout, Span(c.start, c.end), grammar) for c in date.cites)


def _another(other: Hit, hit: Hit) -> bool:
    """True for a trigger with a verb of its own, or of another kind; a noun beside its verb, "tenir une réunion", has none."""
    if other.verb is not None and hit.verb is not None and other.verb.first <= hit.verb.last <= other.verb.last:
        return False
    if hit.how == "noun" and other.how == "verb" and other.first > hit.last and other.verb is not None:
        return True  # "the demolition of the hall, *built in 1927*"
    return other.trigger.kind != hit.trigger.kind or (other.how == hit.how == "verb" and other.verb != hit.verb)


def _object_of(noun: Hit, hit: Hit, layout: Layout) -> bool:
    """True for a noun that a verb of another kind governs: of "fled the fighting in June" both were in June."""
    if hit.how != "verb" or noun.how == "verb" or not hit.last < noun.first < layout.right(hit.last):
        return False
    tied = layout.items[noun.last + 2 : noun.last + 3]
    if tied and tied[0].kind == "time" and layout.items[noun.last + 1].key in _OF:
        return False  # "fined for the spill *of April*"
    between = layout.items[hit.last + 1 : noun.first]
    kinds_ = [i.kind for i in between]
    for i in range(len(kinds_) - 2):
        if kinds_[i : i + 3] == ["mark", "time", "mark"]:
            kinds_[i : i + 3] = ["word"] * 3  # «صوت المجلس*، أمس السبت،* على حجب الثقة»: set in, it parts nothing
    return "mark" not in kinds_ and "time" not in kinds_


def _past_its_time(noun: Hit, hit: Hit, layout: Layout) -> bool:
    """True for an Arabic noun behind its verb's own time, which is never the noun's: «أوقف الصندوق *أمس توزيع* حصصه»."""
    if hit.how != "verb" or noun.how == "verb" or not hit.last < noun.first < layout.right(hit.last):
        return False
    between = [i.kind for i in layout.items[hit.last + 1 : noun.first]]
    timed = [n for n, kind in enumerate(between) if kind == "time"]
    if len(timed) != 1 or any(i.kind == "time" for i in layout.items[noun.last + 1 : layout.right(noun.last)]):
        return False
    if timed[0] and layout.items[hit.last + timed[0]].key in _BOUNDS:
        return False
    marks = [n for n, kind in enumerate(between) if kind == "mark"]
    return not marks or marks == [timed[0] - 1, timed[0] + 1]


_BOUNDS = frozenset({"منذ", "حتي", "حتى", "قبل", "بعد"})
"""Arabic words before a time that is no day of what is told."""
_OF = frozenset({"of", "de", "d'", "du", "del"})
"""What ties a time to the noun before it."""


def _inside(hit: Hit, other: Hit) -> bool:
    """True for a trigger that is one word of another: "muertos" in "dejaron veinte muertos"."""
    return other.first <= hit.first and hit.last <= other.last and other.last - other.first > hit.last - hit.first


_OF_PEOPLE = frozenset({"arrest", "departure", "appointment"})
"""Kinds that befall people and bodies, and no place."""


_BODIES = "death.bodies"
"""Words for the dead, as the object of verbs of finding."""


def _of_bodies(trigger: Trigger, language: str) -> bool:
    """True of words that speak of a dead body: "recovered the remains", « le corps d'un »."""
    if trigger.kind != "death" or _BODIES in trigger.classes:
        return trigger.kind == "death"
    bodies = lexicon(language).classes[_BODIES]
    return not bodies.isdisjoint((*trigger.after, *trigger.lemma.split()))


def _took(kind: Kind, hit: Hit, room: Span, parts: Parts, reading: Reading, language: str) -> tuple[Took, ...]:
    found: dict[int, ParticipantRole] = {}
    finds = _of_bodies(hit.trigger, language) and not (hit.verb is not None and hit.verb.passive)
    if hit.trigger.subject == "named" and "appointee" in kind.roles.values():
        # "X *replaces* Y": who comes is the appointee, and not who goes.
        took = [Took("appointee", m) for m in parts.names.get("subject", ())]
        return (*took, *(Took("counterpart", m) for m in parts.names.get("object", ())))
    for position, role in kind.roles.items():
        # Who dismisses is not dismissed, though who resigns is the subject too: "issued a decision to dismiss X".
        done_to = parts.names.get("object") or (hit.how == "do" and parts.names.get("of"))
        somebody = "object" in parts.unnamed and hit.trigger.object in ("person", "who")
        acts = role == "appointee" and position == "subject" and (bool(done_to) or (hit.how == "verb" and somebody))
        for m in parts.names.get(position, ()):
            if position == "subject" and finds and reading.mentions[m].start < room.end:
                # "*Salvamento Marítimo* halló el cuerpo": who finds the dead is none of them.
                if reading.mentions[m].start >= room.start:
                    found.setdefault(m, "actor")
                continue
            if kind.name == _DISASTER and reading.mentions[m].kind == "place":
                continue  # "a quake shook *Benin*": where it was
            if role in ("target", "appointee") and kind.name in _OF_PEOPLE and reading.mentions[m].kind == "place":
                continue  # «أوقفت شرطة *سطيف*»: no town is arrested, and none leaves
            if role != "beneficiary" and is_street(reading.mentions[m], reading.article.language):
                continue  # "marched along the *Avenida Bolívar*": no street does anything, and nobody does it to one
            if role not in ("beneficiary", "target") and is_inn(reading.mentions[m], reading.article.language):
                continue  # "met at the *palacio* de La Moneda"
            found.setdefault(m, "actor" if acts else role)
    return tuple(Took(role, m) for m, role in found.items())


_DISASTER = "disaster"


def _figures(reading: Reading, clause: Span) -> tuple[tuple[str, int], ...]:
    return tuple((f.quantity, i) for i, f in enumerate(reading.figures) if f.span.within(clause))


def _background(date: Interval | None, published: Interval | None) -> bool:
    return date is not None and published is not None and (published.start - date.end).days > 60
