"""Times counted from one said before: "the same day", "the day before that", "since then"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.times import calendar
from musnad.reading.times.context import FUTURE, Context, Found, named
from musnad.reading.times.lengths import length
from musnad.reading.times.model import Grain, TimeKind

if TYPE_CHECKING:
    from datetime import date

_UNITS = ("week", "month", "year")


def anaphor(ctx: Context, at: int) -> Found | None:
    """An expression that refers to the last day said (`ctx.previous`); without one it has no interval."""
    for parse in (_since_then, _same_day, _following_day, _same_unit, _away_from_that):
        found = parse(ctx, at)
        if found:
            return found
    return None


def _since_then(ctx: Context, at: int) -> Found | None:
    """«منذ ذلك الوقت»، «منذ ذلك الحين»."""
    tokens = ctx.tokens
    if (
        not tokens.sense(at, "since")
        or not tokens.sense(at + 1, "that")
        or not tokens.sense(at + 2, "moment")
    ):
        return None
    grain = ctx.previous.grain if ctx.previous else Grain.DAY
    return Found(at + 3, ctx.previous, grain, TimeKind.SINCE, exact=False, open_end=True)


def _same_day(ctx: Context, at: int) -> Found | None:
    """«في اليوم نفسه»، «في نفس اليوم»، «في ذلك اليوم»."""
    tokens = ctx.tokens
    if _day_word(ctx, at) and tokens.sense(at + 1, "same") and tokens.next_to(at + 1):
        return _known(ctx, at + 2, 0)
    pointing = tokens.sense(at, "same") or tokens.sense(at, "that")
    if pointing and _day_word(ctx, at + 1) and tokens.next_to(at + 1):
        return _known(ctx, at + 2, 0)
    return None


def _following_day(ctx: Context, at: int) -> Found | None:
    """«في اليوم التالي»: after a day said before, else the day after publication."""
    if not _day_word(ctx, at) or ctx.tokens[at + 1].text != "التالي" or ctx.direction(at + 1) != FUTURE:
        return None
    return _known(ctx, at + 2, 1)


def _same_unit(ctx: Context, at: int) -> Found | None:
    """«في العام نفسه»، «ذلك الشهر»، «في العام التالي» (after a time said before, else after publication)."""
    tokens = ctx.tokens
    pointing = tokens.sense(at, "that") is not None and tokens.next_to(at + 1)
    unit = tokens.sense(at + pointing, "unit")
    plural = tokens.sense(at + pointing, "plural") is not None
    if unit is None or not unit.definite or plural or unit.value not in _UNITS:
        return None
    same = pointing or (tokens.sense(at + 1, "same") is not None and tokens.next_to(at + 1))
    following = not same and tokens[at + 1].text == "التالي" and tokens.next_to(at + 1)
    if not same and not (following and ctx.previous):
        return None
    grain = Grain(unit.value)
    day = calendar.shift(ctx.previous.first, int(following), grain) if ctx.previous else None
    return named(at + 2, calendar.unit_period(day, grain) if day else None, grain)


def _away_from_that(ctx: Context, at: int) -> Found | None:
    """«قبل ذلك بيوم»، «بعد ذلك بثلاثة أيام»."""
    tokens = ctx.tokens
    sign = -1 if tokens.sense(at, "before") else 1 if tokens.sense(at, "after") else 0
    if not sign or not tokens.sense(at + 1, "that") or not tokens.next_to(at + 2):
        return None
    size = length(tokens, at + 2, bare=True, led="ب")
    if size is None:
        return None
    # Years can be counted from a year, days only from a day.
    start = ctx.previous.first if ctx.previous and size.unit is Grain.YEAR else _day(ctx)
    day = calendar.shift(start, sign * size.count, size.unit) if start and size.count else None
    if day and ctx.previous and ctx.previous.grain is Grain.YEAR:
        return Found(size.stop, calendar.unit_period(day, Grain.YEAR), Grain.YEAR, exact=size.exact)
    period = calendar.Period(day, day, size.unit, size.written) if day else None
    return Found(size.stop, period, size.unit, exact=size.exact)


def _day_word(ctx: Context, at: int) -> bool:
    sense = ctx.tokens.sense(at, "unit")
    return sense is not None and sense.value == "day" and ctx.tokens[at].text.endswith("اليوم")


def _day(ctx: Context) -> date | None:
    previous = ctx.previous
    return previous.first if previous and previous.grain is Grain.DAY else None


def _known(ctx: Context, stop: int, days: int) -> Found:
    start = _day(ctx)
    day = calendar.shift(start, days, Grain.DAY) if start else None
    if day is None:
        return Found(stop, None, Grain.DAY)
    return Found(stop, calendar.day_period(day), Grain.DAY, value=day.isoformat())
