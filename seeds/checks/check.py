"""Check the seed files without a database: read them all, compare them with the model and with each other.

Every problem of every file is collected, so one run reports all there is to fix.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from graph.model import MODEL
from graph.model.core import FEW_LIMIT, Ends, NodeType, Relationship
from graph.model.slugs import same_slugs
from seeds.checks.alignment_rules import alignment_problems
from seeds.checks.out_of_bounds import value_problems
from seeds.checks.plausibility import repeated_occupations, scraps
from seeds.checks.problems import Problem, SeedsError, problem
from seeds.checks.rule_sets import rule_set_problems
from seeds.cover_links import derive_covers
from seeds.losses import loss_problems
from seeds.seed_files import Layer, SeedFile, SeedRow, Table, read_layers, read_table

# A set whose name begins so holds made-up rows; no other does.
ILLUSTRATIVE_SET = "illustrative"


@dataclass(frozen=True)
class CheckReport:
    """What the files hold and what is wrong with them; of many problems ``problems`` has the first."""

    problems: tuple[Problem, ...]
    problem_count: int
    tables: tuple[Table, ...]
    layers: tuple[Layer, ...]

    @property
    def is_good(self) -> bool:
        """Whether the files may be loaded."""
        return not self.problem_count

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Rows by node type and relationship type, over all layers and sets."""
        return _counts(self.tables)

    def counts_of(self, layer: int) -> Mapping[str, int]:
        """Rows of one layer, by node type and relationship type."""
        return _counts(each for each in self.tables if each.file.layer == layer)

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return sum(self.counts[each] for each in MODEL.node_types if each in self.counts)

    @property
    def links(self) -> int:
        """How many relationships there are."""
        return sum(self.counts[each] for each in MODEL.relationships if each in self.counts)

    def require_good(self) -> None:
        """Raise SeedsError unless the files may be loaded."""
        if self.problem_count:
            raise SeedsError(self.problems, self.problem_count)


def _counts(tables: Iterable[Table]) -> Mapping[str, int]:
    found: Counter[str] = Counter()
    for table in tables:
        found[table.file.type_name] += len(table.rows)
    return found


def check(*folders: Path) -> CheckReport:
    """Read and check all seed files of these folders together; never raises for what is in them."""
    layers, problems = read_layers(folders)
    tables = [read_table(each) for layer in layers for each in layer.files]
    problems.add(_without_rows(layers, tables))
    nodes = _Nodes(tables)
    for table in tables:
        problems.merge(table.problems)
    problems.add(nodes.problems())
    problems.add(_link_problems(tables, nodes))
    for table in tables:
        problems.add(_fact_problems(table, nodes))
        problems.add(scraps(table))
        problems.add(value_problems(table))
    problems.add(repeated_occupations(tables))
    problems.add(alignment_problems(tables))
    problems.add(rule_set_problems(tables))
    for layer in layers:
        problems.add(loss_problems(layer.folder, tables))
    return CheckReport(problems.first, problems.count, (*tables, *derive_covers(tables)), tuple(layers))


def _without_rows(layers: Iterable[Layer], tables: Sequence[Table]) -> Iterator[Problem]:
    """Find layers whose files are all read and hold nothing."""
    for place, layer in enumerate(layers):
        read = [each for each in tables if each.file.layer == place]
        if layer.files and all(each.is_whole and not each.rows and not each.refused for each in read):
            yield problem("folder-empty", str(layer.folder))


