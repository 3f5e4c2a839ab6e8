"""``oneplusx plan diff``: what differs in both languages and as JSON."""

import orjson
import pytest

from tests.command_line import oneplusx
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import flat_rows


@pytest.fixture
def folder(tmp_path):
    title, heading, *rows = flat_rows()
    (tmp_path / "a.xlsx").write_bytes(workbook(SheetOf("课程", [title, heading, *rows])))
    changed = [list(each) for each in rows]
    # 大学英语 moves and has fewer credits; 美术鉴赏 goes; 网页开发 has another name.
    changed[1][4], changed[1][8] = 2, 3
    changed[4][1] = "网页前端开发"
    del changed[2]
    (tmp_path / "b.xlsx").write_bytes(workbook(SheetOf("课程", [title, heading, *changed])))
    return tmp_path


def test_differences_are_said_in_english(folder):
    done = oneplusx("plan", "diff", "a.xlsx", "b.xlsx", folder=folder, LC_ALL="en_US")

    assert (done.returncode, done.stderr, done.stdout.splitlines()) == (
        0,
        "",
        [
            "- 3 美术鉴赏",
            "~ 2 → 2 大学英语 (moved, same name)",
            "    credits: 2.5 → 2",
            "    semesters: 2 → 3",
            "~ 5 → 4 网页开发 → 网页前端开发 (names alike, please confirm)",
            "    name: 网页开发 → 网页前端开发",
            "whole plan credits: 15.5 → 14",
            "whole plan hours: 252 → 236",
            "whole plan theoryHours: 154 → 138",
            "COMMON credits: 5.5 → 4",
            "COMMON hours: 92 → 76",
            "COMMON theoryHours: 82 → 66",
        ],
    )


def test_differences_are_said_in_chinese(folder):
    done = oneplusx("plan", "diff", "b.xlsx", "a.xlsx", folder=folder, LC_ALL="zh_CN")

    assert done.stdout.splitlines()[:6] == [
        "+ 3 美术鉴赏",
        "~ 2 → 2 大学英语 (调整学期，名称相同)",
        "    学分：2 → 2.5",
        "    开课学期：3 → 2",
        "~ 4 → 5 网页前端开发 → 网页开发 (名称相近，请确认)",
        "    课程名称：网页前端开发 → 网页开发",
    ]
    assert done.stdout.splitlines()[6:8] == ["全部课程 学分：14 → 15.5", "全部课程 总学时：236 → 252"]


def test_a_plan_and_its_export_have_no_difference(folder):
    oneplusx("plan", "export", "a.xlsx", "--docx", "a.docx", folder=folder)
    done = oneplusx("plan", "diff", "a.xlsx", "a.docx", folder=folder, LC_ALL="en_US")

    assert (done.returncode, done.stdout) == (0, "no difference\n")


def test_json_has_every_part(folder):
    done = oneplusx("plan", "diff", "a.xlsx", "b.xlsx", "--json", folder=folder)
    found = orjson.loads(done.stdout)

    assert found["report"] == "oneplusx.training-plan-differences/1"
    assert (found["head"], found["added"], found["certificates"], found["notes"]) == ([], [], [], [])
    assert found["removed"] == [{"number": 3, "name": "美术鉴赏"}]
    assert found["changed"][0] == {
        "before": {"number": 2, "name": "大学英语"},
        "after": {"number": 2, "name": "大学英语"},
        "pairedBy": "NAME",
        "likeness": 100,
        "isRenamed": False,
        "isMoved": True,
        "fields": [
            {"field": "credits", "before": 250, "after": 200},
            {"field": "semesters", "before": [2], "after": [3]},
        ],
    }
    assert found["totals"][0] == {"module": "", "figure": "credits", "before": [1550, 1550], "after": [1400, 1400]}


def test_a_former_name_is_the_course_as_of_a_day(tmp_path):
    title, heading, *rows = flat_rows()
    for name, course in (("a", "思想道德修养与法律基础"), ("b", "思想道德与法治")):
        rows[0][1] = course
        (tmp_path / f"{name}.xlsx").write_bytes(workbook(SheetOf("课程", [title, heading, *rows])))

    now, then = (
        oneplusx("plan", "diff", "a.xlsx", "b.xlsx", *day, folder=tmp_path, LC_ALL="en_US").stdout.splitlines()
        for day in ((), ("--as-of", "2021-09-01"))
    )

    assert now == [
        "~ 1 → 1 思想道德修养与法律基础 → 思想道德与法治 (same name)",
        "    name: 思想道德修养与法律基础 → 思想道德与法治",
    ]
    assert then[:2] == ["- 1 思想道德修养与法律基础", "+ 1 思想道德与法治"]
