"""Where Arabic names end that grammar closes: behind a definite word no indefinite one carries a name on.

«الشرطة النيجرية | التعاون الدولي», «مصرف البحرين المركزي | ترخيص | بنك الهيرات», «للصندوق العالمي للمدن القديمة | إنغريد سولفانغ»,
«جاسم | ابن عمي». What is cut off and is a body or a person stays one.
"""

from __future__ import annotations

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words, printed_given
from isnad.annotate.names.narrower import someones
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.spoken import stranger
from isnad.annotate.names.told import is_kin
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts

_USUAL = 4
"""Band of frequency below which a word is one of the language."""
_PARTED = 0.85
"""Confidence of a person that stood at the end of a body."""
_CARRY = frozenset({"غير", "ذات", "ذو", "ذي", "متعدد", "متعدده", "عديم", "شبه", "بلا", "فرع", "قطاع", "عبر", "ضد"})
"""Indefinite words that carry a name on all the same: «المنظمات *غير* الحكومية», «الشركة العربية *فرع* عمان»."""


def closed(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Return the names of an Arabic sentence ended where grammar closes them."""
    out: list[Raw] = []
    for r in raw:
        if r[2] in ("ORG", "MISC") and r[1] - r[0] > 1:
            out += _body(words, r)
        elif r[2] == "PER" and r[1] - r[0] > 1:
            if not _two_offices(words, r[0]):
                out.append(_person(words, r))
        elif r[2] == "LOC":
            if not any(x[0] < r[0] < x[1] for x in out):
                out += _street(words, _place(words, r, raw))
        elif not any(x[0] < r[0] < x[1] for x in out):
            out.append(r)
    return sorted(_houses(words, out))


def _body(words: list[Word], r: Raw) -> list[Raw]:
    a, b, kind, score = r
    if b - a == 2 and words[a].key in _SEAT_OF and words[b - 1].key in listed("ar", "districts"):
        return []  # «مركز إقليم»
    if b - a == 2 and _owned(words[b - 1]) and kind == "ORG":
        return []  # «مجلس إدارته»
    for i in range(a + 1, b):
        if _given_to(words, i, a, b):
            return [(a, i, kind, score), (i + 1, b, "LOC", score)]
        if words[i].key in _BEFORE and bare(words[i - 1].key) not in _OVER:
            return [(a, i, kind, score)] if i - a > 1 else [r]
        # «المدير العام لشركة فارمادرا | أنس بنخليل»: a given name behind a firm's own word begins who holds the office.
        if kind == "ORG" and i + 2 == b and _given_behind(words, i) and _office_before(words, a):
            return [(a, i, "ORG", score), (i, b, "PER", _PARTED)]
        if (
            kind == "ORG"
            and i + 1 == b < len(words)
            and _given_behind(words, i)
            and stranger(words[b])
            and _office_before(words, a)
        ):
            return [(a, i, "ORG", score), (i, b + 1, "PER", _PARTED)]
        if not _definite(words, i - 1, a) or words[i].kind != "word":
            continue
        if kind == "ORG" and _new_noun(words, i):
            first = [] if i - a == 2 and _owned(words[i - 1]) else [(a, i, kind, score)]
            return [*first, *_behind(words, i, b, score)]
        if i + 2 == b and stranger(words[i]) and stranger(words[i + 1]) and _office_before(words, a):
            return [(a, i, "ORG", score), (i, b, "PER", _PARTED)]
        if kind == "ORG" and i - a > 1 and _abstract(words, i, a):
            return [(a, i, kind, score)]
    return [r]


def _given_behind(words: list[Word], i: int) -> bool:
    """True of a given name behind a word that says no sort of body: not «مؤسسة | محمد السادس»."""
    return words[i].text in printed_given() and not concepts(words[i - 1].text)[0]


def _given_to(words: list[Word], i: int, a: int, b: int) -> bool:
    """True of «ل» before a state or a town behind a body that a nationality closes: «بنك الصادرات العربي | *لمصر*»."""
    if words[i].kind != "word" and words[i].key == "ل" and i + 2 == b and i - a > 1:
        nation = words[i - 1].key.startswith("ال") and words[i - 1].key.endswith(("ي", "يه"))
        return nation and words[i + 1].key in gazetteer().places
    return False


_BEFORE = frozenset("علي الي عن منذ خلال بعد قبل لدي عند امام عقب اثر بشان حيال رغم حتي مع وفق حسب بحسب".split())
"""Prepositions that lead away from a body's name."""
_OVER = frozenset(
    "رقابه اشراف حفاظ محافظه سيطره حصول قضاء دفاع بحث تنقيب كشف تحري تضامن رد ردع اعلان تعويض افراج تفتيش حوار تعاون تواصل علاقات "
    "علاقه اتصال تنسيق تحالف شراكه صداقه سلام".split()
)
"""What such a preposition belongs to inside one: «هيئة *الرقابة* على الصادرات»."""


def _place(words: list[Word], r: Raw, raw: list[Raw]) -> Raw:
    """A district without the word for its seat («مركز إقليم | *نابادوغو*»), an airport with its second town («مطار *تونس قرطاج*»)."""
    a, b, kind, score = r
    if b - a > 2 and words[a].key in _SEAT_OF and words[a + 1].key in listed("ar", "districts"):
        return a + 2, b, kind, score
    if words[a].key == "مطار" and b - a > 1 and b < len(words) and not words[b - 1].key.startswith("ال"):
        free = not any(x[0] <= b < x[1] and x[2] != "LOC" for x in raw)
        if free and (words[b].key in gazetteer().places or words[b].key in ("الدولي", "المدني", "العسكري")):
            return a, b + 1, kind, score
    return r


def _street(words: list[Word], r: Raw) -> list[Raw]:
    """A street or a building without where in the town it is: «شارع عمر المختار | *وسط طرابلس*»."""
    a, b, kind, score = r
    at = next((i for i in range(a + 2, b) if words[i].key in _WHERE), 0)
    if not at or words[a].key not in listed("ar", "streets", "sites", "inns"):
        return [r]
    town = [(at + 1, b, "LOC", score)] if at + 1 < b else []
    return [(a, at, kind, score), *town]


_WHERE = frozenset(
    "وسط بوسط قرب بقرب قباله مقابل امام خلف داخل خارج بجوار جوار شمال جنوب شرق غرب شمالي جنوبي شرقي غربي عند بين".split()
)
"""What leads from a street to where it is."""
_SEAT_OF = frozenset({"مركز", "عاصمه", "قاعده", "حاضره", "كبري"})
"""What a town is to its district."""


def _definite(words: list[Word], i: int, a: int) -> bool:
    """True of a word that ends a chain of nouns: with the article, or with its owner grown on («إدارته»), and no title of a person."""
    w = words[i]
    if w.kind != "word" or w.key in listed("ar", "honorifics", "martyrs") or w.key in anywhere("titles_or_names"):
        return False
    if bare(w.key) in office_words("ar") and i > a:
        return False  # «مستشفى الأمير سلطان», «مؤسسة القائد عمر»
    article = w.key.startswith(("ال", "لل")) or (i > 0 and words[i - 1].key in ("لل", "ال"))
    return (article and len(w.key) > 4) or (i > a and _owned(w))


def _owned(w: Word) -> bool:
    """True of a noun with its owner grown on, a list having it so or not: «إدارته»."""
    if someones(w):
        return True
    stem = next((w.key.removesuffix(p) for p in ("هم", "ها", "ه") if w.key.endswith(p)), "")
    whole = stem[:-1] + "ه"
    return (
        not w.text.endswith("ة")
        and stem.endswith("ت")
        and (whole in gazetteer().plain["ar"] or bool(concepts(whole)[0]))
    )


def _new_noun(words: list[Word], i: int) -> bool:
    """True of a common word without the article, which opens something else: a verb, an object, an adverb."""
    w = words[i]
    key = w.key
    if key.startswith(("ال", "لل")) or key in _CARRY or key in given_names() or key in gazetteer().places:
        return False
    if key in anywhere("descent") or key in listed("ar", "letters") or key.isdigit() or len(key) < 3:
        return False
    if key in demonyms("ar") or key[:1] in "لب":
        return False
    return bands("ar").get(key, 9) < _USUAL and (key in gazetteer().plain["ar"] or key not in gazetteer().people)


def _abstract(words: list[Word], i: int, a: int) -> bool:
    """True of a noun with the article behind a nationality with it, which is no adjective: «الشرطة النيجرية | التعاون الدولي».

    Only where the body is described, not owned: «الشرطة النيجرية», not «وزارة النفط العراقية».
    """
    key, before = words[i].key, words[i - 1].key
    if before not in demonyms("ar") or not before.startswith("ال") or not key.startswith("ال"):
        return False
    relation = key.endswith(("ي", "يه", "يا")) or key in listed("ar", "closing", "telling", "adjectives", "fields")
    return not relation and (key in gazetteer().plain["ar"] or key in _TAKEN)


_TAKEN = frozenset("التعاون الحوار التحقيق البحث التدخل العمل الانسحاب الافراج التصعيد الهجوم المفاوضات الحداد".split())
"""What a body does or asks for, and is no part of its name."""


def _behind(words: list[Word], i: int, b: int, score: float) -> list[Raw]:
    """The body that stands in what was cut off: «ترخيص | *بنك الهيرات التجاري*»."""
    k = next((k for k in range(i, b - 1) if words[k].key in listed("ar", "heads")), 0)
    return [(k, b, "ORG", score)] if k else []


def _office_before(words: list[Word], a: int) -> bool:
    return any(w.kind == "word" and bare(w.key) in office_words("ar") for w in words[max(0, a - 4) : a])


def _two_offices(words: list[Word], a: int) -> bool:
    """True of the dual of an office before what it is of: «*سفيري* إسبانيا وقطر», «*وزيرا* الثقافة والسياحة»."""
    key = words[a].key
    dual = key.endswith(("ي", "ا")) and key[:-1] in office_words("ar") and len(key) > 4
    return (
        dual
        and key not in given_names()
        and (words[a + 1].key.startswith("ال") or words[a + 1].key in gazetteer().places)
    )


def _person(words: list[Word], r: Raw) -> Raw:
    """A person without whose relative he is: «جاسم *ابن عمي*»."""
    a, b, kind, score = r
    for i in range(a + 1, b):
        if words[i].key in ("ابن", "ابنه", "بنت") and i + 1 < b and words[i + 1].key in _MINE:
            return a, i, kind, score
        if is_kin(words[i]):
            return a, i, kind, score
    last, plain = words[b - 1], gazetteer().plain["ar"]
    governs = b < len(words) and words[b].key.startswith("ال") and words[b].kind == "word"
    if b - a > 2 and governs and last.key[:1] == "ب" and last.key[1:] in plain and last.text not in printed_given():
        b -= last.key not in gazetteer().people  # «هاني الدباغ | بدرع الجامعة»
    if (
        b < len(words)
        and words[b - 1].key == "الحاج"
        and words[b].key in gazetteer().people
        and words[b].kind == "word"
    ):
        return a, b + 1, kind, score  # «منير الحاج *مبروك*»
    return a, b, kind, score


def _houses(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names with firms of a man and his house behind the word for a firm: «شركة *محمد العلي وأبناؤه*»."""
    out = raw
    for i in range(2, len(words)):
        own = words[i].text in _HOUSE and words[i - 1].key == "و"
        if not own and words[i].text not in _HOUSE_AND:
            continue
        end, last = i + 1, i - own
        a = (
            next((k for k in range(last - 1, max(-1, last - 6), -1) if words[k].key in listed("ar", "firm_words")), -1)
            + 1
        )
        if 0 < a < last and all(w.kind == "word" and w.key not in anywhere("never") for w in words[a:last]):
            out = [*(r for r in out if r[1] <= a or end <= r[0]), (a, end, "ORG", _PARTED)]
    return out


_HOUSE = frozenset(
    "أبناؤه أبنائه أولاده إخوانه إخوته شركاه شركاؤه شركائه ابناؤه اولاده اخوانه أخيه أخوه ولده أبناؤهم أولادهم".split()
)
"""Who shares a man's firm."""
_HOUSE_AND = frozenset("و" + w for w in _HOUSE)


_MINE = frozenset(
    "عمي خالي اخي اختي عمتي خالتي ابي امي عمه عمها خاله خالها اخيه اخيها اخته اختها عمته خالته عمنا خالنا".split()
)
"""Whose son or daughter a relative is."""


__all__ = ["closed"]
