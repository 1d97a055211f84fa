"""Near-duplicate texts: which articles are printings of one wire text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.alignment.weights import Weights
from musnad.arabic.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.alignment.weights import CopyRule


def group_copies(documents: Iterable[tuple[str, str]], rule: CopyRule | None = None) -> dict[str, str]:
    """Groups documents whose texts are near-duplicates.

    MinHash over character shingles of the folded text, with locality-sensitive hashing to find candidates (A. Broder,
    "On the resemblance and containment of documents", 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive
    Datasets", ch. 3), and the estimated Jaccard similarity to decide. Groups are the connected components. A much
    shortened copy resembles its original too little to be found. Time and memory are linear in the documents.

    Args:
        documents: pairs (content hash, text), in any order.
        rule: when two texts are copies; that of `weights.yaml` if not given.

    Returns:
        content hash → group id, which is the least hash of the group. Every document has an entry.
    """
    # Half a second to import, and only questions over several articles need it.
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]  # noqa: PLC0415

    rule = rule or Weights.default().copies
    texts = dict(documents)
    parent = {key: key for key in texts}
    # Candidates are sought a little below the threshold, since banding misses some pairs that lie on it.
    index = MinHashLSH(threshold=max(0.05, rule.similarity - 0.1), num_perm=rule.permutations)
    sketches: dict[str, MinHash] = {}
    for key in sorted(texts):
        shingles = _shingles(texts[key], rule)
        if not shingles:
            continue
        sketch = MinHash(num_perm=rule.permutations, seed=1)
        sketch.update_batch(shingles)
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= rule.similarity:
                _join(parent, key, other)
        index.insert(key, sketch)
        sketches[key] = sketch
    return {key: _find(parent, key) for key in texts}


def _shingles(text: str, rule: CopyRule) -> list[bytes]:
    letters = " ".join(fold(text).split())
    if len(letters) < rule.characters:
        return []
    found = {letters[i : i + rule.shingle] for i in range(len(letters) - rule.shingle + 1)}
    return [shingle.encode("utf8", "surrogatepass") for shingle in sorted(found)]


def _find(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _join(parent: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_find(parent, one), _find(parent, other)))
    parent[second] = first
