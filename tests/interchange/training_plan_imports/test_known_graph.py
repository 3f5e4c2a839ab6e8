"""What of the graph the looks at a plan share: read once until someone writes, for each college."""

from typing import Any

from graph.connection.database import Database
from graph.query.statement import Row, Statement
from interchange.training_plan_imports.known_graph import KnownLast, KnownPlan

KEY = ("示例职业学院", "软件技术", "2024级")
ROW = [*KEY, 1, "0" * 64, "TrainingPlan:one", True]


class Graph(Database):
    """Stands for a graph: its revision, and what it was asked."""

    def __init__(self, chain: Any = None) -> None:
        self.revision, self.chain = 1, chain
        self.asked: list[str] = []

    async def read(self, statement: Statement, **_: Any) -> list[Row]:
        if "GraphRevision" in statement.text:
            return [[self.revision]]
        self.asked.append(statement.text)
        return [ROW] if "TrainingPlan" in statement.text else []

    @property
    def reads(self) -> int:
        return sum("TrainingPlan)" in each for each in self.asked)


async def test_the_graph_is_read_once_until_someone_writes():
    graph, known = Graph(), KnownLast()

    first = await known.read(graph, "College:a")
    second = await known.read(graph, "College:a")
    until_a_write = graph.reads
    graph.revision += 1
    await known.read(graph, "College:a")
    after_it = graph.reads
    await known.read(graph, "College:b")

    assert first == second
    assert (until_a_write, after_it, graph.reads) == (1, 2, 3)


async def test_a_look_sees_nothing_of_what_another_look_brings():
    graph, known = Graph(), KnownLast()

    (await known.read(graph, "")).plans[KEY].append(KnownPlan(2, None, "TrainingPlan:two"))

    assert [each.id for each in (await known.read(graph, "")).plans[KEY]] == ["TrainingPlan:one"]


async def test_on_a_cluster_each_look_reads_anew():
    graph, known = Graph(chain=object()), KnownLast()

    for _ in range(2):
        await known.read(graph, "")

    assert graph.reads == 2
