"""The words of sources of one language, read from ``agencies.toml``: agencies by name, nouns for texts, media and posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from isnad.annotate.quotations.lexicon import speech
from isnad.annotate.quotations.phrases import Opening, Openings, Phrases, key, phrases, split
from isnad.languages import available, table
from isnad.languages.keeping import kept


class Sources(Struct, frozen=True):
    """All a language's words for hands that words pass through. ``nouns`` are tables by kind of source."""

    nouns: dict[str, Phrases]
    again: Phrases
    relays: Phrases
    feminine: frozenset[str]
    relays_by: dict[str, frozenset[str]]
    owners: Phrases
    credit_lines: frozenset[tuple[str, ...]]
    helped: Phrases
    set_apart: frozenset[str]
    own_work: frozenset[tuple[str, ...]]
    adapted: Phrases
    has_seen: frozenset[str]
    photo_lines: frozenset[str]
    foreign: frozenset[str]
    names: Phrases
    full: dict[tuple[str, ...], str]
    guarded: frozenset[tuple[str, ...]]
    inside: frozenset[str]
    inside_of: Phrases
    tells_from: Phrases
    from_whom: frozenset[str]
    told_to: frozenset[str]
    told_to_alone: frozenset[str]
    informing: frozenset[str]
    on_air: frozenset[str]
    stations: frozenset[str]
    ours: frozenset[str]
    starts: frozenset[str]
    sorts: dict[str, tuple[str, ...]]
    hands_over: Phrases
    issues: Phrases
    announces: Phrases
    own_site: Phrases
    auxiliaries: frozenset[str]
    endings: frozenset[str]
    before_media: frozenset[str]
    for_news: frozenset[str]
    no_name: frozenset[str]
    no_document: frozenset[str]
    colleagues: Phrases
    gives: frozenset[str]
    agency_words: frozenset[str]
    negations: frozenset[str]
    had: Phrases
    had_by: frozenset[str]
    means: frozenset[str]
    mails: Phrases
    read_out: frozenset[str]
    to_all: frozenset[str]
    no_media: frozenset[str]
    owner_first: bool


NOUNS = ("communique", "social", "agency", "outlet", "press", "document", "work", "speech")
"""The kinds of nouns, the surest first: a phrase listed under two belongs to the first."""


@cache
def _agencies() -> tuple[Phrases, dict[tuple[str, ...], str], frozenset[tuple[str, ...]]]:
    data = table("shared", "agencies")
    full: dict[tuple[str, ...], str] = {}
    for row in data["agencies"]:
        for name in row:
            full.setdefault(split(name), row[0])
    return phrases(n for row in data["agencies"] for n in row), full, frozenset(split(n) for n in data["guarded"])


