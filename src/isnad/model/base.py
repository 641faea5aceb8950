"""What every other value is made of: citations, spans, dated intervals, abstentions, judgements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, cast

from msgspec import Struct

LANGUAGES: tuple[str, ...] = ("ar", "en", "es", "fr")
"""The languages isnad reads in depth, ISO 639-1; each has a folder in ``isnad/languages``."""

Precision = Literal["day", "range", "month", "season", "year", "about"]


class Citation(Struct, frozen=True, array_like=True, order=True, gc=False):
    """A stretch of one article's text: code points, half-open; ``text[start:end]`` is the quoted words."""

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a citation must not be empty: [{self.start}, {self.end})")


class Span(Struct, frozen=True, array_like=True, order=True, gc=False):
    """A stretch of the text at hand: code points, half-open."""

    start: int
    end: int

    def within(self, other: Span) -> bool:
        """True when no character of this span lies outside the other."""
        return other.start <= self.start and self.end <= other.end

    def touches(self, other: Span) -> bool:
        """True when the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def cite(self, article: str) -> Citation:
        """Return the span as a citation of that article."""
        return Citation(article, self.start, self.end)


class Interval(Struct, frozen=True, gc=False):
    """A date as it is known: first and last possible day, and how it was found.

    ``start`` and ``end`` are inclusive ISO days. ``precision`` says how exact the source is, so that a month is
    shown as a month; ``basis`` is one sentence a reader can check; ``cites`` are the words it rests on.
    """

    start: date
    end: date
    precision: Precision
    basis: str
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"an interval must not end before it starts: {self.start} … {self.end}")

    @property
    def days(self) -> int:
        """The number of days the interval spans; 1 for a single day."""
        return (self.end - self.start).days + 1

    def meets(self, other: Interval) -> bool:
        """True when at least one day is in both intervals."""
        return self.start <= other.end and other.start <= self.end

    def holds(self, other: Interval) -> bool:
        """True when every day of the other interval is in this one."""
        return self.start <= other.start and other.end <= self.end


class Abstention(Struct, frozen=True, gc=False):
    """What looked like a claim and was not made, and why, in words.

    ``reason`` is a short stable key ("hypothetical", "unanchored-date") so that abstentions can be counted.
    """

    cites: tuple[Citation, ...]
    what: str
    why: str
    reason: str = ""


class _Two(Struct, frozen=True, gc=False):
    """What a judgement of two says that it judges, read like the mapping it is written as; it takes a quarter of a table's memory.

    A corpus of a hundred thousand pages has two million of them.
    """

    type: str
    left: str
    right: str

    def keys(self) -> tuple[str, ...]:
        """Return the names of what it says."""
        return self.__struct_fields__

    def values(self) -> tuple[str, ...]:
        """Return what it says."""
        return self.type, self.left, self.right

    def items(self) -> Iterator[tuple[str, str]]:
        """Return names with what they say."""
        return zip(self.keys(), self.values(), strict=True)

    def get(self, key: str, default: object = None) -> object:
        """Return what it says under a name."""
        return getattr(self, key) if key in self.__struct_fields__ else default

    def __getitem__(self, key: str) -> str:
        if key not in self.__struct_fields__:
            raise KeyError(key)
        found: str = getattr(self, key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.__struct_fields__)

    def __len__(self) -> int:
        return len(self.__struct_fields__)

    def __contains__(self, key: object) -> bool:
        return key in self.__struct_fields__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and dict(self.items()) == dict(other.items())


Mapping.register(_Two)  # a Struct has a metaclass of its own and cannot inherit it


def two(what: str, left: str, right: str) -> Mapping[str, Any]:
    """Return the target of a judgement of two: ``{"type": what, "left": left, "right": right}``, held in little memory."""
    return cast("Mapping[str, Any]", _Two(what, left, right))


class Judgement(Struct, frozen=True, gc=False):
    """One entry of the ledger: "these two are one", "this is no name", by isnad or a person; append-only.

    ``target`` names what is judged: ``{"type": "entity", "left": id, "right": id}`` for ``same`` and ``different``,
    ``{"type": "event", "id": id, …}`` for the others. ``at`` is an ISO time for people's judgements and ``None``
    for isnad's own, which are remade at each build. ``score`` is between 0 and 1.
    """

    id: str
    kind: Literal["same", "different", "reject", "amend", "accept"]
    target: Mapping[str, Any]
    by: str
    at: str | None
    reason: str
    score: float | None = None
