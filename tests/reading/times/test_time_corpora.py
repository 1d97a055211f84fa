"""Floors on annotated articles."""

from __future__ import annotations

import json
from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from musnad.arabic.folding import fold_with_map
from musnad.arabic.sentences import sentences
from musnad.claims.model import EventType, Modality, Phase
from musnad.reading.times import DatedText, Statement, TimeExpression, attach, find_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from musnad.arabic.sentences import Sentence

pytestmark = pytest.mark.gate


def articles(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text("utf8"))


def same_time(wanted: dict[str, str], found: TimeExpression | None) -> bool:
    """The gold dates, as precise as they are, begin the found ones."""
    if found is None or found.interval is None:
        return False
    got = {"from": found.interval.start or "", "to": found.interval.end or ""}
    return all(got[key][: len(value)] == value for key, value in wanted.items() if value)


def test_dates_of_claims_are_found_in_their_article(shared: Path) -> None:
    wanted = in_article = in_paragraph = 0
    for article in articles(shared / "train"):
        text = article["text"]
        folded = fold_with_map(text)
        found = find_times(folded.text, date.fromisoformat(article["published"]))
        spans = [folded.span(e.start, e.end) for e in found]
        for claim in article["claims"]:
            if not claim["time"]:
                continue
            low = text.rfind("\n", 0, claim["trigger"][0]) + 1
            high = text.find("\n", claim["trigger"][1])
            fits = [s.start for s, e in zip(spans, found, strict=True) if same_time(claim["time"], e)]
            wanted += 1
            in_article += bool(fits)
            in_paragraph += any(low <= start < (high if high >= 0 else len(text)) for start in fits)
    assert wanted > 500
    assert in_article / wanted >= 0.94
    # A sixth of the claims take their date from an earlier paragraph.
    assert in_paragraph / wanted >= 0.82


def test_dates_are_attached_to_the_claims_they_date(shared: Path) -> None:
    given = right = wanted = 0
    for article in articles(shared / "train"):
        folded = fold_with_map(article["text"])
        laid = sentences(folded.text)
        dated = DatedText.of(folded.text, laid, date.fromisoformat(article["published"]))
        claims = article["claims"]
        chosen = attach(dated, [statement(claim, folded.origin, laid) for claim in claims])
        for claim, found in zip(claims, chosen, strict=True):
            if not claim["optional"]:
                wanted += bool(claim["time"])
                given += found is not None
                right += bool(claim["time"]) and same_time(claim["time"], found)
    assert right / wanted >= 0.82
    # Annotators leave many claims undated that a sentence before dates.
    assert right / given >= 0.33


def statement(claim: dict[str, Any], places: Sequence[int] | None, laid: Sequence[Sentence]) -> Statement:
    start, end = claim["trigger"]
    if places:
        start, end = bisect_left(places, start), bisect_left(places, end)
    return Statement(
        next(s.index for s in laid if s.start <= start < s.end),
        (start, end),
        EventType(claim["type"]),
        Phase(claim["phase"]),
        Modality(claim["modality"]),
        frozenset(claim["subject"] + claim["object"]),
    )
