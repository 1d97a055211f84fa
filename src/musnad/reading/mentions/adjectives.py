"""Tells adjectives from person nouns that are spelt alike: القرار السياسي is no politician."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.reading.lexicon.entries import Part
from musnad.reading.mentions.model import MentionForm

if TYPE_CHECKING:
    from musnad.reading.mentions.model import Mention
    from musnad.reading.mentions.scan import Scan
    from musnad.reading.words.vocabulary import Word

_DESCRIBED = frozenset({MentionForm.GROUP, MentionForm.ANAPHOR, MentionForm.OFFICE})
_DEFINITE = ("ال", "لل", "بال", "وال", "فال", "كال")
_POSSESSED = ("ه", "ها", "هم", "نا")


def is_adjective(scan: Scan, mention: Mention) -> bool:
    """Whether a mention of one word is an adjective of the noun before it.

    An Arabic adjective follows its noun and agrees with it in definiteness; a noun after a verb, a particle or a mark
    is none. Known names and demonyms are never taken for adjectives: demonyms mean their state either way.
    """
    at = mention.first
    if (
        mention.form not in _DESCRIBED
        or mention.key
        or mention.last > at
        or mention.preposition
        or mention.inner
    ):
        return False
    before = scan.word(at - 1)
    if before is None or mention.conjunction or scan.is_mark(at - 1) or not before.text[0].isalpha():
        return False
    if before.function or before.verbal or before.text in scan.vocabulary.mention_words.no_names:
        return False
    if not _adjectival(scan, at):
        return False
    definite = before.text.startswith(_DEFINITE)
    return definite == mention.definite or (mention.definite and before.text.endswith(_POSSESSED))


def _adjectival(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    stem = word.text.removeprefix("ال")
    if stem in scan.vocabulary.mention_words.adjectival:
        return True
    singular = not any(p.value.number == "plural" for _, p in word.nouns) and not any(
        p.value.number == "plural" for _, p in word.offices
    )
    return singular and stem.endswith(("ي", "يه"))


def annexed_word(word: Word) -> bool:
    """A definite word right after an indefinite head: its complement (قوات الأمن)."""
    return word.text.startswith("ال") and not word.function


def adjective(scan: Scan, word: Word, *, definite: bool) -> bool:
    """Whether the word may go on a phrase as an adjective that agrees with its head in definiteness."""
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
