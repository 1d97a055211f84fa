"""Days as people write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.api.days import as_day, month_end, parse_day
from musnad.errors import MusnadError

TODAY = date(2024, 2, 10)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-2", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-06-09", date(2020, 6, 9), date(2020, 6, 9)),
        ("٢٠٢٠-٠٦", date(2020, 6, 1), date(2020, 6, 30)),
        (" today ", TODAY, TODAY),
        ("اليوم", TODAY, TODAY),
    ],
)
def test_days_months_and_years(text, first, last):
    assert parse_day(text, last=False, on=TODAY) == first
    assert parse_day(text, last=True, on=TODAY) == last


@pytest.mark.parametrize(
    "text", ["", "20", "2020-13", "2020-00", "2021-02-29", "2020-06-00", "0000", "2020/06", "غدا"]
)
@pytest.mark.parametrize("last", [True, False])
def test_what_is_no_day(text, last):
    with pytest.raises(MusnadError) as caught:
        parse_day(text, last=last, on=TODAY)
    assert caught.value.code == "M423"


@given(st.dates())
def test_every_day_is_read_back(day):
    assert parse_day(day.isoformat(), last=True, on=TODAY) == day
    assert parse_day(day.isoformat()[:7], last=True, on=TODAY) == month_end(day)


@given(st.text(max_size=12))
def test_anything_is_a_day_or_a_coded_error(text):
    found = None
    with suppress(MusnadError):
        found = parse_day(text, last=True, on=TODAY)
    assert found is None or isinstance(found, date)


def test_days_as_values():
    assert as_day(None, last=True) is None
    assert as_day(TODAY, last=True) == TODAY
    assert as_day(datetime(2024, 2, 10, 23, tzinfo=UTC), last=True) == TODAY
    assert as_day("2020", last=False) == date(2020, 1, 1)
