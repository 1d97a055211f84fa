"""Recognises bytes that are no text."""

from __future__ import annotations

import re
from functools import cache

from musnad.resources import load_yaml

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01
_SAMPLE = 1 << 16


@cache
def _signatures() -> tuple[tuple[bytes, str], ...]:
    rows: list[dict[str, str]] = load_yaml("musnad.intake", "magic.yaml")
    return tuple((bytes.fromhex(row["bytes"]), row["name"]) for row in rows)


def signature(data: bytes) -> str | None:
    """What the first bytes say the data is (`PDF`, `PNG`), or None where they name no known binary kind."""
    for magic, name in _signatures():
        if data.startswith(magic):
            return name
    return None


def has_controls(data: bytes) -> bool:
    """Whether there are zero bytes, or more control characters than a careless text would have."""
    sample = data[:_SAMPLE]
    found = len(_CONTROLS.findall(sample))
    return b"\0" in data or found > _MOST_CONTROLS * len(sample)
