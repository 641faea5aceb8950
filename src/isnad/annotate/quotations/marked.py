"""Words between marks: quotation, fragment of one, or something else (title, name, scare quote)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from isnad.annotate.quotations.accusing import accused
from isnad.annotate.quotations.attachment import cue_beside, cue_of, ends_in_colon, holds
from isnad.annotate.quotations.callings import texts
from isnad.annotate.quotations.clauses import SAYING, clause_start
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.judges import for_whom
from isnad.annotate.quotations.kinds import kind_of
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.nounphrases import Found, Mentions, is_somebody
from isnad.annotate.quotations.relayers import relayer, source_behind
from isnad.annotate.quotations.subjects import subject
from isnad.annotate.quotations.tellers import doer_before, doer_behind, headlined, teller_ahead, teller_behind
from isnad.annotate.quotations.terms import UTTERANCE, is_alone, is_speech, is_term
from isnad.model import Span


class Draft(Struct, frozen=True):
    """A quotation before its speaker is resolved; ``dropped`` when the verb's subject is left out.

    ``content`` is where the reported clause begins that holds the words; ``via`` who the sentence says has told it on.
    """

    kind: Literal["direct", "indirect", "mixed"]
    pieces: tuple[Span, ...]
    scope: Span
    cue: Cue | None
    speaker: Found | None
    dropped: bool = False
    content: int | None = None
    via: Found | None = None


def drafts(
    field: Field,
    frame: Frame,
    previous: Frame | None,
    following: Frame | None,
    lexicon: Speech,
    mentions: Mentions,
    made: list[Draft],
) -> list[Draft]:
    """Return the quotations in a frame's marks. ``made`` are the field's earlier drafts; a quotation that goes on
    in this frame replaces its draft there."""
    found: list[Draft] = []
    for n, m in enumerate(frame.marked):
        cue, place = _cue(field, frame, m, lexicon, mentions)
        if not (cue is not None and cue.form == "words") and m.outer in frame.names:
            continue
        if m.again and (found or made) and _unfinished(field, (found or made)[-1], m):
            _extend(found or made, m)
            continue
        if cue is None and is_alone(field, frame):
            going = _goes_on(field, previous, made) if n == 0 else None
            if going is not None:
                _extend(made, m, going)
                continue
            cue, place = cue_beside(field, previous, following, lexicon)
            if cue is None and _speaks_on(field, frame, previous, m, made):
                found.append(Draft("direct", (m.inner,), m.outer, None, None, dropped=True))
                continue
        if cue is None and is_alone(field, frame):
            doer = doer_before(field, frame, previous, m, lexicon, mentions)
            doer = doer or doer_behind(field, frame, previous, following, m, mentions)
            if doer is not None:
                found.append(Draft("direct", (m.inner,), m.outer, None, doer))
                continue
        if cue is None and n and found and found[-1].kind == "direct" and _only_marks_between(field, found[-1], m):
            _extend(found, m)
            continue
        if cue is None and (source := for_whom(field, frame, m, lexicon, mentions)) is not None:
            found.append(Draft("mixed", (m.inner,), Span(source.span.start, m.outer.end), None, source))
            continue
        if cue is None and (teller := teller_behind(field, frame, m, lexicon, mentions)) is not None:
            found.append(Draft("direct", (m.inner,), Span(m.outer.start, teller.span.end), None, teller))
            continue
        if cue is None and (teller := teller_ahead(field, frame, m, lexicon, mentions)) is not None:
            found.append(Draft("direct", (m.inner,), Span(teller.span.start, m.outer.end), None, teller))
            continue
        if cue is None and (teller := headlined(field, frame, m, lexicon, mentions)) is not None:
            found.append(Draft("direct", (m.inner,), Span(teller.span.start, m.outer.end), None, teller))
            continue
        if not is_speech(field, frame, m, cue, place, lexicon) or (cue and is_term(field, m, cue, place, lexicon)):
            continue
        if found and cue is not None and found[-1].cue == cue and _joins(field, frame, found[-1], m):
            _extend(found, m)
            continue
        found.append(_draft(field, frame, m, cue, place, lexicon, mentions))
    return found


def _cue(field: Field, frame: Frame, m: Marked, lexicon: Speech, mentions: Mentions) -> tuple[Cue | None, str]:
    """Choose the stretch's cue, passing over verbs whose subject cannot speak ("that the order *guarantees* …")."""
    passed: list[Cue] = []
    while len(passed) < 3:
        cue, place = cue_of(field, frame, m, lexicon, passed)
        if cue is not None and place == "before" and _of_what_is_told(field, frame, cue, m, lexicon, mentions):
            passed.append(cue)
            continue
        # "According to minutes, the board was warned that …": the source, not the passive
        sourced = not lexicon.impersonal and any(c.form == "preposition" for c in frame.cues)
        plainly = lexicon.verb_first or sourced or (bool(lexicon.impersonal) and cue is not None and not cue.may("say"))
        nobody = cue is not None and cue.passive and plainly
        if cue is not None and nobody:
            passed.append(cue)
            continue
        if (
            cue is None
            or cue.form not in ("finite", "participle")
            or (cue.entry.sort in ("say", "manner") and not cue.weak)
        ):
            break
        if place == "before" and cue.may("say", "manner") and _only_colon(field, cue, m):
            break
        who, _ = subject(field, cue, place, m.outer, frame, lexicon, mentions)
        if place == "after" and cue.may(*_UTTERING) and _right_behind(field, cue, m, who, lexicon):
            break
        places = cue.may("judge") or (place == "after" and cue.may(*_UTTERING))
        if who is None and cue.weak and _sourced(field, frame, cue, lexicon):
            passed.append(cue)
            continue
        if who is None or (who.sort != "nobody" and is_somebody(field.words, who, lexicon, mentions, places)):
            break
        passed.append(cue)
    else:
        return None, ""
    return cue, place


