"""Arguments for generated documents: keys, filters, orders and cursors taken from the graph, as literals and variables."""

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLField, GraphQLInputType, get_named_type

from graph.model import MODEL
from graph.model.core import BASIS, CodeList, NodeType, Scalar
from tests.equivalence.oracle import Oracle, cursor
from tests.equivalence.small import DAYS, Node

Variables = Mapping[str, Any]


class Code(str):
    """A code of an enum, to be written without quotes."""

    __slots__ = ()


@dataclass
class _Given:
    """A variable: the type it is declared with, its default, and a value that fits."""

    declared: str
    default: str
    value: Any


@dataclass
class Values:
    """Chooses and writes the arguments of one document, and gives values for its variables."""

    oracle: Oracle
    rng: random.Random
    variables: dict[str, _Given] = field(default_factory=dict)

    @property
    def unsure(self) -> set[tuple[str, str]]:
        """Name the properties with values that do not fit: worth asking for, and in no engine's order."""
        return self.oracle.graph.bent | self.oracle.graph.missing

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def arguments_of(self, asked: GraphQLField, *, is_root: bool) -> str:
        """Choose arguments for a field from what is in the graph."""
        given: dict[str, tuple[str, Any]] = {}
        target = self._target(asked)
        types = {each: str(argument.type) for each, argument in asked.args.items()}
        order = self._order(target) if "orderBy" in types else []
        for each, declared in types.items():
            if each not in {"first", "after", "where", "orderBy", "asOf", "inForce", "linkBasis"}:
                continue
            value = self._list_argument(each, target, order, is_nested=not is_root)
            if value is not ...:
                given[each] = (declared, value)
        if is_root and "first" not in types:
            given |= {each: (types[each], value) for each, value in self._key(target).items()}
        return self.arguments(given)

    def later_page(self, asked: GraphQLField, target: NodeType) -> str:
        """Choose an order by one value, known or not, and a cursor of it."""
        names = self._sortable(target)
        some = [
            each for each in names if any(each not in node.values for node in self.oracle.graph.of_type(target.name))
        ]
        name, way = self.rng.choice(some or names), self.rng.choice(["ASC", "DESC"])
        at = cursor(target, [(name, way == "DESC")], self._some(target))
        given = {"first": 2, "after": at, "orderBy": [{"by": Code(_snake(name)), "direction": Code(way)}]}
        return self.arguments({key: (str(asked.args[key].type), value) for key, value in given.items()})

    def _target(self, asked: GraphQLField) -> NodeType:
        found: Any = get_named_type(asked.type)
        for name in ("nodes", "node"):
            if name in getattr(found, "fields", {}) and found.name not in MODEL.node_types:
                found = get_named_type(found.fields[name].type)
        return MODEL.node_types.get(found.name)  # type: ignore[return-value]

    def _list_argument(self, name: str, target: NodeType, order: list[Any], *, is_nested: bool) -> Any:
        match name:
            case "first":
                return self.rng.choice([0, 101]) if self._chance(0.004) else self.rng.choice([1, 2, 2, 3, 5, ...])
            case "orderBy":
                return [
                    {"by": Code(by), "direction": Code(way)} if way else {"by": Code(by)} for by, way in order
                ] or ...
            case "after":
                return self._after(target, order, is_nested=is_nested)
            case "where":
                return None if self._chance(0.03) else self._filter(target, 2) if self._chance(0.3) else ...
            case "inForce":
                return self.rng.choice([True, True, False]) if self._chance(0.2) else ...
            case "linkBasis":
                return self._bases() if self._chance(0.2) else ...
            case _:
                return self.rng.choice(DAYS) if self._chance(0.25) else ...

    def _bases(self) -> list[Code]:
        return [Code(each) for each in self.rng.sample(list(BASIS.codes)[:3], self.rng.choice([0, 1, 1, 2]))]

    def _sortable(self, target: NodeType) -> list[str]:
        return [each.name for each in target.stored if each.sortable and (target.name, each.name) not in self.unsure]

    def _order(self, target: NodeType) -> list[tuple[str, str]]:
        if not self._chance(0.4):
            return []
        names = self._sortable(target)
        chosen = [self.rng.choice(names) for _ in range(4 if self._chance(0.01) else self.rng.choice([1, 1, 2, 3]))]
        return [(_snake(each), self.rng.choice(["", "ASC", "DESC", "DESC"])) for each in chosen]

    def _after(self, target: NodeType, order: list[tuple[str, str]], *, is_nested: bool) -> Any:
        if not self._chance(0.45 if order else 0.25):
            return ...
        if self._chance(0.06):
            return self.rng.choice(["", "x", "W10=", cursor(target, [("id", True)], self._some(target))])
        by_code = {_snake(each.name): each.name for each in target.stored}
        keys = [(by_code[code], way == "DESC") for code, way in order]
        natural = [(each, False) for each in target.order if is_nested or target.is_listed_in_order]
        return cursor(target, keys or natural, self._some(target))

    def _some(self, target: NodeType) -> Node:
        return self.rng.choice(self.oracle.graph.of_type(target.name))

    def _key(self, target: NodeType) -> dict[str, Any]:
        node, lookup = self._some(target), self.rng.choice(target.lookups)
        if set(lookup.properties) == set(target.key):
            # Read back from the id: the values themselves may have been changed.
            parts = dict(zip(target.key, node.id.split(":")[1:], strict=True))
            found: dict[str, Any] = {each: _typed(target, each, parts[each]) for each in lookup.properties}
        else:
            found = {each: node.values.get(each, "none") for each in lookup.properties}
        if self._chance(0.1):
            found[lookup.properties[0]] = _typed(target, lookup.properties[0], "999")
        return {each: value for each, value in found.items() if each not in lookup.defaults or self._chance(0.7)}

    # ---- filters

    def _filter(self, target: NodeType, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for _ in range(self.rng.choice([1, 1, 2])):
            sides = list(MODEL.sides[target.name].values())
            ways = ["value", "value", "value", "and", "or", "not", "not", *(["relation"] if sides else [])]
            how = self.rng.choice(ways) if depth else "value"
            match how:
                case "and" | "or":
                    found[how] = [self._filter(target, depth - 1) for _ in range(self.rng.choice([0, 1, 2, 2]))]
                case "not":
                    found[how] = self._filter(target, depth - 1)
                case "relation":
                    side = self.rng.choice(sides)
                    inner = self._filter(MODEL.node_types[side.target], depth - 1) if self._chance(0.8) else {}
                    found[side.name] = {self.rng.choice(["some", "none", "all"]): inner}
                    if self._chance(0.3):
                        found[side.name]["linkBasis"] = self._bases()
                case _:
                    name, value = self._comparison(target)
                    found[name] = value
        if self._chance(0.1):
            # As typed clients send what they do not use.
            found.setdefault(self.rng.choice(["id", "and", "not"]), None)
        return found

    def _comparison(self, target: NodeType) -> tuple[str, Any]:
        bent = self.oracle.graph.bent
        known = [each for each in target.stored if not each.internal and (target.name, each.name) not in bent]
        prop = self.rng.choice(known)
        stored = self._some(target).values.get(prop.name)
        if prop.many:
            return prop.name, {"has": self._code(prop, stored[0] if stored else "乙")}
        if stored is None or self._chance(0.2):
            return prop.name, {"isNull": None if self._chance(0.02) else self._chance(0.5)}
        value = self._code(prop, stored)
        if prop.type is Scalar.BOOLEAN:
            return prop.name, {"eq": value}
        if prop.type is Scalar.STRING and prop.name != "id" and self._chance(0.5):
            how = self.rng.choice(["contains", "startsWith"])
            return prop.name, {how: self.rng.choice([stored[:1], stored[-1:], stored])}
        if prop.type in (Scalar.INT, Scalar.FLOAT, Scalar.DATE) and self._chance(0.7):
            return prop.name, {self.rng.choice(["gt", "gte", "lt", "lte"]): value}
        other = self._code(prop, self._some(target).values.get(prop.name, stored))
        return prop.name, {"in": self.rng.choice([[], [value], [value, other]])} if self._chance(0.4) else {"eq": value}

    @staticmethod
    def _code(prop: Any, value: Any) -> Any:
        return Code(value) if isinstance(prop.type, CodeList) else value

    # ---- values, written out or as variables

    def arguments(self, given: Mapping[str, tuple[str, Any]]) -> str:
        pairs = [f"{name}: {self._written(declared, value)}" for name, (declared, value) in given.items()]
        return f"({', '.join(pairs)})" if pairs else ""

    def _written(self, declared: str, value: Any) -> str:
        if self._chance(0.35):
            return "$" + self.variable(declared, value, may_default=True)
        return self._literal(declared, value)

    def _literal(self, declared: str, value: Any) -> str:
        """Write a value; within filters, values may be variables too."""
        match value:
            case dict():
                types: Any = getattr(self._input(declared), "fields", {})
                inner = (f"{name}: {self._inner(str(types[name].type), each)}" for name, each in value.items())
                return f"{{{', '.join(inner)}}}"
            case list():
                item = declared.strip("!").removeprefix("[").removesuffix("]")
                return f"[{', '.join(self._inner(item, each) for each in value)}]"
            case Code():
                return value
            case _:
                return json.dumps(value, ensure_ascii=False)

    def _inner(self, declared: str, value: Any) -> str:
        if self._chance(0.15) and value is not None:
            return "$" + self.variable(declared, value, may_default=False)
        return self._literal(declared, value)

    def _input(self, declared: str) -> GraphQLInputType:
        return self.oracle.schema.type_map[declared.strip("[]!")]  # type: ignore[return-value]

    def variable(self, declared: str, value: Any, *, may_default: bool) -> str:
        name = f"v{len(self.variables)}"
        default = ""
        if may_default and value is not None and self._chance(0.2):
            default = f" = {_constant(value)}"
        elif value is not None and not declared.endswith("!") and self._chance(0.2):
            declared += "!"
        self.variables[name] = _Given(declared, default, value)
        return name

    def values(self) -> Variables:
        """Give values for the variables: mostly those that fit, sometimes null or none where that is allowed."""
        found = {}
        for name, each in self.variables.items():
            if self._chance(0.15) and (each.default or not each.declared.endswith("!")):
                if self._chance(0.5) and not each.declared.endswith("!"):
                    found[name] = None
                continue
            flipped = each.declared == "Boolean!" and self._chance(0.5)
            found[name] = not each.value if flipped else each.value
        return json.loads(json.dumps(found))


def lookup_name(node_type: NodeType) -> str:
    return node_type.name[0].lower() + node_type.name[1:]


def _constant(value: Any) -> str:
    match value:
        case dict():
            return f"{{{', '.join(f'{name}: {_constant(each)}' for name, each in value.items())}}}"
        case list():
            return f"[{', '.join(map(_constant, value))}]"
        case Code():
            return value
        case _:
            return json.dumps(value, ensure_ascii=False)


def _snake(name: str) -> str:
    return "".join(f"_{each}" if each.isupper() else each for each in name).upper()


def _typed(target: NodeType, name: str, text: str) -> Any:
    prop = target.by_name[name]
    if isinstance(prop.type, CodeList):
        return Code(text if text in prop.type.codes else next(iter(prop.type.codes)))
    return int(text) if prop.type is Scalar.INT else text
