"""The reader: a document in, actors and claims out.

A reader is anything with a name and a `read`; `WeighingReader` finds mentions, triggers and cues by lexicon and rule, and
weighs them with small models over symbolic features and an encoder's views. Reading is a pure function of the document.
"""

from __future__ import annotations

import gc
from collections import Counter
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

import numpy as np

from musnad.reading.analysis import Analysis, analyse, carried_pairs
from musnad.reading.case import Case
from musnad.reading.certainty.cues import certainty_cues
from musnad.reading.certainty.features import certainty_row
from musnad.reading.chains.lexicon import reporting_lexicon
from musnad.reading.decoding import all_object_rows, choose_roles, judge_row, screen_row
from musnad.reading.learned import LearnedModels, fast_models, learned_models
from musnad.reading.roles.features import PairFeatures
from musnad.reading.words.vocabulary import vocabulary
from musnad.reading.writing import ClaimWriter

if TYPE_CHECKING:
    from musnad.claims.model import Document, Reading


HOPELESS = 0.05
"""A trigger that is so unlikely to be a claim is not looked at further."""
# Pairs of a trigger and a candidate that are weighed in one sentence; news has some hundreds.
_MOST_PAIRS = 12_000


class Reader(Protocol):
    """Reads documents into claims. `name` identifies reader and version; the ledger keeps readings apart by it."""

    @property
    def name(self) -> str:
        """Name and version."""
        ...

    def read(self, document: Document) -> Reading:
        """What the document claims: a pure function of it."""
        ...


class WeighingReader:
    """Lexicon, rules, and small models over their features and, unless it is the fast one, over what the encoder thinks."""

    def __init__(self, models: LearnedModels | None = None) -> None:
        self._models = models or learned_models()
        self.name = "musnad-fast-2" if self._models.observer is None else "musnad-2"

    @property
    def models(self) -> LearnedModels:
        """The models it weighs with."""
        return self._models

    def at_least(self, confidence: float) -> WeighingReader:
        """The same reader, stating what it is so sure of, in [0, 1], instead of by the threshold of its models.

        Its name says so: what it reads is kept apart from what the reader itself reads.
        """
        if confidence == self._models.thresholds.claim:
            return self
        other = WeighingReader(self._models.stating(confidence))
        other.name = f"{self.name.partition('+min')[0]}+min{confidence:g}"
        return other

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
        return ClaimWriter(analysis, self._models).reading(self.chosen(cases), self.name)

    def possible(self, analysis: Analysis) -> list[Case]:
        """Every possible trigger with the chance, by its own words alone, of being a claim."""
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
        for case, chance in zip(cases, chances.tolist(), strict=True):
            case.chance = chance
        return cases

    def _screened(self, analysis: Analysis) -> list[Case]:
        """The triggers that may well be claims by their own words."""
        least = self._models.thresholds.screen
        return [case for case in self.possible(analysis) if case.chance >= least]

    def _cases(self, analysis: Analysis) -> list[Case]:
        """The screened triggers with their candidates and the features of each pair."""
        cases = self._paired(analysis)
        if self._models.observer is not None:
            views = self._models.observer.seen(analysis, [(case.sentence, case.trigger) for case in cases])
            for case, view in zip(cases, views, strict=True):
                case.see(view)
        return cases

    def _paired(self, analysis: Analysis) -> list[Case]:
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
            "judge",
            [[*judge_row(case.screened, case.subject, case.object), *case.judge_columns()] for case in cases],
        )
        for case, chance in zip(cases, judged.tolist(), strict=True):
            case.chance = chance

    def chosen(self, cases: list[Case]) -> list[Case]:
        """The likeliest sense of each word, where it is likely enough to be a right claim; its ends."""
        limits = self._models.thresholds
        best: dict[tuple[int, int], Case] = {}
        for case in cases:
            if case.chance < HOPELESS:
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


@cache
def default_reader() -> Reader:
    """The reader that is used where none is named, made once a process with all its word lists."""
    return _ready(WeighingReader(learned_models()))


@cache
def fast_reader() -> Reader:
    """The reader without the encoder: several times faster, less often right; made once a process."""
    return _ready(WeighingReader(fast_models()))


def _ready(reader: Reader) -> Reader:
    """Loads the word lists, which live as long as the process.

    The garbage collector is told not to walk them again and again (a sixth of the time).
    """
    vocabulary(), reporting_lexicon(), certainty_cues()
    gc.freeze()
    return reader
