"""A page that a scraper put on one line, cut where its parts must have met: masthead, menu, headline, date, text, buttons."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import regex

from isnad.extract.chrome import homes, phrases
from isnad.extract.datelines import short_dates
from isnad.extract.onedate import CUE, NAME, cue_words, date_line, signed_before
from isnad.extract.onehead import (
    LONGEST_AD,
    Token,
    advertised,
    advertisement,
    begins,
    follows,
    goes_on,
    joining,
    resumes,
    signs,
)
from isnad.extract.onewords import (
    announcements,
    chrome,
    credits,
    flashes,
    furniture,
    length,
    rubrics,
    subjects,
    summons,
    tokens_of,
    unit,
)
from isnad.extract.persons import called, desks, of_press, person, when_words
from isnad.languages.calendar import CalendarDate, find_dates
from isnad.text import fold_key

LEAST = 260
"""Characters of the shortest line that may be a whole page."""
HEAD = 800
"""Characters of a line in which the date under its headline stands."""
MASTHEAD = 6
"""Words of the longest name of a site before its menu."""
PLACES = 2
"""Words between a paper's name and the first known entry of its menu from which they are entries too: the towns it writes of."""
HEADLINE = (4, 32)
"""Words of a headline between menu and date."""
ROW = 3
"""How much buttons and counts of readers in a row must say that they stand under a headline without a date."""
_ARABIC = re.compile("[\u0621-\u064a]")
_EMOJI = re.compile("[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]+")
"""Pictographs, which people who pass news on set between its parts."""
_BOLD = re.compile(r"\*(?P<title>[^*\n]{12,200})\*(?=\s)")
_SENTENCE_END = re.compile(r"[.!?؟…][\"»”’)\]]*\s+")
_ONE_STOP = re.compile(r"(?<![.…])[.!?؟][\"»”’)\]]*\s+")
"""The end of a sentence; two points behind a word of haste or a place (Arabic headlines have them) are none."""
_STOPS = '.!?؟…»”"'
MOST_ABOVE = 60
"""Words between a menu and a date, among which a headline is looked for."""
WEEKDAY = 5
"""Characters of a weekday cut short before its day: "Vie, 20/09/2024"."""
TOLD = 3000
"""Characters of a text from which its words are taken."""
Span = tuple[int, int]


def unrolled(text: str, start: int, end: int, heads: set[int] | None = None) -> list[Span]:
    """Return the stretches of a line, in order; the whole of it when nothing tells where its parts meet. O(length).

    Where a headline begins is noted in ``heads``: what stands before it is no text.
    """
    if end - start < LEAST:
        return [(start, end)]
    cuts = {start, end}
    for m in _EMOJI.finditer(text, start, end):
        cuts |= {m.start(), m.end()}
    bold = _BOLD.search(text, start, min(end, start + HEAD))
    if bold is not None:
        cuts |= {bold.start(), bold.start("title"), bold.end("title"), bold.end()}
    runs = _runs(text, start, end)
    named = next((a for a, _, w in tokens_of(text, start, start + 120)[1 : MASTHEAD + 1] if w in homes()), None)
    if runs and named is not None and runs[0][0] < named < runs[0][1] and of_press(text[runs[0][0] : named]):
        runs[0] = (named, runs[0][1])  # "The Lakeside Tribune Home News …": a section is called so too
    if named is not None and runs and start < named < runs[0][0] and not text[named].islower():
        runs[0] = (named, runs[0][1] if len(text[named : runs[0][0]].split()) <= MASTHEAD else named)
    near = bool(runs) and len(text[start : runs[0][0]].split()) <= MASTHEAD
    name = _paper(text, start)
    if name is not None and (not near or (name < runs[0][0] and len(text[name : runs[0][0]].split()) >= PLACES)):
        cuts.add(name)
    if near:
        cuts |= {runs[0][0], runs[0][1]}
    top = runs[0][1] if runs else start
    date = _first_date(text, top, min(end, start + HEAD))
    body = top
    if (found := _headed(text, top, date, end, runs)) is not None:
        cuts |= found[0]
        body = found[1]
        if heads is not None and found[2] is not None:
            heads.add(found[2])
        if runs and runs[0][1] < body:
            cuts |= {*runs[0]}  # a printed paper's head is longer than a name
    elif (begun := _verb_first(text, top, end)) is not None:
        cuts.add(begun)
        body = begun
        if heads is not None:
            heads.add(begun)
    cuts |= _behind_sentences(text, body, end, runs)
    return _between(text, cuts)


