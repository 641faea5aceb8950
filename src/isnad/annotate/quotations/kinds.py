"""The kind of marked words: a whole utterance is direct, what completes the reporter's own clause mixed."""

from __future__ import annotations

from typing import Literal

import regex

from isnad.annotate.quotations.cues import Cue, matches
from isnad.annotate.quotations.frames import Field, Frame
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.terms import UTTERANCE, is_alone
from isnad.annotate.quotations.words import Words
from isnad.model import Span

_WHOLE = 8
"""From so many words on a stretch is an utterance of its own, whatever sort of verb it stands beside."""


def kind_of(
    field: Field, frame: Frame, m: Marked, cue: Cue | None, place: str, lexicon: Speech
) -> Literal["direct", "mixed"]:
    """A whole utterance is direct; words that complete the reporter's own clause are mixed."""
    words = field.words
    i = words.at(m.outer.start)
    lead = words.at(frame.span.start)
    if is_alone(field, frame):
        return "direct"
    prev = words.keys[i - 1] if i > lead else ""
    if place == "after" and i - lead <= 1:
        return "direct"
    whole = field.words.count(m.inner) >= _WHOLE
    judged = cue is not None and not cue.may("say", "confirm", "doubt", "deny", "manner", "think", "noun")
    if judged and cue is not None and cue.entry.sort != "source" and not (prev == ":" and whole):
        return "mixed"
    if prev == ":":
        return (
            "mixed"
            if not whole and lexicon.verb_first and _conjunction(words.keys, i - 2, i - 1, lexicon)
            else "direct"
        )
    if place == "after" and _behind_dateline(words, lead, i):
        return "direct"
    if place == "after":
        return "direct" if prev in (",", "،", "-", "–", "—") and (i - lead <= 2 or whole) else "mixed"
    if cue is None:
        return "direct" if i == lead else "mixed"
    return _kind_behind(field, m, cue, prev, i, lexicon)


_PLACED = 9
"""Tokens of the longest place, day and agency before a dash."""


_DATELINE = regex.compile(
    r"[\p{Lu}\p{Lo}][^.!?؟«“\"\n()/]{1,50}?(?:/\p{L}+)?[^.!?؟«“\"\n()/]{0,12}?"
    r"(?:[(/]\s?[\p{Lu}\p{Lo}][\p{L}\p{M}. ]{1,24}[)/]|(?<=\d{4})|(?<=\d\s\p{L}{3,10}))\s*(?:\.?\s?(?:--|[-–—])|:)\s+(?=\S)"
)
"""A place, a day or an agency in brackets, or both, before the dash that a report opens behind."""


def without_dateline(words: Words, span: Span) -> Span:
    """Return what is reported without the dateline that its paragraph opens with: "KIGOMA (Lakeside News) — *Four people died*"."""
    text = words.text
    if span.start and text[span.start - 1] != "\n":
        return span
    found = _DATELINE.match(text, span.start, span.end)
    placed = found is not None and words.count(Span(span.start, found.end())) <= _PLACED
    return Span(found.end(), span.end) if found is not None and placed else span


def _behind_dateline(words: Words, lead: int, i: int) -> bool:
    """True when nothing but a place, a day and an agency in brackets stands before the marks ("KAMPALA (AP) — “The river …”")."""
    k = i - 1
    while k > lead and words.keys[k] in "-–—.:":
        k -= 1
    dashed = any(words.keys[n] in "-–—" for n in range(k + 1, i))
    return dashed and words.keys[k] in ")]" and i - lead <= _PLACED


def _kind_behind(field: Field, m: Marked, cue: Cue, prev: str, i: int, lexicon: Speech) -> Literal["direct", "mixed"]:
    """The kind of words that stand behind their word of saying: by what leads over to them and how they begin."""
    words = field.words
    inner = words.at(m.inner.start)
    said = lexicon.verb_first and field.words.count(m.inner) >= _WHOLE and i - cue.last <= 3 and cue.entry.sort == "say"
    if _conjunction(words.keys, cue.last + 1, i, lexicon) or (words.keys[inner] in lexicon.governors and not said):
        return "mixed"
    if not lexicon.verb_first and lexicon.conjunctions.match(words.keys, inner) and words.text[m.inner.start].islower():
        return "mixed"
    if lexicon.possessives and any(e.form == "noun" and not e.weak for e, _ in matches(words, inner, lexicon)):
        return "mixed"  # «… «ارتياحهما للمستوى …»»: a noun of the reporter's own sentence
    if lexicon.verb_first and (prev in lexicon.preposition_clitics or words.keys[inner].startswith("لل")) and not said:
        return "mixed"  # «معللا قراره بـ«وجود …»», «أعرب عن تقديره «للدور …»»
    if not lexicon.verb_first and words.keys[inner] in lexicon.articles and words.text[m.inner.start].islower():
        return "mixed"  # « dénonce « l'usage de la force » »: the verb's object
    near = i - 1 - cue.last
    if prev == "," and words.text[m.inner.start].islower() and _set_in_predicate(words, cue, lexicon):
        return "mixed"  # "Estaban, *precisa la nota*, «envueltos …»": what is said of the sentence's own subject
    if not near and lexicon.infinitives and words.text[m.inner.start].islower() and cue.form != "words":
        return "mixed"  # « juge « imprudent de payer » »
    if cue.may("judge") and near and lexicon.from_whom.intersection(words.keys[cue.last + 1 : i]):
        return "mixed"  # «تتحدث الإدارة عن موظفين «…»»
    if cue.form == "words" and near <= 2:
        return "direct"
    whole = field.words.count(m.inner) >= UTTERANCE or words.text[m.inner.end - 1] in ".!?؟"
    if prev in (",", "،") and (cue.weak or not cue.may("say", "manner")) and _closes_source(words, cue, i - 1, lexicon):
        return "mixed"  # «أبدى الضيف، *وفق المصدر ذاته*، «استعداد بلاده …»»: the verb's object
    if prev in (",", "،") and cue.entry.sort != "source" and near <= 24:
        return "direct"
    if near <= 0 and whole and (cue.entry.sort == "say" or (cue.may("manner", "noun") and not cue.may("judge"))):
        return "direct"
    if not cue.may("say", "manner") or cue.entry.sort == "source" or not whole:
        return "mixed"
    if prev in lexicon.governors or prev in lexicon.articles or near > 14:
        return "mixed"
    capital = words.text[m.inner.start].isupper()
    return "direct" if capital or lexicon.verb_first else "mixed"


def _set_in_predicate(words: Words, cue: Cue, lexicon: Speech) -> bool:
    """True of a word of saying between commas right behind a verb of state, which the marked words complete."""
    k = cue.first - 2
    if lexicon.verb_first or k < 0 or words.keys[k + 1] != ",":
        return False
    return lexicon.states.match(words.keys, k) == 1 or lexicon.states.match(words.keys, k - 1) == 2


def _closes_source(words: Words, cue: Cue, comma: int, lexicon: Speech) -> bool:
    """True of a comma that closes a source set in between two commas behind a word of saying."""
    opens = next((k for k in range(comma - 1, cue.last, -1) if words.keys[k] in (",", "،")), None)
    return opens is not None and any(e.form == "preposition" for e, _ in matches(words, opens + 1, lexicon))


def _conjunction(keys: list[str], first: int, last: int, lexicon: Speech) -> bool:
    return any(lexicon.conjunctions.match(keys, k) for k in range(first, last))
