"""Clauses, and where the subject and object of each verb or verbal noun should stand in them.

A shallow grammar of news Arabic: verb before or after its subject, relative clauses with and without a pronoun that points
back, verbal nouns with their annexed noun, subjects that carry over from verb to verb. Its guesses are features of the
role models, which know how often each kind of guess holds.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.reading.lexicon.entries import DIRECT, Part
from musnad.reading.lexicon.inflection import Number
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from musnad.reading.candidates import Trigger
    from musnad.reading.context import Placed, SentenceContext

_MARKS = frozenset("،,؛;:.!؟?-–—…")
_SKIPPED = frozenset(
    {
        "قد",
        "لقد",
        "لم",
        "لا",
        "لن",
        "سوف",
        "ما",
        "كان",
        "كانت",
        "كانوا",
        "وقد",
        "وكان",
        "وكانت",
        "ايضا",
        "امس",
        "اليوم",
        "كذلك",
        "بدوره",
        "بدورها",
        "اخيرا",
        "موخرا",
    }
)
_RESUMPTIVE = frozenset(
    {
        "عليه",
        "عليها",
        "عليهم",
        "منه",
        "منها",
        "منهم",
        "به",
        "بها",
        "بهم",
        "له",
        "لها",
        "لهم",
        "اليه",
        "اليها",
        "اليهم",
        "فيه",
        "فيها",
        "فيهم",
        "معه",
        "معها",
        "معهم",
        "ضده",
        "ضدها",
        "ضدهم",
        "عنه",
        "عنها",
        "عنهم",
    }
)
_CLAUSE_OPENERS = frozenset({"complementizers", "relatives"})
_CONTROL_REACH = 7
_AGENT_REACH = 14
_CONJOINED = 3
_AGENT_NOUNS = frozenset({"قبل", "يد", "ايدي", "جانب", "طرف"})
_VICTIMS = frozenset({ActorKind.POPULATION, ActorKind.PERSON, ActorKind.UNNAMED})
_VICTIM_HEADS = frozenset({"recruits", "gunmen", "fighters", "elements"})
PASSIVE_PRONE = frozenset(load_yaml("musnad.reading.roles", "passives.yaml")["prone"])
INSTRUMENTS = frozenset(fold(w) for w in load_yaml("musnad.reading.roles", "passives.yaml")["instruments"])


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a trigger's ends should be: indexes into the sentence's placed mentions, -1 where the grammar has no guess.

    `subject` and `object` are the grammar's guess for this word; `governor` the subject of the verb that governs it;
    `previous` the subject of the verb before that; `antecedent` what a relative pronoun before it refers to.
    """

    subject: int = -1
    object: int = -1
    governor: int = -1
    governor_object: int = -1
    previous: int = -1
    antecedent: int = -1
    bare_after: int = 0
    bare_before: bool = False


