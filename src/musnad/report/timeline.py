"""A line of time for each tie: its claims by day, as positions in percent from the left edge of the picture."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from musnad.report.dates import day_words
from musnad.report.summary import by_strength
from musnad.report.views import ClaimView, of_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from musnad.alignment.model import Tie

MAX_LINES: Final = 24
_MARGIN: Final = 3.0  # percent kept free at both ends, so that no sign is cut
_NEAR: Final = 2.2  # percent; signs nearer than this are stacked
_STEP: Final = 15  # pixels between stacked signs
_TALLEST: Final = 8  # signs in a stack
_TICKS: Final = 4
_OUTLIER: Final = (
    6  # an event this many times as far back as three quarters of the others is drawn at the edge
)


@dataclass(frozen=True, slots=True)
class Event:
    """One claim on the line: `x` in percent, `y` in pixels from the top, and `bar` (x, width) where it lasted."""

    claim: ClaimView
    x: float
    y: int
    bar: tuple[float, float] | None
    early: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One tie's events; `height` in pixels."""

    tie: Tie
    events: tuple[Event, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lines under one scale. `ticks` are (x in percent, day in words); `hidden` ties have no line."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[float, str], ...]
    hidden: int


def draw_timeline(ties: Sequence[Tie], lang: str) -> Timeline | None:
    """Lines for the firmest ties that have dated claims; None where there are none."""
    dated = [(tie, _dated(tie, lang)) for tie in sorted(ties, key=by_strength)]
    dated = [(tie, claims) for tie, claims in dated if claims]
    if not dated:
        return None
    shown = dated[:MAX_LINES]
    scale = _scale([claim for _, claims in shown for claim in claims], lang)
    lines = tuple(_line(tie, claims, scale) for tie, claims in shown)
    return Timeline(lines, scale.ticks(lang), len(dated) - len(shown))


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date
    rtl: bool

    def x(self, day: date) -> float:
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        along = _MARGIN + (100 - 2 * _MARGIN) * max(0.0, min(1.0, share))
        return round(100 - along if self.rtl else along, 2)

    def ticks(self, lang: str) -> tuple[tuple[float, str], ...]:
        length = (self.end - self.start).days
        steps = min(_TICKS, length)
        days = (
            [self.start + timedelta(days=round(length * i / steps)) for i in range(steps + 1)]
            if steps
            else [self.start]
        )
        return tuple((self.x(day), day_words(day, lang)) for day in days)


def _scale(claims: Iterable[ClaimView], lang: str) -> _Scale:
    """From the first to the last day, but one far-off memory must not press all the rest into a corner."""
    firsts = sorted(c.first for c in claims if c.first)
    end = max(c.last for c in claims if c.last)
    usual = firsts[len(firsts) // 4]
    reach = timedelta(days=_OUTLIER * ((end - usual).days + 1))
    start = next(day for day in firsts if end - day <= reach)
    return _Scale(start, end, lang == "ar")


def _dated(tie: Tie, lang: str) -> tuple[ClaimView, ...]:
    records = {record.id: record for voice in tie.voices for record in (voice.claim, *voice.repeats)}
    records |= {record.id: record for record in tie.superseded}
    views = (of_record(record, lang) for record in records.values())
    return tuple(sorted((view for view in views if view.first), key=lambda view: (view.first, view.id)))


def _line(tie: Tie, claims: tuple[ClaimView, ...], scale: _Scale) -> Line:
    levels: dict[int, int] = defaultdict(int)
    events = []
    for claim in claims:
        first, last = claim.first or scale.start, claim.last or scale.end
        x, x_last = scale.x(first), scale.x(last)
        # Stacked by where they stand, so that signs do not hide each other; only a very tall stack starts again.
        place = round(x / _NEAR)
        level = max(levels[place - 1], levels[place], levels[place + 1])
        levels[place] = level + 1
        bar = (min(x, x_last), round(abs(x_last - x), 2)) if last > first and x != x_last else None
        events.append(Event(claim, x, _STEP // 2 + 3 + _STEP * (level % _TALLEST), bar, first < scale.start))
    tallest = min(_TALLEST, max(levels.values()))
    return Line(tie, tuple(events), _STEP * tallest + 6)
