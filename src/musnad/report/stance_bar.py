"""The little bar that shows a stance between -1 and 1, with its credible interval."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StanceBar:
    """Positions along the bar in percent of its width, from the left edge; backing lies where the reading begins.

    `start` and `width` are the filled stretch between neutral and the stance; `low` and `high` the interval's ends,
    `low` being the left one on the page.
    """

    point: float
    start: float
    width: float
    low: float
    high: float


def stance_bar(stance: float, low: float, high: float, lang: str) -> StanceBar:
    """Places a stance and its interval, both in [-1, 1] (clipped), on a bar in the direction of `lang`.

    Left to right, opposition is at the left and backing at the right; right to left it is the mirror image.
    """
    point, ends = _place(stance, lang), sorted((_place(low, lang), _place(high, lang)))
    start, stop = sorted((50.0, point))
    return StanceBar(point, start, round(stop - start, 2), ends[0], ends[1])


def _place(stance: float, lang: str) -> float:
    value = max(-1.0, min(1.0, stance))
    return round(50 + 50 * value * (-1 if lang == "ar" else 1), 2)
