"""What the answer to an operation must be, worked out slowly over plain Python objects.

Nothing of the planner, the compiler or the shaper is used: graphql-core executes the operation on the printed schema, and
each field is answered by a few lines read off the model. Lists are filtered, sorted and cut as a reader of the schema's
descriptions would do it.
"""

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any

from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLOutputType,
    GraphQLResolveInfo,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
    execute,
    get_named_type,
    parse,
)

from graph.model import MODEL
from graph.model.catalogue import EDITIONS_IN_FORCE
from graph.model.core import Ends, NodeType, Search, Side
from graph.model.derived import DerivedField, derived_fields, derived_of_link, link_note_label
from graph.model.distinct_names import distinct_name, name_properties
from graph.model.slugs import kind_of, slug_of
from graph.query.directory import Directory, TypeDirectory
from tests.equivalence.printed_schema import faults_of, printed_schema
from tests.equivalence.refusals import check_field
from tests.equivalence.small import Graph, Link, Node

Keys = Sequence[tuple[str, bool]]


class Undefined(BaseException):
    """The answer depends on how an engine compares values of a wrong kind. No Exception: graphql-core lets it pass."""


class MissingError(Exception):
    """A look-up found nothing."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come: data, and errors with message, path and locations."""

    data: dict[str, Any] | None
    errors: list[GraphQLError]


