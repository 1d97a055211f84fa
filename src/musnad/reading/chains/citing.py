"""Sources named beside what they say («بحسب»، «وفق ما أعلن»), hearsay, and headings of the form «فلان: …»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.chains.descriptions import described
from musnad.reading.chains.following import following
from musnad.reading.chains.model import Link, Place, Scope
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from musnad.reading.chains.cues import CueWord
    from musnad.reading.chains.model import Chain
    from musnad.reading.chains.speakers import Speaker
    from musnad.reading.chains.state import SentenceState

_BREAKS = frozenset({"فيما", "بينما"})
_FILLERS = frozenset({"ما", "لما", "ل", "به", "فيه", "بما"})
_HEARSAY_CLEAR = frozenset({"نسب", "ينسب", "نسبت", "يشتبه"})
_ASCRIBED = frozenset({"نسب", "ينسب", "نسبت", "تنسب"})
_SUPPOSED = frozenset({"يعتقد", "يشتبه"})
_TO_DAY = 3
_TO_NAME = 12
_TO_OUTLET = 4
_TO_ASCRIBED = 6
_TO_SIGN = 2
_HEADING_REACH = 8


def according(state: SentenceState, _cue: CueWord, place: Place) -> int:
    """«بحسب مصادر»: wraps the clause it stands in. None for «كما» before a verb that says something of its own."""
    at = place.last + 1
    while state.text(at) in _FILLERS:
        at += 1
    inner = state.lexicon.cue(state.scan.tokens, at) if at <= state.end else None
    if inner is not None and (inner.kind.is_verb or inner.passive):
        speaker = _of_verb(state, inner, state.place(at, at))
    elif (
        state.text(place.first).lstrip("و") in {"كما", "مثلما", "علي"} or state.text(at) in state.lexicon.same
    ):
        return place.last + 1
    else:
        speaker = _of_noun(state, place, at)
    if speaker is None:
        return place.last + 1
    first, last = _clause(state, place)
    chain, end = _cited(state, place, speaker)
    state.mark(place, speaker)
    state.out.cues.update(range(place.first, end + 1))
    chain = state.timed(chain, place.first, min(end + _TO_DAY, state.end))
    state.out.scopes.append(Scope(first, last, chain, wraps=True, sign="according", hole=(place.first, end)))
    number = inner.number if inner is not None else ""
    state.hear(chain, number, nested=bool(state.heard) and place.first > 1)
    return speaker.last + 1


def _cited(state: SentenceState, place: Place, speaker: Speaker) -> tuple[Chain, int]:
    """The chain of a cited source, with the name behind its title and the outlet it told; the last of its words."""
    chain, end = speaker.chain, speaker.last
    if chain[-1] is speaker.link:
        link = described(state, speaker, min(speaker.last + _TO_NAME, state.end))
        chain = (*chain[:-1], link)
        if link.named is not None and link.named.sentence == place.sentence:
            end = max(end, link.named.last)
    outlets = state.outlets.told(place, end + 1, end + _TO_OUTLET)
    new = tuple(outlet for outlet in outlets if all(link.identity != outlet.identity for link in chain))
    return (*chain[:-1], *new, chain[-1]), end


def _of_noun(state: SentenceState, place: Place, at: int) -> Speaker | None:
    """A noun that can speak; laws, plans and agreements («وفق القانون») cannot."""
    speaker = state.finder.here(place, at, prepositional=True)
    if speaker is None and state.scan.is_quote(at):
        speaker = state.finder.here(place, at + 1, prepositional=True)
    speaker = speaker or state.finder.statement(place, at)
    mention = speaker.link.mention if speaker is not None else None
    return None if mention is not None and mention.form is MentionForm.NISBA else speaker


def _of_verb(state: SentenceState, cue: CueWord, place: Place) -> Speaker | None:
    """«وفق ما أعلن فلان»; with «كما», only where the verb says nothing of its own."""
    speaker = following(state, place, cue)
    if speaker is None:
        return None
    if (
        state.text(place.first - 1).lstrip("و") in {"كما", "مثلما"}
        and state.contents.after(speaker.last + 1, cue) is not None
    ):
        return None
    return speaker


def _clause(state: SentenceState, place: Place) -> tuple[int, int]:
    """The part of the sentence that a source beside it covers: to the words that open the next part."""
    first, last = 0, state.end
    for j in range(2, state.end + 1):
        if state.text(j).removeprefix("و") in _BREAKS or (
            state.text(j) == "حين" and state.text(j - 1) == "في"
        ):
            if j < place.first:
                first = j
            elif j > place.first:
                last = j - 1
                break
    return first, last


def hearsay(state: SentenceState, _cue: CueWord, place: Place) -> int:
    """«يُقال إن»، «نُسب إلى»: nobody says it."""
    after = state.text(place.last + 1)
    bare = state.text(place.first).removeprefix("و")
    said = state.lexicon.is_complementizer(after) or (bare in _HEARSAY_CLEAR and after in {"الي", "ل", "بان"})
    if said and bare in _ASCRIBED and after != "بان" and not state.lexicon.is_complementizer(after):
        return _ascribed(state, place)
    if not said:
        return place.last + 1
    link = Link(None, SourceKind.HEARSAY, place)
    outer = state.out.inner(place.first)
    if outer and bare in _SUPPOSED:
        return place.last + 1
    state.out.cues.add(place.first)
    state.out.scopes.append(Scope(place.last + 2, state.end, (*outer, link), sign="hearsay"))
    return place.last + 2


def _ascribed(state: SentenceState, place: Place) -> int:
    """«هجوم وقع أمس ونسب إلى الجماعة»: nobody is named for the deed told before it; «نسب إليه قوله إن» brings words."""
    outer = state.out.inner(place.first)
    link = Link(None, SourceKind.HEARSAY, place)
    content = state.contents.clear(place.last + 2, _TO_ASCRIBED)
    if content is not None:
        state.out.scopes.append(Scope(content.first, state.end, (*outer, link), sign="hearsay"))
        return content.first
    deciding = state.out.deciding(place.first)
    first = deciding.first if deciding is not None else 0
    last = min(place.last + 2, state.end)
    state.out.cues.add(place.first)
    state.out.scopes.append(Scope(first, last, (*outer, link), sign="ascribed"))
    state.out.scopes.append(Scope(last + 1, state.end, outer, sign="ascribed+after"))
    return last + 1


def hearsay_noun(state: SentenceState, _cue: CueWord, place: Place) -> int:
    """«أنباء عن»، «معلومات تفيد بأن»: news that nobody is named for."""
    content = state.contents.clear(place.last + 1, _TO_SIGN)
    first = content.first if content is not None else -1
    if first < 0 and state.text(place.last + 1) in {"عن", "حول"}:
        first = place.last + 2
    if first < 0 or state.text(place.first).startswith("ال"):
        return place.last + 1
    link = Link(place, SourceKind.HEARSAY, place, state.text(place.first))
    outer = () if state.text(place.first - 1) == "وسط" else state.out.inner(place.first)
    state.out.cues.add(place.first)
    state.out.scopes.append(Scope(first, state.end, (*outer, link), sign="hearsay_noun"))
    return first


def heading(state: SentenceState) -> bool:
    """«فلان: كذا»: a headline that begins with who says it. A state or a place before the colon is mostly a topic."""
    if not state.scan.sentence.heading:
        return False
    colon = next((k for k in range(1, min(_HEADING_REACH, state.end)) if state.text(k) == ":"), -1)
    if colon < 0:
        return False
    place = state.place(colon, colon)
    speaker = state.finder.here(place, 0)
    if speaker is None or speaker.last != colon - 1:
        return False
    mention = speaker.link.mention
    if mention is not None and mention.kind in {ActorKind.STATE, ActorKind.PLACE}:
        return False
    state.open(colon + 1, speaker.chain, "heading")
    return True
