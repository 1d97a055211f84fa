"""Makes the reader's models from a folder of annotated articles.

    python -m training.train ANNOTATED_FOLDER [--out src/musnad/reading/models] [--folds 5]

The pair models see only triggers that are claims; the judge sees the pair models' answers on articles they were not trained
on. Thresholds are chosen for strict F1 on articles left out. Seeded; minutes on one core.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from dataclasses import asdict, replace
from pathlib import Path

import lightgbm
import numpy as np
import yaml

from musnad.reading.analysis import analyse
from musnad.reading.decoding import Roles, Thresholds, choose_roles, evidence, judge_row, object_rows
from musnad.reading.learned import MODALITIES, PHASES
from training.annotated import load, load_standoff
from training.rows import TriggerRow, matrix, rows_of

COMMON = {
    "verbose": -1,
    "seed": 7,
    "num_threads": 2,
    "deterministic": True,
    "force_row_wise": True,
    "min_gain_to_split": 0.0,
}
PAIR = {
    **COMMON,
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 48,
    "min_data_in_leaf": 12,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 2.0,
}
PAIR_ROUNDS = 300
JUDGE = {**PAIR, "num_leaves": 20, "min_data_in_leaf": 25}
JUDGE_ROUNDS = 220
SCREEN = {**PAIR, "num_leaves": 12, "min_data_in_leaf": 30}
SCREEN_ROUNDS = 80
SCREEN_KEEPS = 0.97
CLASSES = {
    **COMMON,
    "learning_rate": 0.05,
    "num_leaves": 12,
    "min_data_in_leaf": 12,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 3.0,
}
CLASS_ROUNDS = 120
OPTIONAL_WEIGHT = 0.4
# Least chances of subject, object, a further one beside it, and least confidence: chosen by cross-validation.
LIMITS = (0.25, 0.08, 0.6, 0.2)


def weight(row: TriggerRow) -> float:
    return OPTIONAL_WEIGHT if row.claim is not None and row.claim["optional"] else 1.0


def fit_pairs(rows: list[TriggerRow], role: str) -> lightgbm.Booster:
    """The model of one role: which candidate it is, given that the trigger is a claim."""
    used = [r for r in rows if r.claim is not None and len(r.pairs)]
    if role == "subject":
        x = np.concatenate([r.pairs for r in used])
    else:
        x = np.concatenate([object_rows(r.pairs, r.resolved, r.subject_chances) for r in used])
    y = np.asarray([float(v) for r in used for v in (r.subject if role == "subject" else r.object)])
    w = np.asarray([weight(r) for r in used for _ in range(len(r.pairs))])
    return lightgbm.train(PAIR, lightgbm.Dataset(x, y, weight=w), PAIR_ROUNDS)


def apply_subject(model: lightgbm.Booster, rows: list[TriggerRow]) -> None:
    """Sets the subject chances of each row."""
    chances = model.predict(np.concatenate([r.pairs for r in rows]))
    for r, own in zip(rows, np.split(chances, np.cumsum([len(r.pairs) for r in rows])[:-1]), strict=True):
        r.subject_chances = own


def apply_object(model: lightgbm.Booster, rows: list[TriggerRow]) -> None:
    """Sets the object chances of each row, given its subject chances."""
    chances = model.predict(
        np.concatenate([object_rows(r.pairs, r.resolved, r.subject_chances) for r in rows])
    )
    for r, own in zip(rows, np.split(chances, np.cumsum([len(r.pairs) for r in rows])[:-1]), strict=True):
        r.object_chances = own


def judge_rows(rows: list[TriggerRow]) -> list[list[float]]:
    """The judge's features, from chances set before."""
    return [
        [*judge_row(r.screened, r.subject_chances.tolist(), r.object_chances.tolist()), *r.viewed]
        for r in rows
    ]


