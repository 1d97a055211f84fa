"""Reading: one text, or everything that files and folders hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from musnad.api.days import as_day, now
from musnad.api.readers import default_reader, stating
from musnad.claims.identity import content_hash
from musnad.claims.model import Document, Reading
from musnad.errors import MusnadError
from musnad.intake.language import require_arabic
from musnad.intake.model import Failure
from musnad.ledger.values import Stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from musnad.intake.model import Intake, Note
    from musnad.ledger.store import LedgerStore
    from musnad.reading.reader import Reader

_ID_LENGTH = 16
_CONTRADICTORY = "M313"  # the one fault of adding that lies in the reading itself


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: a reading, or an error.

    `where` says which input (`news.jsonl:12`); `notes` what had to be mended in it; `stored` what the ledger did with
    the reading, None where it was not to be stored.
    """

    where: str
    reading: Reading | None = None
    error: MusnadError | None = None
    stored: Stored | None = None
    notes: tuple[Note, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the ledger had this reading already."""
        return self.stored is not None and not self.stored.new_reading


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What became of many inputs: how many documents were read, their claims, how many were new to the ledger."""

    documents: int
    claims: int
    stored: int
    known: int
    failures: tuple[Outcome, ...]

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> ReadSummary:
        """Counts them, keeping only the failures."""
        documents = claims = stored = known = 0
        failures = []
        for outcome in outcomes:
            if outcome.error:
                failures.append(outcome)
                continue
            documents += 1
            claims += len(outcome.reading.claims) if outcome.reading else 0
            stored += outcome.stored is not None and outcome.stored.new_reading
            known += outcome.known
        return cls(documents, claims, stored, known, tuple(failures))


def read(  # noqa: PLR0913 - an article has that many sides, all optional
    text: str,
    *,
    published: date | str | None = None,
    publisher: str = "",
    title: str = "",
    id: str | None = None,  # noqa: A002 - the word of the model
    url: str = "",
    reader: Reader | None = None,
    min_confidence: float | None = None,
) -> Reading:
    """The claims of one Arabic text; nothing is stored.

    Args:
        text: the article, as published.
        published: the day it appeared (a date or "2020-08-21"): relative dates are resolved against it.
        publisher: who published it.
        title: its headline, where the text does not begin with it.
        id: the id it has at its origin; made from its content if not given.
        url: where it was published.
        reader: what reads; default the one that comes with the program.
        min_confidence: state only claims of at least this confidence; default what the reader itself holds to be enough.

    Raises:
        MusnadError: M120, M121, M122, the text is empty or not Arabic; M423, `published` is no date; M427,
            `min_confidence` is not in [0, 1]; M441, no reader.
    """
    document = document_of(text, published=published, publisher=publisher, title=title, id=id, url=url)
    return stating(reader or default_reader(), min_confidence).read(document)


def document_of(  # noqa: PLR0913 - as `read`
    text: str,
    *,
    published: date | str | None = None,
    publisher: str = "",
    title: str = "",
    id: str | None = None,  # noqa: A002 - the word of the model
    url: str = "",
) -> Document:
    """One Arabic text as a document.

    Raises:
        MusnadError: M120, M121, M122, the text is empty or not Arabic; M423, `published` is no date.
    """
    require_arabic(text)
    document = Document(id or "", text, title, publisher, as_day(published, last=False), url)
    return document if document.id else replace(document, id=content_hash(document)[:_ID_LENGTH])


def read_all(
    items: Iterable[Intake | Document], reader: Reader, store: LedgerStore | None
) -> Iterator[Outcome]:
    """Reads what the intake gives, storing each reading before the next; a failure never stops the rest.

    A document that the ledger has by this reader is not read again. Faults of the ledger itself (locked, damaged, the
    disk full) do stop it: nothing after them would be kept either.

    Args:
        items: documents, or what `musnad.intake.read_inputs` yields.
        reader: what reads.
        store: where readings go; None to keep none.
    """
    for item in items:
        if isinstance(item, Document):
            yield _outcome(item, item.id, (), reader, store)
        elif isinstance(item, Failure):
            yield Outcome(item.where, error=item.error)
        else:
            yield _outcome(item.document, item.where, item.notes, reader, store)


def _outcome(
    document: Document, where: str, notes: tuple[Note, ...], reader: Reader, store: LedgerStore | None
) -> Outcome:
    digest = content_hash(document)
    if store is not None and store.has(digest, reader.name):
        known = Stored(digest, new_document=False, new_reading=False, claims=0)
        return Outcome(where, store.reading(digest, reader.name), stored=known, notes=notes)
    try:
        reading = reader.read(document)
    except MusnadError as error:
        return Outcome(where, error=error, notes=notes)
    except Exception as error:  # noqa: BLE001 - a fault in one article must not lose an archive's run
        reason = f"{type(error).__name__}: {error}".partition("\n")[0].rstrip(".")
        return Outcome(where, error=MusnadError("M440", reader=reader.name, reason=reason), notes=notes)
    if store is None:
        return Outcome(where, reading, notes=notes)
    try:
        stored = store.add(reading, recorded=now())
    except MusnadError as error:
        if error.code == _CONTRADICTORY:
            return Outcome(where, error=error, notes=notes)
        raise
    return Outcome(where, reading, stored=stored, notes=notes)
