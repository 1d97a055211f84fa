"""The command line: `musnad COMMAND …`. One module a command, in `commands/`."""

from __future__ import annotations

import io
import sys

import click

from musnad import __version__
from musnad.cli.program import Program
from musnad.cli.state import App
from musnad.cli.words import LANGUAGES


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--ledger", envvar="MUSNAD_LEDGER", metavar="PATH|URL")
@click.option(
    "--lang", envvar="MUSNAD_LANG", type=click.Choice(LANGUAGES, case_sensitive=False), is_eager=True
)
@click.version_option(__version__, prog_name="musnad")
@click.pass_context
def cli(ctx: click.Context, ledger: str | None, lang: str | None) -> None:
    """The program; its help texts stand in `help.yaml`."""
    ctx.obj = App(lang or App.default_language(), ledger)


def main() -> None:
    """Runs the program and ends the process. Exit codes: 0, 1, 2, 3, 130, 141; see `musnad.cli.program`."""
    for stream in (sys.stdout, sys.stderr):
        # Where the output cannot hold Arabic, escapes are better than no result; inside JSON they even are JSON.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    cli.main(prog_name="musnad")
