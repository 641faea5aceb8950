"""Every kind of event is told by its own sentences in four languages, and not by those that only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.annotate import annotate
from isnad.annotate.events.kinds import kinds, lexicon, sentences
from isnad.languages import LANGUAGES
from isnad.model import Article, Interval, Part, Reading

STATUSES = ("happened", "planned", "reported", "denied")
OTHERS = ("never", "missed", "mistaken")
FEWEST = 6


def reading(text: str, language: str) -> Reading:
    """The reading of a page of Wednesday 15 May 2024 that says nothing else."""
    day = Interval(date(2024, 5, 15), date(2024, 5, 15), "day", "printed", ())
    article = Article(
        id="a",
        source="p.txt",
        sha256="0",
        media_type="text/plain",
        language=language,
        title=None,
        publisher=None,
        via=None,
        byline=None,
        published=day,
        url=None,
        tags=(),
        text=text,
        parts=(Part("body", 0, len(text)),),
    )
    return annotate(article)


def told(text: str, language: str, kind: str) -> set[str]:
    """The statuses of the events of a kind in a sentence."""
    return {e.status for e in reading(text, language).events if e.kind == kind and not e.bare}


CASES = [(kind, language) for kind in sorted(kinds()) for language in sorted(LANGUAGES)]


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_sentences_of_a_kind_tell_it_with_their_status(kind, language):
    own = sentences()[kind][language]
    wrong = [(s, text) for s in STATUSES for text in own.get(s, ()) if s not in told(text, language, kind)]
    assert wrong == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_trigger_asks_only_for_classes_that_its_language_lists(language):
    """One that is missing would end the reading of every page with such a verb: «فاض نهر عطبرة»."""
    words = lexicon(language)
    asked = {(t.kind, t.lemma, c) for rows in words.triggers.values() for t, _ in rows for c in t.classes + t.doers}
    assert [row for row in asked if row[2] not in words.classes] == []


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_what_only_looks_like_a_kind_tells_none(kind, language):
    wrong = [text for text in sentences()[kind][language]["never"] if told(text, language, kind)]
    assert wrong == []


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_a_kind_brings_enough_sentences_and_no_other_headings(kind, language):
    own = sentences()[kind][language]
    assert set(own) <= {*STATUSES, *OTHERS}
    assert sum(len(own.get(s, ())) for s in STATUSES) >= FEWEST
    assert len(own["never"]) >= FEWEST


@pytest.mark.parametrize(
    ("kind", "language", "text"),
    [
        pytest.param(k, lang, t, marks=pytest.mark.xfail(strict=True, reason="a known miss"))
        for k, lang in CASES
        for t in sentences().get(k, {}).get(lang, {}).get("missed", ())
    ],
)
def test_known_misses_of_a_kind(kind, language, text):
    assert told(text, language, kind)


@pytest.mark.parametrize(
    ("kind", "language", "text"),
    [
        pytest.param(k, lang, t, marks=pytest.mark.xfail(strict=True, reason="a known false alarm"))
        for k, lang in CASES
        for t in sentences().get(k, {}).get(lang, {}).get("mistaken", ())
    ],
)
def test_known_false_alarms_of_a_kind(kind, language, text):
    assert not told(text, language, kind)
