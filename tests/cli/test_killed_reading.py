"""A reading run that is killed half-way: whole documents stay, and a second run completes the folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

from musnad.ledger import LedgerStore

TEXT = "التقى وزير الخارجية المصري نظيره الفرنسي في القاهرة، وأكد أن مصر تدعم الحكومة السورية. رقم {n}."
ARTICLES = 40


def test_sigkill_half_way_through_a_folder_loses_nothing(tmp_path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(ARTICLES):
        article = {
            "id": f"a{n:03}",
            "text": TEXT.format(n=n) * 6,
            "published": "1958-02-01",
            "publisher": "الأهرام",
        }
        (folder / f"{n:03}.json").write_text(json.dumps(article, ensure_ascii=False), "utf8")
    ledger = tmp_path / "killed.ledger"
    command = [
        sys.executable,
        "-m",
        "musnad",
        "--ledger",
        str(ledger),
        "read",
        str(folder),
        "--format",
        "jsonl",
    ]
    environment = {**os.environ, "MUSNAD_LANG": "en"}

    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    assert process.stdout is not None
    for _ in range(5):
        assert process.stdout.readline(), "the run ended before it could be killed"
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    process.stdout.close()
    time.sleep(0.1)

    with LedgerStore.open(ledger) as store:
        counts = store.counts()
        assert 0 < counts.documents < ARTICLES
        assert counts.documents == counts.readings
        assert store.check() == ()
        for document in store.documents():
            assert store.reading(document.hash).claims

    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=True)
    with LedgerStore.open(ledger) as store:
        assert store.counts().documents == ARTICLES
        assert store.counts().readings == ARTICLES
