"""The tagger of names: its search, its reading of labels, and how its finds join those of the rules."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_reading import Article

from musnad.reading.mentions.name_tagger import TaggedName, best_path, name_tagger, spans

_LABELS = ("O", "B-PERS", "I-PERS", "E-PERS", "S-PERS", "B-LOC", "E-LOC", "S-ORG")


@settings(deadline=None)
@given(st.integers(1, 5), st.integers(2, 4), st.integers(0, 2**32 - 1))
def test_the_best_path_is_the_best_of_all(length, count, seed):
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(length, count)).astype(np.float32)
    steps = rng.normal(size=(count, count)).astype(np.float32)

    def total(path):
        return sum(scores[i, p] for i, p in enumerate(path)) + sum(steps[a, b] for a, b in pairwise(path))

    best = max(total(path) for path in product(range(count), repeat=length))
    assert total(best_path(scores, steps)) == pytest.approx(best, abs=1e-4)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_LABELS), max_size=12))
def test_names_lie_in_the_sentence_and_apart(labels):
    found = spans(labels)
    assert all(0 <= name.first <= name.last < len(labels) for name in found)
    assert all(a.last < b.first for a, b in pairwise(found))
    assert {i for n in found for i in range(n.first, n.last + 1)} == {
        i for i, label in enumerate(labels) if label != "O"
    }


def test_labels_of_one_name_join():
    assert spans(["O", "B-PERS", "I-PERS", "E-PERS", "S-LOC"]) == [
        TaggedName(1, 3, "PERS"),
        TaggedName(4, 4, "LOC"),
    ]


def test_the_model_begins_no_name_in_the_middle():
    model = name_tagger().model
    row = model.labels.index("B-PERS")
    inside, outside = model.labels.index("E-PERS"), model.labels.index("O")
    assert model.transitions[row, inside] > model.transitions[row, outside]


def test_unknown_persons_are_found_without_a_title():
    found = Article("وقال رودريك هالستون للصحافيين إن الخطة فشلت.")
    assert found.mention("رودريك هالستون").kind.value == "person"


def test_a_name_does_not_run_over_what_follows():
    words = {m.name for m in Article("وصف رودريك هالستون الأمر بأنه خطير.").all()}
    assert "رودريك هالستون" in words
    assert "رودريك هالستون الامر" not in words


def test_a_surname_alone_is_the_known_person_of_a_state_spoken_of():
    article = Article("وقال مسؤول في العراق إن المالكي رفض ذلك.")
    assert article.mention("المالكي").resolved == "nouri_al_maliki"
    elsewhere = Article("وقال مسؤول في السودان إن المالكي رفض ذلك.")
    assert all(m.resolved != "nouri_al_maliki" for m in elsewhere.all())
