"""`musnad who`: who backs, opposes or wavers about somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from musnad.cli.params import format_option, terms_options

if TYPE_CHECKING:
    from datetime import date

    from musnad.alignment.model import Tie
    from musnad.api.asking import Terms
    from musnad.claims.record import ActorRef
    from musnad.cli.state import App


@click.command("who")
@click.argument("stance", type=click.Choice(["backs", "opposes", "wavers"]))
@click.argument("name")
@terms_options
@click.option("--whom", is_flag=True)
@click.option("--why", is_flag=True)
@format_option()
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    app: App,
    /,
    *,
    stance: str,
    name: str,
    as_of: date | None,
    known_by: date | None,
    min_confidence: float,
    whom: bool,
    why: bool,
    form: str,
) -> None:
    """Answers; its help text stands in `help.yaml`."""
    from musnad.api import asking  # noqa: PLC0415 - the help needs no ledger

    with app.ledger() as ledger:
        actor = ledger.resolve(name)
        terms = ledger.terms(as_of, known_by, min_confidence)
        found = asking.evidence(ledger.store, actor, terms)
        ties = asking.who(found, actor, stance, terms, whom=whom)
    if form == "table":
        _print(app, _question(app, stance, actor, whom=whom), terms, ties, why=why)
    else:
        _write(form, ties, why=why)


def _write(form: str, ties: list[Tie], *, why: bool) -> None:
    from musnad.cli.output import write_list  # noqa: PLC0415
    from musnad.formats.records import tie_to_dict  # noqa: PLC0415
    from musnad.formats.rows import evidence_rows, tie_row  # noqa: PLC0415

    rows = evidence_rows(ties) if why else map(tie_row, ties)
    write_list(form, [tie_to_dict(tie, evidence=why) for tie in ties], rows)


def _question(app: App, stance: str, actor: ActorRef, *, whom: bool) -> str:
    return f"{app.word(f'whom.{stance}' if whom else f'who.{stance}')} {actor.name(app.lang)}"


def _print(app: App, question: str, terms: Terms, ties: list[Tie], *, why: bool) -> None:
    from musnad.cli.output import phrases_for  # noqa: PLC0415
    from musnad.cli.phrases import harmless  # noqa: PLC0415
    from musnad.cli.tie_view import evidence, terms_line, ties_table  # noqa: PLC0415

    out = app.out()
    phrases = phrases_for(app, out)
    out.print(harmless(question), style="bold")
    out.print(terms_line(terms.as_of, terms.known_by, app), style="dim")
    if not ties:
        out.print(app.word("who.nobody"))
        return
    if not why:
        out.print(ties_table(ties, phrases, out, app))
        return
    for tie in ties:
        out.print(ties_table([tie], phrases, out, app))
        for part in evidence(tie, phrases, out, app):
            out.print(part)
