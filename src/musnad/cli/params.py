"""Options that several commands share, and dates as their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from musnad.errors import MusnadError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    _DayType = click.ParamType[date]
else:
    # Generic only since a later click than we need.
    _DayType = click.ParamType

_F = TypeVar("_F", bound="Callable[..., Any] | click.Command")
FORMATS = ("table", "json", "jsonl", "csv")


class Day(_DayType):
    """A day, a month or a year, or `today`; of a month or a year the first or the last day."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self._last = last

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The day; what is none is wrong usage, with the coded message."""
        from musnad.api.days import parse_day, today  # noqa: PLC0415
        from musnad.cli.program import language  # noqa: PLC0415 - which itself needs the options

        if not isinstance(value, str):
            return value  # type: ignore[no-any-return]  # a default, already a date
        try:
            return parse_day(value, last=self._last, on=today())
        except MusnadError as error:
            return self.fail(error.message(language(ctx) if ctx else "en"), param, ctx)


FIRST, LAST = Day(last=False), Day(last=True)


def day_option(flag: str, *, last: bool) -> Callable[[_F], _F]:
    """An option that takes a day."""
    return click.option(flag, type=LAST if last else FIRST, metavar="DATE")


def format_option(*names: str) -> Callable[[_F], _F]:
    """`--format`, a table if not given."""
    return click.option("--format", "form", type=click.Choice(names or FORMATS), default="table")


def confidence_option() -> Callable[[_F], _F]:
    """`--min-confidence`."""
    return click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, metavar="P")


def limit_option() -> Callable[[_F], _F]:
    """`--limit`."""
    return click.option("--limit", type=click.IntRange(min=1), metavar="N")


def terms_options(function: _F) -> _F:
    """`--as-of`, `--known-by` and `--min-confidence`."""
    for option in (
        confidence_option(),
        day_option("--known-by", last=True),
        day_option("--as-of", last=True),
    ):
        function = option(function)
    return function
