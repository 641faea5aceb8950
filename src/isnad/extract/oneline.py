"""A page that a scraper put on one line, cut where its parts must have met: masthead, menu, headline, date, text, buttons."""

from __future__ import annotations

import re

from isnad.extract.chrome import homes, phrases
from isnad.extract.oneframe import Frame
from isnad.extract.onehead import follows
from isnad.extract.onetail import Span, behind_sentences, between, runs_of
from isnad.extract.onewords import chrome, flashes, length, tokens_of
from isnad.extract.persons import of_press, place_heads

LEAST = 260
"""Characters of the shortest line that may be a whole page."""
HEAD = 800
"""Characters at the beginning of a line in which its text begins, where no frame tells."""
MASTHEAD = 6
"""Words of the longest name of a site before its menu."""
PLACES = 2
"""Words between a paper's name and the first known entry of its menu from which they are entries too: the towns it writes of."""
HEADLINE, ABOVE = 4, 64
"""Words of the shortest item of a ticker, and those at the beginning of a line among which the label of one stands."""
ARTICLED, NAME = 3, 4
"""Words at the beginning of a name among which the one of the trade stands, and those that may follow it."""
_ARABIC = re.compile("[\u0621-\u064a]")
_EMOJI = re.compile("[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]+")
"""Pictographs, which people who pass news on set between its parts."""
_BOLD = re.compile(r"\*(?P<title>[^*\n]{12,200})\*(?=\s)")
_ONE_STOP = re.compile(r"(?<![.…])[.!?؟][\"»”’)\]]*\s+")
"""The end of a sentence; two points behind a word of haste or a place (Arabic headlines have them) are none."""


def unrolled(text: str, start: int, end: int, framed: Frame | None = None, heads: set[int] | None = None) -> list[Span]:
    """Return the stretches of a line, in order; the whole of it when nothing tells where its parts meet. O(length).

    Where a headline begins is noted in ``heads``: what stands before it is no text. ``framed`` is the line's frame, when it has one.
    """
    if end - start < LEAST:
        return [(start, end)]
    cuts = {start, end}
    for m in _EMOJI.finditer(text, start, end):
        cuts |= {m.start(), m.end()}
    bold = _BOLD.search(text, start, min(end, start + HEAD))
    if bold is not None:
        cuts |= {bold.start(), bold.start("title"), bold.end("title"), bold.end()}
    runs = runs_of(text, start, end)
    cuts |= _masthead(text, start, runs)
    body = runs[0][1] if runs else start
    if framed is not None:
        cuts |= framed.cuts
        body = framed.body
        if heads is not None:
            heads.add(body if framed.title is None else framed.title)
    elif (begun := _verb_first(text, body, end)) is not None:
        cuts.add(begun)
        body = begun
        if heads is not None:
            heads.add(begun)
    return between(text, cuts | behind_sentences(text, body, end, runs))


def _masthead(text: str, start: int, runs: list[Span]) -> set[int]:
    """Where the name of a site and its menu are cut; the menu's beginning is set right in ``runs``."""
    named = next((a for a, _, w in tokens_of(text, start, start + 120)[1 : MASTHEAD + 1] if w in homes()), None)
    if runs and named is not None and runs[0][0] < named < runs[0][1] and of_press(text[runs[0][0] : named]):
        runs[0] = (named, runs[0][1])  # "The Lakeside Tribune Home News …": a section is called so too
    if named is not None and runs and start < named < runs[0][0] and not text[named].islower():
        runs[0] = (named, runs[0][1] if len(text[named : runs[0][0]].split()) <= MASTHEAD else named)
    if runs and start < runs[0][0] and (press := _press_first(text, *runs[0])) is not None:
        runs[0] = (press, runs[0][1])  # "The Evening Post Markets Law …": buttons are called so too
    above = text[start : runs[0][0]].split() if runs else []
    near = bool(runs) and len(above) <= MASTHEAD and not (len(above) == 1 and above[0].lower() in _THE)
    cuts = {runs[0][0], runs[0][1]} if near else set()
    name = _paper(text, start)
    if name is not None and (not near or (name < runs[0][0] and len(text[name : runs[0][0]].split()) >= PLACES)):
        cuts.add(name)
    return cuts


def _press_first(text: str, start: int, end: int) -> int | None:
    """Where a menu begins behind the last word of a paper's name: "Post", "Journal"."""
    tokens = tokens_of(text, start, end)
    return tokens[1][0] if len(tokens) > 1 and of_press(tokens[0][2]) else None


def _verb_first(text: str, top: int, end: int) -> int | None:
    """Where an Arabic text without a headline begins behind a ticker: with the first verb that news begins with and headlines do not.

    «الأكثر قراءة: توقيف صراف في أبيدجان / وفاة عميد الجالية قضى سبعة عشر شخصا …»
    """
    if _ARABIC.search(text, top, min(end, top + LONGEST_LABEL)) is None:
        return None
    tokens = tokens_of(text, top, min(end, top + HEAD))
    near = range(min(len(tokens), ABOVE))
    labelled = next((i for i in near if length(tokens, i, flashes()) or text[tokens[i][1] - 1] in ":："), None)
    if labelled is None:
        return None
    behind = range(labelled + HEADLINE, len(tokens))
    found = next((i for i in behind if tokens[i][2] in phrases("begins") and not follows(tokens[i - 1][2])), None)
    return None if found is None or _ONE_STOP.search(text, top, tokens[found][0]) else tokens[found][0]


LONGEST_LABEL = 40
"""Characters of the head of a line in which its script is told."""


def _paper(text: str, start: int) -> int | None:
    """Where a paper's name ends with which a page begins, entries of a menu behind it: "El Correo del Pisuerga Valladolid Provincia …"."""
    tokens = tokens_of(text, start, start + 200)[: MASTHEAD + ARTICLED + NAME]
    at = next((i for i in range(min(ARTICLED, len(tokens))) if of_press(tokens[i][2])), None)
    if at is None or any(not text[t[0]].isupper() for t in tokens[: at + 1]):
        return None
    end = at + 1
    while end < len(tokens) and of_press(tokens[end][2]) and text[tokens[end][0]].isupper():
        end += 1  # "The Ansah Evening Post"
    while end + 1 < len(tokens) and tokens[end][2] in _OF:
        small = 1 + (
            tokens[end + 1][2] in _THE and text[tokens[end + 1][0]].islower() == text[tokens[end][0]].islower()
        )
        if end + small >= len(tokens) or not text[tokens[end + small][0]].isupper():
            break
        end += small + 1
    while end < len(tokens) and tokens[end - 1][2] in place_heads() and text[tokens[end][0]].isupper():
        end += 1  # "La Voz de Río Tambo Portada …"
    named = end - (tokens[0][2] in _THE) >= 2
    entries = sum(bool(length(tokens, i, chrome())) for i in range(end, len(tokens)))
    return tokens[end][0] if named and entries >= 2 and end < len(tokens) and text[tokens[end][0]].isupper() else None


_OF = frozenset("de del du des of d".split())
_THE = frozenset("the el la le les los las".split())
