"""Whose text a page says it prints: credit lines, formulas of reprints, an agency named in full."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex
from msgspec import structs

from isnad.extract.accounted import WORDS as ACCOUNTED
from isnad.extract.accounted import account
from isnad.extract.blocks import Block
from isnad.extract.datelines import all_dates, beside_dates, dated, partial_line
from isnad.extract.looks import BIT
from isnad.extract.networks import whose
from isnad.extract.persons import agency, called, desks, generic, initials, of_press, person
from isnad.extract.reprints import Reprint, provenance, reprint
from isnad.extract.sitenames import clean, named_in
from isnad.model.reading import PartKind
from isnad.text import fold_key

_SOURCE = regex.compile(
    r"(?:^|[|•·,،]|\s[-–—ـ]\s)\s*(?:source|fuente|المصدر|مصدر|نقلا عن)\s*[:：/]\s*(?P<name>[^|•·]{2,60}?)\s*(?:$|[|•·]|\s[-–—ـ]\s)",
    regex.IGNORECASE,
)
_PLACED = regex.compile(r"(?:\s(?:newspaper|daily|weekly|website|web site|TV|radio|news agency website))?,\s.*$")
"""What a service that listens to the press adds: "Al-Ghadir newspaper, Amman, in Arabic 17 Nov 22 p 3"."""
_AND_OTHERS = regex.compile(
    r"\s*(?:[+,،/]|\b(?:and|et|y|with|avec|con)\b|و)\s*(?:news |other |autres |otras )?(?:agencies|agences|agencias|wires|وكالات|الوكالات)\s*$",
    regex.IGNORECASE,
)
"""The desk of agencies behind a source: "Crescent Dispatch and news agencies", «المنارة + وكالات»."""


def source_line(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """Return whose text it is by the page's own words: "Source : X" near the article, when X is a name and no agency formula; an agency named in full under the title."""
    for i, b in enumerate(blocks):
        if (
            b.words > LONGEST_REPRINT
            or not b.holds & BIT["source"]
            or kinds[i] in ("body", "lead", "title", "related", "caption")
        ):
            continue
        found = _SOURCE.search(b.text) or (_SOURCE.search(beside_dates(b.text)) if b.year else None)
        if found and (said := reprint(found["name"])) is not None:
            return clean(said.publisher)  # "Fuente: Traducido de La Corniche oranaise"
        name = unsigned(_AND_OTHERS.sub("", _PLACED.sub("", found["name"])).strip()).split(" + ")[0] if found else ""
        if name and not desks().issuperset(fold_key(name).split()) and not name.islower():
            return clean(name)
    return (
        _from_line(blocks, kinds)
        or _introduced(blocks, kinds)
        or _bracketed(blocks, kinds)
        or _agency_line(blocks, kinds)
    )


_FROM = regex.compile(
    r"(?:From|Via|De|Desde|Por|Según|Selon|D['’]après|Chez|عن|من|نقلا عن|بحسب)\s*[:：]\s*(?P<name>[^:：|]{2,45}?)(?P<rest>\s*[,،.|·•]\s.*)?"
)
"""The outlet of an article behind a preposition and its colon under a headline: "From: The Lakeside Tribune, March 13", «عن: الضفتان . منذ 5 ساعات»."""


