"""Where sources disagree: one slot of one thing, with values that cannot both be true, on different words.

No disagreement: a date and a coarser one that holds it, a rounded number, a bound ("at least"), a place within a place, a
plan and what came of it, a count that grows from day to day, what a copy prints otherwise than its source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from itertools import combinations

from isnad.compose.agreements import agreement_id, agreement_ids
from isnad.compose.both import gives_both, names_both
from isnad.compose.cast import Cast, cast_of, title_from
from isnad.compose.corrections import citations_of, corrections
from isnad.compose.denials import answered, counted_already, disputed
from isnad.compose.disputed_numbers import concluding, disputed_numbers, number_said, numbers_fit
from isnad.compose.events import named_by, tellings_of
from isnad.compose.partakings import other_part, partakings
from isnad.compose.rivalry import Said, Slot, dispute, independent, rises, stands, value_of
from isnad.compose.scene import scene
from isnad.compose.venues import two_venues, venues
from isnad.languages import LANGUAGES, table
from isnad.model import (
    Citation,
    Disagreement,
    EntityGroup,
    EventMention,
    Interval,
    Links,
    MentionRef,
    Reading,
    StepMention,
)
from isnad.text import fold_key, tokens

NEAR = 80
"""Characters between a day and a trigger behind it within which the one may date the other."""
SHORT = 3
"""Days of the longest date that can contradict another."""
MONTH = 31
"""Days of the longest date that says of a place when something was there."""
MISTAKEN = 10
"""Days by which sources differ over one date at the most; what lies further apart are two happenings that were taken for one."""
ERRING = 2
"""Days by which pages differ over one happening whose place they dispute too."""
TELLING = 4
"""Letters of the shortest word by which two places may be one in the other."""
LASTING = frozenset({"visit", "exercise"})
"""Kinds of events that go on for days: one page gives the arrival, another the day after."""
PERSONAL = frozenset({"arrest", "death", "appointment", "departure"})
"""What befalls one person once in a story: no day is needed to know that two pages mean it."""
CORRECTED = ("date", "place", "participant")
"""Slots that a page may set right by itself."""
COUNTED = frozenset({"death", "disaster", "attack"})
"""Kinds of events that a toll tells of: the day on which it has risen is not theirs."""
GROWING = frozenset({"disaster", "attack", "protest", "arrest", "death", "election", "aid"})
"""Kinds of events whose counts grow with the hours."""


def compose_disagreements(readings: Sequence[Reading], links: Links) -> tuple[Disagreement, ...]:
    """Return every disagreement about events and agreements."""
    cast = cast_of(readings, links)
    copies = frozenset(
        pair for c in links.copies if c.kind in ("identical", "near") for pair in combinations(sorted(c.articles), 2)
    )
    found: list[Disagreement] = []
    righted, own = corrections(links, cast), set[str]()
    for group in links.events:
        told = tellings_of(group, cast)
        if len(told) < 2 and not any((group.id, slot) in righted for slot in CORRECTED):
            found += [d for d in (answered(group.id, told, cast),) if d is not None]
            continue
        for slot, said, fits, why in _slots(told, named_by(group, cast), cast):
            told_so = _pairs(said) if slot == "status" else frozenset()
            if corrected := righted.get((group.id, slot), ()):
                said, told_so = [*said, *(s for c in corrected for s in (c.one, c.other))], citations_of(corrected)
            made = dispute({"type": "event", "id": group.id}, slot, said, fits, why, cast, copies, told_so)
            if made is not None and not (slot == "place" and any(_same_slot(made, d) for d in found)):
                found.append(made)
                own |= {made.id} if corrected else set()
        if not any(d.slot == "status" and d.about["id"] == group.id for d in found):
            found += [d for d in (answered(group.id, told, cast),) if d is not None]
    found = [d for n, d in enumerate(found) if d.id not in own or not _told_again(d, found[:n], found[n + 1 :])]
    denied = disputed(links, cast, found)
    held = {e for d in links.denials for e in d.events if any(m.about["id"] == d.events[0] for m in denied)}
    found = [d for d in found if d.slot != "status" or d.about["id"] not in held]
    found += denied
    found += _steps(links, cast, copies, found)
    found += disputed_numbers(links, cast, copies, found)
    found = [d for d in found if d.slot != "status" or not counted_already(d, found, links, cast)]
    found += _outcomes(links, cast, copies, found)
    named = {d.about["id"] for d in found if d.slot == "participant"}
    others = (*_signers(links, cast, copies), *_parts(links, cast, copies))
    found += [d for d in others if d.about["id"] not in named]
    return tuple(found)


Checks = list[tuple[Slot, list[Said], Callable[[Said, Said], bool], str]]


def _slots(
    told: Sequence[tuple[MentionRef, EventMention]], named: Sequence[tuple[MentionRef, EventMention]], cast: Cast
) -> Checks:
    """What each slot of an event is said to be, and when two values of it fit; ``named`` are also the words that only name it."""
    checks: Checks = [
        (
            "date",
            _dates(told, cast),
            lambda a, b: _meet(a, b) or gives_both(a, b, cast) or gives_both(b, a, cast),
            "days that exclude each other for one event",
        ),
        ("place", _places(named, cast), lambda a, b: _one_place(a, b, cast), "places that do not lie in each other"),
        ("place", venues(told, cast), two_venues, "venues of which none lies in the other"),
        ("status", _status(told), lambda a, b: a.key == b.key, "claimed by one, denied by another"),
    ]
    checks.append(("participant", [], lambda a, b: a.value == b.value, "other people are said to have had part in it"))
    growing = any(e.kind in GROWING for _, e in told)
    names = dict.fromkeys(slot for _, e in told for slot, _ in e.figures)
    for name in names:
        said = [
            number_said(m.article, cast.readings[m.article].figures[i])
            for m, e in told
            for slot, i in e.figures
            if slot == name
        ]
        checks.append(
            (
                "number",
                said,
                lambda a, b: numbers_fit(a, b, growing, cast),
                f"numbers for {name} that exclude each other",
            )
        )
    return checks


def _dates(told: Sequence[tuple[MentionRef, EventMention]], cast: Cast) -> list[Said]:
    """The days that the sentences of tellings give themselves; a day taken from the page or a neighbour contradicts nothing."""
    return [
        Said(m.article, _iso(e.date), e.clause.cite(m.article), e.date)
        for m, e in told
        if e.date is not None
        and not e.assumed
        and e.kind not in LASTING
        and e.date.days <= SHORT
        and e.status in ("happened", "reported")
        and _said_in(cast.readings[m.article], e.trigger.start, e.date)
        and _its_own(cast.readings[m.article], e)
        and not _since(cast.readings[m.article], e)
    ]


def _its_own(reading: Reading, e: EventMention) -> bool:
    """True when the day stands in the event's own clause, or its sentence names no other: "said on Tuesday that 17 had drowned on Monday"."""
    sentence = next((s for s in reading.sentences if s.start <= e.trigger.start < s.end), None)
    if sentence is None or e.date is None:
        return False
    if any(_apart(reading, c.start, e.trigger.start) for c in e.date.cites):
        return False
    if any(e.clause.start <= c.start < e.clause.end for c in e.date.cites):
        return True
    named = {
        (t.interval.start, t.interval.end)
        for t in reading.times
        if t.kind == "date" and t.interval is not None and sentence.start <= t.start < sentence.end
    }
    return len(named) < 2


