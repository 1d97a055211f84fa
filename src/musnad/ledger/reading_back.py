"""Claims of the ledger as records: who, what, when, in which words, on whose word, and what reviewers say."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from musnad.claims.model import Amount, EventType, Interval, Modality, Phase, SourceKind, SourceLink, Span
from musnad.claims.record import ActorRef, ClaimRecord, DocumentRef, ReviewStatus
from musnad.ledger.claim_rows import SUBJECT
from musnad.ledger.conditions import standing_decision
from musnad.ledger.people import actor_ref
from musnad.ledger.schema import actors, claim_actors, claim_sources, claims, documents, readings, sentences
from musnad.ledger.slices import sliced
from musnad.ledger.values import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    Chains = Mapping[int, list[SourceLink]]

_STATUS = {
    None: ReviewStatus.UNREVIEWED,
    Decision.ACCEPT.value: ReviewStatus.ACCEPTED,
    Decision.REJECT.value: ReviewStatus.REJECTED,
}
_REFERENCE = [documents.c[name] for name in ("origin_id", "hash", "title", "publisher", "published", "url")]
SENTENCE = [
    sentences.c.start.label("sentence_start"),
    sentences.c.end.label("sentence_end"),
    sentences.c.text.label("sentence"),
]


def document_ref(row: Row[Any]) -> DocumentRef:
    """A row of `documents` as claims show it."""
    return DocumentRef(row.origin_id, row.hash, row.title, row.publisher, row.published, row.url)


def records(connection: Connection, rows: Sequence[int], recorded_by: datetime | None) -> list[ClaimRecord]:
    """The claims in these rows, in that order, with their review as of then."""
    status = standing_decision(recorded_by).label("decision")
    question = (
        select(claims, *SENTENCE, *_REFERENCE, readings.c.reader, readings.c.recorded_at, status)
        .join(readings, readings.c.id == claims.c.reading_id)
        .join(documents, documents.c.id == readings.c.document_id)
        .join(sentences, sentences.c.id == claims.c.sentence_id)
        .where(claims.c.id.in_(rows))
    )
    found = {row.id: row for row in connection.execute(question)}
    people = roles(connection, rows)
    links = link_rows(connection, rows)
    shown = _shown(connection, people, links)
    chains = chains_of(links, {row: ref.id for row, ref in shown.items()})
    return [_record(found[row], people[row], shown, chains[row]) for row in rows]


def roles(connection: Connection, rows: Sequence[int]) -> Mapping[int, tuple[list[int], list[int]]]:
    """Row of the claim → rows of its subjects and of its objects, in their order."""
    people: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    order = (claim_actors.c.claim_id, claim_actors.c.role, claim_actors.c.position)
    for part in sliced(rows):
        question = select(claim_actors).where(claim_actors.c.claim_id.in_(part)).order_by(*order)
        for row in connection.execute(question):
            people[row.claim_id][0 if row.role == SUBJECT else 1].append(row.actor_id)
    return people


def link_rows(connection: Connection, rows: Sequence[int]) -> list[Row[Any]]:
    """The links of the claims' chains, nearest to the reader first."""
    order = (claim_sources.c.claim_id, claim_sources.c.position)
    return [
        row
        for part in sliced(rows)
        for row in connection.execute(
            select(claim_sources).where(claim_sources.c.claim_id.in_(part)).order_by(*order)
        )
    ]


def chains_of(links: Iterable[Row[Any]], actor_ids: Mapping[int, str]) -> Chains:
    """Row of the claim → its chain; `actor_ids` says what the speakers' rows are called."""
    chains: dict[int, list[SourceLink]] = defaultdict(list)
    for row in links:
        link = SourceLink(
            text=row.text,
            kind=SourceKind(row.kind),
            cue=None if row.cue_start is None else Span(row.cue_start, row.cue_end),
            actor=None if row.actor_id is None else actor_ids[row.actor_id],
            time=interval(row),
        )
        chains[row.claim_id].append(link)
    return chains


def interval(row: Row[Any]) -> Interval | None:
    """The time in a row of claims or links."""
    return None if row.time_start is None else Interval(row.time_start or None, row.time_end or None)


def said(row: Row[Any]) -> dict[str, Any]:
    """What `Claim` and `ClaimRecord` have in common of a row of `claims`, by the names of their fields."""
    amount = None
    if row.amount_value is not None:
        amount = Amount(row.amount_value, row.amount_unit, Span(row.amount_start, row.amount_end))
    return {
        "type": EventType(row.type),
        "phase": Phase(row.phase),
        "modality": Modality(row.modality),
        "negated": row.negated,
        "trigger": Span(row.trigger_start, row.trigger_end),
        "time": interval(row),
        "place": row.place,
        "amount": amount,
        "heading": row.heading,
        "confidence": row.confidence,
    }


def _shown(
    connection: Connection, people: Mapping[int, tuple[list[int], list[int]]], links: Iterable[Row[Any]]
) -> dict[int, ActorRef]:
    needed = {row for both in people.values() for role in both for row in role}
    needed |= {link.actor_id for link in links if link.actor_id is not None}
    return {
        row.id: actor_ref(row)
        for part in sliced(sorted(needed))
        for row in connection.execute(select(actors).where(actors.c.id.in_(part)))
    }


def _record(
    row: Row[Any], people: tuple[list[int], list[int]], shown: Mapping[int, ActorRef], chain: list[SourceLink]
) -> ClaimRecord:
    return ClaimRecord(
        id=row.key,
        document=document_ref(row),
        subjects=tuple(shown[actor] for actor in people[0]),
        objects=tuple(shown[actor] for actor in people[1]),
        quote=row.quote,
        sentence_span=Span(row.sentence_start, row.sentence_end),
        sentence=row.sentence,
        sources=tuple(chain),
        reader=row.reader,
        recorded=row.recorded_at,
        review=_STATUS[row.decision],
        **said(row),
    )
