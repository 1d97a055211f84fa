"""Names of persons, places and organisations that no list knows, by a learnt sequence model.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): each word's label is weighed by the signs of
the word and its neighbours and by the label before it, and the best sequence of labels is found by Viterbi's algorithm.
What a word form adds to its own and its neighbours' labels is summed up once a form and remembered. `training/names.py`
makes the model; the model card says what from.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from musnad.knowledge.base import knowledge_base
from musnad.reading.mentions.name_signs import OFFSETS, Signs, beside, listed_names
from musnad.reading.words.mention_words import mention_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    from musnad.reading.mentions.name_signs import Pair
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Word

    Scores: TypeAlias = npt.NDArray[np.float32]
    _Both: TypeAlias = tuple[Scores | None, Scores | None]

_CACHE_LIMIT = 200_000
OUTSIDE = "O"
"""The label of a word in no name. The others are B- (begins), I- (goes on), E- (ends) or S- (is) a name of a kind."""
_BEGINS = "BS"


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name at tokens `first..last` of a sentence: `PERS`, `LOC`, `ORG` or `MISC`."""

    first: int
    last: int
    kind: str


@dataclass(frozen=True, slots=True)
class NameModel:
    """Labels, `transitions[label, next label]`, and the weights of each sign by label."""

    labels: tuple[str, ...]
    transitions: Scores
    weights: Mapping[str, Scores]


class NameTagger:
    """Labels the words of a sentence."""

    def __init__(self, model: NameModel, signs: Signs) -> None:
        self.model = model
        self.signs = signs
        self._none = np.zeros(len(model.labels), dtype=np.float32)
        self._seen: dict[str, Scores] = {}
        self._beside: dict[tuple[Pair, Pair], _Both] = {}
        self._triples = {
            (before, own, after): weight
            for sign, weight in model.weights.items()
            if sign.startswith("c=")
            for before, own, after in (sign[2:].split("_"),)
        }

    def names(self, scan: Scan) -> list[TaggedName]:
        """The names of a sentence, in order."""
        return spans(self.tags(scan))

    def tags(self, scan: Scan) -> list[str]:
        """The likeliest label of each token."""
        if not scan.words:
            return []
        path = best_path(self._scores(scan), self.model.transitions)
        return [self.model.labels[i] for i in path]

    def in_names(self, form: str) -> bool:
        """Whether known persons or bodies bear the folded word in their names."""
        return self.signs.in_names(form)

    def common(self, form: str) -> bool:
        """Whether the folded word is one that news often writes."""
        return form in self.signs.classes

    def _scores(self, scan: Scan) -> Scores:
        """Tokens by labels: what the signs of each token and its neighbours add up to."""
        seen = self._seen
        shares = np.stack([seen[w.text] if w.text in seen else self._shares(w) for w in scan.words])
        count = len(scan.words)
        scores = shares[:, OFFSETS.index(0)].copy()
        for k, offset in enumerate(OFFSETS):
            first, last = max(0, -offset), min(count, count - offset)
            if offset and first < last:
                scores[first:last] += shares[first + offset : last + offset, k]
        for at, weight in self._joint(scan):
            scores[at] += weight
        return scores

    def _joint(self, scan: Scan) -> Iterator[tuple[int, Scores]]:
        """(Token, weights by label) for each sign of neighbours together that the model weighs; as `Signs.together`."""
        weights, pairs = self.model.weights, self.signs.pairs(scan)
        count = len(scan.words)
        for at in range(count + 1):
            key = (pairs[at], pairs[at + 1])
            left, right = self._beside[key] if key in self._beside else self._weighed(*key)
            if left is not None and at:
                yield at - 1, left
            if right is not None and at < count:
                yield at, right
        for at in range(count):
            triple = self._triples.get((pairs[at][1], pairs[at + 1][1], pairs[at + 2][1]))
            if triple is not None:
                yield at, triple
        for at, sign in ((0, "first"), (count - 1, "last"), *listed_names(scan)):
            if sign in weights:
                yield at, weights[sign]

    def _weighed(self, left: Pair, right: Pair) -> _Both:
        """What two neighbours together add to the labels of each, None for nothing; remembered."""
        if len(self._beside) > _CACHE_LIMIT:
            self._beside.clear()
        weights = self.model.weights
        known = [[weights[sign] for sign in signs if sign in weights] for signs in beside(left, right)]
        first, last = (sum(rows, start=self._none) if rows else None for rows in known)
        self._beside[left, right] = (first, last)
        return first, last

    def _shares(self, word: Word) -> Scores:
        """Offsets by labels: what the word adds to the label of the word it stands at that offset from."""
        if len(self._seen) > _CACHE_LIMIT:
            self._seen.clear()
        none, weights = self._none, self.model.weights
        found = np.stack(
            [
                sum((weights.get(sign, none) for sign in self.signs.of(word, offset)), start=none)
                for offset in OFFSETS
            ]
        )
        self._seen[word.text] = found
        return found


def best_path(scores: Scores, transitions: Scores) -> list[int]:
    """The labels, one a row, with the greatest sum of scores (rows by labels) and of `transitions[label, next label]`."""
    came: list[npt.NDArray[np.intp]] = []
    total = scores[0]
    turned = np.ascontiguousarray(transitions.T)
    rows = np.arange(len(turned))
    for row in scores[1:]:
        sums = turned + total
        best = sums.argmax(axis=1)
        came.append(best)
        total = sums[rows, best] + row
    path = [int(total.argmax())]
    for best in reversed(came):
        path.append(int(best[path[-1]]))
    return path[::-1]


def spans(tags: Sequence[str]) -> list[TaggedName]:
    """The names that labels mark; an I- or E- that goes on nothing of its kind begins a name."""
    out: list[TaggedName] = []
    for at, tag in enumerate(tags):
        if tag == OUTSIDE:
            continue
        mark, _, kind = tag.partition("-")
        last = out[-1] if out else None
        if mark not in _BEGINS and last is not None and last.last == at - 1 and last.kind == kind:
            out[-1] = TaggedName(last.first, at, kind)
        else:
            out.append(TaggedName(at, at, kind))
    return out


@cache
def name_tagger() -> NameTagger:
    """The tagger of the package, loaded once a process."""
    packed = (files("musnad.reading") / "models" / "names.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    labels, flat = data["labels"], data["weights"]
    table = np.zeros((len(flat), len(labels)), dtype=np.float32)
    for row, pairs in zip(table, flat.values(), strict=True):
        row[pairs[::2]] = pairs[1::2]
    table /= data["scale"]
    model = NameModel(
        tuple(labels),
        np.array(data["transitions"], dtype=np.float32),
        dict(zip(flat, table, strict=True)),
    )
    classes = {word: tuple(numbers) for word, numbers in data["classes"].items()}
    return NameTagger(model, Signs(knowledge_base(), mention_words().no_names, classes))