def _from_line(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """The outlet that a line between headline and text names behind "From:" and its like, with a day or how long ago and no more."""
    title = next((i for i, k in enumerate(kinds) if k == "title"), None)
    own = next((i for i, k in enumerate(kinds) if k in ("body", "lead")), 0)
    for i in range(title + 1, own) if title is not None else ():
        found = _FROM.fullmatch(blocks[i].text) if ":" in blocks[i].text else None
        name = found["name"].strip(" .") if found else ""
        if found is None or not name or len(name.split()) > LONGEST_FROM or desks().issuperset(fold_key(name).split()):
            continue
        rest = (found["rest"] or "").strip(" .,،|·•")
        when = not rest or dated(rest) or partial_line(rest) is not None or bool(all_dates(rest))
        if when and (of_press(name) or (rest and not person(name) and not called(name))):
            return clean(name)
    return None


_INTRODUCED = regex.compile(
    r"(?:[^.:：!?]{2,40}[.:：–—-]\s+)?(?:(?i:according to|as reported by|selon|d['’]après|d['’]apres|según|de acuerdo con|a decir de|con datos de)|بحسب|بحسب ما ذكرت|وفق|وفقا ل|حسب|نقلا عن|عن|ذكرت|كتبت|أوردت|نشرت|قالت)"
    r"\s+(?:(?:(?i:l['’]|the |la |le |el )?(?i:site|newspaper|paper|quotidien|hebdomadaire|diario|periódico|portal|journal)\s+)?)(?P<name>[^:：.!?]{3,45}?)\s*[:：]"
)
"""Who tells what follows, on a line of its own: "Revue de presse. D'après l'Agence du Littoral :", «بحسب وكالة الضفتين:»."""


def _introduced(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """The outlet that the last line above a text leads it in with, where its name is an agency's or a paper's."""
    own = next((i for i, k in enumerate(kinds) if k in ("body", "lead")), 0)
    line = blocks[own - 1].text if own else ""
    found = (
        _INTRODUCED.fullmatch(line) if line[-1:] in (":", "：") and blocks[own - 1].words <= LONGEST_REPRINT else None
    )
    name = _ARTICLED.sub("", found["name"].strip(' «»"“”')) if found else ""
    named = of_press(name) or agency(name) or _agency_words().match(fold_key(name)) is not None
    return clean(name) if name and named and not called(name) else None


_ARTICLED = regex.compile(r"^(?:l['’]|(?:the|la|el)\s)(?=(?i:agence|agencia|agency)\b|\p{Lu})")
_ALONE = regex.compile(r"[(\[]\s*(?P<name>[\p{L}][\p{L}\p{M}\p{N}.'’ -]{2,36}?)\s*[)\]]\.?")
"""A name in brackets on a line of its own."""


def _bracketed(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """The outlet that stands in brackets alone right behind a text: "(La Nación)", «(الصنوبر)»; not an agency, a desk, a person, "(fin)"."""
    last = max((i for i, k in enumerate(kinds) if k in ("body", "lead")), default=len(blocks))
    for b in blocks[last + 1 : last + 1 + BRACKETED]:
        found = _ALONE.fullmatch(b.text)
        name = found["name"] if found else ""
        words = fold_key(name).split()
        if not 1 <= len(words) <= LONGEST_FROM or agency(name) or not desks().isdisjoint(words) or initials(name):
            continue
        articled = (
            words[0] in _ARTICLES
            if name.isascii() or name[0].isupper()
            else len(words) == 1 and words[0].startswith("ال")
        )
        if (of_press(name) or (articled and len(name) > 5)) and not person(name) and fold_key(name) not in _ENDS:
            return clean(name)
    return None


BRACKETED = 2
"""Lines behind a text of which one may be its source in brackets."""
_ARTICLES = frozenset("the le la les el los las".split())
_ENDS = frozenset(
    "النهايه الخاتمه البقيه التتمه المصدر الصوره الوكالات المحرر الكاتب la redaccion la redaction la fin el final the end".split()
)
"""What else stands so: "(La fin)", «(النهاية)»."""
LONGEST_FROM = 5
"""Words of the longest name of an outlet behind "From:"."""


def unsigned(name: str) -> str:
    """Return a source's name without the author behind a stroke: «صحيفة الرحال / مانع العجمي»."""
    outlet, stroke, author = name.partition(" / ")
    return outlet.strip() if stroke and person(author.strip(), near=True) and not of_press(author) else name


ABOVE, BELOW = 4, 8
"""Lines before and behind a text in which it may say from where it was taken."""
LONGEST_REPRINT = 16
"""Words of the longest line that says so."""


def reprinted(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> Reprint | None:
    """Return from where a text was taken by a line of its own («منقول عن صحيفة X», "Read the full story on X")."""
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    site = named_in(blocks[0].text) if own and blocks[0].words <= LONGEST_REPRINT else ""
    for i in range(max(0, own[0] - ABOVE), min(len(blocks), own[-1] + BELOW)) if own else ():
        b = blocks[i]
        if kinds[i] in ("body", "lead", "title", "caption", "tags"):
            told = account(b.text) if kinds[i] == "lead" and b.words <= ACCOUNTED else None
            if told is not None and told.spoken:
                return Reprint(told.publisher, False, told.translator, told.author)
            continue
        said = reprint(b.text) if b.words <= LONGEST_REPRINT else provenance(b.text) if kinds[i] == "dateline" else None
        if said is None and LONGEST_REPRINT < b.words <= ACCOUNTED and (told := account(b.text)) is not None:
            said = Reprint(told.publisher, False, told.translator, told.author)
        if said is None and b.words <= LONGEST_REPRINT and site and b.text.startswith(f"{site} "):
            said = reprint(b.text.removeprefix(site).strip(" -–—|:·"))  # «كشكول 24 نقلا عن وكالة سيروا»
        rest = b.text.partition(". ")[2] if kinds[i] == "byline" and b.year and b.words <= LONGEST_REPRINT else ""
        if said is None and all_dates(rest):
            said = reprint(rest)  # "By Nora Whitlock. First published by the Delta Review, 8 May 2024."
        named = whose(said.publisher) if said is not None else None
        if said is not None and named and clean(named):
            return structs.replace(said, publisher=named)
    return None


PIECES = regex.compile(r"\s*[|•·]\s*|\s*::\s*|\s+[-–—]+\s+|\s*[,،]\s*")


CUED = regex.compile(r"^\W*(?:por|par|by|de|from|عن|بقلم)\s*:?\s+", regex.IGNORECASE)
"""What may stand before an agency under a headline: "Por Agencia Austral de Noticias - 11 marzo, 2024"."""


_BRACKETS = regex.compile(r"\(([^()]{6,40})\)")


def _agency_line(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """A news agency named in full between the title and the text: "3 hours ago — Wadi News Agency"."""
    first = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    for i in range(max(0, first - 5), first):
        b = blocks[i]
        if kinds[i] in ("title", "lead", "related", "caption") or b.words > 14:
            continue
        line = CUED.sub("", beside_dates(b.text) if b.year else b.text)
        for piece in (p.strip(" -–—") for p in (*PIECES.split(line), *_BRACKETS.findall(b.text))):
            words = fold_key(piece).split()
            if (
                2 <= len(words) <= 6
                and _agency_words().match(fold_key(piece).strip(" .:"))
                and piece[-1:] not in ".!?؟:"
                and not generic(piece)
            ):
                return clean(piece)
    return None


@cache
def _agency_words() -> regex.Pattern[str]:
    """The full names of news agencies in four languages: the word for agency, and what it is the agency of."""
    return regex.compile(
        r"(?:وكاله(?: ال?انباء)? \p{L}+.*|agencia (?!de noticias$|internacional$)\p{L}+.*|agence (?!de presse$)\p{L}+.*|\p{L}+.* news agency|\p{L}+.* press agency|\p{L}+.* (?:press|news|wire) service)$"
    )
