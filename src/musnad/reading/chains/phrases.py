"""How far the phrase of a source reaches: its head and the words that describe it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.lexicon.entries import Part

if TYPE_CHECKING:
    from musnad.reading.chains.lexicon import ReportingLexicon
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Word

_SAID = frozenset({Part.MASDAR, Part.NOUN})
_MAX_WORDS = 10
_DESCRIBES = frozenset({"في", "من", "داخل", "باسم", "لدي", "علي"})
_CLOSES = frozenset(
    {
        "لم",
        "لا",
        "لن",
        "قد",
        "انه",
        "هو",
        "هي",
        "الي",
        "عن",
        "خلال",
        "حول",
        "بعد",
        "قبل",
        "منذ",
        "بشان",
        "عقب",
        "امام",
        "مع",
        "ان",
        "اذا",
        "حيث",
    }
)


def phrase_end(scan: Scan, lexicon: ReportingLexicon, at: int) -> int:
    """The last token of the source phrase that begins at `at`."""
    last = at
    definite = _definite(scan, at)
    while (
        last + 1 < len(scan.tokens)
        and last - at + 1 < _MAX_WORDS
        and _goes_on(scan, lexicon, last + 1, definite=definite)
    ):
        last += 1
        definite = _definite(scan, last) and scan.tokens[last - 1].text not in _DESCRIBES
    while last > at and (scan.words[last].function or scan.tokens[last].text == "ل"):
        last -= 1
    return last


def cut_at(scan: Scan, lexicon: ReportingLexicon, first: int, last: int) -> int:
    """The last token of the phrase `first..last` that still names the source: not who was told, nor a clause."""
    for at in range(first + 1, last + 1):
        text = scan.tokens[at].text
        if text == "ل" or lexicon.is_complementizer(text) or _told_outlet(lexicon, text):
            return at - 1
    return last


def definite_end(scan: Scan, first: int, last: int) -> int:
    """The last token of «المصدر» and what describes it: the words with an article, or behind a preposition."""
    for at in range(first + 1, last + 1):
        text = scan.tokens[at].text
        if not (_definite(scan, at) or text in _DESCRIBES or scan.tokens[at - 1].text in _DESCRIBES):
            return at - 1
    return last


def _told_outlet(lexicon: ReportingLexicon, text: str) -> bool:
    return text.startswith("ل") and any(lexicon.head(text[k:]) in lexicon.outlets for k in (1, 2))


def _definite(scan: Scan, at: int) -> bool:
    return scan.tokens[at].text.startswith(("ال", "وال", "لل"))


def _goes_on(scan: Scan, lexicon: ReportingLexicon, at: int, *, definite: bool) -> bool:
    """Whether the word at `at` still belongs to the phrase; `definite` where the word before it is."""
    text, word = scan.tokens[at].text, scan.words[at]
    if scan.is_mark(at) or text in _CLOSES or lexicon.is_complementizer(text) or text in lexicon.days:
        return False
    if text in _DESCRIBES:
        return not scan.is_mark(at + 1) and lexicon.head(scan.tokens[at + 1].text) not in lexicon.statements
    if "relatives" in word.function or "auxiliaries" in word.function or text.isdigit() or text == "ل":
        return False
    if definite and (not _definite(scan, at) or (word.names and not word.nisba)):
        return False
    return not (_is_cue(scan, lexicon, at) or _is_told(lexicon, word) or _begins_clause(scan, at))


def _is_cue(scan: Scan, lexicon: ReportingLexicon, at: int) -> bool:
    cue = lexicon.cue(scan.tokens, at)
    return cue is not None and (cue.firm or not cue.kind.is_verb)


def _is_told(lexicon: ReportingLexicon, word: Word) -> bool:
    """«لوكالة», «لفلان»: the word names who was told."""
    return _told_outlet(lexicon, word.text) or any(split.preposition for split, _ in word.names)


def _begins_clause(scan: Scan, at: int) -> bool:
    """A verb, or an indefinite verbal noun that is what is said: «أكدت مصادر دخول القوات»."""
    word = scan.words[at]
    if _definite(scan, at):
        return False
    if scan.tokens[at - 1].text not in _DESCRIBES and any(t.part in _SAID for t in word.triggers):
        return True
    return word.verbal and not word.nouns and all(t.part.is_verb for t in word.triggers)
