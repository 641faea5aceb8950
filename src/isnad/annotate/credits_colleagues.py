"""Media that the page calls its colleagues: « nos confrères espagnols de *La Provincia* », "our colleagues at *El Heraldo*", «زملاؤنا في صحيفة *الأفق*»."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.credits_ends import capital
from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.credits_own import is_own
from isnad.annotate.quotations.frames import Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.words import Words
from isnad.model import Credit, Span
from isnad.model.reading import OriginKind

_SMALL = 5
"""Small words between "colleagues" and the name: a nation, "of", an article, a word for a paper."""
_OPEN = {"«": "»", "“": "”", '"': '"'}
_INSIDE = frozenset({"de", "del", "d'", "d", "du", "des", "la", "le", "les", "el", "los", "of", "the", "l'", "l"})


def colleagues(words: Words, frame: Frame, known: Sources, lexicon: Speech, own: str | None) -> Iterator[Credit]:
    """Yield the media a sentence calls colleagues of the page that prints it, foreign where it says of which nation."""
    i, stop = words.at(frame.span.start), words.before(frame.span.end)
    for k, n in known.colleagues.within(words.keys, i, stop):
        at = _name_at(words, k + n, stop, known, lexicon)
        span = _name(words, at, stop) if at is not None else None
        if at is None or span is None or is_own(words.text[span.start : span.end], own):
            continue
        abroad = known.foreign.intersection(words.keys[k + n : at])
        kind: OriginKind = "foreign press" if abroad else "outlet"
        yield Credit(kind, words.text[span.start : span.end], span.start, span.end, None, False, frame.span)


def _name_at(words: Words, k: int, stop: int, known: Sources, lexicon: Speech) -> int | None:
    """The first token of the name behind a word for colleagues."""
    for j in range(k, min(k + _SMALL, stop)):
        small = words.keys[j] in known.foreign or words.keys[j] in lexicon.governors or words.keys[j] in _INSIDE
        if words.tokens[j].text in _OPEN or (capital(words, j) and words.keys[j] not in known.foreign):
            return j
        if not (small or words.tokens[j].kind == "elided" or known.nouns["outlet"].match(words.keys, j)):
            return None
    return None


def _name(words: Words, at: int, stop: int) -> Span | None:
    """The name that begins at a token: what stands in marks, or a run of capitals with the small words inside it."""
    close = _OPEN.get(words.tokens[at].text)
    if close is not None:
        end = next((j for j in range(at + 1, min(at + 7, stop)) if words.tokens[j].text == close), None)
        return words.span(at + 1, end - 1) if end is not None and end > at + 1 else None
    last = at
    while last + 1 < stop:
        inside = words.keys[last + 1] in _INSIDE and last + 2 < stop and capital(words, last + 2)
        if not (capital(words, last + 1) or inside):
            break
        last += 1
    return words.span(at, last)
