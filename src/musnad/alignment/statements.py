"""What one claim says of one pair, before any day is asked about: sign, root, days, and the factors that do not age."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.alignment.days import held_on, said_on
from musnad.alignment.roots import first_printings, group_of, root_of
from musnad.alignment.sources import chain_grade
from musnad.claims.model import EventType, Modality, Phase, SourceKind
from musnad.claims.ontology import effective_sign, ontology
from musnad.claims.record import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from musnad.alignment.sources import SourceRegistry
    from musnad.alignment.weights import Weights
    from musnad.claims.record import ActorRef, ClaimRecord

Factors = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim about one pair.

    `onset` is the day from which it holds, `day` the last day it is known to; `learnt` when this claim could be known.
    `factors` multiply to `base`, its weight before credibility and decay. `reliability` is its chain's letter.
    `firm` is True where it is asserted, so that it can confirm or contradict others; `ended` for phase `end`;
    `ends_support` where it says that a SUPPORT ended; `declared` where a party speaks of itself.
    """

    claim: ClaimRecord
    sign: int
    root: str
    onset: date
    day: date
    learnt: date
    factors: Factors
    base: float
    reliability: str
    firm: bool
    ended: bool
    ends_support: bool
    declared: bool


def statements(
    records: Sequence[ClaimRecord],
    groups: Mapping[str, str],
    weights: Weights,
    registry: SourceRegistry,
) -> list[Statement]:
    """What each claim of one pair says. `records` must all speak of the pair and have a sign."""
    first = first_printings(records, groups)
    found: list[Statement] = []
    for record in records:
        group = group_of(record, groups)
        found.append(_statement(record, group, first[group], weights, registry))
    return found


def _statement(
    record: ClaimRecord, group: str, printing: ClaimRecord, weights: Weights, registry: SourceRegistry
) -> Statement:
    letter, source = chain_grade(record, registry, weights)
    declared = _speaks_of_itself(record, registry)
    factors = _factors(record, source, declared, weights)
    onset, day = held_on(record, said_on(record, printing.learnt))
    firm = record.modality is Modality.ASSERTED
    ended = record.phase is Phase.END
    return Statement(
        claim=record,
        sign=effective_sign(record),
        root=root_of(record, group, printing, registry),
        onset=onset,
        day=day,
        learnt=record.learnt,
        factors=factors,
        base=math.prod(factor for _, factor in factors),
        reliability=letter,
        firm=firm,
        ended=ended,
        ends_support=firm and ended and not record.negated and record.type is EventType.SUPPORT,
        declared=declared,
    )


def _factors(record: ClaimRecord, source: float, declared: bool, weights: Weights) -> Factors:
    event = weights.types[record.type]
    factors = [
        ("source", source),
        ("modality", weights.modality[record.modality]),
        ("confidence", _confidence(record, weights)),
        ("type", event.weight),
        ("phase", weights.phase[record.phase]),
    ]
    sign = ontology()[record.type].sign
    if effective_sign(record) != sign:
        kept = weights.reversal_of_closeness if sign > 0 else weights.reversal_of_hostility
        factors.append(("reversal", kept))
    if declared:
        factors.append(("declared", weights.own_denial if record.negated else event.declared))
    return tuple(factors)


def _confidence(record: ClaimRecord, weights: Weights) -> float:
    """What the reader's doubt leaves of a claim; nothing is taken from one that a person has accepted."""
    if record.review is ReviewStatus.ACCEPTED:
        return 1.0
    return weights.reader_unsure + (1 - weights.reader_unsure) * min(1.0, max(0.0, record.confidence))


def _speaks_of_itself(record: ClaimRecord, registry: SourceRegistry) -> bool:
    """Whether the origin of the chain is a party to the claim: its subject, or either side of a mutual one.

    By actor id, else by name. An official who speaks for a state is a person of his own, and not taken for it.
    """
    if not record.sources or record.sources[-1].kind is SourceKind.HEARSAY:
        return False
    origin = record.sources[-1]
    parties: tuple[ActorRef, ...] = record.subjects
    if ontology()[record.type].mutual:
        parties += record.objects
    if origin.actor is not None and any(party.id == origin.actor for party in parties):
        return True
    if not origin.text or origin.kind is SourceKind.ANONYMOUS:
        return False
    key = registry.key(origin.text)
    return any(name and registry.key(name) == key for party in parties for name in (party.ar, party.en))
