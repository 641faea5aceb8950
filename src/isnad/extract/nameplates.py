"""What may be the name of a page's outlet: runs of words in its head and foot, each with the signs that speak for it and against it.

No sign is a name. A run may begin where its line or a piece of it does, behind a word of heads and feet ("Follow", "on", «عن») or at a capital, and end likewise. Signs
say where it stands, beside what, how often, whether an address spells it, whether a longer run holds it, and of what its words are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import nlargest

import regex
from msgspec import Struct

from isnad.extract.blocks import Block
from isnad.extract.datelines import all_dates
from isnad.extract.head import Head
from isnad.extract.hosts import labels_of
from isnad.extract.looks import folded
from isnad.extract.persons import called, person
from isnad.extract.plate_words import all_known, entries, made_of, words_for
from isnad.extract.sitenames import section
from isnad.model.reading import PartKind
from isnad.text import fold_key

ABOVE, BELOW = 16, 16
"""Lines above a text and below it in which its outlet's name is sought."""
LONGEST, WORDS = 200, 6
"""Characters of the longest line, and words of the longest name."""
MOST = 10
"""Names of which is asked of what words they are made."""
LONG = 8
"""Words of a piece from which it is more likely a headline or a sentence than a name with what leads to it."""
_TOKEN = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.&+-][\p{L}\p{N}\p{M}]+)*['’]?|&")
_HARD = regex.compile(r"[|•·»›>©ⓒⒸ:;,،؛()\[\]«»\"“”…!?؟*☰]|\s/\s|\s[-–—]+\s|\.\s|\s{2,}|\t|\n|\.$")
_WEB = regex.compile(r"https?://\S+|www\.\S+|\S+@\S+|@\w+")
_RIGHTS = regex.compile(r"[©ⓒⒸ]|\(c\)|copyright", regex.IGNORECASE)


class Plate(Struct):
    """A name that may be the outlet's: as printed, and the signs that hold for it."""

    name: str
    signs: set[str]


class _Run(Struct):
    """All places where one name stands."""

    printed: dict[str, int]
    signs: set[str]
    lines: set[int]
    words: tuple[str, ...]


def plates(
    text: str,
    blocks: Sequence[Block],
    kinds: Sequence[PartKind],
    head: Head,
    title: str | None,
    votes: Mapping[str, int],
    scores: Sequence[Callable[[set[str]], float]] = (),
) -> list[Plate]:
    """Return the names that may be the outlet's, with what speaks for each; ``votes`` are those of the formulas.

    Of what words a name is made is asked of all, or of those only that do best by one of the ``scores`` without it.
    """
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
        if len(b.text) > LONGEST or b.prose:
            continue
        if (kinds[i] == "caption" or (kinds[i] == "related" and i > last and _RIGHTS.search(b.text) is None)) and not (
            i > last and _speaks(b.text)
        ):
            continue
        zone = _zone(i, seen, at, first, last, len(blocks))
        seen += 1
        _take(runs, i, b.text, zone, kinds[i], titled)
    for n, window in enumerate(head.titles):
        if title is None or fold_key(window) != titled:
            _take(runs, -1 - n, window, "window", "chrome", titled)
    hosts = labels_of(blocks, kinds, head.url)
    _whole(runs, titled, hosts, votes)
    kept = list(runs.items())
    if scores and len(kept) > MOST:
        best: set[int] = set()
        for score in scores:
            ranked = [score(r.signs) for _, r in kept]
            best.update(nlargest(MOST, range(len(kept)), key=ranked.__getitem__))
        kept = [kept[i] for i in sorted(best)]
    told = f" {' '.join(folded(blocks[i].text) for i in own)} "
    found = [Plate(max(r.printed, key=r.printed.__getitem__), r.signs) for _, r in kept]
    for plate, (key, run) in zip(found, kept, strict=True):
        plate.signs.update(made_of(plate.name, run.words))
        if f" {key} " in told:
            plate.signs.add("told")
    return found


def page_signs(blocks: Sequence[Block], kinds: Sequence[PartKind]) -> list[str]:
    """Return what the lines outside the text say of the page as a whole: that it hands on texts, that it is a board's."""
    own = [i for i, k in enumerate(kinds) if k in ("body", "lead")]
    first, last = (own[0], own[-1]) if own else (len(blocks), len(blocks))
    counted = Counter[str]()
    for i, b in enumerate(blocks):
        if (kinds[i] in ("body", "lead") and b.words > WORDS + 3) or not (i <= first or last <= i <= last + FOOT):
            continue
        if b.words > LONGEST_TOLD:
            continue
        told = {w.strip(".,:;()") for w in folded(b.text).split()}
        for concern in ("handing", "boards"):
            counted[concern] += min(2, len(words_for(concern) & told))
    return [f"{c} {min(counted[c], 4)}" for c in ("handing", "boards")]


FOOT, LONGEST_TOLD = 6, 24
"""Lines behind a text, and words of the longest line, that say what a page is."""


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
    line = text.replace("ـ", "") if "ـ" in text else text
    if "@" in line or "://" in line or "www." in line:
        line = _WEB.sub(" | ", line)
    dates = all_dates(text) if line == text else ()
    for d in reversed(dates):
        line = f"{line[: d.start]} | {line[d.end :]}"
    pieces = [p for p in _pieces(line) if p[1]]
    if not pieces:
        return
    beside = _line_signs(text, zone, kind, pieces, titled)
    if dates:
        beside.append(f"{zone} dated")
    rights = _rights(text)
    for n, (_, words, keys, before, after) in enumerate(pieces):
        form = "alone" if len(pieces) == 1 else "opening" if n == 0 else "closing" if n == len(pieces) - 1 else "amid"
        near = [*beside, "in a long piece"] if len(words) > LONG else beside
        whole = [f"{zone} {form}", f"before {after}", f"behind {before}", *(("rights",) if rights else ())]
        if n == 1 and len(pieces) == 2:
            whole.append(f"{zone} second of two")
        part = [f"{zone} part", *(("rights part",) if rights else ())]
        left, right = _cues(keys)
        names, folded_names = _Slices(words), _Slices(keys)
        for a, b in _spans(words, keys):
            key = folded_names.of(a, b)
            run = runs.get(key)
            if run is None:
                run = runs[key] = _Run({}, set(), set(), tuple(keys[a:b]))
            name = names.of(a, b)
            run.printed[name] = run.printed.get(name, 0) + 1
            run.lines.add(i)
            run.signs.update(near, whole if b - a == len(words) else part, left[a], right[b])


def _line_signs(
    text: str, zone: str, kind: PartKind, pieces: Sequence[tuple[str, list[str], list[str], str, str]], titled: str
) -> list[str]:
    """What holds for all runs of a line."""
    signs = [f"is {kind}"]
    if len(titled) > 12 and any(len(f) > 12 and (f in titled or titled in f) for f in (" ".join(p[2]) for p in pieces)):
        signs.append(f"{zone} with title")
    if len(pieces) > 1:
        if any(section(p[0]) for p in pieces):
            signs.append(f"{zone} with section")
        if any(called(p[0]) and person(p[0]) for p in pieces):
            signs.append("with person")
    told = {k for p in pieces for k in p[2]}
    if not told.isdisjoint(words_for("handing")):
        signs.append("line hands on" if zone != "beside" else "line beside hands on")
    if not told.isdisjoint(words_for("boards")):
        signs.append("line of boards")
    return signs


def _rights(text: str) -> bool:
    """True for a line that says whose the rights are."""
    low = text.lower()
    return "©" in low or "copyright" in low or "(c)" in low or "ⓒ" in low


class _Slices:
    """Words in a row, of which any stretch is had as one string."""

    def __init__(self, words: Sequence[str]) -> None:
        self._whole = " ".join(words)
        self._starts = [0]
        for w in words:
            self._starts.append(self._starts[-1] + len(w) + 1)

    def of(self, a: int, b: int) -> str:
        return self._whole[self._starts[a] : self._starts[b] - 1]


def _cues(keys: Sequence[str]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """What the words before each place of a piece say of a run that begins there, and those behind it of one that ends there."""
    handing = words_for("handing")
    concerns = [(c, [i for i, k in enumerate(keys) if k in words_for(c)]) for c in ("own", "strange", "handing")]
    concerns = [(c, at) for c, at in concerns if at]
    edges = [(_edge(k), k in handing) for k in keys]
    left: list[tuple[str, ...]] = [()]
    for a, (kind, hands) in enumerate(edges, 1):
        of = (f"left of {c}" for c, at in concerns if at[0] < a)
        left.append((f"left {kind}", *of, *(("left handing",) if hands else ())))
    right: list[tuple[str, ...]] = []
    for b, (kind, hands) in enumerate(edges):
        of = (f"right of {c}" for c, at in concerns if at[-1] >= b)
        right.append((f"right {kind}", *of, *(("right handing",) if hands else ())))
    return left, [*right, ()]


def _edge(key: str) -> str:
    """The sort of a word beside a run."""
    for concern in ("small", "own", "strange"):
        if key in words_for(concern):
            return concern
    return "entry" if key in entries() else "digit" if key[0].isdigit() else "word"


def _pieces(line: str) -> Iterator[tuple[str, list[str], list[str], str, str]]:
    """The pieces of a line, their words as printed and folded, and the mark before and behind."""
    at, before = 0, "edge"
    for m in [*_HARD.finditer(line), None]:
        end = m.start() if m is not None else len(line)
        mark = _mark(m.group()) if m is not None else "edge"
        piece = line[at:end].strip(" .-–—_~#+=")
        if piece:
            words = _TOKEN.findall(piece)
            keys = fold_key(" ".join(words)).split(" ") if words else []
            if len(keys) != len(words) or not all(keys):
                words = [w for w in words if fold_key(w)]
                keys = [fold_key(w) for w in words]
            yield piece, words, keys, before, mark
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
    known = all_known()
    bounds = [k in known or k[0].isdigit() for k in keys]
    upper = [w[0].isupper() for w in words]
    lower = [w[0].islower() for w in words]
    starts = [a for a in range(n) if a == 0 or bounds[a - 1] or (upper[a] and not upper[a - 1])]
    ends = [b for b in range(1, n + 1) if b == n or bounds[b] or (lower[b] and not lower[b - 1])]
    for a in starts:
        if not any(c.isalpha() for c in words[a]):
            continue
        for b in ends:
            if a < b <= a + WORDS and not (keys[a][0].isdigit() and b == a + 1):
                yield a, b


def _whole(runs: dict[str, _Run], titled: str, hosts: frozenset[str], votes: Mapping[str, int]) -> None:
    """Add what is known of a name when all its places are."""
    best = max(votes.values(), default=0)
    heading = f" {titled} "
    for run in runs.values():
        if len(run.words) == 1:
            continue
        for inner in _inner(run.words):
            shorter = runs.get(inner)
            if shorter is not None:
                shorter.signs.add("held by an equal" if run.lines >= shorter.lines else "held by a rarer")
                if shorter.lines > run.lines:
                    run.signs.add("holds a commoner")
    for key, run in runs.items():
        signs, words = run.signs, run.words
        n = len(run.lines)
        signs.add("one line" if n == 1 else "two lines" if n == 2 else "more lines")
        spaced = f" {key} "
        if hosts:
            bare = _squashed(words[1:])
            signs.add("spelt" if bare in hosts or _squashed(words[:1]) + bare in hosts else "not spelt")
        vote = votes.get(key, 0)
        signs.add("votes none" if not vote else f"votes {min(vote, 7)}")
        if vote and vote == best:
            signs.add("votes best")
        if spaced in heading:
            signs.add("in title")


def _squashed(words: Sequence[str]) -> str:
    """Words without what joins them or stands amid them."""
    whole = "".join(words)
    return whole if whole.isalnum() else "".join([c for c in whole if c.isalnum()])


def _inner(words: tuple[str, ...]) -> Iterator[str]:
    """The shorter runs in a run."""
    n = len(words)
    slices = _Slices(words)
    for size in range(1, n):
        for a in range(n - size + 1):
            yield slices.of(a, a + size)