def _verb_first(text: str, top: int, end: int) -> int | None:
    """Where an Arabic text without a headline begins behind a ticker: with the first verb that news begins with and headlines do not.

    «الأكثر قراءة: توقيف صراف في أبيدجان / وفاة عميد الجالية قضى سبعة عشر شخصا …»
    """
    if _ARABIC.search(text, top, min(end, top + LONGEST_LABEL)) is None:
        return None
    tokens = tokens_of(text, top, min(end, top + HEAD))
    near = range(min(len(tokens), 2 * HEADLINE[1]))
    labelled = next((i for i in near if length(tokens, i, flashes()) or text[tokens[i][1] - 1] in ":："), None)
    if labelled is None:
        return None
    behind = range(labelled + HEADLINE[0], len(tokens))
    found = next((i for i in behind if tokens[i][2] in phrases("begins") and not follows(tokens[i - 1][2])), None)
    return None if found is None or _ONE_STOP.search(text, top, tokens[found][0]) else tokens[found][0]


LONGEST_LABEL = 40
"""Characters of the head of a line in which its script is told."""


def _paper(text: str, start: int) -> int | None:
    """Where a paper's name ends with which a page begins, entries of a menu behind it: "El Correo del Pisuerga Valladolid Provincia …"."""
    tokens = tokens_of(text, start, start + 200)[: MASTHEAD + ROW + NAME]
    at = next((i for i in range(min(ROW, len(tokens))) if of_press(tokens[i][2])), None)
    if at is None or any(not text[t[0]].isupper() for t in tokens[: at + 1]):
        return None
    end = at + 1
    while end + 1 < len(tokens) and tokens[end][2] in _OF:
        small = 1 + (tokens[end + 1][2] in _THE and text[tokens[end + 1][0]].islower())
        if end + small >= len(tokens) or not text[tokens[end + small][0]].isupper():
            break
        end += small + 1
    named = end - (tokens[0][2] in _THE) >= 2
    entries = sum(bool(length(tokens, i, chrome())) for i in range(end, len(tokens)))
    return tokens[end][0] if named and entries >= 2 and end < len(tokens) and text[tokens[end][0]].isupper() else None


_OF = frozenset("de del du des of d".split())
_THE = frozenset("the el la le les los las".split())


