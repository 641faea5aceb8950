"""How alike two single words of names are: Latin–Latin, Arabic–Arabic, Arabic–Latin."""

from __future__ import annotations

import math
from functools import lru_cache

import regex
from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from isnad.link.spelling.evidence import log_odds
from isnad.link.spelling.sounds import arabic_sound, bones, foreign_sound, latin_sound, plain_letters, sound_key
from isnad.link.spelling.transducer import align
from isnad.text import fold_key, script_of

_ARABIC_WEAK = regex.compile(r"[اويهى]")
_LATIN_WEAK = regex.compile(r"[aeiouh]")
_VOWELS = regex.compile(r"[aeiou]+")
_NOT_LETTERS = regex.compile(r"[^a-z]")
_ARABIC_ARTICLE = "ال"


class TokenMatch(Struct, frozen=True, gc=False):
    """How sure it is (0–1) that two words are spellings of one name, and why."""

    score: float
    reason: str


class Form(Struct, frozen=True, eq=False, gc=False):
    """What comparing needs to know of one folded word, found once: a corpus compares a word with many others.

    ``sound`` as its script is heard, ``bare`` without weak letters, ``vowels`` of the sound; ``frame`` the coarse consonants both
    scripts share without an Arabic article, ``lead`` the first four with it; ``letters`` the Latin letters alone; ``article`` when
    the Latin word may begin with one. Compared by identity: :func:`form_of` gives equal words one form.
    """

    key: str
    script: str | None
    sound: str
    bare: str
    vowels: tuple[str, ...]
    frame: str
    lead: str
    letters: str
    article: bool


@lru_cache(maxsize=16384)
def form_of(key: str) -> Form:
    """Return what comparing needs to know of a folded word."""
    script = script_of(key)
    if script == "Latin":
        sound, letters = latin_sound(key), _NOT_LETTERS.sub("", key)
        bare, vowels = _LATIN_WEAK.sub("", sound), tuple(_VOWELS.findall(sound))
        article = letters[:2] in ("al", "el", "ul") and len(letters) >= 5
        return Form(key, script, sound, bare, vowels, bones(letters), sound_key(letters), letters, article)
    if script == "Arabic":
        sound = arabic_sound(key)
        frame = bones(key.removeprefix(_ARABIC_ARTICLE) if len(key) >= 5 else key)
        return Form(key, script, sound, _ARABIC_WEAK.sub("", sound), (), frame, sound_key(key), "", False)
    return Form(key, script, key, key, (), "", "", "", False)


def _ratio(a: str, b: str) -> float:
    return float(Levenshtein.normalized_similarity(a, b)) if a and b else 0.0


_NEAR_VOWELS = frozenset(map(frozenset, ("ae", "ei", "ou", "ai", "au", "a", "e", "i", "o", "u")))


def _other_vowel(a: Form, b: Form) -> bool:
    """Two words of the same consonants that differ in a vowel no transcription confuses (Gómez, Gámez)."""
    x, y = a.sound, b.sound
    if x.endswith("a") != y.endswith("a") and x[-1:] + y[-1:] not in ("ae", "ea", "ah", "ha"):
        return True
    if len(a.vowels) != len(b.vowels):
        return False
    return any(
        x != y and len(x) == len(y) == 1 and frozenset(x + y) not in _NEAR_VOWELS
        for x, y in zip(a.vowels, b.vowels, strict=True)
    )


def _heard_alike(a: Form, b: Form) -> tuple[Form, Form]:
    """Two Latin words in one manner of writing خ: Spanish writes it with j (Mojtar, Mokhtar)."""
    if "kh" in a.key and "j" in b.key and "kh" not in b.key:
        return a, form_of(b.key.replace("j", "kh"))
    if "kh" in b.key and "j" in a.key and "kh" not in a.key:
        return form_of(a.key.replace("j", "kh")), b
    if a.article != b.article and len(a.letters) > 5 < len(b.letters) + 2:
        # "Awad Elgeed", "Awad al-Jeed": here the article is grown on, there it was taken off.
        return (form_of(a.key[2:]), b) if a.article else (a, form_of(b.key[2:]))
    return a, b


_EGYPTIAN = regex.compile(r"dj|(?<![n])g(?=[aeiou])")


def _one_jim(a: Form, b: Form) -> bool:
    """True of two Latin words that differ only in how ج is heard: g in Cairo and Khartoum, j elsewhere (Gumaa, Jumaa)."""
    if ("j" in a.key) == ("j" in b.key):
        return False
    return latin_sound(_EGYPTIAN.sub("j", a.key)) == latin_sound(_EGYPTIAN.sub("j", b.key))


