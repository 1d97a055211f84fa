"""Persons' names that no list knows, found by given names, particles and titles before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from musnad.arabic.tokens import NounSplit

if TYPE_CHECKING:
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Word

_MAX_NAME_WORDS = 5
_MIN_UNTITLED = 2
_MIN_LETTERS = 3
_NAMED_SECTIONS = frozenset({"armed", "parties", "companies", "igos", "places", "media"})
_OWNERS = frozenset({"ذو", "ذي", "ود", "ال"})
_CLITICS = ("ب", "ل", "و", "ف", "ك")
_MASDAR = re.compile("ال(?:ت|است|ان).{3,}(?<!ي)")


def person_name(
    scan: Scan, at: int, *, titled: bool, sure: bool = False
) -> tuple[int, NounSplit | None] | None:
    """Where a person's name that begins at `at` ends (inclusive), with the clitics on its first word.

    Without a title before it, a name must begin with a given name and have a second word. After a title any word that
    no list knows may begin it, unless only a given name is `sure` to.
    """
    word = scan.word(at)
    if word is None or scan.is_mark(at):
        return None
    split = _first_name(word, scan, at, titled=titled, sure=sure)
    if split is None:
        return None
    last = at
    while last - at + 1 < _MAX_NAME_WORDS and _continues(scan, last + 1, after=scan.tokens[last].text):
        last += 1
    if scan.tokens[last].text in scan.vocabulary.particles["arabic"]:
        last -= 1
    if last < at or (not titled and last - at + 1 < _MIN_UNTITLED):
        return None
    return last, split


def _first_name(word: Word, scan: Scan, at: int, *, titled: bool, sure: bool) -> NounSplit | None:
    particles = scan.vocabulary.particles
    if word.function or word.text in scan.vocabulary.mention_words.no_names:
        return None
    for split, ordinary in word.given:
        if ordinary and word.triggers and not _name_follows(scan, at + 1, ordinary=True):
            continue  # باسم الحكومة لقاء: a verbal noun that is a name too goes on the sentence, not the title
        if titled or (not (ordinary or _cut(split)) or _name_follows(scan, at + 1, ordinary=ordinary)):
            return split
    if word.text in particles["kunya"] or (
        word.text in particles["arabic"] and (titled or word.text not in _OWNERS)
    ):
        return _bare(word.text)
    return _bare(word.text) if titled and not sure and _nameish(word, scan) else None


def _cut(split: NounSplit) -> bool:
    """Whether a letter was cut off the word: more likely it only looks like a name (لدينا is no Dina)."""
    return bool(split.conjunction or split.preposition)


def _name_follows(scan: Scan, at: int, *, ordinary: bool) -> bool:
    """Whether the next word is sure to go on a name; after an ordinary word only a given name that is none does."""
    word = scan.word(at)
    if word is None or scan.is_mark(at):
        return False
    particle = (
        word.text in scan.vocabulary.particles["arabic"] or word.text in scan.vocabulary.particles["kunya"]
    )
    named = any(not _cut(split) and not (common and ordinary) for split, common in word.given)
    if ordinary:
        nisba = word.text.startswith("ال") and word.text.endswith("ي") and word.unknown
        return (named or nisba) and not word.function
    return particle or named or (word.text.startswith("ال") and _surname_shaped(word))


def _bare(text: str) -> NounSplit:
    return NounSplit("", "", False, text, "")


def _nameish(word: Word, scan: Scan) -> bool:
    """In no list, and not shaped like an adjective, a verb, or a known word with something hanging on it."""
    text = word.text
    if not word.unknown or word.verbal or len(text) < _MIN_LETTERS or text.endswith("ه"):
        return False
    if text.startswith(("ال", "لل", "بال", "وال", "وي", "وت", "فت", "ست")):
        return False
    if text.endswith("ا") and not scan.vocabulary.word(text[:-1]).unknown:
        return False
    return not text.startswith(_CLITICS) or scan.vocabulary.word(text[1:]).unknown


def _continues(scan: Scan, at: int, *, after: str) -> bool:
    """Whether the word at `at` goes on a name whose last word so far is `after`."""
    word = scan.word(at)
    if word is None or scan.is_mark(at) or word.text[0].isdigit():
        return False
    particles = _particles(scan)
    if word.text in particles:
        return True
    if word.function or word.text in scan.vocabulary.mention_words.no_names:
        return False
    return after in particles or (not word.verbal and _name_word(word, scan))


def _particles(scan: Scan) -> frozenset[str]:
    groups = scan.vocabulary.particles
    return groups["arabic"] | groups["foreign"] | groups["kunya"]


def _name_word(word: Word, scan: Scan) -> bool:
    if any(not s.conjunction and not s.preposition for s, _ in word.given):
        return True
    return _surname_shaped(word) if word.text.startswith("ال") else _nameish(word, scan)


def _surname_shaped(word: Word) -> bool:
    taken = word.nisba or word.nouns or word.offices or word.honorifics or word.modifier or word.triggers
    return not taken and not _MASDAR.fullmatch(word.text)
