"""The article inside an HTML page, found by trafilatura, with its headline, outlet, day and address.

The headline stands as the first line of the text, as in plain text, since headlines make claims too. A page without
an article (a consent wall, a robot check, a list of links) is refused rather than read.
"""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.claims.model import Document
from musnad.errors import MusnadError
from musnad.intake.dates import parse_day
from musnad.intake.encoding import decode
from musnad.intake.finish import finish
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from musnad.intake.model import Defaults, Taken

_SHORTEST_ARTICLE = 120
_LONGEST_WALL = 900
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_EARLIEST = "1800-01-01"  # Archives put old newspapers on the web; the library's own bound is 1995.
_TAG = re.compile(r"<[a-z!/?][^>]*>", re.IGNORECASE)
_SURPLUS = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)


def read_html(data: bytes, where: str, defaults: Defaults) -> Taken:
    """The article of one page.

    Raises:
        MusnadError: M140 no HTML; M141 no article in the page; M142 a wall before the article; M143 too short to
            be one; and those of `musnad.intake.encoding.decode` and `musnad.intake.finish.finish`.
    """
    decoded = decode(data, declared_encoding(data))
    if not decoded.text.strip():
        raise MusnadError("M120")
    if not _TAG.search(decoded.text):
        raise MusnadError("M140")
    found = _extract(decoded.text)
    body = _field(found, "text")
    _require_article(body, decoded.text)
    title = _field(found, "title")
    day = _field(found, "date")
    document = Document(
        id="",
        text=body if not title or body.startswith(title) else f"{title}\n{body}",
        title=title,
        publisher=_field(found, "sitename"),
        published=parse_day(day) if day else None,
        url=_field(found, "url"),
    )
    return finish(document, where, defaults, decoded.notes)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a `<meta>` of the page names, whether or not there is such an encoding."""
    found = _CHARSET.search(data[:_DECLARED_WITHIN])
    return found[1].decode("ascii") if found else None


def _extract(page: str) -> Any:  # noqa: ANN401 - trafilatura is not typed
    # Imported here: it loads slowly, and most inputs are no pages.
    from trafilatura import bare_extraction  # noqa: PLC0415

    # Its complaints would go to standard error; what is wrong is told by our own codes.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())

    try:
        return bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            # Without this it takes any date of the page, such as a copyright's, for the day of publication.
            date_extraction_params={"extensive_search": False, "original_date": True, "min_date": _EARLIEST},
        )
    except Exception as error:  # trafilatura and lxml document no exceptions of their own
        raise MusnadError("M141") from error


def _field(found: Any, name: str) -> str:  # noqa: ANN401 - trafilatura is not typed
    return str(getattr(found, name, None) or "").strip()


def _require_article(body: str, page: str) -> None:
    if len(body) < _SHORTEST_ARTICLE:
        if _is_wall(body) or _is_wall(_visible(page)):
            raise MusnadError("M142")
        raise MusnadError("M143", length=len(body), least=_SHORTEST_ARTICLE) if body else MusnadError("M141")
    if _is_wall(body):
        raise MusnadError("M142")


def _visible(page: str) -> str:
    return " ".join(_TAG.sub(" ", _SURPLUS.sub(" ", page)).split())


def _is_wall(text: str) -> bool:
    if len(text) > _LONGEST_WALL:
        return False
    folded = fold(text).lower()
    return any(phrase in folded for phrase in _walls())


@cache
def _walls() -> tuple[str, ...]:
    groups: dict[str, list[str]] = load_yaml("musnad.intake", "walls.yaml")
    return tuple(fold(phrase).lower() for phrases in groups.values() for phrase in phrases)