def _latin(a: Form, b: Form) -> float:
    """Two Latin words: equal in sound, or nearly; a differing consonant weighs more than a vowel."""
    a, b = _heard_alike(a, b)
    if a.sound == b.sound:
        return 0.97
    if _one_jim(a, b):
        return 0.9
    whole, consonants = _ratio(a.sound, b.sound), _ratio(a.bare, b.bare)
    if consonants == 1.0 and len(a.bare) >= 2:
        return round(0.62 + 0.33 * whole - (0.3 if _other_vowel(a, b) else 0.0), 4)
    value = 0.75 * (0.45 * whole + 0.55 * consonants)
    if whole >= 0.85 and min(len(a.sound), len(b.sound)) >= 7:
        value = max(value, 0.8)
    return round(value, 4)


def _arabic(a: Form, b: Form) -> float:
    """Two Arabic words: foreign names vary in weak letters and in letters of one class."""
    if a.sound == b.sound:
        return 0.95
    if a.key == b.key + "ه" or b.key == a.key + "ه":
        return 0.6
    if foreign_sound(a.key) == foreign_sound(b.key):
        return 0.9
    if "ل" + a.key == b.key or "ل" + b.key == a.key:
        return 0.9  # «عرابة», whose article was taken off, and «لعرابة»
    consonants = _ratio(a.bare, b.bare)
    if consonants == 1.0 and len(a.bare) >= 3:
        return round(0.55 + 0.35 * _ratio(a.sound, b.sound), 4)
    return round(0.7 * (0.5 * _ratio(a.key, b.key) + 0.5 * consonants), 4)


def _across(a: Form, b: Form, hasty: bool) -> float:
    """An Arabic and a Latin word, by the learned letter correspondences, with and without the article."""
    if not _may_meet(a, b, hasty):
        return round(0.2 * _ratio(a.lead, b.lead), 4)
    arabic, latin = plain_letters(a.key), b.letters
    forms = [arabic, *(arabic.replace(two, one) for two, one in _AS_ONE if two in arabic)]
    if arabic.startswith(_ARABIC_ARTICLE) and len(arabic) >= 5:
        forms.append(arabic[2:])
    elif b.article:
        # "Elmaleh" is المالح, whose article was taken off.
        forms.append(_ARABIC_ARTICLE + arabic)
    best = max(log_odds(form, latin) for form in forms)
    if best < _DOUBTED:
        others = [log_odds(form, other) for form in forms for other in _transcriptions(latin)]
        if latin.endswith(_PERSIAN):
            others += [log_odds(form, f"{latin[:-2]}wi") for form in forms]
        if latin[0] == "l" and latin not in _OWN_L and arabic[0] != "ل" and len(latin) >= 6 and len(arabic) >= 4:
            # "Laraba" is العرابة, whose article was taken off.
            others.append(log_odds("ل" + arabic, latin))
        if arabic[-1] == "ه" and len(arabic) > 3 and latin.endswith(("at", "et")):
            others += [log_odds(f"{form[:-1]}ت", latin) for form in forms]  # heard before a second noun: "Deirat al-…"
        if "ني" in arabic and "ni" not in latin:
            others += [log_odds(form, _PALATAL.sub("ni", latin)) for form in forms if _PALATAL.search(latin)]
        best = max([best, *(odds - _OTHER for odds in others)])
    sure = 1 / (1 + math.exp(_SLOPE * (_EVEN - best)))
    return round(min(sure, _OF_ANOTHER) if _other_ending(arabic, latin) else sure, 4)


_OF_ANOTHER = 0.6
"""The most that a man's and a woman's name score."""


def _other_ending(arabic: str, latin: str) -> bool:
    """True when one word ends like a woman's name and the other does not: «سمير» is no Samira, «سميرة» no Samir.

    A final a is written in Arabic as a letter of its own; a ة is heard as a, e, t or h, and ه (نزيه, Nazih) folds to the same letter.
    """
    if len(arabic) < 3 or len(latin) < 4:
        return False
    if latin.endswith(("a", "ah")) and arabic[-1] not in "اهيءعحو":
        return True
    mute = arabic.endswith("يه") and latin.endswith(("er", "ers", "es", "ez"))  # «غوتييه», Gautier
    return arabic[-1] == "ه" and latin[-1] not in "aehtiouy" and not mute


