"""Finds every mention of a sentence, outermost first, each with those inside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.adjectives import is_adjective
from musnad.reading.mentions.demonyms import demonym
from musnad.reading.mentions.groups import group
from musnad.reading.mentions.joining import join
from musnad.reading.mentions.names import known_name
from musnad.reading.mentions.persons import kin, person

if TYPE_CHECKING:
    from collections.abc import Callable

    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan


_DEEPEST = 5


def detect(scan: Scan) -> list[Mention]:
    """The mentions of a sentence in order of appearance; a mention inside another stands in its `inner`."""
    out: list[Mention] = []
    at = 0
    while at < len(scan.tokens):
        mention = parse(scan, at) if not scan.is_mark(at) else None
        if mention is None or is_adjective(scan, mention):
            at += 1
            continue
        if out:
            join(scan, out[-1], mention)
        out.append(mention)
        at = max(mention.last, at) + 1
    return out


def parse(scan: Scan, at: int, depth: int = 0) -> Mention | None:
    """The mention that begins at `at`, if one does: the longest reading, names of the knowledge base before others.

    `depth` counts the mentions around it; there is none deeper than news ever nests them.
    """
    word = scan.word(at)
    if word is None or not word.mentionable or depth > _DEEPEST:
        return None
    known = known_name(scan, at)
    if known is not None and known.last > at:
        return known
    found = _described(scan, at, partial(parse, depth=depth + 1))
    if found is not None and (known is None or found.last > known.last):
        return found
    return known or _demonym(scan, at)


def _described(scan: Scan, at: int, parse_inner: Callable[[Scan, int], Mention | None]) -> Mention | None:
    """A group or a person; a person's name after a noun that heads groups as well decides for the person."""
    word = scan.words[at]
    found = group(scan, at, parse_inner) if word.nouns else None
    if found is None or ((word.honorifics or word.offices) and not found.key):
        other = person(scan, at, parse_inner)
        if other is not None and (
            found is None or other.name_last > found.last or _holds_office(found, other)
        ):
            return other
    if found is None and word.kin:
        found = kin(scan, at, parse_inner)
    return found


def _holds_office(found: Mention, other: Mention) -> bool:
    """One person with an office and a body (زعيم الحزب), where the noun heads groups of such persons as well."""
    return (
        not found.plural
        and not other.plural
        and other.body is not None
        and other.affiliates
        and other.last >= found.last
    )


def _demonym(scan: Scan, at: int) -> Mention | None:
    for split, state in scan.words[at].nisba:
        mention = demonym(scan, at, state)
        mention.preposition, mention.conjunction = split.preposition, bool(split.conjunction)
        mention.definite, mention.kind = split.article, ActorKind.STATE
        return mention
    return None
