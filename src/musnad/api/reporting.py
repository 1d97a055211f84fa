"""The content of a report from an open ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.alignment.ties import ties_among
from musnad.api.asking import evidence
from musnad.claims.identity import claim_id, content_hash
from musnad.claims.record import ReviewStatus
from musnad.labels import label
from musnad.ledger.values import ClaimQuery
from musnad.report.content import ReportContent

if TYPE_CHECKING:
    from datetime import datetime

    from musnad.api.asking import Terms
    from musnad.claims.model import Reading
    from musnad.claims.record import ActorRef
    from musnad.ledger.store import LedgerStore


def report_content(  # noqa: PLR0913 - what it is about, on which terms, how long, in which words
    store: LedgerStore, focus: ActorRef | None, asked: Terms, *, generated: datetime, articles: int, lang: str
) -> ReportContent:
    """What a report on an actor, or on the whole ledger (`focus` None), shows.

    Args:
        store: the ledger.
        focus: whom the report is about.
        asked: on which terms.
        generated: now.
        articles: how many of the latest articles it shows in full.
        lang: "ar" or "en", of its title.
    """
    found = evidence(store, focus, asked)
    ties = ties_among(found.records, as_of=asked.as_of, known_by=asked.known_by, groups=found.groups)
    if focus is not None:
        ties = [tie for tie in ties if focus.id in (tie.subject.id, tie.object.id)]
        title = focus.name(lang)
    else:
        title = label("report.among", lang)
    hashes = list(dict.fromkeys(record.document.hash for record in reversed(found.records)))[:articles]
    return ReportContent(
        title=title,
        generated=generated,
        as_of=asked.as_of,
        known_by=asked.known_by,
        focus=focus,
        articles=tuple(_reviewed(store, digest) for digest in hashes),
        ties=tuple(ties),
        claims=found.records,
    )


def _reviewed(store: LedgerStore, digest: str) -> Reading:
    """The latest reading without the claims that reviewers rejected."""
    reading = store.reading(digest)
    query = ClaimQuery(document=digest, include_rejected=True)
    rejected = {record.id for record in store.claims(query) if record.review is ReviewStatus.REJECTED}
    if not rejected:
        return reading
    document_hash = content_hash(reading.document)
    kept = (c for c in reading.claims if claim_id(document_hash, reading.reader, c) not in rejected)
    return replace(reading, claims=tuple(kept))
