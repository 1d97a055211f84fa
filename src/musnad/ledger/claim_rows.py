"""Claims as rows: what of a reading goes into which column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from musnad.ledger.days import bounds
from musnad.ledger.identity import claim_keys, statement_keys
from musnad.ledger.words import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from musnad.claims.model import Claim, Interval, Reading, Span

Rows = list[dict[str, Any]]

SUBJECT, OBJECT = "s", "o"


def sentence_rows(reading: Reading, reading_id: int) -> Rows:
    """The sentences that carry claims, each once."""
    text = reading.document.text
    return [
        {"reading_id": reading_id, "start": span.start, "end": span.end, "text": span.of(text)}
        for span in sorted({claim.sentence for claim in reading.claims})
    ]


def claim_rows(reading: Reading, document_hash: str, learnt: date, keys: Mapping[str, str]) -> Rows:
    """The claims but for the ids of reading and sentence. `keys` maps the reading's actor ids to the ledger's."""
    claims = reading.claims
    ids = claim_keys(document_hash, reading.reader, claims)
    statements = statement_keys(document_hash, claims, keys)
    return [
        {
            "key": key,
            "statement": statement,
            "position": position,
            "learnt": learnt,
            "quote": claim.trigger.of(reading.document.text),
            **_columns(claim, learnt),
        }
        for position, (key, statement, claim) in enumerate(zip(ids, statements, claims, strict=True))
    ]


def participant_rows(claims: Sequence[Claim], ids: Sequence[int], actors: Mapping[str, int]) -> Rows:
    """Who does what to whom: one row for each subject and each object."""
    return [
        {"claim_id": claim_id, "role": role, "position": position, "actor_id": actors[actor]}
        for claim_id, claim in zip(ids, claims, strict=True)
        for role, group in ((SUBJECT, claim.subject), (OBJECT, claim.object))
        for position, actor in enumerate(group)
    ]


def source_rows(claims: Sequence[Claim], ids: Sequence[int], actors: Mapping[str, int]) -> Rows:
    """The attribution chains, link by link, nearest to the reader first."""
    return [
        {
            "claim_id": claim_id,
            "position": position,
            "text": link.text,
            "name_key": name_key(link.text or ""),
            "kind": link.kind.value,
            "actor_id": None if link.actor is None else actors[link.actor],
            **_span("cue", link.cue),
            **_interval(link.time),
        }
        for claim_id, claim in zip(ids, claims, strict=True)
        for position, link in enumerate(claim.sources)
    ]


def _columns(claim: Claim, learnt: date) -> dict[str, Any]:
    valid_from, valid_to = bounds(claim.time, learnt)
    amount = claim.amount
    return {
        "type": claim.type.value,
        "phase": claim.phase.value,
        "modality": claim.modality.value,
        "negated": claim.negated,
        **_span("trigger", claim.trigger),
        **_interval(claim.time),
        "valid_from": valid_from,
        "valid_to": valid_to,
        "place": claim.place,
        "amount_value": amount.value if amount else None,
        "amount_unit": amount.unit if amount else None,
        **_span("amount", amount.span if amount else None),
        "heading": claim.heading,
        "confidence": claim.confidence,
    }


def _span(name: str, span: Span | None) -> dict[str, int | None]:
    return {f"{name}_start": span.start if span else None, f"{name}_end": span.end if span else None}


def _interval(time: Interval | None) -> dict[str, str | None]:
    if time is None:
        return {"time_start": None, "time_end": None}
    return {"time_start": time.start or "", "time_end": time.end or ""}
