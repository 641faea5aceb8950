"""Names that a word of descent tells and joins: "Moctar Ould Khouelid", «المختار ولد اخويلد», «سليم قره عثمان أوغلو»."""

from __future__ import annotations

from functools import cache

from isnad.annotate.names.classes import bands
from isnad.annotate.names.lexicon import anywhere, gazetteer, given_names, listed, office_words
from isnad.annotate.names.spans import Raw, upper
from isnad.annotate.names.verbs import takes_object, will_do
from isnad.annotate.names.words import Word
from isnad.languages import table
from isnad.languages.meanings import bare


def with_fathers(words: list[Word], raw: list[Raw], language: str) -> list[Raw]:
    """Add names that a word of descent gives away ("Moctar Ould Khouelid", «المختار ولد اخويلد»), and join what they part."""
    out = _with_fathers_behind(words, raw) if language == "ar" else list(raw)
    fathers = anywhere("descent", "descent_rare")
    for i, w in enumerate(words):
        if (
            w.key not in fathers
            or i + 1 >= len(words)
            or (w.text.isupper() and w.key in anywhere("descent_rare"))  # a firm's "AG"
            or (language != "ar" and not (upper(w) or upper(words[i + 1])))
        ):
            continue
        first, last = _descent(words, i, language)
        # «ولد» is also a verb: alone before a word that is no name, it says that somebody was born.
        joined = any(
            r[2] == "PER" and 0 <= i - r[1] <= 2 and all(w.key in COMPOUND for w in words[r[1] : i]) for r in out
        )
        if last - i < 2 or (first == i and not joined and language == "ar" and not _bears_alone(words, i, last)):
            continue
        inside = [r for r in out if r[0] < last and first < r[1]]
        if any(r[2] == "PER" and r[0] <= first and last <= r[1] for r in inside):
            continue
        if any(r[2] == "ORG" and r[3] > 0.8 and r[1] - r[0] > last - first + 1 for r in inside):
            continue
        start = min([first, *(r[0] for r in inside if r[2] == "PER")])
        out = [r for r in out if r not in inside] + [
            (start, max([last, *(r[1] for r in inside if r[2] == "PER")]), "PER", 0.85)
        ]
    return sorted(out)


def _bears_alone(words: list[Word], i: int, last: int) -> bool:
    """True of a father's name that may stand without the child's: one of names' words, or any rare one behind «منت»."""
    key = words[last - 1].key
    return key in gazetteer().people or (words[i].key == "منت" and (_rare(key) or words[last - 1].text in _articled()))


@cache
def _articled() -> frozenset[str]:
    return frozenset(table("ar", "names")["articled_given"])


def _opens_name(w: Word) -> bool:
    """True of an Arabic given name, or of a word of names alone, before the name whose father follows: «القاسم وان ولد …»."""
    if bare(w.key) in given_names() or w.key in anywhere("titles_or_names"):
        return True
    return w.key in gazetteer().people and _rare(w.key) and w.key not in gazetteer().places


def _with_fathers_behind(words: list[Word], raw: list[Raw]) -> list[Raw]:
    """The names with those whose father's name a word of descent closes: «سليم قره عثمان أوغلو»."""
    out = list(raw)
    for i, w in enumerate(words):
        if i < 2 or w.key not in listed("ar", "descent_behind"):
            continue
        first = i
        while first and i - first < 3 and words[first - 1].kind == "word" and not _no_name(words[first - 1]):
            first -= 1
            if words[first].key in given_names() and i - first > 1:
                break
        inside = [r for r in out if r[0] <= i and first < r[1]]
        if i - first < 2 or any(r[2] == "PER" and r[0] <= first and i < r[1] for r in inside):
            continue
        out = [r for r in out if r not in inside] + [(first, i + 1, "PER", 0.85)]
    return sorted(out)


