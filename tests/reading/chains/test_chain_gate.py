"""Chains against the annotated training articles, with floors a little under what was measured."""

from __future__ import annotations

import importlib.util
import json
from bisect import bisect_right
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from musnad.claims.model import Document
from musnad.reading.analysis import analyse
from musnad.reading.assembly import ActorRegister, ChainWriter

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = {"whole": 0.78, "nested": 0.47, "nearest": 0.75, "origin": 0.75, "kind": 0.9}


def scorer(shared: Path):
    spec = importlib.util.spec_from_file_location("score_claims", shared / "score_claims.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tally(gold: dict, score) -> Counter[str]:
    """How often the chain over a claim's trigger is right, in one article."""
    published = date.fromisoformat(gold["published"]) if gold["published"] else None
    analysis = analyse(Document(gold["id"], gold["text"], gold["title"], gold["publisher"], published))
    register = ActorRegister(analysis)
    writer = ChainWriter(analysis, register)
    keys = {p.mention.resolved for c in analysis.contexts for p in c.placed if p.mention.resolved}
    system = [
        {
            "id": actor.id,
            "name": {"ar": actor.ar, "en": actor.en},
            "wikidata": actor.wikidata,
            "mentions": [{"start": m.start, "end": m.end} for m in actor.mentions],
        }
        for actor in register.actors(keys)
    ]
    same = score.source_matcher(gold, score.actor_map(gold, {"actors": system}))
    where = [
        (analysis.span(s, t, t).start, s, t)
        for s, context in enumerate(analysis.contexts)
        for t in range(len(context.scan.tokens))
    ]
    starts = [start for start, _, _ in where]
    n: Counter[str] = Counter()
    for claim in gold["claims"]:
        _, s, t = where[bisect_right(starts, claim["trigger"][0]) - 1]
        links = writer.sources(analysis.contexts[s].chains.at(t))
        got = [{"text": link.text, "kind": str(link.kind), "actor": link.actor} for link in links]
        count(n, claim["sources"], got, same)
    return n


def count(n: Counter[str], want: list[dict], got: list[dict], same) -> None:
    right = len(want) == len(got) and all(map(same, want, got))
    n["whole", "of"] += 1
    n["whole", "ok"] += right
    if len(want) > 1:
        n["nested", "of"] += 1
        n["nested", "ok"] += right
    if want:
        for figure, at in (("nearest", 0), ("origin", -1)):
            n[figure, "of"] += 1
            n[figure, "ok"] += bool(got) and same(want[at], got[at])
    for wanted, given in zip(want, got, strict=False):
        if same(wanted, given):
            n["kind", "of"] += 1
            n["kind", "ok"] += wanted["kind"] == given["kind"]


@pytest.mark.gate
def test_chains_on_annotated_articles(shared: Path) -> None:
    articles = sorted((shared / "train").glob("*.json"))
    if not articles:
        pytest.skip("no annotated training articles")
    score = scorer(shared)
    n: Counter[str] = Counter()
    for path in articles:
        n.update(tally(json.loads(path.read_text("utf8")), score))
    figures = {figure: n[figure, "ok"] / n[figure, "of"] for figure in FLOORS}
    assert all(figures[figure] >= floor for figure, floor in FLOORS.items()), figures
