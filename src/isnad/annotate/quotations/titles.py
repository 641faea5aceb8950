"""Marked words that are a title, a name or a term: what the word before them announces, or what they look like."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.annotate.quotations.cues import Words
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.marks import Marked
from isnad.annotate.quotations.nounphrases import Mentions


def is_title(words: Words, m: Marked, lexicon: Speech, mentions: Mentions) -> bool:
    """True when the word before the marks announces a title, a name or a term, or when they hold a name and no more."""
    i = words.at(m.outer.start) - 1
    if i < 0 or words.keys[i] in ":,،":
        return False
    named = mentions.covering(m.inner.start)
    if named is not None and mentions.mentions[named].end >= m.inner.end - 1:
        return True
    if words.count(m.inner) > 12:
        return False
    if _named_like(words, m) and words.tokens[i].end >= words.tokens[i].start and words.keys[i] not in (".", "!", "?"):
        return True
    for width in (1, 2, 3):
        k = i - width + 1
        if k >= 0 and lexicon.titles.match(words.keys, k) == width:
            return True
        if k >= 0 and lexicon.clitics and width == 1:
            if any((stem,) in lexicon.titles.by_first.get(stem, ()) for stem in _stems(words.keys[k], lexicon)):
                return True
    return False


def _stems(word: str, lexicon: Speech) -> Iterator[str]:
    """Yield the word without joined particles before it and without a possessive behind it («لقبه»، «بمركز»، «وكتابها»)."""
    heads = [word]
    for clitic in (*lexicon.clitics, *lexicon.preposition_clitics, *lexicon.joined_articles):
        heads += [h[len(clitic) :] for h in list(heads) if h.startswith(clitic) and len(h) > len(clitic) + 2]
    for head in heads:
        yield head
        for tail in lexicon.possessives:
            if head.endswith(tail) and len(head) > len(tail) + 2:
                yield head[: -len(tail)]
                yield head[: -len(tail)].removesuffix("ت") + "ه"


def _named_like(words: Words, m: Marked) -> bool:
    """True when every word is written like a name's ("Designated Survivor"): a work or a name, not speech."""
    i, j = words.at(m.inner.start), words.at(m.inner.end)
    inner = [t for t in words.tokens[i:j] if t.kind == "word"]
    if not inner or len(inner) > 9 or words.text[m.inner.end - 1] in ".!?…":
        return False
    long = [t for t in inner if len(t.text) > 3 or t is inner[0] or t is inner[-1]]
    return all(t.text[0].isupper() for t in long) and inner[0].text[0].isupper()
