"""Several tellings in one article: the same event told again shares its date and people; headings must be borne out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.events.alone import A_YEAR, by_themselves, kin, other_days
from isnad.annotate.events.bearers import held_at, place_pointed, told_places
from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.dating import on_an_open_day, page_day, said_day, taken_up, told_another_day
from isnad.annotate.events.distances import counted_off
from isnad.annotate.events.kinds import kinds
from isnad.annotate.events.scenes import scene
from isnad.languages import table
from isnad.model import EventMention, Interval, Reading, Took
from isnad.model.reading import EventStatus

_HEADS = ("title", "subheading", "caption")
_FIRMEST: tuple[EventStatus, ...] = ("happened", "denied", "reported", "planned")
TOLD_ON = 2
"""Sentences over which a story is told on, so that its day holds."""
TOLD_DAYS, SAME_DAY = 3, 31
"""Days of the longest date that a story told on keeps; and that "the same day" takes up."""
OPENING = 1
"""The last sentence of those that open a page, its title among them."""
FRESH = 5
"""Sentences from the beginning of the text within which an undated event is taken to be the news itself; what is said always is."""


class Told(Struct, frozen=True):
    """The tellings of one event in one article, and when and where it was."""

    tellings: tuple[Candidate, ...]
    date: Interval | None
    place: int | None = None

    @property
    def first(self) -> int:
        """The first sentence that tells it, headings last."""
        return min(self.tellings, key=lambda c: (c.part in _HEADS, c.sentence)).sentence


def settle(reading: Reading, found: Sequence[Candidate]) -> tuple[list[EventMention], list[tuple[Candidate, str]]]:
    """Return the events of an article with the best date and people their tellings give, and what was dropped and why."""
    found = by_themselves(found)
    groups = _groups(reading, [c for c in found if not (c.bare or c.lone)])
    groups += _groups(reading, _told_again(reading, groups, [c for c in found if c.lone]))
    alone = _told_again(reading, groups, [c for c in found if c.bare])
    kept: list[EventMention] = []
    dropped: list[tuple[Candidate, str]] = []
    settled: list[Told] = []
    dated = {c.sentence: c.mention.trigger.start for c in found if c.dated and not c.aside}
    past = frozenset(c.sentence for c in found if c.mention.background and not c.aside)
    for g in sorted(groups, key=lambda g: min((c.part in _HEADS, c.sentence) for c in g)):
        if reason := _unsupported(reading, g) or _told_below(g, found):
            dropped += [(c, reason) for c in g]
            alone += g
            continue
        date, assumed = _date(reading, g, settled, dated, past)
        pointed = _pointed(reading, g, settled, found)
        if pointed is None and all(c.mention.place is None for c in g):
            pointed = next((c.headed for c in g if c.headed is not None), None)
            if pointed is None and not any(c.points for c in g):
                pointed = scene(reading, g, date, settled)
        number = len(settled)
        settled.append(Told(tuple(g), date, next((p for c in g if (p := _place(g, c)) is not None), pointed)))
        firm = [c for c in g if not c.bare]
        people, status = _people(reading, firm), _status(firm, reading.article.published)
        kept += [
            replace(
                c.mention,
                date=date,
                participants=people,
                place=pointed if (where := _place(g, c)) is None else where,
                status=status,
                assumed=assumed,
                again=number,
                lone=all(c.lone for c in firm) or any(c.tally for c in firm),
            )
            for c in g
        ]
    kept += [replace(c.mention, bare=True) for c in alone if not (c.plural or c.mention.another)]
    return sorted(kept, key=lambda e: e.trigger.start), dropped


def _told_again(reading: Reading, groups: list[list[Candidate]], bare: Sequence[Candidate]) -> list[Candidate]:
    """Add to each group what can only be a word for it; return what belongs to none or might belong to several."""
    alone = []
    for c in bare:
        homes = [
            g
            for g in groups
            if any(not o.bare and not _shifted(c, o) and _same(reading, c, o) for o in g)
            and not any(other_days(c.mention, o.mention) for o in g)
        ]
        if len(homes) == 1 and not c.plural:
            homes[0].append(c)
        else:
            alone.append(c)
    return alone


def _groups(reading: Reading, found: Sequence[Candidate]) -> list[list[Candidate]]:
    """The fullest tellings first; each other one joins the group it tells again, if there is one."""
    groups: list[list[Candidate]] = []
    order = sorted(
        found, key=lambda c: (c.part in _HEADS, not c.dated, -len(_people_of(reading, c.mention)), c.sentence)
    )
    for c in order:
        home = next((g for g in groups if _of_group(reading, c, g)), None)
        if home is None:
            groups.append([c])
        else:
            home.append(c)
    return groups


def _of_group(reading: Reading, c: Candidate, g: Sequence[Candidate]) -> bool:
    """True when a telling is of the event of one of a group, and no other of them speaks against it."""
    return any(_same(reading, c, o) for o in g) and not any(
        _two_verbs(c, o) or other_days(c.mention, o.mention) for o in g if not o.bare
    )


def _same(reading: Reading, a: Candidate, b: Candidate) -> bool:
    """True when two tellings of one article can only be of one event."""
    x, y = a.mention, b.mention
    if x.kind != y.kind or ("denied" in (x.status, y.status) and x.status != y.status):
        return False
    if other_days(x, y):
        return False
    if x.contrary != y.contrary or x.another != y.another or _two_verbs(a, b):
        return False
    shifted = _shifted(a, b)
    if shifted and (x.date is not None) == (y.date is not None):
        return False
    mine, theirs = _people_of(reading, x), _people_of(reading, y)
    if shifted and not (mine & theirs or _bodies_of(reading, x) & _bodies_of(reading, y)):
        return False
    if _of_two_times(a, b) and not mine & theirs:
        return False
    if shifted and None not in (where := (_place_of(reading, x), _place_of(reading, y))) and where[0] != where[1]:
        return False  # who came to one town and will go back to another
    near = abs(a.sentence - b.sentence) <= 1 or kinds()[x.kind].single
    heading = a.part in _HEADS or b.part in _HEADS
    if mine and theirs:
        return _same_people(a, b, mine, theirs)
    places = _place_of(reading, x), _place_of(reading, y)
    if None not in places and places[0] != places[1] and not heading:
        return False
    if _bodies_of(reading, x) & _bodies_of(reading, y):
        return True
    if heading:
        return not shifted
    undated = x.date is None or y.date is None
    return near and undated and not (mine and theirs) and not shifted


def _of_two_times(a: Candidate, b: Candidate) -> bool:
    """True when one verb tells of long ago and another verb, in another sentence, gives no day: news and its background.

    In one sentence, what only a relative clause or a participle dates so: "the demolition of the hall, *built in 1927*". What a page tells
    first without its day is its news, whatever names it: "Collision in the port … In March 2011 already, the *wreck* of a trawler".
    """
    if a.sentence == b.sentence:
        return any(p.aside and p.mention.background and q.mention.date is None for p, q in ((a, b), (b, a)))
    return any(
        p.mention.background and q.mention.date is None and ((p.verb and not (a.noun or b.noun)) or _news_before(q, p))
        for p, q in ((a, b), (b, a))
    )


def _news_before(news: Candidate, past: Candidate) -> bool:
    """True when what happened long ago is told behind what the page is about, and does not open the text itself."""
    opens = past.part in ("title", "lead") or past.sentence <= OPENING
    return not opens and (news.part in _HEADS or news.sentence < past.sentence)


def _shifted(a: Candidate, b: Candidate) -> bool:
    """True when one of two tellings is of a plan and the other is not."""
    return (a.mention.status == "planned") != (b.mention.status == "planned")


def _two_verbs(a: Candidate, b: Candidate) -> bool:
    """True for two verbs of one sentence, each with an act of its own: "jailed the mayor and cleared his deputy"."""
    if a.sentence != b.sentence or not a.verb or not b.verb or a.verb == b.verb:
        return False
    return a.mention.kind in table("shared", "kinds")["acts"]


def _same_people(a: Candidate, b: Candidate, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Two persons in common make one event; one alone does for what one person does, or next to each other."""
    if len(mine & theirs) > 1 or mine == theirs:
        return True
    if not (mine <= theirs or theirs <= mine):
        return False
    if not kinds()[a.mention.kind].mutual:
        return True
    later = max(a, b, key=lambda c: c.sentence)
    return abs(a.sentence - b.sentence) <= 1 and not later.follows


