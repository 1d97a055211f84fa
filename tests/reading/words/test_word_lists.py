from __future__ import annotations

import pytest

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.knowledge.base import knowledge_base
from musnad.reading.words import nouns
from musnad.reading.words.mention_words import mention_words
from musnad.reading.words.vocabulary import vocabulary
from musnad.resources import load_yaml


def entry(word):
    return vocabulary().word(fold(word))


def test_state_epithets_are_known_states_and_head_nouns():
    states, heads = knowledge_base().actors, {words[0] for words, _ in nouns.head_nouns().items()}
    for word, ids in mention_words().state_epithets.items():
        assert ids
        assert all(states[i].kind is ActorKind.STATE for i in ids)
        assert word in heads or word == fold("جماهيرية")


def test_accredited_offices_are_offices():
    assert mention_words().accredited <= {office.key for _, office in nouns.offices().items()}


def test_no_demonyms_bars_demonyms_only():
    listed = load_yaml("musnad.reading.words", "mention_words.yaml")["no_demonyms"]
    assert all(fold(word) in knowledge_base().nisba for word in listed)


@pytest.mark.parametrize(
    "group", ["no_names", "adjectival", "belonging", "accredited", "inside", "misleading", "no_demonyms"]
)
def test_word_groups_have_no_doubles(group):
    listed = load_yaml("musnad.reading.words", "mention_words.yaml")[group]
    assert len(listed) == len(set(listed))


def test_function_words_are_in_known_groups():
    assert "prepositions" in entry("على").function
    assert "relatives" in entry("الذي").function
    assert not entry("الوزير").function


def test_financial_is_no_demonym():
    assert not entry("المالية").nisba
    assert entry("المصرية").nisba


def test_a_preposition_opens_no_title():
    assert not entry("أمام").honorifics
    assert not entry("خلف").offices


def test_a_plan_is_not_his_line():
    assert not any(split.pronoun for split, _ in entry("خطة").nouns)
    assert any(split.pronoun for split, _ in entry("قواتها").nouns)


def test_a_military_feminine_is_not_his_soldier():
    assert not any(split.pronoun for split, _ in entry("عسكرية").offices)


def test_looking_up_twice_gives_the_same_word():
    assert entry("الحكومة") is entry("الحكومة")


def test_common_verbs_are_verbal():
    assert entry("سيواصل").verbal
    assert not entry("الوزير").verbal


def test_sound_plurals_mark_nouns_for_persons():
    by_key = {noun.key: noun for _, noun in nouns.head_nouns().items()}
    assert by_key["demonstrators"].personal
    assert not by_key["government"].personal
