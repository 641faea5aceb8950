"""Arabic places that no list has, or that may be common words, by the phrase they stand in: «أمام مقر الشركة في *المنشية*», «أهالي *النهيرات*».

Where a building stands, who lives there, what it saw («شهدت *السلط* مسيرة»), the bridge and the road called after it, the capital of a
people («العاصمة السنغالية *دكار*»), and where somebody travels. What pages print every day is no such name.
"""

from __future__ import annotations

from collections.abc import Sequence

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw
from isnad.annotate.names.spoken import stranger
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts, place_kind

FOUND = 0.62
"""Confidence of such a name."""
ATTACHED = 0.615
"""Confidence of one that a particle stands before in the same word: «أمام مقر الجامعة *ب*المنزه»."""
SELDOM = 4
"""Band of frequency from which a word with the article may be a name."""
_NEAR = 5
"""Words before «في» among which the building stands."""
_BUILDINGS = frozenset(
    "مقر مبني مكتب مكاتب مدخل بوابه عماره بنايه منزل بيت شقه محل متجر مقهي مطعم فندق مستودع ورشه مصنع معمل مدرسه ثانويه مسجد "
    "كنيسه مستشفي مستوصف عياده مركز فرع سوق ملعب قاعه ساحه شارع حي محطه مخبز مخفر صيدليه مزرعه فيلا مقبره حديقه".split()
)
"""What stands in a part of a town."""
_DWELLERS = frozenset(
    "اهالي سكان قاطني قاطنو متساكني متساكنو ساكنه ساكني ساكنو اعيان وجهاء مزارعي مزارعو فلاحي فلاحو صيادي صيادو تجار".split()
)
"""Who lives or works in a town."""
_IN_TOWN = frozenset(
    "مقاهي شوارع ازقه اسواق سوق احياء مطاعم فنادق مساجد مدارس شباب طلاب طلبه حرفيي باعه سائقي بيوت".split()
)
"""What a town is full of; a market and the young may be of much else, so that only a town's own name counts behind them."""
_SAW = frozenset("شهدت تشهد احتضنت تحتضن استضافت تستضيف استيقظت افاقت عاشت تعيش اهتزت ودعت شيعت".split())
"""What a town does of which something took place in it."""
_CALLED = frozenset("جسر قنطره كوبري نفق مفترق".split())
"""What is called after a place, and goes with it into the name; a road is called after the town it leads to, which is the name."""
_ROADS = frozenset({"طريق", "اوتوستراد"})
_JOURNEYS = frozenset("زار يزور زارت تزور زاروا سيزور ستزور غادر يغادر غادرت تغادر".split())
"""What is done to a place, with a day between them or none."""
_CAPITALS = frozenset({"العاصمه", "بالعاصمه", "للعاصمه", "والعاصمه", "عاصمه"})
_DAYS = frozenset(
    "اليوم امس غدا اول بعد غد السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه صباح مساء ظهر عصر فجر ليله قبل الماضي المقبل".split()
)
"""What says on which day, between a verb and its object."""
_BEREAVED = frozenset(
    "المغدور المغدوره المرحوم المرحومه القتيل القتيله الفقيد الفقيده الموقوف الموقوفه المغيب المخطوف المخطوفه المختطف المختطفه الهالك "
    "الهالكه المتوفي المتوفاه الرهينه الجاني الغريق الغريقه النازحه المصابه المعتقل المعتقله الضحيه الشهيد الشهيده المفقود المفقوده".split()
)
"""Whose families people are, and where nobody lives."""


