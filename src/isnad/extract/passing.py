"""The names that formulas in passing and the window's title give a site: “Suivez X sur Google News”, “Headline - Site”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.chrome import phrases
from isnad.extract.head import WINDOW, Head
from isnad.extract.looks import BIT, folded
from isnad.extract.outlet_names import unjoined, unprefixed
from isnad.extract.persons import agency
from isnad.extract.phrases import bare, phrases_in
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key, script_of

REPEATED = 2
"""Lines that may name a site in passing; more of them say no more."""


TOP = 4
"""Lines at the top of a page among which its bar stands."""


@cache
def _follow() -> tuple[tuple[str, str], ...]:
    """Formulas that name the site in passing ("Suivez X sur Google News"), each behind words that a line must have for it; long ones first."""
    found = []
    for formula in sorted((f for k in LANGUAGES for f in table(k, "chrome")["follow"]), key=lambda f: -len(f)):
        before, after = (regex.escape(fold_key(p)).replace(r"\ ", r"\s+") for p in formula.split("{publisher}"))
        name = r"(?P<name>[\p{L}\p{N}][\p{L}\p{M}\p{N}.&'’ -]{1,40}?)"
        years = r"\s*(?:\(c\)|©)?\s*(?:\d{4}(?:\s*-\s*\d{4})?)?\s*[-–:,.]?\s*"
        tail = rf"\s*(?:{after})" if after else r"\s*(?:[.|,©ⓒ(-]|$|\d{4})"
        sure = max((fold_key(p) for p in formula.split("{publisher}")), key=len).strip()
        found.append((sure, rf"(?:{before}){years}{name}{tail}"))
    return tuple(found)


@cache
def _compiled(formula: str) -> regex.Pattern[str]:
    """A formula ready for looking: most never stand on a page, and to compile all takes longer than to read one."""
    return regex.compile(formula)


@cache
def _sure() -> re.Pattern[str]:
    """Any of the words that a formula in passing needs."""
    return re.compile("|".join(re.escape(w) for w in sorted({w for w, _ in _follow()})))


def site_suffix(head: Head, title: str | None, blocks: Sequence[Block], vote: object) -> None:
    """Vote for the site in "Headline - Site": what the window's title has beyond the headline; "Site | its motto" where the page's top begins so."""
    assert callable(vote)
    top = [folded(b.text) for b in blocks[:TOP] if not b.prose]
    for full in head.titles:
        pieces = [p for p in WINDOW.split(full) if p.strip()]
        if len(pieces) > 2 and title and _same_start(pieces[1], title) and bare(pieces[0]) in phrases("sections"):
            del pieces[0]  # "Opinion | Headline - Site"
        others = [p for p in pieces if title and not _same_start(p, title)]
        if title and 0 < len(others) < len(pieces) and fold_key(full) != fold_key(title):
            vote(others[-1] if _same_start(pieces[0], title) else others[0], 4)
        elif title and (behind := _behind_stop(full, title)) is not None:
            vote(behind, 4)
        elif title and full.endswith(f": {title}"):
            vote(full.removesuffix(f": {title}"), 3)  # "Blog: Headline"
        elif (
            title
            and (site := _before_colon(full, title)) is not None
            and any(begins(line, fold_key(site)) for line in top)
        ):
            vote(site, 3)  # "Le Petit Sérail : Faux de Bassora, le galeriste arrêté"
        elif len(pieces) > 1 and title and len(others) == len(pieces):
            named = next((p for p in pieces if any(begins(line, fold_key(p).strip()) for line in top)), None)
            vote(named, 3)
        elif (
            len(pieces) == 1
            and title
            and not _same_start(full, title)
            and (short := full.partition(",")[0]) != full
            and any(begins(line, fold_key(short).strip()) for line in top)
        ):
            vote(short, 4)  # "Le Mutasarrif, quotidien libanais de langue française"
        elif len(pieces) == 1 and title and not _same_start(full, title) and len(full.split()) <= 6:
            vote(full, 4 if any(begins(line, fold_key(full).strip()) for line in top) else 2)


def _behind_stop(full: str, title: str) -> str | None:
    """What stands behind the headline and a stop in a window's title: "Aprueban el decreto. El Adelantado Digital"."""
    rest = full.removeprefix(title) if full.startswith(title) else ""
    site = rest[1:].strip() if rest[:1] in (".", "·", "،") else ""
    return site if 0 < len(site.split()) <= _SITE and (site[0].isupper() or script_of(site) == "Arabic") else None


