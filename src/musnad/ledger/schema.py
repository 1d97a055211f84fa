"""The tables. Rows are appended, never changed, but for what names an actor and counts its names.

Documents are known by the hash of their content, readings by document and reader, claims by their id. Every claim
carries both times: when it held (`time_start`, `time_end` as the text has them, `valid_from`, `valid_to` as days for the
index; without a time, the day learnt), and when it could be known (`learnt`: published, else recorded).
An open end of an interval is '', no interval NULL.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    column,
    table,
)

from musnad.ledger.columns import AnyText, RowId, UtcDateTime

# The revision this program reads and writes, and all it can upgrade from. A test holds them to the migrations.
HEAD = "0001"
REVISIONS = frozenset({HEAD})

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _refers(to: str) -> ForeignKey:
    return ForeignKey(f"{to}.id")


documents = Table(
    "documents",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("hash", AnyText, nullable=False, unique=True),
    Column("origin_id", AnyText, nullable=False, index=True),
    Column("title", AnyText, nullable=False),
    Column("publisher", AnyText, nullable=False),
    Column("publisher_key", AnyText, nullable=False),
    Column("published", Date),
    Column("learnt", Date, nullable=False, index=True),
    Column("url", AnyText, nullable=False),
    Column("text", AnyText, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("document_id", RowId, _refers("documents"), nullable=False),
    Column("reader", AnyText, nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("notes", AnyText, nullable=False),  # a JSON list
    UniqueConstraint("document_id", "reader"),
    Index(None, "document_id", "recorded_at", "id"),
)

actors = Table(
    "actors",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", AnyText, nullable=False, unique=True),
    Column("ar", AnyText, nullable=False),
    Column("en", AnyText, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("wikidata", AnyText),
    Column("known", Boolean, nullable=False),
    Column("local", Boolean, nullable=False),
)

# What the reading itself called its actors, so that it can be drawn again as it was.
reading_actors = Table(
    "reading_actors",
    metadata,
    Column("reading_id", RowId, _refers("readings"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("actor_id", RowId, _refers("actors"), nullable=False),
    Column("local_id", AnyText, nullable=False),
    Column("ar", AnyText, nullable=False),
    Column("en", AnyText, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("wikidata", AnyText),
    Column("known", Boolean, nullable=False),
    Column("local", Boolean, nullable=False),
    UniqueConstraint("reading_id", "actor_id"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("reading_id", RowId, _refers("readings"), primary_key=True, autoincrement=False),
    Column("actor_id", RowId, _refers("actors"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Names in use by the latest readings, with how often; local actors have none that mean anything elsewhere.
actor_names = Table(
    "actor_names",
    metadata,
    Column("actor_id", RowId, _refers("actors"), primary_key=True, autoincrement=False),
    Column("name", AnyText, primary_key=True),
    Column("name_key", AnyText, nullable=False),
    Column("count", Integer, nullable=False),
    Index(None, "name_key"),
)

sentences = Table(
    "sentences",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("reading_id", RowId, _refers("readings"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", AnyText, nullable=False),
    UniqueConstraint("reading_id", "start", "end"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", AnyText, nullable=False, unique=True),
    Column("statement", String(24), nullable=False, index=True),
    Column("reading_id", RowId, _refers("readings"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", String(16), nullable=False),
    Column("phase", String(16), nullable=False),
    Column("modality", String(16), nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("quote", AnyText, nullable=False),
    Column("sentence_id", RowId, _refers("sentences"), nullable=False, index=True),
    Column("time_start", String(10)),
    Column("time_end", String(10)),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date, nullable=False),
    Column("learnt", Date, nullable=False, index=True),
    Column("place", AnyText),
    Column("amount_value", Float(53)),
    Column("amount_unit", AnyText),
    Column("amount_start", Integer),
    Column("amount_end", Integer),
    Column("heading", Boolean, nullable=False),
    Column("confidence", Float(53), nullable=False),
    UniqueConstraint("reading_id", "position"),
    Index(None, "valid_from", "valid_to"),
)

# Subjects and objects in one table: one index answers "any role" and either role.
claim_actors = Table(
    "claim_actors",
    metadata,
    Column("claim_id", RowId, _refers("claims"), primary_key=True, autoincrement=False),
    Column("role", String(1), primary_key=True),  # s subject, o object
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("actor_id", RowId, _refers("actors"), nullable=False),
    Index(None, "actor_id", "role", "claim_id"),
    sqlite_with_rowid=False,
)

claim_sources = Table(
    "claim_sources",
    metadata,
    Column("claim_id", RowId, _refers("claims"), primary_key=True, autoincrement=False),
    Column("position", SmallInteger, primary_key=True, autoincrement=False),
    Column("text", AnyText),
    Column("name_key", AnyText, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("actor_id", RowId, _refers("actors")),
    Column("time_start", String(10)),
    Column("time_end", String(10)),
    sqlite_with_rowid=False,
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("claim_id", RowId, _refers("claims"), nullable=False),
    Column("statement", String(24), nullable=False),
    Column("decision", String(8), nullable=False),
    Column("by", AnyText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("note", AnyText, nullable=False),
    Column("undoes", RowId, _refers("reviews"), index=True),
    Index(None, "statement", "at", "id"),
)

# The full-text indexes: FTS5 on SQLite, a tsvector on PostgreSQL; made by the migrations, so outside the metadata.
document_words = table("document_words", column("rowid", RowId), column("words", AnyText()))
sentence_words = table("sentence_words", column("rowid", RowId), column("words", AnyText()))
