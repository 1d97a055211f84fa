"""The parts of a report: dates, figures, bars, tables, lines of time."""

from __future__ import annotations

import dataclasses
import random
from datetime import date

import pytest
import report_sample as sample
from hypothesis import given
from hypothesis import strategies as st

from musnad.alignment.model import TieState
from musnad.claims.model import Claim, Document, EventType, Interval, Phase, Reading, SourceKind, Span
from musnad.report.articles import heading_lines, view_article, web_address
from musnad.report.dates import date_words, first_day, interval_words, last_day
from musnad.report.numbers import percent, signed, weight
from musnad.report.sources import tabulate
from musnad.report.stance_bar import stance_bar
from musnad.report.summary import MAX_ROWS, summarize
from musnad.report.timeline import MAX_LINES, draw_timeline
from musnad.report.views import chain_words, of_reading, of_record, tip


def test_dates_are_as_precise_as_given():
    assert date_words("1931-05-17", "en") == "17 May 1931"
    assert date_words("1931-05", "ar") == "مايو 1931"
    assert date_words("1931", "ar") == "1931"
    assert date_words("1931-13", "en") == "1931-13"
    assert date_words("<b>", "en") == "<b>"


def test_first_and_last_days():
    assert (first_day("1932-02"), last_day("1932-02")) == (date(1932, 2, 1), date(1932, 2, 29))
    assert (first_day("1932"), last_day("1932")) == (date(1932, 1, 1), date(1932, 12, 31))
    assert (first_day(None), last_day("soon"), first_day("0000")) == (None, None, None)


@pytest.mark.parametrize(
    ("time", "words"),
    [(None, "no time given"), (Interval(None, None), "no time given"), (Interval("1929", None), "since 1929"),
     (Interval(None, "1930-04"), "until April 1930"), (Interval("1930", "1930"), "1930"),
     (Interval("1929", "1930"), "from 1929 to 1930")],
)  # fmt: skip
def test_intervals_in_words(time, words):
    assert interval_words(time, "en") == words


def test_figures():
    assert "−0.62" in signed(-0.62)
    assert "+1.00" in signed(1)
    assert ">0.00<" in signed(-0.001)
    assert ">0.077<" in weight(0.077)
    assert ">1<" in weight(1.0)
    assert "82%" in percent(0.82, "en")


@given(*[st.floats(-1.5, 1.5)] * 3)
def test_bars_stay_inside_and_mirror(stance, low, high):
    right, left = stance_bar(stance, low, high, "en"), stance_bar(stance, low, high, "ar")
    assert all(0 <= value <= 100 for value in dataclasses.astuple(right))
    assert right.low <= right.high
    assert right.start + right.width <= 100.01
    assert right.point == pytest.approx(100 - left.point, abs=0.02)
    assert right.low == pytest.approx(100 - left.high, abs=0.02)


def test_ties_are_parted_by_the_focus():
    parts = {part.name: part for part in summarize(sample.content(), "en")}
    assert list(parts) == ["toward", "of", "elsewhere"]
    toward = {g.title: [r.tie.subject.en for r in g.rows] for g in parts["toward"].groups}
    assert set(toward["Who backs"]) == {
        "Coral Isles",
        "Kingdom of the Upper Plain",
        "Coast Guard",
        "Trust Bank",
    }
    assert "Fishers' Union" in toward["Who opposes"]
    assert "New Dawn Party" in toward["Who wavers or is not known"]
    assert [p.name for p in summarize(sample.content(focused=False), "en")] == ["among"]


def test_every_tie_is_shown_or_counted():
    content = sample.content(focused=False)
    many = dataclasses.replace(content, ties=content.ties * 5)
    groups = [g for part in summarize(many, "ar") for g in part.groups]
    assert sum(len(g.rows) + g.hidden for g in groups) == len(many.ties)
    assert max(len(g.rows) for g in groups) == MAX_ROWS
    states = {row.tie.state for g in groups for row in g.rows}
    assert TieState.CONTESTED in states


def test_an_unknown_factor_shows_its_own_name():
    tie = sample.content().ties[0]
    voice = dataclasses.replace(tie.voices[0], factors=(("sea_breeze", 0.5), ("decay", 0.1)))
    content = dataclasses.replace(sample.content(), ties=(dataclasses.replace(tie, voices=(voice,)),))
    (row,) = summarize(content, "en")[0].groups[0].rows
    assert row.voices[0].factors == (("sea breeze", 0.5), ("decay with age", 0.1))


