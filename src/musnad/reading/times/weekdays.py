"""Days of the week: «الثلاثاء»، «ليل الأحد الاثنين»، «الجمعة 15»."""

from __future__ import annotations

from datetime import date, timedelta

from musnad.reading.times import calendar
from musnad.reading.times.context import Context, Found
from musnad.reading.times.dates import day_of_month
from musnad.reading.times.model import Grain, TimeKind

_MARKS = '(،,«»"”)'
# Smaller numbers beside a weekday more often count something («الأحد ثلاثة جنود»).
_SURE_DAY = 10


def weekday_beside(ctx: Context, at: int) -> tuple[int, int | None]:
    """The weekday that names the day just said («أمس الاثنين»، «اليوم (الثلاثاء)»)."""
    tokens = ctx.tokens
    sense = tokens.sense(at, "weekday")
    if sense and sense.definite and not sense.proclitic and tokens.next_to(at, _MARKS):
        return at + 1, int(sense.value)
    return at, None


def weekdays(ctx: Context, at: int, *, named: bool) -> Found | None:
    """One weekday, or two («ليل الأحد الاثنين»، «السبت والأحد الماضيين»)."""
    tokens = ctx.tokens
    first = tokens.sense(at, "weekday")
    if first is None or not (first.definite or named) or tokens.sense(at + 1, "tens"):
        return None
    second = tokens.sense(at + 1, "weekday") if tokens.next_to(at + 1, "-/–") else None
    if second and not (second.definite and second.proclitic in {"", "و"}):
        second = None
    if second is None and ctx.anchor:
        dated = _day_of_month(ctx, at + 1, int(first.value))
        if dated:
            return dated
    stop = at + 1 + (second is not None)
    direction = ctx.direction(stop)
    stop += bool(direction)
    last = ctx.weekday(int((second or first).value), direction, at)
    if second is None or last is None:
        return day_found(stop, last)
    opening = last - timedelta((int(second.value) - int(first.value)) % 7)
    return Found(stop, calendar.Period(opening, last, Grain.DAY, Grain.DAY), Grain.DAY, TimeKind.RANGE)


def _day_of_month(ctx: Context, at: int, weekday: int) -> Found | None:
    """«الجمعة 15»، «الثلاثاء الحادي والثلاثين»: the nearest such day of a month that falls on that weekday."""
    tokens = ctx.tokens
    of = tokens.sense(at, "in")
    at += of is not None and not of.proclitic and tokens.next_to(at)
    read = day_of_month(tokens, at) if tokens.next_to(at) else None
    if read is None or ctx.anchor is None or read[0] < _SURE_DAY or _goes_on(ctx, read[1]):
        return None
    months = (calendar.shift(ctx.anchor.replace(day=1), step, Grain.MONTH) for step in (-1, 0, 1))
    days = [d for m in months if m and (d := calendar.civil(m.year, m.month, read[0]))]
    fitting = [d for d in days if d.weekday() == weekday]
    anchor = ctx.anchor
    return day_found(read[1], min(fitting, key=lambda d: abs((d - anchor).days))) if fitting else None


def _goes_on(ctx: Context, at: int) -> bool:
    """Whether the number counts what follows, or is part of a longer date."""
    tokens = ctx.tokens
    if not tokens.next_to(at, "/-–"):
        return False
    more = ("unit", "plural", "counted", "month", "hijri", "pair", "of", "scale", "direction")
    return bool(tokens.glue(at)) or any(tokens.sense(at, name) for name in more)


def day_found(stop: int, day: date | None) -> Found:
    """The day as an expression that ends before token `stop`."""
    if day is None:
        return Found(stop, None, Grain.DAY)
    return Found(stop, calendar.day_period(day), Grain.DAY, value=day.isoformat())
