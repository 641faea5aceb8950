"""Who speaks unnamed from inside a body, or as a source: « prévient-on *à la chambre d'agriculture* », "advierten *desde el sindicato*", « de *source policière* »."""

from __future__ import annotations

from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody
from isnad.annotate.quotations.speakers import after, object_before
from isnad.annotate.quotations.words import STOPS, Words
from isnad.model import Span

_SOURCE = 4
"""Words of the longest description of an unnamed source."""


def speaks_within(
    words: Words, cue: Cue, pronoun: Found | None, stop: int, lexicon: Speech, mentions: Mentions
) -> Found | None:
    """Return the body at which "one" speaks, or from which many speak without a subject of their own."""
    if cue.form not in ("finite", "participle") or not lexicon.within or (pronoun and pronoun.sort != "nobody"):
        return None
    i = words.before(pronoun.span.end) if pronoun is not None else cue.last + 1
    many = pronoun is not None or words.keys[cue.head].endswith(lexicon.many)
    width = lexicon.within.match(words.keys, i) if many else 0
    if not width or words.tokens[i].start >= stop:
        return None
    who = after(words, i + width, stop, lexicon, mentions, joined=True)
    return who if who is not None and _is_body(words, who, lexicon, mentions) else None


def speaks_from(words: Words, cue: Cue, frame: Frame, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the body that "from" opens a sentence with, whose many speak without a subject ("*Desde el club* lamentan “…”")."""
    first = words.at(frame.span.start)
    width = lexicon.within.match(words.keys, first) if lexicon.many and cue.first > first else 0
    if not width or cue.form != "finite" or not words.keys[cue.head].endswith(lexicon.many):
        return None
    who = after(words, first + width, words.tokens[cue.first].start, lexicon, mentions, joined=True)
    return who if who is not None and _is_body(words, who, lexicon, mentions) else None


def _is_body(words: Words, who: Found, lexicon: Speech, mentions: Mentions) -> bool:
    """True of a body, no text ("dans *un communiqué*") and no place."""
    if who.mention is not None:
        return mentions.mentions[who.mention].kind == "organization"
    keys = words.keys[words.at(who.span.start) : words.before(who.span.end)]
    return lexicon.issued.isdisjoint(keys) and is_somebody(words, who, lexicon, mentions)


def unnamed_source(words: Words, cue: Cue, stop: int, lexicon: Speech) -> Found | None:
    """Return the source that a preposition at a sentence's head names itself, with what sort of source it is: « de *source policière* »."""
    if cue.entry.words[-1] not in lexicon.sources or (cue.first and words.keys[cue.first - 1] not in STOPS):
        return None
    last = cue.last
    while last + 1 < len(words.keys) and last - cue.last < _SOURCE and words.tokens[last + 1].start < stop:
        if words.tokens[last + 1].kind != "word" or lexicon.ends.match(words.keys, last + 1):
            break
        last += 1
    return (
        Found(Span(words.tokens[cue.last].start, words.tokens[last].end), None, "phrase") if last > cue.last else None
    )


def without_to(words: Words, cue: Cue, found: Found | None, lexicon: Speech) -> Found | None:
    """Return the source without the particle that its preposition asks for («وفقا *ل*وزير الدفاع», «وفقا *ل*لسفير»)."""
    if found is None or found.mention is not None or found.sort != "phrase" or not lexicon.verb_first:
        return found
    first = words.keys[words.at(found.span.start)]
    if cue.entry.words[-1] not in lexicon.with_to or first[:1] != "ل" or len(first) <= _FEW_LETTERS:
        return found
    return Found(Span(found.span.start + 1 + (first[:2] == "لل"), found.span.end), None, found.sort)


_FEW_LETTERS = 3


def antecedent(words: Words, cue: Cue, start: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the person or body right before a comma and "according to whom", ``None`` for a text."""
    last = cue.first - 1
    if last <= words.at(start) or words.keys[last] not in (",", "،"):
        return None
    who = object_before(words, words.at(start), last - 1, lexicon, mentions)
    return who if who is not None and who.mention is None and _is_body(words, who, lexicon, mentions) else None