def _no_name(w: Word) -> bool:
    known = gazetteer()
    listed_so = w.key in listed("ar", "never") or bare(w.key) in office_words("ar") or w.key in known.places
    return w.key not in given_names() and (listed_so or w.key.startswith("ال") or not _rare(w.key))


COMPOUND = frozenset({"ماء", "العينين", "الدين", "الله", "الرحمن", "النبي", "الحق", "الاسلام", "رب"})
"""Words that names are made of and that are common words by themselves: «ماء العينين»."""


def _does(words: list[Word], j: int) -> bool:
    """True of a word that no list of names has and that is built like a verb, where a sentence opens or pages print it."""
    w, first = words[j], j == 0 or words[j - 1].kind == "mark"
    built = w.key[0] in "يتن" or (w.key.endswith("ت") and len(w.key) < 6)
    return will_do(w) or (built and w.key in bands("ar")) or (first and len(w.key) > 3 and w.key[:2] in ("سي", "ست"))


def _rare(key: str) -> bool:
    """True of an Arabic word that no list of common words has and that no office is called."""
    plain, known = gazetteer().plain["ar"], bands("ar")
    common = min(known.get(key, 9), known.get(bare(key), 9)) < 3 or key in plain or bare(key) in plain
    return not common and len(key) > 2 and bare(key) not in office_words("ar")


def _unheard(key: str) -> bool:
    return key not in bands("ar") and bare(key) not in bands("ar")


_HALVES = frozenset({"el", "al", "عبد"})
"""Words that another of the name always follows."""


def _descent(words: list[Word], i: int, language: str) -> tuple[int, int]:
    """The words of a name around a word of descent: one or two before it, one or two after it."""
    never = listed(language, "never")

    def part(j: int) -> bool:
        w = words[j]
        if w.kind != "word" or w.key in never or len(w.key) < 2:
            return False
        return upper(w) if language != "ar" else bare(w.key) not in office_words(language)

    def leads(j: int) -> bool:
        """A word that may open a name: no title, and in Arabic a word known from names."""
        title = words[j].key.rstrip(".")
        if not part(j) or (title in listed(language, "honorifics") and title not in anywhere("titles_or_names")):
            return False
        if language != "ar":
            plain = gazetteer().plain[language]
            return words[j].key not in plain or words[j].key in given_names()
        if takes_object(words[j]):
            return False  # «استقبله بن حمودة»
        if words[j].key in gazetteer().people:
            return True
        if _does(words, j):
            return False  # «*ينفي* ولد الشيخ سيديا», «*سيرث* ولد اباه», «*نفت* منت الداه»
        # «ميمونة بنت الطالب»: «ولد» is also a verb, and what stands before that may be anything, unless nobody knows
        # it nor what follows: «اسلمو ولد حضرامي».
        if words[i].key != "ولد":
            return _rare(words[j].key)
        behind = words[i + 1].key if i + 1 < len(words) else ""
        # «الداه ولد حمادي»: with the article only what no page prints, with or without it
        strange = _rare(words[j].key) and (not words[j].key.startswith("ال") or _unheard(words[j].key))
        return strange and (behind in gazetteer().people or _rare(behind)) and behind not in never

    first, last = i, i + 1
    if i and leads(i - 1):
        first = i - 1
        if first and language == "ar" and part(first - 1) and _opens_name(words[first - 1]):
            first -= 1
        while language != "ar" and first and leads(first - 1) and first > i - 3:
            first -= 1
    if language == "ar" and last + 1 < len(words) and words[last].kind == "particle":
        last += 2 * (words[last].end == words[last + 1].start)  # «أغ وياهيا»: no particle, the name's own letter
    elif last < len(words) and part(last):
        last += 1
        tribe = last + 1 < len(words) and words[last].key in ("el", "al") and upper(words[last]) and part(last + 1)
        if language != "ar" and tribe and last - i == 2:
            last += 2  # "Ali ben Hamad Al Choukaïli"
        if words[last - 1].key in anywhere("titles_or_names") | _HALVES and last < len(words) and part(last):
            last += 1
    return first, last
