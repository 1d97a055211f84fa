"""Short names of those whom the article names in full elsewhere: surnames, and names that are ordinary words too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm
from musnad.reading.mentions.names import short_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from musnad.arabic.tokens import NounSplit
    from musnad.reading.mentions.scan import Scan

_WEAK = frozenset({MentionForm.GROUP, MentionForm.ANAPHOR, MentionForm.OFFICE})


class LaterNames:
    """Finds short names in sentences already searched; `surnames` maps them to keys and grows as the article is read."""

    def __init__(self, surnames: Mapping[str, str]) -> None:
        self._surnames = surnames
        self._known: set[str] = set()
        self._heads: set[str] = set()

    def note(self, mention: Mention) -> None:
        """Remembers a known actor, whose short name may follow, and the head nouns that the article uses."""
        if mention.key and mention.form is MentionForm.NAME:
            self._known.add(mention.key)
        elif mention.form is MentionForm.GROUP and mention.last > mention.first:
            self._heads.add(mention.head)

    def add(self, scan: Scan, mentions: list[Mention]) -> None:
        """Adds the short names of a sentence to its mentions.

        They hide a one-word description that looks the same (المعلم: the teacher, or the minister of that name), and what the
        tagger took for a name of its own.
        """
        weak = {
            m.first: m
            for m in mentions
            if m.last == m.first
            and not m.key
            and (m.form in _WEAK or (m.tagged and m.form is MentionForm.NAME))
        }
        covered = {at for m in mentions for at in range(m.first, m.last + 1)} - weak.keys()
        known = frozenset(self._known)
        added = False
        for at in range(len(scan.tokens)):
            if at in covered or scan.is_mark(at):
                continue
            found = self._surname(scan, at) or self._short(scan, at, known, weak.get(at))
            if found is not None and not any(k in covered for k in range(at, found.last + 1)):
                if at in weak:
                    mentions.remove(weak[at])
                mentions.append(found)
                covered.update(range(at, found.last + 1))
                added = True
        if added:
            mentions.sort(key=lambda m: (m.first, -m.last))

    def _short(self, scan: Scan, at: int, known: frozenset[str], weak: Mention | None) -> Mention | None:
        if not scan.words[at].names or (weak is not None and weak.head in self._heads):
            return None
        return short_name(scan, at, known)

    def _surname(self, scan: Scan, at: int) -> Mention | None:
        surnames = self._surnames
        if not surnames:
            return None
        for split, text in scan.words[at].whole:
            key = surnames.get(text)
            if key:
                return _surname(scan, at, split, key)
        return None


def _surname(scan: Scan, at: int, split: NounSplit, key: str) -> Mention:
    return Mention(
        sentence=scan.sentence.index,
        first=at,
        last=at,
        kind=ActorKind.PERSON,
        form=MentionForm.PERSON,
        key=None,
        name=("ال" if split.article else "") + split.stem,
        name_first=at,
        name_last=at,
        preposition=split.preposition,
        conjunction=bool(split.conjunction),
        definite=True,
        resolved=key,
    )
