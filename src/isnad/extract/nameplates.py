"""What may be the name of a page's outlet: runs of words in its head and foot, each with the signs that speak for it and against it.

No sign is a name. A run may begin where its line or a piece of it does, behind a word of heads and feet ("Follow", "on", «عن») or at a capital, and end likewise. Signs
say where it stands, beside what, how often, whether an address spells it, whether a longer run holds it, and of what its words are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex
from msgspec import Struct

from isnad.extract.blocks import Block
from isnad.extract.chrome import phrases
from isnad.extract.datelines import all_dates
from isnad.extract.head import Head
from isnad.extract.hosts import labels_of
from isnad.extract.outlet_names import no_outlets
from isnad.extract.outlets import known_places
from isnad.extract.persons import agency, called, generic, jobs, of_press, person, press_words
from isnad.extract.sitenames import clean, section, sections
from isnad.languages import LANGUAGES, table
from isnad.languages.keeping import kept
from isnad.model.reading import PartKind
from isnad.text import fold, fold_key

ABOVE, BELOW = 24, 24
"""Lines above a text and below it in which its outlet's name is sought."""
LONGEST, WORDS = 200, 6
"""Characters of the longest line, and words of the longest name."""
_TOKEN = regex.compile(r"[\p{L}\p{N}\p{M}]+(?:['’.&+-][\p{L}\p{N}\p{M}]+)*['’]?|&")
_HARD = regex.compile(r"[|•·»›>©ⓒⒸ:;,،؛()\[\]«»\"“”…!?؟*☰]|\s/\s|\s[-–—]+\s|\.\s|\s{2,}|\t|\n|\.$")
_GLUED = regex.compile(r"(?:(?<=\s)|^)([لب])ـ\s?")
_WEB = regex.compile(r"https?://\S+|www\.\S+|\S+@\S+|@\w+")
_RIGHTS = regex.compile(r"[©ⓒⒸ]|\(c\)|copyright", regex.IGNORECASE)


class Plate(Struct):
    """A name that may be the outlet's: as printed, and the signs that hold for it."""

    name: str
    signs: set[str]


class _Run(Struct):
    """All places where one name stands."""

    printed: Counter[str]
    signs: set[str]
    lines: set[int]
    words: tuple[str, ...]


@kept
def words_for(concern: str) -> frozenset[str]:
    """Return the words of all languages for one concern of ``nameplates.toml``."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "nameplates")[concern])


@cache
def _entries() -> frozenset[str]:
    """The words that menus and buttons are made of."""
    return frozenset(sections() | phrases("notices") | phrases("entries") | phrases("related"))


def plates(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    head: Head,
    title: str | None,
    votes: Mapping[str, int],
) -> list[Plate]:
    """Return the names that may be the outlet's, with what speaks for each; ``votes`` are those of the formulas."""
    runs: dict[str, _Run] = {}
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    first, last = (own[0], own[-1]) if own else (len(blocks), len(blocks))
    at = next((i for i, k in enumerate(kinds) if k == "title"), first)
    titled = fold_key(title or "")
    chosen = [i for i in range(len(blocks)) if (i < first and (i < ABOVE or i > first - 8)) or i > last]
    chosen += [i for i in own if not blocks[i].prose and blocks[i].words <= WORDS + 3]
    chosen = [i for i in chosen if i <= last or i <= last + BELOW or i > len(blocks) - BELOW]
    seen = 0
    for i in chosen:
        b = blocks[i]
        if kinds[i] == "caption" or len(b.text) > LONGEST or b.prose:
            continue
        if kinds[i] == "related" and i > last and _RIGHTS.search(b.text) is None and not _speaks(b.text):
            continue
        zone = _zone(i, seen, at, first, last, len(blocks))
        seen += 1
        _take(runs, i, b.text, zone, kinds[i], titled)
    for n, window in enumerate(head.titles):
        if title is None or fold_key(window) != titled:
            _take(runs, -1 - n, window, "window", "chrome", titled)
    hosts = labels_of(blocks, kinds, head.url)
    _whole(runs, fold_key(text), titled, hosts, votes)
    return [Plate(r.printed.most_common(1)[0][0], r.signs) for r in runs.values()]


def _speaks(line: str) -> bool:
    """True for a short line that begins with a word about the outlet: "More from The Beacon"."""
    words = fold_key(line).split()
    return 1 < len(words) <= WORDS + 3 and words[0] in words_for("own")


