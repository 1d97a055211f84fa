"""The articles that are read: from a corpus, or the examples repeated."""

from __future__ import annotations

from datetime import date
from itertools import cycle, islice
from typing import TYPE_CHECKING

from musnad.intake.model import Defaults, Taken
from musnad.intake.sources import read_inputs

if TYPE_CHECKING:
    from pathlib import Path

    from musnad.claims.model import Document


def articles(path: Path, count: int) -> list[Document]:
    """The first `count` readable documents of `path`, over and over where it holds fewer."""
    taken = (
        item
        for item in read_inputs([str(path)], defaults=Defaults(published=date(2021, 5, 18)))
        if isinstance(item, Taken)
    )
    found = [item.document for item in islice(taken, count)]
    return list(islice(cycle(found), count))
