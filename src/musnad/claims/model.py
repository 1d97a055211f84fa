"""The words of the domain: documents, actors, claims, and the chains that say them.

Everything here is an immutable value. Offsets are code-point indices into `Document.text`, end exclusive,
and always point at the words of the article as published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - tools that resolve annotations at run time need it
from enum import StrEnum


class EventType(StrEnum):
    """What is claimed: PLOVER's sixteen event types and three standing relations.

    Signs, codes and names of each stand in `ontology.yaml`; see `musnad.claims.ontology`.
    """

    SUPPORT = "SUPPORT"
    AID = "AID"
    COOPERATE = "COOPERATE"
    AGREE = "AGREE"
    CONSULT = "CONSULT"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OPPOSE = "OPPOSE"
    AFFILIATE = "AFFILIATE"
    CONTROL = "CONTROL"


class Phase(StrEnum):
    """Whether the thing starts, goes on, ends, or simply happens (`none`)."""

    BEGIN = "begin"
    ONGOING = "ongoing"
    END = "end"
    NONE = "none"


class Modality(StrEnum):
    """How certain the text makes it: so, maybe, planned, only if, or only so it seemed."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    INTENDED = "intended"
    CONDITIONAL = "conditional"
    APPARENT = "apparent"


class SourceKind(StrEnum):
    """What sort of voice a link of an attribution chain is."""

    MEDIA = "media"
    OFFICIAL = "official"
    PERSON = "person"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    HEARSAY = "hearsay"


class ActorKind(StrEnum):
    """What sort of actor."""

    PERSON = "person"
    STATE = "state"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed_group"
    COMPANY = "company"
    PARTY = "party"
    POPULATION = "population"
    IGO = "igo"
    MEDIA = "media"
    PLACE = "place"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span points at."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Interval:
    """When something held: two ISO 8601 dates, each as precise as the text (`2020`, `2020-06`, `2020-06-09`).

    Either end may be open (None): `Interval("2019-04", None)` is "since April 2019".
    """

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity the text gives: value, unit in the words of the text, and where it stands."""

    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class SourceLink:
    """One link of an attribution chain: who said it, with which words.

    `text` names the speaker as the article does (None for hearsay); `cue` points at the reporting words;
    `actor` is the id of the speaker among the reading's actors, where it is one; `time` is when it was said.
    """

    text: str | None
    kind: SourceKind
    cue: Span | None = None
    actor: str | None = None
    time: Interval | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act, with every place where the article refers to them.

    `known` is True for an actor of the knowledge base, whose id means the same in every document. An actor
    under its own name has an id made from that name (`~name`), equal wherever the name is written alike.
    `local` is True where the id means something only inside its document ("the gunmen", "two agents").
    """

    id: str
    ar: str
    en: str
    kind: ActorKind
    wikidata: str | None = None
    mentions: tuple[Span, ...] = ()
    known: bool = False
    local: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, type, object, as one place of the text says it, according to a chain of sources.

    `sources` runs from the link nearest to the reader to the origin; empty, it is the article's own voice.
    `sentence` spans the words that say it, `trigger` the word or words that carry the type.
    `confidence` is the reader's own, in [0, 1].
    """

    type: EventType
    subject: tuple[str, ...]
    object: tuple[str, ...]
    trigger: Span
    sentence: Span
    phase: Phase = Phase.NONE
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    time: Interval | None = None
    place: str | None = None
    amount: Amount | None = None
    sources: tuple[SourceLink, ...] = ()
    heading: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it came in. `id` is given by its origin, or made from its content (`musnad.claims.identity`).

    `published` is the day it appeared, against which its relative dates are resolved.
    """

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader made of one document."""

    document: Document
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    reader: str
    notes: tuple[str, ...] = ()

    def actor(self, actor_id: str) -> Actor:
        """The actor with that id.

        Raises:
            KeyError: no such actor in this reading.
        """
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)
