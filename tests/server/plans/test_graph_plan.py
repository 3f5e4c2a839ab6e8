"""A plan that is edited while it is read is read as it is then, each line with its id."""

from graph.connection.directory_keeper import DirectoryKeeper
from graph.query.statement import Statement
from resolvers.operation import Operations
from resolvers.rights import EVERYBODY
from schema.build import executable_schema
from server.plans.graph_plan import GraphPlans
from tests.golden.make import PLANNERS
from tests.interchange.training_plan_imports.made_imports import PLAN

REMOVE = "MATCH (:TrainingPlan {id: $plan})-[:HAS_PLAN_COURSE]->(c {name: '网页开发'}) DETACH DELETE c"
LINES = "MATCH (:TrainingPlan {id: $plan})-[:HAS_PLAN_COURSE]->(c) RETURN c.id, c.name ORDER BY c.sequence"


async def test_a_line_that_goes_between_two_reads_leaves_the_others_their_ids(database, plans):
    operations = Operations(executable_schema(), PLANNERS, database, DirectoryKeeper(database))

    async def ask_and_edit(request):
        answer = await operations.run(request)
        await database.write(lambda writer: writer.run(Statement(REMOVE, {"plan": PLAN})))
        return answer

    found = await GraphPlans(database, ask_and_edit).plan(PLAN, EVERYBODY)

    stored = await database.read(Statement(LINES, {"plan": PLAN}))
    assert "网页开发" not in [name for _, name in stored]
    assert [each.name for each in found.plan.lines] == [name for _, name in stored]
    # Lines that do not count have no key.
    ids = {name: key for key, name in stored if name != "军事理论"}
    assert found.lines == ids
