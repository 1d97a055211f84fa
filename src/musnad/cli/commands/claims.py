"""`musnad claims`: the claims that fulfil some conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from musnad.claims.model import EventType
from musnad.cli.params import confidence_option, day_option, format_option, limit_option

if TYPE_CHECKING:
    from musnad.claims.record import ClaimRecord
    from musnad.cli.state import App


@click.command("claims")
@click.option("--actor", multiple=True, metavar="NAME")
@click.option("--subject", multiple=True, metavar="NAME")
@click.option("--object", multiple=True, metavar="NAME")
@click.option(
    "--type",
    multiple=True,
    metavar="TYPE",
    type=click.Choice([t.value for t in EventType], case_sensitive=False),
)
@click.option("--source", metavar="NAME")
@click.option("--document", metavar="ID")
@click.option("--text", metavar="WORDS")
@day_option("--since", last=False)
@day_option("--until", last=True)
@day_option("--as-of", last=True)
@day_option("--known-by", last=True)
@confidence_option()
@click.option("--rejected", is_flag=True)
@click.option("--why", is_flag=True)
@limit_option()
@format_option()
@click.pass_obj
def command(app: App, /, *, form: str, limit: int | None, why: bool, **filters: Any) -> None:  # noqa: ANN401 - as the API has them
    """Answers; its help text stands in `help.yaml`."""
    from musnad.cli.output import TABLE_ROWS, write_list  # noqa: PLC0415
    from musnad.formats.records import record_to_dict  # noqa: PLC0415
    from musnad.formats.rows import claim_row  # noqa: PLC0415

    most = limit or (TABLE_ROWS if form == "table" else None)
    with app.ledger() as ledger:
        found = ledger.claims(**filters, limit=None if most is None else most + 1)
    cut = most is not None and len(found) > most
    records = found[:most]
    if form == "table":
        _print(app, records, why=why)
    else:
        write_list(form, [record_to_dict(record) for record in records], map(claim_row, records))
    if cut and (form == "table" or limit):
        click.echo(app.word("claims.cut"), err=True)


def _print(app: App, records: list[ClaimRecord], *, why: bool) -> None:
    from musnad.cli.claim_view import claim_lines, claims_table  # noqa: PLC0415
    from musnad.cli.output import phrases_for  # noqa: PLC0415

    out = app.out()
    phrases = phrases_for(app, out)
    if not records:
        out.print(app.word("claims.none"))
    elif not why:
        out.print(claims_table(records, phrases, out))
    else:
        for record in records:
            out.print(claim_lines(record, phrases))
            out.print(f"  {phrases.where(record)}\n", style="dim")
