"""Long lists in slices, since databases bound how many values a statement may carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIZE = 500

T = TypeVar("T")


def sliced(items: Sequence[T], size: int = _SIZE) -> Iterator[Sequence[T]]:
    """The items in order, at most `size` at a time; nothing for none."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
