"""Offices as printed: their place in a sentence, beside the name they belong to or standing for somebody."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from msgspec import Struct

from isnad.annotate.names.lexicon import demonyms, listed
from isnad.annotate.names.words import Word
from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.languages.meanings import bare, concepts, place_kind
from isnad.text import fold_key

LONGEST = 26
"""Words of the longest office that is followed."""
_HYPHENS = frozenset({"-", "–"})


class RoleSpan(Struct, frozen=True):
    """Words [first, last) that name an office; ``definite`` with an article before it, ``plural`` for several holders."""

    first: int
    last: int
    definite: bool
    plural: bool
    rank: str


class _Words(Struct, frozen=True):
    """``opens`` are the words that a rank or its plural begins with, and the hyphens that are passed over before one."""

    opens: frozenset[str]
    ranks: dict[tuple[str, ...], str]
    plurals: dict[str, str]
    follow: frozenset[str]
    link: frozenset[str]
    articles: frozenset[str]
    possessives: frozenset[str]
    stop: frozenset[str]
    two: frozenset[str]
    never: frozenset[str]
    former: frozenset[str]
    former_prefixes: tuple[str, ...]
    fields_before: bool


@kept
def _words(language: str) -> _Words:
    """The words of offices of one language, folded."""
    data = table(language, "roles")
    ranks: dict[tuple[str, ...], str] = {}
    for concept, phrases in table(language, "offices")["concepts"].items():
        if concept in ("former", "acting"):
            continue
        for phrase in phrases:
            ranks.setdefault(tuple(bare(w) if language == "ar" else w for w in _split(phrase)), concept)
    for concept, phrases in data["people"].items():
        for phrase in phrases:
            ranks.setdefault(tuple(bare(w) if language == "ar" else w for w in _split(phrase)), concept)
    concept_words = {
        bare(w) if language == "ar" else w
        for forms in table(language, "organizations")["concepts"].values()
        for p in forms
        for w in _split(p)
    }
    rank_words = {w for phrase in ranks for w in phrase}
    articles = frozenset(fold_key(w) for w in data["articles"])
    small = frozenset(fold_key(w) for w in [*table(language, "organizations")["small"], *data["link"]])
    plurals = {fold_key(k): v for k, v in data["plurals"].items()}
    return _Words(
        opens=frozenset(phrase[0] for phrase in ranks if phrase) | plurals.keys() | _HYPHENS,
        ranks=ranks,
        plurals=plurals,
        follow=frozenset((concept_words | rank_words | {fold_key(w) for w in data["follow"]}) - small - articles),
        link=frozenset(fold_key(w) for w in data["link"]) | small,
        articles=frozenset(fold_key(w) for w in data["articles"]),
        possessives=frozenset(fold_key(w) for w in data["possessives"]),
        stop=frozenset(fold_key(w) for w in data["stop"]),
        two=frozenset(fold_key(w) for w in data["two"]),
        never=frozenset(fold_key(w) for w in data["never"]),
        former=frozenset(fold_key(w) for w in data["former"]),
        former_prefixes=tuple(data["former_prefixes"]),
        fields_before=bool(data["fields_before"]),
    )


def _split(phrase: str) -> list[str]:
    return regex.findall(r"[\p{L}\p{M}\p{N}]+", fold_key(phrase))


def find_roles(words: Sequence[Word], taken: Sequence[tuple[int, int, str]], language: str) -> list[RoleSpan]:
    """Return the offices among the words of a sentence, disjoint, in order.

    ``taken`` are names found (first, last, type); an office may run over names of organisations and places ("ministre
    marocain des Affaires étrangères", "chef d'état-major de l'armée israélienne") but not over a person.
    """
    if language not in LANGUAGES:
        return []
    known = _words(language)
    keys = [bare(w.key) if language == "ar" and w.kind == "word" else w.key.rstrip("'") for w in words]
    keys = [_held_once(k, known) or k for k in keys]
    person = {i for a, b, k in taken if k == "PER" for i in range(a, b)}
    name_end = {a: b for a, b, k in taken if k in ("ORG", "LOC")}
    inside = {i: a for a, b, k in taken if k in ("ORG", "LOC") for i in range(a + 1, b)}
    found: list[RoleSpan] = []
    i = 0
    while i < len(words):
        rank, n = _rank(keys, i, known)
        house = language == "ar" and i in name_end and name_end[i] - i > 2 and words[i].key in listed("ar", "houses")
        if not rank or i in person or house or inside.get(i) is not None or (i in name_end and name_end[i] - i > n + 3):
            i += 1
            continue
        last = _end(words, keys, i + n, known, person, name_end, language)
        while keys[i] in _HYPHENS and i < last - 1:
            i += 1  # "ex-Premier ministre"
        first = _widened(words, keys, i, known, person, language) if known.fields_before else i
        before = words[first - 1].key if first else ""
        plural = words[i].key in known.plurals or keys[i] in known.plurals
        definite = before in known.articles or before in known.possessives or words[i].key.startswith("ال")
        if language == "ar" and last > i + n:
            definite = True
        found.append(RoleSpan(first, last, definite, plural, rank))
        i = last
    return found


def _held_once(key: str, known: _Words) -> str | None:
    """The office in a word with "ex" grown on to it ("expresidente"); ``None`` for other words."""
    if not key.startswith(known.former_prefixes):
        return None
    rests = [key.removeprefix(p) for p in known.former_prefixes if key.startswith(p)]
    return next((r for r in rests if (r,) in known.ranks), None)


def is_former(words: Sequence[Word], role: RoleSpan, language: str) -> bool:
    """True when a word in, right before or right after an office says it is no longer held: "l'ancien ministre", «السابق»."""
    known = _words(language)
    around = [w for w in words[max(0, role.first - 2) : role.last + 1] if w.kind == "word"]
    return any(w.key in known.former or bare(w.key) in known.former or _held_once(w.key, known) for w in around)


def _widened(words: Sequence[Word], keys: Sequence[str], i: int, known: _Words, person: set[int], language: str) -> int:
    """Where an office begins whose field and nationality stand before it: "British defence minister"."""
    nations = demonyms(language)
    first = i
    while first and first > i - 5 and first - 1 not in person:
        key = keys[first - 1]
        joined = key in ("and", "'s", "s", "-") and first - 2 >= 0 and keys[first - 2] in known.follow
        if (key in known.follow or key in nations or joined) and key not in known.stop:
            first -= 1
            continue
        break
    return first


def _rank(keys: Sequence[str], i: int, known: _Words) -> tuple[str | None, int]:
    """The office whose words begin here, the longest phrase first; hyphens between words are passed over."""
    if keys[i] not in known.opens:
        return None, 0
    flat, at = [], []
    for j in range(i, min(len(keys), i + 9)):
        if keys[j] not in _HYPHENS:
            flat.append(keys[j])
            at.append(j)
    for n in range(min(5, len(flat)), 0, -1):
        rank = known.ranks.get(tuple(flat[:n]))
        if rank:
            return rank, at[n - 1] - i + 1
        plural = known.plurals.get(flat[0]) if n == 1 else None
        if plural:
            return plural, 1
    return None, 0


def _end(
    words: Sequence[Word],
    keys: Sequence[str],
    i: int,
    known: _Words,
    person: set[int],
    names: dict[int, int],
    language: str,
) -> int:
    """Where an office ends: it runs over fields, nationalities, bodies and the small words that join them."""
    last = begin = i
    nations = demonyms(language)
    while i < len(words) and i - last < 8:
        w, key = words[i], keys[i]
        if language == "ar" and i == begin and _ends_definite(words, i):
            break
        if i in person or key in known.stop or (language == "ar" and (_leaves(w) or _closed(words, keys, i, known))):
            break
        if i in names:
            i = last = names[i]
            continue
        if w.kind == "mark":
            # "chargé de la Défense, de l'Intérieur": a comma only before another field.
            if w.text in "-–’'" or (
                w.text in ",،" and i + 1 < len(words) and keys[i + 1] in ("charge", "chargee", "مكلف")
            ):
                i += 1
                continue
            break
        if language == "ar" and w.kind == "word" and key[:1] in "بل" and bare(key[1:]) in known.follow:
            i += 1
            last = i
            continue
        if (
            i > last
            and _rank(keys, i, known)[0]
            and w.key.startswith("ال") is False
            and language == "ar"
            and words[i - 1].text == "و"
        ):
            break
        numbered = key[:1].isdigit() and last == i and not (i + 1 < len(words) and words[i + 1].text in "-–:/")
        if key in known.follow or key in nations or w.key in nations or numbered:
            i += 1
            last = i
            continue
        if key in known.link or w.kind in ("elided", "particle"):
            # An article joins only after a preposition: "de la Défense", but not "députés | le ministre".
            if key in known.articles and w.kind != "elided" and (i == last or keys[i - 1] in known.articles):
                break
            i += 1
            continue
        # A capitalised field of an office: "ministre de la Défense".
        if language != "ar" and w.text[:1].isupper() and i > 0 and keys[i - 1] in known.link:
            i += 1
            last = i
            continue
        if language == "ar" and i and _arabic_field(words, i, known, last):
            i += 1
            last = i
            continue
        break
    return last


def _closed(words: Sequence[Word], keys: Sequence[str], i: int, known: _Words) -> bool:
    """True of a noun without the article behind one that has it, which can be of no other: «الوزير | *مطار* نواكشوط», «وزير الزراعة | *مديرة* الحجر»."""
    w, before = words[i], words[i - 1]
    if w.kind != "word" or before.kind != "word" or not before.key.startswith("ال") or w.key.startswith(("ال", "لل")):
        return False
    led = w.key[:1] in "بلوفك" and bare(w.key[1:]) in known.follow
    return not led and (place_kind(w.key) is not None or (bool(_rank(keys, i, known)[0]) and w.key not in _TAILS))


_TAILS = frozenset({"اول", "ركن", "بحري", "جوي", "طيار", "متقاعد", "عام", "سابق", "مساعد"})
"""What stands behind a rank without its article: «العميد *ركن*», «الفريق *أول*»."""


def _leaves(w: Word) -> bool:
    """True of a preposition that sounds like a field, and of a noun with its owner grown on: «المدير *خارج مكتبه*» (no «مكتبة»)."""
    owned = w.text.endswith("ه") and not w.key.startswith("ال") and len(w.key) > 4 and bool(concepts(w.text[:-1])[0])
    return w.kind == "word" and (w.text in ("خارج", "داخل") or owned)


def _arabic_field(words: Sequence[Word], i: int, known: _Words, last: int) -> bool:
    """A definite noun right after an office is its field: «وزير الفلاحة», «رئيس أركان الجيش»."""
    key = words[i].key
    if words[i - 1].key in listed("ar", "honorifics"):
        return False  # «العقيد الصادق حامد»: behind a rank stands its holder
    return last == i and key.startswith("ال") and len(key) > 4 and key not in known.stop and key not in known.never


def _ends_definite(words: Sequence[Word], i: int) -> bool:
    """True of a noun behind an office with its article, which has no field then: «دعا *الرئيس* العمال», «استقبل *المدير* وفدا»."""
    w = words[i]
    if w.kind != "word" or not words[i - 1].key.startswith("ال") or w.key in listed("ar", "rank_tails", "honorifics"):
        return False
    return not _describes(w.key) if w.key.startswith("ال") else len(w.key) > 2 and w.key in _PLAIN


_PLAIN = frozenset(
    "شركه جماعه حركه جبهه فريق نادي وفد وفدا لجنه حزب بلده مدينه قريه مجموعه مؤسسه موسسه منظمه جمعيه نقابه عدد عددا نحو جميع كل بعض اثنين".split()
)
"""Arabic nouns without their article that begin what such an office acts on: «أجبر القاضي *شركة* فلان»."""


def _describes(key: str) -> bool:
    """True of a definite Arabic word that can say which holder of an office is meant: «المدير العام», «المبعوث القطري», «الوزير المكلف»."""
    if key in _SAID_OF:
        return True
    of_many = key.endswith(("ين", "ون", "ات", "وا"))
    return not of_many and (key.endswith(("ي", "يه")) or key.startswith("الم"))


_SAID_OF = frozenset(
    "العام العامه السابق السابقه الاسبق الحالي الجديد الجديده الاول الاولي الثاني الثانيه الاعلي العليا الاكبر الكبير الاقدم الاخير القادم القاطن "
    "الراحل الراحله الشاب الشابه القائم الناطق الناطقه النائب العميد اللواء الركن الفريق الدكتور الاستاذ الشيخ التاسع الثالث".split()
)
"""Arabic words said of who holds an office that are neither of a place nor participles in «م»."""
