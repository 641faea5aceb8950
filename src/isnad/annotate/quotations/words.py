"""The tokens of a stretch of text with their keys: what all that look for quotations read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from isnad.annotate.quotations.phrases import key
from isnad.model import Span
from isnad.text import Token, tokens

BREAKS = frozenset(',;:()[]—–،؛"«»“”.!?؟…|•')
"""Marks that part phrases."""
STOPS = frozenset('.!?؟;؛:«»“”"')
"""Marks that end a clause."""

_LONG = 400
"""Characters of a text from which a range's tokens are taken from those of the whole, which several steps ask for."""


@lru_cache(maxsize=1)
def _whole(text: str) -> tuple[list[Token], list[str], list[int]]:
    """Return a text's tokens, their keys and where each begins; the last text's are kept."""
    found = tokens(text)
    return found, [key(t.text) for t in found], [t.start for t in found]


def _apart(text: str, at: int) -> bool:
    """True when no token can reach over the offset: white space or the text's edge."""
    return at <= 0 or at >= len(text) or text[at - 1].isspace() or text[at].isspace()


class Words:
    """The tokens of a range of text, their keys, and where each begins."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.tokens: list[Token]
        self.keys: list[str]
        self.starts: list[int]
        if len(text) > _LONG and _apart(text, start) and _apart(text, end):
            whole, keys, starts = _whole(text)
            i, j = bisect_left(starts, start), bisect_left(starts, end)
            self.tokens, self.keys, self.starts = whole[i:j], keys[i:j], starts[i:j]
        else:
            self.tokens = tokens(text, start, end)
            self.keys = [key(t.text) for t in self.tokens]
            self.starts = [t.start for t in self.tokens]
        self.quiet: frozenset[int] = frozenset()
        """Indices of marks that part nothing: those around a name in a sentence («نور السواحل»)."""

    def parts(self, i: int) -> bool:
        """True when the token parts phrases: a comma, a bracket, a quotation mark that is not a name's."""
        return self.keys[i] in BREAKS and i not in self.quiet and not (self.keys[i] == "." and self._in_address(i))

    def _in_address(self, i: int) -> bool:
        """True for the full stop of "weather.com": small Latin letters on both sides, no white space."""
        if not (self.glued(i) and i + 1 < len(self.tokens) and self.glued(i + 1)):
            return False
        after = self.tokens[i + 1].text
        return after.isascii() and after.islower() and self.tokens[i - 1].text.isascii() and len(after) > 1

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at the offset or later."""
        return bisect_left(self.starts, offset)

    def before(self, offset: int) -> int:
        """Return the index after the last token that starts before the offset."""
        return bisect_right(self.starts, offset - 1)

    def span(self, first: int, last: int) -> Span:
        """Return the characters of a token range, last included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def count(self, span: Span) -> int:
        """Return the number of words in a span, marks not counted."""
        return sum(1 for t in self.tokens[self.at(span.start) : self.at(span.end)] if t.kind != "mark")

    def capital(self, i: int) -> bool:
        """True for a word with a capital inside a sentence: a name, whatever it is in small letters ("a Plaid AM", "Mrs May").

        Behind a number it is a month ("3 May").
        """
        if not i or not self.tokens[i].text[0].isupper() or self.tokens[i - 1].kind == "number":
            return False
        return self.keys[i - 1] not in STOPS

    def glued(self, i: int) -> bool:
        """True when no white space stands before the token."""
        return i > 0 and self.tokens[i - 1].end == self.tokens[i].start
