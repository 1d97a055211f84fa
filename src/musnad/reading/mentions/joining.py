"""Neighbouring mentions that speak of each other: appositions, and groups told apart by whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan

_COMMAS = "،,("
_AFTER_COMMA = 2
_OTHERS = frozenset({"counterpart", "successor"})


def join(scan: Scan, before: Mention, after: Mention) -> None:
    """Notes what the later of two neighbouring mentions says of the other.

    «حفتر، قائد الجيش»: the office describes the person. «القوات الموالية لهادي»: the forces are those of Hadi, other
    than those loyal to somebody else.
    """
    gap = after.first - before.last
    if gap == 1 and after.preposition == "ل" and before.form is MentionForm.GROUP and not before.key:
        last = scan.tokens[before.last].text
        if (
            last in scan.vocabulary.mention_words.belonging
            or before.word in scan.vocabulary.mention_words.belonging
        ):
            before.name = f"{before.name}@{after.key or after.name}"
    elif _describes(scan, before, after, gap):
        after.apposed = before


def _describes(scan: Scan, before: Mention, after: Mention, gap: int) -> bool:
    if after.form is not MentionForm.OFFICE or after.preposition or after.conjunction or after.plural:
        return False
    if after.head in _OTHERS:
        return False
    named = before.kind is ActorKind.PERSON and (before.name_last >= 0 or before.form is MentionForm.NAME)
    if not named or after.anonymous or after.body is None or after.body.form is MentionForm.PRONOUN:
        return False
    return gap == 1 or (gap == _AFTER_COMMA and scan.tokens[before.last + 1].text in _COMMAS)
