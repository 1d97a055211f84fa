"""The conversation with the model: `prompt.yaml`, filled in from the ontology, the labels, and the article."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from musnad.claims.model import ActorKind, Modality, Phase, SourceKind
from musnad.claims.ontology import ontology
from musnad.reading.llm.schema import schema
from musnad.resources import load_yaml

if TYPE_CHECKING:
    from enum import StrEnum

    from musnad.reading.llm.pieces import Piece

Message = dict[str, str]
_SHOWN: Final = 2_000


@cache
def system_prompt() -> str:
    """What the model is told whatever the article."""
    return _template("system").format(
        types=_types(),
        phases=_values(Phase, "phase", ", "),
        modalities=_values(Modality, "modality", ", "),
        source_kinds=_values(SourceKind, "source_kind"),
        actor_kinds=_values(ActorKind, "actor_kind"),
        form=json.dumps(schema(), ensure_ascii=False, separators=(",", ":")),
    )


def conversation(piece: Piece) -> list[Message]:
    """What the model is asked about one piece of an article."""
    document = piece.document
    asked = _template("user").format(
        published=document.published.isoformat() if document.published else "-",
        publisher=_line(document.publisher) or "-",
        title=_line(document.title) or "-",
        before="\n".join(map(_line, piece.before)) or "-",
        sentences="\n".join(f"[{number}] {_line(text)}" for number, text in piece.sentences),
    )
    return [{"role": "system", "content": system_prompt()}, {"role": "user", "content": asked}]


def asked_again(messages: list[Message], answer: str) -> list[Message]:
    """The conversation after an answer that was no answer."""
    said = {"role": "assistant", "content": answer[:_SHOWN]}
    return [*messages, said, {"role": "user", "content": _template("again").format()}]


def _template(name: str) -> str:
    text: str = _file()[name]
    return text.strip()


def _file() -> dict[str, Any]:
    content: dict[str, Any] = load_yaml("musnad.reading.llm", "prompt.yaml")
    return content


def _types() -> str:
    """Every type with its names and meaning in both languages, its sign, and whether it has a direction or lasts."""
    lines, words = [], _file()["marks"]
    for info in ontology().values():
        marks = [words["sign"][info.sign]]
        marks += [words["mutual"]] if info.mutual else []
        marks += [words["state"]] if info.state else []
        lines.append(
            f"  {info.type.value} ({info.en}, {info.ar}; {', '.join(marks)}): {info.means_en}. {info.means_ar}."
        )
    return "\n".join(lines)


def _values(kinds: type[StrEnum], group: str, between: str = "\n") -> str:
    table = load_yaml("musnad.labels", "labels.yaml")[group]
    words = [f"{kind.value} ({table[kind.value]['en']}, {table[kind.value]['ar']})" for kind in kinds]
    return between.join(words if between != "\n" else [f"  {word}" for word in words])


def _line(text: str) -> str:
    return " ".join(text.split())
