"""The list of changes from the version before."""

import re

from analysis.training_plans.plan_content import content_differences
from interchange.training_plans.form.plan_export import EXPORTS
from interchange.training_plans.plan_reading import read_training_plans
from server.plans.reports.change_table import change_table
from tests.interchange.documents.made_documents import read_here
from tests.interchange.training_plan_imports.made_imports import form
from tests.server.plans.reports.table_values import values


def plans():
    (before,) = read_training_plans(read_here(form()))
    first, second, third, *rest = before.lines
    changed = (first._replace(credits=450, semesters=(2,)), third, *rest)
    return before, before._replace(head=before.head._replace(grade="2027级"), lines=changed), second.name


def test_what_changes_stands_in_rows_with_both_values():
    before, after, gone = plans()
    table = change_table(before, after, ())
    name, credits_ = before.lines[0].name, f"{before.lines[0].credits / 100:g}"

    assert table.rows[0][0].value == "变更清单：与上一版本（软件技术2026级）比较（按各行计算）"
    rows = values(table)[1:]
    assert rows[:5] == [
        ["变更类型", "变更对象", "变更项", "变更前", "变更后"],
        ["方案信息", "方案", "年级", "2026级", "2027级"],
        ["删除课程", gone, None, None, None],
        ["调整课程", name, "学分", credits_, "4.5"],
        ["调整课程", name, "开课学期", "1", "2"],
    ]
    assert {each[0] for each in rows[5:]} == {"合计"}


def test_levels_and_modules_stand_in_words():
    before, _, _ = plans()
    head = before.head._replace(education_level="ASSOCIATE")
    lines = (before.lines[0]._replace(module="EXTENSION_OR_CORE", is_counted=True), *before.lines[1:])
    one = before._replace(head=head, lines=lines)
    other = before._replace(head=head._replace(education_level="BACHELOR"), lines=before.lines)

    rows = values(change_table(one, other, ()))[2:]

    assert ["方案信息", "方案", "培养层次", "高职专科", "高职本科"] in rows
    assert ["合计", "专业拓展或核心课程"] in [each[:2] for each in rows]
    assert not any(re.fullmatch("[A-Z_]{4,}", str(each)) for row in rows for each in row)


def test_two_versions_that_say_the_same_say_that_nothing_changed():
    before, _, _ = plans()

    assert values(change_table(before, before, ()))[2:] == [["无变更", None, None, None, None]]


def test_it_is_not_read_back_as_a_part_of_the_plan():
    before, after, _ = plans()
    for export in EXPORTS.values():
        written = export(after, [change_table(before, after, ())])
        (again,) = read_training_plans(read_here(written.data))

        assert written.lost == content_differences(after, again) == []
        assert again.not_read == ()
