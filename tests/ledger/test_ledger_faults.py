"""Killed, locked, damaged, full, forbidden: what is stored stays whole, and people are told what to do."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import pytest
from ledger_builders import DOCUMENT, NOON, document, reading

from musnad.claims.identity import content_hash
from musnad.errors import MusnadError
from musnad.ledger import ClaimQuery, LedgerStore, writing

HERE = Path(__file__).parent
WRITER = """
import sys
from ledger_builders import NOON, document, reading
from musnad.ledger import LedgerStore
with LedgerStore.open(sys.argv[1]) as store:
    print("ready", flush=True)
    for number in range(int(sys.argv[2])):
        store.add(reading(document=document(number)), recorded=NOON)
        print(number, flush=True)
"""


def environment():
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *filter(None, sys.path)])}


def writer(path, number, **options):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(number)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        **options,
    )


def code_of(action, *arguments, **named):
    with pytest.raises(MusnadError) as caught:
        action(*arguments, **named)
    assert caught.value.message("ar") != caught.value.message("en")
    return caught.value.code


def whole(store):
    """Every document has its one reading with all claims; returns how many documents there are."""
    counts = store.counts()
    assert store.check() == ()
    assert counts.documents == counts.readings
    assert counts.claims == counts.current == 3 * counts.documents
    assert len(list(store.claims(ClaimQuery(text="التاجر", include_rejected=True)))) == 3 * counts.documents
    for ref in store.documents():
        article = document(int(ref.id.removeprefix("valley-")))
        assert store.reading(ref.hash) == reading(document=article)
    return counts.documents


@pytest.mark.parametrize("after", [0, 1, 7, 20])
def test_a_killed_writer_leaves_whole_documents_and_a_rerun_completes(path, after):
    child = writer(path, 500)
    for line in child.stdout:
        if line.strip() == str(after):
            break
    time.sleep(0.003 * (after % 3))  # not always just behind a commit
    child.kill()
    assert child.wait() == -signal.SIGKILL
    reported = after + 1 + len(child.stdout.read().split("\n")[:-1])
    with LedgerStore.open(path) as store:
        stored = whole(store)
        assert reported <= stored < 500
        for number in range(30):
            store.add(reading(document=document(number)), recorded=NOON)
        assert whole(store) == max(stored, 30)


def test_a_writer_waits_for_the_lock_and_then_says_so(path):
    with LedgerStore.open(path, timeout=0.2) as store, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        start = time.monotonic()
        assert code_of(store.add, reading(), recorded=NOON) == "M306"
        assert time.monotonic() - start >= 0.2
        assert store.counts().documents == 0  # reading needs no lock
        other.rollback()
        assert store.add(reading(), recorded=NOON).new_document


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be read as one " * 100, b"\x00" * 4096]
)
def test_what_is_no_database_is_left_alone(path, content):
    path.write_bytes(content)
    assert code_of(LedgerStore.open, path) == "M302"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE claims (id)")
        other.commit()
    before = path.read_bytes()
    assert code_of(LedgerStore.open, path) == "M305"
    assert path.read_bytes() == before


def test_damage_is_reported(path):
    with LedgerStore.open(path) as store:
        for number in range(40):
            store.add(reading(document=document(number)), recorded=NOON)
    with closing(sqlite3.connect(path)) as raw:
        size = raw.execute("PRAGMA page_size").fetchone()[0]
        page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claims'").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    with LedgerStore.open(path) as store:
        found = store.check()
        assert found
        assert {error.code for error in found} == {"M303"}
        assert code_of(list, store.claims(ClaimQuery())) == "M303"


def test_rows_that_refer_to_nothing_are_reported(path):
    with LedgerStore.open(path) as store:
        store.add(reading(), recorded=NOON)
        with closing(sqlite3.connect(path)) as other:
            other.execute("DELETE FROM actors")
            other.commit()
        found = store.check()
    assert {error.code for error in found} == {"M314"}
    assert {error.details["table"] for error in found} >= {"claim_actors", "mentions", "reading_actors"}


def test_a_missing_ledger_is_made_only_where_that_is_wanted(tmp_path):
    path = tmp_path / "new folder" / "مجلد" / "ledger.db"
    assert code_of(LedgerStore.open, path, create=False) == "M300"
    assert not path.parent.exists()
    with LedgerStore.open(f"sqlite:///{path}") as store:
        assert store.location == str(path)
    assert path.exists()
    path.write_bytes(b"")
    assert code_of(LedgerStore.open, path, create=False) == "M300"
    LedgerStore.open(path).close()


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("mysql://host/ledger", "M308"),
        ("sqlite://", "M308"),
        ("nonsense://", "M308"),
        ("postgresql://nobody@127.0.0.1:1/none", "M30[89]"),
        ("/dev/null/ledger.db", "M301"),
    ],
)
def test_locations_that_cannot_be(location, code):
    with pytest.raises(MusnadError, match=rf"\[{code}\]"):
        LedgerStore.open(location)


def test_a_folder_is_no_ledger(tmp_path):
    assert code_of(LedgerStore.open, tmp_path) == "M308"


def test_a_password_is_not_shown():
    with pytest.raises(MusnadError) as caught:
        LedgerStore.open("postgresql://nobody:secret@127.0.0.1:1/none")
    assert "secret" not in str(caught.value)


READ_ONLY = """
import os, sys
from pathlib import Path
from ledger_builders import NOON, reading
from musnad.errors import MusnadError, catalogue
from musnad.ledger import ClaimQuery, LedgerStore
path = Path(sys.argv[1])
LedgerStore.open(path.parent / "warm.db").add(reading(), recorded=NOON)
catalogue()
(path.parent / "warm.db").unlink()
os.chmod(path.parent, 0o555); os.chmod(path, 0o444)
if os.getuid() == 0:
    os.setgroups([]); os.setegid(65534); os.seteuid(65534)
for attempt in (lambda: LedgerStore.open(path).add(reading(), recorded=NOON),
                lambda: LedgerStore.open(path.parent / "new.db"),
                lambda: LedgerStore.open(path.parent / "new" / "new.db")):
    try:
        attempt()
        print("stored")
    except MusnadError as error:
        print(error.code)
"""


@pytest.fixture
def open_folder():
    """A folder that other users can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "folder"
        folder.mkdir()
        Path(name).chmod(0o755)
        yield folder
        folder.chmod(0o755)


def test_a_folder_that_may_not_be_written(open_folder):
    path = open_folder / "ledger.db"
    LedgerStore.open(path).close()
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.stdout.split() == ["M301", "M301", "M301"], done.stderr


def test_a_full_disk_loses_nothing_stored(path):
    LedgerStore.open(path).close()

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    child = writer(path, 5000, preexec_fn=limit)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 1
    assert "[M307]" in err, err[-2000:]
    with LedgerStore.open(path) as store:
        stored = whole(store)
        assert 0 < int(out.split()[-1]) + 1 == stored
        store.add(reading(document=document(9999)), recorded=NOON)


def test_a_failure_inside_a_document_leaves_nothing_of_it(store, monkeypatch):
    def broken(*_):
        raise MemoryError

    monkeypatch.setattr(writing, "source_rows", broken)
    with pytest.raises(MemoryError):
        store.add(reading(), recorded=NOON)
    assert store.counts().documents == store.counts().actors == 0
    assert not store.has(content_hash(DOCUMENT), "reader 1.0")
    monkeypatch.undo()
    assert store.add(reading(), recorded=NOON).claims == 3
