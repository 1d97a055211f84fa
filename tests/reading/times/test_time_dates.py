"""Dates with day, month and year, in every Arab usage."""

from __future__ import annotations

from datetime import date

import pytest

from musnad.arabic.folding import fold
from musnad.reading.times import Grain, TimeExpression, TimeKind, find_times

ANCHOR = date(1927, 8, 11)  # a Thursday


def only(text: str, anchor: date | None = ANCHOR) -> TimeExpression:
    found = find_times(fold(text), anchor)
    assert len(found) == 1, [fold(text)[e.start : e.end] for e in found]
    return found[0]


def days(text: str, anchor: date | None = ANCHOR) -> tuple[str | None, str | None] | None:
    interval = only(text, anchor).interval
    return (interval.start, interval.end) if interval else None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("وصل الوفد في التاسع من يوليو/تموز الماضي", "1927-07-09", "1927-07-09"),
        ("وصل الوفد في 17 يناير/كانون الثاني الماضي", "1927-01-17", "1927-01-17"),
        ("وصل الوفد في 11 يوليو (تموز) المنصرم", "1927-07-11", "1927-07-11"),
        ("وصل الوفد في كانون الأول/ديسمبر 1926", "1926-12", "1926-12"),
        ("وصل الوفد في فبراير/شباط 1919", "1919-02", "1919-02"),
        ("افتتح المعرض في آب 1925", "1925-08", "1925-08"),
        ("افتتح المعرض يوم 14 جانفي 1926", "1926-01-14", "1926-01-14"),
        ("افتتح المعرض يوم 9 غشت 1926", "1926-08-09", "1926-08-09"),
        ("افتتح المعرض في 5 أوت 1926", "1926-08-05", "1926-08-05"),
        ("افتتح المعرض في 3 دجنبر 1926", "1926-12-03", "1926-12-03"),
        ("افتتح المعرض في جويلية 1926", "1926-07", "1926-07"),
        ("افتتح المعرض في 2 شتنبر 1926", "1926-09-02", "1926-09-02"),
        ("افتتح المعرض في الحادي والعشرين من مارس 1926", "1926-03-21", "1926-03-21"),
        ("افتتح المعرض في الثاني عشر من نيسان 1926", "1926-04-12", "1926-04-12"),
        ("كتب في 1926/8/3", "1926-08-03", "1926-08-03"),
        ("كتب في 03-08-1926", "1926-08-03", "1926-08-03"),
        ("كتب في ٣/٨/١٩٢٦", "1926-08-03", "1926-08-03"),
        ("كتب في 3/1926", "1926-03", "1926-03"),
        ("اجتمعوا يومي 5 و6 جوان 1926", "1926-06-05", "1926-06-06"),
        ("اجتمعوا من 3 إلى 5 مارس 1926", "1926-03-03", "1926-03-05"),
        ("اجتمعوا بين 28 فبراير و3 مارس 1926", "1926-02-28", "1926-03-03"),
        ("اجتمعوا في 2-5 أغسطس 1926", "1926-08-02", "1926-08-05"),
        ("بعثة الأربعاء 10 آب 1927", "1927-08-10", "1927-08-10"),
        ("عاد في مايو من العام الماضي", "1926-05", "1926-05"),
        ("أول جمعة من يوليو 1927", "1927-07-01", "1927-07-01"),
        ("الأسبوع الأول من أكتوبر 1926", "1926-10-01", "1926-10-07"),
        ("عام 1919", "1919", "1919"),
        ("سنة ألف وتسعمائة وتسع عشرة", "1919", "1919"),
        ("عام 73", "1973", "1973"),
        ("موسم 1925-1926", "1925", "1926"),
        ("ثورة 1919 في مصر", "1919", "1919"),
    ],
)
def test_absolute_dates(text: str, start: str, end: str) -> None:
    assert days(text) == (start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("نشر البيان في يوليو", "1927-07"),  # the last July
        ("نشر البيان في يناير", "1927-01"),
        ("نشر البيان في أكتوبر", "1927-10"),  # two months ahead is nearer than ten back
        ("سيلتقي الوزيران في يناير", "1928-01"),  # a clause that looks ahead
        ("ينعقد في 27 تشرين الأول المقبل", "1927-10-27"),
        ("صدر في 9 أغسطس الجاري", "1927-08-09"),
        ("صدر في 2 أغسطس الماضي", "1927-08-02"),
        ("صدر في أغسطس الماضي", "1926-08"),
    ],
)
def test_the_year_left_unsaid(text: str, start: str) -> None:
    interval = only(text).interval
    assert interval is not None
    assert interval.start == start


