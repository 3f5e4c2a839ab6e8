"""From a validated GraphQL operation to a plan.

The only module that touches graphql-core's collecting of fields: aliases, fragments, ``@skip`` and ``@include``,
merging of repeated fields, and coercion of arguments are its own work, so they are exactly what its executor would do.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLObjectType,
    GraphQLSchema,
    ObjectValueNode,
    OperationDefinitionNode,
    get_named_type,
    is_required_input_field,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_fields, collect_subfields
from graphql.execution.values import VariableValues, get_argument_values
from graphql.pyutils import Undefined
from graphql.utilities import coerce_input_literal

from graph.errors import OperationShapeError, RefusedArgumentError
from graph.model import MODEL
from graph.model.core import Ends, NodeType, Property, Side
from graph.model.derived import DerivedField
from graph.model.evidence import SOURCE
from graph.query.plan import (
    EVERYTHING,
    Cursor,
    Derived,
    DistinctName,
    EdgeList,
    Few,
    Item,
    Leaf,
    Links,
    NodeList,
    NodeOfEdge,
    One,
    Page,
    PageFact,
    PageInfo,
    PagePart,
    Plan,
    Record,
    Refused,
    Root,
    Selection,
    SourceList,
    TotalCount,
    TypeName,
    Value,
)
from resolvers.request.arguments import (
    Arguments,
    after_position,
    count_of,
    ids_after,
    link_bases,
    natural_order,
    order_keys,
    page_size,
    plain,
    rows_to_read,
    where_condition,
)
from resolvers.request.field_meanings import (
    DisplayNameField,
    DistinctNameField,
    LinksField,
    SourcesField,
    fields_of,
    fields_of_link,
)

PLAN_LARGEST = 2_000


@dataclass(frozen=True, slots=True)
class FieldRequest:
    """One field of a selection after collecting: response key, name, coerced arguments, and how to go below it."""

    key: str
    name: str
    arguments: Arguments
    details: Sequence[FieldDetails]
    type_name: str


class Collector:
    """Reads the selections of one operation under one shape of its variables."""

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        operation: OperationDefinitionNode,
        variables: VariableValues,
    ) -> None:
        self.schema = schema
        self._operation = operation
        self._variables = variables
        # Within filters a variable that was left out is null: to leave its condition out would match everything.
        self._with_nulls = VariableValues(variables.sources, {**dict.fromkeys(variables.sources), **variables.coerced})
        self._fragments = {
            each.name.value: FragmentDetails(each)
            for each in document.definitions
            if isinstance(each, FragmentDefinitionNode)
        }
        # Fields collected so far, once for each type that an object can have.
        self.fields = 0
        self.refused: list[RefusedArgumentError] = []

    def roots(self) -> list[FieldRequest]:
        """Give the root fields."""
        root_type = self.schema.get_root_type(self._operation.operation)
        assert root_type is not None
        collected = collect_fields(self.schema, self._fragments, self._variables, root_type, self._operation)
        return self._asked(root_type, collected.grouped_field_set)

    def below(self, request: FieldRequest, type_name: str | None = None) -> list[FieldRequest]:
        """Give the fields asked of an object: of its declared type, or of the type it turns out to have."""
        parent = self.schema.type_map[type_name or request.type_name]
        assert isinstance(parent, GraphQLObjectType)
        collected = collect_subfields(
            self.schema, self._fragments, self._variables, self._operation, parent, list(request.details)
        )
        return self._asked(parent, collected.grouped_field_set)

    def possible_types(self, request: FieldRequest) -> list[str]:
        """Give the object types that a field of an interface or union type can turn out to have."""
        declared: Any = self.schema.type_map[request.type_name]
        return [each.name for each in self.schema.get_possible_types(declared)]

    def _asked(self, parent: GraphQLObjectType, grouped: Mapping[str, list[FieldDetails]]) -> list[FieldRequest]:
        self.fields += len(grouped)
        if self.fields > PLAN_LARGEST:
            raise OperationShapeError(
                self.fields,
                PLAN_LARGEST,
                "fields, counted for every type that a node can be of",
                "个字段（按节点可能的每种类型分别计数）",
            )
        return [self._one(parent, key, details) for key, details in grouped.items()]

    def _one(self, parent: GraphQLObjectType, key: str, details: list[FieldDetails]) -> FieldRequest:
        node = details[0].node
        name = node.name.value
        if name == "__typename":
            return FieldRequest(key, name, {}, details, "String")
        if name in _INTROSPECTION:
            return FieldRequest(key, name, {}, details, name)
        field = parent.fields[name]
        arguments = get_argument_values(field, node, self._variables)
        for each in node.arguments or ():
            declared = field.args[each.name.value].type
            if isinstance(each.value, ObjectValueNode) and _is_filter(declared):
                arguments[each.name.value] = coerce_input_literal(each.value, declared, self._with_nulls)
        return FieldRequest(key, name, arguments, details, get_named_type(field.type).name)


@cache
def _is_filter(declared: GraphQLInputType) -> bool:
    """Whether a type is an input object of which every key may be left out."""
    if not isinstance(declared, GraphQLInputObjectType):
        return False
    fields = declared.fields.values()
    return not any(
        is_required_input_field(each) or each.default or each.default_value is not Undefined for each in fields
    )


RootPlanner = Callable[[Collector, FieldRequest], Root]


def plan_operation(collector: Collector, planners: Mapping[str, RootPlanner]) -> Plan:
    """Plan a query operation. ``planners`` holds one function for each root field.

    Introspection fields at the root stay out of the plan: ``plan.is_partial`` says so, and graphql-core answers them.
    So do the fields of services, which have no planner: ``plan.asks_process`` says so.
    Validation lets no directive pass but ``@skip`` and ``@include``: there is no other (tests/schema/test_schema.py).
    A field with an argument that is refused is planned as an error. Raises: UserError for the operation as a whole.
    """
    roots = collector.roots()
    planned = [each for each in roots if each.name in planners or each.name == "__typename"]
    return Plan(
        tuple(_plan_root(collector, each, planners) for each in planned),
        is_partial=len(planned) < len(roots),
        asks_process=any(each not in planned and each.name not in _INTROSPECTION for each in roots),
    )


_INTROSPECTION = frozenset({"__schema", "__type"})


def _plan_root(collector: Collector, request: FieldRequest, planners: Mapping[str, RootPlanner]) -> Root:
    if request.name == "__typename":
        return TypeName(request.key, "Query")
    try:
        return planners[request.name](collector, request)
    except RefusedArgumentError as error:
        return _refused(collector, request, error)


def _refused(collector: Collector, request: FieldRequest, error: RefusedArgumentError) -> Refused:
    # A plan is kept; the frames of planning must not be kept with it.
    error.__traceback__ = error.__cause__ = error.__context__ = None
    collector.refused.append(error)
    return Refused(request.key, error)


# ---- nodes


def select_node(collector: Collector, request: FieldRequest, node_type: NodeType) -> Selection:
    """Plan what is asked of one object of a known type."""
    meanings = fields_of(node_type.name)
    items = tuple(_item(collector, each, node_type, meanings) for each in collector.below(request, node_type.name))
    return Selection(node_type, items)


def _item(collector: Collector, request: FieldRequest, node_type: NodeType, meanings: Mapping[str, Any]) -> Item:
    if request.name == "__typename":
        return TypeName(request.key, node_type.name)
    try:
        return _field_item(collector, request, meanings)
    except RefusedArgumentError as error:
        return _refused(collector, request, error)


def _field_item(collector: Collector, request: FieldRequest, meanings: Mapping[str, Any]) -> Item:
    match meanings[request.name]:
        case (Property() as prop) | DisplayNameField(property=prop):
            return Leaf(request.key, prop)
        case DistinctNameField(target=target):
            return DistinctName(request.key, target, plain(request.arguments["language"]))
        case DerivedField() as derived:
            return _derived(collector, request, derived)
        case SourcesField():
            return SourceList(request.key, select_node(collector, request, SOURCE))
        case LinksField(side=side):
            return _links(collector, request, side)
        case Side() as side:
            return _side(collector, request, side)
        case other:
            raise AssertionError(other)


def _derived(collector: Collector, request: FieldRequest, derived: DerivedField) -> Derived:
    language = plain(request.arguments["language"]) if derived.is_in_language else ""
    if derived.rows is None:
        return Derived(request.key, derived, language)
    places = {each.name: (place, each) for place, each in enumerate(derived.rows.columns)}
    items = tuple(
        TypeName(each.key, request.type_name) if each.name == "__typename" else Value(each.key, *places[each.name])
        for each in collector.below(request)
    )
    return Derived(request.key, derived, language, Record(derived.rows.name, items))


def _side(collector: Collector, request: FieldRequest, side: Side) -> Item:
    target = MODEL.node_types[side.target]
    match side.ends:
        case Ends.ONE:
            return One(request.key, side, select_node(collector, request, target))
        case Ends.FEW:
            where = where_condition(target, request.arguments)
            bases = link_bases(request.arguments)
            return Few(request.key, side, select_node(collector, request, target), natural_order(target), where, bases)
        case Ends.MANY:
            return _page(collector, request, target, side)


def _links(collector: Collector, request: FieldRequest, side: Side) -> Links:
    target = MODEL.node_types[side.target]
    items = tuple(_edge_item(collector, each, target, side, request.type_name) for each in collector.below(request))
    where = where_condition(target, request.arguments)
    wanted = tuple(each for each in items if not isinstance(each, Cursor))
    return Links(
        request.key,
        side,
        wanted,
        natural_order(target),
        where,
        is_list=side.ends is Ends.FEW,
        bases=link_bases(request.arguments),
    )


# ---- pages


def plan_root_page(collector: Collector, request: FieldRequest, node_type: NodeType) -> Page:
    """Plan a connection of all nodes of a type."""
    return _page(collector, request, node_type, None)


def _page(collector: Collector, request: FieldRequest, target: NodeType, side: Side | None) -> Page:
    arguments = request.arguments
    order = order_keys(target, arguments) or (natural_order(target) if side or target.is_listed_in_order else ())
    where = where_condition(target, arguments)
    parts = tuple(_part(collector, each, target, side, request.type_name) for each in collector.below(request))
    size = page_size(arguments)
    after = after_position(target, order, arguments)
    # Everything in the order of ids: the directory knows the page without a search.
    is_listed = side is None and not order and where == EVERYTHING
    has_total = any(isinstance(each, TotalCount) for each in parts)
    rows = rows_to_read(size)
    return Page(
        request.key,
        target,
        side,
        parts,
        where,
        order,
        after,
        rows,
        ids=ids_after(target, after, rows) if is_listed else None,
        total=count_of(target) if has_total else None,
        bases=link_bases(arguments),
    )


def _part(collector: Collector, request: FieldRequest, target: NodeType, side: Side | None, type_name: str) -> PagePart:
    match request.name:
        case "__typename":
            return TypeName(request.key, type_name)
        case "nodes":
            return NodeList(request.key, select_node(collector, request, target))
        case "edges":
            items = tuple(
                _edge_item(collector, each, target, side, request.type_name) for each in collector.below(request)
            )
            return EdgeList(request.key, items)
        case "pageInfo":
            return PageInfo(request.key, tuple(_page_fact(each) for each in collector.below(request)))
        case "totalCount":
            return TotalCount(request.key)
        case other:
            raise AssertionError(other)


def _page_fact(request: FieldRequest) -> tuple[str, PageFact | None]:
    return request.key, None if request.name == "__typename" else PageFact(request.name)


def _edge_item(
    collector: Collector, request: FieldRequest, target: NodeType, side: Side | None, type_name: str = ""
) -> NodeOfEdge | Cursor | Leaf | Derived | SourceList | TypeName:
    match request.name:
        case "__typename":
            return TypeName(request.key, type_name)
        case "node":
            return NodeOfEdge(request.key, select_node(collector, request, target))
        case "cursor":
            return Cursor(request.key)
        case "sources":
            return SourceList(request.key, select_node(collector, request, SOURCE))
        case name:
            assert side is not None
            prop = fields_of_link(side.relationship.type)[name]
            if isinstance(prop, DerivedField):
                return _derived(collector, request, prop)
            assert isinstance(prop, Property)
            return Leaf(request.key, prop)
