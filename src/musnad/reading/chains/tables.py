"""Tables of folded forms made from `reporting.yaml`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from musnad.arabic.folding import fold
from musnad.reading.chains.cues import CueKind
from musnad.reading.lexicon.inflection import Number, noun_forms, participle_forms, past_forms, present_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST_VERB = 3


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A form of a verb of saying; the fields are those of `CueWord`."""

    kind: CueKind
    number: Number
    firm: bool
    takes_object: bool
    tells: bool
    charges: bool
    impersonal: bool


def verb_table(data: dict[str, Any]) -> dict[str, ReportingVerb]:
    """Every form of the verbs of saying, with what the verb does."""
    doubtful, objects, tells, charges, impersonal = (
        folded(data[key]) for key in ("doubtful", "objects", "tells", "charges", "impersonal")
    )
    out: dict[str, ReportingVerb] = {}
    for key, pairs in data["verbs"].items():
        for pair in pairs:
            past, present = (fold(word) for word in pair.split())
            usual_past, usual_present = pair.split()
            for base, forms in ((past, past_forms(usual_past)), (present, present_forms(usual_present))):
                for form in forms:
                    firm = not (base in doubtful and (form.text == base or base[0] == "ي"))
                    verb = ReportingVerb(
                        CueKind(key),
                        form.number,
                        firm,
                        past in objects,
                        past in tells,
                        past in charges,
                        past in impersonal,
                    )
                    if len(form.text) >= _SHORTEST_VERB:
                        out.setdefault(form.text, verb)
    return out


def adverbial_table(words: Iterable[str]) -> dict[str, str]:
    """Forms of the participles that go on with a speaker, with the agreement they show."""
    out: dict[str, str] = {}
    for word in words:
        base = fold(word)
        for form in participle_forms(word):
            if form.text == base + "ا":
                out.setdefault(form.text, Number.MASCULINE)
            elif form.text.endswith("ه") and form.text != base:
                out.setdefault(form.text, Number.FEMININE)
            elif form.text.endswith("ين"):
                out.setdefault(form.text, Number.PLURAL)
    return out


def phrase_table(according: dict[str, list[str]]) -> dict[str, list[tuple[tuple[str, ...], CueKind]]]:
    """Phrases before a source by their first word, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], CueKind]]] = defaultdict(list)
    for key, kind in (("plain", CueKind.ACCORDING), ("relayed", CueKind.RELAYED)):
        for text in according[key]:
            words = tuple(w for w in fold(text).split() if w != "ل")
            if (words, kind) not in out[words[0]]:
                out[words[0]].append((words, kind))
    for found in out.values():
        found.sort(key=lambda entry: -len(entry[0]))
    return dict(out)


def folded(words: Iterable[str]) -> frozenset[str]:
    """The words folded."""
    return frozenset(fold(w) for w in words)


def noun_set(words: Iterable[str]) -> frozenset[str]:
    """Forms of the nouns, folded and without clitics."""
    return frozenset(
        f.text for entry in words for one in entry.split("/") for f in noun_forms(one) if " " not in one
    )
