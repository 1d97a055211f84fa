"""Annotated articles, and which annotated actor a stretch of text belongs to."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.claims.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from musnad.claims.model import Span
    from musnad.knowledge.entries import KnownActor


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its annotation (format: the `gold` file format of the claim guideline).

    `judged` holds the offsets of the words that were judged one by one, where only those were: of the others nothing is
    known. It is None where the whole article was annotated.
    """

    document: Document
    actors: list[dict[str, Any]]
    claims: list[dict[str, Any]]
    raw: dict[str, Any]
    labels: dict[int, str]
    judged: frozenset[int] | None = None

    def actor_at(self, span: Span) -> str | None:
        """The annotated actor that most characters of the span belong to."""
        seen = Counter(self.labels[i] for i in range(span.start, span.end) if i in self.labels)
        return seen.most_common(1)[0][0] if seen else None

    def actor_of(self, known: KnownActor | None, spans: Iterable[Span]) -> str | None:
        """The annotated actor that an actor of the reader is: by Wikidata id, by name, else where its mentions fall."""
        if known is not None:
            for actor in self.actors:
                if known.wikidata and actor.get("wikidata") == known.wikidata:
                    return str(actor["id"])
            names = {fold(known.ar), known.en.lower()}
            for actor in self.actors:
                if names & {fold(a).lower() for a in (*actor["aliases"], actor["ar"], actor["en"]) if a}:
                    return str(actor["id"])
        votes = Counter(a for a in (self.actor_at(span) for span in spans) if a)
        return votes.most_common(1)[0][0] if votes else None


def load(folder: Path) -> list[Annotated]:
    """Every annotated article of a folder, in the order of the file names."""
    return [read(json.loads(path.read_text("utf8"))) for path in sorted(folder.glob("*.json"))]


def read(raw: dict[str, Any]) -> Annotated:
    """One annotated article from its JSON."""
    published = date.fromisoformat(raw["published"]) if raw.get("published") else None
    document = Document(raw["id"], raw["text"], raw["title"], raw["publisher"], published)
    return Annotated(document, raw["actors"], raw["claims"], raw, _labels(raw))


def load_standoff(folder: Path, corpora: Path) -> list[Annotated]:
    """Stand-off annotations joined to the corpora they point into (`NAME.jsonl.gz`).

    Raises:
        ValueError: an article is not in its corpus, or its text has changed.
    """
    wanted = [json.loads(path.read_text("utf8")) for path in sorted(folder.glob("*.json"))]
    articles: dict[tuple[str, str], dict[str, Any]] = {}
    for corpus in sorted({w["corpus"] for w in wanted}):
        ids = {w["document"] for w in wanted if w["corpus"] == corpus}
        with gzip.open(corpora / f"{corpus}.jsonl.gz", "rt", encoding="utf8") as lines:
            articles.update({(corpus, a["id"]): a for a in map(json.loads, lines) if a["id"] in ids})
    return [_joined(w, articles.get((w["corpus"], w["document"]))) for w in wanted]


def _joined(standoff: dict[str, Any], article: dict[str, Any] | None) -> Annotated:
    if article is None or hashlib.sha256(article["text"].encode()).hexdigest() != standoff["sha256"]:
        raise ValueError(f"{standoff['corpus']}/{standoff['document']} is not the article that was annotated")
    published = date.fromisoformat(article["published"][:10]) if article.get("published") else None
    document = Document(
        article["id"], article["text"], article.get("title") or "", article.get("publisher") or "", published
    )
    chosen: dict[int, tuple[int, str]] = {}
    for actor in standoff["actors"]:
        for start, end in actor["spans"]:
            for i in range(start, end):
                if i not in chosen or chosen[i][0] >= end - start:
                    chosen[i] = (end - start, actor["id"])
    actors = [
        {"id": a["id"], "ar": "", "en": "", "aliases": [], "wikidata": None} for a in standoff["actors"]
    ]
    judged = frozenset(i for start, end in standoff["judged"] for i in range(start, end))
    labels = {i: actor for i, (_, actor) in chosen.items()}
    claims = [_with_words(c, article["text"]) for c in standoff["claims"]]
    return Annotated(document, actors, claims, standoff, labels, judged)


def _with_words(claim: dict[str, Any], text: str) -> dict[str, Any]:
    """A stand-off claim with its sources' names and cues as words (`training/README.md` gives the format)."""

    def words(span: list[int] | None) -> str:
        return text[slice(*span)] if span else ""

    sources = [
        {"name": words(s["name"]), "kind": s["kind"], "cue": words(s["cue"])}
        for s in claim.get("sources", [])
    ]
    return {**claim, "sources": sources}


def _labels(raw: dict[str, Any]) -> dict[int, str]:
    """Character → actor, the longest alias first."""
    chosen: dict[int, tuple[int, str]] = {}
    for actor in raw["actors"]:
        for alias in sorted({*actor["aliases"], actor["ar"], actor["en"]}, key=len):
            for match in re.finditer(re.escape(alias), raw["text"]):
                for i in range(*match.span()):
                    if i not in chosen or chosen[i][0] <= len(alias):
                        chosen[i] = (len(alias), actor["id"])
    return {i: actor for i, (_, actor) in chosen.items()}
