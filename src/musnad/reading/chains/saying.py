"""Verbs of saying: whose words they bring, and under whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.chains.content import Sign
from musnad.reading.chains.cues import CueKind
from musnad.reading.chains.descriptions import described
from musnad.reading.chains.following import following
from musnad.reading.chains.model import Link, Scope
from musnad.reading.chains.subjects import preceding, sentence_subject

if TYPE_CHECKING:
    from musnad.reading.chains.content import Content
    from musnad.reading.chains.cues import CueWord
    from musnad.reading.chains.model import Chain, Place
    from musnad.reading.chains.speakers import Speaker
    from musnad.reading.chains.state import SentenceState
_TO_PERSON = 2
_TO_CONTENT = 4
_OPENERS = frozenset('«“"')
_CLOSERS = frozenset('»”"')
_CLEAR = frozenset({Sign.THAT, Sign.COLON, Sign.QUOTE})


def verb(state: SentenceState, cue: CueWord, place: Place) -> int:
    """Reads a verb of saying; returns the token to go on from."""
    after = place.last + 1
    if cue.number == "1" or _own_voice(state, place) or not _is_verb(state, cue, place):
        return after
    speaker = None if cue.pronoun and not (cue.tells or cue.charges) else following(state, place, cue)
    if speaker is not None and not cue.firm and _plainly(state, place, speaker):
        cue = replace(cue, firm=True)
    if speaker is not None and cue.kind is CueKind.STANCE:
        speaker = _object_instead(state, place, cue, speaker)
    content = state.contents.after(speaker.last + 1 if speaker else after, cue)
    if content is None:
        _only_speaks(state, place, speaker, cue)
        return after
    if speaker is None and (
        (not cue.firm and content.sign not in _CLEAR) or _inanimate(state, after, content)
    ):
        return after
    if cue.kind is CueKind.STANCE and not cue.charges and content.sign not in {Sign.THAT, Sign.COLON}:
        return _act(state, place, speaker, cue, content)
    if cue.pronoun and not cue.charges and content.sign is not Sign.THAT:
        return after
    return _says(state, place, speaker, cue, content)


def _plainly(state: SentenceState, place: Place, speaker: Speaker) -> bool:
    """Whether a doubtful word is a verb of saying here: it opens the sentence, then a person, then أن."""
    mention = speaker.link.mention
    person = mention is not None and mention.kind is ActorKind.PERSON
    opens = person and speaker.first <= place.last + _TO_PERSON and state.begins(place.first)
    return opens and state.contents.clear(speaker.last + 1) is not None


def _object_instead(state: SentenceState, place: Place, cue: CueWord, found: Speaker) -> Speaker | None:
    """None where a subject stands before the verb after أن, so that what follows is who was warned or accused."""
    before = state.finder.ending(place.first - 1)
    if cue.conjoined or before is None or not state.lexicon.is_complementizer(state.text(before.first - 1)):
        return found
    return None


def _inanimate(state: SentenceState, after: int, content: Content) -> bool:
    """«يشير القرار إلى»: the subject behind the verb is no speaker, so nobody goes on speaking."""
    end = content.first - 1
    if content.sign is Sign.NOUN:
        end = next((k for k in range(after + 1, after + _TO_CONTENT) if state.text(k) == "الي"), after)
    elif content.sign not in {Sign.PREPOSITION, Sign.THAT}:
        return False
    words = [state.text(k) for k in range(after, end) if state.text(k) not in {"هذا", "هذه"}]
    return 0 < len(words) <= _TO_CONTENT and all(
        w.startswith("ال") and w != "الي" and w not in state.lexicon.days for w in words
    )


def _says(state: SentenceState, place: Place, speaker: Speaker | None, cue: CueWord, content: Content) -> int:
    """Opens what is said. What one says another believes or hopes for stays with the one who says it."""
    outer = _around(state, place, speaker, cue)
    if outer and (cue.kind is CueKind.KNOW or (content.sign not in _CLEAR and not cue.charges)):
        return place.last + 1
    chain = _chain(state, place, speaker, cue)
    if not chain:
        return place.last + 1
    if speaker is not None and chain[-1] is speaker.link:
        chain = (*chain[:-1], described(state, speaker, content.first))
    chain = _with_outlets(state, place, content, chain, cue)
    state.mark(place, speaker)
    state.close(place.first, content.first - 1, outer)
    sign = f"{cue.kind}+{content.sign}"
    state.open(content.first, chain, sign, number=_heard(cue, speaker), nested=bool(outer))
    return content.first


def _own_voice(state: SentenceState, place: Place) -> bool:
    """«يذكر أن» at the start of a sentence is the article's own."""
    return state.begins(place.first) and state.text(place.first).removeprefix("و") in state.lexicon.own_voice


