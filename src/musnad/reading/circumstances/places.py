"""Where a claim happened: the place named beside its trigger that is not one of its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.roles.candidates_table import preposition_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from musnad.reading.candidates import Trigger
    from musnad.reading.context import SentenceContext
    from musnad.reading.mentions.model import Mention

_LOCATIVE = frozenset({"في", "ب"})
_AFTER, _BEFORE = 14, 8


def place_of(context: SentenceContext, trigger: Trigger, ends: Collection[str]) -> Mention | None:
    """The nearest place after «في» or «بـ», after the trigger rather than before it; none across a clause mark before it."""
    found = [
        p.mention
        for p in context.placed
        if p.depth == 0
        and p.mention.kind is ActorKind.PLACE
        and p.mention.resolved not in ends
        and preposition_of(context, p.mention) in _LOCATIVE
    ]
    after = [m for m in found if 0 < m.first - trigger.last <= _AFTER]
    before = [m for m in found if 0 < trigger.first - m.last <= _BEFORE]
    return after[0] if after else before[-1] if before else None
