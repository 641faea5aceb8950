"""Which place a noun points back to that its clause tells without a name: the bearer of that noun, the town of the story, the capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from isnad.annotate.events.bridging import CAPITAL, NAMED, NEAR, THERE, country, pointing
from isnad.annotate.events.inflection import key_of
from isnad.languages import table
from isnad.model import EventMention, Mention, Reading
from isnad.text import fold_key


def place_pointed(
    reading: Reading, noun: str, before: int, told: Iterable[tuple[int, int]], sentence: int
) -> int | None:
    """Return the mention of the place that a noun points back to, ``None`` when nothing is one or it stays open which.

    ``before`` is the offset of the trigger, ``told`` the sentences and places of what was told before it, ``sentence`` its own.
    """
    if noun.startswith(NAMED):
        return _bearer(reading, noun.removeprefix(NAMED), before)
    language = reading.article.language
    if noun == CAPITAL:
        return _capital(reading, before)
    if _noun(language, noun) in pointing(language).regions and (land := _bearer(reading, noun, before)) is not None:
        return land
    if noun != THERE and (named := _of_that_name(reading, noun, before)) is not None:
        return named if named >= 0 else None
    places = [(s, m) for s, m in told if s <= sentence and not country(reading.mentions[m])]
    if not places:
        return focus(reading)
    last, first = max(places, key=lambda p: p[0]), min(places, key=lambda p: p[0])
    if noun == THERE:
        return last[1] if sentence - last[0] <= NEAR else first[1]
    # A story that has moved on to another town leaves open which one "the hospital" is in.
    return first[1] if _name(reading.mentions[last[1]]) == _name(reading.mentions[first[1]]) else None


def held_at(reading: Reading, noun: str, told: Iterable[EventMention]) -> int | None:
    """Return the one town in which the text tells the gathering that a noun points to: "*the summit* opened on Monday in Talling"."""
    language, text = reading.article.language, reading.article.text
    wanted = _noun(language, noun.removeprefix(NAMED))
    towns: dict[str, int] = {}
    for e in told:
        if e.place is not None and not country(reading.mentions[e.place]) and e.kind in _GATHERINGS:
            if any(_noun(language, w) == wanted for w in _words(text[e.trigger.start : e.trigger.end])):
                towns.setdefault(_name(reading.mentions[e.place]), e.place)
    return next(iter(towns.values())) if len(towns) == 1 else None


_GATHERINGS = frozenset({"meeting", "gathering", "competition", "court", "exercise"})
"""Kinds that nouns for gatherings tell."""


def _capital(reading: Reading, before: int) -> int | None:
    """The one capital that the text has named before, or names with its state."""
    states = {(m.key or "").removeprefix("place:") for m in reading.mentions if m.kind == "place"}
    lands = _capitals()
    named = [(i, m) for i, m in enumerate(reading.mentions) if m.kind == "place" and fold_key(m.text) in lands]
    named = [(i, m) for i, m in named if m.end <= before or lands[fold_key(m.text)] in states]
    return named[0][0] if len({_name(m) for _, m in named}) == 1 else None


@cache
def _capitals() -> dict[str, str]:
    """The folded names of capitals, each with the code of its state."""
    rows = table("shared", "capitals")["capitals"]
    return {fold_key(name): row["country"] for row in rows for name in row["names"]}


def focus(reading: Reading) -> int | None:
    """Return the first mention of the one town that a text is about, ``None`` when two share it.

    A town named in the title counts twice, and the one that is named most must be named twice as often as any other
    (after the geographic focus of a page: Amitay et al. 2004). Something must be said to be "in" it: what no gazetteer lists may be
    a firm, and a town that is only gone to or called after is not where the story is.
    """
    language, text = reading.article.language, reading.article.text
    within, perhaps = (
        frozenset(key_of(language, w) for w in table(language, "events")[k]) for k in ("within", "towards")
    )
    titles = [p for p in reading.article.parts if p.kind == "title"]
    counts: Counter[str] = Counter()
    firsts: dict[str, int] = {}
    sure: set[str] = set()
    for i, m in enumerate(reading.mentions):
        if m.kind == "place" and not country(m):
            counts[_name(m)] += 1 + any(p.start <= m.start < p.end for p in titles)
            firsts.setdefault(_name(m), i)
            beside = text[max(0, m.start - 12) : m.start].split()[-1:]
            known = within | perhaps if m.key else within
            sure |= {_name(m)} if any(key_of(language, w) in known for w in beside) else set()
    most = counts.most_common(2)
    if not most or most[0][1] < 2 or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    return firsts[most[0][0]] if most[0][0] in sure else None


def _name(m: Mention) -> str:
    return (m.key or m.text).casefold()


def _of_that_name(reading: Reading, noun: str, before: int) -> int | None:
    """The last place named by that noun: "the *crossing*" after "Wazen crossing", «المعبر» after «معبر وازن»; -1 when a body is, whose
    place the text does not name."""
    language, text = reading.article.language, reading.article.text
    wanted = noun.removeprefix("و").removeprefix("ب").removeprefix("لل").removeprefix("ال")
    best = None
    for i, m in enumerate(reading.mentions):
        if m.end > before or country(m):
            continue
        beside = _words(text[max(0, m.start - 24) : m.start])[-3:] if m.kind == "place" else []
        name = m.role.text if m.kind == "person" and m.role is not None else m.text
        if any(key_of(language, w) == wanted for w in (*beside, *name.split()[m.kind == "person" :])):
            best = i if m.kind == "place" else _inside(reading, name)
    return best


def _bearer(reading: Reading, noun: str, before: int) -> int | None:
    """The one place or house that the text calls by a noun and a name, or the town it says the noun stands in, ``None`` for two."""
    language = reading.article.language
    wanted, known = _noun(language, noun), pointing(language)
    own = _called(reading, frozenset({wanted}), before)
    if own is not None or wanted not in known.stand_for:
        return own
    # "The facility" takes up a site in a town; who acts may be called by a house's noun too («النيابة العامة»).
    other = _called(reading, known.spots - known.regions, before)
    return other if other is not None and reading.mentions[other].kind == "place" else None


def _called(reading: Reading, nouns: frozenset[str], before: int) -> int | None:
    """The one place or house before an offset that the text calls by one of some nouns, ``None`` for two."""
    language, text = reading.article.language, reading.article.text
    found: dict[str, int] = {}
    for i, m in enumerate(reading.mentions):
        if m.end > before or m.kind == "person" or country(m):
            continue
        own = any(_noun(language, w) in nouns for w in _words(m.text))
        if m.kind == "place" and not own:
            beside = _words(text[max(0, m.start - 40) : m.start].replace("\n", " . "))[-BESIDE:]
            own = any(_noun(language, w) in nouns for w in beside) and not any(w[-1] in ".,;:،؛" for w in beside)
        if own and m.kind == "organization":
            near = (k for k, o in enumerate(reading.mentions) if o.kind == "place" and m.start <= o.start <= m.end + 5)
            i = next((k for k in near if not country(reading.mentions[k])), i)
        if own:
            found.setdefault(_name(reading.mentions[i]), i)
    return next(iter(found.values()), None) if len(found) < 2 else _foremost(reading, found)


def _foremost(reading: Reading, found: Mapping[str, int]) -> int | None:
    """The one of some places of one sort that a text is about: named in its title, and twice as often as any other."""
    counts = Counter(_name(m) for m in reading.mentions)
    most, other = sorted(found, key=lambda n: -counts[n])[:2]
    titles = [p for p in reading.article.parts if p.kind == "title"]
    titled = any(_name(m) == most and any(p.start <= m.start < p.end for p in titles) for m in reading.mentions)
    return found[most] if titled and counts[most] >= 2 * counts[other] else None


def _words(text: str) -> list[str]:
    """The words between spaces, less a French article grown on to one: "l'usine"."""
    return [w[2:] if w[1:2] in ("'", "’") and len(w) > 2 else w for w in text.split()]


def _noun(language: str, word: str) -> str:
    """The key of a noun, without an Arabic particle."""
    key = key_of(language, word)
    return key if language != "ar" else key.removeprefix("و").removeprefix("ب").removeprefix("لل").removeprefix("ال")


BESIDE = 4
"""Words before a place in which the noun stands that is there: "the textile *mill* at Kentmere"."""


def _inside(reading: Reading, body: str) -> int:
    """The place that a body's name holds, when the text names it by itself too ("the director of Atbara Hospital"), else -1."""
    words = f" {fold_key(body)} "
    held = (i for i, m in enumerate(reading.mentions) if m.kind == "place" and f" {fold_key(m.text)} " in words)
    return next((i for i in held if not country(reading.mentions[i])), -1)


def told_places(tellings: Iterable[tuple[int, EventMention, int | None]]) -> list[tuple[int, int]]:
    """Return the sentences and places of tellings that lend their place, in order: not of what is said or judged of them."""
    away = frozenset(table("shared", "kinds")["away"])
    lent = ((s, e.trigger.start, p) for s, e, p in tellings if p is not None and e.kind not in away)
    return [(s, p) for s, _, p in sorted(lent)]
