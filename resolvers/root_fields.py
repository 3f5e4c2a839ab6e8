"""The root fields of the query type: which there are, and how each is planned.

Look-ups and lists follow from the model, and ``node`` is planned here too. A root field that is answered by a statement
of its own, such as ``search`` or ``coverage``, is a question: see ``resolvers.questions.registry``.
"""

from collections.abc import Mapping
from typing import Any

from graph.errors import BadArgumentError, NotFoundError
from graph.model import MODEL
from graph.model import core as model
from graph.model.core import NodeType, Property, Scalar
from graph.query.plan import EVERYTHING, Bind, InForceOn, Inputs, Root
from graph.query.plan import Lookup as LookupPlan
from resolvers.not_found import id_not_found, key_not_found
from resolvers.questions.registry import QUESTIONS
from resolvers.request.arguments import plain
from resolvers.request.field_meanings import singular
from resolvers.request.node_ids import type_of_id, type_of_slug
from resolvers.request.selection import Collector, FieldRequest, RootPlanner, plan_root_page, select_node
from resolvers.request.variables import bind


def planners() -> Mapping[str, RootPlanner]:
    """Give the planner of every root field: ``node``, the questions, and those that follow from the model."""
    found: dict[str, RootPlanner] = {"node": _plan_node, **{each.name: each.plan for each in QUESTIONS}}
    for node_type in MODEL.node_types.values():
        found[node_type.plural] = _page_planner(node_type)
        if node_type.lookups:
            found[singular(node_type)] = _lookup_planner(node_type)
    return found


def _page_planner(node_type: NodeType) -> RootPlanner:
    return lambda collector, request: plan_root_page(collector, request, node_type)


def _lookup_planner(node_type: NodeType) -> RootPlanner:
    return lambda collector, request: _plan_lookup(collector, request, node_type)


# ---- one object by natural key


def _plan_lookup(collector: Collector, request: FieldRequest, node_type: NodeType) -> Root:
    lookup = _chosen(node_type, request.arguments)
    values = {name: request.arguments[name] for name in lookup.properties}
    by = _key(node_type, lookup, values)
    day = request.arguments.get("asOf")
    where = EVERYTHING if day is None else InForceOn(bind("asOf", day))
    selection = select_node(collector, request, node_type)
    return LookupPlan(request.key, selection, by, _missing(node_type, values), where)


def _chosen(node_type: NodeType, arguments: Mapping[str, Any]) -> model.NaturalKey:
    """Choose the natural key that the arguments fill; exactly one must be filled."""
    filled = [each for each in node_type.lookups if all(arguments.get(name) is not None for name in each.properties)]
    if len(filled) != 1:
        keys_en = " or ".join(" with ".join(each.properties) for each in node_type.lookups)
        keys_zh = " 或 ".join(" 与 ".join(each.properties) for each in node_type.lookups)
        raise BadArgumentError(
            node_type.lookups[0].properties[0], f"give exactly one of: {keys_en}.", f"请只给出其中一种：{keys_zh}。"
        )
    return filled[0]


def _key(node_type: NodeType, lookup: model.NaturalKey, values: Mapping[str, Any]) -> tuple[tuple[Property, Bind], ...]:
    """Match by id where the whole natural key is given: it is the one index that every type has."""
    binds = {name: bind(name, plain(value)) for name, value in values.items()}
    if set(node_type.key) != set(lookup.properties):
        return tuple((node_type.by_name[name], each) for name, each in binds.items())

    def compose(inputs: Inputs) -> str:
        return node_type.id_of({name: each.read(inputs) for name, each in binds.items()})

    return ((node_type.by_name["id"], Bind("id", compose)),)


def _missing(node_type: NodeType, values: Mapping[str, Any]) -> Any:
    """Make the error for an object that is not there."""
    binds = {name: bind(name, plain(value)) for name, value in values.items()}

    def error(inputs: Inputs) -> NotFoundError:
        return key_not_found(inputs.directory, node_type, {name: each.read(inputs) for name, each in binds.items()})

    return error


def lookup_arguments(node_type: NodeType) -> Mapping[str, tuple[Property, Any]]:
    """Give the arguments of a look-up with their defaults; ``...``: required."""
    is_only = len(node_type.lookups) == 1
    found: dict[str, tuple[Property, Any]] = {}
    for lookup in node_type.lookups:
        for name in lookup.properties:
            prop = node_type.by_name[name]
            default: Any = ... if is_only else None
            if name in lookup.defaults:
                text = lookup.defaults[name]
                default = int(text) if prop.type is Scalar.INT else text
            found[name] = (prop, default)
    return found


# ---- any object by id or slug


def _plan_node(collector: Collector, request: FieldRequest) -> Root:
    given, slug = request.arguments["id"], request.arguments["slug"]
    if (given is None) == (slug is None):
        raise BadArgumentError("id", "give exactly one of: id or slug.", "请只给出其中一种：id 或 slug。")
    return _plan_slug(collector, request, slug) if given is None else _plan_id(collector, request, given)


def _plan_id(collector: Collector, request: FieldRequest, given: Any) -> Root:
    node_type = MODEL.node_types[type_of_id(given)]
    value = bind("id", given)

    def missing(inputs: Inputs) -> NotFoundError:
        return id_not_found(inputs.directory, value.read(inputs))

    selection = select_node(collector, request, node_type)
    return LookupPlan(request.key, selection, ((node_type.by_name["id"], value),), missing)


def _plan_slug(collector: Collector, request: FieldRequest, given: Any) -> Root:
    """Look up the one id that has a slug in the directory, as the caller may see it."""
    node_type = MODEL.node_types[type_of_slug(given)]
    value = bind("slug", given)

    def id_of(inputs: Inputs) -> str:
        return inputs.directory.id_of_slug(node_type.name, value.read(inputs)) or ""

    def missing(inputs: Inputs) -> NotFoundError:
        return NotFoundError(node_type.name, value.read(inputs))

    selection = select_node(collector, request, node_type)
    by = ((node_type.by_name["id"], Bind("id", id_of)),)
    return LookupPlan(request.key, selection, by, missing, is_by_directory=True)