_PARTING = frozenset(",:;.«“")
_FINDERS = 7
"""Tokens from a word of saying to what somebody in its clause, no conjunction before him, has found."""
_UTTERING = ("say", "confirm", "deny", "doubt", "manner")
_REPORTS = ("finite", "participle", "gerund")


def _of_what_is_told(field: Field, frame: Frame, cue: Cue, m: Marked, lexicon: Speech, mentions: Mentions) -> bool:
    """True of a verb inside a clause that another's word of saying opens, said of what cannot speak ("said that *the post-mortem concluded* …")."""
    if cue.entry.words[0] in lexicon.finding and any(
        0 < cue.first - c.last <= _FINDERS and c.may("say") and not c.weak
        and _PARTING.isdisjoint(field.words.keys[c.last : cue.first])
        for c in frame.cues
    ):  # fmt: skip
        return True  # "said inspectors had *found* “…”": told by who said it
    if cue.form not in ("finite", "participle") or not any(
        c.form in _REPORTS and c.may(*SAYING) and holds(field, c, cue, lexicon) for c in frame.cues
    ):  # fmt: skip
        return False
    if lexicon.conjunctions.match(field.words.keys, cue.last + 1):
        return False
    if field.words.keys[cue.first - 1] in lexicon.relatives and field.words.keys[cue.first - 2 : cue.first - 1] == [
        ","
    ]:
        return False  # "…, reveló el crítico X*, que dijo* haber dimitido por «…»"
    if lexicon.conjunctions.match(field.words.keys, cue.first - 1) == 1:
        return True  # "dijo que *esperaba* esta noche «…»": said by who said it
    if cue.weak and lexicon.verb_first and not cue.may("judge", "think"):
        return True  # «أن السد *تعرض* «لتخريب متعمد»»
    who, _ = subject(field, cue, "before", m.outer, frame, lexicon, mentions)
    return (
        who is not None and who.sort == "phrase" and not is_somebody(field.words, who, lexicon, mentions, places=True)
    )


