"""Plans that were read, as JSON and back: who keeps them need not read their document again.

A value of named fields is a list of them, in the order of its type. Nothing of the JSON is run.
"""

import hashlib
import types
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import orjson

from analysis.training_plans.training_plan import PlanReading
from interchange.training_plans.plan_rules import RULES


def write_plans(plans: Sequence[PlanReading], pages: bytes) -> bytes:
    """Write plans as JSON, with the sha256 of their pages, and of the form in which they are written."""
    return orjson.dumps({"pages": _digest(pages), "form": _form(), "plans": [*plans]}, default=list)


def read_plans(data: bytes, pages: bytes) -> tuple[PlanReading, ...] | None:
    """Read plans as they were written; None: they are of other pages, or not as this program writes them."""
    try:
        kept = orjson.loads(data)
        if kept["pages"] != _digest(pages) or kept["form"] != _form():
            return None
        return tuple(_made(PlanReading, each) for each in kept["plans"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


@cache
def _form() -> str:
    """Give a digest of the fields of plans and of the rules that remarks may name: another program has others."""
    fields = {each.__name__: [f"{name}: {of}" for name, of in get_type_hints(each).items()] for each in _types()}
    return hashlib.sha256(orjson.dumps([fields, sorted(RULES)], option=orjson.OPT_SORT_KEYS)).hexdigest()


def _types() -> Iterable[Any]:
    """Give the types of named fields that a plan is made of, each once."""
    found: dict[Any, None] = {}
    waiting: list[Any] = [PlanReading]
    while waiting:
        kind = waiting.pop()
        if kind in found:
            continue
        if hasattr(kind, "_fields"):
            found[kind] = None
            waiting += get_type_hints(kind).values()
        else:
            waiting += get_args(kind)
    return found


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
