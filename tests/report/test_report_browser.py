"""The page as Chromium shows it: order of words, marks, width, dark colours, contrast, print."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from itertools import pairwise

import pytest
import report_sample as sample

from musnad.claims.model import Document, Reading
from musnad.report import render_report

pytestmark = pytest.mark.browser
HOSTILE = "أول \u202e abc \u2069 def آخر \u202d ثاني ثالث\r\nسطر\rبعده \u2067 <b> &amp; \u2029 نهاية\n\n"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Left and right of the first place where the words stand, in any text node under the selector.
_PLACE = """([selector, words]) => {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at); range.setEnd(node, at + words.length);
    const box = range.getBoundingClientRect();
    return {left: box.left, right: box.right, top: box.top};
  }
  return null;
}"""
# Contrast (WCAG 2) of each text-bearing element's colour with the first opaque background behind it.
_CONTRAST = """() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    let back = e;
    while (back && parse(getComputedStyle(back).backgroundColor)[3] === 0) back = back.parentElement;
    const [a, b] = [parse(getComputedStyle(e).color), parse(getComputedStyle(back || document.documentElement).backgroundColor)]
      .map(light).sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) bad.push(e.className + ': ' + e.textContent.slice(0, 30) + ' ' + ((a + .05) / (b + .05)).toFixed(2));
  }
  return bad;
}"""


@pytest.fixture(scope="module")
def chromium():
    found = os.environ.get("MUSNAD_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        message = "no Chromium (set MUSNAD_CHROMIUM to its executable)"
        if os.environ.get("MUSNAD_REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    paths = {}
    for lang in ("ar", "en"):
        paths[lang] = folder / f"{lang}.html"
        paths[lang].write_text(render_report(sample.content(), lang), "utf8")
    hostile = Reading(Document("o", HOSTILE), (), (), "r")
    paths["override"] = folder / "override.html"
    paths["override"].write_text(render_report(replace(sample.content(), articles=(hostile,)), "ar"), "utf8")
    return paths


@pytest.fixture
def show(chromium, files):
    """Opens the page in a language, width and colour scheme; fails on any console message or request but its own."""
    pages, troubles = [], []

    def opened(lang="ar", width=1200, scheme="light"):
        page = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        pages.append(page)
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        uri = files[lang].as_uri()
        page.on("request", lambda request: troubles.append(request.url) if request.url != uri else None)
        page.goto(uri)
        return page

    yield opened
    for page in pages:
        page.close()
    assert troubles == []


def places(page, selector, *words):
    found = [page.evaluate(_PLACE, [selector, w]) for w in words]
    assert all(found), f"not all of {words} are shown"
    return found


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_arabic_runs_right_to_left_with_latin_and_digits_in_place(show, lang):
    page = show(lang, width=1200)
    selector = "article.text"
    line = places(page, selector, "صحيفة", "Coral", "لندن", "شركة")
    assert len({round(p["top"] / 30) for p in line}) == 1, "the words are not on one line"
    assert all(first["left"] >= second["right"] - 1 for first, second in pairwise(line))
    coral, gazette = places(page, selector, "Coral", "Gazette")
    assert coral["right"] <= gazette["left"] + 1
    digits = places(page, selector, "منذ عام", "1929", "وأنها")
    assert digits[0]["left"] >= digits[1]["right"] - 1 >= digits[2]["right"] - 2


def test_signed_figures_keep_their_sign_on_the_left(show):
    minus, rest = show().evaluate("""() => {
      const figure = [...document.querySelectorAll('.figure')].find(f => f.textContent.startsWith('−'));
      return [[0, 1], [1, 5]].map(([a, b]) => { const r = document.createRange();
        r.setStart(figure.firstChild, a); r.setEnd(figure.firstChild, b); return r.getBoundingClientRect().left; });
    }""")
    assert minus < rest


def test_an_override_reorders_nothing_outside_its_box(show):
    page = show("override")
    first, abc, last = places(page, "article.text p", "أول", "abc", "آخر")
    assert first["left"] >= abc["right"] > abc["left"] >= last["right"]
    a, c = (page.evaluate(_PLACE, ["article.text p", letter]) for letter in ("ab", "c"))
    assert a["right"] <= c["left"] + 1, "Latin letters run backwards"
    second, third = places(page, "article.text p", "ثاني", "ثالث")
    assert second["left"] >= third["right"], "an override turned Arabic words round"


def test_the_browser_too_finds_the_article_character_for_character(show):
    assert show("override").evaluate("document.querySelector('article.text').textContent") == HOSTILE


def test_marks_are_seen_and_differ_by_more_than_colour(show):
    page = show()
    looks = page.evaluate("""() => Object.fromEntries(['plus', 'minus', 'zero'].map(s => {
      const m = document.querySelector(`article.text mark.${s}:not(.hollow)`), c = getComputedStyle(m), b = m.getBoundingClientRect();
      return [s, [c.textDecorationLine, c.textDecorationStyle, c.backgroundColor, b.width > 4 && b.height > 4]]; }))""")
    assert {look[1] for look in looks.values()} == {"solid", "dashed", "dotted"}
    assert len({look[2] for look in looks.values()}) == 3
    assert all(look[0] == "underline" and look[3] for look in looks.values())
    numbers = page.evaluate("getComputedStyle(document.querySelector('#a1-r2'), '::before').content")
    assert numbers == '"2"' or "data-number" in numbers


@pytest.mark.parametrize("width", [360, 1200])
def test_the_keyboard_opens_the_chain_within_the_page(show, width):
    page = show(width=width)
    tip = "getComputedStyle(document.querySelector('article.text mark.plus'), '::after').content"
    assert page.evaluate(tip) == "none"
    page.locator("article.text mark.plus").first.focus()
    assert "none" not in page.evaluate(tip)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_no_sideways_scrolling_on_a_small_screen_even_with_all_opened(show, lang):
    page = show(lang, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(show, scheme):
    page = show(scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate(_CONTRAST) == []


def test_dark_is_dark(show):
    colours = [
        show(scheme=scheme).evaluate("getComputedStyle(document.documentElement).backgroundColor")
        for scheme in ("light", "dark")
    ]
    sums = [sum(int(n) for n in colour[4:-1].split(",")) for colour in colours]
    assert sums[0] > 600
    assert sums[1] < 150


def test_print_shows_the_evidence_and_no_hover_text(show):
    page = show()
    page.emulate_media(media="print")
    assert page.evaluate("document.querySelector('details .voices li').getBoundingClientRect().height") > 20
    assert page.evaluate("document.querySelector('#a1-n1').getBoundingClientRect().height") > 10
    assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"


def test_names_in_the_network_do_not_cover_each_other(show):
    for lang in ("ar", "en"):
        boxes = show(lang).evaluate("""() => [...document.querySelectorAll('.network .node text')].map(t => {
          const b = t.getBoundingClientRect(); return [b.left, b.right, b.top, b.bottom]; })""")
        assert len(boxes) == len(sample.ACTORS)
        for i, a in enumerate(boxes):
            for b in boxes[i + 1 :]:
                assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]
