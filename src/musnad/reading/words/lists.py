"""Verbs and function words, from the data files."""

from __future__ import annotations

from musnad.arabic.folding import fold
from musnad.reading.lexicon.inflection import past_forms, present_forms
from musnad.resources import load_yaml


def verb_forms() -> frozenset[str]:
    """Forms of verbs that are no triggers: common ones, and those that report."""
    pairs = list(load_yaml("musnad.reading.words", "common_verbs.yaml"))
    for group in load_yaml("musnad.reading.chains", "reporting.yaml")["verbs"].values():
        pairs.extend(group)
    out: set[str] = set()
    for pair in pairs:
        past, _, present = pair.partition(" ")
        if not present and past.startswith("ي"):
            past, present = "", past
        if past:
            out.update(form.text for form in past_forms(past))
        if present:
            out.update(form.text for form in present_forms(present))
    return frozenset(out)


def function_words() -> dict[str, frozenset[str]]:
    """Folded function word → the groups it belongs to."""
    out: dict[str, set[str]] = {}
    for group, words in load_yaml("musnad.reading.words", "function_words.yaml").items():
        for word in words:
            out.setdefault(fold(word), set()).add(group)
    return {word: frozenset(groups) for word, groups in out.items()}
