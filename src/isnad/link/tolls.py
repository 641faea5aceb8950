"""One disaster whose dead are counted again as the days go by: tellings of the count joined, so that it grows with its event.

"Thirty-four died", said the first page; "the toll of Tuesday's derailment has risen to 38", the next; "forty-three people are now known
to have died", a third, a week later and with no day at all. Nothing but the count and the matter says that they tell of one thing. Within
one story they do, when no page tells two such counts of different days, and when no day one of them gives excludes the other's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from isnad.link.ledger import Ledgers
from isnad.link.linker import MACHINE, Linked, group, judgement_id
from isnad.link.tellings import Telling
from isnad.model import Judgement

MANY = 3
"""The dead that make a toll."""
APART = 3.0
"""Tolls further apart than this are of two disasters."""
LATE = 45
"""Days between two pages within which a toll is still brought up to date."""
CROWDED = 200
"""Groups with a toll in one story up to which all are compared."""
SCORE = 0.58
"""The score of such a judgement: below every judgement on words that agree."""
WHY = "both count the dead of one disaster"


def with_tolls(items: Sequence[Telling], linked: Linked, decided: Sequence[Judgement]) -> Linked:
    """Return the groups with those joined that count the dead of one disaster; people's judgements outrank that."""
    by_id = {x.id: x for x in items}
    stories: dict[str, list[list[Telling]]] = {}
    for ids in linked.groups:
        told = [by_id[i] for i in ids]
        counting = [x for x in told if x.toll >= MANY and x.status != "planned" and not x.background]
        for story in dict.fromkeys(x.story for x in counting if x.story is not None):
            stories.setdefault(story, []).append(told)
    made = [j for groups in stories.values() if 1 < len(groups) <= CROWDED for j in _judgements(groups)]
    if not made:
        return linked
    judgements = Ledgers(linked.judgements, made)
    return Linked(group([x.id for x in items], Ledgers(judgements, decided)), judgements, linked.suggestions)


def _judgements(groups: Sequence[list[Telling]]) -> Iterator[Judgement]:
    for g, h in combinations(groups, 2):
        a, b = (max(x, key=lambda t: (t.toll >= MANY, t.fullness)) for x in (g, h))
        if _one_disaster(g, h, a, b) and not any(_between(x, (a, b)) for x in groups if x is not g and x is not h):
            left, right = sorted((a.id, b.id))
            ident = judgement_id("event", "same", left, right)
            yield Judgement(ident, "same", {"type": "event", "left": left, "right": right}, MACHINE, None, WHY, SCORE)


def _one_disaster(g: Sequence[Telling], h: Sequence[Telling], a: Telling, b: Telling) -> bool:
    """True when the days may be one, the tolls are near each other, and no page tells both."""
    if (a.kind == "death") != (b.kind == "death") or a.another != b.another:
        return False
    if {x.article for x in g} & {x.article for x in h} or max(a.toll, b.toll) > APART * min(a.toll, b.toll):
        return False
    if a.day is not None and b.day is not None and abs((a.day - b.day).days) > LATE:
        return False
    days = [[x.day_told for x in s if x.day_told is not None] for s in (g, h)]
    if any(x.day is not None and (x.day - p.end).days > LATE for x, told in ((a, days[1]), (b, days[0])) for p in told):
        return False  # a page recalls the outbreak of years ago
    return all(p.meets(q) for p in days[0] for q in days[1])


def _between(other: Sequence[Telling], pair: tuple[Telling, Telling]) -> bool:
    """True of a third count that one page of the two tells beside its own: then nobody knows which of them the other means."""
    pages = {x.article for x in pair}
    days = [d for x in pair if (d := x.day_told) is not None]
    mine = [x for x in other if x.article in pages and x.toll >= MANY and x.day_told is not None]
    return any(not d.meets(x.day_told) for x in mine for d in days if x.day_told is not None)
