from __future__ import annotations

import pytest
from mention_reading import Article

from musnad.knowledge.base import knowledge_base
from musnad.reading.mentions.english import english_name
from musnad.reading.mentions.romanisation import romanise
from musnad.reading.words import nouns
from musnad.resources import load_yaml


def english(text, words):
    return english_name(Article(text).mention(words), knowledge_base())


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("تقدمت قوات مسلحة مصرية.", "قوات مسلحة مصرية", "of Egypt"),
        ("هاجمت ميليشيات مسلحة الميناء.", "ميليشيات مسلحة", "armed militia"),
        ("احتج أنصار هيلاري كلينتون.", "أنصار هيلاري كلينتون", "supporters of Hillary Clinton"),
        ("أدان سفير مصر الهجوم.", "سفير مصر", "ambassador of Egypt"),
    ],
)
def test_descriptions_are_glossed(text, words, name):
    assert name in english(text, words)


def test_persons_are_romanised_with_the_usual_spelling():
    assert english("وصل محمد الورداني أمس.", "محمد الورداني").startswith("Mohamed al-")


@pytest.mark.parametrize("name", ["سالم", "برزنج", "قطقاط", "هيثوم", "ابو طير", "بن غزلان"])
def test_romanised_names_are_latin_letters(name):
    spelt = romanise(name, knowledge_base())
    assert spelt
    assert all(letter.isascii() or letter in "éç'’" for letter in spelt)


def test_glosses_are_of_existing_nouns_and_offices():
    table = load_yaml("musnad.reading.mentions", "english.yaml")
    heads = {noun.key for _, noun in nouns.head_nouns().items()}
    keys = {office.key for _, office in nouns.offices().items()} | {k.key for _, k in nouns.kin().items()}
    assert set(table["nouns"]) <= heads
    assert set(table["offices"]) <= keys | {"honorific"}


def test_every_letter_of_the_folded_alphabet_has_a_sound():
    letters = load_yaml("musnad.reading.mentions", "english.yaml")["letters"]
    assert set("ابتثجحخدذرزسشصضطظعغفقكلمنهويء") == set(letters)
