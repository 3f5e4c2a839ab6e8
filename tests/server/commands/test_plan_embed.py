"""``oneplusx plan embed``: a plan from a file, requirements and alignments from the graph, the least edits."""

import orjson
import pytest

from tests.command_line import oneplusx
from tests.conftest import settings_of
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD

TITLE = [[HEAD[0][0].replace("网页技术", "软件技术").replace("990001", "510203")]]
HEADING = ["课程名称", "课程类别", "课程性质", "学分", "总学时", "理论学时", "实践学时", "开课学期"]
COURSES = [
    ["思想道德与法治", "公共基础课程", "必修", 30, 480, 240, 240, 1],
    ["程序设计基础", "专业基础课程", "必修", 4, 64, 32, 32, 1],
    ["面向对象程序设计", "专业基础课程", "必修", 4, 64, 32, 32, 2],
    ["数据库技术", "专业基础课程", "必修", 4, 64, 32, 32, 2],
    ["网站开发技术", "专业核心课程", "必修", 6, 96, 32, 64, 3],
    ["Web前端框架开发", "专业拓展课程", "选修", 6, 96, 32, 64, 4],
    ["JavaWeb综合实训", "专业拓展课程", "选修", 4, 64, 0, 64, 4],
]


def embed(folder, address, *options, level="510084:ADVANCED", language="en_US"):
    (folder / "plan.xlsx").write_bytes(workbook(SheetOf("课程", [*TITLE, HEADING, *COURSES])))
    settings = settings_of(address) if address else {}
    return oneplusx(
        "plan",
        "embed",
        "plan.xlsx",
        "--level",
        level,
        *options,
        folder=folder,
        LC_ALL=language,
        COLUMNS="160",
        **settings,
    )


def test_a_plan_learns_what_a_certificate_requires_within_its_hours(national_address, tmp_path):
    none = orjson.loads(embed(tmp_path, national_address, "--budget", "0", "--json").stdout)
    some = embed(tmp_path, national_address, "--budget", "64", "--json")
    answer = orjson.loads(some.stdout)

    assert (some.returncode, some.stderr, answer["unique"]) == (0, "", True)
    assert all(each["proven"] for each in [*answer["stages"], *none["stages"]])
    values = {each["objective"]: each["value"] for each in answer["stages"]}
    assert len(answer["unserved"]) == values["UNSERVED"] < len(none["unserved"])
    assert sum(each["hours"] for each in answer["edits"]["extended"]) + 32 * len(answer["edits"]["electives"]) <= 64
    assert none["edits"]["extended"] == none["edits"]["electives"] == []
    assert "RULE" in {rule[0] for each in none["conflicts"] for rule in each["rules"]}
    edited = {each["course"] for each in answer["edits"]["outcomes"]}
    assert edited <= {each[0] for each in COURSES[1:]}


def test_a_locked_course_is_not_edited_and_the_level_alone_has_fewer_requirements(national_address, tmp_path):
    whole = orjson.loads(embed(tmp_path, national_address, "--json").stdout)
    alone = orjson.loads(embed(tmp_path, national_address, "--json", "--only", "--lock", "网站开发技术").stdout)

    assert len(alone["served"]) < len(whole["served"])
    assert {key.split(":")[3] for key in alone["served"]} <= {"ADVANCED"}
    assert "网站开发技术" not in {each["course"] for each in alone["edits"]["outcomes"]}


def test_the_table_shows_edits_and_what_stays_open(national_address, tmp_path):
    done = embed(tmp_path, national_address, "--budget", "16")

    assert (done.returncode, done.stderr) == (0, "")
    assert "139 requirements, " in done.stdout
    assert "teaches" in done.stdout
    assert "because: " in done.stdout
    assert "requirements that stay open" in done.stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en_US", "credits stay {}: hours of a credit 16 -> {}"),
        ("zh_CN", "学分仍为 {}：每学分学时 16 → {}"),
    ],
)
def test_the_table_says_what_more_hours_make_of_a_credit(language, words, national_address, tmp_path):
    locked = [option for each in COURSES[-2:] for option in ("--lock", each[0])]
    answer = orjson.loads(embed(tmp_path, national_address, "--budget", "16", *locked, "--json").stdout)
    done = embed(tmp_path, national_address, "--budget", "16", *locked, language=language)

    stated = {each[0]: (each[3], each[4]) for each in COURSES}
    more = [(*stated[each["course"]], each["hours"]) for each in answer["edits"]["extended"]]
    assert more
    assert all(
        words.format(taken, f"{round((hours + added) / taken, 1):g}") in done.stdout for taken, hours, added in more
    )


def test_the_json_says_why_each_course_could_teach_a_requirement(national_address, tmp_path):
    answer = orjson.loads(embed(tmp_path, national_address, "--budget", "64", "--json").stdout)
    grounds = {(each["ground"], each["through"] is None) for each in answer["edits"]["outcomes"]}

    assert grounds
    assert grounds <= {("TENTATIVE", True), ("SAME_TASK", False), ("SAME_AREA", False), ("WORDS", True)}


def test_levels_have_their_chinese_names(national_address, tmp_path):
    done = embed(tmp_path, national_address, "--budget", "16", language="zh_CN")

    assert (done.returncode, "高级 " in done.stdout, "ADVANCED" in done.stdout) == (0, True, False)


@pytest.mark.parametrize(
    ("options", "level", "code"),
    [
        ((), "510084", "OPTION_FORM"),
        ((), "510084:BEST", "OPTION_FORM"),
        ((), "999999:ADVANCED", "NOT_FOUND"),
        (("--standard", "999999"), "510084:ADVANCED", "NOT_FOUND"),
        (("--lock", "物理"), "510084:ADVANCED", "COURSE_NOT_IN_PLAN"),
    ],
)
def test_what_is_not_there_is_refused_with_a_code(options, level, code, national_address, tmp_path):
    done = embed(tmp_path, national_address, *options, level=level)

    assert (done.returncode, done.stdout, done.stderr.split()[0]) == (1, "", code)
