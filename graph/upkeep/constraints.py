"""The constraints and indexes of the graph, derived from the model, and how the graph's own differ from them.

Every one is named ``oneplusx_<label or type>_<properties>``: what carries our prefix is ours to make and to drop, what
does not is left alone. ``SHOW`` answers in the same columns on both engines.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.connection.database import Database, ServerError, Statement
from graph.errors import SchemaDriftError
from graph.model import MODEL
from graph.model.core import Model, NodeType
from graph.query import change_log, revision
from graph.upkeep import column_mappings, editors, migrations

CONSTRAINT_PREFIX = "oneplusx_"

# Long enough to index a national graph; Neo4j does it in the background, the embedded engine within the statement.
POPULATION_S = 120.0
POLL_S = 0.2

# Of several that make the same one at once Neo4j lets one win and tells the others this, IF NOT EXISTS or not.
_MADE_MEANWHILE = "AlreadyExists"
# What the server says where two nodes have the same id; anything else has another cause.
_SAME_ID = ("ConstraintCreationFailed", "ConstraintValidationFailed")

# Kind, label or type, properties.
Definition = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, order=True)
class Constraint:
    """A uniqueness constraint on the id of a label."""

    label: str

    @property
    def name(self) -> str:
        """Its name in the graph."""
        return f"{CONSTRAINT_PREFIX}{self.label}_id"

    @property
    def definition(self) -> Definition:
        """What ``SHOW`` tells of it."""
        return ("constraint", self.label, ("id",))

    def create(self) -> Statement:
        """Make it unless it is there."""
        return Statement(f"CREATE CONSTRAINT {self.name} IF NOT EXISTS FOR (n:{self.label}) REQUIRE n.id IS UNIQUE")


@dataclass(frozen=True, slots=True, order=True)
class Index:
    """A range index on properties of a label, or of a relationship type."""

    label: str
    properties: tuple[str, ...]
    of_links: bool = False

    @property
    def name(self) -> str:
        """Its name in the graph."""
        return f"{CONSTRAINT_PREFIX}{self.label}_{'_'.join(self.properties)}"

    @property
    def definition(self) -> Definition:
        """What ``SHOW`` tells of it."""
        return ("index", self.label, self.properties)

    def create(self) -> Statement:
        """Make it unless it is there."""
        pattern = f"()-[n:{self.label}]-()" if self.of_links else f"(n:{self.label})"
        columns = ", ".join(f"n.{each}" for each in self.properties)
        return Statement(f"CREATE INDEX {self.name} IF NOT EXISTS FOR {pattern} ON ({columns})")


@dataclass(frozen=True, slots=True)
class Drift:
    """How the graph differs from the model, by name: not there, ours but not wanted, and there but broken."""

    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.missing or self.extra or self.failed)


def constraints(model: Model = MODEL) -> list[Constraint]:
    """Give the constraints the model wants: the id of every label, the internal ones included."""
    return [
        Constraint(each)
        for each in (
            *model.node_types,
            revision.REVISION_LABEL,
            editors.EDITOR_LABEL,
            column_mappings.COLUMN_MAPPING_LABEL,
            migrations.MIGRATION_LABEL,
        )
    ]


def indexes(model: Model = MODEL) -> list[Index]:
    """Give the indexes the model wants: of every indexed property, and of each lookup that the id does not answer."""
    # Of a slot of the log no constraint is needed: who would make it a second time has lost the revision before.
    return [*_node_indexes(model), *_link_indexes(model), Index(change_log.CHANGE_LABEL, ("id",))]


def _node_indexes(model: Model) -> Iterator[Index]:
    for node_type in model.node_types.values():
        single = (each.name for each in node_type.stored if each.indexed)
        for properties in dict.fromkeys([*((name,) for name in single), *_compound_lookups(node_type)]):
            yield Index(node_type.name, properties)


def _compound_lookups(node_type: NodeType) -> Iterator[tuple[str, ...]]:
    for lookup in node_type.lookups:
        if len(lookup.properties) > 1 and set(lookup.properties) != set(node_type.key):
            yield lookup.properties


def _link_indexes(model: Model) -> Iterator[Index]:
    for relationship in model.relationships.values():
        for each in relationship.properties:
            if each.indexed:
                yield Index(relationship.type, (each.name,), of_links=True)


def wanted(model: Model = MODEL) -> list[Constraint | Index]:
    """Give everything the model wants of the graph's schema."""
    return [*constraints(model), *indexes(model)]


async def apply(database: Database, model: Model = MODEL) -> Drift:
    """Make what is missing, drop what is ours and no longer wanted, and wait until every index answers.

    Gives the drift that it fixed. The second run changes nothing and gives an empty one. Several may run at once.
    Raises: SchemaDriftError if the data breaks a constraint, or an index does not come up.
    """
    found = await drift(database, model)
    if not found:
        return found
    for name in [*found.extra, *found.failed]:
        await _drop(database, name)
    for each in wanted(model):
        if each.name in {*found.missing, *found.failed}:
            await _create(database, each)
    await _await_population(database)
    left = await drift(database, model)
    if left:
        raise _unusable([*left.missing, *left.failed, *left.extra])
    return found


