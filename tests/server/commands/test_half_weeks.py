"""Half weeks of practice on the whole way of the commands: read, exported, read again, compared, judged by rules."""

import orjson
import pytest

from tests.command_line import oneplusx
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import word

TITLE = "示例职业技术学院软件技术专业（510203）2026级教学进程表（三年制高职）"
HEADING = ["序号", "课程名称", "课程类别", "课程性质", "学分", "总学时", "周数", "一", "二"]
FIGURES = ("durationWeeks", "weeks")


def plan_table(own_weeks, by_term):
    return [
        [TITLE],
        HEADING,
        [1, "军事技能", "公共基础课程", "必修", 0.5, None, own_weeks, "√", None],
        [2, "认识实习", "实践性教学环节", "必修", 1.5, None, None, None, by_term],
        [3, "网页基础", "专业基础课程", "必修", 4, 64, None, 4, None],
    ]


@pytest.fixture
def folder(tmp_path):
    weeks = [["学期", "课堂教学", "考试", "机动"], ["1", 16.5, 1, 0.5], ["2", 16, 1, 1.5]]
    (tmp_path / "a.xlsx").write_bytes(
        workbook(SheetOf("课程", plan_table(0.5, "1.5周")), SheetOf("教学周", weeks)),
    )
    (tmp_path / "b.docx").write_bytes(word(TITLE, plan_table("1.5周", "2周")[1:]))
    return tmp_path


def report(name, folder):
    done = oneplusx("plan", "import", name, "--dry-run", "--json", folder=folder)
    (plan,) = orjson.loads(done.stdout)["plans"]
    return plan


def test_half_weeks_are_read_of_lines_and_of_the_week_table_in_hundredths(folder):
    plan = report("a.xlsx", folder)

    assert [[each[name] for name in FIGURES] for each in plan["lines"]] == [[50, {}], [150, {"2": 150}], [None, {}]]
    assert [each["weeks"] for each in plan["weeks"]] == [
        {"课堂教学": 1650, "考试": 100, "机动": 50},
        {"课堂教学": 1600, "考试": 100, "机动": 150},
    ]
    assert plan["problems"] == []
    assert [each["durationWeeks"] for each in report("b.docx", folder)["lines"]] == [150, 200, None]


def test_exported_half_weeks_are_read_back(folder):
    done = oneplusx("plan", "export", "a.xlsx", "--xlsx", "out.xlsx", "--docx", "out.docx", folder=folder)

    assert (done.returncode, done.stderr) == (0, "")
    read, *again = (
        [[each[name] for name in FIGURES] for each in report(name, folder)["lines"]]
        for name in ("a.xlsx", "out.xlsx", "out.docx")
    )
    assert again == [read, read]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en_US", ["    duration weeks: 0.5 → 1.5", "    duration weeks: 1.5 → 2", "    weeks: 2: 1.5 → 2: 2"]),
        ("zh_CN", ["    周数：0.5 → 1.5", "    周数：1.5 → 2", "    各学期周数：2: 1.5 → 2: 2"]),
    ],
)
def test_what_changed_of_half_weeks_is_said_in_weeks(folder, locale, said):
    done = oneplusx("plan", "diff", "a.xlsx", "b.docx", folder=folder, LC_ALL=locale)

    assert [each for each in done.stdout.splitlines() if "weeks" in each or "周数" in each] == said


@pytest.mark.parametrize(("name", "verdict", "measured"), [("b.docx", "FAIL", 150), ("c.docx", "PASS", 250)])
def test_a_rule_counts_half_weeks(folder, name, verdict, measured):
    (folder / "c.docx").write_bytes(word(TITLE, plan_table("2.5周", "2周")[1:]))
    done = oneplusx("plan", "check", name, "--rules", "COMMON_HIGHER", "--json", folder=folder)

    (plan,) = orjson.loads(done.stdout)["plans"]
    (found,) = [each for each in plan["findings"] if each["code"] == "05"]
    assert (found["verdict"], found["measured"], found["unit"]) == (verdict, [measured, measured], 100)
