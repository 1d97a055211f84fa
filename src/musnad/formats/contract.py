"""The wire format of a reading: one JSON object a document, as `contract.schema.json` publishes it. Lossless both ways."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from musnad.claims.identity import content_hash
from musnad.claims.model import Actor, Amount, Claim, Document, Interval, Reading, SourceLink, Span
from musnad.errors import MusnadError
from musnad.formats.parts import amount_to_dict, interval_to_dict, link_to_dict, span_to_dict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from musnad.formats import wire
    from musnad.formats.parts import Json


def reading_to_dict(reading: Reading) -> Json:
    """The reading as plain JSON values.

    Every offset counts code points of `document.text`. A claim's `id` is the one the ledger gives it; `quote` holds
    the trigger's words and `sentence.text` the sentence's.
    """
    from musnad.ledger.identity import claim_keys  # noqa: PLC0415 - brings the whole ledger with it

    digest = content_hash(reading.document)
    keys = claim_keys(digest, reading.reader, reading.claims)
    return {
        "document": _document(reading.document, digest),
        "reader": reading.reader,
        "actors": [_actor(actor) for actor in reading.actors],
        "claims": [
            _claim(claim, key, reading.document.text) for claim, key in zip(reading.claims, keys, strict=True)
        ],
        "notes": list(reading.notes),
    }


def reading_from_dict(data: Mapping[str, Any]) -> Reading:
    """The reading that `reading_to_dict` wrote; fields it does not know are passed over.

    Whether spans and actor ids fit the text is the ledger's to check when the reading is added.

    Raises:
        MusnadError: M500, the object does not have the published shape; M501, its text is not the one its hash is of.
    """
    # Half of the program's start-up time, and only files that come in need it.
    from pydantic import ValidationError  # noqa: PLC0415

    from musnad.formats.wire import ReadingModel  # noqa: PLC0415

    try:
        model = ReadingModel.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "object"
        raise MusnadError("M500", place=place, reason=first["msg"]) from error
    reading = Reading(
        document=_document_of(model.document),
        actors=tuple(_actor_of(actor) for actor in model.actors),
        claims=tuple(_claim_of(claim) for claim in model.claims),
        reader=model.reader,
        notes=tuple(model.notes),
    )
    if model.document.hash is not None and model.document.hash != content_hash(reading.document):
        raise MusnadError("M501", document=reading.document.id)
    return reading


def _document(document: Document, digest: str) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published and document.published.isoformat(),
        "url": document.url,
        "hash": digest,
        "text": document.text,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": {"ar": actor.ar, "en": actor.en},
        "kind": actor.kind.value,
        "wikidata": actor.wikidata,
        "mentions": [span_to_dict(span) for span in actor.mentions],
        "known": actor.known,
        "local": actor.local,
    }


def _claim(claim: Claim, key: str, text: str) -> Json:
    return {
        "id": key,
        "type": claim.type.value,
        "subject": list(claim.subject),
        "object": list(claim.object),
        "phase": claim.phase.value,
        "modality": claim.modality.value,
        "negated": claim.negated,
        "trigger": span_to_dict(claim.trigger),
        "quote": claim.trigger.of(text),
        "sentence": {**span_to_dict(claim.sentence), "text": claim.sentence.of(text)},
        "time": interval_to_dict(claim.time),
        "place": claim.place,
        "amount": amount_to_dict(claim.amount),
        "sources": [link_to_dict(link) for link in claim.sources],
        "heading": claim.heading,
        "confidence": claim.confidence,
    }


def _document_of(model: wire.DocumentModel) -> Document:
    try:
        published = date.fromisoformat(model.published) if model.published else None
    except ValueError as error:
        raise MusnadError("M500", place="document.published", reason=str(error)) from error
    return Document(model.id, model.text, model.title, model.publisher, published, model.url)


def _actor_of(model: wire.ActorModel) -> Actor:
    return Actor(
        id=model.id,
        ar=model.name.ar,
        en=model.name.en,
        kind=model.kind,
        wikidata=model.wikidata,
        mentions=tuple(_span_of(span) for span in model.mentions),
        known=model.known,
        local=model.local,
    )


def _claim_of(model: wire.ClaimModel) -> Claim:
    return Claim(
        type=model.type,
        subject=tuple(model.subject),
        object=tuple(model.object),
        trigger=_span_of(model.trigger),
        sentence=_span_of(model.sentence),
        phase=model.phase,
        modality=model.modality,
        negated=model.negated,
        time=_interval_of(model.time),
        place=model.place,
        amount=_amount_of(model.amount),
        sources=tuple(_link_of(link) for link in model.sources),
        heading=model.heading,
        confidence=model.confidence,
    )


def _link_of(model: wire.LinkModel) -> SourceLink:
    cue = None if model.cue is None else _span_of(model.cue)
    return SourceLink(model.text, model.kind, cue, model.actor, _interval_of(model.time))


def _amount_of(model: wire.AmountModel | None) -> Amount | None:
    return None if model is None else Amount(model.value, model.unit, _span_of(model))


def _span_of(model: wire.SpanModel) -> Span:
    return Span(model.start, model.end)


def _interval_of(model: wire.IntervalModel | None) -> Interval | None:
    return None if model is None else Interval(model.start, model.end)
