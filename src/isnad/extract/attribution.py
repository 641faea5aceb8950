"""Lines outside an article that bear witness to whose text it is and whose the site: evidence that is weighed, not a formula that must fit.

"This item reached us through the Pennine Wire service and has not been edited by our staff", «مادة منقولة والعهدة على وكالة السنيار للأنباء»,
"Para leer la nota completa, visita el sitio de X", "Les contenus n'engagent que leurs éditeurs et non NewsPlaza". What such a line calls its
text, what leads from the text to a name, what says that it was not touched, who answers for it (``languages/*/attributions.toml``) count
together; what speaks of a picture, a sponsor or a book counts for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import regex
from msgspec import Struct

from isnad.extract.blocks import Block
from isnad.extract.persons import called, desks, of_press, person
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold_key, script_of

LONGEST_WORDS, LONGEST = 45, 320
"""Words and characters of the longest line that is asked."""
ENOUGH = 3
"""Weight from which a line names a source."""
LEADS = 2
"""Weight of what leads from the text to a name; every other witness weighs one."""
ABOVE, BELOW = 4, 12
"""Lines before and behind a text that are asked."""
SHORT, OPENS = 16, 8
"""Words of the longest line that needs not point at the text it names, and before what leads from it to the name."""
SURE_WORDS = 3
"""Words of a phrase that leads to the name at the end of a line which opens with its text: "The post … appeared first on X"."""
BOTH = 2
"""Weight of a name behind a colon that a word of the trade calls an outlet's, which needs no word for the text."""
BETWEEN = 5
"""Small words that may stand between what leads to a name and the name."""
MOST = 6
"""Words of the longest name."""
_ROLES = ("here", "text", "comes", "copies", "complete", "visits", "untouched", "disclaims", "third", "things")
_OPEN, _CLOSE = '«"“‘([*_', '.,:;!?؟،؛»"”’)]*_…'
_STOPS = ".;!?؟؛…"
_ELIDED = regex.compile(r"^[ld]['’](?=\p{Lu})")
_SMALL = frozenset(
    "de du des del della dei di da do dos la le les los las el of the and et y e & au aux al d l".split()
)
_ARTICLES = frozenset("the le la les el los las".split())


class Attribution(Struct, frozen=True):
    """What a line says: the outlet its text comes from, the site that answers for nothing; ``here`` when it points at the page's own text.

    ``by_hand`` when somebody says that he copied the text; ``others`` when the line says that a site shows what others publish.
    """

    source: str | None = None
    site: str | None = None
    here: bool = False
    by_hand: bool = False
    others: bool = False
    weight: int = 0


def attributed(line: str) -> Attribution | None:
    """Return what a line bears witness to; ``None`` when it speaks neither of whose the text is nor of who answers for it."""
    return _attributed(line) if 8 <= len(line) <= LONGEST else None


@lru_cache(maxsize=1024)
def _attributed(line: str) -> Attribution | None:
    line = line.replace("ـ", "")  # a drawn-out letter: «لـ: صحيفة»
    printed = line.split()
    words = [fold_key(w).strip(_OPEN + _CLOSE + "-–—|") for w in printed]
    if not 2 <= len(words) <= LONGEST_WORDS or _first_words().isdisjoint(_bared(words)):
        return None
    here_at = _phrases(words, "here")
    found = {role: _phrases(words, role, here_at if role == "comes" else ()) for role in _ROLES}
    answers = bool(found["disclaims"])
    others = bool(found["third"]) and (answers or _responsible(words)) and bool(found["text"] or found["here"])
    site = next((n for a, b in found["disclaims"] if (n := _beside(printed, words, a, b))), None)
    here = bool(found["here"] or found["untouched"])
    witnesses = bool(found["here"]) + bool(found["text"]) + bool(found["untouched"])
    best: tuple[int, str] | None = None
    leads = () if found["things"] else (*found["comes"], *found["copies"])
    for a, b in found["visits"] if found["complete"] and not found["things"] else leads:
        name, marked = _name(printed, words, b)
        if name is None or name == site:
            continue
        points = any(not (a <= x < b) for role in ("here", "complete") for x, _ in found[role])
        points = points or bool(found["untouched"] or found["copies"])
        names = [x for x, _ in found["text"] if not a <= x < b]
        opened = bool(names) and names[0] == 0 and b - a >= SURE_WORDS and b + MOST >= len(words)
        text = opened or (bool(names) and len(words) <= SHORT and a <= OPENS)
        told = (points or text) + bool(found["untouched"]) + bool(found["copies"])
        weight = LEADS + told + marked
        if (told or marked >= BOTH) and (best is None or weight > best[0]):
            best, here = (weight, name), here or bool(found["complete"]) or opened
    source = best[1] if best is not None and best[0] >= ENOUGH else None
    if source is None and not (site and witnesses) and not others:
        return None
    return Attribution(source, site, here, bool(found["copies"]) and source is not None, others, best[0] if best else 0)


