"""Which expression dates a claim, and what "since" and "until" then mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.folding import fold
from musnad.arabic.sentences import Sentence, sentences
from musnad.claims.model import EventType, Interval, Modality, Phase
from musnad.reading.times import DatedText, Grain, Statement, TimeExpression, TimeKind, attach
from musnad.reading.times.attach import candidates, linked, settle
from musnad.reading.times.lexicon import PACKAGE
from musnad.resources import load_yaml

ANCHOR = date(1927, 8, 11)
PIECES = [
    "هاجم رجال القبيلة القلعة", "أمس", "منذ عام 1925", "في يوليو", "قبل عام 1920", ".", "\n", "وقال الشيخ إن",
    "منذ سقوط القلعة في مايو 1926", "حتى نهاية أغسطس", "طوال أسبوعين", "من 3 إلى 8 يونيو", "عيد الفطر", "الجمعة 29",
]  # fmt: skip


def dated(
    text: str, trigger: str, *, at_least: float | None = None, anchor: date = ANCHOR, **claim: object
) -> tuple[str | None, str | None] | None:
    folded = fold(text)
    laid = sentences(folded)
    article = DatedText.of(folded, laid, anchor)
    (found,) = attach(article, [stated(folded, laid, trigger, **claim)], at_least)
    return (found.interval.start, found.interval.end) if found and found.interval else None


def stated(folded: str, laid: list[Sentence], trigger: str, **claim: object) -> Statement:
    start = folded.index(fold(trigger))
    sentence = next(s.index for s in laid if s.start <= start < s.end)
    return Statement(sentence, (start, start + len(fold(trigger))), **claim)  # type: ignore[arg-type]


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


def test_the_lead_dates_events_paragraphs_later() -> None:
    text = "هاجم رجال القبيلة القلعة أمس\nوقال شيخ القرية إن البلدة هادئة.\nوقتل خمسة من الحرس."
    assert dated(text, "وقتل", type=EventType.ASSAULT) == ("1927-08-10", "1927-08-10")


def test_a_standing_tie_takes_no_day_from_another_sentence() -> None:
    text = "هاجم رجال القبيلة القلعة أمس.\nوقائد الحامية التابعة للسلطان غائب."
    assert dated(text, "التابعة", type=EventType.AFFILIATE, phase=Phase.ONGOING) is None


def test_a_headline_can_take_the_day_of_the_lead() -> None:
    text = "القبيلة تهاجم القلعة\nهاجم رجال القبيلة القلعة مساء أمس وأحرقوا بابها.\nولم يصب أحد."
    assert dated(text, "تهاجم", type=EventType.ASSAULT, at_least=0.0) == ("1927-08-10", "1927-08-10")


def test_what_a_time_dates_helps_it_to_carry_over() -> None:
    text = fold("التقى المندوب والأمير أمس في القصر.\nوقال الحاجب شيئا.\nواجتماع المندوب والأمير طويل.")
    laid = sentences(text)
    article = DatedText.of(text, laid, ANCHOR)
    both = frozenset({"envoy", "prince"})
    first = stated(text, laid, "التقى", type=EventType.CONSULT, actors=both)
    again = stated(text, laid, "واجتماع", type=EventType.CONSULT, actors=both)
    (known,) = linked(article, [first, again]).dated.values()
    assert [signs.actors for signs in known] == [both]
    signs = [signs for _, signs in candidates(linked(article, [first]), again)]
    assert [s["far_dates_pair"] for s in signs] == [1.0]


def test_a_date_far_from_publication_must_be_likelier() -> None:
    limits = load_yaml(PACKAGE, "attach.yaml")["limits"]
    assert 0 < limits["near"] < limits["far"] < limits["standing"] < 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.sampled_from(list(Phase)))
def test_any_article_gives_times_of_its_own(pieces: list[str], phase: Phase) -> None:
    text = fold(" ".join(pieces))
    laid = sentences(text)
    article = DatedText.of(text, laid, ANCHOR)
    statements = [
        Statement(s.index, (s.start, s.start + 3), EventType.ASSAULT, phase)
        for s in laid
        if s.end - s.start > 3
    ]
    found = attach(article, statements, at_least=0.0)
    assert len(found) == len(statements)
    known = {(e.start, e.end) for row in article.resolved for e in row}
    for expression in found:
        if expression and expression.interval:
            assert (expression.start, expression.end) in known
            start, end = expression.interval.start, expression.interval.end
            size = min(len(start or ""), len(end or ""))
            assert (start or "")[:size] <= (end or "")[:size]


SINCE = TimeExpression(0, 4, Interval("1926-07", "1927-08-11"), TimeKind.SINCE, Grain.MONTH, value="1926-07")
COUNTED = TimeExpression(0, 4, Interval("1926-08", "1927-08-11"), TimeKind.SINCE, Grain.YEAR, value="P1Y")
UNTIL = TimeExpression(0, 4, Interval(None, "1926-04"), TimeKind.UNTIL, Grain.MONTH)


def test_an_event_that_a_time_counts_from_is_dated_to_its_day() -> None:
    text = "منذ سقوط القلعة عام 1925 تدعم القرية الثوار"
    assert dated(text, "سقوط", type=EventType.ASSAULT) == ("1925", "1925")
    assert dated(text, "تدعم", type=EventType.SUPPORT, phase=Phase.ONGOING, at_least=0.0) == (
        "1925",
        "1927-08-11",
    )


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
