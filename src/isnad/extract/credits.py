"""Whose text a page says it prints: credit lines, formulas of reprints, an agency named in full."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.lines import LONGEST_HEADING, names_its_source
from isnad.extract.masthead import clean
from isnad.extract.persons import desks, press_words
from isnad.extract.phrases import BIT, bare
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key

_SOURCE = regex.compile(
    r"(?:^|[|•·,،]|\s[-–—ـ]\s)\s*(?:source|fuente|المصدر|مصدر|نقلا عن)\s*[:：]\s*(?P<name>[^|•·]{2,60}?)\s*(?:$|[|•·]|\s[-–—ـ]\s)",
    regex.IGNORECASE,
)
_AND_OTHERS = regex.compile(
    r"\s*(?:[+,،/]|\b(?:and|et|y|with|avec|con)\b|و)\s*(?:news |other |autres |otras )?(?:agencies|agences|agencias|wires|وكالات|الوكالات)\s*$",
    regex.IGNORECASE,
)
"""The desk of agencies behind a source: "Crescent Dispatch and news agencies", «المنارة + وكالات»."""


def source_line(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return whose text it is by the page's own words: "Source : X" near the article, when X is a name and no agency formula; an agency named in full under the title."""
    for i, b in enumerate(blocks):
        if b.words > 12 or not b.holds & BIT["source"] or kinds[i] in ("body", "lead", "title", "related", "caption"):
            continue
        found = _SOURCE.search(b.text)
        name = _AND_OTHERS.sub("", found["name"]).strip() if found else ""
        if name and not desks().issuperset(fold_key(name).split()):
            return clean(name)
    return _agency_line(blocks, kinds)


ABOVE, BELOW = 4, 8
"""Lines before and behind a text in which it may say from where it was taken."""


def reprinted(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> tuple[str, bool] | None:
    """Return from where a text was taken by a line of its own ("منقول عن صحيفة X", "Read the full story on X").

    With the name comes whether somebody copied it there by hand: then who posted it is not its author.
    """
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    for i in range(max(0, own[0] - ABOVE), min(len(blocks), own[-1] + BELOW)) if own else ():
        b = blocks[i]
        if kinds[i] in ("body", "lead", "title", "caption", "tags") or b.words > 12:
            continue
        line = bare(b.text)
        for pattern, by_hand in _reprints().get(line.split(" ", 1)[0].rstrip(":"), ()):
            found = pattern.fullmatch(line)
            if found and not (len(found["name"].split()) > MOST or desks().issuperset(found["name"].split())):
                name = _as_printed(b.text, found["name"])
                return (name, by_hand) if name and clean(name) else None
    return None


MOST = 5
"""Words of the longest name of a source."""


def _as_printed(line: str, folded: str) -> str | None:
    words = line.split()
    return next(
        (
            n
            for i in range(len(words))
            if fold_key(n := " ".join(words[i:]).strip(' .:؛،,|-–—*_()[]«»"“”'))
            == folded.strip(' .:؛،,|-–—*_()[]«»"“”')
        ),
        None,
    )


@cache
def _reprints() -> dict[str, list[tuple[regex.Pattern[str], bool]]]:
    """The formulas of reprints over folded lines, by their first word; those of copies made by hand are marked."""
    out: dict[str, list[tuple[regex.Pattern[str], bool]]] = {}
    for k in LANGUAGES:
        for role in ("copied", "continued"):
            for formula in table(k, "chrome")[role]:
                before, after = (
                    regex.escape(fold_key(p).strip()).replace(r"\ ", r"\s+") for p in formula.split("{publisher}")
                )
                tail = rf"\s+{after}" if after else ""
                out.setdefault(fold_key(formula).split()[0].rstrip(":"), []).append(
                    (
                        regex.compile(rf"\W*{before}\s*[:：]?\s*[«\"(]?(?P<name>\p{{L}}[^:：|]{{1,50}}?){tail}\W*"),
                        role == "copied",
                    )
                )
    return out


PIECES = regex.compile(r"\s*[|•·]\s*|\s+[-–—]+\s+|\s*[,،]\s*")


_CUED = regex.compile(r"^\W*(?:por|par|by|de|from|عن|بقلم)\s*:?\s+", regex.IGNORECASE)
"""What may stand before an agency under a headline: "Por Agencia Austral de Noticias - 11 marzo, 2024"."""


_BRACKETS = regex.compile(r"\(([^()]{6,40})\)")


def _agency_line(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """A news agency named in full between the title and the text: "3 hours ago — Wadi News Agency"."""
    first = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    for i in range(max(0, first - 5), first):
        b = blocks[i]
        if kinds[i] in ("title", "lead", "related", "caption") or b.words > 14:
            continue
        for piece in (*PIECES.split(_CUED.sub("", b.text)), *_BRACKETS.findall(b.text)):
            words = fold_key(piece).split()
            if (
                2 <= len(words) <= 6
                and _agency_words().match(fold_key(piece).strip(" .:"))
                and piece[-1:] not in ".!?؟:"
            ):
                return clean(piece)
    return None


@cache
def _agency_words() -> regex.Pattern[str]:
    """The full names of news agencies in four languages: the word for agency, and what it is the agency of."""
    return regex.compile(
        r"(?:وكاله(?: ال?انباء)? \p{L}+.*|agencia (?!de noticias$|internacional$)\p{L}+.*|agence (?!de presse$)\p{L}+.*|\p{L}+.* news agency|\p{L}+.* press agency|\p{L}+.* (?:press|news|wire) service)$"
    )


_BAR = regex.compile(r"\s+[-–—|•]\s+")


def outlet_beside_source(line: str) -> str | None:
    """Return the outlet before a formula of source on one line: «بوابة الساحل - نقلا عن وكالة الوادي», "Diario Sur | Fuente: EFE"."""
    pieces = _BAR.split(line.strip(), maxsplit=1) if len(line) <= LONGEST_HEADING else []
    if len(pieces) != 2 or not names_its_source(pieces[1]) or press_words().isdisjoint(fold_key(pieces[0]).split()):
        return None
    return pieces[0]
