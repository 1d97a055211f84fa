"""The values the knowledge base is made of: known actors, the offices they held, and answers to a search."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import ActorKind

_YEAR, _MONTH, _DAY = 1, 2, 3


def first_day(partial: str) -> date:
    """The first day of a partial ISO date: `2014` → 2014-01-01.

    Raises:
        ValueError: not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or no such day.
    """
    parts = _parts(partial)
    return date(parts[0], parts[1] if len(parts) >= _MONTH else 1, parts[2] if len(parts) == _DAY else 1)


def last_day(partial: str) -> date:
    """The last day of a partial ISO date: `2014-02` → 2014-02-28.

    Raises:
        ValueError: as `first_day`.
    """
    parts = _parts(partial)
    month = parts[1] if len(parts) >= _MONTH else 12
    day = parts[2] if len(parts) == _DAY else calendar.monthrange(parts[0], month)[1]
    return date(parts[0], month, day)


def _parts(partial: str) -> list[int]:
    parts = partial.split("-")
    widths = [len(part) for part in parts]
    if not _YEAR <= len(parts) <= _DAY or widths != [4, 2, 2][: len(parts)]:
        raise ValueError(f"not a partial ISO date: {partial!r}")
    return [int(part) for part in parts]


@dataclass(frozen=True, slots=True)
class Role:
    """An office held: `office` in Arabic as it precedes the body ("رئيس"), `body` the id of a state or body.

    `since` and `until` are partial ISO dates, None where open or not known.
    """

    office: str
    body: str
    since: str | None = None
    until: str | None = None

    def held_on(self, day: date) -> bool:
        """Whether the office was held on that day; an open end is no bound."""
        begun = self.since is None or first_day(self.since) <= day
        return begun and (self.until is None or day <= last_day(self.until))


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor or place of the knowledge base. Its `id` means the same in every document.

    `state` is the id of the state it belongs to; `since` and `until` bound its existence (partial ISO dates).
    """

    id: str
    kind: ActorKind
    ar: str
    en: str
    wikidata: str | None = None
    aliases_ar: tuple[str, ...] = ()
    aliases_en: tuple[str, ...] = ()
    state: str | None = None
    since: str | None = None
    until: str | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An answer to a search: the actor, how alike the names are in [0, 1], and which of its names matched."""

    actor: KnownActor
    score: float
    matched_name: str
