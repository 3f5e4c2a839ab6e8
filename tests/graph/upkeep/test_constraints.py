"""Constraints and indexes: derived from the model, applied once, compared with the graph."""

import asyncio
import contextlib
import dataclasses

import pytest

from graph.connection.database import Database, ServerError, Statement
from graph.errors import SchemaDriftError
from graph.model import MODEL
from graph.model.core import NaturalKey
from graph.upkeep import constraints
from graph.upkeep.constraints import Constraint, Drift, Index
from graph.upkeep.migrations import migrate
from tests.command_line import oneplusx
from tests.conftest import is_embedded, settings_of


def test_every_label_has_its_constraint():
    assert set(constraints.constraints()) == {
        *(Constraint(name) for name in MODEL.node_types),
        Constraint("GraphRevision"),
        Constraint("Editor"),
        Constraint("ColumnMapping"),
        Constraint("GraphMigration"),
    }


def test_every_indexed_property_has_its_index():
    wanted = set(constraints.indexes())

    assert Index("Major", ("code",)) in wanted
    assert all(
        Index(node_type.name, (each.name,)) in wanted
        for node_type in MODEL.node_types.values()
        for each in node_type.stored
        if each.indexed
    )


def test_a_lookup_that_the_id_does_not_answer_has_a_compound_index():
    major = MODEL.node_types["Major"]
    changed = dataclasses.replace(major, lookups=(*major.lookups, NaturalKey(properties=("name", "edition"))))
    model = dataclasses.replace(MODEL, node_types={**MODEL.node_types, "Major": changed})

    assert set(constraints.indexes(model)) - set(constraints.indexes()) == {Index("Major", ("name", "edition"))}


def test_names_are_unique():
    names = [each.name for each in constraints.wanted()]

    assert len(set(names)) == len(names)


async def test_applying_twice_changes_nothing(database: Database):
    await constraints.apply(database)

    assert await constraints.apply(database) == Drift()
    assert not await constraints.drift(database)


async def test_drift_names_what_is_missing_and_what_is_extra_and_apply_mends_it(database: Database):
    await database.run_alone(Statement("DROP INDEX oneplusx_Major_code"))
    await database.run_alone(Statement("DROP CONSTRAINT oneplusx_City_id"))
    await database.run_alone(Statement("CREATE INDEX oneplusx_City_old FOR (n:City) ON (n.old)"))

    found = await constraints.drift(database)
    mended = await constraints.apply(database)

    assert found == Drift(missing=("oneplusx_City_id", "oneplusx_Major_code"), extra=("oneplusx_City_old",))
    assert mended == found
    assert not await constraints.drift(database)


async def test_the_status_command_shows_the_drift_and_ends_with_1(database: Database, tmp_path):
    await migrate(database)
    address = database.address

    async def status(*options: str) -> tuple[int, list[str]]:
        done = await asyncio.to_thread(oneplusx, "status", *options, folder=tmp_path, **settings_of(address))
        return done.returncode, [" ".join(line.split()) for line in done.stdout.splitlines()]

    code, lines = await status()
    assert lines[0] == f"address {address.uri}, database neo4j"
    assert lines[1].startswith("server Neo4j/5")
    assert (code, lines[4:7]) == (0, ["missing none", "extra none", "failed none"])
    await database.run_alone(Statement("DROP INDEX oneplusx_Major_code"))
    await database.run_alone(Statement("DROP INDEX oneplusx_City_name"))
    await database.run_alone(Statement("CREATE INDEX oneplusx_City_name FOR (n:City) ON (n.old)"))
    await database.run_alone(Statement("CREATE INDEX oneplusx_City_old FOR (n:City) ON (n.older)"))

    code, lines = await status()

    assert code == 1
    assert lines[4:7] == [
        "missing 1: oneplusx_Major_code",
        "extra 1: oneplusx_City_old",
        "failed 1: oneplusx_City_name",
    ]
    assert (await status("--all"))[1][4:7] == lines[4:7]
    await constraints.apply(database)


