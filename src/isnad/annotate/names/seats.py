"""Bodies by what they are and where they sit: "le parquet de Sétif", "la Universidad de Salta", «محكمة الاستئناف بطنجة», «مستشفى ابن زهر».

Taggers find the town alone, or nothing: such names are printed small. The words are in ``names.toml`` under ``seated``; those under
``self_told`` name a body without a town ("inspection du travail").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from isnad.annotate.names.classes import bands
from isnad.annotate.names.heads import past_adjectives, past_capitals
from isnad.annotate.names.known import of_the_world
from isnad.annotate.names.lexicon import anywhere, gazetteer, listed
from isnad.annotate.names.narrower import sentenced
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word, words_of
from isnad.languages import table
from isnad.languages.meanings import concepts, place_kind

FOUND = 0.8
"""Confidence of such a body."""
_TO = {"fr": frozenset({"de", "du", "d", "des"}), "es": frozenset({"de", "del"}), "en": frozenset({"of"})}
"""What leads to the seat; "in" and "à" lead to a place of its own."""
_ARTICLES = frozenset({"la", "l", "le", "les", "el", "the", "los", "las"})


def seated(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with bodies of a town, and those that need none; the town itself is then part of the name.

    :func:`seats_of` gives the towns back: what a prosecutor's office of a town does is done there.
    """
    out, i = raw, 0
    while i < len(words):
        end = _told(words, out, i, language)
        if end:
            a = _led(words, out, i) if language == "en" else i
            out = _with(out, a, end)
        i = max(end, i + 1)
    return sorted(out)


def seats_of(words: list[Word], before: list[Raw], after: list[Raw], language: str) -> list[Raw]:
    """Return the places that end a body's name: those that were names of their own before, and what nobody knows behind a court or a
    hospital: "le parquet de *Paris*", "the *Belford* Crown Court", «محكمة الجنايات بـ*تازروت*»."""
    was = {x[:3] for x in before}
    bodies = [r for r in after if r[2] == "ORG"]
    towns = [r for r in before if r[2] == "LOC"]
    made = [b for b in bodies if b[:3] not in was]
    found = [t for t in towns if any(b[0] < t[0] and t[1] == b[1] for b in made) and not concepts(words[t[0]].text)[0]]
    if language == "en":
        found += [t for t in towns if any(b[0] == t[0] and t[1] < b[1] for b in made)]
    for b in bodies:
        if of_the_world(words, b[0], set()) == b[1] - b[0]:
            continue  # "le Quai d'Orsay" stands in Paris
        span = _tail(words, b, language)
        if span is not None and not any(r[0] < span[1] and span[0] < r[1] for r in [*found, *after] if r != b):
            found.append((*span, "LOC", FOUND))
    # «مجلس *المدينة*»: a town of that name is meant nowhere.
    return [r for r in found if r[1] - r[0] > 1 or place_kind(words[r[0]].key) is None]


def _tail(words: list[Word], body: Raw, language: str) -> tuple[int, int] | None:
    """The words of a body's name that can only be its town, ``None`` when none are."""
    a, b = body[:2]
    if language == "en":
        head = words[b - 1].key in _ENGLISH and words[b - 2].key in _RANKS and b - a in (3, 4)
        span = (a, b - 2)
    elif language == "ar":
        span = (b - 1, b)
        head = b - a > 2 and words[b - 2].kind == "particle" and words[b - 2].key == "ب"
        head = head or (b - a == 2 and words[a].key in _CLOSE_COURTS and not words[b - 1].key.startswith("ال"))
    else:
        k = next((i for i in range(b - 1, a, -1) if words[i].key.rstrip("'’") in ("de", "d")), b)
        span = (k + 1, b)
        head = words[a].key in listed(language, "townsfolk") and all(
            upper(w) or w.text == "-" for w in words[k + 1 : b]
        )
        named = words[a].key in _SICK and any(upper(w) for w in words[a + 1 : k])  # "hospital San Juan *de Dios*"
        head = head and (not named or key_of(words, k + 1, b) in gazetteer().places)
    if not head and (told := _at_home(words, body, language)) is not None:
        return told
    known = any(concepts(w.text)[0] or w.key in listed(language, "never") for w in words[span[0] : span[1]])
    return span if head and span[0] < span[1] and not known else None


_SICK = frozenset({"hospital", "clinica", "hopital", "clinique", "maternidad", "maternite"})


