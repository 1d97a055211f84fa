from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.arabic.tokens import NounSplit, noun_splits, tokenize, verb_splits

WORD = st.text(alphabet="ابتجحدرسعفقكلمنهوي", min_size=1, max_size=10)


def test_words_numbers_and_marks_are_tokens():
    assert [t.text for t in tokenize("قال (الوزير) 3.5%، غدا")] == [
        "قال",
        "(",
        "الوزير",
        ")",
        "3.5",
        "%",
        "،",
        "غدا",
    ]


@given(st.text(alphabet="ابت 12.،«»\n-_"))
def test_tokens_stand_where_they_say_and_leave_out_only_blanks(text):
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert "".join(t.text for t in tokens) == "".join(text.split())


@pytest.mark.parametrize(
    ("word", "split"),
    [
        ("وبالحكومه", NounSplit("و", "ب", True, "حكومه", "")),
        ("للجيش", NounSplit("", "ل", True, "جيش", "")),
        ("فلمصر", NounSplit("ف", "ل", False, "مصر", "")),
        ("قيادته", NounSplit("", "", False, "قياده", "ه")),
        ("حلفايهم", NounSplit("", "", False, "حلفاي", "هم")),
        ("قواها", NounSplit("", "", False, "قوي", "ها")),
    ],
)
def test_nouns_are_cut_every_way(word, split):
    assert split in noun_splits(word)


@pytest.mark.parametrize(
    ("word", "stem"), [("وسيهاجم", "يهاجم"), ("قتلوه", "قتلوا"), ("التقاه", "التقي"), ("دعمها", "دعم")]
)
def test_verbs_are_cut_every_way(word, stem):
    assert stem in {split.stem for split in verb_splits(word)}


@given(WORD)
def test_the_whole_word_is_the_first_split(word):
    assert noun_splits(word)[0].stem == word
    assert verb_splits(word)[0].stem == word


@given(WORD)
def test_what_is_cut_before_the_stem_stands_in_the_word(word):
    for split in noun_splits(word):
        assert word.startswith(split.conjunction + split.preposition)
        assert split.stem
