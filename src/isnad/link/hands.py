"""Whose name it is that a credit prints: agencies by any of their names, media and bodies across scripts, houses by kind."""

from __future__ import annotations

from functools import cache, lru_cache

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import bare, concepts, nation_of, words_of
from isnad.link.spelling import sound_key
from isnad.model import Reading
from isnad.text import fold_key

ISSUERS = frozenset(
    {"ministry", "presidency", "government", "parliament", "army", "navy", "airforce", "police", "gendarmerie", "court", "prosecution",
     "embassy", "municipality", "province", "federation", "union", "party", "bank", "company", "club", "university", "hospital",
     "committee", "council", "authority", "fund", "unitednations"}
)  # fmt: skip
"""Bodies whose own pages are where their words come from; a newspaper's are not."""

ARTICLED = 6
"""Letters of the shortest Latin word whose "al" may be the Arabic article."""


@cache
def _agencies() -> dict[str, str]:
    """Every printed name of a known agency, folded → its first name."""
    return {fold_key(name): row[0] for row in table("shared", "agencies")["agencies"] for name in row}


@cache
def _media_words() -> frozenset[str]:
    """Words for media and texts in any language, which tell no medium from another."""
    found: set[str] = set()
    for language in LANGUAGES:
        data = table(language, "agencies")
        for kind in ("agency", "outlet", "press", "communique", "document"):
            found.update(bare(w) for phrase in data[kind] for w in words_of(phrase))
        found.update(bare(w) for adjective in data["foreign"] for w in words_of(adjective))
    return frozenset(found | {"de", "du", "des", "del", "la", "le", "les", "el", "los", "the", "of", "and", "et", "y", "di", "al", "l", "d", "لا", "دي", "ل"})  # fmt: skip


@cache
def _agency_words() -> frozenset[str]:
    return frozenset(
        bare(w) for language in LANGUAGES for phrase in table(language, "agencies")["agency"] for w in words_of(phrase)
    )


@cache
def _wires() -> frozenset[str]:
    """The words that alone say "agency": "news" and "press" of "news agency" do not."""
    phrases = (words_of(phrase) for language in LANGUAGES for phrase in table(language, "agencies")["agency"])
    return frozenset(bare(p[0]) for p in phrases if len(p) == 1)


@cache
def _news_words() -> frozenset[str]:
    words = "news press presse information informations noticias prensa informaciones أنباء الأنباء للأنباء برس صحافة إعلام الإعلامية"
    return frozenset(bare(fold_key(w)) for w in words.split())


@lru_cache(maxsize=65536)
def agency_named(name: str) -> str | None:
    """Return the first name of the known agency that a printed name is, ``None`` for any other."""
    key = fold_key(name)
    words = [w for w in words_of(name) if bare(w) not in _agency_words()]
    return _agencies().get(key) or _agencies().get(" ".join(words))


@lru_cache(maxsize=65536)
def is_agency(name: str) -> bool:
    """True when a publisher's name says that it is a news agency."""
    words = {bare(w) for w in words_of(name)}
    return bool(_agencies().get(fold_key(name)) or (words & _wires() and words & _news_words()))


@lru_cache(maxsize=65536)
def sounds_of(name: str) -> frozenset[str]:
    """Return the sounds of a medium's proper words, equal across scripts: those of "Crónica" and «كرونيكا» are one."""
    proper = [bare(w) for w in words_of(name) if bare(w) not in _media_words() and not nation_of(w)]
    return frozenset(s for w in proper if len(s := sound_key(_without_article(w))) >= 2)


def _without_article(word: str) -> str:
    """Arabic writes "Alborada" البورادا, whose first letters read as its article: in names of media both go without."""
    return word[2:] if word.startswith("al") and len(word) >= ARTICLED else word


def same_medium(a: str, b: str) -> bool:
    """True when two printed names are one medium's: the same known agency, the same words, or words that sound the same."""
    first, second = agency_named(a), agency_named(b)
    if first or second:
        return first == second
    if fold_key(a) == fold_key(b):
        return True
    x, y = sounds_of(a), sounds_of(b)
    return bool(x and y) and (x <= y or y <= x) and max(map(len, x & y)) >= 2


@lru_cache(maxsize=65536)
def body_meant(name: str) -> frozenset[str]:
    """Return what a body's name means in any language, the words for the text it issues left out; empty when unknown."""
    return concepts(name)[0] if concepts(name)[0] & ISSUERS else frozenset()


def is_issuer(publisher: str) -> bool:
    """True when a page's publisher is a body that speaks for itself, not a medium."""
    return bool(concepts(publisher)[0] & ISSUERS) and not is_agency(publisher)


def own_agency(reading: Reading) -> bool:
    """True when a page is an agency's own: its name says so, or the page credits its publisher as an agency does."""
    name = reading.article.publisher or ""
    if not name:
        return False
    return is_agency(name) or any(c.kind == "agency" and c.whole and same_medium(c.name, name) for c in reading.credits)
