"""What every command needs: the language, the ledger, and where to write."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, TextIO

from musnad.cli.words import LANGUAGES, language_of_locale, word

if TYPE_CHECKING:
    from rich.console import Console

    from musnad.api.ledger import Ledger

_PIPE_WIDTH = 160


class OutputClosed(Exception):  # noqa: N818 - no error: the reader of the output has seen enough
    """Whoever read the output stopped reading, as `head` does."""


@dataclass(frozen=True, slots=True)
class App:
    """The global options of one run."""

    lang: str
    location: str | None

    @staticmethod
    def default_language() -> str:
        """That of `MUSNAD_LANG`, else of the locale."""
        given = os.environ.get("MUSNAD_LANG", "").lower()
        return given if given in LANGUAGES else language_of_locale()

    def word(self, key: str) -> str:
        """What to say for `key`, in the language of this run."""
        return word(key, self.lang)

    def ledger(self, *, create: bool = False) -> Ledger:
        """Opens the ledger.

        Raises:
            MusnadError: M300-M309.
        """
        from musnad.api.ledger import Ledger  # noqa: PLC0415 - the help needs no database

        return Ledger(self.location, create=create)

    def out(self) -> Console:
        """Where results go: coloured on a terminal, plain and wide elsewhere."""
        return _console(sys.stdout)

    def err(self) -> Console:
        """Where everything else goes."""
        return _console(sys.stderr)


def _console(file: TextIO) -> Console:
    from rich.console import Console  # noqa: PLC0415 - programs that ask for JSON need it not

    class _Console(Console):
        def on_broken_pipe(self) -> NoReturn:
            raise OutputClosed

    console = _Console(file=file, highlight=False, emoji=False, markup=False, soft_wrap=False)
    if not console.is_terminal:
        # A pipe has no width of its own; rich's 80 columns would break lines that programs look through.
        console.width = int(os.environ.get("COLUMNS") or _PIPE_WIDTH)
    return console