def _at_home(words: list[Word], body: Raw, language: str) -> tuple[int, int] | None:
    """The town that opens or ends the name of its police, its high court or its festival, where a list knows it: "*Kisumu* Police", «شرطة *سطيف*»."""
    a, b = body[:2]
    if language == "en":
        ranked = b - a == 3 and words[b - 1].key == "court" and words[b - 2].key in _HIGH
        span = (a, b - 2 if ranked else b - 1)
        if not (ranked or words[b - 1].key in _AT_HOME["en"]):
            return None
    elif words[a].key in _AT_HOME[language]:
        span = (b - 1, b)
    else:
        return None
    alone = span[1] - span[0] == 1 and b - a > 1 and words[span[0]].key in gazetteer().places
    return span if alone and not concepts(words[span[0]].text)[0] else None


_HIGH = frozenset(
    {"high", "appeal", "appeals", "sessions", "labour", "commercial", "supreme", "federal", "military", "family"}
)
_AT_HOME = {
    "en": frozenset({"police", "festival", "council", "marathon", "carnival", "prosecutors", "magistrates"}),
    "fr": frozenset({"police", "gendarmerie", "festival", "carnaval", "marathon", "foire", "surete"}),
    "es": frozenset({"policia", "festival", "carnaval", "maraton", "feria"}),
    "ar": frozenset({"شرطه", "درك", "امن", "مهرجان", "كرنفال", "محكمه", "مجلس"}),
}
"""What is at home in the town of its name."""


_ENGLISH = frozenset({"hospital", "court", "courthouse", "prison", "jail"})
_RANKS = frozenset(
    {
        "general",
        "district",
        "county",
        "regional",
        "central",
        "teaching",
        "university",
        "crown",
        "magistrates",
        "criminal",
        "city",
    }
)
"""Words between an English town and its hospital or court."""
_CLOSE_COURTS = frozenset({"نيابه", "محكمه", "سجن", "بلديه", "ولايه"})
"""Arabic words of bodies whose town stands right behind them."""


def _told(words: list[Word], raw: list[Raw], i: int, language: str) -> int:
    """Where the body that begins here ends; 0 for none."""
    n = _longest(words, i, language, "seated")
    if n:
        end = _seat_arabic(words, raw, i + n) if language == "ar" else _seat(words, raw, i + n, language)
        if end:
            return end
        if language == "en" and _led(words, raw, i) < i:
            return i + n
    alone = _longest(words, i, language, "self_told")
    return _of_field(words, i, language) or (i + alone if alone else 0)


def _of_field(words: list[Word], i: int, language: str) -> int:
    """Where a state's secretariat ends that is printed small, with its field: "secrétariat d'État à la pêche"; 0 for none."""
    if words[i].key not in _SECRETARIATS:
        return 0
    j = i + 1
    while j < len(words) and words[j].key.rstrip("'’") in _STATE:
        j += 1
    k = j
    while k < len(words) and k - j < 3 and words[k].key.rstrip("'’") in _CHARGED:
        k += 1
    named = j - i > 1 and k > j and k < len(words) and bool(concepts(words[k].text)[0])
    return past_adjectives(words, k + 1, language) if named else 0


_SECRETARIATS = frozenset({"secretariat", "secretaria", "subsecretaria"})
_STATE = frozenset({"d", "de", "etat", "estado"})
_CHARGED = frozenset({"a", "au", "aux", "la", "l", "le", "les", "de", "para", "el", "los", "charge"})


def _longest(words: Sequence[Word], i: int, language: str, concern: str) -> int:
    """How many words from here are a phrase of a list; one with a capital must be printed so."""
    for phrase, capital in _phrases(language, concern).get(words[i].key, ()):
        if tuple(w.key for w in words[i : i + len(phrase)]) == phrase and (not capital or upper(words[i])):
            return len(phrase)
    return 0


@cache
def _phrases(language: str, concern: str) -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """Under its first word each phrase, the longest first, and whether it needs a capital."""
    found: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for phrase in table(language, "names")[concern]:
        keys = tuple(w.key for w in words_of(phrase, 0, len(phrase), language))
        found.setdefault(keys[0], []).append((keys, phrase[0].isupper()))
    return {k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in found.items()}


