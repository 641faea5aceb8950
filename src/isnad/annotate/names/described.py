"""Arabic names without the adjective of the office before them and the noun of the sentence behind them.

«الكاتب *الكردي* هيوا كوردستاني», «الفنانة *الشابة* تمارا قحطان *دور نورا*».
"""

from __future__ import annotations

from isnad.annotate.names.fathers import COMPOUND
from isnad.annotate.names.holders import nobodys, of_names
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words, printed_given
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare
from isnad.text import fold_key

_STANDING = frozenset(
    fold_key(w)
    for stem in (
        "ناجي موقوف معتقل محتجز متهم مدان مصاب جريح قتيل راحل مختطف مفقود مستقيل مقال معزول منتخب معين فائز متوج شاب حالي سابق جديد قديم "
        "مخضرم مبتدئ مطلوب هارب فار ملاحق متقاعد مسن مغترب مقيم معارض مستقل مكلف محلي أممي وحيد متوفى مجني مغدور متطوع ناشئ شهير "
        "معروف موهوب كفيف مكفوف متوفي ناج مطرود موقف مبعد مرحل مفرج محكوم مسجون سجين أسير محرر نازح لاجئ مهاجر"
    ).split()
    for w in ("ال" + stem, "ال" + stem + "ة")
) | {fold_key("الناجية"), fold_key("الجديدة")}
"""What somebody is at the time, with the article, between who he is and his name."""
_JOINING = frozenset({"عبد", "دي", "دو", "فان", "فون", "دا", "دل"})


def undescribed(words: list[Word], a: int, b: int) -> tuple[int, int]:
    """Return the words of a person's name of three words and more without what only stands beside it."""
    if b - a > 2 and words[a].key in _STANDING and _given(words, a + 1):
        return undescribed(words, a + 1, b)  # «العامل *الناجي* نور الدين بلعيفة»
    led = a > 0 and (bare(words[a - 1].key) in office_words("ar") or words[a - 1].key in listed("ar", "honorifics"))
    if led and _adjective(words[a]):
        if b - a > 2:
            a += 1
        elif b - a == 2 and b < len(words) and words[b].kind == "word" and (nobodys(words[b]) or of_names(words[b])):
            a, b = a + 1, b + 1  # «النائب *الكردي* بيستون فائق»
    for i in range(a + 2, b):
        if words[i - 1].kind == "word" and _noun(words[i]) and not _leads_on(words[i - 1]):
            return a, i
    return a, b


def _given(words: list[Word], i: int) -> bool:
    """True of a given name, be it one of two words: «نور الدين»."""
    compound = i + 1 < len(words) and words[i + 1].key in COMPOUND and words[i].key in gazetteer().people
    return words[i].text in printed_given() or words[i].key in given_names() or compound


def _adjective(w: Word) -> bool:
    """True of a word with the article that describes whoever follows: of a people, of a relation, or a word of the language."""
    plain, known = gazetteer().plain["ar"], gazetteer()
    if not w.key.startswith("ال") or w.key in given_names() or w.key in known.given:
        return False
    return w.key in demonyms("ar") or w.key in plain or w.key.endswith(("ي", "يه"))


def _noun(w: Word) -> bool:
    plain = gazetteer().plain["ar"]
    common = w.key in plain and len(w.key) > 2 and not w.key.startswith("ال")
    inner = w.key in COMPOUND or w.key in anywhere("descent") or w.key in gazetteer().family
    return common and w.key not in given_names() and not inner


def _leads_on(w: Word) -> bool:
    return w.key in anywhere("descent") or w.key in listed("ar", "kunya") or w.key in _JOINING


__all__ = ["undescribed"]
