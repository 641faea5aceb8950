"""What stands by itself of the tellings of one article, and what only names something told more fully beside it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate
from isnad.languages import table
from isnad.model import EventMention

A_YEAR = 366
"""Days of the longest date that the dead of a disaster keep when one sentence tells both, and by which what is long ago stands alone."""


def by_themselves(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the tellings in order, with what stands alone though it lacks somebody, for its clause dates it and its sentence tells nothing fuller of that day.

    "A strike *in 2012*", "the envoy *left on Monday night*".
    """
    found = [_of_long_ago(_beside(c, found), found) for c in found]
    kept: list[Candidate] = []
    for c in sorted(found, key=lambda c: (c.bare, not c.verb)):
        alone = _alone(c) and not any(_same_day(c, o) for o in kept if not o.bare)
        kept.append(replace(c, bare=False, lone=True, firm=True) if alone else c)
    return sorted(kept, key=lambda c: (c.sentence, c.mention.trigger.start))


def _alone(c: Candidate) -> bool:
    date = c.mention.date
    if not c.sole or date is None or c.plural or c.part not in ("body", "lead") or c.mention.status == "denied":
        return False
    if c.mention.background:
        return date.days <= A_YEAR
    return bool(c.verb) and date.days == 1 and c.mention.kind not in table("shared", "kinds")["spoken"]


def _same_day(c: Candidate, o: Candidate) -> bool:
    return c.sentence == o.sentence and not other_days(c.mention, o.mention)


def _beside(c: Candidate, found: Sequence[Candidate]) -> Candidate:
    """A telling of nobody named, in one sentence with a fuller one of a kind that writers choose for the same, only names it."""
    if not c.lone:
        return c
    fuller = (o for o in found if o.sentence == c.sentence and not (o.bare or o.lone))
    return replace(c, lone=False, bare=True) if any(kin(c.mention.kind, o.mention.kind) for o in fuller) else c


def _of_long_ago(c: Candidate, found: Sequence[Candidate]) -> Candidate:
    """The dead of an old disaster that the same sentence told before died then: "a crush *in 2014* left two dead"."""
    deadly = table("shared", "kinds")["deadly"]
    if c.mention.date is not None or c.mention.kind not in deadly or c.tally:
        return c
    before = (o for o in found if o.sentence == c.sentence and o.mention.trigger.end <= c.mention.trigger.start)
    then = next((o.mention.date for o in before if o.mention.background and o.mention.kind in deadly), None)
    return c if then is None else replace(c, mention=replace(c.mention, date=then, background=True))


def kin(a: str, b: str) -> bool:
    """Return whether these are two kinds that different writers choose for one happening."""
    return a != b and any(a in family and b in family for family in table("shared", "kinds")["families"])


def other_days(x: EventMention, y: EventMention) -> bool:
    """Return whether two tellings have days that exclude each other."""
    return x.date is not None and y.date is not None and not x.date.meets(y.date)
