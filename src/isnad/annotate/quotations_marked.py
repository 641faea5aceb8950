"""Words between marks: quotation, fragment of one, or something else (title, name, scare quote)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from isnad.annotate.quotations_cues import Cue
from isnad.annotate.quotations_frames import Field, Frame
from isnad.annotate.quotations_lexicon import Speech
from isnad.annotate.quotations_marks import Marked
from isnad.annotate.quotations_speakers import Found, Mentions, after, before
from isnad.model import Span

_VERBS = ("finite", "participle", "gerund", "noun")
_OPEN = ",،:–—-"
_UTTERANCE = 4
"""A quotation without any word of saying has at least this many words; below it is a name or a distance."""
_FRAGMENT = 9
_FAR = 400
"""Tokens from which a word of saying is too far from the marks to be looked at."""


class Draft(Struct, frozen=True):
    """A quotation before its speaker is resolved; ``dropped`` when the verb's subject is left out."""

    kind: Literal["direct", "indirect", "mixed"]
    pieces: tuple[Span, ...]
    scope: Span
    cue: Cue | None
    speaker: Found | None
    dropped: bool = False
    subject_last: bool = False


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
        if _is_title(field, m, lexicon):
            continue
        if m.again and (found or made):
            _extend(found or made, m)
            continue
        cue, place = _cue_of(field, frame, m, lexicon)
        if cue is None and _alone(field, frame):
            going = _goes_on(field, previous, made) if n == 0 else None
            if going is not None:
                _extend(made, m, going)
                continue
            cue, place = _beside(field, previous, following, lexicon)
        if cue is None and n and found and found[-1].kind == "direct" and _only_marks_between(field, found[-1], m):
            _extend(found, m)
            continue
        if not _counts(field, frame, m, cue, place):
            continue
        if found and cue is not None and found[-1].cue == cue and _joins(field, frame, found[-1], m):
            _extend(found, m)
            continue
        found.append(_draft(field, frame, m, cue, place, lexicon, mentions))
    return found


def _extend(made: list[Draft], m: Marked, at: int = -1) -> None:
    """Add the stretch to a draft (the last) as a further piece."""
    last = made[at]
    scope = Span(min(last.scope.start, m.outer.start), max(last.scope.end, m.outer.end))
    made[at] = Draft(last.kind, (*last.pieces, m.inner), scope, last.cue, last.speaker, last.dropped, last.subject_last)


def _words_in(field: Field, span: Span) -> int:
    i, j = field.words.at(span.start), field.words.at(span.end)
    return sum(1 for t in field.words.tokens[i:j] if t.kind != "mark")


def _is_title(field: Field, m: Marked, lexicon: Speech) -> bool:
    """True when the word before the marks announces a title, a name or a term."""
    words = field.words
    i = words.at(m.outer.start) - 1
    if i < 0 or words.keys[i] in ":,،":
        return False
    if _words_in(field, m.inner) > 12:
        return False
    if _named_like(field, m) and words.tokens[i].end >= words.tokens[i].start and words.keys[i] not in (".", "!", "?"):
        return True
    for width in (1, 2, 3):
        k = i - width + 1
        if k >= 0 and lexicon.titles.match(words.keys, k) == width:
            return True
        if k >= 0 and lexicon.clitics and width == 1:
            bare = words.keys[k]
            for clitic in (*lexicon.clitics, *lexicon.preposition_clitics):
                if bare.startswith(clitic) and (bare[len(clitic) :],) in lexicon.titles.by_first.get(
                    bare[len(clitic) :], ()
                ):
                    return True
    return False


def _named_like(field: Field, m: Marked) -> bool:
    """True when every word is written like a name's ("Designated Survivor"): a work or a name, not speech."""
    words = field.words
    i, j = words.at(m.inner.start), words.at(m.inner.end)
    inner = [t for t in words.tokens[i:j] if t.kind == "word"]
    if not inner or len(inner) > 9 or words.text[m.inner.end - 1] in ".!?…":
        return False
    long = [t for t in inner if len(t.text) > 3 or t is inner[0] or t is inner[-1]]
    return all(t.text[0].isupper() for t in long) and inner[0].text[0].isupper()