def _since(reading: Reading, e: EventMention) -> bool:
    """True of what came after: the day to which a count has risen, the day on which somebody held was remanded or let stay in custody."""
    language = reading.article.language
    if e.kind not in (*COUNTED, "arrest") or language not in LANGUAGES:
        return False
    keys = [fold_key(t.text) for t in tokens(reading.article.text, e.clause.start, e.clause.end)]
    return rises(keys, language) if e.kind in COUNTED else stands(keys, language, "remanded")


def _apart(reading: Reading, day: int, trigger: int) -> bool:
    """True when "after" or "before" stands between a day and what happened: "freed on Sunday two days after his arrest"."""
    language = reading.article.language
    if language not in LANGUAGES or not 0 < trigger - day < NEAR:
        return False
    between = {fold_key(t.text) for t in tokens(reading.article.text, day, trigger)}
    return bool(between & {fold_key(w) for w in table(language, "agreements")["apart"]})


def _said_in(reading: Reading, at: int, day: Interval) -> bool:
    """True when a date is cited from the sentence that holds an offset."""
    sentence = next((s for s in reading.sentences if s.start <= at < s.end), None)
    return sentence is not None and any(sentence.start <= c.start < sentence.end for c in day.cites)


def _iso(day: Interval) -> str:
    return f"{day.start}" if day.days == 1 else f"{day.start}/{day.end}"


def _meet(a: Said, b: Said) -> bool:
    """True when the days may be the same, or lie so far apart that nobody mistook the one for the other."""
    x, y = a.key, b.key
    if not isinstance(x, Interval) or not isinstance(y, Interval) or x.meets(y):
        return True
    return max((y.start - x.end).days, (x.start - y.end).days) > MISTAKEN


