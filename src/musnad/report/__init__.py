"""A report for people: one self-contained page of ties, articles, pictures and sources."""

from musnad.report.content import ReportContent
from musnad.report.render import render_report

__all__ = ["ReportContent", "render_report"]
