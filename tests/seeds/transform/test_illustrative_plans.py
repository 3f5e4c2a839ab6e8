"""The two made-up plans: complete, within every national rule, and made of real course names."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from analysis.training_plans.compliance.compliance import judge, sets_for
from analysis.training_plans.compliance.plan_facts import facts_of_reading
from analysis.training_plans.plan_records import records_of
from graph.model import MODEL
from graph.model.columns import optional_columns
from seeds.checks.check import check
from seeds.rule_sets import read_rule_sets
from seeds.seed_files import rows_of
from seeds.transform.illustrative_plans import _TABLES, SET, _add, illustrative_plan, illustrative_plans
from seeds.transform.reference_tables import Seeds

DATA = Path(__file__).parents[3] / "seeds" / "data"
ENTRY = dt.date(2026, 9, 1)


@pytest.fixture(scope="module", params=illustrative_plans(), ids=lambda plan: plan.head.major_code)
def plan(request):
    return request.param


def test_every_national_rule_is_kept(plan):
    facts = facts_of_reading(plan)
    findings = judge(facts, sets_for(facts, read_rule_sets([DATA])), ENTRY, are_named=False)

    verdicts = Counter(each.verdict for each in findings)
    assert set(verdicts) == {"PASS", "NOT_APPLICABLE"}
    assert verdicts["PASS"] == 48


def test_every_course_of_the_trade_is_one_of_the_standard(plan):
    with (DATA / "teaching" / "nodes" / "Course.csv").open(encoding="utf-8") as file:
        named = {row["name"] for row in csv.DictReader(file) if row["majorCode"] == plan.head.major_code}

    professional = {each.name for each in plan.lines if each.module in ("FOUNDATION", "CORE", "EXTENSION")}
    assert professional - named == set()


@pytest.mark.slow
def test_the_seed_files_say_that_all_of_it_is_made_up():
    of_set = [each for each in check(DATA).tables if each.file.seed_set == SET]

    rows = [row for each in of_set for row in each.rows if each.file.type_name != "Source"]
    assert {row["basis"] for row in rows} == {"ILLUSTRATIVE"}
    lines = list(rows_of(of_set, "PlanCourse"))
    assert Counter(each["majorName"] for each in lines) == {
        "软件技术（示例）": 49,
        "智慧健康养老服务与管理（示例）": 52,
    }
    assert {each["isCounted"] for each in lines} == {True}


def test_a_file_may_have_the_columns_that_documents_fill(small):
    optional = [each.name for each in optional_columns(MODEL.node_types["PlanWeeks"])]
    assert optional == ["place"]
    head = "id,trainingPlanKey,number,row,semester,heading,weeks,basis,sourceIds,sourceNote"
    row = "PlanWeeks:院:专:级:1,院:专:级,1,1,1,教学,17.5,OFFICIAL,Source:s.1,"
    for columns, cells in ((head, row), (f"{head},place", f"{row},p1 r2")):
        small.write("small/nodes/PlanWeeks.csv", f"{columns}\n{cells}\n")
        (found,) = rows_of(check(small.path).tables, "PlanWeeks")
        assert found.get("place") == ("p1 r2" if "place" in columns else None)
        assert ("place" in found) == ("place" in columns)


def test_the_outcomes_of_a_course_become_seeds():
    (row, *_) = _TABLES.rows("plans.csv")
    whole = illustrative_plan(row)
    first, *others = whole.lines
    seeds = Seeds()

    _add(row, records_of(whole._replace(lines=(first._replace(outcomes=("能编写网页", "能调试网页")), *others))), seeds)

    outcomes = {each: values for each, (_, kind, values) in seeds.nodes.items() if kind.name == "CourseOutcome"}
    assert [(each["text"], each["sequence"], each["basis"]) for each in outcomes.values()] == [
        ("能编写网页", 1, "ILLUSTRATIVE"),
        ("能调试网页", 2, "ILLUSTRATIVE"),
    ]
    linked = [ends for kind, *ends in seeds.links if kind == "PLAN_HAS_OUTCOME"]
    lines = [each for each, (_, kind, _) in seeds.nodes.items() if kind.name == "PlanCourse"]
    assert linked == [[lines[0], each] for each in outcomes]
    assert list(outcomes) == [f"CourseOutcome:{lines[0].partition(':')[2]}:{number}" for number in (1, 2)]
