"""Floors on annotated articles and on public specifications of time expressions."""

from __future__ import annotations

import json
from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from musnad.arabic.folding import fold, fold_with_map
from musnad.arabic.sentences import sentences
from musnad.claims.model import EventType, Modality, Phase
from musnad.reading.times import TimeExpression, attach, find_times

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.gate

# Families of the specification that speak of clock times, which claims do not carry, or of holidays of one country.
FAMILIES = ("DateParser-", "DatePeriodParser-", "DurationParser-", "DateTimeModel-")
KINDS = {"date", "daterange", "duration", "set"}
# Cases left out, and why.
LEFT_OUT = {
    "a bare number is no date in news": "DateParser-0 61 63 66 67 68 74 75 77",
    "day and month in digits without a year or a weekday are no date in news": "DateParser-11 12 16 17",
    "month before day, as in English": "DateParser-97 99 DateTimeModel-0 2",
    "the first Sunday of no month": "DateParser-79 81",
    "31 November": "DateParser-83",
    "weeks from Monday; here from Sunday, or the last seven days": "DateParser-43 44 45 DatePeriodParser-11 30 87 88 89 90",
    "colloquial": "DateParser-46 54 DatePeriodParser-34",
    "the day after one said before": "DateParser-39",
    "'last September' in November is this year's": "DatePeriodParser-16",
    "months and years are given to the month": "DateParser-58 59",
    "a dialogue's 'I shall' (س before أ) is no sign of the future here": "DatePeriodParser-53 60 122 DateTimeModel-80",
    "a plan without a verb": "DatePeriodParser-26",
    "a length in two units": "DateParser-93 DurationParser-42",
    "fractions of units": "DateTimeModel-36 DurationParser-2 11 38",
    "'all day', 'a whole day'": "DateTimeModel-39 DurationParser-15 18 22 23",
    "ungrammatical": "DurationParser-4 DatePeriodParser-117",
    "late and early are thirds here, halves there": "DatePeriodParser-84 86 137",
    "seasons unresolved there": "DatePeriodParser-70 71 73 74 140",
    "other readings of the same words": "DatePeriodParser-20 47 49 64 105 121 129 132 133 135",
    "years before 1000, years in words without 'year', decades without an article": "DatePeriodParser-96 98 100 102 114",
    "days by number beside a weekday": "DatePeriodParser-3",
    "a clock time every day": "DateTimeModel-52",
}


def left_out() -> set[str]:
    ids, family = set(), ""
    for group in LEFT_OUT.values():
        for word in group.split():
            family, _, number = word.rpartition("-") if "-" in word else (family, "-", word)
            ids.add(f"{family}-{number}")
    return ids


def articles(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text("utf8"))


def same_time(wanted: dict[str, str], found: TimeExpression | None) -> bool:
    """The gold dates, as precise as they are, begin the found ones."""
    if found is None or found.interval is None:
        return False
    got = {"from": found.interval.start or "", "to": found.interval.end or ""}
    return all(got[key][: len(value)] == value for key, value in wanted.items() if value)


def test_dates_of_claims_are_found_in_their_article(shared: Path) -> None:
    wanted = in_article = in_paragraph = 0
    for article in articles(shared / "train"):
        text = article["text"]
        folded = fold_with_map(text)
        found = find_times(folded.text, date.fromisoformat(article["published"]))
        spans = [folded.span(e.start, e.end) for e in found]
        for claim in article["claims"]:
            if not claim["time"]:
                continue
            low = text.rfind("\n", 0, claim["trigger"][0]) + 1
            high = text.find("\n", claim["trigger"][1])
            fits = [s.start for s, e in zip(spans, found, strict=True) if same_time(claim["time"], e)]
            wanted += 1
            in_article += bool(fits)
            in_paragraph += any(low <= start < (high if high >= 0 else len(text)) for start in fits)
    assert wanted > 500
    assert in_article / wanted >= 0.94
    # A sixth of the claims take their date from an earlier paragraph.
    assert in_paragraph / wanted >= 0.82


