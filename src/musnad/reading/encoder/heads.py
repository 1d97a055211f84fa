"""The heads that look at the encoder's words, in numpy.

The same sums as in training: is a trigger a claim of its type, how certain is it, and which candidate is its subject and which its
object (an additive and a bilinear score for each pair, after Dozat and Manning 2017).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from musnad.reading.encoder.seen import Seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Columns = npt.NDArray[np.int64]

_EDGES = np.array([1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 50])
DISTANCES = 2 * len(_EDGES) + 2
_NO_RIVAL = -10.0


def distance(trigger_first: Columns, trigger_last: Columns, first: Columns, last: Columns) -> Columns:
    """The bucket of each pair: candidates before the trigger, overlapping it (the middle bucket), after it."""
    before = np.maximum(trigger_first - last, 0)
    after = np.maximum(first - trigger_last, 0)
    middle = len(_EDGES)
    return np.where(
        after > 0,
        middle + np.searchsorted(_EDGES, after, side="right"),
        np.where(before > 0, middle - np.searchsorted(_EDGES, before, side="right"), middle),
    )


def gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, in its tanh form (Hendrycks and Gimpel 2016)."""
    out: Floats = 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x * x * x)))
    return out


class Heads:
    """The heads' weights, by the names they have in training."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._w = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in weights.items()}

    def seen(
        self,
        words: Floats,
        triggers: Columns,
        mentions: Columns,
        groups: Sequence[tuple[Columns, tuple[int, int]]],
    ) -> list[Seen]:
        """What is thought of each trigger.

        `words` holds a vector a word; `triggers` and `mentions` are columns as in `layout`; `groups` gives the triggers of each
        sentence (rows, in order) and the range of its candidates.
        """
        both = np.concatenate([words[triggers[:, 0]], words[triggers[:, 1]]], axis=1)
        state = gelu(self._linear("trigger", both) + self._w["part.weight"][triggers[:, 3]])
        types = self._linear("claim", state)
        claim = types[np.arange(len(triggers)), triggers[:, 2]]
        certainty, nobody = self._linear("certainty", state), self._linear("nobody", state)
        left = (
            self._linear("pair_trigger", both)
            + self._w["pair_type.weight"][triggers[:, 2]]
            + self._w["pair_part.weight"][triggers[:, 3]]
        )
        asked = self._linear("bilinear", left).reshape(len(left), 2, -1)
        right = self._mentions(words, mentions)
        out: list[Seen] = []
        for rows, (start, end) in groups:
            m = mentions[start:end]
            for row in rows.tolist():
                roles = self._roles(left[row], asked[row], right[start:end], triggers[row], m)
                out.append(Seen(float(claim[row]), _NO_RIVAL, certainty[row], roles, nobody[row]))
        return out

    def _linear(self, name: str, x: Floats) -> Floats:
        out: Floats = x @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]
        return out

    def _mentions(self, words: Floats, mentions: Columns) -> Floats:
        both = np.concatenate([words[mentions[:, 0]], words[mentions[:, 1]]], axis=1)
        out = self._linear("pair_mention", both)
        for column, name in enumerate(("form", "kind", "depth", "carried"), 2):
            out += self._w[f"pair_{name}.weight"][mentions[:, column]]
        return out

    def _roles(self, left: Floats, asked: Floats, right: Floats, trigger: Columns, m: Columns) -> Floats:
        apart = self._w["pair_distance.weight"][distance(trigger[0], trigger[1], m[:, 0], m[:, 1])]
        added = self._linear("roles", gelu(left + right + apart))
        out: Floats = added + right @ asked.T / np.float32(np.sqrt(len(left)))
        return out
