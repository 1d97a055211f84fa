"""Mentions that hang on a word: demonyms inside a phrase, and pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm

if TYPE_CHECKING:
    from musnad.arabic.tokens import NounSplit
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Word

_PLURAL_PRONOUNS = frozenset({"هم", "هن", "هما"})
_FEMININE_PRONOUNS = frozenset({"ها", "هن"})


def plain_demonym(word: Word) -> str | None:
    """The state of a demonym with no clitic but the article; None if the word is none."""
    return next((state for s, state in word.nisba if not s.conjunction and not s.preposition), None)


def demonym(scan: Scan, at: int, state: str) -> Mention:
    """The demonym at `at` as a mention of its state."""
    return Mention(
        sentence=scan.sentence.index,
        first=at,
        last=at,
        kind=ActorKind.STATE,
        form=MentionForm.NISBA,
        key=state,
        name=scan.tokens[at].text,
        state=state,
        feminine=True,
    )


def pronoun(scan: Scan, at: int, split: NounSplit) -> Mention:
    """The pronoun that hangs on the word at `at`."""
    return Mention(
        sentence=scan.sentence.index,
        first=at,
        last=at,
        kind=ActorKind.UNNAMED,
        form=MentionForm.PRONOUN,
        key=None,
        name=split.pronoun,
        feminine=split.pronoun in _FEMININE_PRONOUNS,
        plural=split.pronoun in _PLURAL_PRONOUNS,
    )
