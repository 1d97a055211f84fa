"""Links and scopes while an article is read, before they become the claims' chains."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import Interval, SourceKind
    from musnad.reading.mentions.model import Mention


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of tokens in one sentence, `last` inclusive."""

    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Link:
    """A speaker: where it is named (None for hearsay), what kind, the cue, and the mention that names it.

    `head` is the folded head word, by which "the source" finds its source again. `time` is when it was said, where
    the text tells.
    """

    named: Place | None
    kind: SourceKind
    cue: Place
    head: str = ""
    mention: Mention | None = field(default=None, compare=False)
    time: Interval | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """The actor that speaks, '' where it is none."""
        return self.mention.resolved if self.mention is not None else ""

    @property
    def identity(self) -> object:
        """Equal for links that name the same speaker."""
        return self.key or self.named or self.kind


Chain = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Tokens of one sentence over which a chain holds.

    Where scopes overlap, the later-starting one decides, unless `wraps`: then its links stand outside all others.
    `sign` names what opened the scope; `hole` holds tokens within it that it does not cover.
    """

    first: int
    last: int
    chain: Chain
    wraps: bool = False
    sign: str = ""
    hole: tuple[int, int] | None = None

    def wraps_token(self, token: int) -> bool:
        """Whether it stands outside the other scopes of a token; the words that name its source are not in it."""
        inside = self.wraps and self.first <= token <= self.last
        return inside and not (self.hole is not None and self.hole[0] <= token <= self.hole[1])


@dataclass(slots=True)
class SentenceChains:
    """The scopes of one sentence, and the words that are no content but name cues and speakers."""

    scopes: list[Scope] = field(default_factory=list)
    cues: set[int] = field(default_factory=set)
    _known: dict[int, tuple[int, Chain]] = field(default_factory=dict, repr=False, compare=False)

    def at(self, token: int) -> Chain:
        """The chain over a token, nearest to the reader first."""
        size = len(self.scopes)
        known = self._known.get(token)
        if known is not None and known[0] == size:
            return known[1]
        outer = [one for s in self.scopes if s.wraps_token(token) for one in s.chain]
        chain = without_repeats((*outer, *self.inner(token)))
        self._known[token] = (size, chain)
        return chain

    def inner(self, token: int) -> Chain:
        """The chain over a token without the sources that wrap the sentence."""
        deciding = self.deciding(token)
        return deciding.chain if deciding is not None else ()

    def deciding(self, token: int) -> Scope | None:
        """The scope whose chain holds at a token."""
        best: Scope | None = None
        for scope in self.scopes:
            inside = not scope.wraps and scope.first <= token <= scope.last
            if inside and (best is None or scope.first >= best.first):
                best = scope
        return best


def without_repeats(chain: Chain) -> Chain:
    """The chain with each speaker once, at its nearest place."""
    out: list[Link] = []
    for link in chain:
        if all(link.identity != kept.identity for kept in out):
            out.append(link)
    return tuple(out)
