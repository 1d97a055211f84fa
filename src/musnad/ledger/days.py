"""Valid time as days: the first and the last day that an interval of partial ISO dates can mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import Interval

_YEAR, _YEAR_MONTH, _DAY = 4, 7, 10


def first_day(partial: str) -> date:
    """The first day of `2020`, `2020-06` or `2020-06-09`.

    Raises:
        ValueError: not a date in one of these forms.
    """
    year, month, day = _parts(partial)
    return date(year, month or 1, day or 1)


def last_day(partial: str) -> date:
    """The last day of `2020`, `2020-06` or `2020-06-09`.

    Raises:
        ValueError: not a date in one of these forms.
    """
    year, month, day = _parts(partial)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def bounds(time: Interval | None, learnt: date) -> tuple[date, date]:
    """The days between which a claim held: an open end is the end of the calendar, no time at all the day learnt.

    Raises:
        ValueError: an end is no date, or the interval ends before it starts.
    """
    if time is None:
        return learnt, learnt
    start = first_day(time.start) if time.start else date.min
    end = last_day(time.end) if time.end else date.max
    if end < start:
        raise ValueError(f"{time.start} to {time.end} ends before it starts")
    return start, end


def _parts(partial: str) -> tuple[int, int | None, int | None]:
    if len(partial) not in (_YEAR, _YEAR_MONTH, _DAY):
        raise ValueError(f"not a date: {partial!r}")
    # Filled up to a whole day, the standard parser checks the form of any of the three.
    whole = date.fromisoformat(
        (partial + "-01-01")[:_DAY] if len(partial) == _YEAR else (partial + "-01")[:_DAY]
    )
    if whole.isoformat()[: len(partial)] != partial:
        raise ValueError(f"not a date: {partial!r}")
    return (
        whole.year,
        whole.month if len(partial) >= _YEAR_MONTH else None,
        whole.day if len(partial) == _DAY else None,
    )
