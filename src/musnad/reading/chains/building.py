"""Builds the chains of an article, sentence after sentence: cues, speakers, scopes, carry-over, nesting.

A reporting word opens a scope over what is said. Scopes nest where one speaker reports another, stand side by side where
the article goes from one speaker to the next, and carry over where a sentence goes on with the speaker before it
(وأضاف، مشيرا إلى). «بحسب» wraps its whole sentence. The model of cue, source and content follows PARC 3.0 (Pareti 2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import SourceKind
from musnad.reading.chains.lexicon import CueKind, CueWord, ReportingLexicon, reporting_lexicon
from musnad.reading.chains.model import Chain, Link, Place, Scope, SentenceChains
from musnad.reading.chains.speakers import History, Speaker, SpeakerFinder

if TYPE_CHECKING:
    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan

_SIBLINGS = frozenset(
    {
        "فيما",
        "بينما",
        "كما",
        "لكن",
        "غير",
        "بدوره",
        "بدورها",
        "جهته",
        "جهتها",
        "جانبه",
        "جانبها",
        "وفي",
        "كذلك",
    }
)
_MAX_TO_CONTENT = 12
_MEDIA_PREPOSITIONS = ("ل",)


class ChainBuilder:
    """Reads an article's sentences in order and remembers who spoke last."""

    def __init__(self, lexicon: ReportingLexicon | None = None) -> None:
        self._lexicon = lexicon or reporting_lexicon()
        self._history = History()
        self._current: Chain = ()

    def read(self, scan: Scan, mentions: list[Mention]) -> SentenceChains:
        """The chains of the next sentence."""
        if scan.sentence.heading:
            self._current = ()
        reader = _SentenceReader(scan, mentions, self._lexicon, self._history, self._current)
        out = reader.read()
        if reader.spoke is not None:
            self._current = reader.spoke
        elif not scan.sentence.starts_quoted:
            self._current = ()
        if scan.sentence.heading:
            self._current = ()
        return out


