"""The headline of a page without line ends: of the stretches of words between its units, the one that shares most with the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from isnad.extract.chrome import phrases
from isnad.extract.onehead import HEADLINE, LONG, Token, begins, follows, joining, signs, small
from isnad.extract.onesigns import signed_before
from isnad.extract.onewords import chrome, flashes, length, rubrics, unit
from isnad.extract.persons import called, of_press, place_heads, when_words
from isnad.extract.signatures import signature
from isnad.extract.stems import stem, stems
from isnad.text import fold_key

BESIDE, BELOW, STRANGE = 1.0, 0.4, -0.2
"""What speaks for a stretch right above the line under a headline, for one right below a day, and for a word that the text does not have."""
UNDER = 0.8
"""The share of it where who wrote stands between the day and the text."""
LEAST, KNOWN = 0.6, 2.0
"""What a headline must share with its text, and what one that begins the page far above it must."""
_ARABIC = re.compile("[\u0621-\u064a]")
_STOP = re.compile(r"[.!?؟][\"»”’)\]]*$")
_DOTS = re.compile(r"(?:\.\.|…)[\"»”’)\]]*$")
_INITIAL = re.compile(r"^\W*\w{1,2}\.$")
Cluster = tuple[int, int, frozenset[str]]
"""Units in a row: the first token, the one behind the last, the kinds of the units."""


class _Told(Struct, frozen=True):
    """The first words of a text: folded, their stems, and those that it prints without a capital."""

    folded: str
    stems: frozenset[str]
    small: frozenset[str]


class _Stretch(Struct, frozen=True):
    """A headline as it may be: where it begins and ends, where what follows is cut, and how much speaks for it."""

    first: int
    stop: int
    cuts: tuple[int, ...]
    worth: float


def headline(
    text: str, tokens: Sequence[Token], clusters: Sequence[Cluster], body: str, trusted: bool
) -> tuple[int, ...] | None:
    """Return the tokens with which the headline begins and ends, and those with which what goes on under it is cut; ``None`` when there is none.

    The last of the clusters stands before the text, of which ``body`` are the first words. Where gaps or dashes part a page
    (``trusted``) a stretch behind one begins there; behind other marks the last item of a ticker may go before it.
    """
    told = _Told(fold_key(body), stems(fold_key(body)), frozenset(w for w in body.split() if w.islower()))
    edges = [(0, 0, frozenset[str]()), *clusters]
    found = [
        _stretch(text, tokens, edges[n - 1], edges[n], told, trusted, n == len(edges) - 1) for n in range(1, len(edges))
    ]
    best = max((s for s in reversed(found) if s is not None), key=lambda s: s.worth, default=None)
    if best is None or best.worth < LEAST:
        return None
    deck = _deck(text, tokens, best.first, best.stop)
    return (best.first, *(() if deck is None else (deck,)), best.stop, *best.cuts)


def _stretch(
    text: str, tokens: Sequence[Token], before: Cluster, behind: Cluster, told: _Told, trusted: bool, last: bool
) -> _Stretch | None:
    """The headline that the words between two clusters hold; ``None`` when they are too few or too many."""
    first, stop = _bounds(text, tokens, before[1], behind[0])
    if stop - first < HEADLINE[0] * (1 if before[1] or last else 2):
        return None
    seg, more = _unsigned(text, tokens[first:stop], tokens[stop][0] if "day" in behind[2] else None, told.folded)
    if "day" in behind[2] and not more and not tokens[stop][2] and _town(text, seg, told.folded):
        seg, more = seg[:-1], 0  # «… وإعفاء المدير العام نواكشوط - الأربعاء 15 دجنبر 2021»
    cuts = (first + len(seg) + more,) if more else ()
    stopped = (
        j + 1 for j in range(len(seg) - HEADLINE[0] - 1, 0, -1) if ends(text, seg[j]) and text[seg[j][1] - 1] == "."
    )
    if skipped := next(stopped, 0):
        first, seg = (
            first + skipped,
            seg[skipped:],
        )  # "3. El cierzo obliga a cerrar el parque. Economía. Ingenieros de …"
    while "button" in behind[2] and len(seg) > HEADLINE[0] and len(seg[-1][2]) > 1 and seg[-1][2] in when_words():
        seg = seg[:-1]  # «تم النشر قبل 3 ساعات»
    whole = trusted and bool(before[2] & {"mark", "wall"}) and len(seg) <= HEADLINE[1]
    at = 0 if whole else _begun(text, seg, told, _ticks(text, tokens, before, first))
    at = at or _station(text, tokens, first, len(seg))
    if not HEADLINE[0] <= len(seg) - at <= HEADLINE[1]:
        return None
    shared = _shared(seg[at:], told.stems)
    parted = len(seg) - at <= HEADLINE[0] or not all(w for _, _, w in seg[at:])
    if _marked(before, behind) and parted and shared < KNOWN and signature(text[seg[at][0] : seg[-1][1]]) is not None:
        return None  # «الدوحة - بدر المطوع»
    if not before[1] and not last and (shared < KNOWN or of_press(text[seg[0][0] : seg[HEADLINE[0] - 1][1]])):
        return None  # the site's name
    if "credit" in behind[2] and before[2] & {"day", "sign", "button", "credit"}:
        return None  # a picture's caption
    worth = BESIDE * max(last, UNDER * bool(before[1] and behind[2] & {"day", "sign"})) + BELOW * ("day" in before[2])
    begin = first + at if at else first - _flash_before(text, tokens, first)
    return _Stretch(begin, first + len(seg), cuts, shared + worth)


def _marked(before: Cluster, behind: Cluster) -> bool:
    """True when marks stand on both sides of a stretch, as they do of one who signs."""
    return "mark" in before[2] and "mark" in behind[2]


def _bounds(text: str, tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int]:
    """The tokens of a stretch without the marks at its ends; those of quotation and of questions are its own."""
    while first < stop and not _worded(tokens[first]) and text[tokens[first][0]] not in _OPENING:
        first += 1
    while (
        stop > first
        and not _worded(tokens[stop - 1])
        and not _CLOSING.issuperset(text[tokens[stop - 1][0] : tokens[stop - 1][1]])
    ):
        stop -= 1
    return first, stop


def _worded(token: Token) -> bool:
    return any(c.isalnum() for c in token[2])


_OPENING = '«“"¿¡'
_CLOSING = frozenset("?!؟…»”\"'’")
"""Marks with which a headline may begin and end."""


def _unsigned(text: str, seg: Sequence[Token], day: int | None, told: str) -> tuple[Sequence[Token], int]:
    """A stretch without who signs at its end, and how many tokens his name has when a place follows it: "Inmaculada Requena Estepona"."""
    if day is not None and (at := signed_before(text, seg[0][0], day)):
        kept = [t for t in seg if t[0] < at[0]]
        seg = kept if len(kept) >= HEADLINE[0] else seg
    sign = signs(text, seg, told)
    if sign is None or sign < HEADLINE[0]:
        return _placed(text, seg, told)
    name = seg[sign:]
    placed = len(name) > 2 and called(text[name[0][0] : name[-1][1]]) and name[-1][2] in told
    return seg[:sign], len(name) - 1 if placed else 0


def _town(text: str, seg: Sequence[Token], told: str) -> bool:
    """True for a last word before a dash and a day that the text calls a town: "in", "à", «في» stand before it there."""
    word = seg[-1][2] if len(seg) > HEADLINE[0] else ""
    if len(word) < LONG or seg[-2][2] in joining() or follows(seg[-2][2]):
        return False
    named = text[seg[-1][0]].isupper() or _ARABIC.match(text[seg[-1][0]]) is not None
    return named and any(f" {lead} {word}" in f" {told}" for lead in ("في", "a", "en", "in"))


def _placed(text: str, seg: Sequence[Token], told: str) -> tuple[Sequence[Token], int]:
    """A stretch without an author and the place of which the text speaks: "… a la embarcación Guacimara Topham Puerto del Rosario"."""
    for n in (4, 3, 2, 1):
        place = seg[-n:]
        if (
            len(seg) - n <= HEADLINE[0] + 1
            or not text[place[0][0]].isupper()
            or (f" {' '.join(t[2] for t in place)}" not in told and (n == 1 or place[0][2] not in place_heads()))
        ):
            continue
        sign = signs(text, seg[:-n], told)
        if sign is not None and sign >= HEADLINE[0]:
            return seg[:sign], len(seg) - n - sign
    return seg, 0


def _ticks(text: str, tokens: Sequence[Token], before: Cluster, first: int) -> bool:
    """True when the items of a ticker stand before a stretch: a mark that comes again, or a label of tickers."""
    mark = text[tokens[first - 1][0] : tokens[first - 1][1]] if before[2] == {"mark"} else ""
    again = bool(mark) and sum(text[a:b] == mark for a, b, _ in tokens[:first]) > 1
    return again or ticks(text, tokens, first)


def ticks(text: str, tokens: Sequence[Token], first: int) -> bool:
    """Return whether the label of a ticker or of a list of other articles ends before a token: «آخر ساعة:», "Lo más leído:"."""
    n = next((n for n in range(1, min(4, first) + 1) if length(tokens, first - n, flashes()) == n), 0)
    printed = text[tokens[first - n][0] : tokens[first - 1][1]] if n else ""
    if n and any(unit(text, tokens, first - k)[0] == k for k in range(n + 1, min(4, first) + 1)):
        return False  # «آخر تحديث: 12:40»: a button that ends as a label does
    return n > 1 or (n == 1 and (printed.isupper() or leads(text, tokens, first)))


def ends(text: str, token: Token) -> bool:
    """Return whether a word is the last of a sentence: a stop, no initial, no points of suspense."""
    printed = text[token[0] : token[1]]
    return _STOP.search(printed) is not None and not (_DOTS.search(printed) or _INITIAL.match(printed))


def _flash_before(text: str, tokens: Sequence[Token], first: int) -> int:
    """How many tokens before a headline are its own word of haste: «عاجل.. هيئة الموانئ …»."""
    n = next((n for n in (1, 2, 3) if n <= first and length(tokens, first - n, flashes()) == n), 0)
    told = (
        n > 0 and leads(text, tokens, first) and " ".join(t[2] for t in tokens[first - n : first]) in phrases("flash")
    )
    return n if told else 0


def _station(text: str, tokens: Sequence[Token], first: int, words: int) -> int:
    """How many tokens behind the last mark of a trail are its last station, which the menu has too: "Régions > Tataouine Oum Chouk : …"."""
    if not first or text[tokens[first - 1][0] : tokens[first - 1][1]] not in _TRAILS:
        return 0
    menu = f" {' '.join(t[2] for t in tokens[: first - 1])} "
    known = (n for n in (3, 2, 1) if f" {' '.join(t[2] for t in tokens[first : first + n])} " in menu)
    n = next(known, 0)
    return n if words - n >= HEADLINE[0] else 0


_TRAILS = frozenset("> › » ≫ →".split())


def _shared(seg: Sequence[Token], known: frozenset[str]) -> float:
    """How much some words share with the text."""
    return sum(1.0 if stem(w) in known else STRANGE for _, _, w in seg if len(w) >= LONG)


def _begun(text: str, seg: Sequence[Token], told: _Told, ticking: bool) -> int:
    """The token of a stretch with which its headline begins: behind entries, words of haste, a section in capitals, other headlines."""
    if at := _section(text, seg, told.stems):
        return at
    n = length(seg, 0, rubrics())
    if n and len(seg) - n >= HEADLINE[0] and text[seg[n - 1][1] - 1].isalnum() and _apart(text, seg, n):
        return n
    haste = hasty(text, seg)
    at = begins(
        text,
        seg,
        [*_entries(text, seg), *_kickers(text, seg), *_common(text, seg, told.small)],
        told.folded,
        haste,
        ticking,
    )
    bare = [(a, b) for a, b in haste if seg[b - 1][2] and not leads(text, seg, b)]
    at = next((b for a, b in bare if a == at), at)  # "URGENT Tchad : …"
    at = next((a for a, b in haste if b == at and (a, b) not in bare and seg[a][2] in phrases("flash")), at)
    while (
        at
        and _ARABIC.match(text[seg[at][0]])
        and 0 < len(seg[at - 1][2]) < LONG
        and f"{seg[at - 1][2]} {seg[at][2]}" in told.folded
    ):
        at -= 1  # «أحد عشر تلميذا»
    return _behind_section(text, seg, at)


def _behind_section(text: str, seg: Sequence[Token], at: int) -> int:
    """The token itself, unless it stands inside words that the page's menu has, too: behind them («… ضيوف | الرحمن «كنداكة» تنقذ …»)."""
    if not at:
        return at
    menu = f" {' '.join(fold_key(w) for w in text[: seg[0][0]].split()[:MENU])} "
    for before in range(1, min(at, SECTION - 1) + 1):
        for n in range(SECTION, before, -1):
            row = [w for _, _, w in seg[at - before : at - before + n]]
            if (
                len(row) == n
                and all(row)
                and len(seg) - at + before - n >= HEADLINE[0]
                and f" {' '.join(row)} " in menu
            ):
                return at - before + n
    return at


