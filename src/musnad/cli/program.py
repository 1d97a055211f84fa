"""How the program as a whole behaves: commands loaded when called, help in both languages, errors and exit codes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from musnad.cli.state import App, OutputClosed
from musnad.cli.words import help_of, word
from musnad.errors import MusnadError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "read", "explain", "who", "tie", "actor", "claims", "review", "report", "actors", "documents", "doctor",
)  # fmt: skip
FAILED, PARTIAL, INTERRUPTED, CLOSED = 1, 3, 130, 141
"""Exit codes: an error; some inputs failed; interrupted; the output was closed. Click itself gives 2 for wrong usage."""


class Refusal(click.ClickException):
    """An error for people, in their language."""

    exit_code = FAILED

    def show(self, file: Any = None) -> None:  # noqa: ANN401 - as click has it
        """Writes the message to standard error, without click's English prefix."""
        click.echo(self.message, err=True, file=file)


class Program(click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands, in the order people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded now, its help in the language asked for."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"musnad.cli.commands.{cmd_name}")
        command: click.Command = module.command
        localise(command, cmd_name, language(ctx))
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the program's own help."""
        localise(self, "main", language(ctx))
        super().format_help(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what the command returns
        """Runs the command; an error for people becomes its message and exit code 1."""
        try:
            return super().invoke(ctx)
        except MusnadError as error:
            from musnad.cli.phrases import harmless  # noqa: PLC0415 - only errors need it

            # Messages may quote names as articles wrote them.
            raise Refusal(harmless(error.message(language(ctx)))) from error
        except (KeyboardInterrupt, click.Abort):
            click.echo(word("interrupted", language(ctx)), err=True)
            raise click.Abort from None
        except BrokenPipeError:
            # Click itself would end here with exit code 1, which says that something failed.
            raise OutputClosed from None

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401 - click's signature
    ) -> Any:  # noqa: ANN401 - click's signature
        """Runs the program and ends the process with its exit code."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(INTERRUPTED)
        except (OutputClosed, BrokenPipeError):
            _close_quietly()
        sys.exit(code if isinstance(code, int) else 0)


def language(ctx: click.Context) -> str:
    """The language asked for, also before the options are all read."""
    root = ctx.find_root()
    app = root.find_object(App)
    return app.lang if app else root.params.get("lang") or App.default_language()


def localise(command: click.Command, name: str, lang: str) -> None:
    """Gives a command and its options their help texts in `lang`."""
    command.help = help_of("commands", name, lang)
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name:
            own = help_of("options", f"{name}.{parameter.name}", lang)
            parameter.help = own or help_of("options", parameter.name, lang)


def _close_quietly() -> NoReturn:
    # Python would complain once more when it flushes the closed output at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(CLOSED)
