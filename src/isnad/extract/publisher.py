"""Who published an article, whose page it stands on, and who wrote it, as the page prints it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import regex
from msgspec import Struct

from isnad.extract.attribution import Attribution, spoken
from isnad.extract.blocks import Block
from isnad.extract.bylines import byline_of, is_byline, signature, unadorned, without_when
from isnad.extract.chrome import phrases
from isnad.extract.credits import PIECES, reprinted, source_line, unsigned
from isnad.extract.datelines import beside_dates, published_line
from isnad.extract.handed import leads
from isnad.extract.head import SEPARATORS, Head
from isnad.extract.lines import names_its_source
from isnad.extract.looks import BIT, folded
from isnad.extract.masthead import (
    clean,
    foot,
    mail_sender,
    masthead,
    passed_to_channel,
    undescribed,
    unmottoed,
    unplaced,
)
from isnad.extract.outlet_names import unjoined, unprefixed
from isnad.extract.outlets import (
    affiliated,
    author_and_outlet,
    lone_outlet,
    other_outlet,
    outlet_beside_date,
    outlet_beside_source,
)
from isnad.extract.persons import agency, called, nobody, of_press, person
from isnad.extract.phrases import bare, phrases_in
from isnad.extract.readers import names_itself, shown_outlet
from isnad.extract.reprints import Reprint, lists, passed_on, reprint
from isnad.extract.signers import opens_with
from isnad.extract.slugs import slugged
from isnad.extract.tails import issuing_body
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key, script_of

LONGEST_AUTHORS = 120
"""Characters of the longest list of authors that a carrier gives."""
_ADDRESSES = re.compile(r"\S*(?:@|://)\S*")
META = 6
"""Weight of what a page's metadata call its site."""
REPEATED = 2
"""Lines that may name a site in passing; more of them say no more."""
TOP = 4
"""Lines at the top of a page among which its bar stands."""
TRAILED = 14
"""Lines at the top of a page of which one may have the trail, the site and the day: "Accueil > Société • LEFLEUVE.NET • 3 mars 2023"."""
SHORT_FORM = 6
"""Letters from which a name is too long to be an agency's initials."""
SURE = 3
"""Weight of the signs from which a name beside the publisher's is the site's own."""


class Hands(Struct, frozen=True):
    """Publisher, republisher and author as printed, each ``None`` when the page prints none."""

    publisher: str | None
    via: str | None
    byline: str | None


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


