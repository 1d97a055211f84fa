"""The day a document says it was published, in the ways such fields are written.

Understood: ISO 8601 dates and times, `2020/08/21`, day-month-year with `/`, `-` or `.`, RFC 2822, day, name of the
month and year in Arabic (as used in Egypt, the Levant and the Maghreb) or English, seconds or milliseconds since 1970, each
also in Arabic-Indic digits. A time with an offset keeps the day as written, which is the day readers saw.
Day-month order is never guessed: `08/21/2020` is no date.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from musnad.arabic.folding import fold

_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}Z?)?$")
_NAMED = re.compile(r"(\d{1,2})\s+([^\W\d]+(?:\s+[^\W\d]+)?)\s*[,،]?\s+(\d{4})(?!\d)")
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?$")
_LOCALES = ("ar", "ar_SY", "ar_MA", "ar_DZ", "en")
_START = datetime(1970, 1, 1, tzinfo=UTC)


@cache
def _months() -> dict[str, int]:
    # Imported here: most fields are ISO, and Babel loads slowly.
    from babel.dates import get_month_names  # noqa: PLC0415

    names: dict[str, int] = {}
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                names.setdefault(fold(str(name)).casefold(), number)
    return names


def parse_day(value: str) -> date | None:
    """The day that `value` names, or None where it names none."""
    text = fold(value).strip()
    try:
        return _from_digits(text) or _from_rfc2822(text) or _from_names(text)
    except (ValueError, OverflowError):
        return None


def _from_digits(text: str) -> date | None:
    if found := _YEAR_FIRST.match(text):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := _NUMERIC.match(text):
        return date(int(found[4]), int(found[3]), int(found[1]))
    if found := _COMPACT.match(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _EPOCH.match(text):
        return (_START + timedelta(seconds=int(found[1]))).date()
    return None


def _from_rfc2822(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None


def _from_names(text: str) -> date | None:
    found = _NAMED.search(text)
    if not found:
        return None
    month = _months().get(" ".join(found[2].split()).casefold())
    return date(int(found[3]), month, int(found[1])) if month else None
