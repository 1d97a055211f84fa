"""The name or description that stands between a speaker's title and what is said: «رئيس كذا، فلان الفلاني، إن»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.chains.model import Link, Place

if TYPE_CHECKING:
    from musnad.reading.chains.speakers import Speaker
    from musnad.reading.chains.state import SentenceState
    from musnad.reading.mentions.model import Mention

_TO_NAME = 8
_MAX_NAME = 4
_ENDS = frozenset('في خلال ل الي عن مع الذي التي بعد عقب ان ( « " :'.split())  # noqa: SIM905 - words as they stand


def described(state: SentenceState, speaker: Speaker, before: int) -> Link:
    """The speaker's link, with the name found between its title and token `before`, where what is said begins."""
    link = speaker.link
    if link.key and link.mention is not None and (link.mention.key or link.mention.name_last >= 0):
        return link
    mention = _name(state, speaker.last + 1, min(before, speaker.last + _TO_NAME))
    if mention is not None:
        place = Place(mention.sentence, mention.name_first, mention.name_last)
        kind = link.kind if link.kind in {SourceKind.OFFICIAL, SourceKind.MEDIA} else SourceKind.PERSON
        named = replace(link, named=place, mention=mention, kind=kind)
        return replace(named, kind=state.memory.kind(named, kind))
    last = _unknown_name(state, speaker.last, before)
    if last > speaker.last and link.named is not None:
        return replace(link, named=Place(link.named.sentence, link.named.first, last))
    return link


def _name(state: SentenceState, first: int, before: int) -> Mention | None:
    for at in range(first, before):
        mention = state.finder.starting(at)
        if state.text(at) in _ENDS or (mention is not None and mention.preposition):
            return None
        if mention is not None and mention.kind is ActorKind.PERSON and state.finder.is_named(mention):
            return mention
    return None


def _unknown_name(state: SentenceState, at: int, before: int) -> int:
    """The last of the words in no list that follow a title."""
    last = at + 1 if at + 1 < before and state.text(at + 1) == "،" else at
    first = last
    while last + 1 < min(before, first + _MAX_NAME + 1) and state.scan.words[last + 1].unknown:
        if state.scan.is_mark(last + 1):
            break
        last += 1
    return last if last > first else at
