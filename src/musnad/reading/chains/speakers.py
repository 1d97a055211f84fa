"""Who speaks: the noun phrase beside a reporting word, or the speaker it points back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from musnad.arabic.tokens import noun_splits
from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.chains.model import Chain, Link, Place
from musnad.reading.mentions.model import Mention, MentionForm

if TYPE_CHECKING:
    from musnad.reading.chains.lexicon import ReportingLexicon
    from musnad.reading.mentions.scan import Scan

_MAX_GAP = 6
_MAX_ANONYMOUS_WORDS = 8
_INSTITUTIONS = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT,
        ActorKind.IGO,
        ActorKind.PARTY,
        ActorKind.ARMED_GROUP,
        ActorKind.COMPANY,
    }
)


@dataclass(slots=True)
class History:
    """Speakers so far, each with the whole chain that ends in it, latest last."""

    said: list[tuple[Link, Chain]] = field(default_factory=list)

    def remember(self, chain: Chain) -> None:
        """Notes a chain when its last link speaks."""
        if chain:
            self.said.append((chain[-1], chain))

    def chain_of_head(self, heads: frozenset[str]) -> Chain | None:
        """The latest chain whose speaker has one of these head words."""
        return next((chain for link, chain in reversed(self.said) if link.head in heads), None)

    def chain_of_kind(self, *kinds: SourceKind) -> Chain | None:
        """The latest chain whose speaker is of one of these kinds, cut after that speaker."""
        for _, chain in reversed(self.said):
            for k, link in enumerate(chain):
                if link.kind in kinds:
                    return chain[: k + 1]
        return None


@dataclass(slots=True)
class Speaker:
    """A speaker found: the new link or, where it points back, the chain it stands for; and its last token."""

    link: Link | None
    chain: Chain | None
    last: int


class SpeakerFinder:
    """Finds speakers in one sentence, given its mentions and the speakers before."""

    def __init__(
        self, scan: Scan, mentions: list[Mention], lexicon: ReportingLexicon, history: History
    ) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._history = history
        self._starts = {m.first: m for m in mentions}
        self._ends = {m.last: m for m in mentions}

    def after(self, cue: Place, at: int) -> Speaker | None:
        """The speaker that follows a reporting verb: within a few words, before what is said begins."""
        for j in range(at, min(at + _MAX_GAP, len(self._scan.tokens))):
            text = self._scan.tokens[j].text
            if self._lexicon.is_complementizer(text) or text in ':"«':
                return None
            found = self.here(cue, j)
            if found is not None:
                return found
            if self._lexicon.cue(self._scan.tokens, j) is not None and j > at:
                return None
        return None

    def before(self, cue: Place) -> Speaker | None:
        """The speaker that stands right before the verb (subject first, or a relative clause on it)."""
        at = cue.first - 1
        while (
            at >= 0
            and cue.first - at <= 3
            and (  # noqa: PLR2004
                "relatives" in self._scan.words[at].function
                or self._scan.tokens[at].text in '،,«»"()'
                or "auxiliaries" in self._scan.words[at].function
            )
        ):
            at -= 1
        mention = self._ends.get(at)
        if mention is None or mention.preposition:
            return None
        return self._speaker(cue, mention)

    def here(self, cue: Place, at: int, *, prepositional: bool = False) -> Speaker | None:
        """The speaker whose phrase begins at token `at`; `prepositional` where the cue's own preposition is on it."""
        mention = self._starts.get(at)
        if mention is not None and (prepositional or mention.preposition in ("", "ك")):
            anonymous = self._anonymous(cue, at, prepositional=prepositional)
            if anonymous is not None and mention.key is None and mention.name_last < 0:
                return anonymous
            return self._speaker(cue, mention)
        return self._anonymous(cue, at, prepositional=prepositional)

    def _speaker(self, cue: Place, mention: Mention) -> Speaker | None:
        place = Place(mention.sentence, mention.first, mention.last)
        if (
            mention.definite
            and mention.last == mention.first
            and mention.key is None
            and mention.name_last < 0
        ):
            back = self._points_back(cue, mention.first)
            if back is not None:
                return Speaker(None, back, mention.last)
        if mention.name_first >= 0:
            place = Place(mention.sentence, mention.name_first, mention.name_last)
        return Speaker(
            Link(
                place,
                kind_of(mention, self._lexicon, self._head(mention.first)),
                cue,
                self._head(mention.first),
                mention,
            ),
            None,
            mention.last,
        )

    def _anonymous(self, cue: Place, at: int, *, prepositional: bool) -> Speaker | None:
        """Sources without a name, documents, and words that stand for a speaker named before."""
        if at >= len(self._scan.tokens):
            return None
        for split in noun_splits(self._scan.tokens[at].text):
            if split.preposition and not prepositional:
                continue
            if split.article or split.pronoun:
                back = self._points_back(cue, at)
                if back is not None:
                    return Speaker(None, back, at)
            kind = self._noun_kind(split.stem)
            if kind is not None:
                last = self._phrase_end(at)
                head = self._head(at)
                return Speaker(Link(Place(self._scan.sentence.index, at, last), kind, cue, head), None, last)
        return None

    def _noun_kind(self, stem: str) -> SourceKind | None:
        if stem in self._lexicon.anonymous:
            return SourceKind.ANONYMOUS
        if stem in self._lexicon.documents:
            return SourceKind.DOCUMENT
        if stem in self._lexicon.reports or stem in self._lexicon.authors:
            return SourceKind.MEDIA
        return None

    def _points_back(self, cue: Place, at: int) -> Chain | None:
        """The chain that "the source", "the minister", "the report", "its author" stands for."""
        head = self._head(at)
        lexicon, history = self._lexicon, self._history
        if head in lexicon.authors:
            frame = history.chain_of_kind(SourceKind.MEDIA)
            if frame is None:
                return None
            known = history.chain_of_head(lexicon.authors)
            author = Link(Place(self._scan.sentence.index, at, at), SourceKind.MEDIA, cue, head)
            return known or (*frame, author)
        if head in lexicon.reports:
            return history.chain_of_head(frozenset({head})) or history.chain_of_kind(SourceKind.MEDIA)
        if head in lexicon.stands:
            same = history.chain_of_head(frozenset({head}))
            return same or (
                history.chain_of_kind(SourceKind.ANONYMOUS) if head in lexicon.anonymous else None
            )
        if head in lexicon.statements:
            return history.chain_of_kind(SourceKind.OFFICIAL)
        return None

    def _head(self, at: int) -> str:
        for split in noun_splits(self._scan.tokens[at].text):
            if (
                split.stem in self._lexicon.stands
                or split.stem in self._lexicon.statements
                or split.stem in self._lexicon.anonymous
            ):
                return split.stem
        return self._scan.tokens[at].text

    def _phrase_end(self, at: int) -> int:
        last = at
        while last + 1 < len(self._scan.tokens) and last - at + 1 < _MAX_ANONYMOUS_WORDS:
            text = self._scan.tokens[last + 1].text
            word = self._scan.words[last + 1]
            if self._scan.is_mark(last + 1) or self._lexicon.is_complementizer(text):
                break
            if self._lexicon.cue(self._scan.tokens, last + 1) is not None or any(
                t.part.is_verb and not t.entry.lemma.startswith("تاب")
                for t in word.triggers
                if not word.nisba
            ):
                break
            last += 1
        while last > at and self._scan.words[last].function:
            last -= 1
        return last


def kind_of(mention: Mention, lexicon: ReportingLexicon, head: str) -> SourceKind:
    """The kind of source that a mention is, by its own words."""
    if mention.kind is ActorKind.MEDIA:
        return SourceKind.MEDIA
    if mention.kind is ActorKind.PERSON:
        named = mention.name_last >= 0 or mention.form is MentionForm.NAME
        if not named:
            return (
                SourceKind.ANONYMOUS
                if mention.anonymous or not mention.definite and mention.body is None
                else SourceKind.OFFICIAL
            )
        return SourceKind.OFFICIAL if mention.official or mention.state or mention.key else SourceKind.PERSON
    if head in lexicon.anonymous:
        return SourceKind.ANONYMOUS
    if mention.kind in _INSTITUTIONS:
        return SourceKind.OFFICIAL
    return SourceKind.ANONYMOUS if not mention.definite else SourceKind.PERSON
