"""The benchmark of pages: its gold stands on its pages, and every page is read as its gold says."""

from __future__ import annotations

import pytest
from bench.extraction_pages import _dated, article, check, leaks, load, own_words, same

PAGES = load()


def test_every_word_of_the_gold_stands_on_its_page_and_every_phenomenon_on_two() -> None:
    assert check() == []


def test_the_benchmark_is_arabic_first() -> None:
    counts = [p["language"] for p in PAGES.values()]
    assert len(counts) >= 40
    assert counts.count("ar") >= 15
    assert {"ar", "fr", "es", "en"} == set(counts)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_read_as_its_gold_says(name: str) -> None:
    want = PAGES[name]
    a = article(name, want["bytes"], want.get("captured"))
    assert a is not None
    assert leaks(own_words(a), want["not_body"]) == 0
    assert sorted(own_words(a).split()) == sorted(" ".join(want["body"]).split())
    assert (same(a.title, want["title"]), same(a.publisher, want["publisher"]), same(a.via, want["via"])) == (True,) * 3
    assert same(a.byline, want["byline"])
    assert _dated(a, want["published"])
    assert a.language == want["language"]
