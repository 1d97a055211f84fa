"""Named stretches of time and their parts: "late 2020", "mid-March", "the rest of the year", the weekend."""

from __future__ import annotations

from dataclasses import replace

from musnad.reading.times import calendar
from musnad.reading.times.context import FUTURE, PAST, Context, Found
from musnad.reading.times.dates import month_date
from musnad.reading.times.eras import century_expression, decade_expression, season_expression
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.ordinals import ordinal_expression
from musnad.reading.times.relative import unit_expression
from musnad.reading.times.years import year_expression

_SATURDAY = 5


def period_expression(ctx: Context, at: int) -> Found | None:
    """A named stretch of time that starts at token `at`, whatever its kind."""
    parsers = (_part, _rest, ordinal_expression, unit_expression, season_expression)
    for parse in (*parsers, decade_expression, century_expression):
        found = parse(ctx, at)
        if found:
            return found
    return None


def _whole(ctx: Context, at: int) -> Found | None:
    """What a part can be a part of."""
    parsers = (ordinal_expression, unit_expression, season_expression, decade_expression, century_expression)
    for parse in (*parsers, month_date, year_expression):
        found = parse(ctx, at)
        if found:
            return found
    return None


def _part(ctx: Context, at: int) -> Found | None:
    """«أواخر عام 2020»، «منتصف شهر مارس الماضي»، «مطلع الأسبوع» (the weekend in agency usage)."""
    tokens = ctx.tokens
    part = tokens.sense(at, "part")
    if part is None or not tokens.next_to(at + 1):
        return None
    weekend = _weekend(ctx, at, str(part.value))
    if weekend:
        return weekend
    of = tokens.sense(at + 1, "of")
    inner = at + 1 + (of is not None and not of.proclitic)
    whole = _whole(ctx, inner)
    if whole is None or whole.grain is Grain.DAY or whole.kind is not TimeKind.POINT:
        return None
    period = calendar.part_of(whole.period, str(part.value)) if whole.period else None
    return replace(whole, period=period, exact=False, value="")


def _weekend(ctx: Context, at: int, part: str) -> Found | None:
    """Saturday and Sunday: the last ones, or the next in a clause that looks ahead."""
    tokens = ctx.tokens
    shown = tokens.sense(at + 1, "demonstrative") is not None
    week = at + 1 + shown
    unit = tokens.sense(week, "unit")
    if unit is None or unit.value != "week" or not unit.definite or part == "middle":
        return None
    direction = ctx.direction(week + 1)
    stop = week + 1 + bool(direction)
    if ctx.anchor is None:
        return Found(stop, None, Grain.WEEK)
    coming = part == "end" and direction != PAST and (shown or bool(direction) or ctx.looks_ahead(at))
    back = (ctx.anchor.weekday() - _SATURDAY) % 7
    days = 7 - back if direction == FUTURE or coming else -back
    saturday, sunday = ctx.away(days, Grain.DAY), ctx.away(days + 1, Grain.DAY)
    if saturday is None or sunday is None:
        return None
    return Found(stop, calendar.Period(saturday, sunday, Grain.WEEK, Grain.DAY), Grain.WEEK, exact=False)


def _rest(ctx: Context, at: int) -> Found | None:
    """«بقية العام»، «باقي الشهر الجاري»: from publication to the end."""
    tokens = ctx.tokens
    if tokens.sense(at, "rest") is None or not tokens.next_to(at + 1):
        return None
    whole = unit_expression(ctx, at + 1)
    at += tokens.sense(at + 1, "demonstrative") is not None
    unit = tokens.sense(at + 1, "unit")
    stop = whole.stop if whole else at + 2
    if unit is None or not unit.definite or unit.value not in {"week", "month", "year"}:
        return None
    grain = Grain(unit.value)
    period = calendar.unit_period(ctx.anchor, grain) if ctx.anchor else None
    if period is None or ctx.anchor is None:
        return Found(stop, None, grain, TimeKind.RANGE)
    period = replace(period, first=ctx.anchor, written=Grain.DAY, value="")
    return Found(stop, period, grain, TimeKind.RANGE)
