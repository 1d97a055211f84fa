"""The ledger as the rest of the program sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from sqlalchemy import select

from musnad.claims.identity import content_hash
from musnad.errors import MusnadError
from musnad.ledger import checking, names, queries, reading_back, reviews, search, whole
from musnad.ledger.columns import utc
from musnad.ledger.connection import Database
from musnad.ledger.consistency import check_reading
from musnad.ledger.people import find_actors
from musnad.ledger.schema import claims as claims_table
from musnad.ledger.upgrading import ensure_schema
from musnad.ledger.values import Decision, Review, Stored
from musnad.ledger.writing import is_stored, write_reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from musnad.claims.model import Document, Reading
    from musnad.claims.record import ActorRef, ClaimRecord, DocumentRef
    from musnad.ledger.values import ClaimQuery, Counts, Hit, NamedActor

_TIMEOUT = 10.0  # seconds to wait for another writer; a document takes a few hundredths


class LedgerStore:
    """Sourced claims, kept as they were read, askable as of any day. One instance may serve several threads.

    Every method may raise, besides its own: M301 not writable, M303 damaged, M306 locked, M307 disk full,
    M309 server not answering.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, location: str | Path, *, create: bool = True, timeout: float = _TIMEOUT) -> Self:
        """Opens a ledger, makes it where there is none, upgrades it where it is older than the program.

        Args:
            location: a file, `sqlite:///FILE`, or `postgresql://USER@HOST/DATABASE`.
            create: whether a missing ledger is made.
            timeout: seconds to wait for another writer before M306.

        Raises:
            MusnadError: M300 none there, M302 not a database, M304 newer than the program, M305 another program's,
                M308 no usable location.
        """
        database = Database(location, timeout=timeout)
        try:
            ensure_schema(database, create=create)
        except BaseException:
            database.close()
            raise
        return cls(database)

    @property
    def location(self) -> str:
        """The file or URL of the ledger, without a password."""
        return self._database.location

    def close(self) -> None:
        """Closes the ledger's connections; iterators not yet exhausted keep theirs until they are."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, reading: Reading, *, recorded: datetime) -> Stored:
        """Stores a reading, whole or not at all; changes nothing where the ledger has it.

        Args:
            reading: what a reader made of a document.
            recorded: now, with a time zone.

        Raises:
            MusnadError: M313, the reading contradicts itself.
            ValueError: `recorded` has no time zone.
        """
        moment = utc(recorded)
        check_reading(reading)
        document_hash = content_hash(reading.document)
        # Reading an archive again must not make other writers wait.
        if self.has(document_hash, reading.reader):
            return Stored(document_hash, new_document=False, new_reading=False, claims=0)
        with self._database.write() as connection:
            return write_reading(connection, reading, moment)

    def has(self, document_hash: str, reader: str) -> bool:
        """Whether the ledger has that reader's reading of the document with that content hash."""
        with self._database.read() as connection:
            return is_stored(connection, document_hash, reader)

    def claims(self, query: ClaimQuery) -> Iterator[ClaimRecord]:
        """The claims of the latest readings that the query wants, by the day learnt; all from one moment's state.

        Raises:
            MusnadError: M316, the query's `text` has no word (when the iteration starts).
        """
        with self._database.read() as connection:
            yield from queries.find_claims(connection, query)

    def claim(self, claim_id: str) -> ClaimRecord:
        """One claim, of whichever reading.

        Raises:
            MusnadError: M310, there is none with that id.
        """
        with self._database.read() as connection:
            row = connection.scalar(select(claims_table.c.id).where(claims_table.c.key == claim_id))
            if row is None:
                raise MusnadError("M310", claim=claim_id)
            return reading_back.records(connection, [row], None)[0]

    def reading(self, document: str, reader: str | None = None) -> Reading:
        """A document's reading by that reader, else its latest, equal to what was added.

        Raises:
            MusnadError: M311, no document with that hash or id; M312, not read by that reader.
        """
        with self._database.read() as connection:
            return whole.whole_reading(connection, document, reader)

    def document(self, id_or_hash: str) -> Document:
        """The document with that hash, else the latest that its origin gave that id.

        Raises:
            MusnadError: M311, there is none.
        """
        with self._database.read() as connection:
            return whole.document_of(whole.find_document(connection, id_or_hash))

    def documents(
        self,
        *,
        publisher: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
    ) -> list[DocumentRef]:
        """The documents learnt (published, else recorded) between two days, by a publisher named in part, latest first."""
        with self._database.read() as connection:
            return whole.document_refs(connection, publisher, since, until, limit)

    def actors(self, ids: Iterable[str] | None = None) -> list[ActorRef]:
        """The actors with these ids, those the ledger lacks left out; without ids, all that are not local to a document."""
        with self._database.read() as connection:
            return find_actors(connection, None if ids is None else list(ids))

    def actors_named(self, name: str) -> list[NamedActor]:
        """The actors that go by exactly this name in any spelling, the most often so called first."""
        with self._database.read() as connection:
            return names.actors_named(connection, name)

    def names(self) -> Iterator[tuple[str, str, int]]:
        """(Ledger id, folded name, how often) for every name in use, for matching a name given in another spelling."""
        with self._database.read() as connection:
            yield from names.all_names(connection)

    def review(self, claim_id: str, decision: Decision, by: str, at: datetime, note: str = "") -> None:
        """Appends a decision about a claim; it holds for the same statement in every reading of the document.

        Raises:
            MusnadError: M310, no such claim; M315, an undo where no decision stands.
            ValueError: `at` has no time zone.
        """
        said = Review(claim_id, Decision(decision), by, utc(at), note)
        with self._database.write() as connection:
            reviews.append_review(connection, said)

    def reviews(self, claim_id: str) -> list[Review]:
        """All that reviewers said of a claim, oldest first.

        Raises:
            MusnadError: M310, no such claim.
        """
        with self._database.read() as connection:
            return reviews.reviews_of(connection, claim_id)

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """The articles that hold all these words in any spelling, best first.

        Raises:
            MusnadError: M316, `text` has no word.
        """
        with self._database.read() as connection:
            return search.find_text(connection, text, limit)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self._database.read() as connection:
            return checking.count_all(connection)

    def check(self) -> tuple[MusnadError, ...]:
        """What is wrong with the stored data, as coded errors; empty where nothing is."""
        try:
            with self._database.read() as connection:
                return checking.faults(connection, self.location)
        except MusnadError as error:
            return (error,)
