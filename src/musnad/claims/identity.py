"""Identity from content: the same article, the same claim, always get the same id."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import Claim, Document

_ID_LENGTH = 16


def content_hash(document: Document) -> str:
    """SHA-256 (hex) of what makes an article this article: its text, title, publisher and day.

    The id given by its origin and its URL are not part of it: the same article fetched twice is one document.
    """
    day = document.published.isoformat() if document.published else ""
    return _sha256(document.text, document.title, document.publisher, day)


def claim_id(document_hash: str, reader: str, claim: Claim) -> str:
    """An id that a claim has wherever and whenever the same reader reads it in the same article (16 hex digits)."""
    return _sha256(
        document_hash,
        reader,
        claim.type.value,
        f"{claim.trigger.start}:{claim.trigger.end}",
        "|".join(claim.subject),
        "|".join(claim.object),
    )[:_ID_LENGTH]


def _sha256(*parts: str) -> str:
    # The length before each part keeps ("ab", "c") and ("a", "bc") apart.
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf8", "surrogatepass")
        digest.update(f"{len(raw)}:".encode())
        digest.update(raw)
    return digest.hexdigest()