def _alone(field: Field, frame: Frame) -> bool:
    """True when nothing but quotations and marks stands in the frame."""
    words = field.words
    at = words.at(frame.span.start)
    end = words.at(frame.span.end)
    spans = [m.outer for m in frame.marked]
    for t in words.tokens[at:end]:
        if t.kind != "mark" and not any(s.start <= t.start < s.end for s in spans):
            return False
    return True


def _goes_on(field: Field, previous: Frame | None, made: list[Draft]) -> int | None:
    """Return the draft that the frame before ended and this frame continues ("…", he said. "…"), if there is one."""
    if previous is None or _colon(field, previous):
        return None
    for at in range(len(made) - 1, max(-1, len(made) - 4), -1):
        last = made[at]
        if last.kind != "direct" or last.cue is None:
            continue
        ended = last.pieces[-1].end > previous.span.start or last.cue.span.start >= previous.span.start
        if ended and last.cue.span.start <= previous.span.end:
            return at
    return None


def _colon(field: Field, frame: Frame) -> bool:
    return field.words.text[frame.span.start : frame.span.end].rstrip().endswith(":")


def _beside(field: Field, previous: Frame | None, following: Frame | None, lexicon: Speech) -> tuple[Cue | None, str]:
    """Find the cue in the sentence before that ends in a colon, or at the beginning of the one after."""
    if previous and _colon(field, previous):
        told = [c for c in previous.cues if c.form in _VERBS or c.entry.sort in ("noun", "source")]
        if told:
            return told[-1], "before"
    if following and not following.marked and following.cues:
        first = following.cues[0]
        gap = first.first - field.words.at(following.span.start)
        rest = field.words.before(following.span.end) - first.last
        tied = gap <= 1 and (first.pronoun is not None or _hyphened(field, first, lexicon) is not None)
        if first.form in ("finite", "participle") and first.may("say", "manner", "confirm"):
            if tied or (gap <= 6 and rest <= 8):
                return first, "after"
    return None, ""


def _cue_of(field: Field, frame: Frame, m: Marked, lexicon: Speech) -> tuple[Cue | None, str]:
    """Choose the frame's cue that a stretch belongs to, and say whether it stands before or after it."""
    words = field.words
    i, j = words.at(m.outer.start), words.at(m.outer.end)
    best: tuple[float, Cue, str] | None = None
    for cue in frame.cues:
        if cue.form == "infinitive" and not cue.may("say"):
            continue
        if cue.first >= j:
            score, place = _after_score(field, frame, m, cue, j), "after"
        else:
            score, place = _before_score(field, frame, m, cue, i), "before"
        if score is not None and (best is None or score < best[0]):
            best = (score, cue, place)
    return (best[1], best[2]) if best else (None, "")


def _between(field: Field, frame: Frame, first: int, last: int) -> tuple[int, int, int]:
    """Count words, commas and marked stretches between two token indices, words inside marks left out."""
    words = field.words
    plain = commas = 0
    if last - first > _FAR:
        return _FAR, 0, 0
    spans = [m.outer for m in frame.marked]
    k = first
    jumped = 0
    while k < last:
        t = words.tokens[k]
        span = next((s for s in spans if s.start <= t.start < s.end), None)
        if span is not None:
            jumped += 1
            k = max(k + 1, words.at(span.end))
            continue
        if t.kind != "mark":
            plain += 1
        elif t.text in ",،;؛":
            commas += 1
        k += 1
    return plain, commas, jumped


def _after_score(field: Field, frame: Frame, m: Marked, cue: Cue, j: int) -> float | None:
    if cue.form in ("gerund", "noun", "words", "infinitive", "relative"):
        return None
    plain, commas, jumped = _between(field, frame, j, cue.first)
    if plain and (cue.weak or cue.entry.sort == "judge"):
        return None
    if jumped:
        return 30.0 + plain
    if plain == 0:
        return 0.0 if cue.entry.sort != "think" else 1.0
    sep = field.words.text[m.inner.end - 1] in ",?!؟،" or (
        j < len(field.words.tokens) and field.words.keys[j] in (",", "،")
    )
    if cue.form == "preposition":
        return 6.0 + plain if sep or commas else 12.0 + plain
    if sep and plain <= 14:
        return 1.0 + plain / 10
    return 14.0 + plain if plain <= 4 else None


