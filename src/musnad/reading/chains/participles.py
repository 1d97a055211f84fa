"""Participles, verbal nouns and reasons: words of saying that go on with a speaker or bring their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.chains.cues import CueKind
from musnad.reading.chains.model import Scope
from musnad.reading.chains.subjects import main_subject

if TYPE_CHECKING:
    from musnad.reading.chains.cues import CueWord
    from musnad.reading.chains.model import Chain, Place
    from musnad.reading.chains.state import SentenceState


def participle(state: SentenceState, cue: CueWord, place: Place) -> int:
    """«مشيرا إلى أن»: goes on with the speaker it agrees with, else with the subject of the sentence."""
    content = state.contents.after(place.last + 1, cue)
    if content is None:
        return place.last + 1
    chain = state.going_on(cue.number) if state.heard else ()
    if not chain:
        chain = state.going_on(cue.number) if state.begins(place.first) else main_subject(state, place, cue)
    if not chain:
        return place.last + 1
    state.mark(place, None)
    state.close(place.first, content.first - 1, chain[:-1])
    state.open(content.first, chain, f"{cue.kind}+{content.sign}")
    return content.first


def by_saying(state: SentenceState, _cue: CueWord, place: Place) -> int:
    """«بالقول إن», «قوله إن»: what the last speaker says begins here."""
    content = state.contents.clear(place.last + 1, 2)
    if content is None:
        return place.last + 1
    chain = _beside(state, place) or state.going_on("")
    if state.begins(place.first) or not chain:
        return place.last + 1
    state.open(content.first, chain, f"{CueKind.BY_SAYING}+{content.sign}")
    return content.first


def _beside(state: SentenceState, place: Place) -> Chain:
    """«رد الوزير بقوله»: whoever stands right before, as the verb's subject."""
    mention = state.finder.ending(place.first - 1)
    if mention is None or mention.preposition or not mention.first:
        return ()
    return state.finder.of(place, mention).chain if state.scan.words[mention.first - 1].verbal else ()


def noun(state: SentenceState, cue: CueWord, place: Place) -> int:
    """«إعلان الوزارة أن»: a verbal noun with its speaker."""
    if cue.pronoun:
        chain = state.going_on("")
        content = state.contents.clear(place.last + 1, 1)
        speaker = None
    else:
        speaker = state.finder.here(place, place.last + 1)
        content = state.contents.clear(speaker.last + 1, 2) if speaker is not None else None
        chain = ()
    if content is None or (speaker is None and not chain):
        return place.last + 1
    outer = state.out.inner(place.first)
    if speaker is not None:
        chain = (*outer, speaker.link) if outer else speaker.chain
    state.mark(place, speaker)
    state.close(place.first, content.first - 1, outer)
    state.open(content.first, chain, f"{CueKind.NOUN}+{content.sign}", nested=True)
    return content.first


def pretext(state: SentenceState, cue: CueWord, place: Place) -> int:
    """«بدعوى أن», «بذريعة دعم فلان»: whoever does what the sentence tells also says why."""
    outer = state.out.inner(place.first)
    chain = main_subject(state, place, cue)
    if not chain or place.last >= state.end:
        return place.last + 1
    content = state.contents.clear(place.last + 1, 2)
    first = content.first if content is not None else place.last + 1
    state.out.scopes.append(Scope(first, state.end, (*outer, chain[-1]) if outer else chain, sign="pretext"))
    return first
