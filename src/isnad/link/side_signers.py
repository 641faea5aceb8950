"""For which side somebody signs: "signing on behalf of Ghana", « de la ministre ghanéenne du Commerce, Adjoa Sarfo », «عن الجانب الغاني».

The side is a state: its name behind "for", or the nationality among the words before the name, back to whoever is named before; where its
sentence has neither, the one that other pages give that person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import nation_of
from isnad.model import EntityGroup, Mention, Reading, Span
from isnad.text import fold_key, tokens

BEFORE = 16
"""Words before a name among which its nationality stands."""
BEHIND = 8
"""Words behind a name among which "for" and the state stand."""
OFFICE = 5
"""Words before a name elsewhere among which the nationality of an office stands."""


def side_of(reading: Reading, sentence: Span, mention: Mention) -> str | None:
    """Return the state for which a sentence has somebody sign, ``None`` when it names none or several."""
    language = reading.article.language
    if language not in LANGUAGES:
        return None
    low, high = _between(reading, sentence, mention)
    behind = tokens(reading.article.text, mention.end, high)[:BEHIND]
    keys = [t.key or t.text for t in behind]
    for i in range(len(keys)):
        if any(tuple(keys[i : i + len(p)]) == p for p in _for(language)):
            found = _states(reading, Span(behind[i].start, behind[-1].end))
            return found.pop() if len(found) == 1 else None
    before = tokens(reading.article.text, low, mention.start)[-BEFORE:]
    found = _states(reading, Span(before[0].start, before[-1].end)) if before else set()
    return found.pop() if len(found) == 1 else None


def state_of_person(group: EntityGroup, readings: Mapping[str, Reading]) -> str | None:
    """Return the state whose office most pages give somebody right before the name."""
    votes: Counter[str] = Counter()
    for ref in group.members:
        reading = readings.get(ref.article)
        if reading is None or reading.article.language not in LANGUAGES:
            continue
        m = reading.mentions[ref.index]
        low = next((s.start for s in reading.sentences if s.start <= m.start < s.end), m.start)
        before = tokens(reading.article.text, max(low, m.start - 60), m.start)[-OFFICE:]
        if before and len(found := _states(reading, Span(before[0].start, before[-1].end))) == 1:
            votes[found.pop()] += 1
    return votes.most_common(1)[0][0] if len(votes) == 1 else None


def _between(reading: Reading, sentence: Span, mention: Mention) -> tuple[int, int]:
    """The words around a name up to whoever is named before and behind it, in its sentence."""
    people = [m for m in reading.mentions if m.kind == "person" and sentence.start <= m.start < sentence.end]
    low = max((m.end for m in people if m.end <= mention.start), default=sentence.start)
    high = min((m.start for m in people if m.start >= mention.end), default=sentence.end)
    return low, high


def _states(reading: Reading, span: Span) -> set[str]:
    """The states that some words name, or whose nationality they give."""
    found = {
        m.country
        for m in reading.mentions
        if m.kind == "place" and m.country and m.key == f"place:{m.country}" and span.start <= m.start < span.end
    }
    words = tokens(reading.article.text, span.start, span.end)
    return found | {state for t in words if (state := nation_of(t.key))}


@cache
def _for(language: str) -> tuple[tuple[str, ...], ...]:
    phrases: Sequence[str] = table(language, "agreements")["for_side"]
    return tuple(tuple(fold_key(t.text) or t.text for t in tokens(w)) for w in phrases)
