"""Quantities: a number, what multiplies it, and what is counted (10 ملايين دولار، خمسة آلاف مقاتل)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.arabic.tokens import noun_splits
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from musnad.arabic.tokens import Token

_UNIT_GROUPS = ("currencies", "troops", "arms", "people", "goods")
_REACH = 10


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at tokens `first..last`, its value, and the words of its unit."""

    first: int
    last: int
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class _Words:
    multipliers: dict[str, int]
    units: frozenset[str]
    after: frozenset[str]
    numbers: dict[str, int]


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """Every quantity of a sentence, in order."""
    words, out, at = _words(), [], 0
    while at < len(tokens):
        found = _quantity(tokens, at, words) if _may_count(tokens[at].text) else None
        if found is None:
            at += 1
        else:
            out.append(found)
            at = found.last + 1
    return out


def nearest(found: Sequence[Quantity], first: int, last: int) -> Quantity | None:
    """The quantity that goes with the words `first..last`: the next one within reach, else the one right before."""
    after = [q for q in found if last < q.first <= last + _REACH]
    if after:
        return after[0]
    before = [q for q in found if first - 2 <= q.last < first]
    return before[-1] if before else None


@lru_cache(maxsize=50_000)
def _may_count(text: str) -> bool:
    """Whether a quantity may begin with the word: the words of news repeat, and hardly any does."""
    words = _words()
    return _bare(text, words.multipliers) in words.multipliers or _number(text, words) is not None


def _quantity(tokens: Sequence[Token], at: int, words: _Words) -> Quantity | None:
    multiplier = words.multipliers.get(_bare(tokens[at].text, words.multipliers))
    value, end = None if multiplier else _number(tokens[at].text, words), at + 1
    if value is None and multiplier is None:
        return None
    total = float(value if value is not None else multiplier or 1)
    while end < len(tokens) and (times := words.multipliers.get(tokens[end].text)):
        total, end = total * times, end + 1
    if end >= len(tokens) or _bare(tokens[end].text, words.units) not in words.units:
        return None
    last = end + 1 if end + 1 < len(tokens) and tokens[end + 1].text in words.after else end
    return Quantity(at, last, total, " ".join(t.text for t in tokens[end : last + 1]))


def _number(text: str, words: _Words) -> float | None:
    if text[0].isdigit():
        try:
            return float(text.replace("٫", ".").replace(",", ""))
        except ValueError:
            return None
    return words.numbers.get(_bare(text, words.numbers))


def _bare(text: str, known: Collection[str]) -> str:
    """The word without a conjunction or preposition before it, if it is one of the known words so."""
    if text in known:
        return text
    stems = (s.stem for s in noun_splits(text) if not s.pronoun and not s.article)
    return next((stem for stem in stems if stem in known), text)


@cache
def _words() -> _Words:
    raw = load_yaml("musnad.reading.circumstances", "units.yaml")
    cardinal = load_yaml("musnad.reading.times", "numbers.yaml")["cardinal"]
    numbers = {fold(word): int(value) for value, forms in cardinal.items() for word in forms}
    return _Words(
        {fold(k): v for k, v in raw["multipliers"].items()},
        frozenset(fold(w) for group in _UNIT_GROUPS for w in raw[group]),
        frozenset(fold(w) for w in raw["nationalities_after"]),
        numbers,
    )
