"""Where Arabic bodies end that the tagger carried too far: before a person, before where they are, before what they did.

«حزب اتحاد البناء | سيدي ولد الداه», «وزارة العمل | في جيبوتي», «حزب اتحاد البناء | قبوله بالقرار».
"""

from __future__ import annotations

from isnad.annotate.names.classes import bands
from isnad.annotate.names.holders import nobodys
from isnad.annotate.names.lexicon import (
    anywhere,
    demonyms,
    gazetteer,
    given_names,
    listed,
    office_words,
    printed_given,
    world_names,
)
from isnad.annotate.names.spans import Raw, key_of
from isnad.annotate.names.spoken import stranger
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts, place_kind

_LEAST = 2
"""Words a body must keep when a person is cut off: «مؤسسة محمد ولد سيدي» is called after one."""
_PRONOUNS = ("ه", "ها", "هم")


def bodies_cut(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of an Arabic sentence with bodies ended where something else begins; what is cut off and a name stays one."""
    if language != "ar":
        return raw
    out: list[Raw] = []
    for r in raw:
        if r[2] in ("ORG", "LOC") and (apart := _run_together(words, r)):
            out += apart
            continue
        if r[2] == "LOC":
            out += _town_and_person(words, r)
            continue
        r = _undemanded(words, _unnationed(words, _agreed(words, _before_clause(words, r)))) if r[2] == "ORG" else r
        out += _cut(words, r) if r[2] == "ORG" and r[1] - r[0] > _LEAST else [r]
    return sorted(out)


def _run_together(words: list[Word], r: Raw) -> list[Raw]:
    """What a tagger ran together: a state and the body behind it («تركت *بريطانيا* | *الاتحاد الأوروبي*»), a firm and its town («*سامورا* في *لاركاي*»)."""
    a, b, kind, score = r
    known = gazetteer()
    first = words[a]
    if b - a < 2 or first.kind != "word" or first.key.startswith("ال"):
        return []
    there = words[b - 1]
    if b - a == 3 and words[a + 1].text == "في" and kind == "ORG" and (there.key in known.places or _unheard(there)):
        alone = _unheard(first) and place_kind(first.key) is None and not concepts(first.text)[0]
        return [(a, a + 1, kind, score), (b - 1, b, "LOC", score)] if alone else []
    state = known.places.get(first.key)
    body = words[a + 1].key in _DEFINITE_BODIES and b - a > 2
    if not body or key_of(words, a, b) in known.places:
        return []
    if state is not None and not state.inhabitants:
        return [(a, a + 1, "LOC", max(score, _APART)), (a + 1, b, "ORG", max(score, _APART))]
    someone = stranger(first) and a > 0 and words[a - 1].kind != "particle"
    return [(a, a + 1, "PER", score), (a + 1, b, "ORG", max(score, _APART))] if someone and kind == "ORG" else []


def _unheard(w: Word) -> bool:
    """True of a name that lists may know and the language does not: «*تويوتا* في *برنستون*»."""
    return stranger(w) or (w.key not in gazetteer().plain["ar"] and bands("ar").get(w.key, RAREST) > _EVERYDAY)


RAREST, _EVERYDAY = 9, 2
_APART = 0.7
"""Confidence of a state and a body that were run together."""
_DEFINITE_BODIES = frozenset(
    "الاتحاد اللجنه المجلس الحكومه البرلمان المنظمه الهيءه الوكاله المحكمه المفوضيه الجمعيه البنك المكتب الوزاره الحزب الجامعه الامم".split()
)
"""Words that open a body's name with the article."""


def _before_clause(words: list[Word], r: Raw) -> Raw:
    """A body without the clause behind it: «وزارة الصحة | أن داء الكلب أودى»."""
    a, b, kind, score = r
    ends = (i for i in range(a + 1, b) if _clause(words, i) or (words[i].key == "ب" and sentenced(words, i)))
    return (a, next(ends, b), kind, score)


def _clause(words: list[Word], i: int) -> bool:
    """True of a small word that opens a clause, and is no letter spelt out («سي إن إن»)."""
    return words[i].key in _CLAUSE and words[i - 1].key not in listed("ar", "letters")


def sentenced(words: list[Word], i: int) -> bool:
    """Return whether «ب» leads to what a court decides and no town: «محكمة الجنايات *بالسجن*»."""
    return i + 1 < len(words) and words[i + 1].key in _DECIDED


_DECIDED = frozenset(
    "السجن سجن الحبس حبس الاعدام اعدام البراءه براءه غرامه الموبد الموءبد الاشغال اداء دفع تعويض عدم رفض قبول الغاء ايداع متابعه تجميد "
    "مصادره حجز وقف ايقاف تاييد تاجيل ادانه تبرئه الادانه التعويض حل عزل ترحيل الافراج تسليم منع".split()
)


_CLAUSE = frozenset(
    "ان انه انها انهم بان بانه بانها التي الذي الذين كان كانت قد لقد حيث لكن لم لن سوف مما اذا بينما فيما ليس ليست".split()
)
"""Small words that open clauses and stand in no name."""


def _town_and_person(words: list[Word], r: Raw) -> list[Raw]:
    """A town run together with the given name behind it, and the person: «المقيم في *لندن* | سنان الربيعي»."""
    a, b, kind, score = r
    known = gazetteer()
    if b - a < 2 or words[a].key not in known.places or key_of(words, a, b) in known.places or b == len(words):
        return [r]
    first = words[a + 1]
    if words[a].key in given_names() or words[a].key in listed("ar", "place_heads") or first.key.startswith("ال"):
        return [r]
    if first.text not in printed_given() and first.key not in known.given:
        return [r]
    end = b if b - a > 2 else b + 1
    behind = words[end - 1]
    if behind.kind != "word" or not (behind.key in known.people or nobodys(behind)):
        return [r]
    return [(a, a + 1, kind, score), (a + 1, end, "PER", 0.85)]


def _unnationed(words: list[Word], r: Raw) -> Raw:
    """A firm's own name without the nationality behind it: «شركة *ناويل* الأرجنتينية», not «شركة *الكهرباء المغربية*»."""
    a, b, kind, score = r
    first = words[a + 1] if words[a].key in listed("ar", "firm_words") else words[a]
    led = first is not words[a] or (a > 0 and words[a - 1].key in listed("ar", "firm_words"))
    last = words[b - 1]
    if not led or last is first or first.key.startswith("ال") or not last.key.startswith("ال"):
        return r
    described = first.key in gazetteer().plain["ar"] or first.key in listed("ar", "heads")
    known = key_of(words, a, b) in world_names() or bool(concepts(first.text)[0])
    return r if described or known or last.key not in demonyms("ar") else (a, b - 1, kind, score)


def _agreed(words: list[Word], r: Raw) -> Raw:
    """A body of the feminine up to its nationality, when the noun behind agrees with neither: «الحكومة البيروفية | الحداد الوطني»."""
    a, b, kind, score = r
    for i in range(a + _LEAST, b):
        if not (words[i - 1].key.startswith("ال") and words[i - 1].key.endswith("ه")):
            return r
        noun = words[i].key
        if words[i - 1].key in demonyms("ar") and noun.startswith("ال") and not noun.endswith(_AGREEING):
            return a, i, kind, score
    return r


_AGREEING = ("ه", "ا", "ي")
"""How an adjective of the feminine ends, folded: «المؤقتة», «العليا», «الكبرى»."""


def _undemanded(words: list[Word], r: Raw) -> Raw:
    """A body without what is asked of it or done to it behind «ب»: «طالبت الرابطة السنغالية | بتحقيق مستقل»."""
    a, b, kind, score = r
    plain = gazetteer().plain["ar"]
    for i in range(a + _LEAST, b - 1):
        noun = words[i + 1]
        cut = words[i].kind == "particle" and words[i].key == "ب" and words[i].end == noun.start
        if cut and words[a].key in _ONE_TO_A_STATE and place_kind(noun.key) is None and not noun.key.startswith("ال"):
            return a, i, kind, score  # «أمام وزارة الصيد | بنواكشوط»
        bare_noun = not noun.key.startswith("ال") and noun.key not in gazetteer().places
        if cut and bare_noun and noun.key in plain and noun.key not in given_names():
            return a, i, kind, score
    return r


def _cut(words: list[Word], r: Raw) -> list[Raw]:
    a, b, kind, score = r
    if key_of(words, a, b) in world_names():
        return [r]
    for i in range(b - 1, a + _LEAST, -1):
        # «وفد من منظمة أطباء بلا حدود | الناصرية»: a body of the world, and the town it visits.
        short = key_of(words, a, i) in world_names() or key_of(words, a + 1, i) in world_names()
        if short and key_of(words, i, b) in gazetteer().places:
            return [(a, i, kind, score), (i, b, "LOC", score)]
    for i in range(a + _LEAST, b - 1):
        # «مصدر في شرطة المحافظة | لوكالة الفرات نيوز»: whom the first told it.
        if words[i].kind == "particle" and words[i].key == "ل" and words[i + 1].key in _TOLD_IT:
            return [(a, i, kind, score), (i + 1, b, kind, score)]
    for i in range(a + 1, b - 1):
        if words[i].text == "في" and i > a + 1:
            rest = key_of(words, i + 1, b)
            place = [(i + 1, b, "LOC", score)] if rest in gazetteer().places else []
            return [(a, i, kind, score), *place] if place or words[a].key in _MINISTRIES else [r]
    for i in range(a + 1 + _LEAST, b - 1):
        if words[i].key in anywhere("descent") and _opens_person(words[i - 1]) and i - 1 - a >= _LEAST:
            return [(a, i - 1, kind, score), (i - 1, b, "PER", max(score, 0.85))]
    for i in range(a + _LEAST, b):
        if _only_given(words[i]) and words[i - 1].key.startswith("ال"):
            end = b if b - i > 1 else b + 1
            behind = words[b + 1].text if b + 1 < len(words) else "."
            named = b - i > 1 or (
                end <= len(words) and words[b].kind == "word" and (nobodys(words[b]) or behind in _BEHIND)
            )
            return [(a, i, kind, score), *([(i, end, "PER", 0.85)] if named else [])]
    last = words[b - 1]
    office = (
        bare(last.key) in office_words("ar") and not last.key.startswith("ال") and words[b - 2].key.startswith("ال")
    )
    if b - a > _LEAST and office:
        return [(a, b - 1, kind, score)]
    if b - a > _LEAST and someones(last) and words[b - 2].key.startswith("ال"):
        return [(a, b - 1, kind, score)]
    return [r]


_ONE_TO_A_STATE = frozenset({"وزاره", "رءاسه", "رياسه", "برلمان"})
"""What every state has one of, wherever it sits."""
_TOLD_IT = frozenset({"وكاله", "صحيفه", "جريده", "قناه", "موقع", "اذاعه", "مجله", "تلفزيون", "شبكه"})
"""What opens the name of whoever prints or broadcasts."""
_BEHIND = frozenset({"إن", "ان", "أن", "،", ",", ".", ":", "؛", ")"})
"""What closes a name of two words whose second is a word of the language, too."""
_MINISTRIES = frozenset({"وزاره", "سفاره", "قنصليه", "بعثه"})


def _opens_person(w: Word) -> bool:
    return w.key in given_names() or w.key in anywhere("titles_or_names") or w.key in gazetteer().people


def _only_given(w: Word) -> bool:
    """True of a given name that is no word of the language: «حزب التضامن | إميل رحمة»."""
    plain = gazetteer().plain["ar"]
    return (
        w.text in printed_given()
        and w.key not in plain
        and not w.key.startswith("ال")
        and w.key not in gazetteer().places
    )


def someones(w: Word) -> bool:
    """Return whether a word is a noun with a pronoun grown on to it: what a body has or does, no part of its name («قبوله», «رفضها»)."""
    if w.kind != "word" or w.key.startswith("ال") or w.text.endswith("ة") or w.key in listed("ar", "heads"):
        return False
    plain = gazetteer().plain["ar"]
    stems = [w.key.removesuffix(p) for p in _PRONOUNS if w.key.endswith(p) and len(w.key) > len(p) + 2]
    return (
        any(s in plain or "ال" + s in plain or s.removesuffix("ت") + "ه" in plain for s in stems) and w.key not in plain
    )


__all__ = ["bodies_cut"]
