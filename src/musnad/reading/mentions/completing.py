"""What follows the head noun of a group: a quoted name, an annexed phrase, what a body is for, demonyms and adjectives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from musnad.reading.mentions.adjectives import adjective, annexed_word
from musnad.reading.mentions.demonyms import demonym, plain_demonym

if TYPE_CHECKING:
    from collections.abc import Callable

    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.nouns import HeadNoun
    from musnad.reading.words.vocabulary import Word

    Parse = Callable[[Scan, int], Mention | None]

_MOST = 3
_MAX_QUOTED = 4
_ADJECTIVAL = ("ي", "يه")
_NAMED = frozenset({"institutions", "parties", "igos", "companies", "armed", "media"})


def complete(scan: Scan, mention: Mention, noun: HeadNoun, parse: Parse) -> None:
    """Takes in what completes the head, which the mention so far consists of."""
    completion = _Completion(scan, mention, noun, parse)
    for _ in range(_MOST):
        if completion.quoted() or not completion.taken():
            return


@dataclass(slots=True)
class _Completion:
    """A phrase that grows: `at` is the next token; `annexed`, whether a definite word completes the head; `grown`, whether anything does."""

    scan: Scan
    mention: Mention
    noun: HeadNoun
    parse: Parse
    at: int = field(init=False)
    annexed: bool = field(init=False, default=False)
    grown: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Begins after the head."""
        self.at = self.mention.last + 1

    def quoted(self) -> bool:
        """Whether a quotation ends the phrase: its name (حركة «النهضة»), or another's (التابعة «لمجلس …»)."""
        end = _quoted(self.scan, self.at)
        if not end:
            return False
        inner = self.parse(self.scan, self.at + 1)
        if inner is not None and inner.preposition:
            return True
        if inner is not None and inner.last < end:
            self.mention.inner.append(inner)
            self.mention.body = self.mention.body or inner
        self.mention.last = end
        return True

    def taken(self) -> bool:
        """Takes in the next word or phrase, if it completes the head."""
        word, mention = self.scan.word(self.at), self.mention
        if word is None or self.scan.is_mark(self.at):
            return False
        state = plain_demonym(word)
        if state is not None:
            mention.state = mention.state or state
            mention.inner.append(demonym(self.scan, self.at, state))
            return self._grow(self.at)
        if not mention.definite and mention.body is None and not self.grown:
            return self._annexes(word)
        definite = mention.definite or mention.body is not None
        if self.annexed and not definite:
            # هيئة الطاقة الذرية: only words shaped like adjectives, for a verb's object may follow as well.
            definite = word.text.endswith(_ADJECTIVAL)
        return adjective(self.scan, word, definite=definite) and self._grow(self.at)

    def _grow(self, last: int) -> bool:
        self.mention.last, self.at, self.grown = last, last + 1, True
        return True

    def _annexes(self, word: Word) -> bool:
        """What an indefinite head is annexed to, or an indefinite adjective of it."""
        scan, mention, at = self.scan, self.mention, self.at
        if self.noun.personal and not mention.plural and _counted(scan, at):
            return False
        inner = self.parse(scan, at)
        annexes = _may_be_annexed(scan, mention)
        if inner is not None and _completes(inner, annexes=annexes):
            mention.inner.append(inner)
            mention.body = inner
            return self._grow(inner.last)
        if annexes and self._concerns(at):
            at, word = at + 1, scan.words[at + 1]
        self.annexed = annexes and annexed_word(word)
        return (self.annexed or adjective(scan, word, definite=False)) and self._grow(at)

    def _concerns(self, at: int) -> bool:
        """Whether the word at `at` and the definite one after it say what a body is for: شؤون الأسرى."""
        scan, after = self.scan, self.scan.word(at + 1)
        if self.noun.personal or self.noun.section not in _NAMED:
            return False
        concern = scan.words[at].text in scan.vocabulary.mention_words.concerns
        return concern and after is not None and not after.mark and annexed_word(after) and not after.nisba


def _completes(inner: Mention, *, annexes: bool) -> bool:
    return not (inner.preposition or inner.conjunction) and (annexes or not inner.definite)


def _counted(scan: Scan, at: int) -> bool:
    """A number at `at`: after one person it begins another phrase (قتل مسلح ثلاثة جنود)."""
    return any(phrase.value.section == "quantities" for _, phrase in scan.words[at].nouns)


def _may_be_annexed(scan: Scan, mention: Mention) -> bool:
    """A sound plural keeps its nun only where nothing is annexed to it: مسلحون, but مسلحو المدينة."""
    return not (mention.plural and scan.tokens[mention.first].text.endswith(("ون", "ين")))


def _quoted(scan: Scan, at: int) -> int:
    """The closing mark of a short quoted name at `at`, 0 if there is none."""
    if at >= len(scan.tokens) or scan.tokens[at].text not in '«“"':
        return 0
    for end in range(at + 2, min(at + _MAX_QUOTED + 2, len(scan.tokens))):
        if scan.tokens[end].text in '»”"':
            return end
    return 0
