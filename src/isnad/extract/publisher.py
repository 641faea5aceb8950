"""Who published an article, whose page it stands on, and who wrote it, as the page prints it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import regex
from msgspec import Struct

from isnad.extract.attribution import Attribution, spoken
from isnad.extract.authors import author_of, formula_author
from isnad.extract.blocks import Block
from isnad.extract.bylines import byline_of
from isnad.extract.carriers import mail_sender, passed_to_channel
from isnad.extract.chrome import phrases
from isnad.extract.closing import signed_above, signed_below
from isnad.extract.credits import CUED, reprinted, source_line, unsigned
from isnad.extract.datelines import published_line
from isnad.extract.handed import leads
from isnad.extract.head import SEPARATORS, Head
from isnad.extract.hosts import addressed, printed_name
from isnad.extract.likeliest import Likely
from isnad.extract.looks import BIT, folded
from isnad.extract.masthead import foot, masthead
from isnad.extract.networks import any_outlet
from isnad.extract.outlet_names import bare_outlet
from isnad.extract.outlets import (
    affiliated,
    known_places,
    lone_outlet,
    other_outlet,
    outlet_beside_date,
    outlet_beside_page,
    outlet_beside_source,
    titled_outlet,
)
from isnad.extract.passing import REPEATED, TOP, begins, in_passing, site_suffix, uncompanied
from isnad.extract.persons import called, generic, named_as_paper, of_press, person
from isnad.extract.plate_words import labels_only
from isnad.extract.readers import names_itself, shown_outlet
from isnad.extract.reprints import Reprint, lists, passed_on
from isnad.extract.signers import job
from isnad.extract.sitenames import clean, filed, section, undescribed, unmottoed, unplaced
from isnad.extract.slugs import slugged
from isnad.extract.tails import RELEASED, issuing_body, released
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key

META = 6
"""Weight of what a page's metadata call its site."""
SPELT = 4
"""Weight of a printed name that an address on the page spells."""
TRAILED = 14
"""Lines at the top of a page of which one may have the trail, the site and the day: "Accueil > Société • LEFLEUVE.NET • 3 mars 2023"."""
SHORT_FORM = 6
"""Letters from which a name is too long to be an agency's initials."""
UNSURE = 6
"""Votes of the formulas up to which the likeliest of all names is asked for too."""
LIKELY, LIKELIER = 0.7, 0.85
"""How likely a name must be where the formulas find none, and where they find another or the text is another outlet's."""
SURE = 3
"""Weight of the signs from which a name beside the publisher's is the site's own."""


class Hands(Struct, frozen=True):
    """Publisher, republisher and author as printed, each ``None`` when the page prints none."""

    publisher: str | None
    via: str | None
    byline: str | None


def hands(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    head: Head,
    title: str | None,
    carrier: str | None = None,
) -> Hands:
    """Return who stands behind the page, by the surest evidence at hand: an outlet is printed somewhere, or named by the carrier."""
    found = _hands(text, blocks, kinds, head, title, carrier)
    publisher, via = (name and _untowned(bare_outlet(name) or name) for name in (found.publisher, found.via))
    return Hands(publisher, via, found.byline)


