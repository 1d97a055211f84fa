"""The database behind a ledger: where it is, how it is opened, and the two kinds of transaction.

On SQLite: write-ahead log, so that readers and the writer do not wait for each other; `synchronous=FULL`, since what
was reported as stored must survive a power cut (one flush a document costs far less than reading it); foreign keys on.
On PostgreSQL writers exclude each other too, by an advisory lock: two documents that name the same actors would otherwise
wait for each other's rows.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from musnad.errors import MusnadError
from musnad.ledger.failures import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection, Engine

_WRITES = "musnad_writes"
_WRITER_LOCK = 0x4D55534E4144  # "MUSNAD": any number that nobody else in the database locks


class Database:
    """A connection pool with transactions that read a snapshot or write alone."""

    def __init__(self, location: str | Path, *, timeout: float) -> None:
        """Nothing is opened yet.

        Args:
            location: a file, or a URL of SQLite or PostgreSQL.
            timeout: how many seconds to wait for another writer.

        Raises:
            MusnadError: M308, the location names no database this program can use.
        """
        url = _url(location)
        self.location = (
            url.render_as_string(hide_password=True) if url.host else (url.database or str(location))
        )
        self.path = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
        self.timeout = timeout
        self.engine = _engine(url, timeout, self.location)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees the ledger as it stood at its first question."""
        with self._translated(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is stored whole, or not at all where an exception leaves it."""
        with self._translated(), self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITES: True})
            with connection.begin():
                yield connection

    def prepare_file(self) -> None:
        """Turns a SQLite file's write-ahead log on; the file remembers it."""
        with self._translated():
            raw = self.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA journal_mode=WAL")
            finally:
                raw.close()

    def close(self) -> None:
        """Closes every connection. The last one to close folds the log into the file."""
        self.engine.dispose()

    def _translated(self) -> Any:  # noqa: ANN401 - contextlib's own type is private
        return translated(self.location, self.timeout)


def _url(location: str | Path) -> URL:
    text = str(location)
    if isinstance(location, Path) or "://" not in text:
        return make_url("sqlite://").set(database=text)
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise MusnadError("M308", location=text, reason="not a database URL") from error
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise MusnadError("M308", location=shown, reason=f"unsupported database {url.get_backend_name()}")
    if url.get_backend_name() == "sqlite" and not url.database:
        raise MusnadError("M308", location=shown, reason="no file named")
    return url


def _engine(url: URL, timeout: float, location: str) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    arguments = {"timeout": timeout, "isolation_level": None} if sqlite else {}
    try:
        engine = create_engine(url, connect_args=arguments)
    except (ImportError, NoSuchModuleError) as error:
        raise MusnadError("M308", location=location, reason=str(error)) from error
    if sqlite:
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _begin_postgresql(timeout))
    return engine


def _configure_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's connection
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA synchronous=FULL")
    # 64 MiB of cache and of log before it is folded in: indexes written at random places profit from both.
    cursor.execute("PRAGMA cache_size=-65536")
    cursor.execute("PRAGMA wal_autocheckpoint=16384")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # The driver's own transactions start too late for a snapshot, and a writer that starts as a reader may have to give up.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(timeout: float) -> Any:  # noqa: ANN401 - a listener
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_WRITES, False):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(timeout * 1000)}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return begin
