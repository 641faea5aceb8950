"""What takes place because somebody calls for it: "the unions call for a strike on Tuesday" tells a strike that is planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.model import Interval, Reading, Span

CALL = 8
"""Items within which what is called for stands behind the call."""


def called(hit: Hit, leads: Sequence[Hit], n: int) -> bool:
    """Return whether a trigger stands right behind a call for what takes place because somebody calls for it: "urged teachers to strike"."""
    callable_ = hit.trigger.kind in table("shared", "kinds")["called"]
    before = leads[n - 1] if n else None
    return callable_ and before is not None and before.trigger.kind == "demand" and hit.first - before.last <= CALL


def ahead(made: Candidate, published: Interval | None) -> Candidate:
    """Return what is called for with the weekday behind it taken for the one to come: "call for a march *on Saturday*"."""
    said = made.mention
    date = said.date
    if date is None or published is None or date.days > 1 or date.basis == "printed":
        return made
    gone = (published.start - date.end).days
    if not 0 < gone <= 6 or any(c.start < said.trigger.end for c in date.cites):
        return made
    day = date.start + timedelta(days=7)
    basis = f"{date.basis}; a week later, for it is called for"
    return replace(made, mention=replace(said, date=Interval(day, day, "day", basis, date.cites)))


def to_come(made: Candidate, reading: Reading) -> bool:
    """Return whether the clause gives a day that is not over on the page's."""
    date, published = made.mention.date, reading.article.published
    return date is not None and (published is None or date.start >= published.start)


def instead(made: Candidate, found: list[Candidate]) -> Candidate:
    """Return what is called for in the place of the call; who calls takes part in it."""
    if not found or found[-1].mention.kind != "demand":
        return made
    call = found.pop().mention
    who = tuple(t for t in call.participants if t.role == "actor")
    clause = Span(min(call.clause.start, made.mention.clause.start), max(call.clause.end, made.mention.clause.end))
    took = made.mention.participants
    named = {t.mention for t in took}
    took = (*took, *(t for t in who if t.mention not in named))
    return replace(made, mention=replace(made.mention, participants=took, clause=clause))
