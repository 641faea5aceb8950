"""What stands amid and behind the text of a page without line ends: advertisements, announcements of other articles, credits, buttons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import regex

from isnad.extract.chrome import phrases
from isnad.extract.onehead import LONGEST_AD, Token, advertised, advertisement, goes_on, joining, resumes
from isnad.extract.onesigns import signed
from isnad.extract.onetitle import leads
from isnad.extract.onewords import (
    announcements,
    chrome,
    credits,
    furniture,
    length,
    remarks,
    subjects,
    summons,
    tokens_of,
    unit,
)
from isnad.text import fold_key

ROW = 3
"""How much buttons and counts of readers in a row must say that they stand behind a text."""
_ARABIC = re.compile("[\u0621-\u064a]")
_SENTENCE_END = re.compile(r"[.!?؟…][\"»”’)\]]*\s+")
_STOPS = '.!?؟…»”"'
Span = tuple[int, int]


def interrupted(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches of a text without its head: advertisements amid it are cut out, and what stands behind its last sentence."""
    return between(text, {start, end} | behind_sentences(text, start, end, runs_of(text, start, end)))


def announced(text: str, start: int, end: int) -> list[Span]:
    """Return a few words cut where a phrase and its colon announce another article: "Horoscope Les plus lus : …"."""
    cuts = {a for a in _announcing(text, start, end) if ":" in text[a : a + 40]}
    return between(text, {start, end} | cuts)


def behind_sentences(text: str, body: int, end: int, runs: Sequence[Span]) -> set[int]:
    """Return where a text is cut that begins at ``body``: at advertisements amid it, behind its last sentence, and what stands there."""
    tokens = tokens_of(text, body, end)
    announcing = _announcing(text, body, end)
    told = [a for a in announcing if _SENTENCE_END.search(text, max(body, a - 4), a)]
    told += [
        a
        for i, (a, _, _) in enumerate(tokens)
        if i
        and text[tokens[i - 1][1] - 1] in _STOPS
        and (
            credits(tokens, i)
            or _buttons(text, tokens, i, announcing)
            or _initialled(text, tokens, i, announcing)
            or (text[a] in "([" and _staged(text, a))
            or (text[a] in _RIGHTS_AT and _RIGHTS.match(text, a) is not None)
            or _signs_behind(text, tokens, i, announcing)
            or (text[a] in _PAGED_AT and _PAGED.match(text, a) is not None)
        )
    ]
    closed = [a for a, _ in runs if a > body and _SENTENCE_END.search(text, max(body, a - 4), a)]
    ads = _advertised(text, body, min([end, *closed])) + _inserted(text, tokens, told, end) + _summoned(text, tokens)
    ends = [a for a in (*told, *closed) if not any(x <= a < y for x, y in ads)]
    if ads or len(ends) > 1:
        ends = [a for a in ends if not _unended(text, tokens, a, max(ends))]
    stop = min(ends, default=end)
    cuts = {at for ad in ads if ad[0] < stop for at in ad}
    if ends:
        cuts.add(stop)
        cuts |= {a for a in announcing if a > stop}
    return cuts


def _unended(text: str, tokens: Sequence[Token], a: int, last: int) -> bool:
    """True for an advertisement amid a text whose end nothing tells: sentences go on behind it, before the credits and the buttons."""
    word = next((w for x, _, w in tokens if x == a), "")
    return word in advertised() and len(_SENTENCE_END.findall(text, a, last)) > GOES_ON


def _buttons(text: str, tokens: Sequence[Token], i: int, announcing: Sequence[int]) -> bool:
    """True when buttons begin at a token, some in a row or before an announcement: "Tweet Dernières nouvelles de …"."""
    stop, said = furniture(text, tokens, i) if not text[tokens[i][0]].islower() else (i, 0)
    if stop == i or stop >= len(tokens):
        return False
    if said >= ROW and unit(text, tokens, i)[1] >= ROW:
        return True  # "Comentarios (3) cierzo_77: …"
    announces = any(t[0] in announcing for t in tokens[i : stop + 1])
    return (said >= ROW and not text[tokens[stop][0]].islower()) or (said > 0 and announces)


_RIGHTS_AT = frozenset("©(CcTtAaجكح")
_RIGHTS = re.compile(
    r"©|\(c\)\s|(?:copyright|tous droits|todos los derechos|all rights|derechos reservados)\b|(?:جميع|كافة|كل) (?:الحقوق|حقوق)|حقوق (?:النشر|الطبع)",
    re.IGNORECASE,
)
"""Whose rights a page is, behind its text."""


def _signs_behind(text: str, tokens: Sequence[Token], i: int, announcing: Sequence[int]) -> bool:
    """True where a cue and who wrote stand behind a text, buttons, an announcement or nothing behind them: "… en marzo. Por Ana Bilogo Compartir …"."""
    if not text[tokens[i][0]].isupper() and not _ARABIC.match(text[tokens[i][0]]):
        return False
    stop = signed(text, tokens, i, "mark", ())
    if stop <= i + 1 or stop - i > LONGEST_SIGNED:
        return False
    return stop >= len(tokens) or tokens[stop][0] in announcing or furniture(text, tokens, stop)[1] > 0


