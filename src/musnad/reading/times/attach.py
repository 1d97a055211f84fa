"""Chooses the time expression that dates a claim.

A conditional logit: every time of the claim's sentence, of some before it and of the lead, and "none", have a score from
a few signs (how far, what stands between, what kind of claim, what else the time dates). The weights in
`attach.yaml` were fitted on annotated articles (`training.dating`); most claims carry no date, so "none" is the usual answer.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from musnad.claims.model import EventType, Interval, Modality, Phase
from musnad.reading.times.carried import carried
from musnad.reading.times.layout import ClaimSigns, DatedText
from musnad.reading.times.lexicon import PACKAGE
from musnad.reading.times.model import Grain, TimeExpression, TimeKind
from musnad.reading.times.signs import inside
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


_NEAR_DAYS = 7
_FULL = len("2015-01-01")
# From this probability on, a time counts as dating something in its own sentence.
_SURE = 0.3


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim to be dated: the sentence and offsets of its trigger, and what is known of it.

    Standing ties are dated far seldomer than events; the phase also settles what "since" means (see `settle`).
    """

    sentence: int
    trigger: tuple[int, int]
    type: EventType | None = None
    phase: Phase = Phase.NONE
    modality: Modality = Modality.ASSERTED
    actors: frozenset[str] = frozenset()

    @property
    def signs(self) -> ClaimSigns:
        """The claim as the model sees it."""
        kinds = {"type": str(self.type or ""), "phase": str(self.phase), "modality": str(self.modality)}
        return ClaimSigns(kinds, self.actors)


def attach(
    article: DatedText, statements: Sequence[Statement], at_least: float | None = None
) -> list[TimeExpression | None]:
    """The expression that dates each claim, its interval settled for the phase, or None.

    First each sentence's own times are given to its claims; then times carry over from sentence to sentence, the better
    the more what they date resembles the claim.

    Args:
        article: the article's sentences and times.
        statements: all its claims.
        at_least: the least probability for a date to be given out, in [0, 1]; None for that of the data file, which
            asks more of a date far from publication, and of a tie that stands.
    """
    known = linked(article, statements)
    return [_dated(known, statement, at_least) for statement in statements]


def linked(article: DatedText, statements: Sequence[Statement]) -> DatedText:
    """The article with what its times date in their own sentences."""
    dated: dict[int, list[ClaimSigns]] = defaultdict(list)
    for statement in statements:
        signs = statement.signs
        best, chance = _best(inside(article, statement.sentence, statement.trigger, signs.kinds))
        if best and chance >= _SURE:
            dated[best.start].append(signs)
    return replace(article, dated=dated)


def candidates(article: DatedText, statement: Statement) -> Iterator[tuple[TimeExpression, dict[str, float]]]:
    """Every expression that may date the claim, with its signs."""
    signs = statement.signs
    yield from inside(article, statement.sentence, statement.trigger, signs.kinds)
    yield from carried(article, statement.sentence, statement.trigger, signs)


def _dated(article: DatedText, statement: Statement, at_least: float | None) -> TimeExpression | None:
    best, chance = _best(candidates(article, statement))
    if best is None or chance < (_limit(article, statement, best) if at_least is None else at_least):
        return None
    return settle(best, statement.phase, named=best.start < statement.trigger[0] < best.end)


def _best(
    options: Iterable[tuple[TimeExpression, Mapping[str, float]]],
) -> tuple[TimeExpression | None, float]:
    """The likeliest expression, and the chance that any of the options is right."""
    weights: Mapping[str, float] = load_yaml(PACKAGE, "attach.yaml")["weights"]
    scored = [
        (sum(weights.get(name, 0.0) * strength for name, strength in signs.items() if strength), expression)
        for expression, signs in options
    ]
    if not scored:
        return None, 0.0
    # That none is right has score 0; the softmax runs over it and all options.
    total = sum(math.exp(value) for value, _ in scored)
    return max(scored, key=lambda pair: pair[0])[1], total / (1 + total)


def _limit(article: DatedText, statement: Statement, expression: TimeExpression) -> float:
    """How likely a date must be: a claim without one counts from publication, so a date near that risks little.

    In a story told of another year, publication would be farther off than the story's own time.
    """
    limits: dict[str, float] = load_yaml(PACKAGE, "attach.yaml")["limits"]
    if statement.type is EventType.AFFILIATE or (
        statement.phase is Phase.ONGOING and expression.kind is TimeKind.POINT
    ):
        return limits["standing"]
    if expression.grain in {Grain.YEAR, Grain.MONTH} and article.opens(expression):
        return limits["story"]
    start = expression.interval.start if expression.interval else None
    if article.anchor is None or start is None or len(start) < _FULL:
        return limits["far"]
    away = abs((article.anchor - date.fromisoformat(start)).days)
    return limits["near"] if away <= _NEAR_DAYS else limits["far"]


def settle(expression: TimeExpression, phase: Phase, *, named: bool = False) -> TimeExpression:
    """The expression with the interval it gives a claim of that phase.

    "Since" dates the start of what begins («بدأ منذ نهاية يوليو»), and with a length ("two weeks since") a single
    event; of what goes on it bounds the whole. "Until" dates the end of what ends. `named` says that the claim is the
    event that the expression counts from («منذ سقوط المدينة عام 2013»).
    """
    interval = expression.interval
    if interval is None:
        return expression
    counted = phase in {Phase.NONE, Phase.END} and expression.value.startswith("P")
    if expression.kind is TimeKind.SINCE and (phase is Phase.BEGIN or counted or named):
        return replace(expression, interval=Interval(interval.start, interval.start))
    if expression.kind is TimeKind.UNTIL and phase is Phase.END:
        return replace(expression, interval=Interval(interval.end, interval.end))
    return expression
