"""Writes a word of Arabic or Latin script as the sounds it may stand for, so that the scripts can be compared.

The correspondences (`data/sounds.yaml`) are those of the usual romanisations of Arabic in the press (ALA-LC without
its marks, French and English habits): kh for خ, gh or g for غ, g or k or q for ق, j or g or dj for ج, and so on.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIRST_ARABIC, _LAST_ARABIC = "\u0600", "\u06ff"
# Letters whose marks carry the sound (Turkish, South Slavic), letters without decomposition, and x, two sounds in one.
_LETTERS = str.maketrans(
    {
        "ş": "sh",
        "š": "sh",
        "ç": "ch",
        "č": "ch",
        "ć": "ch",
        "ž": "zh",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "x": "ks",
    }
)


@dataclass(frozen=True, slots=True)
class Sound:
    """One unit of a word: the letters it is written with, the classes it may belong to, and its weight.

    `weight` is what the unit counts in a word: 1 for a consonant, less for a vowel.
    """

    unit: str
    classes: frozenset[str]
    vowel: bool
    weight: float


# Last letters that are hardly heard, or heard otherwise: ta marbuta (-a, -ah, -eh, -e), alef maqsura.
_FINAL = {
    "ه": Sound("ه", frozenset("ah"), vowel=True, weight=0.1),
    "ي": Sound("ي", frozenset("aeiy"), vowel=True, weight=0.5),
    "h": Sound("h", frozenset("ah"), vowel=False, weight=0.1),
}
_DOUBLED = re.compile(r"([^aeiou\W])\1")


@dataclass(frozen=True, slots=True)
class _Table:
    units: Mapping[str, Sound]
    longest: int


def sound_data() -> dict[str, Any]:
    """The content of `data/sounds.yaml`."""
    data: dict[str, Any] = load_yaml("musnad.knowledge", "data/sounds.yaml")
    return data


@cache
def _table(script: str) -> _Table:
    raw = sound_data()[script]
    units = {
        unit: Sound(unit, frozenset(classes.split()), vowel, _weight(unit, script, vowel))
        for part, vowel in (("consonants", False), ("vowels", True))
        for unit, classes in raw[part].items()
    }
    return _Table(units, max(map(len, units)))


def _weight(unit: str, script: str, vowel: bool) -> float:
    if not vowel:
        return 1.0
    # An Arabic vowel letter is a long vowel; a Latin one is long where two letters write it.
    if script == "arabic":
        return 0.5
    return 0.4 if len(unit) > 1 else 0.05


def is_arabic(text: str) -> bool:
    """Whether the text has a letter of the Arabic script."""
    return any(_FIRST_ARABIC <= char <= _LAST_ARABIC for char in text)


def plain(text: str) -> str:
    """Arabic folded; Latin in lower case without accents."""
    if is_arabic(text):
        return fold(text).casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=32768)
def sounds(word: str) -> tuple[Sound, ...]:
    """The sounds of one plain word (see `plain`): doubled letters once, unknown characters left out."""
    script = "arabic" if is_arabic(word) else "latin"
    table = _table(script)
    word = _DOUBLED.sub(r"\1", word)
    found: list[Sound] = []
    at = 0
    while at < len(word):
        unit = _unit(word, at, table)
        sound = table.units.get(unit)
        if sound is not None:
            found.append(sound)
        at += len(unit)
    if len(found) > 1:
        found[-1] = _FINAL.get(found[-1].unit, found[-1])
    return tuple(found)


def _unit(word: str, at: int, table: _Table) -> str:
    for length in range(min(table.longest, len(word) - at), 1, -1):
        if word[at : at + length] in table.units:
            return word[at : at + length]
    return word[at]


@lru_cache(maxsize=32768)
def skeleton(word: str) -> str:
    """A coarse key of a plain word: its consonants, merged where romanisations vary. Alike words, alike keys."""
    return "".join(_coarse(sound.classes) for sound in sounds(word) if not sound.vowel)


@cache
def _coarse(classes: frozenset[str]) -> str:
    for key, merged in sound_data()["coarse"].items():
        if classes & set(merged.split()):
            return str(key)
    return ""
