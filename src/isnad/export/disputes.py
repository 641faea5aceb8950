"""Disagreements for readers: what they are about, their values in words, and the sentences that say each."""

from __future__ import annotations

from datetime import date

from isnad.export.words import date_words, labels, name_of, title_language, title_of, unit_words
from isnad.model import Article, Citation, Disagreement, Dossier, Interval, Span
from isnad.text import sentences

LONGEST = 320
"""Characters of the longest sentence shown whole; a longer one is cut around the cited words."""


class Disputes:
    """The disagreements of one dossier in the words of one language."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self._language = language
        self._say = labels(language).get
        self._entities = {e.id: e for e in dossier.entities}
        self._figures = {f.id: f for f in dossier.figures}
        self._languages = {a.id: a.language for a in dossier.articles}
        self._titles = {e.id: e.title for e in dossier.events} | {a.id: a.title for a in dossier.agreements}

    def about(self, d: Disagreement) -> tuple[str, str | None]:
        """Return what a disagreement is about and the language of these words: a title, a name, what a figure counts."""
        ident = d.about.get("id", "")
        if ident in self._titles:
            titles = self._titles[ident]
            return " ".join(title_of(titles, self._language).split()), title_language(titles, self._language)
        if ident in self._entities:
            return name_of(self._entities[ident], self._language), None
        figure = self._figures.get(ident)
        if figure is not None and _currency(figure.unit):
            return f"{self._say('sum')} ({figure.unit})", None
        if figure is None:
            return "", None
        printed = next((self._languages[c.article] for c in figure.cites if c.article in self._languages), None)
        if printed in (None, self._language) or figure.unit == "people":
            return figure.quantity or "", printed
        return unit_words(figure.unit, self._language) or figure.quantity or "", None

    def value(self, slot: str, value: object) -> str:
        """Return a value as the reader would write it: a name, a day, a number, a status."""
        said = str(value)
        if said in self._entities:
            return name_of(self._entities[said], self._language)
        if slot == "date":
            first, _, last = said.partition("/")
            try:
                start, end = date.fromisoformat(first), date.fromisoformat(last or first)
            except ValueError:
                return said
            return date_words(Interval(start, end, "day" if start == end else "range", ""), self._language)
        if isinstance(value, int | float):
            shown = f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
            return shown if self._language == "en" else shown.replace(",", "\u202f")
        return self._say(said) if slot == "status" else said


def _currency(unit: str) -> bool:
    """True for an ISO 4217 code."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def sentence_of(article: Article, cite: Citation) -> Span:
    """Return the sentence that holds cited words, on its line and of its part; offsets into the article's text.

    Of a sentence longer than :data:`LONGEST` the words around the cited ones.
    """
    text = article.text
    own = _own(article, cite)
    low = max(own.start, text.rfind("\n", 0, cite.start) + 1)
    stop = text.find("\n", cite.end)
    high = min(own.end, stop) if stop >= 0 else own.end
    found = [s for s in sentences(text, low, high) if s.start < cite.end and cite.start < s.end]
    start, end = (found[0].start, found[-1].end) if found else (cite.start, cite.end)
    if end - start > LONGEST:
        room = max(0, LONGEST - (cite.end - cite.start)) // 2
        cut = text.find(" ", max(start, cite.start - room), cite.start)
        start = cite.start if cite.start - room > start and cut < 0 else cut + 1 if cite.start - room > start else start
        last = text.rfind(" ", cite.end, min(end, cite.end + room))
        end = end if cite.end + room >= end else max(cite.end, last)
    return Span(min(start, cite.start), max(end, cite.end))


def _own(article: Article, cite: Citation) -> Span:
    """Return the title, the lead or the body around cited words: on a page of one line the menus before it are no sentence's."""
    text, kind = article.text, ""
    start, end = 0, len(text)
    for part in article.own():
        if part.kind == kind and not text[end : part.start].strip():
            end = part.end
        elif part.start > cite.start:
            break
        else:
            start, end, kind = part.start, part.end, part.kind
    return Span(start, end) if start <= cite.start and cite.end <= end else Span(0, len(text))
