"""Where the printed name of a source ends: at a mark, after a quoted name, with the last capital."""

from __future__ import annotations

from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.quotations.cues import Words
from isnad.annotate.quotations.lexicon import Speech


def phrase_end(words: Words, i: int, lexicon: Speech) -> int:
    """Return where an unnamed owner's phrase ends: at the next mark, bound or seven words on."""
    end = words.tokens[min(i, len(words.tokens) - 1)].end
    for k in range(i, min(i + 7, len(words.tokens))):
        if words.tokens[k].kind == "mark" or (
            k > i and (lexicon.ends.match(words.keys, k) or lexicon.conjunctions.match(words.keys, k))
        ):
            break
        end = words.tokens[k].end
    return end


def capital(words: Words, i: int) -> bool:
    """True when the token is a word with a capital."""
    return words.tokens[i].kind == "word" and words.tokens[i].text[0].isupper()


def quoted_name(words: Words, i: int, end: int, known: Sources) -> int:
    """Include a short name in quotation marks, and whose it is (le site « Le Desk », «صحيفة «دياريو» الإسبانية»)."""
    for k in range(i + 1, min(i + 8, len(words.tokens))):
        if words.tokens[k].text in '»"”':
            after = k + 1 < len(words.tokens) and words.keys[k + 1] in known.foreign
            return words.tokens[k + after].end
    return end
