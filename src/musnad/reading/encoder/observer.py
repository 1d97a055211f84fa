"""Asks the encoder about the possible triggers of an article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

import numpy as np
from sentencepiece import SentencePieceProcessor

from musnad.reading.encoder.heads import Heads
from musnad.reading.encoder.layout import lay_out, trigger_columns
from musnad.reading.encoder.words import WordEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musnad.reading.analysis import Analysis
    from musnad.reading.candidates import Trigger
    from musnad.reading.encoder.layout import Layout
    from musnad.reading.encoder.seen import Seen

_FOLDER = "models/encoder"


class Observer(Protocol):
    """Looks at possible triggers in their context."""

    def seen(self, analysis: Analysis, triggers: Sequence[tuple[int, Trigger]]) -> list[Seen]:
        """What it thinks of each trigger, given with its sentence, in the sentences' order."""
        ...


class ContextEncoder:
    """The trained encoder with its heads and its vocabulary."""

    def __init__(self, words: WordEncoder, heads: Heads, pieces: SentencePieceProcessor) -> None:
        self._words = words
        self._heads = heads
        self.pieces = pieces

    def seen(self, analysis: Analysis, triggers: Sequence[tuple[int, Trigger]]) -> list[Seen]:
        """What the encoder thinks of each trigger, given with its sentence, in the sentences' order."""
        if not triggers:
            return []
        layout = lay_out(analysis, self.pieces)
        sentences = [s for s, _ in triggers]
        columns = trigger_columns(layout, sentences, [t for _, t in triggers])
        groups = [
            (np.array([i for i, _ in group]), layout.candidates[s])
            for s, group in groupby(enumerate(sentences), key=lambda pair: pair[1])
        ]
        vectors = self._words.vectors(layout, _wanted(layout, set(sentences)))
        return with_rivals(triggers, self._heads.seen(vectors, columns, layout.mentions, groups))


def _wanted(layout: Layout, sentences: set[int]) -> list[bool]:
    """The windows with a trigger in them."""
    starts = [layout.offsets[s] for s in sorted(sentences)]
    return [any(first <= start < end for start in starts) for first, end in layout.windows]


def with_rivals(triggers: Sequence[tuple[int, Trigger]], seen: list[Seen]) -> list[Seen]:
    """Each with the highest logit of another type at the same word."""
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (sentence, trigger) in enumerate(triggers):
        at[sentence, trigger.first].append(i)
    out = list(seen)
    for rows in at.values():
        for i in rows:
            others = [
                seen[k].claim
                for k in rows
                if triggers[k][1].form.entry.type != triggers[i][1].form.entry.type
            ]
            if others:
                out[i] = replace(seen[i], rival=max(others))
    return out


@cache
def context_encoder() -> ContextEncoder:
    """The encoder of the package, loaded once a process."""
    folder = files("musnad.reading") / _FOLDER
    weights = np.load(BytesIO((folder / "heads.npz").read_bytes()))
    pieces = SentencePieceProcessor()
    pieces.LoadFromSerializedProto((folder / "pieces.model").read_bytes())
    return ContextEncoder(WordEncoder((folder / "encoder.onnx").read_bytes()), Heads(dict(weights)), pieces)
