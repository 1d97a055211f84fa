"""What was seen on the way to a claim, or to none: plain values for people and programs.

Chances are the models' own, in [0, 1]. Spans are code points of the article as published.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import ActorKind, Claim, Document, EventType, Interval, SourceKind, Span
    from musnad.reading.decoding import Thresholds


class Verdict(StrEnum):
    """What became of a possible trigger, and why."""

    STATED = "stated"
    """It is a claim of the reading."""
    UNLIKELY_WORD = "unlikely_word"
    """By its own words it is too seldom a claim: the screen's chance is below `Thresholds.screen`."""
    CROWDED = "crowded"
    """Its sentence holds too many possible triggers; the likeliest were looked at."""
    UNLIKELY = "unlikely"
    """With its candidates in view it is hardly a claim."""
    NO_ENDS = "no_ends"
    """No candidate is likely enough to be its subject or its object."""
    DOUBTFUL = "doubtful"
    """Type, subject and object are too seldom all right: the confidence is below `Thresholds.claim`."""
    BEATEN = "beaten"
    """Another sense of the same word is likelier."""
    REPEATED = "repeated"
    """The article states this affiliation before."""


class Obstacle(StrEnum):
    """Why a word is not even a possible trigger."""

    BETWEEN = "between"
    """There is no word at that place but a blank, a mark or a number."""
    NO_ENTRY = "no_entry"
    """The lexicon does not know the word as a trigger."""
    NAME = "name"
    """It is part of a person's name."""
    SUPPRESSED = "suppressed"
    """The lexicon knows the word, but its neighbours, or an idiom it stands in, say something else."""


class Rule(StrEnum):
    """How a mention is known to mean its actor."""

    ENTRY = "entry"
    """Its words are a name in the knowledge base."""
    HOLDER = "holder"
    """It is an office that the actor holds, by the knowledge base or by the article."""
    STATE_OF_OFFICE = "state_of_office"
    """No words of its own: the state of a known office-holder."""
    APPOSITION = "apposition"
    """It stands beside the name that it describes."""
    SAME_NAME = "same_name"
    """A shorter or fuller name of somebody whom the article names elsewhere, or the knowledge base knows."""
    POINTS_BACK = "points_back"
    """A pronoun or a bare noun that points back."""
    STANDS_FOR = "stands_for"
    """A description that stands for the actor: the government of a state for the state."""
    OWN_WORDS = "own_words"
    """An actor under the words of the article, known to nobody else."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the article, with its words."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class TriggerSeen:
    """The trigger: its words, the lexicon's entry, and the sense and part of speech it is taken for.

    `precision` is the share of news uses of the entry that are such a claim. `entry` is empty for an office beside a
    name, which no entry lists.
    """

    words: Words
    type: EventType
    entry: str
    gloss: str
    part: str
    precision: float
    idiom: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """Why a mention means its actor.

    `elsewhere` are other mentions of the same actor, the first of the article before others; `rivals` ids of the known
    actors that bear the same name and were passed over; `ordinary` is True for a name that is an ordinary word too.
    """

    rule: Rule
    form: str
    known: bool
    elsewhere: tuple[Words, ...]
    rivals: tuple[str, ...]
    ordinary: bool


@dataclass(frozen=True, slots=True)
class CandidateSeen:
    """A mention that may be an end of the claim, with its chance of being so.

    `carried` is True where the sentence does not name the actor but one before does.
    """

    words: Words
    actor: str
    ar: str
    en: str
    kind: ActorKind
    chance: float
    chosen: bool
    carried: bool
    identity: Identity


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """One link of the chain: the words that report, the words that name the speaker, and who that is."""

    cue: Words | None
    speaker: Words | None
    kind: SourceKind
    actor: str | None
    identity: Identity | None
    time: Interval | None


@dataclass(frozen=True, slots=True)
class ScopeSeen:
    """A stretch of the sentence over which sources speak, and what opened it.

    `wraps` is True for sources of a whole clause (بحسب), which stand nearer to the reader than all others; `decides` for
    the scope whose links hold at the trigger. `links` runs from the nearest to the reader to the origin.
    """

    words: Words
    sign: str
    wraps: bool
    decides: bool
    links: tuple[LinkSeen, ...]


@dataclass(frozen=True, slots=True)
class CueSeen:
    """A word near the trigger that may change phase, modality or polarity. `distance` counts tokens, before it negative."""

    words: Words
    classes: tuple[str, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class CertaintySeen:
    """The chances of every phase and modality, and of a negation; what stands near; whether somebody denies it."""

    phases: tuple[tuple[str, float], ...]
    modalities: tuple[tuple[str, float], ...]
    negation: float
    denied: bool
    cues: tuple[CueSeen, ...]


@dataclass(frozen=True, slots=True)
class DateSeen:
    """The expression of time that dates the claim, and what it means.

    `relative` is True where it counts from the day of publication.
    """

    words: Words
    kind: str
    grain: str
    value: str
    exact: bool
    relative: bool
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """A possible trigger and all that was seen of it, as far as the reader looked.

    `number` counts the claims of the reading from 1. `screen` is the chance by its own words, `chance` that with its
    candidates in view, `confidence` that type, subject and object are all right. `sources` is the chain, the nearest link
    first, `chain` the stretches of the sentence it comes from. What the reader did not get to is None or empty. `claim` is the claim as stated, or as it would have been.
    """

    verdict: Verdict
    number: int | None
    trigger: TriggerSeen
    sentence: Words
    screen: float
    chance: float | None
    confidence: float | None
    subject: tuple[CandidateSeen, ...]
    object: tuple[CandidateSeen, ...]
    chain: tuple[ScopeSeen, ...]
    sources: tuple[LinkSeen, ...]
    certainty: CertaintySeen | None
    date: DateSeen | None
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """A place of the article that was asked about: its word, if there is one, and why it is no trigger, if it is none.

    `reporting` is True where the word reports speech; `names` is the actor of the mention that it stands in.
    """

    at: int
    word: Words | None
    sentence: Words | None
    obstacle: Obstacle | None
    reporting: bool
    names: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the reader saw of an article: its claims, or what stands at one place.

    `claims` counts the claims of the whole reading; `cases` are those explained, in the order of the text.
    """

    document: Document
    reader: str
    thresholds: Thresholds
    claims: int
    place: PlaceSeen | None
    cases: tuple[CaseSeen, ...]
