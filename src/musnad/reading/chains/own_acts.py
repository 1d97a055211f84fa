"""Acts that are done in speaking: the article itself tells them, though the words stand in what the speaker says.

«قال الوزير إن الجماعة مسؤولة عن الهجوم» is an accusation by the minister: that he accuses is the article's word. So is what is
done by announcing it («أعلنت الحكومة قطع العلاقات»). What a speaker says he did otherwise («قال إنه التقى») stays his word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import EventType
from musnad.reading.chains.lexicon import reporting_lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

    from musnad.reading.chains.model import Chain
    from musnad.reading.context import SentenceContext

_SPEECH = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.THREATEN})
_ANNOUNCED = frozenset({EventType.SANCTION, EventType.SUPPORT, EventType.REJECT, EventType.CONSULT})
_AS_NOUN = ("+noun", "+preposition")


def told(context: SentenceContext, at: int, type_: EventType, subjects: Collection[str]) -> Chain:
    """The chain of a claim of this type at token `at`: without its last speaker where speaking is the act.

    `subjects` are the keys of the claim's subjects.
    """
    chain = context.chains.at(at)
    if not context.chains.inner(at) or not chain[-1].key or chain[-1].key not in subjects:
        return chain
    if type_ in _SPEECH or (type_ in _ANNOUNCED and _announced(context, at, chain)):
        return chain[:-1]
    return chain


def _announced(context: SentenceContext, at: int, chain: Chain) -> bool:
    """Whether a verb that does what it says brings the trigger as its object: «أعلن قطع», «أعرب عن رفضه»."""
    scope, cue = context.chains.deciding(at), chain[-1].cue
    if scope is None or cue.sentence != context.scan.sentence.index or not scope.sign.endswith(_AS_NOUN):
        return False
    return reporting_lexicon().performs(context.scan.tokens[cue.first].text)
