"""Persons by office, title, kin and name: نائب وزير الخارجية الروسي ميخائيل بوغدانوف."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.arabic.tokens import noun_splits
from musnad.claims.model import ActorKind
from musnad.reading.mentions.groups import Parse, _nisba, _plain_nisba, _pronoun
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.mentions.names import known_name, person_name

if TYPE_CHECKING:
    from musnad.arabic.tokens import NounSplit
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.nouns import Office

_MAX_TITLE_WORDS = 14
_LINKS = frozenset({"باسم", "لدي", "الي", "في", "لشوون", "عن"})
_BODY_KINDS = frozenset(ActorKind) - {ActorKind.UNNAMED}


@dataclass(slots=True)
class _Title:
    """What has been taken in of a title so far."""

    mention: Mention
    at: int
    named: bool = False


def person(scan: Scan, at: int, parse: Parse) -> Mention | None:
    """The person whose office, honorific or name begins at `at`."""
    word = scan.words[at]
    office = scan.longest(word.offices, at)
    honorific = scan.longest(word.honorifics, at)
    if office is not None and (honorific is None or office[2] >= honorific[2]):
        return _with_office(scan, at, office[0], office[1].value, office[2], parse)
    if honorific is not None:
        return _with_honorific(scan, at, honorific[0], honorific[1].value.rank, honorific[2], parse)
    named = person_name(scan, at, titled=False)
    if named is None:
        return None
    last, split = named
    mention = _start(scan, at, split)
    _take_name(scan, mention, at, last)
    return mention


def kin(scan: Scan, at: int, parse: Parse) -> Mention | None:
    """A relative: نجل فلان, with the relation's other side as body; named where a name follows."""
    found = scan.longest(scan.words[at].kin, at)
    if found is None:
        return None
    split, phrase, length = found
    mention = _start(scan, at, split)
    mention.form, mention.head = MentionForm.OFFICE, phrase.value.key
    mention.office_first, mention.office_last = at, at + length - 1
    mention.affiliates = True
    mention.last = at + length - 1
    if split.pronoun:
        mention.body = _pronoun(scan, at, split)
        mention.inner.append(mention.body)
    else:
        inner = parse(scan, mention.last + 1)
        if inner is None or inner.kind is not ActorKind.PERSON or inner.preposition:
            return None
        mention.inner.append(inner)
        mention.body, mention.last = inner, inner.last
    mention.name = f"{phrase.value.key}@{mention.body.key or mention.body.name}"
    return mention


def _start(scan: Scan, at: int, split: NounSplit | None) -> Mention:
    return Mention(
        sentence=scan.sentence.index,
        first=at,
        last=at,
        kind=ActorKind.PERSON,
        form=MentionForm.PERSON,
        key=None,
        name="",
        preposition=split.preposition if split else "",
        conjunction=bool(split.conjunction) if split else False,
        definite=split.article if split else False,
    )


def _take_name(scan: Scan, mention: Mention, first: int, last: int) -> None:
    mention.name_first, mention.name_last = first, last
    mention.last = last
    words = [t.text for t in scan.tokens[first : last + 1]]
    if first == mention.first:
        cut = next((s for s in noun_splits(words[0]) if s.preposition == mention.preposition and bool(s.conjunction) == mention.conjunction and not s.pronoun), None)
        words[0] = ("ال" if cut and cut.article else "") + (cut.stem if cut else words[0])
    mention.name = " ".join(words)
    mention.form = MentionForm.PERSON


def _with_honorific(scan: Scan, at: int, split: NounSplit, rank: str, length: int, parse: Parse) -> Mention | None:
    mention = _start(scan, at, split)
    mention.rank, mention.head, mention.last = rank, "honorific", at + length - 1
    title = _Title(mention, at + length)
    _extend(scan, title, parse)
    if not title.named:
        if rank not in ("military", "royal", "religious") or not mention.definite:
            return None
        mention.form = MentionForm.ANAPHOR
        mention.name = scan.tokens[at].text
    return mention


def _with_office(scan: Scan, at: int, split: NounSplit, office: Office, length: int, parse: Parse) -> Mention:
    mention = _start(scan, at, split)
    mention.form, mention.head = MentionForm.OFFICE, office.key
    mention.plural = office.number == "plural"
    mention.official, mention.anonymous, mention.affiliates = office.official, office.anonymous, office.affiliates
    mention.office_first, mention.office_last = at, at + length - 1
    mention.last = at + length - 1
    if split.pronoun:
        mention.body = _pronoun(scan, at, split)
        mention.inner.append(mention.body)
    title = _Title(mention, _complement(scan, office.key, at + length))
    mention.office_last = mention.last = title.at - 1
    mention.office = " ".join([split.stem, *(t.text for t in scan.tokens[at + 1 : title.at])])
    _extend(scan, title, parse)
    if not title.named:
        mention.name = _office_name(scan, mention)
    return mention


