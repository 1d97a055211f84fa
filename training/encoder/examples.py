"""What the encoder learns from: an article as word pieces, its possible triggers and candidates, and their labels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from musnad.claims.model import Modality, Phase
from musnad.claims.ontology import EventType
from musnad.reading.encoder.layout import lay_out, mention_columns, trigger_columns
from training.train import weight

if TYPE_CHECKING:
    import numpy.typing as npt
    from sentencepiece import SentencePieceProcessor

    from musnad.reading.analysis import Analysis
    from training.rows import TriggerRow

TYPES = list(EventType)
_PHASES = list(Phase)
_MODALITIES = list(Modality)


@dataclass(slots=True)
class Example:
    """One article for the encoder; words are counted through the whole article.

    `windows` are runs of whole sentences as word ranges; `pieces` the piece numbers of each word. `triggers` and `mentions`
    are the columns of `musnad.reading.encoder.layout`. `claim` is 1, 0 or -1 (never judged); `certainty` holds phase, modality
    and negation of claims (-1 elsewhere); `pairs` holds, for each claim, its row, the rows of its candidates and which of them are
    subject and object.
    """

    pieces: list[list[int]]
    windows: list[tuple[int, int]]
    triggers: npt.NDArray[np.int64]
    mentions: npt.NDArray[np.int64]
    claim: npt.NDArray[np.int64]
    weight: npt.NDArray[np.float32]
    certainty: npt.NDArray[np.int64]
    candidates: list[tuple[int, int]] = field(default_factory=list)
    subject: list[list[bool]] = field(default_factory=list)
    object: list[list[bool]] = field(default_factory=list)


def example(analysis: Analysis, rows: list[TriggerRow], pieces: SentencePieceProcessor) -> Example:
    """An article's example; `rows` are those of `training.rows.rows_of` for the same analysis."""
    layout = lay_out(analysis, pieces)
    triggers = [r.trigger for r in rows]
    claims = [r.claim for r in rows]
    return Example(
        pieces=layout.pieces,
        windows=layout.windows,
        triggers=trigger_columns(layout, [r.sentence for r in rows], triggers),
        mentions=mention_columns(layout),
        claim=np.array([-1 if not r.known else int(r.claim is not None) for r in rows], dtype=np.int64),
        weight=np.array([weight(r) for r in rows], dtype=np.float32),
        certainty=np.array([_certainty(c) for c in claims], dtype=np.int64).reshape(-1, 3),
        candidates=[layout.candidates[r.sentence] for r in rows],
        subject=[r.subject for r in rows],
        object=[r.object for r in rows],
    )


def _certainty(claim: dict[str, object] | None) -> tuple[int, int, int]:
    if claim is None:
        return (-1, -1, -1)
    return (
        [str(p) for p in _PHASES].index(str(claim["phase"])),
        [str(m) for m in _MODALITIES].index(str(claim["modality"])),
        int(bool(claim["negated"])),
    )
