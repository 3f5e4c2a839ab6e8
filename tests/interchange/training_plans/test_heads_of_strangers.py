"""What heads of other colleges say of college, years, form and major; each with its like that says something else."""

import pytest

from tests.interchange.training_plans.made_plans import plan_of, plans_of, word

COURSES = [["课程名称", "学分", "总学时"], ["网页基础", 4, 64]]


def head_of(*texts):
    return plan_of(word(*texts, COURSES)).head


def test_a_centre_of_vocational_education_is_a_college():
    head = head_of("示例县职业技术教育中心", "网页技术专业人才培养方案", "专业代码：990001")

    assert head.college == "示例县职业技术教育中心"


@pytest.mark.parametrize(
    ("college", "major"),
    [
        ("示例县职业技术教育中心学校", "机电技术应用"),
        ("示例市职业教育中心学校", "学前教育"),
        ("示例县职教中心学校", "机电技术应用"),
        ("示例县职业技术教育中心", "机电技术应用"),
        ("示例市职业教育中心", "学前教育"),
    ],
)
def test_a_title_names_a_centre_or_its_school_whole_and_then_the_major(college, major):
    head = head_of(f"{college}{major}专业人才培养方案")

    assert (head.college, head.major_name) == (college, major)


def test_a_centre_that_a_sentence_names_is_no_college():
    head = head_of("网页技术专业人才培养方案", "学生在示例县职业教育中心实习，每周两天。")

    assert head.college is None


@pytest.mark.parametrize(
    ("text", "years", "form"),
    [
        ("3年，全日制。", 3, "全日制"),
        ("三年，全日制。每学年设两个长学期。", 3, "全日制"),
        ("3年，全日制企业实习除外。", None, "全日制"),
        ("2年，企业实践。", None, None),
        ("四年，全日制本科；授予学士学位。", 4, "全日制"),
        ("三年，全日制高职专科。学生可在2～5年内完成学业。", 3, "全日制"),
        ("三年，全日制高职院校毕业生可报考。", None, "全日制"),
        ("高中毕业生或具有同等学力者；全日制三年。", 3, "全日制"),
        ("中职阶段全日制三年；高职阶段全日制两年。", None, "全日制"),
    ],
)
def test_a_line_of_years_and_form_alone(text, years, form):
    head = head_of("网页技术专业人才培养方案", "三、修业年限", text)

    assert (head.duration_years, head.education_form) == (years, form)


def test_the_form_behind_the_years_counts_in_a_longer_text():
    text = "招收初中毕业生，学制五年（五年一贯制高职），全日制。前三学年执行中职阶段要求，后两学年为高职阶段，按学校规定执行。"
    other = (
        "招收初中毕业生，学制五年。本校另设业余班，其教学安排由继续教育学院另行制订，不适用本方案，按学校规定执行即可。"
    )

    assert head_of("网页技术专业人才培养方案", text).education_form == "全日制"
    assert head_of("网页技术专业人才培养方案", other).education_form is None


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (
            "学制：全日制三年，退役军人等社会考生学制三年，非全日制，实行弹性学制和灵活多元教学模式组织教学工作。",
            None,
        ),
        ("学制三年，全日制，非全日制学生的修业年限另行规定；实行弹性学制和灵活多元教学模式，按学校规定执行。", None),
        (
            "本专业面向在职人员招生，学制三年，非全日制，实行弹性学制和灵活多元的教学模式组织教学工作，按学校规定执行。",
            "非全日制",
        ),
        ("学习形式：全日制，退役军人等社会考生为非全日制，实行弹性学制和灵活多元教学模式，按学校规定执行。", "全日制"),
    ],
)
def test_of_two_forms_in_a_longer_text_none_is_that_of_the_years(text, form):
    assert head_of("网页技术专业人才培养方案", text).education_form == form


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("网页工程技术专业（职业本科）2025级教学计划进程表", "网页工程技术"),
        ("网页工程技术（三年制高职）专业人才培养方案", "网页工程技术"),
        ("市场营销（校企合作）专业人才培养方案", "市场营销(校企合作)"),
        ("网页设计与制作（本科衔接班）专业人才培养方案", "网页设计与制作(本科衔接班)"),
    ],
)
def test_a_level_in_brackets_is_no_part_of_a_major_and_a_variant_is(title, name):
    assert head_of(title).major_name == name


