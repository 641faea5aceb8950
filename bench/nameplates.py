"""Hundreds of pages of outlets that nobody has seen: is the name that their heads and feet print found, and none invented where none is printed?

The articles are those of :mod:`bench.layouts`. Their outlets are called by invented places, ordinary words and letters, in the shapes that the press has; each
page prints its outlet's name in one to four of some hundred manners, among menus, buttons, makers of sites, owners and partners; some pages print none, some
show another outlet's text. Places are put together by chance, so that no list can hold them.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import NamedTuple

from bench import Row
from bench.heads import folded
from bench.layouts import Told, articles
from bench.nameplates_lines import LINES, Manner
from bench.surroundings import AROUND
from isnad.errors import IsnadError
from isnad.extract import read
from isnad.model import Page

PAGES = 400
NOBODY, TAKEN, COPIED = 0.08, 0.25, 0.6
"""Shares of pages that print no outlet, that show another's text, and of these such as forums, kiosks and lists of clippings do."""


class Plate(NamedTuple):
    """A page, whose text and page it is, and the manners in which it prints the name."""

    language: str
    text: str
    publisher: str | None
    via: str | None
    manners: tuple[str, ...]


_ONSETS = "b br d dr f g gr h k kl l m n p pr r s st t tr v w".split()
_VOWELS = "a e i o u a e o ai ou".split()
_CODAS = ("", "n", "r", "l", "s", "m", "nd", "rt", "")
_LETTERS = "بتجحدرزسشطعفقكلمنوهي"


def place(language: str, chance: random.Random) -> str:
    """Return a place that there is not."""
    if language == "ar":
        a, b, c = (chance.choice(_LETTERS) for _ in range(3))
        d = chance.choice(_LETTERS)
        word = chance.choice(
            (
                f"{a}ا{b}{c}ة",
                f"{a}{b}ي{c}",
                f"{a}{b}{c}ون",
                f"م{a}{b}و{c}",
                f"{a}ي{b}ا{c}",
                f"{a}{b}{c}ا{d}",
                f"{a}و{b}{c}ي",
            )
        )
        return chance.choice(("", "", "ال")) + word
    said = "".join(
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(chance.choice((2, 2, 3)))
    )
    ends = {
        "en": ("", "ton", "ford", "ley", "by"),
        "fr": ("", "ac", "ville", "igny", ""),
        "es": ("", "era", "ales", "edo", ""),
    }
    return (said + chance.choice(ends[language])).capitalize()


def outlet(language: str, chance: random.Random) -> str:
    """Return an outlet that there is not."""
    manner = LINES[language]
    words = []
    nouns = chance.sample(manner.nouns, 2)
    at = place(language, chance)
    for word in chance.choice(manner.shapes).split(" "):
        if word == "N":
            words.append(nouns.pop())
        elif word == "A":
            words.append("".join(chance.choice("ABCDFGIKLMNPRST") for _ in range(chance.choice((3, 3, 4)))))
        elif (
            word == "P"
            or (word[0] == "P" and not word[1:2].isalpha())
            or word in ("Pactu", "Pweb", "PNoticias", "InfoP")
        ):
            words.append(word.replace("P", at))
        else:
            words.append(word)
    name = " ".join(words).replace("ال ال", "ال").replace("ال ", "ال" if language == "ar" else "ال ")
    if language == "fr":
        for wide, joined in (
            ("Le A", "L'A"),
            ("La A", "L'A"),
            ("de A", "d'A"),
            ("Le E", "L'E"),
            ("La E", "L'E"),
            ("de O", "d'O"),
            ("Le O", "L'O"),
            ("de E", "d'E"),
            ("de I", "d'I"),
            ("de U", "d'U"),
        ):
            name = name.replace(wide, joined)
    return name


def _grown(name: str) -> str:
    return "".join(c for c in folded(name) if c.isalnum())


