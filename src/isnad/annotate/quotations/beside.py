"""The words printed beside a name as its bearer's role: before it, or in apposition behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from isnad.annotate.quotations.barewords import bare
from isnad.annotate.quotations.lexicon import Speech, speech
from isnad.annotate.quotations.words import Words
from isnad.languages import table
from isnad.model import Mention
from isnad.text import tokens

OF = frozenset({"de", "d'", "del", "du", "des", "of"})
"""Prepositions that join a body's name to what it is called ("la société *de* transport X")."""
_BEFORE, _AFTER = 10, 9
"""Tokens before and behind a name in which its role is looked for."""


def words_beside(m: Mention, words: Words | None, lexicon: Speech, is_name: Callable[[int], bool]) -> frozenset[str]:
    """Return the bare words beside a name; ``is_name`` tells where another person's begins."""
    found: set[str] = set()
    if m.role is not None:
        found |= {bare(t.text, lexicon) for t in tokens(m.role.text)}
    if words is None:
        return frozenset(found)
    k = words.at(m.start)
    commas = 0
    for n in range(k - 1, max(-1, k - 1 - _BEFORE), -1):
        t = words.tokens[n]
        gap = words.text[t.end : words.tokens[n + 1].start] if n + 1 < len(words.tokens) else ""
        if "\n" in gap or (t.text in '.;:!?؟؛«»"“”' and not (t.text == "." and len(words.keys[n - 1]) <= 3)):
            break
        if words.keys[n] in lexicon.relatives and n < k - 1 + (not lexicon.verb_first):
            break  # "the ruling, *of which X has a copy*"
        if m.kind == "organization" and words.keys[n] in lexicon.governors and words.keys[n] not in OF:
            break  # "*the ministry said on its* Facebook page": another body's words
        commas += t.text in ",،"
        if commas > (m.kind == "person") or is_name(t.start):
            break  # a body is called what it is right before its name
        found.add(bare(t.text, lexicon))
    if m.kind == "person":
        k = words.before(m.end)
        found -= _relatives_own(words, max(0, words.at(m.start) - _BEFORE), words.at(m.start), lexicon)
        if k < len(words.tokens) and words.keys[k] in (",", "،", "(") and not _another(words, k + 1, lexicon):
            behind: set[str] = set()
            closed = ""
            for n in range(k + 1, min(len(words.tokens), k + 1 + _AFTER)):
                if words.keys[n] in (",", "،", ")", ".", ";", ":"):
                    closed = words.keys[n]
                    break
                behind.add(bare(words.tokens[n].text, lexicon))
            if closed and closed in ".;:" and words.keys[words.at(m.start) - 1] in (",", "،"):
                behind = set()  # "the chairman, X, *rejected the report*.": the comma closes the name's own apposition
            found |= behind - _relatives_own(words, k + 1, min(len(words.tokens), k + 1 + _AFTER), lexicon)
    return frozenset(found)


def _relatives_own(words: Words, first: int, stop: int, lexicon: Speech) -> set[str]:
    """Return the words of whom a relative belongs to, which are none of the relative's own ("the *rector's* sister", « la sœur *de la rectrice* »)."""
    found: set[str] = set()
    kin = _kin(lexicon.language)
    for n in range(first, stop):
        if bare(words.tokens[n].text, lexicon) not in kin:
            continue
        if words.keys[n - 1] == "s":
            found |= {bare(t.text, lexicon) for t in words.tokens[max(0, n - _OWNER) : n - 1]}
        for k in range(n + 1, min(len(words.keys), n + _OWNER + 1)):
            if (
                (words.tokens[k].kind == "mark" and not words.glued(k))
                or words.keys[k] in (",", "،")
                or words.keys[k] in lexicon.ands
            ):
                break
            found.add(bare(words.tokens[k].text, lexicon))
    return found


_OWNER = 4
"""Tokens of the office, or the name, of whom a relative belongs to."""


@cache
def _kin(language: str) -> frozenset[str]:
    lexicon = speech(language)
    return frozenset(bare(w, lexicon) for w in table(language, "names")["kin"]) if lexicon else frozenset()


def _another(words: Words, k: int, lexicon: Speech) -> bool:
    """True of "and" behind a name and its comma: somebody else's role follows ("the judge, X, *and the envoy*, Y")."""
    word = words.keys[k] if k < len(words.keys) else ""
    joined = any(word.startswith(c) and word[len(c) :] in lexicon.speakers for c in lexicon.clitics)
    return word in lexicon.ands or (joined and word not in lexicon.speakers)
