"""Words and numbers of the folded text, each with its possible meanings in the vocabulary of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from musnad.reading.times.lexicon import SPACES, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from musnad.reading.times.lexicon import Sense

_WORD = re.compile(r"\d+|[^\W\d_]+")
_STOP = re.compile(r"[.!?؟؛\n]")
# No expression has more words than this before its first carrier.
_SPAN = 6
_NOTHING: Mapping[str, Sense] = {}


class Token(NamedTuple):
    """A word or a run of digits at `start:end`. `number` is the value of digits, -1 for words."""

    start: int
    end: int
    text: str
    number: int
    senses: Mapping[str, Sense]


class Tokens:
    """The tokens of a text, with the marks between them.

    Indices out of range answer as an empty token, so that parsers need no bounds checks.
    """

    __slots__ = ("_items", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        vocabulary = lexicon().words
        self._items = [
            Token(m.start(), m.end(), m[0], _number(m[0]), vocabulary.get(m[0], _NOTHING))
            for m in _WORD.finditer(text)
        ]

    def worth_reading(self) -> list[int]:
        """The tokens at which an expression may start: known words that have a carrier or a number close ahead."""
        carriers = lexicon().carriers
        starts, last = [], len(self._items) + _SPAN
        for at in range(len(self._items) - 1, -1, -1):
            token = self._items[at]
            if token.number >= 0 or token.text in carriers:
                last = at
            if last - at <= _SPAN and (token.senses or token.number >= 0):
                starts.append(at)
        starts.reverse()
        return starts

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: int) -> Token:
        return self._items[at] if 0 <= at < len(self._items) else _EMPTY

    def sense(self, at: int, name: str) -> Sense | None:
        """The meaning of class `name` that the word at `at` may have."""
        return self._items[at].senses.get(name) if 0 <= at < len(self._items) else None

    def glue(self, at: int) -> str:
        """What stands between token `at - 1` and token `at`, spaces trimmed; "|" beyond the text's ends."""
        if not 0 < at < len(self._items):
            return "|"
        return self._text[self._items[at - 1].end : self._items[at].start].strip(SPACES)

    def touching(self, at: int) -> bool:
        """Whether token `at` follows the one before it with nothing between."""
        return 0 < at < len(self._items) and self._items[at - 1].end == self._items[at].start

    def next_to(self, at: int, marks: str = "") -> bool:
        """Whether only spaces, or one run of `marks`, stand between token `at - 1` and token `at`."""
        glue = self.glue(at)
        return not glue or (glue != "|" and all(mark in marks for mark in glue))

    def before(self, at: int) -> str:
        """The character right before token `at` ("" at the start)."""
        start = self[at].start
        return self._text[start - 1 : start] if start else ""

    def after(self, at: int) -> str:
        """The character right after token `at` ("" at the end)."""
        end = self[at].end
        return self._text[end : end + 1]

    def touching_mark(self, at: int, marks: str) -> bool:
        """Whether one of `marks` alone, without spaces, stands between token `at - 1` and token `at`, both digits."""
        if not 0 < at < len(self._items) or self._items[at].number < 0 or self._items[at - 1].number < 0:
            return False
        gap = self._text[self._items[at - 1].end : self._items[at].start]
        return len(gap) == 1 and gap in marks

    def closed(self, start: int, end: int) -> int:
        """`end`, or the offset after the bracket that closes one opened since `start` («أمس (الجمعة)»)."""
        inside = self._text[start:end]
        rest = self._text[end:].lstrip(SPACES) if inside.count("(") > inside.count(")") else ""
        return len(self._text) - len(rest) + 1 if rest.startswith(")") else end

    def breaks(self, at: int) -> bool:
        """Whether a sentence or line ends between token `at - 1` and token `at`."""
        if not 0 < at < len(self._items):
            return True
        return bool(_STOP.search(self._text, self._items[at - 1].end, self._items[at].start))


def _number(text: str) -> int:
    # Longer runs are telephone or account numbers; they are never a date.
    return int(text) if text[0].isdecimal() and len(text) <= 8 else -1  # noqa: PLR2004


_EMPTY = Token(0, 0, "", -1, _NOTHING)
