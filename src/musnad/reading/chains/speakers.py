"""Who speaks: the noun phrase beside a reporting word, or the speaker it points back to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from musnad.arabic.tokens import noun_splits
from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.chains.kinds import kind_of
from musnad.reading.chains.model import Link, Place
from musnad.reading.chains.phrases import cut_at, definite_end, phrase_end
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from musnad.reading.chains.lexicon import ReportingLexicon
    from musnad.reading.chains.memory import Memory
    from musnad.reading.chains.model import Chain
    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker found: its link; the whole chain it stands for, where it spoke before; and its tokens."""

    link: Link
    back: Chain
    first: int
    last: int

    @property
    def chain(self) -> Chain:
        """The chain of the speaker alone: as before where it spoke before, else its link."""
        return self.back or (self.link,)


class SpeakerFinder:
    """Finds speakers in one sentence, given its mentions and the speakers before."""

    def __init__(
        self, scan: Scan, mentions: list[Mention], lexicon: ReportingLexicon, memory: Memory
    ) -> None:
        self._scan = scan
        self._lexicon = lexicon
        self._memory = memory
        self._starts = {m.first: m for m in mentions}
        self._ends = {m.last: m for m in mentions}

    def starting(self, at: int) -> Mention | None:
        """The mention that begins at a token."""
        return self._starts.get(at)

    def ending(self, at: int) -> Mention | None:
        """The mention that ends at a token."""
        return self._ends.get(at)

    def here(self, cue: Place, at: int, *, prepositional: bool = False) -> Speaker | None:
        """The speaker whose phrase begins at token `at`; `prepositional` where the cue's own preposition is on it."""
        if at >= len(self._scan.tokens):
            return None
        while self._scan.tokens[at].text in self._lexicon.courtesies and at + 1 < len(self._scan.tokens):
            at += 1
        mention = self._starts.get(at)
        if mention is not None and mention.preposition and not prepositional:
            return None
        if mention is not None and (
            mention.form is MentionForm.PRONOUN or (mention.kind is ActorKind.PLACE and mention.name_last < 0)
        ):
            mention = None
        if mention is not None and self._no_name(mention):
            mention = None
        named = mention is not None and (mention.key is not None or mention.name_last >= 0)
        noun = None if named else self._noun(cue, at, mention, prepositional=prepositional)
        if noun is not None or mention is None:
            return noun
        return self.of(cue, mention)

    def is_named(self, mention: Mention) -> bool:
        """Whether the mention gives a person's name."""
        return mention.name_last >= 0 and not self._no_name(mention)

    def _no_name(self, mention: Mention) -> bool:
        """Whether what was taken for a name is a day or another word of reporting: «مسؤولون … يوم», «متحدثة … قولها»."""
        if mention.key is not None or mention.name_first < 0:
            return False
        name = self._scan.tokens[mention.name_first].text
        after = self._scan.word(mention.name_last + 1)
        return (
            name in self._lexicon.days
            or name in self._lexicon.no_names
            or self._lexicon.cue(self._scan.tokens, mention.name_first) is not None
            or (after is not None and after.text == "عدم")
        )

    def of(self, cue: Place, mention: Mention) -> Speaker:
        """The speaker that a mention is."""
        head = self._lexicon.head(self._scan.tokens[mention.first].text)
        last = mention.last
        if mention.name_first >= 0:
            place = Place(mention.sentence, mention.name_first, mention.name_last)
        else:
            last = max(last, phrase_end(self._scan, self._lexicon, last)) if mention.key is None else last
            last = cut_at(self._scan, self._lexicon, mention.first, last)
            place = Place(mention.sentence, mention.first, last)
        link = Link(place, kind_of(mention, self._lexicon, head), cue, head, mention)
        link = replace(link, kind=self._memory.kind(link, link.kind))
        back = self._memory.of_key(mention.resolved)
        if (
            not back
            and mention.definite
            and mention.first == mention.last
            and mention.name_last < 0
            and mention.key is None
        ):
            back = self._points_back(cue, mention.first, head)
        return Speaker(link, back, mention.first, last)

    def statement(self, cue: Place, at: int) -> Speaker | None:
        """The statement or document whose phrase begins at `at`, as far as it names its issuer; where it points back, who issued it."""
        if at >= len(self._scan.tokens):
            return None
        head = self._lexicon.head(self._scan.tokens[at].text)
        if head not in self._lexicon.statements and head not in self._lexicon.documents:
            return None
        back = self._points_back(cue, at, head)
        last = phrase_end(self._scan, self._lexicon, at)
        issuer = next(
            (m for m in (self._starts.get(last + 2), self._starts.get(last + 1)) if m is not None), None
        )
        if (
            last + 1 < len(self._scan.tokens)
            and self._scan.tokens[last + 1].text in {"عن", "ل"}
            and issuer is not None
        ):
            last = issuer.last
        kind = SourceKind.DOCUMENT if head in self._lexicon.documents else SourceKind.OFFICIAL
        return Speaker(Link(Place(self._scan.sentence.index, at, last), kind, cue, head), back, at, last)

    def _noun(self, cue: Place, at: int, mention: Mention | None, *, prepositional: bool) -> Speaker | None:
        """Sources without a name, documents, outlets, and words that stand for a speaker named before."""
        lexicon = self._lexicon
        for split in noun_splits(self._scan.tokens[at].text):
            if split.preposition and not prepositional:
                continue
            kind = self._noun_kind(split.stem)
            last = max(phrase_end(self._scan, lexicon, at), mention.last if mention is not None else at)
            last = cut_at(self._scan, lexicon, at, last)
            if split.article and split.stem in _SOURCES:
                last = definite_end(self._scan, at, last)
            link = Link(
                Place(self._scan.sentence.index, at, last),
                kind or SourceKind.ANONYMOUS,
                cue,
                split.stem,
                mention,
            )
            # «كاتبه» is "its author" as well as, folded, "a woman writer": alone, it is the author of what was brought out.
            own = (split.pronoun and split.stem not in _SOURCES) or (
                split.stem in lexicon.authors and last == at
            )
            if (split.article and last - at < 2) or own:  # noqa: PLR2004
                back = self._points_back(cue, at, split.stem)
                if back:
                    return Speaker(link, back, at, last)
            if kind is None:
                continue
            if (
                kind is SourceKind.ANONYMOUS
                and mention is not None
                and mention.kind is ActorKind.PERSON
                and mention.name_last >= 0
            ):
                return None
            return Speaker(link, (), at, last)
        return None

    def _noun_kind(self, stem: str) -> SourceKind | None:
        lexicon = self._lexicon
        if stem in lexicon.anonymous:
            return SourceKind.ANONYMOUS
        if stem in lexicon.documents:
            return SourceKind.DOCUMENT
        return SourceKind.MEDIA if stem in lexicon.reports or stem in lexicon.authors else None

    def _points_back(self, cue: Place, at: int, head: str) -> Chain:
        """The chain that "the source", "the minister", "the report", "its author" stands for."""
        lexicon, memory = self._lexicon, self._memory
        if head in lexicon.authors:
            known = memory.of_head(lexicon.authors)
            frame = memory.of_kind(SourceKind.MEDIA)
            author = Link(Place(self._scan.sentence.index, at, at), SourceKind.MEDIA, cue, head)
            return known or ((*frame, author) if frame else ())
        if head in lexicon.reports:
            return memory.of_head({head}) or memory.of_kind(SourceKind.MEDIA)
        if head in lexicon.anonymous or head in lexicon.stands:
            same = memory.of_head({head})
            if same or head in _SOURCES:
                return same or memory.of_kind(SourceKind.ANONYMOUS)
            return memory.of_kind(SourceKind.PERSON, SourceKind.ANONYMOUS) if head in lexicon.experts else ()
        return memory.of_kind(SourceKind.OFFICIAL, SourceKind.ANONYMOUS) if head in lexicon.statements else ()


_SOURCES = frozenset({"مصدر", "مصادر"})
