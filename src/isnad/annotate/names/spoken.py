"""Arabic persons whom only their place tells: behind the office that a word of saying has for its subject.

«وقال مدير الميناء سجاد الفرطوسي: …»: without capitals a name that no list knows shows by syntax alone. Behind a word of saying
stands an office; a definite noun, a place or a possessive closes its phrase; what follows before the next mark or small word, and
is no word of the language, can only be the name in apposition. Between two commas behind an office the same holds without a verb,
and so it does behind a verb that has its object already («التي ترأسها خيمينا بلقازار»): what follows is who did it.
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.classes import bands, likeness
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, listed, office_words, printed_given
from isnad.annotate.names.spans import Raw, told_whom
from isnad.annotate.names.verbs import takes_object
from isnad.annotate.names.words import Word
from isnad.annotate.quotations.lexicon import speech
from isnad.languages import table
from isnad.languages.keeping import kept
from isnad.languages.meanings import bare, concepts
from isnad.text import fold_key

TOLD = 0.98
"""Confidence of a person whom only syntax tells, behind a word of saying: «مدير *الشركة* X» makes X no firm."""
APPOSED = 0.66
"""The same of one between two commas."""
BESIDE = 0.9
"""The same of one right behind an office."""
_OFFICE = 9
"""Words of the longest office: «ممثل منظمة الصحة العالمية بأنجمينا»."""
_NAME = 3
"""Words of the longest name that no list knows, a particle of descent and its word counted as one."""
_REACH = 4
"""Words between the verb and the office: «قال *في تصريح صحفي* مدير …»."""
_STOPS = frozenset('.!?؟;؛:«»“”"()[]-–—|')
_CLAUSE = ("say", "confirm", "deny", "doubt", "judge")


def spoken(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with those added that stand behind a speaking office, in the place of what crosses them."""
    if language != "ar":
        return raw
    out = list(raw)
    for i, w in enumerate(words):
        if _office(w):
            told = _tells(words, i)
            span = _named_behind(words, i, told)
            if span is not None:
                out = _put(out, *span, TOLD if told else APPOSED)
            elif not told and (span := _behind_office(words, i)) is not None:
                out = _put(out, *span, BESIDE)
        elif w.key in _verbs() and _clause_behind(words, i + 2) and _lone(words[i + 1]):
            out = _put(out, i + 1, i + 2, TOLD)
        elif takes_object(w) and i + 1 < len(words):
            behind = (
                stranger(words[i + 1])
                or strange_ending(words[i + 1])
                or (_may_name(words, i + 1) and _stranger_behind(words, i + 1))
            )
            span = _run(words, i + 1, told=True, comma=False) if behind else None
            if span is not None:
                out = _put(out, *span, APPOSED)
    return sorted(out)


def _clause_behind(words: list[Word], k: int) -> bool:
    """True where a clause of saying opens: «قال X *إن*», «رد X *بأن*»."""
    return k < len(words) and (
        words[k].key in _THAT or (words[k].key == "ب" and k + 1 < len(words) and words[k + 1].key in _THAT)
    )


_THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم"})


def _lone(w: Word) -> bool:
    """True of one word that no page and no list but names' has, with the letters of a name: «واعترف *بنحدوش* بأن»."""
    return stranger(w) and w.key not in bands("ar") and len(w.key) > 3 and likeness(w.key) > 0


def _put(raw: list[Raw], a: int, b: int, score: float) -> list[Raw]:
    """The names with a person added; a surer person there stays, other names that cross him are cut or fall out."""
    kept = []
    for r in raw:
        if r[1] <= a or b <= r[0]:
            kept.append(r)
        elif r[2] == "PER" and r[0] <= a and b <= r[1] and (r[0], r[1]) != (a, b):
            return raw
        elif r[0] < a and r[2] != "PER":
            kept.append((r[0], a, r[2], r[3]))
    return [*kept, (a, b, "PER", score)]


