"""Persons whom their age or a relative tells, whatever their name looks like: "soupire Aminata, 34 ans", "her brother, Tobias", «كوثر (24 عاما)»."""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.holders import nobodys
from isnad.annotate.names.lexicon import demonyms, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.spoken import stranger
from isnad.annotate.names.words import Word

TOLD = 0.97
"""Confidence of such a person."""
_SURE = 0.9
"""Score from which a town behind a relative is believed."""
OLDEST = 115
"""Years of the oldest."""


def told(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Return the names of a sentence with the persons that an age behind them tells, or a word for a relative before them.

    One to three words that no list has as a place or as common ones, right before a comma or a bracket, the age, and a mark behind it;
    or right behind "her brother", a comma between or none.
    """
    out = _initialled(words, raw, language) if language != "ar" else raw
    out = _young(words, _dwelling(words, _with_kin(words, out, language), language), language)
    for i, w in enumerate(words):
        if w.text not in ",،(" or not i or not _age(words, i + 1, language):
            continue
        inside = next((r for r in out if r[1] == i), None)
        if inside is not None:
            a = inside[0]
            led = a > 0 and words[a - 1].key.rstrip("'’") in listed(language, "inner")
            person = inside[2] == "PER" or _may_name(words, a, i, language)
            if person and not led and inside[3] < TOLD:
                out[out.index(inside)] = (a, i, "PER", TOLD)
            continue
        a = _start(words, i, language)
        if a and words[a - 1].key.rstrip("'’") in listed(language, "inner"):
            continue  # "El preparador de Azpeitia, de 47 años"
        if a < i and not any(r[0] < i and a < r[1] for r in out) and _may_name(words, a, i, language):
            out.append((a, i, "PER", TOLD))
    return sorted(out)


def _with_kin(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """The names with those behind a word for a relative and whose it is: "su padre, Koldo", «شقيقته هند»."""
    out = list(raw)
    for i, w in enumerate(words):
        if w.kind != "word":
            continue
        of = 1 if language == "ar" and _kin_of(words, i) else 0
        if not of and not (is_kin(w) if language == "ar" else _kin(words, i, language)):
            continue
        a = i + 1 + of + (i + 1 + of < len(words) and words[i + 1 + of].text in ",،")
        town = next((r for r in out if r[:2] == (a, a + 1) and r[2] in ("LOC", "MISC") and r[3] < _SURE), None)
        if (
            town is not None
            and language != "ar"
            and (words[a].key in gazetteer().given or words[a].key in given_names())
        ):
            out[out.index(town)] = (a, a + 1, "PER", TOLD)  # "su hermana Asunción, de 58": a town's name too
        if any(r[0] < a + 1 and a < r[1] for r in out):
            # «زوجته *ميريا جوردا*»: what may be nobody elsewhere is a person behind a relative
            out = [(*r[:3], TOLD) if r[0] == a and r[2] == "PER" and r[1] - a > 1 else r for r in out]
            continue
        b = a
        if language != "ar":
            while b < len(words) and b - a < 3 and words[b].kind == "word" and upper(words[b]):
                b += 1
        elif a < len(words) and words[a].key in given_names():
            single = _given_printed(words[a]) and not (a + 1 < len(words) and nobodys(words[a + 1]))
            pair = a + 1 < len(words) and (nobodys(words[a + 1]) or _between_commas(words, a, a + 2))
            b = a + 1 if single else a + 2 if pair else a
        if a < b and not any(r[0] < b and a < r[1] for r in out) and _may_name(words, a, b, language):
            out.append((a, b, "PER", TOLD))
    return sorted(out)


def _kin_of(words: list[Word], i: int) -> bool:
    """True of an Arabic word for a relative and whose it is behind it: «والد *الضحية*، علي مصباح»."""
    key = words[i].key[1:] if words[i].key[:1] in "وفبل" and words[i].key not in listed("ar", "kin") else words[i].key
    named = i + 3 < len(words) and words[i + 1].key.startswith("ال") and words[i + 1].kind == "word"
    return key in listed("ar", "kin") and named and words[i + 2].text in ",،"


def _between_commas(words: list[Word], a: int, b: int) -> bool:
    return words[a - 1].text in ",،" and b < len(words) and words[b].text in ",،"


def _initialled(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """The names with a family name behind two initials and more, and one carried past a nickname between marks: "P. N. Ramaswamy",
    "Matías «el Chino» Riquelme"."""
    out = raw
    for i, w in enumerate(words):
        if w.text in _OPENS and (span := _nicknamed(words, i, out)) is not None:
            out = [*(r for r in out if r[1] <= span[0] or span[1] <= r[0]), (*span, "PER", TOLD)]
        if not _initial(words, i) or (i > 1 and _initial(words, i - 2)):
            continue
        a, b = i, i
        while _initial(words, b):
            b += 2
        if b - a < 4:
            continue  # "M. Brahim Ould Mekhalla"
        while b < len(words) and b - a < 9 and words[b].kind == "word" and upper(words[b]) and len(words[b].text) > 2:
            b += 1
        name = words[b - 1]
        whole = (
            b - a > 4 and len(name.text) > 2 and not name.text.isupper() and name.key not in gazetteer().plain[language]
        )
        whole = whole and not any(w.key in office_words(language) or w.text in _STATES for w in words[a:b])
        inside = [r for r in out if r[0] < b and a < r[1]]
        if whole and all(a <= r[0] and r[1] <= b and r[2] != "ORG" for r in inside):
            out = [*(r for r in out if r not in inside), (a, b, "PER", TOLD)]
    return out


_STATES = frozenset({"U"})
"""What opens the letters of a state and of a world of them and hardly a name: "U.S.", "U.N."."""


def _initial(words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and len(words[i].text) == 1 and words[i].text.isupper() and words[i + 1].text == "."


def _nicknamed(words: list[Word], i: int, raw: list[Raw]) -> tuple[int, int] | None:
    """The whole name around a nickname between marks that opens at a place: a given name before, a family name behind."""
    end = next((k for k in range(i + 1, min(len(words), i + 6)) if words[k].text in _CLOSES), 0)
    first = next((r for r in raw if r[1] == i and r[2] == "PER"), None)
    if not end or end + 1 >= len(words) or first is None or words[first[0]].key not in given_names():
        return None
    b = end + 1
    while b < len(words) and b - end < 4 and words[b].kind == "word" and upper(words[b]):
        b += 1
    return (first[0], b) if b > end + 1 and _may_name(words, end + 1, b, "es") else None


_OPENS, _CLOSES = frozenset("\"“«‘'"), frozenset("\"”»’'")


def _young(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """The names with a given name behind a word for a child or a pupil: "le petit Ilyas", "three-year-old Amina", «الطفل إلياس»."""
    out = raw
    for i in range(len(words) - 1):
        w = words[i + 1]
        if words[i].key not in listed(language, "young") or w.key not in given_names() or w.kind != "word":
            continue
        if language == "ar":
            b = i + 3 if i + 2 < len(words) and nobodys(words[i + 2]) and stranger(words[i + 2]) else i + 2
            named = bool(_given_printed(w)) or b > i + 2
        else:
            b, named = i + 2, upper(w)
            while b < len(words) and b - i < 5 and words[b].kind == "word" and upper(words[b]):
                b += 1
        inside = [r for r in out if r[0] < b and i + 1 < r[1]]
        if named and all(r[0] > i and r[1] <= b for r in inside):
            out = [*(r for r in out if r not in inside), (i + 1, b, "PER", TOLD)]
    return out


def _dwelling(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """The names with a given name alone before what says who bears it: "Remedios, vecina de Barbate"."""
    out = list(raw)
    for i in range(1, len(words) - 1):
        w = words[i - 1]
        k = i + 1 + (words[i + 1].key in ("a", "an", "une", "un", "una"))
        if words[i].text != "," or k >= len(words) or words[k].key not in listed(language, "dwellers"):
            continue
        alone = i == 1 or words[i - 2].kind != "word" or not upper(words[i - 2])
        if (
            alone
            and upper(w)
            and (w.key in gazetteer().given or w.key in given_names())
            and not any(r[0] < i and i - 1 < r[1] for r in out)
        ):
            out.append((i - 1, i, "PER", TOLD))
    return sorted(out)


def _kin(words: list[Word], i: int, language: str) -> bool:
    if i == 0 or words[i].key not in listed(language, "kin"):
        return False
    of_her = (
        language == "en" and words[i - 1].key == "s" and i > 2 and words[i - 2].text in "'’"
    )  # "the baby's mother, Mercy"
    return words[i - 1].key in listed(language, "whose") or of_her


def is_kin(w: Word) -> bool:
    """Return whether a word is an Arabic one for a relative with the pronoun that says whose: «جده» (no Jeddah), «لوالدتها»."""
    key = w.key[1:] if w.key[:1] in "وفبل" and w.key[1:] in _kin_words() else w.key
    return w.kind == "word" and key in _kin_words() and not w.text.endswith("ة")


@cache
def _kin_words() -> frozenset[str]:
    stems = [k[:-1] + "ت" if k.endswith("ه") else k for k in listed("ar", "kin")]
    return frozenset(k + p for k in stems for p in listed("ar", "whose"))


def _age(words: list[Word], i: int, language: str) -> bool:
    """True when an age stands here and a mark closes it."""
    if i < len(words) and words[i].key in ("de", "aged", "البالغ", "البالغه"):
        i += 1
    if i >= len(words) or words[i].kind != "number" or not words[i].key.isdigit() or not 3 < int(words[i].key) < OLDEST:
        return False
    years = listed(language, "years")
    behind = words[i + 1] if i + 1 < len(words) else None
    if behind is not None and behind.key in years:
        behind = words[i + 2] if i + 2 < len(words) else None
        return behind is None or behind.kind == "mark"
    return language == "en" and behind is not None and behind.text in ",.;)" and words[i - 1].text == ","


def _start(words: list[Word], i: int, language: str) -> int:
    """Where the words before a comma begin that may be a name: with capitals; in Arabic one given name, or two words nobody knows."""
    a = i
    if language != "ar":
        while a and i - a < 3 and words[a - 1].kind == "word" and upper(words[a - 1]):
            a -= 1
        return a
    if words[i - 1].text in _given_printed(words[i - 1]):
        return i - 1
    return i - 2 if i > 1 and words[i - 2].key in given_names() and nobodys(words[i - 1]) else i


def _given_printed(w: Word) -> tuple[str, ...]:
    plain = gazetteer().plain["ar"]
    return (w.text,) if w.key in given_names() and w.key not in plain else ()


def _may_name(words: list[Word], a: int, b: int, language: str) -> bool:
    """True of words that may be a person's name: no place, nationality, common word or month among them."""
    known, plain = gazetteer(), gazetteer().plain[language]
    keys = [w.key for w in words[a:b]]
    town = " ".join(keys) in known.places and not (len(keys) == 1 and keys[0] in given_names())
    small = [w for w in words[a:b] if w.text != "علي"]  # no «على»
    if town or any(w.key in listed(language, "never") or w.key in demonyms(language) for w in small):
        return False
    if any(w.kind != "word" or w.text.isupper() for w in words[a:b]):
        return False
    heads = listed(language, "heads", "institutions")
    if keys[0] in given_names() or keys[0] in known.given:
        return True
    return not any(k in plain or k in known.places or k in heads for k in keys) and len(keys[0]) > 2


__all__ = ["told"]
