"""An article's times in their places: which sentence and paragraph each stands in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from musnad.reading.times.finder import find_times

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from musnad.arabic.sentences import Sentence
    from musnad.reading.times.model import TimeExpression

_OPENING = 2


@dataclass(frozen=True, slots=True)
class ClaimSigns:
    """What is known of a claim before it is dated: `kinds` (its type, phase, modality), and its actors."""

    kinds: Mapping[str, str]
    actors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DatedText:
    """A folded text, its sentences, and what each says of time.

    `anchor` is the day of publication. `resolved[i]` are the expressions of sentence `i` that have an interval, in order; `dated` tells which claims an
    expression, known by its start, dates in its own sentence.
    """

    text: str
    sentences: tuple[Sentence, ...]
    resolved: tuple[tuple[TimeExpression, ...], ...]
    anchor: date | None = None
    dated: Mapping[int, Sequence[ClaimSigns]] = field(default_factory=dict)

    def opens(self, expression: TimeExpression) -> bool:
        """Whether the expression opens its sentence: what it says holds of more than one clause."""
        at = bisect_right(self.sentences, expression.start, key=lambda sentence: sentence.start) - 1
        return at >= 0 and len(self.text[self.sentences[at].start : expression.start].split()) <= _OPENING

    @classmethod
    def of(cls, text: str, sentences: Sequence[Sentence], anchor: date | None) -> DatedText:
        """Finds the times of a folded text; `anchor` is the day of publication."""
        return cls.laid_out(text, sentences, find_times(text, anchor), anchor)

    @classmethod
    def laid_out(
        cls,
        text: str,
        sentences: Sequence[Sentence],
        expressions: Sequence[TimeExpression],
        anchor: date | None = None,
    ) -> DatedText:
        """Puts expressions already found into the sentences they begin in."""
        starts = [sentence.start for sentence in sentences]
        rows: list[list[TimeExpression]] = [[] for _ in sentences]
        for expression in expressions:
            at = bisect_right(starts, expression.start) - 1
            if at >= 0 and expression.interval is not None:
                rows[at].append(expression)
        return cls(text, tuple(sentences), tuple(map(tuple, rows)), anchor)
