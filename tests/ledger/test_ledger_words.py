"""The pieces of the ledger that need no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ledger_builders import AMIR, DOCUMENT, GUARDS, MERCHANT, SUPPORT

import musnad.ledger
from musnad.arabic.folding import fold
from musnad.claims.identity import content_hash
from musnad.claims.model import Interval
from musnad.errors import MusnadError, catalogue
from musnad.ledger.columns import escape, unescape, utc
from musnad.ledger.days import bounds, first_day, last_day
from musnad.ledger.identity import ledger_actor_id, statement_keys
from musnad.ledger.words import indexed, query_words, variants, words
from musnad.resources import load_text, load_yaml

LEARNT = date(2024, 5, 6)


@given(st.text(alphabet=st.characters()))
def test_escaping_is_reversible_and_storable(text):
    stored = escape(text)
    assert unescape(stored) == text
    assert "\x00" not in stored
    stored.encode("utf8")


@given(st.text(alphabet="\x00\ud800\ufdd0a0d8"), st.text(alphabet="\x00\ud800\ufdd0a0d8"))
def test_different_strings_are_stored_differently(one, other):
    assert (escape(one) == escape(other)) == (one == other)


@pytest.mark.parametrize(
    ("time", "days"),
    [
        (Interval("2020-06", "2020-06"), (date(2020, 6, 1), date(2020, 6, 30))),
        (Interval("2020", "2020-02"), (date(2020, 1, 1), date(2020, 2, 29))),
        (Interval("2019-04-03", None), (date(2019, 4, 3), date.max)),
        (Interval(None, "2019"), (date.min, date(2019, 12, 31))),
        (Interval(None, None), (date.min, date.max)),
        (None, (LEARNT, LEARNT)),
    ],
)
def test_bounds(time, days):
    assert bounds(time, LEARNT) == days


@given(st.dates())
def test_a_day_is_its_own_bounds_and_inside_its_month_and_year(day):
    iso = day.isoformat()
    assert first_day(iso) == last_day(iso) == day
    assert first_day(iso[:4]) <= first_day(iso[:7]) <= day <= last_day(iso[:7]) <= last_day(iso[:4])


@pytest.mark.parametrize(
    "partial", ["", "20", "2020-1", "2020-00", "2020-02-30", "2020/06", "2020-W0", "2020-W01-1", "٢٠٢٠"]
)
def test_what_is_no_date(partial):
    with pytest.raises(ValueError, match=r".+"):
        first_day(partial)


def test_moments():
    assert utc(datetime(2020, 1, 1, tzinfo=UTC)) == datetime(2020, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="time zone"):
        utc(datetime(2020, 1, 1))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("والوادي", {"والوادي", "الوادي", "وادي"}),
        ("للجيش", {"للجيش", "جيش"}),
        ("وبالجسر", {"وبالجسر", "بالجسر", "جسر"}),
        ("البر", {"البر", "بر"}),
        ("ولد", {"ولد"}),
        ("amir", {"amir"}),
    ],
)
def test_variants(word, rest):
    assert set(variants(word)) == rest


@given(st.text())
def test_the_index_holds_every_word_asked_for(text):
    if words(text):
        assert set(query_words(text)) <= set(indexed(text).split())
    else:
        with pytest.raises(MusnadError, match=r"\[M316\]"):
            query_words(text)


def test_proclitics_are_folded_letters_and_leave_a_word():
    for group in load_yaml("musnad.ledger", "proclitics.yaml").values():
        assert group["least"] >= 2
        assert len(set(group["forms"])) == len(group["forms"])
        assert all(form and fold(form) == form for form in group["forms"])


def test_ledger_ids_of_actors():
    one, other = content_hash(DOCUMENT), content_hash(replace(DOCUMENT, title="غيره"))
    assert ledger_actor_id(one, AMIR) == "amir"
    assert ledger_actor_id(one, GUARDS).startswith(one[:16] + ":g1.")
    assert ledger_actor_id(one, GUARDS) != ledger_actor_id(other, GUARDS)
    assert ledger_actor_id(one, GUARDS) != ledger_actor_id(one, replace(GUARDS, ar="غيرهم"))


@pytest.mark.parametrize(
    "change",
    [{"negated": True}, {"sources": ()}, {"time": None}, {"subject": (MERCHANT.id,)}, {"amount": None}],
)
def test_a_statement_is_all_that_is_said(change):
    keys = {"amir": "amir", MERCHANT.id: MERCHANT.id}
    (said,) = statement_keys("h", [SUPPORT], keys)
    assert statement_keys("h", [replace(SUPPORT, confidence=0.1)], keys) == [said]
    assert statement_keys("h", [replace(SUPPORT, **change)], keys) != [said]


def test_errors_are_in_the_catalogue_in_both_languages():
    own = yaml.safe_load(load_text("musnad.ledger", "ERRORS.yaml"))
    for code, entry in own.items():
        assert "M300" <= code <= "M349"
        assert catalogue()[code] == entry
        assert set(entry) == {"what_en", "do_en", "what_ar", "do_ar"}
        assert entry["what_en"].count("{") == entry["what_ar"].count("{")


def test_the_package_names_what_it_offers():
    assert all(hasattr(musnad.ledger, name) for name in musnad.ledger.__all__)
