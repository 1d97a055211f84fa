"""One possible trigger with all that was seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from musnad.reading.certainty.cues import certainty_cues
from musnad.reading.certainty.features import AFTER, REACH
from musnad.reading.explaining.identity import Identities
from musnad.reading.explaining.model import (
    CandidateSeen,
    CaseSeen,
    CertaintySeen,
    CueSeen,
    DateSeen,
    LinkSeen,
    ScopeSeen,
    TriggerSeen,
    Words,
)
from musnad.reading.learned import MODALITIES, PHASES
from musnad.reading.times import find_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from musnad.claims.model import Actor
    from musnad.reading.analysis import Analysis
    from musnad.reading.candidates import Trigger
    from musnad.reading.case import Case
    from musnad.reading.chains.model import Link, Place, Scope
    from musnad.reading.explaining.model import Verdict
    from musnad.reading.writing import Certainty, ClaimWriter, Dated, Written

_CANDIDATES: Final = 8


class CaseView:
    """Shows the cases of one article."""

    def __init__(self, analysis: Analysis, writer: ClaimWriter) -> None:
        self._analysis = analysis
        self._writer = writer
        self.identities = Identities(analysis)

    def seen(  # noqa: PLR0913 - what became of it has so many sides
        self,
        case: Case,
        *,
        verdict: Verdict,
        number: int | None,
        screen: float,
        weighed: bool,
        written: Written | None,
    ) -> CaseSeen:
        """The case, with its candidates if it was weighed, and its claim if it was, or could have been, written."""
        roles = case.roles
        sentence = self._analysis.contexts[case.sentence].scan.sentence
        span = self._analysis.folded.span(sentence.start, sentence.end)
        people = self._writer.actors(case) if weighed else {}
        return CaseSeen(
            verdict=verdict,
            number=number,
            trigger=self._trigger(case.sentence, case.trigger),
            sentence=Words(span, span.of(self._analysis.document.text)),
            screen=screen,
            chance=case.chance if weighed else None,
            confidence=case.confidence if weighed and roles is not None and written else None,
            subject=self._candidates(case, case.subject, roles.subjects if roles else (), people),
            object=self._candidates(case, case.object, roles.objects if roles else (), people),
            chain=self._scopes(case),
            sources=tuple(map(self._link, self._writer.chain(case))),
            certainty=self._certainty(case, written.certainty) if written else None,
            date=self._date(written.dated) if written and written.dated else None,
            claim=written.claim if written else None,
        )

    def words(self, sentence: int, first: int, last: int) -> Words:
        """Tokens of a sentence as published."""
        span = self._analysis.span(sentence, first, last)
        return Words(span, span.of(self._analysis.document.text))

    def _trigger(self, sentence: int, trigger: Trigger) -> TriggerSeen:
        form, entry = trigger.form, trigger.form.entry
        office = trigger.owner is not None or form.part.value == "office"
        return TriggerSeen(
            words=self.words(sentence, trigger.first, trigger.last),
            type=entry.type,
            entry="" if office else entry.lemma,
            gloss=entry.en,
            part=form.sort.value,
            precision=entry.precision,
            idiom=form.reach > 1,
        )

    def _candidates(
        self, case: Case, chances: Sequence[float], chosen: Sequence[int], people: dict[str, Actor]
    ) -> tuple[CandidateSeen, ...]:
        """The likeliest mention of each actor, those chosen among them, the likeliest first."""
        out: list[CandidateSeen] = []
        seen: set[str] = set()
        order = sorted(range(len(chances)), key=lambda i: (i not in chosen, -chances[i]))
        for i in order:
            key, mention = case.keys[i], case.placed[i].mention
            if not key or key in seen:
                continue
            seen.add(key)
            actor = people[key]
            out.append(
                CandidateSeen(
                    words=self.identities.words(mention),
                    actor=actor.id,
                    ar=actor.ar,
                    en=actor.en,
                    kind=actor.kind,
                    chance=float(chances[i]),
                    chosen=i in chosen,
                    carried=mention.sentence != case.sentence,
                    identity=self.identities.of(mention),
                )
            )
            if len(out) >= _CANDIDATES:
                break
        return tuple(out)

    def _scopes(self, case: Case) -> tuple[ScopeSeen, ...]:
        """The scopes over the trigger: those that wrap the clause, then the one that decides, then the others."""
        chains, at = self._analysis.contexts[case.sentence].chains, case.trigger.first
        deciding = chains.deciding(at)
        over = [scope for scope in chains.scopes if scope.first <= at <= scope.last]
        over.sort(key=lambda scope: (not scope.wraps, scope is not deciding, scope.first))
        return tuple(self._scope(case.sentence, scope, decides=scope is deciding) for scope in over)

    def _scope(self, sentence: int, scope: Scope, *, decides: bool) -> ScopeSeen:
        last = min(scope.last, len(self._analysis.contexts[sentence].scan.tokens) - 1)
        return ScopeSeen(
            words=self.words(sentence, scope.first, last),
            sign=scope.sign,
            wraps=scope.wraps,
            decides=decides,
            links=tuple(map(self._link, scope.chain)),
        )

    def _link(self, link: Link) -> LinkSeen:
        mention = link.mention
        known = mention is not None and bool(mention.resolved)
        return LinkSeen(
            cue=self._place(link.cue),
            speaker=self._place(link.named) if link.named is not None else None,
            kind=link.kind,
            actor=self._writer.id_of(mention.resolved) if mention is not None and known else None,
            identity=self.identities.of(mention) if mention is not None and known else None,
            time=link.time,
        )

    def _place(self, place: Place) -> Words:
        return self.words(place.sentence, place.first, place.last)

    def _certainty(self, case: Case, certainty: Certainty) -> CertaintySeen:
        return CertaintySeen(
            phases=tuple(zip((p.value for p in PHASES), certainty.phases, strict=True)),
            modalities=tuple(zip((m.value for m in MODALITIES), certainty.modalities, strict=True)),
            negation=certainty.negation,
            denied=certainty.denied,
            cues=tuple(self._cues(case)),
        )

    def _cues(self, case: Case) -> Iterator[CueSeen]:
        """The cues that the certainty models see: those in reach before the trigger and after it."""
        classes, first, last = certainty_cues().classes, case.trigger.first, case.trigger.last
        for at, numbers in self._analysis.contexts[case.sentence].cues:
            distance = at - first if at < first else at - last
            if -REACH <= distance < 0 or 0 < distance <= AFTER:
                names = tuple(classes[number] for number in sorted(numbers))
                yield CueSeen(self.words(case.sentence, at, at), names, distance)

    def _date(self, dated: Dated) -> DateSeen:
        found, text = dated.expression, dated.span.of(self._analysis.document.text)
        alone = find_times(self._analysis.folded.text[found.start : found.end], None)
        return DateSeen(
            words=Words(dated.span, text),
            kind=found.kind.value,
            grain=found.grain.value,
            value=found.value,
            exact=found.exact,
            relative=not alone or alone[0].interval is None,
            interval=found.interval,
        )
