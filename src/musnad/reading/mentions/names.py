"""Names that the knowledge base knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm

if TYPE_CHECKING:
    from musnad.arabic.tokens import NounSplit
    from musnad.knowledge.entries import KnownActor
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.nouns import HeadNoun
    from musnad.reading.words.vocabulary import Word

_MIN_LETTERS = 3


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
    if scan.is_quote(at - 1) and at:
        return True
    before = scan.word(at - 1)
    heads = () if before is None else before.nouns
    return any(not s.pronoun and not s.article and _names_follow(phrase.value) for s, phrase in heads)


def _names_follow(noun: HeadNoun) -> bool:
    return noun.number == "singular" and not noun.personal


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
