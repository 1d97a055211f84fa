"""Words and marks of folded Arabic text, and what may hang on a word: its proclitics and enclitics.

Clitics after the Penn Arabic Treebank's segmentation: conjunctions و ف, prepositions ب ل ك, the future's س, the
article ال before; pronouns after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,٫]\d+)*|[^\W\d_]+|[^\w\s]|_")
_MIN_STEM = 2
PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "ني", "ه", "ك", "ي")
"""Enclitic pronouns, longest first."""

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


class Token(NamedTuple):
    """A word, a number or a mark. Offsets are into the folded text."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Letters, not a number or a mark."""
        return self.text[0].isalpha()


@dataclass(slots=True, frozen=True)
class NounSplit:
    """One way to cut a noun: conjunction, preposition, article, stem, pronoun ('' where there is none)."""

    conjunction: str
    preposition: str
    article: bool
    stem: str
    pronoun: str


@dataclass(slots=True, frozen=True)
class VerbSplit:
    """One way to cut a verb: conjunction, particle (س of the future, ل of purpose), stem, object pronoun."""

    conjunction: str
    particle: str
    stem: str
    pronoun: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words, numbers and marks of folded `text[start:end]`, in order."""
    stop = len(text) if end is None else end
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, stop)]


@lru_cache(maxsize=200_000)
def noun_splits(word: str) -> tuple[NounSplit, ...]:
    """Every way to cut a folded word as a noun, the least cut first."""
    out: list[NounSplit] = []
    for conjunction, rest in _optional(word, _CONJUNCTIONS):
        for preposition, article, stem in _noun_heads(rest):
            out.append(NounSplit(conjunction, preposition, article, stem, ""))
            if not article:
                out.extend(
                    NounSplit(conjunction, preposition, False, base, pronoun)
                    for base, pronoun in _noun_pronouns(stem)
                )
    return tuple(out)


@lru_cache(maxsize=200_000)
def verb_splits(word: str) -> tuple[VerbSplit, ...]:
    """Every way to cut a folded word as a verb, the least cut first."""
    out: list[VerbSplit] = []
    for conjunction, rest in _optional(word, _CONJUNCTIONS):
        for particle, stem in _optional(rest, ("س", "ل")):
            out.append(VerbSplit(conjunction, particle, stem, ""))
            for pronoun in PRONOUNS:
                base = stem[: -len(pronoun)]
                if stem.endswith(pronoun) and len(base) >= _MIN_STEM:
                    out.append(VerbSplit(conjunction, particle, base, pronoun))
                    if base.endswith("و"):  # قتلوا + ه is written قتلوه
                        out.append(VerbSplit(conjunction, particle, base + "ا", pronoun))
                    if base.endswith("ا"):  # التقى + ه is written التقاه; the bare form folds to ي
                        out.append(VerbSplit(conjunction, particle, base[:-1] + "ي", pronoun))
    return tuple(out)


def _optional(word: str, prefixes: tuple[str, ...]) -> list[tuple[str, str]]:
    out = [("", word)]
    if word[:1] in prefixes and len(word) > _MIN_STEM:
        out.append((word[0], word[1:]))
    return out


def _noun_heads(rest: str) -> list[tuple[str, bool, str]]:
    out = [("", False, rest)]
    if rest.startswith("ال") and len(rest) > _MIN_STEM + 1:
        out.append(("", True, rest[2:]))
    if rest.startswith("لل") and len(rest) > _MIN_STEM + 1:
        out.append(("ل", True, rest[2:]))
    if rest[:1] in _PREPOSITIONS and len(rest) > _MIN_STEM:
        out.append((rest[0], False, rest[1:]))
        if rest[1:3] == "ال" and len(rest) > _MIN_STEM + 2:
            out.append((rest[0], True, rest[3:]))
    return out


def _noun_pronouns(stem: str) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for pronoun in PRONOUNS:
        base = stem[: -len(pronoun)]
        if stem.endswith(pronoun) and len(base) >= _MIN_STEM:
            out.append((base, pronoun))
            if base.endswith("ت"):  # ta marbuta opens before a pronoun: قيادة + ه is written قيادته
                out.append((base[:-1] + "ه", pronoun))
            if base.endswith(("ا", "و", "ي")) and pronoun != "ي":
                # A final hamza takes a seat (حلفاء + هم: حلفائهم), a dual or plural loses its nun (نجلي + ه).
                out.append((base + "ن", pronoun))
                if base[-2:] in ("او", "اي"):
                    out.append((base[:-1] + "ء", pronoun))
            if base.endswith("ا"):  # alef maqsura: قوى + ها is written قواها
                out.append((base[:-1] + "ي", pronoun))
    return out
