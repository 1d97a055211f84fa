"""A folded form of Arabic text, in which spelling variants are equal, with an exact map back to the original.

Folded away: vowel marks, tatweel, zero-width and bidirectional marks (removed); the forms of alef and hamza's seats,
alef maqsura, ta marbuta (to ه), Persian kaf and ya, Arabic-Indic digits, presentation forms of lam-alef, exotic spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from musnad.claims.model import Span

_REMOVED = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "ی": "ي",
    "ہ": "ه", "ھ": "ه", "ڤ": "ف", "پ": "ب", "چ": "ج", "گ": "ك", "ژ": "ز",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ", "\t": " ", "\r": " ", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
_DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}
_TABLE = str.maketrans({**_LETTERS, **_DIGITS})


def fold(text: str) -> str:
    """The folded form alone, for words of the lexicon, names and queries."""
    return _REMOVED.sub("", text).translate(_TABLE)


def without_marks(text: str) -> str:
    """The text without vowel marks, tatweel and invisible characters, its letters as they are."""
    return _REMOVED.sub("", text)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Folded text with the way back. `origin[i]` is where folded character i stands in the original.

    `origin` is None where folding removed nothing, so that offsets are the same (the common case, and the fast one).
    """

    text: str
    original: str
    origin: tuple[int, ...] | None

    def span(self, start: int, end: int) -> Span:
        """Folded offsets to the original's. Marks on the last letter belong to it."""
        if self.origin is None:
            return Span(start, end)
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else len(self.original)
            return Span(at, at)
        last = self.origin[end - 1] + 1
        marks = _REMOVED.match(self.original, last)
        return Span(self.origin[start], marks.end() if marks else last)


def fold_with_map(text: str) -> FoldedText:
    """Folds `text` and remembers where each character came from."""
    if not _REMOVED.search(text):
        return FoldedText(text.translate(_TABLE), text, None)
    kept: list[str] = []
    origin: list[int] = []
    at = 0
    for mark in _REMOVED.finditer(text):
        kept.append(text[at : mark.start()])
        origin.extend(range(at, mark.start()))
        at = mark.end()
    kept.append(text[at:])
    origin.extend(range(at, len(text)))
    return FoldedText("".join(kept).translate(_TABLE), text, tuple(origin))
