"""From a `ClaimQuery` to the rows of the claims it wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from musnad.ledger.claim_rows import OBJECT, SUBJECT
from musnad.ledger.columns import utc
from musnad.ledger.conditions import is_latest, matching, standing_decision
from musnad.ledger.reading_back import records
from musnad.ledger.schema import (
    actors,
    claim_actors,
    claim_sources,
    claims,
    documents,
    readings,
    sentence_words,
)
from musnad.ledger.slices import sliced
from musnad.ledger.values import Decision
from musnad.ledger.words import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Select

    from musnad.claims.record import ClaimRecord
    from musnad.ledger.values import ClaimQuery


def find_claims(connection: Connection, query: ClaimQuery) -> Iterator[ClaimRecord]:
    """The claims the query wants, in its order, fetched slice by slice."""
    rows = list(connection.scalars(claim_rows_wanted(query, connection.dialect.name)))
    for part in sliced(rows):
        yield from records(connection, part, _moment(query))


def claim_rows_wanted(query: ClaimQuery, dialect: str) -> Select[int]:
    """The statement for the rows of the claims, in order.

    Raises:
        MusnadError: M316, `text` has no word.
    """
    joined = claims.join(readings, readings.c.id == claims.c.reading_id)
    question = (
        select(claims.c.id).select_from(joined).where(is_latest(_moment(query)), *_conditions(query, dialect))
    )
    if query.document is not None or query.source is not None:
        question = question.join(documents, documents.c.id == readings.c.document_id)
    if not query.include_rejected:
        decision = standing_decision(_moment(query))
        question = question.where(func.coalesce(decision, "") != Decision.REJECT.value)
    order = (claims.c.learnt, claims.c.id)
    return question.order_by(*(c.desc() for c in order) if query.newest_first else order).limit(query.limit)


def _conditions(query: ClaimQuery, dialect: str) -> Iterator[ColumnElement[bool]]:
    yield from _roles(query)
    yield from _times(query)
    if query.types:
        yield claims.c.type.in_([type_.value for type_ in query.types])
    if query.document is not None:
        yield or_(documents.c.hash == query.document, documents.c.origin_id == query.document)
    if query.source is not None:
        yield _says(query.source)
    if query.min_confidence > 0:
        yield claims.c.confidence >= query.min_confidence
    if query.text is not None:
        yield claims.c.sentence_id.in_(matching(sentence_words, query.text, dialect))


def _roles(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    if query.actors:
        yield _acts(query.actors, (SUBJECT, OBJECT))
    if query.subjects:
        yield _acts(query.subjects, (SUBJECT,))
    if query.objects:
        yield _acts(query.objects, (OBJECT,))


def _times(query: ClaimQuery) -> Iterator[ColumnElement[bool]]:
    if query.since is not None:
        yield claims.c.valid_to >= query.since
    if query.until is not None:
        yield claims.c.valid_from <= query.until
    if query.known_by is not None:
        yield claims.c.learnt <= query.known_by


def _acts(ids: tuple[str, ...], roles: tuple[str, ...]) -> ColumnElement[bool]:
    rows = select(actors.c.id).where(actors.c.key.in_(ids))
    acting = claim_actors.c.actor_id.in_(rows) & claim_actors.c.role.in_(roles)
    return claims.c.id.in_(select(claim_actors.c.claim_id).where(acting))


def _says(name: str) -> ColumnElement[bool]:
    sought = name_key(name)
    links = select(claim_sources.c.claim_id).where(claim_sources.c.name_key.contains(sought, autoescape=True))
    return or_(claims.c.id.in_(links), documents.c.publisher_key.contains(sought, autoescape=True))


def _moment(query: ClaimQuery) -> datetime | None:
    return None if query.recorded_by is None else utc(query.recorded_by)
