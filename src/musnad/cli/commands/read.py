"""`musnad read`: articles into claims, shown and stored."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import click

from musnad.api.days import now
from musnad.cli.params import FIRST, format_option
from musnad.cli.phrases import harmless
from musnad.cli.program import PARTIAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rich.console import Console

    from musnad.api.intake import Outcome, ReadSummary
    from musnad.claims.record import ClaimRecord
    from musnad.cli.state import App
    from musnad.reading.reader import Reader

_SEVERAL: Final = 2  # from so many articles on, a bar and a summary


@dataclass(slots=True)
class _Asked:
    """How a run of `read` shows what it reads."""

    app: App
    form: str
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
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="P")
@click.option("--limit-claims", type=click.IntRange(min=0), metavar="N")
@click.option("--reader", type=click.Choice(["standard", "fast", "llm"]), default="standard")
@click.option("--endpoint", metavar="URL")
@click.option("--model", metavar="NAME")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), metavar="SECONDS")
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
    min_confidence: float | None,
    limit_claims: int | None,
    reader: str,
    **model: Any,  # noqa: ANN401 - the options of the large model
) -> None:
    """Reads; its help text stands in `help.yaml`."""
    from musnad.api.intake import ReadSummary as Summary  # noqa: PLC0415 - heavy, and the help needs none of it
    from musnad.api.intake import read_all  # noqa: PLC0415
    from musnad.api.readers import stating  # noqa: PLC0415
    from musnad.intake import Defaults, count_inputs, read_inputs  # noqa: PLC0415

    app: App = ctx.obj
    asked = _Asked(app, form, limit_claims, app.out())
    defaults = Defaults(published, publisher, title)
    items = read_inputs(inputs, defaults=defaults, stdin=sys.stdin.buffer)
    chosen = stating(_reader(app, reader, **model), min_confidence)
    if no_store:
        outcomes = read_all(items, chosen, None)
        summary = Summary.of(_shown(asked, _counted(app, outcomes, count_inputs(inputs))))
    else:
        with app.ledger(create=True) as ledger:
            outcomes = read_all(items, chosen, ledger.store)
            summary = Summary.of(_shown(asked, _counted(app, outcomes, count_inputs(inputs))))
    _close(asked)
    err = app.err()
    _summarise(app, err, summary)
    if summary.failures:
        ctx.exit(PARTIAL if summary.documents else 1)


def _reader(app: App, kind: str, *, endpoint: str | None, model: str | None, timeout: float | None) -> Reader:
    """The reader asked for. Before any text leaves the machine, standard error says where to."""
    from musnad.api.readers import default_reader, fast_reader, llm_reader  # noqa: PLC0415

    if kind != "llm":
        if endpoint or model or timeout:
            raise click.UsageError("--endpoint, --model and --timeout need --reader llm.")
        return fast_reader() if kind == "fast" else default_reader()
    reader = llm_reader(endpoint or "", model or "", timeout=timeout, lang=app.lang)
    where = f"{reader.endpoint.host} ({reader.endpoint.model})"
    click.echo(harmless(f"{app.word('read.sent_to')}: {where}"), err=True)
    return reader


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
    kept = replace(reading, claims=tuple(islice(reading.claims, asked.limit)))
    if asked.form == "jsonl":
        click.echo(json_line(reading_to_dict(kept)))
    elif asked.form == "json":
        click.echo(("," if asked.written else "[") + "\n" + json_text(reading_to_dict(kept)), nl=False)
    elif asked.form == "csv":
        records = records_of(kept, now())
        click.echo(csv_text(map(claim_row, records), header=not asked.headed), nl=False)
        asked.headed |= bool(records)
    else:
        _print(asked, outcome, records_of(kept, now()), len(reading.claims) - len(kept.claims))


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
        remarks += outcome.reading.notes
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
