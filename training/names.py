"""Makes the reader's tagger of names, and measures it: a conditional random field over words and their neighbours.

    python -m training.names NER_FOLDER NEWS_FOLDER [--measure] [--out src/musnad/reading/models/names.json.gz]

NER_FOLDER holds `cleananercorp_train.txt` (CLEANANERCorp, GPL-3, for research: one word and its label a line; names of persons,
places, organisations and others); NEWS_FOLDER holds articles (`*.jsonl.gz`), from which words get their classes (`word_classes`).
With --measure the sentences are cut into blocks of 100, the blocks are dealt into five parts by a fixed seed, and each part is
measured by a model that learnt from the others; without, the model learns from all of them and is written.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pycrfsuite

from musnad.arabic.folding import fold
from musnad.arabic.sentences import Sentence
from musnad.arabic.tokens import Token, tokenize
from musnad.reading.mentions.name_signs import OFFSETS, Signs
from musnad.reading.mentions.name_tagger import OUTSIDE, NameModel, NameTagger, spans
from musnad.reading.mentions.scan import Scan, scan
from musnad.reading.words.vocabulary import vocabulary
from training.word_classes import word_classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy.typing as npt

    Labelled = list[tuple[str, str]]

BLOCK = 100
"""Sentences of a block: neighbouring sentences are of one article and share its names, so they stay together."""
_PARTS = 5
_SEED = 20
_SCALE = 1000.0
_LEAST = 0.02
_SETTINGS = {"c1": 0.1, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 2}
"""The trainer's: weights of the L1 and L2 penalties, rounds, and how often a sign must occur."""
KINDS = ("PERS", "LOC", "ORG")
"""The kinds of names that are measured."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence as the reader sees it; `places[i]` are the reader's tokens of the i-th word of the file."""

    scan: Scan
    labels: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    given: tuple[str, ...]


def read_conll(path: Path) -> list[Labelled]:
    """Sentences of (word, label); a line without a label ends a sentence."""
    out: list[Labelled] = [[]]
    for line in path.read_text("utf8").splitlines():
        parts = line.split()
        if len(parts) > 1:
            out[-1].append((parts[0], parts[-1]))
        elif out[-1]:
            out.append([])
    return [sentence for sentence in out if sentence]


def folds(sentences: Sequence[Labelled]) -> Iterator[tuple[list[Labelled], list[Labelled]]]:
    """For each part, the sentences to learn from and those to measure on: every block is wholly in one part."""
    blocks = [sentences[i : i + BLOCK] for i in range(0, len(sentences), BLOCK)]
    order = np.random.default_rng(_SEED).permutation(len(blocks)).tolist()
    for part in range(_PARTS):
        held = set(order[part::_PARTS])
        yield (
            [s for i, block in enumerate(blocks) if i not in held for s in block],
            [s for i in sorted(held) for s in blocks[i]],
        )


def example(sentence: Labelled) -> Example | None:
    """The sentence in the reader's words; None where nothing is left of it."""
    tokens: list[Token] = []
    labels: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for word, label in sentence:
        parts = tokenize(fold(word))
        first = len(tokens)
        tokens.extend(Token(t.text, at + t.start, at + t.end) for t in parts)
        labels.extend(_spread(parts, label))
        places.append((first, len(tokens)))
        at += len(word) + 1
    if not tokens:
        return None
    made = Sentence(0, 0, 0, tokens[-1].end, tuple(tokens), heading=False, starts_quoted=False)
    return Example(
        scan(made, vocabulary()), tuple(labels), tuple(places), tuple(label for _, label in sentence)
    )


def examples(sentences: Iterable[Labelled]) -> Iterator[Example]:
    """The sentences in the reader's words."""
    return (one for one in map(example, sentences) if one is not None)


def _spread(parts: Sequence[Token], label: str) -> list[str]:
    """A label over the tokens of one word: marks before its first letter and after its last are outside the name."""
    if label == OUTSIDE:
        return [OUTSIDE] * len(parts)
    lettered = [i for i, token in enumerate(parts) if token.text[0].isalnum()]
    if not lettered:
        return [OUTSIDE] * len(parts)
    inside = range(lettered[0], lettered[-1] + 1)
    going_on = "I" + label[1:]
    return [
        OUTSIDE if i not in inside else label if i == lettered[0] else going_on for i in range(len(parts))
    ]


