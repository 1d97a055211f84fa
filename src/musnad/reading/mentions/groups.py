"""Actor phrases that a head noun opens: the northern forces, supporters of the former regime, his allies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.mentions.completing import complete
from musnad.reading.mentions.demonyms import pronoun
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.mentions.settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from musnad.reading.mentions.scan import Scan

    Parse = Callable[[Scan, int], Mention | None]


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
        complete(scan, mention, noun, parse)
    return settle(scan, mention, noun, length)
