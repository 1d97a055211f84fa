"""A claim as the ledger keeps it: with its document, its identity, and what people said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - tools that resolve annotations at run time need it
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import ActorKind, Amount, EventType, Interval, Modality, Phase, SourceLink, Span


class ReviewStatus(StrEnum):
    """Where human review of a claim stands."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor of the ledger: one id across documents."""

    id: str
    ar: str
    en: str
    kind: ActorKind
    wikidata: str | None = None

    def name(self, lang: str = "ar") -> str:
        """The name in the language asked for, else in the other."""
        return (self.en or self.ar) if lang == "en" else (self.ar or self.en)


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """What every claim shows of its article. `hash` is the identity of its content."""

    id: str
    hash: str
    title: str
    publisher: str
    published: date | None
    url: str


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim of the ledger.

    Two times: `time` is when the thing held (valid time; None where the text gives none), `learnt` the day it
    could first be known (publication, else the day it was recorded); `recorded` is when it entered the ledger (UTC).
    `quote` holds the trigger's words and `sentence` the sentence's, as published.
    """

    id: str
    document: DocumentRef
    type: EventType
    subjects: tuple[ActorRef, ...]
    objects: tuple[ActorRef, ...]
    phase: Phase
    modality: Modality
    negated: bool
    trigger: Span
    quote: str
    sentence_span: Span
    sentence: str
    time: Interval | None
    place: str | None
    amount: Amount | None
    sources: tuple[SourceLink, ...]
    heading: bool
    confidence: float
    reader: str
    recorded: datetime
    review: ReviewStatus = ReviewStatus.UNREVIEWED

    @property
    def learnt(self) -> date:
        """The day the claim could first be known."""
        return self.document.published or self.recorded.date()
