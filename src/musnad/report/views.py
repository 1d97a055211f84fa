"""Claims as the page shows them: one shape for those of a reading and those of the ledger, all in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.claims.identity import claim_id, content_hash
from musnad.claims.model import Modality, Phase, SourceKind
from musnad.claims.ontology import effective_sign, ontology
from musnad.labels import label, label_of
from musnad.report.bidi import fenced
from musnad.report.dates import first_day, interval_words, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from musnad.claims.model import Claim, EventType, Interval, Reading, SourceLink, Span
    from musnad.claims.record import ClaimRecord


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link of a chain: who, what kind of voice, and the reporting words where the article is at hand."""

    name: str
    kind: SourceKind
    kind_word: str
    cue: str = ""


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, ready to be shown. Names are in the page's language; `sign` counts negation and end (+1, -1, 0).

    `first` and `last` are the days it covers: those of its time, else the day it was learnt; None where neither is known.
    """

    id: str
    subject: str
    verb: str
    object: str
    type: EventType
    sign: int
    hollow: bool
    qualifiers: tuple[str, ...]
    time: str
    chain: tuple[LinkView, ...]
    publisher: str
    published: date | None
    first: date | None
    last: date | None
    sentence: str
    trigger: tuple[int, int]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a claim comes from: the day its article appeared, the day it could be known, its sentence, and the text."""

    publisher: str
    published: date | None
    learnt: date | None
    sentence: str
    sentence_span: Span
    text: str = ""


def of_reading(reading: Reading, lang: str) -> tuple[ClaimView, ...]:
    """The claims of a reading, in the order of the text."""
    document, digest = reading.document, content_hash(reading.document)
    names = {a.id: (a.en or a.ar) if lang == "en" else (a.ar or a.en) for a in reading.actors}

    def view(claim: Claim) -> ClaimView:
        sentence = claim.sentence.of(document.text)
        home = _Home(
            document.publisher,
            document.published,
            document.published,
            sentence,
            claim.sentence,
            document.text,
        )
        subjects, objects = ([names.get(a, a) for a in ids] for ids in (claim.subject, claim.object))
        return _view(claim, claim_id(digest, reading.reader, claim), home, (subjects, objects), lang)

    return tuple(view(claim) for claim in sorted(reading.claims, key=lambda c: c.trigger))


def of_record(record: ClaimRecord, lang: str) -> ClaimView:
    """A claim of the ledger."""
    document = record.document
    home = _Home(document.publisher, document.published, record.learnt, record.sentence, record.sentence_span)
    subjects, objects = ([a.name(lang) for a in actors] for actors in (record.subjects, record.objects))
    return _view(record, record.id, home, (subjects, objects), lang)


def _view(
    claim: Claim | ClaimRecord, identity: str, home: _Home, parties: tuple[list[str], list[str]], lang: str
) -> ClaimView:
    info = ontology()[claim.type]
    first, last = _days(claim.time, home.learnt)
    return ClaimView(
        id=identity,
        subject=_names(parties[0], "phrase.no_subject", lang),
        verb=info.en if lang == "en" else info.ar,
        object=_names(parties[1], "phrase.no_object", lang),
        type=claim.type,
        sign=effective_sign(claim),
        hollow=claim.modality is not Modality.ASSERTED,
        qualifiers=_qualifiers(claim, lang),
        time=interval_words(claim.time, lang),
        chain=tuple(_link(link, lang, home.text) for link in claim.sources),
        publisher=home.publisher,
        published=home.published,
        first=first,
        last=last,
        sentence=home.sentence,
        trigger=(
            claim.trigger.start - home.sentence_span.start,
            claim.trigger.end - home.sentence_span.start,
        ),
        confidence=claim.confidence,
    )


def statement(view: ClaimView) -> str:
    """The claim as "subject – type – object" as a plain string, each name fenced against reordering."""
    return f"{fenced(view.subject)} – {view.verb} – {fenced(view.object)}"


def chain_words(chain: tuple[LinkView, ...], lang: str) -> str:
    """The chain as a plain string, nearest to the reader first."""
    if not chain:
        return label("phrase.own_voice", lang)
    citing = f"{label('phrase.list_separator', lang)}{label('phrase.citing', lang)} "
    links = citing.join(f"{fenced(link.name)} ({link.kind_word})" for link in chain)
    return f"{label('phrase.according_to', lang)} {links}"


def tip(view: ClaimView, number: int, lang: str) -> str:
    """What a mark shows on hover: number and statement; qualifiers and time; the whole chain."""
    separator = label("phrase.list_separator", lang)
    second = separator.join((*view.qualifiers, fenced(view.time)))
    return f"{number}. {statement(view)}\n{second}\n{chain_words(view.chain, lang)}"


def _qualifiers(claim: Claim | ClaimRecord, lang: str) -> tuple[str, ...]:
    words = [label("negation.negated", lang)] if claim.negated else []
    if claim.phase is not Phase.NONE:
        words.append(label_of(claim.phase, lang))
    words.append(label_of(claim.modality, lang))
    if claim.heading:
        words.append(label("phrase.in_heading", lang))
    return tuple(words)


def _names(names: Iterable[str], nobody: str, lang: str) -> str:
    return label("phrase.list_separator", lang).join(names) or label(nobody, lang)


def _link(link: SourceLink, lang: str, text: str = "") -> LinkView:
    name = link.text or label("phrase.nobody_named", lang)
    return LinkView(name, link.kind, label_of(link.kind, lang), link.cue.of(text) if link.cue else "")


def _days(time: Interval | None, learnt: date | None) -> tuple[date | None, date | None]:
    """The days a claim covers. An open end reaches to the day it was learnt, for more was not said."""
    if time is None:
        return learnt, learnt
    first, last = first_day(time.start), last_day(time.end)
    if first is None:
        return (last, last) if last else (learnt, learnt)
    if last is None:
        last = max(first, learnt) if learnt else first
    return first, max(first, last)
