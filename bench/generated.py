"""Generated readings of stories, for measuring how linking grows: any number of articles, the same ones every time.

A story has a matter (concepts), people, a place, a body, numbers and days; its articles are reports in four languages that
choose their own words and order, copies of these near and cut, and translations. Words are stems of the shipped lexicons,
so that texts of two languages meet in the space of concepts as real ones do. What is copied from what is known.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from isnad.model import (
    LANGUAGES,
    Article,
    Credit,
    EventMention,
    FigureMention,
    Interval,
    Mention,
    Part,
    Reading,
    Span,
    Took,
)
from isnad.models.stems import lexicon

PER_STORY = 10
_SYLLABLES = "ba da ka la ma na ra sa ta bi di ki li mi ni ri si ti bu du ku lu mu nu ru su tu".split()
_ARABIC = {"b": "ب", "d": "د", "k": "ك", "l": "ل", "m": "م", "n": "ن", "r": "ر", "s": "س", "t": "ت", "a": "ا", "i": "ي", "u": "و"}  # fmt: skip
_KINDS = ("visit", "meeting", "signing", "opening", "protest", "accusation", "appointment", "death")
_SMALL = {
    "ar": "في من على أن إلى عن قال مع هذا التي".split(),
    "en": "the of in and to that said on with for".split(),
    "es": "el de en y que la dijo con por los".split(),
    "fr": "le de la et que les dans pour du sur".split(),
}


class Made(Struct, frozen=True):
    """One generated article: its story, what it was made from (an article id, or none), and how."""

    reading: Reading
    story: int
    source: str | None
    how: str


class _Matter(Struct, frozen=True):
    """What a story is about."""

    concepts: tuple[int, ...]
    people: tuple[tuple[str, ...], ...]
    place: str
    body: str
    numbers: tuple[int, ...]
    day: date


@cache
def _words(language: str) -> dict[int, list[str]]:
    """Concept → stems of a language that mean it before anything else."""
    found: dict[int, list[str]] = {}
    for stem, meant in lexicon(language).items():
        if meant and meant[0][1] >= 0.3 and len(stem) > 2 and stem.isalpha():
            found.setdefault(meant[0][0], []).append(stem)
    return found


@cache
def _common() -> tuple[int, ...]:
    """The concepts every language has a word for."""
    shared = set.intersection(*({*_words(k)} for k in LANGUAGES))
    return tuple(sorted(shared))


def _name(rng: random.Random, words: int) -> str:
    return " ".join("".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize() for _ in range(words))


def printed(name: str, language: str) -> str:
    """Return a generated name in the script of a language."""
    return "".join(_ARABIC.get(c.lower(), c) for c in name) if language == "ar" else name


def _matter(rng: random.Random, days: int) -> _Matter:
    return _Matter(
        tuple(rng.sample(_common(), 40)),
        tuple((_name(rng, 2), _name(rng, 1)) for _ in range(3)),
        _name(rng, 1),
        _name(rng, 2),
        tuple(rng.randint(11, 99999) for _ in range(6)),
        date(2015, 1, 1) + timedelta(rng.randrange(days)),
    )


Facts = tuple[tuple[int | str, ...], ...]
"""Sentences as concepts, numbers and names, before any language is chosen."""


def _facts(rng: random.Random, m: _Matter) -> Facts:
    """What one reporter tells of a matter: seven sentences of its concepts among others, names and numbers."""
    told = []
    for n in range(7):
        own = [*rng.choices(m.concepts, k=8), *rng.choices(_common(), k=8)]
        rng.shuffle(own)
        sentence: list[int | str] = list(own)
        sentence.insert(3, f"@{m.people[n % 3][0]}")
        if n % 2 == 0:
            sentence.insert(9, f"@{m.place if n else m.body}")
        if n % 3 == 0:
            sentence.insert(12, f"#{rng.choice(m.numbers)}")
        told.append(tuple(sentence))
    return tuple(told)


def _told(facts: Facts, language: str, seed: int) -> list[list[str]]:
    """The sentences in the words of one language; the same facts and seed give the same words."""
    rng = random.Random(seed)
    words, small = _words(language), _SMALL[language]
    sentences = []
    for fact in facts:
        out: list[str] = []
        for x in fact:
            if isinstance(x, int):
                out.append(rng.choice(words[x]))
                if rng.random() < 0.4:
                    out.append(rng.choice(small))
            elif x[0] == "@":
                out.append(x)
            else:
                out.append(x[1:])
        sentences.append(out)
    return sentences


def _reading(
    ident: str, m: _Matter, sentences: list[list[str]], language: str, day: date, publisher: str, credit: str | None
) -> Reading:
    """A reading of the sentences: every name a mention, every number a figure, one event where two people meet."""
    text, spans, mentions, figures = "", [], [], []
    kind_of = {m.place: "place", m.body: "organization"}
    for words in sentences:
        start = len(text)
        for w in words:
            at = len(text)
            if w[0] == "@":
                name = printed(w[1:], language)
                mentions.append(Mention(kind_of.get(w[1:], "person"), at, at + len(name), name))  # type: ignore[arg-type]
                w = name
            elif w.isdigit():
                figures.append(FigureMention(at, at + len(w), w, int(w), "people", "people"))
            text += w + " "
        text = text[:-1] + ".\n"
        spans.append(Span(start, len(text) - 1))
    parts = [Part("title", 0, spans[0].end), Part("body", spans[1].start, len(text))]
    credits: tuple[Credit, ...] = ()
    if credit is not None:
        at = len(text)
        text += f"({credit})"
        parts[1] = Part("body", spans[1].start, len(text))
        credits = (Credit("agency", credit, at + 1, at + 1 + len(credit), None, True, None),)
    when = Interval(day, day, "day", "generated")
    people = [i for i, x in enumerate(mentions) if x.kind == "person"]
    place = next((i for i, x in enumerate(mentions) if x.kind == "place"), None)
    kind = _KINDS[sum(m.numbers) % len(_KINDS)]
    who = (Took("actor", people[0]), Took("counterpart", people[1])) if len(people) > 1 else ()
    event = EventMention(kind, "happened", Span(0, 3), spans[0], Interval(m.day, m.day, "day", "generated"), place, who)
    article = Article(
        id=ident, source=f"{ident}.txt", sha256=ident, media_type="text/plain", language=language,
        title=text[: spans[0].end], publisher=publisher, via=None, byline=None, published=when, url=None, tags=(),
        text=text, parts=tuple(parts),
    )  # fmt: skip
    return Reading(article, tuple(spans), (), tuple(figures), tuple(mentions), credits, events=(event,))


def generate(articles: int, seed: int = 1) -> Iterator[Made]:
    """Yield that many articles: stories of ten, of which two are near copies, one an excerpt, two translations."""
    rng = random.Random(seed)
    stories = max(1, articles // PER_STORY)
    days = max(60, stories // 3)
    made = 0
    for story in range(stories + 1):
        m = _matter(rng, days)
        first: list[tuple[str, Facts, str, int]] = []
        for n in range(PER_STORY):
            if made == articles:
                return
            ident = f"a{made:07d}"
            day = m.day + timedelta(n // 3)
            publisher = f"Paper {rng.randrange(200)}"
            source, how, credit = None, "report", None
            if n < 5:
                facts, language, words = _facts(rng, m), LANGUAGES[n % 4], rng.randrange(1 << 30)
                sentences = _told(facts, language, words)
                first.append((ident, facts, language, words))
            else:
                source, facts, language, words = first[n - 5]
                how = ("near", "near", "excerpt", "translation", "translation")[n - 5]
                if how == "translation":
                    language = LANGUAGES[(LANGUAGES.index(language) + 1) % 4]
                    sentences = _told(facts, language, words + 1)
                else:
                    sentences = _told(facts, language, words)
                    if how == "near":
                        del sentences[rng.randrange(1, 6)]
                    else:
                        own = _told(_facts(rng, m), language, words + 2)
                        sentences = [*own[:4], *sentences[2:4], *own[4:]]
            yield Made(_reading(ident, m, sentences, language, day, publisher, credit), story, source, how)
            made += 1