def _sourced(field: Field, frame: Frame, cue: Cue, lexicon: Speech) -> bool:
    """True behind a source at the sentence's head, where a verb has nobody of its own («وبحسب المصدر، *يتوقع* أن …»)."""
    head = field.words.at(frame.span.start) + 1
    return lexicon.verb_first and any(c.form == "preposition" and c.first <= head < cue.first for c in frame.cues)


def _only_colon(field: Field, cue: Cue, m: Marked) -> bool:
    """True when nothing but a colon stands between the verb and the marks («ورددوا: «…»»): whoever it was, he said it."""
    i = field.words.at(m.outer.start)
    return i - cue.last == 2 and field.words.keys[i - 1] == ":"


def _right_behind(field: Field, cue: Cue, m: Marked, who: Found | None, lexicon: Speech) -> bool:
    """True when an utterance, the verb and a noun with its article follow one another (“…”, cuenta *la buceadora*): she said it.

    Who was told may stand between ("cuenta *a este medio* el ñuñoíno").
    """
    words = field.words
    j, first = words.at(m.outer.end), words.at(who.span.start) if who is not None else cue.last + 1
    comma = j + 1 == cue.first and words.keys[j] == ","
    whole = words.count(m.inner) >= UTTERANCE - words.text[m.inner.start].isupper() and first < len(words.keys)
    told = cue.last < first <= cue.last + 1 + _HEARER and (first == cue.last + 1 or words.keys[cue.last + 1] in _TO)
    if not (comma and whole and told):
        return False
    return words.keys[cue.last + 1 if first == cue.last + 1 else first] in lexicon.definite


_HEARER = 6
"""Tokens of whom somebody told, between the verb and its subject."""
_TO = frozenset({"a", "al", "à", "au", "aux", "ante", "en", "sur", "devant", "auprès"})


def _extend(made: list[Draft], m: Marked, at: int = -1) -> None:
    """Add the stretch to a draft (the last) as a further piece."""
    last = made[at]
    scope = Span(min(last.scope.start, m.outer.start), max(last.scope.end, m.outer.end))
    made[at] = Draft(
        last.kind, (*last.pieces, m.inner), scope, last.cue, last.speaker, last.dropped, last.content, last.via
    )


def _unfinished(field: Field, last: Draft, m: Marked) -> bool:
    """True when the draft ends where the paragraph before the stretch ends, its marks still open."""
    return not field.words.text[last.pieces[-1].end : m.outer.start].strip()


def _goes_on(field: Field, previous: Frame | None, made: list[Draft]) -> int | None:
    """Return the draft that the frame before ended and this frame continues ("…", he said. "…"), if there is one."""
    if previous is None or ends_in_colon(field, previous):
        return None
    for at in range(len(made) - 1, max(-1, len(made) - 4), -1):
        last = made[at]
        if last.kind != "direct" or last.cue is None:
            continue
        ended = last.pieces[-1].end > previous.span.start or last.cue.span.start >= previous.span.start
        if ended and last.cue.span.start <= previous.span.end:
            return at
    return None


def _speaks_on(field: Field, frame: Frame, previous: Frame | None, m: Marked, made: list[Draft]) -> bool:
    """True when the sentence before, in the same paragraph, reports somebody's words: what stands alone behind it is his too."""
    if previous is None or not m.closed or field.words.count(m.inner) < UTTERANCE:
        return False
    if "\n" in field.words.text[previous.span.start : frame.span.start]:
        return False
    near = (d for d in made[-3:] if d.cue is not None and d.scope.touches(previous.span))
    return any(d.cue is not None and d.cue.form != "preposition" for d in near)


def _joins(field: Field, frame: Frame, last: Draft, m: Marked) -> bool:
    """True when the stretch belongs to the quotation before: interrupted by its cue, or another fragment of its clause."""
    if last.cue is None or last.pieces[-1].start < frame.span.start:
        return False
    if last.kind == "direct":
        interrupted = last.pieces[-1].end <= last.cue.span.start < m.outer.start
        return interrupted or _only_marks_between(field, last, m)
    return last.pieces[-1].end - frame.span.start < 2000