def test_without_a_publication_day_only_full_dates_resolve() -> None:
    assert days("وصل في 17 يناير 1919", None) == ("1919-01-17", "1919-01-17")
    yearless = only("وصل في 17 يناير", None)
    assert yearless.interval is None
    assert yearless.value == "XXXX-01-17"
    assert only("وصل أمس", None).interval is None
    assert only("وصل الأسبوع الماضي", None).interval is None


@pytest.mark.parametrize(
    "text", ["وصل في 31 شباط", "وصل في 30 فبراير 1926", "وصل في 45 يناير", "وصل في 1926-13-45"]
)
def test_impossible_days_leave_at_most_the_sound_part(text: str) -> None:
    for expression in find_times(fold(text), ANCHOR):
        assert expression.grain is not Grain.DAY


def test_bracketed_month_is_quoted_whole() -> None:
    text = fold("في 11 يوليو (تموز) ثم عادوا")
    found = find_times(text, ANCHOR)[0]
    assert text[found.start : found.end] == "11 يوليو (تموز)"


def test_two_dates_in_a_list_stay_two() -> None:
    found = find_times(fold("في 9 مايو 1926، 14 يونيو 1926"), ANCHOR)
    assert [e.interval.start for e in found if e.interval] == ["1926-05-09", "1926-06-14"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1 محرم 1437هـ", "2015-10-14", "2015-10-14"),
        ("عام 1436هـ", "2014-10-25", "2015-10-13"),
        ("14/10/1436هـ", "2015-07-30", "2015-07-30"),
        ("في رمضان الماضي", "2015-06-18", "2015-07-16"),
        ("في رمضان 2015م", "2015-06-18", "2015-07-16"),
    ],
)
def test_hijri_dates_are_given_as_civil_days_and_never_exact(text: str, start: str, end: str) -> None:
    found = only(text, date(2015, 8, 11))
    assert found.interval is not None
    assert (found.interval.start, found.interval.end) == (start, end)
    assert not found.exact


def test_a_civil_date_or_a_weekday_makes_a_hijri_day_exact() -> None:
    anchor = date(2015, 8, 11)
    assert only("14/10/1436هـ الموافق 30/7/2015م", anchor).exact
    assert only("يوم الخميس 14/10/1436هـ", anchor).exact


def test_hijri_dates_beyond_the_tables_give_no_day() -> None:
    assert all(e.grain is not Grain.DAY for e in find_times(fold("في 5 رجب 1600هـ"), ANCHOR))
    assert find_times(fold("14/10/1600هـ"), ANCHOR) == ()


@pytest.mark.parametrize(
    "text",
    [
        "قالت تيريزا ماي إن الخصم مارس ضغوطا",
        "شركة نيسان والشيخ رمضان ورجب وشعبان وعائلة خميس وآل جمعة",
        "شباب المدينة وأحد القادة",
        "أعلنت قوى 14 آذار موقفها",
        "شارع 26 يوليو في القاهرة",
        "قتل 2014 جنديا وأصيب 1990 شخصا",
        "كتبت صحيفة «اليوم» وجريدة المصري اليوم",
        "وهو في الثمانينيات من عمره",
        "بلغ السعر 10.5 دولارات و3.14 في المئة",
        "تحدث واحد من الوزراء",
        "لعل إحدى أشهر القصائد",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert [fold(text)[e.start : e.end] for e in find_times(fold(text), ANCHOR)] == []


def test_a_date_that_names_an_event_takes_the_year_of_the_event() -> None:
    found = only("منذ أن فرض القرار في ثورة 17 فبراير", date(2015, 8, 7))
    assert found.interval is not None
    assert found.interval.start == "2011-02-17"
    assert found.kind is TimeKind.POINT
