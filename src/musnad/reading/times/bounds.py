"""Bounds and repetitions: since, until, by, every."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from musnad.reading.times.calendar import Period, day_period, month_period, shift
from musnad.reading.times.context import Context, Found
from musnad.reading.times.lengths import length, softened
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.points import point
from musnad.reading.times.windows import window_expression
from musnad.reading.times.years import is_year_word

# Words of an event between "since" and its date.
_EVENT_WORDS = 9


def bound_expression(ctx: Context, at: int) -> Found | None:
    """A time with a word before it that makes it a bound or a repetition."""
    for parse in (_since, _until, _before, _by, _every):
        found = parse(ctx, at)
        if found:
            return found
    return None


def _bounded(ctx: Context, at: int) -> tuple[Found, bool] | None:
    """The point that a bound leads to, and whether it is exact."""
    at, soft = softened(ctx.tokens, at)
    found = point(ctx, at) if ctx.tokens.next_to(at) else None
    return (found, found.exact and not soft) if found else None


def _since(ctx: Context, at: int) -> Found | None:
    """«منذ أبريل 2019»، «منذ نحو أسبوعين»: from then to the day of publication."""
    tokens = ctx.tokens
    if not tokens.sense(at, "since") or not tokens.next_to(at + 1):
        return None
    read = _bounded(ctx, at + 1)
    window = None if read else window_expression(ctx, at + 1)
    if window:
        return replace(window, kind=TimeKind.SINCE)
    if read:
        found, exact = read
        if found.guessed and ctx.anchor and found.period and found.period.first > ctx.anchor:
            found = _last_year(found)
        if ctx.anchor and found.period and found.period.first > ctx.anchor:
            return replace(found, exact=exact)
        return replace(found, kind=TimeKind.SINCE, exact=exact, open_end=True)
    size = length(tokens, at + 1, bare=True)
    if size is None:
        return _since_event(ctx, at)
    day = size.shifted(ctx, -1)
    period = Period(day, day, size.unit, size.written) if day else None
    return Found(size.stop, period, size.unit, TimeKind.SINCE, size.exact, size.value, open_end=True)


def _last_year(found: Found) -> Found:
    """The month that the clause made the next one: "since" speaks of the last."""
    period = found.period
    first = shift(period.first, -1, Grain.YEAR) if period else None
    if period is None or first is None or found.grain not in {Grain.MONTH, Grain.DAY}:
        return found
    whole = month_period(first.year, first.month) if found.grain is Grain.MONTH else day_period(first)
    return replace(found, period=whole, value=whole.value)


def _since_event(ctx: Context, at: int) -> Found | None:
    """«منذ سقوط المدينة في يوليو 2013»: since the date of the event that is named, within the clause."""
    tokens = ctx.tokens
    for inner in range(at + 2, min(at + 2 + _EVENT_WORDS, len(tokens))):
        if tokens.glue(inner - 1) or tokens.sense(inner, "since"):
            return None
        led = tokens.sense(inner - 1, "in") is not None or is_year_word(tokens, inner)
        found = point(ctx, inner) if led else None
        if found and not tokens.glue(inner):
            past = ctx.anchor and found.period and found.period.last <= ctx.anchor
            dated = found.kind is TimeKind.POINT and past
            return replace(found, kind=TimeKind.SINCE, open_end=True) if dated else None
    return None


def _until(ctx: Context, at: int) -> Found | None:
    """«حتى 17 سبتمبر»، «إلى غاية شهر أبريل 2013»."""
    tokens = ctx.tokens
    if tokens.sense(at, "to") and tokens.sense(at + 1, "until_tail") and tokens.next_to(at + 1):
        at += 1
    elif not tokens.sense(at, "until"):
        return None
    read = _bounded(ctx, at + 1)
    if read is None:
        return None
    return replace(read[0], kind=TimeKind.UNTIL, exact=read[1], open_start=True)


def _before(ctx: Context, at: int) -> Found | None:
    """«قبل عام 2020»، «قبل نهاية العام»: up to the day before."""
    tokens = ctx.tokens
    sense = tokens.sense(at, "before")
    if not sense or any(tokens.sense(i, "yesterday") for i in (at + 1, at + 2)):
        return None
    read = point(ctx, at + 1) if tokens.next_to(at + 1) else None
    if read is None or read.kind is not TimeKind.POINT:
        return None
    return replace(_ended_before(read), kind=TimeKind.UNTIL, open_start=True)


def _ended_before(found: Found) -> Found:
    if found.period is None or found.period.first <= date.min + timedelta(1):
        return found
    last = found.period.first - timedelta(1)
    return replace(found, period=replace(found.period, first=last, last=last), value="")


def _by(ctx: Context, at: int) -> Found | None:
    """«بحلول نهاية 2020»: the end of that time at the latest."""
    if not ctx.tokens.sense(at, "by"):
        return None
    read = _bounded(ctx, at + 1)
    return replace(read[0], exact=False) if read else None


def _every(ctx: Context, at: int) -> Found | None:
    """«كل يوم»، «كل سنتين»، «سنوياً»."""
    tokens = ctx.tokens
    adverb = tokens.sense(at, "set")
    if adverb and not adverb.definite and not adverb.proclitic:
        return Found(at + 1, None, _grain(str(adverb.value)), TimeKind.SET, value=str(adverb.value))
    if not tokens.sense(at, "every") or not tokens.next_to(at + 1):
        return None
    day = at + 1 + (tokens[at + 1].text == "يوم")
    weekday = tokens.sense(day, "weekday")
    if weekday and not weekday.definite:
        return Found(day + 1, None, Grain.WEEK, TimeKind.SET, value=f"XXXX-WXX-{weekday.value + 1}")
    size = length(tokens, at + 1, bare=True)
    return Found(size.stop, None, size.unit, TimeKind.SET, value=size.value) if size and size.count else None


def _grain(value: str) -> Grain:
    return {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH}.get(value[-1], Grain.YEAR)
