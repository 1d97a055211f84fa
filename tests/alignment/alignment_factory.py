"""Invented claims for the tests of the alignment."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from musnad.claims.model import ActorKind, EventType, Interval, Modality, Phase, SourceKind, SourceLink, Span
from musnad.claims.record import ActorRef, ClaimRecord, DocumentRef, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_OF = date(1912, 6, 1)


def actor(actor_id: str, ar: str = "", en: str = "") -> ActorRef:
    return ActorRef(actor_id, ar or actor_id, en or actor_id, ActorKind.STATE)


A, B, C = actor("a", "إمارة القمر"), actor("b", "مملكة الوادي"), actor("c", "سلطنة النخيل")


def link(text: str | None, kind: SourceKind = SourceKind.OFFICIAL, **more: Any) -> SourceLink:
    return SourceLink(text, kind, **more)


def document(doc: str, publisher: str = "", published: date | None = AS_OF) -> DocumentRef:
    digest = hashlib.sha256(doc.encode()).hexdigest()
    return DocumentRef(doc, digest, "", publisher, published, "")


def claim(  # noqa: PLR0913 - a claim has that many sides
    event: EventType = EventType.SUPPORT,
    doc: str = "d1",
    *,
    day: date = AS_OF,
    publisher: str | None = None,
    subjects: Sequence[ActorRef] = (A,),
    objects: Sequence[ActorRef] = (B,),
    sources: Sequence[SourceLink] = (),
    held: Interval | None = None,
    phase: Phase = Phase.NONE,
    modality: Modality = Modality.ASSERTED,
    negated: bool = False,
    confidence: float = 1.0,
    review: ReviewStatus = ReviewStatus.UNREVIEWED,
    number: int = 0,
) -> ClaimRecord:
    """A claim of an article of its own publisher, unless told otherwise."""
    ref = document(doc, f"جريدة {doc}" if publisher is None else publisher, day)
    return ClaimRecord(
        id=f"{doc}:{event}:{phase}:{negated}:{number}",
        document=ref,
        type=event,
        subjects=tuple(subjects),
        objects=tuple(objects),
        phase=phase,
        modality=modality,
        negated=negated,
        trigger=Span(0, 1),
        quote="",
        sentence_span=Span(0, 1),
        sentence="",
        time=held,
        place=None,
        amount=None,
        sources=tuple(sources),
        heading=False,
        confidence=confidence,
        reader="r1",
        recorded=datetime.combine(day, time(12), UTC),
        review=review,
    )
