"""The words of headings, modules and assessments, and the forms of cells, as colleges write them."""

import pytest

from interchange.training_plans.choices.plan_quotas import quotas_of
from interchange.training_plans.tables.headings.plan_labels import meaning_of, plain_label
from interchange.training_plans.tables.headings.plan_legends import core_marks, heading_legend, note_legend
from interchange.training_plans.tables.lines.name_marks import marked_name
from interchange.training_plans.tables.plan_numbers import (
    SemesterCell,
    academic_semester,
    calculated,
    hundredths,
    in_parts,
    semester_cell,
    semester_list,
    semester_number,
    weekly_and_weeks,
    whole,
)
from interchange.training_plans.tables.plan_words import assessment_of, module_of


@pytest.mark.parametrize(
    ("meaning", "words"),
    [
        ("NAME", "课程名称 课程/项目名称 课程名称（中英文） 主要课程 实习实训项目 实践教学环节名称"),
        ("NATURE", "课程性质 选修/必修 必选修 选课属性 课程修读性质 修读要求 修习方式"),
        ("CREDITS", "学分 建议学分 学分合计 学分（个）"),
        ("HOURS", "总学时 参考学时 合计学时 教学课时 总学时（节） 总学时（16学时/学分）"),
        ("THEORY", "理论 理论授课 理论时数 课堂讲授 理论部分"),
        ("PRACTICE", "实践 实验/实训 实践（实训） 实训（验） 校内实训 课程实践 实践时数 实验实训学时"),
        ("THEORY_AND_PRACTICE", "理论/实践 学时（理论+实践） 讲授/实训学时"),
        ("SEMESTERS", "开课学期 执行学期 建议修读学期 开设时间 课程开设学期"),
        ("WEEKLY", "周学时 周时数 每周课时 周学时×周数"),
        ("ASSESSMENT", "考核方式 课程考核 考评方式 考试/考查 考核方式（S/C）"),
        ("EXAMINED", "考试学期 考试课学期"),
        ("DEPARTMENT", "开课部门 归口部门 任课部门"),
        ("PREREQUISITES", "先修课程 前续课程"),
        ("None", "线上 课外 内容 / （）"),
    ],
)
def test_a_heading_means_the_same_in_the_words_of_each_college(meaning, words):
    assert {str(meaning_of(plain_label(each), "")) for each in words.split()} == {meaning}


def test_modules_by_their_words():
    words = "思政课 专业（群）基础课程 岗位核心课 专业群互选课 顶岗实习 毕业设计 技能实训"

    assert [module_of(each) for each in words.split()] == [
        "COMMON",
        "FOUNDATION",
        "CORE",
        None,
        "PRACTICE",
        "PRACTICE",
        "PRACTICE",
    ]


def test_assessments_by_their_words():
    exams, checks, neither = "考试 试 考 闭卷 统考 机试", "考查 考察 查 过程考核", "免试 非笔试 考试/考查 报告 √"

    assert [{assessment_of(each) for each in words.split()} for words in (exams, checks, neither)] == [
        {"EXAM"},
        {"CHECK"},
        {None},
    ]


@pytest.mark.parametrize(
    ("text", "semesters"),
    [
        ("1+2", (1, 2)),
        ("三（上）", (5,)),
        ("大一下", (2,)),
        ("第二学年上学期", (3,)),
        ("一～三", (1, 2, 3)),
        ("9-10", (9, 10)),
        ("9-11", None),
        ("0-2", None),
        # A range is never made before its ends are known to be semesters.
        (f"1-{10**15}", None),
        ("全程", None),
        ("1 2", None),
        ("3或4", None),
        # The second semester of the first year, and no list.
        ("一/2", None),
    ],
)
def test_lists_of_semesters(text, semesters):
    assert semester_list(text) == semesters


def test_a_semester_of_an_academic_year_is_counted_from_the_year_of_entry():
    texts = ["2025-2026-1", "2026-2027-2", "2027-2028学年第一学期", "2024-2025-1", "2025-2027-1"]

    assert [academic_semester(each, 2025) for each in texts] == [1, 4, 5, None, None]
    assert academic_semester(texts[0], None) is None


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("8学时", SemesterCell(hours=8)),
        ("4学时/周", SemesterCell(number=400)),
        ("4节", SemesterCell(number=400)),
        ("4(12周)", SemesterCell(number=400, weeks=1200)),
        ("1周×24", SemesterCell(number=2400, weeks=100)),
        ("2周(48)", SemesterCell(weeks=200, hours=48)),
        ("2周/48学时", SemesterCell(weeks=200, hours=48)),
        ("集中2周", SemesterCell(weeks=200)),
        ("4S", SemesterCell(number=400, mark="S")),
        ("4（考）", None),
        ("4试", SemesterCell(number=400, assessment="EXAM")),
        ("查", SemesterCell(assessment="CHECK")),
        ("4(16)", None),
        ("1.5周", SemesterCell(weeks=150)),
        ("0.5周/12学时", SemesterCell(weeks=50, hours=12)),
        ("2/1.5周", SemesterCell(number=200, weeks=150)),
        ("2/1.5", None),
        ("0.125周", None),
        ("2-4", None),
    ],
)
def test_cells_of_terms(text, cell):
    assert semester_cell(text) == cell


