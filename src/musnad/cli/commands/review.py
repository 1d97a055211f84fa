"""`musnad review`: a person's word on a claim."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import click

from musnad.cli.params import format_option

if TYPE_CHECKING:
    from musnad.cli.state import App


@click.command("review")
@click.argument("claim", metavar="CLAIM")
@click.argument("decision", type=click.Choice(["accept", "reject", "note", "undo"]))
@click.option("--by", metavar="NAME")
@click.option("--note", default="", metavar="TEXT")
@format_option("table", "json")
@click.pass_obj
def command(app: App, /, *, claim: str, decision: str, by: str | None, note: str, form: str) -> None:  # noqa: PLR0913 - one an option
    """Reviews; its help text stands in `help.yaml`."""
    if decision == "note" and not note.strip():
        raise click.UsageError("note needs --note TEXT.")
    with app.ledger() as ledger:
        record = ledger.review(claim, decision, by or _user(), note)
    if form == "json":
        from musnad.cli.output import write_json  # noqa: PLC0415
        from musnad.formats.records import record_to_dict  # noqa: PLC0415

        write_json(record_to_dict(record))
        return
    from musnad.cli.claim_view import claim_lines  # noqa: PLC0415
    from musnad.cli.output import phrases_for  # noqa: PLC0415
    from musnad.labels import label_of  # noqa: PLC0415

    out = app.out()
    out.print(f"{app.word(f'review.{decision}')} · {label_of(record.review, app.lang)}", style="bold")
    out.print(claim_lines(record, phrases_for(app, out)))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A container's user may have no name.
        raise click.UsageError("Say who decides: --by NAME.") from None
