"""Public suites of time expressions: every case that news can mean is run; what is left out says why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from suite_cases import DAYS, VALUES, Case, answers, answers_grain, duckling, recognizers

from musnad.arabic.folding import fold
from musnad.reading.times import find_times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

pytestmark = pytest.mark.gate

OUTSIDE: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("suites_outside.yaml").read_text("utf8")
)


def outside(suite: str) -> set[str]:
    return {case for cases in OUTSIDE[suite].values() for case in cases}


def missed(cases: Iterable[Case], answered: Callable[[Any, Any], bool]) -> tuple[int, list[str]]:
    """(cases run, names of those not answered)."""
    run, names = 0, []
    for case in cases:
        wanted = [one for one in case.wanted if one.kind in DAYS | VALUES | {"day", "month"}]
        if not wanted:
            continue
        run += 1
        found = find_times(fold(case.text), case.reference)
        if not all(any(answered(each, one) for each in found) for one in wanted):
            names.append(case.name)
    return run, names


def test_recognizers(shared: Path) -> None:
    cases = list(recognizers(shared / "data/timex/recognizers.jsonl"))
    left_out = outside("recognizers")
    assert left_out <= {case.name for case in cases}
    run, names = missed((case for case in cases if case.name not in left_out), answers)
    assert run >= 180
    assert 1 - len(names) / run >= 0.9, names


def test_duckling(shared: Path) -> None:
    cases = list(duckling(shared / "data/timex/duckling.jsonl"))
    left_out = outside("duckling")
    run, names = missed((case for case in cases if case.name not in left_out), answers_grain)
    assert run >= 28
    assert 1 - len(names) / run >= 0.9, names


def test_what_is_left_out_is_named_once_and_for_a_reason() -> None:
    for suite, groups in OUTSIDE.items():
        cases = [case for group in groups.values() for case in group]
        assert len(cases) == len(set(cases)), suite
        assert all(len(reason) > 4 for reason in groups)