def test_labels_of_terms():
    labels = ["一（16周）", "第1学期16周", "第1学期(15+3)", "一/16周", "学期1", "1(16w)"]

    assert {semester_number(each) for each in labels} == {1}
    assert [semester_number(each) for each in ("12", "116", "16周", "11")] == [None, None, None, None]


def test_sums_and_products_of_one_cell():
    assert [calculated(each, whole) for each in ("40+8", "2×16", "40+?", "x", "40")] == [48, 32, None, None, None]
    assert calculated("0.5×6", hundredths) == 300


def test_legends_of_headings_and_notes():
    assert [heading_legend(each) for each in ("考核（S考试/C考查）", "考核类型（1-考试，2-考查）", "考核方式")] == [
        {"S": "EXAM", "C": "CHECK"},
        {"1": "EXAM", "2": "CHECK"},
        {},
    ]
    notes = [
        "注：标“▲”的为考试课，其余考查",
        "考查课用△表示",
        "C表示考查",
        "1.考试成绩由两部分组成",
        "每学期3门为考试课",
    ]
    assert note_legend(notes) == {"▲": "EXAM", "△": "CHECK", "C": "CHECK", "": "CHECK"}
    assert note_legend(["*为考试课", "*表示考查"]) == {}


def test_marks_of_core_courses():
    notes = [
        "注：1.带★的为专业核心课程；2.▲为考试课。",
        "专业核心课程用“☆”标注",
        "●：核心课",
        "※表示理实一体化课程",
        "课程名称（◆为核心课程）",
        "*为专业核心课程",
        "*为必修课",
        "标注“核心”的为专业核心课程",
        "专业核心课程设置见附表",
    ]
    marks = core_marks(notes)
    assert marks.core == {"★", "☆", "●", "◆", "核心"}
    assert marks.explained == {"★", "☆", "●", "◆", "核心", "▲", "※", "*"}


@pytest.mark.parametrize(
    ("written", "notes", "marked"),
    [
        ("★数据库", "★为专业核心课程", ("数据库", "", True, True)),
        ("数据库 ☆", "☆为专业核心课程", ("数据库", "", True, True)),
        ("数据库*", "*为专业核心课程", ("数据库", "", True, True)),
        ("数据库（核心）", "标注“核心”的为专业核心课程", ("数据库", "", True, True)),
        ("●▲数据库", "●为专业核心课程", ("数据库", "▲", True, True)),
        # Without a note a star often means it, and other signs need not.
        ("★数据库", "", ("数据库", "★", True, False)),
        ("【核心】数据库", "", ("数据库", "核心", True, False)),
        ("☆数据库", "", ("数据库", "☆", False, False)),
        ("数据库*", "", ("数据库*", "", False, False)),
        # A note that says something else.
        ("★数据库", "★为理实一体化课程", ("数据库", "★", False, False)),
        ("核心素养", "标注“核心”的为专业核心课程", ("核心素养", "", False, False)),
    ],
)
def test_a_name_and_its_marks(written, notes, marked):
    assert marked_name(written, core_marks([notes])) == marked


def test_figures_with_their_parts():
    assert in_parts("414（354+60）") == (41400, 35400, 6000)
    assert in_parts("26.5(22+4.5)") == (2650, 2200, 450)
    # What does not add up is no such figure, and stays a problem.
    assert [in_parts(each) for each in ("414（354+50）", "414", "354+60", "")] == [None] * 4


@pytest.mark.parametrize(
    ("sentence", "quotas"),
    [
        ("选修课至少选修 6 学分", [("选修课", 600)]),
        ("2.专业拓展课程要求学生须修满不少于8学分", [("专业拓展课程", 800)]),
        ("至少选修6学分", [("", 600)]),
        ("公共选修课最低修读4.5学分", [("公共选修课", 450)]),
        ("任选课任选2学分", [("任选课", 200)]),
        ("专业选修课（至少选8学分）", [("专业选修课", 800)]),
        ("公共限选课每生须选修2门，共2学分", [("公共限选课", 200)]),
        ("学生在校期间应选修不低于10学分的公共选修课", [("公共选修课", 1000)]),
        ("注：选修课共开设12学分，学生至少选修6学分", [("选修课", 600)]),
        ("其中公共选修课不少于8学分，专业选修课不少于6学分", [("公共选修课", 800), ("专业选修课", 600)]),
        ("学生至少修满140学分方可毕业", []),
        ("毕业最低总学分不少于140学分，其中选修课", []),
        ("必修课须修满100学分", []),
        ("军事技能2学分", []),
        ("取得职业技能等级证书可折算选修课2学分", []),
        ("选修课每学期不超过6学分", []),
    ],
)
def test_quotas_of_notes(sentence, quotas):
    assert list(quotas_of(sentence)) == quotas


@pytest.mark.parametrize(
    ("text", "are_weeks_first", "read"),
    [
        ("4×16", False, (400, 1600, False)),
        ("4/16周", False, (400, 1600, False)),
        ("16周×4", False, (400, 1600, False)),
        ("12×4", True, (400, 1200, False)),
        ("4×16", True, (1600, 400, False)),
        ("16×4", False, (400, 1600, True)),
        ("16×4周", False, (1600, 400, False)),
        ("24×2", False, (2400, 200, False)),
        ("4", False, None),
    ],
)
def test_weekly_hours_times_weeks_in_either_order(text, are_weeks_first, read):
    assert weekly_and_weeks(text, are_weeks_first=are_weeks_first) == read