def _places(told: Sequence[tuple[MentionRef, EventMention]], cast: Cast) -> list[Said]:
    """Where it is said to have been, by tellings that name the day: without it, two places may be two happenings."""
    return [
        Said(m.article, place, e.clause.cite(m.article), None if e.assumed and e.kind in PERSONAL else e.date)
        for m, e in told
        if e.date is not None
        and e.date.days <= (1 if e.kind in LASTING else MONTH)
        and (not e.bare or _said_in(cast.readings[m.article], e.trigger.start, e.date))
        for place in (scene(m, e, cast),)
        if place is not None and cast.entities[place].kind == "place" and place not in cast.states.values()
    ]


def _one_time(a: object, b: object) -> bool:
    """True when two dates may be one day, and one of them at least says it nearly; no date where the page gives none of its own."""
    if not isinstance(a, Interval) or not isinstance(b, Interval):
        return True
    if a.cites and b.cites and a.days <= SHORT and b.days <= SHORT and not a.meets(b):
        return max((b.start - a.end).days, (a.start - b.end).days) <= ERRING
    return a.meets(b) and min(a.days, b.days) <= SHORT


def _one_place(a: Said, b: Said, cast: Cast) -> bool:
    """One place or its name in another script, one within the other, a country (too coarse to contradict), or places of which too
    little is known: where one lies that no list has, unless the days differ as well as the names."""
    if a.value == b.value or not _one_time(a.key, b.key) or names_both(a, b, cast) or names_both(b, a, cast):
        return True
    if str(a.value) not in cast.entities or str(b.value) not in cast.entities:
        return True  # "at the airport": what lies in it is not known
    x, y = cast.entities[str(a.value)], cast.entities[str(b.value)]
    if tuple(sorted((x.id, y.id))) in cast.echoes:
        return True
    if x.country is None or y.country is None:
        if not _two_days(a.key, b.key) or _words_of(x, cast) & _words_of(y, cast):
            return True
    return any(e.country is not None and cast.states.get(e.country) == e.id for e in (x, y))


def _two_days(a: object, b: object) -> bool:
    """True of two days, each given by its page, that exclude each other."""
    if not isinstance(a, Interval) or not isinstance(b, Interval) or not a.cites or not b.cites:
        return False
    return max(a.days, b.days) <= SHORT and not a.meets(b)


def _words_of(place: EntityGroup, cast: Cast) -> set[str]:
    """The words by which pages name a place: the port of a town bears its name."""
    named = (cast.readings[m.article].mentions[m.index].text for m in place.members if m.article in cast.readings)
    return {t.key for name in named for t in tokens(name) if t.kind == "word" and len(t.key) >= TELLING}


def _status(told: Sequence[tuple[MentionRef, EventMention]]) -> list[Said]:
    """Whether it is claimed or denied; a plan is neither, and what holds a denial claims nothing ("having first denied any theft")."""
    no = {e.clause.cite(m.article) for m, e in told if e.status == "denied"}
    return [
        Said(m.article, e.status, e.clause.cite(m.article), e.status == "denied")
        for m, e in told
        if e.status == "denied" or (e.status in ("happened", "reported") and e.clause.cite(m.article) not in no)
    ]


def _pairs(said: Sequence[Said]) -> frozenset[tuple[Citation, Citation]]:
    """Claims with denials: one page may tell both, and then reports the dispute."""
    return frozenset((a.cite, b.cite) for a in said for b in said if a.key is False and b.key is True)


def _steps(
    links: Links, cast: Cast, copies: frozenset[tuple[str, str]], already: Sequence[Disagreement]
) -> list[Disagreement]:
    """Agreements whose one step is dated in ways that exclude each other; told of the event that took it, if there is one."""
    found: list[Disagreement] = []
    for refs in links.agreements:
        told = [(r, cast.readings[r.article].agreements[r.index]) for r in refs if r.article in cast.readings]
        event = concluding(refs, links, cast)
        if event is not None and any(d.about["id"] == event and d.slot == "date" for d in already):
            continue
        for status in dict.fromkeys(s.status for _, m in told for s in m.steps):
            said = [
                Said(r.article, _iso(s.date), _with_day(r.article, s, cast), s.date)
                for r, m in told
                for s in m.steps
                if s.status == status and s.date is not None and s.date.days <= SHORT and _own(r, s, cast)
            ]
            about = {"type": "event", "id": event} if event else {"type": "agreement", "id": agreement_id(refs)}
            why = f"days that exclude each other for being {status}"
            made = dispute(about, "date", said, _meet, why, cast, copies)
            if made is not None and not any(_samedispute(made, d) for d in (*already, *found)):
                found.append(made)
    return found