def _responsible(words: Sequence[str]) -> bool:
    return any(w.removeprefix("و").startswith(("responsab", "responsib", "مسوولي", "liab")) for w in words)


def spoken(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> list[Attribution]:
    """Return what the lines around a text bear witness to, those nearest behind it first."""
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    if not own:
        return []
    around = (*range(own[-1] + 1, min(len(blocks), own[-1] + 1 + BELOW)), *range(max(0, own[0] - ABOVE), own[0]))
    asked = (
        blocks[i].text
        for i in around
        if kinds[i] not in ("body", "lead", "title", "caption", "tags", "related")
        and 2 <= blocks[i].words <= LONGEST_WORDS
    )
    return [said for line in asked if (said := attributed(line)) is not None]


def closes(line: str) -> bool:
    """Return whether a paragraph at the end of a text is such a line: it points at the text, or says who answers for it."""
    said = attributed(line)
    if said is None or any(c in line for c in '«“"'):
        return False
    return (
        said.others
        or (said.site is not None and said.here)
        or (said.source is not None and (said.here or said.by_hand))
    )


def _beside(printed: Sequence[str], words: Sequence[str], a: int, b: int) -> str | None:
    """The name behind a phrase, else right before it: "do not reflect the views of X", "X does not endorse them"."""
    name, _ = _name(printed, words, b)
    if name is not None or script_of(" ".join(printed)) == "Arabic":
        return name
    start = a
    while start > 0 and (_capital(printed[start - 1]) or (words[start - 1] in _SMALL and start < a)):
        if printed[start - 1][-1] in _STOPS:
            break
        start -= 1
    while start < a and not _capital(printed[start]):
        start += 1
    return _checked(" ".join(printed[start:a])) if start < a else None


def _name(printed: Sequence[str], words: Sequence[str], at: int) -> tuple[str | None, int]:
    """The name of an outlet that begins at a word or soon behind it, and how much speaks for its being one: a mark before it, a word of the trade."""
    if at > len(words):
        return None, 0
    arabic = script_of(" ".join(printed)) == "Arabic"
    return _arabic_name(printed, words, at) if arabic else _latin_name(printed, words, at)


def _latin_name(printed: Sequence[str], words: Sequence[str], at: int) -> tuple[str | None, int]:
    i = at
    while i < len(words) and i - at <= BETWEEN and not _capital(printed[i]):
        if printed[i][-1] in _STOPS or printed[i][-1] == ",":
            return None, 0
        i += 1
    if i >= len(words) or i - at > BETWEEN or (i and printed[i - 1][-1] in _STOPS + ",") or words[i] == "":
        return None, 0
    marked = (i > 0 and printed[i - 1][-1] == ":") or printed[i][0] in '«“"'
    end = i
    while end < len(words) and end - i < MOST:
        if end > i and (printed[end][0] in _OPEN or printed[end - 1][-1] in _CLOSE):
            break
        if not (_capital(printed[end]) or printed[end][0].isdigit() or printed[end] == "&"):
            rest = next((j for j in range(end, min(end + 3, len(words))) if words[j] not in _SMALL), len(words))
            if rest == end or rest >= len(words) or not _capital(printed[rest]):
                break
        end += 1
    if (
        words[i] in _ARTICLES
        and end + 1 == len(words)
        and printed[end - 1][-1] not in _CLOSE
        and printed[end][0].islower()
    ):
        end += 1  # "Le Haut-Bugey libre"
    name = _checked(_ELIDED.sub("", " ".join(printed[i:end]).lstrip(_OPEN)))
    return name, marked + (name is not None and of_press(name))


def _capital(word: str) -> bool:
    bare = _ELIDED.sub("", word.lstrip(_OPEN))
    return bare[:1].isupper()


def _arabic_name(printed: Sequence[str], words: Sequence[str], at: int) -> tuple[str | None, int]:
    i, marked = at, at > 0 and printed[at - 1][-1] in ":："
    named = False
    while i < len(words) and i - at < BETWEEN and (_plain(words[i]) in _kinds() or words[i] in _links()):
        named = named or _plain(words[i]) in _kinds()
        if printed[i][-1] in _STOPS + "،,":
            return None, 0
        marked = marked or printed[i][-1] in ":："
        i += 1
    end = i
    while end < len(words) and end - i < MOST:
        if end > i and (printed[end - 1][-1] in _CLOSE or printed[end][0] in _OPEN):
            break
        w = words[end]
        if (
            w in _ends()
            or not w
            or (end > i and w.startswith("و") and not w.startswith(("وال", "وكال")) and len(w) > 3)
        ):
            break
        end += 1
    while end - i > 1 and words[end - 1] in _nations():
        end -= 1
    name = " ".join(printed[i:end]).strip(_OPEN + _CLOSE + " ")
    if at > 0 and name.startswith("ل") and words[at - 1] == "ل":
        name = name.removeprefix("لـ")
    found = _checked(_unprefixed(name))
    return found, marked + (found is not None and (named or of_press(found)))


def _unprefixed(name: str) -> str:
    """A name without the preposition joined to its first word: «لصحيفة المدار» → «المدار», «لوكالة تاج» → «وكالة تاج»."""
    first, *rest = name.split() or [""]
    bare = fold_key(first).removeprefix("ل").removeprefix("ب")
    if bare != fold_key(first) and (bare in _kinds() or of_press(bare)):
        return " ".join(rest if bare in _kinds() and rest else [first[1:], *rest])
    return name


def unprefixed(name: str) -> str:
    """Return an Arabic outlet's name without the preposition that a line of rights joins to it: «لصحيفة المدار العربي»."""
    return _unprefixed(name) if name.startswith(("ل", "ب")) else name


def unjoined(name: str) -> str:
    """Return a site's name without the call to its reader before it: «انضم إلى جروب عاجل الصعيد», "Join the Estuary Gazette"."""
    words = tuple(fold_key(name).split())
    known = _joins().get(words[0], ()) if words else ()
    opened = next((p for p in known if words[: len(p)] == p and len(p) < len(words)), ())
    return " ".join(name.split()[len(opened) :])


@cache
def _joins() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in {tuple(fold_key(p).split()) for k in LANGUAGES for p in table(k, "attributions")["joins"]}:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(rows, key=lambda r: (-len(r), r))) for first, rows in found.items()}


