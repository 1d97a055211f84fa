"""Signs that a time belongs to a trigger: what stands between them, and what kind of claim it is."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.reading.times.lexicon import PACKAGE
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from musnad.reading.times.layout import DatedText
    from musnad.reading.times.model import TimeExpression

_WORD = re.compile(r"\w+")
_LETTERS_A_WORD = 6
_REACH = 45
_MOST = 3


def inside(
    article: DatedText, sentence: int, trigger: tuple[int, int], claim: Mapping[str, str]
) -> Iterator[tuple[TimeExpression, dict[str, float]]]:
    """The times of the claim's own sentence, each with its signs (name → strength)."""
    row = article.resolved[sentence]
    for expression in row:
        signs = _between(expression, row, trigger, article.text)
        signs |= around(expression, article.text)
        yield expression, signs | kinds(expression, claim)


def kinds(expression: TimeExpression, claim: Mapping[str, str]) -> dict[str, float]:
    """What kind of time it is, what kind of claim, and both together."""
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
    words = cue_words()
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


def around(expression: TimeExpression, text: str) -> dict[str, float]:
    """Whether the time is that of a statement: a verb of speech before it, "that" after it."""
    before = _WORD.findall(text, max(0, expression.start - _REACH), expression.start)
    after = text[expression.end : expression.end + _REACH].split(maxsplit=1)
    opens = bool(after) and (after[0].strip(":،") in cue_words()["complementizer"] or after[0].endswith(":"))
    return {"spoken": float(any(_spoken(word) for word in before)), "opens_content": float(opens)}


def _spoken(word: str) -> bool:
    speech = cue_words()["speech"]
    return word in speech or (word[0] in "وف" and word[1:] in speech)


@cache
def cue_words() -> Mapping[str, frozenset[str]]:
    """The words of the data file by class, folded."""
    return {
        name: frozenset(fold(word) for word in words)
        for name, words in load_yaml(PACKAGE, "attach.yaml")["words"].items()
    }
