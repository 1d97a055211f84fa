"""Names: those the knowledge base knows, and persons' names that no list knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from musnad.arabic.tokens import NounSplit
from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm

if TYPE_CHECKING:
    from musnad.knowledge.entries import KnownActor
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.nouns import HeadNoun
    from musnad.reading.words.vocabulary import Word

_MAX_NAME_WORDS = 5
_MIN_UNTITLED = 2
_MIN_LETTERS = 3
_NAMED_SECTIONS = frozenset({"armed", "parties", "companies", "igos", "places", "media"})
_OWNERS = frozenset({"ذو", "ذي", "ود", "ال"})
_CLITICS = ("ب", "ل", "و", "ف", "ك")
_MASDAR = re.compile("ال(?:ت|است|ان).{3,}(?<!ي)")


def known_name(scan: Scan, at: int) -> Mention | None:
    """The longest name of the knowledge base at `at`.

    A name that is an ordinary word too counts only in quotation marks or after a head noun (حركة النهضة).
    """
    found = scan.longest(scan.words[at].names, at)
    if found is None:
        return None
    split, phrase, length = found
    value = phrase.value
    if value.ordinary and not _set_apart(scan, at):
        return None
    return _mention(scan, at, at + length - 1, _meant(scan, at, length, value.ids[0]), split)


def short_name(scan: Scan, at: int, known: frozenset[str]) -> Mention | None:
    """A name at `at` that is an ordinary word too, of an actor that the article names in another way as well."""
    found = scan.longest(scan.words[at].names, at)
    if found is None or not found[1].value.ordinary:
        return None
    split, phrase, length = found
    key = next((one for one in phrase.value.ids if one in known), None)
    return (
        None if key is None else _mention(scan, at, at + length - 1, scan.vocabulary.base.actors[key], split)
    )


def _set_apart(scan: Scan, at: int) -> bool:
    before = scan.word(at - 1)
    return before is not None and (
        scan.is_quote(at - 1) or any(not s.pronoun and not s.article for s, _ in before.nouns)
    )


def _meant(scan: Scan, at: int, length: int, key: str) -> KnownActor:
    """The actor of that id; for a capital that is spoken of as a place, the place."""
    base = scan.vocabulary.base
    if base.actors[key].kind is ActorKind.STATE:
        name = scan.text(at, at + length - 1)
        before = scan.word(at - 1)
        if before is not None and name in base.capitals and _locates(scan, before):
            place = next((p for p in base.places.get(name, ()) if base.actors[p].state == key), None)
            return base.actors[place or key]
    return base.actors[key]


def _locates(scan: Scan, before: Word) -> bool:
    if _bare_word(before.text) in scan.vocabulary.mention_words.inside:
        return True
    return any(phrase.value.section == "places" and not phrase.rest for _, phrase in before.nouns)


def _bare_word(text: str) -> str:
    return text[1:] if text[0] in "وبل" and len(text) > _MIN_LETTERS else text


def _mention(scan: Scan, first: int, last: int, actor: KnownActor, split: NounSplit) -> Mention:
    return Mention(
        sentence=scan.sentence.index,
        first=first,
        last=last,
        kind=actor.kind,
        form=MentionForm.NAME,
        key=actor.id,
        name=scan.text(first, last),
        preposition=split.preposition,
        conjunction=bool(split.conjunction),
        definite=True,
        feminine=actor.kind is ActorKind.STATE,
        state=actor.state if actor.kind is not ActorKind.STATE else actor.id,
    )


def person_name(
    scan: Scan, at: int, *, titled: bool, sure: bool = False
) -> tuple[int, NounSplit | None] | None:
    """Where a person's name that begins at `at` ends (inclusive), with the clitics on its first word.

    Without a title before it, a name must begin with a given name and have a second word. After a title any word that
    no list knows may begin it, unless only a given name is `sure` to.
    """
    word = scan.word(at)
    if word is None or scan.is_mark(at):
        return None
    split = _first_name(word, scan, at, titled=titled, sure=sure)
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


def _first_name(word: Word, scan: Scan, at: int, *, titled: bool, sure: bool) -> NounSplit | None:
    particles = scan.vocabulary.particles
    if word.function or word.text in scan.vocabulary.mention_words.no_names:
        return None
    for split, ordinary in word.given:
        if titled or (not (ordinary or _cut(split)) or _name_follows(scan, at + 1, ordinary=ordinary)):
            return split
    if word.text in particles["kunya"] or (
        word.text in particles["arabic"] and (titled or word.text not in _OWNERS)
    ):
        return _bare(word.text)
    return _bare(word.text) if titled and not sure and _nameish(word, scan) else None


def _cut(split: NounSplit) -> bool:
    """Whether a letter was cut off the word: more likely it only looks like a name (لدينا is no Dina)."""
    return bool(split.conjunction or split.preposition)


def _name_follows(scan: Scan, at: int, *, ordinary: bool) -> bool:
    """Whether the next word is sure to go on a name; after an ordinary word only a given name that is none does."""
    word = scan.word(at)
    if word is None or scan.is_mark(at):
        return False
    particle = (
        word.text in scan.vocabulary.particles["arabic"] or word.text in scan.vocabulary.particles["kunya"]
    )
    named = any(not _cut(split) and not (common and ordinary) for split, common in word.given)
    if ordinary:
        return named and not word.function
    return particle or named or (word.text.startswith("ال") and _surname_shaped(word))


def _bare(text: str) -> NounSplit:
    return NounSplit("", "", False, text, "")


def _nameish(word: Word, scan: Scan) -> bool:
    """In no list, and not shaped like an adjective, a verb, or a known word with something hanging on it."""
    text = word.text
    if not word.unknown or word.verbal or len(text) < _MIN_LETTERS or text.endswith("ه"):
        return False
    if text.startswith(("ال", "لل", "بال", "وال", "وي", "وت", "فت", "ست")):
        return False
    if text.endswith("ا") and not scan.vocabulary.word(text[:-1]).unknown:
        return False
    return not text.startswith(_CLITICS) or scan.vocabulary.word(text[1:]).unknown


def _continues(scan: Scan, at: int, *, after: str) -> bool:
    word = scan.word(at)
    if word is None or scan.is_mark(at) or word.text[0].isdigit():
        return False
    particles = scan.vocabulary.particles
    if (
        word.text in particles["arabic"]
        or word.text in particles["foreign"]
        or word.text in particles["kunya"]
    ):
        return True
    if word.function or word.text in scan.vocabulary.mention_words.no_names:
        return False
    if after in particles["arabic"] or after in particles["kunya"] or after in particles["foreign"]:
        return True
    if word.verbal:
        return False
    if any(not s.conjunction and not s.preposition for s, _ in word.given):
        return True
    if word.text.startswith("ال"):
        return _surname_shaped(word)
    return _nameish(word, scan)


def _surname_shaped(word: Word) -> bool:
    taken = word.nisba or word.nouns or word.offices or word.honorifics or word.modifier or word.triggers
    return not taken and not _MASDAR.fullmatch(word.text)
