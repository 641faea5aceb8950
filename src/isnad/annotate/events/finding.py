"""From a sentence to the events it tells: triggers weighed, parts and date filled in, abstentions labelled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.events.antecedents import relative_place, witnessed
from isnad.annotate.events.apposed import among, apposed
from isnad.annotate.events.asides import without_asides
from isnad.annotate.events.breath import in_one_breath
from isnad.annotate.events.bridging import pointed
from isnad.annotate.events.called_after import called_after
from isnad.annotate.events.calls import ahead, called, instead, to_come
from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.clauses import when_of_day
from isnad.annotate.events.couples import Couples, then, with_couples
from isnad.annotate.events.decrees import without_decrees
from isnad.annotate.events.denied import told_denied
from isnad.annotate.events.described import described, spoken_by
from isnad.annotate.events.distances import of_own_day
from isnad.annotate.events.fitting import sole, unfit
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.grounds import grounds
from isnad.annotate.events.headed import headed
from isnad.annotate.events.hosts import accuser, announced, host, host_behind, seat
from isnad.annotate.events.idioms import MATCH_REPORT, in_company, plays, without_idioms, without_loose
from isnad.annotate.events.insertions import Inserted, inserted, whole
from isnad.annotate.events.items import items_of
from isnad.annotate.events.kinds import Lexicon, demands, kinds
from isnad.annotate.events.making import Sentence, make_candidate
from isnad.annotate.events.moved import moved
from isnad.annotate.events.overlaps import sift
from isnad.annotate.events.parts import Parts
from isnad.annotate.events.phrases import Layout, lay_out
from isnad.annotate.events.premises import in_house, own_house
from isnad.annotate.events.reasons import abstained
from isnad.annotate.events.roles import find_parts, joined_verb
from isnad.annotate.events.setting import general, inverted, of_a_thing, own_subject
from isnad.annotate.events.signs import weekly
from isnad.annotate.events.silent import belongs
from isnad.annotate.events.stamped import stamped, town_of_line
from isnad.annotate.events.standing import FINITE, adjectival, regular, stance, stands_alone
from isnad.annotate.events.status import Outcome, outcome
from isnad.annotate.events.streaks import added_up
from isnad.annotate.events.triggers import Hit, find_triggers
from isnad.annotate.events.venues import at_head, befallen, shared_body, venue, within
from isnad.annotate.events.verbfirst import says
from isnad.languages import table
from isnad.model import Abstention, Reading

MOST_BARE = 2
"""Readings of one word kept as bare mentions."""


class SpokenOf(Struct, frozen=True):
    """Whom the next sentence's "he" would be, and whom its "him": the subject of what was told last, and the persons it befell; and "the two"."""

    subject: tuple[int, ...] = ()
    befallen: tuple[int, ...] = ()
    two: Couples = Couples()


_RESULTED = frozenset("اسفر اسفرت ادي ادت خلف خلفت اودي اودت".split())
"""Folded Arabic verbs whose subject is what people died of, and nobody: «*وأسفر* عن مقتل 11 شخصا»."""
_BEFORE = 3
"""Items before the dead among which such a verb stands."""


def _resulted(layout: Layout, hit: Hit) -> bool:
    """True of deaths and disasters behind a verb of result: whom the text spoke of before has not done it, and it has not befallen him."""
    if hit.trigger.kind not in ("death", "disaster"):
        return False
    return any(
        not {x.key, x.key.removeprefix("و"), x.key.removeprefix("ف")}.isdisjoint(_RESULTED)
        for x in layout.items[max(0, hit.first - _BEFORE) : hit.first + 1]
    )


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
            own = own_subject(layout, hit, grammar) or _unknown(reading, layout, hit, grammar)
            if not (silent or layout.items[hit.first].quoted or own):
                silent = befallen if _suffered(hit, grammar, befallen, reading) else subject
            if silent and grammar.verb_first and _resulted(layout, hit):
                silent = ()
            if joined_verb(layout, hit, _room(leads, n, hit, layout, grammar)[1], grammar):
                silent = acted
            around = _around(sentence, hit, leads, n, apart)
            of = (here, _first_subject(layout, reading, grammar, hit.first), befallen, subject)
            made, reason, parts = _weigh(reading, *around, grammar, silent, of, before.two)
            if grammar.verb_first and suffered & {*parts.names.get("subject", ())}:
                # «أنهى المجلس مهام فلان، *وكلف* فلانة»: whom it was done to has not done the next.
                other = _weigh(reading, *around, grammar, (), of, before.two)
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
    found = in_one_breath([_then(c, found) for c in moved(reading, sentence, hits, leads, found, grammar)])
    found = told_denied(found, layout, grammar)
    if len(found) > 1:
        found = without_decrees(found, reading.article.text, grammar.language)
    told = any(not (c.bare or c.lone) for c in found)
    subject = subject if told else (_first_subject(layout, reading, grammar) or subject)
    two = then(before.two, reading, sentence.index, sentence.span, (c.mention for c in found))
    return found, left, SpokenOf(subject, befallen, two)


