"""What encoders think of articles they were not trained on: the trees learn how far to trust them from that.

The articles are parted in two by a hash of their ids; each half's encoder looks at the other half (stacking, Wolpert 1992).
"""

from __future__ import annotations

import hashlib
import json
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import torch

from musnad.reading.encoder.heads import Heads
from musnad.reading.encoder.layout import LONGEST_PIECES
from musnad.reading.encoder.observer import ContextEncoder
from training.encoder.fit import LAYERS
from training.encoder.model import ClaimModel, Encoder
from training.encoder.pretrained import find, load
from training.encoder.vocabulary import processor, trimmed_model

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sentencepiece import SentencePieceProcessor

    from musnad.reading.analysis import Analysis
    from musnad.reading.encoder.layout import Layout
    from training.annotated import Annotated
    from training.encoder.pretrained import Pretrained
    from training.rows import TriggerRow

_START, _PAD, _END = 0, 1, 2


class TorchWords:
    """The encoder of a model in training, with the interface of `musnad.reading.encoder.words.WordEncoder`."""

    def __init__(self, model: ClaimModel) -> None:
        self._model = model
        self.width: int = model.encoder.word.embedding_dim

    def vectors(self, layout: Layout, wanted: Sequence[bool]) -> np.ndarray:
        """A vector a word, as `WordEncoder.vectors` gives them."""
        out = np.zeros((len(layout.pieces) + 1, self.width), dtype=np.float32)
        for (start, end), needed in zip(layout.windows, wanted, strict=True):
            run = [(p, w) for w in range(start, end) for p in layout.pieces[w]][:LONGEST_PIECES]
            if not needed or not run:
                continue
            ids = torch.tensor([[_START, *(p for p, _ in run), _END]])
            with torch.inference_mode():
                found = self._model.encoder(ids, torch.ones_like(ids))[0].numpy()
            np.add.at(out, [w for _, w in run], found[1:-1])
        times = np.array([max(1, len(p)) for p in layout.pieces], dtype=np.float32)
        out[:-1] /= times[:, None]
        return out


def observer(model: ClaimModel, pieces: SentencePieceProcessor) -> ContextEncoder:
    """A model in training as the reader's observer."""
    return ContextEncoder(TorchWords(model), Heads(head_weights(model)), pieces)


def head_weights(model: ClaimModel) -> dict[str, np.ndarray]:
    """The heads' weights by name."""
    return {n: p.detach().numpy() for n, p in model.named_parameters() if not n.startswith("encoder.")}


class Observers:
    """The encoders of a work folder; each article is looked at by one that was not trained on it."""

    def __init__(self, work: Path) -> None:
        pretrained = load(find())
        kept: list[int] = json.loads((work / "pieces.json").read_text("utf8"))
        pieces = processor(trimmed_model(pretrained, kept))
        self._halves: list[tuple[frozenset[str], ContextEncoder]] = []
        for path in sorted(work.glob("half*.pt")):
            model, articles = restored(path, pretrained, kept)
            self._halves.append((articles, observer(model, pieces)))

    def of(self, document: str) -> ContextEncoder:
        """The encoder for an article.

        Raises:
            LookupError: every encoder was trained on it.
        """
        start = half_of(document)
        for articles, encoder in (*self._halves[start:], *self._halves[:start]):
            if document not in articles:
                return encoder
        raise LookupError(f"every encoder has seen {document}")

    def look(
        self, rows: Sequence[TriggerRow], articles: Sequence[Annotated], analyses: Sequence[Analysis]
    ) -> None:
        """Adds to each row what an encoder that never saw its article thinks of it."""
        for number, group in groupby(rows, key=lambda row: row.document):
            same = list(group)
            encoder = self.of(articles[number].document.id)
            views = encoder.seen(analyses[number], [(r.sentence, r.trigger) for r in same])
            for row, view in zip(same, views, strict=True):
                row.see(view)


def restored(path: Path, pretrained: Pretrained, kept: list[int]) -> tuple[ClaimModel, frozenset[str]]:
    """A model kept before, and the ids of the articles it was trained on."""
    stored = torch.load(path)
    model = ClaimModel(Encoder(pretrained, kept, LAYERS))
    model.load_state_dict(stored["weights"])
    return model.eval(), frozenset(stored["articles"])


def half_of(document: str) -> int:
    """The half, 0 or 1, an article belongs to."""
    return hashlib.sha256(document.encode()).digest()[0] % 2
