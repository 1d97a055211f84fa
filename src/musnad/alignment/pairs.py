"""Which ordered pairs of actors a claim speaks of."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING

from musnad.claims.ontology import ontology
from musnad.claims.record import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from musnad.claims.record import ActorRef, ClaimRecord

Pair = tuple[str, str]


def speaks(record: ClaimRecord) -> bool:
    """Whether a claim is evidence at all: not rejected by a reviewer, and of a type that has a sign."""
    return record.review is not ReviewStatus.REJECTED and ontology()[record.type].sign != 0


def pairs_of(record: ClaimRecord) -> dict[Pair, tuple[ActorRef, ActorRef]]:
    """The ordered pairs a claim speaks of, by ids.

    Every subject with every object; both ways for a mutual type. Several subjects of a mutual type without an object
    act on each other. Nobody stands to himself.
    """
    mutual = ontology()[record.type].mutual
    found = list(product(record.subjects, record.objects))
    if mutual and not record.objects:
        found = list(permutations(record.subjects, 2))
    elif mutual:
        found += [(b, a) for a, b in found]
    return {(a.id, b.id): (a, b) for a, b in found if a.id != b.id}


class PairIndex:
    """Claims by the ordered pair they speak of, filled in one pass over the records."""

    __slots__ = ("actors", "claims")

    def __init__(self, records: Iterable[ClaimRecord], wanted: Callable[[Pair], bool]) -> None:
        self.claims: dict[Pair, list[ClaimRecord]] = {}
        self.actors: dict[str, ActorRef] = {}
        for record in records:
            if not speaks(record):
                continue
            for pair, ends in pairs_of(record).items():
                if wanted(pair):
                    self.claims.setdefault(pair, []).append(record)
                    for actor in ends:
                        self._name(actor)

    def _name(self, actor: ActorRef) -> None:
        # Records may name one actor differently; the choice must not depend on their order.
        known = self.actors.setdefault(actor.id, actor)
        if known is not actor and _order(actor) < _order(known):
            self.actors[actor.id] = actor


def _order(actor: ActorRef) -> tuple[str, str, str, str]:
    return actor.ar, actor.en, actor.kind, actor.wikidata or ""
