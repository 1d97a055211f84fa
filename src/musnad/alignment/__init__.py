"""Alignment: from claims to how actors stand to one another, as of a day, by what was known on a day.

The way of a claim: `pairs` (whom it speaks of) → `statements` (sign, root, days, factors) → `evidence` (independent
voices on a day) → `stance` (sums, interval, state) → `ties` (the questions). All weights stand in `weights.yaml`,
the reliability of sources in `sources.yaml`.
"""
