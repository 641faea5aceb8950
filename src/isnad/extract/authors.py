"""Who wrote a page, as it is printed near the title, signed behind the text, or said by the metadata and the carrier."""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.extract.accounted import account
from isnad.extract.blocks import Block
from isnad.extract.bylines import byline_of, is_byline, unadorned, without_when
from isnad.extract.credits import PIECES
from isnad.extract.datelines import all_dates, beside_dates
from isnad.extract.head import Head
from isnad.extract.lines import LONGEST_HEADING, names_its_source
from isnad.extract.looks import folded
from isnad.extract.outlets import (
    author_and_outlet,
)
from isnad.extract.passing import begins
from isnad.extract.persons import called, nobody, of_press, person
from isnad.extract.reprints import reprint
from isnad.extract.signatures import signature
from isnad.extract.signers import opens_with
from isnad.extract.sitenames import section
from isnad.model.reading import PartKind
from isnad.text import fold_key

LONGEST_AUTHORS = 120
"""Characters of the longest list of authors that a carrier gives."""


_ADDRESSES = re.compile(r"\S*(?:@|://)\S*")


def named_author(said: str | None) -> str | None:
    """Return the author that a page's carrier names, when it is somebody: no desk, no agency, no address."""
    name = " ".join(_ADDRESSES.sub(" ", said or "").split()).strip(" .,|()")
    pieces = PIECES.split(name)
    if len(pieces) == 2 and called(pieces[1]) and not called(pieces[0]):
        name = pieces[1]  # "London - Sawsan Haddad"
    if not name or len(name) > LONGEST_AUTHORS or nobody(name) or not person(PIECES.split(name)[0], near=True):
        return None
    return name


def formula_author(printed: str | None) -> str | None:
    """Return who a formula of publication names: the first piece of it, unless that is a desk or an agency."""
    name = without_when(PIECES.split(printed)[0].strip(" .:|")) if printed else ""
    if "»" in name or any(c.isdigit() for c in name):
        return None  # "por timonel77 » Mar": what somebody calls himself in a forum
    return name if name and not nobody(name) and (called(name) or not of_press(name)) else None


def _behind_section(line: str) -> str | None:
    """The author between a section and the day: "Édito — Joumana Rizkallah-Haddad — Le 22/11/2024"."""
    if len(line) > LONGEST_HEADING or not all_dates(line):
        return None
    pieces = [p.strip() for p in PIECES.split(beside_dates(line)) if p.strip()]
    if len(pieces) != 2 or not section(pieces[0]) or of_press(pieces[1]) or nobody(pieces[1]):
        return None
    named = person(pieces[1]) and all(w[:1].isupper() for w in pieces[1].split())
    return pieces[1] if named and not section(pieces[1]) else None


def author_of(
    blocks: Sequence[Block], kinds: Sequence[PartKind], head: Head, by: str | None, sites: frozenset[str] = frozenset()
) -> str | None:
    """Return the author as printed near the title, else as the metadata name them when the page prints that too."""
    if by:
        return by
    own = [i for i, k in enumerate(kinds) if k == "body"]
    first, last = (own[0], own[-1]) if own else (len(blocks), -1)
    signed = [i for i, k in enumerate(kinds) if k in ("byline", "dateline") and first - 6 <= i <= last + 3]
    behind = (i for i in range(last + 1, min(len(blocks), last + 4)) if kinds[i] == "caption" and blocks[i].year)
    signed += [i for i in behind if blocks[i].element is None and author_and_outlet(blocks[i].text) is not None]
    credit = {i: told for i in signed if (told := account(blocks[i].text)) is not None}
    if named := next((c.author for c in credit.values() if c.author), None):
        return named
    signed = [i for i in signed if i not in credit]
    for i in signed:
        said = reprint(blocks[i].text) if kinds[i] == "byline" else None
        name = byline_of(blocks[i].text) or (said.translator if said else None)
        if name and (fold_key(name) not in sites or called(name)):
            return name
    for i in signed:
        if kinds[i] == "byline" and (name := signature(blocks[i].text.lstrip("-–— "), near=True)):
            if fold_key(name) in sites and not called(name):
                continue  # "Djoliba Infos - 18 mars 2023 - 07:12"
            return name
        if kinds[i] in ("byline", "caption") and (beside := author_and_outlet(blocks[i].text)) is not None:
            return beside[0]
    for i in signed:
        if kinds[i] == "dateline" and (name := _behind_section(blocks[i].text)) is not None:
            return name
    for i in own[:1]:
        if name := opens_with(blocks[i].text):
            return name
    for i in signed:
        b = blocks[i]
        cued = is_byline(b.text) or nobody(b.text)  # of a desk or an agency, or a name would have been found
        if "byline" in b.hints and 1 <= b.words <= 7 and not cued and not any(c.isdigit() for c in b.text):
            if name := unadorned(b.text.strip(" .:|,")):
                return name
    for i in signed:
        outlet, stroke, author = blocks[i].text.rpartition(" / ")
        if stroke and outlet and names_its_source(outlet) and called(author) and person(author.strip(), near=True):
            return author.strip()  # «المصدر: صحيفة الرحال / مانع العجمي»
    if named := next((c.translator for c in credit.values() if c.translator), None):
        return named
    if not head.authors:
        return None
    page = {folded(b.text) for i, b in enumerate(blocks) if kinds[i] != "related"}
    page |= {fold_key(beside_dates(blocks[i].text)).strip(" .:|،,–—-") for i in signed}
    opening = [folded(blocks[i].text) for i in signed]
    printed = next(
        (
            a
            for a in head.authors
            if not nobody(a) and ((key := fold_key(a)) in page or any(begins(line, key) for line in opening))
        ),
        None,
    )
    if printed is None and len(head.authors) == 1 and not any(kinds[i] == "byline" for i in signed):
        # The metadata alone say who wrote: a name in full, where nobody signs the page.
        name = head.authors[0].strip()
        whole = len(name.split()) > 1 and person(name) and not (nobody(name) or of_press(name))
        return name if whole and fold_key(name) not in sites else None
    return printed
