"""The article inside a page, and pages without one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.errors import MusnadError
from musnad.intake import Defaults, Taken
from musnad.intake.html import declared_encoding, read_html

TITLE = "المارشال رامي السهلي يسحب دعمه لحكومة سندار"
BODY = [
    "أعلن المارشال رامي السهلي، قائد جيش الساحل، مساء الثلاثاء سحب دعمه لحكومة سندار بعد أشهر من الخلاف حول ميناء القمر، وفق بيان بثته إذاعة محلية.",
    "وقال مصدر في وزارة الخارجية إن الحكومة فوجئت بالقرار، مضيفاً أن جمهورية الرافد المجاورة عرضت وساطة لم ترد عليها الأطراف حتى الآن.",
    "ونفى ناطق باسم المارشال ما ذكرته صحف الرافد من أن الانسحاب جاء بطلب من دولة أجنبية، مؤكداً أن «القرار سنداري خالص».",
]
PAGE = """<!DOCTYPE html>
<html lang="ar"><head><meta charset="{charset}"><title>{title} - بريد الساحل</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="بريد الساحل">
<meta property="article:published_time" content="1931-05-12T09:00:00+02:00">
<link rel="canonical" href="https://barid.example/1931/05/12/rami"></head>
<body><nav><a href="/">الرئيسية</a><a href="/sport">رياضة</a></nav>
<article><h1>{title}</h1>{body}</article><footer>جميع الحقوق محفوظة 1999</footer></body></html>"""


def page(body: str | None = None, charset: str = "utf-8") -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY) if body is None else body
    return PAGE.format(title=TITLE, body=paragraphs, charset=charset)


def refusal(data: bytes) -> str:
    with pytest.raises(MusnadError) as caught:
        read_html(data, "page.html", Defaults())
    return caught.value.code


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("windows-1256", "cp1256"),
        ("iso-8859-6", "cp1256"),
        ("windows-1256", "utf-8"),
        ("utf-16", "utf-16"),
    ],
)
def test_an_article_with_its_metadata(charset: str, encoding: str) -> None:
    taken = read_html(page(charset=charset).encode(encoding), "page.html", Defaults())
    assert isinstance(taken, Taken)
    document = taken.document
    assert document.title == TITLE
    assert document.publisher == "بريد الساحل"
    assert document.url == "https://barid.example/1931/05/12/rami"
    assert document.text.startswith(f"{TITLE}\n")
    assert all(part in document.text for part in BODY)
    assert "رياضة" not in document.text
    assert "الحقوق" not in document.text


def test_the_day_comes_from_the_page() -> None:
    modern = page().replace("1931-05-12T09", "2019-05-12T09")
    assert read_html(modern.encode(), "p", Defaults()).document.published == date(2019, 5, 12)
    assert read_html(page().encode(), "p", Defaults()).document.published == date(1931, 5, 12)


def test_a_page_without_a_day_takes_the_default_and_never_the_footers_year() -> None:
    undated = page().replace("article:published_time", "x").replace("/1931/05/12", "")
    taken = read_html(undated.encode(), "p", Defaults())
    assert taken.document.published is None
    assert [note.code for note in taken.notes] == ["M151"]
    assert read_html(undated.encode(), "p", Defaults(date(1931, 5, 12))).document.published == date(
        1931, 5, 12
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (page("<p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك. اقبل الكل للمتابعة.</p>").encode(), "M142"),
        (b"<html><body><h1>Just a moment...</h1><p>Checking your browser</p></body></html>", "M142"),
        (page("").encode(), "M143"),
        (b"<html><body></body></html>", "M141"),
        (page("<p>خبر قصير.</p>").encode(), "M143"),
        ("نص بلا وسوم".encode(), "M140"),
        (b"  ", "M120"),
        (b"%PDF-1.4 <html>", "M110"),
    ],
)
def test_pages_without_an_article(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_page_in_another_language() -> None:
    body = "<p>" + "The marshal withdrew his support from the government of Sindar on Tuesday. " * 8 + "</p>"
    assert refusal(f"<html><body><article>{body}</article></body></html>".encode()) == "M121"


def test_the_declared_encoding() -> None:
    assert (
        declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">')
        == "windows-1256"
    )
    assert declared_encoding(b"<meta charset=UTF-8>") == "UTF-8"
    assert declared_encoding(b"<p>charset=none</p>") is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div",
                ">",
                "<!--",
                "<script>",
                "</",
                "&#0;",
                "&#xD800;",
                "<table>",
                *BODY,
                "<meta charset=",
            ]
        ),
        max_size=30,
    )
)
def test_broken_pages_are_read_or_refused(parts: list[str]) -> None:
    data = ("<html>" + "".join(parts)).encode()
    try:
        text = read_html(data, "p", Defaults()).document.text
    except MusnadError as error:
        text = error.message("ar")
    assert text.encode()
