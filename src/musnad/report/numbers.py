"""Figures as people read them, each a `<bdi>` so that its sign stays on its left in any direction."""

from __future__ import annotations

from markupsafe import Markup

from musnad.labels import label


def signed(value: float) -> Markup:
    """A stance, from "−1.00" to "+1.00"; a nought has no sign."""
    text = f"{value:+.2f}".replace("-", "−")
    return _figure(text[1:] if text[1:] == "0.00" else text)


def weight(value: float) -> Markup:
    """A weight or a factor, to three places at most."""
    return _figure(f"{value:.3f}".rstrip("0").rstrip("."))


def percent(value: float, lang: str) -> Markup:
    """A share in [0, 1] as a whole percentage."""
    return _figure(f"{value:.0%}".replace("%", label("unit.percent", lang)))


def _figure(text: str) -> Markup:
    return Markup('<bdi dir="ltr" class="figure">{}</bdi>').format(text)
