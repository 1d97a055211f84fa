"""Known persons by surname alone: «المالكي» in an article that never gives his full name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from musnad.knowledge.base import KnowledgeBase
    from musnad.knowledge.entries import KnownActor


def by_surname(
    base: KnowledgeBase, surname: str, states: Collection[str], published: date | None
) -> str | None:
    """The one known person of that folded surname whom the article can mean; None where there is none, or several.

    He must be of a state that the article speaks of. Of several, those who hold or held an office by the day of
    publication come first.
    """
    ids = _surnames(base).get(surname, ())
    found = [base.actors[one] for one in ids if base.actors[one].state in states]
    if len(found) > 1 and published is not None:
        found = [one for one in found if _in_office(one, published.isoformat())] or found
    return found[0].id if len(found) == 1 else None


def _in_office(person: KnownActor, day: str) -> bool:
    return any((role.since or "") <= day for role in person.roles)


@cache
def _surnames(base: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """Folded last word of a name of several words → the persons so called."""
    out: dict[str, dict[str, None]] = {}
    for actor in base.actors.values():
        if actor.kind is ActorKind.PERSON:
            for name in (actor.ar, *actor.aliases_ar):
                words = fold(name).split()
                if len(words) > 1:
                    out.setdefault(words[-1], {})[actor.id] = None
    return {word: tuple(ids) for word, ids in out.items()}
