"""Finds the known actor that a name in any usual spelling means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from musnad.arabic.folding import fold
from musnad.knowledge.entries import Match
from musnad.knowledge.names import similarity, words_of
from musnad.knowledge.sounds import is_arabic, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from musnad.knowledge.base import KnowledgeBase

_FLOOR = 0.72
_KEY_FLOOR = 62.0
_SHORTLIST = 250


class NameIndex:
    """All names of a knowledge base under their coarse keys. Built once (tens of milliseconds), then read only."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._names: list[tuple[str, str]] = [(name, i) for i in base.actors for name in self._names_of(i)]
        self._keys = [key_of(name) for name, _ in self._names]

    def _names_of(self, actor_id: str) -> Iterator[str]:
        actor = self._base.actors[actor_id]
        yield from dict.fromkeys((actor.ar, *actor.aliases_ar, actor.en, *actor.aliases_en))

    def find(self, name: str, *, limit: int) -> list[Match]:
        """The actors whose names are alike, best first, exact names before all others; at most `limit`."""
        best: dict[str, Match] = {}
        for actor_id, score, matched in (*self._exact(name), *self._alike(name)):
            if actor_id not in best or best[actor_id].score < score:
                best[actor_id] = Match(self._base.actors[actor_id], score, matched)
        # The sort is stable: among equals the order of likelihood stands.
        return sorted(best.values(), key=lambda match: -match.score)[:limit]

    def _exact(self, name: str) -> Iterator[tuple[str, float, str]]:
        form = " ".join((fold(name) if is_arabic(name) else name.lower()).split())
        indexes = (
            (self._base.names, self._base.places)
            if is_arabic(name)
            else (self._base.names_en, self._base.places_en)
        )
        for index in indexes:
            for actor_id in index.get(form, ()):
                yield actor_id, 1.0, form

    def _alike(self, name: str) -> Iterator[tuple[str, float, str]]:
        key = key_of(name)
        if not key:
            return
        shortlist = process.extract(
            key, self._keys, scorer=fuzz.token_set_ratio, limit=_SHORTLIST, score_cutoff=_KEY_FLOOR
        )
        for _, _, at in shortlist:
            known, actor_id = self._names[at]
            score = similarity(name, known)
            if score >= _FLOOR:
                yield actor_id, score, known


def key_of(name: str) -> str:
    """The coarse key of a name: the skeletons of its words, separated by spaces."""
    return " ".join(filter(None, map(skeleton, words_of(name))))
