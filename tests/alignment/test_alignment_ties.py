"""Stances, states and the questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from alignment_factory import AS_OF, A, B, C, actor, claim
from hypothesis import given
from hypothesis import strategies as st

from musnad.alignment.model import Stance, TieState
from musnad.alignment.stance import judge_sums
from musnad.alignment.ties import tie, ties_among, timeline, who
from musnad.alignment.weights import Weights
from musnad.claims.model import EventType, Interval
from musnad.errors import MusnadError

T = EventType
W = Weights.default()
weight = st.floats(0, 1000)


@pytest.mark.parametrize(
    ("backing", "opposing", "state"),
    [
        (0, 0, TieState.UNKNOWN),
        (0.1, 0, TieState.UNKNOWN),
        (0.5, 0, TieState.LEANS_TO),
        (1, 0, TieState.LEANS_TO),  # one voice, however good
        (2, 0, TieState.BACKS),
        (0, 0.5, TieState.LEANS_AWAY),
        (0, 2, TieState.OPPOSES),
        (1, 1, TieState.CONTESTED),
        (0.15, 0.15, TieState.NEUTRAL),
        (3, 1, TieState.LEANS_TO),
    ],
)
def test_states(backing, opposing, state):
    assert judge_sums(backing, opposing, W).state is state


def test_a_lean_that_weighty_voices_contradict_says_so():
    found = judge_sums(3, 1, W)
    assert (found.state, found.contradicted) == (TieState.LEANS_TO, True)
    assert not judge_sums(30, 1, W).contradicted
    assert not judge_sums(0.2, 0.2, W).contradicted


@given(weight, weight)
def test_the_interval_holds_the_stance_and_all_stay_in_range(backing, opposing):
    found = judge_sums(backing, opposing, W)
    assert -1 <= found.low <= found.stance <= found.high <= 1
    assert 0 <= found.certainty <= 1


@given(st.floats(0, 20), st.floats(0, 20), st.floats(0.25, 50), st.floats(0.25, 50))
def test_the_interval_holds_the_stance_with_every_prior_allowed(backing, opposing, for_prior, against_prior):
    found = judge_sums(backing, opposing, replace(W, prior_backing=for_prior, prior_opposing=against_prior))
    assert found.low <= found.stance <= found.high


@given(weight, weight)
def test_exchanging_the_weights_mirrors_everything(backing, opposing):
    one, other = judge_sums(backing, opposing, W), judge_sums(opposing, backing, W)
    assert (one.stance, one.low, one.high) == pytest.approx(
        (-other.stance, -other.high, -other.low), abs=1e-9
    )
    assert (one.certainty, one.contradicted) == (other.certainty, other.contradicted)


@given(weight, weight, st.floats(0.01, 10))
def test_more_evidence_narrows_and_moves_the_right_way(backing, opposing, more):
    before, after = judge_sums(backing, opposing, W), judge_sums(backing + more, opposing, W)
    assert after.certainty > before.certainty
    assert after.stance > before.stance


def test_nothing_known_is_unknown_and_wide():
    found = tie([], A, B, as_of=AS_OF)
    assert (found.state, found.stance, found.certainty, found.voices) == (TieState.UNKNOWN, 0, 0, ())
    assert found.high - found.low > 1.9


def test_an_actor_has_no_tie_with_itself():
    with pytest.raises(MusnadError, match="M410"):
        tie([], A, A, as_of=AS_OF)
    with pytest.raises(MusnadError, match="M410"):
        timeline([], A, A, [AS_OF])


def backing(subject, target, roots, event=T.SUPPORT):
    return [
        claim(event, f"{subject.id}{target.id}{i}", subjects=[subject], objects=[target])
        for i in range(roots)
    ]


D, E = actor("d"), actor("e")
WORLD = [
    *backing(A, B, 4), *backing(C, B, 2), *backing(D, B, 4, T.ASSAULT),
    *backing(E, B, 2), *[claim(T.ASSAULT, f"x{i}", subjects=[E], objects=[B]) for i in range(2)],
    *backing(B, A, 1, T.ACCUSE), *backing(A, C, 3, T.AID),
]  # fmt: skip


def ends(ties):
    return [(found.subject.id, found.object.id) for found in ties]


def test_who_backs_opposes_and_wavers():
    assert ends(who(WORLD, B, "backs", as_of=AS_OF)) == [("a", "b"), ("c", "b")]
    assert ends(who(WORLD, B, Stance.OPPOSES, as_of=AS_OF)) == [("d", "b")]
    assert ends(who(WORLD, B, "wavers", as_of=AS_OF)) == [("e", "b")]


def test_whom_an_actor_backs():
    assert set(ends(who(WORLD, A, "backs", as_of=AS_OF, whom=True))) == {("a", "b"), ("a", "c")}


def test_an_unknown_stance_is_refused():
    with pytest.raises(MusnadError, match="M411") as caught:
        who(WORLD, B, "adores", as_of=AS_OF)
    assert "wavers" in caught.value.message("ar")


def test_the_whole_graph_has_the_ties_that_single_questions_give():
    found = ties_among(WORLD, as_of=AS_OF)
    assert ends(found) == [("a", "b"), ("a", "c"), ("b", "a"), ("c", "b"), ("d", "b"), ("e", "b")]
    for one in found:
        assert one == tie(WORLD, one.subject, one.object, as_of=AS_OF)


def test_dissent_lists_what_speaks_against_the_stance():
    found = tie([*backing(A, B, 4), claim(T.REJECT, "n")], A, B, as_of=AS_OF)
    assert [voice.claim.document.id for voice in found.dissent] == ["n"]


def test_voices_are_listed_strongest_first():
    weights = [voice.weight for voice in tie(WORLD, E, B, as_of=AS_OF).voices]
    assert weights == sorted(weights, reverse=True)


def test_a_timeline_is_the_ties_of_its_days():
    start = date(1912, 1, 1)
    records = [
        claim(doc="d1", day=start),
        claim(doc="d2", day=start + timedelta(30)),
        claim(T.ASSAULT, "d3", day=start + timedelta(90)),
    ]
    days = [start + timedelta(30 * i) for i in range(6)]
    found = timeline(records, A, B, days)
    assert found == [tie(records, A, B, as_of=day) for day in days]
    assert found[1].stance > found[0].stance > found[5].stance


def test_without_hindsight_a_day_is_judged_by_what_was_known_then():
    late = claim(day=AS_OF, held=Interval("1912-01-01", None))
    day = date(1912, 2, 1)
    (with_hindsight,) = timeline([late], A, B, [day])
    (without,) = timeline([late], A, B, [day], hindsight=False)
    assert (len(with_hindsight.voices), len(without.voices)) == (1, 0)
    assert without.known_by == day
    (earlier,) = timeline([late], A, B, [AS_OF], hindsight=False, known_by=day)
    assert earlier.known_by == day
