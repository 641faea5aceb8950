"""A hand that a page names: a communiqué and whose it is, an agency, a medium; and when two such names are one hand.

Whose a communiqué is, the page prints beside it ("a statement by the ministry"), or says by who speaks in it ("the ministry
denied, in a statement, …"), if only by what sort of body that is. Two bodies that differ in what their names mean, in their state,
or in their own names are two, however alike the words for their texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import concepts, nation_of, words_of
from isnad.link.hands import MEDIA, body_meant, has_a_name, is_initials, same_medium, sounds_of
from isnad.link.speaking_bodies import UNTOLD
from isnad.model import Credit, Reading
from isnad.text import fold_key

BEFORE = 24
"""Characters before a post in which stands the "in" that says somebody speaks there."""


class Named(Struct, frozen=True, gc=False):
    """A hand an article names, or the body whose own page it is (``index`` -1).

    ``owner`` is the mention of who issued it; ``meant`` what the words for that body mean, and ``own`` the sounds of those that mean
    nothing; ``joint`` is true of a text that several bodies issued together, ``person`` of one in which somebody speaks for nobody else,
    ``also`` the letters that stand in brackets behind a medium's name.
    """

    reading: Reading
    index: int
    credit: Credit
    entity: str | None
    meant: frozenset[str]
    sort: Literal["communique", "media", "other"]
    countries: frozenset[str] = frozenset()
    owner: int | None = None
    own: frozenset[str] = frozenset()
    joint: bool = False
    person: bool = False
    also: str = ""

    @property
    def article(self) -> str:
        """The id of the article that names it."""
        return self.reading.article.id

    @property
    def node(self) -> str:
        """What it is called among all hands."""
        return f"{self.article}#{self.index}"

    @property
    def bare(self) -> bool:
        """True of a body told only by its sort: "the ministry", «النقابة»."""
        return self.owner is None and len(self.meant) == 1 and not self.countries and not self.own


class Issuer(Struct, frozen=True, gc=False):
    """Who issued a text: the mention, the words for them, and whether a person speaks in it whom no body is told for."""

    mention: int | None = None
    words: str = ""
    person: bool = False


NOBODY = Issuer()


def owner_of(reading: Reading, index: int) -> Issuer:
    """Return who issued the text of a credit: as printed beside it, else who speaks in it."""
    credit = reading.credits[index]
    if credit.owner is not None:
        return Issuer(credit.owner, reading.mentions[credit.owner].text)
    if credit.kind != "communique" or body_meant(credit.name):
        return NOBODY
    said = [q.speaker for q in reading.quotations if q.speaker and any(hand.credit == index for hand in q.chain)]
    apart = [x for x in said if not (x.start < credit.end and credit.start < x.end)]
    alone = len(apart) == len(said) and len(credit.name.split()) == 1
    for speaker in said:
        if speaker.mention is not None:
            m = reading.mentions[speaker.mention]
            return Issuer(speaker.mention, m.text) if m.kind == "organization" else Issuer(person=alone)
        if speaker in apart and body_meant(speaker.text):
            return Issuer(words=speaker.text)
    return NOBODY


def named(
    reading: Reading, index: int, credit: Credit, entity_of: Mapping[tuple[str, int], str], issuer: Issuer
) -> Named:
    """Return what a credit names; ``issuer`` is who issued it, as :func:`owner_of` finds it."""
    owner = issuer.mention
    words = f"{credit.name} {issuer.words}" if issuer.words else credit.name
    countries = {c for w in words_of(words) if (c := nation_of(w))}
    if owner is not None and (country := reading.mentions[owner].country):
        countries = {country}
    return Named(
        reading,
        index,
        credit,
        entity_of.get((reading.article.id, owner)) if owner is not None else None,
        body_meant(words),
        "communique" if credit.kind == "communique" else "media" if credit.kind in MEDIA else "other",
        frozenset(countries),
        owner,
        frozenset() if is_initials(issuer.words) else sounds_of(" ".join(concepts(issuer.words)[1])),
        credit.kind == "communique" and _of_several(reading.article.text, credit),
        issuer.person,
        _letters_behind(reading.article.text, credit.end) if credit.kind in MEDIA else "",
    )


def _of_several(text: str, credit: Credit) -> bool:
    """True of a text that several issue: a joint one, and the closing one of their meeting, as its name or the next word says."""
    behind = text[credit.end : credit.end + _LETTERS_BEHIND].split(maxsplit=1)[:1]
    words = words_of(f"{credit.name} {behind[0].strip(',;.:،؛') if behind else ''}")
    return "joint" in concepts(" ".join(words))[0] or not _CLOSING.isdisjoint(words)


_CLOSING = frozenset(map(fold_key, ("final", "finale", "closing", "الختامي", "الختامية", "ختامي", "ختامية")))
"""Words for the text that a meeting closes with."""
_BRACKETED = re.compile(r"\s?[(\[]\s*([^\W\d_](?:[.\s]{0,2}[^\W\d_]){1,4})\.?\s*[)\]]")
"""A few letters in brackets."""
_LETTERS_BEHIND = 18
"""Characters behind a name within which its letters stand."""


def _letters_behind(text: str, end: int) -> str:
    """The letters in brackets behind a medium's name: "Agence du Littoral Ouest (ALO)", «وكالة الأنباء الأطلسية الساحلية (أ أ س)»."""
    found = _BRACKETED.match(text, end, end + _LETTERS_BEHIND)
    return found[1] if found is not None and (is_initials(found[1]) or not found[1].isascii()) else ""


