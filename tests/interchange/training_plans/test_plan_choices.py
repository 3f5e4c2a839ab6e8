"""What is chosen in a plan counts as an interval, however the choice is written."""

import itertools
import random

import pytest

from analysis.training_plans.intervals import credits_of, hours_of, interval, taken
from analysis.training_plans.training_plan import Interval, PlanLine, PlanPlace
from interchange.training_plans.form.plan_export import export_document, export_workbook
from interchange.training_plans.module_tree import module_tree
from interchange.training_plans.plan_choices import Choices
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]


def plan_with(*rows, merges=(), heading=HEADING):
    return plan_of(workbook(SheetOf("表", [*HEAD, heading, *rows], merges)))


def groups(plan):
    return [(each.kind, each.label, each.choose, each.credits, each.options) for each in plan.groups]


def sums(plan):
    return taken(plan, plan.lines)["credits"], taken(plan, plan.lines)["hours"]


def test_headings_that_say_one_of_two():
    plan = plan_with(
        ["专业拓展课程", "选修", "共同课", 1, 16],
        ["A、视觉方向（二选一）"],
        ["专业拓展课程", "选修", "甲", 2, 32],
        ["专业拓展课程", "选修", "乙", 2, 48],
        ["B、数据方向（二选一）"],
        ["专业拓展课程", "选修", "丙", 3, 64],
        merges=("A4:E4", "A7:E7"),
    )

    assert groups(plan) == [("CHOOSE_ONE", "A、视觉方向", 1, None, ("A、视觉方向", "B、数据方向"))]
    assert [(each.name, each.option) for each in plan.lines] == [
        ("共同课", None),
        ("甲", "A、视觉方向"),
        ("乙", "A、视觉方向"),
        ("丙", "B、数据方向"),
    ]
    assert (sums(plan), plan.guesses, plan.problems) == ((Interval(400, 500), Interval(80, 96)), (), ())


def test_headings_that_say_one_course_each_are_a_choice_each():
    plan = plan_with(
        ["公共选修课", "人文类（限选1门）", "甲", 1, 16],
        ["公共选修课", "人文类（限选1门）", "乙", 1, 16],
        ["公共选修课", "艺术类（限选1门）", "丙", 2, 32],
        ["公共选修课", "艺术类（限选1门）", "丁", 2, 32],
        heading=["课程类别", "课程类别", "课程名称", "学分", "总学时"],
    )

    assert groups(plan) == [
        ("CHOOSE_ONE", "人文类", 1, None, ("甲", "乙")),
        ("CHOOSE_ONE", "艺术类", 1, None, ("丙", "丁")),
    ]
    assert sums(plan) == (Interval(300, 300), Interval(48, 48))


def test_one_heading_over_lines_of_which_some_are_chosen():
    plan = plan_with(
        ["专业选修课（三选二）"],
        [None, "选修", "甲", 2, 32],
        [None, "选修", "乙", 3, 48],
        [None, "选修", "丙", 4, 64],
        merges=("A3:E3",),
    )

    assert groups(plan) == [("CHOOSE_ONE", "专业选修课", 2, None, ("甲", "乙", "丙"))]
    assert sums(plan) == (Interval(500, 700), Interval(80, 112))


def test_a_number_of_credits_to_choose():
    plan = plan_with(
        ["公共选修课（至少选修4学分）", "选修", "甲", 1, 16],
        [None, "选修", "乙", 2, 36],
        [None, "选修", "丙", 2, 32],
        [None, "选修", "丁", 3, 48],
        merges=("A3:A6",),
    )

    assert groups(plan) == [("CHOOSE_CREDITS", "公共选修课（至少选修4学分）", None, 400, ())]
    assert sums(plan) == (Interval(400, 400), Interval(64, 68))


def test_directions_under_one_module_are_a_guess_that_is_said():
    plan = plan_of(
        workbook(
            SheetOf(
                "表",
                [
                    *HEAD,
                    ["课程类别", None, "课程名称", "学分", "总学时"],
                    ["专业方向课程", "视觉", "甲", 2, 32],
                    [None, "数据", "乙", 2, 32],
                    [None, None, "小计", 2, 32],
                ],
                ("A2:B2", "A3:A5"),
            )
        )
    )

    assert groups(plan) == [("CHOOSE_ONE", "专业方向课程", 1, None, ("视觉", "数据"))]
    assert [each.rule for each in plan.guesses] == ["module-by-a-loose-word", "one-of-the-directions"]
    assert (plan.totals[0].ours["hours"], plan.problems) == (Interval(32, 32), ())


