"""Arabic names that nothing else took and that what stands beside them tells: firms by what they are for, places behind «في».

«شركة الحضنة للاستثمار», «مجموعة الأوراس القابضة», «مركز البحث في علم الفلك», «ولاية جهة كلميم», «توفي في لويجه».
"""

from __future__ import annotations

from isnad.annotate.names.classes import bands, likeness
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, listed, office_words
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.spoken import strange_ending, stranger
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts, place_kind

FOUND = 0.62
"""Confidence of such a name."""
_FIRMS = frozenset({"شركه", "مجموعه", "مءسسه", "موسسه", "وكاله", "تعاونيه", "مطاحن", "مخابر", "دار"})
"""What opens names of firms that say behind «ل» what they do."""
_CLOSES = frozenset({"القابضه", "المحدوده", "المساهمه", "وشركاه", "واولاده", "اخوان", "وابناوه", "العالميه", "الدوليه"})
"""What closes them."""
_SEATS = frozenset({"مركز", "معهد", "مختبر", "مخبر", "كليه", "مدرسه", "اكاديميه", "المركز", "المعهد"})
_STUDIES = frozenset({"البحث", "البحوث", "الابحاث", "الدراسات", "التكوين", "التدريب", "العلوم"})
"""Where things are studied, and what is done there «في» a field."""
_WITHIN = frozenset({"في", "الي", "نحو", "قرب", "صوب", "باتجاه"})
"""What leads to a place."""