def fit_screen(rows: list[TriggerRow]) -> lightgbm.Booster:
    """The model that passes over words that are hardly ever claims, before their ends are looked for."""
    rows = [r for r in rows if r.known]
    y = np.asarray([float(r.claim is not None) for r in rows])
    x = matrix([r.screened for r in rows])
    return lightgbm.train(SCREEN, lightgbm.Dataset(x, y, weight=[weight(r) for r in rows]), SCREEN_ROUNDS)


def screen_threshold(rows: list[TriggerRow], folds: int = 3) -> float:
    """The chance below which `1 - SCREEN_KEEPS` of the claims that count fall, on articles left out."""
    order = np.random.default_rng(5).permutation(max(r.document for r in rows) + 1)
    chances: list[float] = []
    for k in range(folds):
        held = set(order[k::folds].tolist())
        model = fit_screen([r for r in rows if r.document not in held])
        claims = [r for r in rows if r.document in held and r.claim is not None and not r.claim["optional"]]
        chances.extend(model.predict(matrix([r.screened for r in claims])).tolist())
    return float(np.quantile(chances, 1 - SCREEN_KEEPS))


def fit_judge(rows: list[TriggerRow]) -> lightgbm.Booster:
    """The model that says whether a trigger is a claim, knowing how sure its ends are."""
    rows = [r for r in rows if r.known]
    y = np.asarray([float(r.claim is not None) for r in rows])
    w = np.asarray([weight(r) for r in rows])
    return lightgbm.train(JUDGE, lightgbm.Dataset(matrix(judge_rows(rows)), y, weight=w), JUDGE_ROUNDS)


def fit_class(rows: list[TriggerRow], name: str) -> lightgbm.Booster:
    used = [r for r in rows if r.claim is not None]
    x = matrix([r.certainty for r in used])
    w = np.asarray([weight(r) for r in used])
    if name == "negated":
        y = np.asarray([float(r.claim["negated"]) for r in used])
        return lightgbm.train(
            {**CLASSES, "objective": "binary"}, lightgbm.Dataset(x, y, weight=w), CLASS_ROUNDS
        )
    classes = [str(c) for c in (PHASES if name == "phase" else MODALITIES)]
    y = np.asarray([classes.index(r.claim[name]) for r in used])
    parameters = {**CLASSES, "objective": "multiclass", "num_class": len(classes)}
    return lightgbm.train(parameters, lightgbm.Dataset(x, y, weight=w), CLASS_ROUNDS)


def out_of_fold(rows: list[TriggerRow], documents: int, folds: int, seed: int = 7) -> None:
    """Gives every row the chances of pair models that never saw its article."""
    order = np.random.default_rng(seed).permutation(documents)
    for k in range(folds):
        held = set(order[k::folds].tolist())
        inside = [r for r in rows if r.document not in held]
        outside = [r for r in rows if r.document in held]
        subject = fit_pairs(inside, "subject")
        inner = [r for r in inside if r.claim is not None]
        apply_subject(subject, inner)
        object_ = fit_pairs(inner, "object")
        apply_subject(subject, outside)
        apply_object(object_, outside)
        for r in outside:
            r.kept = (r.subject_chances, r.object_chances)
    for r in rows:
        assert r.kept is not None
        r.subject_chances, r.object_chances = r.kept


def save(model: lightgbm.Booster, folder: Path, name: str) -> None:
    text = model.model_to_string()
    text = text[: text.index("\nparameters:")] if "\nparameters:" in text else text
    (folder / f"{name}.txt.gz").write_bytes(
        gzip.compress(
            (text + "\nend of trees\n" if "end of trees" not in text else text).encode("utf8"), 9, mtime=0
        )
    )