def _checked(name: str) -> str | None:
    """A name that an outlet may have: no person, desk, day, place, language, agency's letters or phrase of the site."""
    name = name.strip(_OPEN + _CLOSE + " -–—|")
    words = fold_key(name).split()
    if not words or len(name) < 3 or len(words) > MOST or words[0] in _days() or " ".join(words) in _no_outlet():
        return None
    if desks().issuperset(words) or any((words[0],) in _index()[role].get(words[0], ()) for role in ("text", "third")):
        return None
    return None if called(name) and person(name) and not of_press(name) else name


@cache
def _days() -> frozenset[str]:
    """Weekdays and months, folded."""
    tables = [table(k, "calendar") for k in LANGUAGES]
    return frozenset(fold_key(w) for t in tables for w in (*t["weekdays"], *t["months"]))


@cache
def _no_outlet() -> frozenset[str]:
    """Languages, regions and capitals, folded: "translated from Arabic", "came from Damascus"."""
    rows = (*table("shared", "places")["places"], *table("shared", "capitals")["capitals"])
    tongues = (w for k in LANGUAGES for w in table(k, "chrome")["tongues"])
    return frozenset(fold_key(w) for w in (*tongues, *(n for row in rows for n in row["names"])))


@cache
def _nations() -> frozenset[str]:
    """What an Arabic paper is called by behind its name: its country («الفرنسية»)."""
    stems = (s for rows in table("ar", "demonyms")["stems"].values() for s in rows)
    return frozenset(fold_key(f"{s}ة") for s in stems)