_PERSIAN = ("avi", "evi")
"""How Persian and Turkish names of descent end, whose v is و: "Mousavi", «موسوي»."""
_OWN_L = frozenset({"lamine", "lemine"})
"""Names with an article that are other names without it: Lamine is الأمين, Amine is أمين."""
_PALATAL = regex.compile(r"n(?=[aeou])(?!.*n[aeou])")
"""A Spanish ñ, which folding makes n: the last one of the word ("Muñoz", «مونيوث»)."""
# How French, Spanish and German transcriptions write what the attested pairs, mostly English, write otherwise.
_MANNERS = (
    ("tch", "ch"),
    ("sch", "sh"),
    ("ou", "u"),
    ("dj", "j"),
    ("qu", "k"),
    ("gu", "g"),
    ("ch", "sh"),
    ("ou", "w"),
    ("ll", "y"),
    ("rh", "gh"),
    ("x", "gz"),
    ("x", "ks"),
    ("x", "j"),
    ("dd", "dh"),
    ("igh", "ai"),
)
_OTHER = 0.5
"""Log odds lost by a reading in another manner of transcription."""
_DOUBTED = 2.5
"""Log odds (nine in ten are one name) below which other manners are tried."""
_AS_ONE = (("دز", "ز"), ("ءو", "وو"), ("نب", "مب"))
"""Two Arabic letters heard as others: an Italian z («لوريندزو»), a hamza on the line («رءوف» is رؤوف), n before b («جنبلاط», Joumblatt)."""
_EVEN, _SLOPE = 0.9, 0.9
"""Log odds that score one half, and how fast the score rises: one near spelling in a hundred reaches the joining score."""


_AMERICAN = r"z(?=\w*(?:ch|qu|ll|rr|o$))"
"""A Spanish z, heard as s in America, in words that are Spanish by what follows: "Zaracho", «ساراتشو»."""
# What only the letters around tell: c before e and i is s; di before a vowel is ج in the Sahel ("Diatta", «جاتا»), where kh is k, too.
_HEARD_IN = tuple(
    (regex.compile(a), b)
    for a, b in (
        (r"c(?=[eiy])", "s"),
        (r"di(?=[aeo])", "j"),
        (r"^ndi(?=[aeou])", "inj"),
        (r"kh(?=o)", "k"),
        (_AMERICAN, "s"),
        # What French and English write and nobody hears: Clément, Vincent, Thibaut, Jacques, Hugh, Knight, Wright; in Spanish an h.
        (r"(?<=[aeiou]n)[tdc]s?$", ""),
        (r"in(?=[cdfgpst])", "an"),
        (r"(?<=[ae]u)l?[tdx]$", ""),
        (r"oit?$", "wa"),
        (r"ques$", "k"),
        (r"ui?ll?aume$", "iyum"),
        (r"^h(?=[aeiou])", ""),
        (r"^kn", "n"),
        (r"^wr", "r"),
        (r"ugh", "yu"),
    )
)


@lru_cache(maxsize=16384)
def _transcriptions(latin: str) -> frozenset[str]:
    """The word as other manners of transcription write it, one change at a time and all in turn."""
    found, word = set(), latin
    for a, b in _MANNERS:
        if a in latin:
            word = word.replace(a, b)
            found |= {latin.replace(a, b), word}
    for shape, b in _HEARD_IN:
        if shape.search(latin):
            word = shape.sub(b, word)
            found |= {shape.sub(b, latin), word}
    return frozenset(found - {latin})


def _may_meet(arabic: Form, latin: Form, hasty: bool) -> bool:
    """A cheap test that turns away strangers: the coarse consonants must be about the same.

    In haste, one in four or five may differ: that turns away nine strangers in ten, and of the attested pairs three in a thousand
    that the letters would have joined. At leisure, two of the first four may.
    """
    a, b = arabic.frame, latin.frame
    if not a or not b or a == b or latin.article:
        return True
    if not hasty:
        return bool(Levenshtein.distance(a[:4], b[:4], score_cutoff=2) <= 2)
    if "دج" in arabic.key:  # a foreign j: «كودجو»
        a = bones(arabic.key.replace("دج", "ج"))
    return _about(a, b) or any(_about(a, other) for other in _other_frames(latin.letters))


def _about(a: str, b: str) -> bool:
    """True of coarse consonants that are about the same."""
    longer = max(len(a), len(b))
    most = 1 if longer < 5 else 2 if longer == 5 else 3
    return abs(len(a) - len(b)) <= most and Levenshtein.distance(a, b, score_cutoff=most) <= most


_TWO_LETTERS = (
    ("th", "s"),
    ("kh", "k"),
    ("ij", "ig"),
    ("ll", "y"),
    ("j", "h"),
    ("igh", "i"),
    ("ugh", "u"),
    ("lt", ""),
    ("kn", "n"),
)
"""Latin letters that are heard otherwise elsewhere: ث in Mathlouthi, ك and ح in Lekhal, ي and ج in Khadijetou, ي and خ in Spanish
(Vallejo), nothing in Knight and Thibault."""


