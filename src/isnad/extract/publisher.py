"""Who published an article, whose page it stands on, and who wrote it, as the page prints it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import regex
from msgspec import Struct

from isnad.extract.blocks import Block
from isnad.extract.bylines import byline_of, is_byline, outlet_beside_source, signature
from isnad.extract.datelines import published_line
from isnad.extract.head import SEPARATORS, Head
from isnad.extract.lines import printed_address
from isnad.extract.persons import agency, desks, nobody, person, press_words
from isnad.extract.phrases import BIT, bare, phrases, starts_with
from isnad.extract.signers import opens_with
from isnad.extract.tails import released
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key

LONGEST_NAME = 45
LONGEST_AUTHORS = 120
"""Characters of the longest list of authors that a carrier gives."""
_ADDRESSES = re.compile(r"\S*(?:@|://)\S*")
SURE = 3
"""Weight of the signs from which a name beside the publisher's is the site's own."""
_RIGHTS = regex.compile(r"^(?:©|\(c\))\s*|\s*\d{4}\s*$", regex.IGNORECASE)
_SOURCE = regex.compile(
    r"(?:^|[|•·,،]|\s[-–—ـ]\s)\s*(?:source|fuente|المصدر|مصدر|نقلا عن)\s*[:：]\s*(?P<name>[^|•·]{2,60}?)\s*(?:$|[|•·]|\s[-–—ـ]\s)",
    regex.IGNORECASE,
)
_AND_OTHERS = regex.compile(
    r"\s*(?:[+,،/]|\b(?:and|et|y|with|avec|con)\b|و)\s*(?:news |other |autres |otras )?(?:agencies|agences|agencias|wires|وكالات|الوكالات)\s*$",
    regex.IGNORECASE,
)
"""The desk of agencies behind a source: "Crescent Dispatch and news agencies", «المنارة + وكالات»."""


class Hands(Struct, frozen=True):
    """Publisher, republisher and author as printed, each ``None`` when the page prints none."""

    publisher: str | None
    via: str | None
    byline: str | None


@cache
def _follow() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """Formulas that name the site in passing ("Suivez X sur Google News"), each with words that a line must have for it."""
    found = []
    for language in LANGUAGES:
        for formula in table(language, "chrome")["follow"]:
            before, after = (regex.escape(fold_key(p)).replace(r"\ ", r"\s+") for p in formula.split("{publisher}"))
            name = r"(?P<name>[\p{L}\p{N}][\p{L}\p{M}\p{N}.&'’ -]{1,40}?)"
            years = r"\s*(?:\(c\)|©)?\s*(?:\d{4}(?:\s*-\s*\d{4})?)?\s*[-–:,.]?\s*"
            tail = rf"\s*(?:{after})" if after else r"\s*(?:[.|,-]|$|\d{4})"
            sure = max((fold_key(p) for p in formula.split("{publisher}")), key=len).strip()
            found.append((sure, regex.compile(rf"(?:{before}){years}{name}{tail}")))
    return tuple(found)


@cache
def _sure() -> re.Pattern[str]:
    """Any of the words that a formula in passing needs."""
    return re.compile("|".join(re.escape(w) for w in sorted({w for w, _ in _follow()})))


def hands(text: str, blocks: Sequence[Block], kinds: Sequence[PartKind], head: Head, title: str | None) -> Hands:
    """Return who stands behind the page, by the surest evidence at hand; an outlet must be printed somewhere."""
    votes, printed = _votes(text, blocks, kinds, head, title)
    lines = [p for b in blocks if b.year and (p := published_line(b.text)) is not None]
    line = next((p for p in lines if p.publisher), None)
    if line is not None:
        name = _clean(line.publisher or "")
        # A page that says "published in X" while its own site is Y stands on Y.
        others = [n for n, weight in votes.most_common() if weight >= SURE and name and n != fold_key(name)]
        other = printed[others[0]] if others else _aggregator(blocks, kinds, name or "")
        return Hands(name, other, _unlike(_byline(blocks, kinds, head, _author(line.by)), name, other))
    publisher = via = None
    if votes:
        best, weight = max(votes.items(), key=lambda v: (v[1], -len(v[0])))
        publisher = printed[best] if weight >= 2 else None
    source = next((s for s in head.sources if _clean(s)), None) or _source_line(blocks, kinds)
    if source and publisher and fold_key(source) != fold_key(publisher):
        publisher, via = source, publisher
    by = next((name for p in lines if (name := _author(p.by))), None)
    return Hands(publisher, via, _unlike(_byline(blocks, kinds, head, by), publisher, via))


def _votes(
    text: str, blocks: Sequence[Block], kinds: Sequence[PartKind], head: Head, title: str | None
) -> tuple[Counter[str], dict[str, str]]:
    """How much speaks for each folded name being the site's, and the names as printed."""
    votes: Counter[str] = Counter()
    printed: dict[str, str] = {}

    def vote(name: str | None, weight: int) -> None:
        if name and (clean := _clean(name)):
            votes[fold_key(clean)] += weight
            printed.setdefault(fold_key(clean), clean)

    for name in head.publishers:
        vote(name, 6)
    _site_suffix(head, title, vote)
    _in_passing(blocks, kinds, vote)
    _masthead(blocks, kinds, title, text, vote)
    for i, b in enumerate(blocks):
        vote(outlet_beside_source(b.text) if kinds[i] == "dateline" else None, 2)
    for short in sorted(votes, key=len):
        # "Echoes of the Plateau, independent daily" is the name with its motto.
        for long in [n for n in votes if short in votes and n.startswith(short + " ")]:
            votes[short] += votes.pop(long)
    return votes, printed


