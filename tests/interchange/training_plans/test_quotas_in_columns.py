"""A column says how many credits of several courses are chosen, in a cell next to all of them."""

import pytest

from tests.interchange.training_plans.made_plans import HEAD, doubts, plan_of, rules, sheet_plan, word

REQUIRED = ["公共基础课程", "必修", "军事理论", 2, 36]
ARTS = [["公共选修课", "选修", name, 2, 32] for name in ("音乐鉴赏", "美术鉴赏", "书法")]
NAMES = [each[2] for each in ARTS]
WORDS = ("最低修读学分", "应修学分", "至少选修学分", "最低选修学分", "选修学分要求", "应修\n学分")


def headings(quota, *, is_first=False):
    around = [quota, "学分"] if is_first else ["学分", quota]
    return ["课程类别", "课程性质", "课程名称", *around, "总学时"]


def rows_of(quotas, lines=(REQUIRED, *ARTS)):
    return [[*each[:4], quota, *each[4:]] for each, quota in zip(lines, quotas, strict=True)]


def groups(plan):
    return [
        (each.kind, each.credits, [line.name for line in plan.lines if line.group == each.number])
        for each in plan.groups
    ]


@pytest.mark.parametrize("quota", WORDS)
def test_a_merged_cell_is_the_quota_of_the_lines_next_to_it(quota):
    plan = sheet_plan(headings(quota), *rows_of([2, 4, None, None]), merges=("A4:A6", "E4:E6"))

    assert groups(plan) == [("CHOOSE_CREDITS", 400, NAMES)]
    assert [each.credits for each in plan.lines] == [200] * 4
    assert doubts(plan) == ([("choice-by-a-note", f"{quota.replace(chr(10), '')}：4")], [])


def test_the_quota_may_stand_before_the_credits_of_each_course():
    rows = [[*each[:3], each[4], each[3], each[5]] for each in rows_of([2, 4, None, None])]
    plan = sheet_plan(headings("应修学分", is_first=True), *rows, merges=("A4:A6", "D4:D6"))

    assert groups(plan) == [("CHOOSE_CREDITS", 400, NAMES)]
    assert [each.credits for each in plan.lines] == [200] * 4


def test_without_merged_cells_the_electives_alike_below_are_meant_too():
    plan = plan_of(word(HEAD[0][0], [headings("最低修读学分"), *rows_of([2, "4学分", None, None])]))

    assert groups(plan) == [("CHOOSE_CREDITS", 400, NAMES)]


def test_what_required_courses_leave_of_a_quota_is_chosen_among_the_others():
    required = ["公共选修课", "必修", "大学语文", 3, 48]
    plan = sheet_plan(headings("应修学分"), *rows_of([7, None, None, None], [required, *ARTS]), merges=("E3:E6",))

    assert groups(plan) == [("CHOOSE_CREDITS", 400, NAMES)]
    assert (
        groups(sheet_plan(headings("应修学分"), *rows_of([9, None, None, None], [required, *ARTS]), merges=("E3:E6",)))
        == []
    )


@pytest.mark.parametrize("quota", [9, 0, "若干"])
def test_a_quota_that_fits_no_choice_of_its_lines_is_named(quota):
    plan = sheet_plan(headings("应修学分"), *rows_of([2, quota, None, None]), merges=("E4:E6",))

    assert groups(plan) == []
    assert "quota-of-a-note-not-read" in rules(plan.problems)


def test_a_quota_that_a_heading_states_otherwise_is_named():
    title = ["公共选修课（至少选修2学分）", None, None, None, None, None]
    rows = [title, *([None, *each[1:]] for each in rows_of([6, None, None], ARTS))]
    same = sheet_plan(headings("应修学分"), *rows, merges=("A3:F3", "E4:E6"))
    other = sheet_plan(
        headings("应修学分"),
        *[title, *([None, *each[1:]] for each in rows_of([4, None, None], ARTS))],
        merges=("A3:F3", "E4:E6"),
    )

    assert [[each[1] for each in groups(plan)] for plan in (same, other)] == [[200], [200]]
    assert "quota-of-a-note-differs" in rules(other.problems)


def test_a_column_of_required_credits_alone_is_that_of_each_course():
    rows = [[*each[:3], each[3], each[4]] for each in (REQUIRED, *ARTS)]
    plan = sheet_plan(["课程类别", "课程性质", "课程名称", "应修学分", "总学时"], *rows)

    assert (groups(plan), [each.credits for each in plan.lines]) == ([], [200] * 4)


