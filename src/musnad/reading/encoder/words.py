"""The encoder itself: word pieces in, a vector a word out, by ONNX Runtime on the processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnxruntime

from musnad.reading.encoder.layout import LONGEST_PIECES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from musnad.reading.encoder.layout import Layout

_START, _PAD, _END = 0, 1, 2
_BATCH_PIECES = 200


class WordEncoder:
    """An exported encoder. `model` is its ONNX file's content; inputs `ids` and `mask`, output a vector a piece."""

    def __init__(self, model: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = True
        options.enable_mem_pattern = False
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.width: int = self._session.get_outputs()[0].shape[-1]

    def vectors(self, layout: Layout, wanted: Sequence[bool]) -> npt.NDArray[np.float32]:
        """A vector for each word of the windows that are wanted; zeros elsewhere, and one row of zeros at the end.

        A word's vector is the mean of its pieces'.
        """
        runs = [
            [(piece, word) for word in range(start, end) for piece in layout.pieces[word]][:LONGEST_PIECES]
            for (start, end), needed in zip(layout.windows, wanted, strict=True)
            if needed
        ]
        out = np.zeros((len(layout.pieces) + 1, self.width), dtype=np.float32)
        for batch in _batches([run for run in runs if run]):
            self._add(batch, out)
        times = np.fromiter(
            (max(1, len(p)) for p in layout.pieces), dtype=np.float32, count=len(layout.pieces)
        )
        out[:-1] /= times[:, None]
        return out

    def _add(self, batch: list[list[tuple[int, int]]], out: npt.NDArray[np.float32]) -> None:
        longest = max(map(len, batch)) + 2
        ids = np.full((len(batch), longest), _PAD, dtype=np.int64)
        for row, run in zip(ids, batch, strict=True):
            row[: len(run) + 2] = [_START, *(piece for piece, _ in run), _END]
        mask = (ids != _PAD).astype(np.int64)
        (found,) = self._session.run(None, {"ids": ids, "mask": mask})
        for vectors, run in zip(found, batch, strict=True):
            np.add.at(out, [word for _, word in run], vectors[1 : len(run) + 1])


def _batches(runs: list[list[tuple[int, int]]]) -> list[list[list[tuple[int, int]]]]:
    """Runs of like length together, so that little is padded."""
    out: list[list[list[tuple[int, int]]]] = []
    for run in sorted(runs, key=len):
        if not out or (len(out[-1]) + 1) * len(run) > _BATCH_PIECES:
            out.append([])
        out[-1].append(run)
    return out