def fit_confidence(rows: list[TriggerRow], judge_folds: int = 3) -> Thresholds:
    """Calibrates the product of the chances on rows whose chances come from models that never saw their article.

    A row counts as right where the claim is there and the likeliest subject and object are the annotated ones.
    """
    guess = Thresholds(*LIMITS, 1.0, 0.0, screen_threshold(rows))
    documents = max(r.document for r in rows) + 1
    order = np.random.default_rng(3).permutation(documents)
    x, y = [], []
    for k in range(judge_folds):
        held = set(order[k::judge_folds].tolist())
        judge = fit_judge([r for r in rows if r.document not in held])
        outside = [r for r in rows if r.document in held]
        for r, chance in zip(outside, judge.predict(matrix(judge_rows(outside))), strict=True):
            roles = choose_roles(r.resolved, r.subject_chances.tolist(), r.object_chances.tolist(), guess)
            if roles.subjects or roles.objects:
                x.append(evidence(float(chance), roles))
                y.append(_right(r, roles))
    slope, offset = _logistic(np.asarray(x), np.asarray(y, dtype=float))
    return replace(guess, slope=round(slope, 4), offset=round(offset, 4), screen=round(guess.screen, 4))


def _right(row: TriggerRow, roles: Roles) -> bool:
    if row.claim is None:
        return False
    ends = ((roles.subjects, row.claim["subject"]), (roles.objects, row.claim["object"]))
    return all(
        (row.actors[chosen[0]] in wanted) if chosen and wanted else not chosen and not wanted
        for chosen, wanted in ends
    )


def _logistic(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Slope and offset of a one-feature logistic regression, by Newton's method."""
    weights = np.zeros(2)
    design = np.stack([x, np.ones_like(x)], axis=1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (y - p)
        hessian = (design * (p * (1 - p))[:, None]).T @ design
        weights += np.linalg.solve(hessian, gradient)
    return float(weights[0]), float(weights[1])


def fit_all(
    rows: list[TriggerRow], documents: int, folds: int = 3
) -> tuple[dict[str, lightgbm.Booster], Thresholds]:
    """All six models from these rows, and the calibrated thresholds."""
    out_of_fold(rows, documents, folds)
    out = {"screen": fit_screen(rows), "judge": fit_judge(rows)}
    thresholds = fit_confidence(rows)
    # The object model learns from what the subject model says of articles it has not seen, as it will be used.
    out["object"] = fit_pairs(rows, "object")
    out["subject"] = fit_pairs(rows, "subject")
    for name in ("phase", "modality", "negated"):
        out[name] = fit_class(rows, name)
    return out, thresholds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/musnad/reading/models"))
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--standoff", type=Path, help="stand-off annotations to learn from as well")
    parser.add_argument("--corpora", type=Path, help="the corpora that the stand-off annotations point into")
    parser.add_argument(
        "--encoders",
        type=Path,
        help="work folder of training.encoder.train: makes the models that use an encoder's views as well",
    )
    args = parser.parse_args()
    articles = load(args.folder)
    if args.standoff:
        articles += load_standoff(args.standoff, args.corpora)
    analyses = [analyse(a.document) for a in articles]
    rows = [r for i, (a, an) in enumerate(zip(articles, analyses, strict=True)) for r in rows_of(i, a, an)]
    claims = sum(r.claim is not None for r in rows)
    print(f"{len(articles)} articles, {len(rows)} possible triggers, {claims} are claims", file=sys.stderr)
    make(rows, len(articles), args.folds, args.out / "fast")
    if args.encoders:
        from training.encoder.crossfit import Observers  # noqa: PLC0415 - needs PyTorch

        Observers(args.encoders).look(rows, articles, analyses)
        make(rows, len(articles), args.folds, args.out / "context")


def make(rows: list[TriggerRow], documents: int, folds: int, out: Path) -> None:
    """Fits all models on these rows and writes them to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    models, thresholds = fit_all(rows, documents, folds)
    for name, model in models.items():
        save(model, out, name)
    (out / "thresholds.yaml").write_text(yaml.safe_dump(asdict(thresholds)), "utf8")


if __name__ == "__main__":
    main()