async def test_an_index_of_our_name_over_another_property_is_made_anew(database: Database):
    await database.run_alone(Statement("DROP INDEX oneplusx_Major_code"))
    await database.run_alone(Statement("CREATE INDEX oneplusx_Major_code FOR (n:Major) ON (n.other)"))

    assert await constraints.drift(database) == Drift(failed=("oneplusx_Major_code",))
    await constraints.apply(database)
    assert not await constraints.drift(database)


async def test_what_is_not_ours_is_left_alone(database: Database):
    await database.run_alone(Statement("CREATE INDEX theirs IF NOT EXISTS FOR (n:Theirs) ON (n.code)"))

    await constraints.apply(database)

    rows = await database.read(Statement("SHOW INDEXES YIELD name WHERE name = 'theirs' RETURN name"))
    await database.run_alone(Statement("DROP INDEX theirs"))
    assert rows == [["theirs"]]


async def test_a_constraint_of_another_name_serves_as_well(database: Database):
    await database.run_alone(Statement("DROP CONSTRAINT oneplusx_City_id"))
    await database.run_alone(Statement("CREATE CONSTRAINT theirs FOR (n:City) REQUIRE n.id IS UNIQUE"))

    assert not await constraints.drift(database)

    await database.run_alone(Statement("DROP CONSTRAINT theirs"))
    assert await constraints.apply(database) == Drift(missing=("oneplusx_City_id",))


async def test_data_that_breaks_a_constraint_is_told_by_its_name(database: Database):
    await database.run_alone(Statement("DROP CONSTRAINT oneplusx_City_id"))
    await database.run_alone(Statement("UNWIND [1, 2] AS n CREATE (:City {id: 'City:1'})"))

    with pytest.raises(SchemaDriftError, match="oneplusx_City_id: two nodes have the same id"):
        await constraints.apply(database)

    await database.run_alone(Statement("MATCH (n:City) DELETE n"))
    await constraints.apply(database)


async def test_several_that_start_at_once_on_a_graph_without_constraints_all_succeed(database: Database):
    """As several processes do on a fresh Neo4j, where all but one are answered that what they make is there already."""
    for each in constraints.wanted():
        await constraints._drop(database, each.name)

    async with contextlib.AsyncExitStack() as stack:
        others = [await stack.enter_async_context(Database.open(database.address, database.limits)) for _ in range(3)]
        await asyncio.gather(*map(constraints.apply, others))

    assert not await constraints.drift(database)


@pytest.mark.parametrize(
    ("code", "told", "untold"),
    [
        ("Neo.ClientError.Schema.ConstraintCreationFailed", "two nodes have the same id", "server says"),
        ("Neo.DatabaseError.Schema.IndexCreationFailed", "the server says Neo.DatabaseError.Schema.Index", "same id"),
    ],
)
def test_only_what_comes_from_equal_ids_is_told_so(code, told, untold):
    error = constraints._refused("oneplusx_City_id", code)

    assert told in error.en
    assert untold not in error.en
    assert "oneplusx_City_id" in error.zh


async def test_an_index_of_others_that_is_in_the_way_is_told(database: Database):
    # Neo4j keeps one index over the same properties; the embedded engine keeps two, so none is in the way there.
    if is_embedded(database.address):
        pytest.skip("the embedded engine makes a constraint beside an index")
    await database.run_alone(Statement("DROP CONSTRAINT oneplusx_City_id"))
    await database.run_alone(Statement("CREATE INDEX theirs FOR (n:City) ON (n.id)"))

    with pytest.raises(SchemaDriftError, match=r"oneplusx_City_id.*stand in the way") as told:
        await constraints.apply(database)

    await database.run_alone(Statement("DROP INDEX theirs"))
    await constraints.apply(database)
    assert "same id" not in str(told.value)


async def test_two_nodes_never_have_the_same_id(database: Database):
    await database.run_alone(Statement("CREATE (:City {id: 'City:1'})"))

    with pytest.raises(ServerError):
        await database.run_alone(Statement("CREATE (:City {id: 'City:1'})"))
