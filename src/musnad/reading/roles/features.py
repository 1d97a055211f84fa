"""What speaks for a mention being subject or object of a trigger, as numbers for the role models.

One row for each pair of a possible trigger and a candidate: a mention of its sentence, or one carried over from before.
All pairs of a trigger are worked out together, column by column. The columns are `COLUMNS`, in order; categories are
small integers, -1 where there is none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from musnad.claims.model import EventType
from musnad.reading.lexicon.entries import DIRECT, Part
from musnad.reading.lexicon.inflection import Number
from musnad.reading.roles.candidates_table import (
    KIND_ID,
    MENTION_COLUMNS,
    PREPOSITION_ID,
    PREPOSITIONS,
    CandidatesTable,
)
from musnad.reading.roles.syntax import PASSIVE_PRONE, Frame, SentenceSyntax

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from musnad.claims.model import ActorKind
    from musnad.reading.candidates import Trigger
    from musnad.reading.chains.model import Chain
    from musnad.reading.context import Placed, SentenceContext
    from musnad.reading.lexicon.entries import Entry

    Matrix = npt.NDArray[np.float32]
    Numbers = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]
    Column = npt.NDArray[Any]

_TYPES = {t: i for i, t in enumerate(EventType)}
_PARTS = {p: i for i, p in enumerate(Part)}
_NUMBERS = {n: i for i, n in enumerate(Number)}
_GENITIVES = {"subject": 0, "object": 1, "either": 2}
_PRONOUNS = {"": -1, "ه": 0, "ها": 1, "هم": 2, "هما": 3, "هن": 4}
# Rows of `CandidatesTable.agreeing` and `pronoun_agreeing`; other numbers and pronouns take the last one.
_AGREEMENT = {Number.PLURAL: 0, Number.FEMININE: 1}
_PRONOUN_CLASSES = {"": 0, "هم": 1, "هما": 1, "هن": 1, "ها": 2}
_FAR = 40
_FAR_CLAUSE, _MAX_CLAUSES = 10, 9

TRIGGER_COLUMNS = (
    "direct", "type", "part", "sort", "number", "genitive", "impersonal", "precision", "trigger_preposition", "trigger_article",
    "trigger_pronoun", "passive_helper", "heading", "trigger_position", "sentence_length", "end_word", "pronoun",
    "rule_has_subject", "rule_has_object", "quoted", "bare_after", "bare_before", "passive_prone", "tanwin", "gap",
)  # fmt: skip
PAIR_COLUMNS = (
    "inside", "after", "distance", "adjacent", "right_before", "commas", "quotes", "verbs", "relatives", "complementizers",
    "triggers", "ands", "mentions_between", "agentive", "marks_object", "marks_noun_object", "marks_partner",
    "relative_after", "in_relative_of", "same_chain", "nearest_bare_before", "first_bare_after", "second_bare_after",
    "object_kind_fits", "subject_kind_fits", "owner", "owner_body", "own_pronoun", "agrees", "pronoun_agrees", "recency",
    "rule_subject", "rule_object", "governor_subject", "governor_object", "previous_subject", "antecedent", "same_clause",
    "clauses_between",
)  # fmt: skip
COLUMNS = (*MENTION_COLUMNS, *TRIGGER_COLUMNS, *PAIR_COLUMNS)


class PairFeatures:
    """Feature rows for one sentence's triggers; what does not depend on the trigger is worked out once."""

    def __init__(self, context: SentenceContext, candidates: list[Placed], salience: dict[str, int]) -> None:
        self._context = context
        self._syntax = SentenceSyntax(context)
        self.table = CandidatesTable(context, candidates, self._syntax, salience)
        self._between = context.counts
        self._bare = self._prefix(self.table.bare)
        self._clause = np.array([*self._syntax.clause, 0], dtype=np.int32)
        self._chain_ids: dict[Chain, int] = {}
        self._candidate_chains = np.array(
            [
                -1 if i < 0 else self._chain_id(p.mention.first)
                for i, p in zip(self.table.index.tolist(), candidates, strict=True)
            ],
            dtype=np.int32,
        )

    def matrix(self, trigger: Trigger) -> Matrix:
        """One row for each candidate, in the order of `COLUMNS`."""
        rows: Matrix = self.matrices([trigger])[0]
        return rows

    def matrices(self, triggers: Sequence[Trigger]) -> Matrix:
        """The rows of several triggers at once: one matrix for each, of shape (triggers, candidates, `COLUMNS`)."""
        table = self.table
        out = np.empty((len(triggers), len(table.placed), len(COLUMNS)), dtype=np.float32)
        if not out.size:
            return out
        frames = [self._syntax.frame(trigger) for trigger in triggers]
        at = _Positions.of(triggers)
        mentions, known = len(MENTION_COLUMNS), len(MENTION_COLUMNS) + len(TRIGGER_COLUMNS)
        out[:, :, :mentions] = table.static
        rows = [self._trigger(trigger, frame) for trigger, frame in zip(triggers, frames, strict=True)]
        out[:, :, mentions:known] = np.array(rows, dtype=np.float32)[:, None, :]
        columns = (
            *self._places(at),
            *self._marks(triggers, at),
            *self._agreement(triggers, at),
            *self._grammar(frames, at),
        )
        for k, column in enumerate(columns, known):
            out[:, :, k] = column
        return out

    def _trigger(self, trigger: Trigger, frame: Frame) -> list[float]:
        form, entry, context = trigger.form, trigger.form.entry, self._context
        tokens = context.scan.tokens
        return [
            DIRECT in entry.object, _TYPES[entry.type], _PARTS[form.part], _PARTS[form.sort], _NUMBERS[form.number],
            _GENITIVES.get(entry.genitive, 2), entry.impersonal, entry.precision, PREPOSITION_ID.get(form.preposition, -1),
            form.article, bool(form.pronoun),
            trigger.first > 0 and "passive_helpers" in context.scan.words[trigger.first - 1].function,
            context.scan.sentence.heading, trigger.first, len(tokens), entry.end, _PRONOUNS.get(form.pronoun, -1),
            frame.subject >= 0, frame.object >= 0, context.quotes_before(trigger.first) % 2, frame.bare_after,
            frame.bare_before, entry.lemma in PASSIVE_PRONE, tokens[trigger.last].text.endswith("ا"), form.gap,
        ]  # fmt: skip

    def _places(self, at: _Positions) -> list[Column]:
        """Where the candidate stands, and what stands between."""
        table, first, last = self.table, at.first, at.last
        after = (table.first > last) & table.own
        low = np.where(after, last + 1, table.last + 1) * table.own
        high = np.maximum(low, np.where(after, table.first, first) * table.own)
        distance = np.where(after, table.first - last, np.maximum(0, first - table.last))
        distance = np.minimum(np.where(table.own, distance, _FAR), _FAR)
        near = distance <= 1
        between = self._between[:, high] - self._between[:, low]
        return [self._inside(at), after, distance, near, near & ~after, *between]

    def _inside(self, at: _Positions) -> Flags:
        """Whether the candidate begins within the trigger."""
        return self.table.own & (self.table.first <= at.first) & (at.first <= self.table.last)

    def _marks(self, triggers: Sequence[Trigger], at: _Positions) -> list[Column]:
        """Prepositions, agentive phrases, relatives, chains, places among the bare mentions, owners."""
        table, first = self.table, at.first
        tables = [_entry_tables(trigger.form.entry) for trigger in triggers]
        by_preposition = np.array([marks for marks, _ in tables])[:, :, table.preposition]
        by_kind = np.array([fits for _, fits in tables])[:, :, table.kind]
        patient = _column([trigger.form.part is Part.PATIENT for trigger in triggers]).astype(np.bool_)
        agentive = table.agentive | (table.from_someone & patient)
        relative = table.relative_next & (table.first <= at.last)
        chain = _column([self._chain_id(trigger.first) for trigger in triggers])
        bare = np.array([self._bare_around(trigger) for trigger in triggers], dtype=np.int32)
        bare_columns = [table.own & (table.first == bare[:, k, None]) for k in range(3)]
        owners = np.array([self._owners(trigger) for trigger in triggers], dtype=np.int32)
        rows = np.arange(len(table.placed))
        return [
            agentive, *by_preposition.transpose(1, 0, 2), relative, relative & (first - table.last <= 4),  # noqa: PLR2004
            self._candidate_chains == chain, *bare_columns, *by_kind.transpose(1, 0, 2),
            rows == owners[:, 0, None], rows == owners[:, 1, None], table.pronoun & self._inside(at),
        ]  # fmt: skip

    def _bare_around(self, trigger: Trigger) -> tuple[int, int, int]:
        """Where the nearest bare mention before the trigger and the next two after it begin; -9 where there is none."""
        bare = self.table.bare
        before = max((b for b in bare if b < trigger.first), default=-9)
        after = iter([*(b for b in bare if b > trigger.last), -9, -9])
        return before, next(after), next(after)

    def _owners(self, trigger: Trigger) -> tuple[int, int]:
        """The rows of the person whose office the trigger is, and of the body that the office belongs to."""
        if trigger.owner is None:
            return -3, -3
        return self.table.index_of(trigger.owner), self.table.index_of(trigger.owner.body)

    def _chain_id(self, at: int) -> int:
        """A number for the chain over a token, equal for equal chains."""
        return self._chain_ids.setdefault(self._context.chains.at(at), len(self._chain_ids))

    def _grammar(self, frames: Sequence[Frame], at: _Positions) -> list[Column]:
        """What the clause grammar guesses: 3 where the candidate is meant, 2 its coordination, 1 the mention around it."""
        table = self.table
        guesses = np.array(
            [(f.subject, f.object, f.governor, f.governor_object, f.previous, f.antecedent) for f in frames],
            dtype=np.int32,
        ).T[:, :, None]
        made = guesses >= 0
        hits = np.where(
            table.index == guesses,
            3,
            np.where(made & (table.group == guesses), 2, made & (table.outer == guesses)),
        )
        here = self._clause[at.first]
        there = np.where(table.own, self._clause[table.first * table.own], -1)
        apart = np.where(table.own, np.minimum(_MAX_CLAUSES, np.abs(here - there)), _FAR_CLAUSE)
        return [*hits, here == there, apart]

    def _agreement(self, triggers: Sequence[Trigger], at: _Positions) -> list[Column]:
        """Agreement with the trigger, with the pronoun on it, and recency."""
        numbers = [_AGREEMENT.get(trigger.form.number, 2) for trigger in triggers]
        pronouns = [_PRONOUN_CLASSES.get(trigger.form.pronoun, 3) for trigger in triggers]
        return [self.table.agreeing[numbers], self.table.pronoun_agreeing[pronouns], self._recency(at.first)]

    def _recency(self, at: Numbers) -> Column:
        """How many outermost mentions without preposition stand between the candidate and the trigger after it."""
        table = self.table
        start = np.minimum(table.first + 1, at) * table.own
        count = self._bare[at] - self._bare[start]
        return np.where(table.own, np.where(table.first < at, count, -1), _FAR)

    def _prefix(self, starts: list[int]) -> Numbers:
        marks = np.zeros(len(self._context.scan.tokens) + 1, dtype=np.int32)
        for at in starts:
            marks[at + 1] += 1
        return np.cumsum(marks, dtype=np.int32)


class _Positions(NamedTuple):
    """First and last tokens of several triggers, as columns to be set against the candidates."""

    first: Numbers
    last: Numbers

    @classmethod
    def of(cls, triggers: Sequence[Trigger]) -> _Positions:
        return cls(_column([t.first for t in triggers]), _column([t.last for t in triggers]))


def _column(values: Sequence[int]) -> Numbers:
    return np.array(values, dtype=np.int32)[:, None]


@cache
def _entry_tables(entry: Entry) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int8]]:
    """Which prepositions mark the entry's roles (object, noun object, partner), and which kinds fit its object, subject.

    The last column of the first table answers for "no preposition" (-1).
    """
    marks = np.array(
        [
            [p in role for p in (*PREPOSITIONS, "")]
            for role in (entry.object, entry.noun_object, entry.partner)
        ]
    )
    fits = np.array(
        [[_fits(wanted, kind) for kind in KIND_ID] for wanted in (entry.object_kind, entry.subject_kind)],
        dtype=np.int8,
    )
    return marks, fits


def _fits(wanted: frozenset[ActorKind], kind: ActorKind) -> int:
    return -1 if not wanted else int(kind in wanted)
