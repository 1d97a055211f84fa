"""Documents and readings as they were when they were added."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from musnad.claims.model import Actor, ActorKind, Claim, Document, Reading, Span
from musnad.errors import MusnadError
from musnad.ledger.reading_back import SENTENCE, chains_of, document_ref, link_rows, roles, said
from musnad.ledger.schema import claims, documents, mentions, reading_actors, readings, sentences
from musnad.ledger.words import name_key

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Row

    from musnad.claims.record import DocumentRef


def find_document(connection: Connection, id_or_hash: str) -> Row[Any]:
    """The document with that hash, else the one its origin gave that id; the one recorded last, if it gave it twice.

    Raises:
        MusnadError: M311, there is none.
    """
    by_hash = connection.execute(select(documents).where(documents.c.hash == id_or_hash)).first()
    newest = (documents.c.recorded_at.desc(), documents.c.id.desc())
    by_id = select(documents).where(documents.c.origin_id == id_or_hash).order_by(*newest).limit(1)
    row = by_hash or connection.execute(by_id).first()
    if row is None:
        raise MusnadError("M311", document=id_or_hash)
    return row


def document_of(row: Row[Any]) -> Document:
    """A row of `documents` as it came in."""
    return Document(row.origin_id, row.text, row.title, row.publisher, row.published, row.url)


def document_refs(
    connection: Connection, publisher: str | None, since: date | None, until: date | None, limit: int | None
) -> list[DocumentRef]:
    """The documents under these conditions, the latest learnt first."""
    question = select(documents).order_by(documents.c.learnt.desc(), documents.c.id.desc()).limit(limit)
    if publisher is not None:
        question = question.where(documents.c.publisher_key.contains(name_key(publisher), autoescape=True))
    if since is not None:
        question = question.where(documents.c.learnt >= since)
    if until is not None:
        question = question.where(documents.c.learnt <= until)
    return [document_ref(row) for row in connection.execute(question)]


def whole_reading(connection: Connection, id_or_hash: str, reader: str | None) -> Reading:
    """A document's reading by that reader, else its latest, ids, order and all.

    Raises:
        MusnadError: M311, no such document; M312, not read by that reader.
    """
    document = find_document(connection, id_or_hash)
    newest = (readings.c.recorded_at.desc(), readings.c.id.desc())
    question = select(readings).where(readings.c.document_id == document.id).order_by(*newest).limit(1)
    if reader is not None:
        question = question.where(readings.c.reader == reader)
    head = connection.execute(question).first()
    if head is None:
        raise MusnadError("M312", document=id_or_hash, reader=reader)
    people = _actors(connection, head.id)
    ids = {row: actor.id for row, actor in people.items()}
    return Reading(
        document=document_of(document),
        actors=tuple(people.values()),
        claims=_claims(connection, head.id, ids),
        reader=head.reader,
        notes=tuple(json.loads(head.notes)),
    )


def _actors(connection: Connection, reading_id: int) -> dict[int, Actor]:
    spans: dict[int, list[Span]] = defaultdict(list)
    of_reading = select(mentions).where(mentions.c.reading_id == reading_id)
    for row in connection.execute(of_reading.order_by(mentions.c.actor_id, mentions.c.position)):
        spans[row.actor_id].append(Span(row.start, row.end))
    question = select(reading_actors).where(reading_actors.c.reading_id == reading_id)
    return {
        row.actor_id: Actor(
            id=row.local_id,
            ar=row.ar,
            en=row.en,
            kind=ActorKind(row.kind),
            wikidata=row.wikidata,
            mentions=tuple(spans[row.actor_id]),
            known=row.known,
            local=row.local,
        )
        for row in connection.execute(question.order_by(reading_actors.c.position))
    }


def _claims(connection: Connection, reading_id: int, ids: dict[int, str]) -> tuple[Claim, ...]:
    question = (
        select(claims, *SENTENCE)
        .join(sentences, sentences.c.id == claims.c.sentence_id)
        .where(claims.c.reading_id == reading_id)
        .order_by(claims.c.position)
    )
    stored = connection.execute(question).all()
    rows = [row.id for row in stored]
    people = roles(connection, rows)
    chains = chains_of(link_rows(connection, rows), ids)
    return tuple(
        Claim(
            subject=tuple(ids[actor] for actor in people[row.id][0]),
            object=tuple(ids[actor] for actor in people[row.id][1]),
            sentence=Span(row.sentence_start, row.sentence_end),
            sources=tuple(chains[row.id]),
            **said(row),
        )
        for row in stored
    )
