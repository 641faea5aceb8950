"""Marked words with no word of saying beside them: speech that stands alone, or terms and words held at arm's length."""

from __future__ import annotations

from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked

UTTERANCE = 4
"""A quotation without any word of saying has at least this many words; below it is a name or a distance."""
_FRAGMENT = 9
_UNCLOSED = 500
"""Characters of the longest line that a mark may open, and none close, without a word of saying."""
_TERM = 3
"""A term that a clause merely uses has at most this many words."""
_NAME = 5
"""Words of the longest name that a verb of naming gives behind an article."""
_AWAY = 7
"""Words between a plain verb of saying and a term it does not carry ("announced a series of … and an end to “no-fault” evictions")."""


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


def is_term(field: Field, m: Marked, cue: Cue, place: str, lexicon: Speech) -> bool:
    """True for a term that the reporter's or the speaker's clause merely uses: "the “green corridor” will open", "the “homeless”".

    A verb that calls something so ("called it “…”") lends it to its subject all the same.
    """
    words = field.words
    n = words.count(m.inner)
    i, j = words.at(m.outer.start), words.at(m.outer.end)
    if n <= _NAME and place == "before" and i and words.keys[i - 1] in lexicon.the:
        if not lexicon.naming.isdisjoint(cue.entry.words):
            return True  # « appelait avec fierté *les* « cloches des gens pauvres » »
    if cue.form == "words" or n > _TERM or (place == "before" and i and words.keys[i - 1] == ":"):
        return False
    if cue.form == "preposition" and place == "before" and _names_source(field, m, cue, i, lexicon):
        return True
    if place != "before":
        return cue.form == "preposition" and i > 0 and words.keys[i - 1] in lexicon.the
    if cue.may("judge"):
        return n < _TERM and i - cue.last > _AWAY and _adjectival(field, m, lexicon)
    between = range(cue.last + 1, i)
    if _of_manner(field, cue, i, j, lexicon):
        return True
    if 2 <= len(between) <= _TERM and any(words.keys[k] in lexicon.sources for k in between[:-1]):
        # «نفى مصدر من "نفطال غاز"», "según fuentes de «La Unión»": marks around the name of whose source it is.
        return words.keys[i - 1] in lexicon.governors
    clause = any(lexicon.conjunctions.match(words.keys, k) or words.keys[k] in lexicon.clause_signs for k in between)
    attached = j < len(words.keys) and words.tokens[j].kind == "word" and words.keys[j] not in lexicon.governors
    clause = clause or bool(lexicon.infinitives and words.keys[words.at(m.inner.start)].endswith(lexicon.infinitives))
    attached = attached or _adjectival(field, m, lexicon)
    if n < _TERM and len(between) >= _AWAY and not clause and (attached or lexicon.verb_first):
        return True
    if i <= cue.last + 1 or words.text[m.inner.end - 1] in ".!?؟…":
        return False
    if lexicon.verb_first:
        inner = words.keys[words.at(m.inner.start) : words.at(m.inner.end)]
        follows = j < len(words.keys) and words.tokens[j].kind == "word"
        return (
            follows and all(k.startswith("ال") for k in inner) and bool(lexicon.conjunctions.match(words.keys, i - 1))
        )
    return words.keys[i - 1] in lexicon.the


def _names_source(field: Field, m: Marked, cue: Cue, i: int, lexicon: Speech) -> bool:
    """True of marks right behind the noun that "according to" leads in, a mark or the end behind them: its name («وفق مشغلها *«أفق»*»)."""
    words = field.words
    j = words.at(m.outer.end)
    ends = j >= len(words.keys) or words.tokens[j].kind == "mark"
    near = range(cue.last + 1, i)
    plain = all(words.tokens[k].kind in ("word", "elided") for k in near)
    named = lexicon.verb_first or words.text[m.inner.start].isupper()
    return ends and named and plain and 1 <= len(near) <= _TERM and words.tokens[i - 1].kind == "word"


