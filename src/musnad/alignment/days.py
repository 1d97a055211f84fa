"""Days out of partial dates: when a claim's matter began to hold, and when it last did."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from musnad.claims.model import Phase

if TYPE_CHECKING:
    from musnad.claims.record import ClaimRecord

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@lru_cache(maxsize=1 << 14)
def bounds(partial: str | None) -> tuple[date, date] | None:
    """First and last day of `2020`, `2020-06` or `2020-06-09`; None for no date, or one no calendar has."""
    match = _PARTIAL.fullmatch(partial or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if not year or month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def said_on(record: ClaimRecord, learnt: date) -> date:
    """The day the claim was last said: the day its origin spoke where the chain gives it, else the day it was learnt.

    Args:
        record: the claim.
        learnt: when it could first be known; for a wire copy, the day of the first printing.
    """
    spoken = record.sources[-1].time if record.sources else None
    days = bounds(spoken.end or spoken.start) if spoken else None
    return min(days[1], learnt) if days else learnt


def held_on(record: ClaimRecord, said: date) -> tuple[date, date]:
    """From which day the claim's matter holds, and the last day it is known to.

    Without a (readable) time both are the day it was said. A state, or anything "since" a day with no end, goes on
    until it was last said, so it ages from then and not from its start. What has ended (phase `end`) is a point: the
    day of its end. An end later than the saying is a promise, and counts up to the saying only.
    """
    time = record.time
    start = bounds(time.start) if time else None
    end = bounds(time.end) if time else None
    if record.phase is Phase.END:
        start = end = end or start
    if not start and not end:
        return said, said
    onset = start[0] if start else min(end[0] if end else said, said)
    last = min(end[1], said) if end else said
    return onset, max(onset, last)
