"""An explanation as plain JSON values: the tree of `musnad.reading.explaining.model`, field for field."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from musnad.claims.identity import content_hash
from musnad.claims.model import Interval, Span
from musnad.formats.parts import interval_to_dict, span_to_dict
from musnad.reading.explaining.model import Words

if TYPE_CHECKING:
    from musnad.formats.parts import Json
    from musnad.reading.explaining.model import Explanation

_DIGITS: Final = 4
_CHANCES: Final = ("phases", "modalities")


def explanation_to_dict(explanation: Explanation) -> Json:
    """The explanation as plain JSON values; chances have four digits, the text of the article is left out."""
    document = explanation.document
    return {
        "document": {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published and document.published.isoformat(),
            "hash": content_hash(document),
        },
        "reader": explanation.reader,
        "thresholds": _plain(explanation.thresholds),
        "claims": explanation.claims,
        "place": _plain(explanation.place),
        "cases": _plain(explanation.cases),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - any value of the tree, by its sort
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, Span):
        return span_to_dict(value)
    if isinstance(value, Interval):
        return interval_to_dict(value)
    if isinstance(value, Words):
        return {**span_to_dict(value.span), "text": value.text}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: dict(_plain(found)) if field.name in _CHANCES else _plain(found)
            for field in fields(value)
            for found in (getattr(value, field.name),)
        }
    return value
