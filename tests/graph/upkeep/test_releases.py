"""Current releases: none, one for each layer, and the earlier ones as history."""

from graph.connection.database import Database, Statement
from graph.upkeep.releases import CurrentRelease, current_releases, names_of, record_releases


def release(name: str, layer: str = "data") -> dict[str, str]:
    return {"name": name, "sha256": name * 2, "layer": layer, "loadedAt": name}


async def record(database: Database, ended: list[str], *begun: dict[str, str]) -> list[str]:
    return await database.write(lambda writer: record_releases(writer, ended, begun))


async def test_the_releases_recorded_last_are_the_current_ones(database: Database):
    assert await current_releases(database.read) == []

    assert await record(database, [], release("a")) == ["a"]
    assert await record(database, ["a"], release("b"), release("c", "college")) == ["b", "c"]

    expected = [CurrentRelease("b", "bb", "data"), CurrentRelease("c", "cc", "college")]
    assert await current_releases(database.read) == expected
    assert names_of(expected) == "b, c"
    rows = await database.read(Statement("MATCH (r:Release) RETURN r.id, r.isCurrent ORDER BY r.name"))
    assert rows == [["Release:a", False], ["Release:b", True], ["Release:c", True]]


async def test_a_content_recorded_again_is_a_release_of_its_own(database: Database):
    for ended, name in (([], "a"), (["a"], "b"), (["b"], "a"), (["a-2"], "a")):
        await record(database, ended, release(name))

    assert [each.name for each in await current_releases(database.read)] == ["a-3"]
    rows = await database.read(Statement("MATCH (r:Release) RETURN r.name ORDER BY r.name"))
    assert rows == [["a"], ["a-2"], ["a-3"], ["b"]]


async def test_a_value_of_another_kind_makes_no_release_current_and_hides_none(database: Database):
    await record(database, [], release("a"))
    odd = Statement("CREATE (:Release {id: 'Release:odd', name: 'odd', sha256: 'odd', isCurrent: 1})")
    await database.write(lambda writer: writer.run(odd))

    assert await current_releases(database.read) == [CurrentRelease("a", "aa", "data")]
