"""Arabic persons made whole: a given name nobody knows before a family name, a compound one before «ولد», and who is not part of it.

«الخبير الإيراني بهروز شيرازي», «السفير علي رضا فرخزاد», «محمد ماء العينين ولد أييه», «محامية الكثيري فاطمة الزدجالي».
"""

from __future__ import annotations

from isnad.annotate.names.classes import bands, likeness
from isnad.annotate.names.fathers import COMPOUND
from isnad.annotate.names.holders import family_word, nobodys, office_before
from isnad.annotate.names.lexicon import (
    anywhere,
    demonyms,
    gazetteer,
    given_names,
    listed,
    office_words,
    printed_given,
)
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.spoken import bound, strange_ending, stranger
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts

SURE = 0.9
"""Confidence from which a family name alone is taken for one."""
_PLURALS = ("ون", "ين", "ات")


def whole_persons(words: list[Word], raw: list[Raw], people: dict[str, float], language: str) -> list[Raw]:
    """Return the names of an Arabic sentence with persons from their given name on; ``people`` are names the page gives whole."""
    if language != "ar":
        return raw
    out: list[Raw] = []
    for a, b, kind, score in sorted(raw):
        if kind == "PER" and _whose(words, a, b, people):
            out += [(a, a + 1, kind, score), (a + 1, b, kind, score)]
            continue
        free = out[-1][1] if out else 0
        if kind == "PER" and words[a].key not in anywhere("descent") and _given(words, a, b, score) and a > free:
            a -= 1
        elif kind == "PER" and out and out[-1][2] == "PER" and _one(words, out[-1], a, b):
            a, _, kind, _ = out.pop()
        if kind == "PER":
            a, b = _foreign(words, _compound(words, a, free), free), _third(words, a, b)
            a, b = _led_by_title(words, a, free), _family_behind(words, a, _stranger_behind(words, a, b))
            b = _saint_whole(words, a, _two_families(words, a, b))
        out.append((a, b, kind, score))
    return out


def _compound(words: list[Word], a: int, free: int) -> int:
    """Where a name begins that opens with «سيد أحمد», «سيدي محمد»: without the article it is no title but half of a given name."""
    opens = a > free and words[a - 1].text in _COMPOUND_FIRST and words[a].key in given_names()
    return a - 1 if opens else a


_COMPOUND_FIRST = frozenset({"سيد", "سيدي", "سيداتي", "محمد", "عبد", "أبو", "ابو"})


def _led_by_title(words: list[Word], a: int, free: int) -> int:
    """Where a name begins whose given name is a word of the language too, behind a title or an office: «النائبة *عالية* نصيف جاسم»."""
    if a <= free or a < 2 or words[a - 1].kind != "word" or words[a].key in anywhere("descent"):
        return a
    first, led = words[a - 1], words[a - 2]
    does = bare(led.key) in office_words("ar") or bare(led.key) in listed("ar", "callings")
    title = led.key.startswith("ال") and (does or led.key in listed("ar", "honorifics"))
    title = title or (led.key.startswith("ال") and led.key.endswith("ه") and office_before(words, a - 1))
    name = first.key in gazetteer().people or first.key in gazetteer().given
    small = first.key.startswith("ال") or first.key in anywhere("never") or first.key in demonyms("ar")
    office = (
        bare(first.key) in office_words("ar")
        or bare(first.key) in listed("ar", "rank_tails")
        or bool(concepts(first.text)[0])
    )
    return a - 1 if title and name and not small and not office else a


def _stranger_behind(words: list[Word], a: int, b: int) -> int:
    """Where a name of one given word ends that a word follows which no page and no list knows: «كيفن *مبالا*»."""
    if b - a != 1 or b >= len(words) or words[a].key not in given_names() or words[a].key in gazetteer().places:
        return b
    w = words[b]
    if w.text in _SMALL - {"لو"} and words[a].key not in gazetteer().plain["ar"] and _family_of(words, b + 1):
        return b + 2  # «ماركوس *دا سيلفا*»
    strange = stranger(w) and w.key not in bands("ar") and w.key not in gazetteer().places and len(w.key) > 3
    return b + 1 if (strange and not w.key.startswith(_BUILT)) or (w.key in gazetteer().people and strange) else b


