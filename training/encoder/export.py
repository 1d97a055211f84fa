"""Writes a trained encoder as the reader uses it: ONNX with 8-bit weights, heads as half-precision numbers, the tokeniser."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder.crossfit import head_weights

if TYPE_CHECKING:
    from training.encoder.model import ClaimModel

_OPSET = 17


def export(model: ClaimModel, pieces: bytes, folder: Path) -> None:
    """Writes `encoder.onnx`, `heads.npz` and `pieces.model`."""
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    ids = torch.randint(4, 100, (2, 9))
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "mask", "vectors")}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            model.encoder, (ids, torch.ones_like(ids)), str(whole), input_names=["ids", "mask"], output_names=["vectors"],
            dynamic_axes=axes, opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"], extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
    halves = {name: array.astype(np.float16) for name, array in head_weights(model).items()}
    np.savez_compressed(folder / "heads.npz", **halves)
    (folder / "pieces.model").write_bytes(pieces)
