"""Plans that were read, as JSON and back: who keeps them need not read their document again.

A value of named fields is a list of them, in the order of its type. Nothing of the JSON is run.
"""

import hashlib
import types
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import orjson

from analysis.training_plans.training_plan import PlanReading


def write_plans(plans: Sequence[PlanReading], pages: bytes) -> bytes:
    """Write plans as JSON, with the sha256 of the pages that they were read from."""
    return orjson.dumps({"pages": _digest(pages), "plans": [*plans]}, default=list)


def read_plans(data: bytes, pages: bytes) -> tuple[PlanReading, ...] | None:
    """Read plans as they were written; None: they are of other pages."""
    kept = orjson.loads(data)
    if kept["pages"] != _digest(pages):
        return None
    return tuple(_made(PlanReading, each) for each in kept["plans"])


def _digest(pages: bytes) -> str:
    return hashlib.sha256(pages).hexdigest()


def _made(kind: Any, value: Any) -> Any:
    """Make a value of a type of what stands for it in JSON."""
    origin, own = get_origin(kind), get_args(kind)
    if value is None:
        return None
    if origin in (types.UnionType, Union):
        return _made(next(each for each in own if each is not type(None)), value)
    if origin is tuple:
        return tuple(_made(own[0], each) for each in value)
    if origin is Mapping:
        return {name: _made(own[1], each) for name, each in value.items()}
    if hasattr(kind, "_fields"):
        return kind(*(_made(each, given) for each, given in zip(_kinds(kind), value, strict=True)))
    return value


@cache
def _kinds(kind: Any) -> tuple[Any, ...]:
    return tuple(get_type_hints(kind).values())
