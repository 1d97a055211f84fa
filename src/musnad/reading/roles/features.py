"""What speaks for a mention being subject or object of a trigger, as numbers for the role models.

One row for each pair of a possible trigger and a candidate: a mention of its sentence, or one carried over from before.
All pairs of a trigger are worked out together, column by column. The columns are `COLUMNS`, in order; categories are
small integers, -1 where there is none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

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
    import numpy.typing as npt

    from musnad.claims.model import ActorKind
    from musnad.reading.candidates import Trigger
    from musnad.reading.context import Placed, SentenceContext
    from musnad.reading.lexicon.entries import Entry

    Matrix = npt.NDArray[np.float32]

_TYPES = {t: i for i, t in enumerate(EventType)}
_PARTS = {p: i for i, p in enumerate(Part)}
_NUMBERS = {n: i for i, n in enumerate(Number)}
_GENITIVES = {"subject": 0, "object": 1, "either": 2}
_PRONOUNS = {"": -1, "ه": 0, "ها": 1, "هم": 2, "هما": 3, "هن": 4}
_MANY = ("هم", "هما", "هن")
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
        self._chain = {at: context.chains.at(at) for at in {p.mention.first for p in context.placed}}

    def matrix(self, trigger: Trigger) -> Matrix:
        """One row for each candidate, in the order of `COLUMNS`."""
        table = self.table
        out = np.empty((len(table.placed), len(COLUMNS)), dtype=np.float32)
        if not len(out):
            return out
        frame = self._syntax.frame(trigger)
        mentions, triggers = len(MENTION_COLUMNS), len(TRIGGER_COLUMNS)
        out[:, :mentions] = table.static
        out[:, mentions : mentions + triggers] = self._trigger(trigger, frame)
        out[:, mentions + triggers :] = np.column_stack(
            [*self._places(trigger), *self._marks(trigger), *self._grammar(trigger, frame)]
        )
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
            frame.subject >= 0, frame.object >= 0, context.between(0, trigger.first)[1] % 2, frame.bare_after,
            frame.bare_before, entry.lemma in PASSIVE_PRONE, tokens[trigger.last].text.endswith("ا"), form.gap,
        ]  # fmt: skip

    def _places(self, trigger: Trigger) -> list[npt.NDArray[Any]]:
        """Where the candidate stands, and what stands between."""
        table, first, last = self.table, trigger.first, trigger.last
        after = (table.first > last) & ~table.carried
        inside = ~table.carried & (table.first <= first) & (first <= table.last)
        low = np.where(after, last + 1, table.last + 1)
        high = np.where(after, table.first, first)
        low, high = np.where(table.carried, 0, low), np.where(table.carried, 0, high)
        high = np.maximum(low, high)
        distance = np.where(after, table.first - last, np.maximum(0, first - table.last))
        distance = np.minimum(np.where(table.carried, _FAR, distance), _FAR)
        between = self._between[:, high] - self._between[:, low]
        return [inside, after, distance, distance <= 1, (distance <= 1) & ~after, *between]

    def _marks(self, trigger: Trigger) -> list[npt.NDArray[Any]]:
        """Prepositions, agentive phrases, relatives, chains, agreement."""
        table, form, first = self.table, trigger.form, trigger.first
        lookup = _entry_tables(form.entry)
        by_preposition = lookup[0][:, table.preposition]
        own = ~table.carried
        agentive = own & (
            np.isin(table.preposition, (PREPOSITION_ID["قبل"], PREPOSITION_ID["يد"])) | table.before_agent
            | ((table.preposition == PREPOSITION_ID["من"]) & (form.part is Part.PATIENT))
        )  # fmt: skip
        relative = table.relative_next & (table.first <= trigger.last)
        chain = self._context.chains.at(first)
        same_chain = np.array(
            [
                i >= 0 and self._chain[p.mention.first] == chain
                for i, p in zip(table.index, table.placed, strict=True)
            ]
        )
        before = max((b for b in table.bare if b < first), default=-9)
        nexts = [b for b in table.bare if b > trigger.last][:2]
        inside = own & (table.first <= first) & (first <= table.last)
        owner = table.index_of(trigger.owner)
        body = table.index_of(trigger.owner.body) if trigger.owner is not None else -3
        rows = np.arange(len(table.placed))
        return [
            agentive, *by_preposition, relative, relative & (first - table.last <= 4), same_chain,  # noqa: PLR2004
            own & (table.first == before), own & (table.first == (nexts[0] if nexts else -9)),
            own & (table.first == (nexts[1] if len(nexts) > 1 else -9)), *lookup[1][:, table.kind],
            rows == owner, rows == body, table.pronoun & inside, self._agrees(trigger), self._pronoun_agrees(trigger),
            self._recency(first),
        ]  # fmt: skip

    def _grammar(self, trigger: Trigger, frame: Frame) -> list[npt.NDArray[Any]]:
        """What the clause grammar guesses: 3 where the candidate is meant, 2 its coordination, 1 the mention around it."""
        table = self.table
        guesses = (
            frame.subject, frame.object, frame.governor, frame.governor_object, frame.previous, frame.antecedent,
        )  # fmt: skip
        hits = [
            np.where(
                table.index == g,
                3,
                np.where((table.group == g) & (g >= 0), 2, np.where((table.outer == g) & (g >= 0), 1, 0)),
            )
            for g in guesses
        ]
        here = self._clause[trigger.first]
        there = np.where(table.carried, -1, self._clause[np.where(table.carried, 0, table.first)])
        apart = np.where(table.carried, _FAR_CLAUSE, np.minimum(_MAX_CLAUSES, np.abs(here - there)))
        return [*hits, here == there, apart]

    def _agrees(self, trigger: Trigger) -> npt.NDArray[np.bool_]:
        table = self.table
        number = trigger.form.number
        if number is Number.PLURAL:
            return table.plural
        if number is Number.FEMININE:
            return table.feminine | (table.plural & ~table.person)
        return ~table.feminine & ~table.plural

    def _pronoun_agrees(self, trigger: Trigger) -> npt.NDArray[Any]:
        table, pronoun = self.table, trigger.form.pronoun
        if not pronoun:
            return np.full(len(table.placed), -1)
        if pronoun in _MANY:
            return table.plural | table.collective
        if pronoun == "ها":
            return ~table.person
        return table.person | ~(table.feminine | table.plural)

    def _recency(self, at: int) -> npt.NDArray[Any]:
        """How many outermost mentions without preposition stand between the candidate and the trigger after it."""
        table = self.table
        start = np.where(table.carried, 0, np.minimum(table.first + 1, at))
        count = self._bare[at] - self._bare[start]
        return np.where(table.carried, _FAR, np.where(table.first < at, count, -1))

    def _prefix(self, starts: list[int]) -> npt.NDArray[np.int32]:
        marks = np.zeros(len(self._context.scan.tokens) + 1, dtype=np.int32)
        for at in starts:
            marks[at + 1] += 1
        return np.cumsum(marks, dtype=np.int32)


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
