"""The trigger lexicon's data files: well formed, consistent, and wide enough for the annotated articles."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from musnad.arabic.folding import fold, fold_with_map
from musnad.arabic.tokens import tokenize
from musnad.claims.model import ActorKind, EventType, Modality, Phase
from musnad.reading.lexicon.entries import entry_of, raw_entries
from musnad.reading.lexicon.triggers import trigger_lexicon
from musnad.resources import load_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOUNS = ("masdar", "noun", "agent", "patient", "adj", "holder", "held", "lead")
WORDS = {"verb", "passive", "phrases", *NOUNS}
TEXTS = {"verb", "passive", "genitive", "modality", "en"}
FLAGS = {"end", "negated", "impersonal"}
ROLE_WORDS = ("object", "noun_object", "subject_prep", "partner")
LISTS = {*NOUNS, *ROLE_WORDS, "phrases", "object_kind", "subject_kind", "not_next", "not_prev"}
KEYS = TEXTS | FLAGS | LISTS | {"phase", "precision"}
ROLE_PREPOSITIONS = frozenset(
    ["direct", "ل", "ب", "على", "من", "إلى", "ضد", "مع", "عن", "في", "بين", "نحو", "باتجاه", "صوب", "داخل", "تجاه", "إزاء", "حيال", "بشأن", "حول", "لدى", "أمام", "بحق", "خلف", "وراء", "قرب", "تحت", "ضمن", "لصالح", "لمصلحة", "لحساب", "باسم", "احتجاجا", "دون", "وسط", "خلال", "عند"]
) | {"من قبل", "على يد", "من جانب", "إلى جانب", "من حول", "في وجه", "في يد"}  # fmt: skip
GENITIVES = {"subject", "object", "either"}
PHASE_KEYS = {"verb_past", "verb_present", "noun", "participle"}
ARABIC_WORD = re.compile(r"[\u0621-\u063a\u0641-\u064a]+")
WEAK = re.compile("[اأإآىويءئؤ]")
MINIMUM_ENTRIES = 25
MINIMUM_TOTAL = 1200
COVERAGE_FLOOR = 0.88

ENTRIES = raw_entries()


def every_entry(check: Callable[[EventType, dict[str, Any]], None]) -> Callable[[EventType], None]:
    """One test a type, which names the entry that fails."""

    def of_type(type_: EventType) -> None:
        for t, raw in ENTRIES:
            if t is type_:
                try:
                    check(t, raw)
                except AssertionError as error:
                    error.add_note(f"entry: {raw}")
                    raise

    of_type.__name__ = check.__name__
    return pytest.mark.parametrize("type_", list(EventType))(of_type)


def words_of(raw: dict[str, Any]) -> Iterator[str]:
    for key in ("verb", "passive"):
        yield from raw.get(key, "").split()
    for key in LISTS - {"object_kind", "subject_kind", "phrases"}:
        for text in raw.get(key, ()):
            yield from (w for part in text.split("/") for w in part.split() if w != "direct")
    for text in raw.get("phrases", ()):
        yield from text.removesuffix("+").replace("{", " ").replace("}", " ").split()


def lemmas(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key in ("verb", "passive"):
        if key in raw:
            yield key, fold(raw[key])
    for key in (*NOUNS, "phrases"):
        yield from ((key, fold(text.split("/")[0])) for text in raw.get(key, ()))


def skeleton(word: str) -> str:
    return WEAK.sub("", word)


def test_every_type_has_a_file_of_some_depth() -> None:
    sizes = Counter(t for t, _ in ENTRIES)
    assert {t: n for t in EventType if (n := sizes[t]) < MINIMUM_ENTRIES} == {}
    assert sum(sizes.values()) >= MINIMUM_TOTAL


@every_entry
def test_keys_and_values_are_of_the_schema(type_: EventType, raw: dict[str, Any]) -> None:
    assert raw.keys() <= KEYS
    assert raw.keys() & WORDS
    assert all(isinstance(raw[k], str) and raw[k] for k in TEXTS & raw.keys())
    assert all(raw[k] is True for k in FLAGS & raw.keys())
    for key in LISTS & raw.keys():
        assert raw[key]
        assert all(isinstance(text, str) and text == text.strip() for text in raw[key])
        assert len(set(raw[key])) == len(raw[key])
    assert raw.get("genitive", "either") in GENITIVES
    assert raw.get("modality", "asserted") in set(Modality)
    assert 0 < raw.get("precision", 0.7) < 1
    assert raw.get("en", "").isascii() or "é" in raw["en"]


@every_entry
def test_phase_and_kinds_are_known(type_: EventType, raw: dict[str, Any]) -> None:
    phase = raw.get("phase", {})
    assert phase.keys() <= PHASE_KEYS
    assert set(phase.values()) <= set(Phase) - {Phase.NONE}, "none is the default"
    assert not (phase and raw.get("end")), "`end` already says the phase"
    kinds = {*raw.get("object_kind", ()), *raw.get("subject_kind", ())}
    assert kinds <= {*ActorKind, "any"}


@every_entry
def test_words_are_plain_arabic(type_: EventType, raw: dict[str, Any]) -> None:
    assert [w for w in words_of(raw) if not ARABIC_WORD.fullmatch(w)] == []
    assert all(" " not in w for key in ("not_next", "not_prev") for w in raw.get(key, ()))
    assert all(" " not in w for key in NOUNS if key != "lead" for w in raw.get(key, ()))


@every_entry
def test_role_words_are_of_the_closed_list(type_: EventType, raw: dict[str, Any]) -> None:
    assert {text for key in ROLE_WORDS for text in raw.get(key, ())} <= ROLE_PREPOSITIONS


def verb_groups(raw: dict[str, Any]) -> Iterator[list[str]]:
    for key in ("verb", "passive"):
        if key in raw:
            yield raw[key].split()
    for phrase in raw.get("phrases", ()):
        yield from (group.split() for group in re.findall(r"\{([^{}]*)\}", phrase))


@every_entry
def test_principal_parts_belong_together(type_: EventType, raw: dict[str, Any]) -> None:
    for parts in verb_groups(raw):
        if len(parts) == 1:  # the other half spells another frequent word, and is left out
            continue
        past, present, *masdars = parts
        assert present.startswith("ي"), past
        assert len(masdars) <= 2
        assert skeleton(past) == skeleton(present), f"{past} {present}: other radicals"


@every_entry
def test_idioms_parse(type_: EventType, raw: dict[str, Any]) -> None:
    ends = set()
    for phrase in raw.get("phrases", ()):
        tokens = re.findall(r"\{[^{}]*\}|[^\s{}]+", phrase)
        assert " ".join(tokens) == phrase
        assert all(len(t.split()) > 1 for t in tokens if t.startswith("{"))
        last = tokens[-1].removesuffix("+")
        assert last == tokens[-1] or last in ROLE_PREPOSITIONS, "what must follow is a preposition"
        ends.add(last if last in ROLE_PREPOSITIONS else "")
    assert len(ends) <= 1, "idioms of one entry end in one preposition, or in none"
    if ends - {""}:
        assert set(raw["object"]) == ends


def test_no_word_stands_twice_in_a_type() -> None:
    seen = Counter((t, key, lemma) for t, raw in ENTRIES for key, lemma in lemmas(raw))
    assert [where for where, n in seen.items() if n > 1] == []


def test_a_word_of_several_types_has_its_precision_in_each() -> None:
    places = defaultdict(list)
    for t, raw in ENTRIES:
        for where in lemmas(raw):
            places[where].append((t, raw))
    shared_words = {k: v for k, v in places.items() if len({t for t, _ in v}) > 1}
    assert len(shared_words) > 100, "many words state several types"
    assert [k for k, v in shared_words.items() if any("precision" not in raw for _, raw in v)] == []


def test_the_schema_page_names_every_key() -> None:
    page = load_text("musnad.reading.lexicon", "triggers/README.md")
    assert [key for key in sorted(KEYS) if f"`{key}`" not in page] == []


@every_entry
def test_the_loader_takes_it(type_: EventType, raw: dict[str, Any]) -> None:
    entry = entry_of(type_, raw)
    assert entry.lemma
    assert entry.type is type_


SENTENCES = {
    EventType.SUPPORT: "ساند والي عكا القافلة الموالية للسلطان ووقف إلى جانب حلفائه",
    EventType.AID: "زود الوالي أهل القلعة بالسلاح وقدم مساعدات غذائية إلى المحاصرين",
    EventType.COOPERATE: "نسقت الإمارتان عملهما بالتعاون مع تجار البندقية",
    EventType.AGREE: "وقع السلطان معاهدة صلح مع الإفرنج ووافق على شروطها",
    EventType.CONSULT: "التقى الوزير مبعوث الإمبراطور وأجريا مباحثات طويلة",
    EventType.CONCEDE: "أفرج الحاكم عن الأسرى ورضخ لمطالب الأعيان",
    EventType.RETREAT: "انسحب الجيش من التلال بعد هدنة قصيرة",
    EventType.REQUEST: "طالب التجار الوالي بخفض المكوس وناشدوا السلطان",
    EventType.ACCUSE: "اتهم القاضي الوزير بالخيانة وندد الأعيان بسياسته",
    EventType.REJECT: "رفض الأمير العرض واعترض أخوه على الشروط",
    EventType.THREATEN: "هدد القائد سكان المدينة وتوعد زعماءهم",
    EventType.PROTEST: "تظاهر الخبازون واعتصموا أمام القصر احتجاجا على الضريبة",
    EventType.SANCTION: "أقيل الوزير من منصبه وفرضت الدولة عقوبات على التجار",
    EventType.MOBILIZE: "حشد الأمير قواته وجند الفلاحين",
    EventType.COERCE: "اعتقل الجند الشاعر وحوصرت القلعة شهرا",
    EventType.ASSAULT: "هاجم الفرسان القافلة وقصفت السفن الميناء وقتل قائدها",
    EventType.OPPOSE: "كان الأميران على خلاف مع خصوم السلطان وتدخلوا في شؤون الولاية",
    EventType.AFFILIATE: "انضم الفارس إلى الكتيبة التابعة للوالي بقيادة أخيه",
    EventType.CONTROL: "سيطر المماليك على القلعة واستعادوا المدينة معقل خصومهم",
}


def found_types(text: str) -> dict[int, set[str]]:
    """Token number to the types its words may state, in a folded text."""
    lexicon, tokens = trigger_lexicon(), tokenize(text)
    found: dict[int, set[str]] = defaultdict(set)
    for at, token in enumerate(tokens):
        for form in lexicon.lookup(token.text) if token.is_word else ():
            found[at].add(form.entry.type.value)
        for form in lexicon.phrases(tokens, at):
            for k in range(at, at + form.length):
                found[k].add(form.entry.type.value)
    return found


@pytest.mark.parametrize("type_", list(EventType))
def test_words_of_each_type_are_found_in_prose(type_: EventType) -> None:
    found = found_types(fold(SENTENCES[type_]))
    assert sum(type_.value in types for types in found.values()) >= 2


def test_ordinary_prose_states_little() -> None:
    found = found_types(fold("هطلت أمطار خفيفة صباحا وارتفعت درجات الحرارة قليلا في المساء"))
    assert found == {}


@pytest.mark.gate
def test_triggers_of_the_annotated_articles_are_covered(shared: Path) -> None:
    wanted: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    for path in sorted((shared / "train").glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        folded = fold_with_map(article["text"])
        spans = [folded.span(t.start, t.end) for t in tokenize(folded.text)]
        found = found_types(folded.text)
        for claim in article["claims"]:
            start, end = claim["trigger"]
            types = {
                t for k, s in enumerate(spans) if s.start < end and s.end > start for t in found.get(k, ())
            }
            wanted[claim["type"]] += 1
            covered[claim["type"]] += claim["type"] in types
    if not wanted:
        pytest.skip("no training articles beside the checkout")
    del wanted["AFFILIATE"]  # offices, its commonest triggers, come with the knowledge of titles
    share = sum(covered[t] for t in wanted) / wanted.total()
    assert share >= COVERAGE_FLOOR, {t: round(covered[t] / n, 2) for t, n in wanted.items()}
