"""What must hold of any set of claims."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from alignment_factory import AS_OF, A, B, claim, link
from hypothesis import given
from hypothesis import strategies as st

from musnad.alignment.ties import tie, ties_among
from musnad.alignment.weights import Weights
from musnad.claims.model import EventType, Interval, Modality, Phase, SourceKind
from musnad.claims.ontology import effective_sign
from musnad.claims.record import ReviewStatus

NAMED = st.sampled_from(["الوزير مرجان", "القائد زمرد", "إمارة القمر"]).map(link)
UNNAMED = st.sampled_from(["مصدر", "مصدر عسكري"]).map(lambda name: link(name, SourceKind.ANONYMOUS))
OUTLET = st.sampled_from(["رويترز", "صحيفة الفجر"]).map(lambda name: link(name, SourceKind.MEDIA))
DAYS = st.integers(0, 400).map(lambda back: AS_OF - timedelta(back))
TIMES = st.none() | st.builds(
    Interval, DAYS.map(lambda day: day.isoformat()[:7]), st.none() | DAYS.map(lambda day: day.isoformat())
)


@st.composite
def claims(draw):
    doc = f"d{draw(st.integers(0, 5))}"
    # An article has one publisher and one day.
    fixed = random.Random(doc)  # noqa: S311
    return claim(
        draw(st.sampled_from(EventType)),
        doc,
        day=AS_OF - timedelta(fixed.randrange(300)),
        publisher=fixed.choice(["", "رويترز", "الفجر"]),
        subjects=draw(st.sampled_from([[A], [A, B]])),
        objects=draw(st.sampled_from([[B], []])),
        sources=draw(st.lists(NAMED | UNNAMED | OUTLET, max_size=3)),
        held=draw(TIMES),
        phase=draw(st.sampled_from(Phase)),
        modality=draw(st.sampled_from(Modality)),
        negated=draw(st.booleans()),
        confidence=draw(st.floats(0, 1)),
        number=draw(st.integers(0, 10**9)),
    )


worlds = st.lists(claims(), max_size=12, unique_by=lambda record: record.id)


def figures(found):
    return (
        found.state, found.stance, found.certainty, found.low, found.high, found.weight_for, found.weight_against,
        found.contradicted, found.roots, [(voice.weight, voice.factors, voice.grade) for voice in found.voices],
    )  # fmt: skip


@given(worlds)
def test_everything_stays_in_range(records):
    found = tie(records, A, B, as_of=AS_OF)
    assert -1 <= found.low <= found.stance <= found.high <= 1
    for voice in found.voices:
        assert 0 <= voice.weight <= 1
        assert all(0 <= factor <= 1 for _, factor in voice.factors)
    keys = [(voice.root, voice.claim.type, voice.day, voice.sign) for voice in found.voices]
    assert len(keys) == len(set(keys))


@given(worlds, st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(records, rng):
    mixed = rng.sample(records, len(records))
    assert tie(mixed, A, B, as_of=AS_OF) == tie(records, A, B, as_of=AS_OF)
    assert ties_among(mixed, as_of=AS_OF) == ties_among(records, as_of=AS_OF)


@given(worlds.filter(bool), st.integers(0, 11), st.integers(0, 9))
def test_a_copy_of_a_wire_text_changes_nothing(records, which, late):
    """A later printing repeats the claims of its article, by a publisher that nobody ranks higher."""
    original = records[which % len(records)].document
    again = replace(
        original, id="copy", hash="0" * 64, publisher="", published=original.published + timedelta(late)
    )
    copies = [
        replace(r, id=f"copy:{r.id}", document=again, recorded=r.recorded + timedelta(late, 1))
        for r in records
        if r.document == original
    ]
    groups = {original.hash: "wire", again.hash: "wire"}
    later = AS_OF + timedelta(10)
    alone = tie(records, A, B, as_of=later, groups=groups)
    assert figures(tie([*records, *copies], A, B, as_of=later, groups=groups)) == figures(alone)


@given(worlds, claims())
def test_a_rejected_claim_changes_nothing(records, other):
    rejected = replace(other, id="rejected", review=ReviewStatus.REJECTED)
    assert tie([*records, rejected], A, B, as_of=AS_OF) == tie(records, A, B, as_of=AS_OF)


@given(worlds, claims(), st.integers(1, 100))
def test_what_is_learnt_later_changes_nothing(records, other, after):
    known_by = AS_OF - timedelta(50)
    future = replace(other.document, hash="f" * 64, published=known_by + timedelta(after))
    late = replace(other, id="late", document=future, recorded=other.recorded + timedelta(after + 400))
    asked = {
        "as_of": AS_OF,
        "known_by": known_by,
        "groups": {"f" * 64: records[0].document.hash} if records else None,
    }
    assert tie([*records, late], A, B, **asked) == tie(records, A, B, **asked)


@given(worlds)
def test_signs_are_symmetric_where_the_weights_are(records):
    """Turning what every claim says round mirrors the tie, but for ended support, which has no counterpart."""
    weights = replace(
        Weights.default(),
        reversal_of_closeness=1.0,
        reversal_of_hostility=1.0,
        ended_discount=0.0,
        own_denial=1.0,
    )
    weights = replace(weights, types={t: replace(w, declared=1.0) for t, w in weights.types.items()})
    turned = [replace(record, negated=not record.negated) for record in records]
    one = tie(records, A, B, as_of=AS_OF, weights=weights)
    other = tie(turned, A, B, as_of=AS_OF, weights=weights)
    assert one.stance == pytest.approx(-other.stance, abs=1e-9)
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low), abs=1e-9)
    assert [effective_sign(r) for r in records] == [-effective_sign(r) for r in turned]


@given(worlds)
def test_credibility_one_takes_two_other_roots(records):
    found = tie(records, A, B, as_of=AS_OF)
    for voice in found.voices:
        if voice.grade.credibility == 1:
            same = {v.root for v in found.voices if (v.claim.type, v.sign) == (voice.claim.type, voice.sign)}
            assert len(same - {voice.root}) >= 2
