"""What goes over the wire: the request in the forms that servers know, and the model's words in what a server sends back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from musnad.reading.llm.endpoint import Endpoint


class Manner(NamedTuple):
    """How much is asked of a server: the form of the answer, and whether temperature and length are set."""

    form: str
    tuned: bool


# From the most a server can do to the least. Some know no schemas, some no JSON mode, some fix temperature and length.
MANNERS: Final = (
    Manner("json_schema", tuned=True),
    Manner("json_schema", tuned=False),
    Manner("json_object", tuned=True),
    Manner("text", tuned=True),
    Manner("text", tuned=False),
)


@dataclass(frozen=True, slots=True)
class Answered:
    """What the model wrote, and whether it was cut off at the limit of its length."""

    text: str
    cut: bool


def encoded(
    endpoint: Endpoint, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any], manner: Manner
) -> bytes:
    """The body of a request. What has no UTF-8 (lone surrogates of a broken article or answer) becomes a question mark."""
    body: dict[str, Any] = {"model": endpoint.model, "messages": list(messages), "stream": False}
    if manner.tuned:
        body |= {"temperature": 0, "max_tokens": endpoint.tokens}
    if manner.form == "json_schema":
        named = {"name": "claims", "strict": True, "schema": schema}
        body["response_format"] = {"type": manner.form, "json_schema": named}
    elif manner.form == "json_object":
        body["response_format"] = {"type": manner.form}
    return json.dumps(body, ensure_ascii=False).encode("utf8", "replace")


def answered(body: bytes) -> Answered | None:
    """What the model wrote, in the body of an answer; None where the body holds no words of a model."""
    try:
        choice = json.loads(body)["choices"][0]
        text, cut = choice["message"].get("content"), choice.get("finish_reason") == "length"
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        return None
    if cut:
        # Cut off while it was still thinking, a model has written nothing.
        return Answered("", cut=True)
    return Answered(text, cut=False) if isinstance(text, str) else None
