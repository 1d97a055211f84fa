"""The shape of the model's answer, and how it is found in what the model wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

# Pydantic needs these at run time, to make its models.
from musnad.claims.model import ActorKind, EventType, Modality, Phase, SourceKind

_MOST: Final = 50
_LONGEST: Final = 300
_STARTS: Final = 40


class _Part(BaseModel):
    # What the schema (`musnad.reading.llm.schema`) asks for strictly is taken leniently: small models leave fields out, add
    # others, and write null for what is empty.
    model_config = ConfigDict(extra="ignore", frozen=True)


class ActorAnswer(_Part):
    """An actor, by the words that name it in the article."""

    quote: str
    kind: ActorKind = ActorKind.UNNAMED


class LinkAnswer(_Part):
    """One link of the chain of sources: who says it (null where nobody is named), and the words that report it."""

    speaker: str | None = None
    kind: SourceKind
    cue: str


class ClaimAnswer(_Part):
    """One claim. `sentence` is the number in brackets; `trigger`, `time` and all quotes are words of the article."""

    sentence: int
    trigger: str
    type: EventType
    subject: list[ActorAnswer] = []
    object: list[ActorAnswer] = []
    phase: Phase = Phase.NONE
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    time: str | None = None
    sources: list[LinkAnswer] = []
    confidence: float = Field(default=0.5, allow_inf_nan=False)


class Answer(_Part):
    """All claims of the sentences asked about."""

    claims: list[ClaimAnswer]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The claims of an answer that have the shape asked for, and how many have not."""

    claims: tuple[ClaimAnswer, ...]
    malformed: int


class NoAnswerError(Exception):
    """What the model wrote holds no JSON object (`shape` empty), or one of another shape (`shape` says where)."""

    def __init__(self, shape: str = "") -> None:
        super().__init__(shape)
        self.shape = shape


def parse(text: str) -> Parsed:
    """The answer in what the model wrote: bare JSON, fenced, or among other words.

    Raises:
        NoAnswerError: there is none.
    """
    found = _object_in(text)
    if found is None:
        raise NoAnswerError
    raw = found.get("claims")
    if not isinstance(raw, list):
        raise NoAnswerError("claims")
    claims: list[ClaimAnswer] = []
    fault = ""
    for number, one in enumerate(raw):
        try:
            claims.append(_claim(one))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            fault = fault or ".".join(map(str, ("claims", number, *first["loc"])))
    if raw and not claims:
        raise NoAnswerError(fault)
    return Parsed(tuple(claims), len(raw) - len(claims))


def _claim(raw: object) -> ClaimAnswer:
    """One claim, checked; without the ends, links and words that are beyond all measure."""
    if isinstance(raw, dict):
        raw = {name: value for name, value in raw.items() if value is not None}
    claim = ClaimAnswer.model_validate(raw)
    return claim.model_copy(
        update={
            "trigger": claim.trigger[:_LONGEST],
            "time": claim.time[:_LONGEST] if claim.time else None,
            "subject": claim.subject[:_MOST],
            "object": claim.object[:_MOST],
            "sources": claim.sources[:_MOST],
            "confidence": min(1.0, max(0.0, claim.confidence)),
        }
    )


def _object_in(text: str) -> dict[str, Any] | None:
    """The first JSON object with claims, else the first object; a bare list is taken for the claims."""
    decoder = json.JSONDecoder()
    first: dict[str, Any] | None = None
    at, tried = -1, 0
    after = text.rfind("</think>") + 1
    while tried < _STARTS:
        at = min((i for c in "{[" if (i := text.find(c, max(at + 1, after))) >= 0), default=-1)
        if at < 0:
            break
        tried += 1
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, list) and found and all(isinstance(one, dict) for one in found):
            return {"claims": found}
        if isinstance(found, dict):
            if "claims" in found:
                return found
            first = first or found
        at = end - 1
    return first
