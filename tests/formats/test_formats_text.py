"""JSON and CSV read back as what was written."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.formats.text import csv_text, json_line, json_text

cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@given(st.lists(st.tuples(cells, cells), min_size=1))
def test_csv_reads_back(pairs):
    rows = [{"اسم": a, "b": b} for a, b in pairs]
    text = csv_text(rows)
    assert list(csv.DictReader(io.StringIO(text, newline=""))) == rows
    assert text == csv_text(rows[:1]) + csv_text(rows[1:], header=False)


def test_no_rows_no_csv():
    assert csv_text([]) == ""


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)
    )
)
def test_json_reads_back_and_can_always_be_written(value):
    for text in (json_line(value), json_text(value)):
        assert json.loads(text.encode()) == value
    assert "\n" not in json_line(value)


def test_lone_surrogates_are_escaped_and_arabic_is_not():
    assert json_line("قال") == '"قال"'
    assert json_line("\ud800") == '"\\ud800"'


def test_what_is_no_number_in_json_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        json_line(float("nan"))
