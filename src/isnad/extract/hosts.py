"""The outlet whose printed name is, letter for letter, the host of an address on its page: "ecoducap.example", "L'Éco du Cap"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import regex

from isnad.extract.blocks import Block
from isnad.extract.looks import folded
from isnad.extract.persons import called, of_press, person
from isnad.extract.phrases import starts_with
from isnad.extract.sitenames import maker, section
from isnad.extract.tails import RELEASED, released
from isnad.languages import LANGUAGES, table
from isnad.model.reading import PartKind
from isnad.text import fold, fold_key, script_of

SHORTEST, SHORTEST_PATH = 5, 8
"""Letters of the shortest host, and of the shortest name behind a host's stroke ("t.example/ecoducap"), that a printed name may spell."""
MOST = 6
"""Words of the longest name that is sought."""
_ADDRESS = regex.compile(
    r"(?P<before>(?:https?://|@)|(?<![\p{L}\p{N}@./_-]))(?P<host>(?:[\p{L}\p{N}-]+\.)+\p{L}{2,10})(?P<path>/[\p{L}\p{N}_]+(?![\p{L}\p{N}_./-]))?"
)
_MAY_ADDRESS = re.compile(r"\.[^\W\d_]|@\w")
"""What every address has, and hardly another line."""
_HANDLE = regex.compile(r"(?<![\p{L}\p{N}._/])@(?P<name>\w{5,30})(?![\w.])")
_BOX = regex.compile(r"[\p{L}\p{N}_.-]+$")
_WORD = regex.compile(r"[\p{L}\p{N}\p{M}'’&-]+")
_LETTERS = regex.compile(r"[\p{L}\p{N}]+")
_ARTICLES = ("the", "le", "la", "les", "l", "el", "los", "las", "al")
_JOINTS = frozenset("de du des del d of".split())
_LEVELS = frozenset("com co org net info gov gob gouv edu ac press news".split())
"""What stands between a name and its country in hosts: "ecoducap.com.pe"."""


def addressed(blocks: Sequence[Block], kinds: Sequence[PartKind], url: str | None) -> str | None:
    """Return the name printed on a page that an address in its chrome spells; ``None`` where none does, or several do."""
    if any(released(b.text) for b in blocks[:RELEASED]):
        return None  # the address is the sender's of a communiqué, which has no outlet
    labels = labels_of(blocks, kinds, url)
    if not labels:
        return None
    outside: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for i, near in _lines_spelling(blocks, labels):
        b, k = blocks[i], kinds[i]
        if k == "title" or maker(b.text):
            continue
        for name in _spelt(b.text, near):
            if k not in ("body", "lead", "caption", "related"):
                outside[name] += 1
            elif len(name.split()) > 1 and script_of(name) == "Latin":
                inside[name] += 1
    found = {n: c for n, c in (outside or inside).items() if not (called(n) and person(n) and not of_press(n))}
    forms = {_squash(n, bare=True) for n in found}
    return max(found, key=lambda n: found[n]) if len(forms) == 1 else None


def _lines_spelling(blocks: Sequence[Block], labels: frozenset[str]) -> Iterator[tuple[int, frozenset[str]]]:
    """The lines whose letters and figures hold some of the names, wherever their words part, with those names."""
    page = "\n".join([folded(b.text) for b in blocks])
    for mark in {c for c in set(page) if not c.isalnum() and c != "\n"}:
        page = page.replace(mark, "")
    held = [name for name in labels if name in page]
    for i, line in enumerate(page.split("\n") if held else ()):
        near = [name for name in held if name in line]
        if near:
            yield i, frozenset(near)


def labels_of(blocks: Sequence[Block], kinds: Sequence[PartKind], url: str | None) -> frozenset[str]:
    """Return the names that the addresses in a page's chrome have, without what joins their words."""
    labels = {k for u in ([url] if url else []) for k in _labels(u)}
    for b, k in zip(blocks, kinds, strict=True):
        if k in ("body", "lead", "title", "caption", "related", "byline"):
            continue
        found = [*_labels(b.text)]
        if found and not (maker(b.text) or starts_with(b.text, "source")):
            labels.update(found)
    return frozenset(labels)


def _labels(line: str) -> Iterator[str]:
    """The names that the addresses in a line have, without what joins their words."""
    if ("." not in line and "@" not in line) or _MAY_ADDRESS.search(line) is None:
        return
    for m in _ADDRESS.finditer(line):
        host = m["host"]
        if m["before"] == "@" and len(box := _squash(_box(line[: m.start()]))) >= SHORTEST_PATH:
            yield box
        if not m["before"] and host != host.casefold():
            continue  # the point between two sentences
        *levels, _ = host.casefold().split(".")
        while len(levels) > 1 and (levels[-1] in _LEVELS or len(levels[-1]) < 3):
            levels.pop()
        label = _squash(levels[-1])
        if len(label) >= SHORTEST and label not in _platforms():
            yield label
        if m["path"] and len(path := _squash(m["path"])) >= SHORTEST_PATH and m["before"] != "@":
            yield path
    for m in _HANDLE.finditer(line):
        if len(name := _squash(m["name"])) >= SHORTEST_PATH:
            yield name


