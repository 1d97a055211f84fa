"""Builds the chains of an article, sentence after sentence: cues, speakers, scopes, carry-over, nesting.

A reporting word opens a scope over what is said. Scopes nest where one speaker reports another, stand side by side where
the article goes from one speaker to the next, and carry over where a sentence goes on with the speaker before it
(وأضاف، مشيرا إلى). «بحسب» wraps its whole clause. The model of cue, source and content follows PARC 3.0 (Pareti 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.chains import citing, participles, relaying, saying
from musnad.reading.chains.content import ContentFinder
from musnad.reading.chains.cues import CueKind, CueWord
from musnad.reading.chains.lexicon import ReportingLexicon, reporting_lexicon
from musnad.reading.chains.memory import Memory
from musnad.reading.chains.model import Scope, SentenceChains
from musnad.reading.chains.outlets import OutletFinder
from musnad.reading.chains.speakers import SpeakerFinder
from musnad.reading.chains.state import SentenceState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from musnad.reading.chains.model import Chain, Place
    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan


class ChainBuilder:
    """Reads an article's sentences in order and remembers who spoke.

    Args:
        lexicon: reporting words; the package's own where none is given.
        publisher: the publishing outlet, which is never a link of a chain.
        published: the day of publication, from which "yesterday" counts; without it only full dates give link times.
    """

    def __init__(
        self, lexicon: ReportingLexicon | None = None, *, publisher: str = "", published: date | None = None
    ) -> None:
        self._lexicon = lexicon or reporting_lexicon()
        self._publisher = publisher
        self._published = published
        self._memory = Memory()
        self._open: Chain = ()

    def read(self, scan: Scan, mentions: list[Mention]) -> SentenceChains:
        """The chains of the next sentence."""
        state = self._state(scan, mentions)
        if state.base:
            state.out.scopes.append(Scope(0, state.end, state.base, sign="quoted"))
        if not citing.heading(state):
            _read_cues(state)
        self._open = state.out.inner(state.end)
        return state.out

    def _state(self, scan: Scan, mentions: list[Mention]) -> SentenceState:
        self._memory.begin(scan.sentence.index)
        finder = SpeakerFinder(scan, mentions, self._lexicon, self._memory)
        return SentenceState(
            scan=scan,
            mentions=mentions,
            lexicon=self._lexicon,
            memory=self._memory,
            finder=finder,
            contents=ContentFinder(scan, self._lexicon),
            outlets=OutletFinder(scan, self._lexicon, finder, self._publisher),
            published=self._published,
            base=self._open if scan.sentence.starts_quoted else (),
        )


def _read_cues(state: SentenceState) -> None:
    at = 0
    while at <= state.end:
        cue = state.lexicon.cue(state.scan.tokens, at)
        at = max(_read_cue(state, cue, at), at + 1) if cue is not None else at + 1


def _read_cue(state: SentenceState, cue: CueWord, at: int) -> int:
    """Reads the cue at a token; returns the token to go on from."""
    place = state.place(at, at + cue.length - 1)
    if cue.passive:
        end = citing.hearsay(state, cue, place)
        if end > at + 1 or not cue.kind.is_verb:
            return end
    return _HANDLERS[cue.kind](state, cue, place)


_HANDLERS: dict[CueKind, Callable[[SentenceState, CueWord, Place], int]] = {
    CueKind.SAY: saying.verb,
    CueKind.ADD: saying.verb,
    CueKind.STANCE: saying.verb,
    CueKind.KNOW: saying.verb,
    CueKind.RELAY: relaying.relay,
    CueKind.PUBLISH: relaying.publish,
    CueKind.RELAYED: relaying.relayed,
    CueKind.ADVERBIAL: participles.participle,
    CueKind.BY_SAYING: participles.by_saying,
    CueKind.NOUN: participles.noun,
    CueKind.PRETEXT: participles.pretext,
    CueKind.ACCORDING: citing.according,
    CueKind.HEARSAY: citing.hearsay,
    CueKind.HEARSAY_NOUN: citing.hearsay_noun,
}
