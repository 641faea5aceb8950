"""Where something took place when its own phrase does not say: at the head of its clause, or in the name of the venue.

"À Rabat, le ministre a reçu …", "nurses at Abeche's hospital walked out", «أمام محكمة الجنايات في طرابلس». Never beyond the clause:
what the page speaks of elsewhere is where the story is, not where this took place.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from isnad.annotate.events.bridging import country, pointing
from isnad.annotate.events.clauses import when_of_day
from isnad.annotate.events.grammar import Grammar
from isnad.annotate.events.inflection import key_of, noun_forms
from isnad.annotate.events.phrases import Layout, is_street
from isnad.annotate.events.setting import carried_to, elsewhere, held_before, of_a_matter, setting
from isnad.annotate.events.triggers import Hit
from isnad.languages import table
from isnad.languages.meanings import concepts, role_concepts
from isnad.model import Mention, Reading, Took
from isnad.text import fold_key

REACH = 6
"""Items behind an event's noun within which its own relative clause begins."""
NEAR = 4
"""Words before a place in which the noun for the venue stands: "le marché à bétail d'Hadjer"."""


def venue(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar, room: tuple[int, int]) -> int | None:
    """Return the mention of the place of a clause, ``None`` when it names none or two; ``room`` are the items that are its own."""
    first = hit.verb.first if hit.verb is not None else hit.first
    low = max(0, layout.left(min(first, hit.first)), room[0])
    high = min(layout.right(hit.last), room[1])
    own = when_of_day(layout, hit.last, grammar) == len(layout.items)
    if own and hit.trigger.kind in table("shared", "kinds")["heard_of"] and high == layout.right(hit.last):
        # "Three miners died *when* a shaft collapsed at the Talling colliery"
        high = layout.right(high) if grammar.words["when"].at(layout.items, min(high, len(layout.items) - 1)) else high
    names = [j for j in range(low, high) if layout.items[j].kind == "name"]
    places = [j for j in names if mentions[layout.items[j].ref].kind == "place" and not elsewhere(layout, j, grammar)]
    places = [j for j in places if not (carried_to(layout, j, hit, grammar) or of_a_matter(layout, j, hit, grammar))]
    standing = [j for j in places if layout.labels[j] in ("at", "before") or passed(layout, j, grammar)]
    standing = standing or [
        j for j in places if j > hit.first and _taken_street(mentions[layout.items[j].ref], hit, grammar)
    ]
    housed = [j for j in names if layout.labels[j] in ("at", "before") and not carried_to(layout, j, hit, grammar)]
    seated = [] if standing else _of_bodies(layout, housed, mentions, grammar)
    seated = seated or ([] if standing else _of_offices(layout, names, mentions, hit, grammar))
    found = standing or ([] if seated else [j for j in places if _named_by_site(layout, j, grammar)])
    if len(found) > 1 and (road := _road(layout, found, grammar)) is not None:
        return layout.items[road].ref
    if len(standing) == 2 and (town := _holds(layout, standing, mentions)) is not None:
        return layout.items[town].ref
    refs = [layout.items[j].ref for j in found] or seated or _of_bodies(layout, names, mentions, grammar)
    refs = [m for m in refs if not _around(m, refs, mentions)]
    told = {mentions[m].key or fold_key(mentions[m].text) for m in refs}
    if not told and any(_the_town(layout, j, grammar) for j in range(low, high)):
        home = _where_they_live(layout, hit, (low, high), mentions, grammar)
        return _named_before(layout.items[low].start, mentions, grammar) if home is None else home
    if not told:
        otherwise = (
            _where_they_live(layout, hit, (low, high), mentions, grammar),
            _of_its_own(layout, hit, mentions, grammar),
            _of_the_visit(layout, (low, high), mentions, grammar),
            _on_a_visit(layout, hit, mentions, grammar),
        )
        home = next((m for m in otherwise if m is not None), None)
        return _before_it(layout, min(first, hit.first), mentions, grammar) if home is None else home
    return refs[0] if len(told) == 1 else None


