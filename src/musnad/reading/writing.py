"""Writes what was decided of an article as claims: certainty, time, place, amount and chain are settled here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.claims.model import Amount, Claim, Interval, Modality, Phase, Reading
from musnad.reading.assembly import ActorRegister, ChainWriter, first_statements
from musnad.reading.certainty.denial import is_denied
from musnad.reading.chains.own_acts import told
from musnad.reading.circumstances.amounts import Quantity, nearest, quantities
from musnad.reading.circumstances.places import place_of
from musnad.reading.learned import MODALITIES, PHASES
from musnad.reading.times import DatedText, Statement, attach

if TYPE_CHECKING:
    from musnad.claims.model import Actor, Span
    from musnad.reading.analysis import Analysis
    from musnad.reading.case import Case
    from musnad.reading.chains.model import Chain
    from musnad.reading.learned import LearnedModels
    from musnad.reading.times.model import TimeExpression

_EVEN = 0.5


@dataclass(frozen=True, slots=True)
class Certainty:
    """How certain the text makes a claim, with the models' chances for each phase, each modality, and for a negation.

    `denied` is True where somebody denies what the words say (`musnad.reading.certainty.denial`).
    """

    phases: tuple[float, ...]
    modalities: tuple[float, ...]
    negation: float
    denied: bool

    @property
    def phase(self) -> Phase:
        """The likeliest phase."""
        return PHASES[self.phases.index(max(self.phases))]

    @property
    def modality(self) -> Modality:
        """The likeliest modality."""
        return MODALITIES[self.modalities.index(max(self.modalities))]

    @property
    def negated(self) -> bool:
        """Whether the claim is that it is not so."""
        return self.negation >= _EVEN or self.denied


@dataclass(frozen=True, slots=True)
class Dated:
    """The expression that dates a claim, its interval settled for the phase, and where it stands in the article."""

    expression: TimeExpression
    span: Span


@dataclass(frozen=True, slots=True)
class Written:
    """A case with all that was settled of it."""

    case: Case
    claim: Claim
    certainty: Certainty
    dated: Dated | None


class ClaimWriter:
    """Writes the chosen cases of one article as claims."""

    def __init__(self, analysis: Analysis, models: LearnedModels) -> None:
        self._analysis = analysis
        self._models = models
        self._register = ActorRegister(analysis)
        self._chains = ChainWriter(analysis, self._register)
        self._amounts: dict[int, list[Quantity]] = {}

    def reading(self, cases: list[Case], name: str) -> Reading:
        """The reading of the whole article, by the reader of that name."""
        used: list[str] = []
        for case in cases:
            used.extend(self._chains.keys(self.chain(case)))
            used.extend(self._keys(case))
        claims = [one.claim for one in self.written(cases)]
        claims.sort(key=lambda c: (c.trigger.start, c.trigger.end))
        return Reading(
            self._analysis.document, self._register.everyone(used), tuple(first_statements(claims)), name
        )

    def written(self, cases: list[Case]) -> list[Written]:
        """The cases as claims, in the same order, each with what led to it. Every case must have its roles."""
        certainties = self._certainties(cases)
        return [
            self._written(case, certainty, dated)
            for case, certainty, dated in zip(
                cases, certainties, self._datings(cases, certainties), strict=True
            )
        ]

    def id_of(self, key: str) -> str:
        """The public id of an actor."""
        return self._register.id_of(key)

    def actors(self, case: Case) -> dict[str, Actor]:
        """The actors among a case's candidates, by key."""
        keys = [key for key in dict.fromkeys(case.keys) if key]
        found = {actor.id: actor for actor in self._register.actors(keys)}
        return {key: found[self._register.id_of(key)] for key in keys}

    def chain(self, case: Case) -> Chain:
        """Who says so; not the claim's own subject where speaking is the act."""
        context, trigger = self._analysis.contexts[case.sentence], case.trigger
        subjects = [case.keys[i] for i in case.roles.subjects] if case.roles is not None else []
        return told(context, trigger.first, trigger.form.entry.type, subjects)

    def _certainties(self, cases: list[Case]) -> list[Certainty]:
        rows = [case.certainty for case in cases]
        models = self._models
        chances = zip(
            cases,
            models.chances("phase", rows).tolist(),
            models.chances("modality", rows).tolist(),
            models.chances("negated", rows).tolist(),
            strict=True,
        )
        return [
            Certainty(
                tuple(phases),
                tuple(modalities),
                negation,
                is_denied(self._analysis.contexts[case.sentence], case.trigger),
            )
            for case, phases, modalities, negation in chances
        ]

    def _keys(self, case: Case) -> list[str]:
        if case.roles is None:
            return []
        return [case.keys[i] for i in (*case.roles.subjects, *case.roles.objects)]

    def _written(self, case: Case, certainty: Certainty, dated: Dated | None) -> Written:
        return Written(
            case, self._claim(case, certainty, dated.expression.interval if dated else None), certainty, dated
        )

    def _claim(self, case: Case, certainty: Certainty, time: Interval | None) -> Claim:
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
            phase=certainty.phase,
            modality=certainty.modality,
            negated=certainty.negated,
            time=time,
            place=self._place(case),
            amount=self._amount(case),
            sources=self._chains.sources(self.chain(case)),
            heading=sentence.heading,
            confidence=round(case.confidence, 4),
        )

    def _datings(self, cases: list[Case], certainties: list[Certainty]) -> list[Dated | None]:
        """What dates each case's claim."""
        analysis = self._analysis
        sentences = [context.scan.sentence for context in analysis.contexts]
        article = DatedText.of(analysis.folded.text, sentences, analysis.document.published)
        statements = []
        for case, certainty in zip(cases, certainties, strict=True):
            tokens, trigger = sentences[case.sentence].tokens, case.trigger
            offsets = (tokens[trigger.first].start, tokens[trigger.last].end)
            kinds = (trigger.form.entry.type, certainty.phase, certainty.modality)
            statements.append(Statement(case.sentence, offsets, *kinds, actors=frozenset(self._keys(case))))
        return [
            Dated(found, analysis.folded.span(found.start, found.end)) if found else None
            for found in attach(article, statements)
        ]

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
