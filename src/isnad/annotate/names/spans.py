"""Spans of words that are called names: their ends put right, run-together ones parted, bare fields of offices left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.names.lexicon import anywhere, gazetteer, given_names, listed, office_words
from isnad.annotate.names.roles import RoleSpan
from isnad.annotate.names.verbs import without_verbs
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts

DOUBTFUL = {"PER": 0.4, "LOC": 0.45, "ORG": 0.45, "MISC": 0.45}
"""Confidence below which a tagger's span is left out; persons are looked at once more."""
Raw = tuple[int, int, str, float]
"""Words [first, last) of a sentence, type, confidence."""


def upper(w: Word) -> bool:
    """True when a word begins with a capital; never in Arabic."""
    return w.text[:1].isupper()


def key_of(words: Sequence[Word], a: int, b: int) -> str:
    """Return the folded words [a, b) without marks and particles, joined by spaces."""
    return " ".join(w.key for w in words[a:b] if w.kind == "word")


def small_letters(w: Word, language: str) -> bool:
    """True of a word that is a state's acronym only in capitals, and of a state's name without one: "le ministère de l'*Eau*" is not the EAU's."""
    return language != "ar" and (not w.text.isupper() if len(w.key) < _SHORTEST else w.text.islower())


_SHORTEST = 4
"""Letters of the shortest name of a state that is no acronym: "Oman", "Mali"."""


