"""Cases of the public suites of time expressions: what they ask, and whether an expression answers it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from musnad.reading.times import TimeExpression, TimeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAYS = {"date", "daterange", "datetime", "datetimerange"}
VALUES = {"duration", "set"}
UNRESOLVED = ("", "")
_YEAR = len("2016")


@dataclass(frozen=True)
class Wanted:
    """One expected result: its kind, the acceptable (first, after last) ends, the acceptable values."""

    kind: str
    ends: frozenset[tuple[str, str]]
    values: frozenset[str]


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    reference: date
    wanted: tuple[Wanted, ...]


def recognizers(path: Path) -> Iterator[Case]:
    for line in path.read_text("utf8").splitlines():
        raw = json.loads(line)
        results = (r.get("Value") or r.get("Resolution") for r in raw["results"])
        kinds = ((r.get("Type") or r.get("TypeName") or "") for r in raw["results"])
        wanted = tuple(
            _wanted(kind.removeprefix("datetimeV2."), value)
            for kind, value in zip(kinds, results, strict=True)
            if isinstance(value, dict)
        )
        yield Case(raw["id"], raw["input"], date.fromisoformat(raw["reference"][:10]), wanted)


def _wanted(kind: str, value: dict[str, Any]) -> Wanted:
    if "values" in value:
        rows, values = value["values"], {row["timex"] for row in value["values"]}
        ends = {(row.get("value") or row.get("start"), row.get("value") or row.get("end")) for row in rows}
    else:
        rows = [value.get(name) or {} for name in ("FutureResolution", "PastResolution")]
        values, ends = {value["Timex"]}, {_resolution(row) for row in rows}
    return Wanted(kind, frozenset((_day(a), _day(b)) for a, b in ends), frozenset(values))


def _resolution(row: dict[str, str]) -> tuple[str | None, str | None]:
    single = row.get("date") or row.get("dateTime")
    first = row.get("startDate") or row.get("startDateTime")
    last = row.get("endDate") or row.get("endDateTime")
    return single or first, single or last


def _day(text: str | None) -> str:
    return "" if not text or text == "not resolved" else text[:10]


def answers(found: TimeExpression, wanted: Wanted) -> bool:
    """Both ends right, as precise as the text; of hours only their day; of durations and sets the TIMEX3 value."""
    if wanted.kind in VALUES or wanted.ends == {UNRESOLVED}:
        return found.value in wanted.values
    return found.interval is not None and any(_ends(found, ends, wanted.kind) for ends in wanted.ends)


def _ends(found: TimeExpression, ends: tuple[str, str], asked: str) -> bool:
    assert found.interval is not None
    first, last = found.interval.start, found.interval.end
    start, stop = ends
    if asked in {"date", "datetime"}:
        return first == last == start
    if asked == "datetimerange":
        return _same(first, start) if start else found.kind is TimeKind.UNTIL and _closes(last, stop)
    if not start:
        return found.kind is TimeKind.UNTIL and _closes(last, stop)
    if not stop:
        return found.kind is TimeKind.SINCE and _same(first, start)
    return _same(first, start) and _closes(last, stop)


def _same(ours: str | None, theirs: str) -> bool:
    """The same day; lengths counted in months are given to the month, and whole years to the year."""
    if ours is None or not theirs.startswith(ours):
        return False
    return len(ours) > _YEAR or theirs.endswith("-01-01")


def _closes(ours: str | None, stop: str) -> bool:
    """The suite ends named periods after their last day, and "from … to …" on the day named."""
    if ours is None or not stop:
        return False
    before = (date.fromisoformat(stop) - timedelta(1)).isoformat()
    if len(ours) == _YEAR and not stop.endswith("-01-01"):
        return False
    return stop.startswith(ours) or before.startswith(ours)


def duckling(path: Path) -> Iterator[Case]:
    """The days and months of the corpus; its reference is 12 February 2013."""
    for line in path.read_text("utf8").splitlines():
        raw = json.loads(line)
        if raw["grain"] not in {"day", "month"}:
            continue
        day = date(*raw["values"][0][:3]).isoformat()
        wanted = Wanted(raw["grain"], frozenset({(day, day)}), frozenset())
        for text in raw["texts"]:
            yield Case(text, text, date(2013, 2, 12), (wanted,))


def answers_grain(found: TimeExpression, wanted: Wanted) -> bool:
    """The same day, or the same month."""
    ((day, _),) = wanted.ends
    want = day[:7] if wanted.kind == "month" else day
    return found.interval is not None and want == (found.interval.start or "")[: len(want)]
