"""Calendar dates with a month's name: «17 يناير/كانون الثاني 2020»، «5 و6 جوان»، «يوليو الماضي»، «14 رمضان 1436»."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from musnad.reading.times import calendar
from musnad.reading.times.context import PAST, PRESENT, Context, Found
from musnad.reading.times.hijri import hijri_date
from musnad.reading.times.lexicon import lexicon
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.months import Month, month_name
from musnad.reading.times.narrative import told_month
from musnad.reading.times.numerals import cardinal, continues, digits, ordinal
from musnad.reading.times.years import year_after

if TYPE_CHECKING:
    from musnad.reading.times.tokens import Tokens

_LAST_DAY = 31
_JOINERS = "-–—/"
_INVITING = ("in", "since", "until", "part", "by", "between", "from", "within")


def day_of_month(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """(day of a month, index after) at `at`: digits, an ordinal, a cardinal; not the tail of a longer number."""
    number = digits(tokens, at)
    if number < 0 and continues(tokens, at):
        return None
    read = (number, at + 1) if number >= 0 else ordinal(tokens, at) or cardinal(tokens, at)
    return read if read and 1 <= read[0] <= _LAST_DAY else None


def second_day(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The other end of «5 و6 جوان»، «من 6 إلى 8 أغسطس»، «2-5 أغسطس»."""
    if tokens.glue(at) and tokens.next_to(at, _JOINERS):
        return day_of_month(tokens, at)
    if not tokens.next_to(at):
        return None
    if tokens[at].text == "و" or tokens.sense(at, "to"):
        return day_of_month(tokens, at + 1) if tokens.next_to(at + 1) else None
    word = tokens.sense(at, "ordinal") or tokens.sense(at, "cardinal")
    return (ordinal(tokens, at) or cardinal(tokens, at)) if word and word.proclitic == "و" else None


def month_date(ctx: Context, at: int) -> Found | None:
    """A day, several days or the whole of a named month. A day that the month lacks gives nothing."""
    tokens = ctx.tokens
    start, first = at, day_of_month(tokens, at)
    last = None
    if first:
        at = first[1]
        last = second_day(tokens, at)
        at = last[1] if last else at
        of = tokens.sense(at, "of")
        at += of is not None and not of.proclitic and tokens.next_to(at)
        if not tokens.next_to(at, _JOINERS):
            return None
    month = month_name(tokens, at)
    if month is None or not (first or month.sure or _invited(ctx, start, month.stop)):
        return None
    if _institution(ctx, start, month, first[0] if first else 0):
        return None
    return _resolve(ctx, start, month, (first[0] if first else 0, last[0] if last else 0))


def _invited(ctx: Context, at: int, stop: int) -> bool:
    """Whether an ambiguous month name stands where a month must: after "in", or before a year or "last"."""
    before = ctx.tokens.next_to(at) and any(ctx.tokens.sense(at - 1, name) for name in _INVITING)
    return before or year_after(ctx, stop) is not None or bool(ctx.direction(stop))


def _resolve(ctx: Context, start: int, month: Month, days: tuple[int, int]) -> Found | None:
    year = year_after(ctx, month.stop, lunar=month.hijri)
    direction = "" if year else ctx.direction(month.stop)
    stop = year.stop if year else month.stop + bool(direction)
    if month.hijri:
        return hijri_date(ctx, month.number, days, stop, (year.hijri or year.civil) if year else direction)
    number = year.civil if year else _event_year(ctx, start, month.number, days[0])
    if number:
        return _pick(calendar.month_period(number, month.number), days, stop, month.number, guessed=False)
    story = None if direction else told_month(ctx, start, month.number)
    whole = story or _undated(ctx, start, month.number, days, direction)
    found = _pick(whole, days, stop, month.number, guessed=not (direction or story))
    return replace(found, told=True) if found and story else found


def _undated(
    ctx: Context, at: int, month: int, days: tuple[int, int], direction: str
) -> calendar.Period | None:
    """The month meant where no year is said; «الماضي» beside a day of the current month means that day, if past."""
    anchor = ctx.anchor
    if anchor and days[0] and month == anchor.month:
        passed = days[0] <= anchor.day
        if direction in {"", PRESENT} or (direction == PAST) == passed:
            return calendar.month_period(anchor.year, month)
    return ctx.month(month, direction, at)


def _pick(
    whole: calendar.Period | None, days: tuple[int, int], stop: int, month: int, *, guessed: bool
) -> Found | None:
    """The days within the month, or the month itself."""
    if not days[0]:
        value = whole.value if whole else f"XXXX-{month:02d}"
        return Found(stop, whole, Grain.MONTH, value=value, guessed=guessed)
    if whole is None:
        leap = calendar.civil(2000, month, max(days))
        value = f"XXXX-{month:02d}-{days[0]:02d}"
        return Found(stop, None, Grain.DAY, value=value, guessed=guessed) if leap else None
    first = calendar.civil(whole.first.year, month, days[0])
    last = calendar.civil(whole.first.year, month, days[1]) if days[1] else first
    if (
        last and days[1] and days[1] < days[0]
    ):  # from the 28th to the 3rd: the first day is of the month before
        earlier = whole.first - timedelta(1)
        first = calendar.civil(earlier.year, earlier.month, days[0])
    if first is None or last is None:
        return None
    if not days[1]:
        value = first.isoformat()
        return Found(stop, calendar.day_period(first), Grain.DAY, value=value, guessed=guessed)
    return Found(stop, calendar.Period(first, last, Grain.DAY, Grain.DAY), Grain.DAY, TimeKind.RANGE)


def _institution(ctx: Context, at: int, month: Month, day: int) -> bool:
    """Whether the date is a name: «قوى 14 آذار»، «شارع 26 يوليو»."""
    tokens = ctx.tokens
    if not day:
        return tokens[at - 1].number > 0 and tokens.sense(at - 2, "institutions") is not None
    inside = any(tokens.sense(at - 1, name) for name in ("in", "weekday", "unit", "daytime"))
    party = (month.number, day) in lexicon().party and not month.hijri and not inside
    return tokens.sense(at - 1, "institutions") is not None or (party and year_after(ctx, month.stop) is None)


def _event_year(ctx: Context, at: int, month: int, day: int) -> int:
    """The year of a date that names an event: «ثورة 17 فبراير»."""
    known = lexicon().named.get((month, day), 0)
    return known if known and ctx.tokens.sense(at - 1, "events") else 0
