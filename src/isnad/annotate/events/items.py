"""A sentence as a row of items: words, names, offices beside them, times; Arabic words with their particles known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from msgspec import Struct

from isnad.annotate.events.inflection import key_of
from isnad.model import Mention, Reading, Span
from isnad.text import Token, tokens

ItemKind = Literal["word", "number", "mark", "name", "role", "time"]
_JOINED = ("و", "ف")
_PREPOSED = ("ب", "ل", "ك")
_WHOLE = frozenset(
    {
        "وصفت",
        "وصفه",
        "وصفها",
        "وصفي",
        "وفرت",
        "وفره",
        "وفرها",
        "وفروا",
        "فشلت",
        "فشلا",
        "فشلوا",
        "فولتا",
        "فيات",
        "فوري",
        "وصلت",
        "وصلوا",
        "فصلت",
        "فصله",
        "فصلها",
        "فردا",
    }
)
"""Arabic words whose first letter is their own, though a verb is left without it: «وصفت» is no «صفّت»."""
_SHORT = frozenset({"في", "مع", "عن", "من", "لم", "لن", "لا", "قد", "ان", "ما", "تم", "حل", "شن", "ضم"})
"""Words of two letters that «و» and «ف» are written together with: «وفي بيروت», «ولم يصدر»."""


class Item(Struct, frozen=True, gc=False):
    """One word, mark, name, office or time. ``ref`` is the mention's index, or the time's.

    ``keys`` are what it may be looked up by, the whole word first, then without its particles, ``key`` the whole word's; ``quoted`` is true
    between quotation marks; ``names`` is the kind of what a name names,
    ``heads`` the keys of the first word of an office, in English of all words up to "of", that stands for a name ("son *ambassadeur* à Oslo") and of the words of a
    body's or place's name («*مستشفى* ابن سينا», "l'*aéroport* de Larache"); a ``nominal``
    word's spelling is a noun's alone («تظاهرة», which folded might be «تظاهره»; «فجراً», which might be «فجّرا»); ``hamza`` is
    the alif with its sign that an Arabic word begins with, which parts «إدانته», his conviction, from «أدانته», "she convicted him".
    """

    start: int
    end: int
    kind: ItemKind
    keys: tuple[str, ...]
    ref: int = -1
    quoted: bool = False
    names: str = ""
    heads: tuple[str, ...] = ()
    nominal: bool = False
    hamza: str = ""
    key: str = ""


def items_of(reading: Reading, sentence: Span) -> list[Item]:
    """Return the items of a sentence in order; what a name or time covers is one item."""
    article = reading.article
    covers = sorted(_covers(reading, sentence), key=lambda c: (c[0], -c[1]))
    pieces = [p for q in reading.quotations if q.kind != "indirect" for p in q.pieces]
    quoted = [p for p in pieces if p.touches(sentence)]
    found: list[Item] = []
    at, end_of_cover = 0, sentence.start
    for token in tokens(article.text, sentence.start, sentence.end):
        if token.end <= end_of_cover:
            continue
        start = max(token.start, end_of_cover)
        while at < len(covers) and covers[at][0] < token.end:
            begin, end, kind, ref = covers[at]
            at += 1
            if begin < start:
                continue
            if begin > start:
                found.append(_word(article.language, article.text, start, begin, token, quoted, particle=True))
            found.append(_cover(reading, begin, end, kind, ref, bool(quoted) and _inside(quoted, begin)))
            start = end_of_cover = end
        if start < token.end:
            found.append(_word(article.language, article.text, start, token.end, token, quoted))
    return found


def _cover(reading: Reading, begin: int, end: int, kind: ItemKind, ref: int, quoted: bool) -> Item:
    mention, language = reading.mentions[ref] if kind != "time" else None, reading.article.language
    heads: tuple[str, ...] = ()
    if mention is None or kind == "role":
        words = reading.article.text[begin:end].split() if kind == "role" else ()
        keys = [key_of(language, w) for w in words]
        heads = tuple(k for key in keys for k in (arabic_keys(key) if language == "ar" else (key,)))
        return Item(begin, end, kind, (), ref, quoted, heads=heads)
    if mention.form == "role":
        first, *rest = (key_of(language, w) for w in mention.text.split())
        heads = arabic_keys(first) if language == "ar" else (first,)
        if language == "en":  # "the German *ambassador*"
            heads = (*heads, *takewhile(lambda k: k not in _HEAD_ENDS, rest))
    elif mention.kind == "organization" or (mention.kind == "place" and " " in mention.text):
        keys = [key_of(language, w) for w in mention.text.split()]
        heads = tuple(k for key in keys for k in (arabic_keys(key) if language == "ar" else (key,)))
    return Item(begin, end, kind, (), ref, quoted, mention.kind, heads)


_HEAD_ENDS = frozenset({"of", "to", "for", "in", "at"})
"""What stands behind the head of an English office."""


def _inside(pieces: Sequence[Span], at: int) -> bool:
    return any(p.start <= at < p.end for p in pieces)


def _covers(reading: Reading, sentence: Span) -> Iterator[tuple[int, int, ItemKind, int]]:
    """Names, offices and times of the sentence that lie in no larger one."""
    wide: list[tuple[int, int, ItemKind, int]] = []
    low, high = sentence.start, sentence.end
    for i, m in enumerate(reading.mentions):
        if m.start < low or high < m.end or m.kind == "misc":
            continue
        # "les responsables", of whom nobody knows who they are, are words like others.
        if m.form == "role" and m.plural and not m.refers:
            continue
        if m.form == "role" and m.text.split()[0] in _ATTRIBUTES and _attribute(reading, m):
            continue
        wide.append((m.start, m.end, "name", i))
        if m.role is not None and sentence.start <= m.role.start and m.role.end <= sentence.end:
            wide.append((m.role.start, m.role.end, "role", i))
    for i, t in enumerate(reading.times):
        if t.kind == "date" and sentence.start <= t.start and t.end <= sentence.end:
            wide.append((t.start, t.end, "time", i))
    if len(wide) < 2:
        yield from wide
        return
    names = [w for w in wide if w[2] == "name"]
    for w in wide:
        if any(o is not w and o[0] <= w[0] and w[1] <= o[1] and (o[1] - o[0] > w[1] - w[0]) for o in wide):
            continue
        # An office and the name in it: the name stands, the office around it is passed over.
        if w[2] == "role" and any(n[0] < w[1] and w[0] < n[1] for n in names if n[3] == w[3]):
            continue
        yield w


_ATTRIBUTES = {
    "الرئيس": frozenset(
        (
            "الشارع المقر الطريق السبب الهدف المحور المكتب الخط المركز الباب المدخل المخرج المشتبه المتهم الدور العامل المصدر الملف المنفذ المعبر الميناء "
            "المطار المسرح الملعب الحدث العنوان الشريك الممول المقطع الأنبوب الموقع البند المستودع المبنى السوق العنصر المكون الداعم المستفيد المنتج المستورد"
        ).split()
    ),
    "الحاكم": frozenset(
        "النظام الحزب الائتلاف التحالف المجلس العسكري المعسكر التيار الإطار الثنائي الثلاثي التكتل الجناح".split()
    ),
}
"""Words for offices that are adjectives behind these nouns: «الشارع *الرئيس*», «النظام العسكري *الحاكم*»."""


def _attribute(reading: Reading, m: Mention) -> bool:
    before = reading.article.text[max(0, m.start - 16) : m.start].split()
    return bool(before) and before[-1].lstrip("وبف") in _ATTRIBUTES[m.text.split()[0]]


def _word(
    language: str, text: str, start: int, end: int, token: Token, quoted: Sequence[Span], particle: bool = False
) -> Item:
    keys, nominal, hamza = _shape(language, text[start:end], token.kind == "word" and not particle)
    kind: ItemKind = "word" if token.kind == "elided" else token.kind
    return Item(start, end, kind, keys, -1, bool(quoted) and _inside(quoted, start), "", (), nominal, hamza, keys[0])


@lru_cache(maxsize=65536)
def _shape(language: str, printed: str, whole: bool) -> tuple[tuple[str, ...], bool, str]:
    """What a word may be looked up by, whether it can only be a noun, and the hamza it begins with."""
    key = key_of(language, printed)
    if language != "ar":
        return (key,), False, ""
    begins = printed.lstrip("وفبلك")[:1]
    return arabic_keys(key) if whole else (key,), printed.endswith(_NOMINAL), begins if begins in _HAMZA else ""


_HAMZA = frozenset("أإ")
"""Alifs with a hamza: of one stem the verb has it above, the noun of its doing below."""
_NOMINAL = ("ة", "ً", "ًا", "ٌ", "ٍ")
"""How nouns alone end in writing: the feminine, and the signs of nunation («فجراً» is "at dawn", no verb)."""


@lru_cache(maxsize=65536)
def arabic_keys(key: str) -> tuple[str, ...]:
    """Return the word, then the word without particles and article: «وبالزيارة» gives also «زياره»."""
    found = [key]
    rest = key
    if (len(rest) > 3 or rest[1:] in _SHORT) and rest.startswith(_JOINED) and key not in _WHOLE:
        rest = rest[1:]
        found.append(rest)
    stems = [rest, key]
    for stem in stems:
        for p in _PREPOSED:
            if len(stem) > 3 and stem.startswith(p):
                found.append(stem[1:])
        if len(stem) > 4 and stem.startswith("لل"):
            found.append(stem[2:])
    for stem in tuple(found):
        if len(stem) > 4 and stem.startswith("ال"):
            found.append(stem[2:])
    return tuple(dict.fromkeys(found))


def preposed(item: Item) -> str | None:
    """Return the preposition attached to an Arabic word with an article («بالوزير», «للملك»), or ``None``."""
    key = item.key.removeprefix("و") if len(item.key) > 4 else item.key
    if key.startswith("لل") and len(key) > 4:
        return "ل"
    if key.startswith(("بال", "كال")) and len(key) > 5:
        return key[0]
    return None
