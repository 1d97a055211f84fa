"""Who accuses or announces is the doer, not the source, of the accusation or of what is announced."""

from __future__ import annotations

from musnad.arabic.folding import fold
from musnad.claims.model import Document, EventType
from musnad.reading.analysis import analyse
from musnad.reading.chains.own_acts import told


def chain_of(text: str, word: str, type_: EventType, subjects: set[str]) -> list[str]:
    """The keys of the chain over the last token in the text that is `word`."""
    for context in reversed(analyse(Document("d", text)).contexts):
        for at in range(len(context.scan.tokens) - 1, -1, -1):
            if context.scan.tokens[at].text == fold(word):
                return [link.key for link in told(context, at, type_, subjects)]
    raise AssertionError(word)


CUT = "أعلنت فرنسا قطع العلاقات مع ألمانيا."
SAID = "قالت فرنسا إنها قطعت العلاقات مع ألمانيا."


def test_who_says_somebody_is_to_blame_accuses() -> None:
    text = "قالت فرنسا إن ألمانيا سبب الأزمة."
    assert chain_of(text, "سبب", EventType.ACCUSE, {"france"}) == []
    assert chain_of(text, "سبب", EventType.ACCUSE, {"germany"}) == ["france"]


def test_what_is_done_by_announcing_it() -> None:
    assert chain_of(CUT, "قطع", EventType.SANCTION, {"france"}) == []


def test_what_a_speaker_says_he_did_stays_his_word() -> None:
    assert chain_of(SAID, "قطعت", EventType.SANCTION, {"france"}) == ["france"]


def test_an_event_is_no_speech_act() -> None:
    assert chain_of(CUT, "قطع", EventType.ASSAULT, {"france"}) == ["france"]
