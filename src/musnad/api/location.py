"""Where the ledger is when nobody says."""

from __future__ import annotations

import os
from pathlib import Path

ENVIRONMENT = "MUSNAD_LEDGER"


def default_location() -> str:
    """The value of `MUSNAD_LEDGER`, else `ledger.db` in the folder where the system keeps a user's data."""
    given = os.environ.get(ENVIRONMENT)
    if given:
        return given
    from platformdirs import user_data_path  # noqa: PLC0415

    return str(user_data_path("musnad", appauthor=False) / "ledger.db")


def make_folder(location: str) -> None:
    """Makes the folder of the default ledger, the first time it is needed; any other folder must be there."""
    if location == default_location() and "://" not in location:
        Path(location).parent.mkdir(parents=True, exist_ok=True)
