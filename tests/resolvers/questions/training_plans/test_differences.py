"""``diffTrainingPlans`` says of stored plans what the comparison says of the plans that were stored."""

import pytest
from hypothesis import given

from analysis.training_plans.versions.differences import differences
from resolvers.identify import Request
from resolvers.questions.training_plans.differences import _Line, _with_outcomes
from resolvers.questions.training_plans.plan_parts import PlanRow
from tests.golden.make import run_counted
from tests.interchange.training_plans.form.random_plans import plans
from tests.resolvers.questions.small_graphs import few, write
from tests.resolvers.questions.training_plans.stored_plans import line_id, plan_id, stored, together

ASK = """query ($from: ID!, $to: ID!, $day: Date) { diffTrainingPlans(from: $from, to: $to, asOf: $day, first: 100) {
  asOf fromIsWhole toIsWhole addedCount removedCount changedCount renamedCount movedCount
  fields { field } added { id } removed { id }
  changed { lineBefore { id } lineAfter { id } pairedBy likeness isRenamed isMoved fields { field before after } }
  groups { groupBefore { number } groupAfter { number } fields { field } }
  totals { module figure leastBefore mostBefore leastAfter mostAfter }
  certificates { field before after } notes { before after } } }"""
RULE = {"ruleSetCode": "S", "code": "01", "item": "课程", "names": ["岗位实习/顶岗实习@-2021"]}
RULES = (
    {"RuleSet:S": {"code": "S", "name": "规则", "scope": "NATIONAL"}, "Rule:S:01": RULE},
    {"HAS_RULE": [("RuleSet:S", "Rule:S:01", {})]},
)


async def compared(database, one=1, other=2, day=None):
    request = Request(ASK, {"from": plan_id(one), "to": plan_id(other), "day": day})
    ((answer, statements),) = await run_counted(database, [request])
    assert (answer.errors, statements) == ([], 1)
    return answer.data["diffTrainingPlans"]


@few
@given(one=plans(5), other=plans(5))
def test_the_answer_is_that_of_the_plans_themselves(opened, one, other):
    async def work(database):
        await write(database, *together(stored(one, 1), stored(other, 2)))
        answer = await compared(database)
        found = differences(one, other)

        assert [each["id"] for each in answer["added"]] == [line_id(2, each.number) for each in found.added]
        assert [each["id"] for each in answer["removed"]] == [line_id(1, each.number) for each in found.removed]
        assert [
            (each["lineBefore"]["id"], each["lineAfter"]["id"], each["pairedBy"], each["likeness"], each["isRenamed"])
            for each in answer["changed"]
        ] == [
            (line_id(1, each.before), line_id(2, each.after), each.by, each.likeness, each.is_renamed)
            for each in found.changed
        ]
        assert [[each["field"].lower() for each in line["fields"]] for line in answer["changed"]] == [
            [each.field for each in line.fields] for line in found.changed
        ]
        assert [
            ((each["groupBefore"] or {}).get("number"), (each["groupAfter"] or {}).get("number"))
            for each in answer["groups"]
        ] == [(each.before, each.after) for each in found.groups]
        assert [
            (each["leastBefore"], each["mostBefore"]) for each in answer["totals"] if each["figure"] == "HOURS"
        ] == [each.before for each in found.totals if each.figure == "hours"]
        assert (len(answer["certificates"]), len(answer["notes"])) == (len(found.certificates), len(found.notes))
        counts = (answer["addedCount"], answer["removedCount"], answer["changedCount"], answer["movedCount"])
        assert counts == (
            len(found.added),
            len(found.removed),
            len(found.changed),
            sum(each.is_moved for each in found.changed),
        )

    opened(work)