def _before_score(field: Field, frame: Frame, m: Marked, cue: Cue, i: int) -> float | None:
    plain, commas, jumped = _between(field, frame, cue.last + 1, i)
    if cue.form == "words":
        return 0.5 if plain <= 2 and not jumped else None
    if cue.entry.sort == "manner" and plain > 12 and not cue.entry.also:
        return None
    if plain > 45 or (cue.weak and not _right_behind(field, plain, i) and not (cue.may("judge") and plain <= 10)):
        return None
    base = 3.0 if cue.form in _VERBS or cue.form == "infinitive" else 5.0
    return base + plain / 5 + commas / 2 + jumped / 2


def _right_behind(field: Field, plain: int, i: int) -> bool:
    """True when the marks follow the word of saying at once, or after a colon."""
    return plain == 0 or (plain <= 8 and i > 0 and field.words.keys[i - 1] == ":")


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


def _counts(field: Field, frame: Frame, m: Marked, cue: Cue | None, place: str) -> bool:
    """True when the stretch is speech, not a name, a term or a distance."""
    n = _words_in(field, m.inner)
    if cue is not None and place == "after" and n <= 3 and m.outer.start > frame.span.start + 2:
        # A name on the way to the verb ("in a call with «Le Phare», she said").
        return False
    if cue is None:
        if not m.closed:
            return False
        return n >= _UTTERANCE if _alone(field, frame) else n >= _FRAGMENT
    return not (not m.closed and place == "before" and not _introduced(field, m))


def _introduced(field: Field, m: Marked) -> bool:
    i = field.words.at(m.outer.start) - 1
    return i < 0 or field.words.keys[i] == ":" or "\n" in field.words.text[field.words.tokens[i].end : m.outer.start]


def _kind(
    field: Field, frame: Frame, m: Marked, cue: Cue | None, place: str, lexicon: Speech
) -> Literal["direct", "mixed"]:
    """A whole utterance is direct; words that complete the reporter's own clause are mixed."""
    words = field.words
    i = words.at(m.outer.start)
    lead = words.at(frame.span.start)
    if _alone(field, frame):
        return "direct"
    prev = words.keys[i - 1] if i > lead else ""
    if prev == ":":
        return "direct"
    if place == "after":
        return "direct" if i - lead <= 1 or (prev in (",", "،", "-", "–", "—") and i - lead <= 2) else "mixed"
    if cue is None:
        return "direct" if i == lead else "mixed"
    if not cue.may("say", "confirm", "doubt", "deny", "manner", "think", "noun") and cue.entry.sort != "source":
        return "mixed"
    if _conjunction(words.keys, cue.last + 1, i, lexicon) or words.keys[words.at(m.inner.start)] in lexicon.governors:
        return "mixed"
    near = i - 1 - cue.last
    if prev in (",", "،") and cue.entry.sort != "source" and near <= 24:
        return "direct"
    if near <= 0 and (cue.entry.sort == "say" or (cue.may("manner", "noun") and not cue.may("judge"))):
        return "direct"
    if not cue.may("say", "manner") or cue.entry.sort == "source" or _words_in(field, m.inner) < _UTTERANCE:
        return "mixed"
    if prev in lexicon.governors or prev in lexicon.articles or near > 14:
        return "mixed"
    capital = words.text[m.inner.start].isupper()
    return "direct" if capital or lexicon.verb_first else "mixed"


def _conjunction(keys: list[str], first: int, last: int, lexicon: Speech) -> bool:
    return any(lexicon.conjunctions.match(keys, k) for k in range(first, last))


def _draft(
    field: Field, frame: Frame, m: Marked, cue: Cue | None, place: str, lexicon: Speech, mentions: Mentions
) -> Draft:
    kind = _kind(field, frame, m, cue, place, lexicon)
    if cue is None:
        return Draft(kind, (m.inner,), m.outer, None, None)
    speaker, dropped = subject(field, cue, place, m.outer, frame, lexicon, mentions)
    start = min(m.outer.start, cue.span.start, speaker.span.start if speaker else m.outer.start)
    end = max(m.outer.end, cue.span.end, speaker.span.end if speaker else m.outer.end)
    return Draft(kind, (m.inner,), Span(start, end), cue, speaker, dropped)


