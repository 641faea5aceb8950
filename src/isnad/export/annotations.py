"""Every claim as a W3C Web Annotation (2017) on its page, with a position and a quote selector.

What it cannot carry: judgements, copies and abstentions. Positions count code points of the text isnad read, not of a browser's DOM;
the quote with the words around it finds the place there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from isnad.export.reasons import reason_words
from isnad.export.words import date_words, labels, name_of, title_language, title_of
from isnad.model import Article, Citation, Dossier

AROUND = 32
"""Characters before and after the quote."""


def write_annotations(dossier: Dossier, language: str) -> bytes:
    """Return an annotation collection with one page of annotations, as JSON-LD with the standard's own context."""
    items = list(_annotations(dossier, language))
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:isnad:annotations",
        "type": "AnnotationCollection",
        "label": "isnad",
        "total": len(items),
        "first": page,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def _annotations(d: Dossier, language: str) -> Iterator[dict[str, Any]]:
    articles = {a.id: a for a in d.articles}
    say = labels(language).get
    names = {e.id: name_of(e, language) for e in d.entities}

    def note(ident: str, purpose: str, text: str, spoken: str, cites: Iterable[Citation]) -> Iterator[dict[str, Any]]:
        targets = [_target(articles[c.article], c) for c in cites if c.article in articles]
        if targets:
            body = {
                "type": "TextualBody",
                "value": text,
                "purpose": purpose,
                "format": "text/plain",
                "language": spoken,
            }
            yield {
                "id": f"urn:isnad:{ident}",
                "type": "Annotation",
                "motivation": purpose,
                "body": body,
                "target": targets,
            }

    for e in d.events:
        shown = f"{say(e.kind)} · {say(e.status)} · {date_words(e.date, language)} · {title_of(e.title, language)}"
        yield from note(e.id, "describing", shown, title_language(e.title, language), e.cites)
    for q in d.quotations:
        who = (names.get(q.speaker.entity or "") or q.speaker.text) if q.speaker else say("unknown speaker")
        chain = " ← ".join(f"{x.name} ({say(x.role)})" for x in q.chain)
        yield from note(q.id, "commenting", f"{say(q.kind)} · {who} · {chain}", language, q.pieces or (q.words,))
    for x in d.entities:
        yield from note(x.id, "identifying", names[x.id], language, x.mentions)
    for f in d.figures:
        value = f"{f.value[0]}–{f.value[1]}" if isinstance(f.value, tuple) else str(f.value)
        yield from note(f.id, "tagging", f"{value} {f.unit} · {f.quantity}", language, f.cites)
    for a in d.agreements:
        for n, s in enumerate(a.steps):
            shown = f"{title_of(a.title, language)} · {say(s.status)} · {date_words(s.date, language)}"
            yield from note(f"{a.id}:{n}", "describing", shown, language, s.cites)
    for g in d.disagreements:
        for n, v in enumerate(g.values):
            yield from note(
                f"{g.id}:{n}",
                "questioning",
                f"{say(g.slot)}: {v.value} · {reason_words(g.why, language)}",
                language,
                v.cites,
            )


def _target(article: Article, c: Citation) -> dict[str, Any]:
    text = article.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[c.start : c.end],
        "prefix": text[max(0, c.start - AROUND) : c.start],
        "suffix": text[c.end : c.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": c.start, "end": c.end}
    return {"source": article.url or f"urn:isnad:article:{article.id}", "selector": [position, quote]}
