"""Brings a ledger's schema up to this program's, or refuses to touch it.

Alembic is imported only where there is something to do: its import would cost every start a noticeable time.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from musnad.errors import MusnadError
from musnad.ledger.schema import HEAD, REVISIONS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from musnad.ledger.connection import Database


def ensure_schema(database: Database, *, create: bool) -> None:
    """Makes the ledger where `create` allows it, upgrades an older one, leaves a current one alone.

    Raises:
        MusnadError: M300 none there, M301 not writable, M302 no database, M304 newer than the program, M305 another
            program's.
    """
    _prepare_path(database, create=create)
    with database.read() as connection:
        stored = _stored_revision(connection, database.location)
    if stored == HEAD:
        return
    if stored is None and not create:
        raise MusnadError("M300", location=database.location)
    if database.path is not None:
        database.prepare_file()
    with database.write() as connection:
        # Another process may have been faster between the two transactions.
        if _stored_revision(connection, database.location) != HEAD:
            _upgrade(connection)


def _prepare_path(database: Database, *, create: bool) -> None:
    path = database.path
    if path is None:
        return
    try:
        if path.is_dir():
            raise MusnadError("M308", location=path, reason="it is a folder")
        if path.exists():
            return
        if not create:
            raise MusnadError("M300", location=path)
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise MusnadError("M301", location=path, reason=getattr(error, "strerror", None) or error) from error


def _stored_revision(connection: Connection, location: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables or "claims" not in tables:
        if tables:
            raise MusnadError("M305", location=location)
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision not in REVISIONS:
        raise MusnadError("M304", location=location, revision=revision, head=HEAD)
    return revision


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - see the module's docstring
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(files("musnad.ledger") / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
