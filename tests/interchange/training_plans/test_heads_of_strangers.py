"""What heads of other colleges say of college, years, form and major; each with its like that says something else."""

import pytest

from tests.interchange.training_plans.made_plans import plan_of, word

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
