"""What kind of source a mention is, by its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind, SourceKind
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from musnad.reading.chains.lexicon import ReportingLexicon
    from musnad.reading.mentions.model import Mention

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


def kind_of(mention: Mention, lexicon: ReportingLexicon, head: str) -> SourceKind:
    """The kind of source that a mention is: an outlet, an office or institution, a person, somebody without a name."""
    if _press_office(mention, lexicon, head):
        return SourceKind.OFFICIAL
    if mention.kind is ActorKind.MEDIA or (head in lexicon.outlets and mention.kind is not ActorKind.PERSON):
        return SourceKind.MEDIA
    if mention.kind is ActorKind.PERSON:
        return _person(mention, lexicon, head)
    if head in lexicon.anonymous and mention.key is None:
        return SourceKind.ANONYMOUS
    if mention.kind in _INSTITUTIONS:
        return SourceKind.OFFICIAL
    return SourceKind.PERSON if mention.definite else SourceKind.ANONYMOUS


def _person(mention: Mention, lexicon: ReportingLexicon, head: str) -> SourceKind:
    if mention.name_last >= 0 or mention.form is MentionForm.NAME:
        official = (
            mention.official
            or mention.state
            or mention.key
            or mention.affiliates
            or mention.rank == "military"
        )
        return SourceKind.OFFICIAL if official else SourceKind.PERSON
    if mention.anonymous or head in lexicon.anonymous:
        return SourceKind.ANONYMOUS
    return SourceKind.OFFICIAL if mention.official or mention.affiliates else SourceKind.ANONYMOUS


def _press_office(mention: Mention, lexicon: ReportingLexicon, head: str) -> bool:
    """«المركز الإعلامي» of a body speaks for the body; it is no outlet."""
    return (
        mention.kind is ActorKind.MEDIA and mention.form is MentionForm.GROUP and head not in lexicon.outlets
    )
