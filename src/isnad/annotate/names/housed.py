"""Hospitals, stadiums and army units in Latin scripts by the name they carry: "hospital *San Juan de Dios* de Cartago", "the Lulua stadium",
"le bataillon d'infanterie de San Jacinto", "4th Infantry Battalion".

What bears the name is printed small as often as not, and the name is a saint's, a town's or a colour's; taggers find a piece of it.
"""

from __future__ import annotations

from isnad.annotate.names.heads import past_adjectives, past_capitals
from isnad.annotate.names.lexicon import demonyms, gazetteer, listed
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import place_kind

TOLD = 0.96
"""Confidence of such a name."""
_HOUSES = frozenset(
    "hopital polyclinique clinique maternite sanatorium dispensaire hospice ehpad hospital policlinica clinica maternidad sanatorio "
    "dispensario hospicio policlinico clinic infirmary polyclinic".split()
)
"""Houses for the sick: bodies."""
_GROUNDS = frozenset(
    "stadium arena hippodrome velodrome racecourse ballpark estadio coliseo hipodromo velodromo stade".split()
)
"""Where people play: places."""
_UNITS = frozenset(
    "bataillon regiment brigade escadron compagnie division batallon regimiento brigada escuadron compania battalion regiment squadron "
    "platoon company".split()
)
_ARMS = frozenset(
    "infanterie artillerie cavalerie genie parachutistes parachutiste commando commandos chars blindee blinde blindes mecanisee mecanise "
    "motorisee marine transmissions intervention fusiliers tirailleurs chasseurs gendarmerie blindada blindado "
    "infanteria artilleria caballeria ingenieros paracaidistas comandos tanques mecanizada mecanizado motorizada marina selva montana "
    "transmisiones infantry artillery cavalry engineers engineer parachute airborne commando armoured armored mechanised mechanized tank "
    "marine marines mountain rifles rifle signals ranger rangers guards".split()
)
"""What an army unit is of."""
_OF = {"fr": frozenset({"de", "du", "des", "d"}), "es": frozenset({"de", "del"}), "en": frozenset({"of"})}
_ARTICLES = frozenset({"la", "l", "le", "les", "el", "los", "las", "the"})
_SAINTS = frozenset(
    "san santa santo sainte saint st notre nuestra nostra virgen vierge sagrado sacre sagrada divino divina inmaculada senora dame "
    "juan vicente francisco vincent jean francois".split()
)
"""What a name opens with that goes on with "of": "San Juan *de Dios*", "Notre-Dame *de la Paix*"."""


