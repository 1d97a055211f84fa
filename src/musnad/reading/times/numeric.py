"""Dates in digits: 2015/8/3, 03-08-2015, 14/10/1436هـ, 3/2015; and 22/04 beside the name of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.times import calendar
from musnad.reading.times.context import Context, Found, named
from musnad.reading.times.hijri import hijri_period
from musnad.reading.times.model import Grain

if TYPE_CHECKING:
    from musnad.reading.times.tokens import Tokens

_MARKS = "/-.–"
_HIJRI = range(1343, 1501)
_CIVIL = range(1800, 2101)
_YEAR_DIGITS = 4
_MONTHS = range(1, 13)


def numeric_date(ctx: Context, at: int) -> Found | None:
    """Three numbers joined by the same mark, or month and year by a slash."""
    tokens = ctx.tokens
    mark = _joined(tokens, at + 1)
    if not mark or _joined(tokens, at) == mark:
        return None
    if not _joined(tokens, at + 2):
        return _month_of_year(tokens, at) if mark == "/" else None
    if _joined(tokens, at + 2) != mark or _joined(tokens, at + 3):
        return None
    return _full(tokens, at)


def short_date(ctx: Context, at: int) -> Found | None:
    """A day and a month in digits (22/04), which only the name of a day beside it makes a date."""
    tokens = ctx.tokens
    if _joined(tokens, at + 1) != "/" or _joined(tokens, at + 2) or _joined(tokens, at):
        return None
    day, month = tokens[at].number, tokens[at + 1].number
    whole = ctx.month(month, "", at) if month in _MONTHS else None
    found = calendar.civil(whole.first.year, month, day) if whole else None
    return named(at + 2, calendar.day_period(found), Grain.DAY) if found else None


def _joined(tokens: Tokens, at: int) -> str:
    """The mark that joins token `at` to the number before it, "" where none does."""
    if tokens[at].number < 0 or tokens[at - 1].number < 0:
        return ""
    glue = tokens.glue(at)
    return glue if len(glue) == 1 and glue in _MARKS else ""


def _full(tokens: Tokens, at: int) -> Found | None:
    first, month, last = (tokens[i].number for i in (at, at + 1, at + 2))
    year, day = (first, last) if tokens[at].end - tokens[at].start == _YEAR_DIGITS else (last, first)
    stop = at + 3
    stop += tokens.next_to(stop) and bool(
        tokens.sense(stop, "hijri_era") or tokens.sense(stop, "gregorian_era")
    )
    if year in _HIJRI:
        period = hijri_period(year, month, day) if day else None
        return named(stop, period, Grain.DAY) if period else None
    found = calendar.civil(year, month, day) if year in _CIVIL else None
    if found is None and year in _CIVIL:
        found = calendar.civil(year, day, month)  # the American order: 10/29/2013
    return named(stop, calendar.day_period(found), Grain.DAY) if found else None


def _month_of_year(tokens: Tokens, at: int) -> Found | None:
    month, year = tokens[at].number, tokens[at + 1].number
    if year not in _CIVIL or month not in _MONTHS:
        return None
    return named(at + 2, calendar.month_period(year, month), Grain.MONTH)