@lru_cache(maxsize=16384)
def _other_frames(letters: str) -> frozenset[str]:
    """The coarse consonants of a Latin word with such pairs heard otherwise; empty for most words."""
    pairs = [(a, b) for a, b in _TWO_LETTERS if a in letters]
    words, every = set(), letters
    for a, b in pairs:
        every = every.replace(a, b)
        words |= {letters.replace(a, b), every}
    return frozenset(bones(w) for w in words)


@lru_cache(maxsize=16384)
def met_under(key: str) -> tuple[str, ...]:
    """Return the coarse consonants, four at most, under which other spellings of a folded word are met, its own first.

    Those of its pairs of letters heard otherwise, and those without an article that has grown on ("Elnour", «النور»).
    """
    found = dict.fromkeys([sound_key(key)])
    form = form_of(key)
    if form.letters:
        found.update(dict.fromkeys(sorted(b[:4] for b in _other_frames(form.letters))))
        if form.article:
            found[sound_key(form.letters[2:])] = None
    elif "دج" in key:
        found[sound_key(key.replace("دج", "ج"))] = None
    elif "تش" in key:
        found[sound_key(key.replace("تش", "تاش"))] = None  # "Tashi"
    return tuple(k for k in found if k)


def explain_across(arabic: str, latin: str) -> str:
    """Return the letter-by-letter correspondence of an Arabic and a Latin word: ``غ~g ا~a ن~n ت~t س~z``."""
    _, steps = align(fold_key(arabic), fold_key(latin))
    shown = [(s.arabic.strip("^$"), s.latin.strip("^$")) for s in steps]
    return " ".join(f"{a or '∅'}~{b or '∅'}" for a, b in shown if a or b)


def likeness(a: Form, b: Form, hasty: bool = False) -> float:
    """Return how sure it is (0–1) that two folded words are spellings of one name; see :func:`compare_tokens`."""
    if a is b or a.key == b.key:
        return 1.0
    if a.script == b.script:
        return _latin(a, b) if a.script == "Latin" else _arabic(a, b) if a.script == "Arabic" else 0.0
    if a.script == "Arabic" and b.script == "Latin":
        return _across(a, b, hasty)
    if a.script == "Latin" and b.script == "Arabic":
        return _across(b, a, hasty)
    return 0.0


def why(a: Form, b: Form, hasty: bool = False) -> str:
    """Return in words what speaks for and against two folded words being one name: only asked of pairs that are shown."""
    if a.key == b.key:
        return f"both “{a.key}”"
    if a.script == b.script == "Latin":
        x, y = _heard_alike(a, b)
        if x.sound == y.sound:
            return f"“{a.key}” and “{b.key}” sound alike"
        consonants, whole = _ratio(x.bare, y.bare), _ratio(x.sound, y.sound)
        return f"“{a.key}” and “{b.key}” share {consonants:.0%} of their consonants, {whole:.0%} of all sounds"
    if a.script == b.script == "Arabic":
        if a.sound == b.sound:
            return f"«{a.key}» and «{b.key}» differ only in letters that transcriptions confuse"
        if a.key == b.key + "ه" or b.key == a.key + "ه":
            return f"«{a.key}» and «{b.key}» are a man's and a woman's name"
        return f"«{a.key}» and «{b.key}» share {_ratio(a.bare, b.bare):.0%} of their consonants"
    if {a.script, b.script} == {"Arabic", "Latin"}:
        arabic, latin = (a, b) if a.script == "Arabic" else (b, a)
        if _may_meet(arabic, latin, hasty):
            return f"«{arabic.key}» and “{latin.letters}” are spelled alike, letter by letter"
        return f"«{arabic.key}» and “{latin.letters}” share too few consonants"
    return f"“{a.key}” and “{b.key}” are in scripts that are not compared"


def score_of(a: str, b: str) -> float:
    """Return the score of :func:`compare_tokens` alone, where nobody asks why."""
    return likeness(form_of(fold_key(a)), form_of(fold_key(b)))


def compare_tokens(a: str, b: str) -> TokenMatch:
    """Return how sure it is that two words, in Arabic or Latin script, are spellings of one name.

    Words in other scripts match only when equal after folding.
    """
    fa, fb = fold_key(a), fold_key(b)
    if fa == fb and a != b:
        return TokenMatch(1.0, f"“{a}” and “{b}” differ in marks only")
    x, y = form_of(fa), form_of(fb)
    return TokenMatch(likeness(x, y), why(x, y))
