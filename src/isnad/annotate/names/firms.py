"""Names of firms, clubs, papers and agencies that a page introduces as such, found wherever they stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from isnad.annotate.names.bearers import bossed, crafts_told, firms_told
from isnad.annotate.names.classes import bands, likeness
from isnad.annotate.names.firms_several import firms_in_row
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.told import is_kin
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import bare, concepts
from isnad.text import fold_key

SURE = 0.93
"""Score from which a name the tagger found stands, whatever word for a firm is beside it."""


class Bearer(Struct, frozen=True):
    """What the page says bears a name: how sure that is, and the sort.

    2 when the name stands between marks behind a word for a firm; 1 when the words around it say that no person bears it, so that
    only a tagger's "person" falls; 0 when a tagger that was sure knows better.
    """

    sure: int
    kind: str = "ORG"


TOLD, GUESSED = 0.9, 0.6
"""Confidence of a name the page leaves no doubt about, and of one it only introduces."""
FirmNames = dict[tuple[str, ...], Bearer]
"""Folded words of a name → what bears it."""
_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
LONGEST = 4
"""Words of the longest name that is read between marks."""


def firms_named(rows: Sequence[Sequence[Word]], raws: Sequence[Sequence[Raw]], language: str) -> FirmNames:
    """Return the folded names that a page introduces as those of firms, clubs or papers.

    "le groupe espagnol Transbel", "the Northwell group", «شركة "نور السواحل"», «نادي نجم المنارة التونسي»: a word for a firm, some
    adjectives, and a name with capitals, in Arabic between marks or before a nationality. What is named so once is a name
    everywhere on the page; a name between marks is one whatever the tagger thought, any other only where it was not sure.
    """
    found: FirmNames = {}
    bearers = listed(language, "firm_words", "bearers") | (_MORE if language == "ar" else frozenset())
    callings = listed(language, "callings") - _MINERS if language == "en" else frozenset[str]()
    surnames: set[str] = set()
    for words, raw in zip(rows, raws, strict=True):
        # "Tavo Kinderu, a *trader*": what is a firm's word and a calling makes no firm of who is surely somebody
        somebody = {i for a, b, k, s in raw if k == "PER" and s >= SURE and b - a > 1 for i in range(a, b)}
        taken = {i for a, b, kind, score in raw if score >= SURE and kind != "PER" for i in range(a, b)}
        people = {i for a, b, k, s in raw if k == "PER" and s >= SURE and _named(words, a, b) for i in range(a, b)}
        towns = {r[:2] for r in raw if r[2] == "LOC" and key_of(words, *r[:2]) not in gazetteer().places}
        surnames |= {words[b - 1].key for a, b, k, _ in raw if k == "PER" and _named(words, a, b)}
        for i, w in enumerate(words):
            if w.key not in bearers or (w.text[:1].isupper() and i):
                continue
            a, b = _marked(words, i, language)
            marked = a < b
            if not marked:
                a, b = _unmarked(words, i) if language == "ar" else _capitals(words, i, language)
            if w.key in callings and not marked and somebody & set(range(a, b)):
                continue
            sited = language in ("fr", "es") and a == i + 1 and b - a > 1 and (a, b) in towns
            if sited:
                _note(found, words, a, b, Bearer(2))  # "la conservera *Monte Cara*"
            elif a < b and (marked or not (taken | people) & set(range(a, b))):
                _note(
                    found, words, a, b, Bearer(2 if marked else int(b - a > 1 or _of_a_nation(words, i, a, language)))
                )
        for a, b in firms_told(words, language):
            sort = next((r[2] for r in raw if r[:2] == (a, b)), "") if b - a > 1 else ""
            near = (*words[max(0, a - 3) : a], *words[b : b + 4])
            if somebody & set(range(a, b)) and any(x.key in callings for x in near):
                continue
            if not ((people if sort else taken | people) & set(range(a, b))):
                _note(found, words, a, b, Bearer(2 if sort in ("LOC", "MISC") else 1))
        for a, b in firms_in_row(words, language):
            if language == "ar" or not (taken | people) & set(range(a, b)):
                _note(found, words, a, b, Bearer(2 if language == "ar" else 1))
        for a, b in crafts_told(words, language):
            if not taken & set(range(a, b)):
                inn = any(w.key in _INNS for w in words[max(0, a - 2) : a])
                _note(found, words, a, b, Bearer(1, "LOC" if inn else "MISC"))
    return _with_short(found, surnames, rows, language)


_MINERS = frozenset({"miner"})
"""Callings by which the press calls firms more often than people: "a listed miner"."""
_INNS = frozenset(
    "hotel restaurant restaurante cafe motel hostal auberge pension riad resort cabaret parador posada".split()
)
"""Houses that are places under their names."""


def _of_a_nation(words: Sequence[Word], i: int, a: int, language: str) -> bool:
    """True of a nationality between a word for a firm and the name: "la agencia oficial jordana Shara" is no person."""
    return any(w.key in demonyms(language) for w in words[i + 1 : a])


def _named(words: Sequence[Word], a: int, b: int) -> bool:
    """True of a person's full name that begins with a given name everybody knows."""
    return b - a > 1 and words[a].key in given_names()


