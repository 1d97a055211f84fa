"""Writes one reading, whole, inside the transaction it is given."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select

from musnad.claims.identity import content_hash
from musnad.claims.model import Span
from musnad.ledger.claim_rows import claim_rows, participant_rows, sentence_rows, source_rows
from musnad.ledger.indexing import insert_words
from musnad.ledger.names import count_names, latest_reading, names_in_use, names_of
from musnad.ledger.people import reading_actor_rows, store_actors
from musnad.ledger.schema import (
    claim_actors,
    claim_sources,
    claims,
    document_words,
    documents,
    mentions,
    reading_actors,
    readings,
    sentence_words,
    sentences,
)
from musnad.ledger.values import Stored
from musnad.ledger.words import indexed, name_key

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection, Table

    from musnad.claims.model import Document, Reading
    from musnad.ledger.people import StoredActor


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the claims of a reading belong, and the day they were learnt."""

    document_hash: str
    reading_id: int
    learnt: date


def write_reading(connection: Connection, reading: Reading, recorded: datetime) -> Stored:
    """Appends the document and the reading, each only where the ledger lacks it. `recorded` is in UTC."""
    document_hash = content_hash(reading.document)
    document_id = _find(connection, documents, hash=document_hash)
    new_document = document_id is None
    if document_id is None:
        document_id = _write_document(connection, reading.document, document_hash, recorded)
    elif _find(connection, readings, document_id=document_id, reader=reading.reader) is not None:
        return Stored(document_hash, new_document=False, new_reading=False, claims=0)
    before = None if new_document else latest_reading(connection, document_id)
    head = {
        "document_id": document_id,
        "reader": reading.reader,
        "recorded_at": recorded,
        "notes": json.dumps(reading.notes),
    }
    reading_id = _insert_one(connection, readings, head)
    people = store_actors(connection, document_hash, reading.actors)
    _write_people(connection, reading, reading_id, people)
    if before is None or before.recorded_at <= recorded:
        changes = names_of(reading, people)
        if before is not None:
            changes.subtract(names_in_use(connection, before.id, reading.document.text))
        count_names(connection, changes)
    learnt = reading.document.published or recorded.date()
    _write_claims(connection, reading, _Place(document_hash, reading_id, learnt), people)
    return Stored(document_hash, new_document, new_reading=True, claims=len(reading.claims))


def is_stored(connection: Connection, document_hash: str, reader: str) -> bool:
    """Whether the ledger has that reader's reading of that document."""
    joined = readings.join(documents)
    sought = (documents.c.hash == document_hash) & (readings.c.reader == reader)
    return connection.scalar(select(readings.c.id).select_from(joined).where(sought)) is not None


def _find(connection: Connection, table: Table, **values: object) -> int | None:
    found: int | None = connection.scalar(select(table.c.id).filter_by(**values))
    return found


def _insert_one(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    key = connection.execute(insert(table), row).inserted_primary_key
    return int(key[0])  # type: ignore[index]  # one row always has a key


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _write_document(
    connection: Connection, document: Document, document_hash: str, recorded: datetime
) -> int:
    row = {
        "hash": document_hash,
        "origin_id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "publisher_key": name_key(document.publisher),
        "published": document.published,
        "learnt": document.published or recorded.date(),
        "url": document.url,
        "text": document.text,
        "recorded_at": recorded,
    }
    document_id = _insert_one(connection, documents, row)
    insert_words(connection, document_words, [(document_id, indexed(document.title, document.text))])
    return document_id


def _write_people(
    connection: Connection, reading: Reading, reading_id: int, people: dict[str, StoredActor]
) -> None:
    rows = reading_actor_rows(reading.actors, reading_id, people)
    _insert_all(connection, reading_actors, rows)
    spans = [
        {
            "reading_id": reading_id,
            "actor_id": people[actor.id].row,
            "position": position,
            "start": span.start,
            "end": span.end,
        }
        for actor in reading.actors
        for position, span in enumerate(actor.mentions)
    ]
    _insert_all(connection, mentions, spans)


def _write_claims(
    connection: Connection, reading: Reading, place: _Place, people: dict[str, StoredActor]
) -> None:
    sentence_ids = _write_sentences(connection, reading, place.reading_id)
    keys = {local: person.key for local, person in people.items()}
    rows = claim_rows(reading, place.document_hash, place.learnt, keys)
    for row, claim in zip(rows, reading.claims, strict=True):
        row["reading_id"] = place.reading_id
        row["sentence_id"] = sentence_ids[claim.sentence]
    _insert_all(connection, claims, rows)
    # One insert of many rows reports no keys; the positions tell which is which.
    where = claims.c.reading_id == place.reading_id
    ids = list(connection.scalars(select(claims.c.id).where(where).order_by(claims.c.position)))
    actor_rows = {local: person.row for local, person in people.items()}
    _insert_all(connection, claim_actors, participant_rows(reading.claims, ids, actor_rows))
    _insert_all(connection, claim_sources, source_rows(reading.claims, ids, actor_rows))


def _write_sentences(connection: Connection, reading: Reading, reading_id: int) -> dict[Span, int]:
    _insert_all(connection, sentences, sentence_rows(reading, reading_id))
    question = select(sentences).where(sentences.c.reading_id == reading_id).order_by(sentences.c.id)
    stored = connection.execute(question).all()
    insert_words(connection, sentence_words, [(row.id, indexed(row.text)) for row in stored])
    return {Span(row.start, row.end): row.id for row in stored}
