"""Who signs at the head of a page without line ends: behind a cue, before or behind a day, a desk with its section."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

import regex

from isnad.extract.chrome import phrases
from isnad.extract.cues import BY
from isnad.extract.onehead import Token, follows, small, starts_sentence
from isnad.extract.onewords import by_first, chrome, length, unit
from isnad.extract.persons import SHORT_NAME, agency, called, desks, given, jobs, person, place_heads, when_words
from isnad.languages import LANGUAGES, table
from isnad.text import fold_key

NAME, PLACE = 5, 4
"""Words of the longest name of an author, and of one in capitals or of the place that he writes from."""
_ARABIC = regex.compile("[\u0621-\u064a]")
_OPENS = regex.compile(r"[\p{Lu}\p{Lo}\d«»“\"‘'¿¡(\[]")


def signed(text: str, tokens: Sequence[Token], i: int, before: str, days: Container[int]) -> int:
    """Return the token behind a cue and who wrote; ``i`` when nobody is named from here.

    A cue with a capital, with its colon, in Arabic, or right beside a day; or a place, a colon, and a known name.
    """
    a, b, word = tokens[i]
    n = length(tokens, i, _cues())
    if n:
        last = tokens[i + n - 1]
        colon = text[last[1] - 1] in ":：" or (
            i + n < len(tokens) and text[tokens[i + n][0] : tokens[i + n][1]] in ":：/"
        )
        near = before in ("day", "button", "soft", "mark", "wall")
        arabic = _ARABIC.match(text[a]) is not None and not (n == 1 and follows(word))
        if (stop := _desked(text, tokens, i + n + (i + n < len(tokens) and not tokens[i + n][2]))) > i:
            return stop
        if colon or n > 1 or (near and not follows(word)) or text[a].isupper() or arabic:
            first = i + n + (i + n < len(tokens) and not tokens[i + n][2])
            stop = _named(text, tokens, first, bool(colon))
            return stop if stop > first else i
        placed = i > 0 and text[tokens[i - 1][1] - 2 : tokens[i - 1][1]] == "),"
        if word in BY and placed and (stop := _named(text, tokens, i + 1, False)) > i + 1:
            return stop  # "From Al-Marsad (Beirut), by Rana Haidar."
        if word in BY and (stop := _named(text, tokens, i + 1, False)) in days and stop > i + 1:
            return stop  # "… overtime by Lerato Mokwena 9th April 2024"
    if (stop := _sourced(text, tokens, i)) > i:
        return stop
    if before in _ABOVE and (stop := _bracketed(text, tokens, i)) > i:
        return stop
    if before in ("mark", "day", "wall") and text[a:b].isupper():
        return signs_behind(text, tokens, i)
    if _ARABIC.match(text[a]) and i + 3 < len(tokens) and text[tokens[i + 1][1] - 1] in ":：" and text[b - 1].isalpha():
        place = text[a : tokens[i + 1][1] - 1]
        stop = _named(text, tokens, i + 2, False) if text.count(place) > 1 and tokens[i + 1][2] not in _labels() else i
        if stop > i + 2 and called(text[tokens[i + 2][0] : tokens[stop - 1][1]]):
            return stop  # «باب الصفصاف: سعاد المرابطي»
    if text[b - 1] in ":：" and _ARABIC.match(text[a]) and word not in _labels() and i + 2 < len(tokens):
        stop = _named(text, tokens, i + 1, False)
        if stop > i + 1 and called(text[tokens[i + 1][0] : tokens[stop - 1][1]]):
            return stop  # «نواذيبو: سعاد المرابطي»
    return i


_ABOVE = frozenset({"day", "issue", "button", "soft", "sign", "wall", "mark"})
"""What stands before an author and his place in brackets."""


def _bracketed(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind an author with a known given name and his place in brackets: «حاتم الطرابلسي (وادي السرو)»; ``i`` when none begins."""
    at = next((j for j in range(i + 2, min(len(tokens), i + PLACE + 1)) if text[tokens[j][0]] == "("), i)
    name = text[tokens[i][0] : tokens[at - 1][1]] if at > i else ""
    if not name or not called(name) or not person(name):
        return i
    stop = next((j + 1 for j in range(at, min(len(tokens), at + PLACE)) if text[tokens[j][1] - 1] == ")"), i)
    place = text[tokens[at][0] + 1 : tokens[stop - 1][1] - 1] if stop > i else ""
    return (
        stop
        if len(place) > 2 and not any(c.isdigit() for c in place) and (place[0].isupper() or _ARABIC.match(place))
        else i
    )


