"""Circumstances of a claim besides its time: where it happened, and how much."""
