"""What bare heads and pronouns point back to: «the movement», «the city», «the kingdom», «his country»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from musnad.knowledge.base import KnowledgeBase
    from musnad.reading.mentions.memory import Memory

_TOWNS = frozenset({"city", "town", "governorate", "district", "area"})
_LOOSE = frozenset({"group", "movement", "party", "militia", "gang", "organisation", "enclave"})
_DUALS = ("ان", "ين")
_THE_STATE = frozenset({"بلاد", "بلد", "دوله"})


def back_reference(mention: Mention, memory: Memory, epithets: Mapping[str, tuple[str, ...]]) -> str:
    """The key of the actor that a bare head points back to; a key of its own where none fits, '' for no actor."""
    if mention.kind is ActorKind.PERSON:
        same = memory.words.get(mention.word) or memory.ranks.get(mention.rank)
        return same or memory.kinds.get(ActorKind.PERSON, "")
    if mention.word in epithets:
        return main_state(memory, among=epithets[mention.word])
    if mention.word in _THE_STATE:
        return main_state(memory)
    if mention.kind is ActorKind.STATE:
        # «the two countries», «the states» are none of those before alone.
        return "" if mention.plural or mention.word.endswith(_DUALS) else main_state(memory)
    if mention.plural:
        return f"~{mention.name}"
    return _thing_before(mention, memory) or f"~{mention.name}"


def _thing_before(mention: Mention, memory: Memory) -> str | None:
    """The last actor called by the same noun, else the last place, group or holder of such a noun."""
    same = memory.words.get(mention.word)
    if same is None and mention.head in _TOWNS:
        same = memory.town or None
    if same is None and mention.head in _LOOSE:
        same = memory.kinds.get(mention.kind)
    return same or memory.heads.get(mention.head)


def main_state(memory: Memory, among: Sequence[str] = ()) -> str:
    """The state that the article speaks of most, of `among` if given, whose first is meant where none is spoken of."""
    counted = [(n, key) for key, n in memory.states.items() if not among or key in among]
    if counted:
        return max(counted, key=lambda pair: pair[0])[1]
    return among[0] if among else memory.kinds.get(ActorKind.STATE, "")


def antecedent(pronoun: Mention, before: Iterable[Mention], previous: Sequence[Mention]) -> str:
    """The actor of a pronoun: the nearest mention before it that agrees, in its own sentence or the one before."""
    for one in before:
        if one.resolved and one.first <= pronoun.first and _agrees(pronoun, one):
            return one.resolved
    return next((one.resolved for one in previous if one.resolved and _agrees(pronoun, one)), "")


def own_state(key: str, memory: Memory, base: KnowledgeBase) -> str:
    """The state that is meant by «his country», said of the actor with that key; '' where it is not known."""
    known = base.actors.get(key)
    if known is not None and known.kind is ActorKind.STATE:
        return key
    return (known.state if known is not None else None) or memory.home.get(key, "")


def _agrees(pronoun: Mention, other: Mention) -> bool:
    if other.form is MentionForm.NISBA and not other.first:
        return False
    if pronoun.name in ("هم", "هما", "هن"):
        return other.plural or other.kind in (ActorKind.ARMED_GROUP, ActorKind.POPULATION, ActorKind.PARTY)
    if pronoun.name == "ها":
        return other.kind is not ActorKind.PERSON or other.feminine
    return other.kind is ActorKind.PERSON or not other.feminine
