"""The page of the documentation that lists every error code, made from the catalogue."""

from __future__ import annotations

from musnad.errors import catalogue

_GROUPS = {
    "M1": "Articles that come in",
    "M2": "Reading",
    "M3": "The ledger",
    "M4": "Questions",
    "M5": "Output",
}
_INTRODUCTION = """# Error codes

Every error has a code, says what is wrong and what to do about it, in the language of `--lang`. Words in braces stand
for what the message fills in. This page is made from the catalogue; do not edit it:

```
python -m musnad.errors.page > docs/errors.md
```
"""


def errors_page() -> str:
    """The page in Markdown, by group and code."""
    parts = [_INTRODUCTION]
    entries = catalogue()
    for prefix, heading in _GROUPS.items():
        codes = sorted(code for code in entries if code.startswith(prefix))
        if codes:
            parts.append(f"\n## {heading}\n")
            parts += [_entry(code, entries[code]) for code in codes]
    return "".join(parts)


def _entry(code: str, entry: dict[str, str]) -> str:
    # A doubled brace is how the catalogue writes one that is not filled in.
    lines = {key: text.replace("{{", "{").replace("}}", "}") for key, text in entry.items()}
    english = f"{lines['what_en']} *{lines['do_en']}*"
    arabic = f'<span lang="ar" dir="rtl">{lines["what_ar"]} {lines["do_ar"]}</span>'
    return f"\n### {code}\n\n{english}\n\n{arabic}\n"


if __name__ == "__main__":
    print(errors_page(), end="")  # noqa: T201 - that is what it is run for
