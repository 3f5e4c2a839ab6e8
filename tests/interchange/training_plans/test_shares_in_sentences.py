"""A sentence states a share of all hours or credits: it is compared with that of the lines, rounded half up."""

import pytest

from interchange.training_plans.reading import shares_in_sentences
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan, word

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "理论学时", "实践学时"]
# 36 of 176 hours are common, 36 elective, and 76 practice: 20.454, 20.454 and 43.181 per cent.
ROWS = [
    ["公共基础课程", "必修", "军事理论", 2, 36, 36, 0],
    ["专业核心课程", "必修", "网页开发", 6, 104, 40, 64],
    ["专业拓展课程", "选修", "数据分析", 2, 36, 24, 12],
]


def both_ways(text, rows=ROWS):
    """The plan of a Word file and of a sheet with a sentence below the courses."""
    return plan_of(word(HEAD[0][0], [HEADING, *rows], text)), sheet_plan(HEADING, *rows, [text])


def differing(plan):
    return [(each.subject.replace(",", "，"), each.taken) for each in plan.problems if each.rule == "share-differs"]


@pytest.mark.parametrize(
    "text",
    [
        "实践教学学时占总学时的 43.2%。",
        "实践性教学学时占总学时数的43%。",
        "本专业总学时176学时，其中实践教学76学时，占43.18%。",
        "理论教学学时占总学时的56.8%",
        "公共基础课程学时占总学时的20.5%，选修课学时占总学时的20.45%，实践教学学时占总学时的43.2%。",
        "其中选修课学分占总学分的20%。",
        "（3）公共基础课36学时，占总学时的比例为20%",
        # A rule, a part, and another whole are no shares of the plan.
        "实践教学学时占总学时的50%以上。",
        "选修课学时不少于总学时的10%，实践性教学学时原则上占总学时的60%。",
        "公共基础课程总学时36学时，其中实践教学占10%。",
        "《网页开发》实践教学占总学时的10%。",
        "第三学期实践教学占10%。",
        "平时成绩占总成绩的30%，实践考核占70%。",
        "《网页开发》课程共104学时。理论教学占总学时的50%，实践教学占总学时的50%。",
        "本课程为核心课程。实践教学占总学时的60%。",
        "网页开发课程共104学时。实践教学占总学时的61.5%。",
        # The share is that of the figure which it states itself.
        "实践性教学环节64学时，占总学时的36.4%。",
        "实践教学76学时，占总学时的43.2%。",
        "选修课2学分，占总学分的20%。",
        # The required courses of a module are not all of it.
        "公共基础必修课学时占总学时的10.2%。",
        "其中实践教学占总学时50%的课程为理实一体课程。",
        "实践课程占总学时50%的，按考查课处理。",
    ],
)
def test_a_share_that_the_lines_have_and_what_is_no_share_of_the_plan_say_nothing(text):
    for plan in both_ways(text):
        assert differing(plan) == []


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("实践教学学时占总学时的 52.3%", "43.2%"),
        ("实践教学学时占总学时的 43.1%", "43.2%"),
        ("实践性教学占总学时43.19%", "43.18%"),
        ("本专业总学时176学时，其中实践教学76学时，占44%", "43%"),
        ("公共基础课程学时占总学时的25%", "20%"),
        ("选修课学分占总学分的10.0%", "20%"),
        ("实践性教学环节64学时，占总学时的43.2%", "36.4%"),
        ("选修课3学分，占总学分的20%", "30%"),
    ],
)
def test_another_share_is_a_problem_that_names_the_sentence(text, ours):
    for plan in both_ways(text):
        assert differing(plan) == [(text, ours)]
        assert "row-not-read" not in rules(plan.not_read)
        (problem,) = [each for each in plan.problems if each.rule == "share-differs"]
        assert problem.place is not None


def test_a_text_about_all_courses_is_about_no_course():
    for plan in both_ways("全部课程共176学时。实践教学学时占总学时的52.3%"):
        assert differing(plan) == [("实践教学学时占总学时的52.3%", "43.2%")]


