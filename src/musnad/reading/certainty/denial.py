"""What somebody denies is not so: the content of a denial (نفى أن) is claimed by the denier with the opposite sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.certainty.cues import certainty_cues

if TYPE_CHECKING:
    from musnad.reading.candidates import Trigger
    from musnad.reading.context import SentenceContext

_DENIAL = "denial"


def is_denied(context: SentenceContext, trigger: Trigger) -> bool:
    """Whether the trigger stands in what the nearest speaker of its sentence denies.

    An office beside a name is not: who denies that an envoy came does not deny that he is an envoy.
    """
    if trigger.owner is not None:
        return False
    chain = context.chains.inner(trigger.first)
    if not chain:
        return False
    cue = chain[-1].cue
    if cue.sentence != context.scan.sentence.index or cue.first >= trigger.first:
        return False
    cues = certainty_cues()
    denial = cues.classes.index(_DENIAL)
    return any(denial in cues.of(context.scan.tokens, at) for at in range(cue.first, cue.last + 1))
