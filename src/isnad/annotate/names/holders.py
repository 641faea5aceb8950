"""Persons behind an office that holds them where no capitals show them: right behind it, behind what it is of, between commas."""

from __future__ import annotations

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words, printed_given
from isnad.annotate.names.roles import RoleSpan
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.tenures import past_years
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare, concepts


def after_offices(words: list[Word], raw: list[Raw], offices: list[RoleSpan], language: str) -> list[Raw]:
    """Add persons right behind an office where there are no capitals: two or three words that lists know from names."""
    if not listed(language, "near"):
        return raw
    taken = {i for a, b, _, _ in raw for i in range(a, b)} | {i for o in offices for i in range(o.first, o.last)}
    known, out = gazetteer(), list(raw)
    plain, titles = known.plain[language], listed(language, "honorifics")
    for office in offices:
        a = office.last
        while a < len(words) and a - office.last < 3 and (words[a].text in "،,:" or words[a].key in titles):
            a += 1
        b = a
        while b < len(words) and b - a < 3 and b not in taken and of_names(words[b]):
            b += 1
        keys = [w.key for w in words[a:b]]
        if len(keys) >= 2 and any(k in given_names() or k in known.given for k in keys[:1]):
            while len(keys) > 2 and keys[-1] in plain:
                keys.pop()
            out.append((a, a + len(keys), "PER", 0.65))
            taken.update(range(a, a + len(keys)))
    return sorted(out)


