"""What the encoder thinks of one possible trigger, and that as features for the trees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

PAIR_COLUMNS = ("subject", "object", "subject_share", "object_share", "no_subject", "no_object")
JUDGE_COLUMNS = ("claim", "rival", "no_subject", "no_object", "best_subject", "best_object")


@dataclass(frozen=True, slots=True)
class Seen:
    """Logits. `claim`: that the trigger is a claim of its type; `rival`: the highest for another type at the same word (-10 if none).

    `certainty`: one for each phase, each modality, and negation. `roles`: for each candidate, that it is the subject and that it is
    the object; `nobody`: that there is none.
    """

    claim: float
    rival: float
    certainty: Floats
    roles: Floats
    nobody: Floats

    def pair_columns(self) -> Floats:
        """A row a candidate, in the order of `PAIR_COLUMNS`: logits, then shares among all candidates and nobody (log)."""
        shares = self._shares()
        nobody = np.broadcast_to(shares[-1], self.roles.shape)
        return np.concatenate([self.roles, shares[:-1], nobody], axis=1).astype(np.float32)

    def judge_columns(self) -> list[float]:
        """In the order of `JUDGE_COLUMNS`."""
        shares = self._shares()
        best = shares[:-1].max(axis=0) if len(self.roles) else np.full(2, -10.0)
        return [self.claim, self.rival, *shares[-1].tolist(), *best.tolist()]

    def _shares(self) -> Floats:
        """Log shares of each candidate and, last, of nobody."""
        logits = np.concatenate([self.roles, self.nobody[None]], axis=0)
        shifted = logits - logits.max(axis=0)
        shares: Floats = shifted - np.log(np.exp(shifted).sum(axis=0))
        return shares
