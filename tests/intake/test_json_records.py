"""JSON of all shapes, whole and broken."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.intake import Defaults, Failure, Taken, read_inputs

if TYPE_CHECKING:
    from pathlib import Path

    from musnad.intake import Intake

TEXT = "قال ناطق باسم حكومة سندار إن المارشال سحب دعمه للوفد."
OTHER = "ونفت جمهورية الرافد أنها سلّحت أحداً من القادة."


def read(data: bytes, name: str = "-", **options: object) -> list[Intake]:
    return list(read_inputs([name], stdin=io.BytesIO(data), **options))  # type: ignore[arg-type]


def codes(items: list[Intake]) -> list[str]:
    return [item.error.code if isinstance(item, Failure) else "ok" for item in items]


def only(value: object) -> Taken:
    (item,) = read(json.dumps(value).encode())
    assert isinstance(item, Taken), item
    return item


def test_all_fields() -> None:
    taken = only(
        {
            "id": 7,
            "title": "ع",
            "publisher": "ص",
            "published": "1962-09-26",
            "text": TEXT,
            "url": "http://x",
            "n": [1],
        }
    )
    document = taken.document
    assert (document.id, document.title, document.publisher, document.url) == ("7", "ع", "ص", "http://x")
    assert (document.published, document.text, taken.notes) == (date(1962, 9, 26), TEXT, ())


def test_other_names_of_the_fields_and_empty_ones_count_as_absent() -> None:
    taken = only(
        {
            "text": "",
            "content": TEXT,
            "source": {"name": "وكالة"},
            "publishedAt": "1962-09-26T01:00:00Z",
            "headline": "خ",
        }
    )
    assert (taken.document.text, taken.document.publisher, taken.document.title) == (TEXT, "وكالة", "خ")
    assert taken.document.published == date(1962, 9, 26)
    assert only({"body": [TEXT, OTHER]}).document.text == f"{TEXT}\n{OTHER}"


def test_text_is_kept_to_the_letter() -> None:
    text = f"  {TEXT}\r\n\u200f{OTHER}\t"
    assert only({"text": text}).document.text == text


def test_characters_that_cannot_be_stored_are_replaced_one_for_one() -> None:
    taken = only({"text": f"{TEXT}\ud800\0{OTHER}", "published": "1962-09-26"})
    assert taken.document.text == f"{TEXT}\ufffd\ufffd{OTHER}"
    assert [(note.code, note.details) for note in taken.notes] == [("M153", (("count", "2"),))]


def test_misread_utf8_behind_escapes_is_mended() -> None:
    taken = only(
        {
            "title": OTHER.encode().decode("latin-1"),
            "text": TEXT.encode().decode("cp1256"),
            "date": "1962-09-26",
        }
    )
    assert (taken.document.text, taken.document.title) == (TEXT, OTHER)
    assert [note.code for note in taken.notes] == ["M152"]
    assert codes(
        read(json.dumps({"text": TEXT.encode().decode("latin-1").replace("\u0084", "?")}).encode())
    ) == ["M116"]


def test_ids_follow_the_content() -> None:
    first, second = only({"text": TEXT, "url": "a"}), only({"text": TEXT, "url": "b"})
    assert first.document.id == second.document.id
    assert len(first.document.id) == 16
    assert only({"text": OTHER}).document.id != first.document.id


def test_a_date_that_is_none_is_noted_and_the_document_kept() -> None:
    taken = only({"text": TEXT, "date": "بعد حين"})
    assert taken.document.published is None
    assert [note.code for note in taken.notes] == ["M150", "M151"]
    assert "بعد حين" in taken.notes[0].message("ar")


def test_defaults_fill_what_is_not_said() -> None:
    defaults = Defaults(date(1958, 2, 22), "صحيفة", "عنوان")
    first, second = read(
        json.dumps([{"text": TEXT}, {"text": OTHER, "publisher": "وكالة", "date": "1961-09-28"}]).encode(),
        defaults=defaults,
    )
    assert isinstance(first, Taken)
    assert isinstance(second, Taken)
    assert (first.document.published, first.document.publisher, first.document.title) == (
        date(1958, 2, 22),
        "صحيفة",
        "عنوان",
    )
    assert (second.document.published, second.document.publisher) == (date(1961, 9, 28), "وكالة")


def test_bad_lines_are_failures_with_their_numbers_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": TEXT}),
        "{broken",
        "",
        '"word"',
        '{"title": "x"}',
        '{"text": "english only"}',
        "[" * 9000,
        json.dumps({"text": OTHER}),
    ]
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join(rows), "utf8")
    items = list(read_inputs([str(file)]))
    assert codes(items) == ["ok", "M130", "M132", "M131", "M121", "M130", "ok"]
    assert [item.where.removeprefix(f"{file}:") for item in items] == ["1", "2", "4", "5", "6", "7", "8"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1256"])
@pytest.mark.parametrize("shape", ["lines", "array", "pretty array", "pretty"])
def test_shapes_and_encodings(encoding: str, shape: str) -> None:
    rows = [{"text": TEXT}, {"text": OTHER}]
    texts = {
        "lines": "\n".join(json.dumps(row, ensure_ascii=False) for row in rows),
        "array": json.dumps(rows, ensure_ascii=False),
        "pretty array": "\n\n" + json.dumps(rows, ensure_ascii=False, indent=2) + "\n",
        "pretty": json.dumps(rows[0], ensure_ascii=False, indent=2),
    }
    items = read(texts[shape].encode(encoding))
    expected = [TEXT] if shape == "pretty" else [TEXT, OTHER]
    assert [item.document.text for item in items if isinstance(item, Taken)] == expected
    assert len(items) == len(expected)


def test_lines_whose_first_is_broken_are_still_lines() -> None:
    rows = ['{"text": "cut', json.dumps({"text": TEXT}), json.dumps({"text": OTHER})]
    assert codes(read("\n".join(rows).encode())) == ["M130", "ok", "ok"]


def test_a_big_array_is_streamed_past_the_limit_of_one_document() -> None:
    rows = [{"text": TEXT * 20, "n": number} for number in range(400)]
    items = read(json.dumps(rows, ensure_ascii=False).encode(), limit=100_000)
    assert codes(items) == ["ok"] * 400


def test_an_array_gives_what_was_whole_before_its_fault() -> None:
    data = (json.dumps([{"text": TEXT}, {"text": OTHER}])[:-1] + ', {"text": ').encode()
    assert codes(read(data)) == ["ok", "ok", "M130"]
    assert codes(read(b"[{}, 5, null]")) == ["M131", "M132", "M132"]
    assert codes(read(b"[]")) == ["M120"]


def test_too_large_a_line_is_refused_and_the_next_read() -> None:
    rows = [json.dumps({"text": TEXT * 100}), json.dumps({"text": OTHER})]
    assert codes(read("\n".join(rows).encode(), limit=2000)) == ["M113", "ok"]
    assert codes(read(json.dumps([{"text": TEXT * 5000}]).encode(), limit=2000)) == ["M113"]


def test_a_truncated_archive_keeps_its_whole_lines(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl.gz"
    rows = [json.dumps({"text": f"{TEXT} {number * 7919}"}) for number in range(3000)]
    file.write_bytes(gzip.compress("\n".join(rows).encode())[:-500])
    items = list(read_inputs([str(file)]))
    assert codes(items[-1:]) == ["M112"]
    assert len(items) > 1000
    assert set(codes(items[:-1])) == {"ok"}


def test_records_of_nothing_useful_do_not_stop_the_rest() -> None:
    assert codes(read(b'{"text": 5}\n{"text": {"a": 1}}\n{}\n')) == ["M131", "M131", "M131"]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["text", "date", "source", "id", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.lists(JSON_VALUES, max_size=4))
def test_any_json_is_taken_or_refused(values: list[object]) -> None:
    for item in read("\n".join(map(json.dumps, values)).encode()) + read(json.dumps(values).encode()):
        assert isinstance(item, Taken | Failure)


def test_annotated_articles_are_read_to_the_letter(shared: Path) -> None:
    for folder in ("gold", "train"):
        files = sorted((shared / folder).glob("*.json"))
        items = list(read_inputs([str(shared / folder)]))
        assert codes(items) == ["ok"] * len(files)
        for item, file in zip(items, files, strict=True):
            record = json.loads(file.read_text("utf8"))
            assert isinstance(item, Taken)
            assert (item.document.id, item.document.text) == (record["id"], record["text"])
            assert item.document.published == date.fromisoformat(record["published"])


def test_a_corpus_streams_without_a_failure(shared: Path) -> None:
    file = shared / "data" / "news" / "antcorpus.jsonl.gz"
    if not file.is_file():
        pytest.skip("no news corpus beside the annotated articles")
    items = list(read_inputs([str(file)]))
    assert len(items) > 1000
    assert set(codes(items)) == {"ok"}
