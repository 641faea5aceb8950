"""Arabic places by the word that opens them, where no capital shows them: «ولاية المضيبي», «شاطئ الحمراية», «سواحل سيدي مرجان».

The words are in ``names.toml`` under ``districts``, ``landforms``, ``openers`` and ``shores``; what follows one must be no word of the
language that pages print every day.
"""

from __future__ import annotations

from isnad.annotate.names.classes import bands, likeness
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, key_of
from isnad.annotate.names.spoken import stranger
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts, place_kind

RARE = 3
"""Band of frequency (``classes.bands``) from which a word may be a place's name."""
FOUND = 0.66
"""Confidence of a place that only its first word gives away."""
GUESSED = 0.55
"""Score below which what the tagger called one word counts for nothing."""


def with_headed_places(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names with places that a word of place opens and that the tagger missed.

    Behind a district the name alone is the place («ولاية المضيبي»: المضيبي); a landform is part of it («جبل الحصن»); words that open
    names of towns and mean other things too («رأس», «سيدي») are taken for such only behind a word of place.
    """
    if language != "ar":
        return raw
    out = [_named_behind(words, _governed(words, _ashore(words, r))) for r in raw]
    for i, w in enumerate(words[:-1]):
        at = next((r for r in out if r[0] <= i < r[1]), None)
        if at is not None and at[:2] == (i, i + 2) and at[2] == "PER" and w.key in listed("ar", "only_towns"):
            out = [r if r != at else (*r[:2], "LOC", r[3]) for r in out]
        if at is not None:
            continue
        inside = next((r for r in out if r[0] <= i + 1 < r[1]), None)
        only = w.key in listed("ar", "only_towns")
        free = inside is None or (inside[:2] == (i + 1, i + 2) and (only or inside[3] < GUESSED))
        start = _start(words, i) if free else None
        if start is None and free and inside is None and _within(words, i):
            start = i + 1
        head = _head(w.key)[0]
        if start is not None:
            out = [r for r in out if r != inside] + [(start, i + 2, "LOC", FOUND)]
        elif inside is not None and inside[0] == i + 1 and head == w.key and _of_its_own(words, inside):
            landform, opener = head in listed("ar", "landforms"), head in listed("ar", "openers")
            # «ميناءي سيدي بوحنش»: what looks like a person is none behind a word of place.
            if (landform or opener) if inside[2] == "LOC" else (opener and i and _sort_of_place(words[i - 1])):
                out = [r for r in out if r != inside] + [(i, inside[1], "LOC", inside[3])]
    return sorted(out)


def airports_whole(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names with Arabic airports whole: «مطار تونس | قرطاج», «مطار مدينة إل ألتو»."""
    if language != "ar":
        return raw
    places = {r[0]: r for r in raw if r[2] == "LOC"}
    for i, w in enumerate(words):
        if w.key in ("مطار", "بمطار", "لمطار"):
            raw = _airport(words, raw, places, i)
    return sorted(raw)


_ABROAD = frozenset(
    {"ال", "لا", "لوس", "لاس", "سان", "سانتا", "سانتو", "سانت", "نيو", "بورت", "بويرتو", "ريو", "دي", "ساو"}
)
"""What opens names of towns elsewhere, as Arabic writes it."""


def _airport(words: list[Word], raw: list[Raw], places: dict[int, Raw], i: int) -> list[Raw]:
    j = i + 1 + (i + 1 < len(words) and words[i + 1].key == "مدينه")
    first = places.get(i) or places.get(j)
    if first is not None and first[0] == j and key_of(words, *first[:2]) in gazetteer().places:
        return raw  # a town whose airport the page may call by its name alone
    end = first[1] if first is not None else j
    if first is None and j + 1 < len(words) and words[j].key in _ABROAD and stranger(words[j + 1]):
        end = j + 2
    if end in places and end > i + 1:
        end = places[end][1]
    if end <= j or any((r[0] < i < r[1]) or (r[0] < end < r[1]) or r[:3] == (i, end, "LOC") for r in raw):
        return raw
    return [r for r in raw if not (i <= r[0] and r[1] <= end)] + [(i, end, "LOC", FOUND)]


def _ashore(words: list[Word], r: Raw) -> Raw:
    """What looks like a person right behind a coast, a base or a mine is where that is: «سواحل مار ديل بلاتا», «قاعدة كورو بغويانا»."""
    a, b, kind, score = r
    if kind != "PER" or not a:
        return r
    if not _coast(words[a - 1]) and a > 1 and _coast(words[a - 2]) and stranger(words[a - 1]):
        a -= 1  # «منجم *أوطاط* نايت حمو»
    if a > 1 and words[a - 1].key in _OF_BORDERS and _crossing(words[a - 2].key) and words[a].key not in given_names():
        return a, b, "LOC", score  # «بالمعبر الحدودي *مييو كيي*»
    if not _coast(words[a - 1]) or words[a].key in given_names():
        return r
    last = words[b - 1].key
    within = b - a > 1 and last[:1] == "ب" and (last[1:] in gazetteer().places or last[1:] in gazetteer().first_words)
    return (a, b - within, "LOC", score)


def _crossing(key: str) -> bool:
    return key in _CROSSINGS or (key[:1] in "وفبلك" and key[1:] in _CROSSINGS)


_OF_BORDERS = frozenset(
    {"الحدودي", "الحدوديه", "البري", "البريه", "الجمركي", "الجمركيه", "الامني", "الامنيه", "المتقدمه"}
)
_CROSSINGS = frozenset(
    "المعبر المنفذ البوابه النقطه المركز المخفر الحاجز الموقع الثكنه القاعده المدينه البلده القريه المنطقه".split()
)
"""What stands at a border and bears a place's name."""


def _coast(w: Word) -> bool:
    return w.key in _COASTS or (w.key[:1] in "وفبلك" and w.key[1:] in _COASTS)


def _governed(words: list[Word], r: Raw) -> Raw:
    """What looks like a person of one word right behind who governs a place is that place: «حاكمة *بانغاسينان*»."""
    a, b, kind, score = r
    led = words[a - 1].key if a else ""
    place = kind == "PER" and b - a == 1 and led in _GOVERN and words[a].key not in given_names()
    return (a, b, "LOC", score) if place and not words[a].key.startswith("ال") else r


_GOVERN = frozenset(
    {"حاكم", "حاكمه", "والي", "واليه", "محافظ", "محافظه", "عمده", "قائمقام", "عامل", "بلديه", "مختار", "قائد"}
)
"""Who or what governs the place that stands right behind."""


def _named_behind(words: list[Word], r: Raw) -> Raw:
    """A place that ends with a word which only opens names, carried on: «قرية *إغيل* | أومساد»."""
    _, b, kind, score = r
    opens = kind == "LOC" and words[b - 1].key in listed("ar", "only_towns") and b < len(words) and _proper(words[b])
    return (b - 1, b + 1, kind, score) if opens else r


_COASTS = frozenset(
    "سواحل ساحل شواطئ شاطئ قاعده منجم مناجم محجر مصفاه حقل ضواحي مشارف تخوم مرفا ميناء حاميه ثكنه معسكر مخيم بلده بلدات قريه قري "
    "مدينه دوار مدشر نجع ضاحيه معتمديه معبر واحه غابه سهل هضبه وادي محميه سد".split()
)
"""Words that only places follow: nobody has a coast or a mine, and what bears somebody's name is a street or a school."""


def _start(words: list[Word], i: int) -> int | None:
    """Where a place begins whose name is the next word, when this one leads to it; ``None`` when it does not."""
    w = words[i]
    if w.kind == "particle":
        return i + 1 if w.key == "ب" and _strange(words[i + 1]) and _facility(words, i) else None
    head, whole = _head(w.key)
    if (
        w.key in listed("ar", "only_towns")
        and words[i + 1].kind == "word"
        and words[i + 1].key not in anywhere("never")
    ):
        return i  # «حاسي مسعود»: nothing else begins so
    if w.kind != "word" or not _leads(words, i, head) or not (_proper(words[i + 1]) or _led_firmly(words, i)):
        return None
    return i if whole and head not in listed("ar", "districts") else i + 1


def _within(words: list[Word], i: int) -> bool:
    """True of «في», or of a native town, before a word that no list has and whose letters are a name's: «في *سينسهايم*»."""
    w, led = words[i + 1], words[i]
    born = led.key in ("راسه", "راسها", "راسهم") and i > 0 and words[i - 1].key.endswith("مسقط")
    if not (led.text == "في" or born) or w.key in bands("ar") or w.key.startswith("ال") or len(w.key) < 4:
        return False
    return _proper(w) and stranger(w) and likeness(w.key) > _LIKE


_LIKE = 0.25
"""Mean log odds of letters from which a word nobody knows behind «في» is a place."""


def _head(key: str) -> tuple[str, bool]:
    """A word that opens places without a particle grown on to it («بولاية»), and whether it stood without one."""
    heads = listed("ar", "districts", "landforms")
    return (key[1:], False) if key[:1] in "وفبلك" and key not in heads and key[1:] in heads else (key, True)


def _leads(words: list[Word], i: int, head: str) -> bool:
    """True when a word opens a place here; one that means other things too does so only behind a word of place."""
    sure = head in listed("ar", "districts") or head in listed("ar", "landforms")
    return sure or (head in listed("ar", "openers") and i > 0 and (_of_place(words[i - 1]) or _made(words, i)))


def _led_firmly(words: list[Word], i: int) -> bool:
    """True where only a place can follow, be its name an everyday word: «قبالة رأس *المسك*», «مصفاة عين *الزيت*», «محطة رياح رأس *الغزال*»."""
    after = words[i + 1]
    small = after.kind != "word" or after.key in anywhere("never") or place_kind(after.key) is not None
    small = (
        small or after.key in listed("ar", "honorifics") or f"{words[i].key} {after.key}" in listed("ar", "no_places")
    )
    led = i > 0 and (_leads_firmly(words[i - 1]) or _made(words, i))
    return led and not small and after.key.startswith("ال") and words[i].key not in listed("ar", "districts")


def _made(words: list[Word], i: int) -> bool:
    """True behind a site and what it is for: «*محطة رياح* رأس الغزال», «*مصنع إسمنت* عين التوتة»."""
    made = i > 1 and words[i - 1].kind == "word" and not words[i - 1].key.startswith("ال")
    return made and _leads_firmly(words[i - 2]) and words[i - 1].key not in anywhere("never")


def _leads_firmly(w: Word) -> bool:
    leads = listed("ar", "firm_leads")
    return w.kind == "word" and (w.key in leads or (w.key[:1] in "وفبلك" and w.key[1:] in leads))


def _facility(words: list[Word], i: int) -> bool:
    """True when one of the three words before is what stands in a town: «القاعدة الجوية ببوفاريك»."""
    before = [w for w in words[max(0, i - 3) : i] if w.kind == "word"]
    return any(bare(w.key) in listed("ar", "facilities") for w in before)


def _strange(w: Word) -> bool:
    """True of a word that no list has: what is cut from «ب» so is a name."""
    return _proper(w) and w.key not in bands("ar") and not w.key.startswith("ال")


def _of_place(w: Word) -> bool:
    """True of a word that leads to places: a preposition that pages use of them, a sort of place, a shore."""
    return (
        w.key in listed("ar", "at") or (w.kind == "particle" and w.key == "ب") or _sort_of_place(w) or w.key in _GOVERN
    )


def _sort_of_place(w: Word) -> bool:
    """True of a word for a sort of place or a shore, a particle grown on to it or none: «بقاعدة رأس المسك»."""
    shores = listed("ar", "shores", "districts")
    if w.key in shores or (w.key[:1] in "وفبلك" and w.key[1:] in shores):
        return True
    return place_kind(w.key) is not None and not w.key.startswith("ال")


def _of_its_own(words: list[Word], r: Raw) -> bool:
    """True of a place of one word that no list knows: the dam of the Zahra is no town called so."""
    a, b, kind, _ = r
    return kind in ("LOC", "PER") and b - a == 1 and words[a].key not in gazetteer().places


def _proper(w: Word) -> bool:
    """True of a word that may be a place's name: rare, or in the gazetteer; no office, nationality, body or number."""
    key = w.key
    if w.kind != "word" or len(bare(key)) < 3 or key in demonyms("ar") or key in anywhere("never"):
        return False
    if place_kind(key) is not None:
        return False  # «مطار المدينة»: the town's own, though Medina is one
    if key in gazetteer().places:
        return True
    if key.startswith("ال") and key.endswith(("ين", "ون", "ات")):
        return False  # «مخيم النازحين» says whose, not which
    plain = gazetteer().plain["ar"]
    common = min(bands("ar").get(key, 9), bands("ar").get(bare(key), 9)) < RARE or key in plain or bare(key) in plain
    named = key in given_names() or bare(key) in office_words("ar")
    return not common and not named and not concepts(key)[0]
