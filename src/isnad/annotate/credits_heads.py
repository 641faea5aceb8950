"""The agency at the head of a text ("RABAT (Reuters) -", "VADO HONDO (Perú), 3 jun (Ombú).-"), and those in whose help a byline was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.names.lexicon import gazetteer, given_names
from isnad.annotate.quotations.words import Words
from isnad.model import Article, Credit, Part, Span
from isnad.model.reading import OriginKind
from isnad.text import Token, fold_key

_EDGE = 160
"""Characters from the beginning of a paragraph within which an agency in brackets or before a dash credits the whole."""
_HEAD = 8
"""Words before an agency in brackets at the head of a text: a place, a day."""
_TOKENS = 20
"""Tokens among which an agency opens a text."""
_BARE = 4
"""Tokens before an agency that stands before a dash without brackets."""
_PARAGRAPHS = 3
"""Paragraphs of which one may be the first of the dispatch: points of a summary stand above it."""
_SIGNED = 5
"""Words of the longest name that signs before a stroke and an agency at the head of a text ("Rosa Verdú / Efe. …")."""
_NAME = 3
"""Words of the longest name in brackets."""
_SEVERAL = 3
"""Agencies in one pair of brackets."""
_HELPER = 5
"""Words of the longest name of whom a byline was written with the help of."""


def credit(article: Article, kind: OriginKind, span: Span, whole: bool, scope: Span) -> Credit:
    """Return a credit printed there, of the whole text or of a range."""
    return Credit(kind, article.words(span), span.start, span.end, None, whole, None if whole else scope)


def bracketed(words: Words, first: int, last: int) -> bool:
    """Return whether the tokens stand between brackets, strokes or the sign of rights and a mark."""
    return (
        first > 0 and words.keys[first - 1] in "([/©" and last + 1 < len(words.keys) and words.keys[last + 1] in ")]/،,"
    )


def opening(article: Article, body: Sequence[Part], known: Sources) -> Iterator[Credit]:
    """ "RABAT (Reuters) - …", "الرباط – (أ ف ب):" at the head of the body; below points of a summary behind a day."""
    for n, part in enumerate(body[:_PARAGRAPHS]):
        found = list(_opening(article, part, known, dated=n > 0))
        if found:
            yield from found
            return


def _opening(article: Article, part: Part, known: Sources, dated: bool) -> Iterator[Credit]:
    words = Words(article.text, part.start, min(part.end, part.start + _EDGE))
    scope = Span(part.start, part.end)
    own = article.publisher or ""
    for i in range(min(len(words.keys), _TOKENS)):
        named = known.names.match(words.keys, i)
        n = named or unknown(words, i, known, own) or _between_dashes(words, i, known, own)
        if not n:
            several = _several(words, i, known)
            if several and (not dated or _digits(words, i)):
                for span in several:
                    yield credit(article, "agency", span, False, scope)  # of two nobody says which part is whose
                return
            continue
        if dated and not (_digits(words, i) and words.keys[i - 1] == "("):
            continue
        dashed = _dashed(words, i + n)
        signed = 1 < i <= _SIGNED and words.keys[i - 1] == "/" and (dashed or words.keys[i + n : i + n + 1] == ["."])
        if ((bracketed(words, i, i + n - 1) or i <= _BARE) and dashed) or signed:
            yield credit(article, "agency", words.span(i, i + n - 1), True, scope)
            return


def _between_dashes(words: Words, i: int, known: Sources, own: str) -> int:
    """Return 1 for letters between a place's dash and the text's, which only an agency sets there: «الكرك – شهأ – افتتح …»."""
    if (
        not 0 < i <= _BARE
        or i + 1 >= len(words.keys)
        or words.keys[i - 1] not in "-–—"
        or words.keys[i + 1] not in "-–—"
    ):
        return 0
    t = words.tokens[i]
    letters = acronym(t.text) if t.text.isascii() else t.kind == "word" and 2 <= len(t.text) <= _LETTERS
    place = (
        fold_key(words.text[words.tokens[0].start : words.tokens[i - 2].end]) in gazetteer().places if i > 1 else False
    )
    strange = (words.keys[i],) not in known.own_work and words.keys[i] not in given_names()
    return int(
        letters
        and place
        and strange
        and fold_key(t.text) not in gazetteer().places
        and fold_key(t.text) != fold_key(own)
    )


_LETTERS = 4
"""Letters of an agency's short name in a script without capitals."""


def _digits(words: Words, i: int) -> bool:
    """Return whether a number stands before a token."""
    return any(k.isdigit() for k in words.keys[:i])


def _words_before(words: Words, i: int) -> int:
    """Return how many words stand before a token, those in brackets left out: "VADO HONDO (Perú), 3 jun (" has four."""
    inside, found = False, 0
    for k, t in zip(words.keys[:i], words.tokens[:i], strict=True):
        inside = k == "(" or (inside and k != ")")
        found += not inside and t.kind != "mark"
    return found


