"""Ties: how one actor stands to another, who stands with whom, and how that went over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.alignment.evidence import weigh
from musnad.alignment.model import Stance, Tie, TieState
from musnad.alignment.pairs import Pair, PairIndex, pairs_of, speaks
from musnad.alignment.sources import SourceRegistry
from musnad.alignment.stance import judge
from musnad.alignment.statements import Statement, statements
from musnad.alignment.weights import Weights
from musnad.errors import MusnadError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from musnad.claims.record import ActorRef, ClaimRecord

_BACKING = frozenset({TieState.BACKS, TieState.LEANS_TO})
_OPPOSING = frozenset({TieState.OPPOSES, TieState.LEANS_AWAY})


@dataclass(frozen=True, slots=True)
class _Rules:
    """By what evidence is judged.

    `groups` tells which articles are copies of one text (`musnad.alignment.copies.group_copies`); an article it does
    not know is a text of its own.
    """

    weights: Weights
    sources: SourceRegistry
    groups: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Question:
    """The two days a tie is asked about, and by what it is judged."""

    as_of: date
    known_by: date | None
    rules: _Rules


def tie(  # noqa: PLR0913 - what is asked, and by what it is judged, by keyword
    records: Iterable[ClaimRecord],
    a: ActorRef,
    b: ActorRef,
    *,
    as_of: date,
    known_by: date | None = None,
    weights: Weights | None = None,
    groups: Mapping[str, str] | None = None,
    sources: SourceRegistry | None = None,
) -> Tie:
    """How `a` stands to `b` on the day `as_of`, by what could be known on `known_by` (None: all that is known).

    Args:
        records: claims in any order; those about other pairs, of types without a sign, or rejected are passed over.
        a: who stands.
        b: to whom.
        as_of: the day asked about; what holds only later is no evidence.
        known_by: what was learnt only later is no evidence.
        weights: default those of `weights.yaml`.
        groups: content hash → group of copies; default: every article its own.
        sources: default the registry of `sources.yaml`.

    Returns:
        A tie of state `unknown` where nothing speaks of the pair.

    Raises:
        MusnadError: M410 `a` is `b`.
    """
    rules = _rules(weights, groups, sources)
    return _tie(_statements(records, a, b, rules), (a, b), _Question(as_of, known_by, rules))


def timeline(  # noqa: PLR0913 - what is asked, and by what it is judged, by keyword
    records: Iterable[ClaimRecord],
    a: ActorRef,
    b: ActorRef,
    days: Iterable[date],
    *,
    known_by: date | None = None,
    hindsight: bool = True,
    weights: Weights | None = None,
    groups: Mapping[str, str] | None = None,
    sources: SourceRegistry | None = None,
) -> list[Tie]:
    """How `a` stood to `b` on each of `days`, in their order; the other arguments are those of `tie`.

    With `hindsight` each day is judged by all that was known on `known_by`; without, only by what could be known on
    that day itself (and on `known_by`, if that is earlier).

    Raises:
        MusnadError: M410 `a` is `b`.
    """
    rules = _rules(weights, groups, sources)
    found = _statements(records, a, b, rules)
    return [_tie(found, (a, b), _Question(day, _horizon(day, known_by, hindsight), rules)) for day in days]


def who(  # noqa: PLR0913 - what is asked, and by what it is judged, by keyword
    records: Iterable[ClaimRecord],
    target: ActorRef,
    stance: Stance | str,
    *,
    as_of: date,
    known_by: date | None = None,
    whom: bool = False,
    weights: Weights | None = None,
    groups: Mapping[str, str] | None = None,
    sources: SourceRegistry | None = None,
) -> list[Tie]:
    """Who backs, opposes or wavers about `target`; with `whom`, whom `target` backs, opposes or wavers about.

    `backs` and `opposes` include those who lean, strongest stance first. `wavers` are all ties in which weighty voices
    speak both ways, most evidence first; one that leans all the same is in both answers. The other arguments are those
    of `tie`.

    Raises:
        MusnadError: M411 no such stance.
    """
    asked = _stance(stance)
    side = 0 if whom else 1
    question = _Question(as_of, known_by, _rules(weights, groups, sources))
    ties = _ties(PairIndex(records, lambda pair: pair[side] == target.id), question)
    if asked is Stance.WAVERS:
        return sorted((tie for tie in ties if tie.contradicted), key=lambda tie: -tie.certainty)
    states, sign = (_BACKING, 1) if asked is Stance.BACKS else (_OPPOSING, -1)
    return sorted(
        (tie for tie in ties if tie.state in states), key=lambda tie: (-sign * tie.stance, -tie.certainty)
    )


def ties_among(  # noqa: PLR0913 - what is asked, and by what it is judged, by keyword
    records: Iterable[ClaimRecord],
    *,
    as_of: date,
    known_by: date | None = None,
    weights: Weights | None = None,
    groups: Mapping[str, str] | None = None,
    sources: SourceRegistry | None = None,
) -> list[Tie]:
    """Every tie that has evidence, by the ids of its ends: the whole signed graph, in time linear in the claims.

    The arguments are those of `tie`, and each tie is the one that `tie` gives for its pair.
    """
    question = _Question(as_of, known_by, _rules(weights, groups, sources))
    return _ties(PairIndex(records, lambda _: True), question)


def _rules(
    weights: Weights | None, groups: Mapping[str, str] | None, sources: SourceRegistry | None
) -> _Rules:
    return _Rules(weights or Weights.default(), sources or SourceRegistry.default(), groups or {})


def _statements(records: Iterable[ClaimRecord], a: ActorRef, b: ActorRef, rules: _Rules) -> list[Statement]:
    if a.id == b.id:
        raise MusnadError("M410", name=a.name("en"))
    about = [record for record in records if speaks(record) and (a.id, b.id) in pairs_of(record)]
    return statements(about, rules.groups, rules.weights, rules.sources)


def _tie(found: Sequence[Statement], ends: tuple[ActorRef, ActorRef], asked: _Question) -> Tie:
    evidence = weigh(found, asked.as_of, asked.known_by, asked.rules.weights)
    judgement = judge(evidence.voices, asked.rules.weights)
    return Tie(
        subject=ends[0],
        object=ends[1],
        as_of=asked.as_of,
        known_by=asked.known_by,
        state=judgement.state,
        stance=judgement.stance,
        certainty=judgement.certainty,
        low=judgement.low,
        high=judgement.high,
        weight_for=judgement.weight_for,
        weight_against=judgement.weight_against,
        contradicted=judgement.contradicted,
        voices=evidence.voices,
        superseded=evidence.superseded,
    )


def _ties(index: PairIndex, asked: _Question) -> list[Tie]:
    rules = asked.rules
    ties = []
    for pair in sorted(index.claims):
        found = statements(index.claims[pair], rules.groups, rules.weights, rules.sources)
        tie = _tie(found, _ends(index, pair), asked)
        if tie.voices:
            ties.append(tie)
    return ties


def _ends(index: PairIndex, pair: Pair) -> tuple[ActorRef, ActorRef]:
    return index.actors[pair[0]], index.actors[pair[1]]


def _horizon(day: date, known_by: date | None, hindsight: bool) -> date | None:
    if hindsight:
        return known_by
    return min(day, known_by) if known_by is not None else day


def _stance(stance: Stance | str) -> Stance:
    try:
        return Stance(stance)
    except ValueError:
        raise MusnadError("M411", stance=stance, known=", ".join(Stance)) from None