def _only_speaks(state: SentenceState, place: Place, speaker: Speaker | None, cue: CueWord) -> None:
    """Notes a speaker whose words come with a later verb: «علقت الصحيفة على الخبر، فقالت»."""
    if speaker is not None and cue.firm and cue.kind is CueKind.SAY and not state.out.inner(place.first):
        state.hear(speaker.chain, cue.number)


def _heard(cue: CueWord, speaker: Speaker | None) -> str:
    return cue.number if speaker is not None else ""


def _is_verb(state: SentenceState, cue: CueWord, place: Place) -> bool:
    """Whether the word is a verb here: not after a preposition, not inside the phrase of a mention."""
    before = state.scan.word(place.first - 1)
    if before is None:
        return True
    if "prepositions" in before.function and before.text not in {"بعد", "قبل", "غير", "حتي"}:
        return False
    if cue.number == "m" and not cue.conjoined and before.text in {"بعد", "قبل"}:
        return False
    return not any(m.first < place.first <= m.last for m in state.mentions)


def _chain(state: SentenceState, place: Place, speaker: Speaker | None, cue: CueWord) -> Chain:
    """The chain a verb opens: its speaker, under the speakers within whose words the verb stands."""
    if speaker is None and not state.begins(place.first) and not cue.conjoined:
        speaker = preceding(state, place)
    if speaker is not None:
        outer = _around(state, place, speaker, cue)
        return (*outer, speaker.link) if outer and speaker.back[: len(outer)] != outer else speaker.chain
    if (
        cue.conjoined
        or state.begins(place.first)
        or cue.kind is CueKind.ADD
        or state.text(place.first - 1).lstrip("و") in state.lexicon.siblings
    ):
        return (
            () if state.heard or state.begins(place.first) else sentence_subject(state, place)
        ) or state.going_on(cue.number)
    return ()


def _around(state: SentenceState, place: Place, speaker: Speaker | None, cue: CueWord) -> Chain:
    """The chain over the verb itself: that of the content it stands in, or none where it stands beside it."""
    chain = state.out.inner(place.first)
    if not chain:
        return ()
    before = [state.text(k).removeprefix("و") for k in range(max(0, place.first - 3), place.first)]
    beside = (
        cue.conjoined
        or state.text(place.first - 1) == "،"
        or any(word in state.lexicon.siblings for word in before)
    )
    if state.begins(place.first) or (beside and (speaker is None or speaker.first > place.first)):
        return ()
    return () if _contrasts(state, place, speaker) else chain


def _contrasts(state: SentenceState, place: Place, speaker: Speaker | None) -> bool:
    """«لكن الوزارة أكدت أن»: a clause of its own beside what was said, unless it stands within a quotation."""
    if speaker is None or speaker.first >= place.first:
        return False
    at = speaker.first - 1
    while at > 0 and state.lexicon.is_complementizer(state.text(at)):
        at -= 1
    contrasts = state.text(at).removeprefix("و") in state.lexicon.contrasts
    return contrasts and not _within_quotation(state, place.first)


def _within_quotation(state: SentenceState, at: int) -> bool:
    """Whether the scope over a token began with a quotation that has not ended before it."""
    scope = state.out.deciding(at)
    if scope is None:
        return False
    opened = scope.sign == "quoted" or any(state.text(k) in _OPENERS for k in (scope.first - 1, scope.first))
    return opened and not any(state.text(k) in _CLOSERS for k in range(scope.first + 1, at))


def _act(state: SentenceState, place: Place, speaker: Speaker | None, cue: CueWord, content: Content) -> int:
    """A speech act that is itself what happened: it says nothing, but its speaker may go on."""
    outer = _around(state, place, speaker, cue)
    state.mark(place, speaker)
    state.close(place.first, content.first - 1, outer)
    state.out.scopes.append(Scope(content.first, state.end, outer, sign=f"act+{content.sign}"))
    subject = speaker
    if subject is None and not state.begins(place.first):
        subject = preceding(state, place)
    if subject is not None:
        chain = (*outer, subject.link) if outer else subject.chain
        state.hear(chain, cue.number, nested=bool(outer))
    return place.last + 1


def _with_outlets(state: SentenceState, place: Place, content: Content, chain: Chain, cue: CueWord) -> Chain:
    """Puts the outlet that was told before the speaker."""
    outlets = state.outlets.told(place, place.last + 1, content.first - 1, direct=cue.tells)
    if not outlets and not state.heard:
        outlets = _asked(state, place)
    new = tuple(outlet for outlet in outlets if all(link.identity != outlet.identity for link in chain))
    return state.timed((*chain[:-1], *new, chain[-1]), place.first, content.first - 1, 1 + len(new))


def _asked(state: SentenceState, place: Place) -> tuple[Link, ...]:
    """«وفي مقابلة مع وكالة كذا قال»: an outlet named before the verb."""
    for at in range(place.first - 1):
        if state.lexicon.head(state.text(at)) in state.lexicon.statements:
            return state.outlets.told(place, at + 1, place.first - 1)
    return ()
