"""From a sentence to the events it tells: triggers weighed, parts and date filled in, abstentions labelled."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.events.bridging import pointed
from isnad.annotate.events.calls import ahead, called, instead, to_come
from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.clauses import clause_of, day_when, own_words, soon_after, takes_up, told_where, when_clause
from isnad.annotate.events.dating import date_in, lasting
from isnad.annotate.events.described import described
from isnad.annotate.events.directions import deadline, directed
from isnad.annotate.events.distances import at_distance, counted_from
from isnad.annotate.events.fitting import unfit
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.grounds import grounds
from isnad.annotate.events.hosts import host, host_behind, seat
from isnad.annotate.events.idioms import MATCH_REPORT, in_company, plays, without_idioms, without_loose
from isnad.annotate.events.insertions import Inserted, inserted, whole
from isnad.annotate.events.items import items_of
from isnad.annotate.events.kinds import Kind, Lexicon, demands, kinds
from isnad.annotate.events.overlaps import sift
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout, is_street, lay_out
from isnad.annotate.events.reasons import abstained
from isnad.annotate.events.roles import find_parts, hangs_on, joined_verb
from isnad.annotate.events.setting import general, inverted, of_a_thing, own_subject
from isnad.annotate.events.signs import another, back, day_of_count, plural, tally, weekly
from isnad.annotate.events.silent import belongs
from isnad.annotate.events.standing import FINITE, regular, stance, stands_alone
from isnad.annotate.events.status import Outcome, outcome
from isnad.annotate.events.triggers import Hit, find_triggers
from isnad.annotate.events.venues import at_head, befallen, shared_body, venue, within
from isnad.languages import table
from isnad.model import Abstention, EventMention, Interval, Reading, Span, Took
from isnad.model.reading import EventStatus, ParticipantRole

MOST_BARE = 2
"""Readings of one word kept as bare mentions."""


class SpokenOf(Struct, frozen=True):
    """Whom the next sentence's "he" would be, and whom its "him": the subject of what was told last, and the persons it befell."""

    subject: tuple[int, ...] = ()
    befallen: tuple[int, ...] = ()


class Sentence(Struct, frozen=True):
    """One sentence laid out, with its place in the article; ``without`` are words of its span that are read apart.

    One that tells the ``play`` of a match tells contests only; ``contests`` when its page speaks of sport or of prizes.
    """

    index: int
    span: Span
    part: str
    layout: Layout
    without: Span | None = None
    play: bool = False
    contests: bool = True


def candidates(
    reading: Reading, sentence: Sentence, grammar: Grammar, lexicon: Lexicon, before: SpokenOf
) -> tuple[list[Candidate], list[Abstention], SpokenOf]:
    """Return what one sentence tells, what it seems to tell, and whom the next sentence's pronouns would mean."""
    layout = sentence.layout
    hits = without_idioms(find_triggers(layout, grammar, lexicon), layout.items, grammar.language)
    hits = hits if sentence.contests else without_loose(hits, layout.items, grammar.language)
    hits = sift(_of_play(hits) if sentence.play else hits, grammar)
    found: list[Candidate] = []
    left: list[Abstention] = []
    subject, here, acted, befallen = before.subject, tuple[int, ...](), tuple[int, ...](), before.befallen
    suffered = set[int]()
    leads = [r[0] for r in hits]
    apart = None if whole(layout) else inserted(layout, leads, grammar)
    for n, readings in enumerate(hits):
        first_reason, bare = "", list[Candidate]()
        lone, sure = None, 0
        for hit in readings:
            if lone is not None and demands(hit.trigger) < sure:
                found.append(lone)
                break
            silent = here or _first_subject(layout, reading, grammar, hit.first)
            if not (silent or layout.items[hit.first].quoted or own_subject(layout, hit, grammar)):
                silent = subject
            if joined_verb(layout, hit, _room(leads, n, hit, layout, grammar)[1], grammar):
                silent = acted
            around = _around(sentence, hit, leads, n, apart)
            of = (here, _first_subject(layout, reading, grammar, hit.first), befallen, subject)
            made, reason, parts = _weigh(reading, *around, grammar, silent, of)
            if grammar.verb_first and suffered & {*parts.names.get("subject", ())}:
                # «أنهى المجلس مهام فلان، *وكلف* فلانة»: whom it was done to has not done the next.
                other = _weigh(reading, *around, grammar, (), of)
                made, reason, parts = other if other[2].names.get("object") else (made, reason, parts)
            acted = parts.names.get("subject", ()) if made is not None else acted
            if made is not None and made.lone:
                lone, sure = (lone, sure) if lone else (made, demands(hit.trigger))
            elif made is not None and not made.bare:
                found.append(instead(made, found) if made.called else made)
                here = _subject_of(parts, reading) or tuple(parts.names.get("subject", ())) or here
                suffered |= (
                    set()
                    if parts.names.get("subject")
                    else {*parts.names.get("object", ()), *parts.names.get("of", ())}
                )
                subject = _subject_of(parts, reading) or subject
                befallen = _befallen(parts, reading) or befallen
                break
            bare += [made] if made is not None and not (made.lone or of_a_thing(layout, hit, grammar)) else []
            first_reason = first_reason or reason
        else:
            if lone is None:
                left.append(abstained(reading, layout, readings[0], first_reason))
            found += [lone] if lone is not None else bare[:MOST_BARE]
    found = [_then(c, found) for c in found]
    told = any(not (c.bare or c.lone) for c in found)
    subject = subject if told else (_first_subject(layout, reading, grammar) or subject)
    return found, left, SpokenOf(subject, befallen)