@cache
def _heads() -> frozenset[str]:
    """First words of offices and callings, without article: «وزير», «ناطق»; never the «العام» behind them."""
    listed_ones = [p for forms in table("ar", "offices")["concepts"].values() for p in forms]
    return frozenset(bare(fold_key(p.split()[0])) for p in listed_ones)


def _office(w: Word) -> bool:
    """True of the first word of an office or calling, a pronoun behind it or none («رئيسته», «المحامي»)."""
    if w.kind != "word":
        return False
    key, heads = bare(w.key), _heads()
    if key in heads or (key.endswith("ه") and key[:-1] in heads):
        return True
    tails = [key[: -len(t)] for t in ("ه", "ها", "هم") if key.endswith(t) and len(key) > len(t) + 3]
    return any(k in heads or k.removesuffix("ت") + "ه" in heads or k.removesuffix("ت") in heads for k in tails)


@kept
def _verbs() -> frozenset[str]:
    """Finite verbs of saying, and what leads to a source: «بحسب», «عن»."""
    lexicon = speech("ar")
    entries = [e for row in lexicon.cues.values() for e in row] if lexicon else []
    return frozenset(
        e.words[-1]
        for e in entries
        if e.form == "preposition" or (e.form in ("finite", "relative") and e.sort in (*_CLAUSE, "source"))
    ) | {"عن"}


@cache
def sayings() -> frozenset[str]:
    """All words of saying of one word: «قوله», «قائلا», «قال»."""
    lexicon = speech("ar")
    return (
        frozenset(w for w, row in lexicon.cues.items() if any(len(e.words) == 1 for e in row))
        if lexicon
        else frozenset()
    )


def _tells(words: list[Word], i: int) -> bool:
    """True when a word of saying stands right before the office, or a few words before with no mark between."""
    for k in range(i - 1, max(-1, i - 2 - _REACH), -1):
        if words[k].kind == "mark":
            return False
        if words[k].key in _verbs():
            return True
    return False


def _named_behind(words: list[Word], i: int, told: bool) -> tuple[int, int] | None:
    """Return the words of the name in apposition to the office at ``i``, ``None`` when its place does not show one."""
    closed = _closes(words, i)
    comma = False
    for k in range(i + 1, min(len(words), i + _OFFICE)):
        w = words[k]
        if w.text in "،,":
            if comma or not closed:
                return None
            comma = True
            continue
        if w.kind == "mark":
            return None
        if comma and words[k - 1].text not in "،,":
            return None
        if bare(w.key) in listed("ar", "rank_tails"):
            continue
        if closed and (
            stranger(w)
            or (comma and strange_ending(w))
            or (_may_name(words, k) and (comma or _stranger_behind(words, k)))
        ):
            return _run(words, k, told, comma)
        if w.kind != "particle":
            closed = _closes(words, k)
    return None


def _behind_office(words: list[Word], i: int) -> tuple[int, int] | None:
    """Return the words of a name right behind the office at ``i`` or what it is of, whatever the verb: «عيّن مكانه العقيد *تجاني حقار*».

    Two or three words of which pages print one never, and none as words of the language. Behind what bears names itself
    («مدير *الشركة* …») only a word of persons' names begins one.
    """
    known = bands("ar")
    k = i + 1
    while k < min(len(words), i + _OFFICE) and words[k].kind != "mark" and _part_of_office(words[k]):
        k += 1
    if not _closes(words, k - 1):
        return None
    b = k
    while b < len(words) and b - k < _NAME and words[b].kind == "word" and not told_whom(words, b):
        w = words[b]
        foreign = w.key not in known and (stranger(w) or strange_ending(w)) and not bound(w)
        if not (foreign or (_named(w) and not _plain(w)) or (b > k and (_family(w) or w.key in anywhere("descent")))):
            break
        b += 1
        if b - k > 1 and w.text.startswith("ال"):
            break  # «سامر الزعبي *إكليلا*»: with the article a name ends
    if b - k < 2 or all(w.key in known for w in words[k:b]):
        return None
    bears = any(w.key.removeprefix("لل").removeprefix("ال") in _BEAR for w in words[i + 1 : k])
    return (k, b) if _named(words[k]) or not bears else None


