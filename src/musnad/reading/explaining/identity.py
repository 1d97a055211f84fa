"""Why a mention means its actor, told from what detection and coreference left on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from musnad.arabic.tokens import noun_splits
from musnad.knowledge.base import knowledge_base
from musnad.reading.explaining.model import Identity, Rule, Words
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musnad.reading.analysis import Analysis
    from musnad.reading.mentions.model import Mention

_SHOWN: Final = 3


class Identities:
    """The mentions of one article, by the actor they mean."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._mentions = analysis.mentions_by_actor()

    def of(self, mention: Mention) -> Identity:
        """Why the mention means its actor."""
        base = knowledge_base()
        named = self._named(mention)
        bearers = base.names.get(named, ()) if named else ()
        return Identity(
            rule=_rule(mention, known=mention.resolved in base.actors),
            form=mention.form.value,
            known=mention.resolved in base.actors,
            elsewhere=tuple(map(self.words, self._elsewhere(mention))),
            rivals=tuple(one for one in bearers if one != mention.resolved),
            ordinary=named in base.ordinary,
        )

    def words(self, mention: Mention) -> Words:
        """The words of a mention."""
        span = self._analysis.span(mention.sentence, mention.first, mention.last)
        return Words(span, span.of(self._analysis.document.text))

    def _elsewhere(self, mention: Mention) -> Sequence[Mention]:
        """Other mentions of the same actor: those that name it before those that describe it, in the order of the text."""
        spoken = [
            one
            for one in self._mentions[mention.resolved]
            if one is not mention
            and not one.implied
            and one.form is not MentionForm.PRONOUN
            and (one.sentence, one.first) != (mention.sentence, mention.first)
        ]
        return sorted(spoken, key=lambda one: not (one.key or one.name_first >= 0))[:_SHOWN]

    def _named(self, mention: Mention) -> str:
        """The folded name that the words are in the knowledge base; '' where they are none."""
        tokens = self._analysis.contexts[mention.sentence].scan.tokens[mention.first : mention.last + 1]
        words = [token.text for token in tokens if token.text[0].isalnum()]
        if not words or mention.form is MentionForm.PRONOUN:
            return ""
        names = knowledge_base().names
        for split in noun_splits(words[0]):
            first = ("ال" if split.article else "") + split.stem + split.pronoun
            name = " ".join([first, *words[1:]])
            if name in names:
                return name
        return ""


def _rule(mention: Mention, *, known: bool) -> Rule:  # noqa: PLR0911 - one for each rule
    if mention.implied:
        return Rule.STATE_OF_OFFICE
    if mention.form in (MentionForm.PRONOUN, MentionForm.ANAPHOR) and not mention.key:
        return Rule.POINTS_BACK
    if mention.key:
        described = mention.body is not None or mention.form in (MentionForm.GROUP, MentionForm.OFFICE)
        return Rule.STANDS_FOR if described else Rule.ENTRY
    if mention.apposed is not None:
        return Rule.APPOSITION
    if mention.resolved == f"~{mention.name}":
        return Rule.OWN_WORDS
    if mention.form is MentionForm.PERSON:
        return Rule.SAME_NAME
    if mention.form is MentionForm.OFFICE:
        return Rule.HOLDER if known or "@" not in mention.resolved else Rule.OWN_WORDS
    return Rule.STANDS_FOR if known else Rule.OWN_WORDS
