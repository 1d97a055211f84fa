"""What intake gives: documents taken in, with notes on what had to be mended, and failures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from musnad.errors import MusnadError

if TYPE_CHECKING:
    from datetime import date

    from musnad.claims.model import Document

DOCUMENT_LIMIT = 20 * 1024 * 1024
"""The most bytes one document may have as it comes in (a file of text, a page, one record of JSON)."""


class Kind(StrEnum):
    """How an input is written."""

    PLAIN = "plain"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "jsonl"


@dataclass(frozen=True, slots=True)
class Defaults:
    """What to take for a document that does not say it itself."""

    published: date | None = None
    publisher: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know about a document that was taken in all the same.

    `code` stands in the error catalogue; `details` are the (name, value) pairs that fill its message.
    """

    code: str
    details: tuple[tuple[str, str], ...] = ()

    def message(self, lang: str = "en") -> str:
        """The note in the language asked for."""
        return MusnadError(self.code, **dict(self.details)).message(lang)


@dataclass(frozen=True, slots=True)
class Taken:
    """A document, where it came from (`news.jsonl:12`), and what had to be noted."""

    document: Document
    where: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or a part of one, that could not be read, and why."""

    where: str
    error: MusnadError


Intake = Taken | Failure
