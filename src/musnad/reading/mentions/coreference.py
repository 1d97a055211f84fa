"""Who is meant: every mention of an article gets the key of its actor.

Names and descriptions are grouped by rules over the whole article, in order: known names by their id; persons by full name,
then surname; offices by their holder; head nouns by what completes them; bare heads and pronouns by what they point back to.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from musnad.arabic.tokens import noun_splits
from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Vocabulary

_MIN_SURNAME = 4


@dataclass(slots=True)
class _Memory:
    """What has been named so far."""

    surnames: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    kinds: dict[ActorKind, str] = field(default_factory=dict)
    ranks: dict[str, str] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)


class Resolver:
    """Resolves an article's mentions, sentence by sentence."""

    def __init__(self, vocabulary: Vocabulary, published: date | None) -> None:
        self._base = vocabulary.base
        self._published = published
        self._memory = _Memory()
        self._previous: list[Mention] = []

    def learn(self, mentions: Iterable[Mention]) -> None:
        """Notes the states an article speaks of and the surnames of persons it names in full, wherever they stand."""
        for mention in mentions:
            for one in mention.all():
                if one.key and one.kind is ActorKind.STATE:
                    self._memory.states[one.key] += 1
                elif one.kind is ActorKind.PERSON and one.name_last > one.name_first:
                    self._learn_surname(one)

    def _learn_surname(self, mention: Mention) -> None:
        last = mention.name.split()[-1]
        if len(last) >= _MIN_SURNAME:
            key = mention.key or self._known_person(mention.name) or f"~{mention.name}"
            self._memory.surnames.setdefault(last, key)

    def _known_person(self, name: str) -> str | None:
        found = self._base.names.get(name)
        return found[0] if found else None

    def resolve(self, mentions: list[Mention]) -> None:
        """Sets `resolved` on the mentions of the next sentence, inner ones first."""
        done: list[Mention] = []
        for mention in mentions:
            for one in reversed(mention.all()):
                one.resolved = self._key(one, done)
                self._remember(one)
                if one.form is not MentionForm.PRONOUN:
                    done.append(one)
        if done:
            self._previous = done

    def _key(self, mention: Mention, before: list[Mention]) -> str:
        if mention.key:
            return mention.key
        if mention.form is MentionForm.PRONOUN:
            return self._antecedent(mention, before)
        if mention.form is MentionForm.PERSON:
            return self._person(mention)
        if mention.form is MentionForm.OFFICE:
            return self._office(mention)
        if mention.form is MentionForm.ANAPHOR:
            return self._anaphor(mention)
        return self._group(mention)

    def _person(self, mention: Mention) -> str:
        words = mention.name.split()
        known = self._memory.surnames.get(words[-1]) or self._memory.surnames.get(_bare(words[-1]))
        if known and (
            len(words) == 1
            or known.endswith(words[-1])
            and (known.startswith("~" + words[0]) or not known.startswith("~"))
        ):
            return known
        return self._known_person(mention.name) or f"~{mention.name}"

    def _office(self, mention: Mention) -> str:
        if mention.body is not None and mention.body.form is MentionForm.PRONOUN:
            return f"~{mention.head}@{mention.body.resolved}"
        known = self._memory.offices.get(mention.name)
        if known:
            return known
        if mention.state or (mention.body is not None and mention.body.key):
            holder = self._holder(mention)
            if holder:
                return holder
        elif mention.definite and mention.body is None:
            last = self._memory.heads.get(mention.head)
            if last:
                return last
        if mention.definite and mention.state:
            last = self._memory.heads.get(f"{mention.head}@{mention.state}")
            if last:
                return last
        return f"~{mention.name}"

    def _holder(self, mention: Mention) -> str | None:
        if self._published is None or mention.former or mention.plural:
            return None
        body = mention.body.key if mention.body is not None and mention.body.key else mention.state
        for office in dict.fromkeys((mention.office, mention.office.split(" ")[0])):
            holder = self._base.office_holder(office, body or "", self._published)
            if holder:
                return holder
        return None

    def _group(self, mention: Mention) -> str:
        body = mention.body
        if body is not None and body.form is MentionForm.PRONOUN and body.resolved:
            return f"~{mention.head}@{body.resolved}"
        if body is not None and body.resolved and not body.key:
            return f"~{mention.head}@{body.resolved.lstrip('~')}"
        return f"~{mention.name}"

    def _anaphor(self, mention: Mention) -> str:
        memory = self._memory
        if mention.kind is ActorKind.PERSON:
            return memory.ranks.get(mention.rank) or memory.kinds.get(ActorKind.PERSON) or ""
        same = memory.heads.get(mention.head)
        if same:
            return same
        if mention.kind is ActorKind.STATE:
            recent = memory.kinds.get(ActorKind.STATE)
            common = memory.states.most_common(1)
            return common[0][0] if common else recent or ""
        return memory.kinds.get(mention.kind) or f"~{mention.name}"

    def _antecedent(self, mention: Mention, before: list[Mention]) -> str:
        for pool in (list(reversed(before)), self._previous):
            for one in pool:
                if (
                    one.resolved
                    and _agrees(mention, one)
                    and one.first < mention.first + (1 if pool is before else 10**6)
                ):
                    return one.resolved
        return ""

    def _remember(self, mention: Mention) -> None:
        key = mention.resolved
        if not key or mention.form is MentionForm.PRONOUN:
            return
        memory = self._memory
        if mention.kind is ActorKind.PERSON:
            self._remember_person(mention, key)
        elif mention.form is not MentionForm.NISBA:
            memory.kinds[mention.kind] = key
        if mention.head and mention.form is not MentionForm.ANAPHOR:
            memory.heads[mention.head] = key

    def _remember_person(self, mention: Mention, key: str) -> None:
        memory = self._memory
        if mention.form in (MentionForm.PERSON, MentionForm.NAME):
            memory.kinds[ActorKind.PERSON] = key
            last = mention.name.split()[-1]
            if len(last) >= _MIN_SURNAME:
                memory.surnames.setdefault(last, key)
            memory.ranks[mention.rank] = key
        if mention.office_first >= 0 and mention.head:
            if mention.state:
                memory.heads[f"{mention.head}@{mention.state}"] = key
            memory.offices.setdefault(mention.name, key)

    def add_surnames(self, scan: Scan, mentions: list[Mention]) -> None:
        """Adds mentions by surname alone of persons named in full elsewhere in the article.

        A surname hides a one-word description that looks the same (المعلم: the teacher, or the minister of that name).
        """
        weak = {
            m.first: m
            for m in mentions
            if m.last == m.first and m.form in (MentionForm.GROUP, MentionForm.ANAPHOR)
        }
        covered = {at for m in mentions for at in range(m.first, m.last + 1)} - weak.keys()
        for found in self._surnames(scan, covered):
            if found.first in weak:
                mentions.remove(weak[found.first])
            mentions.append(found)
        mentions.sort(key=lambda m: (m.first, -m.last))

    def _surnames(self, scan: Scan, covered: set[int]) -> list[Mention]:
        out = []
        for at, token in enumerate(scan.tokens):
            if at in covered or scan.is_mark(at):
                continue
            for split in noun_splits(token.text):
                text = ("ال" if split.article else "") + split.stem
                key = self._memory.surnames.get(text)
                if key and not split.pronoun and (split.article or text == split.stem):
                    out.append(_surname(scan, at, text, key, split.preposition, bool(split.conjunction)))
                    break
        return out


def _surname(scan: Scan, at: int, text: str, key: str, preposition: str, conjunction: bool) -> Mention:
    return Mention(
        sentence=scan.sentence.index, first=at, last=at, kind=ActorKind.PERSON, form=MentionForm.PERSON,
        key=None, name=text, name_first=at, name_last=at, preposition=preposition, conjunction=conjunction,
        definite=True, resolved=key,
    )  # fmt: skip


def _bare(word: str) -> str:
    return word.removeprefix("ال")


def _agrees(pronoun: Mention, other: Mention) -> bool:
    if pronoun.name in ("هم", "هما", "هن"):
        return other.plural or other.kind in (ActorKind.ARMED_GROUP, ActorKind.POPULATION, ActorKind.PARTY)
    if pronoun.name == "ها":
        return other.kind is not ActorKind.PERSON or other.feminine
    return other.kind is ActorKind.PERSON or not other.feminine
