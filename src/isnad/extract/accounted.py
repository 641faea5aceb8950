"""A line of credit of which every word is accounted for: what it says was done with a text, from whom, by whom, and the names between.

"Traducido del francés. Fuente: Radio Barlavento", "Celia Quispe pour La Voz de la Puna – trad. L. F.", «عن الإسبانية: صحيفة الضفتين، ترجمة خاصة».
Formulas need not be foreseen: each word is one of a closed list (``languages/*/provenance.toml``) or of a name, and what a name is, the
words right before it say. A word of neither kind, and the line is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import regex
from msgspec import Struct

from isnad.extract.chrome import phrases
from isnad.extract.datelines import all_dates
from isnad.extract.looks import folded
from isnad.extract.outlet_names import nations, no_outlets
from isnad.extract.persons import agency, called, desks, generic, initials, of_press, person, press_words
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

LONGEST, WORDS = 200, 34
"""Characters and words of the longest such line."""
NAME = 6
"""Words of the longest name."""
_TOKEN = regex.compile(
    r"(?P<elided>(?:d|l|qu)['’])(?=\p{L})|(?P<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[&’'.-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]*)*)|(?P<mark>\S)"
)
_ASIDE = regex.compile(r"\s*\(([^()]{2,60})\)")
_ARABIC = regex.compile(r"[\u0621-\u064a]")
_ABOUT = frozenset("عن sur on about sobre".split())
"""What leads from a text to its matter as well as to its outlet."""
SHORTENED = 6
"""Letters of the longest word that a point shortens."""
MOST = 4
"""Names of the line that has most."""
_SMALL = frozenset(
    "de del della di da do du des la las los le les el of the and & e y et en al ben bin ibn abu von van d' l'".split()
)
_ARTICLES = frozenset("the le la les l' el los las ذا ذي".split())
_HERE = frozenset("هنا datos data donnees informations بيانات البيانات معلومات المعلومات".split())
"""Where buttons lead («اضغط هنا»), and what is no text: "Fuente de los datos: …"."""
_NEVER = frozenset("=@#?!؟<>{}_")
"""Marks that stand in no such line."""
_QUOTES = str.maketrans("", "", '«»"“”‘[]')


class Account(Struct, frozen=True):
    """The outlet that a text comes from, who wrote it there, and who translated it, the latter two if told.

    ``spoken`` when the page says so in a sentence of its own, as standfirsts do: "Nous traduisons un article de …".
    """

    publisher: str
    author: str | None = None
    translator: str | None = None
    spoken: bool = False


class _Name(Struct):
    """A name of a line, the folded words before it up to the last mark, that mark, all words of credit before; whether a mark is behind it."""

    text: str
    before: tuple[str, ...]
    mark: str
    past: frozenset[str] = frozenset()
    closed: bool = True


def account(line: str) -> Account | None:
    """Return what a line of nothing but credit says; ``None`` for a line with any other word in it, or without an outlet."""
    if not 8 <= len(line) <= LONGEST or not _NEVER.isdisjoint(line):
        return None
    if line[-1] != ":" and _telling().isdisjoint(_RUNS.findall(folded(line))):
        return None
    return _account(line)


@cache
def _telling() -> frozenset[str]:
    """The longest run of letters of each word by one of which a line is sure to say whose a text was."""
    words = _words("sure") | _words("printed") | _words("for") | _tongues()
    return frozenset(max(_RUNS.findall(w), key=len) for w in words)


_RUNS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1024)
def _account(line: str) -> Account | None:
    asides: list[str] = []

    def aside(found: regex.Match[str]) -> str:
        said = found[1].strip()
        if not _words("sure").isdisjoint(_said(said)):
            return f" , {said} , "
        asides.append(said)
        return " "

    bare = _undated(_ASIDE.sub(aside, line).translate(_QUOTES))
    found = list(_names(bare, _ARABIC.search(bare) is not None))
    said = _said(bare)
    if not found or not found[-1].text or len(found) > MOST or not _HERE.isdisjoint(said):
        return None
    told = [(n, _role(n)) for n in found]
    roles = {role for _, role in told}
    if "unknown" in roles or ("site" in roles and "outlet" not in roles):
        return None
    authors = [n.text for n, role in told if role == "author"]
    outlets = [n.text for n, role in told if role == "outlet"]
    free = [n.text for n, role in told if role == "free"]
    apart = [n.text for n, role in told if role == "free" and n.closed]
    outlets = outlets or [n for n in (*apart, *asides) if of_press(n)]
    outlets = outlets or [n for n in apart if not _human(n)] or [n for n in apart if not called(n)]
    outlets = [o for o in outlets if _outlet(o)]
    said -= {w.strip("'") for n in found for w in fold_key(n.text).split()}  # "Tu Resumen" is a name
    if not outlets or not _sure(said, bool(authors), told, line[-1] == ":"):
        return None
    other = next((n for n in free if _articled(n) or of_press(n)), None)
    if other is not None and _human(outlets[0]) and not _articled(outlets[0]):
        authors, outlets = [*authors, outlets[0]], [other]  # "D'après Awa Ka, Ach-Chourouq"
    people = (
        n
        for n, least in ((n, n in asides) for n in (*free, *asides))
        if n != outlets[0] and _human(n) and (least or called(n))
    )
    translators = [n.text for n, role in told if role == "translator"]
    return Account(
        outlets[0],
        next(iter((*authors, *people)), None),
        translators[0] if translators else None,
        line[-1] == "." and not _words("we").isdisjoint(said),
    )


def _sure(words: set[str], signed: bool, told: Sequence[tuple[_Name, str]], leads: bool) -> bool:
    """True when a line says that a text was another's: by a word for it, or by what was printed where, or by whom for whom."""
    if not _words("sure").isdisjoint(words) or (
        leads and any(_named_as_press(n.text) for n, role in told if role == "outlet")
    ):
        return True
    outlets = [n for n, role in told if role == "outlet"]
    if any(len(n.before) > 2 and n.before[-2] in _tongues() and n.before[0] in _leading() for n in outlets):
        return True  # "From the Arabic of An-Nahdi (Oman)"
    printed = any(
        not _words("printed").isdisjoint(n.before) and not _words("texts").isdisjoint(n.past) for n in outlets
    )
    return printed or (signed and any(n.before and n.before[-1] in _words("for") for n in outlets))


