"""Word groups of `mention_words.yaml`, folded: what ends a name, what sides with whom, epithets of states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class MentionWords:
    """The word groups; the data file says what each is for.

    Attributes:
        no_names: days, months and other words that no name holds.
        adjectival: person nouns that are adjectives as often, without article.
        belonging: adjectives that say whose a group is, with and without article.
        accredited: keys of offices that are held towards somebody.
        inside: words after which a capital is a place.
        state_epithets: description without article → ids of the states so called.
        misleading: words that look like a head noun with a pronoun and are none.
        concerns: nouns by which a body says what it is for, before a definite noun.
        no_demonyms: forms that are no demonyms, with and without article.
    """

    no_names: frozenset[str]
    adjectival: frozenset[str]
    belonging: frozenset[str]
    accredited: frozenset[str]
    inside: frozenset[str]
    state_epithets: Mapping[str, tuple[str, ...]]
    misleading: frozenset[str]
    no_demonyms: frozenset[str]
    concerns: frozenset[str]


@cache
def mention_words() -> MentionWords:
    """The package's own word groups, read once a process."""
    data: dict[str, Any] = load_yaml("musnad.reading.words", "mention_words.yaml")
    return MentionWords(
        no_names=_folded(data["no_names"]),
        adjectival=_folded(data["adjectival"]),
        belonging=_both(data["belonging"]),
        accredited=frozenset(data["accredited"]),
        inside=_folded(data["inside"]),
        state_epithets={fold(word): tuple(ids) for word, ids in data["state_epithets"].items()},
        misleading=_folded(data["misleading"]),
        no_demonyms=_both(data["no_demonyms"]),
        concerns=_folded(data["concerns"]),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _both(words: Iterable[str]) -> frozenset[str]:
    bare = _folded(words)
    return bare | {"ال" + word for word in bare}
