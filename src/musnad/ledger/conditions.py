"""Conditions that several questions share."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import and_, exists, func, literal_column, or_, select

from musnad.ledger.schema import claims, readings, reviews
from musnad.ledger.values import Decision
from musnad.ledger.words import query_words, variants

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, ScalarSelect, Select, TableClause

T = TypeVar("T")


def is_latest(recorded_by: datetime | None = None) -> ColumnElement[bool]:
    """The reading at hand is its document's latest, of those recorded by then."""
    later = readings.alias("later")
    after = or_(
        later.c.recorded_at > readings.c.recorded_at,
        and_(later.c.recorded_at == readings.c.recorded_at, later.c.id > readings.c.id),
    )
    overtaken = and_(later.c.document_id == readings.c.document_id, after)
    if recorded_by is None:
        return ~exists().where(overtaken)
    return and_(
        readings.c.recorded_at <= recorded_by, ~exists().where(overtaken, later.c.recorded_at <= recorded_by)
    )


def standing_decision(recorded_by: datetime | None = None) -> ScalarSelect[str]:
    """The latest acceptance or rejection of the claim at hand that nobody has taken back, as of then; else NULL."""
    return (
        _standing(reviews.c.decision, recorded_by)
        .where(reviews.c.statement == claims.c.statement)
        .scalar_subquery()
    )


def standing_review(statement: str) -> Select[int]:
    """The row of the review that `undo` would take back."""
    return _standing(reviews.c.id, None).where(reviews.c.statement == statement)


def _standing(wanted: ColumnElement[T], recorded_by: datetime | None) -> Select[T]:
    undo = reviews.alias("undo")
    undone = undo.c.undoes == reviews.c.id
    question = select(wanted).where(reviews.c.decision.in_([Decision.ACCEPT.value, Decision.REJECT.value]))
    if recorded_by is not None:
        question = question.where(reviews.c.at <= recorded_by)
        undone = and_(undone, undo.c.at <= recorded_by)
    return question.where(~exists().where(undone)).order_by(reviews.c.at.desc(), reviews.c.id.desc()).limit(1)


def matching(index: TableClause, text: str, dialect: str) -> Select[int]:
    """The rows of a full-text index that hold every word of `text`, in some variant.

    Raises:
        MusnadError: M316, there is no word in it.
    """
    return select(index.c.rowid).where(matches(index, text, dialect))


def matches(index: TableClause, text: str, dialect: str) -> ColumnElement[bool]:
    """The condition of `matching` alone."""
    if dialect == "postgresql":
        return index.c.words.op("@@", is_comparison=True)(tsquery(text))
    groups = (" OR ".join(f'"{variant}"' for variant in variants(word)) for word in query_words(text))
    # FTS5 is asked through the index's own name, as if it were a column.
    return literal_column(index.name).op("MATCH", is_comparison=True)(
        " AND ".join(f"({group})" for group in groups)
    )


def tsquery(text: str) -> ColumnElement[str]:
    """What PostgreSQL is asked for: every word of `text`, in some variant.

    Raises:
        MusnadError: M316, there is no word in it.
    """
    groups = (" | ".join(f"'{variant}'" for variant in variants(word)) for word in query_words(text))
    return func.to_tsquery("simple", " & ".join(f"({group})" for group in groups))
