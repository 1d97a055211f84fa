"""Bytes to text: every encoding Arabic is met in, what is mended, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from musnad.errors import MusnadError
from musnad.intake.encoding import decode
from musnad.intake.mojibake import is_spoilt, mend

NEWS = (
    "أعلن الجنرال مازن الكرخي، قائد لواء الوادي، تأييده لحكومة سندار، ونفى ما قيل عن خلاف مع حلفائه.\n"
    "وقال في بيان: «لن نسحب قواتنا قبل وقف القصف»؛ فهل يصدق الوعد؟\n"
)
ARABIC_WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؛؟ ", min_size=12, max_size=300)


def refusal(data: bytes, declared: str | None = None) -> str:
    with pytest.raises(MusnadError) as caught:
        decode(data, declared)
    return caught.value.code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"]
)
def test_news_comes_back_as_written(encoding: str) -> None:
    decoded = decode(NEWS.encode(encoding))
    assert decoded.text == NEWS
    assert decoded.notes == ()


def test_iso_8859_6_is_told_from_windows_1256() -> None:
    text = NEWS.replace("«", "").replace("»", "")
    decoded = decode(text.encode("iso8859_6"))
    assert (decoded.text, decoded.encoding) == (text, "iso8859-6")
    assert decode(text.encode("cp1256")).encoding == "cp1256"


@given(ARABIC_WORDS)
@example("سلامسلامسلام")
def test_unicode_round_trip(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(encoding)).text == text


@given(st.lists(st.sampled_from(NEWS.split()), min_size=6, max_size=60).map(" ".join))
def test_windows_1256_round_trip(text: str) -> None:
    assert decode(text.encode("cp1256")).text == text


def test_windows_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    text = "  أول\r\nثانٍ\r\n\r\n\tثالث \u200fرابع  "
    assert decode(text.encode()).text == text.replace("\r\n", "\n")


@pytest.mark.parametrize("wrong", ["latin-1", "cp1256"])
@pytest.mark.parametrize("times", [1, 2])
def test_misread_utf8_is_mended_with_a_note(wrong: str, times: int) -> None:
    spoilt = NEWS
    for _ in range(times):
        spoilt = spoilt.encode().decode(wrong)
    decoded = decode(spoilt.encode())
    assert decoded.text == NEWS
    assert [note.code for note in decoded.notes] == ["M152"]


def test_misread_windows_1252_is_mended_although_it_leaves_bytes_undefined() -> None:
    spoilt = "".join(
        bytes([b]).decode("cp1252") if b not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(b)
        for b in NEWS.encode()
    )
    assert "Ø£Ø¹Ù„Ù†" in spoilt
    assert decode(spoilt.encode()).text == NEWS


def test_only_the_spoilt_line_is_mended() -> None:
    first, second, _ = NEWS.split("\n")
    decoded = decode(f"{first}\n{second.encode().decode('cp1256')}".encode())
    assert decoded.text == f"{first}\n{second}"
    assert decoded.notes[0].details == (("count", "1"),)


def test_a_misread_line_that_is_mostly_latin_is_mended() -> None:
    line = "شركة «فالمونت» Valmont Mining and Railway Company Limited"
    assert mend(line.encode().decode("cp1256")).text == line


def test_misread_text_that_lost_bytes_is_refused() -> None:
    spoilt = NEWS.encode().decode("latin-1").replace("\u0084", "?")
    assert refusal(spoilt.encode()) == "M116"


def test_sound_text_is_never_mended() -> None:
    for text in (
        NEWS,
        "طظ، غط؛ عظ؟ طُظ",
        "أ، ب، ج، د.",
        "ط. أ، ت» ب؟",
        "Ørsted og Ø, Ù",
        "العملة ٥٠£ «طبق»",
        "",
    ):
        assert mend(text).text == text
        assert not is_spoilt(text)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n...", "M110"),
        (b"PK\x03\x04\x14\x00word/document.xml", "M110"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "M110"),
        (b"\x00\x01\x02\x03\x04" * 50, "M117"),
        (("نص عربي" * 20 + "\0").encode(), "M117"),
        (b"\xef\xbb\xbf" + "نص".encode() + b"\xff\xfe", "M115"),
        (NEWS.encode("utf-16")[:-1], "M115"),
        ("Правительство объявило о новых переговорах".encode("cp1251"), "M114"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_code(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_the_refusal_names_the_kind_of_file() -> None:
    with pytest.raises(MusnadError, match="DOCX"):
        decode(b"PK\x03\x04")


def test_a_stray_windows_1256_line_among_utf8() -> None:
    first = NEWS.split("\n", maxsplit=1)[0]
    decoded = decode(first.encode() * 5 + b"\n" + "قال الوزير إن الهدنة صامدة".encode("cp1256"))
    assert decoded.text == first * 5 + "\nقال الوزير إن الهدنة صامدة"
    assert [note.code for note in decoded.notes] == ["M154"]


def test_utf8_cut_within_its_last_letter_is_kept_with_a_note() -> None:
    decoded = decode(NEWS.strip().encode()[:-1] + b"\xd8")
    assert decoded.text.startswith(NEWS[:60])
    assert [note.code for note in decoded.notes] == ["M153"]


def test_the_declared_encoding_counts_only_where_it_fits() -> None:
    text = "قال وزير الخارجية إن بلاده لن تنسحب من الوادي"
    assert decode(text.encode("iso8859_6"), "iso-8859-6").text == text
    assert decode(text.encode(), "windows-1256").text == text
    assert decode(text.encode("cp1256"), "no-such-encoding").text == text


@given(st.binary(max_size=400))
def test_random_bytes_decode_or_are_refused(data: bytes) -> None:
    code = ""
    try:
        text = decode(data).text
    except MusnadError as error:
        code, text = error.code, ""
    assert code in {"", "M110", "M114", "M115", "M116", "M117"}
    assert "\0" not in text
