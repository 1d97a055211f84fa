"""Credibility of items, 1-6, computed from what other independent roots say of the same pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from musnad.alignment.statements import Statement
    from musnad.alignment.weights import Weights
    from musnad.claims.model import EventType

_JUDGED = "ABC"
_CONFIRMING_ROOTS = 2
# Who asserts something when: (day as an ordinal, root), in order of days.
_Sayings = list[tuple[int, str]]
# What sayings are about: type, sign, whether an end; None where it does not matter.
_Topic = tuple["EventType | None", int, bool | None]
# Sayings, and how far before (negative) and after an item's day they count.
_Stream = tuple[_Sayings, int, int]


def credibilities(items: Sequence[Statement], weights: Weights) -> list[int]:
    """The credibility of each item among all items of one pair, in their order.

    Only what other roots assert within `corroboration.window` days counts, each root once:

    * 1 confirmed: two other roots say the same (same type and sign), and none contradicts it;
    * 2 probably true: one other root says the same; or it is contradicted, but its supporters (its own root included)
      are `overruled_by` times as many;
    * 3 possibly true: alone, but its source is fairly reliable or better (A-C), or other events point the same way;
    * 4 doubtful: contradicted (same type, other sign), by no more roots than support it;
    * 5 improbable: contradicted by more roots than support it;
    * 6 cannot be judged: alone, from a source that is not known to be reliable.

    An end does not contradict what was so before it, nor is it contradicted by that. The scale is the Admiralty's
    (NATO AJP-2.1); the counting rule is ours. Linear in the items, but for sorting them by day.
    """
    window = weights.corroboration_window
    around = (-window, window)
    by_type = _sayings(items, _type_and_sign)
    by_sign = _sayings(items, _sign)
    by_phase = _sayings(items, _type_sign_and_end)

    def contradicting(topic: _Topic) -> list[_Stream]:
        event, sign, ended = topic
        going_on, ends = by_phase[event, -sign, False], by_phase[event, -sign, True]
        if ended:
            return [(going_on, 1, window), (ends, *around)]
        return [(going_on, *around), (ends, -window, -1)]

    same = _others(items, _type_and_sign, lambda topic: [(by_type[topic], *around)])
    agreeing = _others(items, _sign, lambda topic: [(by_sign[topic], *around)])
    against = _others(items, _type_sign_and_end, contradicting)
    return [
        _grade(item, same[i], agreeing[i], against[i], weights.overruled_by) for i, item in enumerate(items)
    ]


def _type_and_sign(item: Statement) -> _Topic:
    return item.claim.type, item.sign, None


def _sign(item: Statement) -> _Topic:
    return None, item.sign, None


def _type_sign_and_end(item: Statement) -> _Topic:
    return item.claim.type, item.sign, item.ended


def _grade(item: Statement, same: int, agreeing: int, against: int, overruled_by: float) -> int:
    supporters = same + 1
    if against:
        if supporters >= overruled_by * against:
            return 2
        return 4 if supporters >= against else 5
    if same:
        return 1 if same >= _CONFIRMING_ROOTS else 2
    return 3 if agreeing or item.reliability in _JUDGED else 6


def _sayings(items: Sequence[Statement], topic: Callable[[Statement], _Topic]) -> Mapping[_Topic, _Sayings]:
    found: defaultdict[_Topic, _Sayings] = defaultdict(list)
    for item in items:
        if item.firm:
            found[topic(item)].append((item.day.toordinal(), item.root))
    for sayings in found.values():
        sayings.sort()
    return found


def _others(
    items: Sequence[Statement],
    topic: Callable[[Statement], _Topic],
    streams: Callable[[_Topic], list[_Stream]],
) -> list[int]:
    """For each item, how many other roots speak in the streams of its topic."""
    groups: defaultdict[_Topic, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        groups[topic(item)].append(i)
    counts = [0] * len(items)
    for label, members in groups.items():
        members.sort(key=lambda i: items[i].day)
        queries = [(items[i].day.toordinal(), items[i].root) for i in members]
        for i, count in zip(members, _distinct(queries, streams(label)), strict=True):
            counts[i] = count
    return counts


def _distinct(queries: _Sayings, streams: list[_Stream]) -> list[int]:
    """For each query (in order of days), how many roots but its own speak within the streams' windows."""
    speaking: Counter[str] = Counter()
    entered = [0] * len(streams)
    left = [0] * len(streams)
    counts: list[int] = []
    for day, root in queries:
        for i, (sayings, low, high) in enumerate(streams):
            while entered[i] < len(sayings) and sayings[entered[i]][0] <= day + high:
                speaking[sayings[entered[i]][1]] += 1
                entered[i] += 1
            while left[i] < entered[i] and sayings[left[i]][0] < day + low:
                gone = sayings[left[i]][1]
                speaking[gone] -= 1
                if not speaking[gone]:
                    del speaking[gone]
                left[i] += 1
        counts.append(len(speaking) - (root in speaking))
    return counts