def _box(before: str) -> str:
    """The name before the sign of an address of mail."""
    found = _BOX.search(before)
    return found.group() if found is not None else ""


def _spelt(line: str, labels: frozenset[str]) -> Iterator[str]:
    """The runs of words in a line that spell one of the names, as printed."""
    opening = {k[:n] for k in labels for n in range(4)}
    words = [m for m in _WORD.finditer(line) if _alone(line, m.start(), m.end())]
    for i, m in enumerate(words):
        if not (m.group()[0].isupper() or m.group()[0].isdigit() or script_of(m.group()) == "Arabic"):
            continue
        if _squash(m.group(), bare=True)[:3] not in opening:
            continue
        for j in range(i, min(len(words), i + MOST)):
            if j > i and line[words[j - 1].end() : words[j].start()].strip(" .'’"):
                break
            name = line[m.start() : words[j].end()]
            if (_squash(name) in labels or _squash(name, bare=True) in labels) and not section(name):
                if (whole := _whole(line, m.start(), words[j].end())) is not None:
                    yield whole
                break


def _whole(line: str, start: int, end: int) -> str | None:
    """The run with the article before it, when no name goes on at either end: "Sahel Minerals" of "Sahel Minerals Letter" is no outlet."""
    name = line[start:end]
    before, after = _LAST.search(line[:start]), _NEXT.match(line[end:])
    if script_of(name) == "Arabic":
        return name if before is None and after is None else None
    if after is not None and (after["word"][0].isupper() or after["word"][0].isdigit()):
        return None
    if before is not None and fold_key(before["word"]).strip("'’") in _JOINTS:
        outer = _LAST.search(line[: before.start("word")])
        return None if outer is not None and outer["word"][0].isupper() else name  # "Cuaderno de Monte" is not "Monte"
    if before is not None and (before["word"][0].isupper() or before["word"][0].isdigit()):
        whole = line[before.start("word") : end]
        outer = _LAST.search(line[: before.start("word")])
        article = fold_key(before["word"]).strip("'’") in _ARTICLES
        return whole if article and not (outer and outer["word"][0].isupper()) else None
    return name


_LAST = regex.compile(r"(?P<word>[\p{L}\p{N}][\p{L}\p{N}\p{M}&-]*['’]?)\s?$")
_NEXT = regex.compile(r"\s(?:(?:de|du|del|des|of|d['’])\s?)?(?P<word>[\p{L}\p{N}][\p{L}\p{N}\p{M}'’&-]*)")


def _alone(line: str, start: int, end: int) -> bool:
    """True for a word that is no part of an address."""
    before, after = line[start - 1 : start], line[end : end + 2]
    return (
        before not in tuple("@/._") and after[:1] not in tuple("@/_") and not (after[:1] == "." and after[1:].isalnum())
    )


@lru_cache(maxsize=8192)
def _squash(name: str, *, bare: bool = False) -> str:
    """A name's letters and figures, folded; ``bare`` of the article that opens it."""
    words = _LETTERS.findall(fold_key(name))
    if bare and len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return "".join(words)


@cache
def _platforms() -> frozenset[str]:
    """The networks and shops on which outlets have a page, by their hosts' names."""
    said = (w for k in LANGUAGES for w in table(k, "chrome")["channels"])
    return frozenset(_squash(w) for w in said) | _SERVICES


_SERVICES = frozenset(
    "google gmail hotmail yahoo outlook linkedin pinterest reddit wordpress blogspot blogger medium substack apple amazon".split()
)
"""Services of mail and of pages whose name in an address is nobody's outlet."""


_CALLED = regex.compile(r"(?P<name>[\p{L}\p{N}-]{5,30})\.\p{L}{2,10}(?:\.\p{L}{2})?")
"""A name that is an address: "ECHO-DU-LAC.INFO"."""


def printed_name(name: str, text: str) -> str:
    """Return an outlet called by its address as its page spells it elsewhere: "ECHO-DU-LAC.INFO", "Bamako (Echo du Lac)"."""
    found = _CALLED.fullmatch(name)
    letters = [c for c in fold_key(found["name"]) if c.isalnum()] if found else []
    if found is None or len(letters) < LEAST_SPELT:
        return name
    folded = fold(text)
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}@/.-]){'[ .-]?'.join(letters)}(?![\p{{L}}\p{{N}}-]|\.\p{{L}})")
    for m in pattern.finditer(folded.text):
        span = folded.source(m.start(), m.end())
        printed = text[span.start : span.end].strip()
        if printed[:1].isupper():
            return printed
    return name


LEAST_SPELT = 6
"""Letters from which a name that is an address is sought in the text."""