def with_ends(labels: Sequence[str]) -> list[str]:
    """The labels with the ends of names marked: E- for the last word of several, S- for a name of one word."""
    out = []
    for label, after in zip(labels, [*labels[1:], OUTSIDE], strict=True):
        ends = label != OUTSIDE and not after.startswith("I-")
        out.append(({"B": "S", "I": "E"}[label[0]] + label[1:]) if ends else label)
    return out


def attributes(one: Scan, known: Signs) -> list[list[str]]:
    """The signs of each token of a sentence, as the tagger adds them up."""
    out: list[list[str]] = [[] for _ in one.words]
    for at, signed in enumerate(out):
        for offset in OFFSETS:
            if 0 <= at + offset < len(out):
                signed.extend(known.of(one.words[at + offset], offset))
    for at, sign in known.together(one):
        out[at].append(sign)
    return out


def fit(examples: Iterable[Example], known: Signs) -> NameTagger:
    """A tagger learnt from the examples."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    for one in examples:
        trainer.append(attributes(one.scan, known), with_ends(one.labels))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "names.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    labels = sorted(info.labels, key=lambda label: (label != OUTSIDE, label))
    number = {label: i for i, label in enumerate(labels)}
    # Two labels that never follow each other have no weight: zero, as the trainer counts it.
    transitions = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (before, after), weight in info.transitions.items():
        transitions[number[before], number[after]] = weight
    weights: dict[str, npt.NDArray[np.float32]] = defaultdict(lambda: np.zeros(len(labels), dtype=np.float32))
    for (sign, label), weight in info.state_features.items():
        if abs(weight) >= _LEAST:
            weights[sign][number[label]] = weight
    return NameTagger(NameModel(tuple(labels), transitions, dict(weights)), known)


def word_labels(one: Example, tags: Sequence[str]) -> list[str]:
    """The tagger's labels over the words of the file: a word has the first label among its tokens."""
    return [next((t for t in tags[a:b] if t != OUTSIDE), OUTSIDE) for a, b in one.places]


class Tally:
    """Exact names counted by kind, as CoNLL 2003 counts them: `right`, `given` by the tagger, `owed` by the file."""

    def __init__(self) -> None:
        self.right, self.given, self.owed = Counter[str](), Counter[str](), Counter[str]()

    def add(self, tagger: NameTagger, one: Example) -> None:
        """Counts a sentence."""
        gold = {s for s in spans(one.given) if s.kind in KINDS}
        found = {s for s in spans(word_labels(one, tagger.tags(one.scan))) if s.kind in KINDS}
        for counts, names in ((self.right, gold & found), (self.given, found), (self.owed, gold)):
            counts.update(name.kind for name in names)
            counts["all"] += len(names)

    def figures(self) -> dict[str, tuple[float, float, float]]:
        """Precision, recall and F1 by kind, and over all kinds (`all`)."""
        return {k: _prf(self.right[k], self.given[k], self.owed[k]) for k in (*KINDS, "all")}


def _prf(right: int, given: int, owed: int) -> tuple[float, float, float]:
    precision, recall = right / max(1, given), right / max(1, owed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def save(tagger: NameTagger, known: Signs, path: Path) -> None:
    """Writes the model: for each sign the numbers of its labels, each with its weight in thousandths; and the word classes."""
    weights = {
        sign: [n for i in np.flatnonzero(row).tolist() for n in (i, round(float(row[i]) * _SCALE))]
        for sign, row in sorted(tagger.model.weights.items())
    }
    data = {
        "labels": tagger.model.labels,
        "transitions": np.round(tagger.model.transitions.astype(float), 4).tolist(),
        "scale": _SCALE,
        "weights": {sign: pairs for sign, pairs in weights.items() if pairs},
        "classes": dict(sorted(known.classes.items())),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", type=Path, metavar="NER_FOLDER")
    parser.add_argument("news", type=Path, metavar="NEWS_FOLDER")
    parser.add_argument("--measure", action="store_true", help="cross-validate instead of writing a model")
    parser.add_argument("--out", type=Path, default=Path("src/musnad/reading/models/names.json.gz"))
    args = parser.parse_args()
    sentences = read_conll(args.names / "cleananercorp_train.txt")
    known = Signs(vocabulary().base, vocabulary().mention_words.no_names, word_classes(args.news))
    if not args.measure:
        save(fit(examples(sentences), known), known, args.out)
        return
    tally = Tally()
    for learn, held in folds(sentences):
        tagger = fit(examples(learn), known)
        for one in examples(held):
            tally.add(tagger, one)
    for name, (precision, recall, f1) in tally.figures().items():
        print(f"{name:5} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
