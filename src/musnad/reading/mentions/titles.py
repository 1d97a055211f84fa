"""What follows an office or a title: demonyms, modifiers, the body it belongs to, further titles, and the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.demonyms import demonym, plain_demonym
from musnad.reading.mentions.model import MentionForm
from musnad.reading.mentions.names import known_name
from musnad.reading.mentions.person_names import person_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan

    Parse = Callable[[Scan, int], Mention | None]

_MAX_TITLE_WORDS = 14
_LINKS = frozenset({"باسم", "لدي", "الي", "في", "لشوون", "عن"})
_SOURCE = "source"
_MAY_LINK = re.compile("[وف]?[لب]")


@dataclass(slots=True)
class Title:
    """What has been taken in of a title so far: `at` is the next token."""

    mention: Mention
    at: int
    take_name: Callable[[Scan, Mention, int, int], None]
    named: bool = False

    @property
    def sure(self) -> bool:
        """Whether only a given name may begin the person's name: "an official" is rarely named, "the official" is."""
        mention = self.mention
        loose = (
            mention.head != "honorific"
            and not mention.definite
            and mention.body is None
            and mention.state is None
        )
        return loose or mention.head == _SOURCE


def extend(scan: Scan, title: Title, parse: Parse) -> None:
    """Takes in demonyms, modifiers, the body and further titles, until a name or something else comes."""
    mention = title.mention
    while title.at - mention.first < _MAX_TITLE_WORDS:
        at = title.at
        if scan.is_mark(at):
            _name_after_comma(scan, title)
            return
        word = scan.words[at]
        state = plain_demonym(word)
        if state is not None:
            mention.state = mention.state or state
            inner = demonym(scan, at, state)
            mention.inner.append(inner)
            mention.body = mention.body or inner
            title.at, mention.last = at + 1, at
        elif word.modifier:
            mention.former |= word.modifier == "former"
            title.at, mention.last = at + 1, at
        elif _take_person(scan, title, at) or not _take_body(scan, title, at, parse):
            return


def _take_person(scan: Scan, title: Title, at: int) -> bool:
    """A name at `at`: the person's own. Further titles between are stepped over."""
    word, mention = scan.words[at], title.mention
    if _known_person(scan, title, at):
        return True
    for longest in (scan.longest(word.honorifics, at), scan.longest(word.offices, at)):
        if longest is None or not mention.head:
            continue
        split, after = longest[0], at + longest[2]
        bare = not (split.conjunction or split.preposition or split.pronoun)
        if bare and after < len(scan.tokens) and _named(scan, title, after):
            return True
    return _named(scan, title, at)


def _known_person(scan: Scan, title: Title, at: int) -> bool:
    """A person of the knowledge base at `at`, even where the first name is an office too (خليفة)."""
    mention, known = title.mention, known_name(scan, at)
    if known is None or known.kind is not ActorKind.PERSON or known.preposition or known.conjunction:
        return False
    mention.key, mention.form = known.key, MentionForm.NAME
    mention.name, mention.name_first, mention.name_last = known.name, known.first, known.last
    mention.last, title.named = known.last, True
    mention.state = mention.state or known.state
    return True


def _named(scan: Scan, title: Title, at: int) -> bool:
    mention = title.mention
    if _known_person(scan, title, at):
        return True
    if known_name(scan, at) is not None:
        return False
    named = person_name(scan, at, titled=True, sure=title.sure)
    if named is None or (named[1] is not None and (named[1].preposition or named[1].conjunction)):
        return False
    title.take_name(scan, mention, at, named[0])
    title.named = True
    return True


def _name_after_comma(scan: Scan, title: Title) -> None:
    """«رئيس المجلس، فلان الفلاني،»: a full name between commas belongs to the title before it."""
    at = title.at + 1
    if title.mention.body is None or scan.is_mark(at) or scan.tokens[title.at].text not in '،,(«"':
        return
    known = known_name(scan, at)
    if (
        known is not None
        and known.kind is ActorKind.PERSON
        and not known.conjunction
        and not known.preposition
    ):
        title.at = at
        _named(scan, title, at)
    elif known is None and (named := person_name(scan, at, titled=False)):
        title.take_name(scan, title.mention, at, named[0])
        title.named = True


def _take_body(scan: Scan, title: Title, at: int, parse: Parse) -> bool:
    """What the office belongs to: annexed (رئيس مصر), or by a preposition (القائد العام للجيش)."""
    mention = title.mention
    link = scan.tokens[at].text if scan.tokens[at].text in _LINKS else ""
    start = at + 1 if link else at
    if scan.is_mark(start) or mention.rank or (link == "الي" and not _accredited(scan, mention)):
        return False
    hopeless = mention.body is not None and not link and not _MAY_LINK.match(scan.tokens[start].text)
    inner = None if hopeless else parse(scan, start)
    if inner is None or inner.conjunction or inner.kind is ActorKind.UNNAMED:
        return False
    if link == "في" and (inner.kind is ActorKind.PLACE or inner.name in scan.vocabulary.base.capitals):
        return False  # «the minister in Cairo» is where he is, not whose minister
    linked = bool(link) or inner.preposition in ("ل", "ب")
    if not linked and (inner.preposition or mention.body is not None):
        return False
    mention.inner.append(inner)
    mention.body = mention.body or inner
    mention.last, title.at = inner.last, inner.last + 1
    if (
        inner.kind is ActorKind.PERSON
        and inner.name_last >= 0
        and inner.form is MentionForm.PERSON
        and inner.head
    ):
        # نائب وزير الخارجية فلان: the name after an inner office is the outer person's.
        _move_name(scan, mention, inner)
        title.named = True
        return False
    return True


def _accredited(scan: Scan, mention: Mention) -> bool:
    return mention.head in scan.vocabulary.mention_words.accredited


def _move_name(scan: Scan, mention: Mention, inner: Mention) -> None:
    mention.name, mention.key, mention.form = inner.name, inner.key, inner.form
    mention.name_first, mention.name_last = inner.name_first, inner.name_last
    inner.form, inner.key, inner.last = MentionForm.OFFICE, None, inner.name_first - 1
    inner.name_first = inner.name_last = -1
    inner.name = office_name(scan, inner)


def office_name(scan: Scan, mention: Mention) -> str:
    """The name under which the same unnamed office-holder is found again: office, its complement, its body."""
    body = mention.body.key or mention.body.name if mention.body else ""
    words = scan.text(mention.office_first + 1, mention.office_last)
    return f"{mention.head} {words}@{body}".strip()
