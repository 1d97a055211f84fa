"""An article laid out for the encoder: word pieces, windows of whole sentences, triggers and candidates as columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from musnad.arabic.folding import without_marks
from musnad.claims.model import ActorKind, EventType
from musnad.reading.analysis import carried_pairs
from musnad.reading.encoder.pieces import word_pieces
from musnad.reading.lexicon.entries import Part
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from sentencepiece import SentencePieceProcessor

    from musnad.arabic.tokens import Token
    from musnad.reading.analysis import Analysis
    from musnad.reading.candidates import Trigger

WINDOW_PIECES = 200
"""Pieces a window is filled up to with whole sentences; a longer sentence has a window of its own."""
LONGEST_PIECES = 500
"""Pieces of a window that are read; the encoder has positions for 512."""

_TYPE_ID = {t: i for i, t in enumerate(EventType)}
_PART_ID = {p: i for i, p in enumerate(Part)}
_KIND_ID = {k: i for i, k in enumerate(ActorKind)}
_FORM_ID = {f: i for i, f in enumerate(MentionForm)}
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """Words are numbered through the whole article.

    `offsets[s]` is the first word of sentence s; `pieces` the piece numbers of each word; `windows` ranges of words;
    `candidates[s]` the range of sentence s's candidates in the columns of all mentions, in the order in which they are weighed.
    """

    offsets: list[int]
    pieces: list[list[int]]
    windows: list[tuple[int, int]]
    candidates: list[tuple[int, int]]
    mentions: npt.NDArray[np.int64]


def lay_out(analysis: Analysis, model: SentencePieceProcessor) -> Layout:
    """Lays an article out; `model` cuts its words into pieces."""
    offsets = [0]
    words: list[str] = []
    for context in analysis.contexts:
        words.extend(_as_published(analysis, token) for token in context.scan.tokens)
        offsets.append(len(words))
    pieces = word_pieces(words, model)
    candidates: list[tuple[int, int]] = []
    columns: list[tuple[int, ...]] = []
    for s, context in enumerate(analysis.contexts):
        start = len(columns)
        if analysis.triggers[s]:
            own = len(context.placed)
            for i, p in enumerate([*context.placed, *carried_pairs(context)]):
                m = p.mention
                first, last = offsets[m.sentence] + m.first, offsets[m.sentence] + m.last
                columns.append(
                    (first, last, _FORM_ID[m.form], _KIND_ID[m.kind], min(p.depth, DEEPEST), int(i >= own))
                )
        candidates.append((start, len(columns)))
    mentions = np.array(columns, dtype=np.int64).reshape(-1, 6)
    return Layout(offsets, pieces, windows(offsets, pieces), candidates, mentions)


def _as_published(analysis: Analysis, token: Token) -> str:
    """The word with its hamzas, as the encoder has learnt to read it, but without vowel marks."""
    span = analysis.folded.span(token.start, token.end)
    return without_marks(analysis.document.text[span.start : span.end])


def windows(offsets: Sequence[int], pieces: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Whole sentences in a row, as many as fit."""
    out: list[tuple[int, int]] = []
    start = filled = 0
    for first, end in pairwise(offsets):
        size = sum(len(p) for p in pieces[first:end])
        if filled and filled + size > WINDOW_PIECES:
            out.append((start, first))
            start, filled = first, 0
        filled += size
    if offsets[-1] > start:
        out.append((start, offsets[-1]))
    return out


def trigger_columns(
    layout: Layout, sentences: Sequence[int], triggers: Sequence[Trigger]
) -> npt.NDArray[np.int64]:
    """First and last word, type and part of speech of each trigger."""
    rows = [
        (
            layout.offsets[s] + t.first,
            layout.offsets[s] + t.last,
            _TYPE_ID[t.form.entry.type],
            _PART_ID[t.form.part],
        )
        for s, t in zip(sentences, triggers, strict=True)
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, 4)


def mention_columns(layout: Layout) -> npt.NDArray[np.int64]:
    """First and last word, form, kind, depth and whether carried over, of each candidate of each sentence."""
    return layout.mentions
