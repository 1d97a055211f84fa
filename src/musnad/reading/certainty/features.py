"""What stands around a trigger that may change its phase, modality or polarity, as numbers for the certainty models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import EventType, Modality, Phase
from musnad.reading.certainty.cues import certainty_cues
from musnad.reading.lexicon.entries import Part

if TYPE_CHECKING:
    from musnad.reading.candidates import Trigger
    from musnad.reading.context import SentenceContext

_TYPES = {t: i for i, t in enumerate(EventType)}
_PARTS = {p: i for i, p in enumerate(Part)}
_PHASES = {p: i for i, p in enumerate(Phase)}
_MODALITIES = {m: i for i, m in enumerate(Modality)}
_PREPOSITIONS = {"": 0, "ل": 1, "ب": 2, "ك": 3, "س": 4}
_WORDS_BEFORE = {"ان": 0, "في": 1, "من": 2, "علي": 3, "عن": 4, "الي": 5, "تم": 6, "يتم": 7, "بعد": 8, "قبل": 9, "خلال": 10, "كان": 11, "كانت": 12, "التي": 13, "الذي": 14, "الذين": 15, "قد": 16, "لم": 17, "لا": 18, "لن": 19, "حتي": 20}  # fmt: skip
REACH = 14
AFTER = 6

CERTAINTY_COLUMNS = (
    "type", "part", "preposition", "article", "end_word", "negated_word", "word_phase", "word_modality", "heading", "chain",
    "first", "word_before", "future", "in_quotes", *(f"before_{c}" for c in certainty_cues().classes),
    *(f"after_{c}" for c in certainty_cues().classes),
)  # fmt: skip


def certainty_row(context: SentenceContext, trigger: Trigger) -> list[float]:
    """The features of one trigger, in the order of `CERTAINTY_COLUMNS`."""
    form, tokens = trigger.form, context.scan.tokens
    phase = _phase_of(trigger)
    before = tokens[trigger.first - 1].text if trigger.first else ""
    return [
        _TYPES[form.entry.type],
        _PARTS[form.part],
        _PREPOSITIONS.get(form.preposition, 0),
        form.article,
        form.entry.end,
        form.entry.negated,
        _PHASES.get(phase, -1) if phase else -1,
        _MODALITIES[form.entry.modality] if form.entry.modality else -1,
        context.scan.sentence.heading,
        len(context.chains.at(trigger.first)),
        trigger.first,
        _WORDS_BEFORE.get(before, -1),
        form.preposition == "س",
        context.quotes_before(trigger.first) % 2,
        *_distances(context, trigger),
    ]


def _phase_of(trigger: Trigger) -> Phase | None:
    """What the lexicon says of this word's phase, by its part of speech."""
    phase, part = trigger.form.entry.phase, trigger.form.sort
    if part in (Part.PAST, Part.PASSIVE):
        return phase.get("verb_past")
    if part is Part.PRESENT:
        return phase.get("verb_present")
    if part in (Part.AGENT, Part.PATIENT, Part.ADJECTIVE):
        return phase.get("participle")
    return phase.get("noun")


def _distances(context: SentenceContext, trigger: Trigger) -> list[float]:
    """Tokens back to the nearest cue of each class, then on to the next; -1 where none is in reach."""
    classes, first, last = len(certainty_cues().classes), trigger.first, trigger.last
    out = [-1.0] * (2 * classes)
    for at, numbers in context.cues:
        if at > last + AFTER:
            break
        if first - REACH <= at < first:
            for number in numbers:
                out[number] = first - at
        elif at > last:
            for number in numbers:
                if out[classes + number] < 0:
                    out[classes + number] = at - last
    return out
