"""What a root field answered by a hand-written statement consists of."""

from dataclasses import dataclass
from typing import Any

from resolvers.records import RecordType
from resolvers.selection import RootPlanner


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument: its type as the schema names it, and its default; ``...``: it must be given."""

    name: str
    annotation: str
    description: str
    default: Any = ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredField:
    """A root field, its arguments, the records it gives, and how a selection of it is planned."""

    name: str
    description: str
    arguments: tuple[Argument, ...]
    record: RecordType
    is_list: bool
    plan: RootPlanner