def _aggregator(blocks: Sequence[Block], kinds: Sequence[PartKind], publisher: str) -> str | None:
    """The name an aggregator gives itself in its chrome: "follow X on …", "X | news search engine"."""
    votes: Counter[str] = Counter()
    printed: dict[str, str] = {}

    def vote(name: str | None, weight: int) -> None:
        clean = _clean(name or "")
        if clean and fold_key(clean) != fold_key(publisher):
            votes[fold_key(clean)] += weight
            printed.setdefault(fold_key(clean), clean)

    _in_passing(blocks, kinds, vote)
    for i, b in enumerate(blocks):
        if kinds[i] in ("body", "lead", "title") or b.words > 20:
            continue
        pieces = [x.strip() for x in SEPARATORS.split(b.text) if x.strip()]
        if len(pieces) == 2 and any(w in fold_key(pieces[1]) for w in _selves()):
            vote(pieces[0], 3)
    return printed[max(votes, key=lambda v: votes[v])] if votes else None


@cache
def _selves() -> frozenset[str]:
    """Words by which aggregators say what they are."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["aggregator"])


def _unlike(byline: str | None, *names: str | None) -> str | None:
    """The author, unless it is the outlet's own name that stands where authors stand."""
    return None if byline and any(n and fold_key(n) == fold_key(byline) for n in names) else byline


def _clean(name: str) -> str | None:
    name = _RIGHTS.sub("", name.strip(' .:|-–—«»"،,<>›‹/•·→')).strip()
    if not 2 <= len(name) <= LONGEST_NAME or len(name.split()) > 6 or not any(c.isalpha() for c in name):
        return None
    return None if starts_with(name, "notices") == len(bare(name)) else name


def _site_suffix(head: Head, title: str | None, vote: object) -> None:
    """ "Headline - Site": what the window's title has beyond the headline."""
    assert callable(vote)
    for full in head.titles:
        pieces = [p for p in SEPARATORS.split(full) if p.strip()]
        others = [p for p in pieces if title and not _same_start(p, title)]
        if title and 0 < len(others) < len(pieces) and fold_key(full) != fold_key(title):
            vote(others[-1] if _same_start(pieces[0], title) else others[0], 3)
        elif len(pieces) == 1 and title and fold_key(full) != fold_key(title) and len(full.split()) <= 6:
            vote(full, 2)


def _same_start(piece: str, title: str) -> bool:
    """True when a piece of a window's title is the headline, or a piece of the headline itself."""
    a, b = fold_key(piece), fold_key(title)
    return b.startswith(a[:30]) or a in b


