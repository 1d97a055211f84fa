"""The tables of the knowledge base are sound: ids, names, references, order, scripts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest
from babel import Locale

from musnad.arabic.folding import fold
from musnad.claims.model import ActorKind
from musnad.knowledge import knowledge_base, tables
from musnad.knowledge.entries import first_day, last_day
from musnad.knowledge.nisba import nisba_forms, plural_forms
from musnad.knowledge.sounds import sound_data

ACTOR_COLUMNS = [
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
STATE_COLUMNS = [
    "id",
    "territory",
    "wikidata",
    "ar",
    "en",
    "capital_ar",
    "capital_en",
    "nisba",
    "nisba_plural",
    "aliases_ar",
    "aliases_en",
    "metonyms",
    "since",
    "until",
]
ALL_TABLES = ("states", "places", *tables.ACTOR_TABLES)
SLUG = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*\Z")
QID = re.compile(r"Q[1-9][0-9]*\Z")
ARABIC = re.compile(r"[\u0621-\u064a]")
# Names in Arabic may carry a Latin trade name ("قناة i24"), English ones never an Arabic letter.
KINDS = {
    "bodies": {"igo", "government", "armed_group", "party", "company", "population"},
    "groups": {"armed_group", "party", "population", "government", "company"},
    "media": {"media"},
    "persons": {"person"},
    "places": {"place"},
}
AT_LEAST = {"states": 225, "places": 1300, "bodies": 500, "groups": 690, "media": 370, "persons": 900}


@pytest.fixture(params=ALL_TABLES)
def table(request):
    return request.param


def rows_with_ids():
    return [(table, row) for table in ALL_TABLES for row in tables.read_rows(table)]


def test_columns_are_the_agreed_ones(table):
    expected = STATE_COLUMNS if table == "states" else ACTOR_COLUMNS
    for row in tables.read_rows(table):
        assert list(row) == expected, row["id"]
        assert all(isinstance(value, str) and value == value.strip() for value in row.values()), row["id"]


def test_tables_have_not_shrunk(table):
    assert len(tables.read_rows(table)) >= AT_LEAST[table]


def test_sorted_by_id(table):
    ids = [row["id"] for row in tables.read_rows(table)]
    assert ids == sorted(ids)


def test_ids_are_slugs_and_unique_over_all_tables():
    counts = Counter(row["id"] for _, row in rows_with_ids())
    assert [i for i, n in counts.items() if n > 1] == []
    assert [i for i in counts if not SLUG.match(i)] == []


def test_wikidata_ids_are_well_formed_and_unique():
    ids = [(row["wikidata"], row["id"]) for _, row in rows_with_ids() if row["wikidata"]]
    assert [pair for pair in ids if not QID.match(pair[0])] == []
    counts = Counter(q for q, _ in ids)
    assert [pair for pair in ids if counts[pair[0]] > 1] == []


def test_kinds_are_known_and_belong_to_their_table():
    for table, kinds in KINDS.items():
        assert kinds <= {kind.value for kind in ActorKind}
        assert {row["kind"] for row in tables.read_rows(table)} <= kinds, table


def test_states_referred_to_exist():
    states = {row["id"] for row in tables.read_rows("states")}
    for table in ALL_TABLES[1:]:
        assert {row["state"] for row in tables.read_rows(table)} - states <= {""}, table


def test_dates_are_iso_and_in_order():
    for _, row in rows_with_ids():
        if row["since"]:
            first_day(row["since"])
        if row["until"]:
            last_day(row["until"])
        if row["since"] and row["until"]:
            assert first_day(row["since"]) <= last_day(row["until"]), row["id"]


def test_arabic_columns_are_arabic_and_english_ones_are_not(table):
    arabic = (
        "ar",
        "aliases_ar",
        *(("capital_ar", "nisba", "nisba_plural", "metonyms") if table == "states" else ()),
    )
    english = ("en", "aliases_en", *(("capital_en",) if table == "states" else ()))
    for row in tables.read_rows(table):
        assert row["ar"], row["id"]
        assert row["en"], row["id"]
        for name in (name for column in arabic for name in tables.split(row[column])):
            assert ARABIC.search(name), (row["id"], name)
        for name in (name for column in english for name in tables.split(row[column])):
            assert not ARABIC.search(name), (row["id"], name)
            assert re.search(r"[A-Za-z0-9]", name), (row["id"], name)


def test_no_empty_or_repeated_name_inside_an_entry():
    for _, row in rows_with_ids():
        for columns, form in ((("ar", "aliases_ar"), fold), (("en", "aliases_en"), str.lower)):
            cells = [row[columns[0]], *(row[columns[1]].split("|") if row[columns[1]] else [])]
            forms = [form(cell) for cell in cells]
            assert all(cell == " ".join(cell.split()) and cell for cell in cells), row["id"]
            assert [f for f, n in Counter(forms).items() if n > 1] == [], row["id"]


def test_a_name_that_several_entries_share_is_listed_as_ambiguous():
    base, listed = knowledge_base(), tables.read_preferences()
    shared = {
        (form, ids)
        for index in (base.names, base.names_en, base.places, base.places_en)
        for form, ids in index.items()
        if len(ids) > 1
    }
    assert [(form, ids) for form, ids in shared if set(ids) != set(listed.get(form, ()))] == []


def test_the_list_of_ambiguous_names_is_no_longer_than_it_must_be():
    base = knowledge_base()
    rows = tables.read_rows("ambiguous")
    assert [row["form"] for row in rows] == sorted({fold(row["form"]) for row in rows})
    for row in rows:
        ids = set(tables.split(row["ids"]))
        assert row["reason"], row["form"]
        assert ids in (set(base.names.get(row["form"], ())), set(base.places.get(row["form"], ()))), row[
            "form"
        ]


def test_ordinary_words_are_names_and_have_reasons():
    base = knowledge_base()
    rows = tables.read_rows("ordinary")
    assert [row["form"] for row in rows] == sorted({fold(row["form"]) for row in rows})
    for row in rows:
        assert row["reason"], row["form"]
        assert row["form"] in base.names or row["form"] in base.places or row["form"] in base.nisba, row[
            "form"
        ]


def test_states_carry_the_names_of_cldr():
    """A new edition of CLDR that renames a territory shows here."""
    base = knowledge_base()
    for row in tables.read_rows("states"):
        for language, names in (("ar", base.names), ("en", base.names_en)):
            cldr = Locale(language).territories.get(row["territory"], "")
            if cldr and "(" not in cldr and " - " not in cldr:
                form = fold(cldr) if language == "ar" else cldr.lower()
                assert row["id"] in names.get(form, ()), (row["id"], cldr)


def test_every_sovereign_territory_of_cldr_has_a_state():
    known = {row["territory"] for row in tables.read_rows("states")}
    un_members_sample = (
        "AE AF AL DZ EG FR GB IQ IR LY PS QA RU SA SD SO SY TN TR US UA VE YE ZA ZW SS TL ME XK VA"
    )
    assert set(un_members_sample.split()) <= known
    assert known - set(Locale("en").territories) <= {""}


def test_nisba_bases_end_in_ya_and_no_form_belongs_to_two_states():
    owners: dict[str, set[str]] = defaultdict(set)
    for state in tables.read_states():
        for base in state.nisba:
            assert any(word.endswith("ي") for word in fold(base).split()), (state.actor.id, base)
            for form in nisba_forms(base):
                owners[form].add(state.actor.id)
        for plural in state.nisba_plural:
            for form in plural_forms(plural):
                owners[form].add(state.actor.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_a_name_that_is_a_demonym_too_means_the_same_state():
    base = knowledge_base()
    for form in base.names.keys() & base.nisba.keys():
        for actor_id in base.names[form]:
            actor = base.actors[actor_id]
            same = base.nisba[form] in (actor_id, actor.state)
            people_without_state = actor.kind is ActorKind.POPULATION and actor.state is None
            assert same or people_without_state, (form, actor_id)


def test_sounds_name_only_shared_classes():
    data = sound_data()
    classes = {
        script: {
            c
            for part in ("consonants", "vowels")
            for cell in data[script][part].values()
            for c in cell.split()
        }
        for script in ("arabic", "latin")
    }
    assert classes["latin"] - classes["arabic"] <= {"h", "q"} | {"a"}
    assert set(data["articles"]).isdisjoint({"abu", "abd"})
