"""The first schema.

Revision ID: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INDEXED = ("document_words", "sentence_words")


def upgrade() -> None:
    """Makes every table, then the full-text indexes of the database at hand."""
    _make_tables()
    for table in _INDEXED:
        if op.get_bind().dialect.name == "sqlite":
            # Contentless: the texts stand in their own tables; bm25 needs no copy of them.
            op.execute(
                f"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')"
            )
        else:
            op.execute(f"CREATE TABLE {table} (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
            op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)")


def _make_tables() -> None:  # a schema is one list, however long
    op.create_table(
        "actors",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("ar", sa.Text(), nullable=False),
        sa.Column("en", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("local", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actors")),
        sa.UniqueConstraint("key", name=op.f("uq_actors_key")),
    )
    op.create_table(
        "documents",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("origin_id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("publisher_key", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("learnt", sa.Date(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("hash", name=op.f("uq_documents_hash")),
    )
    op.create_index(op.f("ix_documents_learnt"), "documents", ["learnt"], unique=False)
    op.create_index(op.f("ix_documents_origin_id"), "documents", ["origin_id"], unique=False)
    op.create_table(
        "actor_names",
        sa.Column("actor_id", _ROW_ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_actor_names_actor_id")),
        sa.PrimaryKeyConstraint("actor_id", "name", name=op.f("pk_actor_names")),
    )
    op.create_index(op.f("ix_actor_names_name_key"), "actor_names", ["name_key"], unique=False)
    op.create_table(
        "readings",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("document_id", _ROW_ID, nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_readings_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sa.UniqueConstraint("document_id", "reader", name=op.f("uq_readings_document_id_reader")),
    )
    op.create_index(
        op.f("ix_readings_document_id_recorded_at_id"),
        "readings",
        ["document_id", "recorded_at", "id"],
        unique=False,
    )
    op.create_table(
        "mentions",
        sa.Column("reading_id", _ROW_ID, autoincrement=False, nullable=False),
        sa.Column("actor_id", _ROW_ID, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_mentions_actor_id")),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_mentions_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "actor_id", "position", name=op.f("pk_mentions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reading_actors",
        sa.Column("reading_id", _ROW_ID, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("actor_id", _ROW_ID, nullable=False),
        sa.Column("local_id", sa.Text(), nullable=False),
        sa.Column("ar", sa.Text(), nullable=False),
        sa.Column("en", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("local", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_reading_actors_actor_id")),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_reading_actors_reading_id")),
        sa.PrimaryKeyConstraint("reading_id", "position", name=op.f("pk_reading_actors")),
        sa.UniqueConstraint("reading_id", "actor_id", name=op.f("uq_reading_actors_reading_id_actor_id")),
    )
    op.create_table(
        "sentences",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("reading_id", _ROW_ID, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_sentences_reading_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentences")),
        sa.UniqueConstraint("reading_id", "start", "end", name=op.f("uq_sentences_reading_id_start_end")),
    )
    op.create_table(
        "claims",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("statement", sa.String(length=24), nullable=False),
        sa.Column("reading_id", _ROW_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("phase", sa.String(length=16), nullable=False),
        sa.Column("modality", sa.String(length=16), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("sentence_id", _ROW_ID, nullable=False),
        sa.Column("time_start", sa.String(length=10), nullable=True),
        sa.Column("time_end", sa.String(length=10), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("learnt", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("amount_value", sa.Float(precision=53), nullable=True),
        sa.Column("amount_unit", sa.Text(), nullable=True),
        sa.Column("amount_start", sa.Integer(), nullable=True),
        sa.Column("amount_end", sa.Integer(), nullable=True),
        sa.Column("heading", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(precision=53), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_claims_reading_id")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentences.id"], name=op.f("fk_claims_sentence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.UniqueConstraint("key", name=op.f("uq_claims_key")),
        sa.UniqueConstraint("reading_id", "position", name=op.f("uq_claims_reading_id_position")),
    )
    op.create_index(op.f("ix_claims_learnt"), "claims", ["learnt"], unique=False)
    op.create_index(op.f("ix_claims_sentence_id"), "claims", ["sentence_id"], unique=False)
    op.create_index(op.f("ix_claims_statement"), "claims", ["statement"], unique=False)
    op.create_index(op.f("ix_claims_valid_from_valid_to"), "claims", ["valid_from", "valid_to"], unique=False)
    op.create_table(
        "claim_actors",
        sa.Column("claim_id", _ROW_ID, autoincrement=False, nullable=False),
        sa.Column("role", sa.String(length=1), nullable=False),
        sa.Column("position", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("actor_id", _ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_claim_actors_actor_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_actors_claim_id")),
        sa.PrimaryKeyConstraint("claim_id", "role", "position", name=op.f("pk_claim_actors")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_claim_actors_actor_id_role_claim_id"),
        "claim_actors",
        ["actor_id", "role", "claim_id"],
        unique=False,
    )
    op.create_table(
        "claim_sources",
        sa.Column("claim_id", _ROW_ID, autoincrement=False, nullable=False),
        sa.Column("position", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("actor_id", _ROW_ID, nullable=True),
        sa.Column("time_start", sa.String(length=10), nullable=True),
        sa.Column("time_end", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_claim_sources_actor_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_sources_claim_id")),
        sa.PrimaryKeyConstraint("claim_id", "position", name=op.f("pk_claim_sources")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reviews",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("claim_id", _ROW_ID, nullable=False),
        sa.Column("statement", sa.String(length=24), nullable=False),
        sa.Column("decision", sa.String(length=8), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("undoes", _ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_reviews_claim_id")),
        sa.ForeignKeyConstraint(["undoes"], ["reviews.id"], name=op.f("fk_reviews_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_statement_at_id"), "reviews", ["statement", "at", "id"], unique=False)
    op.create_index(op.f("ix_reviews_undoes"), "reviews", ["undoes"], unique=False)
