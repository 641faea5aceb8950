"""The dossier as Markdown with footnotes: every claim numbered to the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from isnad.export.words import date_words, labels, name_of, title_of
from isnad.model import Citation, Dossier
from isnad.text import isolate

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|"})


def write_markdown(dossier: Dossier, language: str) -> bytes:
    """Return the dossier as CommonMark with footnotes, UTF-8."""
    return _Writer(dossier, language).whole().encode("utf-8")


class _Writer:
    """Writes sections; gathers footnotes as it goes."""

    def __init__(self, dossier: Dossier, language: str) -> None:
        self.d, self.language = dossier, language
        self.say = labels(language).get
        self.entities = {e.id: e for e in dossier.entities}
        self.articles = {a.id: a for a in dossier.articles}
        self.notes: dict[Citation, int] = {}

    def whole(self) -> str:
        title = title_of(self.d.stories[0].title, self.language) if self.d.stories else "isnad"
        publishers = len({a.publisher for a in self.d.articles if a.publisher})
        badge = f"{len(self.d.articles)} {self.say('pages')} · {publishers} {self.say('publishers')} · {len(self.d.origins)} {self.say('origins')}"
        parts = [
            f"# {_text(title)}",
            badge,
            *self._timeline(),
            *self._people(),
            *self._agreements(),
            *self._quotations(),
        ]
        parts += [*self._disagreements(), *self._sources(), *self._abstentions(), *self._footnotes()]
        return "\n\n".join(parts) + "\n"

    def cite(self, cites: Iterable[Citation]) -> str:
        """Return footnote marks for some citations, each article's words once."""
        return "".join(f"[^{self.notes.setdefault(c, len(self.notes) + 1)}]" for c in dict.fromkeys(cites))

    def name(self, entity: str | None) -> str:
        return _text(name_of(self.entities[entity], self.language)) if entity in self.entities else ""

    def _timeline(self) -> list[str]:
        rows = []
        for e in self.d.events:
            who = ", ".join(dict.fromkeys(self.name(p.entity) for p in e.participants if p.entity in self.entities))
            n = e.independent_origins
            origins = f"{n.min}" if n.min == n.max else f"{n.min}–{n.max}"
            status = "" if e.status == "happened" else f" ({self.say(e.status)})"
            place = f" — {self.name(e.place)}" if e.place in self.entities else ""
            head = f"- **{date_words(e.date, self.language)}** · {self.say(e.kind)}{status}: {_text(title_of(e.title, self.language))}{place}"
            rows.append(
                head + (f" — {who}" if who else "") + f" · {origins} {self.say('origins')}" + self.cite(e.cites)
            )
        return [f"## {self.say('timeline')}", "\n".join(rows) or self.say("none")]

    def _people(self) -> list[str]:
        rows = []
        for e in self.d.entities:
            if e.kind != "person":
                continue
            roles = "; ".join(_text(r.text) + self.cite(r.cites[:2]) for r in e.roles[:4])
            forms = " · ".join(_text(a) for a in e.aliases)
            rows.append(
                f"- **{self.name(e.id)}** — {forms}" + (f" — {roles}" if roles else "") + self.cite(e.mentions[:1])
            )
        return [f"## {self.say('people')}", "\n".join(rows) or self.say("none")]

    def _agreements(self) -> list[str]:
        out = [f"## {self.say('agreements')}"]
        for a in self.d.agreements:
            parties = " – ".join(self.name(p) for p in a.parties)
            rows = [f"### {_text(title_of(a.title, self.language))}", f"{self.say(a.kind)} · {parties}"]
            rows += [f"- {_text(x.text)}{self.cite(x.cites)}" for x in a.domains]
            rows += [
                f"- {self.say(s.status)}: {date_words(s.date, self.language)}{self.cite(s.cites)}" for s in a.steps
            ]
            out.append("\n".join(rows))
        return out if len(out) > 1 else [*out, self.say("none")]

    def _quotations(self) -> list[str]:
        rows = []
        for q in self.d.quotations:
            article = self.articles[q.words.article]
            words = " … ".join(" ".join(article.text[p.start : p.end].split()) for p in (q.pieces or (q.words,)))
            who = _text(q.speaker.text) if q.speaker else self.say("unknown speaker")
            chain = " ← ".join(_text(link.name) for link in q.chain)
            rows.append(f"> {_text(words)}\n>\n> — {who}{self.cite([q.words])} ({chain})")
        return [f"## {self.say('quotations')}", *(rows or [self.say("none")])]

    def _disagreements(self) -> list[str]:
        rows = []
        for d in self.d.disagreements:
            rows.append(f"- **{self.say(d.slot)}** {_text(d.why)}")
            for v in d.values:
                by = ", ".join(
                    _text(self.articles[a].publisher or self.articles[a].source)
                    for a in v.articles
                    if a in self.articles
                )
                rows.append(f"  - {_text(str(v.value))} — {by}{self.cite(v.cites)}")
        return [f"## {self.say('disagreements')}", "\n".join(rows) or self.say("none")]

    def _sources(self) -> list[str]:
        rows = []
        for a in self.d.articles:
            publisher = _text(a.publisher or self.say("unknown publisher"))
            title = _text(a.title or self.say("untitled"))
            rows.append(f"- {publisher}, {date_words(a.published, self.language)}: *{title}* (`{a.source}`)")
        return [f"## {self.say('sources')}", "\n".join(rows)]

    def _abstentions(self) -> list[str]:
        rows = [f"- {_text(a.what)}: {_text(a.why)}{self.cite(a.cites[:1])}" for a in self.d.abstentions]
        return [f"## {self.say('abstentions')}", "\n".join(rows) or self.say("none")]

    def _footnotes(self) -> list[str]:
        rows = []
        for c, n in self.notes.items():
            article = self.articles.get(c.article)
            if article is None:
                continue
            words = " ".join(article.text[c.start : c.end].split())
            shown = words if len(words) < 300 else words[:297] + "…"
            rows.append(f"[^{n}]: {_text(article.publisher or article.source)}: “{_text(shown)}” [{c.start}, {c.end})")
        return ["\n".join(rows)] if rows else []


def _text(words: str) -> str:
    """Words as they are, Markdown's marks escaped, direction isolated."""
    return isolate(" ".join(words.split()).translate(_SPECIAL))