def test_dates_are_attached_to_the_claims_they_date(shared: Path) -> None:
    given = right = wanted = 0
    for article in articles(shared / "train"):
        folded = fold_with_map(article["text"])
        place = folded.origin
        found = find_times(folded.text, date.fromisoformat(article["published"]))
        bounds = [(s.start, s.end) for s in sentences(folded.text)]
        for claim in article["claims"]:
            if claim["optional"]:
                continue
            start, end = claim["trigger"]
            if place:
                start, end = bisect_left(place, start), bisect_left(place, end)
            chosen = attach(
                found,
                start,
                end,
                next(b for b in bounds if b[0] <= start < b[1]),
                text=folded.text,
                type=EventType(claim["type"]),
                phase=Phase(claim["phase"]),
                modality=Modality(claim["modality"]),
            )
            wanted += bool(claim["time"])
            given += chosen is not None
            right += bool(claim["time"]) and same_time(claim["time"], chosen)
    assert right / wanted >= 0.74
    assert right / given >= 0.50


def accepted(result: dict[str, Any]) -> tuple[str, set[tuple[str, str]], set[str]]:
    """(kind, acceptable first and last dates, acceptable values) of one result of the specification."""
    value = result.get("Value") or result.get("Resolution")
    kind = (result.get("Type") or result.get("TypeName") or "").removeprefix("datetimeV2.")
    dates: set[tuple[str, str]] = set()
    if "values" in value:
        for each in value["values"]:
            dates.add(
                (each.get("value") or each.get("start") or "", each.get("value") or each.get("end") or "")
            )
        return kind, dates, {each["timex"] for each in value["values"]}
    for name in ("FutureResolution", "PastResolution"):
        each = value.get(name) or {}
        dates.add(
            (each.get("date") or each.get("startDate") or "", each.get("date") or each.get("endDate") or "")
        )
    return kind, dates, {value["Timex"]}


def agrees(found: TimeExpression, kind: str, dates: set[tuple[str, str]], values: set[str]) -> bool:
    if kind in {"duration", "set"}:
        return found.value in values
    if found.interval is None or not found.interval.start:
        return False
    start, end = found.interval.start, found.interval.end or ""
    if kind == "date":
        return any(first == start and last == end for first, last in dates)
    return any(first and first.startswith(start) for first, _ in dates)


def test_recognizers_specification(shared: Path) -> None:
    outside, right, total, missed = left_out(), 0, 0, []
    for line in (shared / "data/timex/recognizers.jsonl").read_text("utf8").splitlines():
        case = json.loads(line)
        if not case["id"].startswith(FAMILIES) or case["id"] in outside:
            continue
        found = find_times(fold(case["input"]), date.fromisoformat(case["reference"][:10]))
        for result in case["results"]:
            if not isinstance(result.get("Value") or result.get("Resolution"), dict):
                continue
            kind, dates, values = accepted(result)
            if kind not in KINDS:
                continue
            total += 1
            if any(agrees(e, kind, dates, values) for e in found):
                right += 1
            else:
                missed.append(case["id"])
    assert total >= 75
    assert right / total >= 0.95, missed


# Colloquial words, months by number, English order; a bare weekday is the last one in news, the next one there.
COLLOQUIAL = ("بكر", "الي ", "شهر 3", "شهر ثلاثة", "عشرة", "الثامن", "من اسبوع", "27 الى", "ثلاثاء من شهر")
BARE_WEEKDAYS = {"الجمعة", "الجمعه", "الخميس"}
WEEKS = ("احد الاسبوع", "الاحد من الاسبوع", "الثلاثاء الأولى", "الثلاثا الاول")


def test_duckling_corpus(shared: Path) -> None:
    right, total, missed = 0, 0, []
    for line in (shared / "data/timex/duckling.jsonl").read_text("utf8").splitlines():
        case = json.loads(line)
        if case["grain"] not in {"day", "month"}:
            continue
        wanted = date(*case["values"][0][:3]).isoformat()[: 7 if case["grain"] == "month" else 10]
        for text in case["texts"]:
            if text in BARE_WEEKDAYS or any(word in text for word in (*COLLOQUIAL, *WEEKS)):
                continue
            total += 1
            found = find_times(fold(text), date(2013, 2, 12))
            if any(e.interval and (e.interval.start or "").startswith(wanted) for e in found):
                right += 1
            else:
                missed.append(text)
    assert total >= 25
    assert right / total >= 0.95, missed
