"""A possible claim on its way through the models."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from musnad.reading.candidates import Trigger
    from musnad.reading.context import Placed
    from musnad.reading.decoding import Roles


@dataclass(slots=True)
class Case:
    """A possible trigger with its candidates and, in turn, what the models say of them.

    `chance` is first the screen's, then the judge's.
    """

    sentence: int
    trigger: Trigger
    certainty: list[float]
    screened: list[float]
    placed: list[Placed] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    rows: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))
    subject: Sequence[float] = ()
    object: Sequence[float] = ()
    chance: float = 0.0
    roles: Roles | None = None
    confidence: float = 0.0
