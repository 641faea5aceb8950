"""The grammar of time: patterns over classes of words, each with what it means on a page of a known date.

A rule's pattern is a regular expression in the letters of :mod:`isnad.annotate.times.lexer`; a letter stands for any word
that may be of that class. Its builder turns the words that matched into days, or says that they mean none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal

import regex
from msgspec import Struct

from isnad.annotate.times.days import Days
from isnad.annotate.times.lexer import Word
from isnad.model.base import Interval, Precision

How = Literal["printed", "counted", "year", "antecedent", "calendar"]


class Needed(Exception):
    """The words count from a day that is not known."""


class When(Struct, frozen=True):
    """What the words may count from: the page's day, the clause's direction, the last day named before them.

    ``last`` is the day named last, ``story`` what was named last of any length up to a year. ``lean`` is 1 when the clause looks ahead, −1 when it looks back, 0 when it does not say.
    """

    day: date | None
    lean: int = 0
    last: Interval | None = None
    year: int | None = None
    story: Interval | None = None

    @property
    def here(self) -> date:
        """The page's day; raises :class:`Needed` when it is unknown."""
        if self.day is None:
            raise Needed
        return self.day

    def told(self, unit: str) -> date:
        """Return the first day of what the story named last and no more vaguely than by such a unit; raises :class:`Needed`."""
        for named in (self.story, self.last):
            if named is not None and named.days <= _GRAIN.get(unit, 1):
                return named.start
        raise Needed


_GRAIN = {"D": 1, "W": 1, "V": 7, "K": 7, "H": 31, "Q": 92, "Z": 184, "A": 366, "T": 366, "C": 366}
"""Days of the longest time that a unit may be counted from: no week is counted from a month."""


class Meant(Struct, frozen=True):
    """What words mean: days with their precision and how they were found, or a duration, or a frequency.

    ``point`` is the very day that a counted expression counts to, when ``days`` is honest about its vagueness; ``exact`` are
    the days that "the last three days" counts without the page's own.
    """

    days: Days | None
    precision: Precision = "day"
    how: How = "printed"
    modifier: str | None = None
    kind: Literal["date", "duration", "frequency"] = "date"
    length: int | None = None
    point: date | None = None
    exact: Days | None = None


ORDINAL = 13
"""The least ordinal in letters that is a day by itself: the first twelve count terms, ministers, rounds."""


def counts_another(word: Word, number: int) -> bool:
    """Return whether a number in letters more often counts something else than days: "el lunes por el *primer* ministro"."""
    return "spelled" in word.classes or ("O" in word.classes and "n" not in word.classes and number < ORDINAL)


class Got:
    """The words of one match, asked for by the name of a group and the class they were matched as."""

    def __init__(self, match: regex.Match[str], words: Sequence[Word], language_bare: bool) -> None:
        self.match, self.words, self.bare_one = match, words, language_bare

    def has(self, name: str) -> bool:
        """True when the group matched at least one word."""
        if name not in self.match.re.groupindex:
            return False
        return self.match.start(name) >= 0 and self.match.end(name) > self.match.start(name)

    def word(self, name: str) -> Word | None:
        """Return the first word of a group."""
        return self.words[self.match.start(name)] if self.has(name) else None

    def value(self, name: str, letters: str) -> Any:
        """Return the value of a group's first word as the first of the classes it has; ``None`` without such a word."""
        word = self.word(name)
        if word is None:
            return None
        return next((word.classes[c] for c in letters if c in word.classes), None)

    def same_months(self) -> bool:
        """False of "enero-febrero": two months, not two names of one."""
        if not self.has("dual"):
            return True
        group = self.words[self.match.start("dual") : self.match.end("dual")]
        return all(w.classes["M"] == self.value("m", "M") for w in group if "M" in w.classes)

    def number(self, name: str = "n") -> int | None:
        """Return a group's number: digits, a word, "one"; −1 for "a few"."""
        word = self.word(name)
        if word is None:
            return None
        if "1" in word.classes:
            return 1
        if "x" in word.classes:
            return -1
        found = next((word.classes[c] for c in "nNO" if c in word.classes), None)
        return found if isinstance(found, int) else None

    def turn(self, name: str) -> int | None:
        """Return −1, 0 or 1 for "last", "this", "next"; −2 and 2 for "before last" and "after next"."""
        word = self.word(name)
        if word is None:
            return None
        if (twice := word.classes.get("p", word.classes.get("f"))) in ("before_last", "after_next"):
            return -2 if twice == "before_last" else 2
        return -1 if "p" in word.classes else 1 if "f" in word.classes else 0

    def bounds(self, name: str) -> bool:
        """True when a word of the group bounds what precedes it: "until", "d'ici à"."""
        group = self.words[self.match.start(name) : self.match.end(name)] if self.has(name) else ()
        return any("u" in w.classes for w in group)

    def begins(self) -> bool:
        """True behind "à partir de", «ابتداء من», "starting": what begins then, and not "since"."""
        at = self.match.start() - 1
        while at >= 0 and not set(self.words[at].classes) - set("oFPa"):
            at -= 1
        return at >= 0 and self.words[at].classes.get("s") == "starting"

    def told(self, name: str) -> bool:
        """True for "the following year", "la semaine précédente", «العام نفسه»: counted from the story, not from the page."""
        return self.value(name, "pft") in ("following", "preceding", "same")

    def part(self, name: str = "part") -> str | None:
        """Return ``early``, ``mid`` or ``late``."""
        word = self.word(name)
        if word is None:
            return None
        return (
            "early"
            if "e" in word.classes
            else "mid"
            if "m" in word.classes
            else "late"
            if "l" in word.classes
            else None
        )

    def plural(self, *names: str) -> bool:
        """True when a word of the groups is marked as plural."""
        return any((w := self.word(n)) is not None and w.plural for n in names)


Build = Callable[[Got, When], Meant | None]


class Rule(Struct, frozen=True):
    """A named pattern and what it means; ``flag`` restricts it to languages that write the month first."""

    name: str
    pattern: str
    build: Build
    flag: str | None = None


_HEAD = regex.compile(r"\(\?P<\w+>|\(\?[:=!]|\(\?<[=!]|\{\d*,?\d*\}|\(|\)")


def expand(pattern: str, sets: dict[str, str]) -> str:
    """Return the pattern with each class letter replaced by the characters that stand for it.

    Groups, quantifiers and look-arounds stay as they are; a class that is also a metacharacter is written escaped.
    """
    out, i = [], 0
    while i < len(pattern):
        c = pattern[i]
        head = _HEAD.match(pattern, i)
        if head:
            out.append(head.group())
            i = head.end()
        elif c == "\\":
            out.append(_one(pattern[i + 1], sets))
            i += 2
        elif c == "[":
            end = pattern.index("]", i)
            inside = pattern[i + 1 : end]
            negated = inside.startswith("^")
            chars = "".join(sets.get(x, x) for x in inside.removeprefix("^").replace("\\", ""))
            out.append(f"[{'^' if negated else ''}{''.join(map(regex.escape, chars))}]")
            i = end + 1
        elif c in "?*+|^$":
            out.append(c)
            i += 1
        else:
            out.append(_one(c, sets))
            i += 1
    return "".join(out)


def _one(letter: str, sets: dict[str, str]) -> str:
    return "[" + "".join(map(regex.escape, sets.get(letter, letter))) + "]"
