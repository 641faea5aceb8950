"""Arabic persons whom two words alone tell: a given name and a family name of relation, or a word of descent behind an office.

«أنهى الحكم *سامح النجدي* المباراة», «رئيسة كتلة الحزب *السالمة بنت اعلي*»: taggers see no name where no capital shows one. What only sounds
like a person falls here too: «خلف القضبان», «روى الناجون».
"""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.classes import bands
from isnad.annotate.names.holders import office_before
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words, printed_given
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.spoken import bound, stranger
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import bare, concepts, place_kind

FOUND = 0.9
"""Confidence of such a person."""
_RARE = 3
"""Band of frequency from which a word may be a family name."""
_SONS = frozenset({"بن", "ابن", "ولد", "بنت", "ايت", "ال"})
_DAUGHTERS = frozenset({"بنت", "منت", "ولد", "مينت"})
"""Words of descent that hardly open anything else behind a name («بن» the tagger knows)."""


def guessed_arabic(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Return the names of an Arabic sentence with those persons, and without what a preposition or a verb makes of two words."""
    out = [r for r in raw if not (r[2] == "PER" and sounds_only(words, r))]
    taken = {k for a, b, _, _ in out for k in range(a, b)}
    found: list[Raw] = []
    for n, (a, b, kind, score) in enumerate(out):
        if kind == "PER" and b - a < 3 and a - 1 not in taken and a and _with_article(words, a - 1):
            out[n] = (a - 1, b, kind, score)
            taken.add(a - 1)
    for n, (a, b, kind, score) in enumerate(out):
        # «نقيب البحارة *عوض بن شملان*»: the tagger's doubt falls where an office leads to a name with a word of descent
        if kind == "PER" and b - a > 2 and score < FOUND and words[a + 1].key in _SONS and office_before(words, a):
            out[n] = (a, b, kind, FOUND)
    for i in range(len(words) - 1):
        if i in taken or i + 1 in taken or words[i].kind != "word" or words[i + 1].kind != "word":
            continue
        end = 0
        if words[i + 1].key in _DAUGHTERS:
            end = _descended(words, i, taken)
        elif (
            (_given(words[i], words[i + 1]) and _of_relation(words, i + 1))
            or _with_article(words, i)
            or _behind_rank(words, i)
        ):
            end = i + 2
        if end:
            found.append((i, end, "PER", FOUND))
            taken.update(range(i, end))
    return sorted([*out, *found]) if found or out != raw else raw


def _given(w: Word, family: Word) -> bool:
    """True of a given name before a family name; of one that is a word of the language besides, only where no page prints the second."""
    common = w.key in gazetteer().plain["ar"] or bands("ar").get(w.key, 9) < _RARE
    return w.text in printed_given() and (not common or bands("ar").get(family.key, 9) > _RARE)


def _of_relation(words: list[Word], k: int) -> bool:
    """True of a family name of relation that is no adjective of the language («النجدي»), and of one that opens with «بو»."""
    w = words[k]
    if w.key.startswith("بو") and len(w.key) > 4:
        return w.key not in bands("ar") and stranger(w)  # «نسيم *بوقرة*»
    if not (w.key.startswith("ال") and w.key.endswith("ي") and len(w.key) > 5) or w.key in listed("ar", "adjectives"):
        return False
    stem, plain = bare(w.key), gazetteer().plain["ar"]
    common = w.key in plain or stem in plain or w.key in demonyms("ar") or bands("ar").get(w.key, 9) < _RARE
    adjective = any(s in plain for s in (stem[:-1], stem[:-1] + "ه", "ال" + stem[:-1])) and w.key in bands("ar")
    return not (common or adjective or concepts(w.text)[0] or stem in office_words("ar"))


def _with_article(words: list[Word], i: int) -> bool:
    """True of a given name that keeps its article, behind an office and before a family name: «القنصل في أبشي *الفاتح* حمدون»."""
    if words[i].text not in _articled() or not (office_before(words, i) or _leads(words, i)):
        return False
    w = words[i + 1]
    name = w.key in gazetteer().people or w.key in gazetteer().family or w.key in given_names() or stranger(w)
    small = w.key in anywhere("never") or w.key in gazetteer().places or bool(concepts(w.text)[0])
    small = small or (w.key[:1] in "بلكف" and bands("ar").get(w.key[1:], 9) < _RARE and w.key not in given_names())
    after = words[i + 2].key if i + 2 < len(words) else ""
    return (
        name
        and not small
        and not bound(w)
        and _nobodys(w)
        and not w.text.startswith(("ال", "لل"))
        and not after.startswith("ال")
    )


@cache
def _articled() -> frozenset[str]:
    return frozenset(table("ar", "names")["articled_given"])


def _behind_rank(words: list[Word], i: int) -> bool:
    """True of a given name that is a word besides, right behind a rank and before a name of relation: «اللواء الركن *صباح العاني*»."""
    key, known = words[i].key, gazetteer()
    given = key in known.given
    if not i or key.startswith("ال") or not (given or key in known.people):
        return False
    if not given and words[i + 1].key in bands("ar"):
        return False  # «المدون *إسلام الفولي*», whose family name no page prints
    k = i - 1 - (words[i - 1].key in listed("ar", "rank_tails") or bare(words[i - 1].key) in listed("ar", "rank_tails"))
    rank = k >= 0 and words[k].key.startswith("ال") and _rank(bare(words[k].key))
    w = words[i + 1]
    relation = w.key.startswith("ال") and w.key.endswith("ي") and len(w.key) > 4
    other = w.key in gazetteer().plain["ar"] or w.key in demonyms("ar") or w.key in listed("ar", "adjectives")
    return rank and relation and not other and bare(w.key) not in office_words("ar")


def _rank(word: str) -> bool:
    return word in _RANKS or word in listed("ar", "callings")


_RANKS = frozenset(
    "لواء عميد عقيد مقدم رائد راءد نقيب ملازم فريق رقيب عريف مشير جنرال مفوض كولونيل كومندان ادميرال مهندس دكتور شيخ".split()
)
"""Ranks and titles that only a person's name follows."""


def _descended(words: list[Word], i: int, taken: set[int]) -> int:
    """Where a person ends whose father a word of descent leads to: «السالمة *بنت اعلي*», «فاطمة *منت سيدي أحمد*»; 0 for none."""
    first, k = words[i], i + 2
    if k >= len(words) or k in taken or words[k].kind != "word" or words[k].key.startswith("ال"):
        return 0
    known = first.key in gazetteer().people or first.key in given_names() or first.text in printed_given()
    led = i > 0 and _leads(words, i)
    strange = first.key.startswith("ال") and first.key not in bands("ar")
    if not (_may_name(words[k]) or (led and strange and words[k].key not in anywhere("never"))):
        return 0
    small = first.key in anywhere("never") or first.key in office_words("ar") or place_kind(first.key) is not None
    if small or not ((known and _nobodys(words[k])) or (led and (known or strange or stranger(first)))):
        return 0
    end = k + 1
    if words[k].key in anywhere("titles_or_names") and end < len(words) and end not in taken and _may_name(words[end]):
        end += 1  # «منت سيدي *أحمد*»
    return end


def _leads(words: list[Word], i: int) -> bool:
    """True where an office or a title stands within the three words before a name."""
    return any(
        w.kind == "word" and (bare(w.key) in office_words("ar") or w.key in listed("ar", "honorifics"))
        for w in words[max(0, i - 3) : i]
    )


def _may_name(w: Word) -> bool:
    """True of a word that may be a father's name."""
    named = w.key in gazetteer().people or w.key in given_names() or w.key in anywhere("titles_or_names")
    return w.kind == "word" and w.key not in anywhere("never") and (named or stranger(w))


def _nobodys(w: Word) -> bool:
    return w.key not in gazetteer().plain["ar"] or w.key in given_names()


def sounds_only(words: list[Word], r: Raw) -> bool:
    """Return whether a preposition («خلف القضبان») or a verb and who did it («روى الناجون») makes two words look like a name."""
    a, b = r[:2]
    if b - a != 2 or words[a + 1].kind != "word" or not words[a + 1].key.startswith("ال"):
        return False
    first, last = words[a], words[a + 1]
    led = a > 0 and (words[a - 1].key in listed("ar", "honorifics") or bare(words[a - 1].key) in office_words("ar"))
    if last.key.endswith("ون") and len(last.key) > 6 and bare(last.key) not in gazetteer().people:
        return True  # who did it, and several
    if first.key != "خلف" or last.key in gazetteer().people or last.key.endswith("ي"):
        return False
    return last.key in _BARS or (not led and bands("ar").get(last.key, 9) <= _RARE)


_BARS = frozenset(
    "القضبان الستار الكواليس الاسوار الابواب الباب الشاشه الشاشات المقود العدسه الكاميرا الجدران الجدار الخطوط الحدود الحدث الاحداث الجريمه "
    "الهجوم الهجمات الحادث الحادثه الكارثه القرار الازمه الحاجز الحواجز المرمي الدخان الزجاج الظل الشجره المنزل المبني البيت السياره المنصه "
    "الميكروفون المكتب الدفه الستاره النافذه الجبل الجبال البحار التل الصخور".split()
)
"""What one stands, sits or hides behind."""


__all__ = ["guessed_arabic", "sounds_only"]
