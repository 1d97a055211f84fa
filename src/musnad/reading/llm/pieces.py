"""Cuts an article into pieces that a model answers at once, at the ends of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from musnad.claims.model import Document
    from musnad.reading.analysis import Analysis

LONGEST: Final = 5_000
_BEFORE: Final = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Some sentences of an article, each with its number in it, and the texts of those just before."""

    document: Document
    sentences: tuple[tuple[int, str], ...]
    before: tuple[str, ...]

    def halves(self) -> tuple[Piece, Piece] | None:
        """The piece in two; None for a single sentence."""
        middle = len(self.sentences) // 2
        if not middle:
            return None
        first, second = self.sentences[:middle], self.sentences[middle:]
        before = tuple(text for _, text in first[-_BEFORE:])
        return Piece(self.document, first, self.before), Piece(self.document, second, before)


def pieces(analysis: Analysis, longest: int = LONGEST) -> Iterator[Piece]:
    """The article in pieces of at most `longest` characters; a longer sentence is a piece of its own.

    Sentences are numbered through the whole article. No sentence is cut and none is left out.
    """
    texts = [_text(analysis, number) for number in range(len(analysis.contexts))]
    start = size = 0
    for number, text in enumerate(texts):
        if number > start and size + len(text) > longest:
            yield _piece(analysis.document, texts, start, number)
            start, size = number, 0
        size += len(text)
    if start < len(texts):
        yield _piece(analysis.document, texts, start, len(texts))


def _piece(document: Document, texts: Sequence[str], start: int, end: int) -> Piece:
    before = tuple(texts[max(0, start - _BEFORE) : start])
    return Piece(document, tuple((i, texts[i]) for i in range(start, end)), before)


def _text(analysis: Analysis, number: int) -> str:
    sentence = analysis.contexts[number].scan.sentence
    return analysis.folded.span(sentence.start, sentence.end).of(analysis.document.text)
