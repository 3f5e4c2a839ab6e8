"""A plan for another grade has its year, and its courses have the names that are in use then."""

import pytest

from analysis.training_plans.compliance.plan_rule import DatedName
from analysis.training_plans.plan_edits import PlanTree
from analysis.training_plans.versions.carrying import carried_tree, present_name, year_of

MORALS = (DatedName("思想道德与法治", first_year=2021), DatedName("思想道德修养与法律基础", last_year=2020))
COMPUTERS = (DatedName("计算机基础", last_year=2020), DatedName("Web “前端” 基础", first_year=2021))
SPORTS = (DatedName("体育"), DatedName("体育与健康"))


@pytest.mark.parametrize(
    ("name", "year", "present"),
    [
        ("思想道德修养与法律基础", 2026, "思想道德与法治"),
        ("思想道德修养 与法律基础", 2026, "思想道德与法治"),
        ("思想道德修养与法律基础（二）", 2026, "思想道德与法治（二）"),
        ("思想道德修养与法律基础 Ⅱ", 2026, "思想道德与法治 Ⅱ"),
        ("《思想道德修养与法律基础》（上）", 2026, "《思想道德与法治》（上）"),
        ("计算机基础2", 2026, "Web “前端” 基础2"),
        ("思想道德修养与法律基础", 2020, "思想道德修养与法律基础"),
        ("思想道德与法治", 2026, "思想道德与法治"),
        ("体育与健康", 2026, "体育与健康"),
        ("Web 前端", 2026, "Web 前端"),
    ],
)
def test_a_course_has_the_name_that_is_in_use(name: str, year: int, present: str) -> None:
    assert present_name(name, [MORALS, COMPUTERS, SPORTS], year) == present


def test_a_plan_is_carried_with_its_title_and_year() -> None:
    lines = {"a": {"name": "思想道德修养与法律基础", "hours": 48}, "b": {"name": "体育"}}
    tree = PlanTree({"title": "2026级软件技术方案", "grade": "2026级", "entryYear": 2026, "years": 3}, lines, {}, {})

    carried, renamed = carried_tree(tree, "2027级", [MORALS, SPORTS])

    assert carried == PlanTree(
        {"title": "2027级软件技术方案", "grade": "2027级", "entryYear": 2027, "years": 3},
        {"a": {"name": "思想道德与法治", "hours": 48}, "b": {"name": "体育"}},
        {},
        {},
    )
    assert renamed == {"思想道德修养与法律基础": "思想道德与法治"}


@pytest.mark.parametrize(
    ("title", "after"),
    [("2026 版方案", "2027 版方案"), ("方案", "方案"), (None, None)],
)
def test_a_title_has_the_year_alone_too(title: str | None, after: str | None) -> None:
    carried, _ = carried_tree(PlanTree({"title": title, "grade": "2026级三年制"}, {}, {}, {}), "2027级", [])
    assert carried.plan["title"] == after


def test_a_grade_may_have_no_year() -> None:
    assert [year_of(each) for each in ("2027级", "二七级", None)] == [2027, None, None]