def _note(found: FirmNames, words: Sequence[Word], a: int, b: int, bearer: Bearer) -> None:
    """Keep the surer of two bearers; a craft rather than a firm where a word is one for both ("tanker")."""
    key = tuple(words[k].key for k in range(a, b))
    known = found.get(key)
    if known is None or bearer.sure > known.sure or (bearer.sure == known.sure and bearer.kind == "MISC"):
        found[key] = bearer


def _with_short(found: FirmNames, surnames: set[str], rows: Sequence[Sequence[Word]], language: str) -> FirmNames:
    """The names without those that are the family name of a person of the page, and the first word of a firm's for the firm."""
    kept = {k: v for k, v in found.items() if v.sure == 2 or k not in {(s,) for s in surnames}}
    plain = gazetteer().plain[language]
    for key, bearer in list(kept.items()):
        first = key[0]
        told = language != "ar" and bearer.kind == "ORG" and bearer.sure > 0 and len(key) > 1 and len(first) > 4
        common = first in plain or first in gazetteer().places or first in demonyms(language) or first in given_names()
        if told and not common and first not in surnames | listed(language, "heads", "firm_openers"):
            kept.setdefault((first,), bearer)
        elif told and first in gazetteer().places and any(bossed(words, first, language) for words in rows):
            kept.setdefault((first,), bearer)  # "Savannah chief executive Grace Wanyonyi", of Savannah Jetlease
    return kept


def _capitals(words: Sequence[Word], i: int, language: str) -> tuple[int, int]:
    """The name with capitals behind a word for a firm, or a single one right before it in English; empty for none."""
    plain = gazetteer().plain[language]
    a = _past_adjectives(words, i + 1, language)
    goods = a + 2 < len(words) and words[a].key in ("de", "d'", "d") and words[a + 1].text.islower()
    if goods and language in ("fr", "es") and words[a + 1].key.endswith("s") and len(words[a + 1].key) > 4:
        k = _past_adjectives(words, a + 2, language)
        a = a if words[min(k, len(words) - 1)].key in given_names() else k  # "la fabricante *de baterías* Voltaria"
    b = a
    while b < min(len(words), a + 4) and (
        (words[b].kind == "word" and upper(words[b])) or (b > a and words[b].text == "&" and upper(words[b + 1]))
    ):
        b += 1
        b = _past_small(words, b)
    if a < b and (b - a > 1 or (len(words[a].key) > 3 and words[a].key not in plain)):
        return a, b
    before = i - 1
    lone = language == "en" and before > 0 and upper(words[before]) and not upper(words[before - 1])
    if (
        lone
        and len(words[before].key) > 3
        and words[before].key not in plain
        and words[before].key not in demonyms("en")
    ):
        return before, before + 1
    return 0, 0


def _past_small(words: Sequence[Word], b: int) -> int:
    """The place of the word with a capital behind a hyphen or small words inside a firm's name: "Ponts *de l'* Ain", "Topo*-*Vercors"."""
    k = b
    while k < len(words) and k - b < 2 and words[k].text.rstrip("'’") in _INSIDE:
        k += 1
    joined = k == b and k + 1 < len(words) and words[k].text == "-" and words[k - 1].end == words[k].start
    k += joined
    return k if k > b and k < len(words) and upper(words[k]) and words[k].kind == "word" else b