def plate(own: Told, chance: random.Random) -> Plate:
    """Return a page with the article on it."""
    language, manner, around = own.language, LINES[own.language], AROUND[own.language]
    name = outlet(language, chance)
    other = outlet(language, chance)
    author = chance.choice(around.authors[::2])
    for cue in ("Par ", "Por ", "By ", "بقلم: "):
        author = author.removeprefix(cue)
    if author in around.authors[1::2] or " " not in author:
        author = around.authors[0].split(" ", 1)[1]
    holes = {
        "n": name, "N": name.upper(), "h": _grown(name), "s": chance.choice(around.menu[1:-1]), "d": chance.choice(around.days), "a": author, "t": own.title,
        "c": place(language, chance), "o": other, "m": chance.choice(manner.mottoes),
    }  # fmt: skip
    nobody = chance.random() < NOBODY
    told: list[str] = []

    def said(lines: tuple[str, ...]) -> list[str]:
        line = chance.choice(lines)
        told.append(line)
        return (
            [part for part in line.format(**holes).split("/") if part.strip()]
            if "http" not in line and " / " not in line
            else [line.format(**holes)]
        )

    lines: list[str] = []
    if chance.random() < 0.6:
        lines += [line.format(**holes) for line in chance.sample(manner.before, chance.choice((1, 1, 2, 3)))]
    where = chance.choices(
        ("above", "above below", "below", "beside", "above beside", "above below below", "below below"),
        (30, 30, 8, 4, 6, 14, 8),
    )[0].split()
    if nobody:
        where = []
    if "above" in where:
        lines += said(manner.above)
    menu = chance.sample(around.menu, chance.randint(4, 8))
    shape = chance.choice(("lines", "bars", "spaces", "none", "none"))
    lines += menu if shape == "lines" else [(" | " if shape == "bars" else " ").join(menu)] if shape != "none" else []
    day = holes["d"]
    via = None
    taken = not nobody and chance.random() < TAKEN and bool(where) and where != ["beside"]
    publisher: str | None = None if nobody else name
    head = chance.choice(
        (
            [own.title, day],
            [day, own.title, author],
            [own.title, author, day],
            [own.title, f"{author} | {day}"],
            [menu[1], own.title, day],
        )
    )
    source: list[str] = []
    if taken:
        host = chance.choice(manner.hosts)
        holes |= {"n": host, "N": host.upper(), "h": _grown(host)}
        lines = [
            line.replace(name, host).replace(name.upper(), host.upper()).replace(_grown(name), _grown(host))
            for line in lines
        ]
        publisher, via = other, host
        if chance.random() < COPIED:
            return _copied(own, chance, manner, holes | {"o": other, "oh": _grown(other), "u": chance.choice(_POSTERS)})
        source = said(manner.taken)
    else:
        head += said(manner.beside) if "beside" in where else []
    lines += head
    if source and chance.random() < 0.4:
        lines += source
        source = []
    lines += list(own.paragraphs) + source
    tail = [line for w in where if w == "below" for line in said(manner.below)]
    if chance.random() < 0.4:
        tail.insert(chance.randint(0, len(tail)), chance.choice(manner.strange).format(**holes))
    if chance.random() < 0.4:
        tail.insert(chance.randint(0, len(tail)), chance.choice(around.notices))
    if chance.random() < 0.4:
        others = [o for o in articles() if o.language == language and o.corpus != own.corpus]
        tail[:0] = [chance.choice(around.related), *(o.title for o in chance.sample(others, 3))]
    if nobody or chance.random() < 0.2:
        lines.insert(chance.randint(0, len(lines)), chance.choice(manner.nothing))
    if nobody and chance.random() < 0.5:
        tail.append(chance.choice((*around.feet[1:], *manner.nothing)))
    gap = chance.choice(("\n", "\n\n"))
    return Plate(language, gap.join(line for line in lines + tail if line.strip()), publisher, via, tuple(told))


def _copied(own: Told, chance: random.Random, manner: Manner, holes: dict[str, str]) -> Plate:
    """Return another's text on a forum, in a kiosk, among clippings, in a list."""
    rows = chance.choice(manner.copies)
    above, below, behind = ([p for p in row.replace(" / ", "\0").split("/") if p.strip()] for row in rows)
    around = AROUND[own.language]
    head = [own.title] if chance.random() < 0.9 and "{t}" not in rows[0] else []
    lines = [line.replace("\0", " / ") for line in (*above, *head, *below, *own.paragraphs, *behind)]
    lines = [line.format(**holes) if line not in own.paragraphs and line != own.title else line for line in lines]
    if chance.random() < 0.4:
        lines.insert(1, " | ".join(chance.sample(around.menu, 5)))
    if chance.random() < 0.3:
        lines.append(chance.choice(around.feet[:1]).format(holes["n"]))
    if chance.random() < 0.2:
        lines.append(chance.choice(around.notices))
    return Plate(own.language, chance.choice(("\n", "\n\n")).join(lines), holes["o"], holes["n"], (str(rows),))


_POSTERS = (
    "kelpie",
    "mainsheet_Mick",
    "timonel77",
    "tafsut06",
    "abu_salem",
    "Oumou_R",
    "amnay",
    "lynx42",
    "dune.walker",
    "Vero75",
    "nour_2010",
    "elpaisano",
)
"""Names of those who post on forums."""


def plates(seed: str, number: int = PAGES) -> list[Plate]:
    """Return so many pages, always the same ones of a seed."""
    chance = random.Random(f"nameplates {seed}")
    found = []
    for _ in range(number):
        language = chance.choice(sorted(LINES))
        own = chance.choice([a for a in articles() if a.language == language])
        found.append(plate(own, chance))
    return found


FLOORS = {"own: outlet": 0.6, "another's: outlet": 0.5, "another's: site": 0.3, "nobody: none": 0.8}
"""Well under what was measured: a page or two more or less is no news."""


def run() -> list[Row]:
    """Return how often the outlet is right on pages of their own, of another's text and of nobody, and how often a wrong one is said."""
    counted: Counter[str] = Counter()
    for p in plates("bench"):
        try:
            article = read(Page(source="page.txt", data=p.text.encode()))
        except IsnadError:
            continue
        kind = "nobody" if p.publisher is None else "another's" if p.via else "own"
        good = folded(article.publisher) == folded(p.publisher)
        counted[kind] += 1
        counted[f"{kind}: right"] += good
        counted[f"{kind}: wrong"] += not good and article.publisher is not None
        counted[f"{kind}: site"] += folded(article.via) == folded(p.via)
    found = []
    for name, floor in FLOORS.items():
        kind, _, what = name.partition(": ")
        value = counted[f"{kind}: {'site' if what == 'site' else 'right'}"] / counted[kind]
        note = f"{counted[kind]} pages" + (f", {counted[f'{kind}: wrong']} wrong" if what != "site" else "")
        found.append(Row(name, value, floor=floor, note=note))
    return found
