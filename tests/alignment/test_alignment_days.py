from __future__ import annotations

from datetime import date

import pytest
from alignment_factory import claim, link

from musnad.alignment.days import bounds, held_on, said_on
from musnad.claims.model import Interval, Phase

SAID = date(1912, 6, 1)


@pytest.mark.parametrize(
    ("partial", "expected"),
    [
        ("1911", (date(1911, 1, 1), date(1911, 12, 31))),
        ("1912-02", (date(1912, 2, 1), date(1912, 2, 29))),
        ("1912-02-29", (date(1912, 2, 29), date(1912, 2, 29))),
        ("1911-02-29", None),
        ("1911-13", None),
        ("0000", None),
        ("١٩١١", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_bounds_of_partial_dates(partial, expected):
    assert bounds(partial) == expected


@pytest.mark.parametrize(
    ("start", "end", "phase", "onset", "last"),
    [
        ("1912-03-05", "1912-03-05", Phase.NONE, date(1912, 3, 5), date(1912, 3, 5)),
        ("1910", None, Phase.ONGOING, date(1910, 1, 1), SAID),  # a state ages from when it was last said
        ("1910", None, Phase.BEGIN, date(1910, 1, 1), SAID),
        ("1910", "1911", Phase.ONGOING, date(1910, 1, 1), date(1911, 12, 31)),
        ("1912", "1912", Phase.NONE, date(1912, 1, 1), SAID),  # never past the saying
        ("1910", "1911-02", Phase.END, date(1911, 2, 1), date(1911, 2, 28)),
        ("1911-02-03", None, Phase.END, date(1911, 2, 3), date(1911, 2, 3)),
        (None, "1911-02-03", Phase.NONE, date(1911, 2, 3), date(1911, 2, 3)),
        ("1913-01-01", "1913-01-01", Phase.NONE, date(1913, 1, 1), date(1913, 1, 1)),  # a plan
        ("1912-05", "1912-04", Phase.NONE, date(1912, 5, 1), date(1912, 5, 1)),  # an interval turned round
        ("soon", None, Phase.NONE, SAID, SAID),
    ],
)
def test_when_a_matter_held(start, end, phase, onset, last):
    assert held_on(claim(held=Interval(start, end), phase=phase), SAID) == (onset, last)


def test_without_a_time_it_held_when_it_was_said():
    assert held_on(claim(), SAID) == (SAID, SAID)


def test_the_origin_says_when_it_spoke_but_not_after_it_was_printed():
    spoken = link("الوزير", time=Interval("1912-05-20", "1912-05-20"))
    assert said_on(claim(sources=[spoken]), SAID) == date(1912, 5, 20)
    later = link("الوزير", time=Interval("1912", None))
    assert said_on(claim(sources=[later]), SAID) == SAID
    assert said_on(claim(), SAID) == SAID
