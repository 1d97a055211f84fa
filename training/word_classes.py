"""Classes of word forms by the company they keep: singular vectors of a table of neighbours, clustered.

Positive pointwise mutual information of each form with the frequent forms one and two places before and after it, its
100 greatest singular vectors (Levy, Goldberg and Dagan 2015), and spherical k-means on them, with several numbers of classes.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix, hstack
from scipy.sparse.linalg import svds

from musnad.arabic.folding import fold
from musnad.arabic.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy.typing as npt

SIZES = (64, 256, 1024)
"""How many classes, coarse to fine."""
_LEAST = 6
_COMPANY = 4000
_DIMENSIONS = 100
_ROUNDS = 25
_SEED = 5
_SMOOTH = 0.75
_EDGE = "\n"


def word_classes(corpora: Path) -> dict[str, tuple[int, ...]]:
    """Word form → its class of each size, for the forms that stand at least six times in the corpora of a folder."""
    words = [word for path in sorted(corpora.glob("*.jsonl.gz")) for word in _words(path)]
    counts = Counter(words)
    counts.pop(_EDGE)
    forms = [word for word, count in counts.most_common() if count >= _LEAST]
    vectors = _vectors(_neighbours(words, forms))
    columns = [_clusters(vectors, size).tolist() for size in SIZES]
    return dict(zip(forms, zip(*columns, strict=True), strict=True))


def _words(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            article = json.loads(line)
            for part in fold(f"{article.get('title') or ''}\n{article['text']}").split("\n"):
                for token in tokenize(part):
                    yield "0" if token.text[0].isdigit() else token.text
                yield _EDGE


def _neighbours(words: list[str], forms: list[str]) -> csr_matrix:
    number = {form: i for i, form in enumerate(forms)} | {_EDGE: -2}
    at = np.fromiter((number.get(word, -1) for word in words), dtype=np.int64, count=len(words))
    tables = []
    for offset in (1, -1, 2, -2):
        first, last = max(0, -offset), len(at) - max(0, offset)
        own, other = at[first:last], at[first + offset : last + offset]
        other = np.where(other == -2, _COMPANY, other)  # noqa: PLR2004 - the edge of a paragraph
        kept = (own >= 0) & (other >= 0) & (other <= _COMPANY)
        ones = np.ones(int(kept.sum()), dtype=np.float32)
        tables.append(coo_matrix((ones, (own[kept], other[kept])), shape=(len(forms), _COMPANY + 1)))
    return hstack(tables).tocsr()


def _vectors(table: csr_matrix) -> npt.NDArray[np.float32]:
    total = float(table.sum())
    rows = np.asarray(table.sum(axis=1)).ravel()
    columns = np.asarray(table.sum(axis=0)).ravel() ** _SMOOTH
    columns *= total / columns.sum()
    cells = table.tocoo()
    values = np.log(cells.data * total / (rows[cells.row] * columns[cells.col]))
    kept = values > 0
    positive = csr_matrix((values[kept], (cells.row[kept], cells.col[kept])), shape=table.shape)
    start = np.random.default_rng(_SEED).normal(size=min(positive.shape))
    left, strength, _ = svds(positive, k=_DIMENSIONS, v0=start)
    vectors = left * np.sqrt(strength)
    unit: npt.NDArray[np.float32] = (
        vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    ).astype(np.float32)
    return unit


def _clusters(vectors: npt.NDArray[np.float32], size: int) -> npt.NDArray[np.int64]:
    """Spherical k-means: the number of each vector's nearest mean."""
    rng = np.random.default_rng(_SEED)
    means = vectors[rng.choice(len(vectors), size, replace=False)]
    nearest = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(_ROUNDS):
        nearest = np.concatenate([(part @ means.T).argmax(axis=1) for part in np.array_split(vectors, 20)])
        sums = np.zeros_like(means)
        np.add.at(sums, nearest, vectors)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        means = np.where(norms > 0, sums / np.maximum(norms, 1e-9), means)
    return nearest