def _signers(links: Links, cast: Cast, copies: frozenset[tuple[str, str]]) -> list[Disagreement]:
    """Agreements that two pages have signed by other people."""
    ids = agreement_ids(links)
    found: list[Disagreement] = []
    for r in links.signers:
        one, other = ([Said(s.cite.article, s.entity, s.cite, s.entity) for s in side] for side in (r.one, r.other))
        if not independent(one[0].article, other[0].article, cast, copies):
            continue
        about = {"type": "event", "id": r.event} if r.event else None
        if about is None and r.agreement is not None:
            about = {"type": "agreement", "id": ids[r.agreement]}
        if about is None or any(d.about == about for d in found):
            continue
        ident = hashlib.sha256(f"{about['id']}|participant".encode()).hexdigest()[:12]
        values = tuple(value_of(v, cast) for v in (one, other))
        found.append(Disagreement(f"d-{ident}", about, "participant", values, "other people are said to have signed"))
    return found


def _outcomes(
    links: Links, cast: Cast, copies: frozenset[tuple[str, str]], already: Sequence[Disagreement]
) -> list[Disagreement]:
    """What two pages tell to have come about or ended in ways that exclude each other, where no claim and denial shows it yet."""
    told = {c for d in already if d.slot == "status" for v in d.values for c in v.cites}
    found: list[Disagreement] = []
    for o in links.outcomes:
        said = [_told_by(c, n, cast) for n, c in enumerate((o.one, o.other))]
        if any(d.about["id"] == o.event and d.slot == "status" for d in (*already, *found)):
            continue
        if any(_overlaps(s.cite, told) for s in said):
            continue
        why = "told to have come about or ended in two ways"
        made = dispute({"type": "event", "id": o.event}, "status", said, _alike, why, cast, copies)
        if made is not None:
            found.append(made)
    return found


def _told_by(words: Citation, side: int, cast: Cast) -> Said:
    """The words that say how it ended, cited with their sentence."""
    reading = cast.readings[words.article]
    sentence = next((s for s in reading.sentences if s.start <= words.start < s.end), None)
    value = title_from(reading, words.start, words.end)
    return Said(words.article, value, sentence.cite(words.article) if sentence else words, side)


def _alike(a: Said, b: Said) -> bool:
    return a.key == b.key


def _overlaps(cite: Citation, others: Collection[Citation]) -> bool:
    return any(o.article == cite.article and o.start < cite.end and cite.start < o.end for o in others)


def _parts(links: Links, cast: Cast, copies: frozenset[tuple[str, str]]) -> list[Disagreement]:
    """Drills in which a state is said to have taken part with troops, and with observers."""
    why = "other people are said to have had part in it"
    made = (
        dispute({"type": "event", "id": event}, "participant", said, other_part, why, cast, copies)
        for event, said in partakings(links, cast)
    )
    return [d for d in made if d is not None]


def _same_slot(a: Disagreement, b: Disagreement) -> bool:
    return a.slot == b.slot and a.about == b.about


def _samedispute(a: Disagreement, b: Disagreement) -> bool:
    """True when two disputes set the same values against each other on a page they share: one signing, told twice."""
    pages = {x for v in a.values for x in v.articles} & {x for v in b.values for x in v.articles}
    return a.slot == b.slot and {str(v.value) for v in a.values} == {str(v.value) for v in b.values} and bool(pages)


def _with_day(article: str, step: StepMention, cast: Cast) -> Citation:
    """The words of a step and of its day, which stand in one sentence."""
    sentence = next((s for s in cast.readings[article].sentences if s.start <= step.start < s.end), step)
    days = [c for c in (step.date.cites if step.date else ()) if sentence.start <= c.start < sentence.end]
    return Citation(article, min([step.start, *(c.start for c in days)]), max([step.end, *(c.end for c in days)]))


def _told_again(d: Disagreement, before: Sequence[Disagreement], after: Sequence[Disagreement]) -> bool:
    """True when a dispute of another event sets all values of one against each other too, on a page they share, and more, or first."""
    values = {str(v.value) for v in d.values}
    pages = {x for v in d.values for x in v.articles}
    for o in (*before, *after):
        theirs = {str(v.value) for v in o.values}
        if o.slot == d.slot and (values < theirs or (values == theirs and o in before)):
            if pages & {x for v in o.values for x in v.articles}:
                return True
    return False


def _own(ref: MentionRef, step: StepMention, cast: Cast) -> bool:
    """True when the sentence that says the step gives its day itself."""
    return step.date is not None and _said_in(cast.readings[ref.article], step.start, step.date)
