"""Finds every mention of a sentence, outermost first, each with those inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.groups import _nisba, group
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.mentions.names import known_name
from musnad.reading.mentions.persons import kin, person

if TYPE_CHECKING:
    from musnad.reading.mentions.scan import Scan

_PRONOUN_HOSTS = frozenset({"ل", "ب", "من", "عن", "مع", "علي", "الي", "في", "بين", "ضد"})


def detect(scan: Scan) -> list[Mention]:
    """The mentions of a sentence in order of appearance; a mention inside another stands in its `inner`."""
    out: list[Mention] = []
    at = 0
    while at < len(scan.tokens):
        mention = parse(scan, at) if not scan.is_mark(at) else None
        if mention is None:
            at += 1
            continue
        out.append(mention)
        at = max(mention.last, at) + 1
    return out


def parse(scan: Scan, at: int) -> Mention | None:
    """The mention that begins at `at`, if one does: the longest reading, names of the knowledge base before others."""
    word = scan.word(at)
    if word is None or not word.mentionable:
        return None
    known = known_name(scan, at)
    if known is not None and known.last > at:
        return known
    for parser in (group, person, kin):
        found = parser(scan, at, parse)
        if found is not None and (known is None or found.last > known.last):
            return found
    if known is not None:
        return known
    return _demonym(scan, at)


def _demonym(scan: Scan, at: int) -> Mention | None:
    for split, state in scan.words[at].nisba:
        mention = _nisba(scan, at, state)
        mention.preposition, mention.conjunction = split.preposition, bool(split.conjunction)
        mention.form, mention.kind = MentionForm.NISBA, ActorKind.STATE
        return mention
    return None
