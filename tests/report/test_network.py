"""The network picture: steady, inside its frame, nothing on top of anything."""

from __future__ import annotations

import dataclasses
import random
import re

import report_sample as sample
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.alignment.model import TieState
from musnad.claims.model import ActorKind
from musnad.claims.record import ActorRef
from musnad.report.layout import Box, spread
from musnad.report.network import MAX_EDGES, MAX_NODES, draw_network, outlines, text_width

CONTENT = sample.content()


def many_ties(actors: int):
    chance = random.Random(3)  # noqa: S311 - invented ties
    base = sample.tie("coral", "rasi", "++", chance)
    people = [
        ActorRef(f"p{i}", f"الجماعة رقم {i}", f"Group {i}", ActorKind.ARMED_GROUP) for i in range(actors)
    ]
    pairs = [(i, (i * 7 + 1) % actors) for i in range(actors)]
    return [dataclasses.replace(base, subject=people[a], object=people[b]) for a, b in pairs if a != b]


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 25), st.data())
def test_boxes_never_overlap_and_stay_inside(count, data):
    sizes = [(data.draw(st.floats(15, 110)), 30.0) for _ in range(count)]
    number = st.integers(0, count - 1)
    edges = data.draw(st.lists(st.tuples(number, number), max_size=40))
    boxes, height = spread(sizes, edges, 960, 400, data.draw(st.none() | number))
    for i, box in enumerate(boxes):
        assert box.half_width - 0.01 <= box.x <= 960 - box.half_width + 0.01
        assert box.half_height - 0.01 <= box.y <= height - box.half_height + 0.01
        assert not any(box.overlaps(other) for other in boxes[i + 1 :])


def test_the_same_ties_give_the_same_picture():
    assert draw_network(CONTENT.ties, CONTENT.focus, "ar") == draw_network(CONTENT.ties, CONTENT.focus, "ar")
    assert draw_network(CONTENT.ties, CONTENT.focus, "ar") == draw_network(
        CONTENT.ties[::-1], CONTENT.focus, "ar"
    )


def test_all_actors_and_ties_are_drawn():
    network = draw_network(CONTENT.ties, CONTENT.focus, "ar")
    assert {node.actor.id for node in network.nodes} == {
        a.id for t in CONTENT.ties for a in (t.subject, t.object)
    }
    assert len(network.edges) == len(CONTENT.ties)
    assert [node.actor.en for node in network.nodes if node.focus] == ["Salim al-Rasi"]
    assert {edge.style for edge in network.edges} == {"plus", "minus", "mixed"}


def test_words_keep_clear_of_names_and_of_each_other():
    for lang in ("ar", "en"):
        network = draw_network(CONTENT.ties, CONTENT.focus, lang)
        words = [edge.route.word for edge in network.edges]
        names = [Box(n.x, n.y + 26, text_width(n.name) / 2, 8) for n in network.nodes]
        clashes = sum(w.overlaps(o) for i, w in enumerate(words) for o in (*words[i + 1 :], *names))
        assert clashes <= len(words) // 10


def test_sixty_nodes_are_laid_out_and_the_rest_counted():
    network = draw_network(many_ties(90), None, "ar")
    assert len(network.nodes) == MAX_NODES
    assert len(network.edges) <= MAX_EDGES
    assert network.hidden == 30
    boxes = [Box(n.x, n.y + 8, max(14, text_width(n.name) / 2), 24) for n in network.nodes]
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_the_focus_is_never_left_out():
    ties = many_ties(90)
    focus = ties[-1].subject
    weak = [
        dataclasses.replace(t, stance=0.1, state=TieState.NEUTRAL) if focus in (t.subject, t.object) else t
        for t in ties
    ]
    assert any(node.focus for node in draw_network(weak, focus, "en").nodes)


def test_nothing_known_no_picture():
    unknown = [dataclasses.replace(t, state=TieState.UNKNOWN) for t in CONTENT.ties]
    assert draw_network(unknown, None, "ar") is None
    assert draw_network([], None, "ar") is None


def test_each_kind_has_its_own_outline():
    shapes = outlines()
    assert set(shapes) == {kind.value for kind in ActorKind}
    assert len(set(shapes.values())) == len(shapes)
    for path in shapes.values():
        assert re.fullmatch(r"M[-0-9.MHVLCAZ ]+Z", path)
        assert all(abs(float(n)) <= 13 for n in re.findall(r"-?\d+\.?\d*", path))


def test_hostile_names_cannot_reorder_labels():
    ties = [
        dataclasses.replace(
            CONTENT.ties[0], subject=ActorRef("x", "a\u202eb" + "ن" * 60, "", ActorKind.STATE)
        )
    ]
    network = draw_network(ties, None, "ar")
    assert all("\u202e" not in node.name + node.full_name for node in network.nodes)
    assert max(len(node.name) for node in network.nodes) <= 24
