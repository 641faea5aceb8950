"""Where words stand between quotation marks: all marks of four languages, nested, mixed, typewriter and unclosed ones.

Only outermost stretches are returned; what they mean is decided elsewhere. One pass over the text with bounded
look-ahead: 5,000 nested marks cost no more than 5,000 letters.
"""

from __future__ import annotations

from collections.abc import Callable

import regex
from msgspec import Struct

from isnad.model import Span

LONGEST = 3000
"""No stretch between marks is longer, in characters: a mark that was never closed must not swallow the page."""
_LINES = 12
_CLUSTER = 3
"""Marks beside a mark that are looked past: no page closes four quotations at once."""
_REPORT = 4
"""From so many lines on, two words of saying between undirected marks make them strangers to each other."""
_FEWEST, _SENTENCE = 24, 500
"""Characters of the shortest and the longest sentence whose opening mark was left out."""
_VERB = 40
"""Characters behind a closing mark within which the word of saying begins."""
_MOST = 80
"""Marks looked at before one is taken for unclosed: no quotation holds more of them."""

_OPENERS = {"«": "»", "‹": "›", "“": "”", "„": "”", "‘": "’", "「": "」", "『": "』", "〝": "〞"}
_CLOSERS = frozenset("»›”’」』〞")
_PARTING = frozenset(",.;:!?،؛؟…)")
"""Marks behind a quotation mark that show it closes, whatever stands before it."""
_DOUBLE = frozenset('"″＂‟')
_UNDIRECTED = frozenset("\"″＂‟”'’")
_PAIRED = frozenset(['"', "″", "＂", "‟", "“", "”", "„", "''", "``"])
_MARK = regex.compile(r"''|``|[«»‹›“”„\"″＂‟‘’'「」『』]")
_FAMILY = {"«": "«", "»": "«", "‹": "‹", "›": "‹", "“": "“", "”": "“", "„": "“", "‘": "‘", "’": "‘", "'": "'"}


Reports = Callable[[int, int], int]
"""How many words of saying of the reporter stand in a range of characters."""


def _never(_start: int, _end: int) -> int:
    return 0


class Marked(Struct, frozen=True):
    """A stretch in quotation marks: ``outer`` with the marks, ``inner`` the words alone, trimmed of white space.

    ``closed`` is false when the mark was never closed and the stretch was cut at its line's end; ``again`` is true
    when the line opens with a mark that continues the stretch before (a quotation over several paragraphs).
    """

    outer: Span
    inner: Span
    mark: str
    closed: bool = True
    again: bool = False


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _side(text: str, at: int, width: int, start: int, end: int) -> str:
    """Say whether an undirected mark looks like an opener, a closer or neither, by its neighbours.

    Marks beside marks are looked past: the last of ``war,""`` closes because a space follows it.
    """
    before = text[at - 1] if at > start else " "
    stop = at + width
    while stop < min(end, at + width + _CLUSTER) and text[stop] in _UNDIRECTED:
        stop += 1
    after = text[stop] if stop < end else " "
    if before.isspace() or (before in "([{—–-:،,;؛/>¡¿" and not after.isspace()):
        return "both" if after.isspace() else "open"
    if after.isspace() or after in ".,;:!?)]}…—–-،؛؟/<":
        return "close"
    if not _is_word(before) and _is_word(after):
        return "open"
    return "both"


def _inner(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "\u200e\u200f\u202b\u202c\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200e\u200f\u202b\u202c\ufeff"):
        end -= 1
    return Span(start, end) if end > start else None


