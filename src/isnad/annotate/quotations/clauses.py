"""Where the clause that is reported opens behind a word of saying: at its conjunction, past its subject."""

from __future__ import annotations

from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.words import STOPS, Words
from isnad.model import Span

FEWEST = 3
"""Words between a source at the sentence's head and where another's turn may begin."""
SAYING = ("say", "confirm", "doubt", "deny")
"""The sorts of words of saying that report a clause."""
_OPENERS, _CLOSERS = "«“„", "»”"
_SUBJECT = 9
"""Tokens that may stand between a word of saying and the conjunction behind its subject."""


def opens_clause(words: Words, cue: Cue, stop: int, lexicon: Speech) -> bool:
    """True when a conjunction behind the word of saying opens a clause of its own, its subject at most between.

    ``stop`` is the token before which it must stand; quotation marks that are no name's end the search.
    """
    stop, last = min(cue.last + 1 + _SUBJECT, stop), stop
    i = cue.last
    while i + 1 < stop:
        i += 1
        unnamed = lexicon.anonymous.match(words.keys, i)
        if unnamed:
            i, stop = i + unnamed - 1, min(stop + unnamed, last)
        elif lexicon.conjunctions.match(words.keys, i) and words.keys[i - 1] not in lexicon.comparing:
            if not _relative(words, i, lexicon):
                return True
        elif lexicon.verb_first and words.keys[i] == "," and (behind := _past_text(words, i, lexicon)):
            i, stop = behind - 1, min(stop + behind - i, last)
        elif words.keys[i] in STOPS and i not in words.quiet:
            if not (words.keys[i] == "." and words.glued(i) and len(words.keys[i - 1]) <= 2):
                return False
    return False


_TEXT = 14
"""Tokens of the longest aside that says in what text something was said, and who carried it."""


def _past_text(words: Words, comma: int, lexicon: Speech) -> int:
    """Return the token of the comma behind an aside on a text between an Arabic verb and its clause («ردت الشركة*، في بيان نقلته الوكالة،* بأن …»), else 0."""
    led = words.keys[comma + 1 : comma + 2] and words.keys[comma + 1] in lexicon.governors
    if not led or not any(k in lexicon.issued for k in words.keys[comma + 2 : comma + 4]):
        return 0
    return next((k for k in range(comma + 2, min(comma + _TEXT, len(words.keys))) if words.keys[k] == ","), 0)


_ASIDE = 9
"""Tokens between a relative and a word of saying in it."""


def in_relative(words: Words, cue: Cue, lexicon: Speech) -> bool:
    """True of a word of saying in a relative clause that a comma opens: "X, *which denied* that it wanted out, is …"."""
    keys = words.keys
    if cue.form not in ("finite", "participle", "gerund"):
        return False
    before = range(cue.first - 1, max(0, cue.first - _ASIDE), -1)
    opened = next((k for k in before if keys[k] in (",", ".", ";", ":")), None)
    return opened is not None and keys[opened] == "," and keys[opened + 1] in lexicon.relatives


def closes_relative(words: Words, comma: int, floor: int, lexicon: Speech) -> bool:
    """True of a comma that closes a relative clause: its antecedent is the verb's subject ("Ann Bell, *who asked to leave*, said …")."""
    if words.keys[comma] != ",":
        return False
    opened = next((k for k in range(comma - 1, floor, -1) if words.parts(k)), floor)
    return words.keys[opened] == "," and words.keys[opened + 1] in lexicon.relatives


_CONTRACTED = frozenset({"al", "del"})


def _relative(words: Words, i: int, lexicon: Speech) -> bool:
    """True for the Spanish relative behind preposition and article: "el acta *a la que* accedió"."""
    if words.keys[i] not in lexicon.relatives or i < 2:
        return False
    led = words.keys[i - 1] in lexicon.articles and words.keys[i - 2] in lexicon.governors
    return led or words.keys[i - 1] in _CONTRACTED


def clause_start(words: Words, cue: Cue, stop: int, lexicon: Speech) -> int | None:
    """Return the offset behind the conjunction that opens the clause between the word of saying and ``stop``, if one does."""
    for i in range(cue.last + 1, min(words.before(stop), cue.last + 40)):
        if lexicon.conjunctions.match(words.keys, i) and not _relative(words, i, lexicon):
            return words.tokens[i].end
    return None


def trimmed(words: Words, span: Span) -> Span | None:
    """Return the span without white space, commas and the full stop at its edges."""
    text, start, end = words.text, span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",،:;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,،;:…"):
        end -= 1
    while start < end and text[start] in _OPENERS and not any(c in text[start + 1 : end] for c in _CLOSERS):
        start += 1  # a mark that nothing closes is none of the words
        while start < end and text[start].isspace():
            start += 1
    return Span(start, end) if end > start else None
