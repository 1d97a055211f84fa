"""The articles of a report: as published, with their claims marked, and the notes that go with the marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from musnad.arabic.folding import fold
from musnad.report.bidi import CONTROLS
from musnad.report.highlight import Highlight, has_controls, place, render_article
from musnad.report.views import ClaimView, of_reading, tip

if TYPE_CHECKING:
    from datetime import date

    from markupsafe import Markup

    from musnad.claims.model import Reading

_NOT_IN_ADDRESSES: Final = re.compile(rf"[\s<>\"\x00-\x1f\x7f]|{CONTROLS.pattern}")
_HEADING_WORDS: Final = 14  # a line longer than this is a sentence
_SENTENCE_END: Final = (".", "!", "…", "،", "؛", ":", "»", "”", '"', ")")


@dataclass(frozen=True, slots=True)
class Note:
    """One claim of an article: its number, and whether a mark in the text leads to it."""

    number: int
    claim: ClaimView
    marked: bool


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article. `title` is empty where the text itself opens with it; `url` where it is no web address."""

    anchor: str
    number: int
    title: str
    publisher: str
    published: date | None
    url: str
    body: Markup
    controls: bool
    notes: tuple[Note, ...]
    remarks: tuple[str, ...]


def view_article(reading: Reading, number: int, lang: str, note_word: str) -> ArticleView:
    """The article of a reading, as number `number` (from 1) of its report."""
    document, claims = reading.document, of_reading(reading, lang)
    spans = [claim.trigger for claim in sorted(reading.claims, key=lambda c: c.trigger)]
    highlights = [
        Highlight(span, i, claim.sign, tip(claim, i, lang), claim.hollow)
        for i, (claim, span) in enumerate(zip(claims, spans, strict=True), 1)
    ]
    anchor = f"a{number}"
    return ArticleView(
        anchor=anchor,
        number=number,
        title="" if _opens_with(document.text, document.title) else document.title,
        publisher=document.publisher,
        published=document.published,
        url=web_address(document.url),
        body=render_article(document.text, highlights, heading_lines(reading), anchor, note_word),
        controls=has_controls(document.text),
        notes=tuple(
            Note(h.number, c, place(document.text, h.span) is not None)
            for h, c in zip(highlights, claims, strict=True)
        ),
        remarks=reading.notes,
    )


def heading_lines(reading: Reading) -> frozenset[int]:
    """Numbers (from 0) of the lines that are headings.

    A line is one if it repeats the title, if a claim says so, or if it is short, does not end like a sentence, and
    stands above a longer line.
    """
    document = reading.document
    lines = document.text.split("\n")
    found = {document.text.count("\n", 0, c.trigger.start) for c in reading.claims if c.heading}
    title = fold(document.title).strip()
    for i, line in enumerate(lines):
        below = next((other for other in lines[i + 1 :] if other.strip()), "")
        if (title and fold(line).strip() == title) or _looks_like_heading(line, below):
            found.add(i)
    return frozenset(found)


def web_address(url: str) -> str:
    """`url` if it is an address on the web, else nothing: an article may bring any text as its address."""
    address = url.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    sound = parts.scheme in ("http", "https") and parts.netloc and not _NOT_IN_ADDRESSES.search(address)
    return address if sound else ""


def _looks_like_heading(line: str, below: str) -> bool:
    words = line.split()
    short = 0 < len(words) <= _HEADING_WORDS and not line.rstrip().endswith(_SENTENCE_END)
    return short and len(below) > 2 * len(line)


def _opens_with(text: str, title: str) -> bool:
    first = next((line for line in text.split("\n") if line.strip()), "")
    return bool(title.strip()) and fold(first).strip() == fold(title).strip()
