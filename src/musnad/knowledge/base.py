"""The knowledge base: every known actor and place, and what each folded surface form may mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.knowledge import indexes, tables
from musnad.knowledge.entries import last_day
from musnad.knowledge.search import NameIndex

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from musnad.knowledge.entries import KnownActor, Match


@dataclass(frozen=True, slots=True, eq=False)
class KnowledgeBase:
    """Known actors by id, and indexes from folded surface forms (no proclitics) to ids.

    A form that several entries share gives all their ids, the likeliest first (`data/ambiguous.csv`).

    Attributes:
        actors: id → actor, places among them.
        names: folded Arabic name → actor ids. Capitals and metonyms are here too, for their state; places are not.
        names_en: lower-case English name → actor ids, in the same way.
        places: folded Arabic name → place ids.
        places_en: lower-case English name → place ids.
        capitals: folded name of a capital → state id.
        metonyms: folded metonym ("الكرملين") → state id.
        nisba: folded demonym in any inflection ("المصريين", "إماراتيا") → state id.
        ordinary: folded names that are ordinary words too; alone, without a head noun ("حركة النهضة") or quotation
            marks, they say little.
    """

    actors: Mapping[str, KnownActor]
    names: Mapping[str, tuple[str, ...]]
    names_en: Mapping[str, tuple[str, ...]]
    places: Mapping[str, tuple[str, ...]]
    places_en: Mapping[str, tuple[str, ...]]
    capitals: Mapping[str, str]
    metonyms: Mapping[str, str]
    nisba: Mapping[str, str]
    ordinary: frozenset[str]
    _holders: Mapping[tuple[str, str], tuple[str, ...]]

    def find(self, name: str, *, limit: int = 10) -> list[Match]:
        """The known actors and places that bear such a name, in Arabic or Latin script, best first.

        Exact names (up to spelling) score 1. Nothing alike, or an empty name: an empty list.
        """
        return _name_index(self).find(name, limit=limit)

    def office_holder(self, office_folded: str, body_id: str, on: date) -> str | None:
        """Who held that office of that body on that day, if exactly one known person did; else None."""
        until = {}
        for actor_id in self._holders.get((office_folded, body_id), ()):
            for role in self.actors[actor_id].roles:
                if role.body == body_id and fold(role.office) == office_folded and role.held_on(on):
                    until[actor_id] = role.until
        # On the day of a handover both held it; who comes is meant, not who goes.
        staying = [actor_id for actor_id, end in until.items() if end is None or last_day(end) != on]
        candidates = staying if len(until) > 1 else list(until)
        return candidates[0] if len(candidates) == 1 else None


@cache
def _name_index(base: KnowledgeBase) -> NameIndex:
    # Built at the first search only: reading an article never needs it.
    return NameIndex(base)


@cache
def knowledge_base() -> KnowledgeBase:
    """The knowledge base of the package's data, loaded once.

    Raises:
        ValueError: the data files are broken (the tests of the data keep this from being released).
    """
    states, actors, places = tables.read_states(), tables.read_actors(), tables.read_places()
    preferred = tables.read_preferences()
    names, names_en = indexes.actor_names([state.actor for state in states] + list(actors))
    indexes.add_stand_ins(states, names, names_en)
    place_names, place_names_en = indexes.actor_names(places)
    everything = (*(state.actor for state in states), *actors, *places)
    return KnowledgeBase(
        actors=MappingProxyType({actor.id: actor for actor in everything}),
        names=indexes.frozen_index(names, preferred),
        names_en=indexes.frozen_index(names_en, preferred),
        places=indexes.frozen_index(place_names, preferred),
        places_en=indexes.frozen_index(place_names_en, preferred),
        capitals=indexes.by_state(states, "capitals_ar"),
        metonyms=indexes.by_state(states, "metonyms"),
        nisba=MappingProxyType(dict(indexes.demonyms(states))),
        ordinary=tables.read_ordinary(),
        _holders=indexes.holders(actors),
    )