def _zone(i: int, seen: int, at: int, first: int, last: int, length: int) -> str:
    """Where a line stands."""
    if first <= i <= last:
        return "inside"
    if i > last:
        return "end" if i == length - 1 else "behind" if i == last + 1 else "foot"
    if i == at:
        return "title"
    if i > at:
        return "beside"
    if i == at - 1 and seen:
        return "over"
    return "top" if seen == 0 else "second" if seen == 1 else "third" if seen < 4 else "above"


def _take(runs: dict[str, _Run], i: int, text: str, zone: str, kind: PartKind, titled: str) -> None:
    """Add the runs of one line."""
    line = _WEB.sub(" | ", _GLUED.sub(r"\1 ", text.replace("ـ", "") if "ـ" in text else text))
    dates = all_dates(text) if line == text else ()
    dated = bool(dates)
    for d in reversed(dates):
        line = f"{line[: d.start]} | {line[d.end :]}"
    pieces = [p for p in _pieces(line) if p[1]]
    if not pieces:
        return
    rights = _RIGHTS.search(text) is not None
    folded = [" ".join(p[2]) for p in pieces]
    has_title = len(titled) > 12 and any(len(f) > 12 and (f in titled or titled in f) for f in folded)
    has_section = any(section(p[0]) for p in pieces) if len(pieces) > 1 else False
    has_person = len(pieces) > 1 and any(called(p[0]) and person(p[0]) for p in pieces)
    for n, (_, words, keys, before, after) in enumerate(pieces):
        whole = len(pieces) == 1
        form = "alone" if whole else "opening" if n == 0 else "closing" if n == len(pieces) - 1 else "amid"
        for a, b in _spans(words, keys):
            name = " ".join(words[a:b])
            key = " ".join(keys[a:b])
            run = runs.get(key)
            if run is None:
                run = runs[key] = _Run(Counter(), set(), set(), tuple(keys[a:b]))
            run.printed[name] += 1
            run.lines.add(i)
            signs = run.signs
            full = b - a == len(words)
            signs.add(f"{zone} {form}" if full else f"{zone} part")
            signs.add(f"is {kind}")
            if full:
                signs.add(f"before {after}")
                signs.add(f"behind {before}")
                if n == 1 and len(pieces) == 2:
                    signs.add(f"{zone} second of two")
            if rights:
                signs.add("rights" if full else "rights part")
            if dated:
                signs.add(f"{zone} dated")
            if has_title:
                signs.add(f"{zone} with title")
            if has_section:
                signs.add(f"{zone} with section")
            if has_person:
                signs.add("with person")
            _cues(signs, keys, a, b)


def _cues(signs: set[str], keys: Sequence[str], a: int, b: int) -> None:
    """Add what the words around a run say."""
    small, own, strange = words_for("small"), words_for("own"), words_for("strange")
    for where, near, rest in (("left", keys[a - 1 : a], keys[:a]), ("right", keys[b : b + 1], keys[b:])):
        if not rest:
            continue
        edge = near[0]
        kind = "small" if edge in small else "own" if edge in own else "strange" if edge in strange else "entry" if edge in _entries() else "digit" if edge[0].isdigit() else "word"
        signs.add(f"{where} {kind}")
        if not own.isdisjoint(rest):
            signs.add(f"{where} of own")
        if not strange.isdisjoint(rest):
            signs.add(f"{where} of strange")


def _pieces(line: str) -> Iterator[tuple[str, list[str], list[str], str, str]]:
    """The pieces of a line, their words as printed and folded, and the mark before and behind."""
    at, before = 0, "edge"
    for m in [*_HARD.finditer(line), None]:
        end = m.start() if m is not None else len(line)
        mark = _mark(m.group()) if m is not None else "edge"
        piece = line[at:end].strip(" .-–—_~#+=")
        if piece:
            words = _TOKEN.findall(piece)
            yield piece, words, [fold_key(w) for w in words], before, mark
            before = mark
        elif mark != "gap":
            before = mark
        at = m.end() if m is not None else end


def _mark(mark: str) -> str:
    """The sort of a mark that parts pieces."""
    m = mark.strip()
    if not m:
        return "gap"
    if m in "|•·*☰":
        return "bar"
    if m in "»›>":
        return "arrow"
    if m in "©ⓒⒸ":
        return "rights"
    if m in "()[]":
        return "bracket"
    if m[0] in "-–—":
        return "dash"
    return {":": "colon", ",": "comma", "،": "comma", "/": "stroke", ".": "stop"}.get(m[0], "other")