def test_views_of_a_reading_and_of_its_records_agree():
    reading = sample.article()
    views = {view.id: view for view in of_reading(reading, "ar")}
    for claim in reading.claims:
        record = of_record(sample.record(claim, reading), "ar")
        without_cues = tuple(dataclasses.replace(link, cue="") for link in views[record.id].chain)
        assert dataclasses.replace(views[record.id], chain=without_cues) == record


def test_tip_gives_statement_qualifiers_and_the_whole_chain():
    reading = sample.article()
    view = next(
        v for v in of_reading(reading, "en") if v.type is EventType.AID and not v.hollow and len(v.chain) == 3
    )
    words = tip(view, 3, "en").replace("\u2068", "").replace("\u2069", "")
    assert words.startswith(
        "3. Coral Isles – gives aid to – Salim al-Rasi\nasserted, no time given\naccording to "
    )
    assert words.count("citing") == 2
    assert words.endswith("مبعوث جزر المرجان (official)")
    assert chain_words((), "en") == "in the article's own voice"


def test_an_end_and_a_negation_turn_the_sign():
    views = of_reading(sample.article(), "ar")
    assert views[0].sign == -1
    denial = next(v for v in views if v.qualifiers[0] == "منفي" and v.type is EventType.SUPPORT)
    assert denial.sign == -1
    assert denial.object == "طرف غير مذكور"


def test_sources_count_once_a_claim_and_join_spellings():
    chain = (
        sample.link("وزير المرافئ", SourceKind.OFFICIAL),
        sample.link("وزير المرافىء", SourceKind.OFFICIAL),
    )
    reading = sample.article()
    claims = [
        dataclasses.replace(reading.claims[0], sources=chain[:1]),
        dataclasses.replace(reading.claims[1], sources=()),
    ]
    tables = tabulate(of_reading(dataclasses.replace(reading, claims=tuple(claims)), "en"))
    assert [(r.name, r.kind, r.claims, r.origin, r.relay) for r in tables.links] == [
        ("وزير المرافئ", "official", 1, 1, 0)
    ]
    assert tables.publishers == (("المنارة", 2),)
    full = tabulate(of_reading(reading, "en"))
    by_name = {r.name: r for r in full.links}
    assert (by_name["مصدر في ديوان الحاكم"].origin, by_name["مصدر في ديوان الحاكم"].relay) == (2, 3)


def test_time_runs_with_the_language():
    ties = sample.content().ties
    english, arabic = draw_timeline(ties, "en"), draw_timeline(ties, "ar")
    assert [x for x, _ in english.ticks] == sorted(x for x, _ in english.ticks)
    assert [x for x, _ in arabic.ticks] == sorted((x for x, _ in arabic.ticks), reverse=True)
    assert len(english.lines) == MAX_LINES
    assert english.hidden == len(ties) - MAX_LINES
    for line in english.lines:
        firsts = [event.claim.first for event in line.events]
        assert firsts == sorted(firsts)
        assert all(0 < event.x < 100 and 0 < event.y < line.height for event in line.events)
        assert len({(event.x, event.y) for event in line.events}) == len(line.events)


def test_one_old_memory_does_not_press_the_rest_into_a_corner():
    chance = random.Random(1)  # noqa: S311 - invented ties
    tie = sample.tie("coral", "rasi", "++++++", chance)
    old = dataclasses.replace(tie.voices[0].claim, id="old", time=Interval("1850", "1850"))
    tie = dataclasses.replace(tie, voices=(*tie.voices, sample.voice(old, 1, 0.1)))
    (line,) = draw_timeline([tie], "en").lines
    assert [event.claim.id for event in line.events if event.early] == ["old"]
    assert max(e.x for e in line.events) - min(e.x for e in line.events if not e.early) > 40


def test_no_dated_claims_no_timeline():
    assert draw_timeline([], "ar") is None


def test_headings_of_an_article():
    lines = sample.TEXT.split("\n")
    headings = [lines[i] for i in sorted(heading_lines(sample.article()))]
    assert headings == [sample.TITLE, "خلاف على رسوم الميناء", "من يقف مع من؟"]


def test_claims_outside_the_text_have_a_note_but_no_mark():
    document = Document("x", "يدعم", "", "", None, "javascript:alert(1)")
    claim = Claim(EventType.SUPPORT, (), (), Span(2, 99), Span(0, 4), phase=Phase.NONE)
    view = view_article(Reading(document, (), (claim,), "r"), 1, "ar", "note")
    assert [note.marked for note in view.notes] == [False]
    assert view.url == ""


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://[",
        "//x",
        "file:///etc",
        "https:",
        "https://x.example/\u202ea",
        "https://x.example/<b>",
    ],
)
def test_only_web_addresses_become_links(url):
    assert web_address(url) == ""
    assert web_address(" https://manara.example/a ") == "https://manara.example/a"