def _part_of_office(w: Word) -> bool:
    """True of what an office is of, and of its adjectives: with the article, or led by «ل»."""
    return w.kind == "particle" or w.text.startswith(("ال", "لل")) or w.key in ("وزاره", "اركان", "هيءه")


_BEAR = frozenset(
    (
        "شركه مجموعه وكاله جمعيه نادي فندق قناه صحيفه جريده موقع سفينه باخره مصنع بنك مصرف موءسسه مءسسه موسسه منظمه حزب حركه مدرسه "
        "جامعه مستشفي مطعم فريق مركز معهد اذاعه مجله دار متجر مزرعه حي شارع قريه بلده مدينه منطقه مقاطعه ولايه جزيره ميناء مطار مخيم"
    ).split()
)
"""What bears a name of its own that may stand behind it: «مدير المجموعة لافارج»."""


def _closes(words: list[Word], k: int) -> bool:
    """True of a word that ends a definite phrase: one with the article, a place, a possessive."""
    w = words[k]
    if w.text.startswith(("ال", "لل")) or w.key in gazetteer().places:
        return True
    cut = k > 0 and words[k - 1].kind == "particle" and words[k - 1].end == w.start
    return (cut and (w.key in gazetteer().places or words[k - 1].key.endswith("ل"))) or (
        len(w.key) > 4 and w.key.endswith(("ته", "تها", "ها", "هم", "نا"))
    )


def _run(words: list[Word], k: int, told: bool, comma: bool) -> tuple[int, int] | None:
    """Return the stretch of names from ``k`` to the next mark or word of the language, when it is a whole name."""
    b, n = k, 0
    while b < len(words) and n <= _NAME:
        w = words[b]
        if b > k and told_whom(words, b):
            break
        if w.key in anywhere("descent") and b > k:
            b += 1
        elif b == k or stranger(w) or _family(w) or ((comma or _named(words[k])) and strange_ending(w)):
            b += 1
            n += 1
        else:
            break
    if not 2 <= n <= _NAME:
        return None
    after = words[b].text if b < len(words) else "."
    if comma:
        return (k, b) if after in "،,:؛." and (told or _named(words[k])) else None
    return (k, b) if told else None


def whole_name(words: list[Word], k: int) -> tuple[int, int] | None:
    """Return the stretch of names from a place that is a whole one, told by what stands before it; ``None`` for none."""
    opens = stranger(words[k]) or strange_ending(words[k]) or (_may_name(words, k) and _stranger_behind(words, k))
    return _run(words, k, told=True, comma=False) if opens else None


def _stranger_behind(words: list[Word], k: int) -> bool:
    """True when a word that no language knows follows: «قادة مزغيش» is a name, «قادة الجيش» are leaders."""
    return not _plain(words[k]) and k + 1 < len(words) and (stranger(words[k + 1]) or _family(words[k + 1]))


def _may_name(words: list[Word], k: int) -> bool:
    """True of a word of persons' names, or of a place right behind a noun with the article: «مدير المجموعة ألفارو …»."""
    w = words[k]
    if w.kind != "word" or w.text.startswith("ال"):
        return False
    return _named(w) or (w.key in gazetteer().places and words[k - 1].text.startswith("ال"))


def _named(w: Word) -> bool:
    return w.key in gazetteer().people or w.key in gazetteer().given or w.text in printed_given()


def _plain(w: Word) -> bool:
    return w.key in gazetteer().plain["ar"]