class SentenceSyntax:
    """The verbs of a sentence with their subjects and objects, and a frame for each trigger."""

    def __init__(self, context: SentenceContext) -> None:
        self._context = context
        self._tokens = context.scan.tokens
        self._words = context.scan.words
        self._outer = [(i, p) for i, p in enumerate(context.placed) if p.depth == 0]
        self._inside = {at for _, p in self._outer for at in range(p.mention.first, p.mention.last + 1)}
        self._starts = {p.mention.first: i for i, p in self._outer}
        self._ends = {p.mention.last: i for i, p in self._outer}
        self.verbs = [i for i, verb in enumerate(context.verb_here) if verb]
        self._verb_set = set(self.verbs)
        self._right_of: dict[int, list[tuple[int, str]]] = {}
        self._ends_of: dict[int, tuple[int, int]] = {}
        before = (-1, -1)
        for verb in self.verbs:
            before = self._ends_of[verb] = self._verb_ends(verb, before[0], self._pronoun(verb), None)
        self.clause = self._clauses()

    def frame(self, trigger: Trigger) -> Frame:
        """The grammar's guesses for a trigger."""
        first, part = trigger.first, trigger.form.part
        earlier = self.verbs[: bisect_left(self.verbs, first)]
        governor = earlier[-1] if earlier else -1
        near = governor if governor >= 0 and self._governs(governor, first) else -1
        g_subject, g_object = self._ends_of.get(governor, (-1, -1))
        previous = self._ends_of[earlier[-2]][0] if len(earlier) > 1 else -1
        antecedent = self._antecedent(first)
        if part.is_verb:
            subject, object_ = self._verb_frame(trigger, g_subject)
        elif part in (Part.AGENT, Part.ADJECTIVE, Part.PATIENT):
            subject, object_ = self._participle_frame(trigger)
        elif part is Part.OFFICE:
            subject = object_ = -1
        else:
            subject, object_ = self._noun_frame(trigger, g_subject if near >= 0 else -1)
        bare = sum(1 for _, p in self._right(trigger.last + 1) if not p)
        return Frame(
            subject, object_, g_subject, g_object, previous, antecedent, bare, self._left(first) >= 0
        )

    # -- verbs ------------------------------------------------------------------------------------------------------

    def _pronoun(self, verb: int) -> bool:
        return any(t.pronoun for t in self._words[verb].triggers if t.part.is_verb) or (
            verb + 1 < len(self._tokens) and self._tokens[verb + 1].text in _RESUMPTIVE
        )

    def _verb_ends(
        self, verb: int, carried: int, pronoun: bool, objects: tuple[str, ...] | None
    ) -> tuple[int, int]:
        right = self._right(verb + 1)
        bare = [i for i, preposition in right if not preposition]
        marked = next((i for i, preposition in right if objects and preposition in objects), -1)
        antecedent, left = self._antecedent(verb), self._left(verb)
        plural = any(t.number is Number.PLURAL for t in self._words[verb].triggers if t.part.is_verb)
        if antecedent >= 0 and pronoun:
            return bare[0] if bare else carried, antecedent
        if antecedent >= 0:
            return antecedent, marked if marked >= 0 else bare[0] if bare else -1
        if left >= 0 and pronoun and bare:
            return bare[
                0
            ], left  # قوة ينشرها التحالف: a relative clause on an indefinite noun has no pronoun of its own
        if left >= 0:
            return left, marked if marked >= 0 else bare[0] if bare else -1
        if bare and not plural:
            return bare[0], marked if marked >= 0 else bare[1] if len(bare) > 1 else -1
        return carried, marked if marked >= 0 else bare[0] if bare else -1

    def _verb_frame(self, trigger: Trigger, carried: int) -> tuple[int, int]:
        entry = trigger.form.entry
        pronoun = bool(trigger.form.pronoun) or self._resumptive(trigger.last)
        subject, object_ = self._verb_ends(trigger.last, carried, pronoun, entry.object)
        if DIRECT not in entry.object:
            marked = next((i for i, p in self._right(trigger.last + 1) if p in entry.object), -1)
            if object_ >= 0 and marked < 0 and object_ != self._antecedent(trigger.first):
                object_ = -1
        if entry.impersonal or trigger.form.part is Part.PASSIVE:
            return self._agent(trigger), subject
        if self._reads_passive(trigger, subject, object_):
            return self._agent(trigger), subject
        return subject, object_

    def _reads_passive(self, trigger: Trigger, subject: int, object_: int) -> bool:
        """قتل ثلاثة جنود: unvocalised, the passive looks like the active. Only victims after the verb, and nobody before it."""
        form, entry = trigger.form, trigger.form.entry
        if (
            form.part is not Part.PAST
            or form.pronoun
            or DIRECT not in entry.object
            or entry.lemma not in PASSIVE_PRONE
        ):
            return False
        if (
            subject < 0
            or object_ >= 0
            or self._left(trigger.first) >= 0
            or self._antecedent(trigger.first) >= 0
        ):
            return False
        mention = self._placed(subject).mention
        counted = self._tokens[mention.first].text[0].isdigit() or (
            mention.first > 0 and self._tokens[mention.first - 1].text[0].isdigit()
        )
        return mention.first > trigger.first and (
            counted or mention.kind in _VICTIMS or mention.head in _VICTIM_HEADS
        )

    def _resumptive(self, at: int) -> bool:
        return at + 1 < len(self._tokens) and self._tokens[at + 1].text in _RESUMPTIVE

    # -- verbal nouns and participles --------------------------------------------------------------------------------

    def _noun_frame(self, trigger: Trigger, governor: int) -> tuple[int, int]:
        entry, form = trigger.form.entry, trigger.form
        right = self._right(trigger.last + 1)
        prepositions = set(entry.noun_object) | {p for p in entry.object if p != DIRECT} | set(entry.partner)
        marked = next((i for i, p in right if p in prepositions), -1)
        annexed = self._starts.get(trigger.last + 1, -1)
        if annexed >= 0 and self._preposition(annexed):
            annexed = -1
        agent = self._agent(trigger)
        if form.part is Part.HOLDER:
            return self._left(trigger.first), annexed
        if form.part is Part.HELD:
            return annexed, self._left(trigger.first)
        if annexed >= 0 and (marked >= 0 or entry.genitive == "subject") and marked != annexed:
            return annexed, marked
        if annexed >= 0:
            return agent if agent >= 0 else governor, annexed
        return agent if agent >= 0 else governor, marked

    def _participle_frame(self, trigger: Trigger) -> tuple[int, int]:
        entry = trigger.form.entry
        right = self._right(trigger.last + 1)
        described = (
            self._main_subject(trigger.first) if self._adverbial(trigger) else self._described(trigger.first)
        )
        wanted = set(entry.noun_object) | {p for p in entry.object if p != DIRECT}
        other = next((i for i, p in right if p in wanted), -1)
        if other < 0:
            other = next((i for i, p in right if not p), -1)
        if trigger.form.part is Part.PATIENT and not self._adverbial(trigger):
            agent = self._agent(trigger)
            source = next((i for i, p in right if p == "من"), -1)
            return (agent if agent >= 0 else source if source >= 0 else other), described
        return described, other

    def _adverbial(self, trigger: Trigger) -> bool:
        """Whether a participle in the accusative goes on with the sentence's subject (مطالبا بـ، منتقدة).

        Unvocalised, the active one looks like the passive.
        """
        form, first = trigger.form, trigger.first
        text = self._tokens[first].text
        if form.article or form.preposition or form.part is Part.ADJECTIVE:
            return False
        opened = first > 0 and (self._tokens[first - 1].text in '،,-»"' or bool(form.conjunction))
        return text.endswith(("ا", "ين")) or (text.endswith("ه") and opened)

    def _main_subject(self, at: int) -> int:
        """The subject of the sentence's first verb, if it stands before `at`."""
        subjects = [self._ends_of[v][0] for v in self.verbs if v < at]
        found = next((i for i in subjects if i >= 0), -1)
        return (
            found
            if found >= 0
            else max(
                (i for i, p in self._outer if p.mention.last < at and not self._preposition(i)),
                default=-1,
                key=lambda i: -self._placed(i).mention.last,
            )
        )

    def _described(self, at: int) -> int:
        """The mention that an adjective at `at` describes: the one around it, or the one right before."""
        for i, p in self._outer:
            if p.mention.first < at <= p.mention.last:
                return i
        return max(
            (i for i, p in self._outer if p.mention.last < at),
            default=-1,
            key=lambda i: self._placed(i).mention.last,
        )

    def _agent(self, trigger: Trigger) -> int:
        """The doer named by «من قبل»، «على يد», or by what it was done with: «برصاص»، «في هجوم لـ»."""
        for i, p in self._outer:
            first = p.mention.first
            if trigger.last < first <= trigger.last + _AGENT_REACH and first > 1:
                before = self._tokens[first - 1].text
                if before in _AGENT_NOUNS and self._tokens[first - 2].text in ("من", "علي"):
                    return i
                if before.lstrip("وبفل") in INSTRUMENTS and p.mention.preposition in ("", "ل"):
                    return i
        return -1

    def _governs(self, verb: int, at: int) -> bool:
        if at - verb > _CONTROL_REACH * 2:
            return False
        return not any(self._tokens[k].text in ("،", "؛", ":") for k in range(verb + 1, at))

    # -- looking around ----------------------------------------------------------------------------------------------

    def _right(self, at: int) -> list[tuple[int, str]]:
        """Mentions after a word up to the end of its clause, each with its preposition ('' where bare)."""
        found = self._right_of.get(at)
        if found is None:
            found = self._right_of[at] = self._look_right(at)
        return found

    def _look_right(self, at: int) -> list[tuple[int, str]]:
        out: list[tuple[int, str]] = []
        while at < len(self._tokens):
            text = self._tokens[at].text
            if text in _MARKS and not (text == "-" and out == []):
                break
            word = self._words[at]
            if (
                at not in self._inside
                and (not word.function.isdisjoint(_CLAUSE_OPENERS) or at in self._verb_set)
                and text not in ("من", "ما")
            ):
                break
            i = self._starts.get(at)
            if i is not None:
                out.append((i, self._preposition(i)))
                at = self._placed(i).mention.last
            at += 1
        return out

    def _left(self, at: int) -> int:
        """The bare mention right before a verb, in the same clause."""
        k = at - 1
        while k >= 0 and self._tokens[k].text in _SKIPPED:
            k -= 1
        if k >= 0 and self._tokens[k].text in '"»)':
            k -= 1
        i = self._ends.get(k, -1)
        i = self.group_of(i) if i >= 0 else -1
        return i if i >= 0 and not self._preposition(i) else -1

    def _antecedent(self, at: int) -> int:
        """What the relative pronoun shortly before `at` refers to."""
        for k in range(at - 1, max(-1, at - 4), -1):
            if "relatives" in self._words[k].function and self._tokens[k].text not in ("من", "ما"):
                before = k - 1
                while before >= 0 and self._tokens[before].text in '،,»")':
                    before -= 1
                return self._ends.get(before, -1)
            if self._tokens[k].text not in _SKIPPED:
                break
        return -1

    def group_of(self, i: int) -> int:
        """The first mention of the coordination that a mention stands in (السراج وحفتر): itself where in none."""
        while True:
            mention = self._placed(i).mention
            before = self._ends.get(mention.first - 1, -1)
            if before < 0 and mention.first > 1 and self._tokens[mention.first - 1].text in "،,":
                before = self._ends.get(mention.first - 2, -1)
            if (
                before < 0
                or not mention.conjunction
                or (mention.preposition and mention.preposition != self._preposition(before))
            ):
                return i
            i = before

    def _placed(self, i: int) -> Placed:
        return self._context.placed[i]

    def _preposition(self, i: int) -> str:
        mention = self._placed(i).mention
        if mention.preposition:
            return mention.preposition
        before = self._words[mention.first - 1] if mention.first else None
        if before is None:
            return ""
        if "prepositions" in before.function:
            return (
                before.text[1:]
                if before.text[:1] in "وف"
                and len(before.text) > _CONJOINED
                and before.text not in ("وسط", "وفق")
                else before.text
            )
        return "قبل" if before.text in ("يد", "جانب", "طرف", "ايدي") else ""

    def _clauses(self) -> list[int]:
        """A number for each token's clause: it grows at complementizers, relatives, strong marks, and verbs after و."""
        out, number = [], 0
        for at, token in enumerate(self._tokens):
            word = self._words[at]
            starts = token.text in "؛:" or (
                not word.function.isdisjoint(_CLAUSE_OPENERS) and token.text not in ("من", "ما")
            )
            if starts or (at in self._verb_set and token.text[:1] in "وف" and at):
                number += 1
            out.append(number)
        return out
