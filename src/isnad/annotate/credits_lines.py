"""Credits that stand apart from sentences: bylines, datelines, "(AFP)" at a text's edge, "Source : …", photo lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from isnad.annotate.credits_heads import acronym, bracketed, credit, helped, opening, unknown
from isnad.annotate.credits_lexicon import Sources
from isnad.annotate.names.lexicon import gazetteer, given_names
from isnad.annotate.quotations.chains import initials_of
from isnad.annotate.quotations.words import Words
from isnad.model import Article, Credit, Part, Span
from isnad.model.reading import OWN_PARTS, OriginKind
from isnad.text import fold_key

_LINE = 12
"""A credit line has at most this many words."""


def line_credits(article: Article, known: Sources) -> Iterator[Credit]:
    """Yield the credits of bylines, datelines and credit lines; photo credits cover their caption only."""
    own = [p for p in article.parts if p.kind in OWN_PARTS]
    body = [p for p in own if p.kind in ("lead", "body")]
    for part in article.parts:
        if part.kind in ("byline", "dateline"):
            placed = _placed(article, Words(article.text, part.start, part.end), known)
            if part.kind == "dateline" and placed is not None:
                yield placed
                continue
            signed = list(_names(article, part, known, whole=True)) or list(_dated(article, part, known))
            if part.kind == "byline" and _reporter_too(article, part, signed):
                # Who signs beside "and agencies" reported himself: the agencies stand behind some of it, nobody says what.
                signed = [replace(c, whole=False, scope=None) for c in signed]
            signed = signed or list(helped(article, part, known))
            yield from signed or (_lines(article, part, known) if part.kind == "dateline" else ())
        elif part.kind == "caption":
            yield from _names(article, part, known, whole=False)
    if body:
        yield from opening(article, body, known)
        yield from _closing(article, body[-1], known)
        yield from _at_the_foot(article, body[-1], known)
    for part in body:
        yield from _lines(article, part, known)


def _names(article: Article, part: Part, known: Sources, whole: bool) -> Iterator[Credit]:
    """Agencies named anywhere in a byline, dateline or caption; "avec agences" when it says so."""
    words = Words(article.text, part.start, part.end)
    i = 0
    while i < len(words.keys):
        n = known.names.match(words.keys, i)
        if n and (words.tokens[i].text[0].isupper() or not words.tokens[i].text[0].islower()):
            span = words.span(i, i + n - 1)
            if whole or bracketed(words, i, i + n - 1) or i + n >= len(words.keys) - 1:
                yield credit(article, "agency", span, whole, Span(part.start, part.end))
            i += n
            continue
        if whole and (n := unknown(words, i, known)):
            yield credit(article, "agency", words.span(i, i + n - 1), whole, Span(part.start, part.end))
            i += n
            continue
        if whole and (n := known.nouns["agency"].match(words.keys, i)) and _plural_line(words, i, known):
            while (
                i + n < len(words.tokens)
                and words.tokens[i + n].kind == "word"
                and not words.tokens[i + n].text[0].islower()
            ):
                n += 1  # "Agencia Sureste", «وكالة الوادي للأنباء»
            yield credit(article, "agency", words.span(i, i + n - 1), whole, Span(part.start, part.end))
            i += n
            continue
        if (part.kind == "byline" or (part.kind == "dateline" and i and words.keys[i - 1] in _BESIDE)) and _initials(
            words, i
        ):
            yield credit(article, "agency", words.span(i, i), True, Span(part.start, part.end))
        i += 1


def _dated(article: Article, part: Part, known: Sources) -> Iterator[Credit]:
    """The name alone in brackets that closes a dateline behind its year: «٢٣ أيلول ٢٠٢٣ — (واحة برس)»; a place or a person is none."""
    words = Words(article.text, part.start, part.end)
    opened = max((i for i, k in enumerate(words.keys) if k == "("), default=0)
    back = opened - 1
    while back > 0 and words.keys[back] in "-–—":
        back -= 1
    if part.kind != "dateline" or back < 1 or words.keys[-1] != ")" or not _YEAR(words.tokens[back].text):
        return
    inside = words.tokens[opened + 1 : -1]
    if not 1 <= len(inside) <= _SHORT or any(t.kind != "word" or t.text[0].islower() for t in inside):
        return
    name = fold_key(" ".join(t.text for t in inside))
    if initials_of(name, article.publisher or ""):
        return  # «وسم»: the page itself
    if name in gazetteer().places or name.split()[0] in given_names() or tuple(name.split()) in known.own_work:
        return
    yield credit(article, "agency", Span(inside[0].start, inside[-1].end), True, Span(part.start, part.end))


_YEAR = re.compile(r"(?:\d{1,2}[-/.]\d{1,2}[-/.])?(?:19|20|١٩|٢٠)[\d]{2}").fullmatch
_SHORT = 3
"""Words of the longest name in brackets behind a dateline's year."""
_NO_NAME = 2
"""Letters of the longest word that is no part of a name that signs (initials, "et", "and")."""