SECTION, MENU = 4, 60
"""Words of the longest section looked for, and of the page's beginning in which its menu stands."""


def _first_of_two(text: str, seg: Sequence[Token], known: frozenset[str], at: int) -> int:
    """The token with which a headline begins of which the second one was found: behind a section, with words of the text of its own."""
    for a, b in reversed(_entries(text, seg)):
        own = seg[b:at]
        section = length(seg, a, rubrics()) == b - a and text[seg[b - 1][1] - 1].isalnum()
        if (
            HEADLINE[0] < len(own)
            and len(seg) - b <= HEADLINE[1]
            and section
            and text[own[0][0]].isupper()
            and _shared(own, known) >= KNOWN
        ):
            return b
    return at


def _section(text: str, seg: Sequence[Token], known: frozenset[str]) -> int:
    """The token behind a section in capitals amid a stretch: "… fin du préavis CULTURE Le chef …"; 0 when there is none."""
    for i in range(len(seg) - HEADLINE[0], 0, -1):
        n = 0 if _hastes(seg, i) else length(seg, i, rubrics())
        if not n or not HEADLINE[0] <= len(seg) - i - n <= HEADLINE[1]:
            continue
        shouted = text[seg[i][0] : seg[i + n - 1][1]].isupper() and not text[seg[i + n][0] : seg[i + n][1]].isupper()
        if shouted and _shared(seg[i + n :], known) >= _shared(seg[:i], known):
            return i + n
    return 0


