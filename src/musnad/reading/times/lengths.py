"""Lengths of time: «ثلاثة أيام»، «نحو أسبوعين»، «عام»، with their agreement and their softening words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from musnad.reading.times.model import Grain
from musnad.reading.times.months import month_name
from musnad.reading.times.numerals import cardinal

if TYPE_CHECKING:
    from datetime import date

    from musnad.reading.times.context import Context
    from musnad.reading.times.tokens import Tokens

_LETTER = {
    Grain.MINUTE: "TM",
    Grain.HOUR: "TH",
    Grain.DAY: "D",
    Grain.WEEK: "W",
    Grain.MONTH: "M",
    Grain.YEAR: "Y",
}
_YEARS = {Grain.DECADE: 10, Grain.CENTURY: 100}
_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 30, Grain.YEAR: 365, Grain.DECADE: 3652}
_FINE = {Grain.MINUTE, Grain.HOUR, Grain.DAY, Grain.WEEK}
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Length:
    """`count` units (0 where the text gives no number), up to token `stop`."""

    count: int
    unit: Grain
    stop: int
    exact: bool = True

    @property
    def value(self) -> str:
        """The TIMEX3 duration: P2D, PT48H, PXM where no number is said."""
        if self.unit in _YEARS:
            return f"P{self.count * _YEARS[self.unit]}Y"
        letter, count = _LETTER[self.unit], str(self.count or "X")
        return f"PT{count}{letter[1]}" if letter[0] == "T" else f"P{count}{letter}"

    @property
    def days(self) -> int:
        """Roughly how many days."""
        return self.count * _DAYS.get(self.unit, 0)

    @property
    def written(self) -> Grain:
        """How precise a date this length away can be: a day for lengths up to weeks, else a month."""
        return Grain.DAY if self.unit in _FINE else Grain.MONTH

    def shifted(self, ctx: Context, sign: int) -> date | None:
        """The day this far before (-1) or after (1) publication."""
        if self.unit is Grain.HOUR:
            return ctx.away(sign * (self.count // 24), Grain.DAY)
        return ctx.away(sign * self.count, self.unit) if self.count else None


def softened(tokens: Tokens, at: int) -> tuple[int, bool]:
    """(index after "about", "more than", "nearly" at `at`; whether there was any)."""
    start = at
    if tokens[at].text == "ما" and tokens.sense(at + 1, "approximate"):
        at += 1
    if tokens.sense(at, "approximate") is None:
        return start, False
    at += 1
    tail = tokens.sense(at, "approximate_tail")
    return at + (tail is not None and tokens.next_to(at)), True


def length(tokens: Tokens, at: int, *, bare: bool = False, led: str = "") -> Length | None:
    """The length at `at`: «ثلاثة أيام»، «نحو أسبوعين»، «عام ونصف»; a lone «عام» or «أيام» only where `bare`.

    `led` is a clitic that its first word must carry («بيومين»).
    """
    at, soft = softened(tokens, at)
    dual = tokens.sense(at, "dual")
    read = cardinal(tokens, at)
    if dual and not dual.definite and dual.proclitic == led:
        found: Length | None = Length(2, Grain(dual.value), at + 1)
    elif read and tokens.next_to(read[1]):
        unit = tokens.sense(read[1], "unit")
        one = read[0] == 1 and tokens[at].number < 0  # «إحدى أشهر الدراسات» counts no months
        countable = unit and not one and not unit.definite and not unit.proclitic and 0 < read[0] <= _LONGEST
        found = Length(read[0], Grain(unit.value), read[1] + 1) if unit and countable else None
    else:
        found = _bare(tokens, at, soft=soft, led=led) if bare else None
    if found is None:
        return None
    after, trailing = softened(tokens, found.stop)
    trailing = trailing and tokens[found.stop].text == "تقريبا"
    return replace(
        found, exact=not (soft or trailing) and found.count > 0, stop=after if trailing else found.stop
    )


def _bare(tokens: Tokens, at: int, *, soft: bool, led: str) -> Length | None:
    unit = tokens.sense(at, "unit")
    if unit is None or unit.proclitic != led or (unit.definite and not soft) or month_name(tokens, at):
        return None
    if tokens[at + 1].number > 0 and tokens.next_to(at + 1):  # «خلال عام 2015» is a year, no length
        return None
    if unit.value in {"decade", "century"} and not soft:
        return None  # «عقد» is also "held", «قرن» a horn
    count = 0 if tokens.sense(at, "plural") else 1
    one = tokens.sense(at + 1, "cardinal")
    return Length(count, Grain(unit.value), at + 1 + (count and one is not None and one.value == 1))
