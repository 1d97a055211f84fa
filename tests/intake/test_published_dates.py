"""The day of publication, in the ways such fields are written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.intake.dates import parse_day

DAY = date(1962, 9, 26)
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize(
    "text",
    [
        "1962-09-26", "1962-09-26T23:30:00+03:00", "1962-09-26 08:00", "1962/9/26", "26/9/1962", "26-09-1962", "26.9.1962",
        "٢٦/٠٩/١٩٦٢", "۲۶/۹/۱۹۶۲", "Wed, 26 Sep 1962 10:00:00 +0200", "26 سبتمبر 1962", "الأربعاء ٢٦ أيلول ١٩٦٢", "26 شتنبر 1962",
        "26 September 1962", "19620926", " 1962-09-26\n",
    ],
)  # fmt: skip
def test_the_same_day_in_every_dress(text: str) -> None:
    assert parse_day(text) == DAY


def test_seconds_and_milliseconds_since_1970() -> None:
    assert parse_day("1597968000") == parse_day("1597968000000") == date(2020, 8, 21)


@pytest.mark.parametrize(
    "text", ["", "أمس", "2020-13-01", "31/2/2020", "08/21/2020", "2020-08", "21/8/20", "0000-01-01", "9" * 60]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_numeric_forms_round_trip(day: date) -> None:
    for text in (day.isoformat(), f"{day.day}/{day.month}/{day.year}", day.isoformat().translate(EASTERN)):
        assert parse_day(text) == day


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert parse_day(text) is None or isinstance(parse_day(text), date)
