"""The data files of the vocabulary of time are whole and agree with each other."""

from __future__ import annotations

from importlib.resources import files

import pytest

from musnad.arabic.folding import fold
from musnad.reading.times.lexicon import PACKAGE, lexicon
from musnad.reading.times.model import Grain
from musnad.resources import load_yaml

FILES = ("months.yaml", "numbers.yaml", "units.yaml", "modifiers.yaml", "holidays.yaml")


def words(content: object) -> list[str]:
    if isinstance(content, dict):
        return [word for value in content.values() for word in words(value)]
    return list(content) if isinstance(content, list) else []


@pytest.mark.parametrize("name", FILES)
def test_words_are_arabic_text(name: str) -> None:
    for word in words(load_yaml(PACKAGE, name)):
        assert isinstance(word, str), word
        assert fold(word).strip() == fold(word), word
        assert all("\u0621" <= letter <= "\u064a" or letter == " " for letter in fold(word)), word


@pytest.mark.parametrize("calendar", ["gregorian", "hijri"])
def test_every_month_has_a_name_and_no_name_two_months(calendar: str) -> None:
    months = load_yaml(PACKAGE, "months.yaml")[calendar]
    assert sorted(months) == list(range(1, 13))
    names = [fold(name) for month in months.values() for name in set(map(fold, month))]
    assert len(names) == len(set(names))


def test_ambiguous_months_are_months() -> None:
    data = load_yaml(PACKAGE, "months.yaml")
    names = {fold(name) for calendar in ("gregorian", "hijri") for name in words(data[calendar])}
    assert {fold(name) for name in data["ambiguous"]} <= names


def test_units_are_grains_and_their_plurals_are_units() -> None:
    units = load_yaml(PACKAGE, "units.yaml")
    for group in ("unit", "dual", "plural", "construct"):
        assert {Grain(unit) for unit in units[group]}
    for unit, plurals in units["plural"].items():
        assert {fold(word) for word in plurals} <= {fold(word) for word in units["unit"][unit]}


def test_seven_weekdays() -> None:
    assert sorted(load_yaml(PACKAGE, "units.yaml")["weekday"]) == list(range(7))


def test_numbers_are_numbers() -> None:
    numbers = load_yaml(PACKAGE, "numbers.yaml")
    assert set(range(1, 11)) <= set(numbers["cardinal"])
    assert sorted(numbers["ordinal"]) == list(range(1, 11))
    assert all(isinstance(value, int) for value in numbers["cardinal"])


def test_directions_and_parts_are_the_known_ones() -> None:
    modifiers = load_yaml(PACKAGE, "modifiers.yaml")
    assert set(modifiers["direction"]) == {"past", "future", "present"}
    assert set(modifiers["part"]) == {"start", "middle", "end"}


def test_named_dates_are_days_of_the_year() -> None:
    index = lexicon()
    for month, day in [*index.named, *index.party]:
        assert 1 <= month <= 12
        assert 1 <= day <= 31


def test_surfaces_carry_their_clitics() -> None:
    index = lexicon().words
    assert index["وبالشهر"]["unit"].proclitic == "وب"
    assert index["للشهر"]["unit"].definite
    assert not index["شهر"]["unit"].definite


def test_weights_speak_of_known_signs() -> None:
    data = load_yaml(PACKAGE, "attach.yaml")
    assert "bias" in data["weights"]
    assert all(isinstance(weight, float) for weight in data["weights"].values())
    assert set(data["words"]) == {"complementizer", "subordinator", "speech", "during", "onward", "earlier"}


def test_every_group_of_words_is_read_by_a_parser() -> None:
    code = "\n".join(path.read_text("utf8") for path in files(PACKAGE).iterdir() if path.name.endswith(".py"))
    groups = {group for name in FILES for group in load_yaml(PACKAGE, name)} - {"gregorian", "ambiguous"}
    groups |= {"events", "institutions", "counted", "outlets"}
    assert {group for group in groups if f'"{group}"' not in code} == set()


def test_only_months_and_feasts_have_names_of_two_words() -> None:
    assert {group for group, _ in lexicon().pairs.values()} <= {"month", "hijri", "holiday"}
