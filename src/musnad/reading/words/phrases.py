"""An index of phrases by their first word, for longest matches over a run of tokens."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from musnad.arabic.tokens import Token

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """The words after the first, and what the phrase stands for."""

    rest: tuple[str, ...]
    value: T


class PhraseIndex(Generic[T]):
    """Phrases of folded words. Matches compare words exactly; clitics on the first word are the caller's business."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[Phrase[T]]] = defaultdict(list)

    def add(self, words: Sequence[str], value: T) -> None:
        """Adds one phrase; several values may share the same words."""
        phrase = Phrase(tuple(words[1:]), value)
        if phrase not in self._by_first[words[0]]:
            self._by_first[words[0]].append(phrase)

    def starting(self, first: str) -> tuple[Phrase[T], ...]:
        """The phrases that begin with the word, longest first."""
        found = self._by_first.get(first)
        return tuple(sorted(found, key=lambda phrase: -len(phrase.rest))) if found else ()

    def items(self) -> Iterator[tuple[tuple[str, ...], T]]:
        """Every phrase with its value."""
        for first, phrases in self._by_first.items():
            for phrase in phrases:
                yield (first, *phrase.rest), phrase.value


def matches(phrase: Phrase[T], tokens: Sequence[Token], at: int) -> bool:
    """Whether the words after the first stand at `tokens[at + 1:]`."""
    rest = phrase.rest
    if at + len(rest) >= len(tokens):
        return False
    for word in rest:
        at += 1
        if tokens[at].text != word:
            return False
    return True
