"""A person once sure is one everywhere on the page: by the whole name, the family name, or a given name that opens two words."""

from __future__ import annotations

from collections import Counter

from isnad.annotate.names.holders import of_names
from isnad.annotate.names.lexicon import anywhere, demonyms, gazetteer, given_names, listed, office_words, printed_given
from isnad.annotate.names.lone import ARTICLES
from isnad.annotate.names.people import SURE
from isnad.annotate.names.spans import Raw, key_of, upper
from isnad.annotate.names.words import Word
from isnad.languages.meanings import bare


def introduced(rows: list[list[Word]], raws: list[list[Raw]], language: str) -> dict[str, float]:
    """The words of persons' names of the article: a name once sure is a name everywhere."""
    found: dict[str, float] = {}
    counts: Counter[str] = Counter()
    for words, raw in zip(rows, raws, strict=True):
        for a, b, kind, score in raw:
            if kind != "PER":
                continue
            keys = [w.key for w in words[a:b] if w.kind == "word"]
            if len(keys) == 2 and keys[0] in ARTICLES and language != "ar":
                continue  # "Al-Dahariz": no whole name
            if len(keys) >= 2 and (score >= 0.6 or any(k in given_names() for k in keys)):
                first = (keys[-2],) if _two_surnames(keys, language) else ()
                for k in (" ".join(keys), keys[-1], *first, *((" ".join(keys[-2:]),) if len(keys) > 2 else ())):
                    found[k] = max(found.get(k, 0.0), score)
            elif len(keys) == 1:
                counts[keys[0]] += 1
                if score >= SURE and (counts[keys[0]] >= 2 or score > 0.9):
                    found[keys[0]] = max(found.get(keys[0], 0.0), score)
    small = listed(language, "never")
    return {k: v for k, v in found.items() if len(k) >= 3 and k not in small}


def _two_surnames(keys: list[str], language: str) -> bool:
    """True of a Spanish name with two family names, of which the first is the one used alone: Roberto *Briceño* Franco."""
    given = keys[-2] in given_names() or keys[-2] in gazetteer().given
    return language == "es" and len(keys) in (3, 4) and not given and len(keys[-2]) > 3


def propagated(words: list[Word], raw: list[Raw], people: dict[str, float], language: str) -> list[Raw]:
    """Add later uses of a person's surname or full name that the tagger missed."""
    taken = {i for a, b, _, _ in raw for i in range(a, b)}
    out = [(a, b, "PER" if k != "PER" and s < 0.75 and key_of(words, a, b) in people else k, s) for a, b, k, s in raw]
    firsts = {name.partition(" ")[0] for name in people}
    opening = [
        i for i, w in enumerate(words) if w.key in firsts and w.kind == "word" and (language == "ar" or upper(w))
    ]
    for n in (4, 3, 2, 1):
        for i in opening:
            span = range(i, i + n)
            if i + n > len(words) or words[i + n - 1].kind != "word" or not taken.isdisjoint(span):
                continue
            key = key_of(words, i, i + n)
            if key not in people:
                continue
            if language == "ar" and n == 1 and (key in demonyms("ar") or key in gazetteer().places or len(key) < 4):
                continue
            taken.update(span)
            out.append((i, i + n, "PER", 0.7))
    out += _by_given_name(words, taken, language) if language == "ar" else _by_list(words, taken, language)
    return sorted(out)


def _by_given_name(words: list[Word], taken: set[int], language: str) -> list[Raw]:
    """Without capitals: a given name, printed as one, and a word that is known from names and no word of the language."""
    known, plain, out = gazetteer(), gazetteer().plain[language], []
    for i in range(len(words) - 1):
        first, last = words[i], words[i + 1]
        if i in taken or i + 1 in taken or not _given(first) or first.key in plain or not of_names(first):
            continue
        family = bare(last.key) if bare(last.key) in known.people else last.key
        named = (
            last.kind == "word" and (family in known.people or family in known.family) and _of_names_or_article(last)
        )
        named = named or (i + 2 < len(words) and _made(words[i + 2]) and _of_names_or_article(last))
        if named and last.key not in plain and bare(last.key) not in plain and last.key not in demonyms(language):
            out.append((i, i + 2, "PER", 0.62))
            taken |= {i, i + 1}
    return out


def _made(w: Word) -> bool:
    """True of an office in the accusative: who stands before it was made that («مهدي قنبري مديرا»)."""
    return w.kind == "word" and w.key.endswith("ا") and len(w.key) > 3 and w.key[:-1] in office_words("ar")


def _given(w: Word) -> bool:
    return w.text in printed_given() or (w.key in gazetteer().given and len(w.key) >= 4)


def _of_names_or_article(w: Word) -> bool:
    """True when a family name, its article aside, is neither a place nor a small word."""
    return w.key not in gazetteer().places and w.key not in anywhere("never")


def _by_list(words: list[Word], taken: set[int], language: str) -> list[Raw]:
    """Two to four capitalised words in a row that lists know as words of persons' names, the first as a given name."""
    out, i = [], 0
    while i < len(words):
        n = 0
        while (
            i + n < len(words) and n < 5 and i + n not in taken and words[i + n].kind == "word" and upper(words[i + n])
        ):
            n += 1
        keys = [w.key for w in words[i : i + n]]
        if 2 <= n <= 4 and _named(keys, i == 0, language):
            out.append((i, i + n, "PER", 0.62))
            taken.update(range(i, i + n))
        i += max(1, n)
    return out


def _named(keys: list[str], first: bool, language: str) -> bool:
    """True when words read like a given name and a family name, and not like words of the language or places."""
    known, plain = gazetteer(), gazetteer().plain[language]
    if keys[0] in listed(language, "never") or keys[-1] in known.places or " ".join(keys) in known.places:
        return False
    if keys[0] in given_names() and sum(k in known.people for k in keys) >= 2:
        return True
    family = keys[-1] in known.family or keys[-1] in known.people
    return not first and keys[0] in known.given and family and not any(k in plain for k in keys)
