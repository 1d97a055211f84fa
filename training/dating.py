"""Fits the weights that choose the time of a claim, and cross-validates them.

    python -m training.dating ANNOTATED_FOLDER [--write] [--folds 8]

A conditional logit: over the times a claim may have and "none" (score 0), the chance of a right one is made as large as
can be, with a Gaussian prior. Prints, for some thresholds, the share of dated claims dated right and the share of the
dates given out that are right, over articles not learnt from. `--write` puts the weights, fitted on all, into
`reading/times/attach.yaml`.
"""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import minimize

import musnad.reading.times
from musnad.arabic.folding import fold_with_map
from musnad.arabic.sentences import sentences
from musnad.claims.model import EventType, Modality, Phase
from musnad.reading.times import DatedText, Statement
from musnad.reading.times.attach import candidates, linked, settle
from training.annotated import load

if TYPE_CHECKING:
    import numpy.typing as npt

    from training.annotated import Annotated

PRIOR = 2.0
FEWEST = 8
LEAST_WEIGHT = 0.05
THRESHOLDS = (0.0, 0.05, 0.1, 0.15, 0.3)


@dataclass(frozen=True, slots=True)
class Choice:
    """A claim: its article, the signs of its candidates, which of them are right, and whether it has a time at all."""

    article: int
    signs: list[dict[str, float]]
    right: list[bool]
    timed: bool


def choices(index: int, article: Annotated) -> list[Choice]:
    folded = fold_with_map(article.document.text)
    laid = sentences(folded.text)
    statements = []
    for claim in article.claims:
        start, end = claim["trigger"]
        if folded.origin:
            start, end = bisect_left(folded.origin, start), bisect_left(folded.origin, end)
        sentence = next(s.index for s in laid if s.start <= start < s.end)
        kinds = (EventType(claim["type"]), Phase(claim["phase"]), Modality(claim["modality"]))
        actors = frozenset(claim["subject"] + claim["object"])
        statements.append(Statement(sentence, (start, end), *kinds, actors=actors))
    known = linked(DatedText.of(folded.text, laid, article.document.published), statements)
    out = []
    for claim, statement in zip(article.claims, statements, strict=True):
        if claim["optional"]:
            continue
        options = list(candidates(known, statement))
        settled = [
            settle(e, statement.phase, named=e.start < statement.trigger[0] < e.end) for e, _ in options
        ]
        right = [bool(claim["time"]) and same_time(claim["time"], e.interval) for e in settled]
        out.append(Choice(index, [signs for _, signs in options], right, bool(claim["time"])))
    return out


def same_time(wanted: dict[str, str], interval: Any) -> bool:
    got = {"from": interval.start or "", "to": interval.end or ""}
    return all(got[key].startswith(value) for key, value in wanted.items() if value)


def fit(chosen: list[Choice], names: list[str]) -> npt.NDArray[np.float64]:
    used = [c for c in chosen if c.signs and (any(c.right) or not c.timed)]
    rows = np.concatenate([matrix(c, names) for c in used])
    sizes = [len(c.signs) for c in used]
    starts = np.cumsum([0, *sizes])[:-1]
    owner = np.repeat(np.arange(len(used)), sizes)
    right = np.concatenate([c.right for c in used]).astype(float)
    dated = np.array([any(c.right) for c in used])

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        odds = np.exp(np.clip(rows @ weights, -30, 30))
        whole = 1 + np.add.reduceat(odds, starts)
        good = np.where(dated, np.add.reduceat(odds * right, starts), 1.0)
        slope = odds * (right * np.where(dated, 1 / good, 0.0)[owner] - (1 / whole)[owner])
        value = np.log(whole).sum() - np.log(good).sum() + PRIOR / 2 * (weights @ weights)
        return float(value), PRIOR * weights - rows.T @ slope

    return np.asarray(minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x)


def matrix(choice: Choice, names: list[str]) -> npt.NDArray[np.float64]:
    return np.array([[signs.get(name, 0.0) for name in names] for signs in choice.signs])


def crossvalidate(chosen: list[Choice], names: list[str], folds: int) -> None:
    articles = sorted({c.article for c in chosen})
    order = np.random.default_rng(5).permutation(articles).tolist()
    counts: Counter[tuple[float, str]] = Counter()
    for k in range(folds):
        held = set(order[k::folds])
        weights = fit([c for c in chosen if c.article not in held], names)
        for choice in (c for c in chosen if c.article in held):
            odds = np.exp(matrix(choice, names) @ weights) if choice.signs else np.zeros(1)
            chance = odds.sum() / (1 + odds.sum())
            for least in THRESHOLDS:
                counts[least, "timed"] += choice.timed
                if choice.signs and chance >= least:
                    counts[least, "given"] += 1
                    counts[least, "right"] += choice.right[int(odds.argmax())]
    for least in THRESHOLDS:
        right, timed, given = (counts[least, name] for name in ("right", "timed", "given"))
        print(
            f"at least {least:.2f}: {right / timed:.3f} of {timed} right, {right / given:.3f} of {given} given"
        )


def write(weights: npt.NDArray[np.float64], names: list[str]) -> None:
    path = Path(musnad.reading.times.__path__[0]) / "attach.yaml"
    head, _, _ = path.read_text("utf8").partition("weights:\n")
    kept = [(n, w) for n, w in zip(names, weights.tolist(), strict=True) if abs(w) >= LEAST_WEIGHT]
    path.write_text(head + "weights:\n" + "".join(f"  {n}: {w:.2f}\n" for n, w in kept), "utf8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    chosen = [c for i, article in enumerate(load(args.folder)) for c in choices(i, article)]
    counts = Counter(name for c in chosen for signs in c.signs for name, value in signs.items() if value)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    crossvalidate(chosen, names, args.folds)
    if args.write:
        write(fit(chosen, names), names)


if __name__ == "__main__":
    main()
