"""The small parts that several formats share: names, spans, times, chains, as plain JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from musnad.claims.model import Amount, Interval, SourceLink, Span
    from musnad.claims.record import ActorRef, DocumentRef

Json = dict[str, Any]


def span_to_dict(span: Span) -> Json:
    """`{"start", "end"}`, code points, end exclusive."""
    return {"start": span.start, "end": span.end}


def interval_to_dict(time: Interval | None) -> Json | None:
    """`{"from", "to"}`, partial ISO dates or null; None for no time at all."""
    return None if time is None else {"from": time.start, "to": time.end}


def amount_to_dict(amount: Amount | None) -> Json | None:
    """`{"value", "unit", "start", "end"}`; None for no amount."""
    if amount is None:
        return None
    return {"value": amount.value, "unit": amount.unit, **span_to_dict(amount.span)}


def link_to_dict(link: SourceLink) -> Json:
    """One link of a chain: who, what kind of voice, by which words, as which actor, when."""
    return {
        "text": link.text,
        "kind": link.kind.value,
        "cue": link.cue and span_to_dict(link.cue),
        "actor": link.actor,
        "time": interval_to_dict(link.time),
    }


def actor_ref_to_dict(actor: ActorRef) -> Json:
    """An actor of the ledger."""
    return {
        "id": actor.id,
        "name": {"ar": actor.ar, "en": actor.en},
        "kind": actor.kind.value,
        "wikidata": actor.wikidata,
    }


def document_ref_to_dict(document: DocumentRef) -> Json:
    """What identifies an article, without its text."""
    return {
        "id": document.id,
        "hash": document.hash,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published and document.published.isoformat(),
        "url": document.url,
    }