def _where_they_live(
    layout: Layout, hit: Hit, room: tuple[int, int], mentions: Sequence[Mention], grammar: Grammar
) -> int | None:
    """The town of those who do together what is done at home: "*the people of Talling* blocked the road", «قطع أهالي تازروت الطريق»."""
    if hit.trigger.kind not in (*table("shared", "kinds")["befalls"], "gathering"):
        return None
    folk = setting(grammar.language).folk
    items = layout.items
    for j in range(*room):
        if items[j].kind == "name" and mentions[items[j].ref].kind == "place" and not country(mentions[items[j].ref]):
            some = ("bare", "from")  # «العشرات من أهالي تازروت», "villagers from Talling"
            near = (i for i in range(max(0, j - 3), j) if layout.labels[i] in some and items[i].kind == "word")
            if layout.labels[j] in ("of", *some) and any(not folk.isdisjoint(items[i].keys) for i in near):
                return items[j].ref
    return None


def _of_its_own(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """The one place that the relative clause of an event's noun tells: "a march *that began in Sfax*", «المسابقة التي اختتمت في تيكليت»."""
    border = layout.right(hit.last)
    contest = hit.trigger.kind == "competition" and hit.last < hit.at < border  # "won *the race* that was run in Rabat"
    if (hit.how == "verb" and not contest) or border - hit.last > REACH or layout.borders.get(border) != "relative":
        return None
    end = layout.right(border)
    names = (j for j in range(border, end) if layout.items[j].kind == "name" and layout.labels[j] == "at")
    found = [layout.items[j].ref for j in names if mentions[layout.items[j].ref].kind == "place"]
    return found[0] if len(found) == 1 else None


def _named_by_site(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True for a place that the noun before it is called after: "le marché de Hadjer", «معمل سيدي بوحنش», "the road between X and Y"."""
    label, known = layout.labels[j], setting(grammar.language)
    if label in ("of", "between") and _at_site(layout, j, grammar):
        return True
    if _at_home(layout, j, grammar) or _talks_of(layout, j, grammar):
        return True
    before = layout.items[j - 1] if j else None
    return (
        grammar.verb_first and before is not None and before.kind == "word" and not known.sites.isdisjoint(before.keys)
    )


def _at_home(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True for the town of a body or a feast: "la *police de* Fès", "Kisumu *police*", «*شرطة* سطيف», "el *festival* de cine de Huesca"."""
    items, homes = layout.items, setting(grammar.language).homes

    def home(i: int) -> bool:
        return 0 <= i < len(items) and items[i].kind == "word" and not homes.isdisjoint(items[i].keys)

    def of(i: int) -> bool:
        return 0 <= i < len(items) and (grammar.prepositions.at(items, i) or ("",))[0] == "of"

    if grammar.verb_first:
        return home(j - 1)
    if (
        grammar.compounds
        and layout.labels[j] == "bare"
        and (home(j + 1) or (home(j + 2) and items[j + 1].kind == "word"))
    ):
        return True
    return layout.labels[j] == "of" and any(home(k) and (of(k + 1) or of(k + 2)) for k in range(j - NEAR, j - 1))


def _talks_of(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True for the town that talks are called after, and no state that holds them: "the *Geneva* talks", « les pourparlers *de Dakar* »."""
    items, known = layout.items, _talks(grammar.language)
    if any(items[k].names == "place" and layout.labels[k] == "with" and k != j for k in range(len(items))):
        return False  # « les pourparlers de Paris avec Alger »
    if grammar.verb_first:
        return layout.labels[j] in ("of", "bare") and j > 0 and not known.isdisjoint(items[j - 1].keys)
    if grammar.compounds:
        return layout.labels[j] == "bare" and j + 1 < len(items) and not known.isdisjoint(items[j + 1].keys)
    of = j > 1 and (grammar.prepositions.at(items, j - 1) or ("",))[0] == "of"
    return of and layout.labels[j] == "of" and not known.isdisjoint(items[j - 2].keys)


@cache
def _talks(language: str) -> frozenset[str]:
    return frozenset(f for w in table(language, "events")["talks"] for f in noun_forms(language, w))


def _taken_street(m: Mention, hit: Hit, grammar: Grammar) -> bool:
    """True for a street, a square or a bridge behind the verb of what befalls places: "*tomaron* por seis horas *el puente Huarpa*"."""
    if hit.trigger.kind not in table("shared", "kinds")["befalls"]:
        return False
    roads = setting(grammar.language).roads
    first = key_of(grammar.language, m.text.split()[0])
    called = first in roads or (grammar.verb_first and first.removeprefix("ال") in roads)
    return is_street(m, grammar.language) or (" " in m.text and called)


def passed(layout: Layout, j: int, grammar: Grammar) -> bool:
    """Return whether a place is one that somebody went through: "marched *through Valmora*", «جابت المسيرة *عبر* سوسة»."""
    through = setting(grammar.language).through
    return layout.labels[j] == "about" and any(i.key in through for i in layout.items[max(0, j - 4) : j])


def _road(layout: Layout, found: Sequence[int], grammar: Grammar) -> int | None:
    """The first of the places that a road is called after: "the road between X and Y", «طريق طرطوس - صافيتا»."""
    roads = setting(grammar.language).roads
    first = found[0]
    near = layout.items[max(0, first - NEAR) : first]
    joined = all(b - a <= NEAR for a, b in itertools.pairwise(found))
    return first if joined and any(not roads.isdisjoint(i.keys) for i in near) else None


def _holds(layout: Layout, two: Sequence[int], mentions: Sequence[Mention]) -> int | None:
    """Of a spot and the town right behind it, "at St Brigid's Hospital in Ennistown", the town; ``None`` when they stand apart."""
    spot, town = two
    between = layout.items[spot + 1 : town]
    if town - spot > NEAR + 2 or any(i.kind in ("time", "name") or i.key in (",", "،") for i in between):
        return None
    return None if country(mentions[layout.items[town].ref]) else town


def _before_it(layout: Layout, at: int, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """The one town of the sentence, where it was said before the clause: "a court *in Misrata* jailed X, who was fined as well"."""
    items = layout.items
    if layout.borders.get(layout.left(at)) == "relative":
        return None  # "the commander of the fleet *in the Gulf*, who arrived"
    named = [j for j in range(len(items)) if items[j].kind == "name" and mentions[items[j].ref].kind == "place"]
    towns = [j for j in named if len((mentions[items[j].ref].key or "").removeprefix("place:")) != 2]
    if len({mentions[items[j].ref].key or fold_key(mentions[items[j].ref].text) for j in towns}) != 1:
        return None
    said = (j for j in towns if j < at and layout.labels[j] in ("at", "before") and not elsewhere(layout, j, grammar))
    return next((items[j].ref for j in said), None)


def _the_town(layout: Layout, j: int, grammar: Grammar) -> bool:
    """True for "the town", «البلدة», where something goes to or takes place, and not "the town of X" or "the town's mayor"."""
    items, label = layout.items, layout.labels[j]
    if items[j].kind != "word" or not any(k in setting(grammar.language).towns for k in items[j].keys):
        return False
    definite = "ال" in items[j].key[:3] if grammar.verb_first else bool(grammar.words["articles"].at(items, j - 1))
    after = items[j + 1] if j + 1 < len(items) else None
    named = after is not None and (after.kind == "name" or (grammar.prepositions.at(items, j + 1) or ("",))[0] == "of")
    return definite and not named and (label in ("at", "to", "person_to", "before") or (label == "bare" and j > 0))


def _named_before(at: int, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """The place named last before a point of the text that is no country and no spot in a town, as a port is."""
    spots = pointing(grammar.language).spots
    before = (i for i, m in enumerate(mentions) if m.kind == "place" and m.end <= at and not country(m))
    towns = [i for i in before if spots.isdisjoint(key_of(grammar.language, w) for w in mentions[i].text.split())]
    return max(towns, key=lambda i: mentions[i].start, default=None)


def _around(m: int, refs: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """True for the country that another place of the clause lies in: "à Tlemcen, dans l'ouest de l'*Algérie*"."""
    key = mentions[m].key or ""
    country = key.removeprefix("place:")
    if len(country) != 2:
        return False
    return any(mentions[o].country in (country, None) and mentions[o].key != key for o in refs)


def _at_site(layout: Layout, j: int, grammar: Grammar) -> bool:
    sites = setting(grammar.language).sites
    near = layout.items[max(0, j - NEAR) : j]
    return any(not sites.isdisjoint(item.keys) for item in near if item.kind == "word")


def _of_bodies(layout: Layout, names: Sequence[int], mentions: Sequence[Mention], grammar: Grammar) -> list[int]:
    """The places of the bodies of a clause: of those that act or where it takes place, else of those that own or are told of."""
    acting = [j for j in names if layout.labels[j] in _ACTING]
    for some in (acting, [j for j in names if j not in acting]):
        told = (j for j in some if not held_before(layout, j, grammar))
        found = [m for j in told if (m := within(layout.items[j].ref, mentions, grammar)) is not None]
        if found:
            return found
    return []


def shared_body(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """Return the place in the name of the body that is the subject of a clause's verbs, of which the trigger is not the first."""
    first = hit.verb.first if hit.verb is not None else hit.first
    acting = (
        j
        for j in range(max(0, layout.left(first)), first)
        if layout.items[j].kind == "name" and layout.labels[j] == "bare"
    )
    subject = next(acting, None)
    return None if subject is None else next(iter(_of_bodies(layout, [subject], mentions, grammar)), None)


_ACTING = frozenset({"bare", "at", "before", "by"})
"""Labels of who does something, or where."""


def within(ref: int, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """Return the place that the name of a body ends with, or that of a site holds, when the article names that place by itself: "the
    court in Tripoli", "Atbara Teaching Hospital", «محكمة الاستئناف بسطيف»."""
    m = mentions[ref]
    if m.kind != "organization":
        return None
    abroad = not _MISSIONS.isdisjoint(concepts(m.text)[0])  # the consulate of a state is anywhere but there
    words = fold_key(m.text).split()
    site = not setting(grammar.language).sites.isdisjoint(key_of(grammar.language, w) for w in m.text.split())
    for i, other in enumerate(mentions):
        if other.kind == "place" and (other.key or site) and not (abroad and country(other)):
            if m.start < other.start and other.end <= m.end and (site or other.end == m.end):
                return i
            name = fold_key(other.text).split()
            at = range(len(words) - len(name), -1 if site else len(words) - len(name) - 1, -1)
            if len(words) > len(name) + (not site) and any(
                words[k : k + len(name)] == name for k in at if k > 0 or grammar.compounds
            ):
                return i
    return None


_MISSIONS = frozenset({"embassy", "consulate"})
"""What a state has in another's towns."""


def _sees_a_spot(layout: Layout, hit: Hit, grammar: Grammar) -> bool:
    """True for a visit to a spot without a name, which a mayor has in town: "*the mayor of Talling* visited *the burnt school*"."""
    spots = pointing(grammar.language).spots | setting(grammar.language).sites
    return any(
        not spots.isdisjoint(i.keys)
        for i in layout.items[hit.last + 1 : min(layout.right(hit.last), hit.last + NEAR + 2)]
    )


def _of_offices(
    layout: Layout, names: Sequence[int], mentions: Sequence[Mention], hit: Hit, grammar: Grammar
) -> list[int]:
    """The town in whose name somebody acts: "*le gouverneur de Louxor* a limogé", «أصدر *والي باتنة* قرارا», of what offices do at home."""
    seen = hit.trigger.kind == "visit" and _sees_a_spot(layout, hit, grammar)
    if not seen and hit.trigger.kind not in table("shared", "kinds")["in_office"]:
        return []
    if hit.trigger.kind in ("departure", "appointment") and not (hit.trigger.object or hit.how == "do"):
        return []  # "the mayor of Belford resigned": that may have been anywhere
    for j in names:
        m = mentions[layout.items[j].ref]
        if layout.labels[j] != "bare" or m.kind != "person" or m.plural:
            continue
        office = m.role
        ranks = set(office.concepts) if office is not None and not office.former else set()
        start, end = (office.start, office.end) if office is not None else (m.start, m.end)
        if m.form == "role":
            ranks, (start, end) = set(role_concepts(m.text)), (m.start, m.end)
        # A governor opens and visits schools all over the land, a mayor in town.
        if ranks & ({"mayor"} if seen or hit.trigger.kind == "opening" else _LOCAL):
            inside = (i for i, o in enumerate(mentions) if o.kind == "place" and start <= o.start and o.end <= end)
            town = next((i for i in inside if not country(mentions[i])), None)
            title = office.text if office is not None and m.form != "role" else m.text
            town = _at_end(title, mentions) if town is None else town
            if town is not None:
                return [town]
    return []


def _at_end(title: str, mentions: Sequence[Mention]) -> int | None:
    """The town, named by itself elsewhere, with whose name a title ends: "juez de *Torrebruna*"."""
    words = fold_key(title).split()
    for i, o in enumerate(mentions):
        name = fold_key(o.text).split() if o.kind == "place" and not country(o) else []
        if name and len(words) > len(name) and words[-len(name) :] == name:
            return i
    return None


_LOCAL = frozenset({"governor", "wali", "mayor", "prefect", "judge", "prosecutor"})
"""Offices that are held over a town or its land."""


def _of_the_visit(layout: Layout, room: tuple[int, int], mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """The one place of the sentence, for what is told of the visit or meeting just named: "a visit to Doha *during which* he will meet"."""
    during = setting(grammar.language).during
    if during.within(layout.items, max(0, room[0] - 4), room[1]) is None:
        return None
    governed = ("at", "to", "person_to", "before")
    named = [j for j, i in enumerate(layout.items) if i.kind == "name" and mentions[i.ref].kind == "place"]
    found = {layout.items[j].ref for j in named if layout.labels[j] in governed and not elsewhere(layout, j, grammar)}
    towns = {m for m in found if not country(mentions[m])} or found
    return next(iter(towns)) if len(towns) == 1 else None


def _on_a_visit(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """The town somebody is visiting, for whom he meets or what he signs there: "*on a visit to Praia*, X signed an accord"."""
    if hit.trigger.kind not in ("meeting", "signing", "gathering"):
        return None
    items, words = layout.items, setting(grammar.language)
    found: set[int] = set()
    for j, item in enumerate(items):
        if (
            item.kind != "name"
            or mentions[item.ref].kind != "place"
            or layout.labels[j] not in ("at", "to", "person_to", "of")
        ):
            continue
        noun = next(
            (i for i in range(j - 1, max(-1, j - NEAR), -1) if not words.visits.isdisjoint(items[i].keys)), None
        )
        if noun is not None and any(not words.meanwhile.isdisjoint(i.keys) for i in items[max(0, noun - 3) : noun]):
            found.add(item.ref)
    return next(iter(found)) if len(found) == 1 else None


def at_head(layout: Layout, hit: Hit, mentions: Sequence[Mention], grammar: Grammar) -> int | None:
    """Return the place that a sentence begins with, set off by a comma: "*À Amman*, le député dénonce", «وفي عمان، ندد»."""
    items = layout.items
    first = hit.verb.first if hit.verb is not None else hit.first
    for j in range(min(first, 6)):
        if items[j].kind == "name":
            place = mentions[items[j].ref].kind == "place" and layout.labels[j] == "at"
            off = j + 1 < first and (items[j + 1].key in (",", "،") or items[j + 1].kind == "time")
            return items[j].ref if place and off else None
        small = items[j].kind in ("time", "mark") or grammar.prepositions.at(items, j) or items[j].key in ("و", "ف")
        if not small:
            return None
    return None


def befallen(kind: str, took: Sequence[Took], reading: Reading) -> int | None:
    """Return the one place that something was done to or that went through it: "the *bridge of Tazoult* collapsed", «شهدت مدينة فكيك مظاهرة».

    Kinds of which this is so are listed (``befalls``). A state is no place in this sense, and one that acts is only where a noun
    says that it is a town or a site: clubs and charities bear the names of places.
    """
    mentions = reading.mentions
    searched = kind == "inquiry"  # «داهمت قوة *أهراءات رأس العنب*»: what is searched is a site
    if kind not in table("shared", "kinds")["befalls"] and not searched:
        return None
    # "protested against the return *of Kentmere*": whom one protests against is not where.
    away = ("actor", "organizer", "target") if kind == "protest" else ("actor", "organizer")
    found = [
        t.mention
        for t in took
        if mentions[t.mention].kind == "place"
        and not country(mentions[t.mention])
        and ((t.role not in away and not searched) or _called_a_site(reading, mentions[t.mention]))
    ]
    return found[0] if len({mentions[m].key or fold_key(mentions[m].text) for m in found}) == 1 else None


def _called_a_site(reading: Reading, m: Mention) -> bool:
    """True for a place whose name holds a noun for a town or a site, or stands right behind one."""
    language = reading.article.language
    beside = reading.article.text[max(0, m.start - 20) : m.start].split()[-2:]
    return not setting(language).sites.isdisjoint(key_of(language, w) for w in (*beside, *m.text.split()))
