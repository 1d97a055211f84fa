"""The reader: a document in, actors and claims out.

A reader is anything with a name and a `read`; `SymbolicReader` finds mentions, triggers and cues by lexicon and rule, and
weighs them with small models over symbolic features. Reading is a pure function of the document.
"""

from __future__ import annotations

import gc
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

import numpy as np

from musnad.claims.model import Amount, Claim, Interval, Modality, Phase, Reading
from musnad.reading.analysis import Analysis, analyse, carried_pairs
from musnad.reading.assembly import ActorRegister, ChainWriter, first_statements
from musnad.reading.certainty.cues import certainty_cues
from musnad.reading.certainty.denial import is_denied
from musnad.reading.certainty.features import certainty_row
from musnad.reading.chains.lexicon import reporting_lexicon
from musnad.reading.circumstances.amounts import Quantity, nearest, quantities
from musnad.reading.circumstances.places import place_of
from musnad.reading.decoding import Roles, all_object_rows, choose_roles, judge_row, screen_row
from musnad.reading.learned import MODALITIES, PHASES, LearnedModels, learned_models
from musnad.reading.roles.features import PairFeatures
from musnad.reading.times import attach, find_times
from musnad.reading.words.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from musnad.claims.model import Document
    from musnad.reading.candidates import Trigger
    from musnad.reading.context import Placed
    from musnad.reading.times.model import TimeExpression


_HOPELESS = 0.05
# Pairs of a trigger and a candidate that are weighed in one sentence; news has some hundreds.
_MOST_PAIRS = 12_000
_EVEN = 0.5


class Reader(Protocol):
    """Reads documents into claims. `name` identifies reader and version; the ledger keeps readings apart by it."""

    @property
    def name(self) -> str:
        """Name and version."""
        ...

    def read(self, document: Document) -> Reading:
        """What the document claims: a pure function of it."""
        ...


@dataclass(slots=True)
class Case:
    """A possible trigger with its candidates and, in turn, what the models say of them.

    `chance` is first the screen's, then the judge's.
    """

    sentence: int
    trigger: Trigger
    certainty: list[float]
    screened: list[float]
    placed: list[Placed] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    rows: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))
    subject: Sequence[float] = ()
    object: Sequence[float] = ()
    chance: float = 0.0
    roles: Roles | None = None
    confidence: float = 0.0


class SymbolicReader:
    """Lexicon, rules, and small models over their features."""

    name = "musnad-symbolic-1"

    def __init__(self, models: LearnedModels | None = None) -> None:
        self._models = models or learned_models()

    def read(self, document: Document) -> Reading:
        """What the document claims."""
        analysis = analyse(document)
        return self.written(analysis, self.weighed(analysis))

    def weighed(self, analysis: Analysis) -> list[Case]:
        """Every possible trigger with the chances of its ends and of being a claim."""
        cases = self._cases(analysis)
        self._weigh(cases)
        return cases

    def written(self, analysis: Analysis, cases: list[Case]) -> Reading:
        """The claims worth stating among the weighed triggers."""
        return _Writer(analysis, self._models).reading(self._choose(cases), self.name)

    def _screened(self, analysis: Analysis) -> list[Case]:
        """The triggers that may well be claims by their own words."""
        cases: list[Case] = []
        for s, (context, triggers) in enumerate(zip(analysis.contexts, analysis.triggers, strict=True)):
            rivals = Counter(t.first for t in triggers)
            for trigger in triggers:
                certainty = certainty_row(context, trigger)
                cue = trigger.first in context.chains.cues
                cases.append(
                    Case(
                        s,
                        trigger,
                        certainty,
                        screen_row(trigger, certainty, rivals=rivals[trigger.first], cue=cue),
                    )
                )
        chances = self._models.chances("screen", [case.screened for case in cases])
        least = self._models.thresholds.screen
        for case, chance in zip(cases, chances.tolist(), strict=True):
            case.chance = chance
        return [case for case in cases if case.chance >= least]

    def _cases(self, analysis: Analysis) -> list[Case]:
        """The screened triggers with their candidates and the features of each pair."""
        cases: list[Case] = []
        for sentence, group in groupby(self._screened(analysis), key=lambda case: case.sentence):
            context = analysis.contexts[sentence]
            features = PairFeatures(context, [*context.placed, *carried_pairs(context)], analysis.salience)
            same = _likeliest(list(group), _MOST_PAIRS // max(1, len(features.table.placed)))
            cases.extend(same)
            for case, rows in zip(same, features.matrices([case.trigger for case in same]), strict=True):
                case.placed, case.keys, case.rows = features.table.placed, features.table.keys, rows
        return cases

    def _weigh(self, cases: list[Case]) -> None:
        """What the models say of each case: its subjects, then its objects, then whether it is a claim."""
        if not cases:
            return
        models = self._models
        rows = np.concatenate([case.rows for case in cases])
        ends = np.cumsum([len(case.rows) for case in cases]).tolist()
        subject: list[float] = models.chances("subject", rows).tolist()
        for case, end in zip(cases, ends, strict=True):
            case.subject = subject[end - len(case.rows) : end]
        objects: list[float] = models.chances(
            "object", all_object_rows(rows, [(c.keys, c.subject) for c in cases])
        ).tolist()
        for case, end in zip(cases, ends, strict=True):
            case.object = objects[end - len(case.rows) : end]
        judged = models.chances(
            "judge", [judge_row(case.screened, case.subject, case.object) for case in cases]
        )
        for case, chance in zip(cases, judged.tolist(), strict=True):
            case.chance = chance

    def _choose(self, cases: list[Case]) -> list[Case]:
        """The likeliest sense of each word, where it is likely enough to be a right claim; its ends."""
        limits = self._models.thresholds
        best: dict[tuple[int, int], Case] = {}
        for case in cases:
            if case.chance < _HOPELESS:
                continue
            case.roles = choose_roles(case.keys, case.subject, case.object, limits)
            if not (case.roles.subjects or case.roles.objects):
                continue
            case.confidence = limits.confidence(case.chance, case.roles)
            key = (case.sentence, case.trigger.first)
            if case.confidence >= limits.claim and (
                key not in best or case.confidence > best[key].confidence
            ):
                best[key] = case
        return list(best.values())


def _likeliest(cases: list[Case], most: int) -> list[Case]:
    """The likeliest of a sentence's cases, in order: all of them but for lists of hundreds of names or offices."""
    if len(cases) <= most:
        return cases
    chosen = sorted(range(len(cases)), key=lambda i: -cases[i].chance)[:most]
    return [cases[i] for i in sorted(chosen)]


class _Writer:
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


@cache
def default_reader() -> Reader:
    """The reader that is used where none is named, made once a process with all its word lists.

    They live as long as the process: the garbage collector is told not to walk them again and again (a sixth of the time).
    """
    reader = SymbolicReader()
    vocabulary(), reporting_lexicon(), certainty_cues()
    gc.collect()
    gc.freeze()
    return reader
