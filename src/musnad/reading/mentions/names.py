"""Names: those the knowledge base knows, and persons' names that no list knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm

if TYPE_CHECKING:
    from musnad.arabic.tokens import NounSplit
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import NameValue, Word

_MAX_NAME_WORDS = 5
_MIN_UNTITLED = 2
_MIN_LETTERS = 3


def known_name(scan: Scan, at: int) -> Mention | None:
    """The longest name of the knowledge base at `at`; an ordinary word alone counts only in quotation marks."""
    found = scan.longest(scan.words[at].names, at)
    if found is None:
        return None
    split, phrase, length = found
    value: NameValue = phrase.value
    if value.ordinary and length == 1 and not (at and scan.is_quote(at - 1)):
        return None
    actor = scan.vocabulary.base.actors[value.ids[0]]
    return Mention(
        sentence=scan.sentence.index,
        first=at,
        last=at + length - 1,
        kind=actor.kind,
        form=MentionForm.NAME,
        key=actor.id,
        name=scan.text(at, at + length - 1),
        preposition=split.preposition,
        conjunction=bool(split.conjunction),
        definite=True,
        feminine=actor.kind is ActorKind.STATE,
        state=actor.state if actor.kind is not ActorKind.STATE else actor.id,
    )


def person_name(scan: Scan, at: int, *, titled: bool) -> tuple[int, NounSplit | None] | None:
    """Where a person's name that begins at `at` ends (inclusive), with the clitics on its first word.

    Without a title before it, a name must begin with a given name and have a second word.
    """
    word = scan.word(at)
    if word is None or scan.is_mark(at):
        return None
    split = _first_name(word, scan, titled=titled)
    if split is None:
        return None
    last = at
    while last - at + 1 < _MAX_NAME_WORDS and _continues(scan, last + 1, after=scan.tokens[last].text):
        last += 1
    if scan.tokens[last].text in scan.vocabulary.particles["arabic"]:
        last -= 1
    if last < at or (not titled and last - at + 1 < _MIN_UNTITLED):
        return None
    return last, split


def _first_name(word: Word, scan: Scan, *, titled: bool) -> NounSplit | None:
    if word.function:
        return None
    for split, ordinary in word.given:
        if titled or not ordinary:
            return split
    if word.text in scan.vocabulary.particles["kunya"] or word.text in scan.vocabulary.particles["arabic"]:
        return _bare(word.text)
    return _bare(word.text) if titled and _nameish(word) else None


def _bare(text: str) -> NounSplit:
    from musnad.arabic.tokens import NounSplit  # noqa: PLC0415 - the type is needed at run time only here

    return NounSplit("", "", False, text, "")


def _nameish(word: Word) -> bool:
    """In no list, and not shaped like an adjective or a verb that a list could lack."""
    return word.unknown and len(word.text) >= _MIN_LETTERS and not word.text.startswith(("ال", "لل", "بال", "وال"))


def _continues(scan: Scan, at: int, *, after: str) -> bool:
    word = scan.word(at)
    if word is None or scan.is_mark(at) or word.text[0].isdigit():
        return False
    particles = scan.vocabulary.particles
    if word.text in particles["arabic"] or word.text in particles["foreign"] or word.text in particles["kunya"]:
        return True
    joined = after in particles["arabic"] or after in particles["kunya"] or after in particles["foreign"]
    if joined:
        return not word.function
    if word.function or word.verbal:
        return False
    if any(not s.conjunction and not s.preposition for s, _ in word.given):
        return True
    if word.text.startswith("ال"):
        return not (word.nisba or word.nouns or word.offices or word.honorifics or word.function or word.modifier or word.triggers)
    return _nameish(word)
