"""An explanation on a terminal, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.text import Text

from musnad.claims.ontology import effective_sign
from musnad.cli.claim_view import SIGN_STYLE
from musnad.cli.explain_words import ExplainWords
from musnad.cli.phrases import harmless
from musnad.reading.explaining.model import Obstacle, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from musnad.cli.phrases import Phrases
    from musnad.cli.state import App
    from musnad.reading.explaining.model import CandidateSeen, CaseSeen, Explanation, PlaceSeen
    from musnad.reading.explaining.model import Words as Stretch

_SHOWN: Final = 4
_FAINT: Final = 0.02


def explanation_lines(found: Explanation, phrases: Phrases, app: App) -> Iterator[RenderableType]:
    """The explanation line by line."""
    words = ExplainWords(phrases, app, found)
    document = found.document
    published = document.published.isoformat() if document.published else words("no_date")
    parts = (document.title or document.id, document.publisher, published)
    yield Text(f"== {' · '.join(phrases.fence(part) for part in parts if part)}", style="bold")
    yield Text(f"{words('reader')}: {found.reader} · {words('claims')}: {found.claims}", style="dim")
    if found.place is not None:
        yield from _place(found.place, bool(found.cases), words)
    elif not found.cases:
        yield Text(app.word("read.no_claims"), style="yellow")
    for case in found.cases:
        yield Text("")
        yield from _case(case, words)


def _place(place: PlaceSeen, others: bool, words: ExplainWords) -> Iterator[RenderableType]:
    if place.word is not None:
        yield Text(f"{words('place')} {place.at}: {words.quoted(place.word)}", style="bold")
    if place.obstacle is not None:
        yield Text(words(f"obstacle.{place.obstacle.value}"), style="yellow")
    if place.reporting:
        yield Text(words("reporting"))
    if place.names and place.obstacle is not Obstacle.BETWEEN:
        yield Text(f"{words('names')}: {words.fence(place.names)}")
    if place.obstacle is not None and others:
        yield Text(words("nearest"))


def _case(case: CaseSeen, words: ExplainWords) -> Iterator[RenderableType]:
    style = SIGN_STYLE[effective_sign(case.claim)] if case.claim else "dim"
    head = Text()
    if case.number:
        head.append(f"{case.number}. ", style="bold")
    head.append(words.what(case), style=f"bold {style}")
    yield head
    yield _indented(words.verdict(case), "green" if case.verdict is Verdict.STATED else "yellow")
    yield _indented(_marked(case.sentence, case.trigger.words), "")
    yield _indented(words.trigger(case.trigger), "")
    yield _indented(words.chances(case), "")
    for role, candidates in (("subject", case.subject), ("object", case.object)):
        if candidates:
            yield _indented(words(role), "bold")
            yield from _candidates(candidates, words)
    if case.chance is None:
        return
    yield from _chain(case, words)
    if case.certainty is not None:
        yield _indented(words("certainty"), "bold")
        for line in words.certainty(case.certainty):
            yield _indented(line, "", 4)
    if case.claim is not None:
        yield _indented(f"{words('time')}: {words.date(case.date)}", "")


def _candidates(candidates: Sequence[CandidateSeen], words: ExplainWords) -> Iterator[RenderableType]:
    shown = [one for one in candidates if one.chosen or one.chance >= _FAINT][:_SHOWN] or candidates[:1]
    for one in shown:
        yield _indented(words.candidate(one), "" if one.chosen else "dim", 4)


def _chain(case: CaseSeen, words: ExplainWords) -> Iterator[RenderableType]:
    yield _indented(words("chain"), "bold")
    if not case.sources:
        yield _indented(words("own_voice"), "", 4)
    # Each link stands inside the one before: A says that B says.
    for depth, link in enumerate(case.sources):
        yield _indented(words.link(link), "", 4 + 2 * depth)
    for scope in case.chain:
        yield _indented(words.scope(scope), "dim", 4)


def _marked(sentence: Stretch, trigger: Stretch) -> Text:
    start, end = trigger.span.start - sentence.span.start, trigger.span.end - sentence.span.start
    text = Text()
    if 0 <= start <= end <= len(sentence.text):
        text.append(harmless(sentence.text[:start]))
        text.append(harmless(sentence.text[start:end]), style="bold reverse")
        text.append(harmless(sentence.text[end:]))
    else:
        text.append(harmless(sentence.text))
    return text


def _indented(line: str | Text, style: str, by: int = 2) -> RenderableType:
    text = Text(line, style=style) if isinstance(line, str) else line
    return Padding(text, (0, 0, 0, by), expand=False)
