"""Which reader is taken where none is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.errors import MusnadError

if TYPE_CHECKING:
    from musnad.reading.reader import Reader


def default_reader() -> Reader:
    """The reader that comes with the program.

    Raises:
        MusnadError: M441, its code or data are missing or damaged.
    """
    try:
        # Its lexicon and models take a moment to load, and questions to the ledger need no reader.
        from musnad.reading.reader import default_reader as make  # noqa: PLC0415

        return make()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(".")
        raise MusnadError("M441", reason=reason) from error
