"""Known articles set anew among invented surroundings in every manner of scraped text: is the headline found, is the text the text?

The articles are those plain pages of ``bench/gold/dev`` of which isnad reads title and text in three paragraphs and more; what it reads there is taken for
true. Around each stand, by chance but always the same, a masthead, a menu, a ticker parted by one of a dozen signs or by nothing, day and author in
five orders, buttons, an announcement amid the text, tags, other articles (headlines, clipped or whole paragraphs, with or without a heading),
comments, notices and a foot; some pages are filled to a width, some are one line. A page is clean when 97 % of the words taken for text
are the article's and 97 % of the article's words are taken.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from dataclasses import dataclass
from functools import cache

from bench import ROOT, Row
from bench.surroundings import AROUND, SIGNS, Around
from isnad.errors import IsnadError
from isnad.extract import read
from isnad.model import Page

GOLD = ROOT / "bench" / "gold" / "dev"
PAGES = 240
CLEAN = 0.97
FLOORS = {
    "lines: headline": 0.9, "lines: text, precision": 0.93, "lines: text, recall": 0.97, "lines: clean": 0.78,
    "filled: headline": 0.72, "filled: text, precision": 0.85, "filled: text, recall": 0.9, "filled: clean": 0.6,
    "one line: headline": 0.4, "one line: text, precision": 0.62, "one line: text, recall": 0.95, "one line: clean": 0.2,
}  # fmt: skip
"""Well under what was measured: a page or two more or less is no news."""


@dataclass(frozen=True)
class Told:
    """One article: its corpus, language, headline and paragraphs."""

    corpus: str
    language: str
    title: str
    paragraphs: tuple[str, ...]


@cache
def articles() -> tuple[Told, ...]:
    """Return the articles of the gold pages that are plain text and long enough."""
    found = []
    for path in sorted(GOLD.glob("*/pages/*.txt")):
        try:
            article = read(Page(source=path.name, data=path.read_bytes()))
        except IsnadError:
            continue
        told = [article.text[p.start : p.end] for p in article.parts if p.kind in ("lead", "body")]
        paragraphs = tuple(" ".join(t.split()) for t in told)
        whole = len(paragraphs) > 2 and sum(map(len, paragraphs)) > 500 and all(len(p.split()) > 5 for p in paragraphs)
        if article.title and article.language in AROUND and whole:
            title = " ".join(article.title.split())
            found.append(Told(path.parent.parent.name, article.language, title, paragraphs))
    return tuple(found)


def above(own: Told, around: Around, others: list[Told], chance: random.Random, site: str) -> list[str]:
    """Return the lines above a text: masthead, menu, ticker, headline, day, author."""
    menu = chance.sample(around.menu, chance.randint(5, 9))
    lines = [site]
    shape = chance.choice(("lines", "bars", "spaces", "none"))
    lines += menu if shape == "lines" else [(" | " if shape == "bars" else " ").join(menu)] if shape != "none" else []
    heads = [o.title for o in chance.sample(others, chance.randint(6, 16))]
    ticker = chance.choice(("row", "row", "labelled", "lines", "none"))
    if ticker == "lines":
        lines += [chance.choice(around.labels), *heads[: chance.randint(3, 8)]]
    elif ticker != "none":
        label = chance.choice(around.labels) + " " if ticker == "labelled" else ""
        lines.append(label + chance.choice(SIGNS).join(heads))
    if chance.random() < 0.3:
        lines.append(" > ".join(menu[:2]))
    day, author = chance.choice(around.days), chance.choice(around.authors)
    return lines + chance.choice(
        ([own.title, day], [day, own.title, author], [own.title, author, day], [own.title, f"{author} | {day}"],
         [menu[1], own.title, day])
    )  # fmt: skip


def below(own: Told, around: Around, others: list[Told], chance: random.Random, site: str) -> list[str]:
    """Return the lines below a text: tags, buttons, other articles, comments, notices, the foot."""
    lines = [chance.choice(around.tags).format(", ".join(own.title.split()[:3]))] if chance.random() < 0.4 else []
    lines += chance.sample(around.buttons, chance.randint(0, 2))
    more = chance.choice(("none", "headlines", "paragraphs", "paragraphs", "clipped", "unheaded"))
    if more not in ("none", "unheaded"):
        lines.append(chance.choice(around.related))
    for other in chance.sample(others, 4) if more != "none" else ():
        lines.append(other.title)
        first = other.paragraphs[0]
        if more in ("paragraphs", "unheaded"):
            lines.append(first)
        elif more == "clipped":
            lines.append(" ".join(first.split()[:18]) + chance.choice(("...", "…", " [...]")))
        if chance.random() < 0.2:
            lines.append(chance.choice(around.days[1:3]))
    lines += around.comments[: chance.randint(1, 4)] if chance.random() < 0.5 else ()
    lines += [chance.choice(around.notices)] if chance.random() < 0.5 else []
    return lines + [foot.format(site) for foot in chance.sample(around.feet, chance.randint(0, 3))]


def page(own: Told, chance: random.Random, manner: str) -> str:
    """Return a page with the article in it."""
    around = AROUND[own.language]
    others = [o for o in articles() if o.language == own.language and o.corpus != own.corpus]
    site = chance.choice(around.sites)
    lines = above(own, around, others, chance, site)
    if chance.random() < 0.4:
        lines.append(chance.choice(around.buttons))
    for n, paragraph in enumerate(own.paragraphs):
        lines.append(paragraph)
        if 0 < n < len(own.paragraphs) - 1 and chance.random() < 0.15:
            lines.append(f"{around.related[0]} : {chance.choice(others).title}")
    lines = [line for line in lines + below(own, around, others, chance, site) if line.strip()]
    gap = chance.choice(("\n", "\n\n", "\n\n", "\n \n"))
    if manner == "one line":
        return " ".join(lines)
    if manner == "filled":
        width = chance.choice((60, 68, 72, 76, 80, 90, 100))
        return gap.join(textwrap.fill(line, width) for line in lines)
    return gap.join(lines)


def words(text: str) -> Counter[str]:
    """Return the words of a text, counted."""
    return Counter(re.findall(r"\w+", text))


def run() -> list[Row]:
    """Return headline, precision, recall and clean pages for pages of lines, pages filled to a width and pages on one line."""
    found = []
    for manner, number in (("lines", PAGES), ("filled", PAGES // 2), ("one line", PAGES // 2)):
        chance = random.Random(f"layouts {manner}")  # the same pages each time
        seen: Counter[str] = Counter()
        long: Counter[str] = Counter()
        for _ in range(number):
            language = chance.choice(sorted(AROUND))
            own = chance.choice([a for a in articles() if a.language == language])
            text = page(own, chance, manner)
            want = words(" ".join(own.paragraphs))
            try:
                article = read(Page(source="page.txt", data=text.encode()))
            except IsnadError:
                continue
            told = " ".join(
                article.text[p.start : p.end] for p in article.parts if p.kind in ("lead", "body", "subheading")
            )
            for counted, got in ((seen, words(told)), (long, words(_long_lines(text)))):
                both = (got & want).total()
                precision, recall = both / max(1, got.total()), both / want.total()
                counted["precision"] += precision  # type: ignore[assignment]
                counted["recall"] += recall  # type: ignore[assignment]
                counted["clean"] += min(precision, recall) >= CLEAN
            seen["headline"] += " ".join((article.title or "").split()) == own.title
        for figure, key in (
            ("headline", "headline"),
            ("text, precision", "precision"),
            ("text, recall", "recall"),
            ("clean", "clean"),
        ):
            name = f"{manner}: {figure}"
            found.append(Row(name, seen[key] / number, floor=FLOORS[name], note=f"{number} pages"))
        for figure, key in (("text, precision", "precision"), ("text, recall", "recall"), ("clean", "clean")):
            found.append(Row(f"{manner}: {figure}, lines over 80 characters", long[key] / number, peer=True))
    return found


def _long_lines(text: str) -> str:
    """The simple way: what stands on lines of more than 80 characters."""
    return "\n".join(line for line in text.splitlines() if len(line) > 80)
