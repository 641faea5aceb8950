"""Whose name it is that a credit prints: agencies by any of their names, media and bodies across scripts, houses by kind."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from isnad.languages import LANGUAGES, table
from isnad.languages.meanings import bare, concepts, nation_of, words_of
from isnad.link.spelling import sound_key
from isnad.link.states import states
from isnad.model import Reading
from isnad.text import fold_key

ISSUERS = frozenset(
    {"ministry", "presidency", "government", "parliament", "army", "navy", "airforce", "police", "gendarmerie", "court", "prosecution",
     "embassy", "municipality", "province", "federation", "union", "party", "bank", "company", "club", "university", "hospital",
     "committee", "council", "authority", "fund", "unitednations"}
)  # fmt: skip
"""Bodies whose own pages are where their words come from; a newspaper's are not."""

MEDIA = frozenset({"agency", "outlet", "foreign press"})
_OF = re.compile(r"\s(?:de|du|des|del|of|for|para|pour)\s|\sd['’]")
_ONLY_AGENCY = frozenset({"agency", "national", "international"})
"""What the name of an agency may mean that does not say what it does."""
LEAST_LETTERS = 4
"""Letters of the shortest word by which a speaker is taken for a paper of that name."""
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
def _for_news() -> frozenset[str]:
    """Last words of a name that say "for news": «الساحلية للأنباء» is an agency without the word."""
    return frozenset(fold_key(w) for w in table("shared", "agencies")["for_news"])


@cache
def _news_words() -> frozenset[str]:
    words = "news press presse information informations noticias prensa informaciones أنباء الأنباء للأنباء برس صحافة إعلام الإعلامية"
    return frozenset(bare(fold_key(w)) for w in words.split())


@lru_cache(maxsize=16384)
def agency_named(name: str) -> str | None:
    """Return the first name of the known agency that a printed name is, ``None`` for any other."""
    key = fold_key(name)
    words = [w for w in words_of(name) if bare(w) not in _agency_words()]
    return _agencies().get(key) or _agencies().get(" ".join(words))


@lru_cache(maxsize=16384)
def is_agency(name: str) -> bool:
    """True when a publisher's name says that it is a news agency: a known one, or "agency" beside "news" or a proper name alone.

    "Agence Trident" and «وكالة الوادي للأنباء» are; "Agence de l'eau", whose name says what else it does, is a body.
    """
    printed = words_of(name)
    words = {bare(w) for w in printed}
    if _agencies().get(fold_key(name)) or (len(printed) > 1 and printed[-1] in _for_news()):
        return True
    if not words & _wires():
        return False
    meant = concepts(name)[0]
    return bool(words & _news_words()) or ("agency" in meant and meant <= _ONLY_AGENCY)


@lru_cache(maxsize=16384)
def sounds_of(name: str) -> frozenset[str]:
    """Return the sounds of a medium's proper words, equal across scripts: those of "Crónica" and «كرونيكا» are one."""
    spelt = _letters(name)  # nobody says ATP as a word that sounds like one
    proper = [
        bare(w) for w in words_of(name) if bare(w) not in _media_words() and not nation_of(w) and bare(w) != spelt
    ]
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
    if same_letters(a, b) or _initialled(a, b):
        return True
    x, y = sounds_of(a), sounds_of(b)
    if x and y and (x <= y or y <= x) and max(map(len, x & y)) >= 2:
        return True
    return _translated(a, b)


def _initialled(a: str, b: str) -> bool:
    """True when two names are the same letters, or one is those that the words of the other begin with: «و س ب» of «وكالة سيرتا برس»."""
    x, y = _letters(a), _letters(b)
    if x and (x == y or (y and across_scripts(x, y))):
        return True
    return bool((x and x in _initials(b)) or (y and y in _initials(a)))


