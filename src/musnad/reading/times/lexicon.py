"""The vocabulary of time, read from the data files beside this module and indexed by folded surface form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = "musnad.reading.times"
SPACES = " \t\r\n\u00a0"
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
# Classes whose words open or carry an expression: a text without any of them, and without digits, holds no time.
_CARRIERS = frozenset(
    {"month", "hijri", "weekday", "unit", "season", "decade_name", "daytime", "yesterday", "today", "tomorrow",
     "set", "since", "dual", "construct", "rest", "recent", "quarter", "half", "clock", "holiday"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a surface form: its value, its proclitic, and whether it carries the article."""

    value: Any
    proclitic: str
    definite: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`words`: surface → class → meaning. `pairs`: class → two-word names → value ("تشرين الاول" → 10).

    `carriers` are the surfaces without which a text without digits says no time.
    """

    words: Mapping[str, Mapping[str, Sense]]
    pairs: Mapping[tuple[str, str], tuple[str, Any]]
    carriers: frozenset[str]
    ambiguous: frozenset[str]
    named: Mapping[tuple[int, int], int]
    party: frozenset[tuple[int, int]]
    not_future: tuple[str, ...]


def _entries() -> Iterator[tuple[str, Any, str]]:
    """Every (class, value, word) of the data files."""
    for name in ("months.yaml", "numbers.yaml", "units.yaml", "modifiers.yaml", "holidays.yaml"):
        for group, content in load_yaml(PACKAGE, name).items():
            if group == "ambiguous":
                continue
            pairs = content.items() if isinstance(content, dict) else [(group, content)]
            for value, words in pairs:
                for word in words:
                    yield {"gregorian": "month"}.get(group, group), value, fold(word)
    named = load_yaml(PACKAGE, "named.yaml")
    for group in ("events", "institutions", "counted", "outlets"):
        for word in named[group]:
            yield group, group, fold(word)


def _surfaces(word: str) -> Iterator[tuple[str, str, bool]]:
    """The forms in which a word meets the eye: (surface, proclitic, definite)."""
    bare, carries = (word[2:], True) if word.startswith("ال") and len(word) > 4 else (word, False)  # noqa: PLR2004
    for proclitic in _PROCLITICS:
        yield proclitic + word, proclitic, carries
        if not carries:
            article = "ل" if proclitic.endswith("ل") else "ال"
            yield proclitic + article + bare, proclitic, True
        elif proclitic.endswith("ل"):
            yield proclitic + "ل" + bare, proclitic, True


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


@cache
def lexicon() -> Lexicon:
    """The vocabulary, built once."""
    words: dict[str, dict[str, Sense]] = {}
    pairs: dict[tuple[str, str], tuple[str, Any]] = {}
    carriers: set[str] = set()
    for group, value, word in _entries():
        first, _, second = word.partition(" ")
        for surface, proclitic, definite in _surfaces(first):
            if group == "weekday" and proclitic and not definite:
                continue  # «واحد» is "one", not "and Sunday"
            if second:
                pairs[surface, second] = (group, value)
                words.setdefault(surface, {}).setdefault("pair", Sense(group, proclitic, definite))
            else:
                words.setdefault(surface, {}).setdefault(group, Sense(value, proclitic, definite))
            if group in _CARRIERS:
                carriers.add(surface)
    named = load_yaml(PACKAGE, "named.yaml")
    return Lexicon(
        words=words,
        pairs=pairs,
        carriers=frozenset(carriers),
        ambiguous=frozenset(fold(word) for word in load_yaml(PACKAGE, "months.yaml")["ambiguous"]),
        named={_month_day(day): year for day, year in named["dates"].items()},
        party=frozenset(_month_day(day) for day in named["party_dates"]),
        not_future=tuple(fold(word) for word in named["not_future"]),
    )
