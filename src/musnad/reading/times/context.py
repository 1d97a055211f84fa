"""What a parser needs to know besides the words: the day of publication, and whether the clause looks ahead."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from musnad.reading.times.calendar import Period, month_period, shift
from musnad.reading.times.lexicon import lexicon
from musnad.reading.times.model import Grain, TimeKind

if TYPE_CHECKING:
    from musnad.reading.times.narrative import Told
    from musnad.reading.times.tokens import Tokens

PAST, FUTURE, PRESENT = "past", "future", "present"
_LOOK_BACK, _LOOK_AHEAD = 10, 5
_SHORTEST_VERB = 5
# A month without a year is the last one of that name, up to this many months back; beyond, the next one is nearer.
_MONTHS_BACK = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What a parser made of the tokens up to `stop` (exclusive).

    `period` is None where the words alone do not tell the days. `open_start` and `open_end` mark bounds ("until",
    "since"); `guessed` is True where the year was not said, and `told`
    where it was taken from the story (`narrative`).
    """

    stop: int
    period: Period | None
    grain: Grain
    kind: TimeKind = TimeKind.POINT
    exact: bool = True
    value: str = ""
    open_start: bool = False
    open_end: bool = False
    guessed: bool = False
    told: bool = False


def named(stop: int, period: Period | None, grain: Grain) -> Found:
    """A point whose value and exactness are the period's own."""
    if period is None:
        return Found(stop, None, grain)
    return Found(stop, period, grain, exact=period.exact, value=period.value)


@dataclass(frozen=True, slots=True)
class Context:
    """The tokens being read, the day the article appeared (None where unknown), the time said last, and the story told."""

    tokens: Tokens
    anchor: date | None
    previous: Period | None = None
    story: Told | None = None
    memo: dict[int, bool] = field(default_factory=dict)

    def looks_ahead(self, at: int) -> bool:
        """Whether the clause around token `at` speaks of something still to come (future verbs, "scheduled")."""
        if at not in self.memo:
            self.memo[at] = self._scan(at)
        return self.memo[at]

    def _scan(self, at: int) -> bool:
        tokens = self.tokens
        for i in range(at - 1, max(at - 1 - _LOOK_BACK, -1), -1):
            if tokens.breaks(i + 1):
                break
            if self._prospective(i):
                return True
        for i in range(at + 1, min(at + 1 + _LOOK_AHEAD, len(tokens))):
            if tokens.breaks(i):
                break
            if self._prospective(i):
                return True
        return False

    def _prospective(self, at: int) -> bool:
        word = self.tokens[at].text
        if self.tokens.sense(at, "prospect"):
            return True
        bare = word[1:] if word[:1] in {"و", "ف"} else word
        future = bare[:1] == "س" and bare[1:2] in {"ي", "ت", "ن"} and len(bare) >= _SHORTEST_VERB
        return future and not bare.startswith(lexicon().not_future)

    def month(self, month: int, direction: str, at: int) -> Period | None:
        """A month named without a year, resolved from the day of publication."""
        if self.anchor is None:
            return None
        back = (self.anchor.month - month) % 12
        year = self.anchor.year if month <= self.anchor.month else self.anchor.year - 1
        if direction == PAST:
            # «يوليو الماضي» in July itself is last year's.
            return month_period(year - (back == 0), month)
        if direction == FUTURE:
            return month_period(year + 1, month)
        ahead = back and (self.looks_ahead(at) or back > _MONTHS_BACK)
        return month_period(year + bool(ahead), month)

    def weekday(self, weekday: int, direction: str, at: int) -> date | None:
        """A weekday named without a date: today or the last one, the next one in a clause that looks ahead."""
        if self.anchor is None:
            return None
        back = (self.anchor.weekday() - weekday) % 7
        if direction == PAST:
            return self.anchor - timedelta(back or 7)
        if direction == FUTURE:
            return self.anchor + timedelta(7 - back)
        if back and self.looks_ahead(at):
            return self.anchor + timedelta(7 - back)
        return self.anchor - timedelta(back)

    def away(self, count: int, unit: Grain) -> date | None:
        """The day `count` units from publication."""
        return None if self.anchor is None else shift(self.anchor, count, unit)

    def direction(self, at: int) -> str:
        """The direction of the relative adjective at `at` ("last", "next", "current"), "" where there is none."""
        sense = self.tokens.sense(at, "direction")
        if sense is None or sense.proclitic or not self.tokens.next_to(at, ')»"”'):
            return ""
        return str(sense.value)
