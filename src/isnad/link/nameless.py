"""Whose the communiqué is that a page calls "a communiqué" or "the same source": the one whose words it repeats.

A page that does not print who issued a text still prints what the text says. Where that sentence says what a sentence
attributed to another communiqué of the same matter and days says, in whatever language, it is that communiqué; where
two communiqués come near, it is nobody's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from isnad.link.bodies import Meaning
from isnad.link.concepts import vector
from isnad.link.named import Named
from isnad.link.translations import sentence_likeness
from isnad.model import Reading

SAME_WORDS = 0.4
"""Likeness from which two attributed sentences say the same; communiqués of one matter that say different things stay below .3."""
NEIGHBOURS = 40
"""Attributed sentences of one matter, in order of days, that are compared with each."""
LEAST_WORDS = 8
"""Words of the shortest sentence that tells communiqués apart ("the communiqué added" does not)."""
_NOTHING = Meaning.of({})


class Attributed(Struct, frozen=True, gc=False):
    """A place where a page names a communiqué: its origin so far, and whether anything tells whose that is."""

    origin: str
    named: bool
    hand: Named

    @property
    def reading(self) -> Reading:
        """The page that names it."""
        return self.hand.reading

    @property
    def at(self) -> int:
        """Where the page names it."""
        return self.hand.credit.start


def same_words(said: Sequence[Attributed], may: Callable[[Named, Named], bool]) -> list[tuple[str, str]]:
    """Return pairs of origins of one matter that are one communiqué, the first of them without a name; in order.

    ``said`` is in order of days; ``may`` says whether two may be one text, of the same days. O(n) for n attributions.
    """
    known = {a.origin for a in said if a.named}
    if all(a.origin in known for a in said):
        return []
    meanings: dict[tuple[str, int], Meaning] = {}
    alike: dict[str, set[str]] = defaultdict(set)
    for i, a in enumerate(said):
        if a.origin in known:
            continue
        for b in (*said[max(0, i - NEIGHBOURS) : i], *said[i + 1 : i + 1 + NEIGHBOURS]):
            if b.origin == a.origin or b.reading.article.id == a.reading.article.id or not may(a.hand, b.hand):
                continue
            if sentence_likeness(_meaning(a, meanings), _meaning(b, meanings)) >= SAME_WORDS:
                alike[a.origin].add(b.origin)
    return [pair for origin in sorted(alike) for pair in _joined(origin, alike, known)]


def says(page: Reading, told: Reading, at: int) -> float:
    """Return how near a page comes to saying what another says in the sentence at ``at``, or, at half weight, in the next: 0–1."""
    i = bisect_right(told.sentences, at, key=lambda s: s.start) - 1
    theirs = [Meaning.of(vector(page.article.words(s), page.article.language)) for s in page.sentences]
    best = 0.0
    for weight, s in zip((1.0, 0.5), told.sentences[max(0, i) : i + 2], strict=False):
        mine = Meaning.of(vector(told.article.words(s), told.article.language))
        best = max([best, *(weight * sentence_likeness(mine, x) for x in theirs)])
    return best


def _joined(origin: str, alike: Mapping[str, set[str]], known: set[str]) -> list[tuple[str, str]]:
    """The pairs of one nameless origin: with all that say the same, unless two named ones do, its like's included."""
    group, left = {origin}, [origin]
    while left:
        # Through nameless origins only: a named one is the end of the way.
        new = {o for o in alike.get(left.pop(), ()) if o not in group}
        group |= new
        left += [o for o in new if o not in known]
    named = group & known
    return [(origin, other) for other in sorted(alike[origin]) if other not in known or len(named) == 1]


def _meaning(a: Attributed, known: dict[tuple[str, int], Meaning]) -> Meaning:
    """The sentence that names the communiqué, in the space of four languages."""
    sentences = a.reading.sentences
    i = bisect_right(sentences, a.at, key=lambda s: s.start) - 1
    key = a.reading.article.id, i
    if key not in known:
        words = a.reading.article.words(sentences[i]) if i >= 0 and a.at < sentences[i].end else ""
        enough = len(words.split()) >= LEAST_WORDS
        known[key] = Meaning.of(vector(words, a.reading.article.language)) if enough else _NOTHING
    return known[key]
