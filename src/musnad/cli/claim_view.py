"""Claims on a terminal: an article's claims one by one, or many as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from musnad.claims.ontology import effective_sign
from musnad.cli.phrases import harmless
from musnad.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, RenderableType

    from musnad.claims.model import Document
    from musnad.claims.record import ClaimRecord
    from musnad.cli.phrases import Phrases

SIGN_STYLE = {1: "green", -1: "red", 0: "cyan"}
_SIGN_MARK = {1: "+", -1: "−", 0: "·"}


def claim_lines(record: ClaimRecord, phrases: Phrases) -> Group:
    """One claim on three lines: who what whom when; on whose word; the sentence with the trigger marked."""
    sign = effective_sign(record)
    head = Text()
    head.append(f"{_SIGN_MARK[sign]} ", style=SIGN_STYLE[sign])
    head.append(phrases.subject(record), style="bold")
    head.append(f"  {phrases.what(record)}  ", style=SIGN_STYLE[sign])
    head.append(phrases.object(record), style="bold")
    when = phrases.when(record.time)
    if when:
        head.append(f"  ({when})", style="dim")
    head.append(f"  [{record.id}]", style="dim")
    chain = Text(
        f"  {label('phrase.according_to', phrases.lang)}: {phrases.chain(record.sources)}", style="italic"
    )
    return Group(head, chain, Padding(sentence(record, phrases), (0, 0, 0, 2), expand=False))


def sentence(record: ClaimRecord, phrases: Phrases) -> Text:
    """The sentence as published, its trigger marked; the trigger alone where it stands outside."""
    start = record.trigger.start - record.sentence_span.start
    end = record.trigger.end - record.sentence_span.start
    if not 0 <= start <= end <= len(record.sentence):
        return Text(phrases.fence(record.quote), style="reverse")
    text = Text()
    text.append(harmless(record.sentence[:start]))
    text.append(
        harmless(record.sentence[start:end]), style=f"bold reverse {SIGN_STYLE[effective_sign(record)]}"
    )
    text.append(harmless(record.sentence[end:]))
    return text


def article(
    document: Document,
    records: Sequence[ClaimRecord],
    remarks: Sequence[str],
    phrases: Phrases,
    console: Console,
) -> RenderableType:
    """One article: a panel on a terminal, a heading and lines elsewhere."""
    published = (
        document.published.isoformat() if document.published else label("phrase.no_date", phrases.lang)
    )
    parts = (document.title or document.id, document.publisher, published)
    heading = " · ".join(phrases.fence(part) for part in parts if part)
    body: list[RenderableType] = []
    for number, record in enumerate(records):
        if number:
            body.append(Text(""))
        body.append(claim_lines(record, phrases))
    body += [Text(harmless(remark), style="yellow") for remark in remarks]
    if console.is_terminal:
        return Panel(Group(*body), title=Text(heading), title_align="left", box=box.ROUNDED)
    return Group(Text(f"== {heading}"), *body, Text(""))


def claims_table(records: Iterable[ClaimRecord], phrases: Phrases, console: Console) -> Table:
    """Claims, one a row."""
    table = plain_table(console)
    for key in ("learnt", "subject", "type", "object", "time", "chain", "publisher"):
        table.add_column(label(f"column.{key}", phrases.lang), overflow="fold")
    table.add_column("id", no_wrap=True)
    for record in records:
        table.add_row(
            Text(record.learnt.isoformat()),
            Text(phrases.subject(record)),
            Text(phrases.what(record), style=SIGN_STYLE[effective_sign(record)]),
            Text(phrases.object(record)),
            Text(phrases.when(record.time)),
            Text(phrases.chain(record.sources)),
            Text(phrases.fence(record.document.publisher)),
            Text(record.id, style="dim"),
        )
    return table


def plain_table(console: Console) -> Table:
    """A table with little ink: a line under the head on a terminal, none elsewhere."""
    return Table(box=box.SIMPLE_HEAD if console.is_terminal else None, pad_edge=False, header_style="bold")