@lru_cache(maxsize=16384)
def _letters(name: str) -> str:
    """The letters of a name that is nothing else, stops and gaps between or none: «و.أ.ج», "A. P. S.", "APS"; else nothing."""
    words = words_of(name)
    if len(words) >= LEAST_INITIALS and all(len(w) == 1 for w in words):
        return "".join(words)
    # "The Senegalese agency ATP": what is no word for a medium and no nation is the name.
    proper = [
        w for w in _PRINTED.findall(name) if bare(fold_key(w)) not in _media_words() and not nation_of(fold_key(w))
    ]
    shouted = len(words) > 1 and name.isupper() and bool(proper) and len(proper[0]) > LEAST_INITIALS  # "RADIO BAHR"
    if len(proper) == 1 and LEAST_INITIALS <= len(proper[0]) <= MOST_INITIALS and proper[0].isupper() and not shouted:
        return fold_key(proper[0])
    return ""


def is_initials(name: str) -> bool:
    """True of a name that is letters alone, and so says nothing of what it names: "MDN"."""
    return bool(_letters(name))


@lru_cache(maxsize=16384)
def _initials(name: str) -> frozenset[str]:
    """What the words of a name begin with, articles and small words left out, also without the word for agency; none for fewer than three."""
    words = [w for w in words_of(name) if w not in _SMALL]
    found = set()
    for said in (words, [w for w in words if bare(w) not in _agency_words() or bare(w) in _news_words()]):
        heads = [re.sub("^(?:لل|ال)(?=..)", "", w) for w in said]
        if len(heads) >= LEAST_INITIALS and any(len(w) > 1 for w in heads):
            found.add("".join(w[0] for w in heads))
    return frozenset(found)


def across_scripts(a: str, b: str) -> bool:
    """Return whether letters of two scripts spell each other one by one: "AAS", «أ أ س»."""
    if len(a) != len(b) or a.isascii() == b.isascii():
        return False
    latin, arabic = (a, b) if a.isascii() else (b, a)
    return all(x in _SPELT.get(y, "") for x, y in zip(latin, arabic, strict=True))


_SPELT = {
    "ا": "aeiou", "ع": "ao", "ب": "bp", "ت": "t", "ث": "t", "ج": "jg", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r", "ز": "z",
    "س": "sc", "ش": "sc", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "fv", "ق": "qkgc", "ك": "kc", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "wouv", "ي": "yi",
}  # fmt: skip
"""The Latin letters that each Arabic one is written for in a name's letters."""


LEAST_INITIALS, MOST_INITIALS = 3, 5
"""Letters of the initials that name a medium."""
_PRINTED = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"de", "du", "des", "del", "d", "l", "la", "le", "les", "el", "los", "las", "the", "of", "for", "and", "et", "y"})  # fmt: skip


@lru_cache(maxsize=16384)
def is_paper(name: str) -> bool:
    """Return whether a name has a word for a paper or a station in it, and none for an agency: «إذاعة النورس»."""
    words = set(words_of(name))
    return not words.isdisjoint(_outlet_words()) and {bare(w) for w in words}.isdisjoint(_wires())


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(
        fold_key(w) for language in LANGUAGES for w in table(language, "agencies")["outlet"] if " " not in w
    )


@lru_cache(maxsize=16384)
def _translated(a: str, b: str) -> bool:
    """True of one medium named by its nation and by what else its name means: "Free Oman News Agency", «العمانية الحرة».

    Both must be said, or two such words; a nation alone names several media.
    """
    x, y = _means(a), _means(b)
    return x == y and x is not None and len(x) > 1


@lru_cache(maxsize=16384)
def _means(name: str) -> frozenset[str] | None:
    """The nation and the meanings of the other proper words of a medium's name; ``None`` when a word of it is unknown."""
    found = set()
    media = _media_words() | _news_words()
    for word in words_of(name):
        meant = nation_of(word) or states().get(word) or _media_meanings().get(bare(word))
        if meant is not None:
            found.add(meant)
        elif bare(word) not in media:
            return None
    return frozenset(found)


@cache
def _media_meanings() -> dict[str, str]:
    """Words that media of all languages are named by → what they mean."""
    return {bare(fold_key(w)): row[0] for row in table("shared", "agencies")["named_by"] for w in row}


