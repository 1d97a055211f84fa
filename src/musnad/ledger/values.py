"""What the ledger is asked with and what it answers, besides the records of `musnad.claims.record`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from musnad.claims.model import EventType, Span
    from musnad.claims.record import ActorRef, DocumentRef


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a reading: `claims` counts the claims this call wrote (0 where the ledger had the reading)."""

    document_hash: str
    new_document: bool
    new_reading: bool
    claims: int


class Decision(StrEnum):
    """What a reviewer says of a claim. `UNDO` takes back the latest acceptance or rejection still standing."""

    ACCEPT = "accept"
    REJECT = "reject"
    NOTE = "note"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Review:
    """One row of a claim's review, as it was appended. `at` is UTC."""

    claim_id: str
    decision: Decision
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims are wanted. Every condition given must hold; within one tuple any member will do.

    Attributes:
        actors: ledger ids that are subject or object.
        subjects: ledger ids of subjects.
        objects: ledger ids of objects.
        types: event types.
        source: part of the name of any link of the chain, or of the publisher, in any spelling.
        document: hash, or id given by the origin, of the article.
        since: the claim held on or after this day.
        until: the claim held on or before this day. A claim without a time counts on the day it was learnt.
        known_by: the claim was learnt (published, else recorded) by this day.
        recorded_by: answer as the ledger stood at this moment: later readings and reviews do not count. Must
            carry a time zone.
        include_rejected: also claims that a reviewer rejected.
        min_confidence: the least confidence of the reader, in [0, 1].
        text: words that must all occur in the claim's sentence, in any spelling.
        limit: at most so many claims.
        newest_first: the order of the answer, by the day learnt; oldest first otherwise.
    """

    actors: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    types: tuple[EventType, ...] = ()
    source: str | None = None
    document: str | None = None
    since: date | None = None
    until: date | None = None
    known_by: date | None = None
    recorded_by: datetime | None = None
    include_rejected: bool = False
    min_confidence: float = 0.0
    text: str | None = None
    limit: int | None = None
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor that goes by a name, and how often it does in the latest readings."""

    actor: ActorRef
    count: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that matches a search.

    `snippet` is the stretch `span` of the text around the first match (the beginning where only the title matches);
    `matches` are the matching words inside it, as spans of the text. `claims` are ids of claims of the latest
    reading whose sentence matches as well. Hits come best first (BM25).
    """

    document: DocumentRef
    snippet: str
    span: Span
    matches: tuple[Span, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of each kind the ledger holds. `claims` are all; `current` those of the latest readings."""

    documents: int
    readings: int
    claims: int
    current: int
    actors: int
    mentions: int
    reviews: int