def _complement(scan: Scan, key: str, at: int) -> int:
    for words in scan.vocabulary.complements.get(key, ()):
        if all(at + k < len(scan.tokens) and scan.tokens[at + k].text == w for k, w in enumerate(words)):
            return at + len(words)
    return at


def _extend(scan: Scan, title: _Title, parse: Parse) -> None:
    """Takes in demonyms, modifiers, the body and further titles, until a name or something else comes."""
    mention = title.mention
    while title.at - mention.first < _MAX_TITLE_WORDS:
        at = title.at
        if scan.is_mark(at):
            _name_after_comma(scan, title)
            return
        word = scan.words[at]
        state = _plain_nisba(word)
        if state is not None:
            mention.state = mention.state or state
            inner = _nisba(scan, at, state)
            mention.inner.append(inner)
            mention.body = mention.body or inner
            title.at, mention.last = at + 1, at
        elif word.modifier:
            mention.former |= word.modifier == "former"
            title.at, mention.last = at + 1, at
        elif _take_person(scan, title, at):
            return
        elif not _take_body(scan, title, at, parse):
            return


def _take_person(scan: Scan, title: _Title, at: int) -> bool:
    """A name at `at`: the person's own. Further titles between are stepped over."""
    mention = title.mention
    for found in (scan.words[at].honorifics, scan.words[at].offices):
        longest = scan.longest(found, at)
        if longest and not longest[0].conjunction and not longest[0].preposition and not longest[0].pronoun and mention.head:
            after = at + longest[2]
            if after < len(scan.tokens) and _named(scan, title, after):
                return True
    return _named(scan, title, at)


def _named(scan: Scan, title: _Title, at: int) -> bool:
    mention = title.mention
    known = known_name(scan, at)
    if known is not None and known.kind is ActorKind.PERSON and not known.preposition and not known.conjunction:
        mention.key, mention.form = known.key, MentionForm.NAME
        mention.name, mention.name_first, mention.name_last = known.name, known.first, known.last
        mention.last, title.named = known.last, True
        mention.state = mention.state or known.state
        return True
    if known is not None:
        return False
    named = person_name(scan, at, titled=True)
    if named is None or (named[1] is not None and (named[1].preposition or named[1].conjunction)):
        return False
    _take_name(scan, mention, at, named[0])
    title.named = True
    return True


def _name_after_comma(scan: Scan, title: _Title) -> None:
    """«رئيس المجلس، فلان الفلاني،»: a full name between commas belongs to the title before it."""
    at = title.at + 1
    if title.mention.body is None or scan.is_mark(at) or scan.tokens[title.at].text not in "،,(«\"":
        return
    known = known_name(scan, at)
    if known is not None and known.kind is ActorKind.PERSON and not known.conjunction and not known.preposition:
        title.at = at
        _named(scan, title, at)
    elif known is None and (named := person_name(scan, at, titled=False)):
        _take_name(scan, title.mention, at, named[0])
        title.named = True


def _take_body(scan: Scan, title: _Title, at: int, parse: Parse) -> bool:
    """What the office belongs to: annexed (رئيس مصر), or by a preposition (القائد العام للجيش)."""
    mention = title.mention
    start = at + 1 if scan.tokens[at].text in _LINKS else at
    if scan.is_mark(start) or mention.rank:
        return False
    inner = parse(scan, start)
    if inner is None or inner.conjunction or inner.kind not in _BODY_KINDS:
        return False
    linked = start > at or inner.preposition in ("ل", "ب")
    if inner.preposition and not linked:
        return False
    if not linked and mention.body is not None:
        return False
    mention.inner.append(inner)
    mention.body = mention.body or inner
    mention.last, title.at = inner.last, inner.last + 1
    if inner.kind is ActorKind.PERSON and inner.name_last >= 0 and inner.form is MentionForm.PERSON and inner.head:
        # نائب وزير الخارجية فلان: the name after an inner office is the outer person's.
        _move_name(scan, mention, inner)
        title.named = True
        return False
    return True


def _move_name(scan: Scan, mention: Mention, inner: Mention) -> None:
    mention.name, mention.key, mention.form = inner.name, inner.key, inner.form
    mention.name_first, mention.name_last = inner.name_first, inner.name_last
    inner.form, inner.key, inner.last = MentionForm.OFFICE, None, inner.name_first - 1
    inner.name_first = inner.name_last = -1
    inner.name = _office_name(scan, inner)


def _office_name(scan: Scan, mention: Mention) -> str:
    body = mention.body.key or mention.body.name if mention.body else ""
    words = scan.text(mention.office_first + 1, mention.office_last)
    return f"{mention.head} {words}@{body}".strip()