def _of_play(hits: list[list[Hit]]) -> list[list[Hit]]:
    kept = ([h for h in readings if h.trigger.kind == "competition"] for readings in hits)
    return [readings for readings in kept if readings]


def _around(
    sentence: Sentence, hit: Hit, leads: Sequence[Hit], n: int, apart: Inserted | None
) -> tuple[Sentence, Hit, Sequence[Hit], int]:
    """A trigger, the sentence and its triggers as read without a clause put in between, when the trigger stands outside it."""
    if apart is None or apart.holds(hit.first):
        return sentence, hit, leads, n
    outside = [(i, h) for i, h in enumerate(leads) if not apart.holds(h.first)]
    at = next(k for k, (i, _) in enumerate(outside) if i == n)
    around = replace(sentence, layout=apart.around, without=apart.span)
    return around, apart.shifted(hit), [apart.shifted(h) for _, h in outside], at


def _then(c: Candidate, found: Sequence[Candidate]) -> Candidate:
    """What somebody did "where" he had come was done when he came, unless it has a day of its own: "visited Zahle in 2008, where he opened …"."""
    if not c.there or c.mention.date is not None:
        return c
    spoken = table("shared", "kinds")["spoken"]
    before = (o for o in reversed(found) if o.mention.trigger.end <= c.mention.trigger.start and not o.there)
    came = next((o for o in before if o.mention.date is not None and o.mention.kind not in spoken), None)
    if came is None or (status := came.mention.status) not in (
        (c.mention.status, "planned") if c.present else (c.mention.status,)
    ):
        return c
    there = replace(c.mention, date=came.mention.date, background=came.mention.background, status=status)
    return replace(c, mention=there, dated=came.dated)


