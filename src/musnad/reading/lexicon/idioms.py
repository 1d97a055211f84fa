"""Idioms of the trigger lexicon: how their text is read, and whether one stands at a place of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from musnad.arabic.folding import fold
from musnad.arabic.tokens import noun_splits
from musnad.reading.lexicon.entries import Entry, Part
from musnad.reading.lexicon.inflection import noun_forms
from musnad.reading.lexicon.tables import Paradigm, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from musnad.arabic.tokens import Token

PREPOSITIONS = frozenset(
    ["ل", "ب", "علي", "من", "الي", "ضد", "مع", "عن", "في", "بين", "تجاه", "حول", "لدي", "نحو", "لصالح", "بحق"]
)
_CLITIC_PREPOSITIONS = frozenset("لب")
_REQUIRED = "+"
_PAIR = 2
_WIDEST_GAP = 5
_WIDEST_GAP_TO_PREPOSITION = 3
_UNIT = re.compile(r"\{([^}]*)\}|(\S+)")
_SHORTEST_WITH_ARTICLE = 4
_REMEMBERED = 5_000


class Head(NamedTuple):
    """One first word of an idiom: how it inflects, and its part of speech (None: a plain word)."""

    source: Source
    part: Part | None


class Match(NamedTuple):
    """Where an idiom stands: tokens from first to last word, and how many of them are no words of it."""

    reach: int
    gap: int


class Wanted:
    """What one further word of an idiom may be, with a memory of the words that have been compared with it.

    `forms` are the forms of a noun; a preposition (`preposition`, '' for none) may also hang on its word.
    """

    __slots__ = ("_known", "forms", "preposition")

    def __init__(self, forms: frozenset[str], preposition: str = "") -> None:
        self.forms = forms
        self.preposition = preposition
        self._known: dict[str, bool] = {}

    def meets(self, text: str) -> bool:
        """Whether a folded word of the text is such a word."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[text] = (
                _is_preposition(text, self.preposition) if self.preposition else _is_one_of(text, self.forms)
            )
        return known


@dataclass(frozen=True)
class Idiom:
    """An idiom as its data file spells it; `entry` is None for one that only hides the words in it."""

    text: str
    entry: Entry | None
    part: Part

    @cached_property
    def _units(self) -> list[str]:
        units = [m.group() for m in _UNIT.finditer(self.text)]
        if len(units) > 1 and self.part is Part.PHRASE and fold(units[-1]) in PREPOSITIONS:
            # It marks the object, which may stand elsewhere; one word alone would be no idiom, though.
            units[-1:] = [units[-1] + _REQUIRED] if len(units) == _PAIR else []
        return units

    @cached_property
    def required(self) -> str:
        """The folded preposition that must follow; '' where none must."""
        return fold(self._units[-1][:-1]) if self._units[-1].endswith(_REQUIRED) else ""

    @cached_property
    def rest(self) -> tuple[frozenset[str], ...]:
        """The forms of each word after the first."""
        last = -1 if self.required else None
        return tuple(frozenset(_unit_forms(unit)) for unit in self._units[1:last])

    def heads(self) -> Iterator[Head]:
        """The first words that the idiom may have."""
        first = self.text[1 : self.text.index("}")] if self.text.startswith("{") else ""
        if first:
            yield from _group_heads(first)
            return
        word = self.text.split(" ", 1)[0]
        yield Head(Source(word, Paradigm.NOUN if fold(word) not in PREPOSITIONS else Paradigm.WORD), None)
        if word.startswith("ال") and len(word) > _SHORTEST_WITH_ARTICLE:
            yield Head(Source(word[2:], Paradigm.NOUN), None)

    @cached_property
    def _wanted(self) -> tuple[Wanted, ...]:
        """The further words in order, the required preposition last."""
        words = [Wanted(forms) for forms in self.rest]
        return (*words, Wanted(frozenset(), self.required)) if self.required else tuple(words)

    @property
    def next(self) -> Wanted | None:
        """What must come after the first word; None where nothing must."""
        return self._wanted[0] if self._wanted else None

    def match(
        self, tokens: Sequence[Token], at: int, part: Part | None, stops: Callable[[int], bool]
    ) -> Match | None:
        """The idiom's place if it stands with its first word at `at`.

        After a finite verb or verbal noun the subject may stand in between (فرضت واشنطن عقوبات): up to five words, up
        to three before a mere preposition, of which `stops` holds for none.
        """
        wanted = self._wanted
        if not wanted:
            return Match(1, 0)
        widest = 0 if part is None else _WIDEST_GAP if self.rest else _WIDEST_GAP_TO_PREPOSITION
        meets, size = wanted[0].meets, len(wanted)
        for here in range(at + 1, min(at + 1 + widest, len(tokens) - size) + 1):
            if not meets(tokens[here].text) or (size > 1 and not self._goes_on(tokens, here)):
                continue
            if any(stops(k) for k in range(at + 1, here)):
                return None
            return Match(here + len(self.rest) - at, here - at - 1) if self.rest else Match(1, 0)
        return None

    def _goes_on(self, tokens: Sequence[Token], here: int) -> bool:
        """Whether all further words after the one at `here` stand there."""
        return all(word.meets(tokens[here + k].text) for k, word in enumerate(self._wanted[1:], 1))

    def pronoun(self, text: str) -> str:
        """The pronoun on the last word, where it is not the first."""
        if not self.rest or text in self.rest[-1]:
            return ""
        return next((s.pronoun for s in noun_splits(text) if s.stem in self.rest[-1] and s.pronoun), "")


def _group_heads(group: str) -> Iterator[Head]:
    past, present, *masdars = [*group.split(), ""]
    if past.startswith("ي") and not present:
        past, present = "", past
    if past:
        yield Head(Source(past, Paradigm.PAST), Part.PAST)
    if present:
        yield Head(Source(present, Paradigm.PRESENT, past), Part.PRESENT)
    yield from (Head(Source(masdar, Paradigm.NOUN), Part.MASDAR) for masdar in masdars if masdar)


def _unit_forms(unit: str) -> set[str]:
    if unit.startswith("{"):
        return {form.text for head in _group_heads(unit[1:-1]) for form in head.source.forms()}
    word = fold(unit)
    if word in PREPOSITIONS:
        return {word}
    bare = word[2:] if word.startswith("ال") and len(word) > _SHORTEST_WITH_ARTICLE else word
    return {form.text for form in noun_forms(unit)} | {word, bare}


def _is_one_of(text: str, wanted: frozenset[str]) -> bool:
    return text in wanted or any(s.stem in wanted for s in noun_splits(text) if not s.conjunction)


def _is_preposition(text: str, wanted: str) -> bool:
    if text == wanted:
        return True
    splits = noun_splits(text)
    if wanted in _CLITIC_PREPOSITIONS:
        return any(s.preposition == wanted and not s.conjunction for s in splits)
    return any(
        s.stem == wanted and s.pronoun and not (s.conjunction or s.preposition or s.article) for s in splits
    )
