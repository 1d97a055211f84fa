"""Cross-validation of the whole reader inside the training articles, by the public scorer.

    python -m training.crossval ANNOTATED_FOLDER SCORER.py [--folds 3]

Each fold's models never saw the articles they read. Prints the scorer's figures over all folds.
"""

from __future__ import annotations

import argparse
import importlib.util
import pickle
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from musnad.formats.contract import reading_to_dict
from musnad.reading.analysis import analyse
from musnad.reading.learned import LearnedModels
from musnad.reading.reader import WeighingReader
from training.annotated import load, load_standoff
from training.rows import rows_of
from training.train import fit_all


def scorer(path: Path) -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--only", type=int, default=None, help="run this many folds only")
    parser.add_argument("--keep", type=Path, help="keep the readings' cases here, for choosing thresholds")
    parser.add_argument("--standoff", type=Path, help="stand-off annotations to learn from in every fold")
    parser.add_argument("--corpora", type=Path, help="the corpora that the stand-off annotations point into")
    parser.add_argument("--encoders", type=Path, help="work folder of training.encoder.train")
    args = parser.parse_args()
    score = scorer(args.scorer)
    articles = load(args.folder)
    measured = len(articles)
    if args.standoff:
        articles += load_standoff(args.standoff, args.corpora)
    analyses = [analyse(a.document) for a in articles]
    rows = [r for i, (a, an) in enumerate(zip(articles, analyses, strict=True)) for r in rows_of(i, a, an)]
    observers = None
    if args.encoders:
        from training.encoder.crossfit import Observers  # noqa: PLC0415 - needs PyTorch

        observers = Observers(args.encoders)
        observers.look(rows, articles, analyses)
    order = np.random.default_rng(11).permutation(measured)
    total: Counter[Any] = Counter()
    kept = []
    for k in range(args.only or args.folds):
        held = set(order[k :: args.folds].tolist())
        boosters, thresholds = fit_all([r for r in rows if r.document not in held], len(articles))
        print(thresholds, file=sys.stderr)
        for i in sorted(held):
            observer = observers.of(articles[i].document.id) if observers else None
            reader = WeighingReader(LearnedModels(boosters, thresholds, observer))
            cases = reader.weighed(analyses[i])
            kept.append((i, cases))
            reading = reader.written(analyses[i], cases)
            total.update(score.tally(articles[i].raw, reading_to_dict(reading)))
    for name, figures in score.figures(total).items():
        print(name, {a: round(b, 3) if b is not None else b for a, b in figures.items()})
    if args.keep:
        args.keep.write_bytes(pickle.dumps(kept))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