def _dashed(words: Words, i: int) -> bool:
    """True when a dash or colon follows, a closing bracket and a stop between ("(Meridia).-")."""
    for k in range(i, min(i + 3, len(words.keys))):
        if words.keys[k] in "-–—:":
            return True
        if words.keys[k] not in ")].":
            return False
    return False


def unknown(words: Words, i: int, known: Sources, own: str = "") -> int:
    """Return how many words alone in brackets can only be an agency: capitals, or at a text's head before a dash any name.

    A place's or a person's name is none, unless it is the page's ``own``.
    """
    if not 0 < i < len(words.tokens) - 1 or words.keys[i - 1] != "(":
        return 0
    n = next((k for k in range(1, _NAME + 1) if i + k < len(words.keys) and words.keys[i + k] == ")"), 0)
    inside = words.tokens[i : i + n]
    if not n or any(t.kind != "word" for t in inside) or tuple(words.keys[i : i + n]) in known.own_work:
        return 0
    if n == 1 and acronym(inside[0].text):
        return int(_FOR.isdisjoint(words.keys[max(0, i - 1 - _INSTITUTE) : i - 1]))
    if _names_other(inside, own):
        return 0  # "the daily X (Montevideo) -", "PRESENTER (Karim Haddad):"
    # Other names in brackets are agencies where a place and a day stand before and a dash after.
    return n if _words_before(words, i) <= _HEAD and all(_named(t) for t in inside) and _dashed(words, i + n) else 0


_FOR = frozenset({"for", "pour", "para"})
"""Words inside the names of institutes, whose letters then follow: "Centre *for* Marsh Studies (CMS)"."""
_INSTITUTE = 5
"""Words before such letters."""


def _names_other(inside: Sequence[Token], own: str) -> bool:
    """Return whether words in brackets name a place or a person, and not the page itself."""
    name = fold_key(" ".join(t.text for t in inside))
    if own and name == fold_key(own):
        return False
    return name in gazetteer().places or (len(inside) > 1 and name.split()[0] in given_names())


def _named(t: Token) -> bool:
    return not t.text[0].islower()


def _several(words: Words, i: int, known: Sources) -> list[Span]:
    """Return the agencies that one pair of brackets names before a dash at a text's head: "TUNIS (Ombú Wire, ALR) –"."""
    if not 0 < i < len(words.keys) - 1 or words.keys[i - 1] != "(" or _words_before(words, i) > _HEAD:
        return []
    close = next((k for k in range(i, min(i + _SEVERAL * (_NAME + 1), len(words.keys))) if words.keys[k] == ")"), 0)
    if not close or not _dashed(words, close) or not {",", "/", "،"} & set(words.keys[i:close]):
        return []
    found: list[Span] = []
    first = i
    for k in range(i, close + 1):
        if words.keys[k] not in (",", "/", "،", ")"):
            continue
        inside = words.tokens[first:k]
        if not 0 < len(inside) <= _NAME or any(t.kind != "word" or not _named(t) for t in inside):
            return []
        if tuple(words.keys[first:k]) in known.own_work or _names_other(inside, ""):
            return []
        found.append(words.span(first, k - 1))
        first = k + 1
    return found if len(found) > 1 else []


def acronym(text: str) -> bool:
    """Return whether a word is capitals that an agency may be named by."""
    return text.isupper() and text.lower() != text and 2 <= len(text) <= 6


def helped(article: Article, part: Part, known: Sources) -> Iterator[Credit]:
    """Yield with whose help a line says its text was written: "Sports desk, with reporting by Ombú"; a colleague's name is none.

    Somebody who signs before it wrote some of it himself: nobody says what.
    """
    words = Words(article.text, part.start, part.end)
    for at, width in known.helped.within(words.keys, 0, len(words.keys)):
        first = at + width
        last = first
        while (
            last < min(first + _HELPER, len(words.keys))
            and words.tokens[last].kind == "word"
            and _named(words.tokens[last])
        ):
            last += 1
        name = words.tokens[first:last]
        closed = last == len(words.keys) or words.keys[last] in (",", "|", "-", "–", "—", ".", ")", "·", "•", "،")
        if not name or not closed or _names_other(name, "") or words.keys[first] in given_names():
            continue
        span = words.span(first, last - 1)
        wire = known.nouns["agency"].match(words.keys, first) or words.keys[last - 1] in known.endings | known.for_news
        kind: OriginKind = (
            "agency" if wire or acronym(name[0].text) or known.names.match(words.keys, first) else "outlet"
        )
        signed = not given_names().isdisjoint(words.keys[:at])
        yield credit(article, kind, span, not signed, Span(part.start, part.end))
        return
