"""The data files of the alignment: whole, sound, and refused with a code where they are not."""

from __future__ import annotations

import copy

import pytest

from musnad.alignment.sources import SourceRegistry
from musnad.alignment.weights import Weights
from musnad.claims.model import EventType, Modality, Phase, SourceKind
from musnad.claims.ontology import ontology
from musnad.errors import MusnadError, catalogue
from musnad.resources import load_yaml


def raw(name):
    return copy.deepcopy(load_yaml("musnad.alignment", name))


def test_the_weights_cover_every_type_kind_phase_and_modality():
    weights = Weights.default()
    assert set(weights.types) == set(EventType)
    assert set(weights.modality) == set(Modality)
    assert set(weights.phase) == set(Phase)
    assert set(weights.reliability) == set("ABCDEF")
    assert set(weights.credibility) == set(range(1, 7))


def test_the_weights_are_ordered_as_their_scales_are():
    weights = Weights.default()
    letters = [weights.reliability[letter] for letter in "ABCDE"]
    assert letters == sorted(letters, reverse=True)
    assert weights.reliability["D"] < weights.reliability["F"] < weights.reliability["C"]
    items = [weights.credibility[grade] for grade in range(1, 6)]
    assert items == sorted(items, reverse=True)
    assert weights.modality[Modality.ASSERTED] == max(weights.modality.values())
    assert weights.modality[Modality.APPARENT] == min(weights.modality.values())
    for event, info in ontology().items():
        assert (weights.types[event].weight > 0) == (info.sign != 0)


def spoil(content, path, value):
    *above, last = path.split(".")
    for key in above:
        content = content[key]
    if value is None:
        del content[last]
    else:
        content[last] = value


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("types.AID", None, "M401"),
        ("types.AID.half_life", None, "M401"),
        ("types.AID.half_life", 0, "M403"),
        ("types.CONTROL.weight", 0.5, "M403"),
        ("modality.asserted", "much", "M403"),
        ("modality.asserted", True, "M403"),
        ("modality.asserted", float("nan"), "M403"),
        ("modality.hoped", 0.5, "M402"),
        ("reliability", 3, "M400"),
        ("prior.backing", 0.01, "M403"),
        ("states.lean", 0.9, "M404"),
        ("corroboration.window", 2.5, "M403"),
        ("copies.characters", 2, "M403"),
    ],
)
def test_a_bad_weight_is_named(path, value, code):
    content = raw("weights.yaml")
    spoil(content, path, value)
    with pytest.raises(MusnadError) as caught:
        Weights.load(content)
    assert caught.value.code == code
    assert path in str(caught.value)
    assert path in caught.value.message("ar")


def test_the_registry_covers_every_kind_and_trusts_nobody_blindly():
    registry = SourceRegistry.default()
    assert set(registry.kinds) == set(SourceKind)
    assert registry.kinds[SourceKind.MEDIA] == "F"
    assert all(source.reliability != "A" and source.reason for source in registry.named.values())


@pytest.mark.parametrize("name", ["رويترز", "وكالة رويترز", "Reuters", "REUTERS", "وكالة أنباء رويترز"])
def test_an_outlet_is_known_in_any_usual_spelling(name):
    registry = SourceRegistry.default()
    assert registry.outlet(name) is registry.outlet("رويترز")
    assert registry.letter(name, SourceKind.MEDIA) == "B"


def test_a_name_of_another_kind_is_not_the_outlet():
    assert SourceRegistry.default().letter("رويترز", SourceKind.PERSON) == "F"


def test_an_agency_and_a_paper_of_like_names_stay_apart():
    registry = SourceRegistry.default()
    agency, paper = registry.outlet("وكالة أنباء الشرق الأوسط"), registry.outlet("الشرق الأوسط")
    assert (agency.id, paper.id) == ("mena", "asharq_alawsat")


def test_names_do_not_contain_bare_ambiguities():
    registry = SourceRegistry.default()
    assert registry.outlet("الوطن") is None
    assert registry.outlet("وكالة") is None
    assert registry.outlet("") is None


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("kinds.hearsay", "G", "M406"),
        ("kinds.hearsay", "", "M406"),
        ("kinds.hearsay", "AB", "M406"),
        ("kinds.hearsay", None, "M401"),
        ("classes.state.reliability", "b", "M406"),
        ("named.tass.names", "تاس", "M405"),
        ("named.tass.names", ["رويترز"], "M407"),
        ("named.tass.class", "royal", "M401"),
        ("generic_words", [218], "M405"),
        ("extra", 1, "M402"),
    ],
)
def test_a_bad_registry_is_refused(path, value, code):
    content = raw("sources.yaml")
    spoil(content, path, value)
    with pytest.raises(MusnadError) as caught:
        SourceRegistry.load(content)
    assert caught.value.code == code


def test_a_user_may_judge_otherwise():
    content = raw("sources.yaml")
    content["kinds"]["anonymous"] = "E"
    assert SourceRegistry.load(content).letter("مصدر", SourceKind.ANONYMOUS) == "E"


def test_every_code_has_both_languages():
    for code in [*(f"M40{i}" for i in range(8)), "M410", "M411"]:
        assert all(catalogue()[code][key] for key in ("what_en", "do_en", "what_ar", "do_ar"))
