"""Who stands how toward whom: the ties of a report, grouped, with the evidence of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from musnad.alignment.model import TieState
from musnad.labels import has_label, label
from musnad.report.stance_bar import StanceBar, stance_bar
from musnad.report.views import ClaimView, of_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musnad.alignment.model import Tie, Voice
    from musnad.report.content import ReportContent

MAX_ROWS: Final = 40  # a group
MAX_VOICES: Final = 25  # a tie
_GROUPS: Final = (
    ("backing", frozenset({TieState.BACKS, TieState.LEANS_TO})),
    ("opposing", frozenset({TieState.OPPOSES, TieState.LEANS_AWAY})),
    ("wavering", frozenset({TieState.CONTESTED, TieState.NEUTRAL, TieState.UNKNOWN})),
)
_TITLES: Final = {  # part → titles of the three groups
    "toward": ("report.backing", "report.opposing", "report.wavering"),
    "of": ("report.backed", "report.opposed", "report.undecided"),
    "among": ("report.backing_ties", "report.opposing_ties", "report.wavering_ties"),
    "elsewhere": ("report.backing_ties", "report.opposing_ties", "report.wavering_ties"),
}


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One independent voice and what it weighs; `repeats` add nothing, `declared` is a party on its own stance."""

    claim: ClaimView
    sign: int
    weight: float
    factors: tuple[tuple[str, float], ...]
    grade: str
    grade_words: tuple[str, ...]
    declared: bool
    repeats: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class TieView:
    """One row of the summary and the evidence behind it; `hidden` voices, weaker than those listed, are not shown."""

    tie: Tie
    bar: StanceBar
    voices: tuple[VoiceView, ...]
    hidden: int
    superseded: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Ties of one kind of state, the most certain first; `hidden` more are not shown."""

    title: str
    rows: tuple[TieView, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Part:
    """Ties toward the focus, of the focus, or among others. `name` is "toward", "of", "among" or "elsewhere"."""

    name: str
    groups: tuple[Group, ...]


def summarize(content: ReportContent, lang: str) -> tuple[Part, ...]:
    """The ties in parts and groups; empty ones are left out. Without a focus there is one part, "among"."""
    focus = content.focus.id if content.focus else None
    parts: dict[str, list[Tie]] = {"toward": [], "of": [], "among": [], "elsewhere": []}
    for tie in content.ties:
        parts[_part(tie, focus)].append(tie)
    return tuple(Part(name, _grouped(ties, name, lang)) for name, ties in parts.items() if ties)


def by_strength(tie: Tie) -> tuple[float, str, str]:
    """A sort key: the firmest stance first, and equal ones always in the same order."""
    return (-abs(tie.stance) * tie.certainty, tie.subject.id, tie.object.id)


def _part(tie: Tie, focus: str | None) -> str:
    if focus is None:
        return "among"
    if tie.object.id == focus:
        return "toward"
    return "of" if tie.subject.id == focus else "elsewhere"


def _grouped(ties: Sequence[Tie], part: str, lang: str) -> tuple[Group, ...]:
    groups = []
    for (_, states), title in zip(_GROUPS, _TITLES[part], strict=True):
        members = sorted((t for t in ties if t.state in states), key=by_strength)
        if members:
            rows = tuple(_row(tie, lang) for tie in members[:MAX_ROWS])
            groups.append(Group(label(title, lang), rows, len(members) - len(rows)))
    return tuple(groups)


def _row(tie: Tie, lang: str) -> TieView:
    shown = tie.voices[:MAX_VOICES]
    return TieView(
        tie=tie,
        bar=stance_bar(tie.stance, tie.low, tie.high, lang),
        voices=tuple(_voice(voice, lang) for voice in shown),
        hidden=len(tie.voices) - len(shown),
        superseded=tuple(of_record(record, lang) for record in tie.superseded),
    )


def _voice(voice: Voice, lang: str) -> VoiceView:
    grade = voice.grade
    keys = (f"reliability.{grade.reliability}", f"credibility.{grade.credibility}")
    return VoiceView(
        claim=of_record(voice.claim, lang),
        sign=voice.sign,
        weight=voice.weight,
        factors=tuple((_factor_word(name, lang), value) for name, value in voice.factors),
        grade=str(grade),
        grade_words=tuple(label(key, lang) for key in keys if has_label(key)),
        declared=voice.declared,
        repeats=tuple(of_record(record, lang) for record in voice.repeats),
    )


def _factor_word(name: str, lang: str) -> str:
    # A factor added to the weights file shows under its own name until it has words.
    key = f"factor.{name}"
    return label(key, lang) if has_label(key) else name.replace("_", " ")
