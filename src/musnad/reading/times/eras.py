"""Long stretches by name: seasons, decades, centuries."""

from __future__ import annotations

from musnad.reading.times import calendar
from musnad.reading.times.context import FUTURE, PAST, PRESENT, Context, Found, named
from musnad.reading.times.model import Grain
from musnad.reading.times.numerals import ordinal
from musnad.reading.times.relative import unit_expression, year_of

_DEFAULT_CENTURY = 1900
_AGE = ("عمر", "العمر")


def season_expression(ctx: Context, at: int) -> Found | None:
    """«صيف 2006»، «الصيف الماضي»، «هذا الشتاء»."""
    tokens = ctx.tokens
    shown = tokens.sense(at, "demonstrative") is not None
    at += shown
    season = tokens.sense(at, "season")
    if season is None or (shown and not season.definite):
        return None
    year, stop = year_of(ctx, at + 1)
    if stop > at + 1:
        period = calendar.season_period(year, str(season.value)) if year else None
        return named(stop, period, Grain.SEASON)
    direction = PRESENT if shown else ctx.direction(at + 1)
    if not direction or not season.definite:
        return None
    stop = at + 1 + (not shown)
    if ctx.anchor is None:
        return Found(stop, None, Grain.SEASON)
    seasons = [
        calendar.season_period(y, str(season.value)) for y in range(ctx.anchor.year - 1, ctx.anchor.year + 3)
    ]
    anchor = ctx.anchor
    if direction == PAST:
        chosen = [p for p in seasons if p.last < anchor][-1:]
    elif direction == FUTURE:
        chosen = [p for p in seasons if p.first > anchor][:1]
    else:
        chosen = [min(seasons, key=lambda p: max((p.first - anchor).days, (anchor - p.last).days))]
    return named(stop, chosen[0] if chosen else None, Grain.SEASON)


def decade_expression(ctx: Context, at: int) -> Found | None:
    """«الثمانينات»، «تسعينات القرن الماضي»، «السبعينيات من القرن التاسع عشر»."""
    tokens = ctx.tokens
    name = tokens.sense(at, "decade_name")
    if name is None or _age(ctx, at + 1):
        return None
    inner = at + 1 + (tokens[at + 1].text == "من")
    century = century_expression(ctx, inner) or unit_expression(ctx, inner)
    if century and century.grain is Grain.CENTURY and century.period and tokens.next_to(at + 1):
        base, stop = century.period.first.year - 1, century.stop
    elif name.definite or tokens.sense(at - 1, "in") or not tokens.next_to(at + 1):
        base, stop = _DEFAULT_CENTURY, at + 1
    else:
        return None
    return named(stop, calendar.year_period(base + int(name.value), 10, Grain.DECADE), Grain.DECADE)


def century_expression(ctx: Context, at: int) -> Found | None:
    """«القرن العشرين»، «القرن التاسع عشر»."""
    tokens = ctx.tokens
    unit = tokens.sense(at, "unit")
    if unit is None or unit.value != "century" or not unit.definite or not tokens.next_to(at + 1):
        return None
    read = ordinal(tokens, at + 1)
    if read is None or not 1 <= read[0] <= 21:  # noqa: PLR2004
        return None
    period = calendar.year_period((read[0] - 1) * 100 + 1, 100, Grain.CENTURY)
    return named(read[1], period, Grain.CENTURY)


def _age(ctx: Context, at: int) -> bool:
    """Whether «في الخمسينيات من عمره» speaks of somebody's age."""
    return ctx.tokens[at].text == "من" and ctx.tokens[at + 1].text.startswith(_AGE)