def _undated(line: str) -> str:
    """A line without the days printed in it."""
    for day in reversed(all_dates(line) if any(c.isdigit() for c in line) else []):
        line = f"{line[: day.start]} {line[day.end :]}"
    return line


def _said(line: str) -> set[str]:
    return {fold_key(m.group()).strip("'") for m in _TOKEN.finditer(line)}


def _names(line: str, arabic: bool) -> Iterator[_Name]:
    """The names of a line with what stands before each; a last one without text says that a word was not accounted for."""
    tokens = [(m.lastgroup or "", m.group()) for m in _TOKEN.finditer(line)]
    if len(tokens) > WORDS:
        yield _Name("", (), "")
        return
    before: list[str] = []
    past: set[str] = set()
    mark, i = "", 0
    while i < len(tokens):
        kind, printed = tokens[i]
        key = fold_key(printed)
        if printed == "." and before and before[-1] in _words("turned") and len(before[-1]) <= SHORTENED:
            i += 1  # "trad. L. F."
        elif kind == "mark":
            before, mark, i = ([*before, ":"] if printed in ":：" else []), printed, i + 1
        elif _credits(tokens, i, arabic, not before):
            before.append(key.strip("'"))
            past.add(before[-1])
            i += 1
        else:
            end = _arabic_end(tokens, i) if arabic else _latin_end(tokens, i)
            if end == i or end - i > NAME + 2:
                yield _Name("", (), "")
                return
            kept, kind = end, before[-1] if before else ""
            while (
                arabic
                and kept - i > 1
                and fold_key(tokens[i][1]) != "نشره"
                and fold_key(tokens[kept - 1][1]) in nations()
            ):
                kept -= 1  # «وكالة تيسوم المكسيكية»
            name = _joined(tokens[i:kept])
            if before[-2:-1] == [":"] and kind in _words("called") and _ARABIC.match(name):
                name = f"{tokens[i - 1][1]} {name}"  # «المصدر: صحيفة الرصيف»
            yield _Name(name, tuple(before), mark, frozenset(past), end == len(tokens) or tokens[end][0] == "mark")
            before, mark, i = [], "", end


def _joined(tokens: Sequence[tuple[str, str]]) -> str:
    """Words as they are printed: "J. A. Villatoro", "La Voix de l'Est"."""
    out = ""
    for _, w in tokens:
        out += w if not out or out[-1] in "'’" or w == "." else f" {w}"
    return out


