"""Days counted from the day of publication: yesterday, today, weekdays, nights."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from musnad.reading.times import calendar
from musnad.reading.times.context import FUTURE, PAST, Context, Found
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.numeric import short_date
from musnad.reading.times.weekdays import day_found, weekday_beside, weekdays

_NEAR = 3
_TIMEX_DAYTIME = {
    "fajr": "TMO",
    "morning": "TMO",
    "noon": "TMI",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
}


def day_expression(ctx: Context, at: int) -> Found | None:
    """A day said from today, with the part of the day before it («مساء أمس»، «يوم الثلاثاء»)."""
    tokens = ctx.tokens
    here = tokens.sense(at + 1, "daytime") if tokens.sense(at, "demonstrative") else None
    if here and here.definite and not here.proclitic and tokens.next_to(at + 1):
        return _with_daytime(ctx, day_found(at + 2, ctx.anchor), str(here.value))  # «هذا الصباح»
    tonight = _from_today(ctx, at) if tokens.sense(at, "today") else None
    if tonight:
        return _with_daytime(ctx, tonight, "")
    start, part = at, tokens.sense(at, "daytime")
    at += part is not None
    if part and tokens[at].text == "من" and tokens.sense(at + 1, "yesterday") is None:
        at += 1
    unit = tokens.sense(at, "unit")
    introduced = unit is not None and unit.value == "day" and tokens[at].text.endswith("يوم")
    at += introduced and not (unit and unit.definite and tokens.sense(at, "today"))
    if (part or introduced) and not tokens.next_to(at):
        return None
    found = short_date(ctx, at) if introduced else None
    found = found or _from_today(ctx, at) or weekdays(ctx, at, named=introduced or part is not None)
    if found is None:
        return _night(ctx, start) if part else None
    return _with_daytime(ctx, found, str(part.value) if part else "")


def _with_daytime(ctx: Context, found: Found, part: str) -> Found:
    """Adds «مساءً» and the like after the day, and writes the part of the day into the value."""
    after = ctx.tokens.sense(found.stop, "daytime")
    if after and not part and not after.proclitic and ctx.tokens.next_to(found.stop):
        part, found = str(after.value), replace(found, stop=found.stop + 1)
    single = found.period is not None and found.period.first == found.period.last
    return replace(found, value=found.value + _TIMEX_DAYTIME[part]) if part and single else found


def _from_today(ctx: Context, at: int) -> Found | None:
    step = _step(ctx, at)
    if step is None:
        return None
    days, stop = step
    day = ctx.away(days, Grain.DAY)
    stop, weekday = weekday_beside(ctx, stop)
    if day and weekday is not None:
        # «اليوم الجمعة» of a paper printed on Saturday: the weekday is the day the words were written.
        offset = (weekday - day.weekday() + _NEAR) % 7 - _NEAR
        day = day + timedelta(offset)
    return day_found(stop, day)


def _step(ctx: Context, at: int) -> tuple[int, int] | None:
    """(days from publication, index after) of the adverb at `at`."""
    tokens = ctx.tokens
    if tokens.sense(at, "yesterday"):
        first = tokens.sense(at + 1, "ordinal")
        before = first is not None and first.definite and first.value == 1 and tokens.next_to(at + 1, "(")
        return (-2, at + 2) if before else (-1, at + 1)
    if _day_before_yesterday(ctx, at):
        stop = at + 1
        while not tokens.sense(stop, "yesterday"):
            stop += 1
        return -2, stop + 1
    if tokens.sense(at, "after") and tokens.sense(at + 1, "tomorrow") and tokens.next_to(at + 1):
        return 2, at + 2
    if tokens.sense(at, "tomorrow"):
        return 1, at + 1
    return _today(ctx, at)


def _day_before_yesterday(ctx: Context, at: int) -> bool:
    """«أول من أمس»، «أول أمس»، «قبل أمس»."""
    tokens = ctx.tokens
    first = tokens.sense(at, "ordinal")
    if not (first and first.value == 1) and not tokens.sense(at, "before"):
        return False
    at += 1
    while tokens.next_to(at) and (tokens[at].text in {"من", "يوم"}):
        at += 1
    return tokens.next_to(at) and tokens.sense(at, "yesterday") is not None


def _today(ctx: Context, at: int) -> tuple[int, int] | None:
    tokens = ctx.tokens
    sense = tokens.sense(at, "today")
    if sense is None:
        return None
    if tokens[at].text.endswith("ليله"):
        return None if ctx.direction(at + 1) == PAST else (0, at + 1)
    quoted = tokens.before(at) in {"«", '"', "“"} and tokens.after(at) in {"»", '"', "”"}
    numbered = tokens.next_to(at + 1) and (tokens.sense(at + 1, "ordinal") or tokens.sense(at + 1, "same"))
    outlet = tokens.sense(at - 1, "outlets") is not None and tokens.next_to(at)
    if quoted or numbered or outlet:  # the newspaper «اليوم»; "the second day"
        return None
    if tokens[at + 1].text == "التالي":  # the day after one said before
        return None
    direction = ctx.direction(at + 1)
    return {PAST: (-1, at + 2), FUTURE: (1, at + 2)}.get(direction, (0, at + 1))


def _night(ctx: Context, at: int) -> Found | None:
    """«الليلة الماضية»: the night from yesterday to today."""
    if not ctx.tokens[at].text.endswith("ليله") or ctx.direction(at + 1) != PAST:
        return None
    first = ctx.away(-1, Grain.DAY)
    period = calendar.Period(first, ctx.anchor, Grain.DAY, Grain.DAY) if first and ctx.anchor else None
    return Found(at + 2, period, Grain.DAY, TimeKind.RANGE)