def direction_rows(first, second, nature="性质"):
    """A module of two directions with one course for both, and what the cells of the nature say of them."""
    return SheetOf(
        "表",
        [
            *HEAD,
            ["课程类别", nature, "课程名称", "学分", "总学时"],
            ["专业核心课", "必修", "丁", 5, 80],
            ["专业拓展课", "必修", "共同课", 1, 16],
            ["专业拓展课", first, "甲", 2, 32],
            ["专业拓展课", None, "乙", 2, 48],
            ["专业拓展课", second, "丙", 4, 64],
            ["合计", None, None, 10, None],
        ],
        ("B5:B6",),
    )


@pytest.mark.parametrize(
    ("first", "second", "options"),
    [
        ("方向一\n视觉方向\n（二选一）", "方向二\n数据方向\n（二选一）", ("方向一视觉方向", "方向二数据方向")),
        ("限选（方向一）", "限选（方向二）", ("方向一", "方向二")),
        ("限选/视觉方向", "限选/数据方向", ("视觉方向", "数据方向")),
        ("公共管理方向", "智慧物流方向", ("公共管理方向", "智慧物流方向")),
    ],
)
@pytest.mark.parametrize("heading", ["性质", "课程性质/方向", "修读性质（方向）"])
def test_directions_in_the_cells_of_natures(first, second, options, heading):
    plan = plan_of(workbook(direction_rows(first, second, heading)))

    assert [(each.kind, each.choose, each.options) for each in plan.groups] == [("CHOOSE_ONE", 1, options)]
    assert [(each.name, each.module, each.option) for each in plan.lines] == [
        ("丁", "CORE", None),
        ("共同课", "EXTENSION", None),
        ("甲", "EXTENSION", options[0]),
        ("乙", "EXTENSION", options[0]),
        ("丙", "EXTENSION", options[1]),
    ]
    assert [each.nature for each in plan.lines] == [*["REQUIRED"] * 2, *["RESTRICTED_ELECTIVE"] * 3]
    assert (sums(plan), plan.problems) == ((Interval(1000, 1000), Interval(160, 176)), ())


@pytest.mark.parametrize("cells", [("方向一（二选一）", "方向二（二选一）"), ("限选（A方向）", "限选（B方向）")])
def test_an_export_keeps_directions_that_stand_in_natures(cells):
    plan = plan_of(workbook(direction_rows(*cells)))

    assert [export(plan).lost for export in (export_workbook, export_document)] == [[], []]


def test_a_direction_goes_on_in_cells_that_are_not_merged():
    sheet = direction_rows("限选（方向一）", "限选（方向二）")
    plan = plan_of(workbook(sheet._replace(merges=())))

    assert [each.option for each in plan.lines] == [None, None, "方向一", "方向一", "方向二"]
    assert ("module-from-the-row-above", "方向一") in [(each.rule, each.subject) for each in plan.guesses]


def test_natures_that_name_no_direction_offer_no_choice():
    plan = plan_of(workbook(direction_rows("专业方向限选", "专业方向选修")))

    assert ([*plan.groups], [each.rule for each in plan.problems]) == ([], ["subtotal-asks-for-a-choice"])


def test_directions_where_no_column_names_modules():
    plan = plan_of(
        workbook(
            SheetOf(
                "表",
                [
                    *HEAD,
                    ["课程性质", "课程名称", "学分", "总学时"],
                    ["必修", "甲", 2, 32],
                    ["限选（A方向）", "乙", 3, 48],
                    ["公共管理方向", "丙", 3, 64],
                ],
            )
        )
    )

    assert groups(plan) == [("CHOOSE_ONE", "A方向", 1, None, ("A方向", "公共管理方向"))]
    assert [(each.module, each.nature, each.nature_text) for each in plan.lines[1:]] == [
        ("EXTENSION", "RESTRICTED_ELECTIVE", "限选（A方向）"),
        ("EXTENSION", "RESTRICTED_ELECTIVE", "限选"),
    ]
    assert [(each.rule, each.subject) for each in plan.guesses] == [
        ("module-by-a-loose-word", "限选（A方向）"),
        ("nature-by-a-choice", "公共管理方向"),
        ("module-by-a-loose-word", "公共管理方向"),
        ("one-of-the-directions", "A方向"),
    ]
    assert sums(plan) == (Interval(500, 500), Interval(80, 96))