def _of_manner(field: Field, cue: Cue, i: int, j: int, lexicon: Speech) -> bool:
    """True for a term in what says how or where it was said ("said in his mock “news anchor” voice", "comentó con su voz de “presentador”")."""
    keys = field.words.keys
    led = cue.last + 1 < i and keys[cue.last + 1] in lexicon.governors and cue.entry.sort == "say"
    if lexicon.verb_first or not led or any(k in (",", ":") or k in lexicon.relatives for k in keys[cue.last + 1 : i]):
        return False
    if any(lexicon.conjunctions.match(keys, k) for k in range(cue.last + 1, i)):
        return False
    noun = j < len(keys) and field.words.tokens[j].kind == "word" and keys[j] not in lexicon.governors | lexicon.ands
    return keys[i - 1] in _OF if lexicon.infinitives else noun


_OF = frozenset({"de", "d'", "del", "du", "des"})


def _adjectival(field: Field, m: Marked, lexicon: Speech) -> bool:
    """True of marks that say of what sort the noun before them is, where adjectives follow their nouns (« des expulsions *« sans faute »* »)."""
    words = field.words
    i = words.at(m.outer.start)
    before, inner = words.keys[i - 1], words.keys[words.at(m.inner.start)]
    noun = (
        words.tokens[i - 1].kind == "word" and before not in lexicon.governors | lexicon.articles | lexicon.auxiliaries
    )
    if not lexicon.infinitives or not noun or before in lexicon.cues:
        return False
    return inner in lexicon.governors


def is_speech(field: Field, frame: Frame, m: Marked, cue: Cue | None, place: str, lexicon: Speech) -> bool:
    """True when the stretch is speech, not a name, a term or a distance."""
    n = field.words.count(m.inner)
    if cue is not None and place == "after" and n <= 3 and m.outer.start > frame.span.start + 2:
        # A name on the way to the verb ("in a call with «Le Phare», she said"), unless the verb follows the marks at once.
        if cue.form == "preposition" and n > 1 and _predicate(field, m, lexicon):
            return True
        return _said_behind(field, m, cue)
    if cue is None:
        if field.kind == "title" and m.outer.start <= frame.span.start + 1 and m.closed and _colon_behind(field, m):
            # "«We were told nothing»: the families speak".
            return n >= 2
        if not m.closed:
            short = m.inner.end - m.inner.start <= _UNCLOSED
            return m.mark in "«“„" and short and is_alone(field, frame) and n >= UTTERANCE
        return n >= UTTERANCE if is_alone(field, frame) else n >= _FRAGMENT
    return m.closed or place != "before" or _introduced(field, m, cue)


def _predicate(field: Field, m: Marked, lexicon: Speech) -> bool:
    """True for small letters right behind a noun ("the firm “remains in talks” with …, according to …"): no name, no term."""
    words = field.words
    i = words.at(m.outer.start)
    before = words.keys[i - 1] if i else ""
    held = before in lexicon.articles or before in lexicon.governors or lexicon.titles.match([before], 0)
    return words.text[m.inner.start].islower() and words.tokens[i - 1].kind == "word" and not held


def _colon_behind(field: Field, m: Marked) -> bool:
    j = field.words.at(m.outer.end)
    return j < len(field.words.keys) and field.words.keys[j] == ":"


def _said_behind(field: Field, m: Marked, cue: Cue) -> bool:
    """True for "… was “concerning”, said X": a comma, the verb, and no name between the marks."""
    words = field.words
    j = words.at(m.outer.end)
    comma = words.text[m.inner.end - 1] in ",،" or (j < len(words.keys) and words.keys[j] in (",", "،"))
    i = words.at(m.outer.start)
    if comma and cue.first - j <= 1 and i and words.keys[i - 1] in "-–—:":
        return True  # « AFP — « Nous sommes fatigués », souffle … »
    return comma and words.text[m.inner.start].islower() and cue.first - j <= 5


def _introduced(field: Field, m: Marked, cue: Cue) -> bool:
    """True when words that were never closed off are announced: a colon, a new line, or a verb of saying right before."""
    words = field.words
    i = words.at(m.outer.start) - 1
    if i < 0 or words.keys[i] == ":" or "\n" in words.text[words.tokens[i].end : m.outer.start]:
        return True
    return cue.may("say", "confirm", "deny", "doubt", "manner") and i - cue.last <= 8
