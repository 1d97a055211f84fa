"""An article as HTML with its claims' trigger words marked; its text content is the article, character for character.

Overlapping spans are cut into segments that do not overlap, each carrying all the claims that cover it: no element
crosses another, whatever the spans. What is not in the article (numbers of notes, hover texts, signs) is put into
attributes, and drawn by the style sheet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from musnad.claims.model import Span
from musnad.report.bidi import CONTROLS, escaped, paragraph_direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A Latin phrase with its digits and inner signs ("Boeing 737", "C++"), so that its last sign stays on its right.
_LATIN_RUN: Final = re.compile(
    r"[A-Za-z\u00c0-\u024f][\w.+\-/#&@'’:%]*(?:[ \u00a0][A-Za-z0-9\u00c0-\u024f][\w.+\-/#&@'’:%]*)*", re.ASCII
)
_TRAILING: Final = ".-/&@'’:"
_HEADING: Final = Markup('<h4 dir="{}">{}</h4>')
_PARAGRAPH: Final = Markup('<p dir="{}">{}</p>')
_SIGN_CLASS: Final = {1: "plus", -1: "minus", 0: "zero"}


@dataclass(frozen=True, slots=True)
class Highlight:
    """One claim's trigger: where, note number, sign (+1, -1, 0), and the text shown on hover (lines by newlines)."""

    span: Span
    number: int
    sign: int
    tip: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    covering: tuple[Highlight, ...]
    ending: tuple[Highlight, ...]


def render_article(
    text: str, highlights: Sequence[Highlight], headings: frozenset[int], anchor: str, note_word: str
) -> Markup:
    """The article's paragraphs, headings and marks.

    Args:
        text: the article.
        highlights: its claims; spans may overlap in any way. One that lies outside the text is left out.
        headings: numbers (from 0) of the lines that are headings.
        anchor: prefix of the ids of references (`ANCHOR-rN`) and of the notes they lead to (`ANCHOR-nN`).
        note_word: what a reference to a note is called by a screen reader.
    """
    placed = ((h, place(text, h.span)) for h in highlights)
    painter = _Painter(text, tuple(replace(h, span=span) for h, span in placed if span), anchor, note_word)
    out: list[Markup] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if number:
            out.append(Markup("\n"))
        end = at + len(line)
        inside = painter.line(at, end)
        if line.strip():
            frame = _HEADING if number in headings else _PARAGRAPH
            out.append(frame.format(paragraph_direction(line), inside))
        else:
            out.append(inside)
        at = end + 1
    return Markup("").join(out)


def place(text: str, span: Span) -> Span | None:
    """Where a mark for `span` stands: without blanks at its ends; None where no word of the text is left to mark."""
    if not 0 <= span.start < span.end <= len(text):
        return None
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None


class _Painter:
    """Writes stretches of one article."""

    def __init__(self, text: str, highlights: tuple[Highlight, ...], anchor: str, note_word: str) -> None:
        self._text = text
        self._highlights = highlights
        self._anchor = anchor
        self._note_word = note_word

    def line(self, start: int, end: int) -> Markup:
        """The text from `start` to `end`, which holds no line break."""
        here = tuple(h for h in self._highlights if h.span.start < end and h.span.end > start)
        out: list[Markup] = []
        at = start
        for left, right in self._latin_runs(start, end):
            out.append(self._stretch(at, left, here))
            out.append(Markup('<bdi dir="ltr">{}</bdi>').format(self._stretch(left, right, here)))
            at = right
        out.append(self._stretch(at, end, here))
        return Markup("").join(out)

    def _latin_runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        if paragraph_direction(self._text[start:end]) == "ltr":
            return
        for found in _LATIN_RUN.finditer(self._text, start, end):
            left, right = found.span()
            while self._text[right - 1] in _TRAILING:
                right -= 1
            yield left, right

    def _stretch(self, start: int, end: int, here: tuple[Highlight, ...]) -> Markup:
        return Markup("").join(self._piece(piece) for piece in self._pieces(start, end, here))

    def _pieces(self, start: int, end: int, here: tuple[Highlight, ...]) -> Iterator[_Piece]:
        """Cuts at every boundary of a span, and at the end of the word where a note's number will stand."""
        refs = {h.number: self._word_end(h.span.end) for h in here}
        cuts = {start, end} | {
            c for h in here for c in (h.span.start, h.span.end, refs[h.number]) if start < c < end
        }
        ordered = sorted(cuts)
        for left, right in pairwise(ordered):
            covering = tuple(h for h in here if h.span.start <= left and right <= h.span.end)
            yield _Piece(left, right, covering, tuple(h for h in here if refs[h.number] == right))

    def _word_end(self, at: int) -> int:
        # A number in the middle of a word would break the joining of its letters.
        while at < len(self._text) and unicodedata.category(self._text[at])[0] in "LM":
            at += 1
        return at

    def _piece(self, piece: _Piece) -> Markup:
        words = escaped(self._text[piece.start : piece.end])
        if piece.covering:
            words = self._mark(words, piece.covering)
        return words + Markup("").join(self._reference(h) for h in piece.ending)

    def _mark(self, words: Markup, covering: tuple[Highlight, ...]) -> Markup:
        return Markup('<mark class="{}" tabindex="0" data-tip="{}" aria-describedby="{}">{}</mark>').format(
            _classes(covering),
            "\n\n".join(h.tip for h in covering),
            " ".join(f"{self._anchor}-n{h.number}" for h in covering),
            words,
        )

    def _reference(self, highlight: Highlight) -> Markup:
        # The note leads back to the reference, which is never cut in two as a mark may be.
        return Markup(
            '<a class="ref {sign}" id="{anchor}-r{n}" href="#{anchor}-n{n}" tabindex="-1" data-number="{n}" aria-label="{word} {n}"></a>'
        ).format(
            sign=_SIGN_CLASS[highlight.sign], anchor=self._anchor, n=highlight.number, word=self._note_word
        )


def _classes(covering: tuple[Highlight, ...]) -> str:
    signs = {h.sign for h in covering}
    sign = _SIGN_CLASS[signs.pop()] if len(signs) == 1 else "mixed"
    return f"{sign} hollow" if all(h.hollow for h in covering) else sign


def mark_quote(sentence: str, start: int, end: int) -> Markup:
    """A sentence with `sentence[start:end]` marked; unmarked where the offsets do not fit it."""
    if not 0 <= start < end <= len(sentence):
        return escaped(sentence)
    return (
        escaped(sentence[:start])
        + Markup("<mark>{}</mark>").format(escaped(sentence[start:end]))
        + escaped(sentence[end:])
    )


def has_controls(text: str) -> bool:
    """Whether direction controls stand in the text (the page then explains their signs)."""
    return CONTROLS.search(text) is not None