def _hands(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    head: Head,
    title: str | None,
    carrier: str | None = None,
) -> Hands:
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
        return Hands(name, other, _unlike(author_of(blocks, kinds, head, formula_author(line.by)), name, other))
    publisher = via = None
    if votes:
        best, weight = max(votes.items(), key=lambda v: (v[1], -len(v[0])))
        publisher = printed[best] if weight >= 2 else None
        if weight <= SURE and publisher and not of_press(publisher):
            publisher = issuing_body(blocks, kinds) or publisher  # below the state that a letterhead opens with
    names = Likely(text, blocks, kinds, head, title, votes)
    most = max(votes.values(), default=0)
    asked = not head.publishers and not carrier and not any(released(b.text) for b in blocks[:RELEASED])
    guess, sure = names.site() if asked and most <= UNSURE else (None, 0.0)
    likely = clean(guess) if guess and sure >= LIKELY and not labels_only(guess) and not section(guess) else None
    likely = printed.get(fold_key(likely), likely) if likely else None
    likelier = likely if sure >= LIKELIER else None
    likely = likely if likely and (" " in likely or of_press(likely)) else None  # one word may be a menu's
    if publisher and likelier and " " not in likelier and of_press(publisher) and not of_press(likelier):
        likelier = None  # a section
    greeted = most <= SURE and publisher is not None and labels_only(publisher)  # "Page 4"
    if publisher and (likelier or greeted or (guess is None and sure >= LIKELY and most <= SURE)):
        publisher = likelier
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
    source = source or (titled_outlet(title) if publisher else None)
    source = uncompanied(unplaced(source), blocks, kinds) if source else None
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
        publisher = lone_outlet(blocks, kinds) or issuing_body(blocks, kinds) or likely
    publisher = publisher or (likelier and likely)
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
    if publisher is None:  # "Publié le 15/05/2019 à 18:04 par Fouta Presse"
        publisher = next(
            (clean(p.by) for p in lines if p.by and of_press(p.by) and not (called(p.by) or job(p.by))), None
        )
    signed = publisher if publisher and _anybody(publisher) else None
    publisher = publisher if signed is None else None  # nobody's name is an outlet's
    publisher = publisher or signed_below(text, blocks, kinds) or signed_above(text, blocks, kinds)
    by = next((name for p in lines if (name := formula_author(p.by))), None)
    named = {fold_key(n) for n in (publisher, via) if n}
    author = author_of(blocks, kinds, head, by, frozenset(votes) | named)
    if publisher and via is None and (spread := _distributor(blocks, kinds)) and fold_key(spread) not in votes:
        via = spread
    if publisher and via is None and (sender := mail_sender(blocks)) and not _same_name(sender, publisher):
        via = sender
    if via is None and asked and names.handed():
        guess, sure = names.source(publisher, "own", _same_name)
        name = clean(guess) if guess is not None and sure >= LIKELIER else None
        if name and not (called(name) and person(name)) and not _of_agency(name):
            publisher, via = name, publisher
    publisher = printed_name(publisher, text) if publisher else None
    author = author or signed
    if author and named_as_paper(author) and not (called(author) or source or taken) and _signs(blocks, kinds, author):
        # «Par Sahel Dépêches», "Mountain Dispatch, Kisanda": who signs is a paper
        own = publisher is None or _same_name(publisher, author) or _alike(publisher, author)
        publisher, via = (publisher or author, via) if own else (author, via or publisher)
        author = None
    posted = taken is not None and taken.by_hand and via is not None and not _signs_text(blocks, kinds, author)
    author = None if posted else _unlike(author, publisher, via)
    return Hands(publisher, via, author or (taken.author if taken and taken.publisher == publisher else None))


def _untowned(name: str) -> str:
    """An outlet's name without its town in brackets behind it: "The Lantern (Accra)"."""
    name = name[:-1].rstrip() if name.endswith(")") and "(" not in name else name
    bare = unplaced(name)
    return bare if bare != name and fold_key(name[len(bare) :].strip(" ()")) in known_places() else name


def _signs(blocks: Sequence[Block], kinds: Sequence[PartKind], name: str) -> bool:
    """True where a byline opens with a name, a cue before it or none: it is no outlet beside somebody's initials."""
    return any(
        k == "byline" and CUED.sub("", b.text.strip()).startswith(name) for b, k in zip(blocks, kinds, strict=True)
    )


def _anybody(name: str) -> bool:
    """True for a given name and family names, none of them of the trade and no article in it: "Rosa de los Vientos" is a paper's."""
    return called(name) and person(name) and not of_press(name) and _JOINTS.isdisjoint(fold_key(name).split())


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


def _of_agency(name: str) -> bool:
    """True for what may be an agency, whose texts newsrooms print as their own: "ASP", "Agencia Altiplano"."""
    return (name.isupper() and len(name) < SHORT_FORM) or fold_key(name).split()[0] in _AGENCIES


