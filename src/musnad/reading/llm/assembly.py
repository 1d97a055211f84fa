"""The model's answers as claims: what they quote is found in the article, or they are left out and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import Amount, Claim, Interval, Reading, SourceLink
from musnad.reading.assembly import first_statements
from musnad.reading.circumstances.amounts import nearest, quantities
from musnad.reading.llm.actors import ActorBook
from musnad.reading.llm.quotes import Quotes
from musnad.reading.times import find_times
from musnad.reading.times.attach import settle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from musnad.claims.model import Phase, Span
    from musnad.reading.analysis import Analysis
    from musnad.reading.chains.model import Place
    from musnad.reading.llm.answer import ActorAnswer, ClaimAnswer, LinkAnswer
    from musnad.reading.times.model import TimeExpression


class Assembler:
    """Turns what a model answered about one article into claims. `dropped` counts the answers that are none."""

    def __init__(self, analysis: Analysis) -> None:
        self.dropped = 0
        self._analysis = analysis
        self._quotes = Quotes(analysis)
        self._book = ActorBook(analysis)
        self._used: list[str] = []
        self._claims: dict[object, Claim] = {}
        self._times: tuple[TimeExpression, ...] | None = None

    def add(self, answers: Iterable[ClaimAnswer], among: Collection[int]) -> None:
        """Adds answers about some sentences."""
        for answer in answers:
            made = self._claim(answer, among)
            if made is None:
                self.dropped += 1
                continue
            claim, keys = made
            same = (claim.type, claim.trigger, claim.subject, claim.object, claim.negated)
            if same not in self._claims:
                self._claims[same] = claim
                self._used.extend(keys)

    def reading(self, name: str, notes: tuple[str, ...], least: float = 0.0) -> Reading:
        """The reading, with the claims of at least that confidence."""
        claims = [claim for claim in self._claims.values() if claim.confidence >= least]
        claims.sort(key=lambda c: (c.trigger.start, c.trigger.end))
        stated = tuple(first_statements(claims))
        needed = {
            i for c in stated for i in (*c.subject, *c.object, *(s.actor for s in c.sources if s.actor))
        }
        used = [key for key in self._used if self._book.id_of(key) in needed]
        return Reading(self._analysis.document, self._book.everyone(used), stated, name, notes)

    def _claim(self, answer: ClaimAnswer, among: Collection[int]) -> tuple[Claim, list[str]] | None:
        """The claim and the keys of its actors; None where words it quotes do not stand in the article."""
        ends = [one.quote for one in (*answer.subject, *answer.object)]
        trigger = self._quotes.trigger(answer.trigger, answer.sentence, among, ends)
        if trigger is None:
            return None
        subject, object_ = self._ends(answer.subject, trigger), self._ends(answer.object, trigger)
        links = self._links(answer.sources, trigger)
        if subject is None or object_ is None or links is None:
            return None
        object_ = [key for key in object_ if key not in subject]
        if not (subject or object_):
            return None
        sentence = self._analysis.contexts[trigger.sentence].scan.sentence
        claim = Claim(
            type=answer.type,
            subject=tuple(map(self._book.id_of, subject)),
            object=tuple(map(self._book.id_of, object_)),
            trigger=self._span(trigger),
            sentence=self._analysis.folded.span(sentence.start, sentence.end),
            phase=answer.phase,
            modality=answer.modality,
            negated=answer.negated,
            time=self._time(answer.time, trigger, answer.phase),
            amount=self._amount(trigger),
            sources=tuple(link for link, _ in links),
            heading=sentence.heading,
            confidence=round(answer.confidence, 4),
        )
        return claim, [*subject, *object_, *(key for _, key in links if key)]

    def _ends(self, answers: Sequence[ActorAnswer], trigger: Place) -> list[str] | None:
        keys: list[str] = []
        for one in answers:
            place = self._quotes.nearest(one.quote, trigger.sentence, trigger.first)
            key = self._book.key_of(place, one.quote, one.kind) if place is not None else None
            if key is None:
                return None
            if key not in keys:
                keys.append(key)
        return keys

    def _links(
        self, answers: Sequence[LinkAnswer], trigger: Place
    ) -> list[tuple[SourceLink, str | None]] | None:
        links: list[tuple[SourceLink, str | None]] = []
        for one in answers:
            cue = self._quotes.nearest(one.cue, trigger.sentence, trigger.first)
            if cue is None:
                return None
            text = key = None
            if one.speaker:
                place = self._quotes.nearest(one.speaker, cue.sentence, cue.first)
                if place is None:
                    return None
                text = " ".join(self._span(place).of(self._analysis.document.text).split())
                key = self._book.known(place, one.speaker)
                if key is not None:
                    self._book.note(key, place, one.speaker)
            actor = self._book.id_of(key) if key else None
            links.append((SourceLink(text, one.kind, self._span(cue), actor), key))
        return links

    def _time(self, quote: str | None, trigger: Place, phase: Phase) -> Interval | None:
        """What the time resolver makes of the words that the model takes for the time; None for what it cannot date."""
        place = self._quotes.nearest(quote, trigger.sentence, trigger.first) if quote else None
        if place is None:
            return None
        if self._times is None:
            self._times = find_times(self._analysis.folded.text, self._analysis.document.published)
        tokens = self._analysis.contexts[place.sentence].scan.tokens
        start, end = tokens[place.first].start, tokens[place.last].end
        found = [t for t in self._times if t.start < end and start < t.end and t.interval is not None]
        best = max(found, key=lambda t: min(t.end, end) - max(t.start, start), default=None)
        return settle(best, phase).interval if best is not None else None

    def _amount(self, trigger: Place) -> Amount | None:
        tokens = self._analysis.contexts[trigger.sentence].scan.tokens
        found = nearest(quantities(tokens), trigger.first, trigger.last)
        if found is None:
            return None
        span = self._analysis.span(trigger.sentence, found.first, found.last)
        return Amount(found.value, found.unit, span)

    def _span(self, place: Place) -> Span:
        return self._analysis.span(place.sentence, place.first, place.last)
