"""What holds for any text: offsets, order, no exception, linear time."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.folding import fold
from musnad.reading.times import find_times
from musnad.reading.times.lexicon import lexicon

ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")
VOCABULARY = sorted(lexicon().words)
PIECES = st.one_of(
    st.sampled_from(VOCABULARY),
    st.integers(0, 99999).map(str),
    st.sampled_from(["/", "-", "(", ")", "،", ".", ":", "«", "»", "%", "\n", "ال", "من", "1436ه", "2015م"]),
    st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويء 0123456789", max_size=8),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", ""])), max_size=14).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
ANCHORS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


@settings(max_examples=400, deadline=None)
@given(TEXTS, ANCHORS)
def test_any_text_gives_ordered_expressions_with_sound_intervals(text: str, anchor: date | None) -> None:
    end = 0
    for expression in find_times(text, anchor):
        assert end <= expression.start < expression.end <= len(text)
        quoted = text[expression.start : expression.end]
        assert quoted == quoted.strip()
        end = expression.end
        if expression.interval:
            ends = [e for e in (expression.interval.start, expression.interval.end) if e is not None]
            assert ends
            assert all(ISO.match(e) for e in ends)
            if len(ends) == 2:
                length = min(map(len, ends))
                assert ends[0][:length] <= ends[1][:length]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), ANCHORS)
def test_no_text_raises(text: str, anchor: date | None) -> None:
    find_times(fold(text), anchor)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_a_written_date_is_read_back(day: date) -> None:
    for written in (f"{day.year}/{day.month}/{day.day}", f"{day.day:02d}-{day.month:02d}-{day.year}"):
        (found,) = find_times(f"كتب في {written} بيانا", None)
        assert found.interval is not None
        assert found.interval.start == found.interval.end == day.isoformat()


@pytest.mark.parametrize(
    "piece",
    ["من ", "1/", "أمس ", "الأحد و", "5 و6 و7 ", "خلال نحو أكثر من ", "تسعينات من ", "ألف ", "2015-", "منذ ", "شهر ",
     "سيلتقي أن ", "بين عامي ", "(", "نهاية ", "عشرين و"],
)  # fmt: skip
def test_adversarial_repetition_costs_no_more_than_its_length(piece: str) -> None:
    def seconds(times: int) -> float:
        text = fold(piece * times + "الأحد")
        begun = time.perf_counter()
        find_times(text, date(2015, 8, 11))
        return time.perf_counter() - begun

    seconds(10)
    small, large = min(seconds(400) for _ in range(3)), min(seconds(1600) for _ in range(2))
    assert large < 0.02 + 12 * small  # quadratic work would cost sixteen times as much


def test_text_without_times_is_passed_over_quickly() -> None:
    text = (
        fold("أعلنت الوزارة أن المحادثات بين الطرفين تناولت سبل التعاون في مجالات النقل والطاقة والتعليم")
        + ". "
    )
    block = text * 500
    assert find_times(block, date(2015, 8, 11)) == ()
    begun = time.perf_counter()
    find_times(block, date(2015, 8, 11))
    assert len(block.split()) / (time.perf_counter() - begun) > 300_000
