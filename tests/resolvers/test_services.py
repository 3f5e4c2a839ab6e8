"""Services: what an operation asks of one is read once, however long the answer is."""

from graphql import parse
from graphql.execution.values import VariableValues

from resolvers.request.selection import PLAN_LARGEST, Collector
from resolvers.services.registry import SERVICES_BY_NAME
from resolvers.services.service import ServiceCaller, serve
from schema.build import executable_schema

ASK = """{ improvementJob(id: "a") { name: kind portfolio { isComplete points { hours: extraHours
  outcomes { course requirement { code text } } isUnique } } } }"""


async def answered(values: dict) -> dict:
    async def answering(*_: object) -> dict:
        return values

    document = parse(ASK)
    collector = Collector(executable_schema(), document, document.definitions[0], VariableValues({}, {}))
    (field,) = collector.roots()
    services = {"improvementJob": answering}
    return await serve(collector, field, SERVICES_BY_NAME["improvementJob"], services, ServiceCaller(None, "en"))


async def test_an_answer_may_have_more_values_than_an_operation_may_have_fields():
    outcome = {"course": "课程", "line": "x", "requirement": {"id": "r", "code": "1.1.1", "text": "会"}}
    points = [{"extraHours": at, "isUnique": True, "outcomes": [outcome] * 20} for at in range(60)]

    found = await answered({"kind": "PORTFOLIO", "portfolio": {"isComplete": True, "points": points}})

    shown = {"course": "课程", "requirement": {"code": "1.1.1", "text": "会"}}
    assert len(points) * len(points[0]["outcomes"]) * 2 > PLAN_LARGEST
    assert found["name"] == "PORTFOLIO"
    assert found["portfolio"]["points"] == [
        {"hours": at, "outcomes": [shown] * 20, "isUnique": True} for at in range(60)
    ]


async def test_what_is_not_answered_is_null_or_an_empty_list():
    assert await answered({"kind": "PORTFOLIO"}) == {"name": "PORTFOLIO", "portfolio": None}
    found = await answered({"portfolio": {"isComplete": False}})
    assert found == {"name": None, "portfolio": {"isComplete": False, "points": []}}