def _contracted(listed: Iterable[str], contracts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the phrases, and those that end in a preposition also with its contractions ("au micro de", "au micro d'")."""
    for phrase in listed:
        yield phrase
        for plain, contracted in contracts:
            if phrase.endswith(" " + plain):
                yield phrase.removesuffix(plain) + contracted


def _by_preposition(listed: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the first words of the pairs of passing on ("interrogé par") by their second."""
    pairs = [k for k in map(split, listed) if len(k) == 2]
    return {last: frozenset(first for first, b in pairs if b == last) for _, last in pairs}


def _demonyms(language: str) -> frozenset[str]:
    """The adjectives of all nations: "a *Chilean* daily" is foreign press."""
    data = table(language, "demonyms")
    return frozenset(key(s + e) for stems in data["stems"].values() for s in stems for e in data["endings"])


@kept
def sources(language: str) -> Sources | None:
    """Return the language's words of sources, ``None`` when isnad does not know the language."""
    if language not in available("agencies"):
        return None
    data = table(language, "agencies")
    names, full, guarded = _agencies()

    def keys(listed: Iterable[str]) -> frozenset[str]:
        return frozenset(key(w) for w in listed)

    nouns = {kind: phrases(data[kind]) for kind in NOUNS}
    again = phrases(data["again"])
    return Sources(
        nouns=nouns,
        again=again,
        relays=phrases(_contracted(data["relays"], data["contracts"])),
        feminine=keys(w for sort in NOUNS for w in data[sort] if w.endswith("ة")),
        relays_by=_by_preposition(data["relays"]),
        owners=phrases(data["owners"]),
        credit_lines=frozenset(split(w) for w in data["credit_lines"]),
        helped=phrases(data["helped"]),
        set_apart=keys(data["set_apart"]),
        own_work=frozenset(split(w) for w in data["own_work"]),
        adapted=phrases(table(language, "provenance")["behind"]),
        has_seen=keys(data["has_seen"]),
        photo_lines=keys(data["photo_lines"]),
        foreign=keys(data["foreign"]) | _demonyms(language),
        names=names,
        full=full,
        guarded=guarded,
        inside=keys(w for w in data["inside"] if " " not in w),
        inside_of=phrases(w for w in data["inside"] if " " in w),
        tells_from=phrases(data["tells_from"]),
        from_whom=keys(data["from_whom"]),
        told_to=keys(data["told_to"]),
        told_to_alone=keys(data["told_to"]) if language == "ar" else frozenset(),
        informing=keys(data["informing"]),
        on_air=keys(data["on_air"]),
        stations=keys(table("shared", "agencies")["stations"]),
        ours=keys(data["ours"]),
        sorts={
            w: tuple(sort for sort in NOUNS if w in nouns[sort].by_first)
            for sort in NOUNS
            for w in nouns[sort].by_first
        },
        starts=frozenset(w for found in (names, again, *nouns.values()) for w in found.by_first),
        hands_over=phrases(data["hands_over"]),
        issues=phrases(data["issues"]),
        announces=phrases(data["announces"]),
        own_site=phrases(data["own_site"]),
        auxiliaries=keys(data["auxiliaries"]),
        negations=keys(data["negations"]),
        had=phrases(data["had"]),
        had_by=keys(data["had_by"]),
        means=keys(data["means"]),
        mails=phrases(data["mails"]),
        read_out=keys(data["read_out"]),
        to_all=keys(data["to_all"]),
        no_media=keys(table("shared", "agencies")["no_media"]),
        owner_first=bool(data["owner_first"]),
        endings=keys(table("shared", "agencies")["endings"]),
        before_media=keys(data["before_media"]),
        no_document=keys(table("shared", "agencies")["no_document"]),
        colleagues=phrases(data["colleagues"]),
        gives=keys(data["gives"]),
        agency_words=keys(table("shared", "agencies")["agency_words"]),
        no_name=keys(table("shared", "agencies")["no_name"]),
        for_news=keys(table("shared", "agencies")["for_news"]),
    )


@cache
def begins(language: str) -> Openings:
    """Return, for each word met, whether a word for a source may begin with it, and before which words."""
    return Openings(lambda k: _opening(k, language))


def _opening(k: str, language: str) -> Opening:
    """Return whether a word for a source may begin with the word, its joined particles off or on, and what then stands behind it."""
    lexicon, known = speech(language), sources(language)
    if lexicon is None or known is None:
        return False
    particles = (*lexicon.clitics, *lexicon.preposition_clitics, *lexicon.joined_articles)
    joined = [k[len(c) :] for c in particles if k.startswith(c) and len(k) > len(c) + 2]
    to_the = "ال" + k[2:] if k.startswith("لل") else k[:-1] if k.endswith("ا") else k
    if known.starts.isdisjoint((k, to_the, *joined)):
        return False
    written = {k, to_the, *joined, *(j[:-1] for j in joined), *("ال" + j for j in joined)}
    behind: frozenset[str] = frozenset()
    for found in (known.names, known.again, *known.nouns.values()):
        for first in written & found.by_first.keys():
            opening = found.opening(first)
            if opening is True:
                return True
            behind |= opening or frozenset()
    return behind
