"""Who is meant: every mention of an article gets the key of its actor.

Names and descriptions are grouped by rules over the whole article, in order: known names by their id; persons by full name,
then surname; offices by their holder; head nouns by what completes them; bare heads and pronouns by what they point back to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.reading.mentions.anaphora import antecedent, back_reference, main_state, own_state
from musnad.reading.mentions.later import LaterNames
from musnad.reading.mentions.memory import MIN_SURNAME, Memory
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.mentions.surnames import by_surname

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Vocabulary

_COUNTERPART = "counterpart"
_HEADS_OF_STATE = frozenset({"president", "king"})
_STATE_HEAD = "state"


class Resolver:
    """Resolves an article's mentions, sentence by sentence: `learn` once, then `add_surnames` and `resolve` for each."""

    def __init__(self, vocabulary: Vocabulary, published: date | None, publisher: str | None = None) -> None:
        self._vocabulary = vocabulary
        self._base = vocabulary.base
        self._epithets = vocabulary.mention_words.state_epithets
        self._published = published
        self._home = self._country(publisher)
        self._memory = Memory()
        self._later = LaterNames(self._memory.surnames)
        self._previous: list[Mention] = []
        self._by_form: dict[MentionForm, Callable[[Mention], str]] = {
            MentionForm.PERSON: self._person,
            MentionForm.OFFICE: self._office,
            MentionForm.ANAPHOR: self._anaphor,
            MentionForm.GROUP: self._group,
            MentionForm.NAME: self._group,
            MentionForm.NISBA: self._group,
        }

    def _country(self, publisher: str | None) -> str | None:
        """The state of the publisher, where the knowledge base has it under that very name."""
        if not publisher:
            return None
        found = self._base.names.get(fold(publisher)) or self._base.names_en.get(publisher.lower())
        return self._base.actors[found[0]].state if found else None

    def learn(self, mentions: Iterable[Mention]) -> None:
        """Notes whom the article names, wherever it does: its states, persons by full name, and other known actors."""
        for mention in mentions:
            for one in mention.all():
                self._later.note(one)
                if one.key and one.kind is ActorKind.STATE:
                    self._memory.states[one.key] += 1
                elif one.kind is ActorKind.PERSON and one.name_last > one.name_first:
                    self._learn_surname(one)

    def _learn_surname(self, mention: Mention) -> None:
        last = mention.name.split()[-1]
        if len(last) >= MIN_SURNAME:
            key = mention.key or self._known_person(mention.name) or f"~{mention.name}"
            self._memory.surnames.setdefault(last, key)
        first = mention.name.split()[0]
        if (
            len(first) >= MIN_SURNAME
            and not self._vocabulary.word(first).given
            and not first.startswith("عبد")
        ):
            self._memory.surnames.setdefault(first, mention.key or f"~{mention.name}")

    def _known_person(self, name: str) -> str | None:
        found = self._base.names.get(name)
        return found[0] if found else None

    def add_surnames(self, scan: Scan, mentions: list[Mention]) -> None:
        """Adds mentions by a short name alone of those named in full elsewhere in the article."""
        self._later.add(scan, mentions)

    def resolve(self, mentions: list[Mention]) -> None:
        """Sets `resolved` on the mentions of the next sentence, inner ones first."""
        done: list[Mention] = []
        for mention in mentions:
            for one in reversed(mention.all()):
                one.resolved = self._key(one, done)
                self._memory.remember(one, self._base)
                if one.form is not MentionForm.PRONOUN:
                    done.append(one)
        if done:
            self._previous = done

    def _key(self, mention: Mention, before: list[Mention]) -> str:
        if mention.key:
            return mention.key
        if mention.apposed is not None and mention.apposed.resolved:
            return mention.apposed.resolved
        if mention.form is MentionForm.PRONOUN:
            return antecedent(mention, reversed(before), self._previous)
        return self._by_form[mention.form](mention)

    def _anaphor(self, mention: Mention) -> str:
        kinds = self._epithets.get(mention.word, ())
        if self._home in kinds:
            return self._home or ""
        return back_reference(mention, self._memory, self._epithets)

    def _person(self, mention: Mention) -> str:
        words = mention.name.split()
        surnames = self._memory.surnames
        known = surnames.get(words[-1]) or surnames.get(words[-1].removeprefix("ال"))
        if known and (len(words) == 1 or self._same_person(known, words)):
            return known
        alone = self._known_surname(mention, words[0]) if len(words) == 1 else None
        return self._known_person(mention.name) or alone or f"~{mention.name}"

    def _known_surname(self, mention: Mention, surname: str) -> str | None:
        """A known person of one of the article's states, where the word is surely a name."""
        given = any(not ordinary for _, ordinary in self._vocabulary.word(surname).given)
        if given or not (mention.tagged or mention.head):
            return None
        return by_surname(self._base, surname, self._memory.states, self._published)

    def _same_person(self, known: str, words: list[str]) -> bool:
        """Whether a full name is that of the person known by the same surname."""
        actor = self._base.actors.get(known)
        names = (known[1:],) if actor is None else (fold(actor.ar), *map(fold, actor.aliases_ar))
        return any(words[0] in name.split() for name in names)

    def _office(self, mention: Mention) -> str:
        if mention.head == _COUNTERPART and mention.state:
            return self._counterpart(mention)
        if mention.body is not None and mention.body.form is MentionForm.PRONOUN:
            return f"~{mention.head}@{mention.body.resolved}"
        known = self._memory.offices.get(mention.name)
        if known:
            return known
        body = mention.state or (mention.body.resolved if mention.body is not None else "")
        found = self._holder(mention, body) if body else None
        if found is None and mention.definite:
            found = self._office_again(mention)
        return found or f"~{mention.name}"

    def _office_again(self, mention: Mention) -> str | None:
        """The holder of an office named before: of the same state, or of any where the words name none."""
        heads = self._memory.heads
        if mention.state:
            return heads.get(f"{mention.head}@{mention.state}")
        if mention.body is not None:
            return None
        last = heads.get(mention.head)
        if last is None and mention.head in _HEADS_OF_STATE and mention.office_last == mention.office_first:
            return self._holder(mention, main_state(self._memory))
        return last

    def _counterpart(self, mention: Mention) -> str:
        """«His Russian counterpart» holds in Russia the office that the person before him holds."""
        office = self._memory.office
        holder = self._held(office, mention.state or "") if office else None
        return holder or f"~{office or mention.head}@{mention.state}"

    def _holder(self, mention: Mention, body: str) -> str | None:
        if mention.former or mention.plural:
            return None
        return self._held(mention.office, body) or self._held(mention.office.split(" ")[0], body)

    def _held(self, office: str, body: str) -> str | None:
        return None if self._published is None else self._base.office_holder(office, body, self._published)

    def _group(self, mention: Mention) -> str:
        body = mention.body
        if body is None and mention.first == mention.last and mention.definite and not mention.plural:
            again = self._memory.words.get(mention.word)
            if again is None and mention.stands_state:
                again = main_state(self._memory)
            return again or f"~{mention.name}"
        if body is None or not body.resolved or body.key:
            return f"~{mention.name}"
        state = own_state(body.resolved, self._memory, self._base)
        if mention.head == _STATE_HEAD and body.form is MentionForm.PRONOUN and state:
            return state
        if mention.stands_state and state == body.resolved:
            return state
        return f"~{mention.head}@{body.resolved.lstrip('~')}"
