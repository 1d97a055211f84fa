"""Words that pass on another's words: «نقلت الوكالة عن مصدر», «نشرت الصحيفة مقالا للكاتب», «نقلا عن»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.chains.descriptions import described
from musnad.reading.chains.following import following
from musnad.reading.chains.model import Link, Place, Scope
from musnad.reading.chains.saying import verb
from musnad.reading.chains.speakers import Speaker

if TYPE_CHECKING:
    from musnad.reading.chains.cues import CueWord
    from musnad.reading.chains.model import Chain
    from musnad.reading.chains.state import SentenceState

_TO_SOURCE = 14
_OUTLET_WORDS = 4
_TO_AUTHOR = 16
_TO_CONTENT = 14
_FROM = frozenset({"عن", "الي"})


def relay(state: SentenceState, cue: CueWord, place: Place) -> int:
    """«نقلت الوكالة عن مصدر قوله إن»: the relayer, then whom it quotes."""
    if _moved(state, place):
        return place.last + 1
    outlet = following(state, place, cue) or _plain_outlet(state, place)
    at = outlet.last + 1 if outlet else place.last + 1
    source = _source(state, place, at)
    if source is None and outlet is not None:
        source = _source(state, place, place.last + 1)
    if source is not None and outlet is not None and source.first <= outlet.last:
        outlet = None
    if source is None:
        return verb(state, cue, place) if outlet is None else _published(state, cue, place, outlet)
    content = state.contents.clear(source.last + 1, _TO_CONTENT)
    if content is not None:
        source = replace(source, link=described(state, source, content.first))
    chain = _joined(outlet, source)
    first = content.first if content is not None else source.last + 1
    chain = state.timed(chain, place.first, first - 1, 2)
    state.mark(place, outlet)
    state.mark(place, source)
    state.close(place.first, first - 1, ())
    state.open(first, chain, "relay", number=cue.number)
    return first


def _moved(state: SentenceState, place: Place) -> bool:
    """Whether the verb moves something somewhere («نقل الملف إلى الوزارة») instead of passing words on."""
    if "نسب" in state.text(place.first):
        return False
    for at in range(place.last + 1, min(place.last + 1 + _OUTLET_WORDS, state.end + 1)):
        text = state.text(at)
        if text == "عن" or state.lexicon.is_complementizer(text) or state.scan.is_mark(at):
            return False
        if text == "الي":
            return True
    return False


def _plain_outlet(state: SentenceState, place: Place) -> Speaker | None:
    """An outlet that no list knows, between the verb and «عن», «إلى»."""
    at = place.last + 1
    while at <= state.end and at - place.last <= _OUTLET_WORDS and state.text(at) not in _FROM:
        if (state.scan.is_mark(at) and not state.scan.is_quote(at)) or state.scan.words[at].function:
            return None
        at += 1
    if state.text(at) not in _FROM or at == place.last + 1:
        return None
    named = state.place(place.last + 1, at - 1)
    return Speaker(
        Link(named, SourceKind.MEDIA, place, state.lexicon.head(state.text(named.first))),
        (),
        named.first,
        named.last,
    )


def _source(state: SentenceState, place: Place, at: int) -> Speaker | None:
    for k in range(at, min(at + _TO_SOURCE, state.end)):
        text = state.text(k)
        if text == "عن" or (text == "الي" and "نسب" in state.text(place.first)):
            return state.finder.here(place, k + 1, prepositional=True)
        if state.lexicon.is_complementizer(text) or text in ":؛":
            return None
        if text.startswith("ل") and k > place.last + 1:
            found = state.finder.here(place, k, prepositional=True)
            if found is not None:
                return found
    return None


def _joined(outlet: Speaker | None, source: Speaker) -> Chain:
    """The relayer's chain with the source at its end."""
    outer: Chain = outlet.chain if outlet is not None else ()
    if outer and outer[-1].kind is not SourceKind.MEDIA and outlet is not None:
        outer = (outlet.link,)
    if not outer:
        return source.chain
    return (*outer, source.link if not source.back else source.back[-1])


def publish(state: SentenceState, cue: CueWord, place: Place) -> int:
    """«نشرت الصحيفة مقالا للكاتب قال فيه»: the outlet and its author frame what the next verb says."""
    outlet = following(state, place, cue)
    if outlet is None or outlet.chain[-1].kind is not SourceKind.MEDIA:
        return verb(state, cue, place)
    return _published(state, cue, place, outlet)


def _published(state: SentenceState, cue: CueWord, place: Place, outlet: Speaker) -> int:
    author = _author(state, place, outlet.last + 1)
    chain = (*outlet.chain, author.link) if author is not None else outlet.chain
    chain = state.timed(chain, place.first, min(outlet.last + 4, state.end), 2)
    state.hear(chain, "" if author is not None else cue.number)
    last = author.last if author is not None else outlet.last
    content = state.contents.clear(last + 1, 8)
    if content is None:
        return last + 1
    state.mark(place, outlet)
    state.close(place.first, content.first - 1, ())
    state.open(content.first, chain, f"publish+{content.sign}")
    return content.first


def _author(state: SentenceState, place: Place, at: int) -> Speaker | None:
    for k in range(at, min(at + _TO_AUTHOR, state.end + 1)):
        mention = state.finder.starting(k)
        if state.lexicon.cue(state.scan.tokens, k) is not None or (
            state.scan.is_mark(k) and state.text(k) == "."
        ):
            return None
        if mention is not None and mention.kind is ActorKind.PERSON and mention.preposition == "ل":
            speaker = state.finder.of(place, mention)
            if state.lexicon.head(state.text(mention.first)) in state.lexicon.authors:
                return replace(speaker, link=replace(speaker.link, kind=SourceKind.MEDIA))
            return speaker
    return None


def relayed(state: SentenceState, _cue: CueWord, place: Place) -> int:
    """«نقلا عن»: the source behind the one who speaks, over the same content."""
    source = state.finder.here(place, place.last + 1, prepositional=True)
    if source is None:
        return place.last + 1
    state.mark(place, source)
    links: Chain = (source.link,) if not source.back else (source.back[-1],)
    scopes = state.out.scopes
    if scopes and scopes[-1].sign == "according":
        scopes[-1] = replace(scopes[-1], chain=(*scopes[-1].chain, *links))
        return source.last + 1
    content = state.contents.clear(source.last + 1, _TO_CONTENT)
    opener = _speaker_before(state, place)
    chain = (*opener, *links)
    first = content.first if content is not None else 0
    if content is None and state.out.scopes and state.heard:
        chain = (*state.heard[-1][0], *links)
        first = next((s.first for s in reversed(scopes) if s.chain == state.heard[-1][0]), 0)
    if content is None:
        state.out.scopes.append(Scope(first, state.end, chain, sign="relayed"))
        state.hear(chain)
        return source.last + 1
    state.close(place.first, first - 1, ())
    state.open(first, chain, "relayed")
    return first


def _speaker_before(state: SentenceState, place: Place) -> Chain:
    """«ذكر الكاتب، نقلا عن مصدر، أن»: the speaker of a verb whose content has not begun yet."""
    for at in range(place.first - 1, -1, -1):
        cue = state.lexicon.cue(state.scan.tokens, at)
        if cue is not None and cue.kind.is_verb:
            speaker = following(state, state.place(at, at), cue)
            if speaker is not None and speaker.last < place.first:
                return speaker.chain
            return state.going_on(cue.number)
    return ()
