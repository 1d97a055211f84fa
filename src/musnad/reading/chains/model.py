"""Links and scopes while an article is read, before they become the claims' chains."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.claims.model import SourceKind
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

    `head` is the folded head word, by which "the source" finds its source again.
    """

    named: Place | None
    kind: SourceKind
    cue: Place
    head: str = ""
    mention: Mention | None = field(default=None, compare=False)

    @property
    def identity(self) -> object:
        """Equal for links that name the same speaker at the same place."""
        return self.named or self.kind


Chain = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Tokens of one sentence over which a chain holds. Where scopes overlap, the later-starting one decides,
    unless `wraps`: then its links stand outside all others.
    """

    first: int
    last: int
    chain: Chain
    wraps: bool = False


@dataclass(slots=True)
class SentenceChains:
    """The scopes of one sentence, and the words that are no content but name cues and speakers."""

    scopes: list[Scope] = field(default_factory=list)
    cues: set[int] = field(default_factory=set)

    def at(self, token: int) -> Chain:
        """The chain over a token, nearest to the reader first."""
        inner: Chain = ()
        start = -1
        outer: list[Link] = []
        for scope in self.scopes:
            if not scope.first <= token <= scope.last:
                continue
            if scope.wraps:
                outer.extend(scope.chain)
            elif scope.first >= start:
                inner, start = scope.chain, scope.first
        return _without_repeats((*outer, *inner))


def _without_repeats(chain: Chain) -> Chain:
    out: list[Link] = []
    for link in chain:
        if all(link.identity != kept.identity for kept in out):
            out.append(link)
    return tuple(out)
