"""The ontology of event types: signs, directions, codes and names, read from `ontology.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from musnad.claims.model import EventType, Phase
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from musnad.claims.model import Claim
    from musnad.claims.record import ClaimRecord


@dataclass(frozen=True, slots=True)
class EventTypeInfo:
    """One event type: `sign` (+1 closer, -1 apart, 0 neither), whether it is mutual or a standing state, codes, names.

    `means_ar` and `means_en` say what counts as it.
    """

    type: EventType
    sign: int
    mutual: bool
    state: bool
    plover: str | None
    cameo: str | None
    ar: str
    en: str
    means_ar: str
    means_en: str


@cache
def ontology() -> dict[EventType, EventTypeInfo]:
    """Every event type's information, in the order of `EventType`."""
    raw = load_yaml("musnad.claims", "ontology.yaml")
    return {t: EventTypeInfo(type=t, **raw[t.value]) for t in EventType}


def effective_sign(claim: Claim | ClaimRecord) -> int:
    """The sign of what is claimed: an end or a denial (but not both) turns the type's sign round."""
    sign = ontology()[claim.type].sign
    return -sign if (claim.phase is Phase.END) != claim.negated else sign
