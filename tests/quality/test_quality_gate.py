"""The reader's figures on annotated articles never fall below their floors (`floors.yaml`).

To raise floors after an improvement: python tests/quality/test_quality_gate.py --update
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from musnad.formats.contract import reading_to_dict
from musnad.intake.sources import read_inputs
from musnad.reading.reader import default_reader

FLOORS = Path(__file__).with_name("floors.yaml")
SLACK = 0.015
"""A raised floor stays this far below the figure: the encoder's 8-bit sums differ a little between processors."""


def scorer(shared: Path) -> Any:
    """The public scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_claims", shared / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def corpus_hash(folder: Path) -> str:
    """SHA-256 over the names and contents of the annotated files."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def measured(shared: Path) -> dict[str, float]:
    """The scorer's figures over all annotated articles: F1 or accuracy by name."""
    score = scorer(shared)
    reader = default_reader()
    total: Counter[Any] = Counter()
    for path in sorted((shared / "gold").glob("*.json")):
        (taken,) = read_inputs([str(path)])
        total.update(
            score.tally(json.loads(path.read_text("utf8")), reading_to_dict(reader.read(taken.document)))
        )
    return {name: f.get("f1", f.get("accuracy")) for name, f in score.figures(total).items()}


@pytest.mark.gate
def test_reader_quality_stays_above_its_floors(shared: Path) -> None:
    gate = yaml.safe_load(FLOORS.read_text("utf8"))
    assert gate["corpus"] == corpus_hash(shared / "gold"), (
        "the annotated articles changed: measure and set floors anew"
    )
    figures = measured(shared)
    below = {n: (round(figures[n], 3), floor) for n, floor in gate["floors"].items() if figures[n] < floor}
    assert not below, f"below the floor (figure, floor): {below}"


@pytest.mark.gate
def test_floors_cover_what_readers_are_judged_by() -> None:
    gate = yaml.safe_load(FLOORS.read_text("utf8"))
    assert {
        "strict",
        "full",
        "relation",
        "alignment",
        "chain",
        "time",
        "phase",
        "modality",
        "actor_recall",
    } <= gate["floors"].keys()
    assert all(0 < floor < 1 for floor in gate["floors"].values())


def update(shared: Path) -> None:
    """Raises floors to today's figures; never lowers one."""
    head = "".join(
        line for line in FLOORS.read_text("utf8").splitlines(keepends=True) if line.startswith("#")
    )
    old = yaml.safe_load(FLOORS.read_text("utf8"))
    same = old["corpus"] == corpus_hash(shared / "gold")
    floors = {}
    for name, figure in measured(shared).items():
        new = round(figure - SLACK, 3)
        floors[name] = max(new, old["floors"].get(name, 0.0)) if same else new
        print(f"{name:14} {figure:.3f}  floor {floors[name]:.3f}")
    body = yaml.safe_dump({"corpus": corpus_hash(shared / "gold"), "floors": floors}, sort_keys=False)
    FLOORS.write_text(head + body, "utf8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(__doc__)
    update(Path(__file__).resolve().parents[3] / "shared")
