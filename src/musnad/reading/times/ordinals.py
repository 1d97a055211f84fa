"""Parts of a month or year by number: its third quarter, first six months, second Tuesday, the 14th of last month."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from musnad.reading.times import calendar
from musnad.reading.times.context import Context, Found, named
from musnad.reading.times.dates import day_of_month, month_date, second_day
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.numerals import cardinal, ordinal
from musnad.reading.times.relative import unit_expression, year_of

_MONTHS = {Grain.QUARTER: 3, Grain.HALF: 6}
_YEAR_MONTHS = 12
_MOST_WEEKS = 5


def ordinal_expression(ctx: Context, at: int) -> Found | None:
    """A numbered part of a month or a year that starts at token `at`."""
    for parse in (_fraction, _first_months, _nth_weekday, _nth_week, _days_of):
        found = parse(ctx, at)
        if found:
            return found
    return None


def _fraction(ctx: Context, at: int) -> Found | None:
    """«الربع الثالث من 2016»، «النصف الأول من العام الجاري»، «الشهر الثاني من عام 2014»."""
    tokens = ctx.tokens
    grain = (
        Grain.QUARTER
        if tokens.sense(at, "quarter")
        else Grain.HALF
        if tokens.sense(at, "half")
        else Grain.MONTH
    )
    sense = tokens.sense(at, "quarter") or tokens.sense(at, "half") or tokens.sense(at, "unit")
    month = sense is not None and (sense.value == "month" or grain is not Grain.MONTH)
    if sense is None or not month or not sense.definite or not tokens.next_to(at + 1):
        return None
    size = _MONTHS.get(grain, 1)
    last = tokens[at + 1].text.endswith("الاخير")
    read = (_YEAR_MONTHS // size, at + 2) if last else ordinal(tokens, at + 1)
    if read is None or not 1 <= read[0] <= _YEAR_MONTHS // size:
        return None
    year, stop = year_of(ctx, read[1])
    if stop == read[1]:
        return None
    first = (read[0] - 1) * size + 1
    if grain is Grain.MONTH:
        return named(stop, calendar.month_period(year, first) if year else None, grain)
    return named(stop, calendar.months_period(year, first, size, grain) if year else None, grain)


def _first_months(ctx: Context, at: int) -> Found | None:
    """«أول ستة شهور من عام 2015»، «الأشهر الستة الأولى من 2015»."""
    tokens = ctx.tokens
    first = tokens.sense(at, "ordinal")
    if first and first.value == 1 and tokens.next_to(at + 1):
        read = cardinal(tokens, at + 1)
        unit = tokens.sense(read[1], "plural") if read else None
        stop = read[1] + 1 if read else at
    else:
        unit, read = tokens.sense(at, "plural"), cardinal(tokens, at + 1)
        closing = tokens.sense(read[1], "ordinal") if read else None
        stop = read[1] + 1 if read and closing and closing.value == 1 else at
    if (
        unit is None
        or read is None
        or stop == at
        or unit.value != "month"
        or not 1 <= read[0] <= _YEAR_MONTHS
    ):
        return None
    year, end = year_of(ctx, stop)
    if end == stop:
        return None
    period = calendar.months_period(year, 1, read[0], Grain.MONTH) if year else None
    return Found(end, replace(period, value="") if period else None, Grain.MONTH, TimeKind.RANGE)


def _whole_month(ctx: Context, at: int) -> Found | None:
    """The month after "of": «من الشهر الجاري»، «في أكتوبر 2014»."""
    of = ctx.tokens.sense(at, "of")
    at += of is not None and not of.proclitic
    month = unit_expression(ctx, at) or month_date(ctx, at)
    return month if month and month.grain is Grain.MONTH and month.kind is TimeKind.POINT else None


def _nth_weekday(ctx: Context, at: int) -> Found | None:
    """«أول جمعة من يوليو»، «الثلاثاء الأول من أكتوبر 2014»."""
    tokens = ctx.tokens
    if tokens.sense(at, "weekday"):
        weekday, read = tokens.sense(at, "weekday"), ordinal(tokens, at + 1)
        stop = read[1] if read else at
    else:
        read = ordinal(tokens, at)
        stop = read[1] + (tokens[read[1]].text == "يوم") + 1 if read else at
        weekday = tokens.sense(stop - 1, "weekday") if read else None
    if read is None or weekday is None or not 1 <= read[0] <= _MOST_WEEKS or not tokens.sense(stop, "of"):
        return None
    month = _whole_month(ctx, stop)
    if month is None:
        return None
    if month.period is None:
        return replace(month, grain=Grain.DAY, value="")
    first = month.period.first
    day = first + timedelta((int(weekday.value) - first.weekday()) % 7 + 7 * (read[0] - 1))
    return named(month.stop, calendar.day_period(day), Grain.DAY) if day <= month.period.last else None


def _nth_week(ctx: Context, at: int) -> Found | None:
    """«الأسبوع الأول من أكتوبر»، «الأسبوع الأخير من الشهر الماضي»: seven days of the month."""
    tokens = ctx.tokens
    unit = tokens.sense(at, "unit")
    if unit is None or unit.value != "week" or not unit.definite or not tokens.next_to(at + 1):
        return None
    last = tokens[at + 1].text == "الاخير"
    read = (_MOST_WEEKS, at + 2) if last else ordinal(tokens, at + 1)
    if read is None or not 1 <= read[0] <= _MOST_WEEKS or not tokens.sense(read[1], "of"):
        return None
    month = _whole_month(ctx, read[1])
    if month is None or month.period is None:
        return replace(month, grain=Grain.WEEK, value="") if month else None
    whole = month.period
    first = whole.last - timedelta(6) if last else whole.first + timedelta(7 * (read[0] - 1))
    period = calendar.Period(first, min(first + timedelta(6), whole.last), Grain.WEEK, Grain.DAY, exact=False)
    return named(month.stop, period, Grain.WEEK)


def _days_of(ctx: Context, at: int) -> Found | None:
    """«الرابع عشر من الشهر الماضي»، «12 الشهر الجاري»، «4 إلى 23 من الشهر المقبل»."""
    tokens = ctx.tokens
    first = day_of_month(tokens, at)
    if first is None:
        return None
    last = second_day(tokens, first[1])
    stop = last[1] if last else first[1]
    of = tokens.sense(stop, "of")
    stop += of is not None and not of.proclitic
    month = unit_expression(ctx, stop) if tokens.next_to(stop) else None
    if month is None or month.grain is not Grain.MONTH:
        return None
    if month.period is None:
        return Found(month.stop, None, Grain.DAY)
    start = calendar.civil(month.period.first.year, month.period.first.month, first[0])
    end = calendar.civil(month.period.first.year, month.period.first.month, last[0]) if last else start
    if start is None or end is None or end < start:
        return None
    if last is None:
        return named(month.stop, calendar.day_period(start), Grain.DAY)
    return Found(month.stop, calendar.Period(start, end, Grain.DAY, Grain.DAY), Grain.DAY, TimeKind.RANGE)
