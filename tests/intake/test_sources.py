"""Paths, folders, standard input, and every obstacle on the way."""

from __future__ import annotations

import errno
import gzip
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musnad.intake import Defaults, Failure, Taken, count_inputs, files, read_inputs

if TYPE_CHECKING:
    from musnad.intake import Intake

TITLE = "الرافد تؤيد الهدنة في وادي الزيتون"
TEXT = f"{TITLE}\n\nأيدت جمهورية الرافد أمس الهدنة، ورفضها الجنرال مازن الكرخي.\n"


def code(item: Intake) -> str:
    return item.error.code if isinstance(item, Failure) else "ok"


def read(*paths: Path | str, **options: Any) -> list[Intake]:
    return list(read_inputs([str(path) for path in paths], **options))


def one_code(path: Path | str) -> str:
    (item,) = read(path)
    return code(item)


def test_a_text_file_is_the_article_to_the_letter(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode("cp1256"))
    (item,) = read(file, defaults=Defaults(date(1931, 5, 12), "بريد الساحل"))
    assert isinstance(item, Taken)
    assert (item.document.text, item.document.title) == (TEXT, TITLE)
    assert (item.document.published, item.document.publisher) == (date(1931, 5, 12), "بريد الساحل")
    assert item.where == str(file)


def test_a_first_sentence_is_no_title(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("قال الوزير إنه لن يستقيل.\nثم استقال.", "utf8")
    (item,) = read(file)
    assert isinstance(item, Taken)
    assert item.document.title == ""


def test_a_folder_is_read_in_order_at_any_depth_without_the_hidden(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in (
        "z.txt",
        "b/c/1.txt",
        "b/2.jsonl",
        "a.json.gz",
        ".hidden.txt",
        ".git/x.txt",
        "notes.docx",
        "README.md",
    ):
        body = TEXT if name.endswith(".txt") else json.dumps({"text": TEXT})
        data = body.encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    items = read(tmp_path)
    assert [Path(item.where.split(":")[0]).relative_to(tmp_path).as_posix() for item in items] == [
        "a.json.gz", "b/2.jsonl", "b/c/1.txt", "z.txt",
    ]  # fmt: skip
    assert {code(item) for item in items} == {"ok"}


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-16"),
        json.dumps({"text": TEXT}).encode(),
        gzip.compress(TEXT.encode()),
        gzip.compress(json.dumps([{"text": TEXT}]).encode()),
    ],
)
def test_standard_input_is_sniffed(data: bytes) -> None:
    (item,) = read("-", stdin=io.BytesIO(data))
    assert isinstance(item, Taken)
    assert item.document.text == TEXT


def test_a_bracketed_dateline_is_no_json() -> None:
    (item,) = read("-", stdin=io.BytesIO("[بورت علدين – خاص] قال الوزير".encode()))
    assert code(item) == "ok"


def test_no_standard_input_and_a_closed_one() -> None:
    closed = io.BytesIO()
    closed.close()
    assert [code(item) for item in read("-")] == ["M109"]
    assert [code(item) for item in read("-", stdin=closed)] == ["M107"]
    assert [code(item) for item in read("-", stdin=io.BytesIO())] == ["M120"]


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    assert one_code(tmp_path / "none.txt") == "M101"
    assert one_code("a\0b") == "M101"
    assert one_code(tmp_path / "broken.txt") == "M103"
    assert one_code(tmp_path / "loop.txt") == "M104"
    assert one_code(tmp_path / "pipe.txt") == "M105"
    assert one_code(tmp_path / "empty") == "M108"
    assert one_code(tmp_path / ("ا" * 300)) == "M107"
    assert sorted(code(item) for item in read(tmp_path)) == ["M103", "M104", "M105"]


