"""Days and numbers in words, as each language says them."""

from __future__ import annotations

from datetime import date

import pytest

from isnad.export.words import date_words
from isnad.model import Interval

DAYS = {
    ("2022-03-01", "2022-03-01", "day"): ("1 March 2022", "1er mars 2022", "1 de marzo de 2022", "1 مارس 2022"),
    ("2022-03-16", "2022-03-19", "range"): ("16–19 March 2022", "16–19 mars 2022", "16-19 de marzo de 2022", "من 16 إلى 19 مارس 2022"),
    ("2022-03-16", "2022-03-19", "about"): (
        "between 16 and 19 March 2022", "entre le 16 et le 19 mars 2022", "entre el 16 y el 19 de marzo de 2022", "بين 16 و19 مارس 2022",
    ),
    ("2022-03-16", "2022-04-12", "about"): (
        "between 16 March and 12 April 2022", "entre le 16 mars et le 12 avril 2022",
        "entre el 16 de marzo y el 12 de abril de 2022", "بين 16 مارس و12 أبريل 2022",
    ),
    ("2021-12-30", "2022-01-02", "range"): (
        "30 December 2021 – 2 January 2022", "30 décembre 2021 – 2 janvier 2022",
        "30 de diciembre de 2021 – 2 de enero de 2022", "من 30 ديسمبر 2021 إلى 2 يناير 2022",
    ),
    ("2021-11-01", "2022-02-28", "range"): (
        "November 2021 – February 2022", "novembre 2021 – février 2022", "noviembre de 2021 – febrero de 2022", "من نوفمبر 2021 إلى فبراير 2022",
    ),
    ("2019-01-01", "2021-12-31", "range"): ("2019–2021", "2019–2021", "2019–2021", "2019–2021"),
    ("2022-03-01", "2022-03-10", "month"): ("early March 2022", "début mars 2022", "principios de marzo de 2022", "مطلع مارس 2022"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "said"), DAYS.items(), ids=str)
def test_a_stretch_of_days_reads_as_people_write_it(given: tuple[str, str, str], said: tuple[str, ...]) -> None:
    start, end, precision = given
    day = Interval(date.fromisoformat(start), date.fromisoformat(end), precision, "")  # type: ignore[arg-type]
    assert tuple(date_words(day, x) for x in ("en", "fr", "es", "ar")) == said
