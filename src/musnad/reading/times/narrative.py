"""Histories: where the text has named a year and tells on, later months without a year go on in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.reading.times import calendar
from musnad.reading.times.model import Grain

if TYPE_CHECKING:
    from musnad.reading.times.context import Context, Found
    from musnad.reading.times.tokens import Tokens

_OLDEST = 1000
# Words before a time that still opens its sentence («وكان في عام …»).
_OPENING = 3
_SENTENCES = 4
_FARTHEST = 150
# Going back in a story is rarer than going on in it.
_BACKWARD = 6


@dataclass(frozen=True, slots=True)
class Told:
    """The last time said with its year: the period, its token, and whether it opened its sentence."""

    period: calendar.Period
    at: int
    opens: bool


def told(tokens: Tokens, at: int, read: Found, before: Told | None) -> Told | None:
    """What a story's year is after the expression at `at`: the one said, the one said before, or none.

    A month told of moves the story on; an expression counted from publication ("yesterday") ends it.
    """
    if read.period is None:
        return before
    if any(tokens[i].number >= _OLDEST for i in range(at, read.stop)):
        return Told(read.period, at, _opens(tokens, at))
    return Told(read.period, at, opens=before.opens) if read.told and before else None


def told_month(ctx: Context, at: int, month: int) -> calendar.Period | None:
    """The month, named at token `at` without a year, in the story being told; None where none is.

    The story's time must open its sentence, or name its month too where this one opens; a year in passing («اتفاق أبرم
    عام …») starts no story.
    """
    story = ctx.story
    if story is None or ctx.anchor is None or at - story.at > _FARTHEST:
        return None
    dated = story.period.grain in {Grain.MONTH, Grain.DAY}
    if not (story.opens or (dated and _opens(ctx.tokens, at))) or not _near(ctx.tokens, story.at, at):
        return None
    year = story.period.first.year
    if not dated:
        return calendar.month_period(year, month)
    months = [calendar.month_period(y, month) for y in (year - 1, year, year + 1)]
    past = [m for m in months if m.first <= ctx.anchor]
    return min(past, key=lambda m: _apart(story.period, m), default=None)


def _apart(story: calendar.Period, month: calendar.Period) -> int:
    days = (month.last - story.first).days
    return days if days >= 0 else -days * _BACKWARD


def _opens(tokens: Tokens, at: int) -> bool:
    return any(tokens.breaks(i) for i in range(at, max(at - _OPENING, 0) - 1, -1))


def _near(tokens: Tokens, first: int, last: int) -> bool:
    return sum(tokens.breaks(i) for i in range(first + 1, last + 1)) <= _SENTENCES
