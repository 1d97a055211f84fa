"""What a time expression is, once found and resolved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import Interval


class TimeKind(StrEnum):
    """How an expression places something in time."""

    POINT = "point"
    RANGE = "range"
    SINCE = "since"
    UNTIL = "until"
    DURATION = "duration"
    SET = "set"


class Grain(StrEnum):
    """The unit in which the text counts."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of the folded text that says when, and the days it means.

    `interval` is closed, each end as precise as the text; None where the words alone do not tell (a bare duration, a
    set, a relative expression in an article without a date). `exact` is False for "about", for ranges the text leaves
    vague ("late 2020", "the last few days") and for Hijri dates, whose civil day may be off by one.
    `value` is the TIMEX3 value (ISO 8601 with its extensions), empty where none is natural. `role` says what the time
    is of: the event, or the statement about it.
    """

    start: int
    end: int
    interval: Interval | None
    kind: TimeKind
    grain: Grain
    exact: bool = True
    value: str = ""
    role: str = "event"
