"""Which expression dates a claim, and what "since" and "until" then mean."""

from __future__ import annotations

from datetime import date

import pytest

from musnad.arabic.folding import fold
from musnad.claims.model import EventType, Interval, Modality, Phase
from musnad.reading.times import Grain, TimeExpression, TimeKind, attach, find_times
from musnad.reading.times.attach import settle

ANCHOR = date(1927, 8, 11)


def dated(text: str, trigger: str, **claim: object) -> tuple[str | None, str | None] | None:
    folded = fold(text)
    start = folded.index(fold(trigger))
    low = folded.rfind(".", 0, start) + 1
    high = folded.find(".", start) + 1 or len(folded)
    found = attach(
        find_times(folded, ANCHOR),
        start,
        start + len(fold(trigger)),
        (low, high),
        text=folded,
        **claim,  # type: ignore[arg-type]
    )
    return (found.interval.start, found.interval.end) if found and found.interval else None


def test_the_time_in_the_clause_dates_the_event() -> None:
    text = "هاجم رجال القبيلة القلعة أمس الأربعاء وأحرقوا بابها"
    assert dated(text, "هاجم", type=EventType.ASSAULT) == ("1927-08-10", "1927-08-10")


def test_the_nearer_time_wins() -> None:
    text = "قصف الجيش البلدة يوم السبت، بينما وقع قادة الثوار هدنة في يوليو 1925"
    assert dated(text, "قصف", type=EventType.ASSAULT) == ("1927-08-06", "1927-08-06")
    assert dated(text, "وقع", type=EventType.AGREE) == ("1925-07", "1925-07")


def test_belonging_is_not_dated_by_the_meeting_beside_it() -> None:
    text = "التقى المندوب أمس قائد الحامية التابعة للسلطان"
    assert dated(text, "التقى", type=EventType.CONSULT) == ("1927-08-10", "1927-08-10")
    assert dated(text, "التابعة", type=EventType.AFFILIATE, phase=Phase.ONGOING) is None


def test_an_event_takes_the_time_of_the_sentence_before() -> None:
    text = "هاجم رجال القبيلة القلعة أمس. وقتل خمسة منهم."
    assert dated(text, "وقتل", type=EventType.ASSAULT, at_least=0.05) == ("1927-08-10", "1927-08-10")


def test_no_time_no_date() -> None:
    assert dated("هاجم رجال القبيلة القلعة", "هاجم", type=EventType.ASSAULT) is None


def test_unresolved_times_date_nothing() -> None:
    assert dated("استمر القصف لمدة يومين", "القصف", type=EventType.ASSAULT, at_least=0.0) is None


def test_a_higher_threshold_gives_fewer_dates() -> None:
    text = "قال الوزير أمس إن بلاده تدعم مطالب الثوار"
    claim = {"type": EventType.SUPPORT, "phase": Phase.ONGOING, "modality": Modality.ASSERTED}
    assert dated(text, "تدعم", at_least=0.0, **claim) is not None
    assert dated(text, "تدعم", at_least=0.99, **claim) is None


def test_without_the_text_distance_alone_decides() -> None:
    near = TimeExpression(10, 14, Interval("1927", "1927"), TimeKind.POINT, Grain.YEAR)
    far = TimeExpression(80, 84, Interval("1925", "1925"), TimeKind.POINT, Grain.YEAR)
    assert attach([far, near], 0, 5, (0, 100), type=EventType.ASSAULT, at_least=0.0) == near


SINCE = TimeExpression(0, 4, Interval("1926-07", "1927-08-11"), TimeKind.SINCE, Grain.MONTH, value="1926-07")
COUNTED = TimeExpression(0, 4, Interval("1926-08", "1927-08-11"), TimeKind.SINCE, Grain.YEAR, value="P1Y")
UNTIL = TimeExpression(0, 4, Interval(None, "1926-04"), TimeKind.UNTIL, Grain.MONTH)


@pytest.mark.parametrize(
    ("expression", "phase", "interval"),
    [
        (SINCE, Phase.ONGOING, Interval("1926-07", "1927-08-11")),
        (SINCE, Phase.BEGIN, Interval("1926-07", "1926-07")),
        (SINCE, Phase.NONE, Interval("1926-07", "1927-08-11")),
        (COUNTED, Phase.NONE, Interval("1926-08", "1926-08")),
        (COUNTED, Phase.ONGOING, Interval("1926-08", "1927-08-11")),
        (UNTIL, Phase.END, Interval("1926-04", "1926-04")),
        (UNTIL, Phase.ONGOING, Interval(None, "1926-04")),
    ],
)
def test_phase_settles_what_a_bound_means(
    expression: TimeExpression, phase: Phase, interval: Interval
) -> None:
    assert settle(expression, phase).interval == interval
