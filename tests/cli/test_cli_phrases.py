"""Words for terminals: harmless whatever an article holds, and in their order."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.claims.model import Interval, SourceKind, SourceLink
from musnad.cli.phrases import Phrases, harmless
from musnad.cli.tie_view import stance_bar


@given(st.text())
def test_nothing_in_a_text_can_command_a_terminal(text):
    plain = harmless(text)
    assert all(unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") for char in plain)
    assert not set(plain) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert harmless(plain) == plain


@given(st.text())
def test_fences_are_always_closed(text):
    fenced = Phrases("ar", isolated=True).fence(f"أ{text}")
    assert fenced[0] == "\u2068"
    assert fenced[-1] == "\u2069"
    assert fenced.count("\u2068") == fenced.count("\u2069") == 1


@given(st.floats(-1, 1))
def test_a_stance_bar_is_eleven_wide_and_leans_to_its_side(stance):
    bar = stance_bar(stance)
    assert len(bar) == 11
    assert bar[5] == "|"
    assert ("+" in bar) <= (stance > 0)
    assert ("-" in bar) <= (stance < 0)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (None, ""),
        (Interval(None, None), ""),
        (Interval("2020", None), "since 2020"),
        (Interval(None, "2020-06"), "until 2020-06"),
        (Interval("2020-06", "2020-06"), "2020-06"),
        (Interval("2020", "2021"), "2020/2021"),
    ],
)
def test_times(time, words):
    assert Phrases("en").when(time) == words


def test_chains_run_from_the_nearest_to_the_origin():
    links = (SourceLink("وكالة", SourceKind.MEDIA), SourceLink(None, SourceKind.HEARSAY))
    assert Phrases("en").chain(links) == "وكالة ← nobody in particular"
    assert Phrases("ar").chain(()) == "بصوت المقال نفسه"
