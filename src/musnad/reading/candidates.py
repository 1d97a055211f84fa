"""Words that may be a claim's trigger: from the trigger lexicon, and the offices of persons (AFFILIATE)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind, EventType
from musnad.reading.lexicon.entries import Entry, Part
from musnad.reading.lexicon.inflection import Number
from musnad.reading.lexicon.triggers import TriggerForm
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from musnad.reading.context import SentenceContext
    from musnad.reading.lexicon.triggers import TriggerLexicon
    from musnad.reading.mentions.model import Mention


_SINGULAR = ("masculine", "feminine")
_LIKELY_IN_IDIOM = 0.1


@dataclass(frozen=True, slots=True)
class Trigger:
    """A possible trigger at tokens `first..last` of its sentence; `owner` is the person whose office it is."""

    first: int
    last: int
    form: TriggerForm
    owner: Mention | None = None


OFFICE_ENTRY = Entry(
    type=EventType.AFFILIATE, lemma="office", en="holds an office of", object=(), noun_object=("ل",),
    subject_prep=(), genitive="object", partner=(), object_kind=frozenset(), subject_kind=frozenset(), phase={},
    end=False, negated=False, modality=None, impersonal=False, precision=0.6, not_next=frozenset(),
    not_prev=frozenset(),
)  # fmt: skip


def triggers(context: SentenceContext, lexicon: TriggerLexicon) -> list[Trigger]:
    """Every possible trigger of a sentence, in order."""
    out: list[Trigger] = []
    hidden: dict[int, set[EventType]] = {}
    blocked = -1
    names = name_tokens(context)
    for at in range(len(context.scan.words)):
        if at <= blocked or at in names:
            continue
        idioms, blocked = _idioms(context, lexicon, at, blocked)
        for trigger in idioms:
            for k in range(trigger.first, trigger.last + 1):
                hidden.setdefault(k, set()).add(trigger.form.entry.type)
        out.extend(idioms)
        if at > blocked and context.scan.words[at].triggers:
            out.extend(Trigger(at, at, f) for f in _singles(context, at, hidden.get(at)))
    out.extend(_offices(context))
    return sorted(out, key=lambda t: (t.first, t.last))


def _idioms(
    context: SentenceContext, lexicon: TriggerLexicon, at: int, blocked: int
) -> tuple[list[Trigger], int]:
    """The longest idioms that begin at a word, and the last word they forbid to state anything else."""
    found = list(lexicon.idioms(context.scan.tokens, at, lambda k: _parts_clauses(context, k)))
    if not found:
        return [], blocked
    longest = found[0][1]
    if any(form is None for form, length in found if length == longest):
        return [], at + longest - 1
    forms = [
        f for f, length in found if f is not None and (length == longest or f.gap) and _fits(context, at, f)
    ]
    sorts = {_is_verb(f) for f in forms if f.head_part is not None}
    if len(sorts) > 1:
        forms = [f for f in forms if f.head_part is None or _is_verb(f) == context.verb_here[at]]
    return [Trigger(at, at + f.length - 1, f) for f in forms], blocked


def _is_verb(form: TriggerForm) -> bool:
    return form.head_part is not None and form.head_part.is_verb


def _parts_clauses(context: SentenceContext, at: int) -> bool:
    """Whether a word begins another clause, so that no idiom reaches across it."""
    word = context.scan.words[at]
    relative = "relatives" in word.function and "prepositions" not in word.function
    return context.verb_here[at] or relative or "complementizers" in word.function


def name_tokens(context: SentenceContext) -> set[int]:
    """The words of persons' names: a name that looks like a word (خليفة: Khalifa, or successor) states nothing."""
    out: set[int] = set()
    for placed in context.placed:
        mention = placed.mention
        if mention.kind is ActorKind.PERSON and mention.name_first >= 0:
            out.update(range(mention.name_first, mention.name_last + 1))
        elif mention.kind is ActorKind.PERSON and mention.form is MentionForm.NAME:
            out.update(range(mention.first, mention.last + 1))
    return out


def _singles(context: SentenceContext, at: int, hidden: set[EventType] | None) -> Iterator[TriggerForm]:
    """The word's readings as verb or as noun, whichever it is here, and those of types that only the other sort has.

    A word in an idiom keeps what the idiom does not say already, if that is likely enough.
    """
    forms = [f for f in context.scan.words[at].triggers if _fits(context, at, f)]
    here = [f for f in forms if f.part.is_verb == context.verb_here[at]]
    types = {f.entry.type for f in here}
    other = [f for f in forms if f.part.is_verb != context.verb_here[at] and f.entry.type not in types]
    for form in (*here, *other):
        if not hidden or (form.entry.type not in hidden and form.entry.precision >= _LIKELY_IN_IDIOM):
            yield form


def _fits(context: SentenceContext, at: int, form: TriggerForm) -> bool:
    """Whether the neighbours allow this sense."""
    tokens, entry = context.scan.tokens, form.entry
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text if at else ""
    if after in entry.not_next or after.removeprefix("ال") in entry.not_next:
        return False
    return before not in entry.not_prev and before.removeprefix("ال") not in entry.not_prev


def _offices(context: SentenceContext) -> Iterator[Trigger]:
    """Offices of persons, offices that stand apart from the name, and demonyms that stand for an office."""
    covered: set[int] = set()
    for placed in context.placed:
        mention = placed.mention
        if mention.affiliates and mention.office_first >= 0:
            last = max(mention.office_first, mention.office_last)
            covered.update(range(mention.office_first, last + 1))
            yield Trigger(mention.office_first, last, _office_form(Part.OFFICE), mention)
    for at in range(len(context.scan.words)):
        if at not in covered and _is_office(context, at):
            yield Trigger(at, at, _office_form(Part.OFFICE))
        elif (person := _described(context, at)) is not None:
            yield Trigger(at, at, _office_form(Part.ADJECTIVE), person)


def _office_form(part: Part) -> TriggerForm:
    return TriggerForm(OFFICE_ENTRY, part, Number.MASCULINE)


def _is_office(context: SentenceContext, at: int) -> bool:
    """Whether a word names an office of a body that follows it: زعيم حزب, قائدها; not a mere rank or post."""
    if not context.scan.words[at].offices:
        return False
    after = context.scan.words[at + 1] if at + 1 < len(context.scan.words) else None
    return any(
        phrase.value.affiliates and phrase.value.number in _SINGULAR and not phrase.rest
        and (bool(split.pronoun) or (not split.article and after is not None and bool(after.nouns or after.names)))
        for split, phrase in context.scan.words[at].offices
    )  # fmt: skip


def _described(context: SentenceContext, at: int) -> Mention | None:
    """The person without office whose state a demonym before the name gives: والمصري سامح شكري."""
    if not context.scan.words[at].nisba:
        return None
    for placed in context.placed:
        mention = placed.mention
        start = mention.name_first if mention.name_first >= 0 else mention.first
        if (
            mention.kind is ActorKind.PERSON
            and not mention.affiliates
            and start - 1 <= at <= start < mention.last
        ):
            return mention
    return None
