"""Outlets that were told, or that brought out a statement: they stand nearer to the reader than the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.arabic.tokens import noun_splits
from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.chains.model import Link, Place
from musnad.reading.chains.phrases import phrase_end

if TYPE_CHECKING:
    from musnad.reading.chains.lexicon import ReportingLexicon
    from musnad.reading.chains.speakers import SpeakerFinder
    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan

_TO = frozenset({"ل", "مع", "الي"})
_QUOTES = '«»"“”'


class OutletFinder:
    """Finds the outlet between a cue and what is said."""

    def __init__(self, scan: Scan, lexicon: ReportingLexicon, finder: SpeakerFinder, publisher: str) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._finder = finder
        self._publisher = _bare(fold(publisher))

    def told(self, cue: Place, first: int, last: int, *, direct: bool = False) -> tuple[Link, ...]:
        """The outlets in `first..last` that were told («قال لوكالة كذا»), asked («في مقابلة مع») or published it, nearest first.

        A quoted name without a noun before it is the paper's own («لـ«الغد»»), and so is the publisher's: no link.
        `direct` where the verb's plain object is who was told («أبلغ الوكالة»).
        """
        found: list[Link] = []
        for at in range(first, min(last, len(self._scan.tokens) - 1) + 1):
            text = self._scan.tokens[at].text
            if not direct and not self._addressed(at):
                continue
            mention = self._finder.starting(at)
            link = self._of_mention(cue, mention) if mention is not None else None
            link = link or self._of_noun(cue, at, text)
            if (
                link is not None
                and link.named is not None
                and not self._own(link.named)
                and all(
                    link.named.last < f.named.first or link.named.first > f.named.last
                    for f in found
                    if f.named
                )
            ):
                found.append(link)
        found.sort(key=lambda link: link.named is not None and not self._brought_out(link.named.first - 1))
        return tuple(found)

    def _brought_out(self, at: int) -> bool:
        return self._scan.tokens[at].text.removeprefix("و") in self._lexicon.brought_out

    def _addressed(self, at: int) -> bool:
        text = self._scan.tokens[at].text
        before = self._scan.tokens[at - 1].text if at else ""
        if (
            (at and self._brought_out(at - 1))
            or before in _TO
            or (before == "في" and self._lexicon.head(text) in self._lexicon.outlets)
        ):
            return True
        return any(s.preposition == "ل" for s in noun_splits(text)) and text.startswith("ل")

    def _of_mention(self, cue: Place, mention: Mention) -> Link | None:
        if mention.kind is not ActorKind.MEDIA or self._scan.tokens[mention.first - 1].text in _QUOTES:
            return None
        head = self._lexicon.head(self._scan.tokens[mention.first].text)
        return Link(
            Place(mention.sentence, mention.first, mention.last), SourceKind.MEDIA, cue, head, mention
        )

    def _of_noun(self, cue: Place, at: int, text: str) -> Link | None:
        head = next(
            (s.stem for s in noun_splits(text) if s.stem in self._lexicon.outlets and not s.article), None
        )
        if head is None:
            return None
        last = phrase_end(self._scan, self._lexicon, at)
        if last + 1 < len(self._scan.tokens) and self._scan.tokens[last + 1].text in '«"“':
            last = next(
                (
                    k
                    for k in range(last + 2, min(last + 8, len(self._scan.tokens)))
                    if self._scan.tokens[k].text in '»"”'
                ),
                last,
            )
        return Link(Place(self._scan.sentence.index, at, last), SourceKind.MEDIA, cue, head)

    def _own(self, place: Place) -> bool:
        """Whether the outlet is the publishing paper itself."""
        if not self._publisher:
            return False
        words = {_bare(t.text) for t in self._scan.tokens[place.first : place.last + 1]}
        return self._publisher in words or self._publisher in _bare(self._scan.text(place.first, place.last))


def _bare(text: str) -> str:
    return " ".join(word.removeprefix("ال") for word in text.split())
