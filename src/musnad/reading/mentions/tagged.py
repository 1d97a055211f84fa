"""Names that the learnt tagger finds, brought together with the mentions that the rules found.

The rules know whom a phrase means; the tagger knows where a name ends that no list has. So the tagger adds names where the rules
found nothing, and corrects where the name of a person unknown to the lists begins and ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.arabic.tokens import NounSplit, noun_splits
from musnad.claims.model import ActorKind
from musnad.reading.mentions.model import Mention, MentionForm

if TYPE_CHECKING:
    from musnad.reading.mentions.name_tagger import NameTagger, TaggedName
    from musnad.reading.mentions.scan import Scan

_KINDS = {"PERS": ActorKind.PERSON, "LOC": ActorKind.PLACE, "ORG": ActorKind.COMPANY}
_MIN_LETTERS = 3


def add_tagged(scan: Scan, mentions: list[Mention], tagger: NameTagger) -> None:
    """Adds the tagger's names to a sentence's mentions, in order, and sets the bounds of unknown persons by them."""
    added = False
    for name in tagger.names(scan):
        if name.kind not in _KINDS:
            continue
        touching = [m for m in mentions if m.first <= name.last and m.last >= name.first]
        if not touching:
            found = _mention(scan, name, tagger)
            if found is not None:
                mentions.append(found)
                added = True
        elif name.kind == "PERS" and len(touching) == 1:
            _rebound(scan, touching[0], name, tagger)
    if added:
        mentions.sort(key=lambda m: (m.first, -m.last))


def _rebound(scan: Scan, mention: Mention, name: TaggedName, tagger: NameTagger) -> None:
    """Sets where the name of an unknown person begins and ends, where the two finds differ."""
    if mention.key or mention.form is not MentionForm.PERSON or mention.name_last != mention.last:
        return
    if (mention.name_first, mention.name_last) == (name.first, name.last):
        return
    untitled = mention.name_first == mention.first
    if not untitled and (name.first < mention.name_first or name.first > mention.name_last):
        return
    if not untitled and name.first > mention.name_first:
        return  # what stands between a title and the name is left to the rules
    split = _split(scan, name, tagger) if untitled else _bare(scan.tokens[name.first].text)
    if split is None:
        return
    mention.name_first, mention.name_last, mention.last = name.first, name.last, name.last
    mention.inner = [one for one in mention.inner if one.last < name.first]
    if untitled:
        mention.first = name.first
        mention.preposition, mention.conjunction = split.preposition, bool(split.conjunction)
    mention.name = _text(scan, name, split)


def _mention(scan: Scan, name: TaggedName, tagger: NameTagger) -> Mention | None:
    split = _split(scan, name, tagger)
    if split is None:
        return None
    kind = _KINDS[name.kind]
    return Mention(
        sentence=scan.sentence.index,
        first=name.first,
        last=name.last,
        kind=kind,
        form=MentionForm.PERSON if kind is ActorKind.PERSON else MentionForm.NAME,
        key=None,
        name=_text(scan, name, split),
        name_first=name.first,
        name_last=name.last,
        preposition=split.preposition,
        conjunction=bool(split.conjunction),
        definite=True,
        tagged=True,
    )


def _text(scan: Scan, name: TaggedName, split: NounSplit) -> str:
    first = ("ال" if split.article else "") + split.stem
    return " ".join([first, *(t.text for t in scan.tokens[name.first + 1 : name.last + 1] if t.is_word)])


def _split(scan: Scan, name: TaggedName, tagger: NameTagger) -> NounSplit | None:
    """The cut of a name's first word; None where the words cannot well be a name."""
    words = scan.words[name.first : name.last + 1]
    first = words[0]
    barred = scan.vocabulary.mention_words.no_names
    if (
        any(w.mark or w.text in barred or w.text[0].isdigit() for w in words)
        or len(first.text) < _MIN_LETTERS
    ):
        return None
    if first.verbal or first.function or (first.triggers and not first.given):
        return None
    alone = name.first == name.last
    cuts = [cut for cut in noun_splits(first.text) if not cut.pronoun]
    known = next((cut for cut in cuts if tagger.in_names(("ال" if cut.article else "") + cut.stem)), None)
    if alone and not (first.unknown or known is not None):
        return None
    if known is not None:
        return known
    return next((cut for cut in cuts if tagger.common(("ال" if cut.article else "") + cut.stem)), cuts[0])


def _bare(text: str) -> NounSplit:
    return NounSplit("", "", False, text, "")
