"""Signs that a time belongs to a trigger: what stands between them, and what kind of claim it is."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.reading.times.lexicon import PACKAGE
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from musnad.reading.times.model import TimeExpression

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?؟؛…]+[»”\")]*(?:\s|$)|\n+")
_LETTERS_A_WORD = 6
_REACH = 45
# Characters back to the farthest expression that is looked at: more than the longest sentence before has.
_FARTHEST = 5_000
_MOST = 3


def candidates(
    expressions: Sequence[TimeExpression],
    trigger: tuple[int, int],
    sentence: tuple[int, int],
    text: str,
    claim: Mapping[str, str],
) -> Iterator[tuple[TimeExpression, dict[str, float]]]:
    """The resolved expressions of the sentence and of the one before, each with its signs (name → strength).

    `expressions` are in the order of the text.
    """
    low = bisect_left(expressions, sentence[0] - _FARTHEST, key=_start)
    high = bisect_left(expressions, sentence[1], key=_start)
    resolved = [e for e in expressions[low:high] if e.interval is not None]
    inside = [e for e in resolved if sentence[0] <= e.start < sentence[1]]
    for expression in inside:
        signs = _between(expression, inside, trigger, text)
        signs |= _around(expression, text)
        yield expression, signs | _kinds(expression, claim)
    earlier = [e for e in resolved if e.end <= sentence[0]] if text else []
    for expression in reversed(earlier):
        gap = text[expression.end : sentence[0]]
        ends = len(_SENTENCE_END.findall(gap))
        if ends > 1:
            break
        if ends:
            words = math.log1p(len(_WORD.findall(text, expression.end, trigger[0])))
            signs = {"before": 1.0, "before_words": words, "before_line": float("\n" in gap)}
            signs["before_rival"] = float(bool(inside))
            yield expression, signs | _kinds(expression, claim)


def _start(expression: TimeExpression) -> int:
    return expression.start


def _kinds(expression: TimeExpression, claim: Mapping[str, str]) -> dict[str, float]:
    signs = {f"{name}_{value}": 1.0 for name, value in claim.items()}
    bounded = f"{claim.get('phase', '')}_{expression.kind}"
    return signs | {
        "bias": 1.0,
        f"kind_{expression.kind}": 1.0,
        f"grain_{expression.grain}": 1.0,
        bounded: 1.0,
    }


def _between(
    expression: TimeExpression, rivals: Sequence[TimeExpression], trigger: tuple[int, int], text: str
) -> dict[str, float]:
    """What stands between trigger and time; signs differ by which comes first."""
    after = expression.start >= trigger[1]
    low, high = (trigger[1], expression.start) if after else (expression.end, trigger[0])
    between = text[low : max(high, low)]
    found = _WORD.findall(between)
    count = len(found) if text else max(high - low, 0) / _LETTERS_A_WORD
    words = _words()
    nearer = sum(low <= e.start and e.end <= high for e in rivals if e is not expression)
    sided = {
        "words": math.log1p(count),
        "comma": min(between.count("،") + between.count(","), _MOST),
        "complementizer": any(word in words["complementizer"] for word in found),
        "subordinator": min(sum(word in words["subordinator"] for word in found), 2),
        "speech": any(_spoken(word) for word in found),
        "and": min(sum(word[0] == "و" and len(word) > _MOST for word in found), _MOST),
        "nearer": min(nearer, 2),
    }
    signs = {f"{name}_{'after' if after else 'ahead'}": float(value) for name, value in sided.items()}
    signs["after"] = float(after)
    signs["colon"] = float(":" in between)
    signs["quote"] = float(any(mark in between for mark in '«»“”"'))
    signs["rival"] = float(len(rivals) > 1)
    return signs


def _around(expression: TimeExpression, text: str) -> dict[str, float]:
    """Whether the time is that of a statement: a verb of speech before it, "that" after it."""
    before = _WORD.findall(text, max(0, expression.start - _REACH), expression.start)
    after = text[expression.end : expression.end + _REACH].split(maxsplit=1)
    opens = bool(after) and (after[0].strip(":،") in _words()["complementizer"] or after[0].endswith(":"))
    return {"spoken": float(any(_spoken(word) for word in before)), "opens_content": float(opens)}


def _spoken(word: str) -> bool:
    speech = _words()["speech"]
    return word in speech or (word[0] in "وف" and word[1:] in speech)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {
        name: frozenset(fold(word) for word in words)
        for name, words in load_yaml(PACKAGE, "attach.yaml")["words"].items()
    }
