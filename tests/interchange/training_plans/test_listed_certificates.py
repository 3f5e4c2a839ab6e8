"""Certificates that a text lists, in a sentence or each in a line, with their levels and semesters."""

import pytest

from interchange.training_plans.tables.plan_words import fold
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


ITEMS = "示例烹调师（四级，第6学期）、示例烹调师（三级，第9学期）。"


def test_a_title_names_what_follows_and_two_levels_are_two_certificates():
    expected = [("示例烹调师", "四级", (6,)), ("示例烹调师", "三级", (9,))]

    assert certificates("四、职业证书", ITEMS)[0] == expected
    assert certificates(f"职业技能等级证书：{ITEMS}")[0] == expected
    assert certificates("四、培养目标", ITEMS)[0] == []
    # Positions next to levels are no certificates, where nothing says when they are taken.
    assert certificates("岗位证书：示例电工（中级）、示例焊工（高级）。")[0] == []


def test_a_frame_around_certificates_is_read_and_any_other_is_not():
    text = "职业技能等级证书：示例运维（高级，第6学期）；示例集成（中级，第7学期），任选其一。"
    plan = plan_of(word("示例专业人才培养方案", TABLE, "一、保障", [[text]], "二、其他", [["教室应当明亮。"]]))

    assert [each.name for each in plan.certificates] == ["示例运维", "示例集成"]
    assert [each.subject for each in plan.not_read] == ["教室应当明亮。"]


def test_a_note_on_certificates_in_general_names_none():
    assert certificates("注：①对应1+X职业技能等级证书（中级），可按表2认定学分。")[0] == []
    assert certificates("注：①对应1+X“示例制图”职业技能等级证书（中级），可认定学分。")[0] == [("示例制图", "中级", ())]


def test_a_contest_next_to_certificates_is_named_and_is_none():
    rows = [
        ["证书/成果名称", "等级", "取得学期"],
        ["示例制图证书", "中级", "4"],
        ["全国职业院校技能大赛", "省级三等奖", "不限"],
    ]
    rows += [["示例竞赛裁判证书", "二级", "5"]]
    plan = plan_of(word("示例专业人才培养方案", TABLE, rows))

    assert [each.name for each in plan.certificates] == ["示例制图证书", "示例竞赛裁判证书"]
    assert [(each.rule, each.place.row) for each in plan.not_read] == [("row-not-read", 3)]


@pytest.mark.parametrize(
    "texts",
    [
        ("证书对应课程：示例制图（第3学期）、示例测量（中级，第4学期）。",),
        ("（三）课证融通证书课程：示例制图（64学时，第3学期）；示例测量（48学时，第4学期）。",),
        ("毕业证书", "岗位实习（第5、6学期）、毕业设计（第6学期）"),
        ("四、职业证书", "示例制图（第3学期）、示例测量（第4学期）"),
        ("四、职业证书", "示例制图（中级，第3学期）、示例测量课（第1学期）"),
        ("四、职业证书", "示例制图（中级，第3学期，64学时）"),
    ],
)
def test_courses_with_their_semesters_are_no_certificates(texts):
    table = [["课程名称", "学分", "总学时", "学期"], ["示例测量课", 2, 32, 1]]
    plan = plan_of(word("示例专业人才培养方案", table, *texts))

    assert plan.certificates == ()
    assert not [each for each in plan.guesses if each.rule == "certificate-in-a-note"]


def test_courses_in_a_frame_stay_named_as_not_read():
    text = "以下课程学完后考取职业技能等级证书：示例制图（第1学期）、示例测量（第2学期）"
    plan = plan_of(word("示例专业人才培养方案", TABLE, [[text]]))

    assert (plan.certificates, [each.subject for each in plan.not_read]) == ((), [fold(text)])


