"""The README's question, read from the README, so that what is measured is what it shows."""

import json
from pathlib import Path
from typing import Any

_README = Path(__file__).resolve().parents[2] / "README.md"


def query() -> str:
    """Give its GraphQL text."""
    return _block("graphql")


def variables() -> dict[str, Any]:
    """Give its variables, for the national seeds."""
    found: dict[str, Any] = json.loads(_block("json"))
    return found


def _block(language: str) -> str:
    text = _README.read_text(encoding="utf-8")
    return text.split(f"```{language}\n")[1].split("```")[0]
