"""Inflection and look-up: persons and numbers, clitics, whole words, words that are no triggers."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic.folding import fold
from musnad.arabic.tokens import tokenize
from musnad.claims.model import EventType
from musnad.reading.lexicon.entries import Part, raw_entries
from musnad.reading.lexicon.inflection import noun_forms, participle_forms, past_forms, present_forms
from musnad.reading.lexicon.tables import FormTable, Paradigm, Source
from musnad.reading.lexicon.triggers import TriggerLexicon, trigger_lexicon
from musnad.resources import load_yaml

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء"
MAXIMUM_MICROSECONDS = 200


def texts(forms: object) -> set[str]:
    return {form.text for form in forms}  # type: ignore[attr-defined]


def senses(word: str) -> set[tuple[EventType, Part]]:
    return {(f.entry.type, f.part) for f in trigger_lexicon().lookup(fold(word))}


@pytest.mark.parametrize(
    ("past", "wanted", "unwanted"),
    [
        ("دعم", {"دعمت", "دعموا", "دعما", "دعمنا"}, set()),
        ("ضم", {"ضمت", "ضموا", "ضممنا"}, {"ضمن", "ضمنا"}),
        ("دعا", {"دعت", "دعوا", "دعونا"}, {"دعاوا"}),
        ("التقى", {"التقت", "التقوا", "التقينا"}, set()),
    ],
)
def test_past_tenses(past: str, wanted: set[str], unwanted: set[str]) -> None:
    found = texts(past_forms(past))
    assert wanted <= found
    assert not unwanted & found


def test_a_first_person_like_the_past_is_left_out() -> None:
    assert "افرج" in texts(present_forms("يفرج"))
    assert "افرج" not in texts(present_forms("يفرج", "أفرج"))
    assert {"يفرج", "تفرج", "يفرجون"} <= texts(present_forms("يفرج", "أفرج"))


def test_both_seats_of_a_hamza_and_feminine_participles() -> None:
    assert {"مسوول", "مسيول"} <= texts(noun_forms("مسؤول"))
    assert "مواليه" in texts(participle_forms("موالي"))
    assert {"مناوي", "مناويه", "مناويين"} <= texts(participle_forms("مناوئ"))


@pytest.mark.parametrize(
    "word", ["هناك", "وزارة", "والوزارة", "بوزارة", "حركة", "ولاية", "يمكن", "داخل", "مثل"]
)
def test_other_words_state_nothing(word: str) -> None:
    assert senses(word) == set()


def test_every_stop_word_is_stopped() -> None:
    stops = load_yaml("musnad.reading.lexicon", "not_triggers.yaml")["words"]
    assert [w for words in stops.values() for w in words if trigger_lexicon().lookup(fold(w))] == []


def test_a_whole_word_is_not_cut() -> None:
    assert not [f for f in trigger_lexicon().lookup(fold("بحث")) if f.preposition]
    assert (EventType.REQUEST, Part.PAST) in senses("ودعت"), "و and دعت, although ودّعت is a word too"


@pytest.mark.parametrize("word", ["دعم", "مواجهات", "عزل", "سقوط", "وصلت", "شكوى", "ضغوط", "نزاع", "خسرت"])
def test_a_word_of_several_types_gives_each(word: str) -> None:
    assert len({type_ for type_, _ in senses(word)}) > 1


def test_future_and_object_pronoun() -> None:
    (found,) = {
        (f.preposition, f.pronoun)
        for f in trigger_lexicon().lookup("وسيدعمهم")
        if f.entry.type is EventType.SUPPORT
    }
    assert found == ("س", "هم")


def test_forms_are_found_under_themselves_and_stay_as_folded() -> None:
    lexicon = TriggerLexicon()
    for text, (entry, part, _) in lexicon.forms():
        assert fold(text) == text
        table = lexicon._verbs if part.is_verb else lexicon._nouns
        assert any(sense == (entry, part) for sense, _ in table.get(text))


@given(
    st.sampled_from(["قاوم", "رد", "سعى", "رأى", "رجا"]),
    st.sampled_from(["يقاوم", "يرد", "يسعى", "يرى", "يرجو"]),
)
def test_a_lazy_table_finds_every_form(past: str, present: str) -> None:
    table: FormTable[str] = FormTable()
    sources = (Source(past, Paradigm.PAST), Source(present, Paradigm.PRESENT))
    for source in sources:
        table.add(source, source.text)
    for source in sources:
        assert all(source.text in {v for v, _ in table.get(form.text)} for form in source.forms())


@settings(max_examples=300)
@given(st.text(ARABIC, min_size=1, max_size=12))
def test_any_word_can_be_looked_up(word: str) -> None:
    lexicon = trigger_lexicon()
    found = lexicon.lookup(word)
    assert lexicon.lookup(word) is found
    assert len({(f.entry, f.part) for f in found}) == len(found)


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from([*"،.", "شن", "فرض", "واشنطن", "غارات", "على", "عقوبات", "وقف", "مع", "له", "7"]),
        min_size=1,
    )
)
def test_idioms_stay_within_the_sentence(words: list[str]) -> None:
    tokens = tokenize(fold(" ".join(words)))
    for at in range(len(tokens)):
        for form, length in trigger_lexicon().idioms(tokens, at):
            assert 1 <= length <= len(tokens) - at
            assert form is None or (form.reach >= form.length and at + form.reach <= len(tokens))


def test_a_new_word_is_looked_up_quickly() -> None:
    words = {fold(w) for _, raw in raw_entries() for key in ("masdar", "noun") for w in raw.get(key, ())}
    lexicon = TriggerLexicon()
    for word in words:  # inflects what stands under their letters
        lexicon.lookup(word)
    start = time.perf_counter()
    for word in words:
        lexicon.lookup("و" + word)
    assert (time.perf_counter() - start) / len(words) * 1e6 < MAXIMUM_MICROSECONDS
