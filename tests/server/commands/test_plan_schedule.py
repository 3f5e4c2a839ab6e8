"""``oneplusx plan schedule``: a plan from a file gets a schedule, or the rules that forbid one."""

import orjson
import pytest

from tests.command_line import oneplusx
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD

HEADING = ["课程名称", "课程类别", "学分", "总学时", "开课学期", "先修课程"]
COURSES = [
    ["网页基础", "专业基础课程", 4, 72, 1, None],
    ["数据库", "专业基础课程", 4, 72, 1, None],
    ["网页开发", "专业核心课程", 4, 72, 1, "网页基础"],
    ["项目实战", "专业核心课程", 4, 72, 2, "网页开发"],
]


def plan_file(folder, courses):
    (folder / "plan.xlsx").write_bytes(workbook(SheetOf("课程", [*HEAD, HEADING, *courses])))


def schedule(folder, *options, language="en_US", courses=COURSES):
    plan_file(folder, courses)
    return oneplusx("plan", "schedule", "plan.xlsx", *options, folder=folder, LC_ALL=language, COLUMNS="160")


@pytest.mark.slow
def test_the_answer_as_json_has_courses_semesters_and_proofs(tmp_path):
    done = schedule(tmp_path, "--json", "--order", "moves,peak", "--weeks", "18")
    answer = orjson.loads(done.stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert {each["course"]: each["semester"] for each in answer["courses"]} == {
        "网页基础": 1,
        "数据库": 1,
        "网页开发": 2,
        "项目实战": 3,
    }
    assert answer["stages"] == [
        {"objective": "MOVES", "value": 2, "bound": 2, "proven": True},
        {"objective": "PEAK", "value": 8, "bound": 8, "proven": True},
    ]
    assert [each["weeklyHours"] for each in answer["semesters"]] == [8, 4, 4, 0, 0, 0]
    assert (answer["unique"], answer["conflict"], answer["shortages"]) == (True, None, [])
    assert {"before": "网页基础", "after": "网页开发"} in answer["prerequisites"]


@pytest.mark.slow
def test_the_table_shows_what_moves_and_how_weekly_hours_change(tmp_path):
    done = schedule(tmp_path, "--order", "moves", language="zh_CN")
    shown = [" ".join(line.replace("│", " ").split()) for line in done.stdout.splitlines()]

    assert (done.returncode, done.stderr) == (0, "")
    assert "网页开发 1 2" in shown
    assert "项目实战 2 3" in shown
    assert "1 18 假定 12.0 8.0" in shown
    assert "调整课程数 2 (已证明)" in shown
    assert "方案未给出教学周数，以上为假定值；可用 --weeks 指定。" in shown


WEEKLY = [
    ["课程名称", "课程类别", "学分", "总学时", "一 14周", "二 18周"],
    ["网页基础", "专业基础课程", 3.5, 56, "4", None],
    ["网页开发", "专业核心课程", 4, 72, None, "4"],
    ["大学英语", "公共基础课程", 2, 28, "2", None],
    ["军事技能", "公共基础课程", 2, 112, "2W", None],
]
KINDS = [["学期", "军事技能", "考试", "机动", "合计"], ["一", 2, 1, 1, 20], ["二", None, 1, 1, 20]]


@pytest.mark.slow
def test_weeks_of_headings_stand_and_of_weeks_in_all_the_answer_says_what_is_taken_off(tmp_path):
    def asked(*options, language="en_US", kinds=()):
        sheets = [SheetOf("课程", [*HEAD, *WEEKLY]), *([SheetOf("周数", list(kinds))] if kinds else [])]
        (tmp_path / "plan.xlsx").write_bytes(workbook(*sheets))
        return oneplusx(
            "plan", "schedule", "plan.xlsx", *options, folder=tmp_path, LC_ALL=language, COLUMNS="160"
        ).stdout

    def weeks(**more):
        return [(each["weeks"], each["weeksFrom"]) for each in orjson.loads(asked("--json", **more))["semesters"][:2]]

    assert weeks() == [(14, "PLAN"), (18, "PLAN")]
    assert weeks(kinds=KINDS) == [(16, "PLAN_IN_ALL"), (18, "PLAN_IN_ALL")]
    assert "The plan states weeks in all. Whole weeks of practice and weeks of examination were taken off" in asked(
        kinds=KINDS
    )
    assert "方案写的是总周数，教学周数已减去整周实践与考试周" in asked(kinds=KINDS, language="zh_CN")
    shown = asked()
    assert "taken off" not in shown
    assert "1 course stays: common, and not named by --free." in shown
    assert "1 course stays: taught in whole weeks." in shown


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "note"),
    [("en_US", "No prerequisites are known, so no order of courses was kept"), ("zh_CN", "没有已知的先修关系")],
)
def test_a_plan_without_prerequisites_is_said_to_have_no_order(tmp_path, language, note):
    courses = [[*each[:-1], None] for each in COURSES]

    assert note in schedule(tmp_path, language=language, courses=courses).stdout
    assert note not in schedule(tmp_path, "--before", "网页基础>项目实战", language=language, courses=courses).stdout
    assert note not in schedule(tmp_path, language=language).stdout


