"""Actors across the ledger: one row an id, with the names it is shown under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from musnad.claims.model import ActorKind
from musnad.claims.record import ActorRef
from musnad.ledger.identity import ledger_actor_id
from musnad.ledger.schema import actors
from musnad.ledger.slices import sliced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row

    from musnad.claims.model import Actor

_SHOWN = ("ar", "en", "kind", "wikidata", "known")


@dataclass(frozen=True, slots=True)
class StoredActor:
    """Where an actor of a reading stands in the ledger: its row, and its id across documents."""

    row: int
    key: str


def store_actors(
    connection: Connection, document_hash: str, found: Sequence[Actor]
) -> dict[str, StoredActor]:
    """Makes sure the ledger has them all; id in the reading → place in the ledger.

    How an actor is shown: as the latest reading has it for an actor of the knowledge base, which may have been
    corrected; as first met for any other, with what was missing filled in.
    """
    keys = {actor.id: ledger_actor_id(document_hash, actor) for actor in found}
    present = {row.key: row for row in _rows(connection, list(keys.values()))}
    missing = [_row(actor, keys[actor.id]) for actor in found if keys[actor.id] not in present]
    if missing:
        connection.execute(insert(actors), missing)
        present |= {row.key: row for row in _rows(connection, [row["key"] for row in missing])}
    _improve(connection, [(present[keys[actor.id]], actor) for actor in found])
    return {actor.id: StoredActor(present[keys[actor.id]].id, keys[actor.id]) for actor in found}


def reading_actor_rows(
    found: Sequence[Actor], reading_id: int, people: dict[str, StoredActor]
) -> list[dict[str, Any]]:
    """The actors as the reading has them, in its order."""
    return [
        {
            "reading_id": reading_id,
            "position": position,
            "actor_id": people[actor.id].row,
            "local_id": actor.id,
            **_row(actor, None),
        }
        for position, actor in enumerate(found)
    ]


def actor_ref(row: Row[Any]) -> ActorRef:
    """A row of `actors` as the record shows it."""
    return ActorRef(row.key, row.ar, row.en, ActorKind(row.kind), row.wikidata)


def _rows(connection: Connection, keys: Sequence[str]) -> Iterator[Row[Any]]:
    for part in sliced(keys):
        yield from connection.execute(select(actors).where(actors.c.key.in_(part)))


def _row(actor: Actor, key: str | None) -> dict[str, Any]:
    row = {name: getattr(actor, name) for name in _SHOWN} | {"kind": actor.kind.value, "local": actor.local}
    return row if key is None else {"key": key, **row}


def _improve(connection: Connection, pairs: Sequence[tuple[Row[Any], Actor]]) -> None:
    changes = []
    for row, actor in pairs:
        new = _row(actor, None)
        shown = {
            name: (new[name] or getattr(row, name)) if actor.known else (getattr(row, name) or new[name])
            for name in _SHOWN
        }
        if any(shown[name] != getattr(row, name) for name in _SHOWN):
            changes.append({"row": row.id, **shown})
    if changes:
        connection.execute(update(actors).where(actors.c.id == bindparam("row")), changes)


def find_actors(connection: Connection, keys: Sequence[str] | None) -> list[ActorRef]:
    """The actors with these ids in the order of the ids, each once; for None, all that are not local to a document."""
    if keys is None:
        question = select(actors).where(actors.c.local.is_(False)).order_by(actors.c.key)
        return [actor_ref(row) for row in connection.execute(question)]
    found = {row.key: actor_ref(row) for row in _rows(connection, keys)}
    return [found[key] for key in dict.fromkeys(keys) if key in found]