@pytest.mark.parametrize(("quota", "differs"), [(4, False), (2, True), (6, True)])
def test_a_quota_that_so_many_courses_cannot_have_is_named(quota, differs):
    arts = [["公共选修课（三选二）", *each[1:]] for each in ARTS]
    plan = sheet_plan(headings("应修学分"), *rows_of([quota, None, None], arts), merges=("A3:A5", "E3:E5"))

    assert [(each.kind, each.choose) for each in plan.groups] == [("CHOOSE_ONE", 2)]
    assert doubts(plan)[1] == ([("quota-of-a-note-differs", f"应修学分：{quota}")] if differs else [])


@pytest.mark.parametrize(
    ("quota", "wanted"),
    [
        ("第2、3学期各不少于2学分，合计不少于4学分", 400),
        ("不少于4学分，其中艺术类2学分", 400),
        ("至少选修4学分", 400),
    ],
)
def test_a_sentence_may_state_the_quota(quota, wanted):
    plan = sheet_plan(headings("最低修读学分"), *rows_of([2, quota, None, None]), merges=("A4:A6", "E4:E6"))

    assert groups(plan) == [("CHOOSE_CREDITS", wanted, NAMES)]


@pytest.mark.parametrize(
    "quota", ["第2、3学期各不少于2学分", "艺术类不少于2学分，书法类不少于2学分", "其中艺术类2学分"]
)
def test_a_sentence_about_parts_alone_states_no_quota(quota):
    plan = sheet_plan(headings("最低修读学分"), *rows_of([2, quota, None, None]), merges=("A4:A6", "E4:E6"))

    assert groups(plan) == []
    assert "quota-of-a-note-not-read" in rules(plan.problems)


@pytest.mark.parametrize("quota", [4, "4学分", "选修4学分", "至少选修4学分"])
def test_a_quota_that_each_row_of_a_pool_repeats_is_one_choice(quota):
    plan = sheet_plan(headings("应修学分"), *rows_of([2, quota, quota, quota]))

    assert groups(plan) == [("CHOOSE_CREDITS", 400, NAMES)]
    assert doubts(plan) == ([("choice-by-a-note", f"应修学分：{quota}")], [])


def test_two_pools_that_repeat_the_same_quota_are_two_choices():
    others = [["专业选修课", "选修", name, 2, 32] for name in ("甲", "乙", "丙")]
    plan = sheet_plan(headings("应修学分"), *rows_of([4] * 6, [*ARTS, *others]))

    assert groups(plan) == [("CHOOSE_CREDITS", 400, NAMES), ("CHOOSE_CREDITS", 400, ["甲", "乙", "丙"])]


@pytest.mark.parametrize("is_merged", [True, False])
def test_a_cell_over_several_rows_is_a_pool_of_its_own_though_the_next_has_the_same_quota(is_merged):
    others = [["公共选修课", "选修", name, 2, 32] for name in ("甲", "乙", "丙")]
    quotas = [4, None, None, *([4, None, None] if is_merged else [4, 4, 4])]
    merges = ("A3:A8", "E3:E5", *(["E6:E8"] if is_merged else []))
    plan = sheet_plan(headings("应修学分"), *rows_of(quotas, [*ARTS, *others]), merges=merges)

    assert groups(plan) == [("CHOOSE_CREDITS", 400, NAMES), ("CHOOSE_CREDITS", 400, ["甲", "乙", "丙"])]


def test_what_each_row_says_of_its_own_credits_is_no_quota():
    required = [["公共基础课程", "必修", name, 2, 36] for name in ("军事理论", "劳动教育")]
    plan = sheet_plan(headings("应修学分"), *rows_of([2] * 5, [*required, *ARTS]))

    assert (groups(plan), doubts(plan)) == ([], ([], []))


def test_one_course_may_have_as_many_credits_as_the_repeated_quota():
    arts = [[*each[:3], number, each[4]] for each, number in zip(ARTS, (2, 4, 2), strict=True)]
    plan = sheet_plan(headings("应修学分"), *rows_of([4, 4, 4], arts))

    assert groups(plan) == [("CHOOSE_CREDITS", 400, NAMES)]


def test_a_repeated_quota_that_its_courses_cannot_have_is_named_once():
    plan = sheet_plan(headings("应修学分"), *rows_of([9, 9, 9], ARTS))

    assert doubts(plan)[1] == [("quota-of-a-note-not-read", "应修学分：9")]
