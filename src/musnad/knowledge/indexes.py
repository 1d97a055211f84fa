"""Builds the indexes of the knowledge base: from what a text may say to the ids of those it may mean."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.knowledge.cases import case_forms
from musnad.knowledge.nisba import nisba_forms, plural_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from musnad.knowledge.entries import KnownActor
    from musnad.knowledge.tables import StateEntry

Index = dict[str, list[str]]


def actor_names(actors: Iterable[KnownActor]) -> tuple[Index, Index]:
    """Folded Arabic names, in all cases, and lower-case English names → ids."""
    arabic: Index = defaultdict(list)
    english: Index = defaultdict(list)
    for actor in actors:
        for name in (actor.ar, *actor.aliases_ar):
            folded = fold(name)
            _add(arabic, folded, actor.id)
            for other in case_forms(folded, actor.kind):
                _add(arabic, other, actor.id)
        for name in (actor.en, *actor.aliases_en):
            _add(english, name.lower(), actor.id)
    return arabic, english


def add_stand_ins(states: Iterable[StateEntry], names: Index, names_en: Index) -> None:
    """Adds to the two indexes what stands for a state: its capitals and metonyms."""
    for state in states:
        for name in (*state.capitals_ar, *state.metonyms):
            _add(names, fold(name), state.actor.id)
        for name in state.capitals_en:
            _add(names_en, name.lower(), state.actor.id)


def _add(index: Index, form: str, actor_id: str) -> None:
    ids = index[form]
    if form and actor_id not in ids:
        ids.append(actor_id)


def frozen_index(index: Index, preferred: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The index read-only, the ids of a shared form in the order of preference."""
    frozen = {form: tuple(ids) for form, ids in index.items()}
    for form in frozen.keys() & preferred.keys():
        order = preferred[form]
        frozen[form] = tuple(sorted(frozen[form], key=lambda i: order.index(i) if i in order else len(order)))
    return MappingProxyType(frozen)


def by_state(states: Iterable[StateEntry], column: str) -> Mapping[str, str]:
    """The folded names of one column of the states → state id."""
    return MappingProxyType({fold(name): s.actor.id for s in states for name in getattr(s, column)})


def demonyms(states: Iterable[StateEntry]) -> Iterator[tuple[str, str]]:
    """Every inflected form of every demonym, with its state."""
    # Former states first: where a demonym is shared (صربي), the existing state keeps it.
    for state in sorted(states, key=lambda s: s.actor.until is None):
        for base in state.nisba:
            for form in nisba_forms(base):
                yield form, state.actor.id
        for plural in state.nisba_plural:
            for form in plural_forms(plural):
                yield form, state.actor.id


def holders(actors: Iterable[KnownActor]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """(folded office, body id) → the ids of those who ever held it."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for actor in actors:
        for role in actor.roles:
            ids = found[fold(role.office), role.body]
            if actor.id not in ids:
                ids.append(actor.id)
    return MappingProxyType({key: tuple(ids) for key, ids in found.items()})
