"""`musnad report`: a page to give away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from musnad.cli.params import terms_options
from musnad.errors import MusnadError

if TYPE_CHECKING:
    from datetime import date

    from musnad.cli.state import App

_STDOUT = "-"


@click.command("report")
@click.argument("name", required=False)
@click.option("-o", "--output", default="musnad-report.html", metavar="FILE")
@click.option("--articles", type=click.IntRange(min=0), default=20, metavar="N")
@terms_options
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    app: App,
    /,
    *,
    name: str | None,
    output: str,
    articles: int,
    as_of: date | None,
    known_by: date | None,
    min_confidence: float,
) -> None:
    """Writes; its help text stands in `help.yaml`."""
    with app.ledger() as ledger:
        page = ledger.report(
            name,
            as_of=as_of,
            known_by=known_by,
            min_confidence=min_confidence,
            articles=articles,
            lang=app.lang,
        )
    # A lone surrogate from a broken article has no UTF-8 and must not cost the whole page.
    content = page.encode("utf8", "replace")
    if output == _STDOUT:
        sys.stdout.buffer.write(content)
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise MusnadError("M502", path=output, reason=error.strerror or error) from error
    click.echo(f"{app.word('report.written')} {output}", err=True)
