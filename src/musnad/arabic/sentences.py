"""Paragraphs and sentences of folded Arabic news text.

A line is a paragraph. Sentences end at . ! ؟ ? ؛ … outside numbers and abbreviations, whether or not a quotation is open;
quotations that stay open over a boundary are marked, since their speaker goes on. Where no stop comes for
hundreds of words, a sentence ends at a comma.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from musnad.arabic.tokens import Token, tokenize

_LINE = re.compile(r"[^\n]+")
_STOP = frozenset(".!?؟؛…")
_OPENERS = frozenset("«“")
_CLOSERS = frozenset("»”")
_FINAL = frozenset('.!?؟؛…:،»”"')
_COMMAS = frozenset("،,")
_LONGEST = 250
_LONGEST_UNDIVIDED = 300
_MAX_HEADING_WORDS = 14
_MIN_HEADING_LINES = 2


@dataclass(slots=True, frozen=True)
class Sentence:
    """A sentence: its tokens, where it stands (folded offsets), and the quotation it begins in."""

    index: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    heading: bool
    starts_quoted: bool


def sentences(text: str) -> list[Sentence]:
    """The sentences of folded text in order; headlines and subheads (short lines without a final mark) are marked."""
    lines = [m.span() for m in _LINE.finditer(text) if m.group().strip()]
    out: list[Sentence] = []
    for paragraph, (start, end) in enumerate(lines):
        tokens = tokenize(text, start, end)
        if not tokens:
            continue
        heading = _is_heading(tokens, paragraph, len(lines))
        quoted = False
        for part in _split(tokens):
            sentence = Sentence(
                len(out), paragraph, part[0].start, part[-1].end, tuple(part), heading, quoted
            )
            out.append(sentence)
            quoted = _quoted_after(part, opened=quoted)
    return out


def _split(tokens: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = []
    current: list[Token] = []
    for i, token in enumerate(tokens):
        current.append(token)
        if (token.text in _STOP and not _inside(tokens, i)) or _is_too_long(current):
            parts.append(current)
            current = []
        elif token.text in _CLOSERS and len(current) == 1 and parts:
            parts[-1].extend(current)  # the quotation mark after the full stop belongs to the sentence before
            current = []
    if current:
        parts.append(current)
    return parts


def _is_too_long(tokens: list[Token]) -> bool:
    """Whether a run of words without a full stop is no sentence: it is cut at a comma, or anywhere if there is none.

    Work on a sentence grows with the square of its length; this keeps it in step with the length of the text.
    """
    return len(tokens) >= _LONGEST and (tokens[-1].text in _COMMAS or len(tokens) >= _LONGEST_UNDIVIDED)


def _inside(tokens: list[Token], i: int) -> bool:
    """Whether the stop at `i` is part of an abbreviation or an ellipsis: د. أحمد، (أ.ف.ب)."""
    token = tokens[i]
    if token.text != ".":
        return False
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is not None and before.end == token.start and len(before.text) == 1 and before.text.isalpha():
        return True
    return after is not None and after.start == token.end and (after.text[0].isalnum() or after.text == ".")


def _is_heading(tokens: list[Token], paragraph: int, lines: int) -> bool:
    words = sum(1 for t in tokens if t.text[0].isalnum())
    if lines < _MIN_HEADING_LINES or words == 0:
        return False
    last = next((t.text for t in reversed(tokens)), "")
    limit = _MAX_HEADING_WORDS + (6 if paragraph == 0 else 0)
    return words <= limit and (last not in _FINAL or last in {"؟", "!", "»", "”", '"', "…"})


def _quoted_after(tokens: list[Token], *, opened: bool) -> bool:
    for token in tokens:
        if token.text in _OPENERS:
            opened = True
        elif token.text in _CLOSERS:
            opened = False
        elif token.text == '"':
            opened = not opened
    return opened
