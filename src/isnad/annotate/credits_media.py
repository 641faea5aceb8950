"""Media named without a word for media, the page's own name, and agencies that are no news agencies."""

from __future__ import annotations

from isnad.annotate.credits_ends import capital
from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.credits_own import is_own
from isnad.annotate.quotations.cues import Cue
from isnad.annotate.quotations.lexicon import Speech
from isnad.annotate.quotations.words import Words
from isnad.languages.meanings import concepts
from isnad.model import Reading, Span
from isnad.text import fold_key

OF = frozenset({"de", "du", "des", "d'", "d", "del", "for", "of", "para", "pour"})
_AT = frozenset({"au", "du", "al", "del", "the"})
PLAIN = frozenset({"agency", "press", "national", "international", "state", "media", "information"})
"""What a news agency's name may mean beside its proper words."""


def no_news_agency(words: Words, first: int, name: Span, known: Sources) -> bool:
    """True when an agency's name says that it does something else than news: "l'agence de l'eau", «وكالة الطاقة الذرية»."""
    named = words.at(words.tokens[first].end)
    if named < len(words.tokens) and words.tokens[first].text.islower() and capital(words, named):
        return False  # "la agencia Costa Sur": a proper name, where bodies are agencies *of* something
    before = words.tokens[first - 1].start if known.owner_first and first else name.start
    meant = concepts(words.text[min(before, name.start) : name.end])[0]
    if "press" in meant:
        return False
    after = words.before(name.end)
    # "agence *de* l'eau": what news agencies are "of" stands inside their word ("agence de presse").
    return bool(meant - PLAIN) or (after == first + 1 < len(words.keys) and words.keys[after] in OF)


def of_the_page(reading: Reading, words: Words, at: Span, name: Span, sort: str, known: Sources) -> bool:
    """True when the source named is the page's own publisher ("told the Ledger", "a este diario", "our report of 16 March").

    ``at`` are the first and last token of the word for a source.
    """
    noun = fold_key(words.text[name.start : name.end])
    if (
        sort in ("outlet", "agency")
        and noun in fold_key(reading.article.publisher or "").split()
        and capital(words, at.start)
    ):
        return True  # "told the Journal", on a page of the Trade Journal
    if sort in ("document", "work") and seen(reading, words, name, known):
        return sort == "work" or not _inside(words, at.start, known)  # "X says in a letter seen by us": by the letter
    ours = at.start > 0 and words.keys[at.start - 1] in known.ours
    if ours and sort in ("outlet", "press", "document", "social") and words.before(name.end) - 1 <= at.end:
        return True
    return sort in ("outlet", "agency") and is_own(words.text[name.start : name.end], reading.article.publisher)


def gives(words: Words, name: Span, known: Sources) -> bool:
    """True when a text is said to give a number: "the group's own *statement put* the price at 38 million"."""
    after = words.before(name.end)
    return after < len(words.keys) and words.keys[after] in known.gives


def takes_up(words: Words, first: int, name: Span, lexicon: Speech, known: Sources) -> bool:
    """True of a definite word for a medium and nothing else: "the newspaper", "au journal", «الجريدة»."""
    if words.before(name.end) != first + 1:
        return False
    k = words.keys[first]
    named = words.keys[first + 1 : first + 2]
    if lexicon.verb_first and named and named[0].startswith("ال") and named[0] not in lexicon.skip:
        return False  # «الإذاعة الوطنية», «للتلفزيون الرسمي»: named by what it is
    if k.endswith(("s", "ات")) or known.names.match(words.keys, first):
        return False  # "the agencies": many, and none that was named; "l'AFP" is named
    return k.startswith(("ال", "لل")) or (first > 0 and words.keys[first - 1] in (lexicon.definite | _AT))


def told_before(cue: Cue, back: int, sort: str) -> bool:
    """True when the word right before a medium is a verb of saying: its subject follows ("…, a révélé mardi le quotidien X")."""
    return (
        cue.last == back
        and cue.form == "finite"
        and sort in ("outlet", "agency")
        and cue.entry.sort in ("say", "confirm")
    )