def _people_of(reading: Reading, event: EventMention) -> frozenset[str]:
    """The persons taking part, a surname standing for the whole name, a reference for whom it refers to."""
    found = set()
    for t in event.participants:
        for i in reading.mentions[t.mention].refers or (t.mention,):
            m = reading.mentions[i]
            if m.kind == "person" and m.form != "role":
                found.add(m.text.split()[-1].casefold())
    return frozenset(found)


def _bodies_of(reading: Reading, event: EventMention) -> frozenset[str]:
    found = (reading.mentions[t.mention] for t in event.participants)
    return frozenset((m.country or m.key or m.text).casefold() for m in found if m.kind in ("organization", "place"))


def _place_of(reading: Reading, event: EventMention) -> str | None:
    if event.place is None:
        return None
    m = reading.mentions[event.place]
    return (m.key or m.text).casefold() if m.kind == "place" else None


def _unsupported(reading: Reading, g: Sequence[Candidate]) -> str:
    """Why no telling of a group stands by itself; empty when one does."""
    if all(c.part in ("caption", "subheading") for c in g):
        return "heading"
    if all(c.plural and not c.dated for c in g):
        return "general"
    if not any(c.firm or (c.dated and (c.mention.participants or c.mention.place is not None)) for c in g):
        return "undated"
    if all(c.part == "title" for c in g) and any(c.noun for c in g):
        return "heading"
    return ""