def subtotal_rows(stated):
    """Two parts of a module, each with its subtotal, and the subtotal of both right below."""
    return plan_with(
        ["专业拓展课", "限选（方向一）", "甲", 2, 32],
        ["专业拓展课", "限选（方向一）", "乙", 2, 32],
        ["专业拓展课", "方向一小计", None, 4, 64],
        ["专业拓展课", "限选（方向二）", "丙", 4, 64],
        ["专业拓展课", "方向二小计", None, 4, 64],
        ["专业拓展课", "小计", None, *stated],
        merges=("A3:A8",),
    )


def test_a_subtotal_below_one_of_a_part_is_about_the_whole_module():
    one, both = subtotal_rows((4, 64)), subtotal_rows((8, 128))

    assert [(each.label, each.lines, each.ours["credits"]) for each in one.totals] == [
        ("方向一小计", (1, 2), Interval(0, 400)),
        ("方向二小计", (3,), Interval(0, 400)),
        ("小计", (1, 2, 3), Interval(400, 400)),
    ]
    assert one.problems == ()
    assert [(each.rule, each.subject) for each in both.problems] == [
        ("sum-differs", "小计 学分 8 ≠ 4"),
        ("sum-differs", "小计 学时 128 ≠ 64"),
    ]


@pytest.mark.parametrize("module", [["专业拓展课"], []])
def test_the_figures_of_a_part_do_not_agree_with_a_subtotal_of_the_module(module):
    column = ["课程类别"] * len(module)
    title = [["一、专业拓展课"]] * (not module)
    rows = [
        [*module, "必修", "甲", 5, 80],
        [*module, "小计", None, 5, 80],
        [*module, "必修", "乙", 4, 64],
        [*module, "小计", None, 4, 64],
        [*module, "小计", None, 4, 64],
    ]
    top = 3 + len(title)
    merges = (f"A{top}:A{top + 4}",) if module else ("A3:D3",)
    plan = plan_of(
        workbook(SheetOf("表", [*HEAD, [*column, "课程性质", "课程名称", "学分", "总学时"], *title, *rows], merges))
    )

    assert [(each.lines, each.ours["hours"]) for each in plan.totals][-1] == ((1, 2), Interval(144, 144))
    assert [(each.rule, each.subject) for each in plan.problems] == [
        ("sum-differs", "小计 学分 4 ≠ 9"),
        ("sum-differs", "小计 学时 64 ≠ 144"),
    ]


def test_how_many_are_chosen_in_the_cell_of_a_nature():
    plan = plan_with(
        ["专业拓展课程", "任选（三选二）", "甲", 2, 32],
        ["专业拓展课程", None, "乙", 2, 32],
        ["专业拓展课程", None, "丙", 2, 32],
        merges=("B3:B5",),
    )

    assert groups(plan) == [("CHOOSE_ONE", "任选", 2, None, ("甲", "乙", "丙"))]
    assert (sums(plan)[0], plan.problems) == (Interval(400, 400), ())


def test_a_choice_among_another_number_than_are_there_is_a_problem():
    plan = plan_with(
        ["专业拓展课程", "限选（二选一）", "甲", 2, 32],
        ["专业拓展课程", "限选（二选一）", "乙", 2, 32],
        ["专业拓展课程", "限选（二选一）", "丙", 2, 32],
        ["专业拓展课程", "限选（二选一）", "丁", 2, 32],
    )
    alone = plan_with(
        ["专业拓展课程", "视觉方向（二选一）", "甲", 2, 32],
        ["专业拓展课程", "视觉方向（二选一）", "乙", 2, 32],
        ["专业拓展课程", "视觉方向（二选一）", "丙", 2, 32],
    )

    assert [(each.rule, each.taken) for each in plan.problems] == [("choice-of-another-number", "4")]
    assert ([*alone.groups], [each.rule for each in alone.problems]) == ([], ["choice-of-another-number"])


def test_alternatives_that_share_a_cell_of_credits():
    plan = plan_with(
        ["公共基础课程", "必修", "高等数学A", 4, 64],
        ["公共基础课程", "必修", "高等数学B", None, None],
        ["公共基础课程", "必修", "体育", 2, 36],
        merges=("D3:D4", "E3:E4"),
    )

    assert groups(plan) == [("ALTERNATIVES", "高等数学A", 1, None, ("高等数学A", "高等数学B"))]
    assert [(each.rule, each.subject) for each in plan.guesses] == [
        ("one-cell-for-several-courses", "高等数学A、高等数学B")
    ]
    assert (sums(plan), plan.problems) == ((Interval(600, 600), Interval(100, 100)), ())


def test_credits_of_one_cell_with_hours_of_each_line_count_once():
    plan = plan_with(
        ["公共基础课程", "必修", "体育一", 4, 36], ["公共基础课程", "必修", "体育二", None, 36], merges=("D3:D4",)
    )

    assert (groups(plan), sums(plan)) == ([], (Interval(400, 400), Interval(72, 72)))
    assert [each.rule for each in plan.guesses] == ["credits-of-the-line-above"]


