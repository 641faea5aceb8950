"""Reported speech without marks: a clause after a word of saying, before one, or beside a source ("selon …")."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.quotations_cues import Cue
from isnad.annotate.quotations_frames import Field, Frame
from isnad.annotate.quotations_lexicon import Speech
from isnad.annotate.quotations_marked import Draft, subject
from isnad.annotate.quotations_speakers import Mentions
from isnad.model import Span

_WINDOW = 26
"""How many tokens may stand between a word of saying and the conjunction that opens what is said."""
_FEWEST = 3
"""A reported clause has at least this many words."""
_SAYING = ("say", "confirm", "doubt", "deny")
_VERB = ("finite", "participle", "gerund", "noun")


def reported(field: Field, frame: Frame, marked: list[Draft], lexicon: Speech, mentions: Mentions) -> Iterator[Draft]:
    """Yield the indirect quotations of a frame; clauses that hold a marked quotation give only that."""
    taken = [p for d in marked for p in d.pieces]
    used = {d.cue.first for d in marked if d.cue}
    stop = -1
    for n, cue in enumerate(frame.cues):
        if cue.first in used or cue.negated:
            continue
        nxt = frame.cues[n + 1] if n + 1 < len(frame.cues) else None
        words = _clause(field, frame, cue, nxt, lexicon)
        if words is None or words.start < stop or any(words.touches(t) for t in taken):
            continue
        if _count(field, words) < _FEWEST:
            continue
        place = "after" if words.end <= cue.span.start else "before"
        speaker, dropped = subject(field, cue, place, words, frame, lexicon, mentions)
        if speaker is not None and speaker.sort == "nobody":
            continue
        if cue.form == "preposition" and (speaker is None or _no_speaker(field, speaker.span, lexicon)):
            continue
        begin = min(words.start, cue.span.start, speaker.span.start if speaker else words.start)
        end = max(words.end, cue.span.end, speaker.span.end if speaker else words.end)
        yield Draft("indirect", (words,), Span(begin, end), cue, speaker, dropped)
        stop = words.end if place == "before" else stop


def _count(field: Field, span: Span) -> int:
    i, j = field.words.at(span.start), field.words.at(span.end)
    return sum(1 for t in field.words.tokens[i:j] if t.kind != "mark")


def _no_speaker(field: Field, span: Span, lexicon: Speech) -> bool:
    i, j = field.words.at(span.start), field.words.before(span.end)
    head = [k for k in field.words.keys[i:j] if k not in lexicon.articles]
    return bool(head and head[0] in lexicon.not_speakers)


def _clause(field: Field, frame: Frame, cue: Cue, nxt: Cue | None, lexicon: Speech) -> Span | None:
    """Return the reported words of a cue, if its surroundings show them."""
    if cue.form == "preposition":
        return _beside_source(field, frame, cue, lexicon)
    if cue.form == "relative":
        return _trim(field, Span(cue.span.end, _end(field, frame, cue, nxt, lexicon)))
    if cue.form not in _VERB and not (cue.form == "infinitive" and cue.may("say")):
        return None
    if cue.may(*_SAYING) or cue.may("think"):
        opened = _conjunction(field, frame, cue, nxt, lexicon)
        if opened is not None:
            return _trim(field, Span(opened, _end(field, frame, cue, nxt, lexicon)))
    if cue.may(*_SAYING) and cue.form in ("finite", "participle"):
        return _parenthesis(field, frame, cue, lexicon)
    return None


def _conjunction(field: Field, frame: Frame, cue: Cue, nxt: Cue | None, lexicon: Speech) -> int | None:
    """Return the offset after the conjunction that opens the clause, looking past the subject and adverbials."""
    words = field.words
    limit = min(len(words.tokens), cue.last + 1 + _WINDOW)
    i = cue.last + 1
    while i < limit and words.tokens[i].start < frame.span.end:
        if nxt is not None and i >= nxt.first:
            return None
        width = lexicon.conjunctions.match(words.keys, i)
        if width:
            at = words.tokens[i + width - 1].end
            return at if at < frame.span.end else None
        if words.keys[i] in ";:؛.!?؟" or words.keys[i] in lexicon.relatives:
            return None
        i += 1
    return None


def _end(field: Field, frame: Frame, cue: Cue, nxt: Cue | None, lexicon: Speech) -> int:
    """Return where the clause ends: the sentence's end, or the comma before the next word of saying."""
    words = field.words
    if (nxt is not None and nxt.form in ("gerund", "preposition")) or (nxt is not None and nxt.pronoun is not None):
        i = nxt.first - 1
        if i > cue.last and words.keys[i] in (",", "،"):
            return words.tokens[i].start
        if i - 1 > cue.last and words.keys[i - 1] in (",", "،"):
            return words.tokens[i - 1].start
    return frame.span.end


def _trim(field: Field, span: Span) -> Span | None:
    """Return the span without white space, commas and the full stop at its edges."""
    text, start, end = field.words.text, span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",،:;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,،;:…"):
        end -= 1
    return Span(start, end) if end > start else None


def _parenthesis(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> Span | None:
    """The clause before ", indique le communiqué" or ", the police said" at a sentence's end."""
    words = field.words
    rest = sum(1 for t in words.tokens[cue.last + 1 : words.before(frame.span.end)] if t.kind != "mark")
    if rest > 18 or words.at(frame.span.start) >= cue.first - 3:
        return None
    floor = words.at(frame.span.start)
    i = cue.first - 1
    back = 0
    while i > floor and words.keys[i] not in (",", "،") and back < 14:
        i -= 1
        back += 1
    if words.keys[i] not in (",", "،"):
        return None
    lead = words.keys[i + 1 : cue.first]
    if any(k in lexicon.begins or k in lexicon.governors for k in lead[:1]):
        return None
    if back and lexicon.verb_first:
        return None
    if back and (not lead or lead[0] in lexicon.relatives):
        return None
    if rest == 0 and back == 0:
        return None
    if i - floor < 4:
        return None
    return _trim(field, Span(frame.span.start, words.tokens[i].start))


def _beside_source(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> Span | None:
    """The sentence after "Selon X, …" or before ", selon X"."""
    words = field.words
    floor, ceiling = words.at(frame.span.start), words.before(frame.span.end)
    if cue.first - floor <= 2:
        i = cue.last + 1
        while i < min(ceiling, cue.last + 22):
            if words.keys[i] in (",", "،"):
                return _trim(field, Span(words.tokens[i].end, frame.span.end))
            if lexicon.verb_first and lexicon.conjunctions.match(words.keys, i):
                return _trim(field, Span(words.tokens[i].end, frame.span.end))
            i += 1
        return None
    if ceiling - cue.last > 16:
        return None
    edge = words.tokens[cue.first].start
    return _trim(field, Span(frame.span.start, edge))
