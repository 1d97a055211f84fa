"""The weights of the reader: small gradient-boosted trees over the symbolic features, learnt from annotated articles.

LightGBM (Ke et al. 2017). The files stand in `models/`; `training/` makes them again from the annotated articles, and the
model card (docs/model-card.md) says what they were made from.
"""

from __future__ import annotations

import gzip
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

_PACKAGE = "musnad.reading"
MODELS = ("screen", "subject", "object", "judge", "phase", "modality", "negated")
PHASES = tuple(Phase)
MODALITIES = tuple(Modality)


class LearnedModels:
    """The models. Rows of numbers go in; chances come out, one for each row."""

    def __init__(self, boosters: Mapping[str, lightgbm.Booster], thresholds: Thresholds) -> None:
        self._boosters = boosters
        self.thresholds = thresholds

    def chances(
        self, model: str, rows: Sequence[Sequence[float]] | npt.NDArray[np.float32]
    ) -> npt.NDArray[np.float64]:
        """The model's output for each row: a chance, or for `phase` and `modality` a row of chances by class."""
        booster = self._boosters[model]
        if not len(rows):
            return np.zeros((0, max(1, booster.num_model_per_iteration())))
        matrix = np.asarray(rows, dtype=np.float32)
        return np.asarray(booster.predict(matrix, num_threads=1))


def _load(name: str) -> lightgbm.Booster:
    packed = (files(_PACKAGE) / "models" / f"{name}.txt.gz").read_bytes()
    return lightgbm.Booster(model_str=gzip.decompress(packed).decode("utf8"))


@cache
def learned_models() -> LearnedModels:
    """The models of the package, loaded once a process."""
    return LearnedModels({name: _load(name) for name in MODELS}, Thresholds.read())
