"""Times counted from the day of publication, and the bounds and lengths around them."""

from __future__ import annotations

from datetime import date

import pytest

from musnad.arabic.folding import fold
from musnad.reading.times import Grain, TimeExpression, TimeKind, find_times

ANCHOR = date(2015, 8, 11)  # a Tuesday


def only(text: str) -> TimeExpression:
    found = find_times(fold(text), ANCHOR)
    assert len(found) == 1, [fold(text)[e.start : e.end] for e in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("عاد أمس", "2015-08-10"),
        ("عاد أمس الاثنين", "2015-08-10"),
        ("عاد مساء أمس الأول", "2015-08-09"),
        ("عاد أول من أمس", "2015-08-09"),
        ("عاد قبل يوم أمس", "2015-08-09"),
        ("عاد اليوم (الثلاثاء)", "2015-08-11"),
        ("عاد اليوم الاثنين", "2015-08-10"),  # printed a day after it was written
        ("يعود غداً الأربعاء", "2015-08-12"),
        ("يعود بعد غد", "2015-08-13"),
        ("عاد الاثنين", "2015-08-10"),
        ("عاد الثلاثاء", "2015-08-11"),
        ("عاد يوم الثلاثاء الماضي", "2015-08-04"),
        ("عاد الجمعة الماضية", "2015-08-07"),
        ("يعود الخميس المقبل", "2015-08-13"),
        ("سيلتقي الوزيران الخميس", "2015-08-13"),
        ("عاد فجر الأحد", "2015-08-09"),
        ("عاد ليل السبت", "2015-08-08"),
        ("عاد قبل ثلاثة أيام", "2015-08-08"),
        ("عاد قبل أسبوعين", "2015-07-28"),
        ("سيعود بعد أسبوع", "2015-08-18"),
        ("في الرابع عشر من الشهر الماضي", "2015-07-14"),
        ("في 12 الشهر الجاري", "2015-08-12"),
        ("الأربعاء من الأسبوع الماضي", "2015-08-05"),
    ],
)
def test_days(text: str, day: str) -> None:
    found = only(text)
    assert found.interval is not None
    assert (found.interval.start, found.interval.end) == (day, day)
    assert found.grain in {Grain.DAY, Grain.WEEK}


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        ("عادوا الأسبوع الماضي", "2015-08-02", "2015-08-08", TimeKind.POINT),
        ("عادوا خلال الأسبوع الماضي", "2015-08-04", "2015-08-10", TimeKind.POINT),
        ("وقع في وقت سابق هذا الأسبوع", "2015-08-05", "2015-08-11", TimeKind.POINT),
        ("في الشهر الماضي", "2015-07", "2015-07", TimeKind.POINT),
        ("في العام المقبل", "2016", "2016", TimeKind.POINT),
        ("هذا العام", "2015", "2015", TimeKind.POINT),
        ("القرن الماضي", "1901", "2000", TimeKind.POINT),
        ("في الثمانينات", "1980", "1989", TimeKind.POINT),
        ("تسعينات القرن الماضي", "1990", "1999", TimeKind.POINT),
        ("القرن التاسع عشر", "1801", "1900", TimeKind.POINT),
        ("الربع الثالث من عام 2014", "2014-07", "2014-09", TimeKind.POINT),
        ("النصف الأول من العام الجاري", "2015-01", "2015-06", TimeKind.POINT),
        ("أول ستة شهور من عام 2015", "2015-01", "2015-06", TimeKind.RANGE),
        ("صيف 2006", "2006-06", "2006-08", TimeKind.POINT),
        ("الصيف الماضي", "2014-06", "2014-08", TimeKind.POINT),
        ("منتصف يونيو الماضي", "2015-06-11", "2015-06-20", TimeKind.POINT),
        ("أواخر عام 2020", "2020-09", "2020-12", TimeKind.POINT),
        ("بقية العام", "2015-08-11", "2015-12-31", TimeKind.RANGE),
        ("منذ أبريل/نيسان الماضي", "2015-04", "2015-08-11", TimeKind.SINCE),
        ("منذ عام", "2014-08", "2015-08-11", TimeKind.SINCE),
        ("منذ أول من أمس", "2015-08-09", "2015-08-11", TimeKind.SINCE),
        ("منذ 55 يوما", "2015-06-17", "2015-08-11", TimeKind.SINCE),
        ("حتى 17 سبتمبر", "2015-08-11", "2015-09-17", TimeKind.UNTIL),
        ("إلى غاية شهر أفريل 2013", None, "2013-04", TimeKind.UNTIL),
        ("بحلول أواخر عام 2020", "2020-09", "2020-12", TimeKind.POINT),
        ("خلال اليومين الماضيين", "2015-08-09", "2015-08-10", TimeKind.RANGE),
        ("خلال الأيام الماضية", "2015-08-04", "2015-08-10", TimeKind.RANGE),
        ("السنوات الخمس الماضية", "2010-08", "2015-08", TimeKind.RANGE),
        ("خلال العامين المقبلين", "2015-08", "2017-08", TimeKind.RANGE),
        ("خلال أسبوعين", "2015-07-28", "2015-08-11", TimeKind.RANGE),
        ("سيحاصرون البلدة خلال 15 يوما", "2015-08-11", "2015-08-26", TimeKind.RANGE),
        ("على مدار 13 عاما", "2002-08", "2015-08", TimeKind.RANGE),
        ("السبت والأحد الماضيين", "2015-08-08", "2015-08-09", TimeKind.RANGE),
        ("ليل الأحد الاثنين", "2015-08-09", "2015-08-10", TimeKind.RANGE),
        ("من 2011 إلى 2013", "2011", "2013", TimeKind.RANGE),
        ("بين عامي 2011 و2013", "2011", "2013", TimeKind.RANGE),
        ("من يناير إلى مارس 2014", "2014-01", "2014-03", TimeKind.RANGE),
        ("في كانون الثاني (يناير) ونيسان (أبريل)", "2015-01", "2015-04", TimeKind.RANGE),
        ("خلال مطلع الأسبوع", "2015-08-08", "2015-08-09", TimeKind.POINT),
    ],
)
def test_stretches(text: str, start: str | None, end: str | None, kind: TimeKind) -> None:
    found = only(text)
    assert found.interval is not None
    assert (found.interval.start, found.interval.end) == (start, end)
    assert found.kind is kind


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("استمر القصف لمدة يومين", TimeKind.DURATION, "P2D"),
        ("دامت المفاوضات ثلاثة أيام", TimeKind.DURATION, "P3D"),
        ("نحو خمس ساعات", TimeKind.DURATION, "PT5H"),
        ("أحد عشر شهرا", TimeKind.DURATION, "P11M"),
        ("خمسة وعشرون عاما", TimeKind.DURATION, "P25Y"),
        ("مئة وعشرون يوما", TimeKind.DURATION, "P120D"),
        ("كل يوم", TimeKind.SET, "P1D"),
        ("كل سنتين", TimeKind.SET, "P2Y"),
        ("أسبوعيا", TimeKind.SET, "P1W"),
        ("كل يوم جمعة", TimeKind.SET, "XXXX-WXX-5"),
        ("الساعة الثالثة فجرا", TimeKind.POINT, "T03:00"),
        ("الساعة 11:45", TimeKind.POINT, "T11:45"),
        ("الساعة الثامنة والنصف مساء", TimeKind.POINT, "T20:30"),
        ("في السنوات الأخيرة", TimeKind.RANGE, "PAST_REF"),
    ],
)
def test_times_without_days(text: str, kind: TimeKind, value: str) -> None:
    found = only(text)
    assert found.interval is None
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    "text", ["قبل نحو أسبوعين", "منذ حوالي شهر", "قبل ثلاثة أشهر تقريبا", "أكثر من عامين"]
)
def test_softened_lengths_are_not_exact(text: str) -> None:
    assert not only(text).exact


def test_times_counted_from_a_time_said_before() -> None:
    text = fold(
        "وقع ذلك في 12 مايو 2014، وفي اليوم التالي انسحبوا. وقبل ذلك بثلاثة أيام كانوا هنا منذ ذلك الحين"
    )
    starts = [e.interval.start for e in find_times(text, ANCHOR) if e.interval]
    assert starts == ["2014-05-12", "2014-05-13", "2014-05-10", "2014-05-10"]


def test_value_carries_the_part_of_the_day() -> None:
    assert only("مساء أمس").value == "2015-08-10TEV"


def test_proclitics_are_no_part_of_the_expression() -> None:
    text = fold("وبالأمس عادوا")
    found = find_times(text, ANCHOR)[0]
    assert text[found.start : found.end] == "الامس"
