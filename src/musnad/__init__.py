"""Musnad: Arabic political news as sourced claims, a ledger of them, and who stands with whom.

`read` makes the claims of an article; `Ledger` keeps and answers; `show` draws an answer in a notebook. Parts are
loaded when they are first used, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from musnad.alignment.model import Stance, Tie, TieState
    from musnad.api.explaining import explain
    from musnad.api.intake import Outcome, ReadSummary, read
    from musnad.api.ledger import Ledger
    from musnad.api.profile import Profile
    from musnad.api.readers import fast_reader, llm_reader
    from musnad.api.show import show
    from musnad.claims.model import Actor, Claim, Document, EventType, Modality, Phase, Reading, Span
    from musnad.claims.record import ActorRef, ClaimRecord, DocumentRef
    from musnad.errors import MusnadError
    from musnad.formats.contract import reading_from_dict, reading_to_dict
    from musnad.formats.explanation import explanation_to_dict
    from musnad.reading.explaining.model import Explanation
    from musnad.reading.reader import Reader

__version__ = "0.1.0"

_HOME = {
    "musnad.alignment.model": ("Stance", "Tie", "TieState"),
    "musnad.api.explaining": ("explain",),
    "musnad.api.intake": ("Outcome", "ReadSummary", "read"),
    "musnad.api.ledger": ("Ledger",),
    "musnad.api.profile": ("Profile",),
    "musnad.api.readers": ("fast_reader", "llm_reader"),
    "musnad.reading.reader": ("Reader",),
    "musnad.api.show": ("show",),
    "musnad.claims.model": (
        "Actor", "Claim", "Document", "EventType", "Modality", "Phase", "Reading", "Span",
    ),
    "musnad.claims.record": ("ActorRef", "ClaimRecord", "DocumentRef"),
    "musnad.errors": ("MusnadError",),
    "musnad.formats.contract": ("reading_from_dict", "reading_to_dict"),
    "musnad.formats.explanation": ("explanation_to_dict",),
    "musnad.reading.explaining.model": ("Explanation",),
}  # fmt: skip
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}

__all__ = [  # noqa: RUF022 - the verbs first
    "read", "explain", "show", "Ledger", "fast_reader", "llm_reader",
    "Actor", "ActorRef", "Claim", "ClaimRecord", "Document", "DocumentRef", "EventType", "Explanation", "Modality", "MusnadError",
    "Outcome", "Phase", "Profile", "ReadSummary", "Reader", "Reading", "Span", "Stance", "Tie", "TieState",
    "explanation_to_dict", "reading_from_dict", "reading_to_dict", "__version__",
]  # fmt: skip


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'musnad' has no attribute {name!r}")
    value = getattr(import_module(_MODULE_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
