"""The grammatical cases of a name: المسلمون and المسلمين, أبو and أبي, are one name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.resources import load_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLURAL_KINDS = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.POPULATION, ActorKind.GOVERNMENT}
)
_NOMINATIVE, _OBLIQUE = "ون", "ين"
_MIN_STEM = 3
_FATHER, _FATHER_CASES = "ابو", ("ابا", "ابي")


def case_forms(folded: str, kind: ActorKind) -> Iterator[str]:
    """Further folded spellings of a folded name in its other cases (not the name itself)."""
    if kind in _PLURAL_KINDS and _NOMINATIVE in folded:
        oblique = " ".join(_declined(word) for word in folded.split(" "))
        if oblique != folded:
            yield oblique
    if folded.startswith(_FATHER + " ") or f" {_FATHER} " in folded:
        words = folded.split(" ")
        for case in _FATHER_CASES:
            yield " ".join(case if word == _FATHER else word for word in words)


def _declined(word: str) -> str:
    if not word.endswith(_NOMINATIVE) or len(word) < _MIN_STEM + len(_NOMINATIVE) or word in _indeclinable():
        return word
    return word[: -len(_NOMINATIVE)] + _OBLIQUE


@cache
def _indeclinable() -> frozenset[str]:
    """Folded words whose final -ون belongs to the stem."""
    return frozenset(load_text("musnad.knowledge", "data/indeclinable.txt").split())
