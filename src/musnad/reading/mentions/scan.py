"""A view of one sentence for the phrase parsers: its tokens, what each word may be, and matching helpers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from musnad.reading.words.phrases import Phrase, matches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.arabic.sentences import Sentence
    from musnad.arabic.tokens import NounSplit, Token
    from musnad.reading.words.vocabulary import Vocabulary, Word

T = TypeVar("T")
_QUOTES = frozenset("«»“”\"'()[]")


@dataclass(frozen=True, slots=True)
class Scan:
    """One sentence with the vocabulary's knowledge of each word."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[Word, ...]
    vocabulary: Vocabulary

    def word(self, at: int) -> Word | None:
        """What the word at `at` may be; None past the end."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def is_mark(self, at: int) -> bool:
        """A punctuation mark, or the end of the sentence."""
        return at >= len(self.words) or self.words[at].mark

    def is_quote(self, at: int) -> bool:
        """A quotation mark or bracket: names may stand in them (حركة «النهضة»)."""
        return at < len(self.tokens) and self.tokens[at].text in _QUOTES

    def longest(
        self, found: Iterable[tuple[NounSplit, Phrase[T]]], at: int
    ) -> tuple[NounSplit, Phrase[T], int] | None:
        """The longest phrase that stands at `at`, with its cut and number of tokens; the least cut word wins ties."""
        best: tuple[NounSplit, Phrase[T], int] | None = None
        most = 0
        after = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        for split, phrase in found:
            length = len(phrase.rest) + 1
            if length <= most:
                continue
            if length == 1 or (phrase.rest[0] == after and matches(phrase, self.tokens, at)):
                best, most = (split, phrase, length), length
        return best

    def text(self, first: int, last: int) -> str:
        """The words of tokens `first..last` joined by blanks."""
        return " ".join(t.text for t in self.tokens[first : last + 1])


def scan(sentence: Sentence, vocabulary: Vocabulary) -> Scan:
    """Prepares a sentence for parsing."""
    return Scan(
        sentence, sentence.tokens, tuple(vocabulary.word(t.text) for t in sentence.tokens), vocabulary
    )
