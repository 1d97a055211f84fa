"""JSON and CSV as text that any program can read back."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def json_line(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """The value on one line, without the line's end."""
    return _dumps(value, None)


def json_text(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """The value over several lines, for people who look at it too."""
    return _dumps(value, 2)


def csv_text(rows: Iterable[Mapping[str, str]], *, header: bool = True) -> str:
    """Rows under a header with the names of their fields, lines ended as RFC 4180 has it; nothing for no rows."""
    listed = list(rows)
    if not listed:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(listed[0]))
    if header:
        writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()


def _dumps(value: Any, indent: int | None) -> str:  # noqa: ANN401 - any JSON value
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        # A lone surrogate from a broken article has no UTF-8; escaped, it is still JSON.
        return json.dumps(value, indent=indent, allow_nan=False)
    return text