class _SentenceReader:
    """One sentence: goes through its cues from left to right."""

    def __init__(
        self, scan: Scan, mentions: list[Mention], lexicon: ReportingLexicon, history: History, carried: Chain
    ) -> None:
        self._scan = scan
        self._tokens = scan.tokens
        self._lexicon = lexicon
        self._history = history
        self._carried = carried
        self._mentions = mentions
        self._finder = SpeakerFinder(scan, mentions, lexicon, history)
        self._out = SentenceChains()
        self._end = len(scan.tokens) - 1
        self.spoke: Chain | None = None

    def read(self) -> SentenceChains:
        if self._scan.sentence.starts_quoted and self._carried:
            self._open(0, self._carried)
        if not self._colon_heading():
            at = 0
            while at <= self._end:
                cue = self._lexicon.cue(self._tokens, at)
                at = max(self._read_cue(cue, at), at + 1) if cue is not None else at + 1
        return self._out

    def _read_cue(self, cue: CueWord, at: int) -> int:
        place = Place(self._scan.sentence.index, at, at + cue.length - 1)
        if cue.kind is CueKind.ACCORDING:
            return self._according(place)
        if cue.kind is CueKind.RELAYED:
            return self._relayed(place)
        if cue.kind is CueKind.RELAY:
            return self._relay(place)
        if cue.kind is CueKind.ADVERBIAL:
            return self._adverbial(place)
        if cue.kind is CueKind.HEARSAY:
            return self._hearsay(place)
        return self._verb(cue, place)

    # -- the kinds of cue ------------------------------------------------------------------------------------------

    def _verb(self, cue: CueWord, place: Place) -> int:
        speaker = self._finder.after(place, place.last + 1)
        content = self._content_start(speaker.last + 1 if speaker else place.last + 1, cue.kind)
        if content is None:
            return place.last + 1
        if speaker is None:
            speaker = self._finder.before(place) if not self._begins(place.first) else None
        chain = self._chain(place, speaker, cue.kind)
        if not chain:
            return place.last + 1
        chain = self._told(place, content, chain)
        self._mark(place, speaker)
        self._open(content, chain)
        return content

    def _chain(self, place: Place, speaker: Speaker | None, kind: CueKind) -> Chain:
        """The chain a verb opens: its speaker, under the speakers whose content the verb stands in."""
        if speaker is not None and speaker.chain is not None:
            return speaker.chain
        outer = self._outer(place, speaker)
        if speaker is not None and speaker.link is not None:
            return (*outer, speaker.link)
        if self.spoke is not None:
            return self.spoke
        carries = kind is CueKind.ADD or self._begins(place.first)
        return self._carried if carries else ()

    def _outer(self, place: Place, speaker: Speaker | None) -> Chain:
        """The chain of the content in which a verb with its own speaker is said; none for a sibling."""
        chain = self._out.at(place.first)
        if not chain or speaker is None or speaker.link is None or speaker.link.named is None:
            return chain
        verb_first = speaker.link.named.first > place.first
        text = self._tokens[place.first].text
        before = {t.text for t in self._tokens[max(0, place.first - 3) : place.first]}
        if verb_first and (
            text.startswith("و") or before & _SIBLINGS or {f"و{w}" for w in _SIBLINGS} & before
        ):
            return self._base()
        return chain

    def _base(self) -> Chain:
        return self._carried if self._scan.sentence.starts_quoted else ()

    def _relay(self, place: Place) -> int:
        """«نقلت الوكالة عن مصدر قوله»: the relayer, then whom it quotes."""
        outlet = self._finder.after(place, place.last + 1)
        start = outlet.last + 1 if outlet else place.last + 1
        source: Speaker | None = None
        for at in range(place.last + 1, min(start + 8, self._end)):
            if self._tokens[at].text == "عن":
                source = self._finder.here(place, at + 1, prepositional=True)
                if outlet is not None and outlet.last >= at:
                    outlet = None
                break
            if self._tokens[at].text.startswith(("ل", "الي")) and self._tokens[at].text in ("الي",):
                source = self._finder.here(place, at + 1, prepositional=True)
                break
        if outlet is None and source is None:
            return place.last + 1
        chain: Chain = self._base()
        for speaker in (outlet, source):
            if speaker is not None:
                chain = (
                    speaker.chain
                    if speaker.chain is not None and not chain
                    else (*chain, *((speaker.link,) if speaker.link else speaker.chain or ()))
                )
        last = source.last if source else start - 1
        content = self._content_start(last + 1, CueKind.RELAY)
        self._mark(place, outlet)
        self._open(content if content is not None else last + 1, chain)
        return (content or last) + 1

    def _according(self, place: Place) -> int:
        at = place.last + 1
        if at > self._end:
            return at
        while at <= self._end and self._tokens[at].text in ("ما", "لما", "ل"):
            at += 1
        cue = self._lexicon.cue(self._tokens, at) if at <= self._end else None
        if cue is not None and cue.kind not in (CueKind.ACCORDING, CueKind.RELAYED):
            speaker = self._finder.after(place, at + 1)
        else:
            speaker = self._finder.here(place, at, prepositional=True)
        if speaker is None:
            return at
        chain: Chain = speaker.chain if speaker.chain is not None else (speaker.link,) if speaker.link else ()
        if not chain:
            return at
        first, last = self._clause(place.first)
        self._out.scopes.append(Scope(first, last, chain, wraps=True))
        self._mark(place, speaker)
        self.spoke = chain
        self._history.remember(chain)
        return speaker.last + 1

    def _relayed(self, place: Place) -> int:
        """«نقلا عن»: the source behind the one who speaks; over the same content."""
        speaker = self._finder.here(place, place.last + 1, prepositional=True)
        if speaker is None:
            return place.last + 1
        links: Chain = (speaker.link,) if speaker.link else speaker.chain or ()
        scopes = self._out.scopes
        if scopes and not scopes[-1].wraps:
            old = scopes.pop()
            scopes.append(Scope(old.first, old.last, (*old.chain, *links)))
            self.spoke = (*old.chain, *links)
            self._history.remember(self.spoke)
        else:
            opener = self._speaker_before(place)
            self._open(0 if opener is None else place.first, (*(opener or ()), *links))
        self._mark(place, speaker)
        return speaker.last + 1

    def _speaker_before(self, place: Place) -> Chain | None:
        """«ذكر الكاتب، نقلا عن مصدر، أن»: the speaker of a verb whose content has not begun yet."""
        for at in range(place.first - 1, -1, -1):
            cue = self._lexicon.cue(self._tokens, at)
            if cue is None or cue.kind not in (CueKind.SAY, CueKind.ADD, CueKind.KNOW):
                continue
            own = Place(self._scan.sentence.index, at, at)
            speaker = self._finder.after(own, at + 1)
            if speaker is not None:
                return (
                    speaker.chain if speaker.chain is not None else (speaker.link,) if speaker.link else None
                )
            return self._carried or None
        return None

    def _adverbial(self, place: Place) -> int:
        """«مشيرا إلى أن»: goes on with the sentence's speaker, else with the one before, else with its subject."""
        chain = self.spoke
        if chain is None:
            chain = self._carried if place.first <= 1 else None
        if chain is None:
            speaker = self._subject_before(place)
            chain = (
                (speaker.link,)
                if speaker is not None and speaker.link
                else speaker.chain
                if speaker
                else None
            )
        content = self._content_start(place.last + 1, CueKind.ADVERBIAL)
        if not chain or content is None:
            return place.last + 1
        self._mark(place, None)
        self._open(content, chain)
        return content

    def _subject_before(self, place: Place) -> Speaker | None:
        for mention in self._mentions:
            if (
                mention.last < place.first
                and not mention.preposition
                and mention.kind in ("person", "state", "government", "igo", "party", "armed_group", "media")
            ):
                return self._finder.here(place, mention.first)
        return None

    def _hearsay(self, place: Place) -> int:
        nxt = self._tokens[place.last + 1].text if place.last < self._end else ""
        if not self._lexicon.is_complementizer(nxt):
            return place.last + 1
        link = Link(None, SourceKind.HEARSAY, place)
        self._out.scopes.append(
            Scope(place.last + 2, self._clause(place.first)[1], (*self._out.at(place.first), link))
        )
        self._out.cues.add(place.first)
        return place.last + 2

    def _colon_heading(self) -> bool:
        """«فلان: كذا» in a headline."""
        if not self._scan.sentence.heading:
            return False
        for mention in self._mentions:
            after = mention.last + 1
            if mention.first <= 1 and after <= self._end and self._tokens[after].text == ":":
                place = Place(self._scan.sentence.index, after, after)
                speaker = self._finder.here(place, mention.first)
                if speaker is not None and speaker.link is not None:
                    self._open(after + 1, (speaker.link,))
                    return True
        return False

    # -- where what is said begins and ends ----------------------------------------------------------------------------

    def _content_start(self, at: int, kind: CueKind) -> int | None:
        """The first token of what is said: after أن, a colon, a quotation mark, or إلى، عن، ب، على; None if nothing is."""
        for j in range(at, min(at + _MAX_TO_CONTENT, self._end + 1)):
            text = self._tokens[j].text
            if self._lexicon.is_complementizer(text) or text in ':"«“':
                return j + 1
            if j <= at + 1 and (
                text in self._lexicon.content_prepositions or (text.startswith("ب") and len(text) > 3)
            ):  # noqa: PLR2004
                return j
            if text in ("،", "؛") and j > at:
                break
        if (
            kind in (CueKind.STANCE, CueKind.KNOW, CueKind.ADD, CueKind.RELAY, CueKind.ADVERBIAL)
            and at <= self._end
        ):
            return at
        return None

    def _clause(self, at: int) -> tuple[int, int]:
        """The part of the sentence between «فيما», «بينما» and theirs."""
        first, last = 0, self._end
        for j in range(self._end + 1):
            if self._tokens[j].text.lstrip("و") in ("فيما", "بينما") and j > 1:
                if j < at:
                    first = j
                elif j > at:
                    last = j - 1
                    break
        return first, last

    def _told(self, place: Place, content: int, chain: Chain) -> Chain:
        """«قال لوكالة كذا»: the outlet that was told stands nearer to the reader."""
        for mention in self._mentions:
            if (
                place.last < mention.first < content
                and mention.kind == "media"
                and mention.preposition in _MEDIA_PREPOSITIONS
            ):
                link = Link(
                    Place(mention.sentence, mention.first, mention.last), SourceKind.MEDIA, place, "", mention
                )
                return (*chain[:-1], link, chain[-1])
        return chain

    def _begins(self, at: int) -> bool:
        """Whether the word opens the sentence, but for a mark or a conjunction."""
        return all(not t.text[0].isalnum() or t.text in ("كما", "و") for t in self._tokens[:at])

    def _open(self, first: int, chain: Chain) -> None:
        self._out.scopes.append(Scope(first, self._end, chain))
        self.spoke = chain
        self._history.remember(chain)

    def _mark(self, place: Place, speaker: Speaker | None) -> None:
        self._out.cues.update(range(place.first, place.last + 1))
        if speaker is not None and speaker.link is not None and speaker.link.named is not None:
            self._out.cues.update(range(speaker.link.named.first, speaker.link.named.last + 1))
