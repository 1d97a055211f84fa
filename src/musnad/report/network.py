"""The picture of who stands how to whom: nodes by kind, signed edges with their words, laid out for reading."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from musnad.alignment.model import TieState
from musnad.labels import label_of
from musnad.report.bidi import direction, plain
from musnad.report.edges import Route, Router
from musnad.report.layout import Box, spread
from musnad.report.summary import by_strength
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musnad.alignment.model import Tie
    from musnad.claims.model import ActorKind
    from musnad.claims.record import ActorRef

MAX_NODES: Final = 60
MAX_EDGES: Final = 90
WIDTH: Final = 960
_LEAST_HEIGHT: Final = 420
_HEIGHT_A_NODE: Final = 28
_LONGEST_NAME: Final = 24  # characters
_LETTER: Final = (
    7.6  # pixels, on the wide side for 13 px type: names are measured by the browser only when drawn
)
_EDGE_TYPE: Final = 0.88  # size of the words on edges, as a share of the names'
_NODE_HALF_HEIGHT: Final = 27  # outline, gap and one line of type
_LEAST_ROOM: Final = 22.0  # pixels kept free beside a name, more where the words of edges are longer
_MOST_ROOM: Final = 48.0
_ROOM_ALONG: Final = 16  # pixels kept free above and below a node
_CLASSES: Final = {
    TieState.BACKS: "plus",
    TieState.LEANS_TO: "plus",
    TieState.OPPOSES: "minus",
    TieState.LEANS_AWAY: "minus",
    TieState.CONTESTED: "mixed",
    TieState.NEUTRAL: "zero",
}


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: middle of its outline and of its name's line in pixels, and the outline as an SVG path."""

    actor: ActorRef
    x: float
    y: float
    name: str
    full_name: str
    direction: str
    outline: str
    focus: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie: its path, its word and where the word stands, line width in pixels, and "plus", "minus", "mixed" or "zero"."""

    tie: Tie
    style: str
    word: str
    width: float
    route: Route


@dataclass(frozen=True, slots=True)
class Network:
    """The picture in pixels; `kinds` are those that occur, `hidden` the number of actors left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    kinds: tuple[tuple[ActorKind, str], ...]
    hidden: int


def draw_network(ties: Sequence[Tie], focus: ActorRef | None, lang: str) -> Network | None:
    """The firmest ties between at most `MAX_NODES` actors; None where no tie has a known state."""
    known = sorted((t for t in ties if t.state in _CLASSES and t.subject.id != t.object.id), key=by_strength)
    if not known:
        return None
    actors = _chosen(known, focus)
    number = {actor.id: i for i, actor in enumerate(actors)}
    drawn = [t for t in known if t.subject.id in number and t.object.id in number][:MAX_EDGES]
    pairs = [(number[t.subject.id], number[t.object.id]) for t in drawn]
    names = [_short(actor.name(lang)) for actor in actors]
    height = max(_LEAST_HEIGHT, _HEIGHT_A_NODE * len(actors))
    centre = number.get(focus.id) if focus else None
    longest = max(_word_width(label_of(tie.state, lang)) for tie in drawn)
    room = min(_MOST_ROOM, max(_LEAST_ROOM, longest / 2))
    boxes, needed = spread([_size(name, room) for name in names], pairs, WIDTH, height, centre)
    everyone = {actor.id for t in known for actor in (t.subject, t.object)}
    return Network(
        nodes=tuple(_node(a, n, b, focus, lang) for a, n, b in zip(actors, names, boxes, strict=True)),
        edges=_edges(drawn, pairs, [_drawn_part(box, room) for box in boxes], lang),
        width=WIDTH,
        height=round(needed),
        kinds=tuple((kind, outlines()[kind.value]) for kind in sorted({actor.kind for actor in actors})),
        hidden=len(everyone - set(number)),
    )


def outlines() -> dict[str, str]:
    """Kind of actor → outline as an SVG path about the origin."""
    table: dict[str, str] = load_yaml("musnad.report", "shapes.yaml")
    return table


def text_width(text: str) -> float:
    """About how wide 13 px type sets `text`, in pixels. Marks above and below letters take no room."""
    return _LETTER * sum(unicodedata.category(char) != "Mn" for char in text)


def _chosen(ties: Sequence[Tie], focus: ActorRef | None) -> tuple[ActorRef, ...]:
    """The actors of the firmest ties, in a fixed order; the focus is always among them if it has a tie."""
    found: dict[str, ActorRef] = {}
    ends = [actor for tie in ties for actor in (tie.subject, tie.object)]
    if focus and any(actor.id == focus.id for actor in ends):
        found[focus.id] = focus
    for actor in ends:
        if len(found) == MAX_NODES:
            break
        found.setdefault(actor.id, actor)
    return tuple(found.values())


def _short(name: str) -> str:
    shown = plain(name)
    return shown if len(shown) <= _LONGEST_NAME else shown[: _LONGEST_NAME - 1].rstrip() + "…"


def _word_width(word: str) -> float:
    return _EDGE_TYPE * text_width(word) + 4


def _size(name: str, room: float) -> tuple[float, float]:
    return max(20.0, text_width(name) / 2 + room), _NODE_HALF_HEIGHT + _ROOM_ALONG


def _drawn_part(box: Box, room: float) -> Box:
    """What is drawn of a node, without the room kept free around it."""
    return Box(box.x, box.y, max(16.0, box.half_width - room + 3), box.half_height - _ROOM_ALONG)


def _node(actor: ActorRef, name: str, box: Box, focus: ActorRef | None, lang: str) -> Node:
    return Node(
        actor=actor,
        x=round(box.x, 1),
        y=round(box.y - 10, 1),
        name=name,
        full_name=f"{plain(actor.name(lang))} ({label_of(actor.kind, lang)})",
        direction=direction(name),
        outline=outlines()[actor.kind.value],
        focus=bool(focus and actor.id == focus.id),
    )


def _edges(
    ties: Sequence[Tie], pairs: Sequence[tuple[int, int]], boxes: Sequence[Box], lang: str
) -> tuple[Edge, ...]:
    router = Router(boxes, frozenset(pairs))
    edges = []
    for tie, (a, b) in zip(ties, pairs, strict=True):
        word = label_of(tie.state, lang)
        route = router.route(a, b, _word_width(word) / 2)
        edges.append(Edge(tie, _CLASSES[tie.state], word, round(1.2 + 2 * tie.certainty, 2), route))
    return tuple(edges)
