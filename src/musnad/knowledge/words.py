"""How alike two words of names are: a weighted edit distance over their sounds.

Within one script a letter is only itself, save where spelling wavers (غ for ج); across scripts letters agree where they
may stand for one sound, and a short vowel, which Arabic leaves out, costs next to nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from musnad.knowledge.sounds import is_arabic, sound_data, sounds

if TYPE_CHECKING:
    from musnad.knowledge.sounds import Sound

_SWAPPED_VOWELS = {True: 0.25, False: 0.5}  # both Latin, or else
_LIKE_VOWELS = 0.12  # e for i, o for u within Latin script
_LATIN_VOWEL = 0.3  # a vowel that one Latin spelling has and the other lacks
_AYN = 0.1  # across scripts an ع may go unwritten
_WEAK_H = 0.35  # ... and an h unheard (Johnson)


def word_similarity(a: str, b: str) -> float:
    """How alike two plain words are, in [0, 1], by their sounds."""
    return 1.0 if a == b else _word_similarity(*sorted((a, b)))


@lru_cache(maxsize=65536)
def _word_similarity(a: str, b: str) -> float:
    left, right = sounds(a), sounds(b)
    same_script = is_arabic(a) == is_arabic(b)
    latin = same_script and not is_arabic(a)
    size = max(_size(left, latin), _size(right, latin))
    if not size or (not same_script and min(len(left), len(right)) <= 1):
        return 0.0
    return max(0.0, 1.0 - _distance(left, right, same_script=same_script, latin=latin) / size)


def _size(word: tuple[Sound, ...], latin: bool) -> float:
    return sum(max(sound.weight, _LATIN_VOWEL) if latin else sound.weight for sound in word)


def _distance(left: tuple[Sound, ...], right: tuple[Sound, ...], *, same_script: bool, latin: bool) -> float:
    drops = [_drop(sound, same_script=same_script, latin=latin) for sound in right]
    row = [0.0]
    for drop in drops:
        row.append(row[-1] + drop)
    for sound in left:
        own = _drop(sound, same_script=same_script, latin=latin)
        previous, row = row, [row[0] + own]
        for j, other in enumerate(right):
            swap = _swap(sound, other, same_script=same_script, latin=latin)
            row.append(min(previous[j] + swap, previous[j + 1] + own, row[j] + drops[j]))
    return row[-1]


def _drop(sound: Sound, *, same_script: bool, latin: bool) -> float:
    if latin and sound.vowel:
        return max(sound.weight, _LATIN_VOWEL)
    if not same_script and "'" in sound.classes:
        return _AYN
    if not same_script and sound.unit == "h":
        return _WEAK_H
    return sound.weight


def _swap(a: Sound, b: Sound, *, same_script: bool, latin: bool) -> float:
    if a.unit == b.unit:
        return 0.0
    if same_script and not (a.vowel and b.vowel):
        return _near().get(a.unit + b.unit, 1.0)
    if a.classes & b.classes and (latin or not same_script):
        return _LIKE_VOWELS if latin else 0.0
    if a.vowel and b.vowel:
        return _SWAPPED_VOWELS[latin]
    return 1.0


@cache
def _near() -> dict[str, float]:
    both: dict[str, float] = {}
    units = {unit for script in ("arabic", "latin") for unit in sound_data()[script]["consonants"]}
    for pair, cost in sound_data()["near"].items():
        for cut in range(1, len(pair)):
            a, b = pair[:cut], pair[cut:]
            if a in units and b in units:
                both[a + b] = both[b + a] = float(cost)
    return both
