"""Words that may be a claim's trigger: from the trigger lexicon, and the offices of persons (AFFILIATE)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.claims.model import EventType
from musnad.reading.lexicon.entries import Entry, Part
from musnad.reading.lexicon.inflection import Number
from musnad.reading.lexicon.triggers import TriggerForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from musnad.reading.context import SentenceContext
    from musnad.reading.lexicon.triggers import TriggerLexicon
    from musnad.reading.mentions.model import Mention


@dataclass(frozen=True, slots=True)
class Trigger:
    """A possible trigger at tokens `first..last` of its sentence; `owner` is the person whose office it is."""

    first: int
    last: int
    form: TriggerForm
    owner: Mention | None = None


OFFICE_ENTRY = Entry(
    type=EventType.AFFILIATE, lemma="office", en="holds an office of", object=(), noun_object=("ل",),
    subject_prep=(), genitive="object", partner=(), object_kind=frozenset(), subject_kind=frozenset(), phase={},
    end=False, negated=False, modality=None, impersonal=False, precision=0.6, not_next=frozenset(),
    not_prev=frozenset(),
)  # fmt: skip


def triggers(context: SentenceContext, lexicon: TriggerLexicon) -> list[Trigger]:
    """Every possible trigger of a sentence, in order; idioms hide the single words inside them."""
    out: list[Trigger] = []
    hidden = -1
    tokens = context.scan.tokens
    for at, word in enumerate(context.scan.words):
        if at <= hidden:
            continue
        phrases = list(lexicon.phrases(tokens, at))
        if phrases:
            longest = phrases[0].length
            out.extend(Trigger(at, at + longest - 1, f) for f in phrases if f.length == longest)
            hidden = at + longest - 1
            continue
        out.extend(Trigger(at, at, form) for form in _forms(context, at) if _fits(context, at, form))
    out.extend(_offices(context))
    return sorted(out, key=lambda t: (t.first, t.last))


def _forms(context: SentenceContext, at: int) -> Iterator[TriggerForm]:
    """The word's readings as verb or as noun, whichever it is here; all of them where it is of one sort only."""
    forms = context.scan.words[at].triggers
    sorts = {form.part.is_verb for form in forms}
    return (f for f in forms if len(sorts) == 1 or f.part.is_verb == context.verb_here[at])


def _fits(context: SentenceContext, at: int, form: TriggerForm) -> bool:
    """Whether the neighbours allow this sense."""
    tokens, entry = context.scan.tokens, form.entry
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text if at else ""
    if after in entry.not_next or after.removeprefix("ال") in entry.not_next:
        return False
    if before in entry.not_prev or before.removeprefix("ال") in entry.not_prev:
        return False
    return True


def _offices(context: SentenceContext) -> Iterator[Trigger]:
    for placed in context.placed:
        mention = placed.mention
        if mention.affiliates and mention.office_first >= 0:
            form = TriggerForm(OFFICE_ENTRY, Part.OFFICE, Number.MASCULINE)
            yield Trigger(mention.office_first, max(mention.office_first, mention.office_last), form, mention)
