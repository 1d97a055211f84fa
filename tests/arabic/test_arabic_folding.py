from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.arabic.folding import fold, fold_with_map

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئءکیپگ"
MARKS = "\u064b\u064c\u064e\u0651\u0652\u0670\u0640\u200c\u200f\u202b"
TEXT = st.text(alphabet=LETTERS + MARKS + " .،\n\u00a0\u0660\u0669\u06f3abc«»")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("إلى آخرِ المدينةِ", "الي اخر المدينه"),
        ("مســـؤول", "مسوول"),
        ("الهیئة", "الهييه"),
        ("٢٠١٩ و۳", "2019 و3"),
        ("", ""),
    ],
)
def test_spelling_variants_fold_alike(text, folded):
    assert fold(text) == folded


@given(TEXT)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_the_map_and_the_plain_folding_agree(text):
    assert fold_with_map(text).text == fold(text)


@given(TEXT)
def test_every_folded_letter_maps_back_to_the_letter_it_came_from(text):
    folded = fold_with_map(text)
    for i, letter in enumerate(folded.text):
        span = folded.span(i, i + 1)
        assert fold(span.of(text)) == letter
        assert 0 <= span.start < span.end <= len(text)


@given(TEXT, st.integers(0, 30), st.integers(0, 30))
def test_a_span_folds_to_the_words_it_was_made_from(text, start, length):
    folded = fold_with_map(text)
    start = min(start, len(folded.text))
    end = min(start + length, len(folded.text))
    span = folded.span(start, end)
    assert fold(span.of(text)) == folded.text[start:end]


def test_marks_on_the_last_letter_belong_to_the_span():
    folded = fold_with_map("وَزِيرٌ قَالَ")
    assert folded.span(0, 4).of("وَزِيرٌ قَالَ") == "وَزِيرٌ"


def test_text_without_marks_keeps_its_offsets():
    assert fold_with_map("الوزير").origin is None
