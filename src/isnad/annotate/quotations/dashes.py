"""Speech opened by a dash at a line's head, as Spanish prints it: "—No hay nada decidido —respondió la ingeniera."

A dash alone may open a list: it is taken for speech only where a second dash leads in a word of saying.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.marks import Marked
from isnad.model import Span

_LINE = regex.compile(
    r"^[ \t]*(?P<open>[—–―])[ \t]?(?P<said>[^—–―\n]{2,600}?)[ \t]?(?P<close>[—–―])[ \t]?(?P<incise>[^—–―\n]{2,160})"
    r"(?:(?P<again>[—–―])[ \t]?(?P<rest>[^—–―\n]{2,600}))?$",
    regex.MULTILINE,
)
_CLITICS = 14
"""Characters that may stand between the dash and the verb ("—*le* respondió", "—*se* lamentó")."""


def dashed(text: str, start: int, end: int, cues: Sequence[Cue]) -> Iterator[Marked]:
    """Yield the stretches of a range that dashes mark as spoken, in order; O(n)."""
    starts = {c.span.start for c in cues if c.form in ("finite", "participle")}
    for m in _LINE.finditer(text, start, end) if any(d in text for d in "—–―") else ():
        at = m.start("incise")
        if not any(at <= s <= at + _CLITICS and text[at:s].count(" ") <= 1 for s in starts):
            continue
        yield _stretch(text, m.start("open"), m.end("close"), m.start("said"), m.end("said"))
        if m.group("rest"):
            yield _stretch(text, m.start("again"), m.end("rest"), m.start("rest"), m.end("rest"))


def _stretch(text: str, outer: int, outer_end: int, start: int, end: int) -> Marked:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and (text[start].isspace() or text[start] in ".,;:"):
        start += 1
    return Marked(Span(outer, outer_end), Span(start, end), "—")
