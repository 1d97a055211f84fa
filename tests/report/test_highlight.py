"""Marks in an article: nothing lost, nothing reordered, whatever the text and the spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_reader import read_page

from musnad.claims.model import Span
from musnad.report.bidi import (
    CONTROL_NAMES,
    direction,
    fenced,
    isolated,
    paragraph_direction,
    plain,
    representable,
)
from musnad.report.highlight import Highlight, mark_quote, place, render_article

PIECES = st.sampled_from(
    ["يدعم ", "الحاكم", "ّ", "Falcon 12", "C++", "\n", "\n\n", "\r\n", " ", "<script>alert(1)</script>", '"', "&amp;", "'",
     "\u202e", "\u202b", "\u2066", "\u2069", "\u200f", "(1931)", "٪", "]]>", "<!--", "\x00", "\ud800", "\u2029", "😀"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25).map("".join)


@st.composite
def marked_texts(draw):
    text = draw(TEXTS)
    bound = st.integers(-2, len(text) + 2)
    spans = draw(st.lists(st.tuples(bound, bound), max_size=12))
    signs = draw(st.lists(st.sampled_from([1, -1, 0]), min_size=12, max_size=12))
    return text, [Highlight(Span(a, b), i, signs[i - 1], f"tip {i}") for i, (a, b) in enumerate(spans, 1)]


def marked(text, *words, headings=frozenset()):
    highlights = [
        Highlight(Span(text.index(w), text.index(w) + len(w)), i, 1, f"tip {i}")
        for i, w in enumerate(words, 1)
    ]
    return read_page(str(render_article(text, highlights, headings, "a1", "note")))


@given(marked_texts())
def test_text_content_is_the_article(case):
    text, highlights = case
    tree = read_page(str(render_article(text, highlights, frozenset({0}), "a1", "note")))
    assert tree.text() == representable(text)


@given(marked_texts())
def test_every_claim_covers_exactly_its_words(case):
    text, highlights = case
    tree = read_page(str(render_article(text, highlights, frozenset(), "a1", "note")))
    for h in highlights:
        note = f"a1-n{h.number}"
        marks = [m for m in tree.all("mark") if note in m.attributes["aria-describedby"].split()]
        where = place(text, h.span)
        # A line break inside a span stands between two paragraphs, outside any mark.
        expected = representable(where.of(text)).replace("\n", "") if where else ""
        assert "".join(m.text() for m in marks) == expected
        assert len(tree.all("a", id=f"a1-r{h.number}")) == (1 if where else 0)


@given(marked_texts())
def test_marks_are_never_nested(case):
    text, highlights = case
    tree = read_page(str(render_article(text, highlights, frozenset(), "a1", "note")))
    assert all(not mark.all("mark") for mark in tree.all("mark"))


def test_overlap_becomes_segments_with_both_claims():
    tree = marked("زودته بثلاث سفن كبيرة", "زودته بثلاث سفن", "سفن كبيرة")
    assert [m.text() for m in tree.all("mark")] == ["زودته بثلاث ", "سفن", " كبيرة"]
    assert [m.attributes["data-tip"] for m in tree.all("mark")] == ["tip 1", "tip 1\n\ntip 2", "tip 2"]


def test_a_number_waits_for_the_end_of_the_word():
    html = str(render_article("يدعمونه اليوم", [Highlight(Span(0, 4), 1, 1, "t")], frozenset(), "a1", "note"))
    assert html.index("ونه") < html.index('class="ref') < html.index("اليوم")


def test_opposite_signs_on_one_word_are_mixed():
    marks = [Highlight(Span(0, 4), 1, 1, "a"), Highlight(Span(0, 4), 2, -1, "b")]
    tree = read_page(str(render_article("يدعم", marks, frozenset(), "a1", "note")))
    assert [m.attributes["class"] for m in tree.all("mark")] == ["mixed"]


def test_headings_and_paragraphs_are_kept():
    tree = marked("عنوان\nفقرة أولى.\n\nفقرة ثانية.", headings=frozenset({0}))
    assert [(e.tag, e.text()) for e in tree.children if not isinstance(e, str)] == [
        ("h4", "عنوان"), ("p", "فقرة أولى."), ("p", "فقرة ثانية."),
    ]  # fmt: skip


def test_latin_phrases_are_isolated_with_their_last_sign_but_not_the_full_stop():
    tree = marked("كتبها بلغة C++ على Falcon 12.", "Falcon")
    assert [b.text() for b in tree.all("bdi", dir="ltr")] == ["C++", "Falcon 12"]
    assert [m.text() for m in tree.all("mark")] == ["Falcon"]


def test_hostile_text_stays_text():
    tree = marked('<script>x</script> " onmouseover="y', "script")
    assert not tree.all("script")
    assert all(set(e.attributes) <= {"dir"} for e in tree.all("p"))


@pytest.mark.parametrize("control", CONTROL_NAMES)
def test_direction_controls_stand_alone_in_a_named_box(control):
    tree = marked(f"قبل {control} بعد")
    (box,) = tree.all("span", class_="control")
    assert box.text() == control
    assert box.attributes["data-name"] == CONTROL_NAMES[control]
    assert control not in plain(f"a{control}b")


def test_isolated_escapes_and_fences_balance():
    assert isolated("<b>&") == "<bdi>&lt;b&gt;&amp;</bdi>"
    assert fenced("x\u2069y") == "\u2068x‹PDI›y\u2069"


def test_directions():
    assert direction("123 بي", "ltr") == "rtl"
    assert direction("(BBC) قالت") == "ltr"
    assert direction("123", "ltr") == "ltr"
    assert paragraph_direction("BBC قالت في نشرتها إن الحاكم وصل") == "rtl"
    assert paragraph_direction("The Council (مجلس) said that it opposes") == "ltr"
    assert paragraph_direction("...", "rtl") == "rtl"


def test_quote_is_marked_where_offsets_fit():
    assert mark_quote("قد يدعم", 3, 7) == "قد <mark>يدعم</mark>"
    assert mark_quote("<i>", 5, 9) == "&lt;i&gt;"
    assert mark_quote("قد", -4, 1) == "قد"
