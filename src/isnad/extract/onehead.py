"""Where the headline of a page on one line begins, behind menus and other headlines, and who signs between it and the date.

Nothing sets the parts apart there. What is the article's own shares its words; a headline begins behind an entry of the menu, at a capital
that follows a small word, at an opening mark of quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from isnad.extract.persons import called, desks, given, person
from isnad.extract.stems import stem, stems
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

Token = tuple[int, int, str]
"""Where a word begins and ends, and its folded form without marks."""
HEADLINE = (3, 32)
"""Words of a headline."""
NAME = 4
"""Words of the longest name that is looked for before a date."""
LONG = 4
"""Letters of a word that tells what a headline is about."""
STRANGE = -0.7
"""What a word of which the text does not speak counts."""
AT_SECTION, AT_SMALL, AT_QUOTE, AT_CAPITAL, AT_TOP = 1.0, 0.9, 1.6, 0.0, 0.3
"""What speaks for a headline's beginning: an entry of the menu before it, a small word with a capital, a mark, any capital, the first word."""
AT_ARABIC_SECTION = 1.8
"""What speaks for one behind an entry of the menu in Arabic, where any word that the text has may begin it."""
AT_FLASH = 0.3
"""What speaks for a beginning at a word of haste: it opens the items of tickers as well."""
ENOUGH = 1.4
"""What a beginning must count more than the first word of all, to be taken for one."""
_QUOTES = '«“"‘'
_STOPPED = re.compile(r"[:,;،؛–—(/>»|-]$")


@cache
def small() -> frozenset[str]:
    """Return frequent words of all languages, folded: with a capital they begin a headline where it stands amid others."""
    return (
        frozenset(w for k in ("fr", "es", "en") for f in table(k, "text")["frequent"] if (w := fold_key(f))) | _ELIDED
    )


_ELIDED = frozenset("le la les l un une d a au el los las de en the an in".split())


@cache
def joining() -> frozenset[str]:
    """Return the small words behind which a capital begins a name, not a headline."""
    words = "de du des d l le la les a au aux en et sur par pour avec dans chez del los las el al y e o con por para sin ante of the and in on at to for from with by or vs"
    return frozenset(words.split())


def begins(
    text: str,
    tokens: Sequence[Token],
    sections: Sequence[tuple[int, int]],
    told: str,
    flashes: Sequence[tuple[int, int]] = (),
    ticking: bool = False,
) -> int:
    """Return which token the headline begins with; 0 when nothing speaks for a later one.

    ``sections`` are the stretches of tokens that are entries of menus, ``flashes`` those that announce in haste, before a ticker's
    item or the headline itself; ``told`` is the folded text below. ``ticking`` when the items of a ticker stand before the tokens:
    its last one has no mark behind it.
    """
    known = stems(told)
    worth = [_worth(word, known) for _, _, word in tokens]
    dots = next((i for i, (_, b, _) in enumerate(tokens) if text[b - 2 : b] == ".."), -1)
    for i in range(max((b for _, b in sections if b <= dots), default=len(tokens)), dots + 1):
        worth[i] = max(worth[i], 0.0)  # «دولي خرج الجمعة وعاد الأربعاء.. توقيف …»: half a headline behind its section
    rest = [0.0] * (len(tokens) + 1)
    for i in range(len(tokens) - 1, -1, -1):
        rest[i] = rest[i + 1] + worth[i]
    rubrics = {a for a, b in sections if _colon(text, tokens, b)}  # "Transports : deux cars …"
    behind = {b for a, b in sections if a not in rubrics}
    inside = {i for a, b in (*sections, *flashes) if a not in rubrics for i in range(a, b)}
    starts = {a: AT_FLASH for a, _ in flashes} | dict.fromkeys(rubrics, AT_SECTION)
    best, at = rest[0] + AT_TOP if len(tokens) <= HEADLINE[1] else rest[0] - ENOUGH, 0
    least = best + (0 if flashes or ticking else ENOUGH)
    for i in range(1, len(tokens)):
        if not HEADLINE[0] <= len(tokens) - i <= HEADLINE[1] or (i in inside and i not in starts):
            continue
        bonus = _bonus(text, tokens, i)
        if i in behind or i in starts:
            arabic = "\u0621" <= text[tokens[i][0]] <= "\u064a"
            bonus = max(starts.get(i, AT_ARABIC_SECTION if arabic else AT_SECTION), bonus or 0.0)
        if bonus is None and worth[i] > 0:
            bonus = _amid(text, tokens, i, worth[i - 1])
        if bonus is not None and rest[i] + bonus >= max(least, best) and (at == 0 or rest[i] + bonus > best):
            best, at = rest[i] + bonus, i
    return at


