"""How sure it is who is meant: by which of an article's words an actor was told, and how often that is right."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.reading.mentions.model import MentionForm
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from musnad.knowledge.base import KnowledgeBase
    from musnad.knowledge.entries import KnownActor
    from musnad.reading.mentions.model import Mention


class Identification(StrEnum):
    """What an actor was told by. The first four are of known actors, the next two of others."""

    NAME = "name"
    """Its own name in the knowledge base, or its demonym."""
    ALIAS = "alias"
    """Another of its names: a short one, a capital for its state, a body for the state it is of."""
    SURNAME = "surname"
    """A part of a person's name."""
    OFFICE = "office"
    """An office held on the day of publication, or one whose holder was named."""
    ITSELF = "itself"
    """Nobody whom the knowledge base knows, by a name or description of its own."""
    REFERENCE = "reference"
    """Words that point back: the movement, his country."""


def identification(mention: Mention, base: KnowledgeBase) -> Identification:
    """What a resolved mention tells its actor by."""
    if mention.form in (MentionForm.ANAPHOR, MentionForm.PRONOUN):
        return Identification.REFERENCE
    known = base.actors.get(mention.resolved)
    if known is None:
        return Identification.ITSELF
    if mention.form is MentionForm.OFFICE:
        return Identification.OFFICE
    if mention.form is MentionForm.PERSON and " " not in mention.name:
        return Identification.SURNAME
    if mention.form is MentionForm.NISBA or _own_name(mention, known):
        return Identification.NAME
    return Identification.ALIAS if mention.key else Identification.REFERENCE


def confidence(mentions: Iterable[Mention], base: KnowledgeBase) -> float:
    """The chance, in [0, 1], that the actor is who its mentions say it is: that of the surest of them."""
    return max((_chances()[identification(one, base)] for one in mentions), default=0.0)


def _own_name(mention: Mention, known: KnownActor) -> bool:
    own = fold(known.ar).removeprefix("ال")
    words = mention.name.split()
    return any(" ".join(words[k:]).removeprefix("ال") == own for k in range(len(words))) or (
        # The name may stand with clitics on it: ومصر, لروسيا.
        len(words) == 1 and mention.name.endswith(own)
    )


@cache
def _chances() -> Mapping[Identification, float]:
    table = load_yaml("musnad.reading.mentions", "identification.yaml")
    return {how: float(table[how.value]) for how in Identification}
