"""The candidates of a sentence as columns: everything about a mention that does not depend on the trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import MentionForm
from musnad.reading.roles.syntax import INSTRUMENTS

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from musnad.reading.context import Placed, SentenceContext
    from musnad.reading.mentions.model import Mention
    from musnad.reading.roles.syntax import SentenceSyntax

    Numbers = npt.NDArray[np.int32]
    Flags = npt.NDArray[np.bool_]

PREPOSITIONS = (
    "ل", "ب", "من", "علي", "الي", "ضد", "مع", "عن", "في", "بين", "ك", "لدي", "تجاه", "قبل", "بعد", "يد", "حول", "نحو",
)  # fmt: skip
PREPOSITION_ID = {p: i for i, p in enumerate(PREPOSITIONS)}
KIND_ID = {k: i for i, k in enumerate(ActorKind)}
_FORM_ID = {f: i for i, f in enumerate(MentionForm)}
_AGENT_NOUNS = frozenset({"قبل", "جانب", "طرف"})
_COLLECTIVE = (ActorKind.POPULATION, ActorKind.ARMED_GROUP)

MENTION_COLUMNS = (
    "carried", "preposition", "depth", "outer_office", "is_body", "kind", "form", "definite", "plural", "feminine", "named",
    "first_mention", "conjoined", "speaker", "salience", "position", "office_affiliates", "same_as_outer", "implied",
    "agent_place", "before_colon", "is_pronoun",
)  # fmt: skip


class CandidatesTable:
    """One row for each candidate: the sentence's mentions, then those carried over from before."""

    def __init__(
        self,
        context: SentenceContext,
        candidates: list[Placed],
        syntax: SentenceSyntax,
        salience: dict[str, int],
    ) -> None:
        own = len(context.placed)
        self._context = context
        self._tokens = context.scan.tokens
        self.placed = candidates
        self.keys = [p.mention.resolved for p in candidates]
        self.carried = np.arange(len(candidates)) >= own
        self.own = ~self.carried
        self.first = np.array([p.mention.first for p in candidates], dtype=np.int32)
        self.last = np.array([p.mention.last for p in candidates], dtype=np.int32)
        names = ["" if i >= own else preposition_of(context, p.mention) for i, p in enumerate(candidates)]
        self.preposition = np.array([PREPOSITION_ID.get(n, -1) for n in names], dtype=np.int32)
        self.kind = np.array([KIND_ID[p.mention.kind] for p in candidates], dtype=np.int32)
        self.index = np.where(self.carried, -2, np.arange(len(candidates)))
        self.outer = self._outers(own)
        self.group = np.array(
            [syntax.group_of(i) if i < own and p.depth == 0 else -2 for i, p in enumerate(candidates)],
            dtype=np.int32,
        )
        self.bare = [p.mention.first for i, p in enumerate(candidates[:own]) if p.depth == 0 and not names[i]]
        self.before_agent = self._flags(
            lambda p: p.mention.first > 1 and self._tokens[p.mention.first - 2].text in _AGENT_NOUNS
        )
        self.relative_next = self._flags(self._relative_next)
        self.plural = np.array([p.mention.plural for p in candidates], dtype=np.bool_)
        self.feminine = np.array([p.mention.feminine for p in candidates], dtype=np.bool_)
        self.person = self.kind == KIND_ID[ActorKind.PERSON]
        self.collective = np.array([p.mention.kind in _COLLECTIVE for p in candidates], dtype=np.bool_)
        self.pronoun = np.array([p.mention.form is MentionForm.PRONOUN for p in candidates], dtype=np.bool_)
        self.from_someone = self.own & (self.preposition == PREPOSITION_ID["من"])
        by_agent = (self.preposition == PREPOSITION_ID["قبل"]) | (self.preposition == PREPOSITION_ID["يد"])
        self.agentive = self.own & (by_agent | self.before_agent)
        self.agreeing, self.pronoun_agreeing = self._agreement()
        self.static = np.array(
            [self._row(i, p, salience, own) for i, p in enumerate(candidates)], dtype=np.float32
        ).reshape(len(candidates), len(MENTION_COLUMNS))

    def _agreement(self) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int8]]:
        """Which candidates agree with a plural, a feminine, any other form; and with no pronoun (-1), هم, ها, ه."""
        plural, feminine, person = self.plural, self.feminine, self.person
        forms = [plural, feminine | (plural & ~person), ~feminine & ~plural]
        none = np.full(len(self.placed), -1, dtype=np.int8)
        pronouns = [none, plural | self.collective, ~person, person | ~(feminine | plural)]
        return np.array(forms), np.array(pronouns, dtype=np.int8)

    def index_of(self, mention: Mention | None) -> int:
        """The row of that very mention, -3 where it has none."""
        return (
            next((i for i, p in enumerate(self.placed) if p.mention is mention), -3)
            if mention is not None
            else -3
        )

    def _outers(self, own: int) -> Numbers:
        at = {id(p.mention): i for i, p in enumerate(self.placed[:own])}
        return np.array(
            [at.get(id(p.outer), -2) if p.outer is not None else -2 for p in self.placed], dtype=np.int32
        )

    def _flags(self, test: Callable[[Placed], bool]) -> npt.NDArray[np.bool_]:
        return np.array(
            [not c and test(p) for c, p in zip(self.carried, self.placed, strict=True)], dtype=np.bool_
        )

    def _relative_next(self, placed: Placed) -> bool:
        at = placed.mention.last + 1
        return (
            at < len(self._tokens)
            and "relatives" in self._context.scan.words[at].function
            and self._tokens[at].text not in ("من", "ما")
        )

    def _row(self, i: int, placed: Placed, salience: dict[str, int], own: int) -> list[float]:
        m, outer, carried = placed.mention, placed.outer, i >= own
        return [
            carried, self.preposition[i], placed.depth, outer is not None and outer.office_first >= 0,
            outer is not None and outer.body is m, KIND_ID[m.kind], _FORM_ID[m.form], m.definite, m.plural, m.feminine,
            m.name_last >= 0, i == 0 and not carried, m.conjunction,
            not carried and m.first in self._context.chains.cues, salience.get(m.resolved, 0),
            -1 if carried else m.first, m.affiliates, outer is not None and outer.resolved == m.resolved, m.implied,
            0 if carried else self._agent_place(m),
            not carried and m.last + 1 < len(self._tokens) and self._tokens[m.last + 1].text == ":", self.pronoun[i],
        ]  # fmt: skip

    def _agent_place(self, mention: Mention) -> int:
        """Whether the mention stands where the doer of a passive does: «برصاص»، «في هجوم لـ»، «نيران»."""
        for back in (1, 2):
            at = mention.first - back
            if at >= 0 and self._tokens[at].text.lstrip("وبفل") in INSTRUMENTS:
                return back
        return 0


def preposition_of(context: SentenceContext, mention: Mention) -> str:
    """The preposition before a mention: hanging on it, or the word before."""
    if mention.preposition:
        return mention.preposition
    at = mention.first - 1
    if at < 0:
        return ""
    text = context.scan.tokens[at].text
    bare = text[1:] if text[:1] in "وف" and text[1:] in PREPOSITION_ID else text
    return bare if bare in PREPOSITION_ID and len(bare) > 1 else ""
