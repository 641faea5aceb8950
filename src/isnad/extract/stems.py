"""Words as far as they are the same in other forms: what a headline and its text share."""

from __future__ import annotations

import re
from functools import lru_cache

_ARTICLE = re.compile(r"^(?:[وفبك]?ال|[وف]?لل)(?=\w{3})")
"""The Arabic article with what is written onto it, which hides that «المناجم» and «مناجم» are one word."""
_ENDING = re.compile(r"(?<=\w{4})(?:هما?|هن|ها|نا|كم|ات|ون|ين|ان|ه)$")
"""The endings of the plural, of the feminine and of possession behind four letters: «أجورهم» and «الأجور»."""
_WORDS = re.compile(r"[^\W\d_]{4,}")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the first letters of a folded word without its Arabic article or its Latin plural."""
    return (word.removesuffix("s") if word[0] < "\u0600" else _ENDING.sub("", _ARTICLE.sub("", word)))[:5]


def stems(folded: str) -> frozenset[str]:
    """Return the stems of the words of four letters and more of a folded text."""
    return frozenset(map(stem, set(_WORDS.findall(folded))))
