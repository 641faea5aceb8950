"""Sentences that give both values of a dispute: which of the two they give for what happened need not be as it was read."""

from __future__ import annotations

from isnad.compose.cast import Cast
from isnad.compose.rivalry import Said
from isnad.model import Interval


def names_both(a: Said, b: Said, cast: Cast) -> bool:
    """Return whether the sentence that tells it of one place names the other as well, and the first stands nearer to something else it tells
    ("marched in Sarn for the reopening of the bridge of Belloc"): it need not be of this."""
    reading = cast.readings[a.article]
    sentence = next((s for s in reading.sentences if s.start <= a.cite.start < s.end), a.cite)
    inside = [(i, m.start) for i, m in enumerate(reading.mentions) if sentence.start <= m.start < sentence.end]
    if not any(b.value in cast.named(a.article, i) for i, _ in inside):
        return False
    own, others = set[int](), set[int]()
    for e in reading.events:
        if sentence.start <= e.trigger.start < sentence.end:
            mine = e.clause.cite(a.article) == a.cite and a.value in cast.named(a.article, e.place)
            (own if mine else others).add(e.trigger.start)
    here = [start for i, start in inside if a.value in cast.named(a.article, i)]
    return bool(own and others) and any(min(abs(t - x) for t in others) < min(abs(t - x) for t in own) for x in here)


def gives_both(a: Said, b: Said, cast: Cast) -> bool:
    """Return whether the sentence that tells it of one day gives the other as well ("accused on Tuesday the winner of Sunday's race")."""
    reading = cast.readings[a.article]
    sentence = next((s for s in reading.sentences if s.start <= a.cite.start < s.end), a.cite)
    given = (t.interval for t in reading.times if t.kind == "date" and sentence.start <= t.start < sentence.end)
    return isinstance(b.key, Interval) and any(
        day is not None and (day.start, day.end) == (b.key.start, b.key.end) for day in given
    )
