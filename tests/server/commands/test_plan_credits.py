"""``oneplusx plan credits``: certificates of a plan become credits by a college's rules, with a rule for what is left."""

import orjson
import pytest

from tests.command_line import oneplusx
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD

HEADING = ["课程名称", "课程类别", "课程性质", "学分", "总学时", "开课学期"]
COURSES = [
    ["网页基础", "专业基础课程", "必修", 4, 64, 1],
    ["网页开发", "专业核心课程", "必修", 4.5, 72, 2],
    ["数据库", "专业核心课程", "必修", 3.5, 56, 2],
    ["项目实战", "专业核心课程", "必修", 4, 64, 3],
]
CERTIFICATES = [
    ["证书名称", "等级", "考核学期", "对应课程"],
    ["Web前端开发", "中级", "4", "网页基础、网页开发、数据库、项目实战"],
]


def convert(folder, *options, language="en_US", certificates=CERTIFICATES, courses=COURSES):
    sheets = [SheetOf("课程", [*HEAD, HEADING, *courses]), *([SheetOf("证书", certificates)] if certificates else [])]
    (folder / "plan.xlsx").write_bytes(workbook(*sheets))
    return oneplusx("plan", "credits", "plan.xlsx", *options, folder=folder, LC_ALL=language, COLUMNS="160")


def test_the_answer_as_json_has_what_is_converted_and_a_rule_for_what_is_not(tmp_path):
    done = convert(tmp_path, "--rules", "湖南工艺美术", "--json")
    answer = orjson.loads(done.stdout)

    assert (done.returncode, done.stderr, answer["credits"]) == (0, "", 8)
    assert answer["converted"] == [
        {"certificate": "Web前端开发 中级", "course": "数据库", "credits": 3.5},
        {"certificate": "Web前端开发 中级", "course": "网页开发", "credits": 4.5},
    ]
    assert {each["course"]: each["rules"] for each in answer["notConverted"]} == {
        "网页基础": [{"rule": "T05", "unknown": False}],
        "项目实战": [{"rule": "T02", "unknown": False}],
    }
    assert [(each["objective"], each["value"], each["proven"]) for each in answer["stages"]] == [
        ("CREDITS", 800, True),
        ("COURSES", 2, True),
    ]
    assert (answer["alternatives"], answer["rulesNotComputed"], answer["unique"]) == ([], ["T07"], True)


def test_the_table_in_chinese_names_credits_rules_and_what_is_not_known(tmp_path):
    done = convert(tmp_path, "--rules", "湖南工艺美术", "--bank", "Web前端开发=4", language="zh_CN")
    shown = [" ".join(line.replace("│", " ").split()) for line in done.stdout.splitlines()]

    assert (done.returncode, done.stderr) == (0, "")
    assert "共转换 1 门课程、4 学分（已证明）。" in shown
    assert "Web前端开发 中级 项目实战 4" in shown
    assert "Web前端开发 中级 网页开发 T03" in shown
    assert "Web前端开发 中级 数据库 T03" in shown
    assert "未参与计算的规则：T07" in shown


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("zh_CN", "可转换的学分无法判断：有规则未能计算，或方案未写明所需内容。"),
        (
            "en_US",
            "How many credits are converted is not known: rules could not be computed, or the plan leaves facts out.",
        ),
    ],
)
def test_no_credits_are_not_zero_where_rules_or_facts_are_left(tmp_path, language, told):
    silent = [[*each[:3], None, *each[4:]] for each in COURSES]
    done = convert(tmp_path, "--rules", "湖南工艺美术", language=language, courses=silent)

    assert (done.returncode, done.stderr) == (0, "")
    assert told in done.stdout
    assert "0 学分" not in done.stdout


@pytest.mark.parametrize(
    ("language", "unknown", "silent"),
    [
        (
            "zh_CN",
            "可转换的学分无法判断",
            "方案没有写明以下证书覆盖哪些课程，请用 --cover '证书=甲,乙' 指定：Web前端开发 中级",
        ),
        ("en_US", "How many credits are converted is not known", "Name them by --cover 'X=A,B': Web前端开发 中级"),
    ],
)
def test_a_certificate_of_which_no_one_says_what_it_covers_is_no_proven_zero(tmp_path, language, unknown, silent):
    certificates = [CERTIFICATES[0], ["Web前端开发", "中级", "4", None]]
    done = convert(tmp_path, "--rules", "湖南工艺美术", language=language, certificates=certificates)
    machine = orjson.loads(convert(tmp_path, "--rules", "湖南工艺美术", "--json", certificates=certificates).stdout)
    shown = " ".join(done.stdout.split())

    assert (done.returncode, done.stderr) == (0, "")
    assert unknown in shown
    assert silent in shown
    assert (machine["credits"], machine["open"], machine["withoutCourses"]) == (0, True, ["Web前端开发 中级"])


def test_the_rules_of_a_college_without_any_are_asked_for(tmp_path):
    done = convert(tmp_path)

    assert (done.returncode, done.stdout, done.stderr.split()[0]) == (1, "", "CREDIT_RULES_CHOICE")
    assert "湖南工艺美术职业大学" in done.stderr


def test_a_plan_without_certificates_says_so(tmp_path):
    done = convert(tmp_path, "--rules", "湖南工艺美术", certificates=None)

    assert (done.returncode, done.stdout, done.stderr.split()[0]) == (1, "", "PLAN_WITHOUT_CERTIFICATES")


@pytest.mark.parametrize(
    "options", [("--bank", "Web前端开发=viel"), ("--bank", "=6"), ("--cover", "Web前端开发"), ("--bank", "X=1e9")]
)
def test_an_option_of_another_form_is_refused(tmp_path, options):
    done = convert(tmp_path, "--rules", "湖南工艺美术", *options)

    assert (done.returncode, done.stdout, done.stderr.split()[0]) == (1, "", "OPTION_FORM")


def test_courses_that_the_caller_adds_are_covered(tmp_path):
    certificates = [CERTIFICATES[0], ["Web前端开发", "中级", "4", "网页基础"]]
    done = convert(
        tmp_path,
        "--rules",
        "湖南工艺美术",
        "--json",
        "--cover",
        "Web前端开发=项目实战，数据库",
        certificates=certificates,
    )

    assert [each["course"] for each in orjson.loads(done.stdout)["converted"]] == ["数据库", "项目实战"]
