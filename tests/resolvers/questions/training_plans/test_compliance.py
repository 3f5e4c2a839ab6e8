"""What ``trainingPlanCompliance`` says of the plans of the seeds: by which day, by which sets, and what it rests on."""

from collections import Counter

import pytest

from resolvers.identify import Request
from tests.golden.make import run_counted

WITHOUT_GRADE = "TrainingPlan:上海农林职业技术学院:软件技术:"
OF_2019 = "TrainingPlan:涿州职教中心:汽车运用与维修:2019级"
ASK = """query ($plan: ID!, $sets: [ID!], $day: Date) {
  trainingPlanCompliance(plan: $plan, ruleSets: $sets, asOf: $day) {
    asOf isWhole passed failed remarked unknown notApplicable
    findings { rule { id } verdict reason force } } }"""


async def judged(database, plan: str, *sets: str, day: str | None = None) -> dict:
    variables = {"plan": plan, "sets": list(sets) or None, "day": day}
    ((answer, statements),) = await run_counted(database, [Request(ASK, variables)])
    assert (answer.errors, statements) == ([], 1)
    return answer.data["trainingPlanCompliance"]


async def test_the_counts_are_those_of_the_verdicts_and_only_a_must_fails(national):
    told = await judged(national, OF_2019, "RuleSet:SV3")
    verdicts = Counter(each["verdict"] for each in told["findings"])

    assert {"PASS": told["passed"], "FAIL": told["failed"], "REMARK": told["remarked"]} == {
        each: verdicts[each] for each in ("PASS", "FAIL", "REMARK")
    }
    assert (told["unknown"], told["notApplicable"]) == (verdicts["UNKNOWN"], verdicts["NOT_APPLICABLE"])
    assert {each["force"] for each in told["findings"] if each["verdict"] == "FAIL"} <= {"MUST"}


async def test_a_plan_is_judged_by_the_day_its_students_entered_and_by_the_newest_rules_where_it_does_not_say(national):
    assert (await judged(national, OF_2019))["asOf"] == "2019-09-01"

    newest, later = await judged(national, WITHOUT_GRADE), await judged(national, WITHOUT_GRADE, day="2200-01-01")
    assert (newest["asOf"], later["asOf"]) == (None, "2200-01-01")
    assert newest["findings"] == later["findings"] != []


async def test_no_rule_is_asked_before_it_was_in_force(national):
    told = await judged(national, WITHOUT_GRADE, "RuleSet:HV3", day="2000-01-01")

    assert {(each["verdict"], each["reason"]) for each in told["findings"]} == {("NOT_APPLICABLE", "NOT_YET_IN_FORCE")}


@pytest.mark.parametrize("plan", [WITHOUT_GRADE, OF_2019])
async def test_no_plan_of_the_seeds_is_whole_so_none_fails_by_its_totals(national, plan):
    told = await judged(national, plan, "RuleSet:HV3", "RuleSet:SV3")

    assert (told["isWhole"], told["failed"]) == (False, 0)
