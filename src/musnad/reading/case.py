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
    from musnad.reading.encoder.seen import Seen


@dataclass(slots=True)
class Case:
    """A possible trigger with its candidates and, in turn, what the models say of them.

    `chance` is first the screen's, then the judge's. `seen` is what the encoder thinks of it, where the reader has one.
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
    seen: Seen | None = None

    def see(self, seen: Seen) -> None:
        """Adds what the encoder thinks to the features of the pairs and of certainty."""
        self.seen = seen
        self.rows = np.concatenate([self.rows, seen.pair_columns()], axis=1)
        self.certainty = [*self.certainty, *seen.certainty.tolist()]

    def judge_columns(self) -> list[float]:
        """What the encoder thinks, for the judge; nothing without one."""
        return self.seen.judge_columns() if self.seen is not None else []
