"""The ledger as Python programs see it: the verbs of the command line, by names instead of ids."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Self

from musnad.api import asking
from musnad.api.days import as_day, now
from musnad.api.location import default_location, make_folder
from musnad.api.resolving import resolve
from musnad.claims.model import Document, EventType
from musnad.errors import MusnadError
from musnad.ledger.store import LedgerStore
from musnad.ledger.values import ClaimQuery, Decision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from musnad.alignment.model import Stance, Tie
    from musnad.api.intake import Outcome, ReadSummary
    from musnad.api.profile import Profile
    from musnad.claims.model import Reading
    from musnad.claims.record import ActorRef, ClaimRecord, DocumentRef
    from musnad.ledger.values import Counts, Review, Stored
    from musnad.reading.explaining.model import Explanation
    from musnad.reading.reader import Reader

    Day = date | str | None
    Many = str | Iterable[str] | None

REPORT_ARTICLES = 20


class Ledger:
    """Sourced claims, kept and answering.

    Names may be given in Arabic or Latin script, in any usual spelling, or as ids; where one may mean several actors,
    the error M420 lists them. Days may be dates or text ("2020-08-21", "2020-08", "2020", "today"). Where `as_of` is
    not given, it is the latest day on which anything in the ledger was learnt.

    Every method may raise `MusnadError` when the ledger itself is at fault (M301-M309).
    """

    def __init__(
        self, path: str | Path | None = None, *, create: bool = True, reader: Reader | None = None
    ) -> None:
        """Opens a ledger.

        Args:
            path: a file, `sqlite:///FILE` or `postgresql://USER@HOST/DATABASE`; default `MUSNAD_LEDGER`, else a
                file in the user's data folder.
            create: whether a missing ledger is made.
            reader: what `read` reads with; default the one that comes with the program.

        Raises:
            MusnadError: M300-M309.
        """
        location = str(path) if path is not None else default_location()
        if create:
            make_folder(location)
        self.store = LedgerStore.open(location, create=create)
        self._reader = reader

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the ledger."""
        self.store.close()

    # -- taking in

    def read(
        self,
        *inputs: str | Path | Document,
        published: Day = None,
        publisher: str = "",
        title: str = "",
        min_confidence: float | None = None,
    ) -> ReadSummary:
        """Reads files, folders and documents into the ledger, and says what became of them.

        Args:
            inputs: paths of files or folders, or documents.
            published: the day of what does not say its own.
            publisher: the publisher of what does not say its own.
            title: the title of what does not say its own.
            min_confidence: keep only claims of at least this confidence; default what the reader itself holds to be
                enough. Kept apart from what the reader reads otherwise, under a name of its own.

        Returns:
            Counts, and the inputs that failed: one bad input never stops the rest.
        """
        from musnad.api.intake import ReadSummary  # noqa: PLC0415 - brings the intake with it

        return ReadSummary.of(
            self.stream(
                *inputs,
                published=published,
                publisher=publisher,
                title=title,
                min_confidence=min_confidence,
            )
        )

    def stream(
        self,
        *inputs: str | Path | Document,
        published: Day = None,
        publisher: str = "",
        title: str = "",
        min_confidence: float | None = None,
    ) -> Iterator[Outcome]:
        """As `read`, but one outcome at a time: nothing is read before it is asked for."""
        from musnad.api.intake import read_all  # noqa: PLC0415
        from musnad.api.readers import default_reader, stating  # noqa: PLC0415
        from musnad.intake import Defaults, read_inputs  # noqa: PLC0415

        defaults = Defaults(as_day(published, last=False), publisher, title)
        items = chain.from_iterable(
            [given] if isinstance(given, Document) else read_inputs([str(given)], defaults=defaults)
            for given in inputs
        )
        reader = stating(self._reader or default_reader(), min_confidence)
        return read_all(items, reader, self.store)

    def add(self, reading: Reading) -> Stored:
        """Stores a reading made elsewhere.

        Raises:
            MusnadError: M313, it contradicts itself.
        """
        return self.store.add(reading, recorded=now())

    # -- asking

    def resolve(self, name: str) -> ActorRef:
        """The actor of the ledger that a name means.

        Raises:
            MusnadError: M420 ambiguous; M421, M422 unknown; M428 empty.
        """
        return resolve(self.store, name)

    def terms(self, as_of: Day = None, known_by: Day = None, min_confidence: float = 0.0) -> asking.Terms:
        """The terms of a question, with the day filled in where none is given.

        Raises:
            MusnadError: M423 no date; M427 `min_confidence` not in [0, 1].
        """
        days = as_day(as_of, last=True), as_day(known_by, last=True)
        return asking.terms(self.store, *days, min_confidence)

    def who(  # noqa: PLR0913 - the question and its terms
        self,
        name: str,
        stance: Stance | str = "backs",
        *,
        as_of: Day = None,
        known_by: Day = None,
        whom: bool = False,
        min_confidence: float = 0.0,
    ) -> list[Tie]:
        """Who backs, opposes or wavers about an actor; with `whom`, whom the actor does. Strongest first.

        Raises:
            MusnadError: M411 no such stance; those of `resolve` and `terms`.
        """
        actor, asked = self.resolve(name), self.terms(as_of, known_by, min_confidence)
        return asking.who(asking.evidence(self.store, actor, asked), actor, stance, asked, whom=whom)

    def tie(
        self, a: str, b: str, *, as_of: Day = None, known_by: Day = None, min_confidence: float = 0.0
    ) -> Tie:
        """How `a` stands to `b`, with all its evidence.

        Raises:
            MusnadError: M410 they are one; those of `resolve` and `terms`.
        """
        ends, asked = (self.resolve(a), self.resolve(b)), self.terms(as_of, known_by, min_confidence)
        return asking.tie(asking.evidence(self.store, ends[0], asked), *ends, asked)

    def timeline(
        self, a: str, b: str, *, as_of: Day = None, known_by: Day = None, min_confidence: float = 0.0
    ) -> list[Tie]:
        """How `a` stood to `b` at the ends of the months in which something is known of them, up to `as_of`.

        Raises:
            MusnadError: as `tie`.
        """
        ends, asked = (self.resolve(a), self.resolve(b)), self.terms(as_of, known_by, min_confidence)
        return asking.timeline(asking.evidence(self.store, ends[0], asked), *ends, asked)

    def actor(
        self, name: str, *, as_of: Day = None, known_by: Day = None, min_confidence: float = 0.0
    ) -> Profile:
        """All that is known of an actor.

        Raises:
            MusnadError: those of `resolve` and `terms`.
        """
        return asking.profile(self.store, self.resolve(name), self.terms(as_of, known_by, min_confidence))

    def claims(  # noqa: PLR0913 - every filter is optional
        self,
        *,
        actor: Many = None,
        subject: Many = None,
        object: Many = None,  # noqa: A002 - the word of the model
        type: Many = None,  # noqa: A002 - the word of the model
        source: str | None = None,
        document: str | None = None,
        text: str | None = None,
        since: Day = None,
        until: Day = None,
        as_of: Day = None,
        known_by: Day = None,
        min_confidence: float = 0.0,
        rejected: bool = False,
        limit: int | None = None,
    ) -> list[ClaimRecord]:
        """Claims that fulfil every condition given, the latest learnt first.

        Args:
            actor: names of those who are subject or object; any of them will do.
            subject: names of subjects.
            object: names of objects.
            type: event types ("SUPPORT").
            source: part of the name of any link of the chain, or of the publisher.
            document: id or hash of the article.
            text: words that must all stand in the claim's sentence.
            since: it held on or after this day.
            until: it held on or before this day.
            as_of: it had begun by this day.
            known_by: it was learnt by this day.
            min_confidence: the least confidence of the reader.
            rejected: also claims that a reviewer rejected.
            limit: at most so many.

        Raises:
            MusnadError: M424 `until` before `since`; M426 no such type; M316 `text` has no word; those of
                `resolve` and `terms`.
        """
        first, last = as_day(since, last=False), as_day(until, last=True)
        begun = as_day(as_of, last=True)
        if first and last and last < first:
            raise MusnadError("M424", since=first, until=last)
        if not 0.0 <= min_confidence <= 1.0:
            raise MusnadError("M427", name="min_confidence", value=min_confidence, low=0, high=1)
        query = ClaimQuery(
            actors=self._ids(actor),
            subjects=self._ids(subject),
            objects=self._ids(object),
            types=tuple(_type(name) for name in _many(type)),
            source=source,
            document=document,
            text=text,
            since=first,
            until=min(filter(None, (last, begun)), default=None),
            known_by=as_day(known_by, last=True),
            min_confidence=min_confidence,
            include_rejected=rejected,
            limit=limit,
            newest_first=True,
        )
        return list(self.store.claims(query))

    def explain(self, claim_id: str) -> Explanation:
        """Why a claim was stated: its trigger, candidates, chain, certainty and time, as its reader saw them.

        Raises:
            MusnadError: M310 no such claim; M430 another reader than the program's own read it; M433 it does not read it
                any more.
        """
        from musnad.api.explaining import explain_stored  # noqa: PLC0415 - brings the reader with it

        return explain_stored(self.store, claim_id)

    def actors(self, query: str | None = None) -> list[ActorRef]:
        """The actors of the ledger that are not local to one article; with `query`, those with these words in a name."""
        found = self.store.actors()
        return found if query is None else _matching(found, query)

    def documents(
        self, *, publisher: str | None = None, since: Day = None, until: Day = None, limit: int | None = None
    ) -> list[DocumentRef]:
        """The articles, latest first; `publisher` may be part of its name.

        Raises:
            MusnadError: M423 no date; M424 `until` before `since`.
        """
        first, last = as_day(since, last=False), as_day(until, last=True)
        if first and last and last < first:
            raise MusnadError("M424", since=first, until=last)
        return self.store.documents(publisher=publisher, since=first, until=last, limit=limit)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        return self.store.counts()

    # -- reviewing and reporting

    def review(self, claim_id: str, decision: Decision | str, by: str, note: str = "") -> ClaimRecord:
        """Accepts or rejects a claim, notes something about it, or undoes the last decision; gives the claim as it then is.

        Raises:
            MusnadError: M310 no such claim; M315 nothing to undo; M426 no such decision.
        """
        if decision not in set(Decision):
            raise MusnadError("M426", value=decision, kind="decision", known=", ".join(Decision))
        self.store.review(claim_id, Decision(decision), by, now(), note)
        return self.store.claim(claim_id)

    def reviews(self, claim_id: str) -> list[Review]:
        """All that was said of a claim, oldest first.

        Raises:
            MusnadError: M310, no such claim.
        """
        return self.store.reviews(claim_id)

    def report(  # noqa: PLR0913 - the question, its terms, and how it is shown
        self,
        name: str | None = None,
        *,
        as_of: Day = None,
        known_by: Day = None,
        min_confidence: float = 0.0,
        articles: int = REPORT_ARTICLES,
        lang: str = "ar",
    ) -> str:
        """One self-contained HTML page on an actor, or on all, with the latest `articles` in full.

        Raises:
            MusnadError: M425 the ledger is empty; those of `resolve` and `terms`.
        """
        from musnad.api.reporting import report_content  # noqa: PLC0415 - brings templates and calendars with it
        from musnad.report import render_report  # noqa: PLC0415

        if not self.store.counts().current:
            raise MusnadError("M425")
        focus = None if name is None else self.resolve(name)
        asked = self.terms(as_of, known_by, min_confidence)
        return render_report(
            report_content(self.store, focus, asked, generated=now(), articles=articles, lang=lang), lang
        )

    def _ids(self, names: Many) -> tuple[str, ...]:
        return tuple(self.resolve(name).id for name in _many(names))


def _many(value: Many) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _type(name: str) -> EventType:
    try:
        return EventType(name.upper())
    except ValueError:
        raise MusnadError("M426", value=name, kind="event type", known=", ".join(EventType)) from None


def _matching(actors: Iterable[ActorRef], query: str) -> list[ActorRef]:
    from musnad.ledger.words import name_key  # noqa: PLC0415

    sought = name_key(query)
    return [a for a in actors if sought in name_key(a.ar) or sought in name_key(a.en) or query == a.id]
