"""What stands at the other end of a length of time: "two weeks ago", "within 15 days", "four years after …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.reading.times.calendar import Period
from musnad.reading.times.context import PAST, Context, Found
from musnad.reading.times.lengths import Length, length
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.windows import reach, window

if TYPE_CHECKING:
    from musnad.reading.times.tokens import Tokens

# From this many days on, "after N of X" and "N of X" are read as counted up to the day of publication.
_LONG = 28


def length_expression(ctx: Context, at: int) -> Found | None:
    """A length of time with the word that places it: "ago", "after", "within", "for"; or alone, a duration."""
    tokens = ctx.tokens
    for name, place in (("before", _ago), ("after", _later), ("within", _within), ("in", _inside)):
        sense = tokens.sense(at, name)
        if sense and not sense.definite and tokens.next_to(at + 1):
            size = length(tokens, at + 1, bare=name != "in")
            found = place(ctx, at, size) if size else None
            if found:
                return found
    whole = _whole(ctx, at)
    if whole:
        return whole
    lasting = tokens.sense(at, "lasting") is not None
    size = length(tokens, at + lasting, bare=lasting)
    if size is None:
        return None
    if not lasting and not size.exact and _of_something(tokens, size) and size.days >= _LONG:
        return _within_past(ctx, size)
    return Found(size.stop, None, size.unit, TimeKind.DURATION, size.exact, size.value)


def _whole(ctx: Context, at: int) -> Found | None:
    """«طوال العام»، «ليوم كامل»: a length of one, said without a number."""
    tokens = ctx.tokens
    led = tokens.sense(at, "throughout") is not None and tokens.next_to(at + 1)
    unit, plural = tokens.sense(at + led, "unit"), tokens.sense(at + led, "plural")
    if unit is None or plural or unit.value in {"hour", "minute"} or unit.definite != led:
        return None
    if led and (ctx.direction(at + 2) or tokens[at + 2].number >= 0):
        return None
    if not led and not (tokens.sense(at + 1, "whole") and tokens.next_to(at + 1)):
        return None
    size = Length(1, Grain(unit.value), at + 2)
    return Found(size.stop, None, size.unit, TimeKind.DURATION, value=size.value)


def _of_something(tokens: Tokens, size: Length) -> bool:
    """«أكثر من 50 يوماً من الإضراب»: a length of a thing that is named."""
    return (
        tokens[size.stop].text == "من"
        and tokens.next_to(size.stop)
        and tokens[size.stop + 1].text[:2] == "ال"
    )


def _from_now(tokens: Tokens, at: int) -> bool:
    """«… من الآن»."""
    return tokens[at].text == "من" and tokens[at + 1].text in {"الان", "اليوم"} and tokens.next_to(at + 1)


def _point(ctx: Context, size: Length, sign: int) -> Found:
    day = size.shifted(ctx, sign)
    period = Period(day, day, size.unit, size.written) if day else None
    value = period.interval.start if period and period.interval.start else ""
    return Found(size.stop, period, size.unit, exact=size.exact and size.unit is not Grain.HOUR, value=value)


def _ago(ctx: Context, at: int, size: Length) -> Found | None:
    """«قبل ثلاثة أيام»; "before two years of …" (قبل عامين من …) counts from something else."""
    if ctx.tokens.sense(size.stop, "yesterday") and ctx.tokens.next_to(size.stop):
        return None  # «قبل يوم أمس» is the day before yesterday
    of = ctx.tokens[size.stop].text == "من" and ctx.tokens.next_to(size.stop)
    if of and ctx.tokens.sense(size.stop + 1, "era_word") is None and not _from_now(ctx.tokens, size.stop):
        return Found(size.stop, None, size.unit, TimeKind.DURATION, size.exact, size.value)
    if not size.count:
        return window(
            ctx, size.stop, Length(reach(ctx.tokens, at + 1), size.unit, size.stop, exact=False), PAST
        )
    return _point(ctx, size, -1)


def _later(ctx: Context, at: int, size: Length) -> Found | None:
    """«بعد أسبوع» counts from today in a clause that looks ahead; "four years after the fall" dates the fall."""
    if _from_now(ctx.tokens, size.stop):
        return replace(_point(ctx, size, 1), stop=size.stop + 2)
    of = ctx.tokens[size.stop].text == "من"
    if of and size.days >= _LONG and not ctx.looks_ahead(at):
        found = _point(ctx, size, -1)
        return replace(found, kind=TimeKind.SINCE, value=size.value, exact=False, open_end=True)
    if not of and size.count and ctx.looks_ahead(at):
        return _point(ctx, size, 1)
    return Found(size.stop, None, size.unit, TimeKind.DURATION, size.exact, size.value)


def _within(ctx: Context, at: int, size: Length) -> Found | None:
    if not size.count or ctx.direction(size.stop):
        return None
    if ctx.looks_ahead(at):
        end = size.shifted(ctx, 1)
        period = Period(ctx.anchor, end, size.unit, size.written) if ctx.anchor and end else None
        return Found(size.stop, period, size.unit, TimeKind.RANGE, exact=False, value=size.value)
    return _within_past(ctx, size)


def _within_past(ctx: Context, size: Length) -> Found:
    start = size.shifted(ctx, -1)
    period = Period(start, ctx.anchor, size.unit, size.written) if ctx.anchor and start else None
    return Found(size.stop, period, size.unit, TimeKind.RANGE, exact=False, value=size.value)


def _inside(ctx: Context, at: int, size: Length) -> Found | None:
    """«في 15 شهراً»: only lengths long enough to be a count up to now."""
    return _within(ctx, at, size) if size.unit in {Grain.MONTH, Grain.YEAR} and size.count > 1 else None