_INSIDE = frozenset({"de", "du", "des", "d", "l", "la", "del", "los", "las"})
"""Small words inside names of firms."""


def _past_adjectives(words: Sequence[Word], a: int, language: str) -> int:
    """The place behind the adjectives of a word for a firm: "fabricante gallego", "agencia oficial jordana"."""
    for n in range(3):
        if a >= len(words) or words[a].kind != "word" or upper(words[a]) or len(words[a].key) < 5:
            break
        if language == "en" and words[a].key in office_words("en"):
            break  # "fund *director* Sultan Al Mazrui"
        if language == "en" and words[a].key.endswith("ed"):
            break  # "the company named Xu Meiling as its chief": a verb
        # One adjective may be any; of a second and a third, the nationality tells that the words are none of a sentence.
        if n and not any(w.key in demonyms(language) for w in words[a : a + 2 - n // 2]):
            break
        a += 1
    return a


def _marked(words: Sequence[Word], i: int, language: str) -> tuple[int, int]:
    """The words between marks behind a word for a firm, two others between them at the most; empty for none.

    Where there are capitals, the first and the last of the words must bear one: "le journal « La Vigie »", no quotation.
    """
    a = i + 1
    while a < min(len(words), i + 3) and words[a].kind == "word" and (language != "ar" or _tells(words[a])):
        a += 1
    a, b = between_marks(words, a)
    if language != "ar" and a < b and not (upper(words[a]) and upper(words[b - 1])):
        return 0, 0
    if a == i + 2 and words[i].key in _CALLED_SO and b - a > 1:
        return a, b
    if any(w.key in anywhere("never") for w in words[a:b]) or (
        language == "ar" and b - a > 2 and ((a > i + 2 and words[i + 1].key not in demonyms("ar")) or _said(words[a:b]))
    ):
        return 0, 0
    return a, b


_CALLED_SO = frozenset(
    "جمعيه حركه حزب منظمه ائتلاف تحالف رابطه تعاونيه مبادره حمله فرقه شبكه منصه اتحاد تيار هيئه مؤسسه موسسه".split()
)
"""Bodies that are called what stands between marks right behind them, be it a whole saying: «جمعية «عين على المليم»»."""


def _said(inside: Sequence[Word]) -> bool:
    """True of words that rather say something than name it: two common words without an article among them."""
    plain = gazetteer().plain["ar"]
    free = [w for k, w in enumerate(inside) if k == 0 or inside[k - 1].kind != "particle"]
    return sum(w.key in plain and not w.key.startswith(("ال", "لل")) for w in free) > 1


def _tells(w: Word) -> bool:
    """True of an Arabic word that tells which firm is meant and is no name: «شركة التنمية المحلية «تازغارت تنقل»»."""
    plain = gazetteer().plain["ar"]
    if w.key in _auxiliaries():
        return False  # «المجموعة كانت "غير سعيدة"»: a clause says something of her
    return w.key in plain or w.key.startswith("ال") or w.key in demonyms("ar")


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("ar", "speech")["auxiliaries"])


def between_marks(words: Sequence[Word], a: int) -> tuple[int, int]:
    """The words between the mark at ``a`` and the one that closes it, when they are few and nothing else; else empty."""
    if a >= len(words) or words[a].text not in _OPENING:
        return 0, 0
    end = next((k for k in range(a + 1, min(len(words), a + LONGEST + 2)) if words[k].text in _CLOSING), 0)
    inside = range(a + 1, end)
    return (
        (a + 1, end)
        if end and inside and all(words[k].kind in ("word", "particle", "elided") for k in inside)
        else (0, 0)
    )


def _unmarked(words: Sequence[Word], i: int) -> tuple[int, int]:
    """The Arabic words between a word for a firm and the nationality behind its name; empty for none.

    «نادي نجم المنارة التونسي», «شركة سيباك الصينية»; «شركة الكهرباء المغربية» is described, not named.
    """
    plain, nations = gazetteer().plain["ar"], demonyms("ar")
    for b in range(i + 2, min(len(words), i + 5)):
        inside = words[i + 1 : b]
        if any(w.kind != "word" or w.key in anywhere("never") or w.key in nations for w in inside):
            return 0, 0
        if b < len(words) and words[b].kind == "word" and words[b].key in nations and words[b].key.startswith("ال"):
            rare = words[i].key in _FUNDS and len(inside) == 1 and _rare(inside[0])  # «صندوق *السدر* الإماراتي»
            described = (inside[0].key.startswith("ال") and not rare) or any(
                w.key in plain or w.key.removeprefix("ال") in plain or concepts(w.text)[0] for w in inside[:1]
            )
            return (0, 0) if described else (i + 1 - (words[i].key == "صندوق"), b)
    return _strangers(words, i)


def _strangers(words: Sequence[Word], i: int) -> tuple[int, int]:
    """The one to three Arabic words behind a word for a firm that no list has and whose letters are a foreign name's: «فريق بلفاست جاينتس»."""
    if (
        words[i].key not in listed("ar", "firm_words") | _MORE
        or words[i].key.startswith("ال")
        or words[i].key in _SHIPS
    ):
        return 0, 0
    b, known = i + 1, 0
    while b < len(words) and b - i < 4 and _foreign(words[b]):
        known += words[b].key in gazetteer().places
        b += 1
    return (i + 1, b) if b - i - 1 > known else (0, 0)


def _rare(w: Word) -> bool:
    """True of a word with the article that no list has and that pages seldom print, with it or without."""
    stem, known, plain = bare(w.key), bands("ar"), gazetteer().plain["ar"]
    common = min(known.get(w.key, 9), known.get(stem, 9)) < 4 or w.key in plain or stem in plain
    return w.key.startswith("ال") and len(stem) > 2 and not common and not concepts(w.text)[0]


_FUNDS = frozenset(
    {"صندوق", "شركه", "مجموعه", "بنك", "مصرف", "وكاله", "قناه", "صحيفه", "مؤسسه", "موءسسه", "فندق", "فريق", "نادي"}
)
"""What bears a name of one word with the article before the nationality."""
_MORE = frozenset({"تعاونيه", "صندوق", "شبكه", "تلفزيون", "مقاوله"})
"""Words for firms that the taggers have not learned."""
_SHIPS = frozenset({"سفينه", "باخره"})
"""What a name behind is a craft's."""


def _foreign(w: Word) -> bool:
    """True of a word without the article that is neither a word of the language nor a given name or a people's."""
    if w.kind != "word" or len(w.key) < 3 or w.key.startswith("ال") or w.key in demonyms("ar"):
        return False
    if bands("ar").get(w.key, 9) < 4 or w.key in gazetteer().plain["ar"]:
        return False
    named = w.key in given_names() or w.key in gazetteer().given
    return not named and likeness(w.key) > 0 and not concepts(w.text)[0]


def clubs_named(rows: Sequence[Sequence[Word]], raws: Sequence[Sequence[Raw]], language: str) -> FirmNames:
    """Return the folded names of clubs that a page of matches prints: "l'Ittihad Rachidi", «الاتحاد الرشيدي المصري».

    A word that opens names of clubs and a name behind it; in Arabic the nationality behind that tells.
    """
    found: FirmNames = {}
    heads = listed(language, "club_heads", "club_words")
    inner = listed(language, "inner") | {"al", "el"}
    for words, raw in zip(rows, raws, strict=True):
        taken = {i for a, b, _, score in raw if score >= SURE for i in range(a, b)}
        for i, w in enumerate(words):
            if w.key not in heads or w.kind != "word":
                continue
            b = i + 1
            if language == "ar":
                b = _before_nation(words, i)
            elif upper(w):
                while b < len(words) and b - i < 5 and (upper(words[b]) or words[b].key.rstrip("'") in inner):
                    b += 1
                while b > i + 1 and not upper(words[b - 1]):
                    b -= 1
            if b > i + 1 and (not taken & set(range(i, b)) or _of(words[i:b])):
                found[tuple(x.key for x in words[i:b])] = Bearer(2 if _of(words[i:b]) else 0)
    return found


def _of(words: Sequence[Word]) -> bool:
    """True of a club's name that says of where: "Estrella de la Bahía"; its first word alone would be another's."""
    return (
        len(words) > 2 and not upper(words[1]) and words[1].kind in ("word", "elided") and words[0].text[:1].isupper()
    )


def _before_nation(words: Sequence[Word], i: int) -> int:
    """The place of the nationality behind a club's first word and one or two more; that of the first word for none."""
    nations = demonyms("ar")
    for b in (i + 2, i + 3):
        inside = words[i + 1 : b]
        if any(w.kind != "word" or w.key in anywhere("never") or w.key in nations for w in inside):
            break
        if b < len(words) and words[b].key in nations and words[b].key.startswith("ال"):
            return b
    return i


def with_firms(words: list[Word], raw: list[Raw], firms: FirmNames) -> list[Raw]:
    """Add the names a page introduced as those of firms, wherever they stand and nothing else was found."""
    if not firms:
        return raw
    keys = [w.key for w in words]
    # What a tagger guessed of an unknown word weighs less than what the page says it is.
    out = [r for r in raw if not _guessed(r, keys, firms)]
    taken = {i for a, b, _, _ in out for i in range(a, b)}
    for name in sorted(firms, key=len, reverse=True):
        for a in range(len(keys) - len(name) + 1):
            place = range(a, a + len(name))
            if tuple(keys[a : a + len(name)]) == name and not taken & set(place) and _stands(words, a):
                out.append((a, a + len(name), firms[name].kind, TOLD if firms[name].sure else GUESSED))
                taken |= set(place)
    return sorted(out)


def _guessed(r: Raw, keys: Sequence[str], firms: FirmNames) -> bool:
    """True when a span is a name the page introduced, or a part of one that stands here, and the page knows better."""
    a, b, kind, score = r

    def better(known: Bearer) -> bool:
        return known.sure == 2 or score < SURE or (known.sure == 1 and kind == "PER")

    own = firms.get(tuple(keys[a:b]))
    if own is not None:
        return better(own)
    return any(
        better(known)
        and len(name) > b - a
        and any(tuple(keys[s : s + len(name)]) == name for s in range(max(0, b - len(name)), a + 1))
        for name, known in firms.items()
    )


def _stands(words: Sequence[Word], a: int) -> bool:
    """True when a word may begin a name: it has a capital, or its script knows none."""
    return upper(words[a]) or not words[a].text[:1].islower()


def _numbered(words: list[Word], a: int, b: int) -> bool:
    """True of what a number closes between marks, or a small one behind a craft: a satellite's, a ship's, a field's name, no person's."""
    if b >= len(words) or words[b].kind != "number" or not words[b].key.isdigit():
        return False
    marked = b + 1 < len(words) and words[b + 1].text in _CLOSING and a > 0 and words[a - 1].text in _OPENING
    led = words[max(0, a - 3) : a]
    return marked or (len(words[b].key) < 3 and any(bare(w.key) in listed("ar", "things") for w in led))


def no_quoted_persons(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Call what fills the space between marks no person: Arabic pages mark names of firms, papers and works, not of people.

    A nickname («أبو عمار») and a given name are people still; a nationality behind the marks tells a firm or a club.
    """
    if language != "ar":
        return raw
    out = []
    for a, b, kind, score in raw:
        if kind == "PER" and _numbered(words, a, b):
            out.append((a, b, "MISC", score))  # «القمر الصناعي «ياسمين 1»»
            continue
        first, last = between_marks(words, a - 1) if a else (0, 0)
        if not last or b > last or any(a < x[0] < last for x in raw):
            out.append((a, b, kind, score))
            continue
        if (
            kind == "PER"
            and (first, last) == (a, b)
            and words[a].key not in anywhere("descent") | listed("ar", "kunya")
        ):
            nation = last + 1 < len(words) and words[last + 1].key in demonyms(language)
            led = words[a - 2] if a > 1 else words[a]
            someone = is_kin(led) or bare(led.key) in office_words("ar") or led.key in listed("ar", "honorifics")
            alone = words[a].key not in given_names() and not (someone and b - a > 1)
            kind = "ORG" if nation else "MISC" if alone else kind
        out.append((a, last if kind in ("ORG", "MISC") else b, kind, score))
    return out