def _told_below(g: Sequence[Candidate], found: Sequence[Candidate]) -> str:
    """The reason against what only the title tells, when the text tells in full something of a like kind."""
    if any(c.part != "title" for c in g):
        return ""
    kind = g[0].mention.kind
    below = {c.mention.kind for c in found if c.part not in _HEADS and not (c.bare or c.mention.another)}
    return "heading" if any(k == kind or kin(k, kind) for k in below) else ""


def _status(g: Sequence[Candidate], published: Interval | None = None) -> EventStatus:
    """The firmest status told; what only a present or a headline tells is a plan where a plan gives it a day to come."""
    planned = [c.mention.date for c in g if c.mention.status == "planned" and c.mention.date is not None]
    ahead = published is not None and any(d.start > published.end for d in planned)
    if ahead:
        g = [c for c in g if not _of_a_headline(c)] or g
    said = {c.mention.status for c in g}
    return next(s for s in _FIRMEST if s in said)


def _of_a_headline(c: Candidate) -> bool:
    """True of a telling without a day in the present or in a heading, of which nobody can tell whether it has been."""
    return c.mention.status == "happened" and c.mention.date is None and (c.present or c.noun or c.part in _HEADS)


def _date(
    reading: Reading,
    g: Sequence[Candidate],
    settled: Sequence[Told],
    dated: Mapping[int, int],
    past: frozenset[int],
) -> tuple[Interval | None, bool]:
    """The group's date, and whether it is only assumed.

    ``dated`` says where sentences whose main clause tells a day do so; ``past`` are those whose main clause tells of long ago.
    """
    published = reading.article.published
    dates = [c.mention.date for c in g if c.mention.date is not None]
    if published is not None and _status(g, published) == "happened":
        # "has sent doses, *which will arrive on Saturday*": what has happened was on no day to come.
        dates = [d for d in dates if d.start <= published.end]
    if dates:
        return min(dates, key=lambda d: d.days), False
    done = [c for c in g if c.mention.status != "planned"] or g
    first = min(done, key=lambda c: (c.part in _HEADS, c.sentence))
    if first.mention.status == "planned" or all(c.back for c in g):
        return None, False
    if any(c.tally for c in g):
        return None, True
    apart = taken_up(reading, first.mention.clause)
    if apart is None and on_an_open_day(reading, first.mention.clause, first.mention.trigger):
        return None, True
    if apart is not None:
        return _days_off(_before(reading, first, settled, SAME_DAY), apart), True
    if first.soon and (then := _before(reading, first, settled, SAME_DAY)) is not None:
        return then, True
    spoken = first.mention.kind in table("shared", "kinds")["spoken"]
    deadly = first.mention.kind in table("shared", "kinds")["deadly"]
    if not (spoken or deadly) and all(c.aside and c.mention.trigger.end <= dated.get(c.sentence, 0) for c in g):
        return None, True  # "the dealer *who sold Iraq the meters* was arrested yesterday"
    if all(c.sentence in past and c.part not in _HEADS for c in g) and (first.aside or first.mention.kind == "death"):
        return None, True  # "he had replaced X in 2019, *who died* of a heart attack"
    if all(c.aside for c in g) and counted_off(reading, first.mention.clause, first.mention.trigger):
        return None, True  # "the president, *who sacked him a month before his arrest*, declined to comment"
    before = _before(reading, first, settled, TOLD_DAYS) or _told_on(reading, first)
    if before is not None:
        return before, True
    body = (i for i in range(len(reading.sentences)) if not _heading(reading, i))
    fresh = spoken or first.part in ("title", "lead") or first.sentence in islice(body, FRESH)
    if not fresh or told_another_day(reading, first.mention.clause, first.mention.trigger):
        return None, True
    return page_day(reading.article.published, first.mention.status), True


def _days_off(day: Interval | None, days: int) -> Interval | None:
    """The day that lies so many days behind one told before."""
    if day is None or not days:
        return day
    off = timedelta(days)
    return Interval(
        day.start + off, day.end + off, day.precision, "counted from the day of the event told before", day.cites
    )


def _told_on(reading: Reading, c: Candidate) -> Interval | None:
    """The day on which somebody tells what happened to others, for the day it happened."""
    heard_of = c.mention.kind in table("shared", "kinds")["heard_of"] and c.mention.status in ("happened", "reported")
    return said_day(reading, c.mention.trigger) if heard_of else None


