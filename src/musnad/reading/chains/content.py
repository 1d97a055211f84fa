"""Where what is said begins: after أن, a colon, a quotation mark or a preposition, or with the noun that is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from musnad.reading.chains.cues import CueKind

if TYPE_CHECKING:
    from musnad.reading.chains.cues import CueWord
    from musnad.reading.chains.lexicon import ReportingLexicon
    from musnad.reading.mentions.scan import Scan

_FAR = 26
_NEAR = 3
_NAME_WORDS = 4
_OUTLET_WORDS = 8
_OPENERS = frozenset('«“"')
_CLOSERS = frozenset('»”"')
_ADVERSATIVE = frozenset({"غير", "الا", "بيد", "رغم", "علما", "قبل", "بعد", "منذ", "كما"})
_BECAUSE = frozenset({"فان", "فانه", "فانها", "لان", "لانه", "لانها"})
_ASIDES = frozenset({"في", "خلال", "عقب", "بعد", "امام", "لدي", "اثر", "مع", "اثناء", "عبر", "بعيد"})
_ASIDE_REACH = 12
_RELATIVES = frozenset({"الذي", "التي", "الذين"})


class Sign(StrEnum):
    """What shows that something is said."""

    THAT = "that"
    COLON = "colon"
    QUOTE = "quote"
    PREPOSITION = "preposition"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Content:
    """The first token of what is said, and what shows it."""

    first: int
    sign: Sign


class ContentFinder:
    """Finds where what is said begins, in one sentence."""

    def __init__(self, scan: Scan, lexicon: ReportingLexicon) -> None:
        self._scan = scan
        self._tokens = scan.tokens
        self._lexicon = lexicon
        self._end = len(scan.tokens) - 1

    def after(self, at: int, cue: CueWord) -> Content | None:
        """What is said by a verb, from token `at`, behind the verb or its speaker."""
        clear = self.clear(at, _FAR if cue.firm else _NEAR)
        if clear is not None or at > self._end:
            return clear
        takes = cue.takes_object or (cue.kind in {CueKind.STANCE, CueKind.ADVERBIAL})
        if not takes or (not cue.firm and cue.kind is not CueKind.STANCE):
            return None
        first = self._past_days(at)
        if first > self._end or self._scan.is_mark(first):
            return None
        text = self._tokens[first].text
        if text in self._lexicon.content_prepositions or text.startswith("ب"):
            return Content(first, Sign.PREPOSITION)
        if text in _ASIDES or (
            text.startswith("ل")
            and "prepositions" not in self._scan.words[first].function
            and self._lexicon.head(text) in self._lexicon.outlets
        ):
            return self._past_aside(first)
        return None if "prepositions" in self._scan.words[first].function else Content(first, Sign.NOUN)

    def _past_statement(self, at: int) -> int:
        """The token after «في تصريحاته أمس», «في بيان رسمي»."""
        at += 1
        while at < self._end and (
            self._tokens[at].text in self._lexicon.days or self._tokens[at].text.startswith("ال")
        ):
            at += 1
        return at

    def _past_aside(self, at: int) -> Content | None:
        """«أعرب في مقابلة مع الوكالة عن أمله»: the verb's own preposition behind where it was said."""
        for j in range(at + 1, min(at + _ASIDE_REACH, self._end)):
            text = self._tokens[j].text
            if text in {"عن", "الي"}:
                return Content(j, Sign.PREPOSITION)
            if self._lexicon.cue(self._tokens, j) is not None:
                break
        if self._lexicon.head(self._tokens[min(at + 1, self._end)].text) in self._lexicon.statements:
            first = self._past_outlet(self._past_statement(at + 1))
            if (
                first < self._end
                and "prepositions" not in self._scan.words[first].function
                and not self._scan.is_mark(first)
            ):
                return Content(first, Sign.NOUN)
        return None

    def _past_outlet(self, at: int) -> int:
        """The token after «نقلته الوكالة،»: who brought out the statement."""
        if at > self._end or self._tokens[at].text not in self._lexicon.brought_out:
            return at
        marks = (k for k in range(at + 1, min(at + _OUTLET_WORDS, self._end)) if self._tokens[k].text in "،,")
        return next(marks, at - 1) + 1

    def clear(self, at: int, reach: int = _FAR) -> Content | None:
        """What is said after أن, a colon or a quotation mark, at most `reach` tokens on."""
        j, last = at, min(at + reach, self._end)
        relative = False
        while j <= last:
            text = self._tokens[j].text
            if text in _OPENERS:
                name = self._quoted_name(j, at)
                if name is None:
                    return Content(j + 1, Sign.QUOTE)
                j = name
            elif text == ":":
                return Content(j + 1, Sign.COLON)
            elif (
                self._lexicon.is_complementizer(text)
                and text not in _BECAUSE
                and not (j and self._tokens[j - 1].text in _ADVERSATIVE)
            ):
                return Content(j + 1, Sign.THAT)
            elif text in _RELATIVES:
                relative = True
            elif self._breaks(j, at, relative=relative):
                return None
            j += 1
        return None

    def _breaks(self, j: int, at: int, *, relative: bool) -> bool:
        """Whether another clause begins before anything has been said."""
        if self._tokens[j].text == "؛":
            return True
        cue = self._lexicon.cue(self._tokens, j)
        if cue is None or relative or j == at:
            return False
        if cue.kind in {CueKind.ADVERBIAL, CueKind.ACCORDING, CueKind.RELAYED}:
            return True
        return cue.kind.is_verb and cue.firm

    def _quoted_name(self, at: int, start: int) -> int | None:
        """The closing mark, where the quotation at `at` is a name: a few words after a noun for what is named."""
        close = next(
            (
                k
                for k in range(at + 1, min(at + _NAME_WORDS + 2, self._end + 1))
                if self._tokens[k].text in _CLOSERS
            ),
            None,
        )
        if close is None or at == 0:
            return None
        before, word = self._tokens[at - 1].text, self._scan.words[at - 1]
        named = (
            before in {"ل", "الي", "من", "في", "مع"}
            or bool(word.nouns)
            or self._lexicon.head(before) in self._lexicon.outlets
        )
        return close if named or (at > start and self._tokens[at - 1].text not in {"،", ","}) else None

    def _past_days(self, at: int) -> int:
        while at <= self._end and (
            self._tokens[at].text in self._lexicon.days or self._tokens[at].text in "،,()"
        ):
            at += 1
        return at