def _weigh(
    reading: Reading,
    sentence: Sentence,
    hit: Hit,
    leads: Sequence[Hit],
    n: int,
    grammar: Grammar,
    subject: tuple[int, ...],
    spoken_of: Sequence[tuple[int, ...]],
) -> tuple[Candidate | None, str, Parts]:
    """One reading of one trigger: the event it tells, or why it tells none, with the parts found.

    What lacks somebody to tell of is returned bare, with the reason: another telling may have what it lacks.
    """
    layout = sentence.layout
    kind = kinds()[hit.trigger.kind]
    stop, start = _room(leads, n, hit, layout, grammar)
    stop = min(stop, _speech_ends(reading, layout, hit))
    parts = find_parts(layout, hit, reading.mentions, grammar, stop, start, subject, spoken_of)
    parts = described(reading, layout, hit, parts, grammar, start)
    said = outcome(layout, hit, grammar, kind.announced, not kind.quoted)
    if hit.trigger.refused:  # "two of the injured *did not survive*"
        denied = hit.verb is not None and hit.verb.negated and said.reason in ("negated", "habitual")
        said = Outcome("happened") if denied else Outcome(None, said.reason or "negated")
    unsaid = said.reason or ("conditional" if inverted(layout, hit, grammar.language) else "")
    # "The tour starts on 3 June": a present that says what is so in general tells a plan where it has a day to come.
    scheduled = not (unsaid or hit.trigger.refused) and general(hit, kind.name, sentence.part, grammar)
    by_call = unsaid in ("", "wished-for", "purpose") and called(hit, leads, n)
    if unsaid and not by_call:
        return None, unsaid, parts
    reason = unfit(kind, hit, parts, reading, layout)
    status = "planned" if unsaid or scheduled else said.status or "happened"
    made = _candidate(reading, sentence, hit, leads, kind, parts, status, grammar)
    if scheduled and not (made is not None and reading.article.published and to_come(made, reading)):
        return None, "habitual", parts
    if made is None:
        return None, reason or "inside-quotation", parts
    made = ahead(made, reading.article.published) if by_call else made
    if by_call and to_come(made, reading):
        made = _placed(made, layout, hit, reading, grammar, (start, stop))
        called_for = replace(made.mention, status="planned")
        return replace(made, mention=called_for, firm=True, called=True), "", parts
    if unsaid:
        return None, unsaid, parts
    made = _placed(made, layout, hit, reading, grammar, (start, stop))
    dated = made.dated and not weekly(layout, hit, reading.article.text, grammar)
    if not reason and (regular(hit, parts, sentence.part, dated) or stance(layout, hit, grammar)):
        reason = "habitual"
    told = made.mention
    # A year is enough for what was done; a plan of nobody's for some time of a year is none.
    when = told.date is not None and (made.dated or told.status != "planned")
    lone = reason == "nobody-named" and stands_alone(kind, hit, parts, layout, sentence.part, told.status, when)
    lone = lone or (made.tally and not reason)
    return replace(made, bare=bool(reason) and not lone, lone=lone), reason, parts


def _placed(
    made: Candidate, layout: Layout, hit: Hit, reading: Reading, grammar: Grammar, room: tuple[int, int]
) -> Candidate:
    """The candidate with the place that its clause tells otherwise than by a phrase of its own, or points back to."""
    said = made.mention
    spoken = said.kind in table("shared", "kinds")["spoken"]
    before = said.place is None or reading.mentions[said.place].end <= said.trigger.start
    house = host_behind(layout, hit, reading.mentions, grammar, room[1]) if before and not spoken else None
    if house is not None:
        town = within(house, reading.mentions, grammar)
        return replace(made, mention=replace(said, place=house if town is None else town))
    if said.place is not None:
        return made
    if spoken:
        where = at_head(layout, hit, reading.mentions, grammar)
        where = seat(said.kind, said.participants, reading.mentions) if where is None else where
        return replace(made, mention=replace(said, place=where))
    where = venue(layout, hit, reading.mentions, grammar, room)
    if where is None and joined_verb(layout, hit, room[0], grammar):
        where = shared_body(layout, hit, reading.mentions, grammar)
    where = befallen(said.kind, said.participants, reading) if where is None else where
    where = grounds(layout, hit, said.participants, reading.mentions, grammar, room) if where is None else where
    points = pointed(layout, hit, grammar, room, reading.article.text) if where is None else ""
    if where is None and not points:
        where = host(layout, hit, reading.mentions, grammar, room)
        where = seat(said.kind, said.participants, reading.mentions) if where is None else where
    return replace(made, mention=replace(said, place=where), points=points)


def _room(hits: Sequence[Hit], n: int, hit: Hit, layout: Layout, grammar: Grammar) -> tuple[int, int]:
    """The items between the neighbouring verb triggers: names beyond them are theirs."""
    stop, start = len(layout.items), 0
    for other in hits[n + 1 :]:
        carries = other.verb is not None and (other.verb.tense != "participle" or _and_done(other, layout, grammar))
        if carries and other.verb is not None and other.verb.first > hit.last and not _shared(other, hit):
            stop = other.verb.first
            break
    for other in reversed(hits[:n]):
        if (
            other.verb is not None
            and other.last < (hit.verb.first if hit.verb else hit.first)
            and not _shared(other, hit)
            and other.last + 1 < (hit.verb.first if hit.verb else hit.first)  # "dément avoir …": one subject
        ):
            start = other.last + 1
            break
    return stop, start


def _speech_ends(reading: Reading, layout: Layout, hit: Hit) -> int:
    """The item where reported words end that hold the trigger: "a man died of his burns, *the union said*" is no part of them."""
    at = layout.items[hit.first]
    ends = (p.end for q in reading.quotations if q.kind == "indirect" for p in q.pieces if p.start <= at.start < p.end)
    end = min(ends, default=10**9)
    return next((i for i in range(hit.last + 1, len(layout.items)) if layout.items[i].start >= end), len(layout.items))


