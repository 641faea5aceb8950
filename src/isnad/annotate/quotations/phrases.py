"""Phrases by their words' keys: tables that answer in one look whether one of them begins at a token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from isnad.text import fold_key, tokens

Opening = bool | frozenset[str]
"""Whether a phrase may begin with a word: never, with any word behind it, or with one of these behind it."""


class Openings(dict[str, Opening]):
    """An answer for each word, asked once: a language's press repeats its words."""

    def __init__(self, ask: Callable[[str], Opening]) -> None:
        self._ask = ask

    def __missing__(self, word: str) -> Opening:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[word] = answer = self._ask(word)
        return answer

    def places(self, keys: Sequence[str], first: int, stop: int) -> list[int]:
        """Return the tokens of a range at which a phrase may begin, by their word and the next."""
        ahead = [*keys[first + 1 : stop + 1], ""]
        return [
            i for i, k in enumerate(keys[first:stop], first) if (o := self[k]) and (o is True or ahead[i - first] in o)
        ]


MOST_REMEMBERED = 1 << 16
"""Words of which an answer is remembered."""


class Phrases(Struct, frozen=True):
    """Phrases by their first word, the longest first; ``by_two`` are those of several words by their first two, ``single`` those of one."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]
    by_two: dict[str, dict[str, tuple[tuple[str, ...], ...]]]
    single: frozenset[str]

    def match(self, keys: list[str], at: int) -> int:
        """Return how many tokens from ``at`` form a known phrase, the longest that fits, 0 when none."""
        if at >= len(keys):
            return 0
        first = keys[at]
        seconds = self.by_two.get(first)
        if seconds is not None and at + 1 < len(keys):
            for words in seconds.get(keys[at + 1], ()):
                n = len(words)
                if n == 2 or tuple(keys[at : at + n]) == words:
                    return n
        return 1 if first in self.single else 0

    def opening(self, first: str) -> Opening:
        """Return what stands behind a word where a phrase begins with it."""
        return first in self.single or frozenset(self.by_two.get(first, ()))

    def within(self, keys: list[str], first: int, stop: int) -> list[tuple[int, int]]:
        """Return where known phrases begin among some tokens, each with its length; nearly always nowhere, which is known at once."""
        if self.by_first.keys().isdisjoint(keys[first:stop]):
            return []
        found: list[tuple[int, int]] = []
        for k, (word, behind) in enumerate(
            zip(keys[first:stop], [*keys[first + 1 : stop + 1], ""], strict=False), first
        ):
            if word in self.single or behind in self.by_two.get(word, ()):
                n = self.match(keys, k)
                if n:
                    found.append((k, n))
        return found


_ARABIC = re.compile("[\u0600-\u06ff]")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Return the form under which a word is compared: Latin keeps its accents (déclare is not déclaré), Arabic is folded."""
    return fold_key(word) if _ARABIC.search(word) else word.casefold().replace("’", "'").replace("\u200c", "")


@lru_cache(maxsize=4096)
def split(phrase: str) -> tuple[str, ...]:
    """Return the keys of a phrase's tokens."""
    found: list[str] = []
    for word in phrase.split():
        # An elided word alone ("qu'", "d'") is one token only before a letter.
        elided = word.endswith(("'", "’"))
        keys = [key(t.text) for t in tokens(word + "a" if elided else word)]
        found += keys[:-1] if elided else keys
    return tuple(found)


def phrases(listed: Iterable[str]) -> Phrases:
    """Return the phrases as a table by first word."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for phrase in listed:
        words = split(phrase)
        if words:
            by_first.setdefault(words[0], set()).add(words)
    ordered = {w: tuple(sorted(ps, key=lambda p: (-len(p), p))) for w, ps in by_first.items()}
    by_two: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for first, words in ((w, p) for w, ps in ordered.items() for p in ps if len(p) > 1):
        seconds = by_two.setdefault(first, {})
        seconds[words[1]] = (*seconds.get(words[1], ()), words)
    return Phrases(ordered, by_two, frozenset(w for w, ps in ordered.items() if (w,) in ps))
