"""A word or idiom of the text as a possible trigger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.reading.lexicon.entries import Entry, Part
    from musnad.reading.lexicon.inflection import Number


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A word of the text as a possible trigger: the entry, the part of speech, agreement, and the clitics on it.

    Of an idiom, `head_part` is the part of speech of its first word if that inflects as a verb (past, present or
    masdar). An idiom with its subject inside (فرضت واشنطن عقوبات) is `length` 1, its first word, as annotators mark
    it; `gap` counts the words in between and `reach` the tokens up to its last word. Elsewhere `reach` is `length`.
    """

    entry: Entry
    part: Part
    number: Number
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    pronoun: str = ""
    length: int = 1
    head_part: Part | None = None
    gap: int = 0
    reach: int = 1

    @property
    def sort(self) -> Part:
        """The part of speech that decides what the tense says: of an idiom, that of its first word."""
        return self.head_part or self.part
