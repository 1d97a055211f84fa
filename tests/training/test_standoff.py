"""The stand-off annotations are sound, join to their corpora, and repeat no article that figures are measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from training.annotated import load_standoff
from training.overlap import MOST_SHARED, runs
from training.overlap import shared as share

from musnad.claims.model import EventType, Modality, Phase

ANNOTATIONS = Path(__file__).parents[2] / "training" / "annotations"
FILES = sorted(ANNOTATIONS.glob("*.json"))
LEAST_COMPLETE = 40
LEAST_JUDGED = 1500


@pytest.fixture(scope="module")
def annotations() -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf8")) for path in FILES]


def test_there_are_enough(annotations: list[dict[str, Any]]) -> None:
    assert sum(a["complete"] for a in annotations) >= LEAST_COMPLETE
    assert sum(len(a["judged"]) for a in annotations) >= LEAST_JUDGED


def test_no_text_travels(annotations: list[dict[str, Any]]) -> None:
    fields = {"corpus", "document", "sha256", "actors", "judged", "complete", "claims"}
    assert all(set(a) == fields for a in annotations)


def test_claims_are_sound(annotations: list[dict[str, Any]]) -> None:
    for annotation in annotations:
        actors = {actor["id"] for actor in annotation["actors"]}
        for claim in annotation["claims"]:
            start, end = claim["trigger"]
            assert 0 <= start < end, annotation["document"]
            assert claim["type"] in list(EventType)
            assert claim["phase"] in list(Phase)
            assert claim["modality"] in list(Modality)
            assert {*claim["subject"], *claim["object"]} <= actors
            assert not set(claim["subject"]) & set(claim["object"])


def test_they_join_and_repeat_nothing_that_is_measured_on(shared: Path) -> None:
    measured = [
        runs(json.loads(path.read_text("utf8"))["text"])
        for folder in ("gold", "train")
        for path in (shared / folder).glob("*.json")
    ]
    joined = load_standoff(ANNOTATIONS, shared / "data" / "news")
    assert len(joined) == len(FILES)
    for article in joined:
        own = runs(article.document.text)
        assert max(share(own, other) for other in measured) <= MOST_SHARED, article.document.id
