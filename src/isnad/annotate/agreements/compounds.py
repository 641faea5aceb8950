"""What the compound before an agreement's noun says that it is about: "*loan* agreement", "*fisheries* deal"."""

from __future__ import annotations

from isnad.annotate.agreements.phrases import Line, Named
from isnad.model import Span


def inside_of(line: Line, named: Named) -> Span | None:
    """Return the words of a compound before the name, its price and its length aside: "loan" of "a 780 million dollar loan agreement"."""
    counted = line.reading.figures
    words = [
        i for i in named.inside
        if line.found[i].kind == "word" and not any(f.start <= line.found[i].start < f.end for f in counted)
        and line.keys[i] not in line.words.tails | line.words.earlier and not _of_body(line, i)
        and not _length_part(line, i)
    ]  # fmt: skip
    return line.span(words[0], words[-1] + 1) if words else None


def _length_part(line: Line, i: int) -> bool:
    """True of a part of a length written with hyphens: "a two-and-a-*half-year* deal"."""
    run = [i]
    while run[-1] + 2 < len(line) and line.keys[run[-1] + 1] == "-":
        run.append(run[-1] + 2)
    hyphened = len(run) > 1 or line.keys[i - 1] == "-"
    return hyphened and bool(_LENGTH_WORDS.intersection(line.keys[j] for j in run))


_LENGTH_WORDS = frozenset({"year", "month", "week", "day", "season"})


def _of_body(line: Line, i: int) -> bool:
    """True of a word of a body's name: "the United Nations convention" is not about the United Nations."""
    at = line.found[i]
    return any(m.kind == "organization" and m.start <= at.start and at.end <= m.end for m in line.reading.mentions)
