"""Tables of inflected forms that are worked out only when a word first asks for them.

Inflecting every entry at the start would take longer than reading an article. A source is filed under the first two
letters that its forms share (after the person's prefix in the present tense); looking a word up inflects the sources
filed under its own letters, once.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeVar

from musnad.arabic.folding import fold
from musnad.reading.lexicon.inflection import (
    Form,
    Number,
    noun_forms,
    participle_forms,
    past_forms,
    present_forms,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")
_KEY = 2
_PERSONS = "يتنا"
_PRESENT_MARK = "+"


class Paradigm(StrEnum):
    """How a word inflects."""

    PAST = "past"
    PRESENT = "present"
    NOUN = "noun"
    PLURAL = "plural"
    PARTICIPLE = "participle"
    PARTICIPLE_PLURAL = "participle_plural"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Source:
    """A word in usual spelling and its paradigm; `past` is the past beside a present."""

    text: str
    paradigm: Paradigm
    past: str = ""

    def forms(self) -> Iterable[Form]:
        """Every form, folded."""
        match self.paradigm:
            case Paradigm.PAST:
                return past_forms(self.text)
            case Paradigm.PRESENT:
                return present_forms(self.text, self.past)
            case Paradigm.NOUN | Paradigm.PLURAL:
                return noun_forms(self.text, plural=self.paradigm is Paradigm.PLURAL)
            case Paradigm.PARTICIPLE | Paradigm.PARTICIPLE_PLURAL:
                return participle_forms(self.text, plural=self.paradigm is Paradigm.PARTICIPLE_PLURAL)
            case Paradigm.WORD:
                return (Form(fold(self.text), Number.MASCULINE),)

    def letters(self) -> set[str]:
        """Under which letters its forms are looked for."""
        base = fold(self.text)
        if self.paradigm is Paradigm.PRESENT:
            if len(base) > _KEY + 1:
                return {_PRESENT_MARK + base[1 : 1 + _KEY]}
            return {_PRESENT_MARK + form.text[1 : 1 + _KEY] for form in self.forms()}
        return {base[:_KEY]} if len(base) > _KEY else {form.text[:_KEY] for form in self.forms()}


class FormTable(Generic[T]):
    """Folded form → what was filed under words that have that form, with the agreement that the form shows."""

    def __init__(self) -> None:
        self._waiting: dict[str, list[tuple[Source, T]]] = defaultdict(list)
        self._ready: dict[str, dict[str, list[tuple[T, Number]]]] = {}

    def add(self, source: Source, value: T) -> None:
        """Files `value` under every form of the source."""
        for key in source.letters():
            self._waiting[key].append((source, value))

    def get(self, form: str) -> Iterator[tuple[T, Number]]:
        """What stands under one folded form, in the order in which it was filed; past tenses and nouns come first."""
        yield from self._under(form[:_KEY]).get(form, ())
        if form[:1] and form[0] in _PERSONS:
            yield from self._under(_PRESENT_MARK + form[1 : 1 + _KEY]).get(form, ())

    def items(self) -> Iterator[tuple[str, T, Number]]:
        """Every form with what is filed under it."""
        for key in self._waiting:
            for form, found in self._under(key).items():
                yield from ((form, value, number) for value, number in found)

    def _under(self, key: str) -> dict[str, list[tuple[T, Number]]]:
        table = self._ready.get(key)
        if table is None:
            table = self._ready[key] = {} if key not in self._waiting else self._inflect(key)
        return table

    def _inflect(self, key: str) -> dict[str, list[tuple[T, Number]]]:
        table: dict[str, list[tuple[T, Number]]] = {}
        for source, value in self._waiting[key]:
            present = source.paradigm is Paradigm.PRESENT
            for form in source.forms():
                here = _PRESENT_MARK + form.text[1 : 1 + _KEY] if present else form.text[:_KEY]
                if here == key:
                    table.setdefault(form.text, []).append((value, form.number))
        return table
