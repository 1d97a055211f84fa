"""All the ledger knows of one actor, on one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from musnad.alignment.model import Tie
    from musnad.claims.record import ActorRef, ClaimRecord


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor, how it is called, who stands how to it and it to whom, its affiliations, and the latest claims.

    `names` are (name, how often), folded, most often first. `wavering` are those of whom weighty voices say both about
    the actor. `affiliations` are claims of the type AFFILIATE, of which the actor is subject or object. Ties are as
    of `as_of`, by what was known on `known_by`; lists run from the strongest, claims from the latest.
    """

    actor: ActorRef
    as_of: date
    known_by: date | None
    names: tuple[tuple[str, int], ...]
    claims: int
    backed_by: tuple[Tie, ...]
    opposed_by: tuple[Tie, ...]
    wavering: tuple[Tie, ...]
    backs: tuple[Tie, ...]
    opposes: tuple[Tie, ...]
    affiliations: tuple[ClaimRecord, ...]
    latest: tuple[ClaimRecord, ...]