@few
@given(plan=plans(2))
def test_a_former_name_is_the_course_from_the_year_after_its_last_one(opened, plan):
    line = plan.lines[0]._replace(code=None, group=None, option=None)
    one, other = (plan._replace(lines=(line._replace(name=each),), groups=()) for each in ("顶岗实习", "岗位实习"))

    async def work(database):
        await write(database, *together(stored(one, 1), stored(other, 2), RULES))

        before, after = [await compared(database, day=day) for day in ("2021-09-01", "2022-09-01")]
        assert (before["removedCount"], before["addedCount"], before["renamedCount"]) == (1, 1, 0)
        assert (after["removedCount"], after["addedCount"], after["renamedCount"]) == (0, 0, 1)
        assert after["changed"] == [
            {
                "lineBefore": {"id": line_id(1, 1)},
                "lineAfter": {"id": line_id(2, 1)},
                "pairedBy": "NAME",
                "likeness": 100,
                "isRenamed": True,
                "isMoved": False,
                "fields": [{"field": "NAME", "before": "顶岗实习", "after": "岗位实习"}],
            }
        ]

    opened(work)


async def test_of_plans_that_are_not_whole_no_total_is_certain_where_no_line_is_required(national):
    plans_ = [f"TrainingPlan:深圳信息职业技术大学:{each}:2025级" for each in ("云计算技术应用", "软件技术")]
    request = Request(ASK, {"from": plans_[0], "to": plans_[1]})
    ((answer, _),) = await run_counted(national, [request])
    found = answer.data["diffTrainingPlans"]

    assert (found["asOf"], found["fromIsWhole"], found["toIsWhole"]) == ("2025-09-01", False, False)
    assert (found["totals"], found["addedCount"] > 0) == ([], True)


@few
@given(plan=plans(2))
def test_half_weeks_are_shown_as_halves(opened, plan):
    first, *others = plan.lines
    one, other = (
        plan._replace(lines=(first._replace(duration_weeks=weeks, weeks={"1": weeks}), *others)) for weeks in (150, 250)
    )

    async def work(database):
        await write(database, *together(stored(one, 1), stored(other, 2)))
        (changed,) = (await compared(database))["changed"]
        assert changed["fields"] == [
            {"field": "DURATION_WEEKS", "before": "1.5", "after": "2.5"},
            {"field": "WEEKS", "before": "1: 1.5", "after": "1: 2.5"},
        ]

    opened(work)


@few
@given(plan=plans(2))
def test_outcomes_of_a_course_are_compared_in_their_order(opened, plan):
    def with_outcomes(version, texts):
        nodes, links = stored(plan, version)
        made = {
            f"CourseOutcome:{version}.{place}": {"code": f"{version}.{place}", "text": text, "sequence": place}
            for place, text in enumerate(texts, 1)
        }
        achieved = [(line_id(version, 1), each, {}) for each in reversed(made)]
        return nodes | made, {**links, "PLAN_HAS_OUTCOME": achieved}

    async def work(database):
        for other, expected in (
            (["能编写", "能调试"], []),
            (["能编写"], [[{"field": "OUTCOMES", "before": "能编写; 能调试", "after": "能编写"}]]),
            ([], [[{"field": "OUTCOMES", "before": "能编写; 能调试", "after": None}]]),
        ):
            await write(database, *together(with_outcomes(1, ["能编写", "能调试"]), with_outcomes(2, other)))
            assert [each["fields"] for each in (await compared(database))["changed"]] == expected

    opened(work)


def test_lines_without_their_stored_lines_are_not_dropped():
    lines = [{"id": line_id(1, each), "sequence": each, "name": f"课程{each}"} for each in (1, 2)]
    plan = PlanRow("WHOLE", [{}, [[each, None] for each in lines], [], [], [], [], []])
    stored_lines = [_Line({}, ["能编写网页"]), _Line({}, [])]

    assert [each.outcomes for each in _with_outcomes(plan, stored_lines).lines] == [("能编写网页",), ()]
    with pytest.raises(ValueError, match="shorter"):
        _with_outcomes(plan, stored_lines[:1])