def _colon(text: str, tokens: Sequence[Token], i: int) -> bool:
    """True when a colon stands behind the token before, or alone."""
    return text[tokens[i - 1][1] - 1] in ":：" or (i < len(tokens) and text[tokens[i][0] : tokens[i][1]] in ":：")


def _amid(text: str, tokens: Sequence[Token], i: int, before: float) -> float | None:
    """What speaks for a beginning at a word of the text that no mark sets off: in Arabic behind no preposition, else at a capital behind a strange word."""
    a = tokens[i][0]
    if "\u0621" <= text[a] <= "\u064a":
        lead = tokens[i - 1][2]
        joined = (
            lead in _arabic_joining()
            or tokens[i][2] in _arabic_joining()
            or tokens[i][2].startswith(("وال", "بال", "لل", "فال", "كال"))
        )
        end = tokens[i - 1][1]
        suspended = text[end - 2 : end] == ".."  # «… الأربعاء.. توقيف …» is one headline
        return None if joined or suspended or text[end - 1] in ":،" else AT_CAPITAL
    mark = _STOPPED.search(text[tokens[i - 1][0] : tokens[i - 1][1]]) is not None
    return AT_CAPITAL if text[a].isupper() and before == STRANGE and not mark else None


@cache
def _arabic_joining() -> frozenset[str]:
    """Arabic words behind which no headline begins: they ask for the word that follows."""
    words = "في من الى عن على علي مع بعد قبل بين عند منذ حتى حتي ضد دون نحو أن ان أنه انه إن التي الذي الذين هذا هذه كل أي غير خلال لدى تحت فوق ما لا لم لن قد ثم أو او"
    return frozenset(map(fold_key, words.split()))


def follows(word: str) -> bool:
    """Return whether an Arabic word asks for the one behind it: «الذي», «أن», «في»."""
    return word in _arabic_joining()


def _worth(word: str, known: frozenset[str]) -> float:
    bare = word.rsplit("'", 1)[-1].strip('«»“”"')
    if len(bare) < LONG:
        return 0.0
    return 1.0 if stem(bare) in known else STRANGE


def _bonus(text: str, tokens: Sequence[Token], i: int) -> float | None:
    """What speaks for a headline's beginning at a token, ``None`` when none can."""
    a, b, word = tokens[i]
    before = text[tokens[i - 1][0] : tokens[i - 1][1]]
    joined = _joins(tokens, i - 1)
    if text[a] in _QUOTES:
        arabic = (
            "\u0621" <= text[a + 1 : a + 2] <= "\u064a"
        )  # «القضاء يغلق «الشراع»…»: what is quoted is as often an object
        return None if _STOPPED.search(before) or joined else AT_CAPITAL if arabic else AT_QUOTE
    first = text[a]
    if not first.isupper() or _STOPPED.search(before) or (b - a > 1 and text[a:b].isupper()):
        return None
    if word.split("'")[0] in small() and not joined:
        return AT_SMALL
    if before[0].isupper() or joined or before[-1] in "'’":
        return None
    return AT_CAPITAL


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """True for a small word behind which a capital begins a name; the south of a Spanish town is none: "la terminal del sur La alcaldesa"."""
    word = tokens[i][2]
    return word in joining() and not (word == "sur" and i > 0 and tokens[i - 1][2] in ("del", "al", "el"))


def signs(text: str, tokens: Sequence[Token], told: str) -> int | None:
    """Return the token with which who signs begins, of the last tokens before a date; ``None`` when nobody does.

    A known given name, or two words with capitals behind a small one, of which the text does not speak; a desk ("Redacción").
    """
    n = len(tokens)
    if n and tokens[-1][2] in desks():
        return n - 2 if n > 1 and f"{tokens[-2][2]} {tokens[-1][2]}" in desks() else n - 1
    for size in range(2, NAME + 1):
        if n - size < HEADLINE[0] - 1:
            return None
        name = text[tokens[n - size][0] : tokens[-1][1]]
        if not called(name) or not person(name) or fold_key(name) in told:
            continue
        at = n - size
        while at > HEADLINE[0] and n - at < NAME and tokens[at - 1][2] in given() and _capital(text, tokens[at - 1]):
            at -= 1
        return at
    return n - 2 if _unknown(text, tokens, told) else None


