"""How long «who backs X» takes on a ledger of as many articles as are given."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from musnad.api.ledger import Ledger

if TYPE_CHECKING:
    from musnad.claims.model import Document

_ASKED, _REPEATS = 5, 5


def measure_who(documents: list[Document]) -> dict[str, str]:
    """Figures by name: storing, and asking about the actors that most claims speak of."""
    from musnad.reading.reader import default_reader  # noqa: PLC0415 - after the reading benchmark has measured its import

    reader = default_reader()
    readings = [reader.read(document) for document in documents]
    named = Counter(
        a for r in readings for c in r.claims for a in (*c.subject, *c.object) if not a.startswith("~")
    )
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "bench.ledger") as ledger:
        started = time.perf_counter()
        for reading in readings:
            ledger.add(reading)
        storing = time.perf_counter() - started
        claims = ledger.counts().claims
        times = [_ask(ledger, actor) for actor, _ in named.most_common(_ASKED) for _ in range(_REPEATS)]
    return {
        "ledger: articles, claims": f"{len(documents):,}, {claims:,}",
        "storing, claims per second": f"{claims / storing:,.0f}",
        f"who backs, the {_ASKED} most spoken-of actors, median (s)": f"{statistics.median(times):.3f}",
        f"who backs, the {_ASKED} most spoken-of actors, slowest (s)": f"{max(times):.3f}",
    }


def _ask(ledger: Ledger, actor_id: str) -> float:
    (actor,) = ledger.store.actors([actor_id])
    name = actor.name()
    started = time.perf_counter()
    ledger.who(name)
    return time.perf_counter() - started