@lru_cache(maxsize=16384)
def _proper(name: str) -> frozenset[str]:
    return frozenset(w for w in map(bare, words_of(name)) if w not in _media_words() and not nation_of(w))


def same_letters(a: str, b: str) -> bool:
    """True when two printed names share their proper words to the letter: "Le Quai" and "the newspaper Le Quai"."""
    x, y = _proper(a), _proper(b)
    return bool(x and y) and (x <= y or y <= x) and max(map(len, x & y)) >= LEAST_LETTERS


def has_a_name(name: str) -> bool:
    """True when a printed name tells a medium from others: "the paper" and "agencies" do not."""
    said = sounds_of(name) or _letters(name) or any(len(w) >= LEAST_LETTERS for w in _proper(name))
    return bool(said) or len(_means(name) or ()) > 1


def marks(name: str) -> tuple[str, ...]:
    """Return under what a medium's name is looked up: its words' sounds, its proper words and initials, else all its letters."""
    initials = _initials(name) | ({spelt} if (spelt := _letters(name)) else set())
    return tuple(sorted(sounds_of(name) | _proper(name) | initials)) or (fold_key(name),)


@lru_cache(maxsize=16384)
def body_meant(name: str) -> frozenset[str]:
    """Return what a body's name means in any language, the words for the text it issues left out; empty when unknown."""
    return concepts(name)[0] if concepts(name)[0] & ISSUERS else frozenset()


def is_issuer(publisher: str) -> bool:
    """True when a page's publisher is a body that speaks for itself, not a medium: the head of its name says what it is.

    "Marina Real" is the navy; "Deportes de la Marina" and "Journal de l'armée" are papers.
    """
    head = _OF.split(fold_key(publisher), maxsplit=1)[0]
    return bool(concepts(head)[0] & ISSUERS) and bool(concepts(publisher)[0] & ISSUERS) and not is_agency(publisher)


def own_agency(reading: Reading) -> bool:
    """True when a page is an agency's own: its name says so, or the page credits its publisher as an agency does."""
    name = reading.article.publisher or ""
    if not name:
        return False
    if is_agency(name) or any(c.kind == "agency" and c.whole and same_medium(c.name, name) for c in reading.credits):
        return True
    return _calls_itself_agency(reading.article.text[:_TOP], name)


_TOP = 200
"""Characters of a page's top in which stands its masthead."""
_BESIDE_NAME = 12
"""Characters of the strokes and marks between a masthead and what it calls itself."""


@lru_cache(maxsize=4096)
def _calls_itself_agency(top: str, name: str) -> bool:
    """True when a page's name is followed, at its top, by the words for a news agency: «النورس | وكالة أنباء مستقلة»."""
    folded, own = fold_key(top), fold_key(name)
    at = folded.find(own)
    if at < 0:
        return False
    behind = folded[at + len(own) : at + len(own) + _BESIDE_NAME].lstrip(_STROKES)
    rest = folded[at + len(own) :].lstrip(_STROKES)
    return len(behind) < _BESIDE_NAME and any(rest.startswith(w) for w in _agency_phrases())


_STROKES = " \t\n|/:;.,-–—•·●▪*~()[]«»\"'"
"""Marks that part a masthead from its motto."""


@cache
def _agency_phrases() -> tuple[str, ...]:
    """What news agencies call themselves in several words ("agence de presse"): one word alone ("agency", "dispatch") may be anybody's."""
    listed = (fold_key(w) for language in LANGUAGES for w in table(language, "agencies")["agency"])
    return tuple(sorted({f"{w}" for w in listed if " " in w}))


def credited_below(reading: Reading) -> bool:
    """True of a page that names its publisher as a source below its text («المصدر: وكالة …», "Source : …"): somebody else's page of it."""
    name = reading.article.publisher or ""
    last = max((p.start for p in reading.article.parts if p.kind in ("lead", "body")), default=0)
    return any(c.whole and c.start > last and c.kind in MEDIA and same_medium(c.name, name) for c in reading.credits)
