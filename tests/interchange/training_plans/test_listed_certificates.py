"""Certificates that a text lists, in a sentence or each in a line, with their levels and semesters."""

import pytest

from tests.interchange.training_plans.made_plans import plan_of, word

TABLE = [["课程名称", "学分", "总学时", "学期"], ["甲", 2, 32, 1]]
KNOWN = [["序号", "证书名称"], [1, "1+X示例制图"]]


def certificates(*texts, tables=()):
    plan = plan_of(word("示例专业人才培养方案", TABLE, *tables, *texts))
    listed = [each.subject for each in plan.guesses if each.rule == "certificate-in-a-note"]
    return [(each.name, each.level_text, each.semesters) for each in plan.certificates], listed


def test_a_sentence_lists_certificates():
    text = "毕业时应取得下列证书之一：示例会计资格（第4学期）、1+X示例制图职业技能等级证书（中级，第五学期）。"

    assert certificates(text) == (
        [("示例会计资格", None, (4,)), ("1+X示例制图职业技能等级证书", "中级", (5,))],
        ["示例会计资格", "1+X示例制图职业技能等级证书"],
    )


def test_lines_below_a_sentence_list_certificates():
    found, _ = certificates(
        "毕业最低学分为151学分。学生须取得下列职业技能（资格）证书中至少一项：",
        "（1）示例养殖职业技能等级证书（1+X），中级，第4学期；",
        "（2）示例防治员，四级，第3学期；",
        "（3）遵守校规，品行良好；",
        "示例检验员，四级，第2学期。",
    )

    assert found == [("示例养殖职业技能等级证书(1+X)", "中级", (4,)), ("示例防治员", "四级", (3,))]


def test_what_a_table_names_without_level_takes_it_from_the_text():
    text = "学生可考取以下证书：1+X示例制图职业技能等级证书（中级，第5学期）。"

    assert certificates(text, tables=[KNOWN])[0] == [("1+X示例制图", "中级", (5,))]


def test_a_sentence_says_the_semester_of_all_certificates_above():
    assert certificates("上述证书建议在第五学期考取。", tables=[KNOWN])[0] == [("1+X示例制图", None, (5,))]


@pytest.mark.parametrize(
    "text",
    [
        "取得下列证书者可免修课程：示例制图（中级）。",
        "教师应具备下列条件：教师资格（高级，第4学期）。",
        "考取以下课程的证书：示例制图基础、示例测量。",
        "课程在第5学期开设。",
    ],
)
def test_other_lists_name_no_certificates(text):
    assert certificates(text, tables=[KNOWN])[0] == [("1+X示例制图", None, ())]
