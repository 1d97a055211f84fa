"""The Beta distribution: its regularised incomplete function and its quantiles, for credible intervals.

Written here because the product needs nothing else of a scientific library.
"""

from __future__ import annotations

import math

_TINY = 1e-300
_PRECISION = 1e-15
_MOST_STEPS = 10_000
_ROOT_PRECISION = 1e-12


def regularised_incomplete_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b): the probability that a Beta(a, b) variable is at most x.

    By the continued fraction 26.5.8 of Abramowitz and Stegun, "Handbook of Mathematical Functions" (DLMF 8.17.22),
    evaluated with Lentz's method as modified by Thompson and Barnett (J. Comput. Phys. 64, 1986). It converges fast
    for x below (a + 1) / (a + b + 2); above, the symmetry I_x(a, b) = 1 - I_{1-x}(b, a) is used.

    Args:
        a: first shape, above 0.
        b: second shape, above 0.
        x: any number; below 0 the value is 0, above 1 it is 1.

    Raises:
        ValueError: a shape is not a positive number.
    """
    if not (0.0 < a < math.inf and 0.0 < b < math.inf):
        raise ValueError(f"shapes of a Beta must be positive: {a}, {b}")
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - _below(b, a, 1.0 - x)
    return _below(a, b, x)


def beta_quantile(a: float, b: float, probability: float) -> float:
    """The x with I_x(a, b) = probability, within 1e-12 relatively.

    Newton's method on log I against log x, where the function is nearly straight in the tail, kept inside a bracket:
    a step that leaves it is replaced by bisection, so that it always converges. The upper half is found from the
    lower one by symmetry.

    Raises:
        ValueError: a shape is not positive, or the probability is not strictly between 0 and 1.
    """
    if not 0.0 < probability < 1.0:
        raise ValueError(f"no probability strictly between 0 and 1: {probability}")
    if regularised_incomplete_beta(a, b, 0.5) < probability:
        return 1.0 - _lower_quantile(b, a, 1.0 - probability)
    return _lower_quantile(a, b, probability)


def _lower_quantile(a: float, b: float, probability: float) -> float:
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    low, high = 0.0, 0.5
    # The power law of the tail: exact as x → 0.
    x = min(math.exp((math.log(probability * a) + log_beta) / a), 0.5) or _TINY
    for _ in range(_MOST_STEPS):
        below = regularised_incomplete_beta(a, b, x)
        low, high = (x, high) if below < probability else (low, x)
        slope = math.exp(a * math.log(x) + (b - 1.0) * math.log1p(-x) - log_beta)  # x times the density
        step = below / slope * math.log(probability / below) if below and slope else math.inf
        after = x * math.exp(step) if abs(step) < 1.0 / _ROOT_PRECISION and step < 1.0 else math.inf
        if not low < after < high:
            after = 0.5 * (low + high)
        if abs(after - x) <= _ROOT_PRECISION * x:
            return after
        x = after
    return x


def _below(a: float, b: float, x: float) -> float:
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(log_front) * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, _inverse(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        change = 1.0
        for term in (even, odd):
            d = _inverse(1.0 + term * d)
            c = 1.0 + term / c or _TINY
            change = c * d
            value *= change
        if abs(change - 1.0) < _PRECISION:
            break
    return value


def _inverse(value: float) -> float:
    return 1.0 / (value if abs(value) > _TINY else _TINY)
