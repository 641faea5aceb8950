"""Marked words that are no speech: titles of works, names, terms, words held at arm's length."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.nounphrases import Mentions
from isnad.model import Span

UTTERANCE = 4
"""A quotation without any word of saying has at least this many words; below it is a name or a distance."""
_FRAGMENT = 9


def words_in(field: Field, span: Span) -> int:
    """Return the number of words in a span, marks not counted."""
    i, j = field.words.at(span.start), field.words.at(span.end)
    return sum(1 for t in field.words.tokens[i:j] if t.kind != "mark")


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


def is_title(field: Field, m: Marked, lexicon: Speech, mentions: Mentions) -> bool:
    """True when the word before the marks announces a title, a name or a term, or when they hold a name and no more."""
    words = field.words
    i = words.at(m.outer.start) - 1
    if i < 0 or words.keys[i] in ":,،":
        return False
    named = mentions.covering(m.inner.start)
    if named is not None and mentions.mentions[named].end >= m.inner.end - 1:
        return True
    if words_in(field, m.inner) > 12:
        return False
    if _named_like(field, m) and words.tokens[i].end >= words.tokens[i].start and words.keys[i] not in (".", "!", "?"):
        return True
    for width in (1, 2, 3):
        k = i - width + 1
        if k >= 0 and lexicon.titles.match(words.keys, k) == width:
            return True
        if k >= 0 and lexicon.clitics and width == 1:
            if any((stem,) in lexicon.titles.by_first.get(stem, ()) for stem in _stems(words.keys[k], lexicon)):
                return True
    return False


def _stems(word: str, lexicon: Speech) -> Iterator[str]:
    """Yield the word without joined particles before it and without a possessive behind it («لقبه»، «بمركز»، «وكتابها»)."""
    heads = [word]
    for clitic in (*lexicon.clitics, *lexicon.preposition_clitics, *lexicon.joined_articles):
        heads += [h[len(clitic) :] for h in list(heads) if h.startswith(clitic) and len(h) > len(clitic) + 2]
    for head in heads:
        yield head
        for tail in lexicon.possessives:
            if head.endswith(tail) and len(head) > len(tail) + 2:
                yield head[: -len(tail)]
                yield head[: -len(tail)].removesuffix("ت") + "ه"


def _named_like(field: Field, m: Marked) -> bool:
    """True when every word is written like a name's ("Designated Survivor"): a work or a name, not speech."""
    words = field.words
    i, j = words.at(m.inner.start), words.at(m.inner.end)
    inner = [t for t in words.tokens[i:j] if t.kind == "word"]
    if not inner or len(inner) > 9 or words.text[m.inner.end - 1] in ".!?…":
        return False
    long = [t for t in inner if len(t.text) > 3 or t is inner[0] or t is inner[-1]]
    return all(t.text[0].isupper() for t in long) and inner[0].text[0].isupper()


def is_speech(field: Field, frame: Frame, m: Marked, cue: Cue | None, place: str) -> bool:
    """True when the stretch is speech, not a name, a term or a distance."""
    n = words_in(field, m.inner)
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
