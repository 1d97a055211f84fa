"""A reader small enough to know what it will say: listed names, listed verbs, one claim a line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from musnad.claims.model import (
    Actor,
    ActorKind,
    Claim,
    Document,
    EventType,
    Interval,
    Modality,
    Phase,
    Reading,
    SourceKind,
    SourceLink,
    Span,
)

PEOPLE = {
    "rafid_x": ("رافد", "Rafid", ActorKind.STATE, ("رافد",)),
    "boldar_x": ("بولدار", "Boldar", ActorKind.STATE, ("بولدار",)),
    "egypt": ("مصر", "Egypt", ActorKind.STATE, ("مصر",)),
    "~فريد السهلي": ("فريد السهلي", "", ActorKind.PERSON, ("فريد السهلي", "السهلي")),
    "~سامي النجار": ("سامي النجار", "", ActorKind.PERSON, ("سامي النجار",)),
    "~سامي الحداد": ("سامي الحداد", "", ActorKind.PERSON, ("سامي الحداد",)),
}
SHARED = ("سامي", ("~سامي النجار", "~سامي الحداد"))
VERBS = {
    "أوقفت دعم": (EventType.SUPPORT, Phase.END),
    "تدعم": (EventType.SUPPORT, Phase.ONGOING),
    "يدعم": (EventType.SUPPORT, Phase.ONGOING),
    "هاجمت": (EventType.ASSAULT, Phase.NONE),
    "تعادي": (EventType.OPPOSE, Phase.ONGOING),
    "التابع": (EventType.AFFILIATE, Phase.NONE),
}
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


@dataclass(frozen=True)
class TinyReader:
    """One claim for each line with two listed names and a listed verb; "قال NAME:" before it is its source."""

    name: str = "tiny-1"

    def read(self, document: Document) -> Reading:
        if "عطل" in document.text:
            raise ZeroDivisionError("an invented fault\nwith a second line")
        claims, used, at = [], {}, 0
        for line in document.text.split("\n"):
            claim = self._claim(line, at, used)
            if claim:
                claims.append(claim)
            at += len(line) + 1
        actors = tuple(
            Actor(i, *PEOPLE[i][:3], mentions=tuple(spans), known=not i.startswith("~"))
            for i, spans in used.items()
        )
        return Reading(document, actors, tuple(claims), self.name)

    def _claim(self, line: str, at: int, used: dict[str, list[Span]]) -> Claim | None:
        verb = next((v for v in VERBS if v in line), None)
        found = sorted(
            (line.index(s), s, i) for i, (_, _, _, forms) in PEOPLE.items() for s in forms[:1] if s in line
        )
        if verb is None or len(found) < 2:
            return None
        for start, surface, actor_id in found:
            used.setdefault(actor_id, []).append(Span(at + start, at + start + len(surface)))
            if actor_id in SHARED[1]:
                used[actor_id].append(Span(at + start, at + start + len(SHARED[0])))
        start, (event, phase) = line.index(verb), VERBS[verb]
        said = re.match(r"قال ([^:]+):", line)
        held = _DATE.search(line)
        return Claim(
            event,
            (found[0][2],),
            (found[1][2],),
            Span(at + start, at + start + len(verb)),
            Span(at, at + len(line)),
            phase,
            Modality.POSSIBLE if "ربما" in line else Modality.ASSERTED,
            negated="نفى" in line,
            time=Interval(held[0], held[0]) if held else None,
            sources=(SourceLink(said[1], SourceKind.OFFICIAL, Span(at, at + 3)),) if said else (),
            confidence=0.4 if "ربما" in line else 0.9,
        )


SPRING = (
    "أخبار الساحل\n"
    "قال ناطق باسم القصر: إن رافد تدعم فريد السهلي بالمال منذ 2021-02.\n"
    "بولدار تعادي فريد السهلي كما يعرف أهل الساحل جميعا.\n"
    "مصر تدعم فريد السهلي وتستقبل مبعوثيه في قصرها الكبير.\n"
    "سامي النجار التابع في الديوان يدعم سامي الحداد على كل حال."
)
AUTUMN = (
    "رافد أوقفت دعم فريد السهلي في 2021-08-19 بعد خلاف طويل على الميناء.\n"
    "ربما بولدار تدعم فريد السهلي في الخريف المقبل كما يقال في السوق."
)
# The spring article as another paper prints it.
COPY = SPRING.replace("أخبار الساحل", "نقلا عن أخبار الساحل")


def write_articles(folder) -> None:
    """Three articles: one of spring, its copy in another paper, one of autumn."""
    for name, text, publisher, published in (
        ("1-spring", SPRING, "بريد الساحل", "2021-03-04"),
        ("2-copy", COPY, "صحيفة الضفة", "2021-03-05"),
        ("3-autumn", AUTUMN, "صحيفة الجبل", "2021-08-21"),
    ):
        article = {
            "id": name,
            "title": f"عنوان {name}",
            "publisher": publisher,
            "published": published,
            "text": text,
        }
        (folder / f"{name}.json").write_text(json.dumps(article, ensure_ascii=False), "utf8")
