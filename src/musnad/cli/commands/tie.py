"""`musnad tie`: how two actors stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from musnad.cli.params import format_option, terms_options

if TYPE_CHECKING:
    from datetime import date

    from musnad.alignment.model import Tie
    from musnad.cli.state import App


@click.command("tie")
@click.argument("a")
@click.argument("b")
@terms_options
@click.option("--why", is_flag=True)
@format_option()
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    app: App,
    /,
    *,
    a: str,
    b: str,
    as_of: date | None,
    known_by: date | None,
    min_confidence: float,
    why: bool,
    form: str,
) -> None:
    """Answers; its help text stands in `help.yaml`."""
    from musnad.api import asking  # noqa: PLC0415 - the help needs no ledger

    with app.ledger() as ledger:
        ends = ledger.resolve(a), ledger.resolve(b)
        terms = ledger.terms(as_of, known_by, min_confidence)
        found = asking.evidence(ledger.store, ends[0], terms)
        forth, back = asking.tie(found, *ends, terms), asking.tie(found, ends[1], ends[0], terms)
        over_time = asking.timeline(found, *ends, terms)
    if form == "table":
        _print(app, forth, back, over_time, why=why)
    else:
        _write(form, forth, back, over_time, why=why)


def _write(form: str, forth: Tie, back: Tie, over_time: list[Tie], *, why: bool) -> None:
    from musnad.cli.output import write_csv, write_json, write_lines  # noqa: PLC0415
    from musnad.formats.records import tie_to_dict  # noqa: PLC0415
    from musnad.formats.rows import evidence_rows, tie_row  # noqa: PLC0415

    if form == "csv":
        write_csv(evidence_rows([forth, back]) if why else map(tie_row, (*over_time, back)))
        return
    whole = {
        "tie": tie_to_dict(forth, evidence=True),
        "reverse": tie_to_dict(back, evidence=why),
        "timeline": [tie_to_dict(tie) for tie in over_time],
    }
    if form == "json":
        write_json(whole)
    else:
        write_lines([whole])


def _print(app: App, forth: Tie, back: Tie, over_time: list[Tie], *, why: bool) -> None:
    from musnad.cli.output import phrases_for  # noqa: PLC0415
    from musnad.cli.tie_view import evidence, months, terms_line, ties_table  # noqa: PLC0415

    out = app.out()
    phrases = phrases_for(app, out)
    out.print(terms_line(forth.as_of, forth.known_by, app), style="dim")
    out.print(ties_table([forth], phrases, out, app))
    out.print(f"{app.word('tie.weights')}: {forth.weight_for:.2f} / {forth.weight_against:.2f}")
    if forth.voices:
        out.print(app.word("tie.timeline"), style="bold")
        out.print(months(over_time, phrases, out))
    else:
        out.print(app.word("tie.no_evidence"))
    shown = forth if why else _first_voices(forth)
    for part in evidence(shown, phrases, out, app):
        out.print(part)
    out.print(app.word("tie.reverse"), style="bold")
    out.print(ties_table([back], phrases, out, app))
    if why:
        for part in evidence(back, phrases, out, app):
            out.print(part)
    elif len(shown.voices) < len(forth.voices) or back.voices:
        out.print(app.word("tie.ask_why"), style="dim")


def _first_voices(tie: Tie, most: int = 3) -> Tie:
    """The tie with its strongest voices on each side alone."""
    from dataclasses import replace  # noqa: PLC0415

    kept = [voice for sign in (1, -1) for voice in [v for v in tie.voices if v.sign == sign][:most]]
    return replace(tie, voices=tuple(voice for voice in tie.voices if voice in kept))