@pytest.mark.parametrize(
    ("title", "items", "expected"),
    [
        # Certificates are often called as the course that prepares for them: the level tells them apart.
        ("四、职业证书", "示例制图课（中级，第4学期）", [("示例制图课", "中级", (4,))]),
        ("毕业应取得的职业技能等级证书：", "示例制图（中级，第4学期）", [("示例制图", "中级", (4,))]),
        ("职业资格证书", "示例从业资格证（第2学期）", [("示例从业资格证", None, (2,))]),
        ("五、证书要求", "示例外语四级（第3学期）", [("示例外语四级", None, (3,))]),
    ],
)
def test_a_level_or_a_name_of_a_certificate_tells_it_from_a_course(title, items, expected):
    table = [["课程名称", "学分", "总学时", "学期"], ["示例制图课", 2, 32, 1]]
    plan = plan_of(word("示例专业人才培养方案", table, title, items))

    assert [(each.name, each.level_text, each.semesters) for each in plan.certificates] == expected


def test_a_sentence_asks_for_certificates_with_their_levels():
    text = "修满140学分，体质健康测试达标，并取得示例绿化工（四级/中级工）或1+X示例制图（BIM）职业技能等级证书（中级）之一，准予毕业。"

    assert certificates(text) == (
        [("示例绿化工", "四级", ()), ("1+X示例制图(BIM)", "中级", ())],
        ["示例绿化工", "1+X示例制图(BIM)"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "学生取得职业技能等级（中级）证书，准予毕业。",
        "学生取得相关职业技能等级证书（中级）之一，准予毕业。",
        "获得省级技能竞赛奖项或示例电工职业技能等级证书（中级）。",
        "专任教师均取得示例电工（高级）证书。",
        "鼓励学生考取示例电工（中级）证书。",
        "取得示例电工（中级）证书，可置换对应课程4学分。",
        "取得甲（四级）证书。",
        "取得学历证书和示例电工（中级）证书。",
        # What counts for credits or a mark.
        "学生取得示例电工（中级）证书，可转换《网页基础》课程4学分。",
        "学生获得示例电工职业技能等级证书（中级），计4学分。",
        "获得示例电工（高级）证书，冲抵选修课4学分。",
        "获得示例电工职业技能等级证书（中级），网页基础课程成绩按90分计。",
        "学生须参加考核，取得示例电工（中级）证书，加4分。",
        # Of staff, whatever they are called.
        "专业带头人应具有副高以上职称，取得示例电工（高级）证书。",
        "实训指导人员应获得示例电工职业技能等级证书（高级）。",
        "实训基地的管理员须取得示例电工（高级）证书。",
        "学生岗位实习时，企业师傅应取得示例电工（高级）证书。",
        # Before the studies, after them, of some students, and no duty.
        "入学前已获得示例电工职业技能等级证书（中级），编入提高班。",
        "报考的学生须取得示例电工（初级）证书。",
        "工作5年后，考取示例技师证书（二级）。",
        "2023届毕业生中90%获得示例物流（中级）证书。",
        "学院已有20人取得示例物流（中级）证书。",
        "学生无须取得示例电工（中级）证书。",
        "学生须参加实习。优秀学生获得示例物流（中级）证书。",
    ],
)
def test_other_sentences_ask_for_no_certificate(text):
    assert certificates(text) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "毕业生须取得示例电工（中级）证书。",
        "学生在校期间应取得示例电工职业技能等级证书（中级）。",
        "课程成绩合格，总计140学分，取得示例电工（中级）证书，方可毕业。",
        "要求学生考取示例电工（中级）证书。",
        "毕业要求：学生修满140学分；毕业前须获得示例电工（中级）证书。",
    ],
)
def test_a_duty_of_students_or_a_condition_of_graduation_asks_for_a_certificate(text):
    assert certificates(text)[0] == [("示例电工", "中级", ())]


@pytest.mark.parametrize(
    ("level", "found"),
    [
        ("四级/中级工", [("示例绿化工", "四级/中级工", ())]),
        ("三级", [("示例绿化工", "三级", ()), ("示例绿化工", "四级", ())]),
    ],
)
def test_a_certificate_of_a_table_that_a_sentence_asks_for_stays_one(level, found):
    known = [["序号", "证书名称", "等级"], [1, "示例绿化工", level]]

    assert certificates("学生须取得示例绿化工（四级）证书。", tables=[known])[0] == found
