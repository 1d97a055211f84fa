"""Each rule of what a claim is worth."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest
from alignment_factory import AS_OF, A, B, C, claim, link

from musnad.alignment.sources import SourceRegistry
from musnad.alignment.ties import tie
from musnad.alignment.weights import Weights
from musnad.claims.model import EventType, Interval, Modality, Phase, SourceKind
from musnad.claims.record import ReviewStatus
from musnad.resources import load_yaml

T = EventType
W = Weights.default()


def ask(*records, a=A, b=B, as_of=AS_OF, **more):
    return tie(records, a, b, as_of=as_of, **more)


def factors(*records, **more):
    (voice,) = ask(*records, **more).voices
    return dict(voice.factors)


def test_the_weight_is_the_product_of_its_factors():
    record = claim(T.AID, day=AS_OF - timedelta(240), modality=Modality.POSSIBLE, confidence=0.8)
    (voice,) = ask(record).voices
    assert voice.weight == math.prod(value for _, value in voice.factors)
    assert dict(voice.factors) == {
        "source": 0.6, "credibility": 0.75, "modality": 0.4, "confidence": 0.9, "type": 0.9, "phase": 1.0, "decay": 0.5,
    }  # fmt: skip
    assert str(voice.grade) == "F6"


def test_own_voice_takes_the_publishers_grade():
    (voice,) = ask(claim(publisher="رويترز")).voices
    assert (voice.grade.reliability, dict(voice.factors)["source"]) == ("B", 0.9)


def test_a_chain_is_its_weakest_link_and_loses_with_length():
    chain = [link("رويترز", SourceKind.MEDIA), link("مصدر", SourceKind.ANONYMOUS)]
    (voice,) = ask(claim(sources=chain)).voices
    assert voice.grade.reliability == "F"
    assert dict(voice.factors)["source"] == pytest.approx(0.6 * 0.85)
    assert factors(claim(sources=[link(None, SourceKind.HEARSAY), *chain]))["source"] == pytest.approx(
        0.25 * 0.85**2
    )
    assert factors(claim(sources=[link("وزير")]))["source"] == 0.75


def test_a_publisher_judged_worse_weakens_every_chain():
    raw = dict(load_yaml("musnad.alignment", "sources.yaml"))
    raw["classes"] = {**raw["classes"], "sheet": {"reliability": "E", "why": "Invents."}}
    raw["named"] = {**raw["named"], "sheet": {"class": "sheet", "names": ["صحيفة الضباب"]}}
    record = claim(publisher="الضباب", sources=[link("وزير")])
    assert factors(record, sources=SourceRegistry.load(raw))["source"] == 0.25
    assert factors(record)["source"] == 0.75


def test_types_without_a_sign_are_no_evidence():
    assert ask(claim(T.AFFILIATE), claim(T.CONTROL)).voices == ()


def test_rejected_claims_are_no_evidence_and_accepted_ones_are():
    assert ask(claim(review=ReviewStatus.REJECTED)).voices == ()
    assert len(ask(claim(review=ReviewStatus.ACCEPTED)).voices) == 1


def test_direction_counts_but_for_mutual_types():
    assert ask(claim(T.AID), a=B, b=A).voices == ()
    assert len(ask(claim(T.COOPERATE), a=B, b=A).voices) == 1
    together = claim(T.CONSULT, subjects=[A, B, C], objects=[])
    assert len(ask(together, a=C, b=A).voices) == 1
    assert ask(claim(T.AID, subjects=[A, B], objects=[])).voices == ()


@pytest.mark.parametrize(
    ("event", "phase", "negated", "sign"),
    [
        (T.SUPPORT, Phase.NONE, False, 1),
        (T.SUPPORT, Phase.NONE, True, -1),
        (T.SUPPORT, Phase.END, False, -1),
        (T.SUPPORT, Phase.END, True, 1),
        (T.SANCTION, Phase.NONE, False, -1),
        (T.SANCTION, Phase.END, False, 1),
    ],
)
def test_effective_signs(event, phase, negated, sign):
    (voice,) = ask(claim(event, phase=phase, negated=negated)).voices
    assert voice.sign == sign


def test_not_attacking_is_far_from_backing():
    assert factors(claim(T.ASSAULT, negated=True))["reversal"] == 0.3
    assert factors(claim(T.SUPPORT, negated=True))["reversal"] == 1.0


@pytest.mark.parametrize("modality", [m for m in Modality if m is not Modality.ASSERTED])
def test_what_is_not_asserted_weighs_less(modality):
    assert ask(claim(modality=modality)).weight_for < ask(claim()).weight_for


def test_what_holds_later_or_was_learnt_later_is_no_evidence():
    day = AS_OF + timedelta(1)
    assert ask(claim(day=day)).voices == ()
    assert ask(claim(held=Interval(day.isoformat(), None))).voices == ()
    past = claim(day=day, held=Interval("1912-01", "1912-01"))
    assert len(ask(past).voices) == 1
    assert ask(past, known_by=AS_OF).voices == ()
    assert len(ask(past, known_by=day).voices) == 1


def test_a_state_ages_from_when_it_was_last_said():
    state = claim(phase=Phase.ONGOING, held=Interval("1900", None))
    event = claim(T.AID, held=Interval("1911-06-01", "1911-06-01"))
    assert factors(state)["decay"] == 1.0
    assert factors(event)["decay"] == pytest.approx(0.5 ** (366 / W.types[T.AID].half_life))
    assert factors(state, as_of=AS_OF + timedelta(365))["decay"] == 0.5


def test_one_root_type_and_day_is_one_voice_by_its_strongest_claim():
    weak, strong = claim(confidence=0.5, number=1), claim(confidence=0.9, number=2)
    (voice,) = ask(weak, strong).voices
    assert (voice.claim, voice.repeats) == (strong, (weak,))
    assert len(ask(weak, claim(T.AID)).voices) == 2
    earlier = claim(held=Interval("1912-05-01", "1912-05-01"), number=3)
    assert len(ask(weak, earlier).voices) == 2


def test_a_named_origin_is_one_root_wherever_it_is_quoted():
    quoted = [claim(doc=d, sources=[link("الوزير مرجان")]) for d in ("d1", "d2")]
    assert ask(*quoted).roots == 1
    linked = [
        claim(doc="d1", sources=[link("مرجان", actor="marjan")]),
        claim(doc="d2", sources=[link("الوزير", actor="marjan")]),
    ]
    assert ask(*linked).roots == 1


def test_an_outlet_is_one_root_as_publisher_and_as_origin():
    own = claim(doc="d1", publisher="رويترز")
    quoted = claim(doc="d2", sources=[link("وكالة رويترز", SourceKind.MEDIA)])
    assert ask(own, quoted).roots == 1
    assert ask(claim(doc="d1", publisher="الفجر"), claim(doc="d2", publisher="صحيفة الفجر")).roots == 1
    assert ask(claim(doc="d1", publisher=""), claim(doc="d2", publisher="")).roots == 2


def test_an_anonymous_source_is_never_the_same_across_articles():
    def said(doc, text):
        return claim(doc=doc, sources=[link(text, SourceKind.ANONYMOUS)])

    first, second = said("d1", "مصدر عسكري"), said("d2", "مصدر عسكري")
    assert ask(first, second).roots == 2
    groups = {r.document.hash: "g" for r in (first, second)}
    assert ask(first, second, groups=groups).roots == 1
    assert ask(first, said("d1", "المصدر العسكري")).roots == 1
    assert ask(first, said("d1", "دبلوماسي")).roots == 2


def test_wire_copies_are_one_voice_even_when_printed_later():
    first = claim(doc="d1")
    copy = claim(doc="d2", day=AS_OF + timedelta(2))
    groups = {r.document.hash: "g" for r in (first, copy)}
    later = AS_OF + timedelta(3)
    (voice,) = ask(first, copy, as_of=later, groups=groups).voices
    assert voice.repeats == (copy,)
    assert len(ask(first, copy, as_of=later).voices) == 2


def test_a_party_speaking_of_itself_declares_a_stance():
    own = [link(A.ar, SourceKind.OFFICIAL)]
    (voice,) = ask(claim(T.AID, sources=own)).voices
    assert voice.declared
    assert dict(voice.factors)["declared"] == 0.7
    assert factors(claim(T.ACCUSE, sources=own))["declared"] == 1.0
    assert factors(claim(T.AID, negated=True, sources=own))["declared"] == 0.5
    by_id = [link("الوزارة", SourceKind.OFFICIAL, actor="a")]
    assert "declared" in factors(claim(T.AID, sources=by_id))
    other = [link(B.ar, SourceKind.OFFICIAL)]
    assert "declared" not in factors(claim(T.AID, sources=other))
    assert "declared" in factors(claim(T.COOPERATE, sources=other))
    assert "declared" not in factors(claim(T.AID, sources=[link(A.ar, SourceKind.ANONYMOUS)]))


def credibility(*records, of=0, **more):
    voices = ask(*records, **more).voices
    return next(v.grade.credibility for v in voices if v.claim == records[of])


def test_credibility_grows_with_independent_roots_only():
    same = [claim(doc=f"d{i}") for i in range(4)]
    assert [credibility(*same[:n]) for n in (1, 2, 3, 4)] == [6, 2, 1, 1]
    repeated = [replace(r, document=replace(r.document, publisher="الفجر")) for r in same]
    assert ask(*repeated).voices[0].grade.credibility == 6
    groups = {r.document.hash: "g" for r in same}
    assert ask(*same, groups=groups).voices[0].grade.credibility == 6


def test_alone_a_judged_source_is_possibly_true():
    assert credibility(claim(publisher="رويترز")) == 3
    assert credibility(claim(), claim(T.AID, doc="d2")) == 3


def test_only_assertions_confirm():
    maybe = [claim(doc=f"d{i}", modality=Modality.POSSIBLE) for i in (2, 3)]
    assert credibility(claim(), *maybe) == 6


def test_contradicted_items_are_doubtful_and_the_outnumbered_improbable():
    yes = [claim(doc=f"y{i}") for i in range(3)]
    no = claim(doc="n", negated=True)
    assert credibility(yes[0], no) == 4
    assert credibility(yes[0], yes[1], no) == 4
    assert credibility(*yes, no, of=3) == 5
    assert credibility(*yes, no) == 2  # overruled, but never confirmed


def test_what_is_far_in_time_neither_confirms_nor_contradicts():
    old = AS_OF - timedelta(W.corroboration_window + 1)
    assert credibility(claim(), claim(doc="d2", day=old)) == 6
    assert credibility(claim(), claim(doc="d2", day=old, negated=True)) == 6


def test_an_end_does_not_contradict_what_was_so_before_it():
    before = claim(doc="d1", day=AS_OF - timedelta(20))
    end = claim(doc="d2", day=AS_OF - timedelta(10), phase=Phase.END)
    after = claim(doc="d3", day=AS_OF)
    assert credibility(before, end) == 6
    assert credibility(before, end, of=1) == 6
    assert credibility(end, after) == 4
    assert credibility(end, after, of=1) == 4


def test_support_that_ends_discounts_what_came_before_it():
    before = [claim(doc="d1", day=date(1912, 1, 5)), claim(T.AID, doc="d2", day=date(1912, 2, 5))]
    end = claim(doc="d3", day=date(1912, 4, 1), phase=Phase.END)
    after = claim(T.AID, doc="d4", day=date(1912, 5, 1))
    found = ask(*before, end, after)
    assert found.superseded == tuple(before)
    strength = 0.6 * W.credibility[6]
    for voice in found.voices:
        left = dict(voice.factors).get("superseded", 1.0)
        assert left == pytest.approx(1 - 0.8 * strength if voice.claim in before else 1.0)
    assert ask(*before).stance > 0
    assert ask(*before, end).stance < ask(*before, replace(end, negated=True)).stance
    assert ask(*before, end, as_of=date(1912, 3, 1)).superseded == ()


@pytest.mark.parametrize("change", [{"modality": Modality.INTENDED}, {"negated": True}])
def test_only_an_asserted_end_supersedes(change):
    end = replace(claim(doc="d2", phase=Phase.END), **change)
    assert ask(claim(day=date(1912, 1, 5)), end).superseded == ()


def test_the_end_of_other_types_supersedes_nothing():
    end = claim(T.COOPERATE, doc="d2", phase=Phase.END)
    assert ask(claim(day=date(1912, 1, 5)), end).superseded == ()
