"""The encoder's layout, heads and views, and that the reader with it keeps to the words it was given."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.claims.model import ActorKind, Document, EventType, Modality, Phase
from musnad.reading.analysis import analyse
from musnad.reading.encoder.heads import DISTANCES, Heads, distance, gelu
from musnad.reading.encoder.layout import DEEPEST, WINDOW_PIECES, lay_out, trigger_columns, windows
from musnad.reading.encoder.observer import context_encoder
from musnad.reading.encoder.seen import JUDGE_COLUMNS, PAIR_COLUMNS, Seen
from musnad.reading.lexicon.entries import Part
from musnad.reading.mentions.model import MentionForm

NEWS = (
    "قال وزير الخارجية في مملكة الواحة أمس إن مصر تدعم السودان.\n"
    "وأضاف أن إيطاليا تعارض اليونان. ولم تعلق فرنسا على ذلك."
)
WIDTH = 8


@pytest.fixture(scope="module")
def encoder():
    return context_encoder()


@pytest.fixture(scope="module")
def analysis():
    return analyse(Document("news", NEWS, published=date(1949, 5, 10)))


def at(*values: int) -> np.ndarray:
    return np.array(values)


def heads(seed: int = 3) -> Heads:
    """Small heads with random weights."""
    rng = np.random.default_rng(seed)
    hidden, pair = 6, 5
    linear = {
        "trigger": (2 * WIDTH, hidden),
        "claim": (hidden, len(EventType)),
        "certainty": (hidden, len(Phase) + len(Modality) + 1),
        "nobody": (hidden, 2),
        "pair_trigger": (2 * WIDTH, pair),
        "pair_mention": (2 * WIDTH, pair),
        "roles": (pair, 2),
        "bilinear": (pair, 2 * pair),
    }
    tables = {
        "part": (len(Part), hidden),
        "pair_type": (len(EventType), pair),
        "pair_part": (len(Part), pair),
        "pair_form": (len(MentionForm), pair),
        "pair_kind": (len(ActorKind), pair),
        "pair_depth": (DEEPEST + 1, pair),
        "pair_carried": (2, pair),
        "pair_distance": (DISTANCES, pair),
    }
    weights = {f"{name}.weight": rng.normal(size=(out, into)) for name, (into, out) in linear.items()}
    weights |= {f"{name}.bias": rng.normal(size=out) for name, (_, out) in linear.items()}
    weights |= {f"{name}.weight": rng.normal(size=shape) for name, shape in tables.items()}
    return Heads(weights)


def test_candidates_before_over_and_after_a_trigger_have_buckets_of_their_own() -> None:
    buckets = distance(at(10, 10, 10), at(11, 11, 11), at(3, 11, 14), at(4, 12, 15)).tolist()
    assert buckets[0] < buckets[1] < buckets[2]
    assert buckets[1] == (DISTANCES - 2) // 2


@given(st.integers(0, 500), st.integers(0, 5), st.integers(0, 500), st.integers(0, 5))
def test_every_distance_has_a_bucket(first: int, length: int, other: int, width: int) -> None:
    (bucket,) = distance(at(first), at(first + length), at(other), at(other + width))
    assert 0 <= bucket < DISTANCES


def test_gelu_is_nothing_far_below_zero_and_the_number_itself_far_above() -> None:
    assert gelu(np.array([-9.0, 0.0, 9.0])).tolist() == pytest.approx([0.0, 0.0, 9.0], abs=1e-6)


@given(st.lists(st.lists(st.integers(1, 90), max_size=30), max_size=12))
def test_windows_are_whole_sentences_in_order_and_hold_every_word_once(sizes: list[list[int]]) -> None:
    pieces = [[0] * size for sentence in sizes for size in sentence]
    offsets = np.cumsum([0, *map(len, sizes)]).tolist()
    found = windows(offsets, pieces)
    assert [w for start, end in found for w in range(start, end)] == list(range(len(pieces)))
    assert {start for start, _ in found} <= set(offsets)
    for start, end in found:
        several = sum(start <= a < end for a, b in pairwise(offsets) if b > a) > 1
        assert not several or sum(map(len, pieces[start:end])) <= WINDOW_PIECES


def test_words_and_candidates_are_numbered_through_the_article(analysis, encoder) -> None:
    layout = lay_out(analysis, encoder.pieces)
    assert layout.offsets[-1] == len(layout.pieces) == sum(len(c.scan.tokens) for c in analysis.contexts)
    assert all(layout.pieces)
    assert layout.mentions[:, :2].max() < len(layout.pieces)
    assert layout.candidates[-1][1] == len(layout.mentions)


def test_heads_do_not_care_what_else_is_asked() -> None:
    rng = np.random.default_rng(1)
    words = rng.normal(size=(12, WIDTH)).astype(np.float32)
    triggers = np.array([[1, 1, 0, 0], [5, 6, 3, 2]])
    mentions = np.array([[0, 0, 0, 0, 0, 0], [3, 4, 1, 1, 1, 0], [8, 9, 2, 0, 0, 1]])
    both = heads().seen(words, triggers, mentions, [(at(0), (0, 2)), (at(1), (1, 3))])
    (alone,) = heads().seen(words, triggers[1:], mentions[1:], [(at(0), (0, 2))])
    assert both[1].claim == pytest.approx(alone.claim, abs=1e-5)
    np.testing.assert_allclose(both[1].roles, alone.roles, atol=1e-5)
    assert both[0].roles.shape == (2, 2)


def test_shares_of_candidates_and_nobody_sum_to_one() -> None:
    roles = np.array([[1.0, -2.0], [0.5, 3.0]], dtype=np.float32)
    seen = Seen(0.3, -10.0, np.zeros(10, np.float32), roles, np.array([0.1, 0.2], np.float32))
    columns = seen.pair_columns()
    assert columns.shape == (2, len(PAIR_COLUMNS))
    shares = np.exp(columns[:, 2:4]).sum(axis=0) + np.exp(columns[0, 4:6])
    np.testing.assert_allclose(shares, 1, atol=1e-5)
    assert len(seen.judge_columns()) == len(JUDGE_COLUMNS)


def test_no_candidates_are_no_trouble() -> None:
    seen = Seen(0.0, -10.0, np.zeros(10, np.float32), np.zeros((0, 2), np.float32), np.zeros(2, np.float32))
    assert seen.pair_columns().shape == (0, len(PAIR_COLUMNS))
    assert len(seen.judge_columns()) == len(JUDGE_COLUMNS)


def test_what_is_thought_of_a_trigger_is_the_same_each_time(analysis, encoder) -> None:
    asked = [(s, t) for s, ts in enumerate(analysis.triggers) for t in ts]
    first, second = encoder.seen(analysis, asked), encoder.seen(analysis, asked)
    assert len(first) == len(asked)
    assert [one.claim for one in first] == [one.claim for one in second]
    for (sentence, _), one in zip(asked, first, strict=True):
        layout = lay_out(analysis, encoder.pieces)
        start, end = layout.candidates[sentence]
        assert one.roles.shape == (end - start, 2)
    assert trigger_columns(lay_out(analysis, encoder.pieces), [], []).shape == (0, 4)


def test_a_sentence_longer_than_the_encoder_reads_is_read_in_part(encoder) -> None:
    long = analyse(Document("long", "مصر تدعم السودان و" * 250))
    asked = [(s, t) for s, ts in enumerate(long.triggers) for t in ts]
    assert len(encoder.seen(long, asked)) == len(asked)
