"""Days as people write them, and the clock."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime
from typing import Final

from musnad.arabic.folding import fold
from musnad.errors import MusnadError

_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_TODAY: Final = frozenset({"today", "اليوم"})


def now() -> datetime:
    """The moment, UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day where the program runs."""
    return datetime.now().astimezone().date()


def parse_day(text: str, *, last: bool, on: date) -> date:
    """The day that `2020`, `2020-06`, `2020-06-09` or `today` means; digits may be Arabic-Indic.

    Args:
        text: what was written.
        last: whether a year or a month means its last day, or its first.
        on: which day `today` is.

    Raises:
        MusnadError: M423, no such day.
    """
    plain = fold(text).strip().lower()
    if plain in _TODAY:
        return on
    found = _PARTIAL.fullmatch(plain)
    if not found:
        raise MusnadError("M423", value=text)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _day(year or 0, month, day, last=last)
    except ValueError:
        raise MusnadError("M423", value=text) from None


def as_day(value: date | str | None, *, last: bool) -> date | None:
    """A day given as a date or as `parse_day` reads it; None stays None.

    Raises:
        MusnadError: M423, no such day.
    """
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    return parse_day(value, last=last, on=today())


def month_end(day: date) -> date:
    """The last day of the month that `day` is in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _day(year: int, month: int | None, day: int | None, *, last: bool) -> date:
    month = month or (12 if last and month is None else 1 if month is None else 0)
    if day is not None:
        return date(year, month, day)
    first = date(year, month, 1)
    return month_end(first) if last else first