def _reporter_too(article: Article, part: Part, signed: Sequence[Credit]) -> bool:
    """True when somebody signs by name beside the agencies: "Rana Quttaineh and agencies", "Uxía Lameiro / Agencias".

    "Paris (AFP)", "S. M. avec AFP", "Redacción / EFE" and "Name, Reuters" are the agency's.
    """
    if not signed:
        return False
    words = Words(article.text, part.start, signed[0].start)
    last = next((k for k in reversed(words.keys) if k not in ".,"), "")
    several = signed[0].name.split()[0]
    if last not in _BESIDE and not (last == "/" and several.endswith(("s", "ت"))):
        return False
    house = set(fold_key(article.publisher or "").split())
    names = [
        t.text for t in words.tokens
        if t.kind == "word" and len(t.text) > _NO_NAME and not t.text[0].islower() and fold_key(t.text) not in house
    ]  # fmt: skip
    return len(names) >= 2


_BESIDE = frozenset({"and", "with", "et", "avec", "y", "e", "con", "مع", "و", "&", "+"})
"""Words that set an agency beside who signs."""


def _initials(words: Words, i: int) -> bool:
    """True for capitals that stand alone in a byline ("Par ARP", "Madrid / AGX"): no person signs so, an agency does."""
    t = words.tokens[i]
    if (
        t.kind != "word"
        or not t.text.isupper()
        or not t.text.isascii()
        or not 3 <= len(t.text) <= 5
        or (len(words.keys) > 8 and not (i == 1 and words.keys[0] in _BESIDE))
    ):
        return False
    if i == 1 and words.keys[0] in _BESIDE and words.keys[2:3] and words.keys[2] in "-–—|":
        return True  # "Avec ARP – Publié le lundi 18 septembre 2023"
    if (i + 1 < len(words.keys) and words.keys[i + 1] == "-") or (i and words.keys[i - 1] == "-"):
        return False  # "JEAN-NOËL FRÉSARD"
    if "number" in {x.kind for x in words.tokens[max(0, i - 1) : i + 2]}:
        return False  # "11 NOV 2022"
    before = words.tokens[i - 1].text if i else ""
    if before.isalpha() and before.isupper() and len(before) > _NO_NAME:
        return False  # "EUGENIA PALMA": who signs in capitals
    after = words.tokens[i + 1].text if i + 1 < len(words.tokens) else ""
    return not (before[:1].isupper() and before.isalpha() and len(before) > 2 and i > 1) and not (
        after[:1].isupper() and after.isalpha()
    )


def _plural_line(words: Words, i: int, known: Sources) -> bool:
    """True when the line is nothing but a credit to agencies at large ("وكالات", "avec agences", "Agencias")."""
    return len(words.keys) <= 6


def _closing(article: Article, part: Part, known: Sources) -> Iterator[Credit]:
    """ "… (AFP)" or "… – MAP" after the last sentence."""
    start = max(part.start, part.end - 90)
    words = Words(article.text, start, part.end)
    keys = words.keys
    end = len(keys)
    while end and keys[end - 1] in ")].":
        end -= 1
    for n in (4, 3, 2, 1):
        i = end - n
        if (
            i > 0
            and known.names.match(keys, i) == n
            and keys[i - 1] in "(-–—[/،,&"
            and words.tokens[i].text[0].islower() is False
        ):
            yield credit(article, "agency", words.span(i, i + n - 1), True, Span(part.start, part.end))
            return
    if end and end < len(keys) and keys[end] in ")]" and unknown(words, end - 1, known):
        yield credit(article, "agency", words.span(end - 1, end - 1), True, Span(part.start, part.end))


def _at_the_foot(article: Article, part: Part, known: Sources) -> Iterator[Credit]:
    """What a page printed on one line credits behind its last stop: "… jusqu'à nouvel ordre. Source : Agence X"."""
    for found in _STOPPED.finditer(article.text, max(part.start, part.end - _FOOT), part.end):
        words = Words(article.text, found.start(1), part.end)
        lead = next((n for n in (5, 4, 3, 2, 1) if tuple(words.keys[:n]) in known.credit_lines), 0)
        if lead and words.keys[lead : lead + 1] == [":"] and "." not in words.keys and len(words.keys) <= _LINE:
            yield from _line(article, words, known)
            return


_FOOT = 120
"""Characters before the end of the body within which such a credit stands."""
_STOPPED = re.compile(r"[.!?؟…»”\"]\s+(\w)")
_LINES = re.compile(r"[^\n]*\S[^\n]*")
_BAR = re.compile(r"\s+[-–—|•]\s+")


