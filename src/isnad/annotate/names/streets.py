"""Squares, streets and bridges whose name is printed small at its head: "la plaza de la Merced", « rue des Tanneurs », «ساحة مولاي الحسن».

The words are in ``names.toml`` under ``streets`` and, of hotels and palaces, ``inns``. In Latin scripts a capital must follow; in Arabic a word of place must lead to the
head, and what ``no_street`` lists names none ("the square *of the school*").
"""

from __future__ import annotations

from isnad.annotate.names.lexicon import anywhere, gazetteer, listed
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.spoken import stranger
from isnad.annotate.names.words import Word
from isnad.languages.calendar import names as calendar_names
from isnad.languages.meanings import place_kind

FOUND = 0.8
"""Confidence of a place that the word for a street tells."""
MOST = 5
"""Words of the longest such name behind its head."""
_LINK = {"fr": frozenset({"de", "du", "des", "d"}), "es": frozenset({"de", "del"})}
_AL = frozenset({"al", "el", "es", "ech", "er", "ed", "ez", "en", "et", "as", "ash", "ar", "ad", "az", "an", "at"})
_ARTICLES = frozenset({"la", "l", "le", "les", "los", "las", "el"})


def with_streets(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with its squares, streets and bridges, their head included."""
    heads = listed(language, "streets", "inns")
    out = raw
    for i, w in enumerate(words[:-1]):
        if w.key in heads and w.kind == "word":
            if language != "ar" and _headman(words, i):
                out = _of_headman(words, out, i)
                continue
            end = _arabic(words, i) if language == "ar" else _latin(words, i, language)
            out = _with(words, out, i, end) if end else out
    return out if out is raw else sorted(out)


_CHIEFS = frozenset({"chef", "cheffe", "chefs", "jefe", "jefa", "delegue", "deleguee"})
_OF = frozenset({"de", "du", "d"})


def _headman(words: list[Word], i: int) -> bool:
    """True of a quarter or village in the office of its head, right before a capital: « le chef de *quartier* Awa Tandia »."""
    led = i > 1 and words[i - 1].key.rstrip("'’") in _OF and words[i - 2].key in _CHIEFS
    return led and words[i].text.islower() and upper(words[i + 1]) and words[i + 1].kind == "word"


def _of_headman(words: list[Word], raw: list[Raw], i: int) -> list[Raw]:
    """The names with whoever is the head of a quarter: what the tagger took for the quarter's name is a person's."""
    inside = [r for r in raw if r[0] <= i + 1 < r[1]]
    if len(inside) != 1 or inside[0][2] not in ("LOC", "PER"):
        return raw
    end = inside[0][1]
    return sorted([*(r for r in raw if r not in inside), (i + 1, end, "PER", FOUND)])


def _with(words: list[Word], raw: list[Raw], a: int, b: int) -> list[Raw]:
    """The names with a street; what the tagger saw of it is part of it, but for the town it is in, and a body is left alone."""
    inside = [r for r in raw if r[0] < b and a < r[1]]
    if any(r[2] == "ORG" or r[0] < a for r in inside):
        return raw
    end = max([b, *(r[1] for r in inside)])
    found = [*(r for r in raw if r not in inside), (a, end, "LOC", FOUND)]
    if end > b + 1 and words[b].key == "de" and " ".join(w.key for w in words[b + 1 : end]) in gazetteer().places:
        return [*found[:-1], (a, b, "LOC", FOUND), (b + 1, end, "LOC", FOUND)]  # "la plaza de la Virgen *de Valencia*"
    return found


def _latin(words: list[Word], i: int, language: str) -> int:
    """Where a street's name ends that begins with a word in small letters, 0 when none does."""
    if not words[i].text.islower() or _instead(words, i):
        return 0
    k = i + 1
    linked = words[k].key.rstrip("'’") in _LINK[language]
    if linked and i and words[i - 1].key.rstrip("'’") in ("una", "une") and words[i].key in _ANY:
        return 0  # "en una calle de Chinandega": any of that town's
    k += linked
    article = linked and k < len(words) and words[k].key.rstrip("'’") in _ARTICLES
    k += article
    if k + 1 < len(words) and words[k].key in _AL:
        k += 1 + (words[k + 1].text == "-")  # "khan al-Qazzazine"
    if k >= len(words):
        return 0
    dated = words[k].kind == "number" and k + 2 < len(words) and any(upper(x) for x in words[k + 1 : k + 4])
    if not (dated or (words[k].kind == "word" and upper(words[k]))):
        return 0
    end = _end(words, k)
    alone = linked and not article and words[k - 1].key.rstrip("'’") in ("de", "d")
    if alone and (words[i].key in _OF_TOWNS or (words[i].key == "place" and _bare_the(words, i))):
        return 0  # "le pont de Sousse": a town's; "a pris la place de X": nobody's square
    return end


_OF_TOWNS = frozenset(
    "marche mercado cementerio cimetiere stade estadio quartier barrio pont puente port muelle carretera autopista parc parque "
    "hotel hostal souk zoco riad khan villa cinema cine theatre teatro cafe complexe complejo chateau castillo".split()
)
"""What every town has one of, so that "of" leads to the town and to no name."""


_ANY = frozenset("calle calles avenida rue avenue ruelle callejuela plaza place esquina".split())
"""What a town has many of."""


def _bare_the(words: list[Word], i: int) -> bool:
    return i > 0 and words[i - 1].key == "la" and not (i > 1 and words[i - 2].key in ("sur", "de", "vers", "traverse"))


def _instead(words: list[Word], i: int) -> bool:
    """True of a place that is no square: "à la place du ministre", "sa place", "cent places"."""
    before = words[i - 1].key if i else ""
    return words[i].key == "place" and (
        before in _NO_SQUARE
        or (
            before == "la"
            and i > 1
            and words[i - 2].key in ("a", "prend", "prendre", "pris")
            and _of_somebody(words, i)
        )
    )


def _of_somebody(words: list[Word], i: int) -> bool:
    """True of "à la place *du* ministre"; "jusqu'à la place Riad el-Solh" is one."""
    return i + 1 < len(words) and words[i + 1].key.rstrip("'’") in _LINK["fr"]


_NO_SQUARE = frozenset(
    "sa ma ta leur notre votre en une cette chaque premiere deuxieme troisieme seconde derniere toute bonne sur-".split()
)


def _end(words: list[Word], k: int) -> int:
    """The place behind a street's name: words with capitals, a day and its month, what a given name goes on with."""
    end, goes_on = k + 1, words[k].kind == "number" or words[k].key in gazetteer().given
    while end < len(words) and end - k < MOST:
        w = words[end]
        hyphen = w.text == "-" and words[end - 1].end == w.start
        # "plaza Luis *de* Fuentes", "9 *de* Julio"; but "la plaza Mayor *de* Sigüenza" is in that town
        linked = goes_on and w.key in ("de", "del") and any(upper(x) for x in words[end + 1 : end + 2])
        solh = w.key in _AL and end + 2 < len(words) and words[end + 1].text == "-" and upper(words[end + 2])
        linked = linked or (solh and words[end + 1].start == w.end)  # "place Riad *el*-Solh"
        own = w.kind in ("word", "number") and (upper(w) or w.text[:1].isdigit())
        if not (own or hyphen or linked):
            break
        end += 1
    return end


def _arabic(words: list[Word], i: int) -> int:
    """Where an Arabic street's name ends, 0 when none does."""
    if not _led(words, i):
        return _inn(words, i)
    w = words[i + 1]
    if w.kind == "number":
        month = words[i + 2].key if i + 2 < len(words) else ""
        return i + 3 if month in calendar_names("ar", "months") else 0
    if w.kind != "word" or w.key in listed("ar", "no_street") or w.key in anywhere("never") or place_kind(w.key):
        return 0
    definite = w.key.startswith("ال") and len(w.key) > 4
    people = w.key in gazetteer().given or w.key in listed("ar", "honorifics", "martyrs") or w.key in _OPENERS
    if not (people or definite):
        return 0
    k = i + 2
    while k < len(words) and k - i < MOST and words[k].kind == "word" and _of_a_name(words[k], people):
        k += 1
    return k if k > i + 2 or definite else 0


def _inn(words: list[Word], i: int) -> int:
    """Where an inn's name of two nouns ends, wherever it stands: «فندق *لؤلؤة الدوم*»; 0 for «فندق وسط المدينة»."""
    if words[i].key not in _INNS or i + 2 >= len(words):
        return 0
    first, last = words[i + 1], words[i + 2]
    small = first.key in anywhere("never") or first.key in _LEADS or place_kind(first.key) is not None
    named = first.kind == last.kind == "word" and last.key.startswith("ال") and len(last.key) > 4
    other = place_kind(last.key) is not None or first.key.startswith("ال") or last.key in anywhere("never")
    return i + 3 if named and not (small or other) else 0


_INNS = frozenset({"فندق", "منتجع", "نزل", "موتيل", "مطعم", "استراحه"})
_OPENERS = frozenset({"مولاي", "سيدي", "للا", "لاله", "ابن", "بن", "ابو", "ابي", "ام"})
_LEADS = frozenset("في عند قرب امام نحو الي من علي عبر وسط باتجاه قباله صوب تجاه ب و بين محيط مدخل فوق تحت ل".split())
"""What leads to a place."""


def _led(words: list[Word], i: int) -> bool:
    """True when a word of place leads to a street: «في ساحة», «بساحة»."""
    return i > 0 and words[i - 1].key in _LEADS


def _of_a_name(w: Word, people: bool) -> bool:
    """True of a further word of a name: a person's, or one that no list has; with the article only where somebody is called by it."""
    known = gazetteer()
    if w.key in anywhere("never") or w.key in listed("ar", "no_street"):
        return False
    family = w.key in known.given or w.key in known.family or w.key in known.people or w.key in anywhere("descent")
    called = people and w.key.startswith("ال") and len(w.key) > 4 and w.key not in known.plain["ar"]
    return family or called or stranger(w)


__all__ = ["with_streets"]
