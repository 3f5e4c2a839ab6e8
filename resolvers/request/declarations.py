"""How an argument, or an input object, is declared to the schema."""

from dataclasses import dataclass
from typing import Any

from graph.model.core import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument: its type as the schema names it, and its default; ``...``: it must be given."""

    name: str
    annotation: str
    description: Text
    default: Any = ...


@dataclass(frozen=True, slots=True, kw_only=True)
class InputType:
    """An input object that an argument takes."""

    name: str
    description: Text
    fields: tuple[Argument, ...]