def is_told(words: Words, cue: Cue, to: int, last: int, lexicon: Speech) -> bool:
    """True when a verb of saying governs the word "to" at a token: its subject may stand between, another clause may not.

    ``last`` is the token before the medium, where "to" is written with it («قال المدير *لصحيفة* …»).
    """
    if cue.form not in ("finite", "participle"):
        return False
    if 0 < to - cue.last <= _NEAR or cue.last == last:
        return True
    if not 0 < to - cue.last <= _HEARER or not cue.may("say", "confirm", "doubt", "deny", "manner"):
        return False
    between = range(cue.last + 1, to)
    return not any(
        words.keys[k] in _CLAUSE or lexicon.conjunctions.match(words.keys, k) or words.keys[k] in lexicon.relatives
        for k in between
    )


_NEAR = 3
_HEARER = 12
"""Tokens behind a verb of saying within which stands who was told: at once, or behind its subject."""
_CLAUSE = frozenset('.;:؛«»“”"')


def published(words: Words, after: int, sort: str, known: Sources) -> bool:
    """True when a medium has published something: "what a Spanish newspaper had published"."""
    return sort in ("outlet", "press") and any(
        known.issues.match(words.keys, k) for k in range(after, min(after + 3, len(words.keys)))
    )


def _inside(words: Words, first: int, known: Sources) -> bool:
    """True of a text *in* which somebody else says something, articles between."""
    return any(words.keys[k] in known.inside for k in range(max(0, first - 2), first)) and (
        words.keys[first - 1] in known.inside or len(words.keys[first - 1]) <= _ARTICLE
    )


_ARTICLE = 3
"""Letters of the longest article or possessive before a text."""
_NEXT = 12
"""Words after a document within which the page says that it saw it itself."""


def seen(reading: Reading, words: Words, name: Span, known: Sources) -> bool:
    """True of texts the page saw or got itself: "documentos a los que ha tenido acceso este diario", "documents seen by the Sentinel"."""
    after = words.before(name.end)
    for k in range(after, min(after + _NEXT, len(words.keys))):
        medium = k + 1 < len(words.keys) and any(known.nouns[s].match(words.keys, k + 1) for s in ("outlet", "press"))
        if words.keys[k] in _WE or (words.keys[k] in known.ours and medium) or words.keys[k] in ".;":
            return words.keys[k] not in ".;"
        if is_own(words.tokens[k].text, reading.article.publisher):
            return True
    return False


_WE = frozenset({"nous", "we", "us", "hemos"})


def relays(words: Words, at: int, width: int, lexicon: Speech, known: Sources) -> bool:
    """True when a word of relaying of that many tokens stands there, a joined و taken off."""
    if known.relays.match(words.keys, at) == width:
        return True
    bare = next((words.keys[at][len(c) :] for c in lexicon.clitics if words.keys[at].startswith(c)), None)
    return bare is not None and known.relays.match([bare, *words.keys[at + 1 : at + width]], 0) == width


def relays_apart(words: Words, last: int, floor: int, lexicon: Speech, known: Sources) -> bool:
    """True when words of passing on end at a token whose two parts a time parts: « interrogée *hier soir* par », "asked *on Monday* by"."""
    if words.keys[last] not in known.relays_by or last - 2 < floor:
        return False
    dated = False
    for k in range(last - 1, max(floor, last - 1 - _TIME) - 1, -1):
        if dated and words.keys[k] in known.relays_by[words.keys[last]]:
            return True
        small = words.keys[k] in lexicon.governors or words.keys[k] in lexicon.articles
        if not (words.keys[k] in lexicon.skip or words.tokens[k].kind == "number" or small):
            return False
        dated = dated or words.keys[k] in lexicon.skip
    return False


_TIME = 5
"""Tokens of the longest time between the two parts of words of passing on."""


def tells(words: Words, at: int, lexicon: Speech, known: Sources) -> bool:
    """True when a verb stands there that passes on another's words, a joined و taken off."""
    bare = [words.keys[at], *(words.keys[at][len(c) :] for c in lexicon.clitics if words.keys[at].startswith(c))]
    return any(known.tells_from.match([k], 0) for k in bare)


def passes_on(words: Words, name: Span, known: Sources) -> bool:
    """True when a verb that names somebody else as its source follows ("Harbour TV *quoted* the minister")."""
    i = words.before(name.end)
    return any(known.tells_from.match(words.keys, k) for k in range(i, min(i + 2, len(words.keys))))