def _and_done(other: Hit, layout: Layout, grammar: Grammar) -> bool:
    """True for the second of two participles behind one auxiliary: "a été relevé de ses fonctions et *remplacé* par X"."""
    at = other.first - 1
    return other.how == "verb" and at > 0 and grammar.words["coordinate"].at(layout.items, at) is not None


def _shared(a: Hit, b: Hit) -> bool:
    """True when one verb carries both: "les inondations *ont fait* vingt morts"."""
    return a.verb is not None and b.verb is not None and a.verb.first == b.verb.first


def _subject_of(parts: Parts, reading: Reading) -> tuple[int, ...]:
    found = parts.names.get("subject") or parts.names.get("object", ())
    return tuple(m for m in found if reading.mentions[m].kind == "person")


def _befallen(parts: Parts, reading: Reading) -> tuple[int, ...]:
    found = parts.names.get("object", ())
    return found if all(reading.mentions[m].kind == "person" for m in found) else ()


def _first_subject(layout: Layout, reading: Reading, grammar: Grammar, before: int | None = None) -> tuple[int, ...]:
    """The first bare person of a sentence, or of what stands before an item of it, there less whom a possessive makes another's."""
    for i, (item, label) in list(enumerate(zip(layout.items, layout.labels, strict=True)))[:before]:
        if item.kind == "name" and label == "bare" and reading.mentions[item.ref].kind == "person":
            if before is None or not belongs(layout, i, grammar):
                return (item.ref,)
    return ()


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
    ]
    heard_of = kind.name in table("shared", "kinds")["heard_of"]
    own = own_words(layout, hit, sentence.span, grammar)
    put_off = kind.name in table("shared", "kinds")["put_off"]
    date = date_in(reading, sentence.span, clause, trigger, others, own, heard_of, put_off, sentence.without)
    date = date if date is not None else day_when(reading, layout, hit, grammar)
    if date is None and heard_of and (same_time := when_clause(layout, hit, grammar, own)) is not None:
        date = date_in(reading, sentence.span, clause, trigger, (), same_time, heard_of)
    counts = _may_be_counted_from(hit, hits, layout, grammar)
    length, way = counted_from(reading, sentence.span, trigger, hit.trigger.sort == "verb") if counts else (None, 0)
    date = date if length is None else at_distance(reading, sentence.span, length, way, date)
    counted = tally(layout, hit, grammar)
    if (hit.trigger.stage and status == "happened") or (counted and _day_of_count(layout, date, grammar)):
        date = None
    if date is not None and kind.lasting:
        date = lasting(reading, sentence.span, date, trigger, others)
    published = reading.article.published
    date, status = directed(reading, layout, hit, hits, date, status, grammar)
    date = deadline(reading, clause) if date is None and status == "planned" else date
    took = _took(kind, hit, parts, reading)
    spoken = kind.name in table("shared", "kinds")["spoken"]
    # "demanded an explanation *from Tripoli*": whom one speaks to is not where one speaks.
    places = [m for m in parts.places if not (spoken and m in parts.names.get("to", ()))]
    place = next((m for m in places if all(t.mention != m for t in took)), None)
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
            or (
                layout.borders.get(layout.left(hit.verb.first)) == "relative"
                and not takes_up(layout, hit.verb.first, grammar)
            )
        ),
        present=hit.verb is not None and hit.verb.tense == "present",
        soon=soon_after(layout, hit, grammar),
        there=hit.verb is not None and told_where(layout, layout.left(hit.verb.first), grammar),
        verb=items[hit.first].key if hit.how == "verb" and hit.verb and hit.verb.tense in FINITE else "",
    )


def _one_more(hit: Hit, hits: Sequence[Hit], layout: Layout, grammar: Grammar) -> bool:
    """True for what somebody did next that is like what he did before it: "met the mayor *before meeting* the bishop"."""
    before = next((o for o in reversed(hits) if o.last < hit.first), None)
    alike = before is not None and before.how == "verb" and before.trigger.kind == hit.trigger.kind
    return alike and hangs_on(layout, hit, 1, grammar)


