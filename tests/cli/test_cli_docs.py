"""The documentation of the command line is complete."""

from __future__ import annotations

import click
import pytest

from musnad.claims.model import EventType
from musnad.cli import cli
from musnad.cli.program import COMMANDS, FAILED, INTERRUPTED, PARTIAL
from musnad.errors import catalogue
from musnad.errors.page import errors_page
from musnad.resources import load_yaml


@pytest.fixture
def docs(request):
    return request.config.rootpath / "docs"


def sections(page):
    parts = page.split("\n## ")
    return {part.partition("\n")[0]: part for part in parts}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(docs, name):
    section = sections((docs / "cli.md").read_text("utf8"))[name]
    command = cli.get_command(click.Context(cli), name)
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert [flag for flag in parameter.opts if flag not in section] == []


def test_global_options_exit_codes_and_types_are_documented(docs):
    page = (docs / "cli.md").read_text("utf8")
    for parameter in cli.params:
        assert f"`{parameter.opts[0]}" in page
    for code in (0, FAILED, 2, PARTIAL, INTERRUPTED, 141):
        assert f"| {code} |" in page
    assert all(event.value in page for event in EventType)


def test_the_page_of_errors_is_made_from_the_catalogue(docs):
    page = (docs / "errors.md").read_text("utf8")
    assert page == errors_page()
    assert [code for code in catalogue() if f"### {code}\n" not in page] == []


def test_every_word_and_help_text_is_in_both_languages():
    words = load_yaml("musnad.cli", "words.yaml")
    helps = load_yaml("musnad.cli", "help.yaml")
    for entries in (words, helps["commands"], helps["options"]):
        for key, entry in entries.items():
            assert set(entry) == {"ar", "en"}, key
            assert any("\u0600" <= char <= "\u06ff" for char in entry["ar"]), key
            assert not any("\u0600" <= char <= "\u06ff" for char in entry["en"]), key


def test_no_help_text_is_without_its_option():
    context = click.Context(cli)
    commands = {name: cli.get_command(context, name) for name in COMMANDS} | {"main": cli}
    used = {p.name for command in commands.values() for p in command.params} | {"help"}
    owned = {f"{name}.{p.name}" for name, command in commands.items() for p in command.params}
    assert [key for key in load_yaml("musnad.cli", "help.yaml")["options"] if key not in used | owned] == []