async def rebuild(database: Database, model: Model = MODEL) -> None:
    """Make every constraint and index of ours anew, whatever became of its files. Raises: as ``apply``."""
    for each in wanted(model):
        await _drop(database, each.name)
    await apply(database, model)


async def drift(database: Database, model: Model = MODEL) -> Drift:
    """Compare the graph's constraints and indexes with those the model wants. Only reads."""
    asked = {each.name: each.definition for each in wanted(model)}
    found = await _found_constraints(database)
    states: dict[str, str] = {}
    for name, owner, label, properties, state in await _show_indexes(database):
        states[owner or name] = state
        if owner is None:
            found[name] = ("index", label, properties)
    ours = {name: definition for name, definition in found.items() if name.startswith(CONSTRAINT_PREFIX)}
    differing = {name for name in ours if name in asked and ours[name] != asked[name]}
    broken = {name for name in ours if name in asked and states.get(name) == "FAILED"}
    # One that an administrator made under another name serves as well, and keeps ours from being made.
    served = set(found.values())
    return Drift(
        missing=tuple(sorted(name for name in asked if name not in ours and asked[name] not in served)),
        extra=tuple(sorted(set(ours) - set(asked))),
        failed=tuple(sorted(differing | broken)),
    )


async def _found_constraints(database: Database) -> dict[str, Definition]:
    """List the uniqueness constraints; the embedded engine leaves one of another kind where it failed to make one."""
    rows = await database.read(Statement("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties"))
    return {
        name: ("constraint", labels[0], tuple(properties))
        for name, kind, labels, properties in rows
        if kind.endswith("UNIQUENESS")
    }


async def _show_indexes(database: Database) -> list[tuple[str, str | None, str, tuple[str, ...], str]]:
    """List the indexes with names of properties; Neo4j's own token lookup indexes have none and are left out."""
    text = "SHOW INDEXES YIELD name, owningConstraint, labelsOrTypes, properties, state"
    rows = await database.read(Statement(text))
    return [
        (name, owner, labels[0], tuple(properties), state) for name, owner, labels, properties, state in rows if labels
    ]


async def _create(database: Database, each: Constraint | Index) -> None:
    try:
        await database.run_alone(each.create(), timeout_s=POPULATION_S)
    except ServerError as error:
        code = error.code or "?"
        # Whether it is the wanted one that is there is seen when the drift is read again, at the end.
        if not code.endswith(_MADE_MEANWHILE):
            raise _refused(each.name, code) from error


async def _drop(database: Database, name: str) -> None:
    """Drop whichever of the two kinds has this name."""
    quoted = f"`{name.replace('`', '``')}`"
    await database.run_alone(Statement(f"DROP CONSTRAINT {quoted} IF EXISTS"))
    await database.run_alone(Statement(f"DROP INDEX {quoted} IF EXISTS"))


async def _await_population(database: Database) -> None:
    """Ask until no index of ours is filling up; ``db.awaitIndexes`` does not exist on the embedded engine."""
    end = time.monotonic() + POPULATION_S
    while time.monotonic() < end:
        states = {(owner or name): state for name, owner, _, _, state in await _show_indexes(database)}
        if "POPULATING" not in {state for name, state in states.items() if name.startswith(CONSTRAINT_PREFIX)}:
            return
        await asyncio.sleep(POLL_S)


def _refused(name: str, code: str) -> SchemaDriftError:
    if code.endswith(_SAME_ID):
        return SchemaDriftError(
            f"The graph could not make the constraint {name}: two nodes have the same id. "
            "Look for them, and run it again.",
            f"图数据库无法建立约束 {name}：有两个节点的 id 相同。请查找并处理后重试。",
            names=[name],
        )
    return SchemaDriftError(
        f"The graph could not make the constraint or index {name}: the server says {code}. "
        "See the server's log, and run it again.",
        f"图数据库无法建立约束或索引 {name}：服务器返回 {code}。请查看服务器日志后重试。",
        names=[name],
    )


def _unusable(names: Sequence[str]) -> SchemaDriftError:
    listed = ", ".join(names)
    return SchemaDriftError(
        f"These constraints and indexes are still not as the model wants them: {listed}. Their files may be damaged: "
        "`oneplusx reindex` makes all anew. If that does not help, another one over the same properties may stand in "
        "the way: look with SHOW INDEXES and SHOW CONSTRAINTS, drop it, and run it again.",
        f"以下约束和索引仍与模型不符：{listed}。其文件可能已损坏：请运行 `oneplusx reindex` 全部重建。"
        "若仍无效，可能有其他约束或索引占用了相同属性：请用 SHOW INDEXES 和 SHOW CONSTRAINTS 查看，删除后重试。",
        names=list(names),
    )
