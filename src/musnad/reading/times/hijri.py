"""Hijri dates as civil days, by the Umm al-Qura calendar.

Sighting of the moon may move the civil day by one, so no result is exact.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from musnad.reading.times.calendar import Period
from musnad.reading.times.context import FUTURE, PAST, Context, Found
from musnad.reading.times.model import Grain, TimeKind

# The civil years that its tables cover whole.
_CIVIL = range(1925, 2077)


def hijri_period(year: int, month: int, day: int | None) -> Period | None:
    """A Hijri day, or a month if `day` is None; None where the calendar has no such date or its tables end."""
    try:
        first = Hijri(year, month, day or 1)
        last = first if day else Hijri(year, month, first.month_length())
        start, end = date(*first.to_gregorian().datetuple()), date(*last.to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None
    return Period(start, end, Grain.DAY if day else Grain.MONTH, Grain.DAY, exact=False)


def hijri_year(year: int) -> Period | None:
    """A Hijri year as the civil days it covers."""
    first, last = hijri_period(year, 1, None), hijri_period(year, 12, None)
    if first is None or last is None:
        return None
    return Period(first.first, last.last, Grain.YEAR, Grain.DAY, exact=False)


def hijri_in_civil(year: int, month: int, day: int | None) -> Period | None:
    """The Hijri day or month that begins in a civil year («رمضان 2015»); the first, where there are two."""
    around = _year_of(date(year, 1, 1)) if _CIVIL.start <= year < _CIVIL.stop else 0
    periods = (hijri_period(y, month, day) for y in (around, around + 1)) if around else ()
    return next((p for p in periods if p and p.first.year == year), None)


def hijri_date(ctx: Context, month: int, days: tuple[int, int], stop: int, year: int | str) -> Found | None:
    """A day, two days or the whole of a Hijri month.

    `year` is a year, Hijri or civil, or the direction ("past", "future", "") in which to look for the nearest.
    """
    if isinstance(year, int):
        read = hijri_in_civil if year >= _CIVIL.start else hijri_period
        period = read(year, month, days[0] or None)
        if period is None:
            return None
    else:
        period = _nearest(ctx, month, days[0] or None, year)
    grain = Grain.DAY if days[0] else Grain.MONTH
    if not days[1]:
        return Found(stop, period, grain, exact=False)
    if period:
        period = replace(period, last=period.first + timedelta(max(days[1] - days[0], 0)))
    return Found(stop, period, grain, TimeKind.RANGE, exact=False)


def _nearest(ctx: Context, month: int, day: int | None, direction: str) -> Period | None:
    """That month or day of the Hijri years around publication that lies nearest, or first in the direction."""
    anchor = ctx.anchor
    if anchor is None:
        return None
    around = _year_of(anchor)
    periods = [p for y in (around - 1, around, around + 1) if (p := hijri_period(y, month, day))]
    if direction == PAST:
        periods = [p for p in periods if p.last < anchor][-1:]
    elif direction == FUTURE:
        periods = [p for p in periods if p.first > anchor][:1]

    def distance(period: Period) -> int:
        return 0 if period.first <= anchor <= period.last else abs((period.first - anchor).days)

    return min(periods, key=distance, default=None)


def _year_of(day: date) -> int:
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return 0
