"""Who has spoken so far in an article, so that "the source", "he added" and a surname find their chain again."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from musnad.claims.model import SourceKind

if TYPE_CHECKING:
    from collections.abc import Container

    from musnad.reading.chains.model import Chain, Link

_REMEMBERED = 24
_OUTLET_LASTS = 6
_AGREES = {"m": "mpd", "f": "fpd", "p": "mfpd", "d": "mfpd"}


class Memory:
    """Chains in the order in which their last link spoke, each with the agreement it was heard with."""

    def __init__(self) -> None:
        self._said: deque[tuple[Chain, str]] = deque(maxlen=_REMEMBERED)
        self._leading: deque[tuple[Chain, str]] = deque(maxlen=_REMEMBERED)
        self._by_key: dict[str, Chain] = {}
        self._sentence = 0
        self._kinds: dict[str, SourceKind] = {}

    def begin(self, sentence: int) -> None:
        """Notes which sentence is read now."""
        self._sentence = sentence

    def _fresh(self, chain: Chain) -> Chain:
        """The chain without the outlet that was told so long ago that the article has made the speaker its own."""
        told = len(chain) > 1 and chain[0].kind is SourceKind.MEDIA
        return chain[1:] if told and self._sentence - chain[0].cue.sentence > _OUTLET_LASTS else chain

    def remember(self, chain: Chain, number: str = "", *, nested: bool = False) -> None:
        """Notes a chain when its last link speaks.

        `number` is the agreement of the verb it spoke with; `nested` says that another quotes it, so that it does not
        go on by itself. When it spoke stays with the sentence.
        """
        if not chain:
            return
        chain = tuple(link if link.time is None else replace(link, time=None) for link in chain)
        if not number:
            number = next((n for said, n in reversed(self._said) if said == chain), "")
        self._said.append((chain, number))
        if not nested:
            self._leading.append((chain, number))
        if chain[-1].key and not nested:
            self._by_key[chain[-1].key] = chain

    def of_key(self, key: str) -> Chain:
        """The latest chain in whose end the actor stands."""
        return self._fresh(self._by_key.get(key, ())) if key else ()

    def of_head(self, heads: Container[str]) -> Chain:
        """The latest chain whose speaker has one of these head words."""
        return self._fresh(next((chain for chain, _ in reversed(self._said) if chain[-1].head in heads), ()))

    def of_kind(self, *kinds: SourceKind) -> Chain:
        """The latest chain with a speaker of one of these kinds, cut after that speaker."""
        for chain, _ in reversed(self._said):
            for k in range(len(chain) - 1, -1, -1):
                if chain[k].kind in kinds:
                    return self._fresh(chain[: k + 1])
        return ()

    def going_on(self, number: str) -> Chain:
        """The latest chain that agrees with a verb or participle that names no speaker."""
        agreeing = (chain for chain, heard in reversed(self._leading) if agrees(heard, number))
        return self._fresh(next(agreeing, self._leading[-1][0] if self._leading else ()))

    def kind(self, link: Link, kind: SourceKind) -> SourceKind:
        """The kind of a speaker, who keeps the office by which the article first names them."""
        if not link.key:
            return kind
        known = self._kinds.get(link.key)
        if known is SourceKind.OFFICIAL and kind in {SourceKind.PERSON, SourceKind.ANONYMOUS}:
            return known
        self._kinds[link.key] = kind
        return kind


def agrees(heard: str, number: str) -> bool:
    """Whether a speaker heard with one agreement can go on with another; an unknown one always can."""
    return not heard or not number or number in _AGREES.get(heard, "mfpd1") or number == "1"
