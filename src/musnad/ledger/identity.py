"""Identity across the ledger: of actors beyond their document, and of statements beyond their reader."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from musnad.claims.identity import claim_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from musnad.claims.model import Actor, Claim

_PREFIX = 16
_DIGEST = 8


def ledger_actor_id(document_hash: str, actor: Actor) -> str:
    """The id an actor has across the ledger: its own, unless it is local to its document.

    A local one is prefixed with its document's hash. A digest of its names and kind follows, since another reader
    may give the same local id to somebody else.
    """
    if not actor.local:
        return actor.id
    digest = _digest([actor.id, actor.ar, actor.en, actor.kind.value])[:_DIGEST]
    return f"{document_hash[:_PREFIX]}:{actor.id}.{digest}"


def claim_keys(document_hash: str, reader: str, claims: Sequence[Claim]) -> list[str]:
    """The claims' ids, in order. The second of two alike in all that makes the id gets `-2`, and so on."""
    return _numbered(claim_id(document_hash, reader, claim) for claim in claims)


def statement_keys(document_hash: str, claims: Sequence[Claim], keys: Mapping[str, str]) -> list[str]:
    """What each claim states, whoever read it: equal where two readers say exactly the same of the same words.

    Reviews are of statements, so that a newer reader that repeats a rejected claim does not bring it back. A claim
    that differs in anything but its confidence and the extent of its sentence is another statement.
    `keys` maps the reading's actor ids to the ledger's.
    """
    return _numbered(_statement(document_hash, claim, keys) for claim in claims)


def _statement(document_hash: str, claim: Claim, keys: Mapping[str, str]) -> str:
    said = [
        document_hash,
        claim.type.value,
        [keys[a] for a in claim.subject],
        [keys[a] for a in claim.object],
        [claim.trigger.start, claim.trigger.end],
        [claim.phase.value, claim.modality.value, claim.negated],
        [claim.time.start, claim.time.end] if claim.time else None,
        claim.place,
        [claim.amount.value, claim.amount.unit] if claim.amount else None,
        [[link.text, link.kind.value] for link in claim.sources],
    ]
    return _digest(said)[:_PREFIX]


def _digest(value: object) -> str:
    # JSON with everything outside ASCII escaped is unambiguous, and takes lone surrogates too.
    return hashlib.sha256(json.dumps(value).encode("ascii")).hexdigest()


def _numbered(keys: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for key in keys:
        seen[key] += 1
        numbered.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return numbered
