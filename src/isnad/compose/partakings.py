"""As what a state took part in a drill: with troops, says one page; with observers, says another.

Nobody is named there whom two pages could name otherwise, and yet it is who took part that they disagree on.
"""

from __future__ import annotations

from collections.abc import Iterator

from isnad.compose.cast import Cast
from isnad.compose.events import tellings_of
from isnad.compose.rivalry import Said
from isnad.languages import LANGUAGES
from isnad.languages.meanings import nation_of
from isnad.languages.voices import voices
from isnad.model import Links, Reading, Span
from isnad.text import fold_key, tokens

KIND = "exercise"
"""The kind of events in which states take part by sending somebody."""
SORTS = ("observers", "troops")
BESIDE = 2
"""Words between the noun and the adjective of a people."""
BEHIND = 2
"""Sentences behind one that names a drill which may still speak of it."""


def partakings(links: Links, cast: Cast) -> Iterator[tuple[str, list[Said]]]:
    """Yield the drills of which stories tell, and as what the pages of the story say that states took part; of two drills nothing is sure."""
    for story in links.stories:
        pages = [cast.readings[a] for a in story.articles if a in cast.readings]
        drills = [
            g.id
            for g in links.events
            if any(m.article in story.articles and e.kind == KIND for m, e in tellings_of(g, cast))
        ]
        if len(pages) > 1 and len(drills) == 1:
            yield drills[0], [s for r in pages for s in _said(r)]


def other_part(a: Said, b: Said) -> bool:
    """Return whether two states are spoken of, or one of which both say the same."""
    x, y = a.key, b.key
    return not (isinstance(x, tuple) and isinstance(y, tuple)) or x[0] != y[0] or x[1] == y[1]


def _said(reading: Reading) -> Iterator[Said]:
    named = [e.trigger.start for e in reading.events if e.kind == KIND]
    if not named or reading.article.language not in LANGUAGES:
        return
    holds = [n for n, s in enumerate(reading.sentences) if any(s.start <= at < s.end for at in named)]
    for n in sorted({k for h in holds for k in range(h, min(h + BEHIND + 1, len(reading.sentences)))}):
        yield from _of(reading, reading.sentences[n])


def _of(reading: Reading, sentence: Span) -> Iterator[Said]:
    language = reading.article.language
    found = tokens(reading.article.text, sentence.start, sentence.end)
    keys = [fold_key(t.text) for t in found]
    turns = voices(language)
    taken = -1
    for i in range(len(keys)):
        sort, size = next(((s, size) for s in SORTS if (size := turns.at(s, keys, i))), ("", 0))
        if not size or i <= taken:
            continue
        taken = i + size
        near = range(max(0, i - BESIDE), i) if language == "en" else range(i + size, min(len(keys), i + size + BESIDE))
        who = next((k for k in near if nation_of(keys[k])), None)
        if who is not None:
            span = Span(found[min(i, who)].start, found[max(i + size - 1, who)].end)
            yield Said(
                reading.article.id,
                reading.article.words(span),
                span.cite(reading.article.id),
                (nation_of(keys[who]), sort),
            )
