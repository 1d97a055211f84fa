"""Names of months, in every Arab usage and in the Hijri calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from musnad.reading.times.lexicon import lexicon

if TYPE_CHECKING:
    from musnad.reading.times.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Month:
    """A month by name: its number, its calendar, and whether the words around make sure that a month is meant."""

    number: int
    hijri: bool
    stop: int
    sure: bool


def month_name(tokens: Tokens, at: int) -> Month | None:
    """The month at `at`, with the word "month" before it and its other name after it (حزيران/يونيو)."""
    introduced = tokens.sense(at, "unit") is not None and tokens[at].text.endswith("شهر")
    name = _single(tokens, at + introduced) if not introduced or tokens.next_to(at + 1) else None
    if name is None:
        return None
    name = replace(name, sure=name.sure or introduced)
    if tokens.next_to(name.stop, "/-–(،") and not _proclitic(tokens, name.stop):
        other = _single(tokens, name.stop)
        if other and other.number == name.number and other.hijri == name.hijri:
            return replace(name, stop=other.stop, sure=True)
    return name


def _single(tokens: Tokens, at: int) -> Month | None:
    word = tokens[at].text
    pair = lexicon().pairs.get((word, tokens[at + 1].text)) if tokens.next_to(at + 1) else None
    if pair and pair[0] in {"month", "hijri"}:
        return Month(pair[1], pair[0] == "hijri", at + 2, sure=True)
    for group in ("month", "hijri"):
        sense = tokens.sense(at, group)
        if sense and not sense.definite:
            bare = word.removeprefix(sense.proclitic)
            return Month(int(sense.value), group == "hijri", at + 1, sure=bare not in lexicon().ambiguous)
    return None


def _proclitic(tokens: Tokens, at: int) -> bool:
    sense = tokens.sense(at, "month") or tokens.sense(at, "hijri")
    return bool(sense and sense.proclitic)
