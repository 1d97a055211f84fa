"""The order in which the words of a text are tried as times: the longest readings first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.times.anaphora import anaphor
from musnad.reading.times.bounds import bound_expression
from musnad.reading.times.clock import clock
from musnad.reading.times.distances import length_expression
from musnad.reading.times.points import point
from musnad.reading.times.spans import span_expression
from musnad.reading.times.windows import window_expression

if TYPE_CHECKING:
    from musnad.reading.times.context import Context, Found


def expression(ctx: Context, at: int) -> Found | None:
    """What the words from token `at` on say as a time, or None."""
    for parse in (
        anaphor,
        span_expression,
        bound_expression,
        length_expression,
        window_expression,
        point,
        clock,
    ):
        found = parse(ctx, at)
        if found:
            return found
    return None