def _before_colon(full: str, title: str) -> str | None:
    """What stands before the first colon of a window's title that goes on with the headline, perhaps in other words."""
    site, colon, rest = full.partition(":")
    site, rest = site.strip(), rest.strip()
    return (
        site
        if colon and len(site.split()) <= _SITE and not _same_start(site, title) and _same_start(rest, title)
        else None
    )


_SITE = 5
"""Words of the longest name of a site before its headline."""


def begins(line: str, name: str) -> bool:
    """Return whether a folded line begins with a folded name."""
    return bool(name) and line.startswith(name) and not line[len(name) : len(name) + 1].isalpha()


def _same_start(piece: str, title: str) -> bool:
    """True when a piece of a window's title is the headline, or a piece of the headline itself."""
    a, b = fold_key(piece), fold_key(title)
    if b.startswith(a[:30]) or a in b:
        return True
    x, y = set(a.split()), set(b.split())
    return len(y) >= _SEVERAL and len(x & y) >= _ALIKE * len(y)  # the window says the headline in other words


def in_passing(blocks: Sequence[Block], kinds: Sequence[PartKind], vote: object) -> None:
    """Vote for what formulas name in passing; a name that many lines repeat, as a group's lines of rights do, counts no more than in two."""
    assert callable(vote)
    told = Counter[str]()
    for i, b in enumerate(blocks):
        if not b.holds & _PASSING or b.words > 40 or kinds[i] in ("body", "lead", "title"):
            continue
        if kinds[i] == "related" and b.text[0] not in "©ⓒⒸ(":
            continue  # a box of other headlines reaches down to the line of rights, which is the site's all the same
        if kinds[i] == "caption" and not (b.text[0] in "©ⓒⒸ(" and b.words > _SIGNED):
            continue  # whose the picture is
        words = bare(b.text)
        if not _sure().search(words):
            continue
        for sure, formula in _follow():
            found = _compiled(formula).search(words) if sure in words else None
            if found and (name := _as_printed(b.text, found.group("name"))) and not _OUR.match(fold_key(name)):
                name = uncompanied(unprefixed(unjoined(_CALLS.sub("", _NOW.sub("", name)))), blocks, kinds)
                if _street(name) or fold_key(name) in _ALL or name.split()[-1].strip("|-").casefold() in _buttons():
                    continue  # «شارك على تلغرام», "All rights reserved - rue des Jardins"
                told[fold_key(name)] += 1
                house = _company(name, b.text)
                if told[fold_key(name)] <= (1 if house else REPEATED):  # whose rights the text is, not always the site
                    vote(name, 1 if house or agency(name) or told[fold_key(name)] > 1 else 2)
                if not b.holds & BIT["rights"]:
                    break  # "the app of X from the shop" is not the app of "X from the shop"


_CALLS = regex.compile(
    r"^(?:(?:rejoi|suiv|abonne|retrouv|inscri)\S*|join|follow|[uú]nete|sigue|segu[ií]\S*|suscr[ií]b\S*|انضم\S*|تابع\S*|اشترك\S*)\s+(?:à\s|a\s|to\s|في\s|إلى\s)?"
    r"(?:(?:la|le|notre|the|our|al|el|nuestro)\s+)?(?:cha[iî]ne|canal|groupe|grupo|channel|group|page|p[aá]gina|قناه|قناة|مجموعه|مجموعة)\s+",
    regex.IGNORECASE,
)
"""What calls a reader to a channel, before its name: "Rejoins la chaîne SENEFLASH"."""
_NOW = regex.compile(
    r"\s+(?:الان|الآن|مجانا|مجاناً|now|today|free|maintenant|gratuitement|ahora|gratis|ya)$", regex.IGNORECASE
)
"""When and for how much an application is to be had, behind its name: «حمّل تطبيق خبّرني الآن»."""


