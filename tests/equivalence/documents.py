"""Documents that no one wrote: skeletons by hypothesis-graphql, grown and twisted in every way the language allows.

hypothesis-graphql draws valid selections over our printed schema (and, asked so, invalid ones). To them come: further
fields with arguments taken from the graph (keys, cursors, filters, orders; as literals and as variables, given, null or
left out), aliases, ``@skip`` and ``@include``, inline and named fragments, ``__typename``, the same field twice with
either half of its selection, and the same field with other arguments under an alias.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    is_leaf_type,
    print_ast,
)
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as hypothesis_seed
from hypothesis import strategies as st
from hypothesis_graphql import Mode, nodes, queries

from graph.model import MODEL
from graph.model.slugs import slug_of
from tests.equivalence.oracle import Oracle
from tests.equivalence.small import DAYS, TEXTS
from tests.equivalence.values import Code, Values, Variables, lookup_name

# What the product refuses by size is not what is looked for here.
ALIASES, DIRECTIVES, FIELDS, DEPTH = 12, 20, 45, 5


@dataclass(frozen=True, slots=True)
class DocumentRuns:
    """A document, and the values with which it is to be run, one after another."""

    query: str
    runs: tuple[Variables, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """A field of a selection."""

    name: str
    arguments: str = ""
    below: tuple["Part", ...] = ()
    alias: str = ""
    directives: str = ""

    def __str__(self) -> str:
        alias = f"{self.alias}: " if self.alias else ""
        return f"{alias}{self.name}{self.arguments}{self.directives}{_braces(self.below)}"


@dataclass(frozen=True, slots=True)
class Inline:
    """An inline fragment; a fragment spread once it has a ``name``."""

    condition: str
    below: tuple["Part", ...]
    directives: str = ""
    name: str = ""

    def __str__(self) -> str:
        if self.name:
            return f"...{self.name}{self.directives}"
        condition = f" on {self.condition}" if self.condition else ""
        return f"...{condition}{self.directives}{_braces(self.below)}"


Part = Pick | Inline


def _braces(parts: Iterable[Part]) -> str:
    inner = " ".join(map(str, parts))
    return f" {{ {inner} }}" if inner else ""


# ---- skeletons


def skeletons(oracle: Oracle, count: int, *, mode: Mode = Mode.POSITIVE, seed: int = 0) -> list[DocumentNode]:
    """Draw documents by hypothesis-graphql, always the same for the same schema and seed."""
    plain = {name for each in MODEL.node_types.values() for name in (each.plural, lookup_name(each))}
    roots = [each for each in oracle.schema.query_type.fields if each in plain]
    dates = {"Date": st.sampled_from(DAYS).map(nodes.String)}
    found: list[DocumentNode] = []

    @hypothesis_seed(seed)
    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(queries(oracle.schema, fields=roots, print_ast=lambda each: each, custom_scalars=dates, mode=mode))
    def draw(document: DocumentNode) -> None:
        found.append(document)

    draw()
    return found


@cache
def documents(oracle: Oracle, count: int, *, seed: int = 0) -> list[DocumentRuns]:
    """Give documents of every kind; the same ones for the same count and seed, however often they are asked for."""
    drawn = skeletons(oracle, max(count // 4, 1), seed=seed)
    found = []
    for place in range(count):
        rng = random.Random(f"{seed}.{place}")
        if place % 40 == 0:
            # As it was drawn, with its own arguments.
            found.append(DocumentRuns(print_ast(drawn[place % len(drawn)]), ({},)))
        else:
            found.append(_Twister(oracle, rng).asked(drawn[place % len(drawn)]))
    return found


def invalid_documents(oracle: Oracle, count: int) -> list[DocumentRuns]:
    """Give documents that break the schema in one place each."""
    return [DocumentRuns(print_ast(each), ({},)) for each in skeletons(oracle, count, mode=Mode.NEGATIVE)]


@dataclass
class _Twister:
    """Makes one document."""

    oracle: Oracle
    rng: random.Random
    values: Values = field(init=False)
    fragments: list[Inline] = field(default_factory=list)
    fields: int = 0
    aliases: int = 0
    directives: int = 0

    def __post_init__(self) -> None:
        self.values = Values(self.oracle, self.rng)

    def asked(self, document: DocumentNode) -> DocumentRuns:
        """Grow a skeleton, twist it, and choose values for its variables."""
        (operation,) = document.definitions
        assert isinstance(operation, OperationDefinitionNode)
        query = self.oracle.schema.query_type
        assert query is not None
        roots = self._read(operation.selection_set, query, 0)
        if self._chance(0.35) or not roots:
            roots.append(self._special())
        if self._chance(0.1):
            roots.append(Pick("__type", '(name: "Major")', (Pick("kind"), Pick("name"))))
        text = _braces(self._twisted(roots, "Query"))
        bodies = "".join(f"\nfragment {each.name} on {each.condition}{_braces(each.below)}" for each in self.fragments)
        heads = ", ".join(f"${n}: {v.declared}{v.default}" for n, v in self.values.variables.items())
        head = f"query Asked({heads})" if heads else "query" if self._chance(0.5) else ""
        return DocumentRuns(
            f"{head}{text}{bodies}", tuple(self.values.values() for _ in range(2 if heads and self._chance(0.6) else 1))
        )

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _special(self) -> Pick:
        """Ask by id, or a path or a search: objects of a type that is known only when they are read. Or page on."""
        how = self.rng.choice(["node", "node", "search", "paths", "page", "page", "page"])
        if how == "page":
            return self._later_page()
        key = self.rng.choice(list(self.oracle.graph.nodes))
        kinds = [key.partition(":")[0], self.rng.choice(list(MODEL.node_types))]
        below = (Pick("__typename"), Pick("displayName"), *(self._branch(each) for each in kinds))
        match how:
            case "node":
                bad = self.rng.choice(["Major:none:0", "x"]) if self._chance(0.05) else key
                if self._chance(0.3):
                    return Pick("node", self.values.arguments({"slug": ("ID!", slug_of(key))}), below)
                return Pick("node", self.values.arguments({"id": ("ID!", bad)}), below)
            case "search":
                text = self.rng.choice([*TEXTS[:-1], "jy1", "nam0", "x" * 201 if self._chance(0.1) else "丙 a"])
                given = {"text": ("String!", text), "first": ("Int!", self.rng.choice([1, 3, 5]))}
                if self._chance(0.5):
                    given["kinds"] = ("[NodeKind!]", [Code("MAJOR"), Code("CERTIFICATE"), Code("JOB_ROLE")])
                return Pick(
                    "search", self.values.arguments(given), (Pick("score"), Pick("matchedAs"), Pick("node", "", below))
                )
        ends = [self.rng.choice(self.oracle.graph.of_type(each)).id for each in ("Major", "Certificate")]
        given = {"from": ("ID!", ends[0]), "to": ("ID!", ends[1]), "first": ("Int!", self.rng.choice([1, 3]))}
        step = (Pick("relationship"), Pick("isForward"), Pick("to", "", below), Pick("sources", "", (Pick("code"),)))
        return Pick("paths", self.values.arguments(given), (Pick("length"), Pick("strength"), Pick("steps", "", step)))

    def _later_page(self) -> Pick:
        """Ask for what follows a cursor in a list whose sort key is unknown for some."""
        target = self.rng.choice(list(MODEL.node_types.values()))
        query = self.oracle.schema.query_type
        assert query is not None
        info = Pick("pageInfo", "", (Pick("hasNextPage"), Pick("endCursor")))
        below = (Pick("nodes", "", (Pick("id"),)), info, Pick("totalCount"))
        return Pick(target.plural, self.values.later_page(query.fields[target.plural], target), below)

    def _branch(self, name: str) -> Inline:
        return Inline(name, tuple(self._grown([], self._type(name), 3)))

    def _type(self, name: str) -> GraphQLObjectType:
        found = self.oracle.schema.type_map[name]
        assert isinstance(found, GraphQLObjectType)
        return found

    # ---- growing

    def _read(self, selection: SelectionSetNode | None, parent: GraphQLObjectType, depth: int) -> list[Pick]:
        """Take over what was drawn, with arguments of our own, and add to it."""
        found: dict[str, Pick] = {}
        for each in selection.selections if selection else ():
            if isinstance(each, FieldNode) and each.name.value not in found:
                name = each.name.value
                inner = get_named_type(parent.fields[name].type)
                if isinstance(inner, GraphQLObjectType):
                    below = tuple(self._read(each.selection_set, inner, depth + 1))
                    found[name] = Pick(
                        name, self.values.arguments_of(parent.fields[name], is_root=parent.name == "Query"), below
                    )
                elif is_leaf_type(inner):
                    found[name] = Pick(name)
            assert not isinstance(each, InlineFragmentNode)
        self.fields += len(found)
        return self._grown(list(found.values()), parent, depth) if parent.name != "Query" else list(found.values())

    def _grown(self, parts: list[Pick], parent: GraphQLObjectType, depth: int) -> list[Pick]:
        """Add fields to a selection: mostly values, sometimes objects."""
        leaves = [name for name, each in parent.fields.items() if is_leaf_type(get_named_type(each.type))]
        objects = [name for name in parent.fields if name not in leaves]
        if parent.name.endswith(("Connection", "Edge", "Link")):
            wanted = self.rng.sample([*leaves, *objects], self.rng.choice([1, 2, 2]))
        else:
            wanted = self.rng.sample(leaves, min(len(leaves), self.rng.choice([1, 1, 2, 3])))
            wanted += self.rng.sample(objects, min(len(objects), self.rng.choice([0, 1, 1, 2])))
            wanted += [each for each in leaves if (parent.name, each) in self.values.unsure and self._chance(0.06)]
        for name in wanted:
            if self.fields < FIELDS and name not in {each.name for each in parts}:
                parts += self._picked(parent.fields[name], name, depth)
        return parts or [Pick("__typename")]

    def _picked(self, asked: GraphQLField, name: str, depth: int) -> list[Pick]:
        inner = get_named_type(asked.type)
        self.fields += 1
        if is_leaf_type(inner):
            return [Pick(name)]
        step = 0 if name in {"nodes", "edges", "node", "pageInfo"} else 1
        if depth + step > DEPTH or not isinstance(inner, GraphQLObjectType):
            return []
        below = tuple(self._grown([], inner, depth + step))
        found = [Pick(name, self.values.arguments_of(asked, is_root=False), below)]
        if asked.args and self._chance(0.15) and self.aliases < ALIASES:
            # The same field once more, asked otherwise.
            again = tuple(self._grown([], inner, depth + step))
            found.append(self._aliased(Pick(name, self.values.arguments_of(asked, is_root=False), again)))
        return found

    def _aliased(self, pick: Pick) -> Pick:
        self.aliases += 1
        return replace(pick, alias=f"a{self.aliases}{self.rng.choice(['', 'x', '_' + pick.name])}")

    # ---- twisting

    def _twisted(self, parts: Iterable[Part], parent: str) -> tuple[Part, ...]:
        """Change how a selection is written; what it asks for changes by aliases and by skipping only."""
        found: list[Part] = []
        for each in parts:
            if isinstance(each, Inline):
                found.append(replace(each, below=self._twisted(each.below, each.condition)))
                continue
            inner = self._below(parent, each.name)
            pick = replace(each, below=self._twisted(each.below, inner)) if each.below else each
            if not pick.alias and self._chance(0.08) and self.aliases < ALIASES:
                pick = self._aliased(pick)
            found += self._repeated(pick)
        found = [self._conditional(each) for each in found]
        if self._chance(0.15):
            found.insert(self.rng.randrange(len(found) + 1), Pick("__typename"))
        return tuple(self._wrapped(found, parent))

    def _below(self, parent: str, name: str) -> str:
        if name.startswith("__") or parent.startswith("__"):
            return "__Type"
        owner: Any = self.oracle.schema.type_map[parent]
        return get_named_type(owner.fields[name].type).name

    def _repeated(self, pick: Pick) -> list[Part]:
        """Ask the same twice: a value again, or an object in two halves that must be put together."""
        cut = self.rng.randrange(len(pick.below)) if pick.below else 0
        if cut and self._chance(0.3):
            return [replace(pick, below=pick.below[:cut]), replace(pick, below=pick.below[cut:])]
        return [pick, pick] if self._chance(0.05) else [pick]

    def _conditional(self, part: Part) -> Part:
        if not self._chance(0.1) or self.directives >= DIRECTIVES:
            return part
        self.directives += 1
        value = str(self._chance(0.5)).lower()
        if self._chance(0.5):
            value = "$" + self.values.variable("Boolean!", self._chance(0.5), may_default=False)
        return replace(part, directives=f" @{self.rng.choice(['skip', 'include'])}(if: {value})")

    def _wrapped(self, parts: list[Part], parent: str) -> list[Part]:
        """Put stretches of a selection into fragments."""
        if parent.startswith("__") or not self._chance(0.3):
            return parts
        start = self.rng.randrange(len(parts))
        end = self.rng.randrange(start, len(parts)) + 1
        condition = self.rng.choice([parent, parent, "Node" if parent in MODEL.node_types else ""])
        inner = parts[start:end]
        if condition == "Node":
            own = [
                each for each in inner if isinstance(each, Pick) and each.name in {"id", "displayName", "__typename"}
            ]
            return [*parts, self._conditional(Inline("Node", tuple(own) or (Pick("id"),)))]
        fragment = Inline(condition, tuple(inner))
        if condition and self._chance(0.4):
            # Names of fragments are no one's but theirs: one may be called as a field is.
            fragment = replace(fragment, name=self.rng.choice(["F", "major", "province"]) + str(len(self.fragments)))
            self.fragments.append(fragment)
        spread: list[Part] = [self._conditional(fragment)] * (2 if fragment.name and self._chance(0.3) else 1)
        return [*parts[:start], *spread, *parts[end:]]