def behind_offices(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add Arabic persons behind an office and what it is of: «خبير الطقس خلدون المجالي», «رئيسته التنفيذية عزة البوسعيدية».

    A given name, right behind a word with the article, and a word with the article that can be no other than a family name; the
    office stands among the few words before, no mark between.
    """
    if language != "ar":
        return raw
    out, known = list(raw), gazetteer()
    for a, b in _between_commas(words, out):
        out.append((a, b, "PER", 0.7))
    for i in range(2, len(words) - 1):
        first, last = words[i], words[i + 1]
        if first.kind != "word" or not (first.key in given_names() or first.key in known.given or _unusual(first)):
            continue
        inside = [r for r in out if r[0] < i + 2 and i < r[1]]
        if any(r[0] < i or r[1] > i + 2 or (r[0], r[1]) == (i, i + 2) for r in inside):
            continue
        if first.text == "على" and (last.key.endswith("ات") or any(r[1] == i and r[2] == "PER" for r in out)):
            continue  # «شدد الناطق زهير الطاهر *على* الهدنة», «خفض الضرائب *على* الصناعات»
        at = _before_years(words, i)
        if not words[at - 1].key.startswith(("ال", "لل")) and words[at - 2].key not in ("لل", "ال"):
            continue
        if family_word(last) and office_before(words, at):
            out = [r for r in out if r not in inside] + [(i, i + 2, "PER", 0.7)]
    return sorted(out)


def _before_years(words: list[Word], i: int) -> int:
    """The place before years in brackets: «وزير الكهرباء الأسبق (2014-2018) قاسم الفهداوي»."""
    start = (
        next((k for k in range(i - 2, max(0, i - 7), -1) if words[k].text == "("), i) if words[i - 1].text == ")" else i
    )
    return start if start > 1 and past_years(words, start) == i else i


def _between_commas(words: list[Word], raw: list[Raw]) -> list[tuple[int, int]]:
    """Two or three words nobody knows between commas behind an office: «وزير الزراعة في الإقليم، هيمن زنكنة، إن»."""
    found = []
    for a in range(2, len(words) - 2):
        if words[a - 1].text not in ",،" or any(x < a + 2 and a < y for x, y, _, _ in raw):
            continue
        b = a
        while b < len(words) and words[b].kind == "word" and b - a < 4:
            b += 1
        names = (
            2 <= b - a <= 3
            and b < len(words)
            and words[b].text in ",،"
            and (
                (all(map(nobodys, words[a:b])) and any(w.key not in bands("ar") for w in words[a:b]))
                or (words[a].key in given_names() and family_word(words[b - 1]))
            )
        )
        if names and office_before(words, a - 1):
            found.append((a, b))
    return found


def nobodys(w: Word) -> bool:
    """True of an Arabic word that pages seldom print and no list has but those of persons' names."""
    return _seldom(w.key) and not concepts(w.text)[0] and w.key not in demonyms("ar")


def _unusual(w: Word) -> bool:
    """True of an Arabic word of persons' names that pages seldom print: «عزة», but not «إمام»."""
    return w.key in gazetteer().people and _seldom(w.key) and bare(w.key) not in office_words("ar")


def _seldom(key: str) -> bool:
    """True of an Arabic word that pages seldom print and that is none of the language."""
    seldom = min(bands("ar").get(key, 9), bands("ar").get(bare(key), 9)) > 2
    return seldom and key not in gazetteer().plain["ar"] and key not in anywhere("never")


def family_word(w: Word) -> bool:
    """True of an Arabic word with the article that is no word of the language, no nationality and no place."""
    plain, known = gazetteer().plain["ar"], gazetteer()
    if w.kind != "word" or not w.key.startswith("ال") or len(w.key) < 6 or w.key in demonyms("ar"):
        return False
    common = w.key in plain or bare(w.key) in plain or bare(w.key) in office_words("ar") or concepts(w.text)[0]
    return not common and w.key not in known.places and w.key not in anywhere("never")


def office_before(words: list[Word], i: int) -> bool:
    """True when one of the few words before, no mark between, is an office, a pronoun behind it or none («رئيسته»)."""
    for w in reversed(words[max(0, i - 7) : i - 1]):
        if w.kind == "mark":
            return False
        key = bare(w.key)
        if key in office_words("ar") or (key.endswith("ته") and key[:-2] + "ه" in office_words("ar")) or _of_theirs(w):
            return True
    return False


def _of_theirs(w: Word) -> bool:
    """True of a companion or an office with the pronoun that says whose: «مساعدته», «نائبهم», «محاميها»."""
    owner = next((t for t in ("هما", "ها", "هم", "ه") if w.key.endswith(t)), "")
    stem = w.key.removesuffix(owner)
    if not owner or len(stem) < 3 or w.text.endswith("ة"):
        return False
    known = listed("ar", "companions") | office_words("ar")
    return stem in known or (stem.endswith("ت") and not known.isdisjoint((stem[:-1], stem[:-1] + "ه")))


def of_names(w: Word) -> bool:
    """True when lists know a word from persons' names and it is neither a place nor a nationality."""
    known = gazetteer()
    preposition = w.key in anywhere("never") and w.text not in printed_given()
    return (
        w.kind == "word"
        and (w.key in known.people or w.key in known.family)
        and w.key not in known.places
        and not preposition
    )


def holder_inside(words: list[Word], a: int, b: int, language: str) -> int:
    """Where a person begins whose office was taken for part of a body's or a place's name: "Transport Minister | Ouarda Sefiane"; 0 for nowhere.

    Two or three words with capitals close the span, a given name first; none is a word of the language, a place or what closes names of those.
    """
    offices, known, plain = office_words(language), gazetteer(), gazetteer().plain[language]
    k = next((i for i in range(b - 2, a, -1) if words[i - 1].key in offices), 0)
    if not k or b - k > 3 or not all(w.kind == "word" and upper(w) for w in words[a:b]):
        return 0
    keys = [w.key for w in words[k:b]]
    given = keys[0] in given_names() or keys[0] in known.given
    other = any(
        x in plain
        or x in known.places
        or x in anywhere("place_tails", "firms")
        or x in listed(language, "heads", "inner")
        for x in keys
    )
    return k if given and not other and words[k - 1].key not in listed(language, "inner", "at") else 0
