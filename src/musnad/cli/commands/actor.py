"""`musnad actor`: all the ledger knows of one actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from musnad.cli.params import format_option, terms_options

if TYPE_CHECKING:
    from datetime import date

    from musnad.api.profile import Profile
    from musnad.cli.state import App

_TIES = ("backed_by", "opposed_by", "wavering", "backs", "opposes")
_NAMES = 8


@click.command("actor")
@click.argument("name")
@terms_options
@format_option("table", "json", "jsonl", "csv")
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    app: App, /, *, name: str, as_of: date | None, known_by: date | None, min_confidence: float, form: str
) -> None:
    """Answers; its help text stands in `help.yaml`."""
    with app.ledger() as ledger:
        found = ledger.actor(name, as_of=as_of, known_by=known_by, min_confidence=min_confidence)
    if form == "table":
        _print(app, found)
        return
    from musnad.cli.output import write_csv, write_json, write_lines  # noqa: PLC0415
    from musnad.formats.records import profile_to_dict  # noqa: PLC0415
    from musnad.formats.rows import tie_row  # noqa: PLC0415

    if form == "csv":
        write_csv({"part": part, **tie_row(tie)} for part in _TIES for tie in getattr(found, part))
    elif form == "json":
        write_json(profile_to_dict(found))
    else:
        write_lines([profile_to_dict(found)])


def _print(app: App, found: Profile) -> None:
    from musnad.cli.claim_view import claims_table  # noqa: PLC0415
    from musnad.cli.output import phrases_for  # noqa: PLC0415
    from musnad.cli.phrases import harmless  # noqa: PLC0415
    from musnad.cli.tie_view import terms_line, ties_table  # noqa: PLC0415
    from musnad.labels import label, label_of  # noqa: PLC0415

    out = app.out()
    phrases = phrases_for(app, out)
    actor = found.actor
    both = " / ".join(dict.fromkeys(phrases.fence(name) for name in (actor.ar, actor.en) if name))
    out.print(f"{both} · {label_of(actor.kind, app.lang)} · {harmless(actor.id)}", style="bold")
    if found.names:
        names = label("phrase.list_separator", app.lang).join(
            f"{phrases.fence(name)} ({count})" for name, count in found.names[:_NAMES]
        )
        out.print(f"{app.word('actor.names')}: {names}")
    out.print(f"{label('column.claims', app.lang)}: {found.claims}")
    out.print(terms_line(found.as_of, found.known_by, app), style="dim")
    for part in _TIES:
        ties = getattr(found, part)
        if ties:
            out.print(app.word(f"actor.{part}"), style="bold")
            out.print(ties_table(ties, phrases, out, app))
    for part in ("affiliations", "latest"):
        records = getattr(found, part)
        if records:
            out.print(app.word(f"actor.{part}"), style="bold")
            out.print(claims_table(records, phrases, out))