def test_a_subtotal_below_the_sum_of_electives_is_what_is_chosen():
    plan = plan_with(
        ["专业拓展课程", "选修", "甲", 2, 32],
        ["专业拓展课程", "选修", "乙", 2, 36],
        ["专业拓展课程", "选修", "丙", 2, 32],
        ["专业拓展课程", "小计", None, 4, 64],
        merges=("A3:A6",),
    )

    assert groups(plan) == [("CHOOSE_CREDITS", "专业拓展课程", None, 400, ())]
    assert [(each.rule, each.taken) for each in plan.guesses] == [("choice-by-subtotal", "4")]
    assert (sums(plan), plan.problems) == ((Interval(400, 400), Interval(64, 68)), ())


def test_the_tree_has_what_is_taken_of_each_module():
    plan = plan_with(["公共基础课程", "必修", "甲", 2, 32], ["专业核心课程", "必修", "乙", 3, None])
    tree = module_tree(plan)

    assert [(each.name, each.module, each.lines, each.taken["hours"]) for each in tree.parts] == [
        ("公共基础课程", "COMMON", (1,), Interval(32, 32)),
        ("专业核心课程", "CORE", (2,), Interval(0, None)),
    ]
    assert tree.taken["hours"] == Interval(32, None)


@pytest.mark.parametrize("seed", range(40))
def test_intervals_are_those_of_all_choices_tried_one_by_one(seed):
    chance = random.Random(seed)
    figures = [(chance.randint(1, 4) * 50, chance.randint(1, 9) * 4) for _ in range(chance.randint(3, 7))]
    lines = [
        PlanLine(PlanPlace(1), f"课{at}", nature="ELECTIVE", credits=points, hours=hours)
        for at, (points, hours) in enumerate(figures)
    ]
    stated = chance.randrange(max(points for points, _ in figures), sum(points for points, _ in figures), 10)
    choices = Choices(lines)
    assert choices.add_by_subtotal(range(len(lines)), stated, "选修", PlanPlace(1))
    sets = [
        chosen
        for size in range(len(figures) + 1)
        for chosen in itertools.combinations(figures, size)
        if sum(points for points, _ in chosen) == stated
    ]
    sums_of_hours = [sum(hours for _, hours in chosen) for chosen in sets]
    all_hours = sum(hours for _, hours in figures)
    expected = Interval(min(sums_of_hours), max(sums_of_hours)) if sets else Interval(0, all_hours)

    assert interval(choices.lines, choices.groups, hours_of) == expected
    if sets:
        assert interval(choices.lines, choices.groups, credits_of) == Interval(stated, stated)


ELECTIVES = (
    ["专业拓展课程", "选修", "甲", 2, 32],
    [None, "选修", "乙", 3, 48],
    [None, "选修", "丙", 4, 64],
)


@pytest.mark.parametrize(
    "note", ["注：专业拓展课程至少选修 5 学分。", "说明：1.体育另行安排；2.拓展课须修满5学分", "备注：至少选修5学分"]
)
def test_a_quota_in_a_note_is_what_is_chosen_and_a_guess(note):
    plan = plan_with(*ELECTIVES, [note], merges=("A3:A5", "A6:E6"))

    assert [(kind, wanted) for kind, _, _, wanted, _ in groups(plan)] == [("CHOOSE_CREDITS", 500)]
    assert [each.group for each in plan.lines] == [1, 1, 1]
    assert [(each.rule, each.taken) for each in plan.guesses] == [("choice-by-a-note", "5学分：甲、乙、丙")]
    assert (sums(plan)[0], plan.problems) == (Interval(500, 500), ())


@pytest.mark.parametrize("note", ["注：公共选修课至少选修 4 学分。", "注：专业拓展课程至少选修 20 学分。"])
def test_a_quota_that_no_lines_fit_is_a_problem(note):
    plan = plan_with(*ELECTIVES, [note], merges=("A3:A5", "A6:E6"))

    assert (groups(plan), [each.rule for each in plan.problems]) == ([], ["quota-of-a-note-not-read"])


def test_a_note_that_says_another_quota_than_the_heading_is_a_problem():
    rows = (["专业拓展课程（至少选修5学分）", "选修", "甲", 2, 32], *ELECTIVES[1:])
    plan = plan_with(*rows, ["注：专业拓展课程至少选修 6 学分。"], merges=("A3:A5", "A6:E6"))

    assert [wanted for _, _, _, wanted, _ in groups(plan)] == [500]
    assert [each.rule for each in plan.problems] == ["quota-of-a-note-differs"]


