"""A dossier as a document: headings, paragraphs and notes, the same for every form people read on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from isnad.export.badge import badge, origins_words
from isnad.export.disputes import Disputes, sentence_of
from isnad.export.reasons import reason_words, thing_words
from isnad.export.words import Labels, date_words, labels, name_of, quotes, title_language, title_of
from isnad.model import Article, Citation, Dossier, Event
from isnad.text import script_of

Style = Literal["title", "badge", "h1", "h2", "entry", "sub", "quote", "by"]


class Words(Struct, frozen=True):
    """A stretch of text in one language; ``strong`` for what the eye should find, ``soft`` for what may be small."""

    text: str
    language: str | None = None
    strong: bool = False
    soft: bool = False


class Note(Struct, frozen=True):
    """A footnote: the citation and the words it quotes."""

    cite: Citation
    source: str
    words: str
    language: str


class Paragraph(Struct, frozen=True):
    """One paragraph: its style and what stands in it."""

    style: Style
    items: tuple[Words | Note, ...]


LONGEST = 180
"""Characters of the longest quotation in a note."""
CITES = 3
"""Notes of one statement at the most."""


class _Outline:
    """Walks a dossier section by section."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self.d, self.language = dossier, language
        self.labels: Labels = labels(language)
        self.entities = {e.id: e for e in dossier.entities}
        self.articles: dict[str, Article] = {a.id: a for a in dossier.articles}

    def say(self, key: str) -> str:
        return self.labels.get(key)

    def notes(self, cites: Iterable[Citation]) -> Iterator[Note]:
        for c in list(dict.fromkeys(cites))[:CITES]:
            a = self.articles.get(c.article)
            if a is not None:
                words = " ".join(a.text[c.start : c.end].split())
                shown = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
                between = (
                    "، \u200f" if self.language == "ar" else ", "
                )  # behind a Latin name the day would join its direction
                source = (
                    f"{a.publisher or self.say('unknown publisher')}{between}{date_words(a.published, self.language)}"
                )
                yield Note(c, source, shown, a.language)

    def words(self, text: str, strong: bool = False, soft: bool = False, language: str | None = None) -> Words:
        arabic = script_of(text) == "Arabic"
        return Words(text, language or ("ar" if arabic else None), strong, soft)

    def name(self, entity: str | None) -> str:
        return name_of(self.entities[entity], self.language) if entity in self.entities else ""

    def heading(self, key: str) -> Paragraph:
        return Paragraph("h1", (self.words(self.say(key)),))

    def none(self, rows: list[Paragraph]) -> list[Paragraph]:
        return rows or [Paragraph("entry", (self.words(self.say("none"), soft=True),))]

    def all(self) -> Iterator[Paragraph]:
        title = title_of(self.d.stories[0].title, self.language) if self.d.stories else "isnad"
        yield Paragraph("title", (self.words(title),))
        yield Paragraph("badge", (self.words(badge(self.d, self.language), soft=True),))
        for key, rows in (
            ("timeline", self.timeline()), ("people", self.people()), ("agreements", self.agreements()),
            ("quotations", self.quotations()), ("disagreements", self.disagreements()), ("sources", self.sources()),
            ("abstentions", self.abstentions()),
        ):  # fmt: skip
            yield self.heading(key)
            yield from self.none(list(rows))

    def timeline(self) -> Iterator[Paragraph]:
        year = ""
        for e in self.d.events:
            here = str(e.date.start.year) if e.date else self.say("undated")
            if here != year:
                year = here
                yield Paragraph("h2", (self.words(year),))
            yield self.event(e)

    def event(self, e: Event) -> Paragraph:
        kind = self.say(e.kind) + ("" if e.status == "happened" else f" ({self.say(e.status)})")
        who = dict.fromkeys(self.name(p.entity) for p in e.participants if p.entity in self.entities)
        items: list[Words | Note] = [
            self.words(date_words(e.date, self.language), strong=True),
            self.words(f" · {kind} — ", soft=True),
            self.words(title_of(e.title, self.language), language=title_language(e.title, self.language)),
            *self.notes(e.cites),
        ]
        if e.place in self.entities:
            items += [self.words(" — "), self.words(self.name(e.place))]
        for i, name in enumerate(who):
            items += [self.words(" — " if i == 0 else ", "), self.words(name)]
        items.append(self.words(f" · {origins_words(e.independent_origins, self.language)}", soft=True))
        return Paragraph("entry", tuple(items))

    def people(self) -> Iterator[Paragraph]:
        for e in self.d.entities:
            if e.kind != "person":
                continue
            items: list[Words | Note] = [self.words(self.name(e.id), strong=True), *self.notes(e.mentions[:1])]
            for a in (x for x in e.aliases if x != name_of(e, self.language)):
                items += [self.words(" · ", soft=True), self.words(a, soft=True)]
            yield Paragraph("entry", tuple(items))
            for r in e.roles[:4]:
                yield Paragraph("sub", (self.words(r.text, language=r.language), *self.notes(r.cites[:2])))

    def agreements(self) -> Iterator[Paragraph]:
        for a in self.d.agreements:
            yield Paragraph(
                "h2", (self.words(title_of(a.title, self.language), language=title_language(a.title, self.language)),)
            )
            items: list[Words | Note] = [self.words(self.say(a.kind), soft=True)]
            for p in a.parties:
                items += [self.words(" · ", soft=True), self.words(self.name(p))]
            yield Paragraph("entry", tuple(items))
            for x in a.domains:
                yield Paragraph("sub", (self.words(x.text, language=x.language), *self.notes(x.cites)))
            for s in a.steps:
                shown = f": {date_words(s.date, self.language)}"
                yield Paragraph(
                    "sub", (self.words(self.say(s.status), strong=True), self.words(shown), *self.notes(s.cites))
                )

    def quotations(self) -> Iterator[Paragraph]:
        for q in (q for q in self.d.quotations if q.continues is None):
            article = self.articles[q.words.article]
            words = " […] ".join(" ".join(article.text[p.start : p.end].split()) for p in (q.pieces or (q.words,)))
            before, after = ("", "") if q.kind == "indirect" else quotes(article.language)
            said = self.words(f"{before}{words}{after}", language=article.language)
            yield Paragraph("quote", (said, *self.notes([q.words])))
            who = self.name(q.speaker.entity) or q.speaker.text if q.speaker else self.say("unknown speaker")
            how = [q.kind] * (q.kind == "indirect") + [q.stance] * (q.stance != "neutral")
            items: list[Words | Note] = [self.words("— "), self.words(who, strong=True)]
            if how:
                items.append(self.words(f" ({' · '.join(map(self.say, how))})", soft=True))
            for i, x in enumerate(q.chain):
                items += [
                    self.words(" · " if i == 0 else " ← ", soft=True),
                    self.words(f"{x.name} ({self.say(x.role)})", soft=True),
                ]
            yield Paragraph("by", tuple(items))

    def disagreements(self) -> Iterator[Paragraph]:
        shown = Disputes(self.d, self.language)
        for d in self.d.disagreements:
            about, language = shown.about(d)
            yield Paragraph(
                "entry",
                (
                    self.words(self.say(d.slot), strong=True),
                    *((self.words(" · "), self.words(about, strong=True, language=language)) if about else ()),
                    self.words(f" · {reason_words(d.why, self.language)}", soft=True),
                ),
            )
            for v in d.values:
                items: list[Words | Note] = [self.words(shown.value(d.slot, v.value), strong=True)]
                for i, a in enumerate(x for x in v.articles if x in self.articles):
                    items += [
                        self.words(" — " if i == 0 else ", "),
                        self.words(self.articles[a].publisher or self.articles[a].source),
                    ]
                yield Paragraph("sub", (*items, *self.notes(v.cites)))
                said = next((c for c in v.cites if c.article in self.articles), None)
                if said is not None:
                    article = self.articles[said.article]
                    span = sentence_of(article, said)
                    words = " ".join(article.text[span.start : span.end].split())
                    yield Paragraph("quote", (self.words(words, language=article.language),))

    def sources(self) -> Iterator[Paragraph]:
        for a in sorted(self.d.articles, key=lambda a: (str(a.published.start) if a.published else "9", a.source)):
            yield Paragraph(
                "entry",
                (
                    self.words(a.publisher or self.say("unknown publisher"), strong=True),
                    self.words(f", {date_words(a.published, self.language)}: "),
                    self.words(a.title or self.say("untitled"), language=a.language if a.title else None),
                    self.words(f" ({a.source.rsplit('/', 1)[-1]})", soft=True),
                ),
            )

    def abstentions(self) -> Iterator[Paragraph]:
        for a in self.d.abstentions:
            yield Paragraph(
                "entry",
                (
                    self.words(thing_words(a.what, self.language)),
                    self.words(f" — {reason_words(a.why, self.language)}", soft=True),
                    *self.notes(a.cites[:1]),
                ),
            )


def outline(dossier: Dossier, language: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a dossier in reading order, with labels in a language."""
    yield from _Outline(dossier, language).all()
