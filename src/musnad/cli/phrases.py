"""Claims and ties in words, for lines of a terminal: harmless, and with directions kept apart."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from musnad.claims.model import Modality, Phase
from musnad.claims.ontology import ontology
from musnad.labels import label, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.claims.model import Interval, SourceLink
    from musnad.claims.record import ActorRef, ClaimRecord

_ISOLATE, _POP = "\u2068", "\u2069"  # first strong isolate, pop directional isolate (UAX #9)
_DIRECTION: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ARROW = " ← "


def harmless(text: str) -> str:
    """The text without what could command a terminal or reorder its line; blanks of any sort become spaces."""
    kept = []
    for char in text:
        if char.isspace():
            kept.append(" ")
        elif char not in _DIRECTION and unicodedata.category(char) not in ("Cc", "Cs"):
            kept.append(char)
    return "".join(kept)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Puts values in words.

    `lang` is "ar" or "en". With `isolated`, names and quotes are fenced off from each other, so that Arabic beside Latin
    words and digits keeps its order; only a terminal should get these marks.
    """

    lang: str
    isolated: bool = False

    def fence(self, text: str) -> str:
        """The text, harmless, and isolated where asked for."""
        plain = harmless(text)
        return f"{_ISOLATE}{plain}{_POP}" if self.isolated and plain else plain

    def name(self, actor: ActorRef) -> str:
        """An actor's name."""
        return self.fence(actor.name(self.lang))

    def names(self, actors: Iterable[ActorRef], nobody: str) -> str:
        """Several actors; the label `nobody` where there is none."""
        return label("phrase.list_separator", self.lang).join(map(self.name, actors)) or label(
            nobody, self.lang
        )

    def subject(self, record: ClaimRecord) -> str:
        """Who does it."""
        return self.names(record.subjects, "phrase.no_subject")

    def object(self, record: ClaimRecord) -> str:
        """To whom."""
        return self.names(record.objects, "phrase.no_object")

    def what(self, record: ClaimRecord) -> str:
        """What is claimed, with everything that is not the plain case: "backs · ongoing · negated"."""
        info = ontology()[record.type]
        parts = [info.ar if self.lang == "ar" else info.en]
        if record.phase is not Phase.NONE:
            parts.append(label_of(record.phase, self.lang))
        if record.modality is not Modality.ASSERTED:
            parts.append(label_of(record.modality, self.lang))
        if record.negated:
            parts.append(label("negation.negated", self.lang))
        return " · ".join(parts)

    def when(self, time: Interval | None) -> str:
        """A time as precise as the text gives it; empty for none."""
        if time is None or not (time.start or time.end):
            return ""
        if time.end is None:
            return f"{label('phrase.since', self.lang)} {self.fence(time.start or '')}"
        if time.start is None:
            return f"{label('phrase.until', self.lang)} {self.fence(time.end)}"
        if time.start == time.end:
            return self.fence(time.start)
        return self.fence(f"{time.start}/{time.end}")

    def chain(self, sources: Iterable[SourceLink]) -> str:
        """The chain from the link nearest to the reader to the origin: "A ← B ← C"."""
        return ARROW.join(map(self._link, sources)) or label("phrase.own_voice", self.lang)

    def _link(self, link: SourceLink) -> str:
        return self.fence(link.text) if link.text else label("phrase.nobody_named", self.lang)

    def where(self, record: ClaimRecord) -> str:
        """The article: title or id, publisher, day."""
        document = record.document
        published = (
            document.published.isoformat() if document.published else label("phrase.no_date", self.lang)
        )
        parts = (document.title or document.id, document.publisher, published)
        return " · ".join(self.fence(part) for part in parts if part)
