"""Words that name an event told elsewhere: "since Saturday's stampede", «بعد توقيع العقد في مارس», "the start of works".

A page that comes back to an event often names it without saying again who did what. Such a telling cannot be compared
pair by pair; it is weighed against the events of its story as they stand after joining, and taken to be the one that it
fits best, when it fits none other nearly as well. What fits none makes no event, unless a verb told it in full.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.link.concepts import cosine
from isnad.link.event_evidence import NEARLY, alike, gap, impossible, kinds_that, shown
from isnad.link.ledger import Ledgers
from isnad.link.linker import MACHINE, Linked, group, judgement_id
from isnad.link.tellings import Telling
from isnad.model import Judgement

ENOUGH = 2.6
"""Points by which words must fit an event."""
TOLL = 2.0
"""The same for a count of victims: a story has one disaster as a rule."""
AHEAD = 0.6
"""Points by which they must fit it better than any other."""
MANY = 2
"""The dead that make a toll."""
SURE = 0.55
"""The score of such a judgement: below every judgement of two full tellings."""


def with_asides(items: Sequence[Telling], linked: Linked, decided: Sequence[Judgement]) -> Linked:
    """Return the groups with every bare telling beside the event it names; people's judgements outrank that."""
    by_id = {x.id: x for x in items}
    told = [[by_id[x] for x in ids] for ids in linked.groups]
    # Of two that name nobody neither is the other's fuller telling.
    events = [[x for x in g if not x.bare] for g in told if not _by_the_way(g)]
    stories: dict[str | None, list[list[Telling]]] = {}
    for g in events:
        for story in dict.fromkeys(x.story for x in g):
            stories.setdefault(story, []).append(g)
    made = []
    for g in told:
        if _by_the_way(g) and g[0].story is not None:
            aside = max(g, key=lambda x: x.fullness)
            others = [e for e in stories.get(g[0].story, ()) if e and g[0] not in e]
            found = _home(aside, others)
            if found is not None:
                made.append(_judgement(aside, *found))
    if not made:
        return linked
    judgements = Ledgers(linked.judgements, made)
    return Linked(group([x.id for x in items], Ledgers(judgements, decided)), judgements, linked.suggestions)


def _by_the_way(g: Sequence[Telling]) -> bool:
    """True for one word that names an event, and for a page's tellings of what happened to nobody named."""
    if len(g) == 1:
        return g[0].bare or g[0].lone
    return (
        all(x.lone and not x.bare and x.kind in kinds_that("befalling") for x in g) and len({x.article for x in g}) == 1
    )


def _home(bare: Telling, events: Sequence[Sequence[Telling]]) -> tuple[Telling, tuple[str, ...]] | None:
    """The fullest telling of the one event that the words fit, with what speaks for it."""
    ranked = []
    for n, g in enumerate(events):
        weighed = _fit(bare, g)
        if weighed is not None:
            ranked.append((weighed[0], -n, weighed[1]))
    ranked.sort(reverse=True)
    enough = TOLL if bare.kind in kinds_that("befalling") else ENOUGH
    if not ranked or ranked[0][0] < enough or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < AHEAD):
        return None
    return max(events[-ranked[0][1]], key=lambda x: x.fullness), ranked[0][2]


def _fit(bare: Telling, event: Sequence[Telling]) -> tuple[float, tuple[str, ...]] | None:
    """How well words fit an event, and why; ``None`` when they cannot mean it."""
    kinds = {x.kind for x in event}
    if not any(alike(bare.kind, k) for k in kinds):
        return None
    if any(x.contrary != bare.contrary or (x.article == bare.article and x.another != bare.another) for x in event):
        return None
    reasons = ["pages about one matter"]
    points = 1.0 if bare.kind in kinds else 0.0
    points += 0.5 if bare.kind in kinds & kinds_that("once") else 0.0
    tolls = any(x.toll >= MANY for x in event)
    if bare.toll >= MANY and not tolls and any(x.people for x in event):
        return None  # the death of one who is named is no disaster
    if bare.toll >= MANY and tolls:
        points += 0.8
        reasons.append("both count the dead")
    days = [x.day_told for x in event if x.day_told is not None]
    if bare.day_told is not None:
        if any(not d.meets(bare.day_told) for d in days):
            return None
        if days:
            points += 1.5 if bare.day_told.days <= 7 else 1.0 if bare.day_told.days <= 31 else 0.4
            reasons.append(f"the same time ({shown(min(days, key=lambda d: d.days))})")
        elif all(x.date is not None and gap(x.date, bare.day_told) > NEARLY for x in event):
            return None  # the page's own day may err by days, not by the year of a treaty it recalls
    elif any(impossible(bare, x) for x in event):
        return None
    people = {p for x in event for p in x.people}
    bodies = {b for x in event for b in x.bodies} | {x.place for x in event if x.place}
    theirs = bare.bodies | ({bare.place} if bare.place else frozenset())
    if bare.people and people and not bare.people & people:
        return None
    if n := len(bare.people & people) + len(theirs & bodies):
        points += min(1.5, 0.8 * n)
        reasons.append(f"{n} participants or places in common")
    if bare.place and not theirs & bodies and any(x.place and x.place != bare.place for x in event):
        points -= 1.0
    agreed = {x.agreement for x in event if x.agreement is not None}
    if bare.agreement is not None and agreed:
        if bare.agreement not in agreed:
            return None
        points += 1.5
        reasons.append("the same agreement")
    like = max(cosine(bare.words, x.words) for x in event)
    if like >= 0.15:
        points += 3 * like
        reasons.append("words of like meaning")
    return points, tuple(reasons)


def _judgement(bare: Telling, full: Telling, reasons: tuple[str, ...]) -> Judgement:
    left, right = sorted((bare.id, full.id))
    return Judgement(
        id=judgement_id("event", "same", left, right),
        kind="same",
        target={"type": "event", "left": left, "right": right},
        by=MACHINE,
        at=None,
        reason="; ".join(("words that name an event told elsewhere", *reasons)),
        score=SURE,
    )
