"""Writes what was decided of an article as claims: certainty, time, place, amount and chain are settled here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import Amount, Claim, Interval, Modality, Phase, Reading
from musnad.reading.assembly import ActorRegister, ChainWriter, first_statements
from musnad.reading.certainty.denial import is_denied
from musnad.reading.circumstances.amounts import Quantity, nearest, quantities
from musnad.reading.circumstances.places import place_of
from musnad.reading.learned import MODALITIES, PHASES
from musnad.reading.times import attach, find_times

if TYPE_CHECKING:
    from musnad.reading.analysis import Analysis
    from musnad.reading.case import Case
    from musnad.reading.learned import LearnedModels
    from musnad.reading.times.model import TimeExpression

_EVEN = 0.5


class ClaimWriter:
    """Writes the chosen cases of one article as claims."""

    def __init__(self, analysis: Analysis, models: LearnedModels) -> None:
        self._analysis = analysis
        self._models = models
        self._register = ActorRegister(analysis)
        self._chains = ChainWriter(analysis, self._register)
        self._amounts: dict[int, list[Quantity]] = {}
        self._paragraphs: dict[int, tuple[int, int]] = {}
        for context in analysis.contexts:
            sentence = context.scan.sentence
            start = self._paragraphs.get(sentence.paragraph, (sentence.start, 0))[0]
            self._paragraphs[sentence.paragraph] = (start, sentence.end)
        self._times: dict[int, tuple[str, tuple[TimeExpression, ...]]] = {}

    def reading(self, cases: list[Case], name: str) -> Reading:
        """The reading of the whole article, by the reader of that name."""
        rows = [case.certainty for case in cases]
        phases = self._models.chances("phase", rows)
        modalities = self._models.chances("modality", rows)
        negated = self._models.chances("negated", rows)
        used: list[str] = []
        claims: list[Claim] = []
        for i, case in enumerate(cases):
            chain = self._analysis.contexts[case.sentence].chains.at(case.trigger.first)
            used.extend(self._chains.keys(chain))
            used.extend(self._keys(case))
            claims.append(
                self._claim(
                    case,
                    PHASES[int(phases[i].argmax())],
                    MODALITIES[int(modalities[i].argmax())],
                    bool(negated[i] >= _EVEN)
                    or is_denied(self._analysis.contexts[case.sentence], case.trigger),
                )
            )
        claims.sort(key=lambda c: (c.trigger.start, c.trigger.end))
        return Reading(
            self._analysis.document, self._register.actors(used), tuple(first_statements(claims)), name
        )

    def _keys(self, case: Case) -> list[str]:
        if case.roles is None:
            return []
        return [case.keys[i] for i in (*case.roles.subjects, *case.roles.objects)]

    def _claim(self, case: Case, phase: Phase, modality: Modality, negated: bool) -> Claim:
        analysis, trigger = self._analysis, case.trigger
        context = analysis.contexts[case.sentence]
        roles = case.roles
        assert roles is not None  # noqa: S101
        ids = [self._register.id_of(key) for key in case.keys]
        sentence = context.scan.sentence
        return Claim(
            type=trigger.form.entry.type,
            subject=tuple(ids[i] for i in roles.subjects),
            object=tuple(ids[i] for i in roles.objects),
            trigger=analysis.span(case.sentence, trigger.first, trigger.last),
            sentence=analysis.folded.span(sentence.start, sentence.end),
            phase=phase,
            modality=modality,
            negated=negated,
            time=self._time(case, phase, modality),
            place=self._place(case),
            amount=self._amount(case),
            sources=self._chains.sources(context.chains.at(trigger.first)),
            heading=sentence.heading,
            confidence=round(case.confidence, 4),
        )

    def _time(self, case: Case, phase: Phase, modality: Modality) -> Interval | None:
        context = self._analysis.contexts[case.sentence]
        sentence = context.scan.sentence
        first, last = self._paragraphs[sentence.paragraph]
        if sentence.paragraph not in self._times:
            paragraph = self._analysis.folded.text[first:last]
            found_times = find_times(paragraph, self._analysis.document.published)
            self._times[sentence.paragraph] = (paragraph, found_times)
        text, expressions = self._times[sentence.paragraph]
        tokens = context.scan.tokens
        found = attach(
            expressions,
            tokens[case.trigger.first].start - first,
            tokens[case.trigger.last].end - first,
            (sentence.start - first, sentence.end - first),
            text=text,
            type=case.trigger.form.entry.type,
            phase=phase,
            modality=modality,
        )
        return found.interval if found else None

    def _place(self, case: Case) -> str | None:
        context = self._analysis.contexts[case.sentence]
        found = place_of(context, case.trigger, self._keys(case))
        return self._register.name_of(found) if found is not None else None

    def _amount(self, case: Case) -> Amount | None:
        if case.sentence not in self._amounts:
            self._amounts[case.sentence] = quantities(self._analysis.contexts[case.sentence].scan.tokens)
        found = nearest(self._amounts[case.sentence], case.trigger.first, case.trigger.last)
        if found is None:
            return None
        return Amount(found.value, found.unit, self._analysis.span(case.sentence, found.first, found.last))
