"""The directory follows the graph's revision, up and down, and is read no more often than that takes."""

import asyncio
import gc

from graph.connection.database import Database, Statement
from graph.connection.directory_keeper import DirectoryKeeper
from graph.model import MODEL
from graph.query.change_log import LATEST_LARGEST, News
from graph.query.directory import entry_of
from graph.query.revision import RAISE
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.golden.make import PLANNERS, Counting

PAGE = '{ courses { totalCount nodes { name } } search(text: "课程") { node { displayName } } }'


def course(name: str) -> Statement:
    return Statement(
        "CREATE (:Course {id: $id, basis: 'ILLUSTRATIVE', sourceIds: [], standardYear: 2025, majorCode: '1', sequence: 1, name: $name})",
        {"id": f"Course:2025:1:{name}", "name": name},
    )


class ShowingHalfOfACommit(Counting):
    """A database whose log, when it is read next, has one number of the revision without the other, as in a commit."""

    halves = 0

    async def read(self, statement: Statement, **options):
        rows = await super().read(statement, **options)
        if self.halves and "GraphChange" in statement.text:
            self.halves -= 1
            ((value, writes, tag, _, records),) = rows
            return [[value, writes, tag, False, records]]
        return rows


class House:
    """Operations before a real graph; the statements that read the directory are counted apart."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.directory_reads = ShowingHalfOfACommit(database)
        self.directory_reads.limits = database.limits  # type: ignore[attr-defined]  # patched, or given by the test itself
        self.keeper = DirectoryKeeper(self.directory_reads)
        self.operations = Operations(executable_schema(), PLANNERS, database, self.keeper)

    async def names(self) -> tuple[list[str], list[str], int]:
        data = (await self.operations.run(Request(PAGE))).data
        page = data["courses"]
        return (
            [each["name"] for each in page["nodes"]],
            sorted(each["node"]["displayName"] for each in data["search"]),
            page["totalCount"],
        )

    @property
    def readings(self) -> int:
        """How often the graph was read as a whole."""
        return sum(each.text.startswith("MATCH (n:Course) WITH collect(") for each in self.directory_reads.statements)

    @property
    def looks(self) -> int:
        """How often the log of changes was read."""
        return sum("GraphChange" in each.text for each in self.directory_reads.statements)

    async def add(self, name: str, *, tells: bool = False) -> None:
        """Add a course, and say so or leave every process to read the graph anew."""
        changes = {f"Course:2025:1:{name}": entry_of(MODEL.node_types["Course"], course(name).params)}
        await self.database.write(
            lambda writer: writer.run(course(name)), changes=(lambda _: changes) if tells else None
        )

    async def remove(self, name: str) -> None:
        statement = Statement("MATCH (c:Course {name: $name}) DETACH DELETE c", {"name": name})
        await self.database.write(
            lambda writer: writer.run(statement), changes=lambda _: {f"Course:2025:1:{name}": None}
        )

    async def put_another_graph_in_its_place(self, name: str, revision: int) -> None:
        """As `neo4j-admin database load` does: nothing of the first is left, also not its revision."""
        await self.database.run_alone(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))
        await self.database.run_alone(course(name))
        await self.database.run_alone(Statement("MATCH (r:GraphRevision) SET r.value = $value", {"value": revision}))


async def test_a_directory_that_was_read_is_never_looked_through_by_the_collector(database):
    house = House(database)
    await database.write(lambda writer: writer.run(course("甲")))

    await house.names()

    assert house.keeper.current.types["Course"].ids
    assert not any(each is house.keeper.current for each in gc.get_objects())


async def test_pages_and_search_follow_a_write_with_one_reading(database):
    house = House(database)
    await house.add("课程一")
    assert await house.names() == (["课程一"], ["课程一"], 1)

    await house.add("课程二")
    assert await house.names() == (["课程一", "课程二"], ["课程一", "课程二"], 2)
    assert house.readings == 2


async def test_pages_and_search_follow_a_graph_with_a_lower_revision_and_then_rest(database):
    house = House(database)
    await house.add("课程一")
    await house.add("课程二")
    await house.names()
    await house.put_another_graph_in_its_place("课程三", revision=1)

    assert [await house.names() for _ in range(3)] == [(["课程三"], ["课程三"], 1)] * 3
    assert house.keeper.current.revision == 1
    assert house.readings == 2


async def test_a_lower_revision_is_looked_into_though_the_last_write_is_the_same(database):
    """A backup that was made between a commit and what it raises the revision by again."""
    house = House(database)
    await house.add("课程一", tells=True)
    await house.names()
    held, looks = house.keeper.current, house.looks
    news = News(held.revision - 1, held.last_write, is_unbroken=True, latest=None)

    await house.keeper.after(held, news)
    assert house.looks == looks + 1


async def test_many_who_find_the_same_fall_share_one_reading(database):
    house = House(database)
    await house.add("课程一")
    await house.names()
    await house.put_another_graph_in_its_place("课程三", revision=1)

    found = await asyncio.gather(*(house.names() for _ in range(10)))

    assert found == [(["课程三"], ["课程三"], 1)] * 10
    assert house.readings == 2


async def test_one_who_comes_late_does_not_throw_a_newer_directory_away(database):
    house = House(database)
    await house.add("课程一")
    old = await house.keeper.at_least(0)
    await house.add("课程二")
    newer = await house.keeper.instead_of(old)

    assert await house.keeper.instead_of(old) is newer
    assert house.readings == 2


async def test_pages_and_search_follow_what_writes_say_without_a_look_at_the_graph(database):
    house = House(database)
    await house.add("课程一")
    await house.names()

    await house.add("课程二", tells=True)
    await house.add("课程三", tells=True)
    await house.remove("课程一")

    # In the order of ids, which is that of characters.
    assert await house.names() == (["课程三", "课程二"], ["课程三", "课程二"], 2)
    assert house.readings == 1


async def test_a_commit_that_is_half_visible_is_waited_for_instead_of_reading_the_graph(database):
    house = House(database)
    await house.add("课程一")
    await house.names()

    # Of two writes the statement tells one.
    await house.add("课程二", tells=True)
    await house.add("课程三", tells=True)
    house.directory_reads.halves = 2

    assert await house.names() == (["课程一", "课程三", "课程二"], ["课程一", "课程三", "课程二"], 3)
    assert (house.readings, house.directory_reads.halves) == (1, 0)


async def test_a_write_of_other_types_lets_the_statement_stand(database):
    house = House(database)
    await house.add("课程一")
    await house.names()
    counting = Counting(database)
    house.operations = Operations(executable_schema(), PLANNERS, counting, house.keeper)
    looks = house.looks
    changes = {"Review:x": ("Review:x", (), "")}
    await database.write(
        lambda writer: writer.run(Statement("CREATE (:Review {id: 'Review:x'})")), changes=lambda _: changes
    )

    assert await house.names() == (["课程一"], ["课程一"], 1)

    assert len(counting.statements) == 1
    assert (house.looks - looks, house.readings) == (0, 1)
    assert house.keeper.current.has("Review:x")


async def test_one_write_more_is_followed_without_a_look_at_the_log_and_two_with_one(database):
    house = House(database)
    await house.add("课程一")
    await house.names()
    looks = house.looks

    await house.add("课程二", tells=True)
    assert (await house.names())[2] == 2
    await database.run_alone(RAISE)
    assert (await house.names())[2] == 2
    assert (house.looks - looks, house.readings) == (0, 1)

    await house.add("课程三", tells=True)
    await house.remove("课程一")
    assert (await house.names())[0] == ["课程三", "课程二"]
    assert (house.looks - looks, house.readings) == (1, 1)


async def test_a_write_of_more_than_stands_at_the_revision_is_read_from_the_log(database):
    house = House(database)
    await house.add("课程一")
    await house.names()
    looks = house.looks
    many = {f"Review:{each}": (f"Review:{each}", (), "") for each in range(LATEST_LARGEST // 10)}

    await database.write(lambda writer: writer.run(course("课程二")), changes=lambda _: many)
    await house.names()

    assert (house.looks - looks, house.readings) == (1, 1)
    assert house.keeper.current.count("Review") == len(many)


async def test_a_write_past_us_is_read_as_a_whole_though_others_tell(database):
    """As in a shell on the server: it raises the revision and adds nothing to the log."""
    house = House(database)
    await house.add("课程一")
    await house.names()
    await database.run_alone(course("课程二"))
    await database.run_alone(Statement("MATCH (r:GraphRevision) SET r.value = r.value + 1"))
    assert (await house.names())[2] == 2

    await database.run_alone(course("课程三"))
    await database.run_alone(Statement("MATCH (r:GraphRevision) SET r.value = r.value + 1"))
    await house.add("课程四", tells=True)

    assert (await house.names())[2] == 4
    assert house.readings == 3


async def test_another_graph_with_more_writes_is_not_taken_for_the_first(database):
    house = House(database)
    await house.add("课程一")
    await house.names()
    await house.put_another_graph_in_its_place("课程二", revision=1_000_000)
    await database.run_alone(Statement("MATCH (r:GraphRevision) SET r.tag = 'of another past', r.ours = r.value"))
    await house.add("课程三", tells=True)

    assert (await house.names())[2] == 2
    assert house.readings == 2


async def test_two_processes_follow_each_other(database):
    one, other = House(database), House(database)
    await one.add("课程一")
    await one.names()
    await other.names()

    for number in range(3):
        await (one if number % 2 else other).add(f"课程二{number}", tells=True)
        assert await one.names() == await other.names()

    assert (await one.names())[2] == 4
    assert (one.readings, other.readings) == (1, 1)
