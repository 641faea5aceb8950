"""What changed between two states of an article, word by word: kept, gone and new words in the order they are read in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from isnad.model import Article, Dossier, Version
from isnad.model.reading import OWN_PARTS

MOST_COMPARED = 4_000_000
"""Words of one side times words of the other compared one by one; beyond it the stretch counts as wholly replaced."""
_TOKEN = re.compile(r"\S+\s*")


class Change(Struct, frozen=True):
    """A run of words: ``same`` in both states, ``gone`` from the later or ``new`` in it.

    ``article``, ``start`` and ``end`` say where the words stand: in the earlier state when they are gone, else in the later.
    """

    kind: Literal["same", "gone", "new"]
    words: str
    article: str
    start: int
    end: int


class Step(Struct, frozen=True):
    """From one state of an article to the next, with the changes of its own words; chrome and teasers are not compared."""

    earlier: str
    later: str
    changes: tuple[Change, ...]


class History(Struct, frozen=True):
    """A version of the dossier with the steps from state to state."""

    id: str
    articles: tuple[str, ...]
    reasons: tuple[str, ...]
    steps: tuple[Step, ...]


_Token = tuple[str, int, int]


def histories(d: Dossier) -> tuple[History, ...]:
    """Return what changed in each article of which the dossier holds several states."""
    articles = {a.id: a for a in d.articles}
    return tuple(history(v, articles) for v in d.versions if all(a in articles for a in v.articles))


def history(v: Version, articles: dict[str, Article]) -> History:
    """Return the steps from state to state of one article; raises :class:`KeyError` for a state that is not among ``articles``."""
    steps = (Step(a, b, changes(articles[a], articles[b])) for a, b in pairwise(v.articles))
    return History(v.id, v.articles, v.reasons, tuple(steps))


def changes(earlier: Article, later: Article) -> tuple[Change, ...]:
    """Return the own words of two states as runs of same, gone and new words.

    Paragraphs are matched whole first, and words only between paragraphs that differ, so that the time stays near linear for
    texts that are mostly alike. Joined again, the same and new words are the later state's, the same and gone the earlier's.
    """
    a, b = _paragraphs(earlier), _paragraphs(later)
    keys_a, keys_b = ([tuple(t[0] for t in p) for p in side] for side in (a, b))
    found: list[Change] = []
    for tag, i, j, k, m in SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_opcodes():
        before, after = ([t for p in side for t in p] for side in (a[i:j], b[k:m]))
        if tag == "equal":
            found.extend(_runs("same", later, after))
        else:
            found.extend(_between(earlier, before, later, after))
    return tuple(found)


def _paragraphs(article: Article) -> list[list[_Token]]:
    """The words of each part that is the article's own, with their places."""
    own = [p for p in article.parts if p.kind in OWN_PARTS]
    return [
        [(m.group().strip(), m.start(), m.end()) for m in _TOKEN.finditer(article.text, p.start, p.end)] for p in own
    ]


def _between(earlier: Article, a: Sequence[_Token], later: Article, b: Sequence[_Token]) -> Iterator[Change]:
    """The changes between two stretches of words."""
    if len(a) * len(b) > MOST_COMPARED:
        yield from _runs("gone", earlier, a)
        yield from _runs("new", later, b)
        return
    match = SequenceMatcher(None, [t[0] for t in a], [t[0] for t in b], autojunk=False)
    for tag, i, j, k, m in match.get_opcodes():
        if tag == "equal":
            yield from _runs("same", later, b[k:m])
        else:
            yield from _runs("gone", earlier, a[i:j])
            yield from _runs("new", later, b[k:m])


def _runs(kind: Literal["same", "gone", "new"], article: Article, tokens: Sequence[_Token]) -> Iterator[Change]:
    """One run of words, cut where other parts of the page stand between them."""
    start = 0
    for n in range(1, len(tokens) + 1):
        if n == len(tokens) or tokens[n][1] != tokens[n - 1][2]:
            first, last = tokens[start], tokens[n - 1]
            words = article.text[first[1] : last[2]].rstrip()
            yield Change(kind, words, article.id, first[1], first[1] + len(words))
            start = n
