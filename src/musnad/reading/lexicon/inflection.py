"""Inflected forms of Arabic verbs and nouns, folded and without clitics, as unvocalised news spells them.

Only what news uses: third persons and the first plural of verbs, cases and numbers of nouns. Over-generation is
harmless where the form is no other word; forms that would collide are left out (the jussive of hollow verbs).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from musnad.arabic.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator


_DOUBLED = 2


class Number(StrEnum):
    """Grammatical number and gender, as far as spelling shows it."""

    MASCULINE = "m"
    FEMININE = "f"
    DUAL = "d"
    PLURAL = "p"
    FIRST = "1"


@dataclass(frozen=True, slots=True)
class Form:
    """A folded form and the agreement it shows."""

    text: str
    number: Number


_NUMBERS = {number.value: number for number in Number}
_PAST_YA = {"ت": "f", "تا": "d", "وا": "p", "يا": "d", "ينا": "1", "يت": "1"}
_PAST_WAW = {"ت": "f", "تا": "d", "وا": "p", "يا": "d", "ونا": "1", "وت": "1"}
_PAST_VOWEL = {"ت": "f", "تا": "d", "وا": "p", "ا": "d"}
_PAST_CONSONANT = {"نا": "1", "ن": "p"}
_PARTICIPLE = {
    "ه": "f", "تان": "d", "تين": "d", "تا": "d", "تي": "d", "ون": "p", "ين": "p", "و": "p", "ي": "p",
}  # fmt: skip


def past_forms(past: str) -> Iterator[Form]:
    """Forms of a past tense given as third person masculine singular in usual spelling (دعم، التقى، دعا)."""
    base = fold(past)
    yield Form(base, Number.MASCULINE)
    if past.endswith("ى"):
        yield from _forms(base[:-1], _PAST_YA)
    elif past.endswith("ا"):
        yield from _forms(base[:-1], _PAST_WAW)
    elif past.endswith("ي"):
        yield from _forms(base, {"ت": "f", "تا": "d", "ا": "d", "نا": "1"})
        yield from _forms(base[:-1], {"وا": "p"})
    elif len(base) == _DOUBLED:  # ضم: its radical comes back before a consonant, and ضمن is another word
        yield from _forms(base, _PAST_VOWEL)
        yield from _forms(base + base[-1], _PAST_CONSONANT)
    else:
        yield from _forms(base, {**_PAST_VOWEL, **_PAST_CONSONANT})
        if past.endswith(("أ", "ؤ", "ئ")):
            yield from _forms(base[:-1] + "و", {"وا": "p"})
        if past.endswith("أ"):
            yield from _forms(base[:-1], {"ات": "f"})


def present_forms(present: str, past: str = "") -> Iterator[Form]:
    """Forms of a present tense given as third person masculine singular (يدعم، يلتقي، يدعو).

    Where the past is given, a first person that is spelt like it is left out: أفرج is "he released", hardly "I release".
    """
    stem = fold(present)[1:]
    yield Form("ي" + stem, Number.MASCULINE)
    yield Form("ت" + stem, Number.FEMININE)
    yield Form("ن" + stem, Number.FIRST)
    if "ا" + stem != fold(past):
        yield Form("ا" + stem, Number.FIRST)
    weak = present.endswith(("ي", "ى", "و"))
    short = stem[:-1] if weak else stem
    dual = stem if not present.endswith("ى") else stem[:-1] + "ي"
    for person in ("ي", "ت"):
        yield from _forms(person + short, {"ون": "p", "وا": "p"})
        yield from _forms(person + dual, {"ان": "d", "ا": "d"})
    if weak or len(stem) > _DOUBLED:  # يضمن is no plural of يضم
        yield Form("ي" + stem + "ن", Number.PLURAL)
    if weak and len(short) > 2:  # noqa: PLR2004 - jussive لم يلتق; shorter ones are other words
        yield Form("ي" + short, Number.MASCULINE)
        yield Form("ت" + short, Number.FEMININE)


def noun_forms(noun: str, *, plural: bool = False) -> Iterator[Form]:
    """Forms of a noun, masdar or participle given in the singular (or a broken plural), usual spelling."""
    base = fold(noun)
    if "ؤو" in noun:  # both seats of the hamza are usual: مسؤول، مسئول
        yield from noun_forms(noun.replace("ؤو", "ئو"), plural=plural)
    number = Number.PLURAL if plural else Number.FEMININE if base.endswith("ه") else Number.MASCULINE
    yield Form(base, number)
    if noun.endswith("ة"):
        stem = base[:-1]
        yield from _forms(stem, {"تان": "d", "تين": "d", "تا": "d", "تي": "d"})
        if not plural:
            yield from _forms(stem, {"ات": "p"})
        return
    if not noun.endswith(("اء", "ى", "ا", "ات")):
        yield Form(base + "ا", number)
    if not plural and not noun.endswith(("ات", "ا", "ى")):
        yield from _forms(base, {"ان": "d", "ين": "d", "ات": "p"})


def participle_forms(noun: str, *, plural: bool = False) -> Iterator[Form]:
    """Forms of a word that agrees with a person or thing: noun forms, feminine, sound plurals and constructs."""
    if "ؤو" in noun:
        yield from participle_forms(noun.replace("ؤو", "ئو"), plural=plural)
    yield from noun_forms(noun, plural=plural)
    base = fold(noun)
    if plural or base.endswith("ه"):
        return
    yield from _forms(base, _PARTICIPLE)


def _forms(stem: str, endings: dict[str, str]) -> Iterator[Form]:
    for ending, number in endings.items():
        yield Form(stem + ending, _NUMBERS[number])