def housed(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with its hospitals, its stadiums and its army units whole, the town they are in apart."""
    out = raw
    for i, w in enumerate(words):
        if w.kind != "word":
            continue
        if w.key in _HOUSES:
            kind = "ORG"
        elif w.key in _GROUNDS:
            kind = "LOC"
        elif w.key in _UNITS:
            span = _unit(words, i, language)
            out = _with(words, out, *span, "ORG", language) if span is not None else out
            continue
        else:
            continue
        span = _before(words, i) if language == "en" else _behind(words, i, language)
        if span is not None:
            out = _with(words, out, *span, kind, language)
    return out if out is raw else sorted(out)


def _behind(words: list[Word], i: int, language: str) -> tuple[int, int] | None:
    """The house whose name stands right behind, adjectives between or none: "hôpital général Saint-Luc", "estadio El Sadar"."""
    a = past_adjectives(words, i + 1, language)
    if (
        a >= len(words)
        or not upper(words[a])
        or words[a].kind != "word"
        or words[a].key in listed(language, "never") - _ARTICLES
    ):
        return None
    end = past_capitals(words, a)
    while end < len(words) and (k := _of_saint(words, a, end, language)):
        end = k
    return (i, end) if any(len(w.key) > 2 for w in words[a:end]) else None


def _of_saint(words: list[Word], a: int, end: int, language: str) -> int:
    """Where a saint's name goes on behind "of": "San Juan *de Dios*", "Nuestra Señora *del Carmen*"; 0 where a town follows."""
    if words[a].key not in _SAINTS or words[end].key.rstrip("'’") not in _OF[language]:
        return 0
    k = end + 1
    while k < len(words) and words[k].key.rstrip("'’") in _ARTICLES and not upper(words[k]):
        k += 1
    if k >= len(words) or not upper(words[k]) or words[k].kind != "word":
        return 0
    lady = words[a].key in _LADIES and (k > end + 1 or words[end].key in ("del", "du", "des"))
    town = words[k].key in gazetteer().places
    return past_capitals(words, k) if lady or (not town and (k > end + 1 or words[k].key in _FAITHFUL)) else 0


_LADIES = frozenset("notre nuestra nostra virgen vierge senora sagrado sagrada sacre".split())
_FAITHFUL = frozenset(
    "dios dieu paul asis assise padua padoue jesus aquino borja loyola jerusalem alcantara sales siena arco arc lourdes fatima porres".split()
)
"""What saints are "of"."""


def _before(words: list[Word], i: int) -> tuple[int, int] | None:
    """The English house whose name stands before: "Los Ceibos hospital", "St Luke's Hospital", "the Lulua stadium"."""
    a = i
    while a and i - a < 5:
        w = words[a - 1]
        if w.text in ("'", "’") or (w.key == "s" and a > 1 and words[a - 2].text in "'’"):
            k = a - 1 - (w.key == "s")
            if not _sainted(words, k):
                break  # "Ghana's national stadium"
            a = k - 1
        elif (
            (w.kind == "word" and (upper(w) or (w.key in _RANKS and i == a)))
            or w.text in ("al", "el")
            or (w.text == "-" and a > 1 and upper(words[a - 2]))
        ):
            a -= 1
        else:
            break
    while a < i and (words[a].key in listed("en", "never") or words[a].key in ("the", "a") or words[a].text == "-"):
        a += 1
    named = [w for w in words[a:i] if w.kind == "word" and upper(w)]
    if not named or (a == 0 and len(named) < 2) or all(w.key in demonyms("en") or w.key in _RANKS for w in named):
        return None
    return a, i + 1


_RANKS = frozenset(
    "general district county regional central teaching university memorial national military mission community children".split()
)


def _sainted(words: list[Word], k: int) -> bool:
    """True of a saint's or a queen's name before the mark of its possessive: "*St Luke*'s", "*Queen Elizabeth*'s"."""
    led = words[k - 2].key.rstrip(".") if words[k - 2].text != "." or k < 3 else words[k - 3].key
    return k > 1 and upper(words[k - 1]) and led in ("st", "saint", "queen", "king", "our", "all")


def _unit(words: list[Word], i: int, language: str) -> tuple[int, int] | None:
    """An army unit with its arm: "3e bataillon d'infanterie de marine", "batallón de infantería 21", "4th Infantry Battalion"."""
    a = i
    if language == "en":
        while a and words[a - 1].kind == "word" and (words[a - 1].key in _ARMS or words[a - 1].key in demonyms("en")):
            a -= 1
        if not any(w.key in _ARMS for w in words[a:i]):
            return None
        return _which(words, i, _numbered(words, a), _town(words, i + 1, language))
    k = i + 1
    found = False
    while k < len(words) and k - i < 9:
        j = k
        while j < len(words) and j - k < 2 and words[j].key.rstrip("'’") in _OF[language] | {"la", "l"}:
            j += 1
        if j >= len(words) or words[j].key not in _ARMS:
            break
        k, found = j + 1, True
    if not found:
        return None
    if k < len(words) and words[k].key in ("numero", "n", "no", "nº", "n°") and k + 1 < len(words):
        k += 1
    if k < len(words) and words[k].kind == "number" and words[k].key.isdigit() and len(words[k].key) < 4:
        return _numbered(words, i), k + 1
    return _which(words, i, _numbered(words, i), _town(words, k, language), k)


def _which(words: list[Word], i: int, a: int, b: int, plain: int = 0) -> tuple[int, int] | None:
    """The unit where a number, a town or a capital tells which it is: no "division blindée", no "tank regiment"."""
    told = upper(words[i]) or any(upper(w) or w.kind == "number" or w.text[:1].isdigit() for w in words[a:i])
    return (a, b) if told or b > (plain or i + 1) else None


def _numbered(words: list[Word], a: int) -> int:
    """Where a unit begins whose number stands before it: "*3e* bataillon", "*4th* Infantry"."""
    k = a - 1
    if (
        k >= 0
        and words[k].key in _ORDINAL_ENDS
        and k
        and words[k - 1].kind == "number"
        and words[k - 1].end == words[k].start
    ):
        return k - 1
    ordinal = k >= 0 and words[k].text[:1].isdigit() and not words[k].key.isdigit()
    return k if ordinal or (k >= 0 and words[k].text in _ROMAN) else a


_ORDINAL_ENDS = frozenset({"e", "er", "ere", "eme", "re", "th", "st", "nd", "rd", "º", "ª", "o", "a"})
_ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"})


def _town(words: list[Word], k: int, language: str) -> int:
    """Where a unit ends that is of a town: "bataillon d'infanterie *de San Jacinto*"; its own end where no town follows."""
    if k + 1 >= len(words) or words[k].key.rstrip("'’") not in _OF[language]:
        return k
    j = k + 1 + (words[k + 1].key in _ARTICLES and not upper(words[k + 1]))
    return past_capitals(words, j) if j < len(words) and upper(words[j]) and words[j].kind == "word" else k


def _with(words: list[Word], raw: list[Raw], a: int, b: int, kind: str, language: str) -> list[Raw]:
    """The names with a house, what the tagger saw of it gone, and the town behind it on its own."""
    inside = [r for r in raw if r[0] < b and a < r[1]]
    if any(r[0] < a and r[2] == "ORG" for r in inside) or any((r[0], r[1], r[2]) == (a, b, kind) for r in inside):
        return raw
    towns = [t for r in inside if (t := _rest(words, r, b, language)) is not None]
    held = [
        r
        for r in inside
        if r[2] == "LOC"
        and r[1] == b
        and a < r[0]
        and _known_town(words, r)
        and kind == "ORG"
        and words[r[0] - 1].key.rstrip("'’") in _OF[language]
    ]
    return [*(r for r in raw if r not in inside), (a, b, kind, TOLD), *towns, *held]


def _known_town(words: list[Word], r: Raw) -> bool:
    return key_of(words, r[0], r[1]) in gazetteer().places


def _rest(words: list[Word], r: Raw, b: int, language: str) -> Raw | None:
    """The town of a longer name that the tagger ran on over the house: "hôpital Saint-Luc *de Bouaké*"."""
    k = b
    while k < r[1] and (words[k].key.rstrip("'’") in _OF[language] | {"a", "en", "in"} or words[k].key in _ARTICLES):
        k += 1
    if not b < k < r[1] or not upper(words[k]) or place_kind(words[k].key) is not None:
        return None
    return k, r[1], "LOC", r[3]


__all__ = ["housed"]
