"""Dates in words, as precise as they are given, and as days to measure with."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Final

from babel.dates import format_date

from musnad.labels import label

if TYPE_CHECKING:
    from musnad.claims.model import Interval

_ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_PATTERNS: Final = {1: "yyyy", 2: "MMMM yyyy", 3: "d MMMM yyyy"}


def first_day(iso: str | None) -> date | None:
    """The first day of an ISO 8601 year, month or day; None for an open end or anything else."""
    parts = _parts(iso)
    if not parts:
        return None
    return _safe_date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)  # noqa: PLR2004


def last_day(iso: str | None) -> date | None:
    """The last day of an ISO 8601 year, month or day; None for an open end or anything else."""
    first, parts = first_day(iso), _parts(iso)
    if first is None:
        return None
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(first.year, month)[1]  # noqa: PLR2004
    return date(first.year, month, day)


def date_words(iso: str, lang: str) -> str:
    """A date such as "9 June 2020", "June 2020" or "2020"; what is no date is given back as it is."""
    day = first_day(iso)
    if day is None:
        return iso
    return format_date(day, _PATTERNS[len(_parts(iso))], locale=lang)


def day_words(day: date | None, lang: str) -> str:
    """A day in words, or that there is none."""
    return date_words(day.isoformat(), lang) if day else label("phrase.no_date", lang)


def interval_words(time: Interval | None, lang: str) -> str:
    """A time such as "June 2020", "since 2019", "until …", "from … to …", or that the text gives no time."""
    if time is None or (time.start is None and time.end is None):
        return label("phrase.no_time", lang)
    if time.end is None:
        return f"{label('phrase.since', lang)} {date_words(time.start or '', lang)}"
    if time.start is None:
        return f"{label('phrase.until', lang)} {date_words(time.end, lang)}"
    if time.start == time.end:
        return date_words(time.start, lang)
    ends = date_words(time.start, lang), date_words(time.end, lang)
    return f"{label('phrase.from', lang)} {ends[0]} {label('phrase.to', lang)} {ends[1]}"


def _parts(iso: str | None) -> tuple[int, ...]:
    found = _ISO.fullmatch(iso or "")
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