def _in_passing(blocks: Sequence[Block], kinds: Sequence[PartKind], vote: object) -> None:
    assert callable(vote)
    for i, b in enumerate(blocks):
        if not b.holds & _FOLLOWED or b.words > 40 or kinds[i] in ("body", "lead", "title"):
            continue
        if kinds[i] == "related" and b.text[0] not in "©ⓒⒸ(":
            continue  # a box of other headlines reaches down to the line of rights, which is the site's all the same
        if kinds[i] == "caption" and not (b.text[0] in "©ⓒⒸ(" and b.words > _SIGNED):
            continue  # whose the picture is
        words = bare(b.text)
        if not _sure().search(words):
            continue
        for sure, pattern in _follow():
            found = pattern.search(words) if sure in words else None
            if found and (name := _as_printed(b.text, found.group("name"))):
                vote(name, 1 if agency(name) else 2)  # whose rights the text is, not always the site


def _as_printed(line: str, folded: str) -> str | None:
    """The printed words of a folded name."""
    want = folded.strip(" .-")
    words = line.replace("،", " ").split()
    for i in range(len(words)):
        for j in range(i + 1, min(len(words), i + 6) + 1):
            if fold_key(" ".join(words[i:j])).strip(" .-:|,") == want:
                return " ".join(words[i:j]).strip(" .-:|,")
    return None


_FOLLOWED = BIT["follow"] | BIT["rights"]
_SIGNED = 3
"""Words of the longest name that signs a picture: "© Karim Sélim"; a line of rights says more."""
_MOTTO = re.compile(r"\s+\.{2,3}\s+|\s+…\s+")


def _masthead(blocks: Sequence[Block], kinds: Sequence[PartKind], title: str | None, text: str, vote: object) -> None:
    """The site's name at the top of the page, printed again elsewhere in its chrome; or behind the headline."""
    assert callable(vote)
    chrome: list[str] = []
    if blocks[0].element is None and printed_address(blocks[0].text):
        blocks, kinds = blocks[1:], kinds[1:]  # the address that a browser or a scraper printed over the page
    for i, b in enumerate(blocks[:12]):
        if kinds[i] not in ("chrome", "title"):
            continue
        pieces = [p for p in SEPARATORS.split(b.text) if p.strip()]
        if title and len(pieces) == 2 and fold_key(pieces[0]) == fold_key(title):
            vote(pieces[1], 4)
            continue
        if not pieces or kinds[i] == "title" or (b.ticker and len(pieces) < 2):
            continue
        named = _MOTTO.split(pieces[0])[0]
        name = _unbuttoned(named)
        whole = name == named.strip()  # what a menu was cut off may have kept some of it
        if i == 0 and ":" in name and not press_words().isdisjoint(fold_key(name.split(":", 1)[1]).split()):
            name = name.split(":", 1)[0].strip()
        words = len(name.split())
        if (
            words > (3 if b.ticker and i else 5)
            or i > 3
            or not _clean(name)
            or is_byline(b.text)
            or b.ends
            or _section(name)
            or sum(fold_key(w) in _sections() - press_words() for w in name.split()) >= 2
        ):
            continue
        key = fold_key(name)
        chrome = chrome or [fold_key(o.text) if k == "chrome" else "" for o, k in zip(blocks, kinds, strict=True)]
        again = "\n".join(chrome).count(key) > chrome[i].count(key)
        called = not press_words().isdisjoint(key.split())
        vote(name, (3 if i == 0 and whole else 1) + again + 2 * called)


def _unbuttoned(name: str) -> str:
    """A name without the buttons and sections that stand behind it on its line."""
    words = name.split()
    while len(words) > 1 and (fold_key(words[-1]) in phrases("notices") or fold_key(words[-1]) in _sections()):
        if fold_key(words[-1]) in press_words() or fold_key(words[-2]) in (
            "de",
            "du",
            "des",
            "del",
            "of",
            "the",
            "la",
            "le",
            "el",
            "los",
            "les",
        ):
            break
        words.pop()
    return " ".join(words)


@cache
def _sections() -> frozenset[str]:
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["sections"])


