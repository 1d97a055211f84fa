"""Demonyms in all inflections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.knowledge import knowledge_base
from musnad.knowledge.cases import case_forms
from musnad.knowledge.nisba import nisba_forms, plural_forms

ALEF_TO_YA = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@pytest.mark.parametrize(
    ("form", "state"),
    [
        ("مصري", "egypt"),
        ("المصرية", "egypt"),
        ("مصريون", "egypt"),
        ("المصريين", "egypt"),
        ("مصريتين", "egypt"),
        ("مصريات", "egypt"),
        ("إماراتياً", "united_arab_emirates"),
        ("أتراك", "turkey"),
        ("الأتراك", "turkey"),
        ("أتراكاً", "turkey"),
        ("الروس", "russia"),
        ("روسيين", "russia"),
        ("الأميركية", "united_states"),
        ("الأمريكان", "united_states"),
        ("مغاربة", "morocco"),
        ("كورية شمالية", "north_korea"),
        ("الكوريون الشماليون", "north_korea"),
        ("الجنوب أفريقية", "south_africa"),
        ("السوفييتية", "soviet_union"),
        ("العثمانيين", "ottoman_empire"),
        ("ليبيين", "libya"),
        ("الليبيات", "libya"),
    ],
)
def test_inflected_demonyms_lead_to_the_state(form, state):
    assert knowledge_base().nisba[fold(form)] == state


@pytest.mark.parametrize("form", ["مصر", "المصروف", "قاهري", "أكراد", "عربي", "دمشقي"])
def test_other_words_are_no_demonyms(form):
    assert fold(form) not in knowledge_base().nisba


@given(st.text(ALEF_TO_YA, min_size=2, max_size=8))
def test_every_form_keeps_its_stem_and_is_folded(stem):
    for form in nisba_forms(stem + "ي"):
        assert fold(stem) in form
        assert form == fold(form)


def test_sixteen_and_more_forms_of_a_regular_nisba():
    forms = nisba_forms("سوري")
    assert {"سوري", "سوريه", "سوريا", "سوريان", "سوريين", "سوريتان", "سوريون", "سوريو", "سوريات"} <= forms
    assert {"السوري", "السوريه", "السوريان", "السوريين", "السوريون", "السوريات"} <= forms
    assert "السوريو" not in forms
    assert "السوريا" not in forms


def test_plural_that_ends_in_the_sound_suffix_takes_no_accusative_alef():
    assert plural_forms("يمانيون") == {"يمانيون", "اليمانيون"}
    assert "روسا" not in plural_forms("روس")


def test_cases_of_names():
    assert list(case_forms("الاخوان المسلمون", ActorKind.PARTY)) == ["الاخوان المسلمين"]
    assert list(case_forms("ابو بكر", ActorKind.PERSON)) == ["ابا بكر", "ابي بكر"]
    assert list(case_forms("التلفزيون", ActorKind.GOVERNMENT)) == []
    assert list(case_forms("المراقبون", ActorKind.MEDIA)) == []
