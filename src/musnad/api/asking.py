"""The questions put to an open ledger, each over the claims it needs and no others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from musnad.alignment import ties as alignment
from musnad.alignment.model import Stance
from musnad.api.copies import copy_groups
from musnad.api.days import month_end, today
from musnad.api.profile import Profile
from musnad.claims.model import EventType
from musnad.errors import MusnadError
from musnad.ledger.values import ClaimQuery

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from musnad.alignment.model import Tie
    from musnad.claims.record import ActorRef, ClaimRecord
    from musnad.ledger.store import LedgerStore

_LATEST: Final = 10
_MONTHS: Final = 24


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a question is asked: the day it is about, what counts as known, and which claims count at all."""

    as_of: date
    known_by: date | None = None
    min_confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims, and which of their articles are copies."""

    records: tuple[ClaimRecord, ...]
    groups: Mapping[str, str]


def terms(
    store: LedgerStore, as_of: date | None, known_by: date | None, min_confidence: float = 0.0
) -> Terms:
    """The terms, with the day filled in where none is given: the latest on which anything in the ledger was learnt.

    An archive of 2020 is so asked about 2020. With `known_by`, what was learnt later does not count here either.

    Raises:
        MusnadError: M427, `min_confidence` is not in [0, 1].
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise MusnadError("M427", name="min_confidence", value=min_confidence, low=0, high=1)
    if as_of is None:
        query = ClaimQuery(known_by=known_by, include_rejected=True, newest_first=True, limit=1)
        as_of = next((record.learnt for record in store.claims(query)), None) or known_by or today()
    return Terms(as_of, known_by, min_confidence)


def evidence(store: LedgerStore, actor: ActorRef | None, asked: Terms) -> Evidence:
    """The claims about an actor (None: all) that could be known, and the copies among their articles."""
    query = ClaimQuery(
        actors=(actor.id,) if actor else (), known_by=asked.known_by, min_confidence=asked.min_confidence
    )
    records = tuple(store.claims(query))
    return Evidence(records, copy_groups(store, records))


def who(found: Evidence, target: ActorRef, stance: Stance | str, asked: Terms, *, whom: bool) -> list[Tie]:
    """Who backs, opposes or wavers about the target; with `whom`, whom the target does.

    Raises:
        MusnadError: M411, no such stance.
    """
    return alignment.who(
        found.records,
        target,
        stance,
        as_of=asked.as_of,
        known_by=asked.known_by,
        whom=whom,
        groups=found.groups,
    )


def tie(found: Evidence, a: ActorRef, b: ActorRef, asked: Terms) -> Tie:
    """How `a` stands to `b`.

    Raises:
        MusnadError: M410, they are one.
    """
    return alignment.tie(found.records, a, b, as_of=asked.as_of, known_by=asked.known_by, groups=found.groups)


def timeline(found: Evidence, a: ActorRef, b: ActorRef, asked: Terms) -> list[Tie]:
    """How `a` stood to `b` at the end of each month in which something is known of them, the last on the day asked about.

    At most the last 24 such months, judged by all that was known on the terms' `known_by`.
    """
    now = tie(found, a, b, asked)
    months = {month_end(voice.day) for voice in now.voices if voice.day}
    days = [*sorted(day for day in months if day < asked.as_of)[-_MONTHS:], asked.as_of]
    return alignment.timeline(found.records, a, b, days, known_by=asked.known_by, groups=found.groups)


def profile(store: LedgerStore, actor: ActorRef, asked: Terms) -> Profile:
    """All that is known of an actor."""
    found = evidence(store, actor, asked)

    def ask(stance: Stance, *, whom: bool = False) -> tuple[Tie, ...]:
        return tuple(who(found, actor, stance, asked, whom=whom))

    names = [(name, count) for actor_id, name, count in store.names() if actor_id == actor.id]
    newest = tuple(reversed(found.records))
    return Profile(
        actor=actor,
        as_of=asked.as_of,
        known_by=asked.known_by,
        names=tuple(sorted(names, key=lambda pair: (-pair[1], pair[0]))),
        claims=len(found.records),
        backed_by=ask(Stance.BACKS),
        opposed_by=ask(Stance.OPPOSES),
        wavering=ask(Stance.WAVERS),
        backs=ask(Stance.BACKS, whom=True),
        opposes=ask(Stance.OPPOSES, whom=True),
        affiliations=tuple(record for record in newest if record.type is EventType.AFFILIATE),
        latest=newest[:_LATEST],
    )
