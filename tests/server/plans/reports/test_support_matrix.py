"""The matrix of support: what was accepted as H, M and L, and nothing where no one decided."""

from analysis.training_plans.plan_content import content_differences
from interchange.training_plans.form.plan_export import EXPORTS
from interchange.training_plans.plan_reading import read_training_plans
from server.plans.reports.support_matrix import COURSES_LARGEST, support_matrices
from tests.interchange.documents.made_documents import read_here
from tests.interchange.training_plan_imports.made_imports import form
from tests.server.plans.reports.table_values import values


def row(course, code, kind, status="ACCEPTED", **other):
    requirement = {
        "requirement": f"R:{code}",
        "level": "ADVANCED",
        "requirementCode": code,
        "requirementText": f"能{code}",
    }
    return {"courseName": course, **requirement, "kind": kind, "status": status, **other}


ROWS = [
    row("网页开发", "1.1", "MINOR"),
    row("网页开发", "1.1", "EXACT"),
    row("网页开发", "1.2", "NO_MATCH"),
    row("数据库", "1.2", "NARROWER"),
    row("数据库", "1.1", "MAJOR", "SUGGESTED"),
    row("数据库", "1.3", "EXACT", "REJECTED"),
    row("体育", "1.1", "RELATED"),
]


def test_what_was_accepted_stands_there_and_what_was_not_decided_is_empty():
    (table,) = support_matrices(ROWS)

    assert table.name == "支撑矩阵"
    assert values(table)[1:] == [
        ["等级", "编号", "技能要求", "数据库", "网页开发"],
        ["高级", "1.1", "能1.1", None, "H"],
        ["高级", "1.2", "能1.2", "M", "—"],
    ]


def test_where_nothing_was_accepted_there_is_no_matrix():
    assert support_matrices([row("数据库", "1.1", "MAJOR", "SUGGESTED")]) == []


def test_many_courses_go_on_in_another_table():
    tables = support_matrices([row(f"课程{number:02}", "1.1", "MINOR") for number in range(COURSES_LARGEST + 1)])

    assert [(each.name, len(each.widths)) for each in tables] == [("支撑矩阵", 3 + COURSES_LARGEST), ("支撑矩阵2", 4)]


def test_it_is_not_read_back_as_a_part_of_the_plan():
    (plan,) = read_training_plans(read_here(form()))
    for export in EXPORTS.values():
        written = export(plan, support_matrices(ROWS))
        (again,) = read_training_plans(read_here(written.data))

        assert written.lost == content_differences(plan, again) == []
        assert (again.problems, again.not_read) == ((), ())
