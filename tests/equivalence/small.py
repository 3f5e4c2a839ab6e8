"""A small graph with holes: a few nodes of every type, links of every type, written to an engine and kept in Python.

It follows from the model, so a new type is in it at once. Names repeat, so that orders have ties; one certificate suits
more majors than a page holds; required values are missing, codes are unknown, numbers are too large, links state no
basis. Where a value is of another kind than the model says, ``bent`` tells: no engine promises how such values compare.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import cycle
from typing import Any

from graph.connection.database import Database, Statement
from graph.model import MODEL
from graph.model.core import DRAFT_OF, CodeList, Ends, NodeType, Property, Relationship, Scalar, Side

USUAL = 6
# Of the nodes of a type that has drafts, whose drafts they are: of the college that asks, of another one, or of none.
OWN, OTHER = "College:own", "College:other"
DRAFTS = (None, OWN, None, OTHER, None, None)
# More than the default page, and more than two small pages.
MANY = {"Certificate": 25, "Major": 23, "Course": 9}
DAYS = ("2019-04-04", "2020-02-29", "2021-12-31", "2025-01-01")
# One beyond the first plane: Java orders text by its halves, Python by its code point.
# None beyond U+D7FF but the last: Neo4j's index orders such characters unlike its ORDER BY (docs/neo4j.md).
TEXTS = ("甲", "乙", "乙", "丙a", "丙 A", "〔丁〕", "𠮷", "")


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A node: its type and its stored values, unknown ones left out."""

    label: str
    values: dict[str, Any]

    @property
    def id(self) -> str:
        return self.values["id"]


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A link with its stored values."""

    type: str
    start: Node
    end: Node
    values: dict[str, Any]


@dataclass
class Graph:
    """Nodes by id, and links."""

    nodes: dict[str, Node] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    # Type and property: where a value is of a wrong kind, and where a required one is missing.
    bent: set[tuple[str, str]] = field(default_factory=set)
    missing: set[tuple[str, str]] = field(default_factory=set)

    @cached_property
    def _ends(self) -> Mapping[tuple[str, str, bool], list[tuple[Link, Node]]]:
        found = defaultdict(list)
        for each in self.links:
            found[each.type, each.start.id, True].append((each, each.end))
            found[each.type, each.end.id, False].append((each, each.start))
        return found

    def across(self, node: Node, side: Side) -> list[tuple[Link, Node]]:
        """Give the links and nodes at the other end of a relationship."""
        return self._ends.get((side.relationship.type, node.id, side.is_forward), [])

    def of_type(self, label: str) -> list[Node]:
        return [each for each in self.nodes.values() if each.label == label]

    def seen_by(self, reader: str) -> "Graph":
        """Give the graph as an editor of a college sees it: as if the drafts of others were not there."""
        nodes = {key: each for key, each in self.nodes.items() if each.values.get(DRAFT_OF.name) in (None, reader)}
        links = [each for each in self.links if each.start.id in nodes and each.end.id in nodes]
        return Graph(nodes, links, self.bent, self.missing)


def make_graph() -> Graph:
    """Make the graph; always the same one for the same model."""
    graph, rng = Graph(), random.Random(510203)
    for node_type in MODEL.node_types.values():
        for number in range(MANY.get(node_type.name, USUAL)):
            node = _node(node_type, number, rng)
            graph.nodes[node.id] = node
    for relationship in MODEL.relationships.values():
        graph.links += _links(graph, relationship, rng)
    for place, node_type in enumerate(MODEL.node_types.values()):
        _pierce(graph, node_type, place, rng)
    _pierce_links(graph, rng)
    return graph


# ---- nodes


def _node(node_type: NodeType, number: int, rng: random.Random) -> Node:
    key = {name: _key_value(node_type.by_name[name], number) for name in node_type.key}
    values = {each.name: _value(each, number, rng) for each in node_type.stored if each != DRAFT_OF} | key
    if node_type.has_drafts:
        values[DRAFT_OF.name] = DRAFTS[number % len(DRAFTS)]
    unique = {name for lookup in node_type.lookups for name in lookup.properties}
    for name in unique - set(key):
        values[name] = _key_value(node_type.by_name[name], number) if number % 3 else None
    values["id"] = node_type.id_of(key)
    if not node_type.order_is_total:
        # The id keeps its key; what is sorted and shown may repeat.
        values |= {name: _value(node_type.by_name[name], number, rng) for name in key if rng.random() < 0.5}
    return Node(node_type.name, {name: value for name, value in values.items() if value is not None})


def _key_value(prop: Property, number: int) -> Any:
    if isinstance(prop.type, CodeList):
        return list(prop.type.codes)[number % len(prop.type.codes)]
    return number + 1 if prop.type is Scalar.INT else f"{prop.name[:3]}{number:02}"


def _value(prop: Property, number: int, rng: random.Random) -> Any:
    if prop.name == "sourceIds":
        return [_source_id(rng) for _ in range(rng.choice([0, 1, 2, 3]))]
    if prop.name == "sequence" and prop.required:
        return number + 1
    if prop.name == "pinyin":
        return f"jia yi{number} jy{number}"
    if prop.many:
        return [_single(prop, rng) for _ in range(rng.choice([0, 1, 2]))] if rng.random() < 0.8 else None
    return _single(prop, rng) if prop.required or rng.random() < 0.7 else None


def _source_id(rng: random.Random) -> str:
    # One in eight is of no source.
    return MODEL.node_types["Source"].id_of({"code": f"cod{rng.choice([0, 1, 2, 3, 4, 5, 5, 90]):02}"})


def _single(prop: Property, rng: random.Random) -> Any:
    match prop.type:
        case CodeList(codes=codes):
            return rng.choice(list(codes)[:3])
        case Scalar.INT:
            return rng.choice([-1, 0, 1, 2, 2, 10])
        case Scalar.FLOAT:
            return rng.choice([0.1, 0.25, 0.5, 0.5, 1.0, 1e21])
        case Scalar.BOOLEAN:
            return rng.random() < 0.5
        case Scalar.DATE:
            return rng.choice(DAYS)
        case _:
            return rng.choice(TEXTS[:-1] if prop.required else TEXTS)


# ---- links


def _links(graph: Graph, relationship: Relationship, rng: random.Random) -> Iterator[Link]:
    starts, ends = graph.of_type(relationship.start), graph.of_type(relationship.end)
    many_ends = [(starts[0], each) for each in ends]
    many_starts = [(each, ends[-1]) for each in starts]
    some = [(rng.choice(starts), rng.choice(ends)) for _ in range(12)]
    seen: set[tuple[str, str]] = set()
    left, right = set(), set()
    for start, end in [*some[:2], *many_ends, *some[2:], *many_starts]:
        is_taken = (relationship.forward_ends is Ends.ONE and start.id in left) or (
            relationship.backward_ends is Ends.ONE and end.id in right
        )
        # Each starts with a few links; the hub's are thinned out.
        if is_taken or start is end or (start.id, end.id) in seen or rng.random() < 0.2:
            continue
        seen.add((start.id, end.id))
        left.add(start.id)
        right.add(end.id)
        own = () if relationship.structural else (*relationship.properties, *_link_fact(relationship))
        values = {each.name: _value(each, 0, rng) for each in own}
        yield Link(relationship.type, start, end, {k: v for k, v in values.items() if v is not None})


def _link_fact(_: Relationship) -> tuple[Property, ...]:
    from graph.model.core import LINK_FACT

    return LINK_FACT


# ---- holes


def _pierce(graph: Graph, node_type: NodeType, place: int, rng: random.Random) -> None:
    """Take a required value away in every third type, and bend a value of each kind in every second."""
    nodes = graph.of_type(node_type.name)
    lookups = (name for each in node_type.lookups for name in each.properties)
    sorted_by = {"id", "validFrom", "validTo", *node_type.order, *lookups}
    plain = [each for each in node_type.stored if each.name not in sorted_by and not each.internal]
    required = [each for each in plain if each.required]
    if place % 3 == 0 and required:
        prop = rng.choice(required)
        rng.choice(nodes).values.pop(prop.name, None)
        graph.missing.add((node_type.name, prop.name))
    # By kind of value, so that none is missed: the last of each.
    by_kind = {(each.many, type(each.type), each.type if isinstance(each.type, Scalar) else ""): each for each in plain}
    is_dated = any(each.type is Scalar.DATE for each in plain)
    for prop in by_kind.values():
        # Every second type is left whole, but for days and for numbers that may be null: few types have those.
        if place % 2 and not is_dated and (prop.type is not Scalar.INT or prop.required):
            continue
        # Where null may stand in for it, half of the nodes; else a single one: it takes the whole page with it.
        chosen = rng.sample(nodes, 1 if prop.required else len(nodes) // 2)
        for value, node in zip(cycle(_bent(prop)), chosen, strict=False):
            node.values[prop.name] = value
        graph.bent.add((node_type.name, prop.name))
    if node_type.order_is_total and len(nodes) > 2:
        # A required sort key that is missing: last in a small list, null where the type says non-null.
        nodes[2].values.pop(node_type.order[0])
        graph.missing.add((node_type.name, node_type.order[0]))


def _bent(prop: Property) -> list[Any]:
    """Give values that do not fit; of one sort for each property, so that no check stands in for another."""
    if prop.many:
        return ["no list"]
    match prop.type:
        case CodeList():
            return [5] if prop.required else ["WRONG"]
        case Scalar.INT:
            return ["1"] if prop.required else [-(2**31) - 1, 2**31]
        case Scalar.FLOAT:
            return [1] if prop.required else [float("nan"), float("inf")]
        case Scalar.BOOLEAN:
            return [1] if prop.required else ["true"]
        case Scalar.DATE:
            return ["2020"] if prop.required else ["2020-13-01"]
        case _:
            return [["a"]] if prop.required else [True, 0.5]


def _pierce_links(graph: Graph, rng: random.Random) -> None:
    by_type = defaultdict(list)
    for each in graph.links:
        by_type[each.type].append(each)
    for place, (kind, links) in enumerate(by_type.items()):
        if MODEL.relationships[kind].structural:
            continue
        if place % 2:
            rng.choice(links).values.pop("basis")
        elif place % 3 == 0:
            rng.choice(links).values["basis"] = "WRONG"


# ---- writing


async def write(database: Database, graph: Graph) -> None:
    """Write the graph into an empty database."""

    async def run(writer) -> None:
        for label in MODEL.node_types:
            rows = [each.values for each in graph.of_type(label)]
            await writer.run(Statement(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": rows}))
        for kind in MODEL.relationships.values():
            rows = [[e.start.id, e.end.id, e.values] for e in graph.links if e.type == kind.type]  # type: ignore[misc]  # a lambda or a class of untyped code
            text = (
                f"UNWIND $rows AS row MATCH (a:{kind.start} {{id: row[0]}}) MATCH (b:{kind.end} {{id: row[1]}}) "
                f"CREATE (a)-[r:{kind.type}]->(b) SET r = row[2]"
            )
            await writer.run(Statement(text, {"rows": rows}))

    await database.write(run)


async def read_back(database: Database) -> tuple[dict[str, dict[str, Any]], list[tuple[str, str, str, str]]]:
    """Read the values of all nodes, and all links as texts."""
    nodes, links = {}, []
    for label in MODEL.node_types:
        for (values,) in await database.read(Statement(f"MATCH (n:{label}) RETURN properties(n)")):
            nodes[values["id"]] = values
    for kind in MODEL.relationships.values():
        text = f"MATCH (a:{kind.start})-[r:{kind.type}]->(b:{kind.end}) RETURN a.id, b.id, properties(r)"
        for start, end, values in await database.read(Statement(text)):
            links.append((kind.type, start, end, repr(sorted(values.items()))))
    return nodes, links
