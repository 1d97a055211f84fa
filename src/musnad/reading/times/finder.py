"""Finds the expressions of time in a folded text and resolves them to days."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.claims.model import Interval
from musnad.reading.times.context import Context, Found
from musnad.reading.times.grammar import expression
from musnad.reading.times.lexicon import lexicon
from musnad.reading.times.model import TimeExpression, TimeKind
from musnad.reading.times.narrative import told
from musnad.reading.times.tokens import Tokens

if TYPE_CHECKING:
    from datetime import date

_WORDS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"(?:1[89]|20)\d\d|\d[/.\-–]\d")


def find_times(text: str, anchor: date | None) -> tuple[TimeExpression, ...]:
    """The expressions of time in `text`, in order, none overlapping another.

    Args:
        text: a sentence, a paragraph or an article, already folded (`musnad.arabic.folding.fold`).
        anchor: the day of publication, from which relative expressions count. Without it they have no interval.

    Returns:
        Expressions with offsets into `text`. Impossible dates (31 February) give none, or the part that is sound.
    """
    if not _may_hold_time(text):
        return ()
    tokens = Tokens(text)
    ctx = Context(tokens, anchor)
    found: list[TimeExpression] = []
    free = 0
    for at in tokens.worth_reading():
        read = expression(ctx, at) if at >= free else None
        if read is None:
            continue
        found.append(_finished(ctx, at, read))
        free = read.stop
        if read.period and read.kind is TimeKind.POINT:
            ctx = replace(ctx, previous=read.period, story=told(tokens, at, read, ctx.story))
    return tuple(found)


def _may_hold_time(text: str) -> bool:
    """A quick look for any word or number without which no time is said."""
    return not lexicon().carriers.isdisjoint(_WORDS.findall(text)) or _DIGITS.search(text) is not None


def _finished(ctx: Context, at: int, read: Found) -> TimeExpression:
    tokens = ctx.tokens
    start, end = tokens[at].start + _led(ctx, at), tokens[read.stop - 1].end
    return TimeExpression(
        start=start,
        end=tokens.closed(start, end),
        interval=_interval(ctx.anchor, read),
        kind=read.kind,
        grain=read.grain,
        exact=read.exact,
        value=read.value,
    )


def _led(ctx: Context, at: int) -> int:
    """How many letters of the first word are "and", "in", "for", and no part of the expression."""
    lengths = {len(sense.proclitic) for sense in ctx.tokens[at].senses.values()}
    return lengths.pop() if len(lengths) == 1 else 0


def _interval(anchor: date | None, read: Found) -> Interval | None:
    period = read.period
    if period is None:
        return None
    whole = period.interval
    if read.kind is TimeKind.SINCE and read.open_end:
        return Interval(whole.start, anchor.isoformat() if anchor else None)
    if read.kind is TimeKind.UNTIL and read.open_start:
        ahead = anchor is not None and period.last >= anchor
        return Interval(anchor.isoformat() if anchor and ahead else None, whole.end)
    return whole