def _family_of(words: list[Word], k: int) -> bool:
    """True of a word that is only a family name, as lists or its strangeness tell."""
    if k >= len(words) or words[k].kind != "word":
        return False
    w = words[k]
    told = w.key in gazetteer().people and w.key not in gazetteer().plain["ar"] and w.key not in anywhere("never")
    return not w.key.startswith("ال") and (told or _family_alone(w))


_BUILT = ("م", "سي", "ست", "سن", "سا")
"""How words of the language begin that no list may have: participles and what will be done; «*سولهايم*» is none."""


def _two_families(words: list[Word], a: int, b: int) -> int:
    """Where a foreign name ends whose family names no page and no list knows: «خورخي ألبرتو *مندوثا ريوس*»."""
    while 1 < b - a < 4 and b < len(words) and not words[b - 1].key.startswith("ال"):
        w = words[b]
        family = w.key in gazetteer().people and bands("ar").get(w.key, 9) > 3 and w.key not in gazetteer().places
        strange = w.key not in bands("ar") and likeness(w.key) > _FOREIGN and len(w.key) > 4
        if not (stranger(w) or strange_ending(w)) or bound(w) or not (family or strange):
            break
        b += 1
    return b


def _saint_whole(words: list[Word], a: int, b: int) -> int:
    """Where a name ends whose father is called after a saint: «محمد ولد سيدي *بابه*»; one that is only names' behind «ولد سيدي»."""
    if b >= len(words) or b < a + 2 or words[b].kind != "word" or words[b - 1].key not in _SAINTS:
        return b
    w = words[b]
    rare = bands("ar").get(w.key, 9) > _COMMON and w.key not in gazetteer().plain["ar"] and w.key[0] not in "يتنسف"
    name = w.key in gazetteer().people or w.key in given_names() or w.text in printed_given() or rare
    led = words[b - 2].key in anywhere("descent")
    return b + 1 if led and name and w.key not in anywhere("never") and bare(w.key) not in office_words("ar") else b


_COMMON = 3
"""Band of frequency up to which a word is one of the language."""
_SAINTS = frozenset({"سيدي", "مولاي", "الشيخ", "سيد"})
"""What opens a father's name and hardly ends one."""


_FOREIGN = -0.2
"""Mean log odds of letters from which a word nobody knows goes on a foreign name."""


def _family_behind(words: list[Word], a: int, b: int) -> int:
    """Where a name ends that a family name with the article follows: «محمد جميل *المياحي*»."""
    servant = b - a == 2 and words[a].key == "عبد"  # «عبد الزهرة *المياحي*»
    if b >= len(words) or b - a > 2 or (words[b - 1].key.startswith("ال") and not servant) or words[b].kind != "word":
        return b
    w = words[b]
    relation = w.key.endswith("ي") and family_word(w) and w.key not in demonyms("ar")
    return b + 1 if relation and not concepts(w.text)[0] else b


def _foreign(words: list[Word], a: int, free: int) -> int:
    """Where a name begins that was parted at a small word of another language: «نايلة *دو فريج*», «كريستين *فان* دايك»."""
    if words[a].key not in _SMALL or a <= free or words[a - 1].kind != "word":
        return a
    before = words[a - 1]
    return a - 1 if before.key in given_names() or nobodys(before) else a


_SMALL = frozenset({"دو", "دي", "دا", "دل", "فان", "فون", "لو", "ديل", "دوس"})


def _third(words: list[Word], a: int, b: int) -> int:
    """Where a name of two words ends that a third one follows which is only a name: «سميرة دوالي محمود»."""
    if b - a != 2 or b >= len(words) or words[b].kind != "word":
        return b
    plain, w = gazetteer().plain["ar"], words[b]
    name = w.key in given_names() and w.key in gazetteer().people and w.text in printed_given()
    if w.text in _NAMES_TOO or (
        name and w.key in plain and w.text not in _WORDS_TOO and w.key not in anywhere("never")
    ):
        # «أنيس سالم *عوض* من تحت الرصيف»: nothing but a name stands between a name and a preposition or a mark
        behind = words[b + 1] if b + 1 < len(words) else None
        ends = behind is None or behind.kind == "mark" or behind.text in _LEADS_ON
        return b + 1 if ends and (words[b - 1].key in given_names() or words[b - 1].key in gazetteer().given) else b
    return b + 1 if name and w.key not in plain and w.key not in anywhere("never") else b


