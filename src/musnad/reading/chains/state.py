"""One sentence while its cues are read: what has been opened so far, and who may go on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from musnad.reading.chains.memory import agrees
from musnad.reading.chains.model import Chain, Place, Scope, SentenceChains
from musnad.reading.chains.timing import said_when, timed

if TYPE_CHECKING:
    from datetime import date

    from musnad.reading.chains.content import ContentFinder
    from musnad.reading.chains.lexicon import ReportingLexicon
    from musnad.reading.chains.memory import Memory
    from musnad.reading.chains.outlets import OutletFinder
    from musnad.reading.chains.speakers import Speaker, SpeakerFinder
    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan


@dataclass(slots=True)
class SentenceState:
    """The tools for one sentence, the scopes opened in it, and the speakers heard in it."""

    scan: Scan
    mentions: list[Mention]
    lexicon: ReportingLexicon
    memory: Memory
    finder: SpeakerFinder
    contents: ContentFinder
    outlets: OutletFinder
    base: Chain
    published: date | None = None
    out: SentenceChains = field(default_factory=SentenceChains)
    heard: list[tuple[Chain, str, bool]] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The last token."""
        return len(self.scan.tokens) - 1

    def place(self, first: int, last: int) -> Place:
        """Tokens of this sentence."""
        return Place(self.scan.sentence.index, first, last)

    def text(self, at: int) -> str:
        """The folded word at a token; '' outside the sentence."""
        return self.scan.tokens[at].text if 0 <= at <= self.end else ""

    def begins(self, at: int) -> bool:
        """Whether the word opens the sentence, but for marks and conjunctions."""
        return all(
            self.scan.is_mark(k) or self.text(k) in {"كما", "و", "ثم", "هذا", "كذلك"} for k in range(at)
        )

    def timed(self, chain: Chain, first: int, last: int, links: int = 1) -> Chain:
        """The chain whose last `links` links spoke when tokens `first..last` say."""
        return timed(chain, said_when(self.scan, first, last, self.published), links)

    def going_on(self, number: str) -> Chain:
        """The chain that a verb or participle without a speaker goes on with: this sentence's, else the article's.

        Who is quoted by another goes on only where the one who quotes does not agree with the word.
        """
        for nested in (False, True):
            for chain, heard, inside in reversed(self.heard):
                if inside is nested and agrees(heard, number):
                    return chain
        return self.heard[-1][0] if self.heard else self.memory.going_on(number)

    def hear(self, chain: Chain, number: str = "", *, nested: bool = False) -> None:
        """Notes who speaks; those who are quoted by another do not go on in later sentences."""
        self.heard.append((chain, number, nested))
        self.memory.remember(chain, number, nested=nested)

    def open(self, first: int, chain: Chain, sign: str, *, number: str = "", nested: bool = False) -> None:
        """Opens a scope from `first` to the end, and notes who spoke; `nested` where another quotes them."""
        self.out.scopes.append(Scope(first, self.end, chain, sign=sign))
        self.hear(chain, number, nested=nested)

    def close(self, first: int, last: int, chain: Chain) -> None:
        """Gives the words of a cue and its speaker back to whoever tells of the speaking."""
        if first <= last:
            self.out.scopes.append(Scope(first, last, chain, sign="cue"))

    def mark(self, place: Place, speaker: Speaker | None) -> None:
        """Notes which words name a cue and its speaker."""
        self.out.cues.update(range(place.first, place.last + 1))
        if speaker is not None and speaker.link.named is not None:
            self.out.cues.update(range(speaker.first, speaker.last + 1))
