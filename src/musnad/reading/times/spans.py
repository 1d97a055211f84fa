"""Spans: from … to, between … and, several months."""

from __future__ import annotations

from dataclasses import replace

from musnad.reading.times.calendar import Period, shift
from musnad.reading.times.context import Context, Found
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.points import point


def span_expression(ctx: Context, at: int) -> Found | None:
    """«من يناير إلى مارس 2015»، «بين عامي 2011 و2013»، «في يناير ونيسان»."""
    tokens = ctx.tokens
    start = at
    led = tokens.sense(at, "from") or tokens.sense(at, "between")
    if led:
        at += 1 + (tokens.sense(at, "between") is not None and tokens.sense(at + 1, "between") is not None)
    first = point(ctx, at)
    if first is None or (led and not tokens.next_to(at)):
        return None
    if first.kind is TimeKind.RANGE and led and first.grain in {Grain.DAY, Grain.YEAR}:
        return first
    joint = _joint(ctx, first, start, between=bool(tokens.sense(start, "between")))
    second = point(ctx, joint) if joint else None
    if second is None or second.grain is not first.grain or second.kind is not TimeKind.POINT:
        return None
    return _join(first, second)


def _joint(ctx: Context, first: Found, start: int, *, between: bool) -> int:
    """Where the second end starts; 0 where the first stands alone."""
    tokens, at = ctx.tokens, first.stop
    if not tokens.next_to(at, "-–،)"):
        return 0
    to = tokens.sense(at, "to")
    until = tokens.sense(at + 1, "until_tail") is not None
    if to and not tokens.sense(start, "in"):
        return at + 1 + until
    if tokens.glue(at) in {"-", "–"} and first.grain is Grain.DAY:
        return at
    alone = tokens[at].text in {"و", "او"}
    linked = alone or any(sense.proclitic == "و" for sense in tokens[at].senses.values())
    return at + alone if linked and (first.grain is Grain.MONTH or between) else 0


def _join(first: Found, second: Found) -> Found | None:
    if first.period is None or second.period is None:
        return Found(second.stop, None, first.grain, TimeKind.RANGE, exact=False)
    opening, closing = first.period, second.period
    if first.guessed:
        opening = _before(opening, closing)
    if opening.first > closing.last:
        return None
    written = opening.written if opening.written is not Grain.DAY else closing.written
    period = Period(opening.first, closing.last, first.grain, written)
    return Found(second.stop, period, first.grain, TimeKind.RANGE, exact=first.exact and second.exact)


def _before(opening: Period, closing: Period) -> Period:
    """An opening without a year takes the last such day before the closing, whose year is known."""
    years = closing.first.year - opening.first.year
    for back in (years, years - 1):
        first, last = shift(opening.first, back, Grain.YEAR), shift(opening.last, back, Grain.YEAR)
        if first and last and first <= closing.first:
            return replace(opening, first=first, last=last)
    return opening