def test_a_shortage_is_one_line_and_exit_one(tmp_path):
    done = schedule(tmp_path, "--weekly-most", "2", "--weeks", "18")

    assert done.returncode == 1
    assert "Semesters 1 to 6 hold 216 hours within the weekly limit; 288 must lie in them: 72 too many." in done.stdout


@pytest.mark.slow
def test_a_conflict_names_its_rules_and_exit_one(tmp_path):
    done = schedule(tmp_path, "--lock", "网页基础", "--lock", "网页开发")

    assert done.returncode == 1
    assert "These rules cannot all hold:\n  网页基础 before 网页开发\n" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--lock", "网页开发课"), "COURSE_NOT_IN_PLAN"),
        (("--before", "网页基础>物理"), "COURSE_NOT_IN_PLAN"),
        (("--before", "网页基础"), "OPTION_FORM"),
        (("--free", "物理"), "COURSE_NOT_IN_PLAN"),
        (("--free", "数据库", "--lock", "数据库"), "COURSE_HELD"),
        (("--begin", "数据库=x"), "OPTION_FORM"),
        (("--begin", "数据库=9"), "COURSE_BEGINS"),
        (("--begin", "数据库=3", "--lock", "数据库"), "COURSE_HELD"),
        (("--order", "peak,peak"), "OPTION_FORM"),
        (("--order", "beauty"), "OPTION_FORM"),
        (("--weeks", "1=a"), "OPTION_FORM"),
        (("--plan", "2"), "PLAN_CHOICE"),
    ],
)
def test_an_option_that_names_nothing_is_refused_with_a_code(tmp_path, options, code):
    done = schedule(tmp_path, *options)

    assert (done.returncode, done.stdout, done.stderr.split()[0]) == (1, "", code)


def test_a_near_name_is_offered(tmp_path):
    done = schedule(tmp_path, "--lock", "网页开发课")

    assert "网页开发" in done.stderr.partition("near:")[2]


@pytest.mark.slow
def test_where_a_course_may_begin_and_what_comes_first_are_kept(tmp_path):
    done = schedule(tmp_path, "--json", "--begin", "数据库=4", "--before", "数据库>项目实战", "--courses-most", "1")
    answer = orjson.loads(done.stdout)

    assert {each["course"]: each["semester"] for each in answer["courses"]}["数据库"] == 4
    assert {each["course"]: each["semester"] for each in answer["courses"]}["项目实战"] > 4
    assert sorted(each["semester"] for each in answer["courses"])[:2] == [1, 2]


@pytest.mark.slow
def test_a_common_course_stays_unless_it_is_freed(tmp_path):
    courses = [["大学英语", "公共基础课程", 4, 72, 1, None], *COURSES]
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", [*HEAD, HEADING, *courses])))

    def english(*options: str) -> tuple[int, str | None]:
        done = oneplusx(
            "plan", "schedule", "plan.xlsx", "--json", "--before", "数据库>大学英语", *options, folder=tmp_path
        )
        (found,) = [each for each in orjson.loads(done.stdout)["courses"] if each["course"] == "大学英语"]
        return found["semester"], found["held"]

    stays = oneplusx("plan", "schedule", "plan.xlsx", folder=tmp_path, LC_ALL="zh_CN", COLUMNS="160")

    assert "公共基础课程，未用 --free 指定" in stays.stdout
    semester, held = english("--free", "大学英语")
    assert semester > 1
    assert held is None


@pytest.mark.slow
def test_courses_whose_stated_weekly_hours_differ_are_named(tmp_path):
    heading = [*HEADING[:-1], "周学时"]
    courses = [["数据库", "专业基础课程", 4, 72, 1, 4], ["操作系统", "专业基础课程", 3, 54, 1, 4]]
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", [*HEAD, heading, *courses])))

    def run(*options):
        return oneplusx(
            "plan", "schedule", "plan.xlsx", "--weeks", "18", *options, folder=tmp_path, LC_ALL="zh_CN", COLUMNS="160"
        )

    texts, answer = run().stdout, orjson.loads(run("--json").stdout)

    assert "操作系统：第 1 学期，方案写明 4，折算 3" in texts
    assert "数据库：第" not in texts
    assert answer["unlikeWeeklyHours"] == [{"course": "操作系统", "semester": 1, "stated": 4, "computed": 3}]
