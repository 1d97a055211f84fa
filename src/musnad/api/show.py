"""Answers that draw themselves in a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from musnad.alignment.model import Tie
from musnad.api.days import now, today
from musnad.api.profile import Profile
from musnad.claims.model import Reading
from musnad.claims.record import ClaimRecord
from musnad.report import ReportContent, render_report

_HEIGHT = 640


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that a notebook shows in a frame of its own, so that neither's style touches the other."""

    page: str

    def _repr_html_(self) -> str:
        # The sandbox lets nothing run and nothing load, whatever an article holds.
        frame = f'style="width:100%;height:{_HEIGHT}px;border:0" sandbox'
        return f'<iframe {frame} srcdoc="{escape(self.page, quote=True)}"></iframe>'


def show(
    found: Reading | Tie | ClaimRecord | Profile | Iterable[object], *, lang: str = "ar", title: str = ""
) -> Shown:
    """A reading, a tie, a claim, a profile, or several of these, drawn as the report draws them.

    Raises:
        TypeError: something else.
        ValueError: a language other than "ar" and "en".
    """
    things = tuple(found) if isinstance(found, Iterable) else (found,)
    readings: list[Reading] = []
    ties: list[Tie] = []
    claims: list[ClaimRecord] = []
    for thing in things:
        if isinstance(thing, Reading):
            readings.append(thing)
        elif isinstance(thing, Tie):
            ties.append(thing)
        elif isinstance(thing, ClaimRecord):
            claims.append(thing)
        elif isinstance(thing, Profile):
            ties += (*thing.backed_by, *thing.opposed_by, *thing.backs, *thing.opposes)
            claims += thing.latest
        else:
            raise TypeError(f"no picture of a {type(thing).__name__}")
    focus = things[0].actor if len(things) == 1 and isinstance(things[0], Profile) else None
    content = ReportContent(
        title=title or _title(things, lang),
        generated=now(),
        as_of=max((tie.as_of for tie in ties), default=today()),
        known_by=ties[0].known_by if ties else None,
        focus=focus,
        articles=tuple(readings),
        ties=tuple(dict.fromkeys(ties)),
        claims=tuple(claims),
    )
    return Shown(render_report(content, lang))


def _title(things: tuple[object, ...], lang: str) -> str:
    first = things[0] if things else None
    if isinstance(first, Reading):
        return first.document.title or first.document.id
    if isinstance(first, Profile):
        return first.actor.name(lang)
    if isinstance(first, Tie) and len(things) == 1:
        return f"{first.subject.name(lang)} – {first.object.name(lang)}"
    return "مُسنَد" if lang == "ar" else "Musnad"