def test_a_total_with_its_parts_is_read_and_compared():
    heading = ["课程类别", "课程名称", "学分", "学时（理论+实践）"]
    rows = [["公共基础课程", "甲", 2, "32（24+8）"], [None, "乙", 2, "32（32+0）"]]
    for total, problems in (
        ("64（56+8）", []),
        ("64（54+10）", ["sum-differs"] * 2),
        ("64（50+8）", ["value-not-read"]),
    ):
        plan = plan_of(workbook(SheetOf("表", [*HEAD, heading, *rows, ["小计", None, 4, total]], ("A3:A4",))))
        assert [each.rule for each in plan.problems] == problems
    plain = ["课程类别", "课程名称", "学分", "总学时"]
    own = [["公共基础课程", "甲", 2, 354], [None, "乙", 2, 60], ["合计", None, "4（2+2）", "414（354+60）"]]
    plan = plan_of(workbook(SheetOf("表", [*HEAD, plain, *own], ("A3:A4",))))
    assert (dict(plan.totals[0].stated), plan.problems) == ({"credits": 400, "hours": 414}, ())


REMARKED = [*HEADING, "备注"]


def remarked(*remarks):
    rows = [["专业拓展课程", "选修", name, 2, 32, remark] for name, remark in zip("甲乙丙丁", remarks, strict=False)]
    return plan_of(workbook(SheetOf("表", [*HEAD, REMARKED, *rows])))


def chosen(plan):
    return [(each.choose, each.options) for each in plan.groups]


def said(plan):
    return [(each.rule, each.taken) for each in (*plan.guesses, *plan.problems)]


def test_a_remark_at_the_first_of_the_courses_to_choose_from_counts_for_those_below():
    plan = remarked("三选二", None, None, None)

    assert chosen(plan) == [(2, ("甲", "乙", "丙"))]
    assert said(plan) == [("choice-by-a-remark", "甲、乙、丙")]
    assert sums(plan) == (Interval(600, 600), Interval(96, 96))


def test_a_remark_at_each_of_the_courses_is_no_guess_and_at_twice_as_many_it_is_two_choices():
    assert (chosen(plan := remarked("二选一", "二选一")), said(plan)) == ([(1, ("甲", "乙"))], [])

    plan = remarked(*["二选一"] * 4)

    assert chosen(plan) == [(1, ("甲", "乙")), (1, ("丙", "丁"))]
    assert said(plan) == [("choice-by-a-remark", "甲、乙"), ("choice-by-a-remark", "丙、丁")]


@pytest.mark.parametrize(
    ("remarks", "groups", "number"),
    [(("三选二", None), [], "1"), (("二选一", "线上"), [], "1"), (("五选二",) * 3, [(2, ("甲", "乙", "丙"))], "3")],
)
def test_a_remark_that_does_not_fit_its_courses_is_a_problem(remarks, groups, number):
    plan = remarked(*remarks)

    assert chosen(plan) == groups
    assert said(plan) == [("choice-of-another-number", number)]


@pytest.mark.parametrize(("remark", "groups"), [("0选1", [(1, ("甲", "乙"))]), ("00选1", [(1, ("甲", "乙"))])])
def test_a_choice_among_no_courses_is_a_problem_and_the_plan_is_read(remark, groups):
    plan = remarked(remark, remark)

    assert (chosen(plan), said(plan)) == (groups, [("choice-of-another-number", "2")])
    assert said(remarked(remark, None)) == [("choice-of-another-number", "1")]


@pytest.mark.parametrize("remark", ["100选1", "1002选1", "2选100", "二选120"])
def test_a_number_of_more_than_two_digits_is_not_read_by_a_part_of_it(remark):
    plan = remarked(remark, remark)

    assert (chosen(plan), said(plan)) == ([], [])
    assert [each.remark for each in plan.lines] == [remark, remark]


def test_a_choice_may_stand_next_to_the_number_of_its_module():
    assert chosen(remarked("模块1二选一", "模块1二选一")) == [(1, ("甲", "乙"))]


def test_a_line_that_names_several_courses_is_one_choice_by_itself():
    rows = [
        ["公共基础课程", "必修", "大学英语/大学日语", 4, 64, "二选一"],
        ["公共基础课程", "必修", "体育", 2, 32, "室外"],
    ]
    plan = plan_of(workbook(SheetOf("表", [*HEAD, REMARKED, *rows])))

    assert (chosen(plan), said(plan)) == ([], [])