def cleaned(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Take titles and marks off the ends of names; drop what cannot be one."""
    out = []
    for a, b, kind, score in _played(words, _parted_at_marks(words, raw)):
        while a < b and (
            words[a].kind in ("mark", "particle", "elided") or not any(c.isalnum() for c in words[a].text)
        ):
            a += 1
        while b > a and words[b - 1].kind == "mark" and words[b - 1].text not in ".)":
            b -= 1
        a, b = _without_scores(words, a, b)
        if kind == "LOC" and _counts_on(words, a, b):
            b -= 1
        if language == "ar":
            a, b = without_verbs(words, a, b)
            b = _before_title(words, a, b) if kind in ("ORG", "LOC") else b
        if kind == "PER":
            b = (
                _before_verb(words, a, _before_break(words, a, b, language))
                if language != "ar"
                else _before_break(words, a, b, language)
            )
            a, b = _without_titles(words, a, b, language)
            if b < len(words) and b > a and words[b - 1].key in anywhere("descent") and words[b].kind == "word":
                b += 1
        if language != "ar" and kind != "ORG" and _small_bearer(words, a, b, language):
            a, kind = next(i for i in range(a, b) if upper(words[i])), "ORG"
        b = _before_closing(words, a, _before_article(words, a, b))
        if language != "ar" and kind == "LOC":
            b = _before_small(words, a, b, language)
        while b - a > 1 and (words[a].key in _SORTS | _LEADS or (kind != "PER" and words[a].text in _GOVERNS)):
            a += 1
        kind = "MISC" if kind in ("LOC", "ORG") and is_contest(words, a, b) else kind
        if b <= a or score < DOUBTFUL[kind]:
            continue
        if language != "ar" and not any(upper(w) or w.text[:1].isdigit() for w in words[a:b]):
            continue
        if b - a > 1 and words[a].key in _STATE and words[a + 1].key in _CHARGED:
            continue  # "le secrétaire d'*État chargé* du Commerce"
        if kind in ("LOC", "ORG") and b - a > 1 and words[b - 1].key in listed(language, "compacts"):
            kind = "MISC"
        if kind == "PER" and b - a == 1 and b < len(words) and words[b].text in _THAT and language == "ar":
            continue  # «و*روى* أن الوفد هدد»: a verb
        if b - a == 1 and words[a].key in listed(language, "never"):
            continue
        if kind == "LOC" and b - a == 1 and language != "ar" and _sort_alone(words[a].key):
            continue  # "kills nine in *Lake* region"
        if kind == "LOC" and b - a == 1 and financial(words, a):
            continue
        if sum(len(w.text) for w in words[a:b]) < 2:
            continue
        out.append((a, b, kind, score))
    return out


def financial(words: list[Word], i: int) -> bool:
    """Return whether a word is the adjective behind an indefinite noun that the country's name is too: «غلاف *مالي*»."""
    return i > 0 and words[i].key == "مالي" and not _OF_MONEY.isdisjoint({words[i - 1].key, words[i - 1].key[1:]})


_OF_MONEY = frozenset(
    "غلاف مبلغ دعم عجز فايض مركز مستشار مدير تحويل نظام تعويض ضمان عايد وضع مسوول محلل خبير مراقب مقابل فساد جانب دخل قطاع مورد التزام "
    "تدقيق تقرير تخطيط استقرار انضباط ربح عبء اثر حافز وسيط طابع شق جزاء غرامه خلاف نزاع مستوي نشاط سوق عام اداء رصيد ملف هامش نصاب سند".split()
)
"""Indefinite nouns behind which «مالي» is "financial" and no country, folded."""


def _sort_alone(key: str) -> bool:
    """True of a word for a sort of place that no place is called by alone: "Lake", "Rivière"."""
    return key in _SORTS_OF_PLACE and key not in gazetteer().places


_SORTS_OF_PLACE = frozenset(
    "lake river valley mount lac riviere vallee lago rio valle monte region province district provincia distrito".split()
)


def _before_title(words: list[Word], a: int, b: int) -> int:
    """Where an Arabic body or place ends before a title or "the one called": «مستشفى زليتن | *الدكتور*», «تاوريرت | *المسمى*»."""
    titles = listed("ar", "honorifics")
    return next((i for i in range(a + 1, b) if words[i].key in titles and words[i].key not in _HOUSED), b)


_HOUSED = frozenset(
    {"الشيخ", "الحاج", "الامير", "السيده", "السيد", "سيدي", "الاميره", "الشهيد", "مولاي", "الملك", "الملكه"}
)
"""Titles of those whom places and houses are called after: «مستشفى *الشيخ* زايد», «مرسى *الحاج*»."""


_STATE = frozenset({"etat", "estado"})
_CHARGED = frozenset({"charge", "chargee", "charges", "aupres", "delegue", "deleguee", "encargado", "encargada"})


def _parted_at_marks(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names parted at a colon, at a dash made of two hyphens, and before a bracket that opens and does not close.

    "Elite League : | Keldon Stars", "Dar es Salaam -- | Kenya", "Wildlife Commission | (Comisión".
    """
    out: list[Raw] = []
    for r in raw:
        a, b, kind, score = r
        cut = next((i for i in range(a + 1, b - 1) if _parts(words, i, b)), None)
        if cut is None:
            out.append(r)
            continue
        behind = next((i for i in range(cut + 1, b) if words[i].text != "-"), b)
        out += [(a, cut, kind, score), *([(behind, b, kind, score)] if behind < b else [])]
    return out


def _parts(words: list[Word], i: int, b: int) -> bool:
    """True at what parts two names: a colon, a bracket left open, a dash of two hyphens."""
    text = words[i].text
    return text == ":" or _left_open(words, i, b) or (text == "-" and words[i + 1].text == "-")


def _left_open(words: list[Word], i: int, b: int) -> bool:
    return words[i].text == "(" and all(w.text != ")" for w in words[i:b])


def _played(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names with teams that a match runs together parted: "Giants *against* Dundee", and without the goals before one ("5-*3* Giants")."""
    out = []
    for a, b, kind, score in raw:
        if b - a > 1 and a and words[a].kind == "number" and len(words[a].text) < 3 and words[a - 1].text in "-–:":
            a += 1
        at = next((i for i in range(a + 1, b - 1) if words[i].text in _AGAINST), 0)
        out += [(a, at, kind, score), (at + 1, b, kind, score)] if at else [(a, b, kind, score)]
    return out


_AGAINST = frozenset({"against", "contre", "contra", "versus", "vs", "vs.", "ضد"})
"""What stands between two teams, or two sides of a case, and in no name."""


def _before_break(words: list[Word], a: int, b: int, language: str) -> int:
    """Where a person's name ends that runs over a dash with spaces, into where she is of, or into whom she told it.

    "Yassine — Newsletter", "Claire Duvernois of Laboratoire Papyra", «كريم سلمان لكرخ أونلاين».
    """
    for i in range(a + 1, b):
        w = words[i]
        dash = w.text in ("—", "–", "|", "-") and words[i - 1].end < w.start
        of = language == "en" and w.text == "of" and i - a > 1
        told = language == "ar" and w.kind == "particle" and w.key == "ل" and i - a > 1
        if dash or of or told or (language == "ar" and i - a > 1 and told_whom(words, i)):
            return i
    return b


def _before_verb(words: list[Word], a: int, b: int) -> int:
    """Where a person's name ends that runs into a small word which joins no names: "Milagros *pisó* Tafalla"."""
    small = anywhere("descent", "descent_rare")
    return next(
        (
            i
            for i in range(a + 1, b)
            if words[i].kind == "word"
            and words[i].text.islower()
            and len(words[i].key) > 3
            and words[i].key not in small | _JOINS
            and upper(words[i - 1])
        ),
        b,
    )


_JOINS = frozenset("della dalla dello delle delli degli sant saint auf vander thor dera dell velho ould walad".split())
"""Small words of four letters and more inside names of persons."""


def told_whom(words: list[Word], i: int) -> bool:
    """Return whether an Arabic word with «ل» grown on opens the name of an outlet, whom somebody told it: «كريم سلمان *لكرخ أونلاين*»."""
    return words[i].key.startswith("ل") and i + 1 < len(words) and words[i + 1].key in listed("ar", "spelt_tails")


_GOVERNS = frozenset({"على", "إلى", "في", "من", "عن", "مع", "أمام", "ضد"})
"""Arabic prepositions, as printed, that no name of a body or place begins with: «فاز *على* بارنفيلد»."""


def is_contest(words: list[Word], a: int, b: int) -> bool:
    """Return whether a name is that of a contest, which is neither a body nor a place: "la *Copa* del Rey", "the FA *Cup*"."""
    return b - a > 1 and (words[a].key in _CUPS or words[b - 1].key in _CUPS_LAST)


_CUPS = frozenset({"copa", "coupe", "supercopa", "supercoupe", "trofeo", "trophee", "كاس"})
_CUPS_LAST = frozenset({"cup", "trophy"})
_SORTS = frozenset({"ong", "ongs", "ngo", "ngos"})
"""What says the sort of a body before its name and is no part of it: "l'ONG Secours Méditerranée"."""
_LEADS = frozenset({"segun", "selon"})
"""What leads in a source at a sentence's head, its capital no name's: "Según Otxoa, …"."""


def _before_article(words: list[Word], a: int, b: int) -> int:
    """Where a name ends that runs into the next noun: "confié à Göktürk Uzay la construction"."""
    for i in range(a + 1, b - 1):
        article = words[i].text in ("la", "le", "les", "l'", "el", "los", "las", "the")
        if article and upper(words[i - 1]) and words[i + 1].text[:1].islower():
            return i
        # "la Police et le procureur de Moundou": an article and an office behind "and" begin another.
        if article and words[i - 1].key in ("et", "y", "e", "and") and words[i + 1].key in _offices():
            return i - 1
    return b


@cache
def _offices() -> frozenset[str]:
    return frozenset().union(*(office_words(k) for k in ("fr", "es", "en")))


def _before_small(words: list[Word], a: int, b: int, language: str) -> int:
    """Where a place ends that runs into a small word which is no adjective: "Grand Théâtre rembourse"; "Afrique australe" stays."""
    while b - a > 1 and words[b - 1].kind == "word" and words[b - 1].text.islower() and len(words[b - 1].key) > 3:
        place = key_of(words, a, b) in gazetteer().places
        adjective = (
            words[b - 1].key.endswith(tuple(listed(language, "adjective_ends"))) or words[b - 1].key in _DIRECTIONS
        )
        if place or adjective or words[b - 2].text.islower():
            break
        b -= 1
    return b


_DIRECTIONS = frozenset(
    {"nord", "ouest", "norte", "oeste", "este", "north", "south", "east", "west", "australe", "orientale", "central"}
)


def _before_closing(words: list[Word], a: int, b: int) -> int:
    """Where a name ends that runs over the mark that closes it: «تسنيم البحر" الإيرانية»."""
    inside = [w.text for w in words[a:b]]
    for closing, opening in (("»", "«"), ("”", "“")):
        if closing in inside and opening not in inside:
            return a + inside.index(closing)
    return a + inside.index('"') if inside.count('"') == 1 else b


def _small_bearer(words: list[Word], a: int, b: int, language: str) -> bool:
    """True when a small word for a firm opens a span ("consultora navarra Ortzadar"): what has a capital is the firm's name."""
    if b - a < 2:
        return False  # a span of marks alone may have shrunk to the sentence's end
    bears = words[a].key in listed(language, "firm_words", "bearers")
    return bears and words[a].text.islower() and any(upper(w) for w in words[a:b])


def _without_scores(words: list[Word], a: int, b: int) -> tuple[int, int]:
    """The name without the goals behind it: "Brest 2-1"; "France 24" keeps its number."""
    if b - a > 1 and words[b - 1].text.isdigit() and b + 1 < len(words):
        if words[b].text in "-–:" and words[b + 1].text.isdigit():
            return a, b - 1
    if b - a > 3 and words[b - 1].text.isdigit() and words[b - 2].text in "-–:" and words[b - 3].text.isdigit():
        return a, b - 3
    return a, b


def _counts_on(words: list[Word], a: int, b: int) -> bool:
    """True of a known place with a number behind it that counts what follows: "promised Cape Verde *12* million euros"."""
    if b - a < 2 or b >= len(words) or words[b - 1].kind != "number" or words[b].kind != "word" or upper(words[b]):
        return False
    return key_of(words, a, b - 1) in gazetteer().places


def _without_titles(words: list[Word], a: int, b: int, language: str) -> tuple[int, int]:
    honorifics, offices = listed(language, "honorifics"), office_words(language)
    while b - a > 1:
        key = words[a].key.rstrip(".")
        office = bare(key) in offices and key not in given_names()
        small = (
            language != "ar"
            and words[a].text.islower()
            and key not in ("de", "del", "van", "von", "ben", "el", "al", "da")
        )
        # "Cheikh Ould Khouelid": what is left must still be more than a family name.
        born = (
            b - a == 2 or words[a + 1].key in anywhere("descent") or words[a + 1].key in listed(language, "title_led")
        )
        alone = key in anywhere("titles_or_names") and born
        tails = listed(language, "rank_tails")
        arm = bare(key) in tails and a > 0 and bare(words[a - 1].key) in offices | tails
        rank = b - a > 2 and key in _RANKS and language != "ar"
        # "*Campaigner* Ifor Bowen", at a sentence's head, where every word has a capital
        calling = b - a > 2 and language != "ar" and key in listed(language, "callings") and key not in given_names()
        rank = rank or (calling and (a == 0 or words[a - 1].kind == "mark"))
        if not alone and (key in honorifics or office or small or arm or rank or words[a].kind == "mark"):
            a += 1
            continue
        break
    return a, b


_RANKS = frozenset(
    "sergeant corporal lieutenant major brigadier constable superintendent detective inspector marshal sheriff gunner trooper private ensign "
    "captain colonel general admiral commodore commander".split()
)
"""Ranks that open English names with a capital; of two words, "Major Tom", they may be the name's own."""


def parted(words: list[Word], raw: list[Raw], people: dict[str, float], language: str) -> list[Raw]:
    """Part what the tagger ran together: a body and the person after it, two Arabic bodies joined by «و»."""
    out = []
    ranks = office_words(language)
    for a, b, kind, score in raw:
        if kind in ("ORG", "MISC", "LOC"):
            cut = next((n for n in (3, 2) if b - a > n and key_of(words, b - n, b) in people), 0)
            if cut:
                first = next(i for i in range(b - cut, b) if words[i].kind != "mark")
                out.append((first, b, "PER", 0.8))
                b = next((i + 1 for i in range(first - 1, a - 1, -1) if words[i].kind != "mark"), a)
                if b == a:
                    continue
            lone = words[a].key in _ARTICLES  # "La Quiaca": an article is no rank
            led = words[a - 1].key.rstrip("'’") if a else ""
            # "a la altura de *Coronel Vidaurre*": a rank with a capital and no article opens a town's name, or a firm's
            town = (
                kind == "LOC" and score > 0.85 and upper(words[a]) and led not in _ARTICLES | {"l", "del", "du", "al"}
            )
            lone |= language != "ar" and (town or words[b - 1].key in listed(language, "firms"))
            if (
                b - a >= 2
                and bare(words[a].key) in ranks
                and not lone
                and words[a].key not in listed(language, "heads")
            ):
                continue
            at = _joined(words, a, b, language) if language == "ar" else None
            if at is not None:
                out.append((a, at - (words[at - 1].kind == "particle"), kind, score))
                a = at
        out.append((a, b, kind, score))
    return sorted(out)


_ARTICLES = frozenset({"la", "le", "les", "el", "los", "las", "the"})


def _joined(words: list[Word], a: int, b: int, language: str) -> int | None:
    """Where a second body begins inside a span: a head word after «و»."""
    heads = listed(language, "heads")
    for i in range(a + 2, b):
        whole = words[i].key.startswith("و") and words[i].key[1:] in heads
        cut = words[i].key == "و" and i + 1 < b and words[i + 1].key in heads
        if whole or cut:
            return i + cut
    return None


def without_fields(words: list[Word], raw: list[Raw], offices: list[RoleSpan], language: str) -> list[Raw]:
    """Leave out the bare field of an office ("Défense" in "ministre de la Défense"): it is no organisation.

    A body that says so itself stays: "director de la *Oficina del Trigo*", "head of the *National Dams Agency*".
    """
    out = []
    for a, b, kind, score in raw:
        inside = any(o.first < a and b <= o.last for o in offices)
        if kind in ("ORG", "LOC", "MISC") and inside and b - a <= 3:
            known, rest = concepts(" ".join(w.text for w in words[a:b]))
            if kind == "ORG" and known and not known & BODIES and (town := _state_behind(words, a, b)):
                out.append((town, b, "LOC", score))  # "ministra de *Salud de | Guatemala*"
                continue
            if known and not rest and not known & BODIES and not _says_so(words, a, b, language):
                continue
        out.append((a, b, kind, score))
    return out


def _state_behind(words: list[Word], a: int, b: int) -> int:
    """Where the state begins that ends the field of an office behind "of"; 0 for none."""
    k = next((i for i in range(b - 1, a, -1) if words[i].key.rstrip("'’") in _OF), 0)
    place = gazetteer().places.get(key_of(words, k + 1, b)) if k else None
    whole = place is not None and not place.inhabitants and not concepts(" ".join(w.text for w in words[a:k]))[1]
    return k + 1 if whole else 0


_OF = frozenset({"de", "del", "du", "d", "of"})


def _says_so(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of several words of which the one that tells the sort of body opens the name, or in English closes it."""
    head = words[b - 1 if language == "en" else a]
    return b - a > 1 and head.key in listed(language, "body_heads", "plain_heads")


BODIES = frozenset(
    {
        "army",
        "navy",
        "airforce",
        "police",
        "gendarmerie",
        "ministry",
        "parliament",
        "senate",
        "guard",
        "coastguard",
        "intelligence",
        "court",
        "prosecution",
        "embassy",
        "consulate",
    }
)
"""Bodies of a state that are named by a nationality: "l'armée israélienne"."""


_THAT = frozenset({"أن", "إن", "ان", "أنه", "أنها", "أنهم", "بأن", "بأنه", "بأنها"})
"""What an Arabic verb of saying leads to, and no name."""
