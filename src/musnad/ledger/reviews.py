"""What people say of claims: rows appended, the latest decision that nobody took back being the one that counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from musnad.errors import MusnadError
from musnad.ledger.conditions import standing_review
from musnad.ledger.schema import claims
from musnad.ledger.schema import reviews as table
from musnad.ledger.values import Decision, Review

if TYPE_CHECKING:
    from sqlalchemy import Connection


def append_review(connection: Connection, review: Review) -> None:
    """Appends one row.

    Raises:
        MusnadError: M310, no such claim; M315, an undo where no decision stands.
    """
    row, statement = _claim(connection, review.claim_id)
    undoes = None
    if review.decision is Decision.UNDO:
        undoes = connection.scalar(standing_review(statement))
        if undoes is None:
            raise MusnadError("M315", claim=review.claim_id)
    values = {
        "claim_id": row,
        "statement": statement,
        "decision": review.decision.value,
        "by": review.by,
        "at": review.at,
        "note": review.note,
        "undoes": undoes,
    }
    connection.execute(insert(table), values)


def reviews_of(connection: Connection, claim_id: str) -> list[Review]:
    """All that was said of the claim, and of the same statement in other readings, in the order of time.

    Raises:
        MusnadError: M310, no such claim.
    """
    _, statement = _claim(connection, claim_id)
    question = (
        select(table, claims.c.key)
        .join(claims, claims.c.id == table.c.claim_id)
        .where(table.c.statement == statement)
        .order_by(table.c.at, table.c.id)
    )
    return [
        Review(row.key, Decision(row.decision), row.by, row.at, row.note)
        for row in connection.execute(question)
    ]


def _claim(connection: Connection, claim_id: str) -> tuple[int, str]:
    found = connection.execute(
        select(claims.c.id, claims.c.statement).where(claims.c.key == claim_id)
    ).first()
    if found is None:
        raise MusnadError("M310", claim=claim_id)
    return found.id, found.statement
