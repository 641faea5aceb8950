"""What templates show: names, dates and words in their own direction, citations as links to the words they quote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup

from isnad.export.badge import badge, origins_words
from isnad.export.disputes import sentence_of
from isnad.export.reasons import key_words, names_kind, reason_words, refusal_words, thing_words
from isnad.export.words import counted, country_words, date_words, name_of, title_language, title_of
from isnad.languages import LANGUAGES
from isnad.model import Article, Citation, Disagreement, Event, Origin, Quotation, Span, Story
from isnad.search import Snippet
from isnad.text import direction, script_of
from isnad.web.desk import Desk
from isnad.web.templating import NATIVE, words

SECTIONS = (
    ("", "overview"), ("timeline", "timeline"), ("stories", "stories"), ("people", "people"), ("organizations", "organizations"),
    ("places", "places"), ("network", "network"), ("quotations", "quotations"), ("agreements", "agreements"),
    ("disagreements", "disagreements"), ("origins", "origins"), ("articles", "articles"), ("abstentions", "abstentions"),
    ("decisions", "decisions"), ("deliver", "deliver"),
)  # fmt: skip
"""Path of a page → the label of its link."""
KINDS = {"person": "people", "organization": "organizations", "place": "places"}


class View:
    """One page being made for one reader."""

    def __init__(
        self, desk: Desk, language: str, path: str, token: str = "", query: Mapping[str, str] | None = None
    ) -> None:
        self.desk, self.d, self.language, self.path, self.token = desk, desk.d, language, path, token
        self.query = dict(query or {})
        self.direction = "rtl" if language == "ar" else "ltr"
        self.sections, self.native = SECTIONS, NATIVE
        self.disputes = desk.disputes(language)

    # -- words ---------------------------------------------------------------------------------------------------
    def t(self, key: str) -> str:
        """Return an interface word in the reader's language."""
        return words(self.language)(key)

    def count(self, n: int, thing: str) -> str:
        """Return a thing with its number, as the language counts."""
        return counted(n, thing, self.language)

    def text(self, words: object, language: str | None = None) -> Markup:
        """Return words isolated in their own direction and language."""
        shown = str(words if words is not None else "")
        code = language if language and language != "und" else ("ar" if script_of(shown) == "Arabic" else None)
        lang = Markup(' lang="{}"').format(code) if code and code != self.language else Markup()
        # A sentence about an Arabic name may begin with it and is still English.
        side = ("rtl" if code == "ar" else "ltr") if code in LANGUAGES else direction(shown)
        return Markup('<bdi dir="{}"{}>{}</bdi>').format(side, lang, shown)

    def why(self, reason: str) -> Markup:
        """Return a reason of isnad's in the reader's language."""
        return self.text(reason_words(reason, self.language), self.language)

    def refusal(self, words: str) -> Markup:
        """Return what somebody is refused, or how to go on, in the reader's language."""
        said = self.t(words)
        shown = refusal_words(said, self.language)
        return self.text(shown, self.language if shown != words else None)

    def thing(self, what: str) -> Markup:
        """Return what was not claimed, in the reader's language but for a page's own words."""
        return self.text(thing_words(what, self.language), self.language if names_kind(what) else None)

    def key(self, reason: str) -> str:
        """Return the short name of a reason to abstain."""
        return key_words(reason, self.language)

    @property
    def query_text(self) -> str:
        """The query of this page as it stands in its address."""
        return urlencode(self.query, doseq=True)

    @property
    def badge(self) -> str:
        """The dossier's badge."""
        return badge(self.d, self.language, self.desk.independent)

    @property
    def title(self) -> Markup:
        """The dossier's title: that of its largest story."""
        biggest = max(self.d.stories, key=lambda s: len(s.articles), default=None)
        return self.titled(biggest.title) if biggest else Markup("isnad")

    @property
    def stats(self) -> list[tuple[int, str, str, str]]:
        """What the dossier holds: number, the number as shown, the page that lists it, what is counted."""
        d = self.d
        n = self.desk.independent
        spread = f"{n.min}–{n.max}" if n.min < n.max else self.number(n.max)
        rows = (
            (len(d.articles), "articles", "page"), (len({a.publisher for a in d.articles if a.publisher}), "articles", "publisher"),
            (n.max, "origins", "independent origin"), (len(d.events), "timeline", "event"),
            (len(d.quotations), "quotations", "quotation"), (len(d.disagreements), "disagreements", "disagreement"),
        )  # fmt: skip
        return [(k, spread if page == "origins" else self.number(k), page, thing) for k, page, thing in rows]

    def number(self, n: int) -> str:
        """Return a number with its thousands parted as the language does."""
        return f"{n:,}".replace(",", "," if self.language == "en" else "\u202f")

    def noun(self, n: int, thing: str) -> str:
        """Return a thing as the language counts it, without its number."""
        return counted(n, thing, self.language).replace(self.number(n), "").strip()

    # -- links ---------------------------------------------------------------------------------------------------
    def url(self, *steps: str, **query: object) -> str:
        """Return the address of a page in the reader's language."""
        given = {k: v for k, v in query.items() if v not in (None, "", 1) or (k != "page" and v)}
        return (
            "/"
            + "/".join(quote(s, safe="") for s in (self.language, *(x for x in steps if x)))
            + (f"?{urlencode(given, doseq=True)}" if given else "")
        )

    def here(self, **changed: object) -> str:
        """Return the address of this page with parts of its query changed."""
        query = {k: v for k, v in {**self.query, **changed}.items() if v not in (None, "")}
        return self.path + (f"?{urlencode(query, doseq=True)}" if query else "")

    def in_language(self, code: str) -> str:
        """Return the address of this page in another language."""
        rest = self.path.split("/", 2)[2] if self.path.count("/") > 1 else ""
        return f"/{code}/{rest}" + (f"?{urlencode(self.query, doseq=True)}" if self.query else "")

    def link(self, label: object, *steps: str, cls: str = "") -> Markup:
        """Return a link to a page."""
        extra = Markup(' class="{}"').format(cls) if cls else Markup()
        return Markup('<a{} href="{}">{}</a>').format(extra, self.url(*steps), label)

    # -- things --------------------------------------------------------------------------------------------------
    def plain_name(self, entity: str | None) -> str:
        """Return a name as text alone, empty for nobody."""
        found = self.desk.entities.get(entity or "")
        return name_of(found, self.language) if found else ""

    def name(self, entity: str | None, cls: str = "name") -> Markup:
        """Return a name as a link to its page."""
        found = self.desk.entities.get(entity or "")
        if found is None:
            return Markup()
        return self.link(self.text(name_of(found, self.language)), "entities", found.id, cls=f"{cls} {found.kind}")

    def country(self, code: str) -> Markup:
        """Return a state's name in the reader's language."""
        return self.text(country_words(code, self.language), self.language)

    def names(self, ids: Iterable[str]) -> Markup:
        """Return several names, each once."""
        return Markup(" · ").join(n for i in dict.fromkeys(ids) if (n := self.name(i)))

    def titled(self, titles: Mapping[str, str]) -> Markup:
        """Return a title in the reader's language, else in another, marked as such."""
        found = dict(titles)
        return self.text(" ".join(title_of(found, self.language).split()), title_language(found, self.language))

    def about(self, x: Disagreement) -> Markup:
        """Return what a disagreement is about: the thing's title or name, for a figure what it counts."""
        words, language = self.disputes.about(x)
        return self.text(words, language) if words else self.text(self.t(x.slot))

    def about_link(self, x: Disagreement) -> Markup:
        """Return what a disagreement is about as a link to its page, where it has one."""
        ident = x.about.get("id", "")
        for path, things in (("events", self.desk.events), ("entities", self.desk.entities)):
            if ident in things:
                return self.link(self.about(x), path, ident)
        if ident in self.desk.agreements:
            return Markup('<a href="{}#{}">{}</a>').format(self.url("agreements"), ident, self.about(x))
        return self.about(x)

    def value(self, slot: str, value: object) -> Markup:
        """Return a value in dispute as the reader would write it: a name as a link, a day, a number, a status."""
        if str(value) in self.desk.entities:
            return self.name(str(value))
        shown = self.disputes.value(slot, value)
        if isinstance(value, int | float):
            return Markup('<bdi dir="ltr">{}</bdi>').format(shown)
        return self.text(shown, self.language if slot in ("date", "status") else None)

    def origin(self, o: Origin) -> Markup:
        """Return what an origin is called, or that it is unknown."""
        return Markup("{}").format(self.t("unknown")) if o.name == "unknown" else self.text(o.name)

    def origins(self, ids: Iterable[str]) -> Markup:
        """Return the names of origins as links, each name once."""
        named = {self.desk.origins[i].name: i for i in reversed(list(ids)) if i in self.desk.origins}
        links = (
            Markup('<a class="quiet" href="{}#{}">{}</a>').format(
                self.url("origins"), i, self.origin(self.desk.origins[i])
            )
            for i in reversed(named.values())
        )
        return Markup(" · ").join(links)

    def date(self, day: Any) -> Markup:
        """Return a date as exactly as it is known, with how it was found behind it."""
        if day is None:
            return Markup('<span class="undated">{}</span>').format(self.t("undated"))
        return Markup('<time datetime="{}" title="{}"><bdi>{}</bdi></time>').format(
            day.start.isoformat(), reason_words(day.basis, self.language), date_words(day, self.language)
        )

    def event_badge(self, e: Event) -> Markup:
        """Return how many pages tell an event and how many origins stand behind it."""
        n = e.independent_origins
        strength = "one" if n.max == 1 else "many" if n.min > 1 else "some"
        words = f"{self.count(len(e.articles), 'page')} · {origins_words(n, self.language)}"
        return Markup('<span class="badge {}" title="{}">{}</span>').format(
            strength, reason_words(n.why, self.language), words
        )

    def mark(self, ident: str) -> Markup:
        """Return where a thing stands with people: accepted, locked, amended; nothing for isnad's own suggestion."""
        found = self.desk.marks.get(ident)
        if found is None or found.state == "commented":
            return Markup()
        who = f"{found.by}, {found.at[:10]}"
        return Markup('<span class="mark {}" title="{}">{}</span>').format(found.state, who, self.t(found.state))

    def article_title(self, a: Article) -> Markup:
        """Return an article's headline, or that it has none."""
        if a.title:
            return self.text(" ".join(a.title.split()), a.language)
        return Markup('<span class="undated">{}</span>').format(self.t("untitled"))

    def article_link(self, a: Article) -> Markup:
        """Return an article's headline as a link to its reader."""
        return self.link(self.article_title(a), "articles", a.id)

    def publisher(self, a: Article | None) -> Markup:
        """Return who published an article."""
        return self.text((a.publisher if a else None) or self.t("unknown publisher"))

    def cite_url(self, c: Citation) -> str:
        """Return the address that opens an article at the cited words."""
        return f"{self.url('articles', c.article)}?c={c.start}-{c.end}#cited"

    def cite(self, cites: Iterable[Citation], most: int = 6) -> Markup:
        """Return links that open the cited words in their page, each with the publisher's name."""
        there = [c for c in dict.fromkeys(cites) if c.article in self.desk.articles]
        out = []
        for n, c in enumerate(there[:most], 1):
            a = self.desk.articles[c.article]
            label = f"{self.t('read in page')}: {a.publisher or a.source} [{n}]"
            words = " ".join(a.text[c.start : min(c.end, c.start + 200)].split())
            out.append(
                Markup('<a class="cite" href="{}" aria-label="{}" title="{}">{}</a>').format(
                    self.cite_url(c), label, words, n
                )
            )
        if len(there) > most:
            out.append(Markup(' <span class="num">+{}</span>').format(self.number(len(there) - most)))
        return Markup('<span class="cites">{}</span>').format(Markup("").join(out)) if out else Markup()

    def quoted(self, c: Citation, most: int = 600) -> Markup:
        """Return the words a citation quotes, on one line."""
        a = self.desk.articles[c.article]
        words = " ".join(a.text[c.start : c.end].split())
        return self.text(words if len(words) <= most else words[: most - 1] + "…", a.language)

    def around(self, c: Citation, room: int = 90) -> Markup:
        """Return the words a citation quotes, marked, with those around them on the page's own lines."""
        text = self.desk.articles[c.article].text
        low = max(text.rfind("\n", 0, c.start) + 1, text.find(" ", max(0, c.start - room)) + 1 if c.start > room else 0)
        stop = text.find("\n", c.end)
        high = min(stop if stop >= 0 else len(text), c.end + room)
        if high == c.end + room:
            high = max(c.end, text.rfind(" ", c.end, high))
        return self.snippet(Snippet(c.article, min(low, c.start), high, (Span(c.start, c.end),)))

    def sentence(self, c: Citation) -> Markup:
        """Return the sentence that holds cited words, these marked."""
        span = sentence_of(self.desk.articles[c.article], c)
        return self.snippet(Snippet(c.article, span.start, span.end, (Span(c.start, c.end),)), whole=True)

    def said(self, q: Quotation) -> Markup:
        """Return a quotation's words."""
        return Markup(" […] ").join(self.quoted(p) for p in (q.pieces or (q.words,)))

    def speaker(self, q: Quotation) -> Markup:
        """Return who spoke: the person, else as printed, else that nobody is named."""
        if q.speaker is None:
            return Markup('<span class="undated">{}</span>').format(self.t("unknown speaker"))
        return self.name(q.speaker.entity) or self.text(q.speaker.text)

    def snippet(self, s: Snippet, whole: bool = False) -> Markup:
        """Return a snippet with what answers the query marked; dots around it unless it is a ``whole`` sentence."""
        a = self.desk.articles[s.article]
        out, at = [], s.start
        for m in s.marks:
            out += [Markup("{}<mark>{}</mark>").format(a.text[at : m.start], a.text[m.start : m.end])]
            at = m.end
        out.append(Markup("{}").format(a.text[at : s.end]))
        own = Markup(' lang="{}"').format(a.language) if a.language != "und" else Markup()
        return Markup('<bdi dir="{}"{}>{}{}{}</bdi>').format(
            direction(a.text[s.start : s.end]),
            own,
            "… " if s.start and not whole else "",
            Markup("").join(out),
            " …" if s.end < len(a.text) and not whole else "",
        )

    def years(self, events: Sequence[Event]) -> list[tuple[str, list[Event]]]:
        """Return events by year, in their order."""
        groups: dict[str, list[Event]] = {}
        for e in events:
            groups.setdefault(str(e.date.start.year) if e.date else self.t("undated"), []).append(e)
        return list(groups.items())

    def dates_of(self, s: Story) -> str:
        """Return from when to when a story's articles were published."""
        dates = [a.published for i in s.articles if (a := self.desk.articles.get(i)) and a.published]
        ends = (min(dates, key=lambda x: x.start), max(dates, key=lambda x: x.end)) if dates else ()
        return " – ".join(dict.fromkeys(date_words(x, self.language) for x in ends))

    def languages_in(self, s: Story) -> list[str]:
        """Return the languages of a story's articles, each by its own name."""
        codes = sorted({a.language for i in s.articles if (a := self.desk.articles.get(i))})
        return [self.tongue(x) for x in codes]

    def tongue(self, code: str) -> Markup:
        """Return what a language calls itself; for one isnad has no words in, its code."""
        return self.text(NATIVE.get(code, code), code if code in NATIVE else None)
