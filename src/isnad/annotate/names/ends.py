"""Where the names of persons begin and end: a town before one, a verb behind one, a small word inside one."""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.classes import bands
from isnad.annotate.names.described import undescribed
from isnad.annotate.names.holders import holder_inside
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.spoken import bound
from isnad.annotate.names.words import Word
from isnad.annotate.quotations.lexicon import speech
from isnad.languages import table
from isnad.languages.meanings import bare, concepts
from isnad.text import fold_key

SURE = 0.97
"""Score from which a span is left as the tagger found it."""


def people_parted(words: list[Word], raw: list[Raw], towns: frozenset[str], language: str) -> list[Raw]:
    """Take a town off the beginning of a person's name and words of the sentence off both ends of an Arabic one.

    "à Abéché Idriss Mahamat Nour": a preposition of place, a town (``towns``: names of places on the page; or of the gazetteer),
    and a given name behind it.
    """
    out: list[Raw] = []
    clubs = listed(language, "club_heads", "club_words")
    for a, b, kind, score in raw:
        if kind == "PER" and b - a == 3 and _two_given(words, a):
            out += [(a, a + 1, kind, score), (a + 2, b, kind, score)]  # "Pedro y Ana"
            continue
        if kind == "PER" and b - a > 1 and words[a].key in clubs and key_of(words, a + 1, b) in towns:
            kind = "ORG"  # "Amal Uled Sefar", where the page tells of Uled Sefar
        if kind in ("PER", "LOC") and language != "ar" and (town := _town_held(words, a, b, kind, towns, language)):
            out.append((a, town, "LOC", 0.7))
            a, kind = town, "PER"
        if kind == "PER":
            if town := _town_before(words, a, b, towns, language):
                out.append((a, town, "LOC", 0.7))
                a = town
            if language == "ar":
                a, b = undescribed(words, *_arabic_ends(words, a, b))
            elif a > 1 and _given_after_all(words, a, language):
                a -= 1
        elif kind == "ORG" and language == "ar" and _described(words, a, b):
            a, kind = a + 1, "PER"
        elif language != "ar" and b - a > 2 and (held := holder_inside(words, a, b, language)):
            a, kind = held, "PER"
        out.append((a, b, kind, score))
    return out


def _two_given(words: list[Word], a: int) -> bool:
    """True of two given names with "and" between."""
    pair = words[a].key in given_names() and words[a + 2].key in given_names()
    return pair and words[a + 1].key in ("y", "e", "et", "and") and words[a + 1].text.islower()


def _given_after_all(words: list[Word], a: int, language: str) -> bool:
    """True when the title before a family name's article is a given name: an office leads to it ("director Sultan Al Mazrui")."""
    title, office = words[a - 1], bare(words[a - 2].key)
    return (
        title.key in anywhere("titles_or_names")
        and upper(title)
        and words[a].key in _ARTICLES
        and office in office_words(language)
    )


_ARTICLES = frozenset({"al", "el"})


def _town_before(words: list[Word], a: int, b: int, towns: frozenset[str], language: str) -> int:
    """Where the person begins when a town stands before; 0 when none does."""
    if b - a < 3 or not a or words[a - 1].key not in listed(language, "at"):
        return 0
    for n in (2, 1):
        name = " ".join(w.key for w in words[a : a + n])
        rest = [w.key for w in words[a + n : b]]
        if len(rest) >= 2 and (name in towns or name in gazetteer().places) and words[a].key not in given_names():
            if rest[0] in given_names() or rest[0] in gazetteer().given:
                return a + n
    return 0


def _town_held(words: list[Word], a: int, b: int, kind: str, towns: frozenset[str], language: str) -> int:
    """Where the holder begins whose town the tagger ran on into: "al exalcalde de *Villarroble | Andrés Cotera*"; 0 for none.

    A town that nobody knows is of one word, and the tagger saw a person there.
    """
    whole = key_of(words, a, b)
    if b - a < 3 or a < 2 or whole in gazetteer().places or words[a - 1].key.rstrip("'’") not in _OF:
        return 0
    office = bare(words[a - 2].key)
    if office not in office_words(language) and office.removeprefix("ex") not in office_words(language):
        return 0
    for k in range(a + 1, b - 1):
        town = key_of(words, a, k)
        known = town in towns or town in gazetteer().places
        alone = kind == "PER" and k == a + 1 and town not in given_names() and town not in _LED_TOWNS
        if words[k].key in given_names() and upper(words[b - 1]) and (known or alone):
            return k
    return 0


_LED_TOWNS = frozenset(
    {"san", "santa", "santo", "saint", "sainte", "ciudad", "villa", "puerto", "sidi", "moulay", "port"}
)
"""What opens the names of towns that go on with a given name: "San José", "Villa María"."""
_OF = frozenset({"de", "del", "du", "d", "por"})


