"""Checks of user-made data files: each fault is a coded error that names the key it stands under."""

from __future__ import annotations

import math
from collections.abc import Mapping

from musnad.errors import MusnadError


def mapping(raw: object, path: str, keys: frozenset[str] | None = None) -> dict[str, object]:
    """`raw` as a mapping with string keys; exactly `keys`, where they are given.

    Args:
        raw: what the file holds under `path`.
        path: where that is, for the error ("" for the top of the file).
        keys: the keys it must have, no more and no fewer; None for any.

    Raises:
        MusnadError: M400 not a mapping, M401 a key is missing, M402 a key is unknown.
    """
    if not isinstance(raw, Mapping):
        raise MusnadError("M400", key=path or "/")
    content = {str(key): value for key, value in raw.items()}
    if keys is not None:
        for key in sorted(keys - content.keys()):
            raise MusnadError("M401", key=_under(path, key))
        for key in sorted(content.keys() - keys):
            raise MusnadError("M402", key=_under(path, key))
    return content


def number(raw: object, path: str, low: float, high: float) -> float:
    """`raw` as a finite number in [low, high].

    Raises:
        MusnadError: M403 it is no such number.
    """
    # YAML's true is an int in Python, and would pass for 1.
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise MusnadError("M403", key=path, value=raw, low=low, high=high)
    if not low <= raw <= high:
        raise MusnadError("M403", key=path, value=raw, low=low, high=high)
    return float(raw)


def numbers(
    raw: object, path: str, keys: frozenset[str], low: float = 0.0, high: float = 1.0
) -> dict[str, float]:
    """`raw` as a mapping of exactly `keys` to numbers in [low, high]; errors as of `mapping` and `number`."""
    return {
        key: number(value, _under(path, key), low, high) for key, value in mapping(raw, path, keys).items()
    }


def integer(raw: object, path: str, low: int, high: int) -> int:
    """`raw` as a whole number in [low, high].

    Raises:
        MusnadError: M403 it is no such number.
    """
    value = number(raw, path, low, high)
    if not value.is_integer():
        raise MusnadError("M403", key=path, value=raw, low=low, high=high)
    return int(value)


def strings(raw: object, path: str) -> tuple[str, ...]:
    """`raw` as a list of non-empty strings.

    Raises:
        MusnadError: M405 it is no such list.
    """
    if not isinstance(raw, list) or not all(isinstance(item, str) and item.strip() for item in raw):
        raise MusnadError("M405", key=path)
    return tuple(raw)


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
