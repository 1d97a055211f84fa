"""Whether a text is Arabic: enough Arabic letters, and not another language in the same script."""

from __future__ import annotations

import re

from musnad.errors import MusnadError

LEAST_ARABIC = 0.3
"""The least share of Arabic letters among letters. Mixed text (English names, code, a bilingual page) passes."""

_LETTER = re.compile(r"[^\W\d_]")
_ARABIC_LETTER = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc]"
)
# Letters that Persian, Urdu, Kurdish, Pashto and Uyghur use and Arabic has not. Persian kaf and ya are left
# out: Arabic typed on some keyboards has them.
_FOREIGN = re.compile("[\u0679-\u0681\u0683-\u06a8\u06aa-\u06cb\u06cd-\u06d3\u06d5]")
_WORD = re.compile("[\u0620-\u06d3]{2,}")
_DEFINITE = re.compile("\\b[وفبك]?(?:ال|لل)[\u0620-\u06d3]{2,}")
_LEAST_WORDS = 20
_MOST_FOREIGN = 0.01
_LEAST_DEFINITE = 0.08


def arabic_share(text: str) -> float:
    """The share of letters of the Arabic script among all letters, in [0, 1]; 0 where there are none."""
    letters = len(_LETTER.findall(text))
    return min(1.0, len(_ARABIC_LETTER.findall(text)) / letters) if letters else 0.0


def is_arabic(text: str) -> bool:
    """Whether the text is Arabic enough to be read."""
    return arabic_share(text) >= LEAST_ARABIC and not _is_neighbour(text)


def _is_neighbour(text: str) -> bool:
    """Persian, Urdu and the like: letters that Arabic has not, and few words with the Arabic article."""
    words = len(_WORD.findall(text))
    if words < _LEAST_WORDS:
        return False
    foreign = len(_FOREIGN.findall(text)) / len(_ARABIC_LETTER.findall(text))
    return foreign > _MOST_FOREIGN and len(_DEFINITE.findall(text)) / words < _LEAST_DEFINITE


def require_arabic(text: str) -> None:
    """Refuses text that nobody could read as Arabic.

    Raises:
        MusnadError: M120 empty or without letters; M121 another script; M122 another language in Arabic script.
    """
    if not _LETTER.search(text):
        raise MusnadError("M120")
    share = arabic_share(text)
    if share < LEAST_ARABIC:
        raise MusnadError("M121", percent=f"{100 * share:.0f}", least=f"{100 * LEAST_ARABIC:.0f}")
    if _is_neighbour(text):
        raise MusnadError("M122")
