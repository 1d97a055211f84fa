"""Chooses the time expression that dates a claim.

A logistic model over a few signs in the words between trigger and time (how far, what stands between, what kind of
claim). The weights in `attach.yaml` were fitted on annotated articles; most claims carry no date, so "none" is the
usual answer.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.claims.model import Interval, Modality, Phase
from musnad.reading.times.lexicon import PACKAGE
from musnad.reading.times.model import TimeExpression, TimeKind
from musnad.reading.times.signs import candidates
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from musnad.claims.model import EventType

AT_LEAST = 0.15


def attach(  # noqa: PLR0913 - each argument is a different fact about the claim
    expressions: Sequence[TimeExpression],
    start: int,
    end: int,
    sentence_bounds: tuple[int, int],
    *,
    text: str = "",
    type: EventType | None = None,  # noqa: A002 - the field's own name in a claim
    phase: Phase = Phase.NONE,
    modality: Modality = Modality.ASSERTED,
    at_least: float = AT_LEAST,
) -> TimeExpression | None:
    """The expression that dates the claim whose trigger stands at `start:end`, or None.

    Args:
        expressions: those of the article or paragraph, as `find_times` gives them.
        start: first offset of the trigger, in the same folded text.
        end: offset after the trigger.
        sentence_bounds: offsets of the trigger's sentence. Its own times come first; those of the sentence before
            may carry over.
        text: the folded text; without it only distances are known, and nothing carries over.
        type: the claim's type; events are dated far oftener than standing ties.
        phase: the claim's phase; it also settles what "since" means (see `settle`).
        modality: the claim's modality.
        at_least: the least probability for a date to be given out, in [0, 1].

    Returns:
        The expression, its interval settled for the phase.
    """
    claim = {"type": str(type or ""), "phase": str(phase), "modality": str(modality)}
    best, score = None, -math.inf
    for expression, signs in candidates(expressions, (start, end), sentence_bounds, text, claim):
        value = _score(signs)
        if value > score:
            best, score = expression, value
    if best is None or 1 / (1 + math.exp(-score)) < at_least:
        return None
    return settle(best, phase)


def settle(expression: TimeExpression, phase: Phase) -> TimeExpression:
    """The expression with the interval it gives a claim of that phase.

    "Since" dates the start of what begins («بدأ منذ نهاية يوليو»), and with a length ("two weeks since") a single
    event; of what goes on it bounds the whole. "Until" dates the end of what ends.
    """
    interval = expression.interval
    if interval is None:
        return expression
    counted = phase in {Phase.NONE, Phase.END} and expression.value.startswith("P")
    if expression.kind is TimeKind.SINCE and (phase is Phase.BEGIN or counted):
        return replace(expression, interval=Interval(interval.start, interval.start))
    if expression.kind is TimeKind.UNTIL and phase is Phase.END:
        return replace(expression, interval=Interval(interval.end, interval.end))
    return expression


def _score(signs: Mapping[str, float]) -> float:
    weights: dict[str, float] = load_yaml(PACKAGE, "attach.yaml")["weights"]
    return sum(weights.get(name, 0.0) * strength for name, strength in signs.items())