def _hastes(seg: Sequence[Token], i: int) -> bool:
    """True for a token of a label of tickers, of which "LA UNE" in "A LA UNE" is no section."""
    return any(length(seg, i - n, flashes()) > n for n in range(min(4, i + 1)))


def _apart(text: str, seg: Sequence[Token], n: int) -> bool:
    """True when the section that a stretch begins with is no word of its headline: a capital follows, in Arabic no article behind one."""
    word = text[seg[n][0] : seg[n][1]]
    if _ARABIC.match(word):
        return n > 1 or (seg[0][2].startswith("ال") and not word.startswith("ال"))
    return word[0].isupper() and text[seg[0][0]].isupper()


def leads(text: str, tokens: Sequence[Token], i: int) -> bool:
    """Return whether the token before ends in a mark that leads to what follows: «عاجل: …», «عاجل.. …»."""
    before = text[tokens[i - 1][0] : tokens[i - 1][1]]
    return before[-1] in ":：" or before.endswith("..")


def _kickers(text: str, seg: Sequence[Token]) -> list[tuple[int, int]]:
    """The words in capitals before a word with one capital ("SUCESOS Un toro …"), and those with a colon behind one without a capital."""
    found = []
    for i in range(len(seg) - HEADLINE[0]):
        word, behind = (text[seg[j][0] : seg[j][1]] for j in (i, i + 1))
        if word.isupper() and word.isalpha() and len(word) >= LONG - 1 and behind[0].isupper() and not behind.isupper():
            found.append((i, i + 1))
        mark = behind in ":：" or word[-1] in ":："
        if i and mark and word[0].isupper() and text[seg[i - 1][0]].islower() and text[seg[i - 1][1] - 1].isalnum():
            found.append((i, i + 1))  # "… des éclusiers belges Jordanie : la justice …"
    return found


