"""The inflecting words of a raw lexicon entry: a verb, its verbal nouns and participles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from musnad.reading.lexicon.entries import Part
from musnad.reading.lexicon.tables import Paradigm, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from musnad.reading.lexicon.entries import RawEntry

_NOUN_KEYS = {"masdar": Part.MASDAR, "noun": Part.NOUN}
_PARTICIPLE_KEYS = {
    "agent": Part.AGENT, "patient": Part.PATIENT, "holder": Part.HOLDER, "held": Part.HELD, "adj": Part.ADJECTIVE,
}  # fmt: skip
_VERB_KEYS = (("verb", Part.PAST, Part.PRESENT), ("passive", Part.PASSIVE, Part.PASSIVE))


def verb_sources(raw: RawEntry) -> Iterator[tuple[Part, Source]]:
    """The verbs of a raw entry, with the part of speech of their forms."""
    for key, past_part, present_part in _VERB_KEYS:
        if key in raw:
            past, present = _principal_parts(str(raw[key]))
            if past:
                yield past_part, Source(past, Paradigm.PAST)
            if present:
                yield present_part, Source(present, Paradigm.PRESENT, past)


def noun_sources(raw: RawEntry) -> Iterator[tuple[Part, Source]]:
    """The nouns, participles and adjectives of a raw entry, with their parts of speech."""
    for table, singular, plural in (
        (_NOUN_KEYS, Paradigm.NOUN, Paradigm.PLURAL),
        (_PARTICIPLE_KEYS, Paradigm.PARTICIPLE, Paradigm.PARTICIPLE_PLURAL),
    ):
        for key, part in table.items():
            for word in strings(raw.get(key)):
                for k, one in enumerate(word.split("/")):
                    yield part, Source(one.strip(), plural if k else singular)


def _principal_parts(text: str) -> tuple[str, str]:
    past, _, present = text.partition(" ")
    return ("", past) if not present and past.startswith("ي") else (past, present)


def strings(value: Any) -> Iterable[str]:  # noqa: ANN401 - a YAML value
    """One text or a list of texts as a list; none for None."""
    return (value,) if isinstance(value, str) else value or ()
