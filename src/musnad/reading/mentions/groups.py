"""Actor phrases that a head noun opens: the northern forces, supporters of the former regime, his allies."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.lexicon.entries import Part
from musnad.reading.mentions.demonyms import demonym, plain_demonym, pronoun
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.words.nouns import Bare

if TYPE_CHECKING:
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.nouns import HeadNoun
    from musnad.reading.words.vocabulary import Word

Parse = Callable[["Scan", int], Mention | None]
_MAX_ADJECTIVES = 3
_MAX_QUOTED = 4
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


def group(scan: Scan, at: int, parse: Parse) -> Mention | None:
    """The phrase whose head noun stands at `at`, with its complement and adjectives; None if it is no actor."""
    found = scan.longest(scan.words[at].nouns, at)
    if found is None:
        return None
    split, phrase, length = found
    noun = phrase.value
    mention = Mention(
        sentence=scan.sentence.index,
        first=at,
        last=at + length - 1,
        kind=noun.kind,
        form=MentionForm.GROUP,
        key=None,
        name="",
        head=noun.key,
        word=split.stem,
        stands_state=noun.stands_state,
        preposition=split.preposition,
        conjunction=bool(split.conjunction),
        definite=split.article,
        plural=noun.number == "plural",
        feminine=scan.tokens[at].text.endswith("ه"),
    )
    if split.pronoun:
        mention.inner.append(pronoun(scan, at, split))
        mention.body = mention.inner[0]
    else:
        _complete(scan, mention, parse)
    return _resolve(scan, mention, noun)


def _complete(scan: Scan, mention: Mention, parse: Parse) -> None:
    """Takes in what follows the head: a quoted name, an annexed phrase, demonyms and adjectives."""
    at = mention.last + 1
    adjectives = 0
    while adjectives < _MAX_ADJECTIVES:
        end = _quoted(scan, at)
        if end:
            inner = parse(scan, at + 1)
            if inner is not None and inner.last < end and not inner.preposition:
                mention.inner.append(inner)
                mention.body = mention.body or inner
            mention.last, at = end, end + 1
            break
        word = scan.word(at)
        if word is None or scan.is_mark(at):
            break
        state = plain_demonym(word)
        if state is not None:
            mention.state = mention.state or state
            mention.inner.append(demonym(scan, at, state))
        elif not mention.definite and mention.body is None and not adjectives:
            inner = parse(scan, at)
            if inner is not None and not inner.preposition and not inner.conjunction:
                mention.inner.append(inner)
                mention.body, mention.last, at = inner, inner.last, inner.last + 1
                adjectives += 1
                continue
            if not _annexed_word(word) and not _adjective(scan, word, definite=False):
                break
        elif not _adjective(scan, word, definite=mention.definite or mention.body is not None):
            break
        adjectives += 1
        mention.last, at = at, at + 1


def _quoted(scan: Scan, at: int) -> int:
    """The closing mark of a short quoted name at `at`, 0 if there is none."""
    if at >= len(scan.tokens) or scan.tokens[at].text not in '«“"':
        return 0
    for end in range(at + 2, min(at + _MAX_QUOTED + 2, len(scan.tokens))):
        if scan.tokens[end].text in '»”"':
            return end
    return 0


def _annexed_word(word: Word) -> bool:
    return word.text.startswith("ال") and not word.function


def _adjective(scan: Scan, word: Word, *, definite: bool) -> bool:
    if word.function or word.text[0].isdigit() or word.text in scan.vocabulary.mention_words.no_names:
        return False
    if word.text.startswith("ال"):
        return definite and not (word.offices or word.honorifics or word.names or word.verbal or _deed(word))
    shaped = word.text.endswith(("يه", "ي", "ين", "ون", "حه", "ده", "له", "ات"))
    verbal = any(t.part.is_verb for t in word.triggers)
    taken = word.names or word.nisba or (word.mentionable and not word.text.endswith(("ي", "يه")))
    return not definite and shaped and not taken and not verbal


def _deed(word: Word) -> bool:
    """A verbal noun, as in «ألقت الأجهزة الأمنية القبض»; demonym-shaped words stay adjectives."""
    nominal = any(t.part in (Part.MASDAR, Part.NOUN) for t in word.triggers)
    return nominal and not word.text.endswith(("ي", "يه", "ين"))


def _resolve(scan: Scan, mention: Mention, noun: HeadNoun) -> Mention | None:
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
    alone = (
        mention.last == mention.first
        and body is None
        or (mention.state is None and body is None and scan.text(mention.first, mention.last).count(" ") == 0)
    )
    if alone and noun.bare is Bare.NONE:
        return None
    if alone and noun.bare is Bare.ANAPHOR:
        if not mention.definite:
            return None
        mention.form = MentionForm.ANAPHOR
    mention.name = _canonical(scan, mention, noun)
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
    mention.plural = True
    return mention


def _canonical(scan: Scan, mention: Mention, noun: HeadNoun) -> str:
    """A name under which the same phrase is found again whatever its case, clitics and article."""
    if mention.state and not mention.body and mention.last - mention.first == len(mention.inner):
        return f"{noun.key}@{mention.state}"
    if mention.body is not None and (mention.body.key or mention.body.name):
        return f"{noun.key}@{mention.body.key or mention.body.name}"
    words = [t.text for t in scan.tokens[mention.first : mention.last + 1] if t.text[0].isalnum()]
    rest = [w.removeprefix("ال") for w in words[1:]]
    return " ".join([noun.key, *rest])
