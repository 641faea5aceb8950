"""What pages tell of one matter that somebody denies, joined: the claim that has no other kind, and the denial itself.

That the denials of two pages are of one matter is known before events are joined (:mod:`isnad.link.denials`). What they answer is one
claim then, however each page words it, and who denies it the same day is one who denies, unless the pages name two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from isnad.link.denials import Found
from isnad.link.event_evidence import gap
from isnad.link.linker import MACHINE, Linked, group, judgement_id
from isnad.link.tellings import Telling
from isnad.model import Judgement

CLAIM, REFUSAL = "accusation", "rejection"
DAYS = 3
"""Days within which one denial is reported."""
SCORE = 0.65
"""The score of such a judgement: below every judgement on words that agree."""


def with_refuted(
    items: Sequence[Telling],
    linked: Linked,
    decided: Sequence[Judgement],
    matters: Sequence[Sequence[Found]],
) -> Linked:
    """Return the groups with those joined that tell one claim somebody denies, or its denial; people's judgements outrank that."""
    several = [m for m in matters if len({d.article for d in m}) > 1]
    if not several:
        return linked
    there: dict[str, list[Telling]] = {}
    for x in items:
        if x.kind in (CLAIM, REFUSAL) and not x.bare:
            there.setdefault(x.article, []).append(x)
    of = {i: n for n, ids in enumerate(linked.groups) for i in ids}
    made = [
        _judgement(a, b, why)
        for m in several
        for a, b, why in _pairs(m, there)
        if of[a.id] != of[b.id] and not _shared(linked.groups[of[a.id]], linked.groups[of[b.id]])
    ]
    if not made:
        return linked
    apart = {frozenset((of[str(j.target["left"])], of[str(j.target["right"])])) for j in made}
    kept = [j for j in linked.judgements if j.kind != "different" or _groups(j, of) not in apart]
    judgements = (*kept, *made)
    return Linked(group([x.id for x in items], [*judgements, *decided]), judgements, linked.suggestions)


def _groups(j: Judgement, of: dict[str, int]) -> frozenset[int]:
    return frozenset(of[str(j.target[k])] for k in ("left", "right") if str(j.target[k]) in of)


def _shared(one: Sequence[str], other: Sequence[str]) -> bool:
    """True when a page tells both: what it tells apart is two."""
    return bool({i.split("@")[0] for i in one} & {i.split("@")[0] for i in other})


def _pairs(matter: Sequence[Found], there: dict[str, list[Telling]]) -> Iterator[tuple[Telling, Telling, str]]:
    """The claims of a matter on two pages, and its denials, with why they are one."""
    claims: list[Telling] = []
    refusals: list[Telling] = []
    for d in matter:
        for x in there.get(d.article, ()):
            inside = any(c.start <= x.start < c.end for c in d.told.claims)
            if x.kind == CLAIM and x.lone and (inside or d.told.denied.start <= x.start < d.told.denied.end):
                claims.append(x)
            elif x.kind == REFUSAL and d.told.clause.start <= x.start < d.told.clause.end:
                refusals.append(x)
    for a, b in pairwise(claims):
        if a.article != b.article and a.status == b.status:
            yield a, b, "what one denies and what another denies is one matter"
    for a, b in pairwise(refusals):
        if a.article != b.article and _one_denial(a, b):
            yield a, b, "both deny one matter"


def _one_denial(a: Telling, b: Telling) -> bool:
    """True unless the pages name two who deny, or two times."""
    if a.date is not None and b.date is not None and gap(a.date, b.date) > DAYS:
        return False
    return not (a.who and b.who) or bool(a.who & b.who)


def _judgement(a: Telling, b: Telling, why: str) -> Judgement:
    left, right = sorted((a.id, b.id))
    ident = judgement_id("event", "same", left, right)
    return Judgement(ident, "same", {"type": "event", "left": left, "right": right}, MACHINE, None, why, SCORE)
