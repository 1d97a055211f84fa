"""Which reader is taken where none is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.reading.reader import Reader


def default_reader() -> Reader:
    """The reader that comes with the program."""
    # Its lexicon and models take a moment to load, and questions to the ledger need no reader.
    from musnad.reading.reader import default_reader as make  # noqa: PLC0415

    return make()
