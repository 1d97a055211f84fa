"""Hours of the day."""

from __future__ import annotations

from musnad.reading.times.context import Context, Found
from musnad.reading.times.model import Grain
from musnad.reading.times.numerals import digits, ordinal


def clock(ctx: Context, at: int) -> Found | None:
    """«الساعة الثالثة فجراً»، «الساعة 11:45»: the hour of a day that the words do not tell."""
    tokens = ctx.tokens
    if not tokens.sense(at, "clock") or not tokens.next_to(at + 1):
        return None
    if tokens.touching_mark(at + 2, ":"):
        hour, minute, stop = tokens[at + 1].number, tokens[at + 2].number, at + 3
    else:
        read = (digits(tokens, at + 1), at + 2) if tokens[at + 1].number >= 0 else ordinal(tokens, at + 1)
        if read is None:
            return None
        hour, stop, minute = read[0], read[1], 0
        fraction = tokens.sense(stop, "fraction")
        if fraction and fraction.proclitic == "و":
            minute, stop = int(fraction.value), stop + 1
    if not (0 <= hour <= 24 and 0 <= minute < 60):  # noqa: PLR2004
        return None
    part = tokens.sense(stop, "daytime")
    if part and tokens.next_to(stop):
        stop += 1
        hour += 12 if part.value in {"afternoon", "evening", "night"} and hour < 12 else 0  # noqa: PLR2004
    return Found(stop, None, Grain.HOUR if not minute else Grain.MINUTE, value=f"T{hour:02d}:{minute:02d}")
