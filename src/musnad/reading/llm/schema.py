"""The JSON Schema of an answer, made from the classes of `musnad.reading.llm.answer`. Servers get it, and so does the model.

`answer.schema.json` beside this module is the same, for people to read:

```
python -m musnad.reading.llm.schema > src/musnad/reading/llm/answer.schema.json
```
"""

from __future__ import annotations

import json
from typing import Any

from musnad.reading.llm.answer import Answer


def schema() -> dict[str, Any]:
    """The JSON Schema of an answer. Every field is required and nothing else is allowed, as strict modes want it."""
    made = Answer.model_json_schema()
    return _plain(made)  # type: ignore[no-any-return]


def _plain(node: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The schema without titles and defaults, its objects closed, as the strict modes of servers want it."""
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    left_out = {"title", "default", "properties", *(["description"] if "enum" in node else [])}
    out = {key: _plain(value) for key, value in node.items() if key not in left_out}
    if "properties" in node:
        properties = {name: _plain(one) for name, one in node["properties"].items()}
        out |= {"properties": properties, "required": list(properties), "additionalProperties": False}
    return out


def schema_text() -> str:
    """The schema as the file `answer.schema.json` holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")  # noqa: T201 - that is what it is run for
