"""Who is who and who says so: the lookups that composing a claim needs, made once from the judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from isnad.model import Citation, EntityGroup, Links, MentionRef, Origin, Reading, Span

TITLE = 180
"""Characters of the longest title taken from a sentence."""


class Cast(Struct, frozen=True):
    """Readings, entities and origins by id; entities also by the mention that names them."""

    readings: Mapping[str, Reading]
    entities: Mapping[str, EntityGroup]
    of: Mapping[MentionRef, tuple[str, ...]]
    origins: Mapping[str, tuple[str, ...]]
    states: Mapping[str, str]
    sources: Mapping[str, Origin]
    echoes: frozenset[tuple[str, str]] = frozenset()

    def named(self, article: str, mention: int | None) -> tuple[str, ...]:
        """Return the ids of the entities a mention stands for."""
        return () if mention is None else self.of.get(MentionRef(article, mention), ())

    def origins_behind(self, words: Sequence[Citation]) -> tuple[str, ...]:
        """Return the ids of the origins behind some words: whoever their sentence credits, else the page's own reporting, else all it rests on."""
        found: list[str] = []
        for c in words:
            reading, of = self.readings[c.article], self.origins.get(c.article, ())
            sentence = next((s for s in reading.sentences if s.start <= c.start < s.end), None)
            own = [o for o in of if self.sources[o].name == (reading.article.publisher or "unknown")]
            credited = [
                o for o in of if sentence is not None and o not in own and self._credited(o, c.article, sentence)
            ]
            found += credited or own or of
        return tuple(dict.fromkeys(found))

    def _credited(self, origin: str, article: str, sentence: Span) -> bool:
        cites = self.sources[origin].cites
        return any(c.article == article and sentence.start <= c.start < sentence.end for c in cites)

    def origins_of(self, articles: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the origins behind some articles, in order."""
        return tuple(dict.fromkeys(o for a in articles for o in self.origins.get(a, ())))


def cast_of(readings: Sequence[Reading], links: Links) -> Cast:
    """Return the lookups. ``states`` gives, for an ISO country code, the entity that is the country itself."""
    of: dict[MentionRef, tuple[str, ...]] = {}
    for e in links.entities:
        for ref in e.members:
            of[ref] = (*of.get(ref, ()), e.id)
    origins: dict[str, tuple[str, ...]] = {}
    for o in links.origins:
        for a in o.articles:
            origins[a] = (*origins.get(a, ()), o.id)
    by_id = {r.article.id: r for r in readings}
    sources = {o.id: o for o in links.origins}
    return Cast(
        by_id, {e.id: e for e in links.entities}, of, origins, _states(links.entities, by_id), sources, links.echoes
    )


def _states(entities: Sequence[EntityGroup], readings: Mapping[str, Reading]) -> dict[str, str]:
    """The entity of each country: a place whose gazetteer key names the country and nothing within it."""
    found: dict[str, str] = {}
    for e in entities:
        if e.kind != "place" or not e.country or e.country in found:
            continue
        keys = {readings[m.article].mentions[m.index].key for m in e.members if m.article in readings}
        if f"place:{e.country}" in keys:
            found[e.country] = e.id
    return found


def title_from(reading: Reading, start: int, end: int) -> str:
    """Return the words of a range on one line, cut at a word's end when long."""
    words = " ".join(reading.article.text[start:end].split()).strip(" ,;:،؛")
    if len(words) <= TITLE:
        return words
    return words[:TITLE].rsplit(" ", 1)[0].rstrip(" ,;:،؛") + "…"


def in_order(cites: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return the citations, each once, in the order given."""
    return tuple(dict.fromkeys(cites))