def _may_be_counted_from(hit: Hit, hits: Sequence[Hit], layout: Layout, grammar: Grammar) -> bool:
    """False for the second verb behind a length: of "two days after he was arrested he died" only the arrest was before."""
    if hit.trigger.sort != "verb" or (hit.first and grammar.words["coordinate"].at(layout.items, hit.first - 1)):
        return True
    return not any(o is not hit and o.trigger.sort == "verb" and o.last < hit.first for o in hits)


def _day_of_count(layout: Layout, date: Interval | None, grammar: Grammar) -> bool:
    return date is not None and any(day_of_count(layout, Span(c.start, c.end), grammar) for c in date.cites)


def _another(other: Hit, hit: Hit) -> bool:
    """True for a trigger with a verb of its own, or of another kind; a noun beside its verb, "tenir une réunion", has none."""
    if other.verb is not None and hit.verb is not None and other.verb.first <= hit.verb.last <= other.verb.last:
        return False
    return other.trigger.kind != hit.trigger.kind or (other.how == hit.how == "verb" and other.verb != hit.verb)


def _object_of(noun: Hit, hit: Hit, layout: Layout) -> bool:
    """True for a noun that a verb of another kind governs: of "fled the fighting in June" both were in June."""
    if hit.how != "verb" or noun.how == "verb" or not hit.last < noun.first < layout.right(hit.last):
        return False
    tied = layout.items[noun.last + 2 : noun.last + 3]
    if tied and tied[0].kind == "time" and layout.items[noun.last + 1].key in _OF:
        return False  # "fined for the spill *of April*"
    between = layout.items[hit.last + 1 : noun.first]
    return not any(i.kind in ("mark", "time") for i in between)


_OF = frozenset({"of", "de", "d'", "du", "del"})
"""What ties a time to the noun before it."""


def _inside(hit: Hit, other: Hit) -> bool:
    """True for a trigger that is one word of another: "muertos" in "dejaron veinte muertos"."""
    return other.first <= hit.first and hit.last <= other.last and other.last - other.first > hit.last - hit.first


_OF_PEOPLE = frozenset({"arrest", "departure", "appointment"})
"""Kinds that befall people and bodies, and no place."""


def _took(kind: Kind, hit: Hit, parts: Parts, reading: Reading) -> tuple[Took, ...]:
    found: dict[int, ParticipantRole] = {}
    for position, role in kind.roles.items():
        # Who dismisses is not dismissed, though who resigns is the subject too: "issued a decision to dismiss X".
        done_to = parts.names.get("object") or (hit.how == "do" and parts.names.get("of"))
        somebody = "object" in parts.unnamed and hit.trigger.object in ("person", "who")
        acts = role == "appointee" and position == "subject" and (bool(done_to) or (hit.how == "verb" and somebody))
        for m in parts.names.get(position, ()):
            if role in ("target", "appointee") and kind.name in _OF_PEOPLE and reading.mentions[m].kind == "place":
                continue  # «أوقفت شرطة *سطيف*»: no town is arrested, and none leaves
            if role != "beneficiary" and is_street(reading.mentions[m], reading.article.language):
                continue  # "marched along the *Avenida Bolívar*": no street does anything, and nobody does it to one
            found.setdefault(m, "actor" if acts else role)
    return tuple(Took(role, m) for m, role in found.items())


def _figures(reading: Reading, clause: Span) -> tuple[tuple[str, int], ...]:
    return tuple((f.quantity, i) for i, f in enumerate(reading.figures) if f.span.within(clause))


def _background(date: Interval | None, published: Interval | None) -> bool:
    return date is not None and published is not None and (published.start - date.end).days > 60


def lay_out_sentences(reading: Reading, grammar: Grammar) -> list[Sentence]:
    """Return the sentences of an article laid out, in order."""
    own = reading.article.own()
    found, at = [], 0
    for n, span in enumerate(reading.sentences):
        while at < len(own) - 1 and own[at].end < span.end:
            at += 1
        found.append(Sentence(n, span, own[at].kind if own else "body", lay_out(items_of(reading, span), grammar)))
    play = [plays(s.layout.items, grammar.language) for s in found]
    report = sum(play) >= MATCH_REPORT
    if report:
        return [replace(s, play=n > 0) for s, n in zip(found, play, strict=True)]
    if any(in_company(s.layout.items, grammar.language) for s in found):
        return found
    return [replace(s, contests=False) for s in found]
