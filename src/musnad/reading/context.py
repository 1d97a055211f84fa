"""One sentence made ready for finding claims: mentions by depth, chains, and counts between any two words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from musnad.claims.model import ActorKind
from musnad.reading.certainty.cues import certainty_cues
from musnad.reading.mentions.model import Mention, MentionForm

_VERBAL_PREPOSITIONS = frozenset({"قبل", "بعد", "حتي", "منذ", "غير"})
_BEFORE_PAST = frozenset(
    {
        "قد",
        "لقد",
        "وقد",
        "ما",
        "كان",
        "كانت",
        "وكان",
        "وكانت",
        "كانوا",
        "حيث",
        "كما",
        "فيما",
        "بينما",
        "بعدما",
        "عندما",
        "حين",
        "اذا",
        "لو",
        "ثم",
        "بل",
    }
)
_LIST_REACH = 8
_CONJOINED = 3

if TYPE_CHECKING:
    import numpy.typing as npt

    from musnad.reading.chains.model import SentenceChains
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Word


@dataclass(slots=True)
class Placed:
    """A mention with its depth (0 outermost) and the mention it stands in."""

    mention: Mention
    depth: int
    outer: Mention | None


class SentenceContext:
    """A sentence with everything found in it so far."""

    def __init__(
        self, scan: Scan, mentions: list[Mention], chains: SentenceChains, carried: list[Mention]
    ) -> None:
        self.scan = scan
        self.chains = chains
        self.carried = carried
        self.placed = [
            p for m in mentions for p in _place(m, 0, None) if m.form is not MentionForm.PRONOUN or p.depth
        ]
        self._starts = [p.mention.first for p in self.placed if p.depth == 0]
        self._inside = {at for m in mentions for at in range(m.first, m.last + 1)}
        self._mention_ends = {m.last for m in mentions}
        self.verb_here = [self._is_verb(at) for at in range(len(scan.tokens))]
        self.counts = self._counts()

    @cached_property
    def cues(self) -> list[tuple[int, frozenset[int]]]:
        """The tokens with a word that changes certainty, in order, each with the numbers of its classes."""
        found, tokens = certainty_cues(), self.scan.tokens
        return [(at, numbers) for at in range(len(tokens)) if (numbers := found.of(tokens, at))]

    @cached_property
    def cue_classes(self) -> dict[int, frozenset[int]]:
        """The same by token."""
        return dict(self.cues)

    @cached_property
    def tallies(self) -> list[list[int]]:
        """The counts as lists, which are read faster one by one: for each sort, how many stand before each token."""
        found: list[list[int]] = self.counts.tolist()
        return found

    def quotes_before(self, at: int) -> int:
        """How many quotation marks stand before a token."""
        return self.tallies[1][at]

    def _counts(self) -> npt.NDArray[np.int32]:
        """How many of each sort stand before each token: marks, verbs and so on, in the order `between` gives them."""
        tokens, words, starts = self.scan.tokens, self.scan.words, set(self._starts)
        rows = [
            (
                token.text in "،,؛",
                token.text in '«»"“”',
                self.verb_here[i],
                "relatives" in words[i].function,
                "complementizers" in words[i].function,
                bool(words[i].triggers),
                token.text[0] == "و" and len(token.text) > _CONJOINED,
                i in starts,
            )
            for i, token in enumerate(tokens)
        ]
        out = np.zeros((8, len(tokens) + 1), dtype=np.int32)
        if rows:
            np.cumsum(np.array(rows, dtype=np.int32).T, axis=1, out=out[:, 1:])
        return out

    def _is_verb(self, at: int) -> bool:
        """Whether the word is a verb where it stands: unvocalised past tenses and verbal nouns look alike."""
        word = self.scan.words[at]
        if not word.verbal or at in self._inside or word.text[0].isdigit():
            return False
        before = self.scan.words[at - 1] if at else None
        if (
            before is not None
            and "prepositions" in before.function
            and before.text not in _VERBAL_PREPOSITIONS
        ):
            return False
        if word.present or not word.nominal or word.text.startswith(("ال", "لل", "بال", "وال")):
            return True
        return self._past_here(at, before)

    def _past_here(self, at: int, before: Word | None) -> bool:
        """A past tense, or the verbal noun spelt like it?"""
        word, tokens = self.scan.words[at], self.scan.tokens
        conjoined = word.conjoined
        after = self.scan.words[at + 1] if at + 1 < len(tokens) else None
        followed = after is not None and "prepositions" in after.function
        if before is None or before.text in '"«':
            return not self.scan.sentence.heading and not followed
        if before.text in _BEFORE_PAST or "relatives" in before.function:
            return True
        if at - 1 in self._mention_ends and not conjoined:
            return True
        if not conjoined:
            return before.text in "،,:" and not followed
        return not followed and not any(
            self.scan.words[k].nominal and not self.scan.words[k].text.startswith("ال")
            for k in range(max(0, at - _LIST_REACH), at)
        )

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """Counts in `first..last-1`, each of a sort.

        Commas, quotation marks, verbs, relatives, complementizers, triggers, conjoined words, outermost mentions that
        begin there.
        """
        if first >= last:
            return (0,) * len(self.counts)
        return tuple((self.counts[:, last] - self.counts[:, first]).tolist())


def _place(mention: Mention, depth: int, outer: Mention | None) -> list[Placed]:
    out = [Placed(mention, depth, outer)]
    if mention.affiliates and mention.state and mention.kind is ActorKind.PERSON and mention.body is None:
        out.append(Placed(_implied_state(mention), depth + 1, mention))
    for inner in mention.inner:
        out.extend(_place(inner, depth + 1, mention))
    return out


def _implied_state(mention: Mention) -> Mention:
    """The state of a known office-holder, which his office is of though the text leaves it out: الرئيس فلان."""
    return Mention(
        sentence=mention.sentence, first=mention.office_first, last=mention.office_last, kind=ActorKind.STATE,
        form=MentionForm.NISBA, key=mention.state, name="", state=mention.state, resolved=mention.state or "",
        implied=True,
    )  # fmt: skip