LONGEST_SIGNED = 7
"""Words of the longest cue and name behind a text."""


_INITIALS = re.compile(r"[A-Za-z]{2,6}(?:/[A-Za-z]{2,5}){1,4}|\((?:[^()\s:]{3,12}\s?:\s?)[^()]{2,30}\)")
"""The letters of those who wrote and edited an agency's text, behind it: "AAN/rfl/cmp", «(تحرير: ح. ش.)»."""


_STAGED = re.compile(r"[(\[]\s*(?P<what>[^()\[\]\n]{3,30}?)\s*[)\]]")


def _staged(text: str, a: int) -> bool:
    """True for what a transcript puts in brackets where the speech ends: "(cuña comercial)", «(فاصل إعلاني)»."""
    found = _STAGED.match(text, a)
    return found is not None and fold_key(found["what"]) in phrases("stage")


_PAGED_AT = frozenset("SsÀàLlCcTtPpVvتايصب(")
_PAGED = regex.compile(
    r"\(?(?:(?i:suite|à suivre|lire la suite|continued|continues|turn|sigue|continúa|pasa|viene)|تتمة|التتمة|البقية|يتبع|التفاصيل)?\s?(?:(?i:en|on|to|a|in|la|de|à|le|el)\s|في\s|على\s){0,2}"
    r"(?:(?i:pages?|p\.|pág\.?|página)|الصفحة|صفحة|ص)\s?\.?\s?\d{1,3}\)?(?![\p{L}\d])(?!\s\p{Ll})"
)
"""The page of a paper, behind a text: "Continued on page 4", «صفحة 11»."""


def _initialled(text: str, tokens: Sequence[Token], i: int, announcing: Sequence[int]) -> bool:
    """True when an agency's letters begin at a token, buttons or nothing behind them."""
    found = _INITIALS.match(text, tokens[i][0])
    if found is None:
        return False
    behind = next((j for j in range(i, len(tokens)) if tokens[j][0] >= found.end()), len(tokens))
    return behind == len(tokens) or tokens[behind][0] in announcing or _buttons(text, tokens, behind, announcing)


def _inserted(text: str, tokens: Sequence[Token], told: Sequence[int], end: int) -> list[Span]:
    """Announcements amid a text, from their phrase to the next sentence: "À lire aussi : Quinze clubs privés de subvention Le médecin …"."""
    found = []
    for n, (a, _, _) in enumerate(tokens):
        if a not in told:
            continue
        if text[a - 1] == "(" and (close := text.find(")", a, a + LONGEST_INSERTED)) > 0:
            behind: int | None = close + 1
        else:
            stop, said = furniture(text, tokens, n)
            buttons = said >= ROW and stop < len(tokens) and not text[tokens[stop][0]].islower()
            at = stop if buttons else goes_on(text, tokens, n)
            behind = None if at is None else tokens[at][0]
        until = min([t for t in told if t > a], default=end)
        sentences = len(_SENTENCE_END.findall(text, behind, until)) if behind is not None else 0
        if behind is not None and (sentences >= GOES_ON or (sentences and len(text[behind:until].split()) >= WHOLE)):
            found.append((a - (text[a - 1] == "("), behind))
    return found


def _summoned(text: str, tokens: Sequence[Token]) -> list[Span]:
    """What speaks to the reader behind a sentence and ends where the text goes on: "Hazte suscriptor y lee sin publicidad El miércoles, …"."""
    found = []
    for i, (a, _, word) in enumerate(tokens):
        if not i or word not in summons() or text[tokens[i - 1][1] - 1] not in _STOPS or not text[a].isalpha():
            continue
        if text[a].islower() or not (n := length(tokens, i, summons())):
            continue
        behind = _resumed(text, tokens, i + n) if not _ARABIC.match(text[a]) else resumes(tokens, i + n)
        if behind is not None and not any(text[t[1] - 1] in ",،" for t in tokens[i:behind]):
            found.append((a, tokens[behind][0]))
    return found


def _resumed(text: str, tokens: Sequence[Token], i: int) -> int | None:
    """The token with which the text goes on behind what speaks to the reader: a small word with a capital, else the last capital before a small one."""
    if (found := goes_on(text, tokens, i - 4)) is not None:
        return found
    stop = next((j for j in range(i, min(len(tokens), i + LONGEST_AD + 8)) if text[tokens[j][1] - 1] in ".!?؟…"), None)
    begun = [
        j
        for j in range(i + 1, min(len(tokens) - 1, i + LONGEST_AD))
        if text[tokens[j][0]].isupper()
        and text[tokens[j - 1][0]].islower()
        and text[tokens[j + 1][0]].islower()
        and text[tokens[j - 1][1] - 1].isalnum()
        and tokens[j - 1][2] not in joining()
    ]
    return begun[0] if begun and stop is not None and stop - begun[0] >= GOES_ON else None