def _company(name: str, line: str) -> bool:
    """True for the house that owns an outlet: "Editorial Sabana S. A. S.", "Groupe Horizon Médias", «شركة دار الصنوبر للصحافة»."""
    words = fold_key(name).split()
    behind = line.partition(name)[2]
    return words[0] in _HOUSES or (len(words) > 1 and words[-1] in _HOUSES) or _FORM.match(behind) is not None


_HOUSES = frozenset(
    "editorial editora editores editions edition grupo group groupe sociedad societe empresa compania company holding holdings corporacion "
    "corporation cooperativa cooperative sarl shirka شركه مجموعه مؤسسه موسسه publications publishing publishers enterprises".split()
)
_FORM = re.compile(
    r"[\s,.]*(?:S\.?\s?A\.?\b|S\.?\s?L\.?\b|S\.\s?R\.\s?L|SARL|SAS\b|Ltd|Limited|Inc\b|LLC|GmbH|PLC|plc|ش\s?\.\s?م)"
)
"""What a company is by law, behind its name."""


@cache
def _buttons() -> frozenset[str]:
    """Buttons of one word, with which a name before "on Telegram" ends that is none."""
    return frozenset(w for role in ("notices", "calls") for w in phrases(role) if " " not in w)


_ALL = frozenset("all todos los tous tout les جميع كل كافه".split()) | {"todos los", "tous les"}
"""What stands before the word for rights and is no name."""


def uncompanied(name: str, blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str:
    """Return the outlet that a line of the page names in full, of a company's name: "Northern Courier News Ltd" of "The Northern Courier"."""
    words = fold_key(name).replace(".", "").split()
    if len(words) < 3 or words[-1] not in _FORMS:
        return name
    heads = {tuple(words[:n]) for n in range(2, len(words))}
    lines = (
        b
        for b, k in zip(blocks, kinds, strict=True)
        if k not in ("body", "lead", "title") and 2 <= b.words <= len(words) + 1
    )
    found = (
        b.text.strip(" .|") for b in lines if tuple(w for w in folded(b.text).split() if w not in _BEFORE) in heads
    )
    return next(found, name)


_FORMS = frozenset("ltd limited inc llc plc sa sl slu srl sarl sas sasu spa gmbh suarl eurl".split())


_BEFORE = frozenset("the le la les el los las".split())


def _street(name: str) -> bool:
    """True for an address: it opens as streets do and goes on, or has a number; "The Peat Road" may be a letter's name."""
    told = phrases_in(name, "streets")
    return bool(told) and ((told[0][0] == 0 and len(name.split()) > _STREET) or any(c.isdigit() for c in name))


def _as_printed(line: str, folded: str) -> str | None:
    """The printed words of a folded name."""
    want = folded.strip(" .-")
    words = line.replace("،", " ").split()
    keys = list(map(fold_key, words))
    for i in range(len(words)):
        if not want.startswith(keys[i].lstrip(" .-:|,")[:3].rstrip(" .-:|,")):
            continue
        for j in range(i + 1, min(len(words), i + 6) + 1):
            if " ".join(filter(None, keys[i:j])).strip(" .-:|,") == want:
                return " ".join(words[i:j]).strip(" .-:|,")
    return None


_SEVERAL, _ALIKE = 5, 0.6
"""Words of a headline that a piece of the window's title may say anew, and the share of them that it repeats."""


_OUR = regex.compile(r"(?:our|your|notre|nos|votre|vos|nuestr[oa]s?|us|nous|tu|su)\b|\p{L}{2,}(?:نا)(?:$|\s)")
"""What a site calls its own and not itself: "our newsletter", «نشرتنا المسائية»."""


_STREET = 2
"""Words of the longest name that opens with a word for streets and may be an outlet's: "Place publique"."""


_PASSING = BIT["passing"] | BIT["rights"]


_SIGNED = 3
"""Words of the longest name that signs a picture: "© Karim Sélim"; a line of rights says more."""
