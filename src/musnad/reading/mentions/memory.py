"""What an article has named so far, by the words with which it may be taken up again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from musnad.knowledge.base import KnowledgeBase
    from musnad.reading.mentions.model import Mention

MIN_SURNAME = 4
"""Letters of the shortest surname that is found again alone."""


@dataclass(slots=True)
class Memory:
    """Keys of actors, each under what points back to it; later ones replace earlier ones, but for surnames.

    `words` go by head noun as it stands (تنظيم), `heads` by its entry, `kinds` by kind, `ranks` by rank, `offices` by the
    whole description, `towns` is the last named place that is no base, port or other thing with a head noun; `home` gives
    the state of persons; `states` counts how often the article speaks of each state.
    """

    surnames: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    kinds: dict[ActorKind, str] = field(default_factory=dict)
    ranks: dict[str, str] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)
    town: str = ""
    office: str = ""

    def remember(self, mention: Mention, base: KnowledgeBase) -> None:
        """Notes a resolved mention; pronouns and mentions of nobody are nothing to remember."""
        key = mention.resolved
        if not key or mention.form is MentionForm.PRONOUN:
            return
        if mention.kind is ActorKind.PERSON:
            self._person(mention, key)
        elif mention.form is not MentionForm.NISBA:
            self.kinds[mention.kind] = key
        if mention.form is MentionForm.ANAPHOR:
            return
        if mention.head:
            self.heads[mention.head] = key
        words = _called(base, key) if mention.form is MentionForm.NAME else ()
        for word in (*words, mention.word):
            if word:
                self.words[word] = key
        if mention.kind is ActorKind.PLACE and key in base.actors and not words:
            self.town = key

    def _person(self, mention: Mention, key: str) -> None:
        if mention.state:
            self.home[key] = mention.state
        if mention.office:
            self.office = mention.office
        if mention.form in (MentionForm.PERSON, MentionForm.NAME):
            self.kinds[ActorKind.PERSON] = key
            last = mention.name.split()[-1]
            if len(last) >= MIN_SURNAME:
                self.surnames.setdefault(last, key)
            self.ranks[mention.rank] = key
        if mention.office_first >= 0 and mention.head:
            if mention.state:
                self.heads[f"{mention.head}@{mention.state}"] = key
            self.offices.setdefault(mention.name, key)


@lru_cache(maxsize=20_000)
def _called(base: KnowledgeBase, key: str) -> tuple[str, ...]:
    """The first words of a known actor's longer Arabic names, without article: what «the movement» may be short for."""
    actor = base.actors.get(key)
    if actor is None or actor.kind in (ActorKind.PERSON, ActorKind.STATE):
        return ()
    names = [fold(name).split() for name in (actor.ar, *actor.aliases_ar)]
    return tuple(dict.fromkeys(words[0].removeprefix("ال") for words in names if len(words) > 1))
