"""Media that speak in a page without a word that calls them media ("selon Le Quai"): known by their own pages on the matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from isnad.link.hands import is_issuer, marks, same_letters
from isnad.model import Credit, Reading

MOST = 40
"""Publishers of one story among which a speaker is looked for under one word."""


def speaking_media(readings: Sequence[Reading], stories: Mapping[str, str]) -> Iterator[tuple[Reading, Credit]]:
    """Yield each page's speakers that are the publisher of another page of the same story, as credits.

    Who speaks, the quotations say; that a speaker is a medium, its own page says. O(quotations) for publishers few to a word.
    """
    houses: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for r in readings:
        name = r.article.publisher or ""
        if name and not is_issuer(name):
            for mark in marks(name):
                row = houses[stories.get(r.article.id), mark]
                if name not in row and len(row) < MOST:
                    row.append(name)
    for r in readings:
        own = (r.article.publisher or "", r.article.via or "")
        for q in r.quotations:
            s = q.speaker
            if s is None or (s.mention is not None and r.mentions[s.mention].kind == "person"):
                continue
            if any(c.start < s.end and s.start < c.end for c in r.credits) or any(
                same_letters(s.text, o) for o in own if o
            ):
                continue
            names = {n for mark in marks(s.text) for n in houses.get((stories.get(r.article.id), mark), ())}
            if any(same_letters(s.text, n) for n in names):
                yield r, Credit("outlet", s.text, s.start, s.end, s.mention, False, q.scope)
