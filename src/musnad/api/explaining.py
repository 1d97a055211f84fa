"""Why the program's own reader states a claim, or does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.api.readers import own_reader
from musnad.claims import identity
from musnad.errors import MusnadError
from musnad.reading.explaining.explain import explain_claims, explain_place

if TYPE_CHECKING:
    from datetime import date

    from musnad.claims.model import Document
    from musnad.ledger.store import LedgerStore
    from musnad.reading.explaining.model import Explanation
    from musnad.reading.reader import WeighingReader

_BAR = "+min"
_FAST = "musnad-fast"


def explain(  # noqa: PLR0913 - an article has that many sides, all optional
    text: str | Document,
    *,
    at: int | None = None,
    claim: int | None = None,
    published: date | str | None = None,
    publisher: str = "",
    title: str = "",
    min_confidence: float | None = None,
) -> Explanation:
    """What the program's own reader sees in an article: trigger, candidates, chain, certainty and time of its claims.

    Args:
        text: the article, as published, or a document.
        at: explain what stands at this place, in code points from the beginning, also where it is no claim.
        claim: explain this claim alone, counted from 1; with neither, all claims are explained.
        published: the day it appeared.
        publisher: who published it.
        title: its headline.
        min_confidence: as for `read`.

    Raises:
        MusnadError: M431 `at` lies outside the text; M432 there is no such claim; those of `read`.
    """
    from musnad.api.intake import document_of  # noqa: PLC0415 - which itself needs readers

    if isinstance(text, str):
        document = document_of(text, published=published, publisher=publisher, title=title)
    else:
        document = text
    reader = own_reader(min_confidence)
    if at is not None:
        return explain_place(reader, document, at)
    return explain_claims(reader, document, claim)


def explain_stored(store: LedgerStore, claim_id: str) -> Explanation:
    """Why a claim of the ledger was stated: its article is read again, by the same reader.

    Raises:
        MusnadError: M310 there is no such claim; M430 another reader read it; M433 the reader does not read it any more.
    """
    record = store.claim(claim_id)
    reader = _as_then(record.reader, claim_id)
    document = store.reading(record.document.hash, record.reader).document
    found = explain_claims(reader, document)
    digest = record.document.hash
    same = [
        case
        for case in found.cases
        if case.claim and identity.claim_id(digest, record.reader, case.claim) == claim_id
    ]
    if not same:
        raise MusnadError("M433", claim=claim_id)
    return replace(found, cases=tuple(same))


def _as_then(name: str, claim_id: str) -> WeighingReader:
    """The reader of that name, if it is the program's own."""
    plain, _, least = name.partition(_BAR)
    own = own_reader(None, fast=plain.startswith(_FAST))
    if plain != own.name:
        raise MusnadError("M430", claim=claim_id, reader=name, own=own.name)
    return own.at_least(float(least)) if least else own