def _common(text: str, seg: Sequence[Token], small: frozenset[str]) -> list[tuple[int, int]]:
    """The words behind which one has a capital that the text prints without: "… en el puerto Matadero cerrado …", where few have one."""
    printed = [text[a:b] for a, b, _ in seg]
    if sum(p[0].islower() for p in printed) < MOSTLY * len(printed):
        return []
    return [
        (i - 1, i)
        for i in range(1, len(seg))
        if printed[i][0].isupper()
        and printed[i - 1][0].islower()
        and printed[i - 1][-1].isalnum()
        and printed[i].lower().strip(",:;") in small
        and seg[i - 1][2] not in joining()
    ]


MOSTLY = 0.4
"""The share of the words of a stretch without a capital from which capitals tell where something begins."""


def _deck(text: str, tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """The token with which a second headline begins: a small word with a capital, where the headline has few capitals.

    It stands behind a word without a capital, or before one: "… un banco de Baréin El comité de empresa teme …".
    """
    for j in range(first + HEADLINE[0], stop - HEADLINE[0]):
        a, _, word = tokens[j]
        before = text[tokens[j - 1][0] : tokens[j - 1][1]]
        if not text[a].isupper() or word.split("'")[0] not in small() or tokens[j - 1][2] in joining():
            continue
        alone = before[0].islower() or before[0].isdigit() or (len(word) > 1 and text[tokens[j + 1][0]].islower())
        if before[-1].isalnum() and alone:
            long = [text[x:y] for x, y, w in tokens[first + 1 : stop] if len(w) >= LONG]
            if long and sum(w[0].islower() for w in long) >= 0.5 * len(long):
                return j
    return None


def _entries(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The stretches of tokens that may be entries of a menu above a headline: sections, buttons, announcements."""
    found, i = [], 0
    while i < len(tokens):
        n = length(tokens, i, chrome()) if tokens[i][2] and not text[tokens[i][0]].islower() else 0
        if n and not (i + n < len(tokens) and text[tokens[i + n][0]].islower()):
            stroke = i + n < len(tokens) and text[tokens[i + n][0] : tokens[i + n][1]] in _STROKES
            found.append((i, i + n + stroke))  # «سباحة / ذهبية جديدة …»
        i += n or 1
    return found


_STROKES = frozenset("/ | // || > › » - – —".split())
"""Marks behind a section, before the headline."""


def hasty(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the stretches of tokens that announce in haste, with their mark: «عاجل:», "Just in:", "En ce moment :"."""
    found = []
    for i in range(len(tokens)):
        n = length(tokens, i, flashes())
        last = text[tokens[i + n - 1][0] : tokens[i + n - 1][1]] if n else ""
        colon = bool(n) and i + n < len(tokens) and not tokens[i + n][2]
        capitals = bool(n) and all(text[a:b].isupper() for a, b, _ in tokens[i : i + n]) and i + n < len(tokens)
        if n and (last[-1] in ":：" or last.endswith("..") or colon or capitals):
            found.append((i, i + n + colon))
    return found
