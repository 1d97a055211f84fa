"""`musnad explain`: why the reader states a claim, or why it does not."""

from __future__ import annotations

import re
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from musnad.cli.params import FIRST

if TYPE_CHECKING:
    from datetime import date

    from musnad.claims.model import Document
    from musnad.cli.state import App
    from musnad.reading.explaining.model import Explanation

_CLAIM_ID: Final = re.compile(r"[0-9a-f]{16}(-\d+)?")


@click.command("explain")
@click.argument("target", metavar="CLAIM|FILE|-")
@click.option("--at", type=click.IntRange(min=0), metavar="OFFSET")
@click.option("--claim", type=click.IntRange(min=1), metavar="N")
@click.option("--published", type=FIRST, metavar="DATE")
@click.option("--publisher", default="", metavar="NAME")
@click.option("--title", default="", metavar="TEXT")
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="P")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    app: App,
    /,
    *,
    target: str,
    at: int | None,
    claim: int | None,
    published: date | None,
    publisher: str,
    title: str,
    min_confidence: float | None,
    as_json: bool,
) -> None:
    """Explains; its help text stands in `help.yaml`."""
    from musnad.api.explaining import explain  # noqa: PLC0415 - heavy, and the help needs none of it

    if at is not None and claim is not None:
        raise click.UsageError("Give either --at or --claim.")
    if _CLAIM_ID.fullmatch(target) and not Path(target).exists():
        if any(given not in (None, "") for given in (at, claim, published, publisher, title, min_confidence)):
            raise click.UsageError("A claim of the ledger needs no other options but --json.")
        with app.ledger() as ledger:
            found = ledger.explain(target)
    else:
        document = _document(target, published, publisher, title)
        found = explain(document, at=at, claim=claim, min_confidence=min_confidence)
    if as_json:
        from musnad.cli.output import write_json  # noqa: PLC0415
        from musnad.formats.explanation import explanation_to_dict  # noqa: PLC0415

        write_json(explanation_to_dict(found))
    else:
        _print(app, found)


def _document(target: str, published: date | None, publisher: str, title: str) -> Document:
    """The one article of a file or of standard input."""
    from musnad.intake import Defaults, read_inputs  # noqa: PLC0415
    from musnad.intake.model import Failure  # noqa: PLC0415

    defaults = Defaults(published, publisher, title)
    documents: list[Document] = []
    # An archive is not read through to find that it is one.
    for item in islice(read_inputs([target], defaults=defaults, stdin=sys.stdin.buffer), 2):
        if isinstance(item, Failure):
            raise item.error
        documents.append(item.document)
    if len(documents) != 1:
        how_many = "more than one article" if documents else "no article"
        raise click.UsageError(f"{target} holds {how_many}; give one.")
    return documents[0]


def _print(app: App, found: Explanation) -> None:
    from musnad.cli.explain_view import explanation_lines  # noqa: PLC0415
    from musnad.cli.output import phrases_for  # noqa: PLC0415

    out = app.out()
    for line in explanation_lines(found, phrases_for(app, out), app):
        out.print(line)
