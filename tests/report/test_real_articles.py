"""Annotated real articles: the text stays as published, and every annotated claim is marked."""

from __future__ import annotations

import json
from datetime import date

from page_reader import read_page

from musnad.claims.model import Actor, ActorKind, Claim, Document, EventType, Modality, Phase, Reading, Span
from musnad.report.articles import view_article
from musnad.report.bidi import representable


def read(path):
    raw = json.loads(path.read_text("utf8"))
    actors = tuple(Actor(a["id"], a["ar"], a["en"] or "", ActorKind(a["kind"])) for a in raw["actors"])
    claims = tuple(
        Claim(
            EventType(c["type"]), tuple(c["subject"]), tuple(c["object"]), Span(*c["trigger"]), Span(*c["trigger"]),
            phase=Phase(c["phase"]), modality=Modality(c["modality"]), negated=c["negated"], heading=c["heading"],
        )
        for c in raw["claims"]
    )  # fmt: skip
    published = date.fromisoformat(raw["published"]) if raw["published"] else None
    return Reading(
        Document(raw["id"], raw["text"], raw["title"], raw["publisher"], published), actors, claims, "people"
    )


def test_every_article_is_kept_and_every_claim_marked(shared):
    paths = sorted(shared.glob("gold/*.json")) + sorted(shared.glob("train/*.json"))
    assert paths
    for path in paths:
        reading = read(path)
        view = view_article(reading, 1, "ar", "note")
        tree = read_page(str(view.body))
        assert tree.text() == representable(reading.document.text), path.name
        assert all(note.marked for note in view.notes), path.name
        assert len(tree.all("a", class_="ref")) == len(reading.claims), path.name
