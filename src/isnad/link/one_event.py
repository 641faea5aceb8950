"""Tellings joined to events: what the rules take for one and what is likely one by all signs, decided for groups by average linkage.

The rules of :mod:`isnad.link.events` say of a pair whether it is one; their groups speak for every pair in them. How likely a pair is
one by its signs is learned (:mod:`isnad.link.coreference`). Two groups of tellings are one event while the mean of all their
pairs says so (:mod:`isnad.link.averaging`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from isnad.link.averaging import joins
from isnad.link.concepts import cosine
from isnad.link.coreference import Coreference, likelihood
from isnad.link.event_evidence import alike
from isnad.link.ledger import Judged, Ledgers, Verdict
from isnad.link.linker import Groups, Linked, Linker, group, pairs
from isnad.link.tellings import Telling
from isnad.model import Judgement

LEAST = -0.2
"""The mean logarithm of odds from which two groups of tellings are one event."""
RULED = 2.0
"""What it counts that the rules have two in one group."""
CLASH = -1.5
"""What it counts that two which the rules keep apart would contradict each other."""
CERTAIN = 4.0
"""What it counts that there is no doubt of a pair."""
DENIED = 0.2
"""Likeness of what a page denies and what it tells from which they may be one though they name nobody in common."""
REFUSAL = "rejection"
"""The kind of a denial itself, whatever is denied by it."""
UNLEARNED = "statement"
"""The kind of which too few were learned from: the rules decide."""
UNLIKELY = -3.0
"""That of a pair which looks alike and is written down as two."""
PERHAPS = 0.0
"""That of a pair in two groups that is suggested."""


def averaged(
    items: Sequence[Telling],
    linker: Linker[Telling],
    ruled: Linked,
    certain: Callable[[Telling, Telling], Verdict | None],
    decided: Sequence[Judgement] = (),
) -> Linked:
    """Return the groups; each join is judged by its likeliest pair.

    ``ruled`` are the groups of the rules, ``certain`` says of a pair what is beyond doubt, ``decided`` are people's judgements, which
    outrank all.
    """
    seen = Coreference(items)
    made = Judged.of(linker.name, [x.id for x in items])
    home = {x: n for n, ids in enumerate(ruled.groups) for x in ids}
    odds: dict[tuple[int, int], float] = {}
    beyond: dict[tuple[int, int], Verdict] = {}
    for i, j in pairs(items, linker):
        a, b = items[i], items[j]
        if a.bare or b.bare or not alike(a.kind, b.kind):
            continue
        if (sure := certain(a, b)) is not None and sure.same is not None:
            odds[i, j], beyond[i, j] = CERTAIN if sure.same else -CERTAIN, sure
        elif UNLEARNED in (a.kind, b.kind):
            odds[i, j] = CERTAIN if home[a.id] == home[b.id] else -CERTAIN
        else:
            ruled_one = home[a.id] == home[b.id]
            if not ruled_one and _another_denied(a, b):
                odds[i, j] = -CERTAIN
                continue
            odds[i, j] = seen.odds(a, b) + (RULED if ruled_one else CLASH if _clash(a, b) else 0.0)
    groups = Groups(len(items))
    for i, j, found in joins(odds, LEAST):
        groups.join(i, j)
        why = beyond[i, j].reasons if (i, j) in beyond else seen.reasons(items[i], items[j], same=True)
        made.add(i, j, Verdict(True, likelihood(found), why))
    for (i, j), found in odds.items():
        if groups.find(i) == groups.find(j):
            continue
        if (i, j) in beyond and not beyond[i, j].same:
            made.add(i, j, beyond[i, j])
        elif found >= PERHAPS:
            made.add(i, j, Verdict(None, likelihood(found), seen.reasons(items[i], items[j], same=True)))
        elif found <= UNLIKELY and _look_alike(items[i], items[j]):
            made.add(i, j, Verdict(False, 1 - likelihood(found), seen.reasons(items[i], items[j], same=False)))
    return Linked(group(made.firm.ids, Ledgers(made.firm, decided)), made.firm, made.suggested)


def _clash(a: Telling, b: Telling) -> bool:
    """Whether two that the rules keep apart would make a disagreement: over the day, the town, or on one page whether it was at all."""
    days = a.day_told is not None and b.day_told is not None and not a.day_told.meets(b.day_told)
    towns = a.place is not None and b.place is not None and a.place != b.place and not (a.whole or b.whole)
    denied = a.article == b.article and (a.status == "denied") != (b.status == "denied")
    return days or towns or denied


def _another_denied(a: Telling, b: Telling) -> bool:
    """Whether a page tells the one and denies the other, and neither names nor words of like meaning show that it is the same."""
    if (
        a.article != b.article
        or (a.status == "denied") == (b.status == "denied")
        or a.kind != b.kind
        or a.kind == REFUSAL
    ):
        return False
    named = a.beside & b.beside or a.who & (b.who | b.beside | b.near) or b.who & (a.beside | a.near)
    return not named and cosine(a.words, b.words) < DENIED


def _look_alike(a: Telling, b: Telling) -> bool:
    """Whether two share somebody or a place, so that a reader asks why they are two."""
    return bool(a.who & b.who) or (a.place is not None and a.place == b.place)