def test_a_folder_linked_inside_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [code(item) for item in read(tmp_path)] == ["ok", "M104"]


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PermissionError(errno.EACCES, "no"), "M102"),
        (FileNotFoundError(errno.ENOENT, "gone"), "M106"),
        (OSError(errno.EIO, "Input/output error"), "M107"),
    ],
)
def test_files_that_fail_when_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, expected: str
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf8")

    def opening(path: str, mode: str) -> Any:
        if path.endswith("a.txt"):
            raise error
        return Path(path).open(mode)

    monkeypatch.setattr(files, "open", opening, raising=False)
    assert [code(item) for item in read(tmp_path)] == [expected, "ok"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_permission_denied_for_real(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf8")
    file.chmod(0)
    assert one_code(file) == "M102"


def test_a_name_of_any_bytes_can_be_shown(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_text(TEXT, "utf8")
    (item,) = read(tmp_path)
    assert item.where.endswith("?.txt")
    assert code(item) == "ok"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "M120"),
        ("a.txt", b" \n\n", "M120"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:-9], "M112"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:20] + b"\xff" * 60, "M111"),
        ("a.txt.gz", b"\x00\x01\x02\x03" * 9, "M111"),
        ("a.txt.gz", b"", "M111"),
        ("a.txt.gz", TEXT.encode(), "ok"),
        ("a.txt", gzip.compress(TEXT.encode()), "ok"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "M110"),
        ("a.txt", b"English only.", "M121"),
        ("a.json", b"{", "M130"),
        ("a.html", TEXT.encode(), "M140"),
        ("article", TEXT.encode(), "ok"),
    ],
)
def test_contents_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert one_code(file) == expected


def test_the_limit_is_one_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT * 30, "utf8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"\n" * 5_000_000))
    (tmp_path / "c.txt").write_text(TEXT, "utf8")
    assert [code(item) for item in read(tmp_path, limit=2000)] == ["M113", "M113", "ok"]


def test_one_bad_input_never_stops_the_rest(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, "utf8")
    assert [code(item) for item in read(tmp_path / "none", good, "-", good)] == ["M101", "ok", "M109", "ok"]


def test_counting_is_cheap_or_declined(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf8")
    (tmp_path / "b.html").write_text("x", "utf8")
    (tmp_path / "c.jsonl").write_text('{"a":1}\n\n{"a":2}\n', "utf8")
    assert count_inputs([str(tmp_path)]) == 4
    assert count_inputs([str(tmp_path / "none")]) == 1
    assert count_inputs(["-"]) is None
    (tmp_path / "d.json").write_text('{\n  "text": "x"\n}\n', "utf8")
    assert count_inputs([str(tmp_path)]) == 5
    (tmp_path / "d.json").write_text("[]", "utf8")
    assert count_inputs([str(tmp_path)]) is None
    assert count_inputs([]) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.binary(max_size=600),
    st.sampled_from(["txt", "json", "jsonl", "html", "txt.gz", "jsonl.gz", "x"]),
    st.booleans(),
)
def test_random_bytes_never_raise(tmp_path: Path, data: bytes, ending: str, packed: bool) -> None:
    file = tmp_path / f"random.{ending}"
    file.write_bytes(gzip.compress(data) if packed else data)
    for item in read(file):
        assert isinstance(item, Taken | Failure)
        assert item.where


def test_slow_libraries_are_loaded_only_when_needed() -> None:
    program = "import sys, musnad.intake; sys.exit(any(m in sys.modules for m in ('trafilatura', 'charset_normalizer', 'babel')))"
    assert (
        subprocess.run(
            [sys.executable, "-c", program], check=False, env={"PYTHONPATH": os.pathsep.join(sys.path)}
        ).returncode
        == 0
    )


def test_the_example_articles_are_all_read_with_their_dates(examples: Path) -> None:
    items = read(examples / "articles", defaults=Defaults(date(2021, 5, 18), "بريد الساحل"))
    assert [code(item) for item in items] == ["ok"] * 9
    for item in items:
        assert isinstance(item, Taken)
        assert item.notes == ()
        assert item.document.title
        assert item.document.text.startswith(item.document.title)