def _suffered(hit: Hit, grammar: Grammar, befallen: Sequence[int], reading: Reading) -> bool:
    """True for what befalls the one whom the sentences before say things were done to: "the judge questioned him. *He had been sacked* in 2021"."""
    if hit.verb is None or len(befallen) != 1 or hit.trigger.kind not in table("shared", "kinds")["suffered"]:
        return False
    passive = hit.verb.passive or (grammar.verb_first and "/" not in hit.trigger.lemma.split()[0])
    return (passive or hit.trigger.kind == "death") and reading.mentions[befallen[0]].form == "name"


def _unknown(reading: Reading, layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for a name that no list has right before a verb that may go without its subject: "*Gorbea* firmó en mayo"."""
    before = hit.verb.first - 1 if hit.verb is not None else -1
    if grammar.verb_first or not grammar.pro_drop or before < 0 or layout.items[before].kind != "word":
        return False
    text, item = reading.article.text, layout.items[before]
    word = text[item.start : item.end]
    if not word[:1].isupper():
        return False
    # At the sentence's head every word has a capital: a name has one elsewhere too, and is nowhere written small.
    within = re.search(rf"[\w,;] {re.escape(word)}\b", text) is not None
    return within and re.search(rf"\b{re.escape(word.lower())}\b", text) is None


def _of_play(hits: list[list[Hit]]) -> list[list[Hit]]:
    kept = ([h for h in readings if h.trigger.kind == "competition"] for readings in hits)
    return [readings for readings in kept if readings]


def _around(
    sentence: Sentence, hit: Hit, leads: Sequence[Hit], n: int, apart: Inserted | None
) -> tuple[Sentence, Hit, Sequence[Hit], int]:
    """A trigger, the sentence and its triggers as read without a clause put in between, when the trigger stands outside it."""
    if apart is None:
        return sentence, hit, leads, n
    if apart.holds(hit.first):
        return replace(sentence, closes=apart.last), hit, leads, n
    outside = [(i, h) for i, h in enumerate(leads) if not apart.holds(h.first)]
    at = next(k for k, (i, _) in enumerate(outside) if i == n)
    between = sentence.layout.items[apart.first + 1 : apart.last]
    around = replace(sentence, layout=apart.around, without=apart.span, inserted=between)
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
    two: Couples,
) -> tuple[Candidate | None, str, Parts]:
    """One reading of one trigger: the event it tells, or why it tells none, with the parts found.

    What lacks somebody to tell of is returned bare, with the reason: another telling may have what it lacks.
    """
    layout = sentence.layout
    kind = kinds()[hit.trigger.kind]
    if kind.name == _PROTEST and (_cue(reading, layout, hit) or (grammar.verb_first and says(layout, hit))):
        return None, "inside-quotation", Parts({}, (), frozenset(), hit.first, hit.last)
    if added_up(layout, hit, reading.article.text, grammar.language):
        return None, "habitual", Parts({}, (), frozenset(), hit.first, hit.last)
    stop, start = _room(leads, n, hit, layout, grammar)
    stop = min(
        stop, _speech_ends(reading, layout, hit), sentence.closes or stop, when_of_day(layout, hit.last, grammar)
    )
    parts = find_parts(layout, hit, reading.mentions, grammar, stop, start, subject, spoken_of)
    parts = with_couples(layout, hit, parts, reading.mentions, grammar, start, stop, sentence.index, two)
    parts = apposed(layout, reading.mentions, parts, grammar)
    parts = spoken_by(reading, layout, hit, described(reading, layout, hit, parts, grammar, start))
    parts = among(layout, sentence.inserted, reading.mentions, hit, parts, grammar)
    said = outcome(layout, hit, grammar, kind.announced, not kind.quoted)
    if hit.trigger.refused:  # "two of the injured *did not survive*"
        denied = hit.verb is not None and hit.verb.negated and said.reason in ("negated", "habitual")
        said = Outcome("happened") if denied else Outcome(None, said.reason or "negated")
    unsaid = said.reason or ("conditional" if inverted(layout, hit, grammar.language) else "")
    # "The tour starts on 3 June": a present that says what is so in general tells a plan where it has a day to come.
    scheduled = not (unsaid or hit.trigger.refused) and sentence.stamp is None
    scheduled = scheduled and general(hit, kind.name, sentence.part, grammar)
    by_call = unsaid in ("", "wished-for", "purpose") and called(hit, leads, n)
    if unsaid and not by_call:
        return None, unsaid, parts
    reason = unfit(kind, hit, parts, reading, layout)
    reason = reason or ("undated" if adjectival(layout, hit, leads, grammar) else "")
    status = "planned" if unsaid or scheduled else said.status or "happened"
    made = make_candidate(reading, sentence, hit, leads, kind, parts, status, grammar)
    if scheduled and not (made is not None and reading.article.published and to_come(made, reading)):
        return None, "habitual", parts
    if made is None:
        return None, reason or "inside-quotation", parts
    made = ahead(made, reading.article.published) if by_call else made
    if by_call and to_come(made, reading):
        made = placed(made, sentence, hit, reading, grammar, (start, stop))
        called_for = replace(made.mention, status="planned")
        return replace(made, mention=called_for, firm=True, called=True), "", parts
    if unsaid:
        return None, unsaid, parts
    made = placed(made, sentence, hit, reading, grammar, (start, stop))
    dated = made.dated and not weekly(layout, hit, reading.article.text, grammar)
    if not reason and (regular(hit, parts, sentence.part, dated) or stance(layout, hit, grammar)):
        reason = "habitual"
    told = made.mention
    # A year is enough for what was done; a plan of nobody's for some time of a year is none.
    when = told.date is not None and (made.dated or told.status != "planned")
    lone = reason == "nobody-named" and stands_alone(kind, hit, parts, layout, sentence.part, told.status, when)
    lone = lone or (made.tally and not reason)
    # "denied that any ransom had been paid": what somebody denies is told by the denial, whoever is meant to have done it.
    lone = lone or (
        reason == "nobody-named" and status == "denied" and hit.how != "noun" and sentence.part in ("body", "lead")
    )
    bare = bool(reason) and not lone
    alone = bare and sole(reason, hit, parts, reading, layout, grammar)
    return replace(made, bare=bare, lone=lone, sole=alone), reason, parts


_PROTEST = "protest"


def _cue(reading: Reading, layout: Layout, hit: Hit) -> bool:
    """True for a verb that only says who spoke: "'A contract is not a tap,' *protested* the director"."""
    word = layout.items[hit.first]
    cues = (q.cue for q in reading.quotations if q.kind == "direct" and q.cue is not None)
    return any(c.start <= word.start < c.end for c in cues) or (
        hit.first > 0 and layout.items[hit.first - 1].key in _CLOSING and hit.last == hit.first
    )


_CLOSING = frozenset('"”»’')
"""Marks that close a quotation."""


def placed(
    made: Candidate, sentence: Sentence, hit: Hit, reading: Reading, grammar: Grammar, room: tuple[int, int]
) -> Candidate:
    """Return the candidate with the place that its clause tells otherwise than by a phrase of its own, or points back to."""
    said, layout = replace(made.mention, place=of_own_day(made.mention, made.mention.place, reading)), sentence.layout
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
        where = accuser(said.kind, said.participants, reading.mentions, grammar) if where is None else where
        return replace(made, mention=replace(said, place=where), headed=sentence.town)
    where = of_own_day(said, venue(layout, hit, reading.mentions, grammar, room), reading)
    if where is None and joined_verb(layout, hit, room[0], grammar):
        where = shared_body(layout, hit, reading.mentions, grammar)
    where = befallen(said.kind, said.participants, reading) if where is None else where
    where = relative_place(layout, hit, reading.mentions, grammar) if where is None else where
    where = witnessed(layout, hit, reading.mentions, grammar) if where is None else where
    where = grounds(layout, hit, said.participants, reading.mentions, grammar, room) if where is None else where
    where = in_house(layout, hit, reading.mentions, grammar, room) if where is None else where
    where = own_house(layout, hit, said.participants, reading.mentions, grammar) if where is None else where
    points = pointed(layout, hit, grammar, room, reading.article.text) if where is None else ""
    if where is None and not points:
        where = host(layout, hit, reading.mentions, grammar, room)
        where = seat(said.kind, said.participants, reading.mentions) if where is None else where
        where = announced(layout, hit, reading.mentions, grammar) if where is None else where
    heads = headed(layout, hit.first) if where is None and not points else None
    heads = sentence.town if sentence.town is not None and where is None else heads
    return replace(made, mention=replace(said, place=where), points=points, headed=heads)


def _room(hits: Sequence[Hit], n: int, hit: Hit, layout: Layout, grammar: Grammar) -> tuple[int, int]:
    """The items between the neighbouring verb triggers: names beyond them are theirs."""
    stop, start = len(layout.items), 0
    for other in hits[n + 1 :]:
        carries = other.verb is not None and (other.verb.tense != "participle" or _and_done(other, layout, grammar))
        if carries and other.verb is not None and other.verb.first > hit.last and not _shared(other, hit):
            stop = _clause_of_next(layout, hit, other, grammar)
            break
    for other in reversed(hits[:n]):
        if (
            other.verb is not None
            and other.last < (hit.verb.first if hit.verb else hit.first)
            and not _shared(other, hit)
            and other.last + 1 < (hit.verb.first if hit.verb else hit.first)  # "dément avoir …": one subject
        ):
            start = other.last + 1
            begins = _clause_of_next(layout, other, hit, grammar)
            if hit.verb is not None and begins < hit.verb.first:
                start = max(start, begins + 1)
            break
    return stop, start


def _clause_of_next(layout: Layout, hit: Hit, other: Hit, grammar: Grammar) -> int:
    """Where the clause of the next trigger's verb begins: at the "and" before its own subject, "jailed X *and the police in Y* arrested Z"."""
    if other.verb is None:
        return len(layout.items)
    items, verb = layout.items, other.verb.first
    told = other.how == "verb" and other.verb.tense in FINITE
    after = grammar.prepositions.at(items, other.last + 1) if other.last + 1 < len(items) else None
    if grammar.verb_first or not told or (after or ("",))[0] in ("of", "by"):
        return verb  # "the men *accused of* theft"
    for k in range(verb - 1, hit.last, -1):
        if items[k].kind == "mark" or k in layout.borders:
            return verb
        if grammar.words["coordinate"].at(items, k) is not None:
            begins = items[k + 1].kind in ("name", "role", "number") or any(
                grammar.words[w].at(items, k + 1) is not None for w in ("articles", "possessives")
            )
            return k if begins and k + 1 < verb else verb
    return verb


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
    for i, (item, label) in enumerate(zip(layout.items[:before], layout.labels[:before], strict=True)):
        if item.kind == "name" and label == "bare" and reading.mentions[item.ref].kind == "person":
            if before is None or not belongs(layout, i, grammar):
                return (item.ref,)
    return ()


def lay_out_sentences(reading: Reading, grammar: Grammar) -> list[Sentence]:
    """Return the sentences of an article laid out, in order."""
    own = reading.article.own()
    found, at = [], 0
    for n, span in enumerate(reading.sentences):
        while at < len(own) - 1 and own[at].end < span.end:
            at += 1
        part = own[at].kind if own else "body"
        items = without_asides(items_of(reading, span), reading.article.text)
        layout = called_after(lay_out(items, grammar), reading.mentions, grammar)
        stamp, town = stamped(reading, span), town_of_line(reading, span)
        found.append(Sentence(n, span, part, layout, stamp=stamp, town=town))
    play = [plays(s.layout.items, grammar.language) for s in found]
    report = sum(play) >= MATCH_REPORT
    if report:
        return [replace(s, play=n > 0) for s, n in zip(found, play, strict=True)]
    if any(in_company(s.layout.items, grammar.language) for s in found):
        return found
    return [replace(s, contests=False) for s in found]