def posted(n: Named) -> bool:
    """True of what somebody said *in* a post, a video or a message; what merely goes round is nobody's speech, nor is a document."""
    article = n.reading.article
    if article.language not in LANGUAGES:
        return False
    if n.owner is not None and n.reading.mentions[n.owner].kind != "person":
        return False  # a body's post is its communiqué
    before = fold_key(article.text[max(0, n.credit.start - BEFORE) : n.credit.start]).split()[-3:]
    said_in = any(w in table(article.language, "agencies")["inside"] for w in before)
    return said_in and _sort_of_text(article.language, n.credit.name)[0] in ("social", "work")


def several(rows: Sequence[Named]) -> bool:
    """True when bodies of several countries issue texts: "the army" alone is then nobody's."""
    return len({c for n in rows if n.sort == "communique" for c in n.countries}) > 1


def one_hand(a: Named, b: Named, several: bool) -> bool:
    """True when two names are of one owner or medium; ``several`` countries have bodies of the name."""
    if a.sort != b.sort:
        return False
    if a.sort == "media":
        return any(same_medium(x, y) for x in (a.credit.name, a.also) for y in (b.credit.name, b.also) if x and y)
    if a.entity and a.entity == b.entity:
        return True
    if parted(a, b):
        return False
    if a.joint and b.joint:
        return True
    if a.article != b.article and (a.bare != b.bare or not one_genre(a, b)):
        return (
            False  # "the ministry" of one page is not the ministry of another; a ministry's count is not its statement
        )
    if a.sort == "communique" and a.meant and b.meant and (a.countries & b.countries or not several):
        return a.meant <= b.meant or b.meant <= a.meant
    # "A statement" of one body and "a statement" of another are printed alike.
    return fold_key(a.credit.name) == fold_key(b.credit.name) and bool(sounds_of(a.credit.name))


def parted(a: Named, b: Named) -> bool:
    """True when two texts cannot be one: of bodies of two states, of two sorts, or of two names."""
    if a.entity and a.entity == b.entity:
        return False
    if a.countries and b.countries and not a.countries & b.countries:
        return True
    if a.meant and b.meant:
        if not (a.meant <= b.meant or b.meant <= a.meant):
            return True
        return bool(a.own and b.own) and not a.own & b.own
    if (a.person and b.meant) or (b.person and a.meant):
        return True
    # A ministry says that it is one; a company need not.
    bare, other = (a, b) if a.bare else (b, a)
    return bare.bare and not bare.meant & UNTOLD and bool(other.own) and other.owner is not None


def one_sort(a: Named, b: Named) -> bool:
    """True when two words of one page may be for one text: "the text", "the same source", or two words for one sort of text."""
    language = a.reading.article.language
    if language not in LANGUAGES or a.sort != "communique":
        return True
    first, second = _sort_of_text(language, a.credit.name), _sort_of_text(language, b.credit.name)
    if "again" in (first[0], second[0]):
        return True
    return first[0] == second[0] and (first[0] != "document" or first[1] == second[1])


def one_genre(a: Named, b: Named) -> bool:
    """True unless one is a communiqué and the other a report, a count, a letter or a post; in any language."""
    sorts = [
        _sort_of_text(n.reading.article.language, n.credit.name)[0]
        for n in (a, b)
        if n.reading.article.language in LANGUAGES and n.sort == "communique"
    ]
    return len({x for x in sorts if x != "again"}) < 2


@lru_cache(maxsize=8192)
def _sort_of_text(language: str, name: str) -> tuple[str, str]:
    """What sort of text a printed name is for, and its word: "again" of one that takes up a text told before."""
    key = fold_key(name)
    if key in _folded(language, "again"):
        return "again", key
    words = f" {key} "
    for sort in ("social", "work", "communique", "document"):
        found = [w for w in _folded(language, sort) if f" {w} " in words]
        if found:
            return sort, min(found, key=lambda w: (words.index(w), -len(w)))
    return "communique", ""


@cache
def _folded(language: str, sort: str) -> frozenset[str]:
    return frozenset(map(fold_key, table(language, "agencies")[sort]))


def renewed(n: Named) -> bool:
    """True of a count that is made anew each day: "le bilan de la Protection civile" of Monday is not Wednesday's."""
    language = n.reading.article.language
    if language not in LANGUAGES:
        return False
    words = f" {fold_key(n.credit.name)} "
    return any(f" {w} " in words for w in _folded(language, "renewed"))


def nameless(n: Named) -> bool:
    """Return whether it is not printed whose a text is: "le communiqué", "la même source", "the paper"; "the ministry" is no name."""
    if n.sort == "media":
        # "With agencies" at the foot is a hand of its own; "the agency said" is the agency named before.
        return not has_a_name(n.credit.name) and (
            n.credit.kind == "outlet" or (n.credit.kind == "agency" and not n.credit.whole)
        )
    return n.owner is None and not n.joint and not concepts(n.credit.name)[0]


def day(reading: Reading) -> str:
    """Return the first day a page may be of, the last of all where nothing says it."""
    return reading.article.published.start.isoformat() if reading.article.published else "9999"


def not_later(a: Reading, b: Reading) -> bool:
    """True unless both days are known and the first is the later."""
    return a.article.published is None or b.article.published is None or day(a) <= day(b)


def not_far(a: Reading, b: Reading, days: int) -> bool:
    """True unless both days are known and lie further apart than ``days``."""
    return a.article.published is None or b.article.published is None or near(a, b, days)


def near(a: Reading, b: Reading, days: int) -> bool:
    """True when both days are known and may lie within ``days`` of each other."""
    x, y = a.article.published, b.article.published
    if x is None or y is None:
        return False
    return x.start - timedelta(days) <= y.end and y.start - timedelta(days) <= x.end
