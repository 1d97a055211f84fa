"""Text of unknown origin in a page of one direction: nothing it holds may reorder what stands around it.

Direction follows the Unicode bidirectional algorithm (UAX #9). Of its explicit controls, marks that only nudge their
neighbours (LRM, RLM, ALM) are kept as they are; embeddings, overrides and isolates are shown as visible signs and set
in a box of their own, where they have no effect.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from markupsafe import Markup, escape

CONTROL_NAMES: Final = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
CONTROLS: Final = re.compile(f"[{''.join(CONTROL_NAMES)}]")
# No HTML page can hold these: a parser drops or replaces NUL, and UTF-8 has no lone surrogates.
_IMPOSSIBLE: Final = re.compile("[\x00\ud800-\udfff]")
_MOSTLY: Final = (
    0.3  # an article in Arabic is seldom less than three tenths Arabic letters, a Latin one seldom more
)


def representable(text: str) -> str:
    """`text` with what no HTML page can hold (NUL, lone surrogates) shown as U+FFFD, length unchanged."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def direction(text: str, default: str = "rtl") -> str:
    """Either "rtl" or "ltr", by the first strongly directional character (rule P2), else `default`."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return default


def paragraph_direction(text: str, default: str = "rtl") -> str:
    """Either "rtl" or "ltr", by the share of letters: an Arabic sentence that opens with a Latin name stays right to left."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    rtl = sum(kind in ("R", "AL") for kind in kinds)
    ltr = kinds.count("L")
    if not rtl and not ltr:
        return default
    return "rtl" if rtl >= _MOSTLY * (rtl + ltr) else "ltr"


def escaped(text: str) -> Markup:
    """`text` for the inside of an element, controls shown; an HTML parser gives back exactly `representable(text)`."""
    parts: list[Markup] = []
    at = 0
    for found in CONTROLS.finditer(text):
        parts += (_plain_escape(text[at : found.start()]), _shown(found.group()))
        at = found.end()
    parts.append(_plain_escape(text[at:]))
    return Markup("").join(parts)


def isolated(text: str) -> Markup:
    """A name, title or quotation as a `<bdi>`: it takes its own direction and cannot reorder its surroundings."""
    return Markup("<bdi>{}</bdi>").format(escaped(text))


def plain(text: str) -> str:
    """`text` for attributes and SVG, where no element can isolate: each control becomes a sign such as ‹RLO›."""
    return CONTROLS.sub(lambda found: f"‹{CONTROL_NAMES[found.group()]}›", representable(text))


def fenced(text: str) -> str:
    """`plain(text)` between FSI and PDI, for a place inside a longer plain string."""
    return f"\u2068{plain(text)}\u2069"


def _plain_escape(text: str) -> Markup:
    # A bare carriage return would come back as a line feed.
    return Markup(str(escape(representable(text))).replace("\r", "&#13;"))  # noqa: S704 - escaped just here


def _shown(control: str) -> Markup:
    return Markup('<span class="control" data-name="{}" title="U+{:04X}">{}</span>').format(
        CONTROL_NAMES[control], ord(control), control
    )
