"""Independent roots: whose word a claim comes down to in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from musnad.alignment.sources import SourceRegistry
    from musnad.claims.record import ClaimRecord

_NAMELESS = frozenset({SourceKind.ANONYMOUS, SourceKind.HEARSAY})


def group_of(record: ClaimRecord, groups: Mapping[str, str]) -> str:
    """The group of copies the claim's article belongs to; its own where the mapping does not know it."""
    return groups.get(record.document.hash, record.document.hash)


def first_printings(records: Iterable[ClaimRecord], groups: Mapping[str, str]) -> dict[str, ClaimRecord]:
    """Group → a claim of its first printing: the earliest by the day it could be known, then by when we recorded it.

    A copy that comes in later therefore never changes whose text it is, nor when it was said.
    """
    first: dict[str, ClaimRecord] = {}
    for record in records:
        group = group_of(record, groups)
        if group not in first or _printing_order(record) < _printing_order(first[group]):
            first[group] = record
    return first


def root_of(record: ClaimRecord, group: str, printing: ClaimRecord, registry: SourceRegistry) -> str:
    """The root of a claim, as a key that two claims share where they come down to the same word.

    The article's own voice is that of the publisher of its first printing, and the same root as a chain that ends in
    that outlet. A named origin is one root wherever it is quoted: by its actor id where the chain links one (which
    must mean the same in every document), else by its name. An unnamed origin ("a military source") and hearsay are
    roots of their own group of copies: nothing says that two articles mean the same man. Unnamed sources worded
    differently in one article are different roots.

    Args:
        record: the claim.
        group: the group of copies of its article.
        printing: a claim of the group's first printing (`first_printings`).
        registry: for the names of outlets.
    """
    if not record.sources:
        publisher = printing.document.publisher
        return _outlet(publisher, registry) if publisher.strip() else f"article:{group}"
    origin = record.sources[-1]
    name = origin.text or ""
    if origin.kind in _NAMELESS or not (name.strip() or origin.actor):
        return f"{origin.kind}:{group}:{_indefinite(registry.key(name))}"
    if origin.kind is SourceKind.MEDIA and name.strip():
        return _outlet(name, registry)
    return f"actor:{origin.actor}" if origin.actor else f"name:{registry.key(name)}"


def _outlet(name: str, registry: SourceRegistry) -> str:
    known = registry.outlet(name)
    return f"outlet:{known.id}" if known else f"name:{registry.key(name)}"


def _indefinite(key: str) -> str:
    # "A source said … the source added": the article's mention is the same man, now known to the reader.
    return " ".join(word.removeprefix("ال") for word in key.split())


def _printing_order(record: ClaimRecord) -> tuple[str, str, str, str]:
    document = record.document
    return record.learnt.isoformat(), record.recorded.isoformat(), document.publisher, document.hash
