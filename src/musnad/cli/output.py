"""Writes results on standard output in the format asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from musnad.cli.phrases import Phrases
from musnad.formats.text import csv_text, json_line, json_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import Console

    from musnad.cli.state import App

TABLE_ROWS = 50


def write_json(value: Any) -> None:  # noqa: ANN401 - any JSON value
    """One JSON document."""
    click.echo(json_text(value))


def write_lines(values: Iterable[Any]) -> None:
    """JSON Lines, each handed on at once."""
    for value in values:
        click.echo(json_line(value))


def write_csv(rows: Iterable[Mapping[str, str]]) -> None:
    """CSV with a header."""
    click.echo(csv_text(rows), nl=False)


def write_list(form: str, values: Sequence[Any], rows: Iterable[Mapping[str, str]]) -> None:
    """A list in one of the formats for programs.

    Args:
        form: "json", "jsonl" or "csv".
        values: what JSON says of each.
        rows: what CSV says of each; only drawn on for CSV.
    """
    if form == "json":
        write_json(values)
    elif form == "jsonl":
        write_lines(values)
    else:
        write_csv(rows)


def phrases_for(app: App, console: Console) -> Phrases:
    """Words in the language of the run; directions are fenced only where a terminal shows them."""
    return Phrases(app.lang, isolated=console.is_terminal)
