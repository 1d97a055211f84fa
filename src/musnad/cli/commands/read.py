"""`musnad read`: articles into claims, shown and stored."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

import click

from musnad.api.days import now
from musnad.cli.params import FIRST, confidence_option, format_option
from musnad.cli.phrases import harmless
from musnad.cli.program import PARTIAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rich.console import Console

    from musnad.api.intake import Outcome, ReadSummary
    from musnad.claims.record import ClaimRecord
    from musnad.cli.state import App

_SEVERAL: Final = 2  # from so many articles on, a bar and a summary


@dataclass(slots=True)
class _Asked:
    """How a run of `read` shows what it reads."""

    app: App
    form: str
    least: float
    limit: int | None
    out: Console
    written: int = 0
    headed: bool = False


@click.command("read")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|-…")
@click.option("--published", type=FIRST, metavar="DATE")
@click.option("--publisher", default="", metavar="NAME")
@click.option("--title", default="", metavar="TEXT")
@click.option("--no-store", is_flag=True)
@format_option("table", "jsonl", "json", "csv")
@confidence_option()
@click.option("--limit-claims", type=click.IntRange(min=0), metavar="N")
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    ctx: click.Context,
    /,
    *,
    inputs: tuple[str, ...],
    published: date | None,
    publisher: str,
    title: str,
    no_store: bool,
    form: str,
    min_confidence: float,
    limit_claims: int | None,
) -> None:
    """Reads; its help text stands in `help.yaml`."""
    from musnad.api.intake import ReadSummary as Summary  # noqa: PLC0415 - heavy, and the help needs none of it
    from musnad.api.intake import read_all  # noqa: PLC0415
    from musnad.api.readers import default_reader  # noqa: PLC0415
    from musnad.intake import Defaults, count_inputs, read_inputs  # noqa: PLC0415

    app: App = ctx.obj
    asked = _Asked(app, form, min_confidence, limit_claims, app.out())
    defaults = Defaults(published, publisher, title)
    items = read_inputs(inputs, defaults=defaults, stdin=sys.stdin.buffer)
    reader = default_reader()
    if no_store:
        outcomes = read_all(items, reader, None)
        summary = Summary.of(_shown(asked, _counted(app, outcomes, count_inputs(inputs))))
    else:
        with app.ledger(create=True) as ledger:
            outcomes = read_all(items, reader, ledger.store)
            summary = Summary.of(_shown(asked, _counted(app, outcomes, count_inputs(inputs))))
    _close(asked)
    err = app.err()
    _summarise(app, err, summary)
    if summary.failures:
        ctx.exit(PARTIAL if summary.documents else 1)


def _counted(app: App, outcomes: Iterable[Outcome], total: int | None) -> Iterator[Outcome]:
    """The same outcomes, with a bar on standard error where that is a terminal and there are several."""
    console = app.err()
    if not console.is_terminal or (total is not None and total < _SEVERAL):
        yield from outcomes
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(app.word("read.progress"), total=total)
        for outcome in outcomes:
            yield outcome
            bar.advance(task)


def _shown(asked: _Asked, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    for outcome in outcomes:
        if outcome.reading is not None:
            _show(asked, outcome)
            sys.stdout.flush()
            asked.written += 1
        yield outcome


def _show(asked: _Asked, outcome: Outcome) -> None:
    from musnad.formats.contract import reading_to_dict  # noqa: PLC0415
    from musnad.formats.records import records_of  # noqa: PLC0415
    from musnad.formats.rows import claim_row  # noqa: PLC0415
    from musnad.formats.text import csv_text, json_line, json_text  # noqa: PLC0415

    reading = outcome.reading
    if reading is None:
        return
    sure = [claim for claim in reading.claims if claim.confidence >= asked.least]
    kept = replace(reading, claims=tuple(islice(sure, asked.limit)))
    if asked.form == "jsonl":
        click.echo(json_line(reading_to_dict(kept)))
    elif asked.form == "json":
        click.echo(("," if asked.written else "[") + "\n" + json_text(reading_to_dict(kept)), nl=False)
    elif asked.form == "csv":
        records = records_of(kept, now())
        click.echo(csv_text(map(claim_row, records), header=not asked.headed), nl=False)
        asked.headed |= bool(records)
    else:
        _print(asked, outcome, records_of(kept, now()), len(sure) - len(kept.claims))


def _print(asked: _Asked, outcome: Outcome, records: tuple[ClaimRecord, ...], hidden: int) -> None:
    from musnad.cli.claim_view import article  # noqa: PLC0415
    from musnad.cli.output import phrases_for  # noqa: PLC0415

    app = asked.app
    remarks = [note.message(app.lang) for note in outcome.notes]
    if not records and not hidden:
        remarks.append(app.word("read.no_claims"))
    if hidden:
        remarks.append(f"{app.word('read.more_claims')}: {hidden}")
    if outcome.reading is not None:
        phrases = phrases_for(app, asked.out)
        asked.out.print(article(outcome.reading.document, records, remarks, phrases, asked.out))


def _close(asked: _Asked) -> None:
    if asked.form == "json":
        click.echo("\n]" if asked.written else "[]")


def _summarise(app: App, err: Console, summary: ReadSummary) -> None:
    for failure in summary.failures:
        message = failure.error.message(app.lang) if failure.error else ""
        err.print(harmless(f"{failure.where}: {message}"), style="red", soft_wrap=True)
    counts = {
        "read.documents": summary.documents,
        "read.claims": summary.claims,
        "read.stored": summary.stored,
        "read.known": summary.known,
        "read.failed": len(summary.failures),
    }
    line = " · ".join(f"{app.word(key)}: {count}" for key, count in counts.items())
    err.print(f"{app.word('read.summary')} — {line}", soft_wrap=True)