def _unknown(text: str, tokens: Sequence[Token], told: str) -> bool:
    """True for two words with capitals and no more, behind a small word that leads to no name."""
    if len(tokens) < HEADLINE[0] + 2 or any(not _capital(text, t) for t in tokens[-2:]) or _capital(text, tokens[-3]):
        return False
    name = text[tokens[-2][0] : tokens[-1][1]]
    spoken = any(f" {t[2]} " in f" {told} " for t in tokens[-2:])
    return person(name) and not spoken and tokens[-3][2] not in joining() and text[tokens[-3][1] - 1].isalnum()


def _capital(text: str, token: Token) -> bool:
    return text[token[0]].isupper() or "\u0621" <= text[token[0]] <= "\u064a"


def goes_on(text: str, tokens: Sequence[Token], i: int) -> int | None:
    """Return the token with which the text goes on behind an announcement without a stop: a small word with a capital, a mark of quotation."""
    for j in range(i + 4, min(len(tokens), i + LONGEST_AD + 8)):
        if text[tokens[j - 1][1] - 1] in ".!?؟…":
            return None
        bonus = _bonus(text, tokens, j)
        if bonus is not None and bonus >= AT_SMALL:
            return j
    return None


@cache
def advertised() -> frozenset[str]:
    """Return the words that sites set over advertisements, folded: "Publicité", «إعلان»."""
    return frozenset(fold_key(w) for k in LANGUAGES for w in table(k, "chrome")["advertised"])


def resumes(tokens: Sequence[Token], i: int) -> int | None:
    """Return the Arabic token from one on with which a sentence begins: "and" joined to a verb or to what leads a sentence in.

    Arabic has no capitals: «إشهار: تخفيضات الصيف وطالب الاتحاد …», «حمّل التطبيق مجانا وفي خبر لاحق …».
    """
    within = range(i, min(len(tokens), i + LONGEST_AD))
    return next((j for j in within if tokens[j][2][:1] == "و" and _begins_with(tokens[j][2][1:])), None)


def _begins_with(word: str) -> bool:
    """True for an Arabic word that may follow the "and" at a sentence's beginning: a verb, a preposition, a verb of the present."""
    return word in _spoke() or word in _LEADS or (word[:1] == "ي" and len(word) > LONG and word not in _NO_VERBS)


_NO_VERBS = frozenset("يوميا يومين يومان يمين يسار يابان يونان يورو".split())


_LEADS = frozenset("في من عن على علي بحسب وفق بعد قبل خلال كان كانت قد منذ حسب بينما اثر رغم لم لا".split())


@cache
def _spoke() -> frozenset[str]:
    """Arabic verbs with which sentences of the news begin, folded."""
    speech = table("ar", "speech")
    verbs = (w for sort in speech["verbs"].values() for w in sort["forms"]["finite"])
    begun = table("ar", "names")["object_verbs"]
    told = (
        *speech["telling"],
        *speech["continuing"],
        *speech["states"],
        *verbs,
        *begun,
        *(f"{w}ت" for w in begun),
        *table("ar", "chrome")["begins"],
    )
    folded = frozenset(fold_key(w) for w in told)
    return folded | {f"{w}ت" for w in folded} | {f"{w[:-1]}ت" for w in folded if w[-1] in "يا"}  # «استدعت»


def starts_sentence(word: str) -> bool:
    """Return whether sentences of the news begin with an Arabic word: a verb of the past, by the tables."""
    return word in _spoke()


LONGEST_AD = 14
"""Words of the longest advertisement amid a text."""


def advertisement(text: str, tokens: Sequence[Token], i: int) -> int | None:
    """Return the token behind an advertisement that begins with its word at token ``i``; ``None`` when its end cannot be told.

    It ends with its word again, or where a new sentence begins: "Publicité Votre piscine en 48 heures Lundi soir, …".
    """
    limit = min(len(tokens), i + 1 + LONGEST_AD)
    stop = next((j for j in range(i + 1, limit) if text[tokens[j][1] - 1] in ".!?؟…"), None)
    within = limit if stop is None else stop + 1
    again = next((j for j in range(i + 1, within) if tokens[j][2] in advertised()), None)
    if again is not None:
        return again + 1
    if text[tokens[i][1] - 1] in ":：" and "\u0621" <= text[tokens[i][0]] <= "\u064a":
        return resumes(tokens[:within], i + 3)
    i += i + 1 < len(tokens) and not tokens[i + 1][2]  # "PUB : …"
    if i + 1 >= len(tokens) or not text[tokens[i + 1][0]].isupper():
        return None  # «إعلان النتائج أثار جدلا.» is a sentence
    begun = next((j for j in range(i + 3, within) if _bonus(text, tokens, j) is not None), None)
    return begun if begun is not None or stop is None or stop == i + 1 else stop + 1