@pytest.mark.parametrize("share", ["66.7%", "80.0%"])
def test_of_segments_of_practice_the_module_or_all_practice_may_be_meant(share):
    # 240 of 360 hours are of the module, and 288 are practice.
    rows = [
        ["专业核心课程", "必修", "网页开发", 7, 120, 72, 48],
        ["实践性教学环节", "必修", "岗位实习", 10, 240, 0, 240],
    ]

    assert [differing(each) for each in both_ways(f"实践性教学环节占总学时的{share}。", rows)] == [[], []]
    assert [differing(each)[0][1] for each in both_ways("实践性教学环节占总学时的90%。", rows)] == ["67% … 80%"] * 2
    assert [differing(each)[0][1] for each in both_ways("实践教学学时占总学时的66.7%。", rows)] == ["80%"] * 2


def test_of_several_shares_only_the_wrong_one_is_named_and_what_is_said_again_counts_once():
    text = "公共基础课程学时占总学时的20.5%；实践教学学时占总学时的50.0%"
    plan = plan_of(word(HEAD[0][0], text, [HEADING, *ROWS], text))

    assert differing(plan) == [("实践教学学时占总学时的50.0%", "43.2%")]


def test_a_share_that_a_choice_makes_is_right_and_one_beyond_all_choices_is_not():
    rows = [
        *ROWS[:2],
        ["专业拓展课程（二选一）", "选修", "甲", 2, 36, 36, 0],
        ["专业拓展课程（二选一）", "选修", "乙", 2, 36, 0, 36],
    ]

    assert [differing(each) for each in both_ways("实践教学学时占总学时的 56.8%", rows)] == [[], []]
    for plan in both_ways("实践教学学时占总学时的 57.0%", rows):
        assert differing(plan) == [("实践教学学时占总学时的 57.0%", "36.4% … 56.8%")]


@pytest.mark.parametrize(("share", "ours"), [("20.5%", []), ("40.9%", []), ("50.0%", ["20.5% … 40.9%"])])
def test_of_common_courses_those_of_another_name_may_be_meant_or_not(share, ours):
    rows = [*ROWS[:2], ["公共选修课", "选修", "艺术鉴赏", 2, 36, 24, 12]]

    for plan in both_ways(f"公共基础课程学时占总学时的{share}", rows):
        assert [taken for _, taken in differing(plan)] == ours


def test_where_a_course_has_no_hours_no_share_is_compared():
    rows = [*ROWS, ["实践性教学环节", "必修", "岗位实习", 24, None, None, None]]

    assert [differing(each) for each in both_ways("实践教学学时占总学时的 52.3%", rows)] == [[], []]


def test_the_bounds_of_a_share_that_many_sentences_state_are_sought_once(monkeypatch):
    sought = []

    def counted(find):
        def found(*given):
            sought.append(given)
            return find(*given)

        return found

    for name in ("least", "most"):
        monkeypatch.setattr(shares_in_sentences, name, counted(getattr(shares_in_sentences, name)))

    def searches(count):
        sought.clear()
        texts = [f"实践教学学时占总学时的{60 + each}.5%。" for each in range(count)]
        plan = plan_of(word(HEAD[0][0], *texts, [HEADING, *ROWS]))
        assert len(differing(plan)) == count
        return len(sought)

    assert searches(1) == searches(20)


@pytest.mark.parametrize(("hours", "right"), [((1, 7), "12.5%"), ((1, 15), "6.3%"), ((1, 31), "3.13%"), ((0, 9), "0%")])
def test_shares_are_rounded_half_up_in_their_own_last_decimal(hours, right):
    practice, theory = hours
    rows = [["专业核心课程", "必修", "网页开发", 1, practice + theory, theory, practice]]

    assert [differing(each) for each in both_ways(f"实践教学学时占总学时的{right}", rows)] == [[], []]
