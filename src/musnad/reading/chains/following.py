"""The speaker that follows a verb of saying, where days, told outlets or quotation marks may stand between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.chains.content import Sign
from musnad.reading.chains.cues import CueKind
from musnad.reading.chains.model import Link
from musnad.reading.chains.phrases import phrase_end
from musnad.reading.chains.speakers import Speaker
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from musnad.reading.chains.cues import CueWord
    from musnad.reading.chains.model import Place
    from musnad.reading.chains.state import SentenceState

_MAX_GAP = 7
_PLAIN_REACH = 22
_NEAR_THAT = 5
_QUOTED_NAME = 7
_SUBJECT_PRONOUNS = frozenset(
    {"لكنه", "لكنها", "لكنهم", "انه", "انها", "انهم", "هو", "هي", "هم", "بانه", "بانها"}
)
_SIDES = frozenset({"جهه", "ناحيه", "جانب"})
_ISSUED = frozenset({"بيان"})
_OPENERS = frozenset({"«", "“", '"'})


def following(state: SentenceState, place: Place, cue: CueWord) -> Speaker | None:
    """The speaker that follows the verb, before what is said begins; days and «لوكالة كذا» may stand between."""
    at, last = place.last + 1, min(place.last + _MAX_GAP, state.end)
    while at <= last:
        text = state.text(at)
        if text == "من" and state.text(at + 1) in _SIDES:
            at += 3
            continue
        if text in _OPENERS and state.text(at - 1) in {"ل", "الي"}:
            at = past_quoted(state, at)
            continue
        if text in _OPENERS and at == place.last + 1:
            return _quoted(state, place, at)
        if state.lexicon.is_complementizer(text) or text == ":" or text in _OPENERS:
            return None
        if text in state.lexicon.days:
            at += 1
            continue
        found = state.finder.statement(place, at) if cue.impersonal else state.finder.here(place, at)
        if found is None and at == place.last + 1 and state.lexicon.head(text) in _ISSUED:
            found = state.finder.statement(place, at)
        if found is not None:
            return found if _may_speak(state, found, cue, at > place.last + 1) else None
        mention = state.finder.starting(at)
        skipped = (
            text in state.lexicon.days
            or state.scan.is_mark(at)
            or (mention is not None and mention.kind is ActorKind.MEDIA)
        )
        if not skipped and not _aside(state, at):
            return _plain(state, place, at, cue)
        at = max(at, mention.last if mention is not None else at) + 1
    return None


def _quoted(state: SentenceState, place: Place, at: int) -> Speaker | None:
    """A speaker whose name stands in quotation marks, with أن behind it: «أعلن «مكتب كذا» أن»."""
    close = past_quoted(state, at) - 1
    if close - at > _QUOTED_NAME or close > state.end:
        return None
    after = close + 1
    while after <= state.end and (state.text(after).startswith("ال") or state.text(after) in {"،", ","}):
        after += 1
    if not state.lexicon.is_complementizer(state.text(after)):
        return None
    return Speaker(
        Link(state.place(at + 1, close - 1), SourceKind.OFFICIAL, place, state.text(at + 1)),
        (),
        at + 1,
        close,
    )


def past_quoted(state: SentenceState, at: int) -> int:
    """The token after the quoted name that begins at `at`."""
    return next(
        (k + 1 for k in range(at + 1, state.end + 1) if state.text(k) in {"»", "”", '"'}), state.end + 1
    )


def _aside(state: SentenceState, at: int) -> bool:
    """A preposition or a statement between verb and speaker: «وقال في بيان له الناطق»."""
    text = state.text(at)
    return text in {"في", "خلال", "ل", "من"} or (
        state.lexicon.head(text) in state.lexicon.statements and state.text(at - 1) in {"في", "خلال"}
    )


def _may_speak(state: SentenceState, found: Speaker, cue: CueWord, gap: bool) -> bool:
    """A noun object is no speaker: «أكدت دعم المملكة»."""
    mention = found.link.mention
    if mention is not None and mention.form is MentionForm.NISBA:
        return False
    if not gap and cue.number in {"m", "f"} and _oblique(state, found):
        return False
    if not gap and _pronoun_before(state, found):
        return False
    return gap or cue.number != "m" or cue.kind is CueKind.RELAY or not _feminine(state, found)


def _pronoun_before(state: SentenceState, found: Speaker) -> bool:
    """«لكنه دعا الحكومة»: the pronoun is the subject, and what follows the object."""
    return state.text(found.first - 2).removeprefix("و") in _SUBJECT_PRONOUNS


def _oblique(state: SentenceState, found: Speaker) -> bool:
    """«حذر المشرعين»: a sound plural that is no nominative is who was warned."""
    mention, text = found.link.mention, state.text(found.first)
    return mention is not None and mention.plural and text.startswith("ال") and text.endswith("ين")


def _feminine(state: SentenceState, found: Speaker) -> bool:
    text = state.text(found.first)
    return text.startswith("ال") and text.endswith("ه")


def _name_like(state: SentenceState, at: int) -> bool:
    """Two words or more in no list, though the first looks like a preposition on something (بيرند ريكسنجه)."""
    first, second = state.scan.words[at], state.scan.word(at + 1)
    if not first.unknown or first.text[1:3] == "ال" or second is None or second.mark or second.function:
        return False
    return second.unknown or bool(second.given or second.names)


def _plain(state: SentenceState, place: Place, at: int, cue: CueWord) -> Speaker | None:
    """A speaker that no list knows, where the verb takes no noun as what is said, or a clear sign follows soon."""
    word = state.scan.words[at]
    text = state.text(at)
    if (
        not cue.firm
        or cue.kind not in {CueKind.SAY, CueKind.ADD}
        or word.function
        or (text.startswith(("ب", "ل")) and not _name_like(state, at))
        or not text[0].isalpha()
    ):
        return None
    if state.lexicon.cue(state.scan.tokens, at) is not None or (
        at > place.last + 1 and state.text(at - 1) not in state.lexicon.days
    ):
        return None
    content = state.contents.clear(at, _PLAIN_REACH)
    if content is None:
        return None
    near = content.sign is Sign.THAT and content.first - at <= _NEAR_THAT
    if cue.takes_object and not word.unknown and not near:
        return None
    last = phrase_end(state.scan, state.lexicon, at)
    named = word.unknown and not text.startswith("ال")
    kind = SourceKind.PERSON if named else SourceKind.ANONYMOUS
    title = next((m for m in state.mentions if last < m.first <= last + 2 or at < m.first <= last), None)
    if named and title is not None and title.first < content.first and (title.official or title.affiliates):
        kind = SourceKind.OFFICIAL
    return Speaker(Link(state.place(at, last), kind, place, text), (), at, last)
