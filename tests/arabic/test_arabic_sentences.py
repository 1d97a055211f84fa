from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from musnad.arabic.sentences import sentences


def texts(text):
    return [" ".join(t.text for t in s.tokens) for s in sentences(text)]


def test_full_stops_and_lines_end_sentences():
    assert texts("وصل الوفد امس. وغادر اليوم!\nثم عاد.") == ["وصل الوفد امس .", "وغادر اليوم !", "ثم عاد ."]


def test_abbreviations_and_numbers_do_not():
    assert len(sentences("قال د. سالم ان 3.5 ملايين صوتوا.")) == 1


def test_the_closing_mark_after_a_full_stop_belongs_to_the_sentence_before():
    assert texts("قال: «انتهي الامر.» ثم خرج.") == ["قال : « انتهي الامر . »", "ثم خرج ."]


def test_a_quotation_over_several_sentences_goes_on():
    found = sentences("قال: «وصلنا. سنبقي هنا. ولن نرحل» ثم خرج. وسكت.")
    assert [s.starts_quoted for s in found] == [False, True, True, False]


def test_short_lines_without_a_final_mark_are_headings():
    found = sentences("الوفد يغادر العاصمه\nغادر الوفد العاصمه صباح اليوم بعد لقاءات طويله.")
    assert [s.heading for s in found] == [True, False]


def test_a_text_of_one_line_has_no_heading():
    assert not sentences("الوفد يغادر العاصمه")[0].heading


def test_nothing_gives_no_sentences():
    assert sentences(" \n\n ") == []


@given(st.text(alphabet='ابت .!؟؛…«»"\n،12'))
def test_every_token_stands_in_one_sentence_in_order(text):
    found = sentences(text)
    tokens = [t for s in found for t in s.tokens]
    assert [t.start for t in tokens] == sorted({t.start for t in tokens})
    assert "".join(t.text for t in tokens) == "".join(text.split())
    assert [s.index for s in found] == list(range(len(found)))
