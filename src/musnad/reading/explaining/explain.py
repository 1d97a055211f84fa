"""Explains a reading: the same computation as the reader's, with every intermediate result kept.

The reader's own steps are called one by one (`WeighingReader.possible`, `weighed`, `chosen`, and `ClaimWriter.written`); here
is only told what they found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from musnad.errors import MusnadError
from musnad.reading.analysis import analyse
from musnad.reading.candidates import name_tokens
from musnad.reading.explaining.cases import CaseView
from musnad.reading.explaining.model import Explanation, Obstacle, PlaceSeen, Verdict, Words
from musnad.reading.reader import HOPELESS, WeighingReader
from musnad.reading.writing import ClaimWriter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.claims.model import Document
    from musnad.reading.case import Case
    from musnad.reading.context import SentenceContext
    from musnad.reading.explaining.model import CaseSeen

_NEAREST: Final = 3


def explain_claims(reader: WeighingReader, document: Document, number: int | None = None) -> Explanation:
    """Why the reader states the claims of a document.

    Args:
        reader: the reader whose claims are explained.
        document: the article.
        number: only this claim, counted from 1 in the order of the reading; all if not given.

    Raises:
        MusnadError: M432, there is no such claim.
    """
    work = _Work(reader, document)
    stated = [case for case in work.cases if work.number.get(id(case))]
    if number is not None:
        stated = [case for case in stated if work.number[id(case)] == number]
        if not stated:
            raise MusnadError("M432", number=number, count=work.claims)
    return work.explanation(None, stated)


def explain_place(reader: WeighingReader, document: Document, at: int) -> Explanation:
    """Why the reader states a claim at a place of a document, or why it does not.

    Explained are the possible triggers that cover the place; where there is none, why its word is none, and the triggers
    nearest to it in its sentence.

    Args:
        reader: the reader.
        document: the article.
        at: code points before the place in the text.

    Raises:
        MusnadError: M431, `at` lies outside the text.
    """
    if not 0 <= at < len(document.text):
        raise MusnadError("M431", at=at, length=len(document.text))
    work = _Work(reader, document)
    return work.explanation(*work.place(at))


class _Work:
    """A reading of one document, step by step."""

    def __init__(self, reader: WeighingReader, document: Document) -> None:
        self._reader = reader
        self.analysis = analyse(document)
        possible = reader.possible(self.analysis)
        weighed = reader.weighed(self.analysis)
        chosen = reader.chosen(weighed)
        self._writer = ClaimWriter(self.analysis, reader.models)
        self.view = CaseView(self.analysis, self._writer)
        ended = [case for case in weighed if case.roles and (case.roles.subjects or case.roles.objects)]
        self._written = {id(one.case): one for one in self._writer.written(ended)}
        # The reader screens and weighs in two lists; a trigger is one object in both.
        self._screen = {id(case.trigger): case.chance for case in possible}
        self._weighed = {id(case.trigger): case for case in weighed}
        self._chosen = {id(case) for case in chosen}
        self.cases = [self._weighed.get(id(case.trigger), case) for case in possible]
        reading = self._writer.reading(chosen, reader.name)
        self.claims = len(reading.claims)
        numbers = {claim: number for number, claim in enumerate(reading.claims, 1)}
        self.number = {
            id(case): numbers.get(self._written[id(case)].claim)
            for case in chosen
            if id(case) in self._written
        }

    def explanation(self, place: PlaceSeen | None, cases: Iterable[Case]) -> Explanation:
        seen = sorted(map(self._seen, cases), key=_order)
        return Explanation(
            self.analysis.document,
            self._reader.name,
            self._reader.models.thresholds,
            self.claims,
            place,
            tuple(seen),
        )

    def place(self, at: int) -> tuple[PlaceSeen, list[Case]]:
        """What stands at a place, and the cases there or, where there are none, the nearest in its sentence."""
        sentence = self._sentence(at)
        if sentence is None:
            return PlaceSeen(at, None, None, Obstacle.BETWEEN, reporting=False, names=None), []
        context = self.analysis.contexts[sentence]
        token = self._token(sentence, at)
        here = [case for case in self.cases if case.sentence == sentence]
        covering = [
            case for case in here if token is not None and case.trigger.first <= token <= _reach(case)
        ]
        obstacle = None if covering else _obstacle(context, token)
        span = self.analysis.folded.span(context.scan.sentence.start, context.scan.sentence.end)
        seen = PlaceSeen(
            at=at,
            word=self.view.words(sentence, token, token) if token is not None else None,
            sentence=Words(span, span.of(self.analysis.document.text)),
            obstacle=obstacle,
            reporting=token is not None and token in context.chains.cues,
            names=self._names(context, token),
        )
        return seen, covering or self._nearest(here, at)

    def _seen(self, case: Case) -> CaseSeen:
        return self.view.seen(
            case,
            verdict=self._verdict(case),
            number=self.number.get(id(case)),
            screen=self._screen[id(case.trigger)],
            weighed=id(case.trigger) in self._weighed,
            written=self._written.get(id(case)),
        )

    def _verdict(self, case: Case) -> Verdict:
        limits = self._reader.models.thresholds
        if id(case) in self._chosen:
            return Verdict.STATED if self.number.get(id(case)) else Verdict.REPEATED
        if id(case.trigger) not in self._weighed:
            few = self._screen[id(case.trigger)] < limits.screen
            return Verdict.UNLIKELY_WORD if few else Verdict.CROWDED
        if case.chance < HOPELESS:
            return Verdict.UNLIKELY
        if id(case) not in self._written:
            return Verdict.NO_ENDS
        return Verdict.DOUBTFUL if case.confidence < limits.claim else Verdict.BEATEN

    def _sentence(self, at: int) -> int | None:
        for number, context in enumerate(self.analysis.contexts):
            sentence = context.scan.sentence
            span = self.analysis.folded.span(sentence.start, sentence.end)
            if span.start <= at < span.end:
                return number
        return None

    def _token(self, sentence: int, at: int) -> int | None:
        for number in range(len(self.analysis.contexts[sentence].scan.tokens)):
            span = self.analysis.span(sentence, number, number)
            if span.start <= at < span.end:
                return number
        return None

    def _names(self, context: SentenceContext, token: int | None) -> str | None:
        over = [
            p.mention
            for p in context.placed
            if token is not None and p.mention.first <= token <= p.mention.last and p.mention.resolved
        ]
        inner = min(over, key=lambda mention: mention.last - mention.first, default=None)
        return self._writer.id_of(inner.resolved) if inner is not None else None

    def _nearest(self, cases: list[Case], at: int) -> list[Case]:
        def away(case: Case) -> int:
            span = self.analysis.span(case.sentence, case.trigger.first, case.trigger.last)
            return min(abs(span.start - at), abs(span.end - at))

        return sorted(cases, key=away)[:_NEAREST]


def _reach(case: Case) -> int:
    return max(case.trigger.last, case.trigger.first + case.trigger.form.reach - 1)


def _obstacle(context: SentenceContext, token: int | None) -> Obstacle:
    if token is None or not context.scan.tokens[token].is_word:
        return Obstacle.BETWEEN
    if token in name_tokens(context):
        return Obstacle.NAME
    return Obstacle.SUPPRESSED if context.scan.words[token].triggers else Obstacle.NO_ENTRY


def _order(case: CaseSeen) -> tuple[int, int, float]:
    doubt = -(case.confidence or case.chance or 0.0)
    return case.trigger.words.span.start, int(case.verdict is not Verdict.STATED), doubt