def interrupted(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches of a text without its head: advertisements amid it are cut out, and what stands behind its last sentence."""
    return _between(text, {start, end} | _behind_sentences(text, start, end, _runs(text, start, end)))


def topped(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches of a piece that begins with a headline, its date in figures or its cue under it; else those of a text."""
    date = _first_date(text, start, min(end, start + HEAD))
    runs = _runs(text, start, end)
    found = _headed(text, start, date, end, runs) if date is not None and _set_off(text, start, date, end) else None
    cuts, body, _ = found or (set(), start, None)
    return _between(text, {start, end} | cuts | _behind_sentences(text, body, end, runs))


def _set_off(text: str, start: int, date: CalendarDate, end: int) -> bool:
    """True for a date that stands in no sentence: in figures, behind its cue, or with its hour."""
    printed = text[start + date.start : start + date.end]
    if not any(c.isalpha() for c in printed):
        return True
    line, stop, body = date_line(text, start, date, end)
    return line < start + date.start or stop > start + date.end or body > start + date.end + 2


def announced(text: str, start: int, end: int) -> list[Span]:
    """Return a few words cut where a phrase and its colon announce another article: "Horoscope Les plus lus : …"."""
    cuts = {a for a in _announcing(text, start, end) if ":" in text[a : a + 40]}
    return _between(text, {start, end} | cuts)


def _behind_sentences(text: str, body: int, end: int, runs: Sequence[Span]) -> set[int]:
    tokens = tokens_of(text, body, end)
    announcing = _announcing(text, body, end)
    told = [a for a in announcing if _SENTENCE_END.search(text, max(body, a - 4), a)]
    told += [
        a
        for i, (a, _, _) in enumerate(tokens)
        if i
        and text[tokens[i - 1][1] - 1] in _STOPS
        and (credits(tokens, i) or _buttons(text, tokens, i, announcing) or _initialled(text, tokens, i, announcing))
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
    announces = any(t[0] in announcing for t in tokens[i : stop + 1])
    return (said >= ROW and not text[tokens[stop][0]].islower()) or (said > 0 and announces)


_INITIALS = re.compile(r"[A-Za-z]{2,6}(?:/[A-Za-z]{2,5}){1,4}|\((?:[^()\s:]{3,12}\s?:\s?)[^()]{2,30}\)")
"""The letters of those who wrote and edited an agency's text, behind it: "AAN/rfl/cmp", «(تحرير: ح. ش.)»."""


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
            at = goes_on(text, tokens, n)
            behind = None if at is None else tokens[at][0]
        if (
            behind is not None
            and len(_SENTENCE_END.findall(text, behind, min([t for t in told if t > a], default=end))) >= GOES_ON
        ):
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
        behind = goes_on(text, tokens, i + n - 4) if not _ARABIC.match(text[a]) else resumes(tokens, i + n)
        if behind is not None and not any(text[t[1] - 1] in ",،" for t in tokens[i:behind]):
            found.append((a, tokens[behind][0]))
    return found


LONGEST_INSERTED = 160
"""Characters of the longest announcement amid a text."""
GOES_ON = 2
"""Sentences that stand behind an announcement amid a text."""


def _between(text: str, cuts: set[int]) -> list[Span]:
    ordered = sorted(cuts)
    return [s for a, b in itertools.pairwise(ordered) if (s := _trimmed(text, a, b)) is not None]


def _trimmed(text: str, a: int, b: int) -> Span | None:
    while a < b and (text[a].isspace() or text[a] in "|*_·"):
        a += 1
    while b > a and (text[b - 1].isspace() or text[b - 1] in "|*_·"):
        b -= 1
    return (a, b) if any(c.isalnum() for c in text[a:b]) else None


def _runs(text: str, start: int, end: int) -> list[Span]:
    """Where two entries of a menu, or two buttons, and more stand in a row: no sentence does that."""
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
        if entries and at < len(tokens) and (text[tokens[at][0]].islower() or _leads(text, tokens, at)):
            stop = entries.pop()  # "Local Council bans …", "Just in: …": the last of them begins the headline
        if len(entries) >= 2 and text[tokens[i][0]].isupper() | bool(_ARABIC.match(text[tokens[i][0]])):
            out.append((tokens[i][0], tokens[stop - 1][1]))
        i = max(at, i + 1)
    return out


def _leads(text: str, tokens: Sequence[Token], i: int) -> bool:
    """True when the token before ends in a mark that leads to what follows: «عاجل: …», «عاجل.. …»."""
    before = text[tokens[i - 1][0] : tokens[i - 1][1]]
    return before[-1] in ":：" or before.endswith("..")


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


def _first_date(text: str, start: int, end: int) -> CalendarDate | None:
    languages = ("ar",) if _ARABIC.search(text, start, end) else ("fr", "es", "en")
    found = [d for k in languages for d in find_dates(text[start:end], k) if d.full]
    found = found or list(short_dates(text[start:end]))
    return min(found, key=lambda d: d.start) if found else None


def _headed(
    text: str, top: int, date: CalendarDate | None, end: int, runs: Sequence[Span]
) -> tuple[set[int], int, int | None] | None:
    """Where headline, author and what stands under it are cut, and where the text begins; ``None`` when nothing of it is there.

    The line under a headline has the date; without one, the buttons and counts of readers in a row.
    """
    found = None
    if date is not None:
        found = date_line(text, top, date, end)
        if not _heads(text, top, found[0]) or _in_sentence(text, found[0], date, top, found[2]):
            found = None
    under = _undated(text, top, end) if found is None else None
    found = found or (under[:3] if under else None)
    if found is None:
        return None
    line, stop, body = found
    if date is not None and (below := _below_date(text, found, end)) is not None:
        return below
    if not _heads(text, top, line):
        return ({line, stop, body}, body, None) if date is None and _ONE_STOP.search(text, top, line) else None
    told = fold_key(text[body : body + TOLD])
    day = top + date.start if date is not None and under is None else None
    tokens = tokens_of(text, top, line)
    cuts = {line, stop, body} | ({under[3]} if under else set())
    if day is not None:
        cut_short = text[day - WEEKDAY].isalpha() and text[day - WEEKDAY - 1].isspace() and text[day - 2] in ",."
        cuts |= {a for a in signed_before(text, line - 1, day - WEEKDAY if cut_short else day) if a > line}
    if (at := _rubric(text, top, tokens)) is not None:
        cuts.add(tokens[at][0])
        tokens = tokens[:at]
    if (at := signs(text, tokens, told)) is not None and at >= HEADLINE[0] - 1:
        at = _with_desk(tokens, at)
        cuts.add(tokens[at][0])
        tokens = tokens[:at]
    entries = _entries(text, tokens)
    hasty = _flashes(text, tokens)
    if at := begins(text, tokens, entries, told, hasty):
        bare = [(a, b) for a, b in hasty if tokens[b - 1][2] and not _leads(text, tokens, b)]
        at = next((b for a, b in bare if a == at), at)  # "URGENT Tchad : …"
        at = next((a for a, b in hasty if b == at and (a, b) not in bare and tokens[a][2] in phrases("flash")), at)
        at = _behind_trail(text, top, tokens, at)
        cuts.add(tokens[at][0])
    elif len(tokens) > HEADLINE[1]:
        return None
    else:
        cuts.add(top)
    cuts |= {at for run in runs if top < run[0] and run[1] < line for at in run}
    return cuts, body, tokens[at][0] if tokens else None


def _behind_trail(text: str, top: int, tokens: Sequence[Token], i: int) -> int:
    """The token behind the last station of a trail, which the menu has too: "Régions > Tataouine Oum Chouk : le ruban mardi"."""
    if text[tokens[i][0] : tokens[i][1]] not in _TRAIL_MARKS or i + HEADLINE[0] >= len(tokens):
        return i
    menu = f" {' '.join(fold_key(text[:top]).split())} "
    known = (n for n in (3, 2, 1) if f" {' '.join(t[2] for t in tokens[i + 1 : i + 1 + n])} " in menu)
    return i + 1 + next(known, 1)


_TRAIL_MARKS = frozenset(">›»")


def _below_date(text: str, found: tuple[int, int, int], end: int) -> tuple[set[int], int, int | None] | None:
    """Where a headline is cut that stands between its date and a row of buttons, its section and its author before the date.

    "Municipios — Leonel Zubiría — Puerto Lindo, 10 may. 2021, 7:05 p.m. La alcaldesa cierra el vertedero Escuchar 3 min Compartir …"
    """
    line, _, body = found
    under = _undated(text, body, end, ROW - 1)
    if under is None or under[0] - body > LONGEST_HEADLINE or not _heads(text, body, under[0]):
        return None
    if len(text[body : under[0]].split()) > HEADLINE[1] or text[body].islower():
        return None
    cuts = {line, body, *under}
    signed = _SIGNED_BEFORE.search(text, max(0, line - LONGEST_SIGNED), line)
    if signed is not None and person(signed["name"], near=True):
        cuts |= {signed.start(), signed.start("name"), signed.end("name")}
    return cuts, under[2], line


LONGEST_HEADLINE, LONGEST_SIGNED = 240, 90
"""Characters of the longest headline between a date and buttons, and of what says before the date who wrote."""
_SIGNED_BEFORE = regex.compile(
    r"(?<=\s)(?:\p{Lu}[\p{L}' ]{2,24}?\s+[—–|-]\s+)?(?P<name>\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3})\s+[—–|-]\s+(?:[\p{L}' ]{2,30},\s*)?$"
)
"""A section, an author and his place, dashes between them, before a date."""


def _rubric(text: str, top: int, tokens: Sequence[Token]) -> int | None:
    """The token with which the section begins that stands between a headline and its date: "… el litio de Coyamba Economía 10/09/2024".

    The menu above has it too, or it has a capital behind a word without one.
    """
    for n in (3, 2, 1):
        at = len(tokens) - n
        if at < HEADLINE[0] or length(tokens, at, rubrics()) != n or text[tokens[at][0]].islower():
            continue
        before = text[tokens[at - 1][0] : tokens[at - 1][1]]
        if before[-1] in ",،:;" or tokens[at - 1][2] in joining():
            return None
        words = " ".join(t[2] for t in tokens[at:])
        menu = any(words == " ".join(t[2] for t in row) for row in _rows(tokens_of(text, 0, top), n))
        latin = not _ARABIC.match(text[tokens[at][0]])
        if menu or (latin and before[0].islower()):
            return at
    return None


def _rows(tokens: Sequence[Token], n: int) -> Iterator[Sequence[Token]]:
    """Every stretch of so many tokens."""
    return (tokens[i : i + n] for i in range(len(tokens) - n + 1))


def _with_desk(tokens: Sequence[Token], i: int) -> int:
    """The token with which the desk before an author and a mark begins: "Redacción Local / Mabel Ovando"."""
    if i < HEADLINE[0] + 2 or tokens[i - 1][2]:
        return i
    words = {n: " ".join(t[2] for t in tokens[i - 1 - n : i - 1]) for n in (2, 1)}
    return next((i - 1 - n for n, w in words.items() if not desks().isdisjoint(w.split())), i)


def _heads(text: str, top: int, line: int) -> bool:
    """True when a headline may stand between a menu and the line under it: some words, and no sentence among them."""
    words = len(text[top:line].split())
    return HEADLINE[0] <= words <= MOST_ABOVE and not _ONE_STOP.search(text, top, line)


def _undated(text: str, top: int, end: int, least: int = ROW) -> tuple[int, int, int, int] | None:
    """The line under a headline that has no date: the last buttons and counts of readers in a row before the first sentence ends."""
    stop = _ONE_STOP.search(text, top, min(end, top + HEAD))
    tokens = tokens_of(text, top, stop.start() if stop and text[stop.start()] != "!" else min(end, top + HEAD))
    found, i = None, HEADLINE[0]
    while i < len(tokens):
        behind, told = furniture(text, tokens, i) if not text[tokens[i][0]].islower() else (i, 0)
        if told >= least and behind < len(tokens) and not text[tokens[behind][0]].islower():
            bare = text[tokens[i][0] : tokens[i][1]].isdigit() and unit(text, tokens, i) == (1, 0)
            found = (i + bare, behind)  # "… raises the toll to 41 Read 87 times": the number is the headline's
        i = max(behind, i + 1)
    if found is None:
        return None
    first, body = found
    while first > HEADLINE[0] and tokens[first - 1][2] in when_words():
        first -= 1  # «تم النشر قبل 3 ساعات»
    signed = next((j for j in range(max(HEADLINE[0], first - CUE), first) if _signed(text, tokens, j, first)), first)
    return tokens[signed][0], tokens[body - 1][1], tokens[body][0], tokens[first][0]


def _signed(text: str, tokens: Sequence[Token], i: int, end: int) -> bool:
    """True when the words up to a place are a cue and who wrote: "Par Salima Ouchrif"."""
    name = text[tokens[i][1] : tokens[end - 1][1]].strip(" :|-–—,،.")
    if tokens[i][2] not in cue_words() or not name:
        return False
    if text[tokens[i][1] - 1] in ":：":
        return person(name, near=True)  # «بقلم: سنية بلغيث»
    return (called(name) or name[0].isupper()) and person(name)


def _flashes(text: str, tokens: Sequence[Token]) -> list[Span]:
    """The stretches of tokens that announce in haste, with their mark: «عاجل:», "Just in:", "En ce moment :"."""
    found = []
    for i in range(len(tokens)):
        n = length(tokens, i, flashes())
        last = text[tokens[i + n - 1][0] : tokens[i + n - 1][1]] if n else ""
        colon = bool(n) and i + n < len(tokens) and not tokens[i + n][2]
        capitals = bool(n) and all(text[a:b].isupper() for a, b, _ in tokens[i : i + n]) and i + n < len(tokens)
        if n and (last[-1] in ":：" or last.endswith("..") or colon or capitals):
            found.append((i, i + n + colon))
    return found


def _entries(text: str, tokens: list[Token]) -> list[Span]:
    """The stretches of tokens that may be entries of a menu above a headline: sections, buttons, announcements."""
    found, i = [], 0
    while i < len(tokens):
        n = length(tokens, i, chrome()) if tokens[i][2] and not text[tokens[i][0]].islower() else 0
        if n:
            found.append((i, i + n))
        i += n or 1
    return found


def _in_sentence(text: str, line: int, date: CalendarDate, top: int, body: int) -> bool:
    """True for a date that a sentence goes on behind: no capital follows, or an Arabic preposition."""
    after = tokens_of(text, body, body + 60)[:1]
    if not after:
        return False
    word = text[after[0][0] : after[0][1]]
    if _ARABIC.match(word):
        if line < top + date.start and tokens_of(text, line, line + 20)[0][2] not in _LEADING:
            return False  # its own formula leads to the date
        before = tokens_of(text, max(top, line - 40), line)[-2:]
        return after[0][2] in _LEADING or any(w in _LEADING for _, _, w in before)
    return word[0].islower()


_LEADING = frozenset("في يوم من على علي الى عن ان بان منذ حتى حتي بعد قبل خلال عندما حيث التي الذي ثم".split())
"""Arabic words before or behind a date that stands in a sentence."""


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


def promotes(text: str, before: Span, span: Span) -> bool:
    """True for a stretch of a line that is an advertisement: behind a sentence, a few words under their word for it."""
    if text[before[1] - 1] not in _STOPS or len(text[span[0] : span[1]].split()) > LONGEST_AD + 2:
        return False
    first = tokens_of(text, *span)[0]
    return first[2] in advertised() and not text[first[0]].islower()
