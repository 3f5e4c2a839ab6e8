"""The current release: none, the one recorded last, and the earlier ones as history."""

from graph.connection.database import Database, Statement
from graph.upkeep.releases import CurrentRelease, current_release, record_release


def release(name: str) -> dict[str, str]:
    return {"id": f"Release:{name}", "name": name, "sha256": name * 2}


async def test_the_release_recorded_last_is_the_current_one(database: Database):
    assert await current_release(database.read) is None

    for name in ("a", "b"):
        await database.write(lambda writer, name=name: record_release(writer, release(name)))

    assert await current_release(database.read) == CurrentRelease("b", "bb")
    assert await database.write(lambda writer: current_release(writer.run)) == CurrentRelease("b", "bb")
    rows = await database.read(Statement("MATCH (r:Release) RETURN r.name, r.isCurrent ORDER BY r.name"))
    assert rows == [["a", False], ["b", True]]


async def test_a_release_recorded_again_is_current_again(database: Database):
    for name in ("a", "b", "a"):
        await database.write(lambda writer, name=name: record_release(writer, release(name)))

    assert await current_release(database.read) == CurrentRelease("a", "aa")
    assert await database.read(Statement("MATCH (r:Release) RETURN count(r)")) == [[2]]
