"""Claims, ties and actors of the ledger as plain JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.identity import content_hash
from musnad.claims.record import ActorRef, ClaimRecord, DocumentRef
from musnad.formats.parts import (
    actor_ref_to_dict,
    amount_to_dict,
    document_ref_to_dict,
    interval_to_dict,
    link_to_dict,
    span_to_dict,
)

if TYPE_CHECKING:
    from datetime import datetime

    from musnad.alignment.model import Tie, Voice
    from musnad.api.profile import Profile
    from musnad.claims.model import Claim, Reading
    from musnad.formats.parts import Json


def records_of(reading: Reading, recorded: datetime) -> tuple[ClaimRecord, ...]:
    """A reading's claims in the shape the ledger shows them in; `recorded` stands for when they would enter it."""
    from musnad.ledger.identity import claim_keys  # noqa: PLC0415 - brings the whole ledger with it

    document = reading.document
    digest = content_hash(document)
    home = DocumentRef(
        document.id, digest, document.title, document.publisher, document.published, document.url
    )
    people = {a.id: ActorRef(a.id, a.ar, a.en, a.kind, a.wikidata) for a in reading.actors}
    keys = claim_keys(digest, reading.reader, reading.claims)

    def record(claim: Claim, key: str) -> ClaimRecord:
        return ClaimRecord(
            id=key,
            document=home,
            type=claim.type,
            subjects=tuple(people[i] for i in claim.subject),
            objects=tuple(people[i] for i in claim.object),
            phase=claim.phase,
            modality=claim.modality,
            negated=claim.negated,
            trigger=claim.trigger,
            quote=claim.trigger.of(document.text),
            sentence_span=claim.sentence,
            sentence=claim.sentence.of(document.text),
            time=claim.time,
            place=claim.place,
            amount=claim.amount,
            sources=claim.sources,
            heading=claim.heading,
            confidence=claim.confidence,
            reader=reading.reader,
            recorded=recorded,
        )

    return tuple(record(claim, key) for claim, key in zip(reading.claims, keys, strict=True))


def record_to_dict(record: ClaimRecord) -> Json:
    """One claim with its document, its actors by name, both its times, and its review."""
    return {
        "id": record.id,
        "type": record.type.value,
        "subject": [actor_ref_to_dict(actor) for actor in record.subjects],
        "object": [actor_ref_to_dict(actor) for actor in record.objects],
        "phase": record.phase.value,
        "modality": record.modality.value,
        "negated": record.negated,
        "trigger": span_to_dict(record.trigger),
        "quote": record.quote,
        "sentence": {**span_to_dict(record.sentence_span), "text": record.sentence},
        "time": interval_to_dict(record.time),
        "place": record.place,
        "amount": amount_to_dict(record.amount),
        "sources": [link_to_dict(link) for link in record.sources],
        "heading": record.heading,
        "confidence": record.confidence,
        "learnt": record.learnt.isoformat(),
        "recorded": record.recorded.isoformat(),
        "review": record.review.value,
        "reader": record.reader,
        "document": document_ref_to_dict(record.document),
    }


def tie_to_dict(tie: Tie, *, evidence: bool = False) -> Json:
    """How one actor stands to another; with `evidence`, every voice and the claims an end of support has overtaken."""
    found: Json = {
        "subject": actor_ref_to_dict(tie.subject),
        "object": actor_ref_to_dict(tie.object),
        "as_of": tie.as_of.isoformat(),
        "known_by": tie.known_by and tie.known_by.isoformat(),
        "state": tie.state.value,
        "stance": round(tie.stance, 4),
        "certainty": round(tie.certainty, 4),
        "interval": {"low": round(tie.low, 4), "high": round(tie.high, 4)},
        "weight_for": round(tie.weight_for, 4),
        "weight_against": round(tie.weight_against, 4),
        "roots": tie.roots,
        "voices": len(tie.voices),
        "contradicted": tie.contradicted,
    }
    if evidence:
        found["evidence"] = [voice_to_dict(voice) for voice in tie.voices]
        found["superseded"] = [record_to_dict(record) for record in tie.superseded]
    return found


def voice_to_dict(voice: Voice) -> Json:
    """One independent voice: its sign, its weight with its factors, its grade, and the claim it speaks by."""
    return {
        "sign": voice.sign,
        "weight": round(voice.weight, 6),
        "factors": {name: round(factor, 6) for name, factor in voice.factors},
        "grade": str(voice.grade),
        "root": voice.root,
        "day": voice.day and voice.day.isoformat(),
        "declared": voice.declared,
        "claim": record_to_dict(voice.claim),
        "repeats": [record.id for record in voice.repeats],
    }


def profile_to_dict(profile: Profile) -> Json:
    """All that is known of one actor."""
    ties = ("backed_by", "opposed_by", "wavering", "backs", "opposes")
    return {
        "actor": actor_ref_to_dict(profile.actor),
        "as_of": profile.as_of.isoformat(),
        "known_by": profile.known_by and profile.known_by.isoformat(),
        "names": [{"name": name, "count": count} for name, count in profile.names],
        "claims": profile.claims,
        **{part: [tie_to_dict(tie) for tie in getattr(profile, part)] for part in ties},
        "affiliations": [record_to_dict(record) for record in profile.affiliations],
        "latest": [record_to_dict(record) for record in profile.latest],
    }