class _Nodes:
    """All nodes by id, and where each stands."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self._tables = [each for each in tables if isinstance(each.file.of, NodeType)]
        self._type_of: dict[str, str] = {}
        # Nodes of these types may stand in rows that could not be read: no end of a link is called missing then.
        self._unsure = {each.file.type_name for each in self._tables if not each.is_whole}
        for table in self._tables:
            for values in [*table.rows, *table.refused]:
                self._type_of.setdefault(values["id"], table.file.type_name)

    def type_of(self, node_id: str) -> str | None:
        """Give the type of the node with this id, None if there is none."""
        return self._type_of.get(node_id)

    def may_be_there(self, node_id: str, type_name: str) -> bool:
        """Whether a node of this type has the id, as far as the files could be read."""
        return self._type_of.get(node_id) == type_name or (type_name in self._unsure and node_id not in self._type_of)

    def problems(self) -> Iterator[Problem]:
        """Find ids that are not made of their key, or taken, and those of the same slug."""
        places: dict[str, str] = {}
        for table in self._tables:
            for line, values in zip(table.lines, table.rows, strict=True):
                yield from _id_problems(table.file, line, values, places)
        for slug, (first, *others) in same_slugs(places).items():
            for node_id in others:
                file, _, row = places[node_id].rpartition(":")
                yield problem("slug-taken", file, int(row), "id", node_id, slug=slug, other=first)


def _id_problems(file: SeedFile, line: int, values: SeedRow, places: dict[str, str]) -> Iterator[Problem]:
    node_id = values["id"]
    assert isinstance(file.of, NodeType)
    expected = file.of.id_of(values)
    if node_id != expected:
        yield problem("id-composition", file.name, line, "id", node_id, expected=expected)
    if node_id in places:
        yield problem("id-duplicate", file.name, line, "id", node_id, other=places[node_id])
    places.setdefault(node_id, f"{file.name}:{line}")


def _fact_problems(table: Table, nodes: _Nodes) -> Iterator[Problem]:
    """Find what is wrong with basis, sources and validity."""
    file = table.file
    if isinstance(file.of, NodeType) and not file.of.is_fact:
        return
    may_be_made_up = file.seed_set.startswith(ILLUSTRATIVE_SET)
    for line, values in zip(table.lines, table.rows, strict=True):
        if not values["sourceIds"]:
            yield problem("source-missing", file.name, line, "sourceIds")
        for each in values["sourceIds"]:
            if not nodes.may_be_there(each, "Source"):
                yield problem("source-unknown", file.name, line, "sourceIds", each)
        if values["basis"] == "ILLUSTRATIVE" and not may_be_made_up:
            yield problem("illustrative", file.name, line, "basis", "ILLUSTRATIVE")
        begin, end = values.get("validFrom"), values.get("validTo")
        if begin and end and end <= begin:
            yield problem("validity", file.name, line, "validTo", end)


def _link_problems(tables: Iterable[Table], nodes: _Nodes) -> Iterator[Problem]:
    places: dict[tuple[str, str, str], str] = {}
    counters = {name: _Counter(each) for name, each in MODEL.relationships.items()}
    for table in tables:
        relationship = table.file.of
        if isinstance(relationship, NodeType):
            continue
        for line, values in zip(table.lines, table.rows, strict=True):
            key = (relationship.type, values["start"], values["end"])
            yield from _end_problems(table.file.name, line, relationship, values, nodes)
            if key in places:
                yield problem("link-duplicate", table.file.name, line, "end", values["end"], other=places[key])
                continue
            places[key] = f"{table.file.name}:{line}"
            yield from counters[relationship.type].add(table.file.name, line, values)


def _end_problems(
    file: str, line: int, relationship: Relationship, values: SeedRow, nodes: _Nodes
) -> Iterator[Problem]:
    for column, wanted in (("start", relationship.start), ("end", relationship.end)):
        node_id = values[column]
        if nodes.may_be_there(node_id, wanted):
            continue
        found = nodes.type_of(node_id)
        if found is None:
            yield problem("end-missing", file, line, column, node_id, type=wanted)
        else:
            yield problem(
                "end-type", file, line, column, node_id, found=found, relationship=relationship.type, type=wanted
            )


class _Counter:
    """Counts the links of one type at each node against what the model allows."""

    def __init__(self, relationship: Relationship) -> None:
        # Column of the node that is counted, field name there, how many there may be.
        self._sides = [
            ("start", relationship.forward, relationship.forward_ends),
            ("end", relationship.backward, relationship.backward_ends),
        ]
        self._seen: dict[tuple[str, str], tuple[int, str]] = {}

    def add(self, file: str, line: int, values: SeedRow) -> Iterator[Problem]:
        for column, name, ends in self._sides:
            if ends is Ends.MANY:
                continue
            node_id = values[column]
            count, first = self._seen.get((column, node_id), (0, f"{file}:{line}"))
            self._seen[column, node_id] = (count + 1, first)
            if ends is Ends.ONE and count:
                yield problem("more-than-one", file, line, column, node_id, field=name, other=first)
            # Reported once for each node, at the first link too many.
            if ends is Ends.FEW and count == FEW_LIMIT:
                yield problem("more-than-few", file, line, column, node_id, field=name, limit=FEW_LIMIT)
