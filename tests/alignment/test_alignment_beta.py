from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.alignment.beta import beta_quantile, regularised_incomplete_beta

shapes = st.floats(0.25, 500)


@pytest.mark.parametrize(
    ("a", "b", "p", "expected"),
    [
        (1, 1, 0.05, 0.05),  # uniform
        (3, 1, 0.05, 0.05 ** (1 / 3)),  # I = x^a
        (1, 4, 0.05, 1 - 0.95**0.25),  # I = 1 - (1 - x)^b
        (0.5, 0.5, 0.05, math.sin(math.pi * 0.05 / 2) ** 2),  # arcsine law
        (0.5, 0.5, 0.95, math.sin(math.pi * 0.95 / 2) ** 2),
        (0.5, 1, 0.3, 0.09),
    ],
)
def test_quantiles_with_a_closed_form(a, b, p, expected):
    assert beta_quantile(a, b, p) == pytest.approx(expected, rel=1e-11)


@pytest.mark.parametrize(("a", "b"), [(2, 3), (5, 5), (10, 3), (40, 60), (200, 1)])
@pytest.mark.parametrize("x", [0.001, 0.05, 0.3, 0.5, 0.77, 0.999])
def test_integer_shapes_are_binomial_tails(a, b, x):
    # I_x(a, b) = P(Binomial(a + b - 1, x) >= a).
    n = a + b - 1
    tail = math.fsum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert regularised_incomplete_beta(a, b, x) == pytest.approx(tail, rel=1e-11, abs=1e-300)


@given(shapes, shapes, st.floats(0, 1))
def test_the_two_tails_make_one(a, b, x):
    both = regularised_incomplete_beta(a, b, x) + regularised_incomplete_beta(b, a, 1 - x)
    assert both == pytest.approx(1, abs=1e-9)


@given(shapes, shapes, st.floats(0.001, 0.999))
def test_the_quantile_inverts_the_distribution(a, b, p):
    x = beta_quantile(a, b, p)
    assert 0 <= x <= 1
    if 1e-6 < x < 1 - 1e-6:
        assert regularised_incomplete_beta(a, b, x) == pytest.approx(p, abs=1e-8)


def test_values_outside_the_support():
    assert regularised_incomplete_beta(2, 3, -1) == 0
    assert regularised_incomplete_beta(2, 3, 2) == 1


@pytest.mark.parametrize(
    ("a", "b", "p"), [(0, 1, 0.5), (1, -1, 0.5), (math.nan, 1, 0.5), (1, 1, 0), (1, 1, 1)]
)
def test_bad_shapes_and_probabilities_are_refused(a, b, p):
    with pytest.raises(ValueError, match=r"Beta|probability"):
        beta_quantile(a, b, p)
