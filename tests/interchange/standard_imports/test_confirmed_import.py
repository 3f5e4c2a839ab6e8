"""An import is whole or not there, whatever ends it, and a backup holds it."""

import asyncio
import os
import signal
import sys

from graph.connection.address import GraphAddress
from graph.connection.database import Statement
from interchange.archive.backup import backup
from interchange.archive.restore import restore
from interchange.standard_imports.confirmed_import import confirm_import
from tests.conftest import ROOT
from tests.interchange.standard_imports.imports import ANSWERS, STANDARD, rows, skill_import, whole_graph

KILLED_IMPORT = """
import asyncio, os, signal, sys

from graph.connection.address import GraphAddress
from graph.connection.database import Database
from interchange.standard_imports import confirmed_import
from tests.interchange.standard_imports.imports import ANSWERS, skill_import

async def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    async with Database.open(GraphAddress(sys.argv[1], sys.argv[2], os.environ["PASSWORD"], sys.argv[3])) as database:
        await confirmed_import.confirm_import(database, skill_import(), ANSWERS, os.environ["TOKEN"])

confirmed_import.record_import = die
asyncio.run(main())
"""


async def test_killing_an_import_before_its_commit_leaves_nothing(small_graph, engine_address: GraphAddress):
    before = await whole_graph(small_graph.database)

    killed = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", KILLED_IMPORT, engine_address.uri, engine_address.user, engine_address.database),
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PASSWORD": engine_address.password,
            "TOKEN": small_graph.reviewer,
        },
    )

    assert await killed.wait() == -signal.SIGKILL
    assert await whole_graph(small_graph.database) == before
    draft = await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)
    assert draft.node_id == STANDARD


async def test_of_two_imports_at_once_one_is_refused(small_graph):
    database = small_graph.database
    tries = [confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer) for _ in range(2)]

    done = await asyncio.gather(*tries, return_exceptions=True)

    assert sorted(getattr(each, "code", "written") for each in done) == ["STANDARD_EXISTS", "written"]
    assert await rows(database, "MATCH (r:SkillRequirement) RETURN count(r)") == [[14]]
    assert await rows(database, "MATCH ()-[l:HAS_REQUIREMENT]->() RETURN count(l)") == [[14]]


async def test_a_backup_brings_an_import_back(small_graph, tmp_path):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    before = await whole_graph(database)
    await backup(database, tmp_path / "graph.zip")
    await database.write(lambda writer: writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n")))

    await restore(database, tmp_path / "graph.zip")

    assert await whole_graph(database) == before
