"""Readings for the ledger's tests: an invented dispute of long ago, and random variations on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from musnad.claims.model import (
    Actor,
    ActorKind,
    Amount,
    Claim,
    Document,
    EventType,
    Interval,
    Modality,
    Phase,
    Reading,
    SourceKind,
    SourceLink,
    Span,
)

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
TEXT = (
    "قال راوٍ من أهل السوق إن أمير الوادي دعم تاجر المرفأ بألف دينار.\n"
    "وهاجم حراس مجهولون قافلة التاجر قرب الجسر القديم.\n"
    "ولم يلتقِ أميرُ الوادي بتاجر المرفأ منذ ذلك اليوم."
)


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where these words stand for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def line(number: int, text: str = TEXT) -> Span:
    """Where a line stands."""
    lines = text.split("\n")
    start = sum(len(part) + 1 for part in lines[:number])
    return Span(start, start + len(lines[number]))


AMIR = Actor(
    "amir", "أمير الوادي", "Emir of the Valley", ActorKind.PERSON, "Q1", (span("أمير الوادي"),), known=True
)
MERCHANT = Actor(
    "~تاجر المرفا", "تاجر المرفأ", "", ActorKind.PERSON, None, (span("تاجر المرفأ"), span("التاجر"))
)
GUARDS = Actor("g1", "حراس مجهولون", "", ActorKind.UNNAMED, None, (span("حراس مجهولون"),), local=True)
TELLER = SourceLink("راوٍ من أهل السوق", SourceKind.PERSON, span("قال"), None, Interval("2024-02", "2024-02"))

SUPPORT = Claim(
    EventType.SUPPORT,
    ("amir",),
    (MERCHANT.id,),
    span("دعم"),
    line(0),
    Phase.ONGOING,
    time=Interval("2020-06", None),
    place="السوق",
    amount=Amount(1000.0, "دينار", span("بألف دينار")),
    sources=(SourceLink("صحيفة الضفة", SourceKind.MEDIA), TELLER),
    confidence=0.9,
)
ASSAULT = Claim(
    EventType.ASSAULT,
    ("g1",),
    (MERCHANT.id,),
    span("هاجم"),
    line(1),
    time=Interval("2021", "2021"),
    sources=(SourceLink(None, SourceKind.HEARSAY), SourceLink("الحراس", SourceKind.PERSON, actor="g1")),
    confidence=0.5,
)
CONSULT = Claim(
    EventType.CONSULT,
    ("amir",),
    (MERCHANT.id,),
    span("يلتقِ"),
    line(2),
    modality=Modality.POSSIBLE,
    negated=True,
    confidence=0.3,
)
DOCUMENT = Document(
    "valley-1", TEXT, "نزاع الوادي", "صحيفة الضفة", date(2022, 5, 4), "https://example.org/valley-1"
)


def reading(**changes: object) -> Reading:
    """The reading of the invented article, with changes."""
    whole = Reading(
        DOCUMENT, (AMIR, MERCHANT, GUARDS), (SUPPORT, ASSAULT, CONSULT), "reader 1.0", ("a note",)
    )
    return replace(whole, **changes)


def document(number: int, **changes: object) -> Document:
    """One of many articles of the same text, told apart by their titles."""
    return replace(DOCUMENT, id=f"valley-{number}", title=f"نزاع الوادي {number}", **changes)