def _placed(article: Article, words: Words, known: Sources) -> Credit | None:
    """ "مسقط في 10 ديسمبر / العمانية الحرة": behind place, day and a stroke stands whose dispatch it is.

    A reporter may sign there too: an agency has letters alone, a word for agency or press, or adjectives with the article.
    """
    keys = list(words.keys)
    at = next((i for i, k in enumerate(keys) if k == "/"), len(keys))
    name = words.tokens[at + 1 :]
    while name and name[-1].kind == "mark":
        name = name[:-1]
    if at < 2 or not 1 <= len(name) <= _LONGEST_NAME or not any(k.isdigit() for k in keys[:at]):
        return None
    if any(t.kind != "word" for t in name) or keys[:at].count("/"):
        return None
    said = keys[at + 1 : at + 1 + len(name)]
    agency = any(
        k in known.endings | known.for_news or known.nouns["agency"].match(said, n) for n, k in enumerate(said)
    )
    adjectives = all(k.startswith("ال") and k.endswith("ه") for k in said)
    if not (agency or adjectives or (len(name) == 1 and acronym(name[0].text)) or known.names.match(said, 0)):
        return None
    span = Span(name[0].start, name[-1].end)
    return credit(article, "agency", span, True, span)


_LONGEST_NAME = 4
"""Words of the longest name of an agency behind a stroke."""


def _lines(article: Article, part: Part, known: Sources) -> Iterator[Credit]:
    """Whole lines that credit somebody: "Source : Agence X", "Avec AFP", "وكالات", "Fuente: EFE"."""
    text = article.text
    for line in _LINES.finditer(text, part.start, part.end):
        if len(line[0]) > 120:
            continue
        ends = [(line.start(), line.end())]
        if (
            part.kind == "dateline"
        ):  # «بوابة الساحل - نقلا عن وكالة الوادي»: what stands between bars is a line of its own
            bars = [(m.start(), m.end()) for m in _BAR.finditer(text, *line.span())]
            ends = list(zip([line.start(), *(b for _, b in bars)], [*(a for a, _ in bars), line.end()], strict=True))
        for begin, end in ends:
            words = Words(text, begin, end)
            if 0 < len(words.keys) <= _LINE:
                yield from _line(article, words, known)


def _line(article: Article, words: Words, known: Sources) -> Iterator[Credit]:
    keys = list(words.keys)
    if (placed := _placed(article, words, known)) is not None:
        yield placed
        return
    lead = next((n for n in (5, 4, 3, 2, 1) if tuple(keys[:n]) in known.credit_lines), 0)
    first = lead
    while first < len(keys) and words.tokens[first].kind == "mark":
        first += 1
    if len(keys) == 3 and keys[0] in "([" and keys[2] in ")]" and unknown(words, 1, known):
        yield credit(article, "agency", words.span(1, 1), True, Span(words.start, words.end))
        return
    colon = ":" in keys[lead : first + 1]
    if first < len(keys):
        n = known.names.match(keys, first)
        rest = [k for k in keys[first + n :] if k not in ")].،,"]
        if n and (lead or first == 0 or keys[0] in "([") and len(rest) <= 4:
            yield credit(article, "agency", words.span(first, first + n - 1), True, Span(words.start, words.end))
            return
    if lead and lead == len([k for k in keys if k not in "().،-–"]) and known.nouns["agency"].match(keys, lead - 1):
        yield credit(article, "agency", words.span(0, lead - 1), True, Span(words.start, words.end))
        return
    kinds: tuple[OriginKind, ...] = ("outlet", "agency")
    medium = next((k for k in kinds if known.nouns[k].match(keys, first)), None)
    if lead and (colon or (medium and len(keys) - first <= 5)) and first < len(keys):
        ends = [first - 1, *(i for i in range(first, len(keys)) if keys[i] in _BETWEEN), len(keys)]
        several = [(a + 1, b - 1) for a, b in pairwise(ends) if b - a > 1]
        for a, b in several:
            b = next((k - 1 for k in range(a + 1, b + 1) if known.adapted.match(keys, k)), b)
            medium = next((k for k in kinds if known.nouns[k].match(keys, a)), None)
            kind: OriginKind = "agency" if b > a and keys[b] in known.for_news else medium or "outlet"
            made = credit(article, kind, words.span(a, b), True, Span(words.start, words.end))
            # Of two hands nobody says which part is whose.
            yield made if len(several) == 1 else replace(made, whole=False, scope=None)


_BETWEEN = frozenset({"+", "/"})
"""What stands between two whom one line credits: «المصدر: وكالة الوادي + المرصد»."""
