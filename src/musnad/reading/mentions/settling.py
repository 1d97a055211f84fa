"""Whom a finished phrase with a head noun means, as far as its own words tell, and the name it is found again by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.words.nouns import Bare

if TYPE_CHECKING:
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.nouns import HeadNoun

_TRANSPARENT = ("armed", "parties", "igos", "companies", "media")
_ORGANISED = frozenset(
    {
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
        ActorKind.IGO,
        ActorKind.COMPANY,
        ActorKind.MEDIA,
        ActorKind.GOVERNMENT,
    }
)


def settle(scan: Scan, mention: Mention, noun: HeadNoun, length: int) -> Mention | None:
    """Decides whom the finished phrase means, as far as its own words tell."""
    body = mention.body
    if noun.section == "quantities":
        return _quantity(mention, body)
    if body is not None and body.key and _same_body(noun, body):
        mention.key, mention.kind = body.key, body.kind
    elif noun.stands_state and mention.state:
        mention.key, mention.kind = mention.state, ActorKind.STATE
    elif noun.stands_state and body is not None and body.kind is ActorKind.STATE:
        mention.key, mention.kind = body.key, ActorKind.STATE
    alone = body is None and mention.last == mention.first
    if alone and noun.bare is Bare.NONE:
        return None
    if alone and noun.bare is Bare.ANAPHOR:
        if not mention.definite:
            return None
        mention.form = MentionForm.ANAPHOR
    mention.name = _canonical(scan, mention, noun, length)
    return mention


def _same_body(noun: HeadNoun, body: Mention) -> bool:
    """Fighters of the Islamic State are the Islamic State; forces of a general are not the general."""
    if noun.section == "places":
        return body.kind is ActorKind.PLACE
    if noun.stands_state:
        return body.kind is ActorKind.STATE
    return noun.section in _TRANSPARENT and body.kind in _ORGANISED


def _quantity(mention: Mention, body: Mention | None) -> Mention | None:
    if body is None:
        return None
    mention.kind, mention.key, mention.name = body.kind, body.key, body.name
    mention.head, mention.form, mention.state = body.head, body.form, body.state
    mention.body, mention.word, mention.stands_state = body.body, body.word, body.stands_state
    mention.plural = True
    return mention


def _canonical(scan: Scan, mention: Mention, noun: HeadNoun, length: int) -> str:
    """A name under which the same phrase is found again whatever its case, clitics and article."""
    if mention.state and not mention.body and mention.last - mention.first == len(mention.inner):
        return f"{noun.key}@{mention.state}"
    if mention.body is not None and (mention.body.key or mention.body.name):
        return f"{noun.key}@{mention.body.key or mention.body.name}"
    words = [t.text for t in scan.tokens[mention.first + length : mention.last + 1] if t.text[0].isalnum()]
    rest = [w.removeprefix("ال") for w in words]
    return " ".join([noun.key, *rest])
