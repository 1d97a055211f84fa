"""One sentence made ready for finding claims: mentions by depth, chains, and counts between any two words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.lexicon.entries import Part
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

if TYPE_CHECKING:
    from collections.abc import Callable

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
        tokens, words = scan.tokens, scan.words
        self._inside = {at for m in mentions for at in range(m.first, m.last + 1)}
        self._mention_ends = {m.last for m in mentions}
        self.verb_here = [self._is_verb(at) for at in range(len(scan.tokens))]
        self._commas = _prefix(len(tokens), lambda i: tokens[i].text in "،,؛")
        self._quotes = _prefix(len(tokens), lambda i: tokens[i].text in '«»"“”')
        self._verbs = _prefix(len(tokens), lambda i: self.verb_here[i])
        self._relatives = _prefix(len(tokens), lambda i: "relatives" in words[i].function)
        self._complements = _prefix(len(tokens), lambda i: "complementizers" in words[i].function)
        self._triggers = _prefix(len(tokens), lambda i: bool(words[i].triggers))
        self._ands = _prefix(
            len(tokens), lambda i: tokens[i].text.startswith("و") and len(tokens[i].text) > 3
        )  # noqa: PLR2004

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
        if word.text.startswith(("ال", "لل", "بال", "وال")) or not any(
            not t.part.is_verb for t in word.triggers
        ):
            return True
        if any(t.part is Part.PRESENT for t in word.triggers):
            return True
        return self._past_here(at, before)

    def _past_here(self, at: int, before: Word | None) -> bool:
        """A past tense, or the verbal noun spelt like it?"""
        word, tokens = self.scan.words[at], self.scan.tokens
        conjoined = any(t.conjunction for t in word.triggers)
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
            any(not t.part.is_verb for t in self.scan.words[k].triggers)
            and not self.scan.words[k].text.startswith("ال")
            for k in range(max(0, at - _LIST_REACH), at)
        )

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """Commas, quotation marks, verbs, relatives, complementizers, triggers, conjoined words in `first..last-1`."""
        if first >= last:
            return (0, 0, 0, 0, 0, 0, 0)
        return tuple(
            counts[last] - counts[first]
            for counts in (
                self._commas, self._quotes, self._verbs, self._relatives, self._complements, self._triggers, self._ands,
            )
        )  # fmt: skip

    def mentions_between(self, first: int, last: int) -> int:
        """Outermost mentions that begin in `first..last-1`."""
        return max(0, bisect_left(self._starts, last) - bisect_left(self._starts, first))


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


def _prefix(length: int, test: Callable[[int], bool]) -> list[int]:
    return [0, *accumulate(int(test(i)) for i in range(length))]
