"""Years: «عام 2011»، «2015-2016»، «سنة 1436هـ»، «من العام الماضي»، years in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.reading.times import calendar, hijri
from musnad.reading.times.context import FUTURE, PAST, PRESENT, Context, Found, named
from musnad.reading.times.model import Grain, TimeKind
from musnad.reading.times.numerals import cardinal, digits

if TYPE_CHECKING:
    from musnad.reading.times.tokens import Tokens

_OLDEST, _NEWEST = 1000, 2100
_OLDEST_BARE, _NEWEST_BARE = 1900, 2050
_DIGITS = 4
# The years that the Umm al-Qura tables cover.
_HIJRI = range(1343, 1501)
_SHORT = range(30, 100)
_CENTURY = 1900
_MARKS = ")،,/-"
_STEP = {PAST: -1, FUTURE: 1}
_INVITING = ("in", "within", "since", "until", "to", "from", "part", "by", "season")


@dataclass(frozen=True, slots=True)
class Year:
    """A year: civil or Hijri (the other is 0), and the index after it."""

    stop: int
    civil: int = 0
    hijri: int = 0


def is_year_word(tokens: Tokens, at: int) -> bool:
    """Whether the word is "year" in the singular, with or without article and clitics."""
    sense = tokens.sense(at, "unit")
    return sense is not None and sense.value == "year" and tokens[at].text.endswith(("عام", "سنه"))


def year_after(ctx: Context, at: int, *, lunar: bool | None = None) -> Year | None:
    """The year that completes a month: «… 2019»، «… من عام 2019»، «… من العام الماضي»، «… 1436هـ».

    `lunar` tells of which calendar the month is (None: unknown); beside a civil month, 1391 is a civil year.
    """
    tokens = ctx.tokens
    if not tokens.next_to(at, _MARKS):
        return None
    of = tokens.sense(at, "of")
    if of is not None and not of.proclitic and tokens.next_to(at + 1):
        at += 1
    shown = tokens.sense(at, "demonstrative") is not None
    at += shown
    led = is_year_word(tokens, at)
    if led:
        direction = PRESENT if shown else ctx.direction(at + 1)
        if tokens.sense(at + 1, "same") and tokens.next_to(at + 1) and ctx.previous:
            return Year(at + 2, civil=ctx.previous.first.year)
        if direction:
            return _relative(ctx, at + 1 + (not shown), direction)
        at += 1
    return _number(tokens, at, led=led, lunar=lunar)


def _relative(ctx: Context, stop: int, direction: str) -> Year | None:
    if ctx.anchor is None:
        return None
    return Year(stop, civil=ctx.anchor.year + _STEP.get(direction, 0))


def _number(tokens: Tokens, at: int, *, led: bool, lunar: bool | None = None) -> Year | None:
    read = cardinal(tokens, at)
    if read is None or not tokens.next_to(at, _MARKS):
        return None
    value, stop = read
    if led and value in _SHORT and tokens[at].number >= 0:
        return Year(stop, civil=_CENTURY + value)
    if not _OLDEST <= value <= _NEWEST:
        return None
    era = stop if tokens.next_to(stop, "(") else -1
    marked = tokens.sense(era, "hijri_era") is not None
    if value in _HIJRI and lunar is not False:
        return Year(stop + marked, hijri=value)
    return Year(stop + (tokens.sense(era, "gregorian_era") is not None), civil=value)


def year_expression(ctx: Context, at: int) -> Found | None:
    """A year said with the word "year", or a bare one that can be nothing else; also two years of a span."""
    tokens = ctx.tokens
    led = is_year_word(tokens, at)
    read = _number(tokens, at + 1, led=True) if led and tokens.next_to(at + 1) else None
    if read is None and not led and _bare(tokens, at):
        read = Year(at + 1, civil=tokens[at].number)
    if read is None:
        return None
    if read.hijri:
        whole = hijri.hijri_year(read.hijri)
        return named(read.stop, whole, Grain.YEAR) if whole else None
    last = _span_end(tokens, read.stop, read.civil)
    if last:
        whole = calendar.year_period(read.civil, last - read.civil + 1)
        return Found(read.stop + 1, whole, Grain.YEAR, TimeKind.RANGE) if whole else None
    whole = calendar.year_period(read.civil)
    return named(read.stop, whole, Grain.YEAR) if whole else None


def _bare(tokens: Tokens, at: int) -> bool:
    """Whether four digits alone are a year: in the range of news, counting nothing, no part of a larger number."""
    number = digits(tokens, at)
    if not _OLDEST_BARE <= number <= _NEWEST_BARE or tokens[at].end - tokens[at].start != _DIGITS:
        return False
    if tokens.sense(at + 1, "counted") and tokens.next_to(at + 1):
        return False
    # A round number counts something more often than it dates.
    return number % 100 != 0 or any(tokens.sense(at - 1, name) for name in _INVITING)


def _span_end(tokens: Tokens, at: int, first: int) -> int:
    """The second year of «2015-2016»، «1979/1980»; 0 where there is none."""
    number = digits(tokens, at)
    dashed = tokens.glue(at) in {"-", "–", "/", "—"}
    return number if dashed and first < number <= min(first + 100, _NEWEST) else 0