def _spans(words: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The runs of a piece that may be names."""
    n = len(words)
    known = _all_known()
    starts = [a for a in range(n) if a == 0 or keys[a - 1] in known or keys[a - 1][0].isdigit() or (words[a][0].isupper() and not words[a - 1][0].isupper())]
    ends = {b for b in range(1, n + 1) if b == n or keys[b] in known or keys[b][0].isdigit() or (words[b][0].islower() and not words[b - 1][0].islower())}
    for a in starts:
        for b in range(a + 1, min(n, a + WORDS) + 1):
            if b in ends and not (keys[a][0].isdigit() and b == a + 1) and any(c.isalpha() for c in words[a]):
                yield a, b


@cache
def _all_known() -> frozenset[str]:
    return words_for("small") | words_for("own") | words_for("strange") | words_for("when") | _entries() | jobs()


def _whole(runs: dict[str, _Run], told: str, titled: str, hosts: frozenset[str], votes: Mapping[str, int]) -> None:
    """Add what is known of a name when all its places are."""
    best = max(votes.values(), default=0)
    padded, heading = f" {told} ", f" {titled} "
    by_words = sorted(runs.items(), key=lambda r: len(r[1].words))
    for key, run in runs.items():
        signs, words = run.signs, run.words
        n = len(run.lines)
        signs.add("one line" if n == 1 else "two lines" if n == 2 else "more lines")
        spaced = f" {key} "
        for other, longer in by_words:
            if len(longer.words) > len(words) and spaced in f" {other} ":
                signs.add("held by an equal" if longer.lines >= run.lines else "held by a rarer")
            elif len(longer.words) < len(words) and f" {other} " in spaced and longer.lines > run.lines:
                signs.add("holds a commoner")
        squashed = "".join(c for c in key if c.isalnum())
        bare = "".join(c for c in " ".join(words[1:]) if c.isalnum()) if len(words) > 1 else ""
        if squashed in hosts or bare in hosts:
            signs.add("spelt")
        elif hosts:
            signs.add("not spelt")
        vote = votes.get(key, 0)
        signs.add("votes none" if not vote else f"votes {min(vote, 7)}")
        if vote and vote == best:
            signs.add("votes best")
        said = padded.count(spaced) - n
        if said > 0:
            signs.add("told")
        if spaced in heading:
            signs.add("in title")
        _made_of(signs, run.printed.most_common(1)[0][0], words)


def _made_of(signs: set[str], name: str, keys: tuple[str, ...]) -> None:
    """Add what a name is made of."""
    small, own, strange, when = (words_for(c) for c in ("small", "own", "strange", "when"))
    words = name.split()
    signs.add(f"{min(len(keys), 5)} words")
    press = of_press(name)
    if press:
        signs.add("of press")
        if keys[0] in press_words():
            signs.add("press first")
        if len(keys) > 1 and keys[-1] in press_words():
            signs.add("press last")
        if len(keys) == 1:
            signs.add("press alone")
    for where, key in (("first", keys[0]), ("last", keys[-1])):
        if key in small:
            signs.add(f"{where} small")
        if key in own:
            signs.add(f"{where} own")
        if key in strange:
            signs.add(f"{where} strange")
        if key in when:
            signs.add(f"{where} when")
        if key in _entries():
            signs.add(f"{where} entry")
        if key[0].isdigit():
            signs.add(f"{where} digit")
    if all(k in _all_known() for k in keys):
        signs.add("all known")
    if any(k in strange for k in keys):
        signs.add("some strange")
    if keys[0] in _ARTICLES or keys[0].startswith(("l'", "ال")):
        signs.add("article")
    if clean(name) is None:
        signs.add("unclean")
    joined = " ".join(keys)
    if section(name) or joined in _entries():
        signs.add("section")
    if joined in no_outlets():
        signs.add("no outlet")
    if joined in known_places():
        signs.add("place")
    if agency(name):
        signs.add("agency")
    if called(name):
        signs.add("person" if person(name) else "called")
    if len(keys) > 1 and generic(name):
        signs.add("generic")
    if name.isupper() and len(name) > 5:
        signs.add("capitals")
    elif name.isupper():
        signs.add("letters")
    elif words[0][0].islower():
        signs.add("small start")
    elif sum(w[0].islower() for w in words) > 1:
        signs.add("small words")
    if any("." in w for w in words):
        signs.add("point")


_ARTICLES = frozenset("the le la les el los las".split())