def pictured(text: str, tokens: Sequence[Token], i: int) -> int:
    """Return the token behind the credit of a picture: "Foto: Martín Escudero", "(Crédit photo : AFP)", «تصوير: منير العبدلي»; ``i`` when none begins."""
    n = length(tokens, i, _pictures())
    if not n or i < LEAST_ABOVE:
        return i
    lone = i + n < len(tokens) and text[tokens[i + n][0] : tokens[i + n][1]] in ":：/©"
    if not lone and text[tokens[i + n - 1][1] - 1] not in ":：/":
        return i
    first = i + n + lone
    stop = _named(text, tokens, first, False)
    if stop == first and first < len(tokens) and agency(text[tokens[first][0] : tokens[first][1]].strip(" .,;|()[]")):
        stop += 1
    return stop if stop > first else i


@cache
def _pictures() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that lead to whose a picture is."""
    return by_first({fold_key(w).strip("( :") for k in LANGUAGES for w in table(k, "chrome")["pictures_by"]}, 2)


def speaks(text: str, token: Token) -> bool:
    """Return whether a token is the label of who speaks in a broadcast: "LOCUTORA:", "PRESENTER:", «المذيعة:»."""
    printed = text[token[0] : token[1]]
    return printed[-1] in ":：" and token[2] in _voices() and (printed.isupper() or _ARABIC.match(printed) is not None)


@cache
def _voices() -> frozenset[str]:
    """Who speaks in broadcasts, folded."""
    more = "locutor locutora conductor conductora presentador presentadora voz host anchor voice newsreader announcer speaker animateur animatrice presentateur presentatrice المذيع المذيعه مذيع مذيعه مقدم مقدمه المقدم المقدمه"
    return jobs() | frozenset(more.split())


def _sourced(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind the word for a source, its colon and an outlet, which a unit ends: «المصدر: البلاد اليوم منذ 3 ساعات»."""
    n = length(tokens, i, _sources())
    colon = n > 0 and (
        text[tokens[i + n - 1][1] - 1] in ":：" or (i + n < len(tokens) and text[tokens[i + n][0]] in ":：")
    )
    first = i + n + (colon and i + n < len(tokens) and not tokens[i + n][2])
    within = range(first + 1, min(len(tokens), first + NAME + 1)) if colon else ()
    return next((j for j in within if not tokens[j][2] or unit(text, tokens, j)[1]), i)


@cache
def _sources() -> dict[str, tuple[tuple[str, ...], ...]]:
    return by_first(phrases("source"), 2)


@cache
def _labels() -> frozenset[str]:
    return frozenset(
        fold_key(w)
        for role in ("flash", "related", "notices", "caption", "tags", "source")
        for w in table("ar", "chrome")[role]
    )


@cache
def _cues() -> dict[str, tuple[tuple[str, ...], ...]]:
    return by_first(
        {
            fold_key(w).strip(" :")
            for k in LANGUAGES
            for role in ("byline", "correspondents")
            for w in table(k, "chrome")[role]
        },
        2,
    )


