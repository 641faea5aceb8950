"""What the words of an office or an organisation mean, the same in four languages.

"Ministry of Defence", "ministère de la Défense" and «وزارة الدفاع» are all {ministry, defence}; "ministre délégué
chargé de l'Administration de la défense nationale" is {minister, delegate, defence, national}. The words come from
``languages/*/organizations.toml`` and ``offices.toml``; countries from the mentions, not from here.
"""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.text import fold_key

_WORDS = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_CLITICS = ("وال", "بال", "لل", "فال", "كال", "ال", "و", "ب", "ل")
LONGEST = 5
"""Words of the longest phrase looked up."""


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, elisions split ("l'Intérieur" → "l", "interieur")."""
    return tuple(_WORDS.findall(fold_key(text)))


@kept
def _phrases(concern: str) -> dict[tuple[str, ...], str]:
    """Every phrase of every language → its concept; Arabic words stand without their article."""
    found: dict[tuple[str, ...], str] = {}
    for language in LANGUAGES:
        for concept, phrases in table(language, concern)["concepts"].items():
            for phrase in phrases:
                found.setdefault(tuple(map(bare, words_of(phrase))), concept)
    return found


@cache
def _articled(concern: str) -> dict[str, str]:
    """Arabic words that with their article mean another thing than without: «النائب» sits in parliament, «نائب» stands in for one."""
    said = table("ar", concern)["concepts"].items() if concern == "offices" else ()
    return {
        word: concept
        for concept, phrases in said
        for word in map(fold_key, phrases)
        if word.startswith("ال") and " " not in word and _phrases(concern).get((bare(word),), concept) != concept
    }


@cache
def _small() -> frozenset[str]:
    return frozenset(fold_key(w) for language in LANGUAGES for w in table(language, "organizations")["small"])


@cache
def _nations() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        found |= demonyms(language)
    return found


@kept
def demonyms(language: str) -> dict[str, str]:
    """Return folded adjectives of nationality in every form → ISO country."""
    found = {}
    data = table(language, "demonyms")
    endings = [str(e) for e in data["endings"]]
    for code, stems in data["stems"].items():
        for stem in stems:
            for ending in endings:
                found[fold_key(stem + ending)] = code
    for form, code in data["forms"].items():
        found[fold_key(form)] = code
    return found


@lru_cache(maxsize=16384)
def nation_of(word: str) -> str | None:
    """Return the ISO country whose nationality a folded word is, in any of the languages; ``None`` for other words."""
    return _nations().get(word) or _nations().get(bare(word))


@cache
def _capitals() -> dict[str, str]:
    return {fold_key(n): row["country"] for row in table("shared", "capitals")["capitals"] for n in row["names"]}


def capital_of(name: str) -> str | None:
    """Return the ISO country whose capital a folded name is, in any of the languages; ``None`` for other names."""
    return _capitals().get(name)


@lru_cache(maxsize=16384)
def bare(word: str) -> str:
    """Return an Arabic word without article and attached particles before it; any other word as it is."""
    for clitic in ("وال", "بال", "فال", "كال", "ولل", "ال", "لل"):
        if word.startswith(clitic) and len(word) - len(clitic) >= 2:
            return word[len(clitic) :]
    return word


@lru_cache(maxsize=16384)
def concepts(text: str, concern: str = "organizations") -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the concepts of a name's words and, in order, the words that are no concept."""
    told = notions(text, concern)
    return frozenset(c for c, _ in told if c), tuple(w for c, w in told if not c)


@lru_cache(maxsize=16384)
def notions(text: str, concern: str = "organizations") -> tuple[tuple[str | None, str], ...]:
    """Return the words of a name in order, small ones left out: each phrase with its concept, each other word with ``None``."""
    printed = words_of(text)
    words = [bare(w) for w in printed]
    phrases, articled = _phrases(concern), _articled(concern)
    found: list[tuple[str | None, str]] = []
    i = 0
    if concern == "organizations" and len(words) > 1 and (opens := _opening().get(printed[0])) is not None:
        found.append((opens, words[0]))
        i = 1
    while i < len(words):
        for n in range(min(LONGEST, len(words) - i), 0, -1):
            concept = (
                (n == 1 and articled.get(printed[i]))
                or phrases.get(tuple(words[i : i + n]))
                or (_plainer(words[i], phrases) if n == 1 else phrases.get((_unled(words[i]), *words[i + 1 : i + n])))
            )
            if concept:
                found.append((concept, " ".join(words[i : i + n])))
                i += n
                break
        else:
            if words[i] not in _small():
                found.append((None, _own(printed[i])))
            i += 1
    return tuple(found)


@cache
def _opening() -> dict[str, str]:
    """What a word means that opens a name without its article («اتحادية»), folded."""
    return {fold_key(w): concept for w, concept in table("shared", "organizations")["opening"].items()}


def _own(word: str) -> str:
    """An Arabic word without its article; what else it begins with may be its own: «باليزور» is no «يزور»."""
    if word.startswith(("بال", "وال", "فال", "كال")) and nation_of(word) is None:
        return word
    return bare(word)