def unclaimed_arabic(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Return the names of an Arabic sentence with those added, or carried to their end, that only what stands beside them tells."""
    taken = {k for a, b, kind, _ in raw for k in range(a, b) if kind != "LOC"}
    out = raw
    for i in range(len(words) - 1):
        w = words[i]
        if w.kind != "word":
            continue
        if (
            (w.key in _FIRMS and i not in taken and (end := _firm(words, i)))
            or (w.key in _MAKERS and i not in taken and (end := _maker(words, i)))
            or (w.key in _SEATS and words[i + 1].key in _STUDIES and (end := _field(words, i + 2)))
            or (w.key == "ولايه" and words[i + 1].key == "جهه" and (end := _region(raw, i + 2)))
        ):
            out = _with(out, i, end, "ORG")
        elif w.key == "المدينه" and words[i + 1].key == "الجديده" and (end := _new_town(words, i + 2)):
            out = _with(out, i + 2, end, "LOC", over=True)
        elif w.key in _WITHIN and _place(words, i + 1):
            inside = [r for r in out if r[0] <= i + 1 < r[1]]
            if all(r[:3] == (i + 1, i + 2, "ORG") for r in inside):  # «في *كوماتيبو*»
                out = [*(r for r in out if r not in inside), (i + 1, i + 2, "LOC", FOUND)]
    return out if out is raw else sorted(out)


def _with(raw: list[Raw], a: int, b: int, kind: str, over: bool = False) -> list[Raw]:
    """The names with one that takes in what lies inside it; nothing changes where a person or something longer stands."""
    inside = [r for r in raw if r[0] < b and a < r[1]]
    if any(r[0] < a or r[1] > b or (r[2] == "PER" and not over) for r in inside) or (a, b, kind) in [
        r[:3] for r in inside
    ]:
        return raw
    return [r for r in raw if r not in inside] + [(a, b, kind, FOUND)]


def _firm(words: list[Word], i: int) -> int:
    """Where the name of a firm ends that says what it does, or closes as firms' names do; 0 for none."""
    j = i + 1
    while j < len(words) and j - i < 4 and words[j].kind == "word" and _names(words[j]):
        if words[j].key in _CLOSES and j - i > 1:
            return j + 1
        if words[j].key.startswith("لل") and j - i > 1:
            break
        j += 1
    if j - i < 2 or j >= len(words):
        return 0
    w = words[j]
    if w.kind == "word" and w.key in _CLOSES:
        return j + 1
    if w.kind == "particle" and w.key in ("لل", "ل") and j + 1 < len(words) and words[j + 1].kind == "word":
        definite = w.key == "لل" or words[j + 1].key.startswith("ال")
        return _trade(words, j + 2) if definite and bare(words[j + 1].key) not in office_words("ar") else 0
    return _trade(words, j + 1) if w.kind == "word" and w.key.startswith("لل") and len(w.key) > 4 else 0


def _trade(words: list[Word], j: int) -> int:
    """Where what a firm does ends: «للنقل *البحري*», «للتجارة *والصناعة*», but «للنقل | الكويتية»."""
    k = j
    while k < len(words) and k - j < 4:
        joined = words[k].key == "و" and words[k].kind == "particle" and k + 1 < len(words)
        w = words[k + joined]
        key = w.key[1:] if w.key.startswith("وال") and not joined else w.key
        noun = joined or key is not w.key
        if w.kind != "word" or not key.startswith("ال") or len(key) < 5 or key in demonyms("ar"):
            break
        if not (_does(key) if noun else key.endswith("ي") or key in _MANNERS):
            break
        k += 1 + joined
    return k


def _does(key: str) -> bool:
    """True of a noun with the article that says what is done: «التجارة», «الصناعة», «التسويق»."""
    return key in _TRADES or (
        key in gazetteer().plain["ar"] and key.endswith(("اره", "اعه", "يل", "يق", "ير", "ين", "ات"))
    )


_TRADES = frozenset(
    "التجاره الصناعه الاستثمار المقاولات البناء الخدمات التعمير الانشاءات التطوير العقارات العقار السياحه السفر الشحن النقل التخزين التوزيع "
    "التسويق التصدير الاستيراد التوريد الصيانه الطاقه المياه الغاز النفط التعدين الملاحه الطيران الانتاج التوزيع النشر الطباعه الاعلان "
    "الاعلام الاتصالات الالكترونيات التامين الصرافه التمويل الاداره الاستشارات الحراسه الامن التنظيف الاغذيه الادويه الزراعه الصيد".split()
)
_MANNERS = frozenset(
    "الثقيل الخفيف السريع المبرد العام الخاص الدوليه البحريه البريه الجويه الغذائيه الطبيه الهندسيه الرقميه".split()
)
"""What tells one trade of a sort from another."""


def _maker(words: list[Word], i: int) -> int:
    """Where the name of a maker ends, words nobody knows behind what it makes: «مختبرات فيرنوي», «مخابر ألفامبرا»; 0 for none."""
    j = i + 1
    while j < len(words) and j - i < 4 and (stranger(words[j]) or strange_ending(words[j])):
        if words[j].key in bands("ar") or likeness(words[j].key) < _UNLIKE:
            break  # «ثلاثمئة»
        j += 1
    return j if j > i + 1 else 0


_UNLIKE = -0.5
"""Mean log odds of letters below which a word is no name."""
_MAKERS = frozenset(
    "مختبرات مخابر مصانع مطاحن معامل مخابز صيدليات مطابع مصبرات متاجر فنادق مقاولات مطاعم صناعات مشروبات البان خطوط طيران اسواق "
    "مستحضرات سيارات تلفزيون شبكه مجموعه".split()
)
"""What opens names of those who make or sell it."""


def _names(w: Word) -> bool:
    """True of a word that may name a firm: with the article, or none that pages print every day."""
    small = (
        w.key in anywhere("never") or w.key in demonyms("ar") or bare(w.key) in office_words("ar") or _told_of(w.key)
    )
    return not small and (w.key.startswith("ال") or bands("ar").get(w.key, 9) > 2)


def _told_of(key: str) -> bool:
    """True of an adjective without the article that agrees with the word for a firm: «مجموعة *مؤيدة* للاستثمار»."""
    plain = gazetteer().plain["ar"]
    return key.endswith("ه") and not key.startswith("ال") and key[:-1] in plain and bands("ar").get(key, 9) < 5


def _field(words: list[Word], j: int) -> int:
    """Where the field of a place of study ends behind «في»: «علم الفلك والفيزياء الفلكية»; 0 for none."""
    if j + 1 >= len(words) or words[j].key != "في" or words[j + 1].kind != "word":
        return 0
    j += 1
    if not words[j].key.startswith("ال") and not (j + 1 < len(words) and words[j + 1].key.startswith("ال")):
        return 0
    j += 1 if words[j].key.startswith("ال") else 2
    while j < len(words):
        joined = words[j].key == "و" and j + 1 < len(words)
        w = words[j + 1] if joined else words[j]
        adjective = w.key.startswith("ال") and w.key.endswith(("يه", "ي"))
        if w.kind != "word" or not w.key.startswith("ال") or not (joined or adjective):
            whole = w.kind == "word" and w.key.startswith("وال") and len(w.key) > 5
            if not whole:
                break
        j += 1 + joined
    return j


def _region(raw: list[Raw], j: int) -> int:
    """Where the places end that stand in a row from here; 0 for none."""
    end = 0
    for a, b, kind, _ in sorted(raw):
        if a == j and kind == "LOC":
            end = j = b
    return end


def _new_town(words: list[Word], j: int) -> int:
    """Where the name of a new town ends that bears somebody's: «المدينة الجديدة *علي منجلي*»; 0 for none."""
    end = j
    while end < len(words) and end - j < 2 and words[end].kind == "word":
        name = words[end].key in gazetteer().people or words[end].key in gazetteer().given or stranger(words[end])
        if not name or words[end].key in anywhere("never"):
            break
        end += 1
    return end if end > j else 0


def _place(words: list[Word], k: int) -> bool:
    """True of one word behind «في» that no list and no page knows, a mark or a small word behind it: «توفي في *لويجه*.»."""
    w = words[k]
    if w.kind != "word" or len(w.key) < 4 or w.key in bands("ar") or w.key.startswith(("ال", "لل")):
        return False
    foreign = stranger(w) or strange_ending(w) or (w.key.endswith("ه") and bare(w.key[:-1]) not in bands("ar"))
    if not foreign or concepts(w.text)[0] or place_kind(w.key) is not None or w.key in _OTHERS:
        return False
    if _inflected(w.key) or w.key.endswith(_HUNDREDS) or (len(w.key) > 4 and w.key.endswith(_OWNED)):
        return False
    after = words[k + 1] if k + 1 < len(words) else None
    small = after is None or after.kind != "word" or after.key in listed("ar", "never") or after.key in _AFTER
    return small


_OWNED = ("ته", "تها", "تهم", "تهما", "تنا", "تكم", "اتي")
"""Ends of a noun that is somebody's: «في *حوزته*»."""
_HUNDREDS = ("ميه", "مءه", "مايه", "ماءه", "مئه", "مائه", "مايتين", "ميتين")
"""Ends of Arabic numbers in one word: «ستمئة»."""


def _inflected(key: str) -> bool:
    """True of a word that pages print with another ending or without its first letter: «مشغله», «وعوده»."""
    known, plain = bands("ar"), gazetteer().plain["ar"]
    cut = [
        key.removesuffix(t)
        for t in ("هما", "ها", "هم", "نا", "كم", "ه", "ات", "ين", "ان", "ون", "ا", "ي", "تها", "ته")
        if key.endswith(t)
    ]
    cut += [key[1:]] if key[:1] in "وفبكل" else []
    return any(c in known or c in plain or "ال" + c in plain or c + "ه" in known for c in cut if len(c) > 2)


_OTHERS = frozenset(
    {"فيسبوك", "تويتر", "انستغرام", "تيليغرام", "تلغرام", "واتساب", "يوتيوب", "تيكتوك", "لينكدان", "غوغل"}
)
"""Where words are put and nobody is."""
_AFTER = frozenset(
    {"يوم", "صباح", "مساء", "ليله", "ليل", "امس", "اليوم", "غدا", "فجر", "ظهر", "حيث", "بعد", "قبل", "خلال", "منذ"}
)

__all__ = ["unclaimed_arabic"]