def _desked(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind a desk that a cue names, and who is named beside it: "By STAFF REPORTER and Otieno Wasike"; 0 when none is."""
    n = (
        next((n for n in (3, 2, 1) if " ".join(t[2] for t in tokens[i : i + n]) in desks()), 0)
        if i < len(tokens)
        else 0
    )
    stop = i + n
    if not n or stop + 1 >= len(tokens) or tokens[stop][2] not in _AND:
        return stop if n else 0
    return max(stop, _named(text, tokens, stop + 1, False) if tokens[stop + 1][0] else 0)


_AND = frozenset("and et y e & مع".split())


def _named(text: str, tokens: Sequence[Token], i: int, sure: bool) -> int:
    """The token behind a name that begins at a token: where a sentence begins, a unit stands, a word without a capital; ``i`` when there is none."""
    if i >= len(tokens):
        return i
    if _ARABIC.match(text[tokens[i][0]]):
        return _arabic(text, tokens, i, sure)
    stop = i
    while stop < len(tokens) and stop - i < NAME:
        a, b, word = tokens[stop]
        printed = text[a:b]
        if stop > i + 1 and printed.endswith((".-", ".–", ".—")):
            break  # "Corresponsal: Aurelio Batista Chiriquina.- El Tribunal …"
        if stop > i and word in when_words() and printed[0].isupper():
            break
        if stop > i + 1 and ((word in small() and printed[0].isupper()) or unit(text, tokens, stop)[0]):
            break
        if not printed[0].isupper() and word not in _PARTICLES:
            break
        stop += 1
        if printed[-1] in ",;|:" or (printed[-1] == "." and len(word) > 2):
            break
    while stop > i and tokens[stop - 1][2] in _PARTICLES and text[tokens[stop - 1][0]].islower():
        stop -= 1
    if stop - i == 3 and _headed(text, tokens, stop):
        stop -= 1
    name = text[tokens[i][0] : tokens[stop - 1][1]].rstrip(".,;|:") if stop > i else ""
    if desks() & {fold_key(name)} or (stop > i and tokens[i][2] in desks()):
        return i + 1 if tokens[i][2] in desks() else stop
    if stop - i < 2 or not person(name, near=True):
        return i
    if (
        stop - i > 2
        and tokens[i][2] in given()
        and stop < len(tokens)
        and text[tokens[stop][0]].islower()
        and not _broken(text, tokens, stop)
    ):
        return i + 2  # "Par Agathe Kermorvan Ils devaient": the last capital begins the text
    return stop


def _broken(text: str, tokens: Sequence[Token], stop: int) -> bool:
    """True when a mark or a unit ends a name at a token."""
    return text[tokens[stop - 1][1] - 1] in ".,;|:" or unit(text, tokens, stop)[0] > 0


_PARTICLES = frozenset("de del la las los du des da dos van von der den ben ould bin el al y".split())


def _arabic(text: str, tokens: Sequence[Token], i: int, sure: bool) -> int:
    """The token behind an Arabic name: where a verb of the news begins a sentence, a unit or a mark stands; else a known one has two words."""
    most = min(len(tokens), i + PLACE)
    for stop in range(i + 1, most):
        if length(tokens, stop, _cues()) and _colon(text, tokens[stop]):
            return i  # «مكتب التحقيق بقلم: …»
        word, last = tokens[stop][2], text[tokens[stop - 1][1] - 1]
        if not (starts_sentence(word) or not word or unit(text, tokens, stop)[0] or last in ".,،|:："):
            continue
        name = text[tokens[i][0] : tokens[stop - 1][1]].rstrip(".,،|:：")
        office = fold_key(name) in desks()
        if stop - i > 1 or office or not sure:
            return stop if office or person(name, near=True) else i
    two = most - i == PLACE and called(text[tokens[i][0] : tokens[i + 1][1]])
    return i + 2 if two else i


def _colon(text: str, token: Token) -> bool:
    return text[token[1] - 1] in ":："


def desk(text: str, tokens: Sequence[Token], i: int) -> int:
    """Return the token behind a desk with capitals that signs, its section with it: "Redacción Ciudad La alcaldesa …"; ``i`` when none does."""
    if not text[tokens[i][0]].isupper() or not MASTHEAD < i < len(tokens) - 3:
        return i
    words = [t[2] for t in tokens[i : i + 3]]
    n = next((n for n in (3, 2, 1) if " ".join(words[:n]) in desks()), 0)
    if not n or text[tokens[i - 1][1] - 1] in ":," or text[tokens[i + n - 1][1] - 1] in ":,":
        return i
    if words[0] in small() and n < 3 and text[tokens[i + 1][0]].isupper():
        return i  # "La Agencia Española"
    if n == 1 and (len(words[0]) < LEAST_DESK or not (words[1] in small() or unit(text, tokens, i + 1)[0])):
        return i  # "Agencia Española de Medicamentos"
    stop = i + n + (length(tokens, i + n, chrome()) if text[tokens[i + n][0]].isupper() else 0)
    return stop if stop < len(tokens) and (opens(text, tokens[stop]) or not tokens[stop][2]) else i


MASTHEAD = 4
"""Words at the top of a page that name the site: "ANC Agencia Noticias Cordillera"."""
LEAST_DESK = 7
"""Letters of a word that a desk is called by alone: "Redacción", "Agencias"."""


def signed_before(text: str, top: int, day: int) -> tuple[int, ...]:
    """Return where who writes, with what he is or from where, begins right before a day, and where his line is cut; nothing when nobody does."""
    for pattern in (_JOBBED, _POINTED):
        said = pattern.search(text, max(top, day - LONGEST_LINE), day)
        if said is not None and (pattern is _POINTED or fold_key(said["job"]) in jobs()):
            if person(said["name"], near=True) or SHORT_NAME.search(said["name"]):
                if pattern is _POINTED:
                    return said.start(), said.start("name"), day
                words = said["name"].split()
                given = next((n for n in range(1, len(words) - 1) if called(" ".join(words[n:]))), 0)
                return said.start() + len(
                    " ".join([*words[:given], ""])
                ), day  # "… à Koréra Wassim Jebnoun, envoyé spécial"
    return ()


LONGEST_LINE = 120
"""Characters before a day in which its line may begin."""
_CAPITAL = r"\p{Lu}[\p{L}\p{M}'’-]*"
_JOBBED = regex.compile(
    rf"(?<=\s)(?P<name>{_CAPITAL}(?:\s(?:(?:de|del|du|la|el|ben|ould|al|von|van)\s)?{_CAPITAL}){{1,3}}),?\s+(?P<job>\p{{Ll}}[\p{{L}}]+)[^,.|:!?]{{0,60}}\s$"
)
"""Who writes, what he is and from where, before a day: "Wassim Jebnoun, envoyé spécial à Bir Zmit Jeudi 14 mars 2019"."""
_POINTED = regex.compile(
    rf"(?<=\s){_CAPITAL}(?:\s(?:(?:de|del|du|la|el|of|des|les|los)\s){{0,2}}{_CAPITAL}){{0,4}}\.\s"
    rf"(?P<name>(?:\p{{Lu}}\.\s?)+{_CAPITAL}|{_CAPITAL}(?:\s{_CAPITAL}){{1,3}})\.\s$"
)
"""A place, an author, points between them, before a day: "Norte de Marruecos. J. A. Villatoro. Vie, 20/09/2024"."""
LEAST_ABOVE = 3
"""Words of a headline before the place and the comma that a day may have."""


def placed(text: str, tokens: Sequence[Token]) -> int:
    """Return how many of the last tokens are a place with its comma, before a day: "… indefinida Huancayo, miércoles 14 de setiembre"."""
    if len(tokens) < LEAST_ABOVE:
        return 0
    a, b, _ = tokens[-1]
    if not tokens[-2][2] or text[b - 1] not in ",،" or not text[a].isupper() or text[a : b - 1].isupper():
        return 0
    if tokens[-2][2] in ("de", "del", "la", "el", "of", "du", "des", "le") and text[tokens[-2][0]].islower():
        n = next((n for n in range(3, 6) if len(tokens) > n and tokens[-n][2] in place_heads()), 0)
        return n if n and text[tokens[-n][0]].isupper() else 0
    return 2 if tokens[-2][2] in place_heads() and text[tokens[-2][0]].isupper() else 1


def signs_behind(text: str, tokens: Sequence[Token], i: int) -> int:
    """Return the token behind an author and his place that stand behind the date's mark in capitals: "- LORENZO MUCIENTES | VALLADOLID Ya …"."""
    stop = i
    while stop < len(tokens) and stop - i < PLACE and _capitals(text, tokens[stop]):
        stop += 1
    if stop - i < 2 or not person(text[tokens[i][0] : tokens[stop - 1][1]], near=True):
        return i
    place = stop + 1 if stop < len(tokens) and not tokens[stop][2] else stop
    behind = place
    while behind < len(tokens) and behind - place < PLACE and _capitals(text, tokens[behind]):
        behind += 1
    return behind if behind > place > stop else stop


def _capitals(text: str, token: Token) -> bool:
    word = text[token[0] : token[1]]
    return len(token[2]) > 1 and word.isupper()


def _headed(text: str, tokens: Sequence[Token], stop: int) -> bool:
    """True when small letters and no mark follow a name, and a sentence: its last word begins a headline ("Por Ana Bilogo Cae en Tambo …")."""
    if stop >= len(tokens) or not text[tokens[stop][0]].islower() or text[tokens[stop - 1][1] - 1] in ",;|:.":
        return False
    row = [text[a:b] for a, b, _ in tokens[stop : stop + AMID]]
    return len(row) == AMID and not any(p[-1] in ".,;:|" or p in ("-", "–", "—", "·", "•") for p in row)


AMID = 6
"""Words without a mark behind a name by which what follows it is no place or job."""


def opens(text: str, token: Token) -> bool:
    """Return whether a sentence may begin with a token: a capital, an Arabic letter, a mark that opens, a number."""
    return _OPENS.match(text, token[0]) is not None
