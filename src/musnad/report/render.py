"""One self-contained HTML page from the content of a report. Pure: the same content gives the same page."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from musnad.labels import LANGUAGES, label, label_of
from musnad.report import bidi
from musnad.report.articles import view_article
from musnad.report.dates import day_words, interval_words
from musnad.report.highlight import mark_quote
from musnad.report.network import draw_network
from musnad.report.numbers import percent, signed, weight
from musnad.report.sources import tabulate
from musnad.report.summary import summarize
from musnad.report.timeline import draw_timeline
from musnad.report.views import ClaimView, of_reading, of_record
from musnad.resources import load_text, load_yaml

if TYPE_CHECKING:
    from musnad.report.content import ReportContent

MAX_TABLE_ROWS: Final = 500


def render_report(content: ReportContent, lang: str = "ar") -> str:
    """The whole page as HTML text, to be stored as UTF-8.

    It loads nothing: style and pictures stand in it, there is no script, and its content security policy allows only
    its own style sheet. Everything that comes from articles is escaped, and cannot reorder what stands around it.

    Args:
        content: what to show.
        lang: "ar" (right to left) or "en", the language of everything but the articles.

    Raises:
        ValueError: another language.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no report in language {lang!r}; there are {', '.join(LANGUAGES)}")
    claims = _all_claims(content, lang)
    style = load_text("musnad.report", "templates/report.css")
    return (
        _environment(lang)
        .get_template("report.html")
        .render(
            content=content,
            focus=content.focus.name(lang) if content.focus else None,
            parts=summarize(content, lang),
            articles=[
                view_article(r, i, lang, label("report.note", lang))
                for i, r in enumerate(content.articles, 1)
            ],
            timeline=draw_timeline(content.ties, lang),
            claims=claims[:MAX_TABLE_ROWS],
            claims_hidden=max(0, len(claims) - MAX_TABLE_ROWS),
            claim_count=len(claims),
            root_count=len({voice.root for tie in content.ties for voice in tie.voices}),
            network=draw_network(content.ties, content.focus, lang),
            sources=tabulate(claims),
            prose=load_yaml("musnad.report", "prose.yaml"),
            style=Markup(style),  # noqa: S704 - our own file
            style_hash=_csp_hash(style),
        )
    )


def _all_claims(content: ReportContent, lang: str) -> tuple[ClaimView, ...]:
    """Every claim of the report once, by day, undated ones last; the ledger's record goes before the reading's claim."""
    found = {view.id: view for reading in content.articles for view in of_reading(reading, lang)}
    voiced = [record for tie in content.ties for v in tie.voices for record in (v.claim, *v.repeats)]
    superseded = [record for tie in content.ties for record in tie.superseded]
    found |= {r.id: of_record(r, lang) for r in (*voiced, *superseded, *content.claims)}
    return tuple(
        sorted(found.values(), key=lambda v: (v.first is None, v.first.isoformat() if v.first else "", v.id))
    )


@cache
def _environment(lang: str) -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: load_text("musnad.report", f"templates/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "isolated": bidi.isolated,
        "plain": bidi.plain,
        "signed": signed,
        "percent": partial(percent, lang=lang),
        "weight": weight,
        "day": partial(day_words, lang=lang),
        "interval": partial(interval_words, lang=lang),
        "word": partial(label_of, lang=lang),
    }
    environment.globals |= {"_": partial(label, lang=lang), "lang": lang, "mark_quote": mark_quote}
    return environment


def _csp_hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
