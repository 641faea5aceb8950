"""What several dated statements of one thing have in common."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from isnad.model import Interval
from isnad.model.intervals import common_interval

DAYS = st.integers(0, 40).map(lambda n: date(2024, 2, 10) + timedelta(n))


def interval(first: date, last: date) -> Interval:
    start, end = sorted((first, last))
    return Interval(start, end, "day" if start == end else "range", "printed")


@given(st.lists(st.builds(interval, DAYS, DAYS), min_size=1, max_size=12))
def test_the_date_that_stands_is_within_one_that_as_many_bear_out_as_any(dates: list[Interval]) -> None:
    found = common_interval(dates)
    assert found is not None
    support = [sum(d.meets(o) for o in dates) for d in dates]
    assert any(d.holds(found) for d, n in zip(dates, support, strict=True) if n == max(support))


def test_a_day_within_a_month_stands_and_one_that_nobody_bears_out_does_not() -> None:
    month, day = interval(date(2024, 3, 1), date(2024, 3, 31)), interval(date(2024, 3, 7), date(2024, 3, 7))
    astray = interval(date(2023, 3, 7), date(2023, 3, 7))
    found = common_interval([astray, month, day])
    assert found is not None
    assert (found.start, found.end) == (day.start, day.end)
    assert common_interval([]) is None


def test_a_month_that_holds_two_days_is_the_day_that_more_give() -> None:
    month = interval(date(2024, 5, 1), date(2024, 5, 31))
    one, other = (interval(date(2024, 5, d), date(2024, 5, d)) for d in (13, 14))
    found = common_interval([one, month, other, other])
    assert found is not None
    assert (found.start, found.end) == (other.start, other.end)
