"""The parts of an explanation in words of either language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from musnad.claims.ontology import ontology
from musnad.labels import label, label_of
from musnad.reading.explaining.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from musnad.cli.phrases import Phrases
    from musnad.cli.state import App
    from musnad.reading.explaining.model import (
        CandidateSeen,
        CaseSeen,
        CertaintySeen,
        DateSeen,
        Explanation,
        Identity,
        LinkSeen,
        ScopeSeen,
        TriggerSeen,
        Words,
    )

_WORTH: Final = 0.05
_ENDS: Final = 40


@dataclass(frozen=True, slots=True)
class ExplainWords:
    """Says what was seen, in the language of the run."""

    phrases: Phrases
    app: App
    found: Explanation

    def __call__(self, key: str) -> str:
        """The word for a key of this command."""
        return self.app.word(f"explain.{key}")

    def fence(self, text: str) -> str:
        """Text of an article, harmless and with its direction kept apart."""
        return self.phrases.fence(text)

    def quoted(self, words: Words) -> str:
        """Words of the article, in quotation marks, on one line."""
        text = " ".join(words.text.split())
        if len(text) > 2 * _ENDS:
            text = f"{text[:_ENDS].rstrip()} … {text[-_ENDS:].lstrip()}"
        return f"«{self.fence(text)}»"

    def what(self, case: CaseSeen) -> str:
        """The trigger and its type."""
        info = ontology()[case.trigger.type]
        verb = info.ar if self.phrases.lang == "ar" else info.en
        return f"{self.quoted(case.trigger.words)} · {verb} ({info.type.value})"

    def verdict(self, case: CaseSeen) -> str:
        """What became of it, with the figures that decided."""
        limits, text = self.found.thresholds, self(f"verdict.{case.verdict.value}")
        if case.verdict is Verdict.UNLIKELY_WORD:
            return f"{text}: {case.screen:.2f} < {limits.screen:.2f}"
        if case.verdict is Verdict.NO_ENDS:
            best = [max((one.chance for one in end), default=0.0) for end in (case.subject, case.object)]
            pairs = zip(("subject", "object"), best, (limits.subject, limits.object), strict=True)
            return f"{text}: " + " · ".join(f"{self(k)} {had:.2f} < {want:.2f}" for k, had, want in pairs)
        if case.verdict is Verdict.DOUBTFUL:
            return f"{text}: {case.confidence or 0:.2f} < {limits.claim:.2f}"
        return text

    def trigger(self, trigger: TriggerSeen) -> str:
        """The lexicon's entry and the sense it is taken in."""
        part = self(f"part.{trigger.part}")
        if not trigger.entry:
            return f"{self('trigger')}: {self('office')} ({part})"
        sense = (
            f"{self.fence(trigger.entry)} ({self.fence(trigger.gloss)})"
            if trigger.gloss
            else self.fence(trigger.entry)
        )
        idiom = f" · {self('idiom')}" if trigger.idiom else ""
        share = f"{self('precision')} {trigger.precision:.0%}"
        return f"{self('trigger')}: {self('entry')} {sense} · {part}{idiom} · {share}"

    def chances(self, case: CaseSeen) -> str:
        """How likely it is a claim, step by step."""
        limits = self.found.thresholds
        parts = [f"{self('screen')} {case.screen:.2f} ({self('from')} {limits.screen:.2f})"]
        if case.chance is not None:
            parts.append(f"{self('judge')} {case.chance:.2f}")
        if case.confidence is not None:
            parts.append(f"{self('confidence')} {case.confidence:.2f} ({self('from')} {limits.claim:.2f})")
        return f"{self('is_claim')}: {' · '.join(parts)}"

    def candidate(self, one: CandidateSeen) -> str:
        """A candidate with its chance, and why it is who it is."""
        name = (one.en or one.ar) if self.phrases.lang == "en" else (one.ar or one.en)
        mark = "✓" if one.chosen else " "
        carried = f" · {self('carried')}" if one.carried else ""
        who = f"{self.fence(name)} [{self.fence(one.actor)}]"
        return f"{mark} {one.chance:.2f}  {who} · {self.quoted(one.words)}{carried} · {self.identity(one.identity)}"

    def identity(self, identity: Identity) -> str:
        """By what rule a mention means its actor, and what speaks against it."""
        parts = [self(f"rule.{identity.rule.value}")]
        if identity.elsewhere:
            parts.append(f"{self('elsewhere')}: {self._list(identity.elsewhere)}")
        if identity.rivals:
            parts.append(f"{self('rivals')}: {self._joined(*map(self.fence, identity.rivals))}")
        if identity.ordinary:
            parts.append(self("ordinary"))
        return self("and_so").join(parts)

    def link(self, link: LinkSeen) -> str:
        """One link of the chain."""
        speaker = (
            self.quoted(link.speaker) if link.speaker else label("phrase.nobody_named", self.phrases.lang)
        )
        parts = [f"{speaker} ({label_of(link.kind, self.phrases.lang)})"]
        if link.cue:
            parts.append(f"{self('cue')} {self.quoted(link.cue)}")
        if link.actor:
            parts.append(f"[{self.fence(link.actor)}]")
        if link.identity:
            parts.append(self.identity(link.identity))
        when = self.phrases.when(link.time)
        if when:
            parts.append(f"{self('said')} {when}")
        return f"← {' · '.join(parts)}"

    def scope(self, scope: ScopeSeen) -> str:
        """A stretch over which sources speak."""
        kind = "wraps" if scope.wraps else "decides" if scope.decides else "overruled"
        # Signs are names of rules, in Latin letters.
        sign = f" ({self.fence(scope.sign)})" if scope.sign and self.phrases.lang == "en" else ""
        return f"{self(f'scope.{kind}')}{sign}: {self.quoted(scope.words)}"

    def certainty(self, seen: CertaintySeen) -> Iterator[str]:
        """Chances of phases, modalities and negation, and the words near."""
        for key, chances in (("phase", seen.phases), ("modality", seen.modalities)):
            ranked = sorted(chances, key=lambda pair: -pair[1])
            kept = [pair for n, pair in enumerate(ranked) if not n or pair[1] >= _WORTH]
            yield f"{self(key)}: " + " · ".join(
                f"{label(f'{key}.{name}', self.phrases.lang)} {chance:.2f}" for name, chance in kept
            )
        denied = f" · {self('denied')}" if seen.denied else ""
        yield f"{self('negation')}: {seen.negation:.2f}{denied}"
        if seen.cues:
            near = (
                f"{self.quoted(cue.words)} ({self._joined(*(self(f'cue.{name}') for name in cue.classes), f'{cue.distance:+d}')})"
                for cue in seen.cues
            )
            yield f"{self('near')}: {' · '.join(near)}"

    def date(self, date: DateSeen | None) -> str:
        """The expression that dates the claim, or what counts in its stead."""
        published = self.found.document.published
        if date is None:
            return f"{self('no_time')} {published.isoformat() if published else self('recorded')}"
        exact = self("exact") if date.exact else self("vague")
        parts = [
            f"{self.phrases.when(date.interval)} — {self.quoted(date.words)}",
            self._joined(self(f"kind.{date.kind}"), self(f"grain.{date.grain}"), exact),
        ]
        if date.relative:
            day = published.isoformat() if published else "—"
            parts.append(f"{self('relative')} {day}")
        return " · ".join(parts)

    def _list(self, words: Sequence[Words]) -> str:
        return self._joined(*map(self.quoted, words))

    def _joined(self, *parts: str) -> str:
        return label("phrase.list_separator", self.phrases.lang).join(parts)
