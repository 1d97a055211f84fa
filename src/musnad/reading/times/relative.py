"""Calendar units beside today: "last month", "this week", "the current year"."""

from __future__ import annotations

from musnad.reading.times import calendar
from musnad.reading.times.context import FUTURE, PAST, PRESENT, Context, Found, named
from musnad.reading.times.model import Grain
from musnad.reading.times.years import year_after

_STEP = {PAST: -1, PRESENT: 0, FUTURE: 1}


def unit_expression(ctx: Context, at: int) -> Found | None:
    """«العام الماضي»، «هذا الأسبوع»، «الشهر الجاري»، «القرن الماضي»."""
    tokens = ctx.tokens
    shown = tokens.sense(at, "demonstrative") is not None
    at += shown
    unit = tokens.sense(at, "unit")
    if unit is None or tokens.sense(at, "plural") or (shown and not tokens.next_to(at)):
        return None
    direction = PRESENT if shown and unit.definite else ctx.direction(at + 1)
    fiscal = tokens.sense(at + 1, "fiscal") is not None and tokens.next_to(at + 1)
    if fiscal and not shown:
        direction = ctx.direction(at + 2)
    if not direction or not unit.definite or unit.value in {"hour", "minute"}:
        return None
    stop = at + 1 + fiscal + (ctx.direction(at + 1 + fiscal) != "")
    grain = Grain(unit.value)
    if grain is Grain.DAY:
        return None
    if grain is Grain.WEEK and _rolling(ctx, at, direction):
        return _last_days(ctx, stop, today=direction == PRESENT)
    day = ctx.away(_STEP[direction], grain)
    period = calendar.unit_period(day, grain) if day else None
    return named(stop, period, grain)


def _rolling(ctx: Context, at: int, direction: str) -> bool:
    """Whether the week is the seven days up to now: "during the past week", or "this week" of things that happened."""
    if direction == PRESENT:
        return not ctx.looks_ahead(at)
    return direction == PAST and ctx.tokens.sense(at - 1, "within") is not None


def _last_days(ctx: Context, stop: int, *, today: bool) -> Found:
    first, last = ctx.away(today - 7, Grain.DAY), ctx.away(today - 1, Grain.DAY)
    period = calendar.Period(first, last, Grain.WEEK, Grain.DAY) if first and last else None
    return Found(stop, period, Grain.WEEK, exact=False)


def year_of(ctx: Context, at: int) -> tuple[int, int]:
    """(civil year, index after) of «من عام 2015»، «من العام الجاري»; (0, at) where none is said."""
    year = year_after(ctx, at)
    if year and year.civil:
        return year.civil, year.stop
    of = ctx.tokens.sense(at, "of")
    inner = at + (of is not None and not of.proclitic)
    unit = unit_expression(ctx, inner)
    if unit and unit.grain is Grain.YEAR:
        return (unit.period.first.year if unit.period else 0), unit.stop
    return 0, at
