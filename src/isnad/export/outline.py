"""A dossier as a document: headings, paragraphs and notes, the same for every form people read on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from isnad.export.badge import badge, origins_words
from isnad.export.disputes import Disputes, sentence_of
from isnad.export.reasons import names_kind, reason_words, thing_words
from isnad.export.retelling import LOOSE, capital, cut, telling_roles, told, whole_forms
from isnad.export.sayings import sayings
from isnad.export.words import Labels, date_words, labels, name_of, on_a_line, quotes, title_language, title_of
from isnad.languages import table
from isnad.model import Article, Citation, Disagreement, DisagreementValue, Dossier, Event, Quotation, Update
from isnad.text import script_of

Style = Literal["title", "badge", "h1", "h2", "entry", "sub", "quote", "by"]


class Words(Struct, frozen=True):
    """A stretch of text in one language; ``strong`` for what the eye should find, ``soft`` for what may be small."""

    text: str
    language: str | None = None
    strong: bool = False
    soft: bool = False


class Note(Struct, frozen=True):
    """A footnote: the citation, its page (publisher and day, title, address) and the words it quotes."""

    cite: Citation
    source: str
    words: str
    language: str
    title: str = ""
    address: str = ""


Item = Words | Note


class Paragraph(Struct, frozen=True):
    """One paragraph: its style and what stands in it."""

    style: Style
    items: tuple[Item, ...]


class Table(Struct, frozen=True):
    """A table: the words at its head, and rows of cells."""

    head: tuple[Words, ...]
    rows: tuple[tuple[tuple[Item, ...], ...], ...]


LONGEST = 180
"""Characters of the longest quotation in a note."""
LONGEST_TITLE = 90
"""Characters of the longest title of a page in a note."""
CITES = 3
"""Notes of one statement at the most."""
ROLES = 4
"""Roles of one person at the most."""


class _Outline:
    """Walks a dossier section by section."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self.d, self.language = dossier, language
        self.labels: Labels = labels(language)
        self.entities = {e.id: e for e in dossier.entities}
        self.articles: dict[str, Article] = {a.id: a for a in dossier.articles}
        self.told: set[str] = set()
        self.disputes = Disputes(dossier, language)

    def say(self, key: str) -> str:
        return self.labels.get(key)

    def notes(self, cites: Iterable[Citation]) -> Iterator[Note]:
        for c in list(dict.fromkeys(cites))[:CITES]:
            a = self.articles.get(c.article)
            if a is not None:
                words = cut(on_a_line(a.text[c.start : c.end]).lstrip(LOOSE), LONGEST)
                title = cut(" ".join((a.title or "").split()), LONGEST_TITLE)
                yield Note(c, self.source(a), words, a.language, title, a.url or "")

    def source(self, a: Article) -> str:
        """The publisher and the day of a page."""
        # Behind a Latin name the day would join its direction; behind an Arabic one, in other languages, too.
        between = (
            "، \u200f" if self.language == "ar" else ", \u200e" if script_of(a.publisher or "") == "Arabic" else ", "
        )
        return f"{a.publisher or self.say('unknown publisher')}{between}{date_words(a.published, self.language)}"

    def words(self, text: str, strong: bool = False, soft: bool = False, language: str | None = None) -> Words:
        arabic = script_of(text) == "Arabic"
        return Words(text, language or ("ar" if arabic else None), strong, soft)

    def listed(self, names: Iterable[str]) -> Iterator[Words]:
        """Names one behind the other, each in its own direction."""
        for i, name in enumerate(names):
            if i:
                yield Words("، " if self.language == "ar" else ", ", self.language)
            yield self.words(name)

    def name(self, entity: str | None) -> str:
        return name_of(self.entities[entity], self.language) if entity in self.entities else ""

    def heading(self, key: str) -> Paragraph:
        return Paragraph("h1", (self.words(self.say(key)),))

    def all(self) -> Iterator[Paragraph | Table]:
        title = title_of(self.d.stories[0].title, self.language) if self.d.stories else "isnad"
        yield Paragraph("title", (self.words(title),))
        yield Paragraph("badge", (self.words(badge(self.d, self.language), soft=True),))
        for key, rows in (
            ("timeline", self.timeline()), ("people", self.people()), ("agreements", self.agreements()),
            ("quotations", self.quotations()), ("disagreements", self.disagreements()), ("sources", self.sources()),
            ("abstentions", self.abstentions()),
        ):  # fmt: skip
            there = list(rows)
            if there:
                yield self.heading(key)
                yield from there
            elif key == "disagreements":  # that there are none is worth saying; of the rest it is plain
                yield self.heading(key)
                yield Paragraph("entry", (self.words(self.say("none"), soft=True),))

    def timeline(self) -> Iterator[Paragraph]:
        year = ""
        for e in self.d.events:
            here = str(e.date.start.year) if e.date else self.say("undated")
            if here != year:
                year = here
                yield Paragraph("h2", (self.words(year),))
            yield from self.event(e)

    def event(self, e: Event) -> Iterator[Paragraph]:
        kind = self.say(e.kind) + ("" if e.status == "happened" else f" ({self.say(e.status)})")
        sentence = told(e, self.articles, self.language)
        if sentence in self.told:  # two events of one sentence: each by its own words
            sentence = title_of(e.title, self.language)
        self.told.add(sentence)
        day = (self.words(date_words(e.date, self.language), strong=True),) if e.date else ()
        yield Paragraph(
            "entry",
            (
                *day,
                self.words(f"{' · ' if day else ''}{kind} — ", soft=True),
                self.words(sentence, language=title_language(e.title, self.language)),
                *self.notes(e.cites),
            ),
        )
        here = [self.name(e.place)] if e.place in self.entities else []
        who = dict.fromkeys(
            self.name(p.entity) for p in e.participants if p.entity in self.entities and p.entity != e.place
        )
        items: list[Item] = []
        for names in (here, list(who)):
            if names:
                items += [*([self.words(" · ", soft=True)] if items else []), *self.listed(names)]
        origins = f"{' · ' if items else ''}{origins_words(e.independent_origins, self.language)}"
        yield Paragraph("sub", (*items, Words(origins, self.language, soft=True)))
        for update in e.updates:
            yield Paragraph("sub", tuple(self.update(update)))

    def update(self, update: Update) -> Iterator[Item]:
        """A count that grew, "updated: 12 (3 March) → 15 (5 March) hurt"."""
        yield self.words(f"{self.say('updated')}: ", soft=True)
        for n, count in enumerate(update.counts):
            value = self.disputes.value("number", count.value)
            arrow = f" {self.say('→')} " if n else ""
            yield self.words(f"{arrow}{value} ({date_words(count.day, self.language)})", soft=True)
            yield from self.notes(count.cites[:2])
        yield self.words(" · ", soft=True)
        yield self.words(update.quantity, language=update.language, soft=True)

    def people(self) -> Iterator[Paragraph]:
        for e in self.d.entities:
            if e.kind != "person":
                continue
            items: list[Item] = [self.words(self.name(e.id), strong=True), *self.notes(e.mentions[:1])]
            for a in whole_forms(e, self.name(e.id)):
                items += [self.words(" · ", soft=True), self.words(a, soft=True)]
            yield Paragraph("entry", tuple(items))
            for r in telling_roles(e, self.language)[:ROLES]:
                yield Paragraph("sub", (self.words(r.text, language=r.language), *self.notes(r.cites[:2])))

    def agreements(self) -> Iterator[Paragraph]:
        for a in self.d.agreements:
            title = title_of(a.title, self.language)
            yield Paragraph("h2", (self.words(capital(title), language=title_language(a.title, self.language)),))
            items: list[Item] = [self.words(self.say(a.kind), soft=True)]
            if a.parties:
                items += [self.words(" · ", soft=True), *self.listed(self.name(p) for p in a.parties)]
            yield Paragraph("entry", tuple(items))
            for x in a.domains:
                yield Paragraph("sub", (self.words(x.text, language=x.language), *self.notes(x.cites)))
            for s in a.steps:
                shown = f"{self.say('colon')} {date_words(s.date, self.language)}"
                yield Paragraph(
                    "sub",
                    (self.words(self.say(s.status), strong=True), Words(shown, self.language), *self.notes(s.cites)),
                )

    def quotations(self) -> Iterator[Paragraph]:
        """Everything said, once each, by the day it was first printed; then who else printed it."""
        for said in sayings(self.d):
            q, article = said.quotation, said.article
            words = " […] ".join(on_a_line(article.text[p.start : p.end]) for p in (q.pieces or (q.words,)))
            before, after = ("", "") if q.kind == "indirect" else quotes(article.language)
            shown = f"{before}{words.rstrip(LOOSE)}{after}" if before else words
            yield Paragraph("quote", (self.words(shown, language=article.language), *self.notes([q.words])))
            who = self.name(q.speaker.entity) or q.speaker.text if q.speaker else self.say("unknown speaker")
            how = [q.kind] * (q.kind == "indirect") + [q.stance] * (q.stance != "neutral")
            items: list[Item] = [self.words("— "), self.words(who, strong=True)]
            if how:
                items.append(self.words(f" ({' · '.join(map(self.say, how))})", soft=True))
            items.append(self.words(" · ", soft=True))
            items.append(self.words(self.source(article), soft=True))
            through = [x for x in q.chain if x.role not in ("speaker", "publisher")]
            for x in through:
                items += [
                    self.words(" · ", soft=True),
                    self.words(f"{self.say(x.role)}{self.say('colon')} {x.name}", soft=True),
                ]
            yield Paragraph("by", tuple(items))
            others = [o for o in said.again if o.words.article in self.articles]
            if others:
                yield Paragraph("by", tuple(self.again(others)))

    def again(self, others: Sequence[Quotation]) -> Iterator[Item]:
        yield self.words(f"{self.say('also printed by')}{self.say('colon')} ", soft=True)
        for i, o in enumerate(others):
            if i:
                yield Words("، " if self.language == "ar" else ", ", self.language, soft=True)
            a = self.articles[o.words.article]
            yield self.words(a.publisher or self.say("unknown publisher"), soft=True)
            yield from self.notes([o.words])

    def disagreements(self) -> Iterator[Paragraph | Table]:
        shown = Disputes(self.d, self.language)
        columns = table(self.labels.language, "interface")["columns"]
        head = tuple(self.words(capital(w)) for w in (columns["value"], self.say("sources"), columns["quotation"]))
        for d in self.d.disagreements:
            about, language = shown.about(d)
            items = [self.words(capital(self.say(d.slot)))]
            if about:
                items += [self.words(" · "), self.words(about, language=language)]
            yield Paragraph("h2", tuple(items))
            if d.slot != "number":  # of numbers the reason says what the heading says
                yield Paragraph("entry", (self.words(reason_words(d.why, self.language), soft=True),))
            yield Table(head, tuple(self.disputed(shown, d, v) for v in d.values))

    def disputed(self, shown: Disputes, d: Disagreement, v: DisagreementValue) -> tuple[tuple[Item, ...], ...]:
        """One value of a disagreement: what it is, who says so, and the sentence that does."""
        pages = [self.articles[a] for a in v.articles if a in self.articles]
        names = dict.fromkeys(a.publisher or a.source.rsplit("/", 1)[-1] for a in pages)
        said = next((c for c in v.cites if c.article in self.articles), None)
        sentence: tuple[Item, ...] = ()
        if said is not None:
            article = self.articles[said.article]
            span = sentence_of(article, said)
            sentence = (self.words(on_a_line(article.text[span.start : span.end]), language=article.language),)
        return (
            (self.words(shown.value(d.slot, v.value), strong=True),),
            (*self.listed(names), *self.notes(v.cites)),
            sentence,
        )

    def sources(self) -> Iterator[Paragraph]:
        for a in sorted(self.d.articles, key=lambda a: (str(a.published.start) if a.published else "9", a.source)):
            yield Paragraph(
                "entry",
                (
                    self.words(a.publisher or self.say("unknown publisher"), strong=True),
                    Words(
                        f"{', ' if self.language != 'ar' else '، '}{date_words(a.published, self.language)}{self.say('colon')} ",
                        self.language,
                    ),
                    self.words(a.title or self.say("untitled"), language=a.language if a.title else None),
                    Words(f" ({a.source.rsplit('/', 1)[-1]})", self.language, soft=True),
                    *((Words(f" {a.url}", "en", soft=True),) if a.url else ()),
                ),
            )

    def abstentions(self) -> Iterator[Paragraph]:
        for a in self.d.abstentions:
            yield Paragraph(
                "entry",
                (
                    self.words(
                        thing_words(a.what, self.language), language=self.language if names_kind(a.what) else None
                    ),
                    self.words(f" — {reason_words(a.why, self.language)}", soft=True),
                    *self.notes(a.cites[:1]),
                ),
            )


def outline(dossier: Dossier, language: str) -> Iterator[Paragraph | Table]:
    """Yield the paragraphs and tables of a dossier in reading order, with labels in a language."""
    yield from _Outline(dossier, language).all()
