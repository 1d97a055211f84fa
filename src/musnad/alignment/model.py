"""What an alignment answer is made of: voices, ties, and how a stance is named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from musnad.claims.record import ActorRef, ClaimRecord


class TieState(StrEnum):
    """How an actor stands to another, as of a day."""

    BACKS = "backs"
    LEANS_TO = "leans_to"
    CONTESTED = "contested"
    NEUTRAL = "neutral"
    LEANS_AWAY = "leans_away"
    OPPOSES = "opposes"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What a question asks for: those who back, those who oppose, or those of whom weighty voices say both."""

    BACKS = "backs"
    OPPOSES = "opposes"
    WAVERS = "wavers"


@dataclass(frozen=True, slots=True)
class Grade:
    """An Admiralty grade: reliability A-F of the source, credibility 1-6 of the item."""

    reliability: str
    credibility: int

    def __str__(self) -> str:
        return f"{self.reliability}{self.credibility}"


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent voice: all claims of one root, event type, day and sign count once, by the strongest of them.

    `sign` is +1 where it speaks for backing, -1 against. `weight` is the product of `factors` (name → factor in
    [0, 1]: source, credibility, modality, confidence, type, phase, decay; and, where they apply, reversal, declared,
    superseded). `day` is when the thing last held or happened, as far as the claim tells, never after `as_of`.
    `repeats` are the claims that say the same from the same root, and add nothing. `declared` marks a party speaking
    of its own stance.
    """

    claim: ClaimRecord
    sign: int
    weight: float
    factors: tuple[tuple[str, float], ...]
    root: str
    grade: Grade
    repeats: tuple[ClaimRecord, ...] = ()
    declared: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """How `subject` stands to `object` on day `as_of`, by what was known on day `known_by`.

    `stance` is in [-1, 1]; `certainty` in [0, 1] grows with the weight of evidence; `low` and `high` bound the stance's
    90 % credible interval (Beta). `voices` are the evidence, strongest first; `contradicted` is True where weighty
    voices speak both ways. `superseded` are claims an end of support has overtaken.
    """

    subject: ActorRef
    object: ActorRef
    as_of: date
    known_by: date | None
    state: TieState
    stance: float
    certainty: float
    low: float
    high: float
    weight_for: float
    weight_against: float
    contradicted: bool
    voices: tuple[Voice, ...]
    superseded: tuple[ClaimRecord, ...] = ()

    @property
    def roots(self) -> int:
        """How many independent roots speak."""
        return len({voice.root for voice in self.voices})

    @property
    def dissent(self) -> tuple[Voice, ...]:
        """The voices that speak against the stance, strongest first. Both sides' voices where the stance is 0."""
        return tuple(voice for voice in self.voices if voice.sign * self.stance <= 0)
