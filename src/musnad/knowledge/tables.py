"""Reads the tables in `data/` into known actors, states and the lists of ambiguous and ordinary names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.knowledge.entries import KnownActor, Role
from musnad.resources import load_csv

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE = "musnad.knowledge"
ACTOR_TABLES = ("bodies", "groups", "media", "persons")
STATE_TABLE, PLACE_TABLE = "states", "places"


@dataclass(frozen=True, slots=True)
class StateEntry:
    """A state with what stands for it: capitals, metonyms ("the Kremlin"), and its demonyms' base forms."""

    actor: KnownActor
    capitals_ar: tuple[str, ...]
    capitals_en: tuple[str, ...]
    metonyms: tuple[str, ...]
    nisba: tuple[str, ...]
    nisba_plural: tuple[str, ...]


def read_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/{name}.csv`, as column → text."""
    return load_csv(_PACKAGE, f"data/{name}.csv")


def split(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, separated by `|`."""
    return tuple(cell.split("|")) if cell else ()


def parse_roles(cell: str) -> tuple[Role, ...]:
    """The offices of a `roles` cell: `office@body:from..to`, separated by `;`.

    Raises:
        ValueError: a part without `@`, `:` or `..`.
    """
    return tuple(_parse_role(part.strip()) for part in cell.split(";")) if cell else ()


def _parse_role(text: str) -> Role:
    office, at, rest = text.partition("@")
    body, colon, interval = rest.partition(":")
    since, dots, until = interval.partition("..")
    if not (at and colon and dots and office and body):
        raise ValueError(f"not office@body:from..to: {text!r}")
    return Role(office, body, since or None, until or None)


def read_actors() -> tuple[KnownActor, ...]:
    """Bodies, groups, media and persons.

    Raises:
        ValueError: an unknown kind, or roles that cannot be read.
    """
    return tuple(_actor(row) for name in ACTOR_TABLES for row in read_rows(name))


def _actor(row: Mapping[str, str]) -> KnownActor:
    return KnownActor(
        id=row["id"],
        kind=ActorKind(row["kind"]),
        ar=row["ar"],
        en=row["en"],
        wikidata=row["wikidata"] or None,
        aliases_ar=split(row["aliases_ar"]),
        aliases_en=split(row["aliases_en"]),
        state=row["state"] or None,
        since=row["since"] or None,
        until=row["until"] or None,
        roles=parse_roles(row["roles"]),
    )


def read_places() -> tuple[KnownActor, ...]:
    """Cities, provinces, regions, bases and so on."""
    return tuple(
        KnownActor(
            id=row["id"],
            kind=ActorKind.PLACE,
            ar=row["ar"],
            en=row["en"],
            wikidata=row["wikidata"] or None,
            aliases_ar=split(row["aliases_ar"]),
            aliases_en=split(row["aliases_en"]),
            state=row["state"] or None,
        )
        for row in read_rows(PLACE_TABLE)
    )


def read_states() -> tuple[StateEntry, ...]:
    """States, existing, unrecognised and former. Main names are CLDR's, where newspapers use no shorter one."""
    return tuple(_state(row) for row in read_rows(STATE_TABLE))


def _state(row: Mapping[str, str]) -> StateEntry:
    actor = KnownActor(
        id=row["id"],
        kind=ActorKind.STATE,
        ar=row["ar"],
        en=row["en"],
        wikidata=row["wikidata"] or None,
        aliases_ar=split(row["aliases_ar"]),
        aliases_en=split(row["aliases_en"]),
        since=row["since"] or None,
        until=row["until"] or None,
    )
    return StateEntry(
        actor=actor,
        capitals_ar=split(row["capital_ar"]),
        capitals_en=split(row["capital_en"]),
        metonyms=split(row["metonyms"]),
        nisba=split(row["nisba"]),
        nisba_plural=split(row["nisba_plural"]),
    )


def read_preferences() -> dict[str, tuple[str, ...]]:
    """Folded name → the ids it may mean, the likeliest first, of names that several entries share."""
    return {row["form"]: split(row["ids"]) for row in read_rows("ambiguous")}


def read_ordinary() -> frozenset[str]:
    """Folded names that are ordinary words too ("القاعدة": the base)."""
    return frozenset(row["form"] for row in read_rows("ordinary"))