def untimed(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence without the time behind them: "High Court of Justice | on Tuesday", «مطار الخرطوم | فجر اليوم»."""
    if language not in ("en", "ar"):
        return raw
    timed = _timed if language == "en" else _hour
    return [(a, timed(words, a, b), kind, score) for a, b, kind, score in raw]


def _hour(words: list[Word], a: int, b: int) -> int:
    """Where an Arabic name ends that a time of day closes, with the day behind it: «وزارة الدفاع | مساء أمس»."""
    if b - a < 2 or b >= len(words) or words[b - 1].key not in _HOURS:
        return b
    return b - 1 if words[b].key.startswith("ال") or words[b].key in ("امس", "يوم", "غد", "غدا") else b


_HOURS = frozenset(
    "فجر صباح ظهر عصر مساء ليل ليله غداه عشيه نهار ضحي منتصف اواءل اواخر اواسط مطلع نهايه بدايه خلال طوال بعد قبل".split()
)


def _timed(words: list[Word], a: int, b: int) -> int:
    """Where a name ends that a small word and a day of the week or a month close."""
    day = b - a > 2 and words[b - 2].key in listed("en", "before_days") and words[b - 1].key in _days()
    return b - 2 if day else b


@cache
def _days() -> frozenset[str]:
    calendar = table("en", "calendar")
    return frozenset(fold_key(w) for part in ("weekdays", "months") for w in calendar[part])


def _described(words: list[Word], a: int, b: int) -> bool:
    """True when an Arabic body is only described and a person follows: «المدير التنفيذي للشركة إغناسيو كيرول»."""
    definite = words[a].key.startswith("ال") or (
        a > 0 and words[a - 1].kind == "particle" and words[a - 1].key.endswith("لل")
    )
    office = a > 0 and bare(words[a - 1].key) in office_words("ar")  # «رئيسة المجلس سامية القرقوري»
    family = not words[a + 2].key.startswith("ال") if b - a > 2 and not office else office
    return definite and 3 <= b - a <= 4 and words[a + 1].key in given_names() and family


def _arabic_ends(words: list[Word], a: int, b: int) -> tuple[int, int]:
    """A name of three words and more without a common word before its given name, or one in the accusative behind it.

    «فائز مهدي بن عثيمان», «رشيد مزغيش نفيا قاطعا», «الشيخ ولد اخويلد مدربا», «مريم بنت سيدي بجائزة».
    """
    known = gazetteer()
    if b - a > 3 and bare(words[a].key) in office_words("ar") and words[a + 1].key.startswith("ال"):
        a += (
            2 if words[a + 2].key in given_names() else 0
        )  # «أمين الاتحاد فؤاد المرزوقي»: a given name is an office, too
    while b - a > 1 and words[b - 1].key in _present() and words[b - 1].key not in known.people:
        b -= 1  # a title's verb: «ولد اعل الشيخ ينفي»
    while b - a > 1 and words[b - 1].key in _CLAUSES:
        b -= 1  # «بلال وهو تاجر»
    b = next((i for i in range(a + 1, b) if someones_own(words, i, b)), b)
    while b - a > 2:
        first, second, last = words[a].key, words[a + 1].key, words[b - 1].key
        if (
            (last.startswith("ال") and _object(words, a, b))
            or bound(words[b - 1])
            or (last.endswith("ا") and last not in known.people and last not in known.family and _common(last[:-1]))
        ):
            b -= 1
        elif (
            first not in known.people
            and first not in given_names()
            and second in given_names()
            and first not in anywhere("descent")
        ) or _epithet(words, a):
            a += 1
        else:
            break
    return a, b


_CLAUSES = frozenset(
    {
        "وهو",
        "وهي",
        "وهم",
        "الذي",
        "التي",
        "الذين",
        "وكان",
        "وكانت",
        "وقد",
        "والذي",
        "والتي",
        "حيث",
        "منذ",
        "نفسه",
        "نفسها",
    }
)
"""Words that open a clause and end no name."""


def someones_own(words: list[Word], i: int, b: int) -> bool:
    """Return whether «و» leads to somebody who is only told of by whose they are: «نزار القناطري *وجيرانه*», «سامر الزعبي *ومحاميه*»."""
    w = words[i]
    apart = w.key == "و" and i + 1 < b
    key = words[i + 1].key if apart else w.key[1:] if w.key.startswith("و") else ""
    owner = next((t for t in ("هما", "ها", "هم", "هن", "ه") if key.endswith(t) and len(key) > len(t) + 2), "")
    if not owner or key in gazetteer().people or w.key in gazetteer().people:
        return False
    stem = key.removesuffix(owner)
    bent = f"{stem[:-1]}ء" if stem.endswith(("و", "ي")) else stem  # «أبناؤه», «أصدقائه»
    return any(_common(s) or s in listed("ar", "companions") for s in (stem, bent, stem.removesuffix("ي")))


def _object(words: list[Word], a: int, b: int) -> bool:
    """True of a common noun with the article behind a family name with it: «يوسف الكواري *الكأس*»."""
    key, before = words[b - 1].key, words[b - 2].key
    common = min(bands("ar").get(key, 9), bands("ar").get(bare(key), 9)) < 4 and not key.endswith(("ي", "يه"))
    return before.startswith("ال") and before.endswith("ي") and common and bare(key) not in given_names()


@cache
def _present() -> frozenset[str]:
    """Verbs of saying of one word in the present: «ينفي», «تؤكد»."""
    lexicon = speech("ar")
    rows = lexicon.cues.items() if lexicon else ()
    said = {w for w, row in rows if any(len(e.words) == 1 and e.form == "finite" for e in row)}
    return frozenset(w for w in said if w[0] in "يت" and len(w) > 3)


def _epithet(words: list[Word], a: int) -> bool:
    """True of an adjective with the article that an office before it has: «الممثلة السامية كايا كالاس»."""
    key, known = words[a].key, gazetteer()
    adjective = key.startswith("ال") and key.endswith(("يه", "ي")) and len(key) > 5
    return adjective and key not in known.people and a > 0 and bare(words[a - 1].key) in office_words("ar")


def _common(stem: str) -> bool:
    """True of a word of the language: what an office is called, or any word that lists have without the ending."""
    plain = gazetteer().plain["ar"]
    return bare(stem) in office_words("ar") or stem in plain or f"{stem}ه" in plain or f"{stem}ي" in plain


def bodies_whole(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names with Arabic bodies as long as «ل» carries them: «الاتحاد التونسي لكرة اليد», «الوكالة الوطنية للسدود».

    Only behind a word that opens names of bodies, over one noun with the article, or one without and one with it.
    """
    if language != "ar":
        return raw
    heads = listed(language, "heads", "body_heads")
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    out = []
    for a, b, kind, score in raw:
        if kind == "ORG" and words[a].key in heads and b - a > 1:
            end = max(_carried(words, b), _carried_together(words, b))
            if end > b and not taken & set(range(b, end)):
                b = end
            while b < len(words) and b not in taken and _tells_whose(words[b - 1], words[b]):
                b += 1
            town = b < len(words) and b not in taken and not words[b - 1].key.startswith("ال") and _known_town(words[b])
            if town and words[b - 1].kind == "word":
                b += 1
        out.append((a, b, kind, score))
    return out


def _carried_together(words: list[Word], b: int) -> int:
    """Where two words end that are understood only together behind «ل»: «الاتحاد الدولي لألعاب القوى»."""
    i = b + 1 if b < len(words) and words[b].kind == "particle" and words[b].key == "ل" else b
    if i + 1 >= len(words) or words[i].kind != "word" or (i == b and not words[i].key.startswith("ل")):
        return b
    first = words[i].text if i > b else words[i].text[1:]
    known, rest = concepts(f"{first} {words[i + 1].text}")
    return i + 2 if known and not rest and words[i + 1].key.startswith("ال") else b


def _tells_whose(noun: Word, w: Word) -> bool:
    """True of an adjective with the article, behind a noun with it, that tells bodies apart: «حزب العمل الإفريقي»."""
    definite = w.kind == "word" and w.key.startswith("ال") and noun.key.startswith("ال")
    continent = concepts(w.text)[0] & {"african", "arab", "european", "islamic", "international", "world", "national"}
    return definite and (w.key in demonyms("ar") or bool(continent))


def _known_town(w: Word) -> bool:
    """True of a town of the gazetteer that is no word of the language: «غرفة تجارة صفاقس»."""
    place = gazetteer().places.get(w.key)
    plain = gazetteer().plain["ar"]
    return place is not None and place.inhabitants > 0 and w.kind == "word" and w.key not in plain and len(w.key) > 3


def _carried(words: list[Word], b: int) -> int:
    """Where the words led by «ل» behind a body end; the place itself when none are."""
    i, small = b, anywhere("never")
    if i + 1 < len(words) and words[i].kind == "particle" and words[i].key in ("ل", "لل"):
        definite, i = words[i].key == "لل" or words[i + 1].key.startswith("ال"), i + 1
    elif i < len(words) and words[i].key.startswith("ل") and (_noun(words[i].key[1:]) or _field(words[i].key)):
        definite = words[i].key.startswith("لل")
    else:
        return b
    if i >= len(words) or words[i].key in small or words[i].key in demonyms("ar"):
        return b
    if not definite:
        follows = i + 1 < len(words) and words[i + 1].kind == "word" and words[i + 1].key.startswith("ال")
        return i + 2 if follows and words[i + 1].key not in small else b
    return i + 1 if concepts(words[i].text)[0] or _field(words[i].key) else b


def _field(key: str) -> bool:
    """True of what a firm, a club or a hospital is for: «مستشفى النور *للعيون*»."""
    stem = key if key.startswith("ال") else "ال" + key.removeprefix("لل")
    return stem in listed("ar", "fields")


def _noun(key: str) -> bool:
    """True of an Arabic word that lists have as a common noun, or as a word of bodies."""
    return key in gazetteer().plain["ar"] or bool(concepts(key)[0])


def with_small_words(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Join the words of a person's name around a small word that joins names ("Suhail al Qaraín", "Jan van Dijk").

    The word must stand between capitals, and the tagger must have seen a person on one side at least, or on both something that it
    was not sure of and that no list has as a place.
    """
    if language == "ar":
        return raw
    out = list(raw)
    for i in range(1, len(words) - 1):
        w = words[i]
        # "Jassim al-Kaabi": a hyphen may follow.
        k = (
            i + 2
            if words[i + 1].text == "-" and i + 2 < len(words) and words[i + 1].end == words[i + 2].start
            else i + 1
        )
        joins = w.text in _JOIN and upper(words[i - 1]) and upper(words[k])
        if not joins or words[i - 1].kind != "word" or words[k].kind != "word":
            continue
        left = next((r for r in out if r[1] == i), None)
        right = next((r for r in out if r[0] in (i, i + 1, k) and r[1] > k), None)
        sides = [r for r in (left, right) if r is not None]
        apposed = _between_commas(words, i - 1, k + 1, language)
        if not (sides or apposed) or any(r[0] < i and r[1] > i for r in out):
            continue
        if not any(r[2] == "PER" for r in sides) and not (
            (len(sides) == 2 and not _place(words, i - 1, k + 1)) or apposed
        ):
            continue
        if any(r[2] != "PER" and r[3] >= 0.8 for r in sides) or words[i - 1].key in listed(language, "never"):
            continue
        if words[i - 1].key in demonyms(language):
            continue
        a, b = left[0] if left else i - 1, right[1] if right else k + 1
        out = [r for r in out if r not in sides] + [(a, b, "PER", 0.85)]
    return sorted(out)


def places_joined(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names with places joined around an Arabic article that the tagger parted: "la provincia de Uad el Kebir".

    A word that opens places stands before the article, and a capital behind it; one of both was seen as a place.
    """
    if language == "ar":
        return raw
    out = list(raw)
    for i in range(1, len(words) - 1):
        if words[i].text not in _SMALL_ARTICLES or not upper(words[i - 1]):
            continue
        if words[i - 1].key not in anywhere("place_heads") and words[i - 1].key not in _WATERS:
            continue
        k = i + 2 if words[i + 1].text == "-" and i + 2 < len(words) else i + 1
        sides = [r for r in out if r[1] == i or r[0] in (i, i + 1, k)]
        if not upper(words[k]) or words[k].kind != "word" or not any(r[2] == "LOC" for r in sides):
            continue
        a, b = min(i - 1, *(r[0] for r in sides)), max(k + 1, *(r[1] for r in sides))
        if all(r[2] in ("LOC", "MISC") or r[3] < SURE for r in sides):
            out = [r for r in out if r not in sides] + [(a, b, "LOC", 0.9)]
    return sorted(out)


_WATERS = frozenset(
    {"ued", "uad", "uadi", "oued", "wadi", "wad", "ain", "ein", "bir", "ras", "jebel", "djebel", "yebel"}
)
_SMALL_ARTICLES = frozenset({"el", "al", "er", "es", "ech", "en", "ed", "ez", "et"})


def _between_commas(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of a name between commas whose first word no list knows as a place (", Yasim al Kaabi,"); a sentence opens with
    a given name, or an office stands behind it.
    """
    held = any(w.key in office_words(language) for w in words[b + 1 : b + 4])
    opens = words[a - 1].text == "," if a else words[a].key in gazetteer().people or held
    return opens and b < len(words) and words[b].text in ",.;:" and not _place(words, a, a + 1)


def _place(words: list[Word], a: int, b: int) -> bool:
    """True when a name opens like a place's, or lists know one of its words as a place: "Deir el Balah"."""
    places = gazetteer().places
    listed_ = any(w.key in places for w in words[a:b]) or " ".join(w.key for w in words[a:b]) in places
    return listed_ or words[a].key in anywhere("place_heads")


_JOIN = frozenset(
    {"al", "el", "ul", "bin", "ibn", "ben", "bint", "abu", "abou", "ould", "van", "von", "der", "ter", "den"}
)
