"""`musnad actors`: who is in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from musnad.cli.params import format_option, limit_option

if TYPE_CHECKING:
    from musnad.cli.state import App


@click.command("actors")
@click.argument("query", required=False)
@limit_option()
@format_option()
@click.pass_obj
def command(app: App, /, *, query: str | None, limit: int | None, form: str) -> None:
    """Lists; its help text stands in `help.yaml`."""
    from musnad.cli.output import TABLE_ROWS, write_list  # noqa: PLC0415
    from musnad.formats.parts import actor_ref_to_dict  # noqa: PLC0415
    from musnad.formats.rows import actor_row  # noqa: PLC0415

    with app.ledger() as ledger:
        found = ledger.actors(query)
    most = limit or (TABLE_ROWS if form == "table" else None)
    shown = found[:most]
    if form != "table":
        write_list(form, [actor_ref_to_dict(actor) for actor in shown], map(actor_row, shown))
    else:
        from musnad.cli.claim_view import plain_table  # noqa: PLC0415
        from musnad.cli.output import phrases_for  # noqa: PLC0415
        from musnad.labels import label, label_of  # noqa: PLC0415

        out = app.out()
        phrases = phrases_for(app, out)
        table = plain_table(out)
        for heading in (
            label("column.actor", app.lang),
            "",
            label("column.kind", app.lang),
            "id",
            "Wikidata",
        ):
            table.add_column(heading, overflow="fold")
        for actor in shown:
            kind = label_of(actor.kind, app.lang)
            table.add_row(*map(phrases.fence, (actor.ar, actor.en, kind, actor.id, actor.wikidata or "")))
        out.print(table if shown else app.word("actors.none"))
    if most is not None and len(found) > most:
        click.echo(app.word("claims.cut"), err=True)
