"""Arithmetic of days, months and years: the periods that words name, as first and last civil day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from musnad.claims.model import Interval
from musnad.reading.times.model import Grain

_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
_DAYS = {Grain.DAY: 1, Grain.WEEK: 7}
_SEASON_START = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
_TIMEX_SEASON = {"winter": "WI", "spring": "SP", "summer": "SU", "autumn": "FA"}
_FIRST_YEAR, _LAST_YEAR = 1, 9998
# Arab news weeks run from Sunday to Saturday (the working week starts on Sunday).
_WEEK_START = 6


@dataclass(frozen=True, slots=True)
class Period:
    """Days `first` to `last`, both included. `written` is the grain in which the ends are given out."""

    first: date
    last: date
    grain: Grain
    written: Grain
    exact: bool = True
    value: str = ""

    @property
    def interval(self) -> Interval:
        """The period as two ISO dates, as precise as `written`."""
        return Interval(iso(self.first, self.written), iso(self.last, self.written))


def iso(day: date, grain: Grain) -> str:
    """The date cut to the grain: a year, a month, or a day."""
    length = {Grain.YEAR: 4, Grain.MONTH: 7}.get(grain, 10)
    return day.isoformat()[:length]


def day_period(day: date) -> Period:
    """One day."""
    return Period(day, day, Grain.DAY, Grain.DAY, value=day.isoformat())


def civil(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is none (31 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_period(year: int, month: int) -> Period:
    """A month of the civil calendar."""
    first = date(year, month, 1)
    last = first.replace(day=monthrange(year, month)[1])
    return Period(first, last, Grain.MONTH, Grain.MONTH, value=f"{first:%Y-%m}" if year >= 1000 else "")  # noqa: PLR2004


def year_period(year: int, span: int = 1, grain: Grain = Grain.YEAR) -> Period | None:
    """`span` years from January of `year`; None outside the calendar."""
    if not _FIRST_YEAR <= year <= year + span - 1 <= _LAST_YEAR:
        return None
    digits = {Grain.DECADE: 3, Grain.CENTURY: 2}.get(grain, 4)
    return Period(
        date(year, 1, 1), date(year + span - 1, 12, 31), grain, Grain.YEAR, value=f"{year:04d}"[:digits]
    )


def season_period(year: int, season: str) -> Period:
    """A season of three months. Winter is named for the year in which it ends."""
    start = _SEASON_START[season]
    first = date(year - 1 if start == 12 else year, start, 1)  # noqa: PLR2004
    last = _shift_months(first, 3) - timedelta(1)
    return Period(
        first, last, Grain.SEASON, Grain.MONTH, exact=False, value=f"{year:04d}-{_TIMEX_SEASON[season]}"
    )


def months_period(year: int, month: int, count: int, grain: Grain) -> Period:
    """`count` months from a month on: a quarter, a half."""
    first = date(year, month, 1)
    part = f"{'Q' if grain is Grain.QUARTER else 'H'}{(month - 1) // count + 1}"
    return Period(
        first, _shift_months(first, count) - timedelta(1), grain, Grain.MONTH, value=f"{year:04d}-{part}"
    )


def week_period(day: date) -> Period:
    """The week that holds the day, Sunday to Saturday."""
    first = day - timedelta((day.weekday() - _WEEK_START) % 7)
    year, week, _ = (first + timedelta(1)).isocalendar()
    return Period(first, first + timedelta(6), Grain.WEEK, Grain.DAY, value=f"{year:04d}-W{week:02d}")


def unit_period(day: date, unit: Grain) -> Period | None:
    """The day, week, month, year, decade or century that holds the day."""
    if unit is Grain.WEEK:
        return week_period(day)
    if unit is Grain.MONTH:
        return month_period(day.year, day.month)
    if unit is Grain.YEAR:
        return year_period(day.year)
    if unit is Grain.DECADE:
        return year_period(day.year // 10 * 10, 10, unit)
    if unit is Grain.CENTURY:
        return year_period((day.year - 1) // 100 * 100 + 1, 100, unit)
    return day_period(day)


def shift(day: date, count: int, unit: Grain) -> date | None:
    """The day `count` units later (earlier, if negative); None outside the calendar."""
    try:
        if unit in _MONTHS:
            return _shift_months(day, count * _MONTHS[unit])
        return day + timedelta(count * _DAYS.get(unit, 0))
    except (ValueError, OverflowError):
        return None


def _shift_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def part_of(period: Period, part: str) -> Period:
    """The first, middle or last third of a period."""
    days = (period.last - period.first).days + 1
    third = max(days // 3, 1)
    offset = {"start": 0, "middle": (days - third) // 2, "end": days - third}[part]
    first = period.first + timedelta(offset)
    fine = Grain.MONTH if period.grain in {Grain.YEAR, Grain.HALF} else Grain.DAY
    written = Grain.YEAR if period.grain in {Grain.DECADE, Grain.CENTURY} else fine
    return replace(
        period, first=first, last=first + timedelta(third - 1), written=written, exact=False, value=""
    )
