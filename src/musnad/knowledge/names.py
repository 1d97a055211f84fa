"""How alike two names are, in Arabic or Latin script or one in each, whatever the spelling.

Words are compared by a weighted edit distance over their sounds, then names word by word, in order. Two names of
which each has a word that the other lacks are names of different people, however much else they share.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from musnad.knowledge.sounds import is_arabic, plain, sound_data
from musnad.knowledge.words import word_similarity

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SAME_WORD", "similarity", "word_similarity", "words_of"]

# Below this two words are different words.
SAME_WORD = 0.87
_WORDS = re.compile(r"\w+")
_MARKS = re.compile("[’'`ʿʾ‘]")
_ABD_ARABIC = re.compile(r"\bعبد\s+(?:ال)?(?=\w\w)|\bعبدال(?=\w\w)")
_ABD_LATIN = re.compile(r"\babd(?:[aeu]l|[- ]+[aeu]l|[aeu](?=[- ]))?[- ]*(?:[ae]l[- ]+)?(?=[a-z]{3})")
_ARTICLE = "ال"
# Keeps two letters that meet where words are joined from being read as one sound (Abd + Hamid: no dh).
_SEAM = "_"
_MIN_AFTER_ARTICLE = 2
# How much of the score a name keeps that is only part of the other.
_PART, _WHOLE = 0.75, 0.25
_HEADLESS = 0.9  # without its first word: Khalid bin Muhammad bin Zayid is the son of Muhammad bin Zayid
_ONE_WORD, _ONE_WORD_WHOLE = 0.6, 0.4  # of a longer name only the last word is given
_CONFLICT = 0.8


def similarity(a: str, b: str) -> float:
    """How alike two names are, in [0, 1], symmetric; 1 where they are equal up to spelling.

    From about 0.85 they may well name the same; below 0.6 they do not. Titles are not known here: strip them first.
    A name that is part of the other ("Haftar", "Khalifa Haftar") scores between.
    """
    plain_a, plain_b = plain(a), plain(b)
    left, right = words_of(a), words_of(b)
    if not left or not right:
        return 0.0
    if plain_a == plain_b or left == right:
        return 1.0
    return max(_score(left, right), *(_score(*pair) for pair in _joined(left, right)), 0.0)


@lru_cache(maxsize=32768)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: plain, without articles and particles, عبد joined to its word."""
    text = _MARKS.sub("", plain(name))
    text = _ABD_ARABIC.sub("عبد", text) if is_arabic(text) else _ABD_LATIN.sub(f"abd{_SEAM}", text)
    words = [_bare(word) for word in _WORDS.findall(text)]
    telling = tuple(word for word in words if word not in _particles())
    return telling or tuple(words)


@cache
def _particles() -> frozenset[str]:
    data = sound_data()
    return frozenset((*data["particles"], *data["articles"]))


def _bare(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _MIN_AFTER_ARTICLE:
        return word[len(_ARTICLE) :]
    return word


def _score(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    matched, total, reaches_end = _aligned(short, long)
    if not matched:
        return _CONFLICT * word_similarity(short[-1], long[-1]) ** 2 if len(long) == 1 else 0.0
    if matched < len(short):
        return _CONFLICT * 2 * total / (len(short) + len(long))
    coverage = len(short) / len(long)
    if len(short) > 1:
        headless = word_similarity(short[0], long[0]) < SAME_WORD
        return total / matched * (_PART + _WHOLE * coverage) * (_HEADLESS if headless else 1.0)
    if reaches_end:
        return total * (_ONE_WORD + _ONE_WORD_WHOLE * coverage)
    return total * coverage


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[int, float, bool]:
    """The best in-order pairing of words: how many pairs, the sum of their likeness, whether the last word is paired."""
    best: list[list[tuple[int, float, bool]]] = [
        [(0, 0.0, False)] * (len(long) + 1) for _ in range(len(short) + 1)
    ]
    for i, word in enumerate(short, 1):
        for j, other in enumerate(long, 1):
            options = [best[i - 1][j], best[i][j - 1]]
            alike = word_similarity(word, other)
            if alike >= SAME_WORD:
                count, total, _ = best[i - 1][j - 1]
                options.append((count + 1, total + alike, j == len(long)))
            best[i][j] = max(options)
    return best[-1][-1]


def _joined(
    left: tuple[str, ...], right: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The same two names with two neighbouring words of the longer one written as one: "نصر الله", Nasrallah."""
    if len(left) == len(right):
        return
    short, long = (left, right) if len(left) < len(right) else (right, left)
    for at in range(len(long) - 1):
        yield short, (*long[:at], long[at] + _SEAM + long[at + 1], *long[at + 2 :])
