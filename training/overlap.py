"""How much of an article's text another one repeats: wire copies must not stand on both sides of a measurement."""

from __future__ import annotations

from musnad.arabic.folding import fold

RUN = 6
"""Words in a run."""
MOST_SHARED = 0.1
"""The share of the shorter article's runs that two articles may have in common."""


def runs(text: str) -> frozenset[str]:
    """Every run of `RUN` words of the folded text (shingles, Broder 1997)."""
    words = fold(text).split()
    return frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter one's runs that the other has too, in [0, 1]."""
    return len(one & other) / max(1, min(len(one), len(other)))
