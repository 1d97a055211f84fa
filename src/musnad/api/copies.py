"""Which articles behind some claims are printings of one text, without comparing articles that share no sentence."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from musnad.ledger.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from musnad.claims.record import ClaimRecord
    from musnad.ledger.store import LedgerStore

_WORDS: Final = 6


def copy_groups(store: LedgerStore, records: Iterable[ClaimRecord]) -> dict[str, str]:
    """Content hash → group of copies, for the articles of `records`; an article in no group is its own.

    A wire copy keeps most of its sentences. Only articles whose claims share the first or the last words of a
    sentence are therefore compared as wholes (`musnad.alignment.copies`), which costs some milliseconds an article.
    """
    from musnad.alignment.copies import group_copies  # noqa: PLC0415

    sharing: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for key in _keys(record.sentence):
            sharing[key].add(record.document.hash)
    suspects = sorted({digest for group in sharing.values() if len(group) > 1 for digest in group})
    if not suspects:
        return {}
    return group_copies((digest, store.document(digest).text) for digest in suspects)


def _keys(sentence: str) -> Iterator[str]:
    found = words(sentence)
    yield "<" + " ".join(found[:_WORDS])
    yield ">" + " ".join(found[-_WORDS:])