def _unled(word: str) -> str:
    """An Arabic word without the particle written with it: «لتحلية المياه», «واستصلاح الأراضي»."""
    return word[1:] if word[:1] in ("ل", "و", "ب") else word


def _plainer(word: str, phrases: dict[tuple[str, ...], str]) -> str | None:
    """A word without what the four languages attach to it: plural s, Arabic و ب ل, feminine ات/ين."""
    for form in (word.removesuffix("s"), word.removesuffix("es"), word[1:] if word[:1] in "وبلف" else ""):
        if len(form) >= 3 and (found := phrases.get((form,))):
            return found
    return None


@lru_cache(maxsize=16384)
def role_concepts(role: str) -> frozenset[str]:
    """Return the concepts of an office: its rank and its field; empty when no word of it is known."""
    offices, rest = concepts(role, "offices")
    fields, _ = concepts(" ".join(rest), "organizations") if rest else (frozenset[str](), ())
    return offices | {f"of:{f}" for f in fields} if offices else frozenset()


@lru_cache(maxsize=16384)
def initials(name: str) -> frozenset[str]:
    """Return the acronyms a long form may have: initials with and without its small words."""
    words = words_of(name)
    big = [w for w in words if w not in _small()]
    found = {"".join(w[0] for w in ws) for ws in (words, big) if len(ws) >= 2}
    return frozenset(found)


@cache
def kingdoms() -> frozenset[str]:
    """Return the ISO codes of states whose army, navy or court is called royal for short."""
    return frozenset(table("shared", "organizations")["kingdoms"])


@cache
def realm_words(sort: str) -> frozenset[str]:
    """Return the folded words for a "kingdom" or a "republic" that alone stand for the one such state of a page."""
    return frozenset(fold_key(w) for w in table("shared", "place_words")[sort])


@cache
def _place_kinds() -> dict[str, str]:
    data = table("shared", "place_words")
    found = {fold_key(w): kind for kind, words in data["kinds"].items() for w in words}
    return found | {fold_key(w): "" for w in data["settlement"]}


@lru_cache(maxsize=16384)
def place_kind(word: str) -> str | None:
    """Return what sort of place a folded word says: "river", "" for a settlement; ``None`` when it is no such word."""
    kinds = _place_kinds()
    return kinds.get(word, kinds.get(bare(word)))


@lru_cache(maxsize=16384)
def place_meaning(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the sorts of place a name says, and the words that tell which: «وادي تامريت» is a river, تامريت."""
    small = frozenset(fold_key(w) for w in table("shared", "place_words")["small"])
    words = [w for w in words_of(name) if w not in small]
    kinds = {k for w in words if (k := _compared_kind(w))}
    rest = tuple(_saints().get(w, w) for w in words if _compared_kind(w) is None)
    return (frozenset(kinds), rest) if rest else (frozenset(), tuple(words))


@cache
def _compared_kinds() -> dict[str, str]:
    compared = table("shared", "place_words")["compared"]
    return {fold_key(w): kind for kind, words in compared.items() for w in words}


def _compared_kind(word: str) -> str | None:
    """What sort of place a word of a place's name says, those included that say so in names alone."""
    kinds = _compared_kinds()
    return kinds.get(word, kinds.get(bare(word), place_kind(word)))


@cache
def _saints() -> dict[str, str]:
    """Words for a saint in names of towns, folded → the one that stands for them."""
    return {fold_key(w): one for one, words in table("shared", "place_words")["saints"].items() for w in words}


def says_settlement(name: str) -> bool:
    """True of a name with a word for a town: "Ciudad de Panamá" is not Panama."""
    return any(place_kind(w) == "" for w in words_of(name))


@lru_cache(maxsize=16384)
def role_rest(role: str) -> tuple[str, ...]:
    """Return the folded words of an office that are no known rank or field and no nationality: what else it says."""
    _, rest = concepts(role, "offices")
    _, rest = concepts(" ".join(rest), "organizations") if rest else (frozenset[str](), ())
    return tuple(w for w in rest if not nation_of(w) and len(w) > 2)


_FOR_THEMSELVES = frozenset(
    {
        "lawyer",
        "expert",
        "professor",
        "doctor",
        "engineer",
        "coach",
        "player",
        "journalist",
        "founder",
        "writer",
        "artist",
        "former",
        "acting",
    }
)
"""Callings among the offices: who has one acts for no state."""


def in_office(role: str) -> bool:
    """Return true of the words of a role that name an office: "the Senegalese minister", but not "the Ecuadorian striker"."""
    return bool(concepts(role, "offices")[0] - _FOR_THEMSELVES)


def for_himself(role: str) -> bool:
    """Return true of the words of a role by which somebody signs contracts for himself: a player, a coach, an author."""
    return bool(concepts(role, "offices")[0] & {"player", "coach", "writer", "artist"}) and not in_office(role)
