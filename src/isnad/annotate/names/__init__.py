"""Names of persons, organisations and places, with offices and what shorter mentions refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from isnad.annotate.names.accusative import no_accusatives
from isnad.annotate.names.acronyms import with_long_forms
from isnad.annotate.names.apposed import apposed
from isnad.annotate.names.arabic_sites import arabic_sites
from isnad.annotate.names.beside import beside_capitals
from isnad.annotate.names.borders import without_borders
from isnad.annotate.names.called import called
from isnad.annotate.names.capitals import in_running_text
from isnad.annotate.names.closed import closed
from isnad.annotate.names.commemorated import commemorated
from isnad.annotate.names.company import in_company
from isnad.annotate.names.corps import with_corps
from isnad.annotate.names.datelined import with_datelines
from isnad.annotate.names.doubtful import no_names, without_nonames
from isnad.annotate.names.ends import bodies_whole, people_parted, places_joined, untimed, with_small_words
from isnad.annotate.names.families import with_families
from isnad.annotate.names.fathers import with_fathers
from isnad.annotate.names.firms import clubs_named, firms_named, no_quoted_persons, with_firms
from isnad.annotate.names.guessed_arabic import guessed_arabic
from isnad.annotate.names.heads import bodies_by_head
from isnad.annotate.names.holders import after_offices, behind_offices
from isnad.annotate.names.house import house_apart, houses_of
from isnad.annotate.names.housed import housed
from isnad.annotate.names.introduced import introduced, propagated
from isnad.annotate.names.known import with_bodies, with_held_bodies, with_named_bodies, with_places
from isnad.annotate.names.letters import spelt
from isnad.annotate.names.lexicon import listed
from isnad.annotate.names.lone import lone_articles
from isnad.annotate.names.mentions import mentions_in, states_spoken
from isnad.annotate.names.narrower import bodies_cut
from isnad.annotate.names.nicknames import nicknamed
from isnad.annotate.names.numbered import with_numbered_roads
from isnad.annotate.names.people import is_person, no_persons
from isnad.annotate.names.reached import reached
from isnad.annotate.names.refers import refer
from isnad.annotate.names.roles import RoleSpan, find_roles
from isnad.annotate.names.rows import after_titles, with_lists
from isnad.annotate.names.seats import seated, seats_of
from isnad.annotate.names.second_look import second_look
from isnad.annotate.names.settle import settled, sporting, spread
from isnad.annotate.names.sited import sited
from isnad.annotate.names.spans import Raw, cleaned, key_of, parted, without_fields
from isnad.annotate.names.speaking import taken_by_names, with_speaking_bodies
from isnad.annotate.names.spoken import spoken
from isnad.annotate.names.staged import staged
from isnad.annotate.names.streets import with_streets
from isnad.annotate.names.tagger import Tagged, tag
from isnad.annotate.names.teams import with_teams
from isnad.annotate.names.told import told
from isnad.annotate.names.told_to import told_to
from isnad.annotate.names.toponyms import airports_whole, with_headed_places
from isnad.annotate.names.two_fields import fields_whole
from isnad.annotate.names.unclaimed import unclaimed
from isnad.annotate.names.unclaimed_arabic import unclaimed_arabic
from isnad.annotate.names.understood import understood
from isnad.annotate.names.verbs import verbs_apart
from isnad.annotate.names.whole import whole_persons
from isnad.annotate.names.wider import arabic_bodies
from isnad.annotate.names.words import Word, cut_by, unattached, words_of
from isnad.annotate.sentences import with_field
from isnad.languages import LANGUAGES
from isnad.model import Abstention, Citation, Mention, Reading
from isnad.text.scripts import scripts_in

Tag = Callable[[Sequence[Word], str], list[Tagged]]
"""Words of a sentence and their language in, spans that are called names out."""


def find_names(reading: Reading, tag: Tag = tag) -> Reading:
    """Return the reading with the mentions of its own words: names first found, then shortened, then offices alone.

    ``tag`` finds the first names; the shipped taggers unless another is given.
    """
    article = reading.article
    if article.language not in LANGUAGES:
        return reading
    language = article.language
    rows, raws = _tagged(article.text, reading, language, tag)
    if language != "ar" and (houses := houses_of(article.publisher, article.via)):
        raws = [house_apart(words, raw, houses) for words, raw in zip(rows, raws, strict=True)]
    towns = frozenset(
        key_of(w, a, b) for w, raw in zip(rows, raws, strict=True) for a, b, kind, _ in raw if kind == "LOC"
    )
    raws = [_each(words, raw, towns, language) for words, raw in zip(rows, raws, strict=True)]
    sport = sporting(rows, language)
    raws = with_datelines(reading, rows, raws)
    raws = spread(rows, settled(rows, raws, sport, language), language)
    raws = with_teams(rows, raws, language) if sport else raws
    raws = [
        with_numbered_roads(words, with_streets(words, commemorated(words, raw, language), language), language)
        for words, raw in zip(rows, raws, strict=True)
    ]
    raws = no_names(rows, raws, language)
    firms = firms_named(rows, raws, language) | (clubs_named(rows, raws, language) if sport else {})
    people = introduced(rows, [with_firms(words, raw, firms) for words, raw in zip(rows, raws, strict=True)], language)
    spoken = states_spoken(rows, language)
    held: list[tuple[list[Word], list[Raw], list[RoleSpan]]] = []
    for words, raw in zip(rows, raws, strict=True):
        full = whole_persons(words, parted(words, raw, people, language), people, language)
        full = propagated(words, full, people, language)
        full = airports_whole(words, with_places(words, full, language), language)
        full = no_accusatives(words, full) if language == "ar" else full
        full = without_nonames(words, full, language)
        full = with_corps(words, with_bodies(words, full, language), language)
        bodies = with_named_bodies(words, full, language)
        bodies = understood(words, bodies, language)
        full = verbs_apart(words, seated(words, bodies, language), language)
        full = [r for r in full if r[2] != "PER" or is_person(words, r, people, language)]
        full = with_firms(words, lone_articles(words, full, people, language), firms)
        full = (
            arabic_sites(words, unclaimed_arabic(words, full)) if language == "ar" else unclaimed(words, full, language)
        )
        offices = find_roles(words, [(a, b, k) for a, b, k, _ in full], language)
        full = after_offices(words, full, offices, language)
        full = with_held_bodies(words, full, offices, language)
        full = arabic_bodies(words, bodies_whole(words, full, language), language)
        full = closed(words, full) if language == "ar" else full
        full = without_fields(words, full, offices, language)
        full = sorted([*full, *seats_of(words, bodies, full, language)])
        held.append((words, full, offices))
    mentions: list[Mention] = []
    fuller = taken_by_names(held, language)
    for words, full, offices in held:
        speaking = with_speaking_bodies(words, full, fuller, language)
        mentions += mentions_in(article.text, words, speaking, offices, language, spoken)
    mentions.sort(key=lambda m: (m.start, -m.end))
    flagged = with_field(reading, "abstentions", (*reading.abstentions, *_look_alikes(article.id, rows)))
    return with_field(flagged, "mentions", tuple(refer(mentions, article, reading.sentences, reading.times)))


def _each(words: list[Word], raw: list[Raw], towns: frozenset[str], language: str) -> list[Raw]:
    """What one sentence alone tells of its names: where they begin and end, and what is no person."""
    raw = untimed(words, spelt(words, raw, language), language)
    raw = with_small_words(words, with_fathers(words, bodies_cut(words, raw, language), language), language)
    raw = places_joined(words, raw, language)
    raw = people_parted(words, with_long_forms(words, raw, language), towns, language)
    raw = no_quoted_persons(words, nicknamed(words, no_persons(words, raw, language), language), language)
    raw = fields_whole(words, bodies_by_head(words, raw, language), language)
    raw = spoken(words, behind_offices(words, raw, language), language)
    raw = with_families(words, staged(words, raw, language), language)
    raw = with_headed_places(words, told(words, after_titles(words, raw, language), language), language)
    raw = apposed(words, sited(words, raw, language), language)
    raw = without_borders(words, raw, language)
    if language == "ar":
        raw = closed(words, second_look(words, guessed_arabic(words, raw)))
    else:
        raw = called(words, beside_capitals(words, raw, language), language)
        raw = told_to(words, housed(words, reached(words, raw, language), language), language)
    return with_lists(words, in_company(words, raw, language), language)


def _look_alikes(article: str, rows: Sequence[Sequence[Word]]) -> Iterator[Abstention]:
    """Words that mix letters of scripts that look alike: such a name is joined to no other, and a reader is told."""
    for words in rows:
        for w in words:
            if w.kind == "word" and not w.text.isascii() and len(_alike(w.text)) > 1:
                mixed = " and ".join(sorted(_alike(w.text)))
                why = f"letters of two scripts that look alike ({mixed}) in one word"
                yield Abstention((Citation(article, w.start, w.end),), w.text, why, "look-alikes")


@lru_cache(maxsize=8192)
def _alike(word: str) -> frozenset[str]:
    return scripts_in(word) & frozenset({"Latin", "Cyrillic", "Greek"})


def _tagged(text: str, reading: Reading, language: str, tag: Tag) -> tuple[list[list[Word]], list[list[Raw]]]:
    """The words of each sentence and the names among them.

    Arabic pages are read twice: the first words of the names found are then known, and particles attached to them are cut
    («برأس النوادر» once «رأس النوادر» was seen).
    """
    rows: list[list[Word]] = []
    raws: list[list[Raw]] = []
    known = listed("ar", "town_heads") if language == "ar" else frozenset[str]()
    read: dict[int, tuple[list[Word], list[Raw]]] = {}
    lines: list[list[Word]] = []
    for again in range(2 if language == "ar" else 1):
        lines = [
            lines[n] if again and not cut_by(lines[n], known) else words_of(text, s.start, s.end, language, known)
            for n, s in enumerate(reading.sentences)
        ]
        for n, words in enumerate(lines if language == "ar" else in_running_text(lines, language)):
            if n not in read or read[n][0] != words:
                found = [(t.first, t.last, t.kind, t.score) for t in tag(words, language)]
                read[n] = words, cleaned(words, found, language)
        rows, raws = [read[n][0] for n in sorted(read)], [read[n][1] for n in sorted(read)]
        known = known | frozenset(
            unattached(words[a].key) if kind == "PER" else words[a].key
            for words, raw in zip(rows, raws, strict=True)
            for a, b, kind, score in raw
            if score > 0.6 and b - a > 1
        )
        if language == "ar" and not again:
            towns = zip(rows, with_datelines(reading, rows, [[] for _ in rows]), strict=True)
            known |= frozenset(words[a].key for words, found in towns for a, _, _, _ in found)
    return rows, raws