def _only_marks_between(field: Field, last: Draft, m: Marked) -> bool:
    words = field.words
    between = words.tokens[words.at(last.pieces[-1].end) : words.at(m.outer.start)]
    return all(t.kind == "mark" for t in between)


def _draft(
    field: Field, frame: Frame, m: Marked, cue: Cue | None, place: str, lexicon: Speech, mentions: Mentions
) -> Draft:
    kind = kind_of(field, frame, m, cue, place, lexicon)
    if cue is None:
        return Draft(kind, (m.inner,), m.outer, None, None)
    speaker, dropped = subject(field, cue, place, m.outer, frame, lexicon, mentions)
    start = min(m.outer.start, cue.span.start, speaker.span.start if speaker else m.outer.start)
    end = max(m.outer.end, cue.span.end, speaker.span.end if speaker else m.outer.end)
    content = clause_start(field.words, cue, m.outer.start, lexicon) if place == "before" else None
    via = relayer(field, frame, cue, lexicon, mentions)
    via = via or source_behind(field, frame, m, cue, lexicon, mentions)
    if place == "after" and speaker is not None and speaker.sort == "phrase":
        owner = _whose_text(field, frame, m, cue, speaker, lexicon, mentions)
        speaker, via = (owner, speaker) if owner is not None else (speaker, via)
    charged = accused(field, frame, cue, lexicon, mentions) if place == "before" else None
    if charged is not None:
        speaker, dropped, via = charged[0], False, charged[1]
    elif via is None and place == "before" and speaker is not None and speaker.sort in ("name", "phrase"):
        via = _who_tells(field, frame, m, cue, lexicon, mentions)
    return Draft(kind, (m.inner,), Span(start, end), cue, speaker, dropped, content, via)


def _whose_text(
    field: Field, frame: Frame, m: Marked, cue: Cue, text: Found, lexicon: Speech, mentions: Mentions
) -> Found | None:
    """Return who speaks by a text that tells his words behind them (« *Le ministère* dément : il est « en congé », indique *une note* »)."""
    words = field.words
    i, j = words.at(text.span.start), words.before(text.span.end)
    if lexicon.verb_first or texts(lexicon.language).isdisjoint(words.keys[i : min(j, i + _TEXT)]):
        return None
    for outer in frame.cues:
        led = outer.span.end <= m.outer.start and words.keys[outer.last + 1] == ":" and not outer.passive
        if led and outer != cue and outer.form in ("finite", "participle") and outer.may("say", "confirm", "deny"):
            who, _ = subject(field, outer, "before", m.outer, frame, lexicon, mentions)
            known = who is not None and who.sort in ("name", "phrase")
            return who if known and who is not None and is_somebody(words, who, lexicon, mentions) else None
    return None


_TEXT = 3
"""Tokens from a phrase's beginning within which the noun for a text stands."""


def _who_tells(field: Field, frame: Frame, m: Marked, cue: Cue, lexicon: Speech, mentions: Mentions) -> Found | None:
    """Return whose report the verb stands in that has a speaker of its own ("*Her lawyer* said the boy had told his mother: “…”")."""
    words, i = field.words, cue.first
    anew = cue.span.start > words.tokens[i].start or (i > 0 and words.keys[i - 1] in lexicon.ands | {",", "،"})
    for outer in () if anew else frame.cues:
        if outer.form in ("finite", "participle") and outer.may(*SAYING) and holds(field, outer, cue, lexicon):
            who, _ = subject(field, outer, "before", m.outer, frame, lexicon, mentions)
            known = (
                who is not None and who.sort in ("name", "phrase") and is_somebody(field.words, who, lexicon, mentions)
            )
            return who if known else None
    return None