def _section(name: str) -> bool:
    """True for the names of a newspaper's sections ("Économie", «رياضة»)."""
    return (
        bare(name) in _sections()
        or released(name)
        or bool(starts_with(name, "related"))
        or bool(starts_with(name, "notices"))
    )


def _source_line(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """ "Source : X" near the article, when X is a name and no agency formula; an agency named in full under the title."""
    for i, b in enumerate(blocks):
        if b.words > 12 or not b.holds & BIT["source"] or kinds[i] in ("body", "lead", "title", "related", "caption"):
            continue
        found = _SOURCE.search(b.text)
        name = _AND_OTHERS.sub("", found["name"]).strip() if found else ""
        if name and not desks().issuperset(fold_key(name).split()):
            return _clean(name)
    return _agency_line(blocks, kinds)


_PIECES = regex.compile(r"\s*[|•·]\s*|\s+[-–—]+\s+|\s*[,،]\s*")


_CUED = regex.compile(r"^\W*(?:por|par|by|de|from|عن|بقلم)\s*:?\s+", regex.IGNORECASE)
"""What may stand before an agency under a headline: "Por Agencia Austral de Noticias - 11 marzo, 2024"."""


def _agency_line(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """A news agency named in full between the title and the text: "3 hours ago — Wadi News Agency"."""
    first = next((i for i, k in enumerate(kinds) if k == "body"), 0)
    for i in range(max(0, first - 5), first):
        b = blocks[i]
        if kinds[i] in ("title", "lead", "related", "caption") or b.words > 14:
            continue
        for piece in _PIECES.split(_CUED.sub("", b.text)):
            words = fold_key(piece).split()
            if (
                2 <= len(words) <= 6
                and _agency_words().match(fold_key(piece).strip(" .:"))
                and piece[-1:] not in ".!?؟:"
            ):
                return _clean(piece)
    return None


@cache
def _agency_words() -> regex.Pattern[str]:
    """The full names of news agencies in four languages: the word for agency, and what it is the agency of."""
    return regex.compile(
        r"(?:وكاله(?: ال?انباء)? \p{L}+.*|agencia (?!de noticias$|internacional$)\p{L}+.*|agence (?!de presse$)\p{L}+.*|\p{L}+.* news agency|\p{L}+.* press agency)$"
    )


def named_author(said: str | None) -> str | None:
    """Return the author that a page's carrier names, when it is somebody: no desk, no agency, no address."""
    name = " ".join(_ADDRESSES.sub(" ", said or "").split()).strip(" .,|()")
    if not name or len(name) > LONGEST_AUTHORS or nobody(name) or not person(_PIECES.split(name)[0], near=True):
        return None
    return name


def _author(printed: str | None) -> str | None:
    """Who a formula of publication names: the first piece of it, unless that is a desk or an agency."""
    name = _PIECES.split(printed)[0].strip(" .:|") if printed else ""
    return name if name and not nobody(name) else None


def _byline(blocks: Sequence[Block], kinds: Sequence[PartKind], head: Head, by: str | None) -> str | None:
    """The author as printed near the title, else as the metadata name them when the page prints that too."""
    if by:
        return by
    own = [i for i, k in enumerate(kinds) if k == "body"]
    first, last = (own[0], own[-1]) if own else (len(blocks), -1)
    signed = [i for i, k in enumerate(kinds) if k in ("byline", "dateline") and first - 6 <= i <= last + 3]
    for i in signed:
        if name := byline_of(blocks[i].text):
            return name
    for i in signed:
        if kinds[i] == "byline" and (name := signature(blocks[i].text.lstrip("-–— "), near=True)):
            return name
    for i in own[:1]:
        if name := opens_with(blocks[i].text):
            return name
    for i in signed:
        b = blocks[i]
        told = is_byline(b.text) or nobody(b.text)  # of a desk or an agency, or a name would have been found
        if "byline" in b.hints and 1 <= b.words <= 7 and not told and not any(c.isdigit() for c in b.text):
            return b.text.strip(" .:|")
    if not head.authors:
        return None
    page = {fold_key(b.text) for i, b in enumerate(blocks) if kinds[i] != "related"}
    return next((a for a in head.authors if fold_key(a) in page and not nobody(a)), None)
