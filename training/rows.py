"""Training rows: every possible trigger and pair of the annotated articles, with what the annotation says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from musnad.claims.model import Modality, Phase, Span
from musnad.knowledge.base import knowledge_base
from musnad.reading.analysis import Analysis, analyse, carried_pairs
from musnad.reading.certainty.features import certainty_row
from musnad.reading.decoding import screen_row
from musnad.reading.mentions.model import MentionForm
from musnad.reading.roles.features import PairFeatures

if TYPE_CHECKING:
    from musnad.reading.candidates import Trigger
    from musnad.reading.encoder.seen import Seen
    from musnad.reading.mentions.model import Mention
    from training.annotated import Annotated

_PHASES = list(Phase)
_MODALITIES = list(Modality)


@dataclass(slots=True)
class TriggerRow:
    """One possible trigger: the annotated claim it matches (None: no claim), and its pairs' rows."""

    document: int
    sentence: int
    trigger: Trigger
    claim: dict[str, Any] | None
    certainty: list[float]
    screened: list[float]
    pairs: np.ndarray
    subject: list[bool] = field(default_factory=list)
    object: list[bool] = field(default_factory=list)
    resolved: list[str] = field(default_factory=list)
    actors: list[str | None] = field(default_factory=list)
    known: bool = True
    subject_chances: np.ndarray = field(default_factory=lambda: np.zeros(0))
    object_chances: np.ndarray = field(default_factory=lambda: np.zeros(0))
    kept: tuple[np.ndarray, np.ndarray] | None = None
    viewed: list[float] = field(default_factory=list)

    def see(self, seen: Seen) -> None:
        """Adds what an encoder thinks, as `musnad.reading.case.Case.see` does."""
        self.pairs = np.concatenate([self.pairs, seen.pair_columns()], axis=1)
        self.certainty = [*self.certainty, *seen.certainty.tolist()]
        self.viewed = seen.judge_columns()


def rows_of(index: int, annotated: Annotated, analysis: Analysis | None = None) -> list[TriggerRow]:
    """The rows of one article."""
    analysis = analysis or analyse(annotated.document)
    actor_of = _actors(annotated, analysis)
    out = []
    for s, (context, triggers) in enumerate(zip(analysis.contexts, analysis.triggers, strict=True)):
        if not triggers:
            continue
        candidates = [*context.placed, *carried_pairs(context)]
        features = PairFeatures(context, candidates, analysis.salience)
        rivals = Counter(t.first for t in triggers)
        actors = [actor_of.get(p.mention.resolved) for p in candidates]
        exact = [
            _is_exact(annotated, analysis, p.mention, a) for p, a in zip(candidates, actors, strict=True)
        ]
        for trigger in triggers:
            claim = _claim_of(annotated, analysis.span(s, trigger.first, trigger.last), trigger)
            certainty = certainty_row(context, trigger)
            cue = trigger.first in context.chains.cues
            screened = screen_row(trigger, certainty, rivals=rivals[trigger.first], cue=cue)
            row = TriggerRow(index, s, trigger, claim, certainty, screened, features.matrix(trigger))
            row.resolved, row.actors = features.table.keys, list(actors)
            row.known = claim is not None or _was_judged(
                annotated, analysis.span(s, trigger.first, trigger.last)
            )
            if claim is not None:
                row.subject = _labels(actors, exact, claim["subject"])
                row.object = _labels(actors, exact, claim["object"])
            else:
                row.subject = row.object = [False] * len(actors)
            out.append(row)
    return out


def _was_judged(annotated: Annotated, span: Span) -> bool:
    """Whether somebody decided that this word is no claim, rather than never having looked at it."""
    return annotated.judged is None or any(i in annotated.judged for i in range(span.start, span.end))


def _is_exact(annotated: Annotated, analysis: Analysis, mention: Mention, actor: str | None) -> bool:
    """Whether the mention's own words are the annotated actor's, not only its actor's other mentions."""
    if mention.form is MentionForm.PRONOUN or mention.implied:
        return False
    return annotated.actor_at(analysis.span(mention.sentence, mention.first, mention.last)) == actor


def _labels(actors: list[str | None], exact: list[bool], wanted: list[str]) -> list[bool]:
    """The candidates that are the annotated ends: exact mentions where there are any, else looser ones."""
    sure = {a for a, e in zip(actors, exact, strict=True) if e}
    return [a in wanted and (e or a not in sure) for a, e in zip(actors, exact, strict=True)]


def _actors(annotated: Annotated, analysis: Analysis) -> dict[str, str | None]:
    """The reader's actors as the annotation knows them."""
    spans: dict[str, list[Span]] = {}
    for context in analysis.contexts:
        for placed in context.placed:
            m = placed.mention
            at = spans.setdefault(m.resolved, [])
            if m.form is not MentionForm.PRONOUN and not m.implied:
                at.append(analysis.span(m.sentence, m.first, m.last))
    base = knowledge_base()
    return {key: annotated.actor_of(base.actors.get(key), at) for key, at in spans.items() if key}


def _claim_of(annotated: Annotated, span: Span, trigger: Trigger) -> dict[str, Any] | None:
    fits = [
        c
        for c in annotated.claims
        if c["type"] == trigger.form.entry.type.value
        and c["trigger"][0] < span.end
        and span.start < c["trigger"][1]
    ]
    return min(fits, key=lambda c: c["optional"]) if fits else None


def matrix(rows: list[list[float]]) -> np.ndarray:
    """Rows as a float32 matrix."""
    return np.asarray(rows, dtype=np.float32)
