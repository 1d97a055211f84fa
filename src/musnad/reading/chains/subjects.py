"""The speaker that stands before a verb or participle: its own subject, its clause's, or the sentence's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.chains.model import Link
from musnad.reading.chains.speakers import Speaker
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from musnad.reading.chains.cues import CueWord
    from musnad.reading.chains.model import Chain, Place
    from musnad.reading.chains.state import SentenceState
    from musnad.reading.mentions.model import Mention

_SUBJECT_REACH = 24
_NAME_WORDS = 3
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "حيث", "ممن"})
_WHICH = frozenset({"ما", "مما"})
"""«..., ما يشير إلى»: the article's own remark on what it told."""
_SPEAKS = frozenset(ActorKind) - {ActorKind.PLACE}


def preceding(state: SentenceState, place: Place) -> Speaker | None:
    """The subject before the verb: right before it, before a relative clause, or after the أن of its clause."""
    at = place.first - 1
    while at >= 0 and (
        "auxiliaries" in state.scan.words[at].function or state.text(at) in {"و", "قد", "لم", "لا"}
    ):
        at -= 1
    if at < place.first - 1 and state.text(at) == "،":
        at -= 1
    mention = state.finder.ending(at)
    if mention is not None and mention.form is not MentionForm.NISBA:
        return _subject(state, place, mention) or _clause_subject(state, place)
    if state.text(at) in _WHICH:
        return None
    if state.text(at) in _RELATIVES:
        mention = state.finder.ending(at - 1) or state.finder.ending(at - 2)
        if mention is not None and mention.form is not MentionForm.NISBA:
            return state.finder.of(place, mention)
    return _clause_subject(state, place)


def _clause_subject(state: SentenceState, place: Place) -> Speaker | None:
    """The noun right after أن or at the start, with only its description between it and the verb."""
    for at in range(place.first - 1, max(-1, place.first - _SUBJECT_REACH), -1):
        text = state.text(at)
        opens = state.lexicon.is_complementizer(text)
        if opens or at == 0:
            first = at + 1 if opens else 0
            while state.scan.is_quote(first) and first < place.first:
                first += 1
            speaker = state.finder.here(place, first)
            if speaker is None:
                return _unknown(state, place, first) if opens else None
            return speaker if speaker.last < place.first else None
        if (
            state.scan.words[at].verbal
            and not text.startswith("ال")
            and state.finder.ending(at) is None
            and not _within_description(state, at)
        ):
            return None
    return None


def _unknown(state: SentenceState, place: Place, first: int) -> Speaker | None:
    """A name that no list knows, alone between أن and the verb."""
    last = place.first - 1
    if not first <= last < first + _NAME_WORDS or not all(
        state.scan.words[k].unknown and not state.text(k).startswith("ال") for k in range(first, last + 1)
    ):
        return None
    named = state.place(first, last)
    return Speaker(Link(named, SourceKind.PERSON, place, state.text(first)), (), first, last)


def _within_description(state: SentenceState, at: int) -> bool:
    return any(state.text(k) in _RELATIVES for k in range(max(0, at - 2), at)) or any(
        m.first <= at <= m.last for m in state.mentions
    )


def _governed(state: SentenceState, mention: Mention) -> bool:
    """Whether a preposition stands before the mention: «من جهة أخرى»; «المعلومات لدى الوزارة» are its own."""
    before = state.scan.word(mention.first - 1)
    if before is not None and before.text == "لدي":
        return False
    return bool(mention.preposition) or (before is not None and "prepositions" in before.function)


def _subject(state: SentenceState, place: Place, mention: Mention) -> Speaker | None:
    if _governed(state, mention) or mention.kind not in _SPEAKS or mention.form is MentionForm.NISBA:
        return None
    speaker = state.finder.here(place, mention.first)
    return speaker if speaker is not None and speaker.last < place.first else state.finder.of(place, mention)


def sentence_subject(state: SentenceState, place: Place) -> Chain:
    """The subject of a sentence that begins with a verb and its doer: «وتبنت الجماعة الهجوم، وقالت إن»."""
    mention = state.finder.starting(1)
    if mention is None or mention.last >= place.first or not state.scan.words[0].verbal:
        return ()
    speaker = _subject(state, place, mention)
    return speaker.chain if speaker is not None else ()


def main_subject(state: SentenceState, place: Place, cue: CueWord) -> Chain:
    """The subject of the sentence's verb: the first actor without preposition that agrees, best right after a verb."""
    best: Mention | None = None
    for mention in state.mentions:
        if mention.first >= place.first:
            break
        if (
            _governed(state, mention)
            or mention.kind not in _SPEAKS
            or mention.form in {MentionForm.NISBA, MentionForm.PRONOUN}
        ):
            continue
        if mention.plural and cue.number == "m":
            continue
        subject = mention.first == 0 or state.scan.words[mention.first - 1].verbal
        if best is None or (
            subject and mention.first - best.first > 0 and not state.scan.words[best.first - 1].verbal
        ):
            best = mention
    return state.finder.of(place, best).chain if best is not None else ()
