"""Stretches that end or begin today: «الأيام الماضية»، «السنوات الخمس المقبلة»، «الـ48 ساعة الماضية»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.reading.times.calendar import Period
from musnad.reading.times.context import FUTURE, PAST, Context, Found
from musnad.reading.times.lengths import Length, length
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.numerals import cardinal, ordinal

if TYPE_CHECKING:
    from musnad.reading.times.tokens import Tokens


def window_expression(ctx: Context, at: int) -> Found | None:
    """The last or next days, weeks, months or years, with or without a number; "these days"; "lately"."""
    tokens = ctx.tokens
    running = _running(ctx, at)
    if running:
        return running
    if tokens.sense(at, "recent") and ctx.direction(at + 1) == PAST:
        return Found(at + 2, None, Grain.DAY, TimeKind.RANGE, exact=False, value="PAST_REF")
    shown = tokens.sense(at, "demonstrative") is not None and tokens.next_to(at + 1)
    at += shown
    size = _counted(tokens, at)
    if size is None:
        return None
    direction = PAST if shown else ctx.direction(size.stop)
    return window(ctx, size.stop + (not shown), size, direction) if direction else None


def _running(ctx: Context, at: int) -> Found | None:
    """«لليوم السابع على التوالي»: the seven days up to publication."""
    tokens = ctx.tokens
    unit = tokens.sense(at, "unit")
    if unit is None or not unit.proclitic.endswith("ل") or not unit.definite or not tokens.next_to(at + 1):
        return None
    read = ordinal(tokens, at + 1)
    if read is None or not tokens.sense(read[1] + 1, "row") or not tokens.next_to(read[1] + 1):
        return None
    found = window(ctx, read[1] + 2, Length(read[0], Grain(unit.value), read[1]), PAST)
    return replace(found, exact=False)


def _counted(tokens: Tokens, at: int) -> Length | None:
    plural, dual = tokens.sense(at, "plural"), tokens.sense(at, "dual")
    if dual:
        return Length(2, Grain(dual.value), at + 1) if dual.definite else None
    if plural is None or not plural.definite:
        return length(tokens, at)
    at += 1
    article = tokens[at].text == "ال"
    read = cardinal(tokens, at + article) if tokens.next_to(at) else None
    if read:
        return Length(read[0], Grain(plural.value), read[1])
    return Length(reach(tokens, at - 1), Grain(plural.value), at, exact=False)


def reach(tokens: Tokens, at: int) -> int:
    """How far the plural at `at` reaches where no number is said; 0 where nobody can tell."""
    sense = tokens.sense(at, "window")
    return int(sense.value) if sense else 0


def window(ctx: Context, stop: int, size: Length, direction: str) -> Found:
    """The last or next `size`; counted in days, it leaves today out."""
    sign = 1 if direction == FUTURE else -1
    far = size.shifted(ctx, sign)
    near = ctx.away(sign, Grain.DAY) if size.unit is Grain.DAY else ctx.anchor
    period = Period(min(far, near), max(far, near), size.unit, size.written) if far and near else None
    value = size.value if size.exact else f"{'FUTURE' if sign > 0 else 'PAST'}_REF"
    exact = size.exact and size.unit in {Grain.DAY, Grain.WEEK}
    return Found(stop, period, size.unit, TimeKind.RANGE, exact, value)