def stranger(w: Word) -> bool:
    """Return whether a word is one without article that is no word of the language: neither small, nor common, nor a people's, nor a place.

    What is built like a verb, like a noun with its owner («تفضيله») or like a manner («تمهيدا») is a word, whatever the lists lack.
    """
    if w.kind != "word" or len(w.key) < 3 or w.text.startswith(("ال", "لل")) or not w.key.isalpha() or _plain(w):
        return False
    known = gazetteer()
    if w.key in anywhere("never") or w.key in listed("ar", "honorifics") or w.key in sayings():
        return w.text in printed_given() and w.key not in sayings()
    if w.text.endswith(("ه", "ها", "هم", "هما", "ًا", "اً", "هن")) or w.key in demonyms("ar"):
        return False
    if w.key in known.people or w.key in known.given:
        return w.key not in known.places
    built = w.key[0] in "يتن" or w.key.endswith(("ا", "وا", "ون", "ات", "تين", "كما", "نا"))
    led = w.key[0] in "بلوفك" and (w.key[1:] in known.plain["ar"] or bare(w.key[1:]) in known.plain["ar"])
    common = w.key in office_words("ar") or bool(concepts(w.text)[0]) or w.key in known.places
    return not (built or led or common or bound(w))


def strange_ending(w: Word) -> bool:
    """The same of a word that ends like a plural, a manner or a possessive and may be foreign all the same: «جوزايا», «بوزرقون»."""
    if (
        w.kind != "word"
        or len(w.key) < 4
        or w.text.startswith(("ال", "لل"))
        or _plain(w)
        or w.text.endswith(("ًا", "اً"))
    ):
        return False
    cut = [w.key.removesuffix(t) for t in ("ها", "هم", "ه", "ون", "ات", "ا", "ين") if w.key.endswith(t)]
    plain, offices = gazetteer().plain["ar"], office_words("ar")
    word = any(k in plain or k in offices or "ال" + k in plain or concepts(k)[0] for k in cut) or concepts(w.text)[0]
    state = w.key.endswith(("ا", "ه", "ها")) and w.key[0] in "متيس"
    listed_so = (
        w.key in sayings() or w.key in anywhere("never") or w.key in demonyms("ar") or w.key in gazetteer().places
    )
    return not (word or state or listed_so or bound(w))


def _family(w: Word) -> bool:
    """True of a family name with the article: neither a word of the language as it stands nor a nationality, a place, an office."""
    if w.kind != "word" or not w.text.startswith("ال") or len(w.key) < 5:
        return False
    common = _plain(w) or w.key in demonyms("ar") or bare(w.key) in office_words("ar")
    nisba = w.key.endswith(("ي", "يه")) or _unseen(w)
    return nisba and not common and not (w.key in gazetteer().places and w.key not in gazetteer().people)


def _unseen(w: Word) -> bool:
    """True of a word with the article that pages do not print, with it or without, nor any list knows: «الرشايد»."""
    stem = bare(w.key)
    known, plain = bands("ar"), gazetteer().plain["ar"]
    bound = any(stem.removesuffix(t) in known or stem.removesuffix(t) in plain for t in ("ه", "ات", "ين", "ون", "ان"))
    return w.key not in known and not bound and stem not in plain and not concepts(w.text)[0]


def bound(w: Word) -> bool:
    """Return whether an Arabic word is «ب» or «ل» and a word of the language, its owner behind it or none: «بإدارته», «بجائزة»."""
    if w.key[:1] not in "بل" or len(w.key) < 5 or w.key in gazetteer().people or w.text in printed_given():
        return False
    rest, known, plain = w.key[1:], bands("ar"), gazetteer().plain["ar"]
    stems = [
        rest,
        *(rest.removesuffix(t) for t in ("ها", "هم", "ه", "ا") if rest.endswith(t) and len(rest) > len(t) + 2),
    ]
    stems += [k[:-1] + "ه" for k in stems if k.endswith("ت")]
    return any(known.get(k, 9) < _DAILY or k in plain for k in stems)


_DAILY = 4
"""Band of frequency below which a word is one of the language."""