def _heading(reading: Reading, index: int) -> bool:
    start = reading.sentences[index].start
    return any(p.kind in _HEADS and p.start <= start < p.end for p in reading.article.parts)


def _before(reading: Reading, c: Candidate, settled: Sequence[Told], longest: int) -> Interval | None:
    """The day of an event told just before: in the same sentence, taken up by "à cette occasion" or the same person, or
    simply told on, with no other time in between."""
    mine = _people_of(reading, c.mention)
    best: tuple[tuple[int, bool, bool, bool], Interval] | None = None
    earlier = frozenset(o.sentence for told in settled for o in told.tellings if o.back) - {c.sentence}
    if c.back or (c.follows and not c.also):
        earlier = frozenset()
    for told in settled:
        # What "had" happened before the story lends it no day, and does not interrupt it.
        known = (o.sentence for o in told.tellings if o.part != "title")
        at = [i for i in known if i <= c.sentence and i not in earlier]
        day, gap = told.date, c.sentence - max(at, default=-99)
        dead = not gap and _left_dead(told, c)
        if (
            day is None
            or day.days > (A_YEAR if dead else longest)
            or not 0 <= gap <= 3 + len(earlier)
            or told.tellings[0].mention.status == "planned"
            or (not (dead or c.aside) and all(o.aside and (gap or o.dated) for o in told.tellings))
            or (not (dead or gap) and all(_governed(o, c) for o in told.tellings if o.sentence == c.sentence))
        ):
            continue
        shared = any(mine & _people_of(reading, o.mention) for o in told.tellings)
        if c.turned and gap:
            continue
        near = gap - sum(c.sentence - gap < i for i in earlier if i < c.sentence) <= TOLD_ON
        told_on = near and c.firm and not _time_between(reading, c.sentence - gap, c, earlier) and not c.back
        told_on = told_on or longest == SAME_DAY
        # What only a noun names ("the results of *Saturday's vote*") lends its day less readily than what a verb tells.
        here = [o for o in told.tellings if o.sentence == c.sentence - gap]
        behind = not gap and all(o.mention.trigger.start > c.mention.trigger.start for o in here)
        rank = gap, not dead, behind, all(o.noun or o.aside for o in here)
        if (gap == 0 or c.follows or (shared and gap <= 2) or told_on) and (best is None or rank <= best[0]):
            best = (rank, day)
    if best is None:
        return None
    day = best[1]
    return Interval(day.start, day.end, day.precision, "the day of the event told just before", day.cites)


def _left_dead(told: Told, c: Candidate) -> bool:
    """True for the dead of a disaster or an attack that the same sentence told before: "a crush in 2014 *left two dead*"."""
    deadly = table("shared", "kinds")["deadly"]
    return c.mention.kind in deadly and any(
        o.mention.kind in deadly and o.sentence == c.sentence and o.mention.trigger.end <= c.mention.trigger.start
        for o in told.tellings
    )


def _governed(o: Candidate, c: Candidate) -> bool:
    """True for what a noun behind a verb names: "condemned *Friday's attack*" was not said on Friday."""
    return o.noun and not c.noun and o.mention.trigger.start > c.mention.trigger.start


def _time_between(reading: Reading, sentence: int, c: Candidate, earlier: frozenset[int]) -> bool:
    """True when a date stands behind a sentence and before the end of the telling's own, but for those told of earlier."""
    between = [reading.sentences[i] for i in range(sentence + 1, c.sentence + 1) if i not in earlier]
    return any(t.kind == "date" and s.start <= t.start < s.end for s in between for t in reading.times)


def _people(reading: Reading, g: Sequence[Candidate]) -> tuple[Took, ...]:
    """Everybody any telling names, each printed form once, the fullest telling's role first."""
    found: dict[str, Took] = {}
    for c in sorted(g, key=lambda c: -len(c.mention.participants)):
        for t in c.mention.participants:
            m = reading.mentions[t.mention]
            found.setdefault(f"{m.kind}:{m.text.casefold()}", t)
    return tuple(found.values())


def _place(g: Sequence[Candidate], c: Candidate) -> int | None:
    if c.mention.place is not None:
        return c.mention.place
    return next((o.mention.place for o in g if o.mention.place is not None), None)


def _pointed(
    reading: Reading, g: Sequence[Candidate], settled: Sequence[Told], found: Sequence[Candidate]
) -> int | None:
    """The place to which a telling of a group points back, when none names one."""
    c = next((c for c in g if c.points), None)
    if c is None or any(o.mention.place is not None for o in g):
        return None
    told = told_places([(t.first, t.tellings[0].mention, t.place) for t in settled])
    where = place_pointed(reading, c.points, c.mention.trigger.start, told, c.sentence)
    return held_at(reading, c.points, [o.mention for o in found]) if where is None else where