def subject(
    field: Field, cue: Cue, place: str, outer: Span, frame: Frame, lexicon: Speech, mentions: Mentions
) -> tuple[Found | None, bool]:
    """Return who the cue says has spoken, and whether the subject is left out (then it is the speaker before)."""
    words = field.words
    if cue.pronoun is not None:
        sort = "nobody" if words.keys[cue.pronoun] in lexicon.nobody else "pronoun"
        return Found(words.span(cue.pronoun, cue.pronoun), None, sort), False
    joined = _hyphened(field, cue, lexicon)
    if joined:
        return joined, False
    if cue.form == "relative":
        return before(words, cue, frame.span.start, lexicon, mentions), False
    stop = _next_mark(frame, cue.span.end)
    behind = _behind(field, cue, stop, lexicon, mentions)
    if cue.form == "preposition":
        return behind, False
    if cue.passive:
        return None, False
    if cue.form in ("noun", "words", "gerund"):
        chosen = behind if cue.form != "gerund" else None
        return (chosen, False) if chosen else _main(field, cue, frame, lexicon, mentions)
    ahead = before(words, cue, _begin(frame, cue, outer, place), lexicon, mentions)
    beside = ahead is not None and ahead.sort == "name" and words.before(ahead.span.end) >= cue.first
    chosen = (behind or ahead) if lexicon.verb_first and not beside else (ahead or behind)
    return chosen, chosen is None


def _behind(field: Field, cue: Cue, stop: int, lexicon: Speech, mentions: Mentions) -> Found | None:
    """The noun phrase behind the cue; a preposition's particle is taken off it (لبيان)."""
    return after(field.words, cue.last + 1, stop, lexicon, mentions, joined=cue.form == "preposition")


def _main(field: Field, cue: Cue, frame: Frame, lexicon: Speech, mentions: Mentions) -> tuple[Found | None, bool]:
    """Return the subject of the verb that a gerund or a noun of saying goes with, else that it is left out."""
    for other in reversed(frame.cues):
        if other.first < cue.first and other.form in ("finite", "participle") and not other.passive and not other.weak:
            if other.pronoun is not None or _hyphened(field, other, lexicon):
                return None, True
            found, _dropped = subject(field, other, "before", frame.span, frame, lexicon, mentions)
            if found is not None and found.sort != "nobody":
                return found, False
    found = before(field.words, cue, frame.span.start, lexicon, mentions)
    return (found, False) if found is not None and found.sort in ("name", "plural") else (None, True)


def _begin(frame: Frame, cue: Cue, outer: Span, place: str) -> int:
    """Where the search for a subject before the cue starts: after the last marks before it, or at the sentence."""
    ends = [m.outer.end for m in frame.marked if m.outer.end <= cue.span.start]
    if place == "after" and outer.end <= cue.span.start:
        return outer.end
    return max([frame.span.start, *ends]) if cue.span.start >= frame.span.start else cue.span.start - 200


def _next_mark(frame: Frame, at: int) -> int:
    return min([m.outer.start for m in frame.marked if m.outer.start >= at] + [max(frame.span.end, at)])


def _hyphened(field: Field, cue: Cue, lexicon: Speech) -> Found | None:
    """The pronoun tied to the verb by hyphens: "dit-il", "ajoute-t-elle"."""
    words = field.words
    i = cue.last + 1
    for _ in range(3):
        if i < len(words.tokens) and words.keys[i] in ("-", "t", "‑") and words.glued(i):
            i += 1
    if i == cue.last + 1 or i >= len(words.tokens) or not words.glued(i):
        return None
    k = words.keys[i]
    if k in lexicon.nobody:
        return Found(words.span(i, i), None, "nobody")
    if lexicon.singular.match([k], 0):
        return Found(words.span(i, i), None, "pronoun")
    return Found(words.span(i, i), None, "pronouns") if lexicon.plural.match([k], 0) else None
