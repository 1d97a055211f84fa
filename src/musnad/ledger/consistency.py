"""Refuses a reading that contradicts itself, before anything of it is stored."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from musnad.errors import MusnadError
from musnad.ledger.days import bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from musnad.claims.model import Claim, Interval, Reading, Span


def check_reading(reading: Reading) -> None:
    """Every actor referred to is in it once, every span lies in the text, every number and date means something.

    Raises:
        MusnadError: M313, with the first thing that is wrong.
    """
    for reason in _faults(reading):
        raise MusnadError("M313", document=reading.document.id, reader=reading.reader, reason=reason)


def _faults(reading: Reading) -> Iterator[str]:
    actors = {actor.id for actor in reading.actors}
    if len(actors) < len(reading.actors):
        yield "two of its actors have the same id"
    length = len(reading.document.text)
    for span in (span for actor in reading.actors for span in actor.mentions):
        yield from _span_faults(span, length)
    for claim in reading.claims:
        for span in _spans(claim):
            yield from _span_faults(span, length)
        speakers = [link.actor for link in claim.sources if link.actor is not None]
        for actor_id in (*claim.subject, *claim.object, *speakers):
            if actor_id not in actors:
                yield f"a claim names the actor {actor_id!r}, who is not among its actors"
        yield from _value_faults(claim)


def _spans(claim: Claim) -> Iterator[Span]:
    yield claim.trigger
    yield claim.sentence
    if claim.amount:
        yield claim.amount.span
    yield from (link.cue for link in claim.sources if link.cue)


def _span_faults(span: Span, length: int) -> Iterator[str]:
    if not 0 <= span.start <= span.end <= length:
        yield f"the span {span.start}-{span.end} lies outside its text of {length} characters"


def _value_faults(claim: Claim) -> Iterator[str]:
    if not 0 <= claim.confidence <= 1:
        yield f"the confidence {claim.confidence} is not between 0 and 1"
    if claim.amount and not isfinite(claim.amount.value):
        yield f"the amount {claim.amount.value} is no number"
    for time in (claim.time, *(link.time for link in claim.sources)):
        yield from _time_faults(time)


def _time_faults(time: Interval | None) -> Iterator[str]:
    try:
        bounds(time, date.min)
    except ValueError as error:
        yield str(error)
