"""Persons of an article: what is none although it looks like one, and a last look at what is called one."""

from __future__ import annotations

from isnad.annotate.names.bearers import craft_named, ranked, says
from isnad.annotate.names.holders import family_word, office_before
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words, printed_given
from isnad.annotate.names.lone import ARTICLES
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import bare, concepts, place_kind

TWO_SURNAMES = 3
"""Words of a Spanish name: a given one and both surnames."""
SURE = 0.8
"""Confidence from which one word alone is taken as a person's name."""


def no_persons(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Call places, clubs and firms what they are when a word of theirs gives them away: "Ras Nouader", «نصر كيهيدي»."""
    sort = {"PER": _sort, "LOC": _person_after_all, "ORG": _officer, "MISC": _club}
    out = []
    for a, b, kind, score in raw:
        if kind == "PER" and b - a > 2 and language == "ar" and words[a].key in _HOMES:
            a += 1  # «بيت | آيت أومغار»
        if kind != "ORG" and _firm(words, a, b, language):
            kind = "ORG"
        elif kind != "PER" and _apposed(words, a, b, language):
            kind, score = "PER", max(score, SURE)
        else:
            kind = sort[kind](words, a, b, language)
        out.append((a, b, kind, score))
    return out


_HOMES = frozenset("بيت منزل اسره عايله عائله قبيله فيلا شقه مزرعه ورثه".split())
"""What belongs to those whose name stands behind it."""


def _yours(words: list[Word], a: int, b: int) -> bool:
    """True of an Arabic word of the language with whose it is grown on to it, and nothing of a name behind: «رأيك يهمنا»."""
    known, key = gazetteer(), words[a].key
    if (key in known.people and b - a == 1) or any(w.key in known.people for w in words[a + 1 : b]):
        return False
    return any(key.endswith(t) and key[: -len(t)] in known.plain["ar"] for t in ("ك", "كم", "نا"))


def _firm(words: list[Word], a: int, b: int, language: str) -> bool:
    """True when the word that opens or closes a name says that a firm bears it: "Naviera Alborán", "Gulf Star Shipping"."""
    keys = [w.key for w in words[a:b]]
    if len(keys) < 2 or keys[0] in given_names() or " ".join(keys) in gazetteer().places:
        return False
    if a > 1 and words[a - 1].key in listed(language, "inner") and words[a - 2].key in office_words(language):
        boss = listed(language, "firm_offices")
        field = words[a - 2].key not in boss | _BOSSES and bool(concepts(words[a].text)[0])
        if field or keys[0] not in listed(language, "firm_openers"):
            return False  # "ministre des Transports Hatem Zouari": the field of an office; "presidenta de Navieras Hualong"
    closes = keys[-1] in anywhere("firms") and keys[-1] not in anywhere("place_tails") | _TOWNS_TOO
    named = keys[-1] in given_names() or keys[-1] in gazetteer().family
    return keys[0] in listed(language, "firm_openers") or (closes and not named)


_BOSSES = frozenset(
    "presidente presidenta gerente director directora president presidente directeur directrice gerant gerante chairman".split()
)
"""Who heads firms and states, and no ministry: "presidente de *Aceites del Segura*"."""
_TOWNS_TOO = frozenset({"city", "united", "capital", "bank"})
"""Words that close names of firms and of places: "Kuwait City", "the New Administrative Capital", "the West Bank"."""


def _apposed(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of a name between commas behind an office: "le directeur de la mine, Salem Bataïneh, a répondu".

    The office opens what stands before the comma; the name begins like a person's and no list knows it as a place.
    """
    if not 2 <= b - a <= 3 or a < 2 or words[a - 1].text != "," or (b < len(words) and words[b].text not in ",.;:"):
        return False
    known, keys = gazetteer(), [w.key for w in words[a:b]]
    if not all(w.kind == "word" and upper(w) for w in words[a:b]) or keys[-1] in known.places:
        return False
    if keys[-1] in anywhere("place_tails") | _TOWNS_TOO:
        return False
    town = keys[0] in known.places and keys[-1] not in known.plain[language] and words[b : b + 1]
    if keys[0] not in known.people and keys[0] not in known.given and not (town and words[b].text == ","):
        return False
    if any(k in listed(language, c) for k in keys for c in ("heads", "firms", "place_heads", "institutions", "things")):
        return False
    start = a - 1
    while start and a - start < 10 and words[start - 1].kind != "mark":
        start -= 1
    return any(w.key in office_words(language) for w in words[start : min(start + 5, a - 1)])


def _person_after_all(words: list[Word], a: int, b: int, language: str) -> str:
    """What a span called a place is: a person, if a given name and a family name and in no list of places."""
    keys = [w.key for w in words[a:b] if w.kind == "word"]
    known = gazetteer()
    if _lettered(words, a, b, language):
        return "ORG"
    if len(keys) == TWO_SURNAMES and keys[0] in given_names() and (keys[1] in known.family or keys[1] in known.people):
        if place_kind(keys[-1]) and " ".join(keys) not in known.places:
            return "PER"  # "Germán Quispe Calle": a street opens its name, a surname closes one
    if len(keys) < 2 or len(keys) != b - a or " ".join(keys) in known.places or keys[-1] in known.places:
        return "LOC"
    if language != "ar" and keys[0] not in anywhere("place_heads") and _ranked(words, a, b, language):
        return "PER"
    if keys[0] in listed(language, "place_heads"):
        return "LOC"
    family = keys[-1] in known.family or keys[-1] in known.people
    office = language == "ar" and keys[0] in known.given and family_word(words[b - 1]) and office_before(words, a)
    return "PER" if (keys[0] in given_names() and family) or office else "LOC"


def _officer(words: list[Word], a: int, b: int, language: str) -> str:
    """What a span called an organisation is: a person, if all its words are of persons' names and an office leads to it."""
    known, plain = gazetteer(), gazetteer().plain[language]
    keys = [w.key for w in words[a:b]]
    if len(keys) > 1 and a and words[a - 1].key in listed(language, "at") and " ".join(keys) in known.places:
        return "LOC"
    descent = anywhere("descent") | {"el", "al"}
    named = all((k in known.people or k in known.family or k in descent) and k not in plain for k in keys)
    if not 2 <= len(keys) <= 4 or not named or any(k in listed(language, "heads") or k in known.places for k in keys):
        return "ORG"
    before = [bare(w.key) for w in words[max(0, a - 8) : a]]
    title = bool(before) and before[-1].rstrip(".") in listed(language, "honorifics")
    office = bool(before) and any(k in office_words(language) for k in (before if before[-1] in ",،" else before[-1:]))
    return "PER" if title or office else "ORG"


def _club(words: list[Word], a: int, b: int, language: str) -> str:
    """What a span of no sort is: an organisation, if a word that opens names of clubs or of governments opens it.

    A person, if a rank or a title leads to several words with capitals, of which one is a word of persons' names and none a common one.
    """
    first = words[a].key
    if language != "ar" and _ranked(words, a, b, language):
        return "PER"
    if _lettered(words, a, b, language):
        return "ORG"
    governs = "government" in concepts(words[a].text)[0] and first in listed(language, "heads")
    return "ORG" if b - a > 1 and (first in listed(language, "club_heads") or governs) else "MISC"


def _lettered(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of a club by the letters before its town, in languages that do not print countries so: "US Biskra", "JS Kabylie"."""
    letters = words[a].text in table("shared", "organizations")["club_letters"]
    return language not in ("ar", "en") and b - a > 1 and letters and upper(words[a + 1])


def _ranked(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of what reads like a person's name right behind an office or a title: "le capitaine de frégate Abdoul Aziz Kane"."""
    known, plain = gazetteer(), gazetteer().plain[language]
    keys = [w.key for w in words[a:b]]
    if not 2 <= len(keys) <= 4 or not all(w.kind == "word" and upper(w) for w in words[a:b]):
        return False
    if any(k in plain or k in known.places or k in listed(language, "heads") for k in keys[1:]):
        return False
    if keys[0] in plain or keys[0] in listed(language, "heads"):
        return False
    if keys[0] in known.places and not (_someone(words, a - 1, language) and len(keys[-1]) > 3):
        return False  # "le hautboïste *Washington Píriz*"
    if keys[0] in anywhere("titles_or_names", "place_heads"):
        return False  # "Sidi Marjane", "Ouled Sfar"
    before = [w.key.rstrip(".") for w in words[max(0, a - 3) : a] if w.kind in ("word", "elided")]
    leads = office_words(language) | listed(language, "honorifics", "callings")
    led = [key in leads and key not in listed(language, "inner", "at") for key in before]
    named = any(k in known.people or k in known.given or k in known.family for k in keys)
    return bool(led) and (
        led[-1]
        or _someone(words, a - 1, language)
        or (named and len(led) == 3 and led[0] and words[a - 2].key in listed(language, "inner"))
    )


def _someone(words: list[Word], i: int, language: str) -> bool:
    """True of a small word for somebody by what he holds or does: "le ministre", "the oboist", "una violinista"."""
    if i < 0 or not words[i].text.islower():
        return False
    known = (office_words(language) | listed(language, "callings")) - listed(language, "inner", "at")
    does = i > 0 and words[i - 1].key.rstrip("'’") in _DETERMINERS and len(words[i].key) > 6
    return words[i].key in known or (does and words[i].key.endswith(_DOERS))


_DETERMINERS = frozenset("the a an le la l un une son sa leur el los una su este esta".split())
_DOERS = ("iste", "ista", "ist", "ologue", "ologo", "ologa")
"""How those end who play, study or believe something."""


def _names_of(keys: list[str]) -> bool:
    """True for «أسماء» before people in number: the names of the importers are no woman's («أسماء المستوردين»)."""
    known = gazetteer()
    return (
        len(keys) == 2
        and keys[0] == _NAMES
        and keys[1].startswith("ال")
        and keys[1].endswith(_IN_NUMBER)
        and keys[1] not in known.people
        and keys[1] not in known.family
    )


_NAMES = "اسماء"
_IN_NUMBER = ("ين", "ات", "ايا", "داء")
"""How definite people in number end: «المستوردين», «الفائزات», «الضحايا», «الشهداء»."""


def _sort(words: list[Word], a: int, b: int, language: str) -> str:
    """What a span called a person is, going by its own words and the word before it."""
    keys = [w.key.rstrip(".") for w in words[a:b] if w.kind == "word"]
    if (language != "ar" and craft_named(words, a, b)) or (
        language == "ar" and (_names_of(keys) or _yours(words, a, b))
    ):
        return "MISC"
    if len(keys) > 1:
        if any(w.text == "&" for w in words[a:b]):
            return "ORG"
        if keys[-1] in listed(language, "firms") and keys[-1] not in given_names():
            return "ORG"
        if keys[0] in listed(language, "place_heads") and keys[0] not in given_names():
            return "LOC"
        if _town_whole(words, a, keys, language) or (language == "ar" and _town_head(words[a].text)):
            return "LOC"
        if keys[-1] in anywhere("place_tails") and keys[-1] not in given_names():
            return "LOC"
        if language == "ar" and keys[0] in listed("ar", "club_heads") and _between_teams(words, a):
            return "ORG"  # «داربي بين شباب المرسى *ونصر بوخضرة*»
        town = all(k in gazetteer().places and k not in given_names() for k in keys[1:])
        if keys[0] in listed(language, "club_heads") and (town or keys[0] not in gazetteer().people):
            return "ORG"
    before = words[a - 1].key if a else ""
    if language != "ar" and _ranked(words, a, b, language):
        return "PER"  # "capitaine de frégate": no ship
    marked = a > 1 and words[a - 1].text in "«“\"‘'"  # «تمرين «ياسمين الأطلسي»»
    if _thing(words, a, language) and (marked or not (len(keys) > 1 and keys[0] in given_names())):
        return "MISC"
    if len(keys) > 1 and keys[0] in anywhere("outlet_heads") and _definite(words[a + 1]):
        return "ORG"
    named = any(k in given_names() or k in anywhere("descent") for k in keys)
    # "Barrancas Fútbol Club Yeferson Mosquera": with a capital the word closes another's name.
    closes = language != "ar" and a > 1 and upper(words[a - 1])
    firm = (before in listed(language, "firm_words") and not closes) or (
        language == "ar" and before[1:] in listed(language, "firm_words")
    )
    firm = firm and not (language == "ar" and a > 1 and words[a - 2].key in ("عن", "وعن"))  # «وقع عن الشركة فلان»
    return "ORG" if firm and not named else "PER"


def _between_teams(words: list[Word], a: int) -> bool:
    """True of a name behind «و» or «بين» that tells the sides of a match: «مباراة … بين … و…»."""
    near = [w.key.removeprefix("ال") for w in words[max(0, a - 12) : a]]
    joined = a > 0 and words[a - 1].key in ("و", "بين", "امام", "ضد")
    return joined and "بين" in near and any(k in _MATCHES or k[1:] in _MATCHES for k in near)


_MATCHES = frozenset("داربي ديربي مباراه كلاسيكو".split())


def _definite(w: Word) -> bool:
    """True of a word with the Arabic article, in either script: "Sada *al*-Qanal", «صدى *القنال*»."""
    return w.key.startswith("ال") or w.key.rstrip("-") in ARTICLES or w.key.startswith(("al-", "el-"))


def _town_whole(words: list[Word], a: int, keys: list[str], language: str) -> bool:
    """True of a place of several words that a list has, no title before it and no given name in it: "Dhi Qar", "Puerto Montt"."""
    led = words[a - 1].key.rstrip(".") if a else ""
    small = listed(language, "inner", "at")
    titled = led in listed(language, "honorifics") or bare(led) in office_words(language) - small
    return " ".join(keys) in gazetteer().places and not titled and not any(k in given_names() for k in keys)


def _town_head(printed: str) -> bool:
    """True of an Arabic word that opens names of towns and no person's as it is printed: «*مرسى* غزلان», but «مرسي غزلان»."""
    return printed in table("ar", "names")["town_heads"] and printed not in _PEOPLES


_PEOPLES = frozenset({"سيدي", "خان", "دير", "قلعة", "تل", "جبل"})
"""Those that names of persons open with too, or that a verb or a noun of the language is spelt like."""


def _thing(words: list[Word], a: int, language: str) -> bool:
    """True when a word for what bears a name and is no person leads to a name, marks between them or not: "la tempête Leïla"."""
    i = a - 1
    if i > 0 and words[i].text in "«“\"‘'":
        i -= 1
    if i < 0 or (bare(words[i].key) if language == "ar" else words[i].key) not in listed(language, "things"):
        return False
    return not says(words, i) and not ranked(words, i)


def is_person(words: list[Word], r: Raw, people: dict[str, float], language: str) -> bool:
    """A last look at what is called a person: names of people, not words that merely stand where names do."""
    a, b, _, score = r
    keys = [w.key for w in words[a:b] if w.kind == "word"]
    before = words[a - 1].key if a else ""
    given = len(keys) > 1 and any(k in given_names() for k in keys)
    if before in listed(language, "articles") and score < 0.97 and not given:
        return False
    if not keys or any(c.isdigit() for w in words[a:b] for c in w.text):
        return False
    if len(keys) == 1:
        key = keys[0]
        if language != "ar" and key in listed(language, "honorifics") and b < len(words) and words[b].text == ".":
            return False  # "its chairman *Hon*. Ibrahim Bangura"
        # «السيد فليس», «سيناتور وارين»: a name of persons right behind a title, although it is a word or a town elsewhere
        led = language == "ar" and before in listed("ar", "honorifics") and key in gazetteer().people
        if (
            (key in listed(language, "never") and not (led and score >= TITLED))
            or key in demonyms(language)
            or (key in gazetteer().places and score < 0.95 and not led)
        ):
            return False
        if language == "ar" and key in given_names() and words[a].text not in printed_given() and len(key) < 5:
            return False  # «اتفاق ليلي» is no «ليلى»
        return key in people or (score >= 0.88 and len(key) >= (3 if language == "ar" or score < TITLED else 2))
    known = sum(k in gazetteer().people or k in given_names() for k in keys)
    if language == "ar" and not known and score < 0.85:
        return False
    if all(k in listed(language, "never") or k in demonyms(language) for k in keys):
        return False
    if score >= 0.6 or known >= 1:
        return True
    return score >= LED and language != "ar" and (_led(words, a, language) or _bears_office(words, a, b, language))


TITLED = 0.97
"""Confidence of what a title leads to, where two letters are a whole family name: "Mr Sy", « Mme Bâ »."""
LED = 0.35
"""Confidence from which a name of several words right behind an office is a person's."""


def _bears_office(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of two words and more with capitals behind which an office stands in apposition: "a indiqué à l'AFP Zalmo Birwe*, président* de …"."""
    if b + 2 >= len(words) or words[b].text != "," or not all(w.text[:1].isupper() for w in words[a:b]):
        return False
    at = b + 1 + (words[b + 1].key.rstrip("'’") in listed(language, "articles"))
    key = bare(words[at].key)
    return words[at].text.islower() and key in office_words(language) and key not in listed(language, "inner")


def _led(words: list[Word], a: int, language: str) -> bool:
    """True when an office leads to a name, years in brackets between or none: "l'ex-ministre de l'Énergie (2018-2021) Saloua Mhamdi"."""
    i = a - 1
    if i > 0 and words[i].text == ")":
        while i > max(0, a - 6) and words[i].text != "(":
            i -= 1
        i -= 1
    phrase = []
    while i >= 0 and a - i < 12 and (words[i].kind != "mark" or words[i].text in "-'’"):
        phrase.append(words[i].key)
        i -= 1
    return any(key in office_words(language) and key not in listed(language, "inner") for key in phrase[:7])
