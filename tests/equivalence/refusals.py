"""Which arguments of an operation must be refused, with which codes: read off the document, field by field.

A planner refuses before it reads anything, also below a list that turns out to be empty. So this walks what is asked,
not what is there: every field that is not skipped, of every type that its object can have.
"""

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    get_named_type,
    parse,
)
from graphql.execution.values import get_argument_values, get_directive_values, get_variable_values

from graph.model import MODEL
from graph.model.core import CodeList, NodeType, Property, Scalar
from tests.equivalence.oracle import Oracle

SEARCHED = {each.name for each in MODEL.node_types.values() if each.searched}
NODES = tuple(MODEL.node_types)


def refusals(oracle: Oracle, query: str, variables: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """Give the codes with which a valid operation must be refused (none: it is answered), and those with which it may.

    They differ below a search that looks for some types only: what is asked of others may be read, or left alone.
    """
    document = parse(query)
    (operation,) = (each for each in document.definitions if isinstance(each, OperationDefinitionNode))
    values = get_variable_values(oracle.schema, operation.variable_definitions or (), dict(variables))
    assert not isinstance(values, list)
    readers = (_Reader(oracle, document, values, looked_for) for looked_for in (_looked_for, lambda _: list(NODES)))
    must, may = (set(each.of(operation.selection_set, ["Query"])) for each in readers)
    return must, may


class _Reader:
    """Walks the selections of one document."""

    def __init__(
        self,
        oracle: Oracle,
        document: DocumentNode,
        variables: Any,
        looked_for: Callable[[Mapping[str, Any]], list[str]],
    ) -> None:
        self._oracle = oracle
        self._schema: GraphQLSchema = oracle.schema
        self._variables = variables
        self._looked_for = looked_for
        self._found: list[str] = []
        self._fragments = {
            each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
        }

    def of(self, selections: Any, types: list[str]) -> Iterator[str]:
        for each in selections.selections if selections else ():
            if not self._is_skipped(each):
                yield from self._of(each, types)

    def _of(self, node: SelectionNode, types: list[str]) -> Iterator[str]:
        match node:
            case FieldNode():
                for each in types:
                    yield from self._field(node, each)
            case FragmentSpreadNode():
                fragment = self._fragments[node.name.value]
                yield from self.of(fragment.selection_set, self._narrowed(fragment.type_condition.name.value, types))
            case InlineFragmentNode(type_condition=condition):
                inner = self._narrowed(condition.name.value, types) if condition else types
                yield from self.of(node.selection_set, inner)

    def _is_skipped(self, node: SelectionNode) -> bool:
        skip = get_directive_values(GraphQLSkipDirective, node, self._variables)
        include = get_directive_values(GraphQLIncludeDirective, node, self._variables)
        return bool(skip and skip["if"]) or bool(include and not include["if"])

    @staticmethod
    def _narrowed(condition: str, types: list[str]) -> list[str]:
        return types if condition == "Node" else [each for each in types if each == condition]

    def _field(self, node: FieldNode, parent: str) -> Iterator[str]:
        name = node.name.value
        if name.startswith("__"):
            return
        owner = self._schema.type_map[parent]
        assert isinstance(owner, GraphQLObjectType)
        field = owner.fields[name]
        arguments = get_argument_values(field, node, self._variables)
        below = [get_named_type(field.type).name]
        if parent == "Query":
            yield from _of_root(name, arguments)
            # Below a search, only what it looks for; below a path, anything.
            self._found = self._looked_for(arguments) if name == "search" else list(MODEL.node_types)
        if below == ["Node"]:
            below = _kinds(arguments) if parent == "Query" else self._found
        target = self._target(get_named_type(field.type).name)
        if target is not None:
            yield from _of_list(self._oracle, target, arguments, natural=parent != "Query")
        yield from self.of(node.selection_set, below)

    def _target(self, name: str) -> NodeType | None:
        """Give the node type that a field leads to, through its connection or link type."""
        found: Any = self._schema.type_map[name]
        if name.endswith("Connection"):
            found = get_named_type(found.fields["nodes"].type)
        elif name.endswith("Link"):
            found = get_named_type(found.fields["node"].type)
        return MODEL.node_types.get(found.name)


def _kinds(arguments: Mapping[str, Any]) -> list[str]:
    prefix = arguments["id"].partition(":")[0]
    return [prefix] if prefix in MODEL.node_types else []


def _looked_for(arguments: Mapping[str, Any]) -> list[str]:
    by_code = {each.name.lower(): each.name for each in MODEL.node_types.values()}
    return [by_code[each.replace("_", "").lower()] for each in arguments.get("kinds") or ()] or sorted(SEARCHED)


def _of_root(name: str, arguments: Mapping[str, Any]) -> Iterator[str]:
    ids = [arguments[each] for each in ("id", "from", "to") if name in {"node", "paths"} and each in arguments]
    if any(each.partition(":")[0] not in MODEL.node_types for each in ids):
        yield "BAD_ID"
    if name == "search" and (len(arguments["text"]) > 200 or not SEARCHED.issuperset(_looked_for(arguments))):
        yield "BAD_ARGUMENT"
    if name in {"search", "paths"} and not 1 <= arguments["first"] <= 100:
        yield "BAD_PAGE_SIZE"
    for node_type in MODEL.node_types.values():
        if name == node_type.name[0].lower() + node_type.name[1:]:
            filled = [each for each in node_type.lookups if all(arguments.get(p) is not None for p in each.properties)]
            if len(filled) != 1:
                yield "BAD_ARGUMENT"


def _of_list(oracle: Oracle, target: NodeType, arguments: Mapping[str, Any], *, natural: bool) -> Iterator[str]:
    if "first" in arguments and not 1 <= arguments["first"] <= 100:
        yield "BAD_PAGE_SIZE"
    if len(arguments.get("orderBy") or ()) > 3:
        yield "BAD_ARGUMENT"
    if "where" in arguments and arguments["where"] is not None and _has_null(arguments["where"]):
        yield "BAD_ARGUMENT"
    if arguments.get("after") is not None and not _is_cursor(oracle, target, arguments, natural=natural):
        yield "BAD_CURSOR"


def _has_null(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is None or any(_has_null(each) for each in inner)


def _is_cursor(oracle: Oracle, target: NodeType, arguments: Mapping[str, Any], *, natural: bool) -> bool:
    """Whether ``after`` was made for a list of this type in this order."""
    try:
        made_for, key, *values = json.loads(base64.urlsafe_b64decode(arguments["after"]))
    except ValueError:
        return False
    keys = oracle.keys(target, arguments.get("orderBy") or ())
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