LONGEST_INSERTED = 160
"""Characters of the longest announcement amid a text."""
WHOLE = 8
"""Words of a last sentence that stands behind an announcement alone."""
GOES_ON = 2
"""Sentences that stand behind an announcement amid a text."""


def between(text: str, cuts: set[int]) -> list[Span]:
    """Return the stretches between some cuts, without the marks and the blanks at their ends."""
    ordered = sorted(cuts)
    return [s for a, b in itertools.pairwise(ordered) if (s := _trimmed(text, a, b)) is not None]


def _trimmed(text: str, a: int, b: int) -> Span | None:
    while a < b and (text[a].isspace() or text[a] in "|*_·"):
        a += 1
    while b > a and (text[b - 1].isspace() or text[b - 1] in "|*_·"):
        b -= 1
    return (a, b) if any(c.isalnum() for c in text[a:b]) else None


def runs_of(text: str, start: int, end: int) -> list[Span]:
    """Return where two entries of a menu, or two buttons, and more stand in a row: no sentence does that."""
    tokens = tokens_of(text, start, end)
    out: list[Span] = []
    i = 0
    while i < len(tokens):
        at = i
        entries: list[int] = []
        while at < len(tokens) and (n := length(tokens, at, chrome()) if tokens[at][2] else 1):
            if tokens[at][2]:
                entries.append(at)
            at += n
        stop = at
        if entries and at < len(tokens) and (text[tokens[at][0]].islower() or leads(text, tokens, at)):
            stop = entries.pop()  # "Local Council bans …", "Just in: …": the last of them begins the headline
        named = stop < len(tokens) and tokens[stop][2] in _BODIES and text[tokens[stop][0]].isupper()
        if named and len(entries) <= 2:
            i = max(at, i + 1)
            continue  # "the *World Health* Organization"
        if len(entries) >= 2 and text[tokens[i][0]].isupper() | bool(_ARABIC.match(text[tokens[i][0]])):
            out.append((tokens[i][0], tokens[stop - 1][1]))
        i = max(at, i + 1)
    return out


_BODIES = frozenset(
    "organization organisation assembly association federation council ministry department committee commission agency service institute centre center".split()
)
"""What a body's name goes on with behind words that are sections of papers too."""


def _announcing(text: str, start: int, end: int) -> list[int]:
    """Where phrases of two words and more, or of one and a colon, announce other articles or are buttons."""
    tokens = tokens_of(text, start, end)
    found, i = [], 0
    while i < len(tokens):
        a = tokens[i][0]
        n = length(tokens, i, announcements()) or _labels(text, tokens, i)
        told = n > 0 and not text[a].islower() and (n > 1 or _colon_at(text, tokens, i + n))
        if told:
            found.append(a)
        i += n if told else 1
    return found


def _labels(text: str, tokens: Sequence[Token], i: int) -> int:
    """How many tokens from here are the label of a page's subjects with its colon: "Mots clés : dopage, judo"."""
    n = length(tokens, i, subjects())
    return n if n and _colon_at(text, tokens, i + n) else 0


def _colon_at(text: str, tokens: Sequence[Token], i: int) -> bool:
    """True when a colon stands at the end of the token before, or alone."""
    return text[tokens[i - 1][1] - 1] in ":：" or (i < len(tokens) and text[tokens[i][0] : tokens[i][1]] in ":：")


def _advertised(text: str, start: int, end: int) -> list[Span]:
    """Advertisements amid a text: behind a sentence, from their word to that word again, or to the next sentence."""
    tokens = tokens_of(text, start, end)
    found = []
    for i, (a, _, word) in enumerate(tokens):
        if word in advertised() and not text[a].islower() and i and text[tokens[i - 1][1] - 1] in _STOPS:
            behind = advertisement(text, tokens, i)
            if behind is not None:
                found.append((a, tokens[behind][0] if behind < len(tokens) else end))
    return found


RESUMED, OPENING = 110, 60
"""Characters of the shortest text that goes on behind buttons, and those at its beginning where a reader's name and colon would stand."""


def _opened_by(text: str, tokens: Sequence[Token]) -> bool:
    """True when no heading of readers' comments is among some buttons: what is behind one is theirs."""
    return not any(length(tokens, i, remarks()) for i in range(len(tokens)))


def promotes(text: str, before: Span, span: Span, behind: Span) -> bool:
    """True for a stretch amid a line that is no text: behind a sentence, a few words of an advertisement, of buttons, to the reader."""
    if text[before[1] - 1] not in _STOPS or len(text[span[0] : span[1]].split()) > LONGEST_AD + 2:
        return False
    tokens = tokens_of(text, *span)
    first = tokens[0]
    if text[first[0]].islower():
        return False
    stop, said = furniture(text, tokens, 0)
    whole = behind[1] - behind[0] >= RESUMED and ":" not in text[behind[0] : behind[0] + OPENING]
    if whole and ((stop == len(tokens) and said >= ROW) or length(tokens, 0, summons())):
        return _opened_by(text, tokens)
    return first[2] in advertised() and not text[first[0]].islower()
