"""In whose eyes something is so: « *Pour le ministre*, la suspension est « regrettable » », «*بالنسبة للوزير*، الأمر «مؤسف»»."""

from __future__ import annotations

from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody
from isnad.annotate.quotations.speakers import after
from isnad.annotate.quotations.subjects import object_pronoun

_LATER = 25
"""Tokens between a judge at the sentence's head and the marks that hold his words."""


def for_whom(field: Field, frame: Frame, m: Marked, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the person, role or body that a sentence opens with behind "for", when a comma closes it and marks follow."""
    words = field.words
    first, at = words.at(frame.span.start), words.at(m.outer.start)
    width = lexicon.eyes.match(words.keys, first) if first < len(words.keys) else 0
    if not width or not m.closed or words.count(m.inner) < 2 or m.outer in frame.names or at - first > _LATER:
        return None
    stop = words.tokens[at].start
    who = object_pronoun(words, first + width, stop, lexicon)
    who = who or after(words, first + width, stop, lexicon, mentions, joined=True)
    if who is None or who.sort in ("nobody", "pronouns", "several"):
        return None
    end = words.before(who.span.end)
    closed = end < at and words.keys[end] in (",", "،")
    many = who.sort == "phrase" and words.keys[end - 1].endswith(("s", "x", "ون", "ين"))
    known = who.sort == "pronoun" or is_somebody(words, who, lexicon, mentions)
    return who if closed and known and not many else None
