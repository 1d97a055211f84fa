"""The people of the knowledge base: persons, given names, titles and nouns are sound, sorted and without doubles."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.knowledge.entries import first_day, last_day
from musnad.knowledge.tables import parse_roles, read_rows, split
from musnad.resources import load_text, load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from musnad.knowledge.entries import Role

PACKAGE = "musnad.knowledge"
COLUMNS = [
    "id",
    "kind",
    "wikidata",
    "en",
    "ar",
    "aliases_ar",
    "aliases_en",
    "state",
    "since",
    "until",
    "roles",
]
RANKS = {"military", "royal", "religious", "academic", "civil"}
BARE = {"actor", "anaphor", "none"}
INFLECTIONS = ("masculine", "feminine", "dual", "plural")
NUMBERS = ("singular", "dual", "plural")
NOUN_SECTIONS = (
    "institutions", "armed", "parties", "companies", "igos",
    "populations", "places", "media", "units", "quantities",
)  # fmt: skip
ARABIC = re.compile(r"[\u0621-\u064a\u0651\u064bپچگڤژ0-9.\- ]+")
LATIN = re.compile(r"[^\u0600-\u06ff]*[A-Za-z][^\u0600-\u06ff]*")
# Several people hold these at once.
NOT_EXCLUSIVE = {"نائب الرئيس"}

PERSONS = read_rows("persons")
TITLES = load_yaml(PACKAGE, "data/titles.yaml")
NOUNS = load_yaml(PACKAGE, "data/nouns.yaml")
GIVEN_NAMES = load_text(PACKAGE, "data/given_names.txt").splitlines()


def all_roles() -> Iterator[tuple[str, Role]]:
    for row in PERSONS:
        for role in parse_roles(row["roles"]):
            yield row["id"], role


def noun_entries() -> Iterator[tuple[str, str, dict[str, object]]]:
    for section in NOUN_SECTIONS:
        for key, entry in NOUNS[section].items():
            yield section, key, entry


def doubles(values: list[str]) -> list[str]:
    return [value for value, count in Counter(map(fold, values)).items() if count > 1]


class TestPersons:
    def test_are_many_and_sorted_without_doubles(self):
        ids = [row["id"] for row in PERSONS]
        assert len(ids) >= 1500
        assert ids == sorted(set(ids))

    def test_every_row_is_well_formed(self):
        for row in PERSONS:
            assert list(row) == COLUMNS, row["id"]
            assert all(isinstance(cell, str) and cell == cell.strip() for cell in row.values()), row
            assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", row["id"])
            assert row["kind"] == ActorKind.PERSON
            assert re.fullmatch(r"(Q[1-9]\d*)?", row["wikidata"])

    def test_names_are_in_their_own_script(self):
        for row in PERSONS:
            for name in (row["ar"], *split(row["aliases_ar"])):
                assert ARABIC.fullmatch(name), (row["id"], name)
            for name in (row["en"], *split(row["aliases_en"])):
                assert LATIN.fullmatch(name), (row["id"], name)

    def test_no_name_is_given_twice_in_a_row(self):
        for row in PERSONS:
            assert not doubles([row["ar"], *split(row["aliases_ar"])]), row["id"]
            english = [row["en"], *split(row["aliases_en"])]
            assert len(english) == len(set(english)), row["id"]

    def test_a_name_belongs_to_one_person(self):
        owners = defaultdict(set)
        for row in PERSONS:
            for name in (row["ar"], *split(row["aliases_ar"])):
                owners[fold(name)].add(row["id"])
        listed = {fold(row["form"]) for row in read_rows("ambiguous")}
        assert not {name: ids for name, ids in owners.items() if len(ids) > 1 and name not in listed}

    def test_servants_of_god_are_spelt_joined_and_apart(self):
        for row in PERSONS:
            names = {row["ar"], *split(row["aliases_ar"])}
            for name in names:
                assert re.sub(r"\bعبد (?=ال)", "عبد", name) in names, (row["id"], name)

    def test_wikidata_ids_are_unique(self):
        ids = [row["wikidata"] for row in PERSONS if row["wikidata"]]
        assert len(ids) == len(set(ids))

    def test_lives_begin_before_they_end(self):
        for row in PERSONS:
            begin = first_day(row["since"]) if row["since"] else date.min
            end = last_day(row["until"]) if row["until"] else date.max
            assert begin <= end, row["id"]

    def test_states_exist(self):
        states = {row["id"] for row in read_rows("states")}
        assert not {row["state"] for row in PERSONS} - states - {""}

    @pytest.mark.parametrize("table", ["states", "bodies", "groups", "media", "places"])
    def test_ids_are_no_other_tables_ids(self, table):
        assert not {row["id"] for row in PERSONS} & {row["id"] for row in read_rows(table)}


class TestRoles:
    def test_are_many(self):
        assert len(list(all_roles())) >= 1000

    def test_bodies_exist(self):
        bodies = {row["id"] for table in ("states", "bodies", "groups", "media") for row in read_rows(table)}
        assert not {role.body for _, role in all_roles()} - bodies

    def test_intervals_run_forward_and_not_into_the_future(self):
        for person, role in all_roles():
            begin = first_day(role.since) if role.since else date.min
            end = last_day(role.until) if role.until else date.max
            assert begin <= end, (person, role)
            assert not role.since or begin <= date(2026, 12, 31), (person, role)

    def test_ends_lie_within_the_life(self):
        lives = {row["id"]: row["until"] for row in PERSONS}
        for person, role in all_roles():
            if lives[person]:
                assert role.until, (person, role)
                assert first_day(role.until) <= last_day(lives[person]), (person, role)

    def test_an_office_has_one_holder_at_a_time(self):
        held = defaultdict(list)
        for person, role in all_roles():
            if role.office not in NOT_EXCLUSIVE and role.since:
                held[role.office, role.body].append((first_day(role.since), role, person))
        for terms in held.values():
            terms.sort(key=lambda term: term[0])
            for (_, earlier, one), (begin, _, other) in pairwise(terms):
                assert earlier.until, (one, earlier, other)
                assert first_day(earlier.until) <= begin, (one, other, earlier)

    def test_offices_are_built_from_the_words_of_titles(self):
        heads = {fold(form).split()[0] for forms in office_forms().values() for form in forms}
        heads |= {fold(form).split()[0] for entry in TITLES["honorifics"].values() for form in entry["forms"]}
        for _, role in all_roles():
            first = fold(role.office).split()[0]
            assert {first, first.removeprefix("ال")} & heads, role.office

    @pytest.mark.parametrize(
        ("office", "body", "day", "holder"),
        [
            ("رئيس", "egypt", date(1956, 11, 1), "gamal_abdel_nasser"),
            ("رئيس الوزراء", "united_kingdom", date(1940, 6, 1), "winston_churchill"),
            ("ملك", "saudi_arabia", date(1975, 1, 1), "faisal_of_saudi_arabia"),
            ("وزير الخارجية", "united_states", date(1974, 1, 1), "henry_kissinger"),
            ("أمين عام", "united_nations", date(2005, 1, 1), "kofi_annan"),
        ],
    )
    def test_say_who_held_an_office_on_a_day(self, office, body, day, holder):
        holders = {
            person
            for person, role in all_roles()
            if role.office == office and role.body == body and role.held_on(day)
        }
        assert holders == {holder}


class TestGivenNames:
    def test_are_many_sorted_and_distinct(self):
        names = [line.split("\t")[0] for line in GIVEN_NAMES]
        assert len(names) >= 1500
        assert names == sorted(names)
        assert not doubles(names)

    def test_lines_are_a_name_and_perhaps_a_mark(self):
        for line in GIVEN_NAMES:
            name, *mark = line.split("\t")
            assert re.fullmatch(r"[\u0621-\u064aپچگڤژ]+( [\u0621-\u064aپچگڤژ]+)?", name), line
            assert mark in ([], ["word"]), line

    def test_common_words_are_marked(self):
        marked = {line.split("\t")[0] for line in GIVEN_NAMES if line.endswith("\tword")}
        assert {"سعيد", "كريم", "عادل", "أمل", "نور", "ناصر", "صالح", "فتح"} <= marked
        assert not {"محمد", "أحمد", "خديجة", "جورج"} & marked


def office_forms() -> dict[str, list[str]]:
    return {
        key: [form for number in INFLECTIONS for form in entry[number]]
        for key, entry in TITLES["offices"].items()
    }


class TestTitles:
    @pytest.mark.parametrize("section", ["honorifics", "offices", "kin", "modifiers"])
    def test_sections_are_sorted(self, section):
        assert list(TITLES[section]) == sorted(TITLES[section])

    def test_honorifics_have_a_rank_and_forms(self):
        for key, entry in TITLES["honorifics"].items():
            assert set(entry) == {"rank", "forms", "fixed"}, key
            assert entry["rank"] in RANKS, key
            assert entry["forms"] or entry["fixed"], key
            assert not doubles(entry["forms"] + entry["fixed"]), key

    def test_honorific_forms_stand_in_one_entry(self):
        owners = Counter(
            fold(form) for entry in TITLES["honorifics"].values() for form in entry["forms"] + entry["fixed"]
        )
        assert not [form for form, count in owners.items() if count > 1]

    def test_offices_say_what_they_mean(self):
        flags = ("affiliates", "official", "anonymous_if_unnamed")
        for key, entry in TITLES["offices"].items():
            assert set(entry) == {*flags, *INFLECTIONS, "links", "complements"}, key
            assert all(isinstance(entry[flag], bool) for flag in flags), key
            assert entry["masculine"] or entry["feminine"], key

    def test_forms_are_arabic_and_given_once_in_an_inflection(self):
        for key, entry in TITLES["offices"].items():
            for part in (*INFLECTIONS, "links", "complements"):
                assert not doubles(entry[part]), (key, part)
                assert all(ARABIC.fullmatch(form) for form in entry[part]), (key, part)

    def test_an_office_form_stands_in_one_entry(self):
        owners = defaultdict(set)
        for key, forms in office_forms().items():
            for form in forms:
                owners[fold(form)].add(key)
        assert not {form: keys for form, keys in owners.items() if len(keys) > 1}

    def test_unnamed_voices_are_marked(self):
        unnamed = {key for key, entry in TITLES["offices"].items() if entry["anonymous_if_unnamed"]}
        assert {"diplomat", "official", "source", "expert", "eyewitness"} <= unnamed
        assert not {"president", "prime_minister", "king", "minister"} & unnamed

    def test_broken_plurals_are_there(self):
        forms = {fold(form) for forms in office_forms().values() for form in forms}
        assert {
            fold(f) for f in ("رؤساء", "وزراء", "قادة", "سفراء", "أمناء", "نواب", "زعماء", "خبراء")
        } <= forms

    def test_particles_are_distinct(self):
        assert set(TITLES["particles"]) == {"arabic", "foreign", "kunya"}
        assert not doubles([word for words in TITLES["particles"].values() for word in words])


class TestNouns:
    def test_sections_and_keys(self):
        assert set(NOUNS) == {*NOUN_SECTIONS, "shared"}
        keys = [key for _, key, _ in noun_entries()]
        assert len(keys) == len(set(keys)) >= 200
        for section in NOUN_SECTIONS:
            assert list(NOUNS[section]) == sorted(NOUNS[section]), section

    def test_entries_are_well_formed(self):
        for _, key, entry in noun_entries():
            assert set(entry) == {"kind", "stands_state", "bare", *NUMBERS}, key
            assert entry["kind"] in set(ActorKind), key
            assert entry["bare"] in BARE, key
            assert isinstance(entry["stands_state"], bool), key
            assert any(entry[number] for number in NUMBERS), key

    def test_only_state_nouns_stand_for_the_state(self):
        for _, key, entry in noun_entries():
            assert not entry["stands_state"] or entry["kind"] == ActorKind.STATE, key

    def test_forms_are_arabic_without_article_and_given_once(self):
        for _, key, entry in noun_entries():
            for number in NUMBERS:
                assert not doubles(entry[number]), (key, number)
                assert all(ARABIC.fullmatch(form) for form in entry[number]), (key, number)

    def test_forms_shared_by_entries_are_exactly_those_listed(self):
        owners = defaultdict(set)
        for _, key, entry in noun_entries():
            for number in NUMBERS:
                for form in entry[number]:
                    owners[fold(form)].add(key)
        found = {form: keys for form, keys in owners.items() if len(keys) > 1}
        assert found == {fold(form): set(keys) for form, keys in NOUNS["shared"].items()}

    @pytest.mark.parametrize(
        ("form", "key"),
        [("حكومة", "government"), ("ألوية", "brigade"), ("مقاتلي", "fighters"), ("موالون", "loyalists")],
    )
    def test_broken_and_construct_plurals_are_there(self, form, key):
        entry = next(entry for _, other, entry in noun_entries() if other == key)
        assert form in {f for number in NUMBERS for f in entry[number]}


class TestCoverage:
    """The head words of actors that annotators marked in real articles are known here or elsewhere in the base."""

    FLOOR = 0.85

    def test_heads_of_annotated_groups_are_known(self, shared):
        heads = {fold(form).split()[0] for _, _, e in noun_entries() for n in NUMBERS for form in e[n]}
        names = {
            fold(n) for table in ("bodies", "groups", "states") for r in read_rows(table) for n in names_of(r)
        }
        known = heads | {fold(form).split()[0] for forms in office_forms().values() for form in forms}
        kinds = {"armed_group", "government", "party"}
        aliases = [
            fold(alias)
            for path in sorted((shared / "train").glob("*.json"))
            for actor in json.loads(path.read_text("utf8"))["actors"]
            if actor["kind"] in kinds
            for alias in actor["aliases"]
        ]
        assert len(aliases) > 1000
        found = sum(is_known(alias, known, names) for alias in aliases)
        assert found / len(aliases) >= self.FLOOR


def names_of(row: dict[str, str]) -> list[str]:
    return [name for name in (row.get("ar", ""), *split(row["aliases_ar"])) if name]


def is_known(alias: str, heads: set[str], names: set[str]) -> bool:
    bare = re.sub(r'[«»"“”().]', "", alias)
    stripped = re.sub(r"^و?(بال|لل|ال|ل|ب)", "", bare)
    first = {bare.split()[0], stripped.split()[0]} if bare.split() and stripped.split() else set()
    return bool(first & heads) or any(bare.startswith(name) or stripped.startswith(name) for name in names)