def _balance(sides: list[str]) -> list[tuple[int, int]] | None:
    """Return the outermost pairs of a row of openers and closers, ``None`` when they do not balance."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for i, side in enumerate(sides):
        if side == "open" or (side == "both" and not opened):
            opened.append(i)
        elif not opened:
            return None
        else:
            first = opened.pop()
            if not opened:
                pairs.append((first, i))
    return None if opened else pairs


class _Scanner:
    """The state of one pass: the marks in order, and the position among them."""

    def __init__(self, text: str, start: int, end: int, reports: Reports) -> None:
        self.text, self.start, self.end, self.reports = text, start, end, reports
        self.marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
        self.marks = [m for k, m in enumerate(self.marks) if not self._stray(k)]
        self.found: list[Marked] = []
        self.mates = self._pair_lines()

    def _stray(self, k: int) -> bool:
        """True for a mark typed before the word of saying that leads in a quotation («"وقال سامي "لن نرحل"»)."""
        at, mark = self.marks[k]
        if mark not in _DOUBLE or not self._line_start(at) or k + 1 >= len(self.marks):
            return False
        then, follows = self.marks[k + 1]
        told = self.reports(at + 1, at + 4) > 0 and "\n" not in self.text[at:then]
        return told and follows in _DOUBLE and _side(self.text, then, 1, self.start, self.end) == "open"

    def _pair_lines(self) -> dict[int, int]:
        """Pair the double marks of each line: by their sides where these balance, else one by one when their number is even.

        Much of the press types them with spaces on the wrong side; then only their number tells.
        """
        mates: dict[int, int] = {}
        line: list[int] = []
        last = self.start
        for k, (at, mark) in enumerate(self.marks):
            if mark not in _PAIRED:
                continue
            if self.text.find("\n", last, at) >= 0:
                self._pair(line, mates)
                line = []
            line.append(k)
            last = at
        self._pair(line, mates)
        return mates

    def _pair(self, line: list[int], mates: dict[int, int]) -> None:
        if not 2 <= len(line) <= _MOST:
            return
        sides = [self._leaning(k) for k in line]
        if len(line) % 2 == 0:
            found = _balance(sides)
            if found is None and "open" not in sides[1::2]:
                found = [(i, i + 1) for i in range(0, len(line), 2)]
            shift = 0
        else:
            shift = int(sides[0] == "close")
            spare = sides[-1] == "open" or self.marks[line[-1]][0] - self.marks[line[-2]][0] <= 2
            found = _balance(sides[1:]) if shift else _balance(sides[:-1]) if spare else None
        for a, b in found or ():
            mates[line[a + shift]] = line[b + shift]

    def _leaning(self, k: int) -> str:
        """Say whether a double mark opens or closes, by its neighbours and, where these do not tell, by its shape."""
        at, mark = self.marks[k]
        side = _side(self.text, at, len(mark), self.start, self.end)
        if mark in "“„" and side != "close":
            return "open"
        if mark == "”" and side != "open":
            return "close"
        return side

    def apostrophe(self, at: int) -> bool:
        """True when the single mark stands inside a word or after an s or a vowel's elision."""
        text = self.text
        return at > self.start and at + 1 < self.end and text[at - 1].isalnum() and text[at + 1].isalnum()

    def closes_single(self, k: int) -> bool:
        at, mark = self.marks[k]
        if self.apostrophe(at) or mark not in "’'":
            return False
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        if before.isspace() or _is_word(after):
            return False
        if before in "sS" and after == " " and self.text[at + 2 : at + 3].isalpha():
            return not self._another_closer(k)
        return True

    def _another_closer(self, k: int) -> bool:
        """True when a better closing single mark follows on the same line before a new one opens."""
        for at, mark in self.marks[k + 1 : k + 12]:
            if "\n" in self.text[self.marks[k][0] : at]:
                return False
            if mark in "’'" and not self.apostrophe(at):
                before = self.text[at - 1]
                return not before.isspace()
        return False

    def opener(self, k: int) -> str | None:
        """Return the family of the mark when it opens something here, else ``None``."""
        at, mark = self.marks[k]
        if k in self.mates:
            return _FAMILY.get(mark, '"')
        if mark in ("''", "``"):
            return '"' if _side(self.text, at, 2, self.start, self.end) != "close" else None
        if mark in "«‹“„「『":
            return _FAMILY.get(mark, mark)
        if mark in _DOUBLE:
            return '"' if _side(self.text, at, 1, self.start, self.end) != "close" or self._even(k) else None
        after = self.text[at + 1] if at + 1 < self.end else " "
        before = self.text[at - 1] if at > self.start else " "
        if mark in "‘'" and after.isdigit() and self.text[at + 2 : at + 3].isdigit():
            return None  # "the '90s": a century left out
        if mark in "‘'" and not _is_word(before) and not after.isspace() and before not in "’'":
            return "‘"
        begins = (before.isspace() or before in ":(") and not after.isspace() and after not in _PARTING
        if mark == "”" and begins:
            return "“"
        return "«" if mark == "»" and begins else None

    def _even(self, k: int) -> bool:
        """True when a mark that looks like a closer must open (said" so it goes"): its line holds as many again behind it."""
        at = self.marks[k][0]
        line = self.text.find("\n", at, self.end)
        stop = self.end if line < 0 else line
        behind = [m for m in self.marks[k : k + 12] if m[0] < stop and m[1] in _DOUBLE]
        return len(behind) % 2 == 0 and at > self.start and self.text[at - 1].isalpha()

    def closes(self, k: int, family: str, depth: int) -> bool:
        """True when the mark closes a stretch of the family; ``depth`` counts openers of the family inside it."""
        at, mark = self.marks[k]
        if family == "‘":
            return self.closes_single(k)
        if mark in ("''", "``") or mark in _DOUBLE:
            if family == '"':
                return True
            return family == "“" and _side(self.text, at, len(mark), self.start, self.end) == "close"
        if family == '"':
            return mark == "”" or (mark == "»" and _side(self.text, at, 1, self.start, self.end) == "close")
        if family == "“":
            before = self.text[at - 1] if at > self.start else " "
            return mark == "”" or (mark == "“" and not before.isspace() and self._ends(at))
        if family == "«":
            return mark == "»"
        return mark in _CLOSERS and _FAMILY.get(mark, mark) == family

    def _ends(self, at: int) -> bool:
        after = self.text[at + 1] if at + 1 < self.end else " "
        return not _is_word(after)

    def stretch(self, k: int, family: str) -> tuple[int | None, int]:
        """Return the index of the closing mark, or ``None`` and the index to go on from."""
        at = self.marks[k][0]
        depth = 0
        nested = False
        lines, last = 0, at
        n = k + 1
        while n < len(self.marks):
            here, _mark = self.marks[n]
            if here - at > LONGEST or n - k > _MOST:
                break
            lines += self.text.count("\n", last, here)
            if lines > (_LINES if family in "«“" else 8):
                break
            if lines and family == "‘":
                break
            opened_line = (
                self.text[last:here].endswith("\n") or not self.text[self.text.rfind("\n", 0, here) + 1 : here].strip()
            )
            if lines and opened_line and self.opener(n) == family and family != '"':
                break
            if lines and opened_line and family == '"' and self.marks[n][1] in _DOUBLE:
                break
            last = here
            if self._opens_inside(n, family, depth):
                depth += 1
                nested = True
            elif self.closes(n, family, depth):
                if lines and family == '"' and not self._ends_later(k, n, lines):
                    break
                if depth == 0:
                    return n, n + 1
                depth -= 1
            n += 1
        if depth or (nested and family in "«“"):
            return self._nearest(k, family)
        return None, k + 1

    def _ends_later(self, k: int, n: int, lines: int) -> bool:
        """True when an undirected mark some lines on may close: it looks like it, and no report goes on between the two."""
        at, here = self.marks[k][0], self.marks[n][0]
        if _side(self.text, here, 1, self.start, self.end) != "close":
            return False
        return lines < _REPORT or self.reports(self.text.find("\n", at), here) < 2

    def _opens_inside(self, n: int, family: str, depth: int) -> bool:
        """True when the mark opens a stretch of the same family inside this one."""
        at, mark = self.marks[n]
        if family == '"':
            return depth < 3 and mark in _DOUBLE and _side(self.text, at, 1, self.start, self.end) == "open"
        return family in "«“" and mark == family and not self.closes(n, family, depth)

    def _nearest(self, k: int, family: str) -> tuple[int | None, int]:
        """The marks inside do not balance: close at the first closer on the same line."""
        at = self.marks[k][0]
        for n in range(k + 1, min(len(self.marks), k + 40)):
            here = self.marks[n][0]
            if "\n" in self.text[at:here] or here - at > LONGEST:
                break
            if self.closes(n, family, 0):
                return n, n + 1
        return None, k + 1

    def run(self) -> list[Marked]:
        k = 0
        while k < len(self.marks):
            family = self.opener(k)
            if family is None:
                self._unopened(k)
                k += 1
                continue
            mate = self.mates.get(k)
            close, onward = (mate, mate + 1) if mate is not None else self.stretch(k, family)
            at, mark = self.marks[k]
            if close is None:
                k = self._unclosed(k, family)
                continue
            stop, closing = self.marks[close]
            self._add(at, stop + len(closing), at + len(mark), stop, mark, True)
            k = onward
        return self.found

    def _line_start(self, at: int) -> bool:
        begin = self.text.rfind("\n", self.start, at) + 1
        return not self.text[max(begin, self.start) : at].strip()

    def _add(self, start: int, end: int, inner_start: int, inner_end: int, mark: str, closed: bool) -> None:
        inner = _inner(self.text, inner_start, inner_end)
        if inner is None:
            return
        before = self.found[-1] if self.found else None
        again = bool(
            before and not before.closed and self._line_start(start) and not self.text[before.outer.end : start].strip()
        )
        self.found.append(Marked(Span(start, end), inner, mark, closed, again))

    def _unopened(self, k: int) -> None:
        """A closing mark that nothing opened, a comma and a word of saying behind it: its line's words up to it were said."""
        at, mark = self.marks[k]
        begin = max(self.text.rfind("\n", self.start, at) + 1, self.start)
        if mark not in "»”" or not _FEWEST < at - begin < _SENTENCE or (k and self.marks[k - 1][0] >= begin):
            return
        comma = self.text[at - 1] in ",،" or self.text[at + 1 : at + 3].strip()[:1] in (",", "،")
        line = self.text.find("\n", at, self.end)
        stop = min(at + _VERB, self.end if line < 0 else line)
        if comma and not any(c in ".!?؟:" for c in self.text[begin : at - 1]) and self.reports(at + 1, stop):
            self._add(begin, at + len(mark), begin, at, mark, True)

    def _unclosed(self, k: int, family: str) -> int:
        """A mark without its fellow: kept to the line's end when the line can bear it, else passed over."""
        at, mark = self.marks[k]
        line = self.text.find("\n", at, self.end)
        stop = self.end if line < 0 else line
        if family == "‘" or stop - at > LONGEST:
            return k + 1
        self._add(at, stop, at + len(mark), stop, mark, False)
        n = k + 1
        while n < len(self.marks) and self.marks[n][0] < stop:
            n += 1
        return n


def find_marked(text: str, start: int, end: int, reports: Reports = _never) -> list[Marked]:
    """Return the outermost stretches in quotation marks of a range, in order. O(n) in the length of the range.

    ``reports`` counts the words of saying in a range of characters: undirected marks many lines apart with a report between
    them are no pair.
    """
    return _Scanner(text, start, end, reports).run()