def _credits(tokens: Sequence[tuple[str, str]], i: int, arabic: bool, opens: bool) -> bool:
    """True for a word of the lists where it stands: in small letters, or with a capital where a clause begins and no name goes on."""
    kind, printed = tokens[i]
    if kind == "elided":
        return True
    key = fold_key(printed)
    follows = tokens[i + 1] if i + 1 < len(tokens) else ("", "")
    named = follows[0] == "word" and follows[1][0].isupper()
    if key in desks() and (follows[0] == "mark" or not follows[1]):
        return True
    if arabic and _ARABIC.match(printed):
        known = key in _known() or (key[:1] in "وف" and key[1:] in _known())
        return (known and key not in _heads()) or _authors(key) or _led(key)
    if key not in _known():
        return printed.isdigit()
    if printed[0].islower():
        return True
    if len(printed) == 1:
        return False  # "trad. L. F."
    if key in _tongues():
        return not named
    return opens and not (
        named and (key in _ARTICLES or key not in _words("from") | _words("turned") | _words("sure") | _words("by"))
    )


def _latin_end(tokens: Sequence[tuple[str, str]], i: int) -> int:
    """Behind the last word of a name in capitals, small words between them among it; the start when none begins there."""
    if tokens[i][0] != "word" or not _capital(tokens[i][1]):
        return i
    end = i + 1
    while end < len(tokens):
        kind, printed = tokens[end]
        if kind == "word" and _capital(printed):
            end += 1
        elif printed == "." and len(tokens[end - 1][1].rpartition(".")[2]) == 1 and tokens[end - 1][1][-1].isupper():
            end += 1  # "J. A. Villatoro"
        elif printed == "&" and end + 1 < len(tokens) and _capital(tokens[end + 1][1]):
            end += 2
        elif (rest := _small(tokens, end)) > end:
            end = rest
        else:
            break
    return end


def _capital(word: str) -> bool:
    """True for a word of names: with a capital, a number, or a capital behind an Arabic article ("al-Qanal")."""
    return word[0].isupper() or word[0].isdigit() or _JOINED.match(word) is not None


_JOINED = regex.compile(r"[ae]\p{Ll}{0,2}-\p{Lu}")


def _small(tokens: Sequence[tuple[str, str]], i: int) -> int:
    """The capital behind small words that stand inside a name; where none does, the small words' own place."""
    at = i
    while (
        at < len(tokens)
        and at - i < 3
        and (tokens[at][0] == "elided" or fold_key(tokens[at][1]) in _SMALL)
        and not tokens[at][1][0].isupper()
    ):
        at += 1
    if at == i or at >= len(tokens) or tokens[at][0] != "word" or not tokens[at][1][0].isupper():
        return i
    paper = i > 0 and fold_key(tokens[i - 1][1]) in press_words()  # "La *Gaceta* de La Isleta"
    return i if fold_key(tokens[at][1]) in _ARTICLES and not paper else at  # "… Celia Quispe de La Voz"


def _arabic_end(tokens: Sequence[tuple[str, str]], i: int) -> int:
    if not _ARABIC.match(tokens[i][1]):
        return _latin_end(tokens, i)
    end = i
    while end < len(tokens) and _ARABIC.match(tokens[end][1]) and not (end > i and _credits(tokens, end, True, False)):
        end += 1
    return end


