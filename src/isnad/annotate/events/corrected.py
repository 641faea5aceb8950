"""What a page takes back: "we reported on Tuesday that the minister had resigned. He has not", « nous avons écrit à tort que … ».

What a paper said itself and corrects did not happen as it said so: it is denied, or, where the page goes on to tell the same thing
right ("the purchase was closed in May 2011"), it is no telling at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from isnad.annotate.events.candidate import Candidate
from isnad.annotate.events.grammar import Phrases
from isnad.annotate.events.phrases import Layout
from isnad.languages import table
from isnad.model import Span
from isnad.text import fold_key

HEAD = 9
"""Items of the next sentence among which the words that take something back stand."""


class _Words(Struct, frozen=True):
    own: Phrases
    owned: Phrases
    wrong: Phrases
    right: Phrases
    not_so: Phrases


@cache
def _words(language: str) -> _Words:
    said = table(language, "events")["corrected"]
    return _Words(*(Phrases(language, ((p, k) for p in said[k])) for k in ("own", "owned", "wrong", "right", "not_so")))


def taken_back(language: str, here: Layout, following: Layout | None) -> tuple[int, int] | None:
    """Return the items of a sentence that repeat what the paper had told and takes back, ``None`` where it does not."""
    words, items = _words(language), here.items
    keys = {k for i in items for k in i.keys[:1]}
    said = [p for p in (words.own, words.owned) if not p.firsts.isdisjoint(keys)]
    told = {p: _first(p, here, 0) for p in said}
    at = max(told.values(), default=-1)
    if at < 0:
        return None
    right = _first(words.right, here, at)
    wrong = right >= 0 or told.get(words.owned, -1) >= 0 or words.wrong.within(items, 0, len(items)) is not None
    if not wrong and (following is None or words.not_so.within(following.items, 0, HEAD) is None):
        return None
    return at, right if right >= 0 else len(items)


def set_right(
    found: Sequence[Candidate], back: Mapping[int, tuple[Span, frozenset[str]]], text: str
) -> tuple[list[Candidate], list[Candidate]]:
    """Return the candidates, those that are taken back as denied, and apart those that the page tells right behind them.

    ``back`` holds by sentence the words that repeat what was wrong, and the folded ones right behind, where the same verb tells the same
    of whatever "it" is ("the deal was *signed* on Tuesday. It was *signed* on Monday").
    """
    made, left = list[Candidate](), list[Candidate]()
    for c in found:
        wrong, after = back.get(c.sentence, (None, frozenset[str]()))
        if wrong is None or not wrong.start <= c.mention.trigger.start < wrong.end:
            made.append(c)
            continue
        behind = (o for o in found if 0 <= o.sentence - c.sentence <= 1 and o.mention.trigger.start >= wrong.end)
        told = fold_key(text[c.mention.trigger.start : c.mention.trigger.end])
        again = told in after or any(_alike(o.mention.kind, c.mention.kind) and not o.bare for o in behind)
        (left if again else made).append(replace(c, mention=replace(c.mention, status="denied")))
    return made, left


def _alike(a: str, b: str) -> bool:
    return a == b or any(a in f and b in f for f in table("shared", "kinds")["families"])


def _first(phrases: Phrases, layout: Layout, start: int) -> int:
    items = layout.items
    found = (
        i for i in range(start, len(items)) if not phrases.firsts.isdisjoint(items[i].keys) and phrases.at(items, i)
    )
    return next(found, -1)
