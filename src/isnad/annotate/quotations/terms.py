"""Marked words with no word of saying beside them: speech that stands alone, or terms and words held at arm's length."""

from __future__ import annotations

from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.marks import Marked

UTTERANCE = 4
"""A quotation without any word of saying has at least this many words; below it is a name or a distance."""
_FRAGMENT = 9


def is_alone(field: Field, frame: Frame) -> bool:
    """True when nothing but quotations and marks stands in the frame."""
    words = field.words
    at = words.at(frame.span.start)
    end = words.at(frame.span.end)
    spans = [m.outer for m in frame.marked]
    for t in words.tokens[at:end]:
        if t.kind != "mark" and not any(s.start <= t.start < s.end for s in spans):
            return False
    return True


def is_speech(field: Field, frame: Frame, m: Marked, cue: Cue | None, place: str) -> bool:
    """True when the stretch is speech, not a name, a term or a distance."""
    n = field.words.count(m.inner)
    if cue is not None and place == "after" and n <= 3 and m.outer.start > frame.span.start + 2:
        # A name on the way to the verb ("in a call with «Le Phare», she said"), unless the verb follows the marks at once.
        return _said_behind(field, m, cue)
    if cue is None:
        if field.kind == "title" and m.outer.start <= frame.span.start + 1 and m.closed and _colon_behind(field, m):
            # "«We were told nothing»: the families speak".
            return n >= 2
        if not m.closed:
            return m.mark in "«“„" and is_alone(field, frame) and n >= UTTERANCE
        return n >= UTTERANCE if is_alone(field, frame) else n >= _FRAGMENT
    return m.closed or place != "before" or _introduced(field, m, cue)


def _colon_behind(field: Field, m: Marked) -> bool:
    j = field.words.at(m.outer.end)
    return j < len(field.words.keys) and field.words.keys[j] == ":"


def _said_behind(field: Field, m: Marked, cue: Cue) -> bool:
    """True for "… was “concerning”, said X": a comma, the verb, and no name between the marks."""
    words = field.words
    j = words.at(m.outer.end)
    comma = words.text[m.inner.end - 1] in ",،" or (j < len(words.keys) and words.keys[j] in (",", "،"))
    return comma and words.text[m.inner.start].islower() and cue.first - j <= 5


def _introduced(field: Field, m: Marked, cue: Cue) -> bool:
    """True when words that were never closed off are announced: a colon, a new line, or a verb of saying right before."""
    words = field.words
    i = words.at(m.outer.start) - 1
    if i < 0 or words.keys[i] == ":" or "\n" in words.text[words.tokens[i].end : m.outer.start]:
        return True
    return cue.may("say", "confirm", "deny", "doubt", "manner") and i - cue.last <= 8
