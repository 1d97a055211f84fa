"""Who spoke: the links of the chains and the publishers, with how often each carried a claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from musnad.arabic.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.report.views import ClaimView, LinkView

MAX_SOURCES: Final = 100


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source: how many claims go through it, of how many it is the origin, and of how many only a relay."""

    name: str
    kind: str
    claims: int
    origin: int

    @property
    def relay(self) -> int:
        """Claims it passed on from another."""
        return self.claims - self.origin


@dataclass(frozen=True, slots=True)
class SourceTables:
    """Links of chains, publishers with their numbers of claims, and how many sources are left out."""

    links: tuple[SourceRow, ...]
    publishers: tuple[tuple[str, int], ...]
    hidden: int


def tabulate(claims: Iterable[ClaimView]) -> SourceTables:
    """Counts each source once a claim, the busiest first. Spelling variants of a name are one source."""
    through: Counter[tuple[str, str]] = Counter()
    origin: Counter[tuple[str, str]] = Counter()
    publishers: Counter[str] = Counter()
    shown: dict[tuple[str, str], LinkView] = {}
    for claim in claims:
        publishers[claim.publisher] += 1
        keys = [(fold(link.name), link.kind.value) for link in claim.chain]
        for key, link in zip(keys, claim.chain, strict=True):
            shown.setdefault(key, link)
        through.update(set(keys))
        origin.update(keys[-1:])
    ranked = sorted(through, key=lambda key: (-through[key], key))
    rows = tuple(
        SourceRow(shown[k].name, shown[k].kind_word, through[k], origin[k]) for k in ranked[:MAX_SOURCES]
    )
    ordered = tuple(sorted(publishers.items(), key=lambda item: (-item[1], item[0])))
    return SourceTables(rows, ordered, len(ranked) - len(rows))
