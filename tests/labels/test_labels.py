"""Every word people read has both languages, and every value of the enumerations has a word."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from musnad.alignment.model import Stance, TieState
from musnad.claims.model import ActorKind, EventType, Modality, Phase, SourceKind
from musnad.claims.record import ReviewStatus
from musnad.labels import LANGUAGES, has_label, label, label_of, labels

ENUMERATIONS = (EventType, Phase, Modality, SourceKind, TieState, Stance, ActorKind, ReviewStatus)
VALUES = [member for enumeration in ENUMERATIONS for member in enumeration]
ENTRIES = [(f"{group}.{key}", entry) for group, entries in labels().items() for key, entry in entries.items()]


@pytest.mark.parametrize("member", VALUES, ids=lambda m: f"{type(m).__name__}.{m.name}")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_has_a_word(member, lang):
    assert label_of(member, lang).strip()


def test_values_of_one_enumeration_have_different_words():
    for enumeration in ENUMERATIONS:
        for lang in LANGUAGES:
            words = [label_of(member, lang) for member in enumeration]
            assert len(set(words)) == len(words)


@pytest.mark.parametrize(("key", "entry"), ENTRIES, ids=[key for key, _ in ENTRIES])
def test_entry_has_both_languages_in_their_script(key, entry):
    assert set(entry) == set(LANGUAGES)
    assert all(isinstance(word, str) and word.strip() for word in entry.values())
    assert re.search("[\u0600-\u06ff]", entry["ar"]), "the Arabic is not Arabic"
    assert not re.search("[\u0600-\u06ff]", entry["en"]), "the English is not English"


def test_keys_are_plain_names():
    assert all(re.fullmatch(r"[a-z_]+\.[A-Za-z0-9_]+", key) for key, _ in ENTRIES)


def test_unknown_keys_and_languages_are_errors():
    for key, lang in (("state.friend", "ar"), ("nothing", "ar"), ("state.backs", "fr")):
        with pytest.raises(KeyError):
            label(key, lang)


def test_a_value_of_a_foreign_enumeration_is_an_error():
    class Other(StrEnum):
        X = "x"

    with pytest.raises(KeyError):
        label_of(Other.X)


def test_has_label():
    assert has_label("factor.decay")
    assert not has_label("factor.luck")
    assert not has_label("nothing")
