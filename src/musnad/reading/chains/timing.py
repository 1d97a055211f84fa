"""When something was said: a day or date between the words that open what is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.reading.times import TimeKind, find_times

if TYPE_CHECKING:
    from datetime import date

    from musnad.claims.model import Interval
    from musnad.reading.chains.model import Chain
    from musnad.reading.mentions.scan import Scan

_OPENING = 5


def said_when(scan: Scan, first: int, last: int, published: date | None) -> Interval | None:
    """The days that tokens `first..last`, a cue and its speaker, name for the saying; None where they name none.

    A day at the opening of the sentence («وأمس قال») counts too.
    """
    start = 0 if first <= _OPENING else first
    if last < start:
        return None
    found = find_times(scan.text(start, min(last, len(scan.tokens) - 1)), published)
    return next((t.interval for t in found if t.kind is TimeKind.POINT and t.interval is not None), None)


def timed(chain: Chain, when: Interval | None, links: int = 1) -> Chain:
    """The chain with its last `links` links said at that time."""
    if when is None or not chain:
        return chain
    kept = max(0, len(chain) - links)
    return (*chain[:kept], *(replace(link, time=when) for link in chain[kept:]))
