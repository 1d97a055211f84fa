"""From statements about a pair to voices, as of a day, by what was known on a day."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from musnad.alignment.credibility import credibilities
from musnad.alignment.model import Grade, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from musnad.alignment.statements import Statement
    from musnad.alignment.weights import Weights
    from musnad.claims.record import ClaimRecord

# Days and, for each, how much of what came before it the ends of support from that day on leave, in [0, 1].
_Ends = tuple[list["date"], list[float]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The voices, strongest first, and the claims that an end of support has overtaken."""

    voices: tuple[Voice, ...]
    superseded: tuple[ClaimRecord, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """Statements of one root, type, day and sign; `day` is never after the day asked about."""

    said: tuple[Statement, ...]
    day: date

    @property
    def lead(self) -> Statement:
        """The strongest, which speaks for all."""
        return self.said[0]


def weigh(statements: Iterable[Statement], as_of: date, known_by: date | None, weights: Weights) -> Evidence:
    """The evidence there is on a day.

    A statement counts if it holds from `as_of` or before and could be known by `known_by` (None: whatever is known
    now). Statements of one root, event type and day are one voice, its strongest statement. Opposite signs are never
    merged: a root that contradicts itself speaks both ways, so that the contradiction shows. Weight is the product of
    the statement's factors, credibility, and decay by half each half-life of the type since the day it last held.

    Where SUPPORT is asserted to have ended, what spoke for backing on earlier days loses `ended_support.discount` of
    its weight, times the end's own weight before decay; of several ends, the one that takes most.
    """
    items = _items(statements, as_of, known_by)
    grades = credibilities([item.lead for item in items], weights)
    ends = _ends(items, grades, weights)
    voices = []
    superseded: list[ClaimRecord] = []
    for item, grade in zip(items, grades, strict=True):
        left = _left_after(ends, item.day) if item.lead.sign > 0 else 1.0
        if left < 1.0:
            superseded.extend(said.claim for said in item.said)
        voices.append(_voice(item, grade, left, as_of, weights))
    voices.sort(key=lambda voice: (-voice.weight, voice.claim.learnt, voice.claim.id))
    return Evidence(tuple(voices), tuple(sorted(superseded, key=lambda claim: (claim.learnt, claim.id))))


def _items(statements: Iterable[Statement], as_of: date, known_by: date | None) -> list[_Item]:
    merged: dict[tuple[object, ...], list[Statement]] = {}
    for said in statements:
        if said.onset > as_of or (known_by is not None and said.learnt > known_by):
            continue
        day = min(said.day, as_of)
        merged.setdefault((said.root, said.claim.type, day, said.sign), []).append(said)
    items = []
    for group in merged.values():
        group.sort(key=lambda said: (-said.base, said.learnt, said.claim.recorded, said.claim.id))
        items.append(_Item(tuple(group), min(group[0].day, as_of)))
    return items


def _ends(items: Sequence[_Item], grades: Sequence[int], weights: Weights) -> _Ends:
    found = []
    for item, grade in zip(items, grades, strict=True):
        strength = max((said.base for said in item.said if said.ends_support), default=0.0)
        if strength:
            taken = weights.ended_discount * strength * weights.credibility[grade]
            found.append((item.day, 1.0 - taken))
    found.sort()
    least = list(accumulate((left for _, left in reversed(found)), min))
    return [day for day, _ in found], least[::-1]


def _left_after(ends: _Ends, day: date) -> float:
    days, left = ends
    later = bisect_right(days, day)
    return left[later] if later < len(days) else 1.0


def _voice(item: _Item, credibility: int, left: float, as_of: date, weights: Weights) -> Voice:
    lead = item.lead
    half_life = weights.types[lead.claim.type].half_life
    source, *rest = lead.factors
    factors = [
        source,
        ("credibility", weights.credibility[credibility]),
        *rest,
        ("decay", 0.5 ** ((as_of - item.day).days / half_life)),
    ]
    if left < 1.0:
        factors.append(("superseded", left))
    return Voice(
        claim=lead.claim,
        sign=lead.sign,
        weight=math.prod(factor for _, factor in factors),
        factors=tuple(factors),
        root=lead.root,
        grade=Grade(lead.reliability, credibility),
        day=item.day,
        repeats=tuple(said.claim for said in item.said[1:]),
        declared=lead.declared,
    )
