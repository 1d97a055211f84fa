"""Ties on a terminal: rows with a stance bar, the evidence behind each, and a line of months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from musnad.cli.claim_view import SIGN_STYLE, claims_table, plain_table, sentence
from musnad.cli.phrases import harmless
from musnad.labels import has_label, label, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from rich.console import Console, RenderableType
    from rich.table import Table

    from musnad.alignment.model import Tie, Voice
    from musnad.cli.phrases import Phrases
    from musnad.cli.state import App

_HALF = 5  # characters of a stance bar on each side of its middle


def stance_bar(stance: float) -> str:
    """A stance in [-1, 1] as a bar of eleven characters: `-----|+++  ` leans to the right of its middle."""
    filled = min(_HALF, round(abs(stance) * _HALF))
    left = ("-" * filled).rjust(_HALF) if stance < 0 else " " * _HALF
    right = ("+" * filled).ljust(_HALF) if stance > 0 else " " * _HALF
    return f"{left}|{right}"


def ties_table(ties: Iterable[Tie], phrases: Phrases, console: Console, app: App) -> Table:
    """Ties, one a row."""
    table = plain_table(console)
    for key in ("subject", "state", "object"):
        table.add_column(label(f"column.{key}", phrases.lang), overflow="fold")
    for key in ("stance", "certainty", "interval", "roots"):
        table.add_column(label(f"column.{key}", phrases.lang), no_wrap=True)
    for tie in ties:
        state = label_of(tie.state, phrases.lang)
        if tie.contradicted:
            state += f" ({app.word('tie.contradicted')})"
        table.add_row(
            Text(phrases.name(tie.subject), style="bold"),
            Text(state, style=_style(tie.stance)),
            Text(phrases.name(tie.object)),
            Text(phrases.fence(f"{stance_bar(tie.stance)} {tie.stance:+.2f}"), style=_style(tie.stance)),
            Text(phrases.fence(f"{tie.certainty:.2f}")),
            Text(phrases.fence(f"{tie.low:+.2f} … {tie.high:+.2f}")),
            Text(str(tie.roots)),
        )
    return table


def evidence(tie: Tie, phrases: Phrases, console: Console, app: App) -> list[RenderableType]:
    """Every voice of a tie, those for it and those against, each with its words, chain, article and weight."""
    parts: list[RenderableType] = []
    for sign, key in ((1, "tie.for"), (-1, "tie.against")):
        voices = [voice for voice in tie.voices if voice.sign == sign]
        if voices:
            parts.append(Text(f"{app.word(key)}: {len(voices)}", style=f"bold {SIGN_STYLE[sign]}"))
            parts += [
                Padding(voice_lines(voice, phrases, app), (0, 0, 0, 2), expand=False) for voice in voices
            ]
    if tie.superseded:
        parts.append(Text(app.word("tie.superseded"), style="bold"))
        parts.append(claims_table(tie.superseded, phrases, console))
    return parts


def voice_lines(voice: Voice, phrases: Phrases, app: App) -> Group:
    """One voice: what it says and when, its words, on whose word and where, and what it weighs and why."""
    record = voice.claim
    head = Text()
    head.append(f"{phrases.subject(record)}  ", style="bold")
    head.append(f"{phrases.what(record)}  ", style=SIGN_STYLE[voice.sign])
    head.append(phrases.object(record), style="bold")
    if voice.day:
        head.append(f"  {phrases.fence(voice.day.isoformat())}", style="dim")
    head.append(f"  [{record.id}]", style="dim")
    chain = f"{label('phrase.according_to', phrases.lang)}: {phrases.chain(record.sources)} — {phrases.where(record)}"
    extra = [app.word("evidence.declared")] if voice.declared else []
    if voice.repeats:
        extra.append(f"{app.word('evidence.repeats')}: {len(voice.repeats)}")
    lines = [
        head,
        sentence(record, phrases),
        Text(chain, style="italic"),
        Text(_weight(voice, phrases), style="dim"),
    ]
    if extra:
        lines.append(Text(" · ".join(extra), style="dim"))
    return Group(*lines, Text(""))


def months(ties: Sequence[Tie], phrases: Phrases, console: Console) -> Table:
    """How a tie stood on each of some days."""
    table = plain_table(console)
    for key in ("day", "stance", "state", "evidence"):
        table.add_column(label(f"column.{key}", phrases.lang), no_wrap=key != "state")
    for tie in ties:
        table.add_row(
            Text(tie.as_of.isoformat()),
            Text(phrases.fence(f"{stance_bar(tie.stance)} {tie.stance:+.2f}"), style=_style(tie.stance)),
            Text(label_of(tie.state, phrases.lang)),
            Text(str(len(tie.voices))),
        )
    return table


def _weight(voice: Voice, phrases: Phrases) -> str:
    named = (f"{_factor(name, phrases.lang)} {value:.2f}" for name, value in voice.factors)
    weight = f"{label('column.weight', phrases.lang)} {voice.weight:.3f} = {' × '.join(named)}"
    return harmless(f"{weight} · {label('column.grade', phrases.lang)} {voice.grade}")


def _factor(name: str, lang: str) -> str:
    key = f"factor.{name}"
    return label(key, lang) if has_label(key) else name


def _style(stance: float) -> str:
    return SIGN_STYLE[(stance > 0) - (stance < 0)]


def terms_line(as_of: date, known_by: date | None, app: App) -> str:
    """The days a question was asked about."""
    line = f"{app.word('as_of')} {as_of.isoformat()}"
    return f"{line} · {app.word('known_by')} {known_by.isoformat()}" if known_by else line
