"""Full-text search over articles and over the sentences of claims, blind to Arabic spelling variants."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, literal_column, select

from musnad.arabic.folding import fold_with_map
from musnad.claims.model import Span
from musnad.ledger.conditions import is_latest, matches, tsquery
from musnad.ledger.reading_back import document_ref
from musnad.ledger.schema import claims, document_words, documents, readings, sentence_words
from musnad.ledger.slices import sliced
from musnad.ledger.values import Hit
from musnad.ledger.words import WORD, query_words, variants

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_CONTEXT = 80  # characters shown before and after the first match


def find_text(connection: Connection, text: str, limit: int) -> list[Hit]:
    """The articles that hold every word of `text` in title or body, the best match first.

    Raises:
        MusnadError: M316, `text` has no word.
    """
    found = matches(document_words, text, connection.dialect.name)
    question = (
        select(documents)
        .join_from(document_words, documents, documents.c.id == document_words.c.rowid)
        .where(found)
        .order_by(_rank(connection, text), documents.c.id.desc())
        .limit(limit)
    )
    rows = connection.execute(question).all()
    quoted = _quoting(connection, text, [row.id for row in rows])
    sought = frozenset(variant for word in query_words(text) for variant in variants(word))
    hits = []
    for row in rows:
        span, found_words = _snippet(row.text, sought)
        hits.append(Hit(document_ref(row), span.of(row.text), span, found_words, tuple(quoted[row.id])))
    return hits


def _rank(connection: Connection, text: str) -> ColumnElement[float]:
    if connection.dialect.name == "postgresql":
        return -func.ts_rank(document_words.c.words, tsquery(text))
    return func.bm25(literal_column(document_words.name))


def _quoting(connection: Connection, text: str, rows: list[int]) -> dict[int, list[str]]:
    quoted: dict[int, list[str]] = defaultdict(list)
    for part in sliced(rows):
        question = (
            select(readings.c.document_id, claims.c.key)
            .join_from(claims, readings, readings.c.id == claims.c.reading_id)
            .join(sentence_words, sentence_words.c.rowid == claims.c.sentence_id)
            .where(readings.c.document_id.in_(part), is_latest())
            .where(matches(sentence_words, text, connection.dialect.name))
            .order_by(claims.c.id)
        )
        for document_id, key in connection.execute(question):
            quoted[document_id].append(key)
    return quoted


def _snippet(text: str, sought: frozenset[str]) -> tuple[Span, tuple[Span, ...]]:
    folded = fold_with_map(text)
    found = [
        folded.span(*match.span())
        for match in WORD.finditer(folded.text)
        if not sought.isdisjoint(variants(match[0].casefold()))
    ]
    first = found[0] if found else Span(0, 0)
    start, end = max(0, first.start - _CONTEXT), min(len(text), first.end + _CONTEXT)
    # Whole words only: a snippet that begins inside a word reads as a misprint.
    while 0 < start < first.start and not text[start - 1].isspace():
        start += 1
    while first.end < end < len(text) and not text[end].isspace():
        end -= 1
    return Span(start, end), tuple(span for span in found if start <= span.start and span.end <= end)