_AGENCIES = frozenset("agence agencia agency وكاله".split())


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
        if name and weight < META and filed(name):
            return
        if name and (kept := clean(undescribed(unmottoed(name)))) and not (len(kept.split()) > 2 and generic(kept)):
            votes[fold_key(kept)] += weight
            printed.setdefault(fold_key(kept), kept)

    for name in head.publishers:
        vote(name, META)
    before = Counter(votes)
    site_suffix(head, title, blocks, vote)
    window = [n for n in votes if votes[n] - before[n] >= SURE]
    in_passing(blocks, kinds, vote)
    masthead(blocks, kinds, title, text, vote, max(votes.values(), default=0) >= REPEATED)
    vote(foot(blocks, kinds), 3)
    vote(addressed(blocks, kinds, head.url), SPELT)
    for line in told:
        vote(line.site, 2)
    first = next((i for i, k in enumerate(kinds) if k in ("body", "lead")), 0)
    for i, b in enumerate(blocks):
        if kinds[i] == "dateline":
            vote(outlet_beside_source(b.text), 2)
        if kinds[i] in ("dateline", "chrome", "byline") and i < first:
            vote(outlet_beside_page(b.text), 4)
        if b.year and (kinds[i] in ("dateline", "byline") or (kinds[i] == "chrome" and i < TRAILED and "•" in b.text)):
            vote(outlet_beside_date(b.text), 2)
    said = {fold_key(kept) for name in head.publishers if (kept := clean(name))}
    above = next((i for i, k in enumerate(kinds) if k in ("title", "body")), TOP)
    top = [folded(b.text) for b in blocks[: min(above, TOP)]]
    for host in said:
        # The metadata name who carries the blog ("Powered by X"); window and head of the page name the blog.
        own = [n for n in window if n not in said and any(begins(line, n) for line in top)]
        if own and not any(host in line for line in top) and not any(_alike(host, n) for n in own):
            votes[host] -= META - 1
    for short in [n for n in votes if 2 < len(n) < SHORT_FORM and n.isalpha()]:
        long = next((n for n in votes if "".join(w[0] for w in n.split()) == short), None)
        if long is not None and long in said:  # "AOP | …" in the window, and what the letters stand for in the metadata
            votes[long] += votes.pop(short)
        elif long is not None:  # "Agence Ouaddaï Presse — AOP": an agency signs with its letters
            votes[short] += votes.pop(long)
    for short in [n for n in votes if f"the {n}" in votes]:
        kept, gone = (short, f"the {short}") if votes[short] > votes[f"the {short}"] else (f"the {short}", short)
        votes[kept] += votes.pop(gone)  # "Times of India" is "The Times of India"
    for short in [n for n in votes if f"موقع {n}" in votes]:
        votes[short] += votes.pop(f"موقع {short}")
    for long in [n for n in votes if n.partition(" ")[2] in votes]:
        mark, _, short = long.partition(" ")
        if any(f"{a}{mark}{z}" in fold_key(text) for a, z in ("//", "()")):
            votes[short] += votes.pop(long)  # «دانا وكالة الدانة للأنباء», of which the texts say /دانا/
    for short in sorted(votes, key=len):
        # "Echoes of the Plateau, independent daily" is the name with its motto; what the metadata say is the name in full.
        for long in [n for n in votes if short in votes and n.startswith(short + " ")]:
            rest = long.removeprefix(short).split()
            company = not companies().isdisjoint(rest)
            # "La Gazette" asks for subscribers of "La Gazette du Lac".
            joined = short not in said and (rest[0] in _JOINTS or rest[0][:2] == "d'")
            # "Mirador Live" in the window, and "Elsewhere on Mirador" in a box.
            windowed = long in window and short not in window and len(rest) == 1 and printed[long].istitle()
            if joined or windowed or (long in said and short not in said and not company):
                votes[long] += votes.pop(short)
                break
            votes[short] += votes.pop(long)
    return votes, printed


_JOINTS = frozenset("de du des del of".split())
"""What joins the rest of a name to its short form: no motto opens with it."""


def _borne_out(told: Sequence[Attribution], site: str | None, votes: Counter[str]) -> Reprint | None:
    """The source that lines around the text bear witness to, the surest first; the site's own name in another form is none."""
    found = [
        a
        for a in told
        if a.source
        and not any_outlet(a.source)
        and not (site and (_alike(a.source, site) or fold_key(a.source) == fold_key(site)))
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

    in_passing(blocks, kinds, vote)
    for i, b in enumerate(blocks):
        if kinds[i] in ("body", "lead", "title") or b.words > 20:
            continue
        pieces = [x.strip() for x in SEPARATORS.split(b.text) if x.strip()]
        if len(pieces) == 1:
            pieces = [x.strip() for x in b.text.split(":", 1)]  # "Kiosque-Net : toute la presse en un clic"
        if len(pieces) == 2 and pieces[0] and names_itself(pieces[1]):
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
    if byline is None or any(n and fold_key(n) == fold_key(byline) for n in names):
        return None
    if called(byline) or len(words := fold_key(byline).split()) < 3:
        return byline
    return None if any(n and fold_key(n).split()[:2] == words[:2] for n in names) else byline  # one of its desks


_HOST = regex.compile(r"(?i)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
"""A carrier's name that is nothing but the host of an address."""
_LISTED = 16
"""Words of the longest line that names a paper and the list it is shown in."""
