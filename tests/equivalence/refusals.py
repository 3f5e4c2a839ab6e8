"""Which arguments of a field must be refused, with which codes, as a reader of the schema's descriptions would say."""

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from graph.model import MODEL
from graph.model.core import CodeList, NodeType, Property, Scalar

SEARCHED = {each.name for each in MODEL.node_types.values() if each.searched}
# Reads ``orderBy``: property names, and whether they descend.
ReadKeys = Callable[[NodeType, Iterable[Mapping[str, Any]]], Iterable[tuple[str, bool]]]


class RefusedFieldError(Exception):
    """An argument of a field must be refused with one of these codes."""

    def __init__(self, codes: frozenset[str]) -> None:
        super().__init__(", ".join(sorted(codes)))
        self.codes = codes


def check_field(parent: str, name: str, arguments: Mapping[str, Any], target: str, keys: ReadKeys) -> None:
    """Raise RefusedFieldError where an argument of a field must be refused. ``target``: the type the field leads to.

    ``where`` is as written, with null for a variable without a value.
    """
    codes = set(_of_root(name, arguments)) if parent == "Query" else set()
    node_type = MODEL.node_types.get(target)
    if node_type is not None:
        codes.update(_of_list(keys, node_type, arguments, natural=parent != "Query"))
        if arguments["where"] is not None and _asks_nothing(arguments["where"], may_be_empty=True):
            codes.add("BAD_ARGUMENT")
    if codes:
        raise RefusedFieldError(frozenset(codes))


def _looked_for(arguments: Mapping[str, Any]) -> list[str]:
    by_code = {each.name.lower(): each.name for each in MODEL.node_types.values()}
    return [by_code[each.replace("_", "").lower()] for each in arguments.get("kinds") or ()] or sorted(SEARCHED)


def _of_root(name: str, arguments: Mapping[str, Any]) -> Iterator[str]:
    ids = [arguments[each] for each in ("id", "from", "to") if name in {"node", "paths"} and arguments.get(each)]
    if any(each.partition(":")[0] not in MODEL.node_types for each in ids):
        yield "BAD_ID"
    if name == "search" and (len(arguments["text"]) > 200 or not SEARCHED.issuperset(_looked_for(arguments))):
        yield "BAD_ARGUMENT"
    if name in {"search", "paths"} and not 1 <= arguments["first"] <= 100:
        yield "BAD_PAGE_SIZE"
    for node_type in MODEL.node_types.values():
        if node_type.lookups and name == node_type.name[0].lower() + node_type.name[1:]:
            filled = [each for each in node_type.lookups if all(arguments.get(p) is not None for p in each.properties)]
            if len(filled) != 1:
                yield "BAD_ARGUMENT"


def _of_list(keys: ReadKeys, target: NodeType, arguments: Mapping[str, Any], *, natural: bool) -> Iterator[str]:
    if "first" in arguments and not 1 <= arguments["first"] <= 100:
        yield "BAD_PAGE_SIZE"
    if len(arguments.get("orderBy") or ()) > 3:
        yield "BAD_ARGUMENT"
    if arguments.get("after") is not None and not _is_cursor(keys, target, arguments, natural=natural):
        yield "BAD_CURSOR"


def _asks_nothing(given: Any, *, may_be_empty: bool = False) -> bool:
    """Whether some object of a filter asks nothing, though it is not an empty one where that has a meaning."""
    if not isinstance(given, dict):
        return isinstance(given, list) and any(map(_asks_nothing, given))
    kept = {key: value for key, value in given.items() if value is not None and (key, value) != ("and", [])}
    if not kept:
        return not (may_be_empty and given == {})
    if set(kept) == {"linkBasis"}:
        return True
    return any(_asks_nothing(value, may_be_empty=key in {"some", "none"}) for key, value in kept.items())


def _is_cursor(read_keys: ReadKeys, target: NodeType, arguments: Mapping[str, Any], *, natural: bool) -> bool:
    """Whether ``after`` was made for a list of this type in this order."""
    try:
        made_for, key, *values = json.loads(base64.urlsafe_b64decode(arguments["after"]))
    except ValueError:
        return False
    keys = list(read_keys(target, arguments.get("orderBy") or ()))
    keys = keys or [(name, False) for name in target.order if natural or target.is_listed_in_order]
    wanted = " ".join([target.name, *(name + ("-" if descends else "") for name, descends in keys)])
    if made_for != wanted or not isinstance(key, str) or len(values) != len(keys):
        return False
    return all(_fits(value, target.by_name[name]) for value, (name, _) in zip(values, keys, strict=True))


def _fits(value: Any, prop: Property) -> bool:
    if value is None:
        return not prop.required
    if isinstance(prop.type, CodeList):
        return isinstance(value, str)
    kinds: Mapping[Scalar, tuple[type, ...]] = {
        Scalar.INT: (int,),
        Scalar.FLOAT: (int, float),
        Scalar.BOOLEAN: (bool,),
    }
    return isinstance(value, kinds.get(prop.type, (str,)))
