"""Where the nodes of a small network stand: a force-directed layout that gives the same picture every time.

The forces are those of Fruchterman and Reingold (1991): neighbours attract by d²/k, all repel by k²/d, under a falling
temperature, from a circle as the start instead of chance. Then boxes (a node with its name) are pushed apart along the
shorter way, by their own measure, until none overlap, in a picture that grows taller if they do not fit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROUNDS: Final = 160
_REACH: Final = 6.0  # ideal distances over which nodes repel
_PUSHES: Final = 300
_GROWTH: Final = 1.2
_GROWTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre and half sides, in pixels."""

    x: float
    y: float
    half_width: float
    half_height: float

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two come nearer than `gap` in both directions."""
        return (
            abs(self.x - other.x) < self.half_width + other.half_width + gap
            and abs(self.y - other.y) < self.half_height + other.half_height + gap
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return abs(self.x - x) < self.half_width and abs(self.y - y) < self.half_height


def spread(
    sizes: Sequence[tuple[float, float]],
    edges: Sequence[tuple[int, int]],
    width: float,
    height: float,
    centre: int | None = None,
) -> tuple[tuple[Box, ...], float]:
    """Places boxes of the given half sizes.

    Args:
        sizes: (half width, half height) of each node's box, each narrower than the picture.
        edges: pairs of node numbers.
        width: of the picture.
        height: of the picture at first.
        centre: number of the node to keep in the middle while the forces work, if any.

    Returns:
        The boxes, not overlapping, and the height they needed.
    """
    points = _forces(len(sizes), edges, centre)
    boxes: list[Box] = []
    for _ in range(_GROWTHS):
        boxes = _pushed_apart(
            [_fit(p, size, width, height) for p, size in zip(points, sizes, strict=True)], width, height
        )
        if not _any_overlap(boxes):
            break
        height *= _GROWTH
    return tuple(boxes), height


def _forces(count: int, edges: Sequence[tuple[int, int]], centre: int | None) -> list[complex]:
    """Positions in the unit square (as complex numbers), by attraction and repulsion."""
    if count == 1:
        return [0.5 + 0.5j]
    points = [
        0.5 + 0.5j + 0.45 * complex(math.cos(a), math.sin(a))
        for a in (2 * math.pi * i / count for i in range(count))
    ]
    if centre is not None:
        points[centre] = 0.5 + 0.5j
    ideal = 0.8 / math.sqrt(count)
    for turn in range(_ROUNDS):
        moves = _moves(points, edges, ideal)
        heat = 0.1 * (1 - turn / _ROUNDS)
        for i, move in enumerate(moves):
            if i != centre:
                points[i] += move * min(1.0, heat / (abs(move) or 1.0))
    return _into_unit_square(points)


def _moves(points: list[complex], edges: Sequence[tuple[int, int]], ideal: float) -> list[complex]:
    # A little gravity keeps parts that no edge connects from drifting away.
    moves = [(0.5 + 0.5j - p) * 0.3 * ideal for p in points]
    for i, here in enumerate(points):
        for j in range(i + 1, len(points)):
            apart = here - points[j]
            distance = abs(apart) or 1e-6
            if distance > _REACH * ideal:
                continue  # as in their grid variant: far-off parts must not press a cluster together
            push = (apart or 1e-6 + 0j) * (ideal / distance) ** 2
            moves[i] += push
            moves[j] -= push
    for i, j in edges:
        pull = (points[i] - points[j]) * abs(points[i] - points[j]) / ideal
        moves[i] -= pull
        moves[j] += pull
    return moves


def _into_unit_square(points: list[complex]) -> list[complex]:
    left, right = min(p.real for p in points), max(p.real for p in points)
    top, bottom = min(p.imag for p in points), max(p.imag for p in points)
    wide, tall = (right - left) or 1.0, (bottom - top) or 1.0
    return [complex((p.real - left) / wide, (p.imag - top) / tall) for p in points]


def _fit(point: complex, size: tuple[float, float], width: float, height: float) -> Box:
    x = size[0] + point.real * (width - 2 * size[0])
    y = size[1] + point.imag * (height - 2 * size[1])
    return Box(x, y, size[0], size[1])


def _any_overlap(boxes: Sequence[Box]) -> bool:
    return any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def _pushed_apart(boxes: list[Box], width: float, height: float) -> list[Box]:
    for _ in range(_PUSHES):
        moved = False
        for i in range(len(boxes)):
            for j in range(i + 1, len(boxes)):
                if boxes[i].overlaps(boxes[j]):
                    boxes[i], boxes[j] = _part(boxes[i], boxes[j], width, height)
                    moved = True
        if not moved:
            break
    return boxes


def _part(a: Box, b: Box, width: float, height: float) -> tuple[Box, Box]:
    """Moves two overlapping boxes apart, each half of the way, and keeps them inside the picture."""
    over_x = a.half_width + b.half_width - abs(a.x - b.x)
    over_y = a.half_height + b.half_height - abs(a.y - b.y)
    # Compared with the boxes' own sides: names are wide and low, and would else all be stacked in columns.
    if over_x / (a.half_width + b.half_width) < over_y / (a.half_height + b.half_height):
        step, across = (over_x / 2 + 1) * (1 if a.x >= b.x else -1), 0.0
    else:
        step, across = 0.0, (over_y / 2 + 1) * (1 if a.y >= b.y else -1)
    return _moved(a, step, across, width, height), _moved(b, -step, -across, width, height)


def _moved(box: Box, dx: float, dy: float, width: float, height: float) -> Box:
    x = min(max(box.x + dx, box.half_width), width - box.half_width)
    y = min(max(box.y + dy, box.half_height), height - box.half_height)
    return Box(x, y, box.half_width, box.half_height)