_WORDS_TOO = frozenset("علي سعيد أمين جميل كريم حاضر شاهد ناجح غائب فائز وحيد شهيد صباح فجر ربيع بشير نذير رضا".split())
"""Given names that say something of somebody no less."""
_NAMES_TOO = frozenset(
    "عوض فرج نصر جابر ربيع عيد جمعة خميس رمضان شعبان رجب فضل خير غانم صابر راشد حافظ فاضل كامل مبروك مسعود مرزوق محفوظ معوض عطية سلامة نعمة".split()
)
"""Words that are a father's or a grandfather's name besides."""
_LEADS_ON = frozenset("من في إلى على عن مع بعد قبل خلال تحت فوق عند لدى إن أن الذي التي".split())


def _whose(words: list[Word], a: int, b: int, people: dict[str, float]) -> bool:
    """True of «محامية *الكثيري* فاطمة الزدجالي»: whose lawyer she is, and she."""
    if b - a < 3 or not a or words[a].key not in people or words[a + 1].key not in given_names():
        return False
    office = words[a - 1].key
    return not office.startswith("ال") and office in office_words("ar") and words[a].key.startswith("ال")


def _given(words: list[Word], a: int, b: int, score: float) -> bool:
    """True when the word before a family name is a given name: one no list has, or «علي», behind an adjective or a title."""
    if a < 2 or words[a - 1].kind != "word":
        return False
    before, led = words[a - 1], words[a - 2]
    leads = led.key in demonyms("ar") or led.key in listed("ar", "honorifics") or bare(led.key) in office_words("ar")
    if before.text == "علي":
        # Where the page writes the preposition «على», «علي» behind a place is a given name: «سفيره لدى بغداد علي رضا غوناي».
        parted = any(w.text in ("على", "إلى", "لدى", "حتى") for w in words) and led.key in gazetteer().places
        printed = any(w.text in ("على", "إلى", "لدى", "حتى") for w in words)
        held = led.key.startswith("ال") and (printed or office_before(words, a - 1))  # «مالك السنبوق *علي* سعيد باوزير»
        said = led.key.removeprefix("و").removesuffix("ت") in _SAID and words[a].key in gazetteer().people
        return said or ((leads or parted or held) and words[a].key in given_names())
    if b - a > 1 or score < SURE or not nobodys(before) or before.key in listed("ar", "honorifics"):
        return False
    strange = not before.key.startswith("ال") and not before.key.endswith(_PLURALS) and len(before.key) > 2
    definite = led.key.startswith(("ال", "لل")) and len(led.key) > 4 and led.key not in anywhere("never")
    return strange and (leads or definite)


_SAID = frozenset("قال صرح اوضح اضاف ذكر كشف اعلن نفي لفت اعتبر راي روي حكي زعم ادعي تابع ختم صاح كتب".split())
"""What is said with no «على» behind it: «وقال *علي* كوليبالي»."""


def _one(words: list[Word], left: Raw, a: int, b: int) -> bool:
    """True when a person right before, or with words of compound names between, is the beginning of one with a word of descent."""
    between = words[left[1] : a]
    if (
        not between
        and b - a == 1
        and left[1] - left[0] == 1
        and _given_alone(words[left[0]])
        and _family_alone(words[a])
    ):
        return True  # «وزيرة خارجية النرويج *إنغريد سولهايم*»
    descent = any(w.key in anywhere("descent") for w in words[a : min(b, a + 2)])
    return descent and len(between) <= 2 and left[1] - left[0] <= 2 and all(w.key in COMPOUND for w in between)


def _given_alone(w: Word) -> bool:
    """True of a given name without the article that is no place and no word of the language."""
    return (
        w.kind == "word"
        and (w.key in given_names() or w.key in gazetteer().given)
        and not w.key.startswith("ال")
        and w.key not in gazetteer().places
        and bands("ar").get(w.key, 9) > _COMMON
    )


def _family_alone(w: Word) -> bool:
    """True of a word nobody knows that is no given name: a family name where it stands behind a given one."""
    known = w.key in given_names() or w.key in gazetteer().places or w.key in demonyms("ar")
    return w.kind == "word" and not known and stranger(w) and not bound(w) and w.key not in bands("ar")


__all__ = ["whole_persons"]
