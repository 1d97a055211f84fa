"""Claims and ties as flat rows, for CSV and spreadsheets. Column names are the same in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.alignment.model import Tie, Voice
    from musnad.claims.model import SourceLink
    from musnad.claims.record import ActorRef, ClaimRecord, DocumentRef

Row = dict[str, str]
SEPARATOR = " | "
"""Between several values of one cell."""


def claim_row(record: ClaimRecord) -> Row:
    """One claim. Chains run from the link nearest to the reader to the origin."""
    time = record.time
    return {
        "claim": record.id,
        "type": record.type.value,
        "phase": record.phase.value,
        "modality": record.modality.value,
        "negated": _flag(record.negated),
        **_people("subject", record.subjects),
        **_people("object", record.objects),
        "time_from": (time and time.start) or "",
        "time_to": (time and time.end) or "",
        "place": record.place or "",
        "amount": "" if record.amount is None else f"{record.amount.value:g}",
        "unit": "" if record.amount is None else record.amount.unit,
        "sources": SEPARATOR.join(_speaker(link) for link in record.sources),
        "source_kinds": SEPARATOR.join(link.kind.value for link in record.sources),
        "quote": record.quote,
        "sentence": record.sentence,
        "heading": _flag(record.heading),
        "confidence": f"{record.confidence:.4f}",
        "learnt": record.learnt.isoformat(),
        "review": record.review.value,
        "reader": record.reader,
        **document_row(record.document),
    }


def document_row(document: DocumentRef) -> Row:
    """What identifies an article."""
    return {
        "document": document.id,
        "hash": document.hash,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else "",
        "url": document.url,
    }


def actor_row(actor: ActorRef) -> Row:
    """One actor."""
    return {
        "id": actor.id,
        "ar": actor.ar,
        "en": actor.en,
        "kind": actor.kind.value,
        "wikidata": actor.wikidata or "",
    }


def tie_row(tie: Tie) -> Row:
    """One tie, without its evidence."""
    return {
        **_people("subject", (tie.subject,)),
        **_people("object", (tie.object,)),
        "as_of": tie.as_of.isoformat(),
        "known_by": tie.known_by.isoformat() if tie.known_by else "",
        "state": tie.state.value,
        "stance": f"{tie.stance:.4f}",
        "certainty": f"{tie.certainty:.4f}",
        "low": f"{tie.low:.4f}",
        "high": f"{tie.high:.4f}",
        "weight_for": f"{tie.weight_for:.4f}",
        "weight_against": f"{tie.weight_against:.4f}",
        "roots": str(tie.roots),
        "contradicted": _flag(tie.contradicted),
    }


def evidence_rows(ties: Iterable[Tie]) -> list[Row]:
    """One row for every voice of every tie: the tie's columns, the voice's, the claim's (prefixed `claim_`)."""
    return [{**tie_row(tie), **_voice(voice)} for tie in ties for voice in tie.voices]


def _voice(voice: Voice) -> Row:
    claim = {f"claim_{name}": value for name, value in claim_row(voice.claim).items()}
    return {
        "voice_sign": str(voice.sign),
        "voice_weight": f"{voice.weight:.6f}",
        "voice_factors": SEPARATOR.join(f"{name}={factor:.4f}" for name, factor in voice.factors),
        "voice_grade": str(voice.grade),
        "voice_root": voice.root,
        "voice_day": voice.day.isoformat() if voice.day else "",
        "voice_declared": _flag(voice.declared),
        **claim,
    }


def _people(role: str, actors: Iterable[ActorRef]) -> Row:
    listed = tuple(actors)
    return {
        role: SEPARATOR.join(actor.id for actor in listed),
        f"{role}_ar": SEPARATOR.join(actor.ar for actor in listed),
        f"{role}_en": SEPARATOR.join(actor.en for actor in listed),
    }


def _speaker(link: SourceLink) -> str:
    return link.text or link.kind.value


def _flag(value: bool) -> str:
    return "true" if value else "false"
