"""The shape of a reading on the wire, from which `contract.schema.json` is made.

Objects may hold more fields than these; a program that reads them passes over what it does not know.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

# Pydantic needs these at run time, to make its models.
from musnad.claims.model import ActorKind, EventType, Modality, Phase, SourceKind  # noqa: TC001

_ISO = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_DAY = r"^\d{4}-\d{2}-\d{2}$"
PartialDate = Annotated[str, Field(pattern=_ISO)]


class _Wire(BaseModel):
    # Strict: "1" is no number and 1 is no true. Enumerations come as words, so they alone are converted.
    model_config = ConfigDict(strict=True, frozen=True, populate_by_name=True)


class SpanModel(_Wire):
    """A stretch of the document's text: code points, end exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.end < self.start:
            raise ValueError("the span ends before it starts")
        return self


class SentenceModel(SpanModel):
    """The sentence that says a claim, with its words."""

    text: str = ""


class IntervalModel(_Wire):
    """When something held; either end may be open."""

    start: PartialDate | None = Field(alias="from")
    end: PartialDate | None = Field(alias="to")


class AmountModel(SpanModel):
    """A quantity, and where the text gives it."""

    value: float = Field(allow_inf_nan=False)
    unit: str


class NameModel(_Wire):
    """An actor's names; empty where there is none."""

    ar: str
    en: str


class LinkModel(_Wire):
    """One link of an attribution chain."""

    text: str | None
    kind: SourceKind = Field(strict=False)
    cue: SpanModel | None = None
    actor: str | None = None
    time: IntervalModel | None = None


class ActorModel(_Wire):
    """An actor, and every place where the document refers to it."""

    id: str
    name: NameModel
    kind: ActorKind = Field(strict=False)
    wikidata: str | None = None
    mentions: list[SpanModel]
    known: bool = False
    local: bool = False


class ClaimModel(_Wire):
    """One claim. `sources` runs from the link nearest to the reader to the origin; empty, it is the article's own voice."""

    id: str | None = None
    type: EventType = Field(strict=False)
    subject: list[str]
    object: list[str]
    phase: Phase = Field(strict=False)
    modality: Modality = Field(strict=False)
    negated: bool
    trigger: SpanModel
    quote: str = ""
    sentence: SentenceModel
    time: IntervalModel | None
    place: str | None = None
    amount: AmountModel | None = None
    sources: list[LinkModel]
    heading: bool = False
    confidence: float = Field(ge=0, le=1)


class DocumentModel(_Wire):
    """The article. `hash` is the SHA-256 that identifies its content."""

    id: str
    title: str = ""
    publisher: str = ""
    published: Annotated[str, Field(pattern=_DAY)] | None = None
    url: str = ""
    hash: str | None = None
    text: str


class ReadingModel(_Wire):
    """What one reader made of one document."""

    document: DocumentModel
    reader: str
    actors: list[ActorModel]
    claims: list[ClaimModel]
    notes: list[str] = []


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a reading on the wire."""
    made = ReadingModel.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "Musnad reading"}


def schema_text() -> str:
    """The schema as the file `contract.schema.json` holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