@pytest.mark.parametrize(
    "caption",
    [
        "附表2 专业（技能）课程设置与学年学时分配表",
        "附表2 专业（群）课程设置与安排",
        "公共基础课程设置与教学安排表",
        "专业核心课程设置一览表",
        "附表2 专业课教学进程表",
        "表3 专业拓展课教学计划",
        "附表1 文化课教学进程表",
        "附表2 网页技术专业课教学进程表",
        "附表4 岗位实习教学计划",
        "2025级本科教学计划",
        "高职专科专业人才培养方案",
    ],
)
def test_the_table_of_a_module_begins_no_other_plan(caption):
    practice = [["课程名称", "学分", "总学时"], ["网页开发", 6, 96]]
    (plan,) = plans_of(word("网页技术专业人才培养方案", "专业代码：990001", COURSES, caption, practice))

    assert (plan.head.major_name, plan.head.major_code) == ("网页技术", "990001")
    assert [each.name for each in plan.lines] == ["网页基础", "网页开发"]


def test_the_table_of_another_major_still_begins_its_plan():
    other = [["课程名称", "学分", "总学时"], ["营销基础", 6, 96]]
    plans = plans_of(
        word("网页技术专业人才培养方案", COURSES, "附表2 教育营销（校企合作）专业课程设置与教学安排表", other)
    )

    assert [each.head.major_name for each in plans] == ["网页技术", "教育营销(校企合作)"]


@pytest.mark.parametrize("caption", ["附表2 数据标注专业课教学进程表", "数据标注专业课程教学进程表"])
def test_the_courses_of_another_major_begin_its_plan(caption):
    other = [["课程名称", "学分", "总学时"], ["标注基础", 6, 96]]
    plans = plans_of(word("网页技术专业人才培养方案", COURSES, caption, other))

    assert [each.head.major_name for each in plans] == ["网页技术", "数据标注"]


def test_a_major_with_its_grade_and_level_on_a_line_of_its_own():
    head = head_of("2024 级网页技术专业（职业本科）", "人 才 培 养 方 案", "网页技术（990001）", "四年，全日制本科。")

    assert (head.major_name, head.major_code, head.grade) == ("网页技术", "990001", "2024级")
    assert (head.education_level, head.duration_years) == ("BACHELOR", 4)


@pytest.mark.parametrize(
    "lines",
    [
        ("十、接续专业", "软件技术专业（高职）", "软件工程专业（职业本科）"),
        ("对接中职专业：", "计算机应用专业（中职）"),
    ],
)
def test_a_major_of_another_school_says_no_level_and_begins_no_plan(lines):
    more = [["课程名称", "学分", "总学时"], ["网页开发", 6, 96]]

    assert head_of("网页技术专业人才培养方案", *lines).education_level is None
    (plan,) = plans_of(word("网页技术专业人才培养方案", COURSES, *lines, more))
    assert (plan.head.major_name, plan.head.education_level) == ("网页技术", None)
    assert [each.name for each in plan.lines] == ["网页基础", "网页开发"]


def test_the_major_of_the_plan_with_its_level_below_the_title_says_the_level():
    assert head_of("网页技术专业人才培养方案", "网页技术专业（高职）").education_level == "ASSOCIATE"


def test_a_variant_on_a_line_of_its_own_is_no_level():
    head = head_of("2024级网页技术专业（校企合作）", "网页技术专业人才培养方案")

    assert (head.major_name, head.education_level) == ("网页技术", None)


def test_the_years_stand_next_to_a_label_in_a_table():
    table = [["专业名称", "网页技术", "专业代码", "990001"], ["基本修业年限", "三年", "学习形式", "全日制"]]
    head = head_of("网页技术专业人才培养方案", table)

    assert (head.duration_years, head.education_form) == (3, "全日制")


@pytest.mark.parametrize(
    ("lines", "name", "code"),
    [
        (
            (
                "示例职业技术大学2024级本科专业人才培养方案（教学计划）",
                "学院：车辆工程学院 专业：网页工程技术（290001） 年级：2024 学制：4年 培养层次：职业本科",
            ),
            "网页工程技术",
            "290001",
        ),
        (("网页技术专业（五年一贯制）", "人才培养方案", "网页技术，490001。"), "网页技术", "490001"),
        (("网页技术专业人才培养方案", "网页技术专业，专业代码490001"), "网页技术", "490001"),
    ],
)
def test_a_level_is_no_major_and_the_code_follows_the_major_in_many_ways(lines, name, code):
    head = head_of(*lines)

    assert (head.major_name, head.major_code) == (name, code)


@pytest.mark.parametrize(
    "line",
    [
        "网页设计，490002。",
        "高职网页技术，490001起编。",
        "学院：网页技术学院 面向专业：数据标注（490002）",
        "对接：示例学院专业：数据标注（490002）",
    ],
)
def test_the_code_of_another_major_or_of_none_is_not_that_of_the_plan(line):
    head = head_of("网页技术专业人才培养方案", line)

    assert (head.major_name, head.major_code) == ("网页技术", None)
