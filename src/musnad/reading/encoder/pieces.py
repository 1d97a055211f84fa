"""Words cut into the pieces the encoder knows (unigram language model, Kudo 2018), by SentencePiece."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentencepiece import SentencePieceProcessor


def word_pieces(words: Sequence[str], model: SentencePieceProcessor) -> list[list[int]]:
    """The numbers of each word's pieces, none for a word of invisible characters only. Words are normalised first (NFKC)."""
    found: list[list[int]] = model.EncodeAsIds([unicodedata.normalize("NFKC", word) for word in words])
    return found