def hands(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    head: Head,
    title: str | None,
    carrier: str | None = None,
) -> Hands:
    """Return who stands behind the page, by the surest evidence at hand: an outlet is printed somewhere, or named by the carrier."""
    told = spoken(blocks, kinds)
    votes, printed = _votes(text, blocks, kinds, head, title, told)
    if carrier and (name := clean(carrier)) and not _HOST.fullmatch(name):
        # What a formula in passing says, an app's name or whose rights the text is, says less than the carrier.
        votes[fold_key(name)] += 2 if max(votes.values(), default=0) != 2 else SURE
        printed.setdefault(fold_key(name), name)
    lines = [p for b in blocks if b.year and (p := published_line(b.text)) is not None]
    # "publié initialement par X", «نشر في : 11/09/2022 على الساعة 18:20»
    lines = [p for p in lines if not (p.publisher and (leads(p.publisher.split()[0]) or p.publisher[0].isdigit()))]
    sections = phrases("sections")  # "Publicado en Campo"
    line = next((p for p in lines if p.publisher and fold_key(p.publisher) not in sections), None)
    if line is not None:
        name = clean(line.publisher or "")
        # A page that says "published in X" while its own site is Y stands on Y.
        others = [n for n, weight in votes.most_common() if weight >= SURE and name and n != fold_key(name)]
        other = printed[others[0]] if others else _aggregator(blocks, kinds, name or "")
        return Hands(name, other, _unlike(_byline(blocks, kinds, head, _author(line.by)), name, other))
    publisher = via = None
    if votes:
        best, weight = max(votes.items(), key=lambda v: (v[1], -len(v[0])))
        publisher = printed[best] if weight >= 2 else None
        if weight <= SURE and publisher and not of_press(publisher):
            publisher = issuing_body(blocks, kinds) or publisher  # below the state that a letterhead opens with
    taken = reprinted(blocks, kinds) or _borne_out(told, publisher, votes)
    if taken is None and publisher and (under := foot(blocks, kinds)):
        taken = Reprint(under)  # "L'Écho de Koréra, 12 mai 2021" behind the text, on the page of another
    listed = _listed(blocks, kinds, votes) if lists(text) else None
    source = next((s for s in head.sources if clean(s)), None) or (listed[0] if listed else None)
    shown = None if source else shown_outlet(blocks, kinds)
    if shown and taken and of_press(shown.split()[0]) and shown.split()[1:] == taken.publisher.split():
        source = shown  # «جريدة الفلاح», of which the line below says only «موقع الفلاح»
    source = source or (taken.publisher if taken else source_line(blocks, kinds) or shown)
    source = source or other_outlet(blocks, kinds) or passed_to_channel(blocks)
    source = _uncompanied(unplaced(source), blocks, kinds) if source else None
    if source and publisher and _together(blocks, source, publisher):
        publisher, source = (
            source,
            None,
        )  # «أونا | وكالة أوغاريت للأنباء»: one outlet and what it calls itself for short
    marked = slugged(blocks, kinds) if source is None and (publisher is None or not of_press(publisher)) else None
    if marked is not None and (publisher is None or _rubric(publisher)):
        publisher = marked[1] or marked[0]
    if publisher is None and source is None:
        publisher = _under_author(blocks, kinds)
    if publisher is None and source is None:
        publisher = lone_outlet(blocks, kinds) or issuing_body(blocks, kinds)
    if source and publisher and _alike(source, publisher):
        source = None  # the outlet's own name, its short or its long form
    if source and listed and listed[0] == source:
        publisher, via = listed
    elif source and taken and (publisher is None or fold_key(source) == fold_key(publisher)):
        others = [n for n, weight in votes.most_common() if weight >= SURE and n != fold_key(source)]
        publisher, via = source, printed[others[0]] if others else _aggregator(blocks, kinds, source)
    elif source and publisher and fold_key(source) != fold_key(publisher):
        publisher, via = source, publisher
    elif source and publisher and source == shown:  # the site's own name is what else it is called
        others = [n for n, weight in votes.most_common() if weight >= SURE and n != fold_key(source)]
        via = printed[others[0]] if others else _aggregator(blocks, kinds, source)
    elif source and publisher is None:
        publisher = source
    by = next((name for p in lines if (name := _author(p.by))), None)
    named = {fold_key(n) for n in (publisher, via) if n}
    author = _byline(blocks, kinds, head, by, frozenset(votes) | named)
    if publisher and via is None and (spread := _distributor(blocks, kinds)) and fold_key(spread) not in votes:
        via = spread
    if publisher and via is None and (sender := mail_sender(blocks)) and not _same_name(sender, publisher):
        via = sender
    posted = taken is not None and taken.by_hand and via is not None and not _signs_text(blocks, kinds, author)
    return Hands(publisher, via, None if posted else _unlike(author, publisher, via))


