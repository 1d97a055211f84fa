"""From a name as somebody gives it to the one actor of the ledger it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from musnad.errors import MusnadError
from musnad.ledger.words import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.claims.record import ActorRef
    from musnad.ledger.store import LedgerStore

DOMINANT: Final = 5
"""A name means the actor so called this many times as often as the next one; otherwise it is ambiguous."""
SAME_NAME: Final = 0.85  # from here two spellings may well be of one name (`musnad.knowledge.similarity`)
NEAR_NAME: Final = 0.4  # from here a name is worth offering: it shares a word of two
CLOSE: Final = 0.05  # scores this near to each other do not decide
_PART: Final = 0.95  # what a name keeps that is only part of another, all its words being there
_SHOWN: Final = 5
_SHORTLIST: Final = 200
_JOINED_ARTICLE: Final = re.compile(r"\b[ae]l(?=[a-z]{3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor a name may mean: how alike the names are, in [0, 1], and how often the actor goes by it."""

    actor: ActorRef
    score: float
    count: int = 0


def resolve(store: LedgerStore, name: str) -> ActorRef:
    """The actor of the ledger that `name` means, in Arabic or Latin script, in any usual spelling.

    Asked in this order, the first that answers deciding: names used in the ledger; ids of the ledger; names of the
    knowledge base, of actors the ledger has; names like it, in the ledger or the knowledge base.

    Raises:
        MusnadError: M420 ambiguous, with the candidates; M421 unknown, with the nearest names; M422 unknown and
            nothing like it; M425 the ledger holds no claims; M428 empty.
    """
    if not name.strip():
        raise MusnadError("M428")
    return _called(store, name) or _with_id(store, name) or _known(store, name) or _alike(store, name)


def _called(store: LedgerStore, name: str) -> ActorRef | None:
    found = [Candidate(named.actor, 1.0, named.count) for named in store.actors_named(name)]
    if not found:
        return None
    if len(found) == 1 or found[0].count >= DOMINANT * found[1].count:
        return found[0].actor
    own = [c for c in found if name_key(name) in (name_key(c.actor.ar), name_key(c.actor.en))]
    if len(own) == 1:
        return own[0].actor
    raise _ambiguous(name, own or found)


def _with_id(store: LedgerStore, name: str) -> ActorRef | None:
    found = store.actors([name.strip()])
    return found[0] if found else None


def _known(store: LedgerStore, name: str) -> ActorRef | None:
    exact = [candidate for candidate in _from_knowledge(store, name) if candidate.score == 1.0]
    if len(exact) > 1:
        raise _ambiguous(name, exact)
    return exact[0].actor if exact else None


def _alike(store: LedgerStore, name: str) -> ActorRef:
    best: dict[str, Candidate] = {}
    for candidate in (*_from_knowledge(store, name), *_from_ledger(store, name)):
        known = best.get(candidate.actor.id)
        if known is None or (candidate.score, candidate.count) > (known.score, known.count):
            best[candidate.actor.id] = candidate
    ranked = sorted(best.values(), key=lambda c: (-c.score, -c.count, c.actor.id))
    if not ranked:
        raise MusnadError("M422", name=name) if store.counts().current else MusnadError("M425")
    if ranked[0].score < SAME_NAME:
        raise MusnadError("M421", name=name, candidates=_list(ranked))
    rivals = [c for c in ranked if c.score >= SAME_NAME and ranked[0].score - c.score < CLOSE]
    if len(rivals) > 1:
        raise _ambiguous(name, rivals)
    return ranked[0].actor


def _from_knowledge(store: LedgerStore, name: str) -> list[Candidate]:
    from musnad.knowledge import knowledge_base  # noqa: PLC0415 - a tenth of a second, seldom needed

    matches: dict[str, float] = {}
    for spelling in _spellings(name):
        for match in knowledge_base().find(spelling, limit=20):
            matches[match.actor.id] = max(match.score, matches.get(match.actor.id, 0.0))
    return [Candidate(actor, matches[actor.id]) for actor in store.actors(matches)]


def _from_ledger(store: LedgerStore, name: str) -> list[Candidate]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    from musnad.knowledge import similarity  # noqa: PLC0415
    from musnad.knowledge.search import key_of  # noqa: PLC0415

    names = list(store.names())
    keys = [key_of(known) for _, known, _ in names]
    # Coarse keys first: the careful comparison is too slow for every name of a large ledger.
    scored: dict[str, tuple[float, int]] = {}
    for spelling in _spellings(name):
        key = key_of(spelling)
        shortlist = process.extract(
            key, keys, scorer=fuzz.token_set_ratio, limit=_SHORTLIST, score_cutoff=50.0
        )
        for _, _, at in shortlist:
            actor_id, known, count = names[at]
            score = max(similarity(spelling, known), _part_of(spelling, known))
            if score >= NEAR_NAME:
                scored[actor_id] = max(scored.get(actor_id, (0.0, 0)), (score, count))
    return [Candidate(actor, *scored[actor.id]) for actor in store.actors(scored)]


def _part_of(name: str, whole: str) -> float:
    """How alike `name` is to a part of `whole`, in [0, 1]: "Sahli" to "Farid as-Sahli"; 0 where a word of it is lacking."""
    from musnad.knowledge.names import SAME_WORD, word_similarity, words_of  # noqa: PLC0415

    rest = iter(words_of(whole))
    scores = []
    for word in words_of(name):
        score = next((alike for other in rest if (alike := word_similarity(word, other)) >= SAME_WORD), 0.0)
        if not score:
            return 0.0
        scores.append(score)
    return _PART * sum(scores) / len(scores) if scores else 0.0


def _spellings(name: str) -> tuple[str, ...]:
    # "Alsahli" is not seen to be "al-Sahli" word by word; "Alexander" loses nothing by being tried both ways.
    return tuple(dict.fromkeys((name, _JOINED_ARTICLE.sub("al-", name))))


def _ambiguous(name: str, candidates: Iterable[Candidate]) -> MusnadError:
    return MusnadError("M420", name=name, candidates=_list(candidates))


def _list(candidates: Iterable[Candidate]) -> str:
    shown = [_label(candidate.actor) for candidate in candidates][:_SHOWN]
    return " · ".join(shown)


def _label(actor: ActorRef) -> str:
    both = " / ".join(dict.fromkeys(part for part in (actor.ar, actor.en) if part))
    return f"{both} [{actor.id}]"
