"""What a report is made from: everything is given by the caller, so that the same content gives the same page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from musnad.alignment.model import Tie
    from musnad.claims.model import Reading
    from musnad.claims.record import ActorRef, ClaimRecord


@dataclass(frozen=True, slots=True)
class ReportContent:
    """The content of one report.

    `generated` is when the report is made; ties are as of day `as_of`, by what was known on day `known_by` (None: by
    everything known). `focus` is the actor the report is about, or None for a report on all actors. `articles` are shown
    as published with their claims; `claims` are records of the ledger that belong to the report. A claim that stands
    in several of `articles`, `ties` and `claims` counts once, by its id.
    """

    title: str
    generated: datetime
    as_of: date
    known_by: date | None = None
    focus: ActorRef | None = None
    articles: tuple[Reading, ...] = ()
    ties: tuple[Tie, ...] = ()
    claims: tuple[ClaimRecord, ...] = ()
