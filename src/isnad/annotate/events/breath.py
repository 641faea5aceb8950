"""Where something took place that one sentence tells in one breath with what it told before: "*visited Talling* and met the families"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate
from isnad.languages import table


def in_one_breath(found: Sequence[Candidate]) -> list[Candidate]:
    """Return a sentence's events, each without a place having that of the one told before it, when they make one scene.

    What makes one is listed (``breath``). Another day, another status, or a noun that points elsewhere parts them.
    """
    placed: list[Candidate] = []
    for c in found:
        where = None if c.mention.place is not None or c.points else _lent(c, placed)
        placed.append(c if where is None else replace(c, mention=replace(c.mention, place=where)))
    return placed


def _lent(c: Candidate, before: Sequence[Candidate]) -> int | None:
    """The place of the nearest event told before in the sentence that makes one scene with this one."""
    for o in reversed(before):
        if o.mention.place is None or (o.mention.kind, c.mention.kind) not in _pairs():
            continue
        if o.mention.trigger.end > c.mention.trigger.start or o.mention.status != c.mention.status:
            continue
        if o.mention.kind in _GONE_TO and o.noun:
            continue  # "*after a visit to Praia*, signed an accord"
        days = o.mention.date, c.mention.date
        if None not in days and days[0] != days[1]:
            continue
        return o.mention.place
    return None


_GONE_TO = frozenset({"visit", "meeting", "gathering"})
"""Kinds that a noun names as over, so that a verb alone says what goes on there."""


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    rows = table("shared", "kinds")["breath"]
    return frozenset((row[0], k) for row in rows for k in row[1:])
