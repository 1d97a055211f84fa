"""Persons by office, title, kin and name: نائب وزير الخارجية الروسي ميخائيل بوغدانوف."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from musnad.arabic.tokens import noun_splits
from musnad.claims.model import ActorKind
from musnad.reading.mentions.demonyms import plain_demonym, pronoun
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.mentions.names import known_name
from musnad.reading.mentions.person_names import person_name
from musnad.reading.mentions.titles import Title, extend, office_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from musnad.arabic.tokens import NounSplit
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.nouns import Honorific, Office
    from musnad.reading.words.phrases import Phrase

    Parse = Callable[[Scan, int], Mention | None]
    T = TypeVar("T")
    _Found = tuple[NounSplit, Phrase[T], int]

_BODIES = frozenset(
    {ActorKind.IGO, ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.COMPANY, ActorKind.MEDIA}
)
_BODIES_AND_OFFICES = _BODIES | {ActorKind.GOVERNMENT}
_BODY_FORMS = frozenset({MentionForm.GROUP, MentionForm.NAME})
_RELATED = frozenset({ActorKind.PERSON, ActorKind.POPULATION})
_HIS = frozenset({"ه", "ها"})
_HIGHNESS = frozenset({"سمو", "معالي", "سعاده", "فخامه", "جلاله", "سياده", "دوله"})
_STANDING_RANKS = frozenset({"military", "royal", "religious"})


def person(scan: Scan, at: int, parse: Parse) -> Mention | None:
    """The person whose office, honorific or name begins at `at`."""
    word = scan.words[at]
    office = scan.longest(word.offices, at)
    honorific = scan.longest(word.honorifics, at)
    if office is not None and (honorific is None or office[2] >= honorific[2]):
        return _with_office(scan, at, office, parse)
    if honorific is not None:
        return _with_honorific(scan, at, honorific, parse)
    named = person_name(scan, at, titled=False)
    if named is None:
        return None
    last, split = named
    mention = _start(scan, at, split)
    take_name(scan, mention, at, last)
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
        mention.body = pronoun(scan, at, split)
        mention.inner.append(mention.body)
        named = person_name(scan, mention.last + 1, titled=True, sure=True)
        if named is not None and (named[1] is None or not (named[1].preposition or named[1].conjunction)):
            take_name(scan, mention, mention.last + 1, named[0])
            return mention
    else:
        inner = parse(scan, mention.last + 1)
        if inner is None or inner.kind not in _RELATED or inner.preposition or inner.conjunction:
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


def take_name(scan: Scan, mention: Mention, first: int, last: int) -> None:
    """Gives the mention the person's name at tokens `first..last`."""
    mention.name_first, mention.name_last = first, last
    mention.last = last
    words = [t.text for t in scan.tokens[first : last + 1]]
    if first == mention.first:
        words[0] = _without_clitics(words[0], mention)
    mention.name = " ".join(words)
    mention.form = MentionForm.PERSON


def _without_clitics(word: str, mention: Mention) -> str:
    for cut in noun_splits(word):
        same = cut.preposition == mention.preposition and bool(cut.conjunction) == mention.conjunction
        if same and not cut.pronoun:
            return ("ال" if cut.article else "") + cut.stem
    return word


def _with_honorific(scan: Scan, at: int, found: _Found[Honorific], parse: Parse) -> Mention | None:
    split, phrase, length = found
    rank = phrase.value.rank
    mention = _start(scan, at, split)
    mention.rank, mention.head, mention.last = rank, "honorific", at + length - 1
    mention.word = split.stem
    title = Title(mention, at + length, take_name)
    extend(scan, title, parse)
    if not title.named:
        if not split.pronoun and (rank not in _STANDING_RANKS or not mention.definite):
            return None
        if split.pronoun and not (split.pronoun in _HIS and mention.word in _HIGHNESS):
            return None
        mention.form = MentionForm.ANAPHOR
        mention.name = scan.tokens[at].text
    return mention


def _with_office(scan: Scan, at: int, found: _Found[Office], parse: Parse) -> Mention:
    split, phrase, length = found
    office = phrase.value
    mention = _start(scan, at, split)
    mention.form, mention.head, mention.word = MentionForm.OFFICE, office.key, split.stem
    mention.plural = office.number == "plural"
    mention.official, mention.anonymous, mention.affiliates = (
        office.official,
        office.anonymous,
        office.affiliates,
    )
    mention.office_first, mention.office_last = at, at + length - 1
    mention.last = at + length - 1
    if split.pronoun:
        mention.body = pronoun(scan, at, split)
        mention.inner.append(mention.body)
    title = Title(mention, _complement(scan, office.key, at + length, parse), take_name)
    mention.office_last = mention.last = title.at - 1
    mention.office = " ".join([split.stem, *(t.text for t in scan.tokens[at + 1 : title.at])])
    extend(scan, title, parse)
    if not title.named:
        mention.name = office_name(scan, mention)
    return mention


def _complement(scan: Scan, key: str, at: int, parse: Parse) -> int:
    """Where the words end that make the noun at hand an office: رئيس الوزراء, but رئيس هيئة الطاقة has a body."""
    for words in scan.vocabulary.complements.get(key, ()):
        if all(at + k < len(scan.tokens) and scan.tokens[at + k].text == w for k, w in enumerate(words)):
            body = known_name(scan, at)
            longer = body is not None and body.kind in _BODIES and body.last >= at + len(words)
            return at if longer or (len(words) == 1 and _opens_body(scan, at, parse)) else at + len(words)
    return at


def _opens_body(scan: Scan, at: int, parse: Parse) -> bool:
    """Whether the noun at `at` has words of its own after it that tell which body it is."""
    after = scan.word(at + 1)
    if after is None or after.mark or after.modifier or plain_demonym(after) is not None:
        return False
    body = parse(scan, at)
    return (
        body is not None and body.form in _BODY_FORMS and body.last > at and body.kind in _BODIES_AND_OFFICES
    )