def _role(n: _Name) -> str:
    """What the words right before a name say that it is; "unknown" when they lead to none."""
    before = n.before
    if not before:
        return "free" if not _ARABIC.match(n.text) or n.mark or _human(n.text) or of_press(n.text) else "unknown"
    last = before[-1]
    at = max((i for i, w in enumerate(before) if w in _words("turned")), default=-1)
    turned = at >= 0 and _words("texts").isdisjoint(before[at + 1 :])
    by = last in _words("by") or _authors(last)
    small = at >= 0 and len(before) - at == 2 and last in _SMALL and called(n.text)  # "traduction de Maud Perrelet"
    if turned and (last == ":" or by or small or at == len(before) - 1):
        human = (_human(n.text) and (last == ":" or by or called(n.text))) or initials(n.text)
        other = "site" if _ARABIC.match(n.text) else "outlet"  # «ترجمة الساحل بالعربية»
        return "translator" if human else other if last != ":" else "free"
    if (
        len(before) == 1
        and last in _words("by")
        and not _words("turned").isdisjoint(n.past)
        and _words("texts").isdisjoint(n.past)
        and _human(n.text)
    ):
        return "translator"  # "Traduit de l'arabe, Ar-Rawakib (Khartoum), par Solène Kerbrat"
    if by:
        return "author" if _human(n.text) and (called(n.text) or _words("printed").isdisjoint(before)) else "outlet"
    about = last in _ABOUT and not _words("texts").isdisjoint(before[-3:-1])
    if about and not of_press(n.text) and _words("turned").isdisjoint(before) and _words("sure").isdisjoint(before):
        return "unknown"  # «تقرير عن الجفاف», "Article sur le port"
    if _ARABIC.match(n.text) and not (last in _leading() or last == ":" or _led(last) or of_press(n.text)):
        return "author" if last in _words("texts") and called(n.text) and person(n.text) else "unknown"
    named = _human(n.text) and (called(n.text) or not _words("texts").isdisjoint(before[-2:]))
    return "author" if named and last not in _words("for") else "outlet"


def _authors(word: str) -> bool:
    """True for what stands before who wrote: "reporter", «الكاتبة», «للصحفي»."""
    bare = f"ال{word.removeprefix('لل')}" if word.startswith("لل") else word.removeprefix("ل")
    return word in _words("authors") or bare in _words("authors")


def _led(word: str) -> bool:
    """True for what an Arabic outlet is called, perhaps with its preposition: «صحيفة», «لصحيفة»."""
    return word in _words("called") or word.removeprefix("ل").removeprefix("ب") in _words("called")


@cache
def _leading() -> frozenset[str]:
    return _words("from") | _words("for")


def _named_as_press(name: str) -> bool:
    return of_press(name) or _articled(name)


def _human(name: str) -> bool:
    return not (of_press(name) or _articled(name) or _place(name)) and person(name, near=True)


def _articled(name: str) -> bool:
    """True for a name that opens with an article, as names of papers do and of people do not."""
    return fold_key(name).split()[0] in _ARTICLES or _ARTICLE.match(name) is not None


_ARTICLE = regex.compile(r"(?:A[a-z]{1,2}|E[lnrst])-\p{Lu}")


def _place(name: str) -> bool:
    return fold_key(name) in no_outlets()


def _outlet(name: str) -> bool:
    words = fold_key(name).split()
    if _known().issuperset(words) or (words[0] in ("de", "du", "del") and press_words().issuperset(words[1:])):
        return False  # "In Summary", "(Resumen) de prensa"
    if " ".join(words) in phrases("reviews") or (len(words) == 1 and words[0] in press_words()):
        return False  # «الصحافة», "La prensa"
    return not (
        desks().issuperset(words) or generic(name) or agency(name) or initials(name) or _place(name) or len(name) < 3
    )


@cache
def _heads() -> frozenset[str]:
    """What an Arabic outlet is called that is a part of its name: «وكالة», «شبكة»."""
    return frozenset(fold_key(w) for w in table("ar", "provenance")["outlets"]) - _words("called") | frozenset(
        fold_key(w) for w in table("ar", "provenance")["called"] if len(w.split()) == 1
    ) - _words("called")


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(fold_key(w).strip("'") for k in LANGUAGES for w in table(k, "provenance")["accounted"][role])


@cache
def _tongues() -> frozenset[str]:
    return frozenset(
        w for k in LANGUAGES for t in table(k, "chrome")["tongues"] for w in fold_key(t).replace("'", " ").split()
    )


@cache
def _known() -> frozenset[str]:
    """The words of credit of all languages together."""
    rows = (
        table(k, "provenance")[r]
        for k in LANGUAGES
        for r in (
            "handed",
            "lent",
            "between",
            "writes",
            "this",
            "auxiliaries",
            "how",
            "verbs",
            "from",
            "of",
            "called",
            "behind",
            "remarks",
        )
    )
    more = (w for k in LANGUAGES for row in table(k, "provenance")["accounted"].values() for w in row)
    told = {w.strip("',") for row in rows for p in row for w in fold_key(p).replace("'", "' ").split()}
    days = (w for k in LANGUAGES for r in ("weekdays", "months") for w in table(k, "calendar")[r])
    return frozenset(told | {fold_key(w).strip("'") for w in (*more, *days)} | _tongues())
