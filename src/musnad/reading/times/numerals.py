"""Numbers as Arabic writes them: digits, cardinal words and ordinal words, with their agreement and compounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.reading.times.tokens import Tokens

_HUNDRED, _THOUSAND = 100, 1000


def digits(tokens: Tokens, at: int) -> int:
    """The whole number written in digits at `at`; -1 where there is none, or it is part of a decimal or a percentage."""
    number = tokens[at].number
    if number < 0:
        return -1
    decimal = tokens.touching_mark(at, ".,٫:") or tokens.touching_mark(at + 1, ".,٫:")
    return -1 if decimal or tokens.after(at) in {"%", "٪"} else number


def cardinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """(value, index after) of the number that starts at `at`, in digits or words."""
    number = digits(tokens, at)
    if number >= 0:
        return number, at + 1
    vague = tokens.sense(at, "vague")
    if vague:
        return int(vague.value), at + 1
    return _words(tokens, at)


def _words(tokens: Tokens, at: int) -> tuple[int, int] | None:
    first = tokens.sense(at, "cardinal")
    if first is None:
        return None
    total, group = 0, int(first.value)
    at += 1
    while tokens.next_to(at):
        scale = tokens.sense(at, "scale")
        word = tokens.sense(at, "cardinal")
        if scale and not scale.proclitic and not scale.definite and group < int(scale.value):
            total, group = (
                (total, group * _HUNDRED) if scale.value == _HUNDRED else (total + group * _THOUSAND, 0)
            )
        elif tokens.sense(at, "tens") and word and not word.proclitic and 0 < group % _HUNDRED < 10:  # noqa: PLR2004
            group += 10
        elif word and word.proclitic == "و" and _fits(group, int(word.value)):
            group += int(word.value)
        elif word and word.proclitic == "و" and group >= _THOUSAND > int(word.value):
            total, group = total + group, int(word.value)
        else:
            break
        at += 1
    return total + group, at


def _fits(group: int, value: int) -> bool:
    """Whether `value` may be added to `group` in one number: twenty to three, eighteen to two thousand, not six to five."""
    if group >= _THOUSAND:
        return value < _THOUSAND and group % _THOUSAND == 0
    if group >= _HUNDRED and group % _HUNDRED == 0:
        return value < _HUNDRED
    units = group % _HUNDRED
    return 0 < units < 10 and 20 <= value < _HUNDRED and value % 10 == 0  # noqa: PLR2004


def continues(tokens: Tokens, at: int) -> bool:
    """Whether the word at `at` can only go on a number that began before it («… وعشرين»)."""
    word = tokens.sense(at, "cardinal")
    before = tokens.sense(at - 1, "cardinal") or tokens.sense(at - 1, "ordinal")
    return word is not None and word.proclitic == "و" and before is not None and tokens.next_to(at)


def ordinal(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """(value, index after) of the ordinal at `at`: الثاني، الحادي عشر، الخامس والعشرين، العشرين."""
    first = tokens.sense(at, "ordinal")
    if first is None:
        tens = tokens.sense(at, "cardinal")
        round_tens = tens and tens.definite and int(tens.value) in range(20, 100, 10)
        return (int(tens.value), at + 1) if tens and round_tens else None
    value = int(first.value)
    follower = tokens.sense(at + 1, "cardinal") if tokens.next_to(at + 1) else None
    if follower and tokens.sense(at + 1, "tens") and not follower.proclitic and not follower.definite:
        return value + 10, at + 2
    if follower and follower.proclitic == "و" and int(follower.value) in range(20, 100, 10):
        return value + int(follower.value), at + 2
    return value, at + 1
