"""`musnad documents`: what articles are in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from musnad.cli.params import day_option, format_option, limit_option

if TYPE_CHECKING:
    from datetime import date

    from musnad.cli.state import App


@click.command("documents")
@click.option("--publisher", metavar="NAME")
@day_option("--since", last=False)
@day_option("--until", last=True)
@limit_option()
@format_option()
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    app: App,
    /,
    *,
    publisher: str | None,
    since: date | None,
    until: date | None,
    limit: int | None,
    form: str,
) -> None:
    """Lists; its help text stands in `help.yaml`."""
    from musnad.cli.output import TABLE_ROWS, write_list  # noqa: PLC0415
    from musnad.formats.parts import document_ref_to_dict  # noqa: PLC0415
    from musnad.formats.rows import document_row  # noqa: PLC0415

    most = limit or (TABLE_ROWS if form == "table" else None)
    with app.ledger() as ledger:
        wanted = None if most is None else most + 1
        found = ledger.documents(publisher=publisher, since=since, until=until, limit=wanted)
    shown = found[:most]
    if form != "table":
        write_list(form, [document_ref_to_dict(document) for document in shown], map(document_row, shown))
    else:
        from musnad.cli.claim_view import plain_table  # noqa: PLC0415
        from musnad.cli.output import phrases_for  # noqa: PLC0415
        from musnad.labels import label  # noqa: PLC0415

        out = app.out()
        phrases = phrases_for(app, out)
        table = plain_table(out)
        for key in ("published", "publisher", "title"):
            table.add_column(label(f"column.{key}", app.lang), overflow="fold")
        table.add_column("id", overflow="fold")
        for document in shown:
            day = document.published.isoformat() if document.published else label("phrase.no_date", app.lang)
            table.add_row(*map(phrases.fence, (day, document.publisher, document.title, document.id)))
        out.print(table if shown else app.word("documents.none"))
    if most is not None and len(found) > most:
        click.echo(app.word("claims.cut"), err=True)
