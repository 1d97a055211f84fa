"""The weights of the reader: small gradient-boosted trees over the symbolic features, learnt from annotated articles.

LightGBM (Ke et al. 2017). The files stand in `models/`; `training/` makes them again from the annotated articles, and the
model card (docs/model-card.md) says what they were made from.
"""

from __future__ import annotations

import gzip
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import lightgbm
import numpy as np

from musnad.claims.model import Modality, Phase
from musnad.reading.decoding import Thresholds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from musnad.reading.encoder.observer import Observer

_PACKAGE = "musnad.reading"
MODELS = ("screen", "subject", "object", "judge", "phase", "modality", "negated")
PHASES = tuple(Phase)
MODALITIES = tuple(Modality)


class LearnedModels:
    """The models. Rows of numbers go in; chances come out, one for each row.

    `observer` is the encoder whose views are among the features the models were made with; None where they were made without.
    """

    def __init__(
        self,
        boosters: Mapping[str, lightgbm.Booster],
        thresholds: Thresholds,
        observer: Observer | None = None,
    ) -> None:
        self._boosters = boosters
        self.thresholds = thresholds
        self.observer = observer

    def stating(self, confidence: float) -> LearnedModels:
        """The same models with another least confidence with which a claim is stated."""
        return LearnedModels(self._boosters, replace(self.thresholds, claim=confidence), self.observer)

    def chances(
        self, model: str, rows: Sequence[Sequence[float]] | npt.NDArray[np.float32]
    ) -> npt.NDArray[np.float64]:
        """The model's output for each row: a chance, or for `phase` and `modality` a row of chances by class."""
        booster = self._boosters[model]
        if not len(rows):
            return np.zeros((0, max(1, booster.num_model_per_iteration())))
        matrix = np.asarray(rows, dtype=np.float32)
        return np.asarray(booster.predict(matrix, num_threads=1))


def _load(folder: str, name: str) -> lightgbm.Booster:
    packed = (files(_PACKAGE) / "models" / folder / f"{name}.txt.gz").read_bytes()
    return lightgbm.Booster(model_str=gzip.decompress(packed).decode("utf8"))


def _loaded(folder: str, observer: Observer | None) -> LearnedModels:
    boosters = {name: _load(folder, name) for name in MODELS}
    return LearnedModels(boosters, Thresholds.read(folder), observer)


@cache
def learned_models() -> LearnedModels:
    """The models of the package that also learn from what the encoder thinks, loaded once a process."""
    from musnad.reading.encoder.observer import context_encoder  # noqa: PLC0415 - the fast reader needs none of it

    return _loaded("context", context_encoder())


@cache
def fast_models() -> LearnedModels:
    """The models of the package that need no encoder, loaded once a process."""
    return _loaded("fast", None)
