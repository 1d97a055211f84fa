"""`musnad doctor`: what is missing, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from musnad.cli.params import format_option

if TYPE_CHECKING:
    from musnad.cli.state import App

_STYLE = {"ok": "green", "warn": "yellow", "fail": "red"}


@click.command("doctor")
@format_option("table", "json")
@click.pass_context
def command(ctx: click.Context, /, *, form: str) -> None:
    """Checks; its help text stands in `help.yaml`."""
    from rich.text import Text  # noqa: PLC0415

    from musnad.cli.checks import run_checks  # noqa: PLC0415
    from musnad.cli.claim_view import plain_table  # noqa: PLC0415
    from musnad.cli.output import write_json  # noqa: PLC0415
    from musnad.cli.phrases import harmless  # noqa: PLC0415

    app: App = ctx.obj
    checks = list(run_checks(app))
    if form == "json":
        write_json([{"check": c.name, "status": c.status, "detail": c.detail} for c in checks])
    else:
        out = app.out()
        table = plain_table(out)
        for _ in range(3):
            table.add_column(overflow="fold")
        table.show_header = False
        for check in checks:
            status = Text(app.word(f"doctor.{check.status}"), style=_STYLE[check.status])
            table.add_row(status, app.word(f"doctor.{check.name}"), harmless(check.detail))
        out.print(table)
    if any(check.status == "fail" for check in checks):
        ctx.exit(1)
