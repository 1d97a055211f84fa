"""A mention: a stretch of one sentence that names, describes or points back at an actor."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import ActorKind


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "name"
    """A name of the knowledge base."""
    PERSON = "person"
    """A person by a name that no list knows."""
    OFFICE = "office"
    """The holder of an office, not named."""
    GROUP = "group"
    """A head noun with what completes it: forces of the north, supporters of the former regime."""
    NISBA = "nisba"
    """A demonym: Egyptian reservations, by the Emirates (إماراتياً)."""
    ANAPHOR = "anaphor"
    """A bare head noun that points back: the movement, the city, the general."""
    PRONOUN = "pronoun"
    """A pronoun hanging on a word."""


@dataclass(slots=True)
class Mention:
    """One mention. Token positions are within its sentence, `last` inclusive.

    `key` is the id of a known actor where the words alone decide it. `name` is the folded name by which an unknown
    actor is recognised again; `head` the key of the head noun or office; `office` the folded words of an office without article. `inner` are the mentions inside it;
    `body` is the one among them that an office or a unit belongs to. `resolved` is set by coreference. `implied` marks an actor that no words of its own name:
    the state of a known office-holder. `word` is the folded head noun as it stands, without clitics; `stands_state` says that
    with a state as its body the phrase means that state; `apposed` is the person just named whom an office describes;
    `tagged` marks a name that the learnt tagger found.
    """

    sentence: int
    first: int
    last: int
    kind: ActorKind
    form: MentionForm
    key: str | None
    name: str
    head: str = ""
    office: str = ""
    office_first: int = -1
    office_last: int = -1
    name_first: int = -1
    name_last: int = -1
    preposition: str = ""
    conjunction: bool = False
    definite: bool = False
    plural: bool = False
    feminine: bool = False
    former: bool = False
    anonymous: bool = False
    official: bool = False
    affiliates: bool = False
    rank: str = ""
    inner: list[Mention] = field(default_factory=list)
    body: Mention | None = None
    state: str | None = None
    resolved: str = ""
    implied: bool = False
    word: str = ""
    stands_state: bool = False
    apposed: Mention | None = None
    tagged: bool = False

    def all(self) -> list[Mention]:
        """This mention and every one inside it, outermost first."""
        return [self, *(m for one in self.inner for m in one.all())]