def _under_author(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """The outlet on the line right under the author's, above the text."""
    own = next((i for i, k in enumerate(kinds) if k in ("body", "lead")), 0)
    rows = [i for i in range(1, own) if kinds[i - 1] == "byline" and byline_of(blocks[i - 1].text)]
    return next((name for i in rows if (name := affiliated(blocks[i].text)) is not None), None)


def _distributor(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str | None:
    """The service that a line outside the text says to distribute it: "All rights reserved. Distributed by AfriWire Media (afriwire.com)."."""
    for b, k in zip(blocks, kinds, strict=True):
        if k in ("body", "lead", "title", "caption") or b.words > 40:
            continue
        found = _distributing().search(b.text)
        name = clean(found["name"]) if found else None
        # Without capitals a name must say what it is: «توزيع داخلي محدود» names nobody.
        named = name and (of_press(name) or (len(name.split()) > 1 and name[:1].isupper()))
        if name and named and not person(name):
            return name
    return None


@cache
def _distributing() -> regex.Pattern[str]:
    """The formulas by which a service says that it distributes a text, and the name with capitals behind them."""
    formulas = sorted(f.split("{")[0].strip() for k in LANGUAGES for f in table(k, "chrome")["distributed"])
    cues = "|".join(regex.escape(f) for f in formulas)
    return regex.compile(rf"(?:^|[.|·;]\s*)(?i:{cues})\s+(?P<name>[\p{{Lu}}\p{{Lo}}][^.,|()·:;]{{2,40}})")


def _same_name(a: str, b: str) -> bool:
    return fold_key(a) == fold_key(b) or _alike(a, b)


def _rubric(name: str) -> bool:
    """True for a name of two words and more that ends as names of sections do: "SUSTAINABLE BUSINESS"."""
    words = fold_key(name).split()
    return len(words) > 1 and words[-1] in phrases("sections") and not of_press(name)


def _signs_text(blocks: Sequence[Block], kinds: Sequence[PartKind], author: str | None) -> bool:
    """True for an author named behind a cue between headline and text: he wrote what another has copied."""
    title = next((i for i, k in enumerate(kinds) if k == "title"), None)
    own = next((i for i, k in enumerate(kinds) if k in ("body", "lead")), 0)
    within = range(title + 1, own) if title is not None and author else ()
    return any(kinds[i] == "byline" and byline_of(blocks[i].text) == author for i in within)


def _listed(blocks: Sequence[Block], kinds: Sequence[PartKind], votes: Counter[str]) -> tuple[str, str] | None:
    """ "X via Y" outside the text: after "Source :", or where Y is what the page calls itself elsewhere."""
    for i, b in enumerate(blocks):
        if b.words > _LISTED or b.ends or not lists(b.text) or kinds[i] in ("body", "lead", "related", "caption"):
            continue
        said = passed_on(b.text)
        if said is not None and (b.holds & BIT["source"] or fold_key(said[1]) in votes):
            return said
    return None


def _votes(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    head: Head,
    title: str | None,
    told: Sequence[Attribution],
) -> tuple[Counter[str], dict[str, str]]:
    """How much speaks for each folded name being the site's, and the names as printed."""
    votes: Counter[str] = Counter()
    printed: dict[str, str] = {}

    def vote(name: str | None, weight: int) -> None:
        if name and (kept := clean(undescribed(unmottoed(name)))):
            votes[fold_key(kept)] += weight
            printed.setdefault(fold_key(kept), kept)

    for name in head.publishers:
        vote(name, META)
    _site_suffix(head, title, blocks, vote)
    _in_passing(blocks, kinds, vote)
    masthead(blocks, kinds, title, text, vote, max(votes.values(), default=0) >= REPEATED)
    vote(foot(blocks, kinds), 3)
    for line in told:
        vote(line.site, 2)
    for i, b in enumerate(blocks):
        if kinds[i] == "dateline":
            vote(outlet_beside_source(b.text), 2)
        if b.year and (kinds[i] in ("dateline", "byline") or (kinds[i] == "chrome" and i < TRAILED and "•" in b.text)):
            vote(outlet_beside_date(b.text), 2)
    said = {fold_key(kept) for name in head.publishers if (kept := clean(name))}
    for short in [n for n in votes if 2 < len(n) < SHORT_FORM and n.isalpha()]:
        long = next((n for n in votes if "".join(w[0] for w in n.split()) == short), None)
        if long is not None:  # "Agence Ouaddaï Presse — AOP": an agency signs with its letters
            votes[short] += votes.pop(long)
    for short in [n for n in votes if f"the {n}" in votes]:
        kept, gone = (short, f"the {short}") if votes[short] > votes[f"the {short}"] else (f"the {short}", short)
        votes[kept] += votes.pop(gone)  # "Times of India" is "The Times of India"
    for short in [n for n in votes if f"موقع {n}" in votes]:
        votes[short] += votes.pop(f"موقع {short}")
    for short in sorted(votes, key=len):
        # "Echoes of the Plateau, independent daily" is the name with its motto; what the metadata say is the name in full.
        for long in [n for n in votes if short in votes and n.startswith(short + " ")]:
            company = not companies().isdisjoint(long.removeprefix(short).split())
            if long in said and short not in said and not company:
                votes[long] += votes.pop(short)
                break
            votes[short] += votes.pop(long)
    return votes, printed


def _borne_out(told: Sequence[Attribution], site: str | None, votes: Counter[str]) -> Reprint | None:
    """The source that lines around the text bear witness to, the surest first; the site's own name in another form is none."""
    found = [
        a for a in told if a.source and not (site and (_alike(a.source, site) or fold_key(a.source) == fold_key(site)))
    ]
    best = max(found, key=lambda a: a.weight, default=None)
    if best is None or best.source is None or (site is None and votes[fold_key(best.source)]):
        return None
    return Reprint(unsigned(best.source), any(a.by_hand for a in told))


@cache
def companies() -> frozenset[str]:
    """Return the words that make an outlet's name its company's, folded: "The New York Times Company"."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["companies"])


def _aggregator(blocks: Sequence[Block], kinds: Sequence[PartKind], publisher: str) -> str | None:
    """The name an aggregator gives itself in its chrome: "follow X on …", "X | news search engine"."""
    votes: Counter[str] = Counter()
    printed: dict[str, str] = {}

    def vote(name: str | None, weight: int) -> None:
        kept = clean(name or "")
        if kept and fold_key(kept) != fold_key(publisher):
            votes[fold_key(kept)] += weight
            printed.setdefault(fold_key(kept), kept)

    _in_passing(blocks, kinds, vote)
    for i, b in enumerate(blocks):
        if kinds[i] in ("body", "lead", "title") or b.words > 20:
            continue
        pieces = [x.strip() for x in SEPARATORS.split(b.text) if x.strip()]
        if len(pieces) == 2 and names_itself(pieces[1]):
            vote(pieces[0], 3)
    return printed[max(votes, key=lambda v: votes[v])] if votes else None


def _together(blocks: Sequence[Block], a: str, b: str) -> bool:
    """True when a page's first line, its masthead, has both names."""
    line = f" {fold_key(blocks[0].text)} " if blocks and not blocks[0].prose else ""
    return fold_key(a) in line and f" {fold_key(b)} " in line.replace("|", " ")


def _alike(a: str, b: str) -> bool:
    """True when one is the short form of the other or its address: «وكالة تاج», «وكالة تاج للأنباء»; the very same name is not."""
    x, y = set(fold_key(a).split()), set(fold_key(b).split())
    one, other = ("".join(c for c in fold_key(n) if c.isalnum()) for n in (a, b))
    return x < y or y < x or (one != other and (one.startswith(other) or other.startswith(one)))


def _unlike(byline: str | None, *names: str | None) -> str | None:
    """The author, unless it is the outlet's own name that stands where authors stand."""
    return None if byline and any(n and fold_key(n) == fold_key(byline) for n in names) else byline


def _site_suffix(head: Head, title: str | None, blocks: Sequence[Block], vote: object) -> None:
    """ "Headline - Site": what the window's title has beyond the headline; "Site | its motto" where the page's top begins so."""
    assert callable(vote)
    top = [folded(b.text) for b in blocks[:TOP] if not b.prose]
    for full in head.titles:
        pieces = [p for p in SEPARATORS.split(full) if p.strip()]
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
            and any(_begins(line, fold_key(site)) for line in top)
        ):
            vote(site, 3)  # "Le Petit Sérail : Faux de Bassora, le galeriste arrêté"
        elif len(pieces) > 1 and title and len(others) == len(pieces):
            named = next((p for p in pieces if any(_begins(line, fold_key(p).strip()) for line in top)), None)
            vote(named, 3)
        elif (
            len(pieces) == 1
            and title
            and not _same_start(full, title)
            and (short := full.partition(",")[0]) != full
            and any(_begins(line, fold_key(short).strip()) for line in top)
        ):
            vote(short, 4)  # "Le Mutasarrif, quotidien libanais de langue française"
        elif len(pieces) == 1 and title and not _same_start(full, title) and len(full.split()) <= 6:
            vote(full, 4 if any(_begins(line, fold_key(full).strip()) for line in top) else 2)


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


def _begins(line: str, name: str) -> bool:
    """True when a folded line begins with a folded name."""
    return bool(name) and line.startswith(name) and not line[len(name) : len(name) + 1].isalpha()


def _same_start(piece: str, title: str) -> bool:
    """True when a piece of a window's title is the headline, or a piece of the headline itself."""
    a, b = fold_key(piece), fold_key(title)
    if b.startswith(a[:30]) or a in b:
        return True
    x, y = set(a.split()), set(b.split())
    return len(y) >= _SEVERAL and len(x & y) >= _ALIKE * len(y)  # the window says the headline in other words


def _in_passing(blocks: Sequence[Block], kinds: Sequence[PartKind], vote: object) -> None:
    """What formulas name in passing; a name that many lines repeat, as a group's lines of rights do, counts no more than in two."""
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
                name = _uncompanied(unprefixed(unjoined(_NOW.sub("", name))), blocks, kinds)
                if _street(name) or fold_key(name) in _ALL:
                    continue  # "All rights reserved - rue des Jardins"
                told[fold_key(name)] += 1
                if told[fold_key(name)] <= REPEATED:  # whose rights the text is, not always the site
                    vote(name, 1 if agency(name) or told[fold_key(name)] > 1 else 2)
                if not b.holds & BIT["rights"]:
                    break  # "the app of X from the shop" is not the app of "X from the shop"


_NOW = regex.compile(
    r"\s+(?:الان|الآن|مجانا|مجاناً|now|today|free|maintenant|gratuitement|ahora|gratis|ya)$", regex.IGNORECASE
)
"""When and for how much an application is to be had, behind its name: «حمّل تطبيق خبّرني الآن»."""
_ALL = frozenset("all todos los tous tout les جميع كل كافه".split()) | {"todos los", "tous les"}
"""What stands before the word for rights and is no name."""


def _uncompanied(name: str, blocks: Sequence[Block], kinds: Sequence[PartKind]) -> str:
    """The outlet that a line of the page names in full, of a company's name: "Northern Courier News Ltd" of "The Northern Courier"."""
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


_HOST = regex.compile(r"(?i)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
"""A carrier's name that is nothing but the host of an address."""
_LISTED = 16
"""Words of the longest line that names a paper and the list it is shown in."""
_SEVERAL, _ALIKE = 5, 0.6
"""Words of a headline that a piece of the window's title may say anew, and the share of them that it repeats."""
_OUR = regex.compile(r"(?:our|your|notre|nos|votre|vos|nuestr[oa]s?|us|nous|tu|su)\b|\p{L}{2,}(?:نا)(?:$|\s)")
"""What a site calls its own and not itself: "our newsletter", «نشرتنا المسائية»."""
_STREET = 2
"""Words of the longest name that opens with a word for streets and may be an outlet's: "Place publique"."""
_PASSING = BIT["passing"] | BIT["rights"]
_SIGNED = 3
"""Words of the longest name that signs a picture: "© Karim Sélim"; a line of rights says more."""


def named_author(said: str | None) -> str | None:
    """Return the author that a page's carrier names, when it is somebody: no desk, no agency, no address."""
    name = " ".join(_ADDRESSES.sub(" ", said or "").split()).strip(" .,|()")
    pieces = PIECES.split(name)
    if len(pieces) == 2 and called(pieces[1]) and not called(pieces[0]):
        name = pieces[1]  # "London - Sawsan Haddad"
    if not name or len(name) > LONGEST_AUTHORS or nobody(name) or not person(PIECES.split(name)[0], near=True):
        return None
    return name


def _author(printed: str | None) -> str | None:
    """Who a formula of publication names: the first piece of it, unless that is a desk or an agency."""
    name = without_when(PIECES.split(printed)[0].strip(" .:|")) if printed else ""
    return name if name and not nobody(name) and (called(name) or not of_press(name)) else None


def _byline(
    blocks: Sequence[Block], kinds: Sequence[PartKind], head: Head, by: str | None, sites: frozenset[str] = frozenset()
) -> str | None:
    """The author as printed near the title, else as the metadata name them when the page prints that too."""
    if by:
        return by
    own = [i for i, k in enumerate(kinds) if k == "body"]
    first, last = (own[0], own[-1]) if own else (len(blocks), -1)
    signed = [i for i, k in enumerate(kinds) if k in ("byline", "dateline") and first - 6 <= i <= last + 3]
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
        if kinds[i] == "byline" and (beside := author_and_outlet(blocks[i].text)) is not None:
            return beside[0]
    for i in own[:1]:
        if name := opens_with(blocks[i].text):
            return name
    for i in signed:
        b = blocks[i]
        told = is_byline(b.text) or nobody(b.text)  # of a desk or an agency, or a name would have been found
        if "byline" in b.hints and 1 <= b.words <= 7 and not told and not any(c.isdigit() for c in b.text):
            if name := unadorned(b.text.strip(" .:|,")):
                return name
    for i in signed:
        outlet, stroke, author = blocks[i].text.rpartition(" / ")
        if stroke and outlet and names_its_source(outlet) and called(author) and person(author.strip(), near=True):
            return author.strip()  # «المصدر: صحيفة الرحال / مانع العجمي»
    if not head.authors:
        return None
    page = {folded(b.text) for i, b in enumerate(blocks) if kinds[i] != "related"}
    page |= {fold_key(beside_dates(blocks[i].text)).strip(" .:|،,–—-") for i in signed}
    opening = [folded(blocks[i].text) for i in signed]
    return next(
        (
            a
            for a in head.authors
            if not nobody(a) and ((key := fold_key(a)) in page or any(_begins(line, key) for line in opening))
        ),
        None,
    )
