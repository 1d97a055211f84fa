"""The data files of intake hold together."""

from __future__ import annotations

import re
import string
from pathlib import Path

import musnad.intake
from musnad.errors import catalogue
from musnad.intake.binary import signature
from musnad.resources import load_yaml

SOURCE = Path(musnad.intake.__file__).parent


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_code_of_intake_is_used_and_every_used_code_is_in_the_catalogue() -> None:
    used = set(re.findall(r'"(M1\d\d)"', "".join(file.read_text("utf8") for file in SOURCE.glob("*.py"))))
    assert used == {code for code in catalogue() if code.startswith("M1")}


def test_both_languages_say_the_same_things() -> None:
    for code, entry in catalogue().items():
        if code.startswith("M1"):
            assert set(entry) == {"what_en", "do_en", "what_ar", "do_ar"}, code
            assert fields(entry["what_en"] + entry["do_en"]) == fields(entry["what_ar"] + entry["do_ar"]), (
                code
            )
            assert re.search("[\u0621-\u064a]", entry["what_ar"]), code


def test_signatures_are_hexadecimal_and_none_hides_another() -> None:
    rows: list[dict[str, str]] = load_yaml("musnad.intake", "magic.yaml")
    for row in rows:
        assert signature(bytes.fromhex(row["bytes"])) == row["name"]


def test_phrases_of_walls_are_distinct() -> None:
    groups: dict[str, list[str]] = load_yaml("musnad.intake", "walls.yaml")
    phrases = [phrase for group in groups.values() for phrase in group]
    assert len(phrases) == len(set(phrases))
    assert all(phrase == phrase.strip().lower() for phrase in phrases)
