"""What actors are called, and how often, in the latest reading of each document.

A mention counts once; the Arabic and the English name count once each for every document that has the actor.
Actors local to their document have no names here: "the gunmen" of one article are not those of another.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from musnad.claims.model import Span
from musnad.ledger.people import actor_ref
from musnad.ledger.schema import actor_names, actors, mentions, reading_actors, readings
from musnad.ledger.values import NamedActor
from musnad.ledger.words import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

    from musnad.claims.model import Reading
    from musnad.ledger.people import StoredActor

    NameCounts = Counter[tuple[int, str]]


def latest_reading(connection: Connection, document_id: int) -> Row[Any] | None:
    """The reading that answers for a document now."""
    newest = (readings.c.recorded_at.desc(), readings.c.id.desc())
    question = select(readings).where(readings.c.document_id == document_id).order_by(*newest).limit(1)
    return connection.execute(question).first()


def names_of(reading: Reading, people: dict[str, StoredActor]) -> NameCounts:
    """(Row of the actor, name as written) → how often, in a reading about to be stored."""
    counts: NameCounts = Counter()
    for actor in reading.actors:
        if not actor.local:
            surfaces = (span.of(reading.document.text) for span in actor.mentions)
            counts.update(
                (people[actor.id].row, name) for name in (actor.ar, actor.en, *surfaces) if name.strip()
            )
    return counts


def names_in_use(connection: Connection, reading_id: int, text: str) -> NameCounts:
    """The same of a reading already stored, whose document has that text."""
    counts: NameCounts = Counter()
    of_reading = (reading_actors.c.reading_id == reading_id) & reading_actors.c.local.is_(False)
    for row in connection.execute(select(reading_actors).where(of_reading)):
        counts.update((row.actor_id, name) for name in (row.ar, row.en) if name.strip())
    seen = (
        select(mentions.c.actor_id, mentions.c.start, mentions.c.end)
        .join(
            reading_actors,
            (reading_actors.c.reading_id == mentions.c.reading_id)
            & (reading_actors.c.actor_id == mentions.c.actor_id),
        )
        .where(of_reading)
    )
    for actor_id, start, end in connection.execute(seen):
        name = Span(start, end).of(text)
        if name.strip():
            counts[actor_id, name] += 1
    return counts


def count_names(connection: Connection, changes: NameCounts) -> None:
    """Adds the changes, which may be negative, to the counts."""
    rows = [
        {"actor_id": actor_id, "name": name, "name_key": name_key(name), "count": change}
        for (actor_id, name), change in sorted(changes.items())
        if change
    ]
    if rows:
        insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
        statement = insert(actor_names)
        total = actor_names.c.count + statement.excluded["count"]
        key = [actor_names.c.actor_id, actor_names.c.name]
        connection.execute(statement.on_conflict_do_update(index_elements=key, set_={"count": total}), rows)


def actors_named(connection: Connection, name: str) -> list[NamedActor]:
    """The actors that go by exactly this name in any spelling, the most often so called first."""
    total = func.sum(actor_names.c.count)
    question = (
        select(actors, total.label("total"))
        .join(actor_names)
        .where(actor_names.c.name_key == name_key(name))
        .group_by(actors.c.id)
        .having(total > 0)
        .order_by(total.desc(), actors.c.key)
    )
    return [NamedActor(actor_ref(row), int(row.total)) for row in connection.execute(question)]


def all_names(connection: Connection) -> Iterator[tuple[str, str, int]]:
    """(Ledger id, folded name, how often) for every name in use, in the order of ids."""
    total = func.sum(actor_names.c.count)
    question = (
        select(actors.c.key, actor_names.c.name_key, total)
        .join(actor_names)
        .group_by(actors.c.id, actors.c.key, actor_names.c.name_key)
        .having(total > 0)
        .order_by(actors.c.key, actor_names.c.name_key)
    )
    for key, name, count in connection.execute(question):
        yield key, name, int(count)