def arabic_sites(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """Return the names of an Arabic sentence with the places that only their phrase tells."""
    taken = {k for a, b, *_ in raw for k in range(a, b)}
    found: list[Raw] = []
    for i, w in enumerate(words[:-1]):
        span = _place(words, i, w) if w.kind in ("word", "particle") else None
        if span is not None and not any(k in taken for k in range(*span)):
            attached = span[0] == i and w.key not in _CALLED
            found.append((*span, "LOC", ATTACHED if attached else FOUND))
            taken.update(range(*span))
    return sorted([*raw, *found]) if found else raw


def _place(words: Sequence[Word], i: int, w: Word) -> tuple[int, int] | None:
    """The first and the last word of the place that a word leads to."""
    after = i + 1
    if w.text == "في" or (w.kind == "particle" and w.key == "ب"):
        built = any(_is(words[k], _BUILDINGS) for k in range(max(0, i - _NEAR), i) if words[k].kind == "word")
        broken = any(words[k].kind not in ("word", "particle") for k in range(max(0, i - 2), i))
        return (after, after + 1) if built and not broken and _seldom(words[after]) else None
    if w.key.startswith("بال") and any(_is(words[k], _BUILDINGS) for k in range(max(0, i - _NEAR), i)):
        near = all(words[k].kind in ("word", "particle") for k in range(max(0, i - 2), i))
        return (i, i + 1) if near and _seldom_key(w.key[1:], False) else None
    if _is(w, _DWELLERS):
        lives = (_seldom(words[after], plural=True) and words[after].key not in _BEREAVED) or _unheard(words[after])
        return (after, after + 1) if lives or _town(words, after) else None
    if _is(w, _IN_TOWN):
        return (after, after + 1) if _unheard(words[after]) or _town(words, after) else None
    if _is(w, _CALLED):
        return (i if w.key in _CALLED else after, after + 1) if _seldom(words[after], plural=True) else None
    if _is(w, _ROADS):
        return (after, after + 1) if _seldom(words[after], plural=True) else None
    if _is(w, _SAW):
        return (after, after + 1) if _seldom(words[after]) else None
    if w.key in ("كانت", "وكانت") and i + 3 < len(words) and words[i + 2].key == "قد" and _is(words[i + 3], _SAW):
        return (after, after + 1) if _seldom(words[after]) else None
    if w.key in _CAPITALS:
        return _capital(words, after)
    if _is(w, _JOURNEYS):
        while after < len(words) - 1 and words[after].key in _DAYS:
            after += 1
        known = words[after].key in gazetteer().places and words[after].key not in given_names()
        return (after, after + 1) if known and _seldom(words[after]) else None
    return None


def _is(w: Word, known: frozenset[str]) -> bool:
    return w.key in known or (w.key[:1] in "وفبل" and w.key[1:] in known)


def _seldom(w: Word, plural: bool = False) -> bool:
    """True of a word with the article that pages print seldom and that is no office, nationality, sort of place or body."""
    return w.kind == "word" and _seldom_key(w.key, plural)


def _seldom_key(key: str, plural: bool) -> bool:
    stem = bare(key)
    if not key.startswith("ال") or len(stem) < 3 or key in demonyms("ar") or key in anywhere("never"):
        return False
    if place_kind(key) is not None or stem in office_words("ar") or concepts(key)[0]:
        return False
    if key in gazetteer().places:
        return bands("ar").get(key, 9) > SELDOM - 2
    known, plain = bands("ar"), gazetteer().plain["ar"]
    if min(known.get(key, 9), known.get(stem, 9)) < SELDOM or key in plain or stem in plain:
        return False
    if key.endswith(("ين", "ون")):
        return False
    return not key.endswith("ات") or (plural and key not in known and stem not in known)


def _unheard(w: Word) -> bool:
    """True of a word without the article that no list and no page has, and that is nobody's: «أهالي *صيرة*»."""
    rare = w.key not in bands("ar") and w.key not in gazetteer().people and w.key not in given_names()
    return rare and stranger(w) and place_kind(w.key) is None


def _town(words: Sequence[Word], k: int) -> bool:
    """True of a town that a list knows, be it a word of the language besides: «تجار *معان*»."""
    w = words[k]
    known = w.kind == "word" and w.key in gazetteer().places and bands("ar").get(w.key, 9) > SELDOM - 2
    other = place_kind(w.key) is not None or w.key in anywhere("never") or bare(w.key) in office_words("ar")
    return known and not other and w.key not in given_names() and not concepts(w.text)[0]


def _capital(words: Sequence[Word], k: int) -> tuple[int, int] | None:
    """The name behind «العاصمة» and the adjective of a people: «العاصمة السنغالية *دكار*»."""
    start = k
    while k < len(words) and words[k].kind == "word" and words[k].key in demonyms("ar"):
        k += 1
    if k == start or k >= len(words) or words[k].kind != "word":
        return None
    w, known = words[k], bands("ar")
    name = w.key in gazetteer().places or (
        min(known.get(w.key, 9), known.get(bare(w.key), 9)) >= SELDOM and not _inflected(w.key)
    )
    small = (
        w.key in anywhere("never") or w.key in listed("ar", "never") or w.key in _DAYS or place_kind(w.key) is not None
    )
    return (k, k + 1) if name and not small else None


def _inflected(key: str) -> bool:
    """True of a verb or a noun with an ending that pages print without it."""
    known = bands("ar")
    cut = [key.removesuffix(e) for e in ("ها", "هم", "ه", "ا", "وا", "ت", "ين", "ون") if key.endswith(e)]
    cut += [key[1:]] if key[:1] in "وفبكلي" else []
    return any(known.get(c, 9) < SELDOM for c in cut if len(c) > 2)