@dataclass(frozen=True, slots=True)
class Row:
    """A node in a list, and the link that led to it."""

    node: Node
    link: Link | None = None
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list."""

    rows: list[Row]
    total: int
    more: bool
    is_later: bool


class Oracle:
    """Answers operations over a graph."""

    def __init__(self, graph: Graph, reader: str = "") -> None:
        # Values and ids to ask with come from all of it, answers from what the caller may read.
        self.graph = graph
        self.seen = graph.seen_by(reader)
        self.schema = printed_schema()
        self._types = {each.plural: each for each in MODEL.node_types.values()}
        self._lookups = {each.name[0].lower() + each.name[1:]: each for each in MODEL.node_types.values()}
        self._directory = _directory(self.seen)

    def answer(self, query: str, variables: Mapping[str, Any]) -> Expected:
        """Answer an operation, or give the errors for which it is refused, with no data."""
        if errors := faults_of(query):
            return Expected(None, list(errors))
        result = execute(self.schema, parse(query), variable_values=dict(variables), field_resolver=self._resolve)
        assert isinstance(result, ExecutionResult)
        return Expected(result.data, list(result.errors or ()))

    # ---- fields

    def _resolve(self, source: Any, info: GraphQLResolveInfo, **arguments: Any) -> Any:
        name = info.field_name
        written = {**arguments, "where": _where(info)}
        check_field(info.parent_type.name, name, written, _leads_to(info.return_type), self.keys)
        match source:
            case None:
                return self._root(name, arguments)
            case Node():
                return self._of_node(source, name, arguments)
            case Row():
                return self._of_row(source, name, arguments)
            case Page():
                return self._of_page(source, name)
            case _:
                return source[name]

    def _of_node(self, node: Node, name: str, arguments: Mapping[str, Any]) -> Any:
        node_type = MODEL.node_types[node.label]
        sides = MODEL.sides[node.label]
        if name == "displayName":
            return node.values.get(node_type.title)
        if name == "distinctName":
            given = [node.values.get(each.name) for each in name_properties(node_type)]
            return distinct_name(node_type, arguments["language"], given)
        if name == "sources":
            return self._sources(node.values)
        for each in derived_fields(node_type):
            if each.field.name == name:
                return _derived(each, node, arguments)
        if name in node_type.by_name:
            return node.values.get(name, [] if node_type.by_name[name].many else None)
        if name in sides:
            rows = self._across(node, sides[name], arguments)
            if sides[name].ends is Ends.MANY:
                return self._page(MODEL.node_types[sides[name].target], rows, arguments, sides[name])
            nodes = [each.node for each in rows]
            return nodes if sides[name].ends is Ends.FEW else nodes[0] if nodes else None
        if name.endswith("Links"):
            return self._across(node, sides[name.removesuffix("Links")], arguments)
        rows = self._across(node, sides[name.removesuffix("Link")], arguments)
        return rows[0] if rows else None

    def _across(self, node: Node, side: Side, arguments: Mapping[str, Any]) -> list[Row]:
        """Give the rows at the other end. A short list is filtered and in natural order."""
        # A source that is named is shown, also that of a draft of others; of what leads to it, what is seen.
        across = self.graph.across(node, side)
        rows = [Row(end, link) for link, end in across if end.id in self.seen.nodes and _rests(link, arguments)]
        if side.ends is Ends.MANY:
            return rows
        target = MODEL.node_types[side.target]
        return _sorted([each for each in rows if self._is_wanted(each.node, target, arguments)], _natural(target))[:200]

    def _of_row(self, row: Row, name: str, arguments: Mapping[str, Any]) -> Any:
        if name in {"node", "cursor"}:
            return getattr(row, name)
        assert row.link is not None
        if name == "sources":
            return self._sources(row.link.values)
        for each in derived_of_link(row.link.type):
            if each.field.name == name:
                return each.make([row.link.values.get(prop.name) for prop in each.of], arguments["language"])
        return row.link.values.get(name)

    @staticmethod
    def _of_page(page: Page, name: str) -> Any:
        match name:
            case "nodes":
                return [each.node for each in page.rows]
            case "edges":
                return page.rows
            case "totalCount":
                return page.total
            case _:
                return {
                    "hasNextPage": page.more,
                    "hasPreviousPage": page.is_later,
                    "startCursor": page.rows[0].cursor if page.rows else None,
                    "endCursor": page.rows[-1].cursor if page.rows else None,
                }

    def _sources(self, values: Mapping[str, Any]) -> list[Node]:
        found = [self.graph.nodes[each] for each in values.get("sourceIds", []) if each in self.graph.nodes]
        return sorted(found, key=lambda each: each.id)

    # ---- roots

    def _root(self, name: str, arguments: Mapping[str, Any]) -> Any:
        match name:
            case "node":
                return self._found(arguments["id"]) if arguments.get("id") else self._of_slug(arguments["slug"])
            case "search":
                return self._search(arguments)
            case "paths":
                return self._paths(arguments)
        if name in self._types:
            node_type = self._types[name]
            rows = [Row(each) for each in self.seen.of_type(node_type.name)]
            return self._page(node_type, rows, arguments, None)
        return self._lookup(self._lookups[name], arguments)

    def _of_slug(self, slug: str) -> Node:
        found = next((each for each in self.seen.nodes.values() if slug_of(each.id) == slug.lower()), None)
        if found is None:
            (kind,) = (each for each in MODEL.node_types if kind_of(each) == slug.lower().rpartition("-")[0])
            raise MissingError(f"No {kind} has the key {slug!r}.")
        return found

    def _found(self, key: str) -> Node:
        if key not in self.seen.nodes:
            raise MissingError(f"No {key.partition(':')[0]} has the key {key!r}.")
        return self.seen.nodes[key]

    def _lookup(self, node_type: NodeType, arguments: Mapping[str, Any]) -> Node:
        day, given = arguments.get("asOf"), {k: v for k, v in arguments.items() if k != "asOf" and v is not None}
        if set(given) == set(node_type.key):
            wanted = node_type.id_of(given)
            found = [each for each in self.seen.of_type(node_type.name) if each.id == wanted]
        else:
            found = [
                each
                for each in self.seen.of_type(node_type.name)
                if all(each.values.get(name) == value for name, value in given.items())
            ]
        found = [each for each in found if _in_force(each, day)]
        if not found:
            (lookup,) = (each for each in node_type.lookups if set(each.properties) == set(given))
            keys = ", ".join(str(given[each]) for each in lookup.properties)
            raise MissingError(f"No {node_type.name} has the key {keys!r}.")
        return found[0]

    def _search(self, arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Rank as the directory does, which has tests of its own; everything around it is worked out here."""
        names = {each.name.lower(): each.name for each in MODEL.node_types.values()}
        asked = [names[each.replace("_", "").lower()] for each in arguments.get("kinds") or ()]
        kinds = list(dict.fromkeys(asked)) or [
            *(first := ["Certificate", "Major"]),
            *(each.name for each in MODEL.node_types.values() if each.searched and each.name not in {*first, "Source"}),
        ]
        hits = self._directory.search(arguments["text"], kinds, arguments["first"])
        return [
            {
                "score": each.score,
                "matchedAs": each.matched_as,
                "matchedText": each.matched_text,
                "node": self.seen.nodes[each.id],
            }
            for each in hits
        ]

    def _paths(self, arguments: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Walk every chain of explaining links that uses each kind once; shortest, strongest, then by ids and ways."""
        start, end = (self.seen.nodes.get(arguments[each]) for each in ("from", "to"))
        chains = _chains(self.seen, start, {"NEAR": 3, "FAR": 5}[arguments["reach"]]) if start and end else []
        found = [each for each in chains if each[-1][2] is end]
        found.sort(key=lambda each: (len(each), -_strength(each), _trail(each)))
        return [
            {"length": len(each), "strength": _strength(each), "steps": [self._step(*step) for step in each]}
            for each in found[: arguments["first"]]
        ]

    def _step(self, source: Node, link: Link, target: Node) -> dict[str, Any]:
        of, is_forward = MODEL.relationships[link.type], link.start is source
        arrow = f"-[{link.type}]->" if is_forward else f"<-[{link.type}]-"
        ends = [self._of_node(each, "distinctName", {"language": "CHINESE"}) for each in (source, target)]
        return {
            "relationship": link.type,
            "isForward": is_forward,
            "field": of.forward if is_forward else of.backward,
            "line": f" {arrow} ".join(ends),
            "basis": link.values.get("basis"),
            "sourceNote": link.values.get("sourceNote"),
            "sourceNoteLabel": link_note_label(link.type, link.values.get("sourceNote"), "CHINESE"),
            "sources": self._sources(link.values),
            "from": source,
            "to": target,
        }

    # ---- lists

    def _page(self, target: NodeType, rows: list[Row], arguments: Mapping[str, Any], side: Side | None) -> Page:
        keys = self.keys(target, arguments.get("orderBy") or ()) or (
            _natural(target) if side or target.is_listed_in_order else ()
        )
        wanted = _sorted([each for each in rows if self._is_wanted(each.node, target, arguments)], keys)
        after = arguments.get("after")
        if after is not None and any((target.name, name) in self.graph.missing for name, _ in keys):
            # What lacks a required sort key stands nowhere in the order, and no cursor leads to it.
            raise Undefined
        rest = wanted if after is None else [each for each in wanted if _compare(each.node, _at(after, keys), keys) > 0]
        shown = [Row(each.node, each.link, cursor(target, keys, each.node)) for each in rest[: arguments["first"]]]
        return Page(shown, len(wanted), len(rest) > len(shown), after is not None)

    def keys(self, target: NodeType, given: Iterable[Mapping[str, Any]]) -> Keys:
        """Read ``orderBy``: property names, and whether they descend."""
        by_code = {each.name.lower(): each.name for each in target.stored}
        found = [(by_code[each["by"].replace("_", "").lower()], each["direction"] == "DESC") for each in given]
        if any((target.name, name) in self.graph.bent | self.graph.missing for name, _ in found):
            raise Undefined
        return found

    def _is_wanted(self, node: Node, target: NodeType, arguments: Mapping[str, Any]) -> bool:
        given = arguments.get("where")
        is_offered = arguments.get("inForce")
        if is_offered is not None and is_offered is not self._is_offered(node):
            return False
        return (given is None or self._holds(node, target, given)) and _in_force(node, arguments.get("asOf"))

    def _is_offered(self, major: Node) -> bool:
        replaced = any(True for _ in self.seen.across(major, MODEL.sides["Major"]["successors"]))
        return major.values.get("edition") in EDITIONS_IN_FORCE and not replaced

    def _holds(self, node: Node, node_type: NodeType, given: Mapping[str, Any]) -> bool:
        return all(self._term(node, node_type, name, value) for name, value in given.items() if value is not None)

    def _term(self, node: Node, node_type: NodeType, name: str, value: Any) -> bool:
        match name:
            case "and":
                return all(self._holds(node, node_type, each) for each in value)
            case "or":
                return any(self._holds(node, node_type, each) for each in value)
            case "not":
                return not self._holds(node, node_type, value)
        if name in node_type.by_name:
            if (node_type.name, name) in self.graph.bent:
                raise Undefined
            stored = node.values.get(name)
            return all(_compares(how, stored, bound) for how, bound in value.items() if bound is not None)
        side = MODEL.sides[node_type.name][name]
        target = MODEL.node_types[side.target]
        others = [each for link, each in self.seen.across(node, side) if _rests(link, value)]
        asked = {how: inner for how, inner in value.items() if how != "linkBasis" and inner is not None}
        return all(self._quantified(how, others, target, inner) for how, inner in asked.items())

    def _quantified(self, how: str, others: list[Node], target: NodeType, given: Mapping[str, Any]) -> bool:
        held = [self._holds(each, target, given) for each in others]
        return {"some": any(held), "none": not any(held), "all": all(held)}[how]


def _rests(link: Link, given: Mapping[str, Any]) -> bool:
    """Whether a link rests on one of the bases that are asked for."""
    bases = given.get("linkBasis")
    return bases is None or link.values.get("basis") in bases


def _where(info: GraphQLResolveInfo) -> Any:
    """Read a filter as it is written, with null for a variable without a value, which graphql-core leaves out."""
    written = [each.value for each in info.field_nodes[0].arguments or () if each.name.value == "where"]
    return _written(written[0], info.variable_values.coerced) if written else None


def _written(node: ValueNode, variables: Mapping[str, Any]) -> Any:
    match node:
        case VariableNode(name=name):
            return variables.get(name.value)
        case ObjectValueNode(fields=fields):
            return {each.name.value: _written(each.value, variables) for each in fields}
        case ListValueNode(values=values):
            return [_written(each, variables) for each in values]
        case NullValueNode():
            return None
        case _:
            return node


def _leads_to(returned: GraphQLOutputType) -> str:
    """Name the type that a field leads to, through its connection or link type."""
    found: Any = get_named_type(returned)
    if found.name.endswith("Connection"):
        found = get_named_type(found.fields["nodes"].type)
    elif found.name.endswith("Link"):
        found = get_named_type(found.fields["node"].type)
    return found.name


# ---- comparing, sorting, cutting

_COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda stored, bound: stored == bound,
    "in": lambda stored, bound: stored in bound,
    "contains": lambda stored, bound: bound in stored,
    "startsWith": lambda stored, bound: stored.startswith(bound),
    "gt": lambda stored, bound: stored > bound,
    "gte": lambda stored, bound: stored >= bound,
    "lt": lambda stored, bound: stored < bound,
    "lte": lambda stored, bound: stored <= bound,
    "has": lambda stored, bound: bound in stored,
}


def _compares(how: str, stored: Any, bound: Any) -> bool:
    if how == "isNull":
        return (stored is None) == bound
    return stored is not None and _COMPARISONS[how](stored, bound)


def _derived(derived: DerivedField, node: Node, arguments: Mapping[str, Any]) -> Any:
    made = derived.make([node.values.get(each.name) for each in derived.of], arguments.get("language", ""))
    if derived.rows is None:
        return made
    return [dict(zip([each.name for each in derived.rows.columns], each, strict=True)) for each in made]


def _in_force(node: Node, day: str | None) -> bool:
    begins, ends = node.values.get("validFrom"), node.values.get("validTo")
    return day is None or ((begins is None or begins <= day) and (ends is None or day < ends))


def _natural(node_type: NodeType) -> Keys:
    return [(name, False) for name in node_type.order]


def _sorted(rows: list[Row], keys: Keys) -> list[Row]:
    return sorted(rows, key=cmp_to_key(lambda one, other: _compare(one.node, other.node, keys)))  # type: ignore[attr-defined]  # patched, or given by the test itself


def _compare(one: Node, other: Node, keys: Keys) -> int:
    """Tell which of two comes first: by the keys, unknown values above all others, then by id."""
    for name, descends in keys:
        left, right = one.values.get(name), other.values.get(name)
        if left != right:
            is_later = left is None or (right is not None and left > right)
            return 1 if is_later != descends else -1
    if keys:
        return (one.id > other.id) - (one.id < other.id)
    left, right = (MODEL.node_types[each.id.partition(":")[0]].list_key(each.id) for each in (one, other))
    return (left > right) - (left < right)


def _made_for(target: NodeType, keys: Keys) -> str:
    return " ".join([target.name, *(name + ("-" if descends else "") for name, descends in keys)])


def cursor(target: NodeType, keys: Keys, node: Node) -> str:
    """Write the cursor of a node in a list."""
    values = [_made_for(target, keys), node.id, *(node.values.get(name) for name, _ in keys)]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode()


def _at(text: str, keys: Keys) -> Node:
    """Read a cursor back as the node that it stands for."""
    _, key, *values = json.loads(base64.urlsafe_b64decode(text))
    return Node("", {"id": key, **{name: value for (name, _), value in zip(keys, values, strict=True)}})


# ---- search and paths


def _directory(graph: Graph) -> Directory:
    return Directory(
        0,
        {
            each.name: TypeDirectory(each.name, [_entry(each, node) for node in graph.of_type(each.name)])
            for each in MODEL.node_types.values()
        },
    )


def _entry(node_type: NodeType, node: Node) -> tuple[str, tuple[tuple[Search, str], ...], str]:
    texts: list[tuple[Search, str]] = []
    for kind in Search:
        for prop in node_type.properties:
            value = node.values.get(prop.name)
            if prop.search is kind and value:
                texts += [
                    (kind, each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)
                ]
    return node.id, tuple(texts), node.values.get("pinyin", "")


Chain = tuple[tuple[Node, Link, Node], ...]


def _chains(graph: Graph, start: Node, length: int) -> list[Chain]:
    found: list[Chain] = []
    edge: list[tuple[Node, Chain]] = [(start, ())]
    for _ in range(length):
        edge = [
            (target, (*chain, (node, link, target)))
            for node, chain in edge
            for side in MODEL.sides[node.label].values()
            if side.relationship.explains and side.relationship.type not in {each[1].type for each in chain}
            for link, target in graph.across(node, side)
        ]
        found += [chain for _, chain in edge]
    return found


def _strength(chain: Chain) -> float:
    strength = 1.0
    for _, link, _ in chain:
        strength *= {"OFFICIAL": 1.0, "REPORTED": 0.7, "EDITORIAL": 0.4}.get(link.values.get("basis", ""), 0.1)
    return strength


def _trail(chain: Chain) -> str:
    ids = [chain[0][0].id, *(step[2].id for step in chain)]
    ways = [f"{link.type} {link.start.id}" for _, link, _ in chain]
    return "".join(each + " " for each in (*ids, *ways))
