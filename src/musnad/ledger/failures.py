"""What a database complains of, as an error for people."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from musnad.errors import MusnadError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beginnings of SQLite's result codes (https://www.sqlite.org/rescode.html) → our code.
_BY_SQLITE_CODE = (
    (("SQLITE_BUSY", "SQLITE_LOCKED"), "M306"),
    (("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"), "M301"),
    (("SQLITE_NOTADB",), "M302"),
    (("SQLITE_CORRUPT",), "M303"),
    (("SQLITE_FULL", "SQLITE_IOERR"), "M307"),
)
# Classes of SQLSTATE that mean the server, not the statement, is at fault: connection, rights, resources, operator, system.
_SERVER_CLASSES = ("08", "28", "3D", "42501", "53", "57", "58")


@contextmanager
def translated(location: str, seconds: float) -> Iterator[None]:
    """Inside it, a fault of the database's surroundings is raised as a coded error; a fault of ours stays as it is."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        coded = _coded(error, location, seconds)
        if coded is None:
            raise
        raise coded from error


def _coded(error: DBAPIError | sqlite3.Error, location: str, seconds: float) -> MusnadError | None:
    cause = error.orig if isinstance(error, DBAPIError) else error
    reason = str(cause).strip()
    if isinstance(cause, sqlite3.Error):
        name = getattr(cause, "sqlite_errorname", None) or ""
        for beginnings, code in _BY_SQLITE_CODE:
            if name.startswith(beginnings):
                return MusnadError(
                    code, location=location, seconds=f"{seconds:g}", reason=f"{reason}, {name}"
                )
        return None
    # psycopg gives no SQLSTATE when no connection came about at all.
    state = getattr(cause, "sqlstate", None)
    unreached = state is None and type(cause).__name__ == "OperationalError"
    if unreached or (state or "").startswith(_SERVER_CLASSES):
        return MusnadError("M309", location=location, reason=reason)
    if state == "55P03":  # lock_not_available
        return MusnadError("M306", location=location, seconds=f"{seconds:g}")
    return None
