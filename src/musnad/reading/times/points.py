"""Single times: a day, a date or a named period, without words that bound it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from musnad.reading.times import calendar
from musnad.reading.times.context import Context, Found, named
from musnad.reading.times.dates import month_date
from musnad.reading.times.deictic import day_expression
from musnad.reading.times.holidays import holiday
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.numeric import numeric_date, short_date
from musnad.reading.times.ordinals import ordinal_expression
from musnad.reading.times.periods import period_expression
from musnad.reading.times.relative import unit_expression
from musnad.reading.times.years import year_expression

_MARKS = "،,()-–"
_NAMES = ("weekday", "yesterday", "today", "tomorrow")
_DATES = (numeric_date, month_date, short_date, ordinal_expression)


def point(ctx: Context, at: int) -> Found | None:
    """The day, date or named period that starts at token `at`."""
    construct = ctx.tokens.sense(at, "construct")
    if construct and ctx.tokens.next_to(at + 1):
        at += 1
    weekday = _weekday_of_week(ctx, at)
    if weekday:
        return weekday
    for parse in (numeric_date, holiday, period_expression, month_date, day_expression, year_expression):
        found = parse(ctx, at)
        if found:
            return _with_date(ctx, at, found)
    return None


def _weekday_of_week(ctx: Context, at: int) -> Found | None:
    """«الثلاثاء من الأسبوع الماضي»، «الأسبوع المقبل يوم الأحد»."""
    tokens = ctx.tokens
    at += _is_day_word(ctx, at)
    weekday = tokens.sense(at, "weekday")
    if weekday:
        inner = at + 1 + (tokens[at + 1].text in {"من", "في"})
        week = unit_expression(ctx, inner) if tokens.next_to(at + 1) else None
        stop = week.stop if week else at
    else:
        week = unit_expression(ctx, at)
        after = week.stop + _is_day_word(ctx, week.stop) if week else at
        weekday = tokens.sense(after, "weekday") if week and tokens.next_to(after) else None
        stop = after + 1
        if weekday and (not weekday.definite or weekday.proclitic or ctx.direction(stop)):
            return None
    if week is None or weekday is None or week.grain is not Grain.WEEK:
        return None
    if week.period is None:
        return Found(stop, None, Grain.DAY)
    first = week.period.first
    day = first + timedelta((int(weekday.value) - first.weekday()) % 7)
    return named(stop, calendar.day_period(day), Grain.DAY)


def _is_day_word(ctx: Context, at: int) -> bool:
    return (
        ctx.tokens[at].text in {"يوم", "اليوم", "ليوم", "بيوم"}
        and ctx.tokens.sense(at + 1, "weekday") is not None
    )


def _with_date(ctx: Context, at: int, found: Found) -> Found:
    """A day said twice («الأربعاء 7 يونيو 2017»، «14/10/1436هـ الموافق 30/7/2015»): the exact date decides.

    `at` is where the first saying starts. Two dates side by side are two dates, unless words or brackets join them.
    """
    if found.grain is not Grain.DAY or found.kind is not TimeKind.POINT:
        return found
    tokens, inner = ctx.tokens, found.stop
    if not tokens.next_to(inner, _MARKS):
        return found
    by_name = any(tokens.sense(i, name) for i in range(at, inner) for name in _NAMES)
    matching = tokens.sense(inner, "matching") is not None
    if not (by_name or matching or tokens.glue(inner) in {"(", "-", "–"}):
        return found
    inner += matching
    inner += tokens.sense(inner, "in") is not None and tokens.sense(inner + 1, "unit") is None
    again = next((r for parse in _DATES if (r := parse(ctx, inner))), None)
    if again is None or again.grain is not Grain.DAY or again.kind is not TimeKind.POINT:
        return found
    again = _with_date(ctx, inner, again)
    if not by_name and again.exact == found.exact:
        return found
    if by_name and not again.exact:
        again = _settled_by_weekday(ctx, at, found.stop, again)
    better = again if again.period and (again.exact or by_name) else found
    return replace(better, stop=again.stop)


def _settled_by_weekday(ctx: Context, at: int, stop: int, found: Found) -> Found:
    """A Hijri day beside its weekday is exact: the weekday tells on which of three days the month began."""
    weekdays = [sense for i in range(at, stop) if (sense := ctx.tokens.sense(i, "weekday"))]
    if not weekdays or found.period is None:
        return found
    for days in (0, 1, -1):
        day = calendar.shift(found.period.first, days, Grain.DAY)
        if day and day.weekday() == weekdays[-1].value:
            return named(found.stop, calendar.day_period(day), Grain.DAY)
    return found
