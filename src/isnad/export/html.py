"""The dossier as one self-contained page: no network, prints well, every number opens the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup, escape

from isnad.export.badge import badge, origins_words
from isnad.export.disputes import Disputes, sentence_of
from isnad.export.reasons import reason_words, thing_words
from isnad.export.retelling import telling_roles, told, whole_forms
from isnad.export.sayings import Saying, sayings
from isnad.export.words import MASK, counted, date_words, labels, name_of, on_a_line, title_language, title_of
from isnad.languages import LANGUAGES
from isnad.model import Article, Citation, Dossier, Entity, Event, RoleHeld
from isnad.model.reading import OWN_PARTS
from isnad.model.trees import Tree, trees
from isnad.text import direction, script_of

SENTENCE_MARKS = ".!?؟\n"


def write_html(dossier: Dossier, language: str) -> bytes:
    """Return the dossier as an HTML page with labels in a language, UTF-8."""
    page = _environment().get_template("dossier.html")
    view = _View(dossier, language if language in LANGUAGES else "en")
    return page.render(v=view, d=dossier, t=view.say, articles=view.articles_json()).encode("utf-8")


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("isnad.export", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


class _View:
    """What the template asks for: names, dates, numbered citations."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self.d, self.language = dossier, language
        self.direction = "rtl" if language == "ar" else "ltr"
        self.entities = {e.id: e for e in dossier.entities}
        self.by_id = {a.id: a for a in dossier.articles}
        self.numbers: dict[Citation, int] = {}
        self._told: set[str] = set()
        self._said: dict[str | None, list[Saying]] = {}
        self.say = labels(language).get
        self.disputes = Disputes(dossier, language)
        self.title = title_of(dossier.stories[0].title, language) if dossier.stories else "isnad"
        self.whole_badge = badge(dossier, self.language).split(" · ")

    def trees(self) -> tuple[Tree, ...]:
        """Return the trees of the origins: who printed them first, and who repeated these."""
        return trees(self.d)

    def text(self, words: str | None, language: str | None = None) -> Markup:
        """Return words isolated in their own direction and language."""
        shown = words or ""
        code = language or ("ar" if script_of(shown) == "Arabic" else None)
        lang = Markup(' lang="{}"').format(code) if code else Markup()
        return Markup('<bdi dir="{}"{}>{}</bdi>').format(direction(shown), lang, shown)

    def why(self, reason: str) -> Markup:
        """Return a reason of isnad's in the reader's language."""
        return self.text(reason_words(reason, self.language), self.language)

    def thing(self, what: str) -> str:
        """Return what was not claimed, in the reader's language but for a page's own words."""
        return thing_words(what, self.language)

    def name(self, entity: str | None) -> Markup:
        found = self.entities.get(entity or "")
        if found is None:
            return Markup()
        label = self.text(name_of(found, self.language))
        return Markup('<a class="name" href="#{}">{}</a>').format(found.id, label) if found.kind == "person" else label

    def names(self, ids: Iterable[str]) -> Markup:
        return Markup(" · ").join(n for i in dict.fromkeys(ids) if (n := self.name(i)))

    def titled(self, titles: dict[str, str]) -> Markup:
        return self.text(title_of(titles, self.language), title_language(titles, self.language))

    def told(self, event: Event) -> Markup:
        """Return what happened as a whole sentence of a page; a second event of that sentence by its own words."""
        sentence = told(event, self.by_id, self.language)
        if sentence in self._told:
            return self.titled(event.title)
        self._told.add(sentence)
        return self.text(sentence, title_language(event.title, self.language))

    def forms(self, entity: Entity) -> list[str]:
        return whole_forms(entity, name_of(entity, self.language))

    def roles(self, entity: Entity) -> list[RoleHeld]:
        return telling_roles(entity, self.language)

    def date(self, day: Any) -> Markup:
        """Return a date as exactly as it is known, with how it was found behind it."""
        if day is None:
            return Markup('<span class="undated">{}</span>').format(self.say("undated"))
        shown = date_words(day, self.language)
        return Markup('<time datetime="{}" title="{}"><bdi>{}</bdi></time>').format(
            day.start.isoformat(), reason_words(day.basis, self.language), shown
        )

    def counted(self, n: int, thing: str) -> str:
        """Return a thing with its number as the reader's language counts."""
        return counted(n, thing, self.language)

    def badge(self, event: Any) -> Markup:
        n = event.independent_origins
        words = f"{counted(len(event.articles), 'page', self.language)} · {origins_words(n, self.language)}"
        strength = "one" if n.max == 1 else "many" if n.min > 1 else "some"
        return Markup('<span class="badge {}" title="{}">{}</span>').format(
            strength, reason_words(n.why, self.language), words
        )

    def cite(self, cites: Iterable[Citation], most: int = 8) -> Markup:
        """Return numbered links that open the cited words in their page."""
        out = []
        for c in list(dict.fromkeys(cites))[:most]:
            article = self.by_id.get(c.article)
            if article is None:
                continue
            n = self.numbers.setdefault(c, len(self.numbers) + 1)
            label = f"{self.say('read in page')}: {article.publisher or article.source}"
            out.append(
                Markup(
                    '<a class="cite" href="#a-{}" data-a="{}" data-s="{}" data-e="{}" aria-label="[{}] {}">{}</a>'
                ).format(c.article, c.article, c.start, c.end, n, label, n)
            )
        return Markup('<span class="cites">{}</span>').format(Markup("").join(out)) if out else Markup()

    def quoted(self, c: Citation) -> Markup:
        article = self.by_id[c.article]
        return self.text(on_a_line(article.text[c.start : c.end]), article.language)

    def about(self, x: Any) -> Markup:
        """Return what a disagreement is about."""
        words, language = self.disputes.about(x)
        return self.text(words, language) if words else Markup()

    def sentence(self, c: Citation) -> Markup:
        """Return the sentence that holds cited words, these marked."""
        a = self.by_id[c.article]
        s = sentence_of(a, c)
        pieces = (a.text[s.start : c.start], a.text[c.start : c.end], a.text[c.end : s.end])
        before, own, after = (on_a_line(x) + " " * (x[-1:].isspace()) if MASK in x else x for x in pieces)
        return Markup('<bdi dir="{}" lang="{}">{}<mark>{}</mark>{}</bdi>').format(
            direction(a.text[s.start : s.end]), a.language, before, own, after
        )

    def words(self, q: Any) -> Markup:
        return Markup(" […] ").join(self.quoted(p) for p in (q.pieces or (q.words,)))

    def said(self, entity: str) -> list[Saying]:
        """Return what an entity said, the earliest first."""
        if not self._said:
            for s in sayings(self.d):
                who = s.quotation.speaker.entity if s.quotation.speaker else None
                self._said.setdefault(who, []).append(s)
        return self._said.get(entity, [])

    def of_kind(self, kind: str) -> list[Entity]:
        return [e for e in self.d.entities if e.kind == kind]

    def years(self) -> list[tuple[str, list[Any]]]:
        """Return the events by year, the undated last."""
        groups: dict[str, list[Any]] = {}
        for e in self.d.events:
            groups.setdefault(str(e.date.start.year) if e.date else self.say("undated"), []).append(e)
        return list(groups.items())

    def publisher(self, article: str) -> Markup:
        found = self.by_id.get(article)
        return self.text(found.publisher or self.say("unknown publisher")) if found else Markup()

    def sorted_articles(self) -> list[Article]:
        return sorted(self.d.articles, key=lambda a: (str(a.published.start) if a.published else "9", a.source))

    def marked_text(self, article: Article) -> Markup:
        """Return the whole page, what is not the article's own dimmed."""
        out, at = [], 0
        for p in article.parts:
            out.append(escape(article.text[at : p.start]))
            kind = p.kind if p.kind in OWN_PARTS else "other"
            out.append(Markup('<span class="p-{}">{}</span>').format(kind, article.text[p.start : p.end]))
            at = p.end
        out.append(escape(article.text[at:]))
        return Markup("").join(out)

    def articles_json(self) -> Markup:
        """Return what the page's script needs of each article, safe inside a script element."""
        rows = {
            a.id: {
                "text": a.text, "title": a.title or self.say("untitled"), "publisher": a.publisher or self.say("unknown publisher"),
                "language": a.language, "dir": direction(a.title or a.text[:400]),
                "date": date_words(a.published, self.language),
                "own": [[p.start, p.end] for p in a.parts if p.kind in OWN_PARTS],
            }
            for a in self.d.articles
        }  # fmt: skip
        raw = msgspec.json.encode(rows).decode()
        return Markup(
            raw.replace("<", "\\u003c")
            .replace(">", "\\u003e")
            .replace("&", "\\u0026")
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029")
        )
