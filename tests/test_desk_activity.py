"""Activity over time: columns as wide as the story's span and its dates allow, in words of the reader's language, mirrored in Arabic."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

pytest.importorskip("fastapi", reason="the desk is not installed: pip install 'isnad[desk]'")

from isnad.export.words import counted, month_names
from isnad.model import Article, Dossier, Interval
from isnad.web.activity import DAY, MONTH, WEEK, activity, step_of

MARCH = date(2024, 3, 4)  # a Monday


def dossier(*days: tuple[date, date]) -> Dossier:
    """One page a span of days."""
    pages = tuple(
        Article(f"a{n}", f"/tmp/{n}", "00", "text/html", "en", None, None, None, None,
                Interval(a, b, "day" if a == b else "range", "printed"), None, (), "Text.", ())
        for n, (a, b) in enumerate(days)
    )  # fmt: skip
    return Dossier("isnad-dossier/1", "isnad", articles=pages)


def drawn(held: Dossier, language: str = "en") -> str:
    return activity(
        held, language, month_names(language), "activity",
        lambda days, pages, events: f"{days}: {counted(pages, 'page', language)}, {counted(events, 'event', language)}",
        lambda first, last: f"/{language}/timeline?since={first}&until={last}",
    )  # fmt: skip


def on(*offsets: int) -> Dossier:
    return dossier(*((MARCH + timedelta(n),) * 2 for n in offsets))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "4 March 2024: 2 pages, 0 events"),
        ("fr", "4 mars 2024: 2 pages, 0 événement"),
        ("es", "4 de marzo de 2024: 2 páginas, 0 hechos"),
        ("ar", "4 مارس 2024: صفحتان"),
    ],
)
def test_a_story_of_some_weeks_is_drawn_day_by_day_in_the_readers_words(language: str, said: str) -> None:
    svg = drawn(on(0, 0, 9, 60), language)
    assert svg.count("<a href") == 3
    assert said in svg, re.findall(r"<title>(.*?)</title>", svg)
    assert "since=2024-03-04&amp;until=2024-03-04" in svg


def test_a_story_of_a_year_is_drawn_by_weeks_that_begin_on_monday() -> None:
    svg = drawn(on(2, 6, 7, 300))
    assert "since=2024-03-04&amp;until=2024-03-10" in svg
    assert "4–10 March 2024: 2 pages" in svg
    assert "since=2024-03-11&amp;until=2024-03-17" in svg


def test_a_story_of_years_is_drawn_by_months() -> None:
    svg = drawn(on(0, 20, 400, 800))
    assert "March 2024: 2 pages" in svg
    assert "since=2024-03-01&amp;until=2024-03-31" in svg


def test_what_is_known_to_the_month_alone_claims_no_day() -> None:
    month = (date(2024, 3, 1), date(2024, 3, 31))
    assert "March 2024: 3 pages" in drawn(dossier(month, month, month))
    # Among many days that are known it is left out rather than put on the first of the month.
    few = drawn(dossier(*((MARCH + timedelta(n),) * 2 for n in range(8)), month))
    assert ">1 March 2024" not in few
    assert few.count("<a href") == 8


@pytest.mark.parametrize(("last", "step"), [(61, DAY), (62, WEEK), (549, WEEK), (550, MONTH)])
def test_columns_are_wider_the_longer_the_story(last: int, step: object) -> None:
    days = [Interval(MARCH, MARCH, "day", "printed")]
    assert step_of(days, MARCH, MARCH + timedelta(last)) is step


def test_in_arabic_the_first_day_is_on_the_right_and_its_label_with_it() -> None:
    held = on(0, 10)
    found = {x: re.findall(r'class="up" x="([\d.]+)".*?width="([\d.]+)"', drawn(held, x)) for x in ("en", "ar")}
    labels = {x: [float(n) for n in re.findall(r'<text x="([\d.]+)"', drawn(held, x))] for x in ("en", "ar")}
    (left, wide), (right, _) = found["en"][0], found["ar"][0]
    assert float(left) < 100
    assert float(right) == pytest.approx(1000 - float(left) - float(wide), abs=0.2)
    assert min(labels["en"]) == pytest.approx(float(left) + float(wide) / 2, abs=0.2), "a day is named under its column"
    assert max(labels["ar"]) == pytest.approx(1000 - min(labels["en"]), abs=0.2)


def test_one_day_or_the_calendars_end_or_no_date_at_all_breaks_nothing() -> None:
    assert drawn(on(0)).count("<a href") == 1
    assert drawn(dossier((date.max, date.max), (date.min, date.min))).count("<a href") == 1
    assert drawn(dossier()) == ""
