"""Feasts by name: «عيد الفطر»، «عيد الميلاد 2019»، «عيد الأضحى الماضي»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.times import calendar
from musnad.reading.times.context import PRESENT, Found, named
from musnad.reading.times.hijri import hijri_date
from musnad.reading.times.lexicon import lexicon
from musnad.reading.times.model import Grain
from musnad.reading.times.years import year_after

if TYPE_CHECKING:
    from musnad.reading.times.context import Context


def holiday(ctx: Context, at: int) -> Found | None:
    """The feast that starts at token `at`: of the year said, else the last, or the next in a clause that looks ahead."""
    tokens = ctx.tokens
    pair = lexicon().pairs.get((tokens[at].text, tokens[at + 1].text)) if tokens.next_to(at + 1) else None
    sense = tokens.sense(at, "holiday")
    known = pair[1] if pair and pair[0] == "holiday" else sense.value if sense else None
    if known is None:
        return None
    stop = at + (1 if sense and not (pair and pair[0] == "holiday") else 2)
    kind, _, day_of_year = str(known).partition(" ")
    month, day = (int(part) for part in day_of_year.split("-"))
    year = year_after(ctx, stop)
    direction = "" if year else ctx.direction(stop)
    stop = year.stop if year else stop + bool(direction)
    if kind == "hijri":
        return hijri_date(ctx, month, (day, 0), stop, (year.hijri or year.civil) if year else direction)
    if year:
        found = calendar.civil(year.civil, month, day) if year.civil else None
    else:
        whole = ctx.month(month, "" if direction == PRESENT else direction, at)
        found = whole.first.replace(day=day) if whole else None
    return named(stop, calendar.day_period(found) if found else None, Grain.DAY)
