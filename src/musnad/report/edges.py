"""How the edges of the network picture run: bent around the nodes in their way, with a free place for each word."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from musnad.report.layout import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

_OUTLINE: Final = 17.0  # radius around a node's outline that the line does not enter
_BELOW: Final = 10.0  # the outline's middle stands this far above the box's
_NAME_TOP: Final = 16.0  # the name's line begins this far below the outline's middle
_BENDS: Final = (0.0, 36.0, -36.0, 72.0, -72.0, 120.0, -120.0, 180.0, -180.0)
_TWIN_BENDS: Final = (28.0, 56.0, 90.0, 130.0)  # both edges of a pair keep to their own side
_CROSSING_COST: Final = 4  # running through a node is as bad as four words overlapping
_BEND_COST: Final = 0.4  # for each step of bending more
_SAMPLES: Final = 24
_ALONG: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
_ASIDE: Final = (0.0, -13.0, 13.0)  # pixels a word may stand above or below its line
_WORD_HALF_HEIGHT: Final = 9.0


@dataclass(frozen=True, slots=True)
class Route:
    """An edge's SVG path and the box of its word."""

    path: str
    word: Box


@dataclass(frozen=True, slots=True)
class _Curve:
    """A quadratic Bézier curve."""

    start: complex
    control: complex
    end: complex

    def at(self, t: float) -> complex:
        return (1 - t) ** 2 * self.start + 2 * t * (1 - t) * self.control + t * t * self.end


class Router:
    """Routes edges one after another between fixed boxes; words already placed are kept clear."""

    def __init__(self, boxes: Sequence[Box], pairs: frozenset[tuple[int, int]]) -> None:
        self._boxes = boxes
        self._pairs = pairs
        self._words: list[Box] = []

    def route(self, a: int, b: int, half_word: float) -> Route:
        """The path from node `a` to node `b`, with a word of half width `half_word` (pixels) on it."""
        bends = _TWIN_BENDS if (b, a) in self._pairs else _BENDS
        others = [box for i, box in enumerate(self._boxes) if i not in (a, b)]
        curves = [self._curve(a, b, bend) for bend in bends]
        ways = [(curve, *self._word_place(curve, half_word)) for curve in curves]

        def cost(number: int) -> float:
            return (
                _CROSSING_COST * _crossings(ways[number][0], others) + ways[number][2] + _BEND_COST * number
            )

        curve, word, _ = ways[min(range(len(ways)), key=cost)]
        self._words.append(word)
        return Route(_path(curve), word)

    def _curve(self, a: int, b: int, bend: float) -> _Curve:
        start, end = self._middle(a), self._middle(b)
        along = (end - start) / (abs(end - start) or 1.0)
        control = (start + end) / 2 + along * 1j * bend
        return _Curve(self._edge_of(a, control), control, self._edge_of(b, control))

    def _middle(self, node: int) -> complex:
        box = self._boxes[node]
        return complex(box.x, box.y - _BELOW)

    def _edge_of(self, node: int, toward: complex) -> complex:
        """Where a line from the node's middle leaves its outline, or its name if it runs through that."""
        middle, box = self._middle(node), self._boxes[node]
        way = (toward - middle) / (abs(toward - middle) or 1.0)
        leaves = _OUTLINE
        if way.imag > 0:
            to_bottom = (box.half_height + _BELOW) / way.imag
            to_side = box.half_width / abs(way.real) if way.real else to_bottom
            inside = min(to_bottom, to_side)
            if inside * way.imag > _NAME_TOP:
                leaves = max(leaves, inside)
        return middle + way * min(leaves, abs(toward - middle))

    def _word_place(self, curve: _Curve, half_word: float) -> tuple[Box, int]:
        """The least crowded place for a word along the curve, and how many nodes and words it overlaps there."""

        def crowding(box: Box) -> int:
            return sum(box.overlaps(other, 1.0) for other in (*self._boxes, *self._words))

        points = [curve.at(t) + aside * 1j for aside in _ASIDE for t in _ALONG]
        places = [Box(p.real, p.imag, half_word, _WORD_HALF_HEIGHT) for p in points]
        best = min(places, key=crowding)
        return best, crowding(best)


def _crossings(curve: _Curve, boxes: Sequence[Box]) -> int:
    points = [curve.at(i / _SAMPLES) for i in range(1, _SAMPLES)]
    return sum(any(box.holds(p.real, p.imag) for p in points) for box in boxes)


def _path(curve: _Curve) -> str:
    numbers = [f"{p.real:.1f} {p.imag:.1f}" for p in (curve.start, curve.control, curve.end)]
    if math.isclose(abs((curve.start + curve.end) / 2 - curve.control), 0, abs_tol=0.5):
        return f"M{numbers[0]}L{numbers[2]}"
    return f"M{numbers[0]}Q{numbers[1]} {numbers[2]}"
