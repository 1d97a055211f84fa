"""From weights for and against to a stance: its value, certainty, credible interval and state."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.alignment.beta import beta_quantile
from musnad.alignment.model import TieState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.alignment.model import Voice
    from musnad.alignment.weights import Weights

# The two tails of a 90 % interval.
_TAIL = 0.05


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the sums come to; the fields are those of `Tie`."""

    state: TieState
    stance: float
    certainty: float
    low: float
    high: float
    weight_for: float
    weight_against: float
    contradicted: bool


def judge(voices: Iterable[Voice], weights: Weights) -> Judgement:
    """The stance that the voices' summed weights make (`judge_sums`)."""
    found = tuple(voices)
    # fsum: exactly the same sum in whatever order the claims came.
    weight_for = math.fsum(voice.weight for voice in found if voice.sign > 0)
    weight_against = math.fsum(voice.weight for voice in found if voice.sign < 0)
    return judge_sums(weight_for, weight_against, weights)


def judge_sums(weight_for: float, weight_against: float, weights: Weights) -> Judgement:
    """The stance that weight for and weight against make.

    Each unit of weight counts as one observation of a Bernoulli variable "backs", with a Beta prior; the posterior is
    Beta(prior.backing + for, prior.opposing + against) (Gelman et al., "Bayesian Data Analysis", ch. 2). The stance is
    its mean, and the interval its 5 % and 95 % quantiles, all mapped from [0, 1] to [-1, 1]. Thin evidence therefore
    keeps the stance near the prior's instead of making it extreme. Certainty is the share of the posterior that is
    evidence and not prior. With a symmetric prior, exchanging the weights mirrors everything.
    """
    total = weight_for + weight_against
    a = weights.prior_backing + weight_for
    b = weights.prior_opposing + weight_against
    stance = (a - b) / (a + b)
    certainty = total / (a + b)
    lighter = min(weight_for, weight_against)
    contradicted = total > 0 and (
        lighter >= max(weights.contradiction_weight, weights.contradiction_share * total) and lighter > 0
    )
    return Judgement(
        state=_state(stance, certainty, contradicted, weights),
        stance=stance,
        certainty=certainty,
        low=2.0 * beta_quantile(a, b, _TAIL) - 1.0,
        # The upper quantile by symmetry, which is exact where 1 - 0.05 is not.
        high=1.0 - 2.0 * beta_quantile(b, a, _TAIL),
        weight_for=weight_for,
        weight_against=weight_against,
        contradicted=contradicted,
    )


def _state(stance: float, certainty: float, contradicted: bool, weights: Weights) -> TieState:
    """Named by size first: a lean stays a lean where some contradict it, and the tie says so beside it."""
    if certainty <= 0.0 or certainty < weights.states.certainty:
        return TieState.UNKNOWN
    if abs(stance) >= weights.states.full:
        return TieState.BACKS if stance > 0 else TieState.OPPOSES
    if abs(stance) >= weights.states.lean:
        return TieState.LEANS_TO if stance > 0 else TieState.LEANS_AWAY
    return TieState.CONTESTED if contradicted else TieState.NEUTRAL