def _plain(word: str) -> str:
    return word[1:] if word[:1] in "لب" and word[1:] in _kinds() else word


@cache
def _kinds() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("ar", "attributions")["kinds"])


@cache
def _ends() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("ar", "attributions")["ends"])


@cache
def _links() -> frozenset[str]:
    return frozenset(fold_key(w) for w in "من عن إلى على في عبر ل لدى".split())


def _bared(words: Sequence[str]) -> set[str]:
    """The words, and those of Arabic without the conjunction joined to them."""
    return {*words, *(w[1:] for w in words if w[:1] in "وف" and len(w) > 3)}


@cache
def _index() -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """For each role the phrases as words, by their first, the longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {role: {} for role in _ROLES}
    for k in LANGUAGES:
        for role in _ROLES:
            for phrase in {tuple(fold_key(p).split()) for p in table(k, "attributions")[role]}:
                found[role].setdefault(phrase[0], []).append(phrase)
    return {
        role: {first: tuple(sorted(rows, key=lambda r: (-len(r), r))) for first, rows in of.items()}
        for role, of in found.items()
    }


@cache
def _first_words() -> frozenset[str]:
    """What a line must hold a word of to be looked at closely."""
    index = _index()
    return frozenset(w for role in ("comes", "copies", "complete", "disclaims", "third") for w in index[role])


def _phrases(words: Sequence[str], role: str, within: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Where phrases of a role stand in a line: first word, and the word behind the last; disjoint, from the left.

    What a line calls its text (``within``) may stand inside a phrase: «ورد إلينا هذا الخبر من …».
    """
    index, found, i = _index()[role], [], 0
    gaps = dict(within)
    while i < len(words):
        end = next((e for p in _rows(index, words[i]) if (e := _fits(words, i, p, gaps))), 0)
        if end:
            found.append((i, end))
        i = max(i + 1, end)
    return found


def _rows(index: dict[str, tuple[tuple[str, ...], ...]], word: str) -> tuple[tuple[str, ...], ...]:
    bare = word[1:] if word[:1] in ("و", "ف") and len(word) > 2 else ""
    return index.get(word, ()) + (index.get(bare, ()) if bare else ())


def _fits(words: Sequence[str], i: int, phrase: tuple[str, ...], gaps: dict[int, int]) -> int:
    """The word behind a phrase that stands at a word, 0 when it does not; «ل» at its end may be joined to the name."""
    at = i + 1
    for n, want in enumerate(phrase[1:], 2):
        at = at if at < len(words) and words[at].startswith(want) else gaps.get(at, at)
        if at >= len(words):
            return 0
        if want == "ل" and n == len(phrase) and words[at].startswith("ل"):
            return at + 1 if words[at] == "ل" else at
        if words[at] != want:
            return 0
        at += 1
    return at
