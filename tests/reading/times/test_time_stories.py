"""Histories: a year said once goes on; and days, feasts and bounds that count from something else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.folding import fold
from musnad.reading.times import TimeKind, find_times

ANCHOR = date(1934, 9, 6)
MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)


def intervals(text: str, anchor: date = ANCHOR) -> list[tuple[str | None, str | None]]:
    return [(e.interval.start, e.interval.end) for e in find_times(fold(text), anchor) if e.interval]


def test_a_month_goes_on_in_the_year_of_the_story() -> None:
    text = "في أبريل 1925 ثارت القرية. وفي أواخر آب سقطت القلعة، ثم في ديسمبر انسحب الجند. وفي 17 كانون الثاني عادوا"
    assert intervals(text) == [
        ("1925-04", "1925-04"),
        ("1925-08-22", "1925-08-31"),
        ("1925-12", "1925-12"),
        ("1926-01-17", "1926-01-17"),
    ]


def test_a_year_that_opens_a_sentence_opens_a_story() -> None:
    text = "وفي عام 1926 دخل الأمير المدينة. وفي أيلول تسلم الميناء"
    assert intervals(text) == [("1926", "1926"), ("1926-09", "1926-09")]


def test_a_year_in_passing_opens_none() -> None:
    text = "انتهكت القبيلة هدنة أبرمت عام 1926. وشن الجيش حملة يوم 24 يوليو"
    assert intervals(text) == [("1926", "1926"), ("1934-07-24", "1934-07-24")]


def test_yesterday_ends_the_story() -> None:
    text = "وفي عام 1926 دخل الأمير المدينة. والتقى أمس القنصل. وفي آب سافر"
    assert intervals(text)[1:] == [("1934-09-05", "1934-09-05"), ("1934-08", "1934-08")]


def test_a_story_never_tells_of_days_to_come() -> None:
    assert intervals("في مايو 1934 ثارت القرية. وفي نوفمبر سقطت القلعة")[1] == ("1933-11", "1933-11")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في أبريل 1925 ثارت القرية، وفي أغسطس من العام نفسه سقطت", ("1925-08", "1925-08")),
        ("في أبريل 1925 ثارت القرية، وفي العام التالي سقطت", ("1926", "1926")),
        ("في أبريل 1925 ثارت القرية، وفي ذلك العام سقطت", ("1925", "1925")),
        ("في عام 1925 ثارت القرية، وبعد ذلك بعامين سقطت", ("1927", "1927")),
        ("في 5 أبريل 1925 ثارت القرية، وبعد ذلك بيومين سقطت", ("1925-04-07", "1925-04-07")),
        ("في أبريل 1925 ثارت القرية، وفي الشهر ذاته سقطت", ("1925-04", "1925-04")),
    ],
)
def test_years_and_months_counted_from_one_said_before(text: str, expected: tuple[str, str]) -> None:
    assert intervals(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("منذ سقوط القلعة عام 1925", ("1925", "1934-09-06")),
        ("منذ أن سقطت القلعة في يوليو 1925", ("1925-07", "1934-09-06")),
        ("بعد عامين من الحصار", ("1932-09", "1934-09-06")),
    ],
)
def test_since_an_event_with_its_date(text: str, expected: tuple[str, str]) -> None:
    (found,) = find_times(fold(text), ANCHOR)
    assert found.kind is TimeKind.SINCE
    assert (found.interval.start, found.interval.end) == expected  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قبل عام 1930", (None, "1929")),
        ("قبل أبريل 1930", (None, "1930-03")),
        ("سيلتقيان قبل 20 سبتمبر", ("1934-09-06", "1934-09-19")),
        ("قبل أمس", ("1934-09-04", "1934-09-04")),
        ("قبل ثلاثة أيام", ("1934-09-03", "1934-09-03")),
    ],
)
def test_before(text: str, expected: tuple[str | None, str]) -> None:
    assert intervals(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى الأمير يوم الأربعاء 15", ("1934-08-15", "1934-08-15")),
        ("يوم الأربعاء الخامس عشر", ("1934-08-15", "1934-08-15")),
        ("زار الثلاثاء 15 قرية", ("1934-09-04", "1934-09-04")),
        ("هذا الصباح", ("1934-09-06", "1934-09-06")),
        ("لليوم السابع على التوالي", ("1934-08-30", "1934-09-05")),
        ("وللأسبوع الثاني على التوالي", ("1934-08-23", "1934-09-06")),
        ("قبل ساعتين", ("1934-09-06", "1934-09-06")),
        ("عيد الميلاد 1932", ("1932-12-25", "1932-12-25")),
        ("سيزوره في عيد الميلاد", ("1934-12-25", "1934-12-25")),
        ("عيد الأضحى الماضي", ("1934-03-26", "1934-03-26")),
        ("بقية هذا الشهر", ("1934-09-06", "1934-09-30")),
        ("هذا الصيف", ("1934-06", "1934-08")),
        ("هذا الشتاء", ("1934-12", "1935-02")),
    ],
)
def test_days_by_name(text: str, expected: tuple[str, str]) -> None:
    assert intervals(text) == [expected]


def test_whole_lengths() -> None:
    for text, value in (("طوال العام", "P1Y"), ("ليوم كامل", "P1D")):
        (found,) = find_times(fold(text), ANCHOR)
        assert (found.kind, found.value) == (TimeKind.DURATION, value)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 12), st.integers(1, 12), st.integers(1901, 1933))
def test_a_story_month_lies_near_the_one_before(first: int, second: int, year: int) -> None:
    text = f"في {MONTHS[first - 1]} {year} ثارت القرية. وفي شهر {MONTHS[second - 1]} سقطت القلعة"
    start, told = (str(interval[0]) for interval in intervals(text))
    months = (int(told[:4]) - int(start[:4])) * 12 + int(told[5:]) - int(start[5:])
    assert -2 <= months <= 11
