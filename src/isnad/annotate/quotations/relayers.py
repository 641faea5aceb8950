"""Whose word a sentence rests on besides its speaker's: who heard it, tells it on, or is named as the source."""

from __future__ import annotations

from isnad.annotate.quotations.clauses import SAYING
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody, is_source
from isnad.annotate.quotations.speakers import after
from isnad.annotate.quotations.subjects import next_mark
from isnad.annotate.quotations.words import Words


def relayer(field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return whose word the sentence rests on besides ("he told him, *according to diplomats*"), none for the speaker's own."""
    passing = _passes_on(field, frame, cue, lexicon, mentions)
    if passing is not None:
        return passing
    if cue.form not in ("finite", "participle") or cue.weak:
        return None
    for other in frame.cues:
        if other.form == "preposition" and other != cue and not cue.first <= other.first <= cue.last:
            who = after(field.words, other.last + 1, next_mark(frame, other.span.end), lexicon, mentions, joined=True)
            if who is None or who.sort not in ("name", "phrase"):
                continue
            if is_source(field.words, who, lexicon) or _bystanders(field, cue, other, who, lexicon, mentions):
                return who
            if (
                _told_on(field.words, cue, other, who, lexicon, mentions)
                or _set_in(field.words, frame, cue, other, who, lexicon, mentions)
                or _ahead_of(field.words, frame, cue, other, who, lexicon, mentions)
            ):
                return who
    return None


def source_behind(field: Field, frame: Frame, m: Marked, cue: Cue, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return the source right behind marks that a verb before them leads in ("The Guild called it “a joke”, *according to the Mirror*")."""
    if cue.first > field.words.at(m.outer.start) or cue.form not in ("finite", "participle"):
        return None
    j = field.words.at(m.outer.end)
    for other in frame.cues:
        if other.form == "preposition" and j <= other.first <= j + 1 and "verb" not in other.entry.also:
            who = after(field.words, other.last + 1, next_mark(frame, other.span.end), lexicon, mentions, joined=True)
            named = who is not None and who.sort in ("name", "phrase")
            return who if named and who is not None and is_somebody(field.words, who, lexicon, mentions) else None
    return None


def _told_on(words: Words, cue: Cue, other: Cue, who: Found, lexicon: Speech, mentions: Mentions) -> bool:
    """True of who tells on what somebody told others, at the sentence's end or before a colon ("… , he told detectives*, according to the prosecutor*")."""
    near = range(cue.last + 1, other.first)
    end = words.before(who.span.end)
    closed = end >= len(words.keys) or words.keys[end] in (".", ":", "»", "”", '"')
    told = words.keys[other.first - 1] in (",", "،") and bool(near) and len(near) <= _HEARERS and closed
    told = told and (
        cue.pronoun is not None
        or any(k in lexicon.governors or k[:2] == "لل" for k in (words.keys[i] for i in near))
        or not lexicon.told.isdisjoint(cue.entry.words)
    )
    if not told or any(lexicon.conjunctions.match(words.keys, k) or words.keys[k] in _MARKED for k in near):
        return False
    return is_somebody(words, who, lexicon, mentions) and lexicon.issued.isdisjoint(words.keys[other.last + 1 : end])


def _set_in(words: Words, frame: Frame, cue: Cue, other: Cue, who: Found, lexicon: Speech, mentions: Mentions) -> bool:
    """True of who tells it, set in between a subject and its verb ("The minister, *according to two people in the room*, told …")."""
    if lexicon.verb_first or other.first <= words.at(frame.span.start) + 1 or other.first > cue.first:
        return False
    led = words.keys[other.first - 1] == "," and "," in words.keys[max(0, cue.first - 4) : cue.first]
    said = cue.first - words.before(who.span.end) <= _ASIDE and lexicon.issued.isdisjoint(
        words.keys[other.last + 1 : words.before(who.span.end)]
    )
    return led and said and is_somebody(words, who, lexicon, mentions)


def _ahead_of(
    words: Words, frame: Frame, cue: Cue, other: Cue, who: Found, lexicon: Speech, mentions: Mentions
) -> bool:
    """True of who tells at a sentence's head what another said ("*According to the police*, the driver told them that he slept")."""
    end = words.before(who.span.end)
    if other.first > words.at(frame.span.start) + 1 or end >= cue.first or words.keys[end] not in (",", "،"):
        return False
    texts_ = lexicon.issued.isdisjoint(words.keys[other.last + 1 : end])
    return texts_ and cue.may(*SAYING) and cue.last - end <= _CLAUSE and is_somebody(words, who, lexicon, mentions)


_CLAUSE = 12
"""Tokens from the comma behind a source to the verb of whom it tells."""
_ASIDE = 9
_NEAR = 4
"""Tokens behind a verb of saying within which those who heard it are named."""


_HEARERS = 6


_MARKED = frozenset('«“"”»:')


def _bystanders(field: Field, cue: Cue, other: Cue, who: Found, lexicon: Speech, mentions: Mentions) -> bool:
    """True for those who heard it, named right behind the verb ("He told it, *according to two people in the room*, that …")."""
    near = (
        other.first - cue.last <= _NEAR and other.first > cue.last and field.words.keys[other.first - 1] in (",", "،")
    )
    return near and who.sort == "phrase" and is_somebody(field.words, who, lexicon, mentions)


def _passes_on(field: Field, frame: Frame, cue: Cue, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return who tells another's words on: «نقل *المحامي* عن موكله قوله»; a name or a person, media are credits."""
    if not lexicon.verb_first:
        return None
    words = field.words
    for other in frame.cues:
        if other.first > cue.first or other.entry.words[-1] not in lexicon.relaying:
            continue
        whom = next(
            (
                i
                for i in range(other.last + 1, min(other.last + 13, len(words.keys)))
                if words.keys[i] in lexicon.from_whom or words.keys[i] in lexicon.from_them
            ),
            0,
        )
        if whom > other.last + 1 and words.tokens[whom].start < frame.span.end:
            who = after(words, other.last + 1, words.tokens[whom].start, lexicon, mentions)
            return who if who is not None and who.mention is not None and who.sort == "name" else None
    return None
