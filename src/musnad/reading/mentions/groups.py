"""Actor phrases that a head noun opens: the northern forces, supporters of the former regime, his allies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.mentions.adjectives import adjective, annexed_word
from musnad.reading.mentions.demonyms import demonym, plain_demonym, pronoun
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.mentions.settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from musnad.reading.mentions.scan import Scan

    Parse = Callable[[Scan, int], Mention | None]

_MAX_ADJECTIVES = 3
_MAX_QUOTED = 4


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
    return settle(scan, mention, noun, length)


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
            annexes = _may_be_annexed(scan, mention)
            if inner is not None and _completes(inner, annexes=annexes):
                mention.inner.append(inner)
                mention.body, mention.last, at = inner, inner.last, inner.last + 1
                adjectives += 1
                continue
            if not (annexes and annexed_word(word)) and not adjective(scan, word, definite=False):
                break
        elif not adjective(scan, word, definite=mention.definite or mention.body is not None):
            break
        adjectives += 1
        mention.last, at = at, at + 1


def _completes(inner: Mention, *, annexes: bool) -> bool:
    return not (inner.preposition or inner.conjunction) and (annexes or not inner.definite)


def _may_be_annexed(scan: Scan, mention: Mention) -> bool:
    """A sound plural keeps its nun only where nothing is annexed to it: مسلحون, but مسلحو المدينة."""
    return not (mention.plural and scan.tokens[mention.first].text.endswith(("ون", "ين")))


def _quoted(scan: Scan, at: int) -> int:
    """The closing mark of a short quoted name at `at`, 0 if there is none."""
    if at >= len(scan.tokens) or scan.tokens[at].text not in '«“"':
        return 0
    for end in range(at + 2, min(at + _MAX_QUOTED + 2, len(scan.tokens))):
        if scan.tokens[end].text in '»”"':
            return end
    return 0
