"""What speaks for a mention being subject or object of a trigger, as numbers for the role models.

One row for each pair of a possible trigger and a mention of its sentence, or one carried over from the sentence before. The
names of the columns are `PAIR_COLUMNS`; categories are small integers, -1 where there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind, EventType
from musnad.reading.lexicon.entries import DIRECT, Part
from musnad.reading.lexicon.inflection import Number
from musnad.reading.mentions.model import MentionForm
from musnad.reading.roles.syntax import Frame, SentenceSyntax
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from musnad.reading.candidates import Trigger
    from musnad.reading.context import Placed, SentenceContext
    from musnad.reading.mentions.model import Mention

_PREPOSITIONS = (
    "ل",
    "ب",
    "من",
    "علي",
    "الي",
    "ضد",
    "مع",
    "عن",
    "في",
    "بين",
    "ك",
    "لدي",
    "تجاه",
    "قبل",
    "بعد",
    "يد",
    "حول",
    "نحو",
)
_PREPOSITION_ID = {p: i for i, p in enumerate(_PREPOSITIONS)}
_TYPES = {t: i for i, t in enumerate(EventType)}
_PARTS = {p: i for i, p in enumerate(Part)}
_KINDS = {k: i for i, k in enumerate(ActorKind)}
_FORMS = {f: i for i, f in enumerate(MentionForm)}
_NUMBERS = {n: i for i, n in enumerate(Number)}
_GENITIVES = {"subject": 0, "object": 1, "either": 2}
_PASSIVE_PRONE, _INSTRUMENTS = (
    frozenset(fold(w) for w in load_yaml("musnad.reading.roles", "passives.yaml")[k])
    for k in ("prone", "instruments")
)
_FAR = 40
_PRONOUNS = {"": -1, "ه": 0, "ها": 1, "هم": 2, "هما": 3, "هن": 4}

PAIR_COLUMNS = (
    "carried", "inside", "after", "distance", "mentions_between", "adjacent", "commas", "quotes", "verbs", "relatives",
    "complementizers", "triggers", "ands", "preposition", "agentive", "marks_object", "marks_noun_object", "marks_partner",
    "direct", "depth", "outer_office", "is_body", "kind", "form", "definite", "plural", "feminine", "named", "first_mention",
    "conjoined", "relative_after", "speaker", "same_chain", "nearest_bare_before", "first_bare_after", "second_bare_after",
    "salience", "type", "part", "number", "genitive", "impersonal", "precision", "trigger_preposition", "trigger_article",
    "trigger_pronoun", "passive_helper", "object_kind_fits", "subject_kind_fits", "heading", "owner", "owner_body",
    "is_pronoun_of_trigger", "agrees", "trigger_position", "sentence_length", "position", "end_word", "office_affiliates",
    "same_as_outer", "right_before", "in_relative_of", "pronoun", "pronoun_agrees", "recency", "implied",
    "rule_subject", "rule_object", "governor_subject", "governor_object", "previous_subject", "antecedent", "same_clause",
    "clauses_between", "rule_has_subject", "rule_has_object", "quoted", "bare_after", "bare_before", "passive_prone", "agent_place", "before_colon", "tanwin",
)  # fmt: skip


class PairFeatures:
    """Feature rows for one sentence's pairs; what does not depend on the trigger is worked out once."""

    def __init__(self, context: SentenceContext, salience: dict[str, int]) -> None:
        self._context = context
        self._salience = salience
        self._length = len(context.scan.tokens)
        self._syntax = SentenceSyntax(context)
        self._framed: Trigger | None = None
        self._frame = Frame()
        self._bare = [
            p.mention.first for p in context.placed if p.depth == 0 and not self.preposition(p.mention)
        ]

    def preposition(self, mention: Mention) -> str:
        """The preposition before a mention: hanging on it, or the word before."""
        if mention.preposition:
            return mention.preposition
        at = mention.first - 1
        if at < 0:
            return ""
        text = self._context.scan.tokens[at].text
        bare = text[1:] if text[:1] in "وف" and text[1:] in _PREPOSITION_ID else text
        return bare if bare in _PREPOSITION_ID and len(bare) > 1 else ""

    def row(self, trigger: Trigger, placed: Placed, index: int, *, carried: bool) -> list[float]:
        """The features of one pair, in the order of `PAIR_COLUMNS`."""
        mention, entry, context = placed.mention, trigger.form.entry, self._context
        tokens = context.scan.tokens
        after = mention.first > trigger.last
        inside = not carried and mention.first <= trigger.first <= mention.last
        if carried:
            low = high = 0
            distance, between = _FAR, (0,) * 7
        elif after:
            low, high = trigger.last + 1, mention.first
            distance, between = mention.first - trigger.last, context.between(low, high)
        else:
            low, high = mention.last + 1, trigger.first
            distance, between = max(0, trigger.first - mention.last), context.between(low, high)
        preposition = "" if carried else self.preposition(mention)
        before_text = tokens[mention.first - 2].text if mention.first > 1 and not carried else ""
        agentive = not carried and (
            preposition in ("قبل", "يد")
            or before_text in ("قبل", "جانب", "طرف")
            or (preposition == "من" and trigger.form.part is Part.PATIENT)
        )
        relative_after = (
            not carried and not after and mention.last + 1 < self._length
            and "relatives" in context.scan.words[mention.last + 1].function
            and tokens[mention.last + 1].text not in ("من", "ما")
        )  # fmt: skip
        nearest_before = self._nearest_before(trigger.first)
        firsts = self._bare_after(trigger.last)
        owner = trigger.owner
        return [
            carried, inside, after, min(distance, _FAR), context.mentions_between(low, high), distance <= 1, *between,
            _PREPOSITION_ID.get(preposition, -1), agentive, preposition in entry.object, preposition in entry.noun_object,
            preposition in entry.partner, DIRECT in entry.object, placed.depth,
            placed.outer is not None and placed.outer.office_first >= 0,
            placed.outer is not None and placed.outer.body is mention, _KINDS[mention.kind], _FORMS[mention.form],
            mention.definite, mention.plural, mention.feminine, mention.name_last >= 0,
            bool(context.placed) and context.placed[0].mention is mention, mention.conjunction, relative_after,
            not carried and mention.first in context.chains.cues,
            not carried and context.chains.at(mention.first) == context.chains.at(trigger.first),
            mention.first == nearest_before and not carried, bool(firsts) and firsts[0] == mention.first and not carried,
            len(firsts) > 1 and firsts[1] == mention.first and not carried, self._salience.get(mention.resolved, 0),
            _TYPES[entry.type], _PARTS[trigger.form.part], _NUMBERS[trigger.form.number],
            _GENITIVES.get(entry.genitive, 2), entry.impersonal, entry.precision,
            _PREPOSITION_ID.get(trigger.form.preposition, -1), trigger.form.article, bool(trigger.form.pronoun),
            self._passive_helper(trigger.first), _fits(entry.object_kind, mention.kind),
            _fits(entry.subject_kind, mention.kind), context.scan.sentence.heading, owner is mention,
            owner is not None and owner.body is mention, mention.form is MentionForm.PRONOUN and inside,
            _agrees(trigger, mention), trigger.first, self._length, mention.first if not carried else -1, entry.end,
            mention.affiliates, placed.outer is not None and placed.outer.resolved == mention.resolved,
            distance <= 1 and not after, relative_after and distance <= 4, _PRONOUNS.get(trigger.form.pronoun, -1),
            _pronoun_agrees(trigger.form.pronoun, mention), self._recency(mention, trigger.first, carried=carried),
            mention.implied,
            *self._grammar(trigger, placed, index, carried=carried),
        ]  # fmt: skip

    def _grammar(self, trigger: Trigger, placed: Placed, index: int, *, carried: bool) -> list[float]:
        """What the clause grammar guesses of the pair."""
        if trigger is not self._framed:
            self._framed, self._frame = trigger, self._syntax.frame(trigger)
        frame, clause, tokens = self._frame, self._syntax.clause, self._context.scan.tokens
        mine = -2 if carried else index
        outer = (
            next((i for i, p in enumerate(self._context.placed) if p.mention is placed.outer), -2)
            if placed.outer
            else -2
        )
        group = self._syntax.group_of(index) if not carried and placed.depth == 0 else mine

        def hit(i: int) -> int:
            return 3 if i == mine else 2 if i == group and i >= 0 else 1 if i == outer and i >= 0 else 0

        here, there = clause[trigger.first], -1 if carried else clause[placed.mention.first]
        return [
            hit(frame.subject), hit(frame.object), hit(frame.governor), hit(frame.governor_object), hit(frame.previous),
            hit(frame.antecedent), here == there, min(9, abs(here - there)) if not carried else 10,
            frame.subject >= 0, frame.object >= 0, self._context.between(0, trigger.first)[1] % 2,
            frame.bare_after, frame.bare_before, trigger.form.entry.lemma in _PASSIVE_PRONE, 0 if carried else self._agent_place(placed.mention),
            not carried and placed.mention.last + 1 < self._length and tokens[placed.mention.last + 1].text == ":",
            tokens[trigger.last].text.endswith("ا"),
        ]  # fmt: skip

    def _agent_place(self, mention: Mention) -> int:
        """Whether the mention stands where the doer of a passive does: «برصاص»، «في هجوم لـ»، «نيران»."""
        tokens = self._context.scan.tokens
        for back in (1, 2):
            at = mention.first - back
            if at >= 0 and tokens[at].text.lstrip("وبفل") in _INSTRUMENTS:
                return back
        return 0

    def _nearest_before(self, at: int) -> int:
        return max((b for b in self._bare if b < at), default=-2)

    def _bare_after(self, at: int) -> list[int]:
        return [b for b in self._bare if b > at][:2]

    def _recency(self, mention: Mention, at: int, *, carried: bool) -> int:
        """How many outermost mentions without preposition stand between the mention and the trigger after it."""
        if carried:
            return _FAR
        return sum(1 for b in self._bare if mention.first < b < at) if mention.first < at else -1

    def _passive_helper(self, at: int) -> bool:
        words = self._context.scan.words
        return at > 0 and "passive_helpers" in words[at - 1].function


def _fits(wanted: frozenset[ActorKind], kind: ActorKind) -> int:
    return -1 if not wanted else int(kind in wanted)


def _pronoun_agrees(pronoun: str, mention: Mention) -> int:
    if not pronoun:
        return -1
    if pronoun in ("هم", "هما", "هن"):
        return int(mention.plural or mention.kind in (ActorKind.POPULATION, ActorKind.ARMED_GROUP))
    if pronoun == "ها":
        return int(mention.kind is not ActorKind.PERSON)
    return int(mention.kind is ActorKind.PERSON or not (mention.feminine or mention.plural))


def _agrees(trigger: Trigger, mention: Mention) -> int:
    number = trigger.form.number
    if number is Number.PLURAL:
        return int(mention.plural)
    if number is Number.FEMININE:
        return int(mention.feminine or (mention.plural and mention.kind is not ActorKind.PERSON))
    return int(not mention.feminine and not mention.plural)
