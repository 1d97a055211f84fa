"""Filling the full-text indexes, which each database keeps in its own form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, TableClause


def insert_words(connection: Connection, table: TableClause, rows: Sequence[tuple[int, str]]) -> None:
    """Adds (row of the text, its words) to a full-text index."""
    if rows:
        value = "to_tsvector('simple', :words)" if connection.dialect.name == "postgresql" else ":words"
        statement = text(f"INSERT INTO {table.name} (rowid, words) VALUES (:rowid, {value})")  # noqa: S608 - our own name
        connection.execute(statement, [{"rowid": row, "words": words} for row, words in rows])
