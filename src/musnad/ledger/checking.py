"""Whether a ledger is sound."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from musnad.errors import MusnadError
from musnad.ledger.conditions import is_latest
from musnad.ledger.schema import actors, claims, documents, mentions, readings, reviews
from musnad.ledger.values import Counts

if TYPE_CHECKING:
    from sqlalchemy import Connection, FromClause


def faults(connection: Connection, location: str) -> tuple[MusnadError, ...]:
    """What SQLite's own checks find: M303 for damage, M314 for rows that refer to nothing. Empty: sound.

    A PostgreSQL server checks itself and enforces its keys always; there is nothing to ask it.
    """
    if connection.dialect.name != "sqlite":
        return ()
    damage = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
    found = [MusnadError("M303", location=location, reason=reason) for reason in damage]
    orphans = Counter((row[0], row[2]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check"))
    for (table, parent), rows in sorted(orphans.items()):
        found.append(MusnadError("M314", location=location, rows=rows, table=table, parent=parent))
    return tuple(found)


def count_all(connection: Connection) -> Counts:
    """How much the ledger holds."""

    def number(table: FromClause) -> int:
        return connection.scalar(select(func.count()).select_from(table)) or 0

    joined = claims.join(readings, readings.c.id == claims.c.reading_id)
    current = connection.scalar(select(func.count()).select_from(joined).where(is_latest())) or 0
    return Counts(
        documents=number(documents),
        readings=number(readings),
        claims=number(claims),
        current=current,
        actors=number(actors),
        mentions=number(mentions),
        reviews=number(reviews),
    )
