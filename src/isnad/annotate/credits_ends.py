"""Where the printed name of a source ends: at a mark, after a quoted name, with the last capital."""

from __future__ import annotations

from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.words import Words


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
    if i + 1 < len(words.tokens) and words.tokens[i + 1].text[:1].islower():
        return end  # « diffusé par la télévision « *une* étape » »: words, no name
    for k in range(i + 1, min(i + 8, len(words.tokens))):
        if words.tokens[k].text in '»"”':
            after = k + 1 < len(words.tokens) and words.keys[k + 1] in known.foreign
            return words.tokens[k + after].end
    return end


_LONGEST_BARE = 3
"""Words of the longest name that follows a word for a medium without any mark."""


def bare_name(words: Words, i: int, lexicon: Speech, known: Sources) -> int:
    """Return how many words from ``i`` are the name of the medium named just before, in a script without capitals.

    «وكالة ليتورال», «صحيفة المدى»: what follows an indefinite noun is its name, unless it is an adjective («صحيفة محلية»),
    a particle or a verb; «الصحيفة» takes no name.
    """
    if not lexicon.verb_first or i >= len(words.tokens) or words.keys[i - 1].startswith("ال") or i < 1:
        return 0
    n = 0
    while n < _LONGEST_BARE and i + n < len(words.tokens):
        word, k = words.tokens[i + n], words.keys[i + n]
        if word.kind != "word" or len(k) < 3 or k in known.foreign or lexicon.ends.match(words.keys, i + n):
            break
        if (
            k in lexicon.governors
            or k in lexicon.relatives
            or lexicon.conjunctions.match(words.keys, i + n)
            or (k in lexicon.cues and (n or not word.text.endswith("ة")))  # «لوكالة *إفادة*»: a noun, no verb
        ):
            break
        if n == 0 and k.endswith("يه") and not k.startswith("ال"):
            break  # an adjective of the noun: «صحيفة محلية»
        n += 1
    return n


def longer_name(words: Words, first: int, last: int, lexicon: Speech, known: Sources) -> tuple[int, int]:
    """Return the first and last token of the whole name around a known agency's: "*Free* Oman News Agency" is another one.

    In a script without capitals an adjective that agrees follows it: «وكالة الأنباء العمانية *الحرة*».
    """
    if lexicon.verb_first:
        after = words.keys[last + 1] if last + 1 < len(words.keys) else ""
        agrees = after.startswith("ال") and after.endswith("ه") and words.keys[last].endswith("ه")
        return (first, last + 1) if agrees and after not in known.no_name else (first, last)
    while (
        first > 1
        and capital(words, first - 1)
        and words.tokens[first - 1].end + 1 >= words.tokens[first].start
        and words.keys[first - 1] not in lexicon.articles
        and words.tokens[first - 2].text not in _ENDS
    ):
        first -= 1
    return first, last


_ENDS = frozenset('.!?…:;"«»“”–—-')
"""Marks behind which any word has a capital."""


def passed_on_by(words: Words, i: int, known: Sources) -> bool:
    """True of a verb of passing on before a medium's name: «نقلته وكالة …»."""
    n = known.relays.match(words.keys, i)
    first = i + n + (words.keys[i + n : i + n + 1] in ([a] for a in _THE))
    return bool(n) and any(known.nouns[k].match(words.keys, first) for k in ("agency", "outlet", "press"))


_THE = ("el", "la", "los", "las", "l'", "le", "les", "the", "varios", "varias", "plusieurs", "several")


def no_text(words: Words, last: int, known: Sources) -> bool:
    """True when a document is a communiqué's text ("le texte du communiqué") or no text that says anything («مذكرة تفاهم»)."""
    after = words.keys[last + 1] if last + 1 < len(words.keys) else ""
    return after in known.no_document or any(
        known.nouns["communique"].match(words.keys, k) for k in range(last + 1, min(last + 4, len(words.keys)))
    )