def _seat(words: list[Word], raw: list[Raw], j: int, language: str) -> int:
    """Where the seat behind "de", or the name right behind a house ("hôpital Ibn-Zohr"), ends; 0 for none."""
    j = past_adjectives(words, j, language) if language != "en" else j
    j = _past_number(words, j)
    direct = next((r for r in raw if r[0] == j and r[3] < 0.98), None)
    if direct is not None and language != "en" and upper(words[j]) and direct[2] != "MISC":
        return direct[1]
    k = j
    if k >= len(words) or words[k].key.rstrip("'’") not in _TO[language]:
        return 0
    k += 1
    while k < len(words) and words[k].key.rstrip("'’") in _ARTICLES and not upper(words[k]):
        k += 1
    if k + 2 < len(words) and place_kind(words[k].key) is not None and not upper(words[k]):
        k += 1 + (words[k + 1].key.rstrip("'’") in _TO[language])  # "de la wilaya de Médéa"
    if k >= len(words) or not upper(words[k]) or words[k].kind != "word":
        return 0
    if words[k].key in listed(language, "never") and words[k].key not in _ARTICLES:
        return 0
    town = next((r for r in raw if r[0] == k), None)
    lone = town is not None and town[1] == k + 1 and words[k].key in gazetteer().places  # Constantine is a town here
    if town is not None and (town[2] == "LOC" or lone):
        return town[1]
    return 0 if town is not None and town[2] == "PER" else past_capitals(words, k)


def _past_number(words: list[Word], j: int) -> int:
    """The place behind a court's number: "juzgado de instrucción *número 3* de Algeciras"."""
    k = j
    while k < len(words) and k - j < 3 and (words[k].key in _NUMBERED or words[k].text in ".º°"):
        k += 1
    return k + 1 if k > j and k < len(words) and words[k].kind == "number" else j


_NUMBERED = frozenset({"numero", "no", "n", "num", "nro", "nº", "n°"})


def _led(words: list[Word], raw: list[Raw], i: int) -> int:
    """Where an English name begins whose town stands before it: "the *Irbid* prosecutors' office"."""
    before = next((r for r in raw if r[1] == i and r[2] == "LOC"), None)
    return before[0] if before is not None and i and upper(words[i - 1]) else i


def _seat_arabic(words: list[Word], raw: list[Raw], j: int) -> int:
    """Where the seat of an Arabic body ends, right behind it or behind «ب»; 0 for none."""
    while j < len(words) and words[j].key in listed("ar", "adjectives", "closing"):
        j += 1
    if j >= len(words):
        return 0
    sent = words[j - 1].key in _SENT or words[j - 2].key in _SENT
    if words[j].key == "ب" and sentenced(words, j):
        return 0
    k = j + (words[j].kind == "particle" and (words[j].key == "ب" or (sent and words[j].key == "ل")))
    name = next((r for r in raw if r[0] == k and r[2] in ("LOC", "PER", "ORG")), None)
    if name is not None:
        attached = words[k - 1].key.startswith(_HOUSES) or k > j
        return name[1] if name[2] == "LOC" or (attached and name[2] == "PER") else 0
    if k > j or words[j].kind != "word" or words[j].key in anywhere("never") or place_kind(words[j].key) is not None:
        return 0
    strange = bands("ar").get(words[j].key, 9) > 2 and words[j].key not in gazetteer().plain["ar"]
    if not strange or words[j - 1].key not in _CLOSE:
        return 0
    behind = words[j + 1] if j + 1 < len(words) and words[j + 1].key not in listed("ar", "honorifics") else words[j]
    return j + 1 + (behind.key.startswith("ال") and not words[j].key.startswith("ال"))


_SENT = frozenset({"القنصليه", "السفاره", "قنصليه", "سفاره"})
"""What a state has in another's towns: «القنصلية العامة لإيطاليا»."""
_HOUSES = ("مستشفي", "جامعه", "كليه")
"""What is called after persons."""
_CLOSE = frozenset({"نيابه", "قضاء", "محكمه", "مستشفي"})
"""Words whose seat stands right behind them even where no list knows it: «نيابة ديرة النخل»."""


def _with(raw: list[Raw], a: int, b: int) -> list[Raw]:
    """The names with a body, unless something sure or longer stands there."""
    inside = [r for r in raw if r[0] < b and a < r[1]]
    if any(r[0] < a or r[1] > b or (r[0], r[1], r[2]) == (a, b, "ORG") for r in inside):
        return raw
    return [r for r in raw if r not in inside] + [(a, b, "ORG", max([FOUND, *(r[3] for r in inside if r[2] == "ORG")]))]


__all__ = ["seated"]
