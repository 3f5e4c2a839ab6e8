"""What a person corrects of a plan in its report: judged by the rules of an edit, next to what the document says."""

from typing import Any

import pytest

from analysis.training_plans.training_plan import PlanReading
from interchange.standards.corrections.correction import Correction
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.training_plans.corrections.corrected_plans import CorrectedPlan, correct_plans, without_left_out
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import plans_of

HEADING = ["课程名称", "课程性质", "学分", "总学时", "理论学时", "实践学时", "开课学期", "考核"]
HEAD = ["示例职业技术学院软件技术专业（510203）2026级教学进程表"]


def plans(*rows: list[Any]) -> tuple[PlanReading, ...]:
    return plans_of(workbook(SheetOf("教学进程", [HEAD, HEADING, *rows])))


# Hours that do not add up, an unknown nature, credits that are no number, and a total that differs by them.
ROWS: list[list[Any]] = [
    ["网页基础", "必修", 4, 64, 32, 30, "1", "考试"],
    ["网页开发", "甲类", 4, 64, 32, 32, "2", "考试"],
    ["数据库", "必修", "四", 60, 30, 30, "3", "考查"],
    ["合计", None, 12, 188, 94, 92],
]


def corrected(*given: Correction, rows: list[list[Any]] = ROWS) -> CorrectedPlan:
    (only,) = correct_plans(plans(*rows), given)
    return only


def rules(plan: PlanReading) -> list[str]:
    return sorted(each.rule for each in plan.problems)


def credit_total(plan: PlanReading) -> Any:
    return plan.totals[0].ours["credits"]


def test_without_corrections_a_plan_stays_as_it_was_read():
    read = plans(*ROWS)

    assert correct_plans(read, ()) == (
        CorrectedPlan(read[0], read_problems=read[0].problems, read_lines=read[0].lines),
    )
    assert {"hours-do-not-add-up", "nature-not-known", "value-not-read"} <= set(rules(read[0]))


def test_a_value_that_is_corrected_settles_its_problem_and_counts_in_the_totals():
    before = plans(*ROWS)[0]
    after = corrected(Correction("1:3:credits", text="4", read=""))

    assert (before.lines[2].credits, after.reading.lines[2].credits) == (None, 400)
    assert credit_total(before) != credit_total(after.reading)
    assert credit_total(after.reading) == (1200, 1200)
    assert "value-not-read" not in rules(after.reading)
    assert {"hours-do-not-add-up", "nature-not-known"} <= set(rules(after.reading))
    assert after.record == ({"item": "1:3:credits", "text": "4", "asPrinted": False, "read": {}},)


def test_figures_are_checked_anew_so_that_a_wrong_correction_is_a_problem_too():
    right = corrected(Correction("1:1:practiceHours", text="32", read="30"))
    wrong = corrected(Correction("1:1:hours", text="63", read="64"))

    assert "hours-do-not-add-up" not in rules(right.reading)
    assert [each.subject for each in wrong.reading.problems if each.rule == "hours-do-not-add-up"] == ["32 + 30 ≠ 63"]


def test_a_correction_that_a_total_does_not_bear_out_is_a_problem_at_the_total():
    before = corrected(Correction("1:3:credits", text="4")).reading
    after = corrected(Correction("1:3:credits", text="4"), Correction("1:1:credits", text="6", read="4")).reading

    assert "sum-differs" not in rules(before)
    (problem,) = [each for each in after.problems if each.rule == "sum-differs"]
    assert problem.subject == "合计 学分 12 ≠ 14"
    assert problem.place
    assert problem.place.row == 6


def test_a_nature_a_module_terms_and_checks_become_what_an_edit_makes_of_them():
    given = [
        Correction("1:2:courseNature", text="REQUIRED"),
        Correction("1:2:module", text="CORE"),
        Correction("1:2:terms", text="2、3，4S"),
        Correction("1:2:weeklyHours", text="2:4；3: 2.5"),
        Correction("1:2:assessment", text="考查"),
        Correction("1:2:name", text="网页开发二"),
    ]
    line = corrected(*given).reading.lines[1]

    assert (line.name, line.nature, line.nature_text) == ("网页开发二", "REQUIRED", "必修")
    assert (line.module, line.path) == ("CORE", ("专业核心课程",))
    assert (line.semesters, line.summer_terms) == ((2, 3), (4,))
    assert line.weekly_hours == {"2": 400, "3": 250}
    assert line.assessment == {"*": "CHECK"}


def test_a_value_is_cleared_and_a_line_is_kept_or_left_out():
    cleared = corrected(Correction("1:1:theoryHours", removes=True, read="32"))
    uncounted = corrected(Correction("1:1:isCounted", text="否", read="yes"))
    left = corrected(Correction("1:1", removes=True, read="网页基础"), Correction("1:3:credits", text="4"))
    written, changed = without_left_out(left)

    assert cleared.reading.lines[0].theory_hours is None
    assert not uncounted.reading.lines[0].is_counted
    assert (left.left_out, left.lines, changed) == (frozenset({1}), frozenset({3}), frozenset({2}))
    assert [each.name for each in left.reading.lines] == ["网页基础", "网页开发", "数据库"]
    assert "hours-do-not-add-up" not in rules(left.reading)
    assert credit_total(left.reading) == (800, 800)
    assert [each.name for each in written.lines] == ["网页开发", "数据库"]
    assert written.totals[0].lines == (1, 2)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Correction("1:1:credits", text="viel"), "a number"),
        (Correction("1:1:credits", text="3.125"), "two decimals"),
        (Correction("1:1:credits", text="1,255"), "a number"),
        (Correction("1:1:durationWeeks", text="-1"), "a number"),
        (Correction("1:1:credits", text="3", read="9"), "is of '9'"),
        (Correction("1:1:hours", text="3.5"), "whole number"),
        (Correction("1:1:terms", text="1、1"), "twice"),
        (Correction("1:1:terms", text="13"), "another form"),
        (Correction("1:1:module", text="XX"), "one of the codes"),
        (Correction("1:1:isCounted", text="maybe"), "yes or no"),
        (Correction("1:1:name", text="长" * 301), "at most 300"),
        (Correction("1:1:name", removes=True), "has this value"),
        (Correction("1:1:credits", text="3", removes=True), "not both"),
        (Correction("1:1:weekly", text="1"), "fits nothing"),
        (Correction("1:9:credits", text="1"), "fits nothing"),
        (Correction("2:1:credits", text="1"), "fits nothing"),
        (Correction("1:1", text="别名"), "no correction of its text"),
        (Correction("", text="新"), "fits nothing"),
    ],
)
def test_a_correction_that_does_not_fit_names_its_item(given: Correction, said: str):
    with pytest.raises(CorrectionError, match=said) as caught:
        corrected(given)

    assert given.item in str(caught.value)
    assert any("\u4e00" <= each <= "\u9fff" for each in caught.value.zh)


def test_a_value_of_a_line_that_is_left_out_is_corrected_no_more():
    with pytest.raises(CorrectionError, match="1:1:credits fits nothing"):
        corrected(Correction("1:1", removes=True), Correction("1:1:credits", text="3"))


def test_what_is_said_once_of_a_column_is_settled_once_each_of_its_rows_is():
    rows: list[list[Any]] = [[f"课{each}", "必修", f"约{each}", 32, 16, 16, "1", "考试"] for each in range(1, 7)]
    told = [each for each in plans(*rows)[0].problems if each.rule == "value-not-read"]
    given = [Correction(f"1:{each}:credits", text="2", read="") for each in range(1, 7)]
    some, all_of_them = corrected(*given[:5], rows=rows), corrected(*given, rows=rows)

    assert [each.taken[:4] for each in told] == ["6/6："]
    assert "value-not-read" in rules(some.reading)
    assert "value-not-read" not in rules(all_of_them.reading)


def side_by_side(*rows: list[Any], given: tuple[Correction, ...]) -> list[tuple[str, str]]:
    heading = ["课程名称", "课程性质", "学分", "总学时", "理论学时", "实践学时", "开课学期"]
    (read,) = plans_of(workbook(SheetOf("教学进程", [HEAD, [*heading, *heading], *rows])))
    (only,) = correct_plans([read], given)
    return [(each.rule, each.subject) for each in only.reading.problems if each.place]


def test_a_line_next_to_another_settles_its_own_problems_only():
    rows = [
        ["甲课", "甲类", 4, 64, 32, 32, "1", "乙课", "乙类", 2, 1, None, None, "2"],
        ["丙课", "必修", 4, 64, 32, 32, "1", "丁课", "必修", 2, 32, 16, 16, "2"],
    ]
    of_the_other = [("nature-not-known", "乙类"), ("hours-below-credits", "1 < 2")]

    assert side_by_side(*rows, given=(Correction("1:1", removes=True),)) == of_the_other
    assert side_by_side(*rows, given=(Correction("1:1:courseNature", text="REQUIRED"),)) == of_the_other


def gathered(*given: Correction) -> list[tuple[str, str]]:
    rows: list[list[Any]] = [["体育", "必修", 2, 32, 16, 14, "1", "考试"], ["体育", "必修", 2, 32, 16, 16, "2", "考试"]]
    rows += [[f"课{at}", "必修", 2, 32, 16, 14, "1", "考试"] for at in range(5)]
    problems = corrected(*given, rows=rows).reading.problems
    return [(each.subject, each.taken) for each in problems if each.rule == "hours-do-not-add-up"]


def test_what_is_said_of_a_column_is_said_anew_of_the_lines_that_are_left():
    right = [Correction(f"1:{at}:practiceHours", text="16") for at in (1, 3, 4, 5, 6, 7)]

    assert gathered() == [("16 + 14 ≠ 32", "6/7：体育、课0、课1、课2、课3、课4")]
    assert gathered(right[0]) == [("16 + 14 ≠ 32", "5/7：课0、课1、课2、课3、课4")]
    assert gathered(*right[:2]) == [("16 + 14 ≠ 32", "")] * 4
    assert gathered(Correction("1:1:hours", text="31")) == [
        ("16 + 14 ≠ 32、16 + 14 ≠ 31", "6/7：课0、课1、课2、课3、课4、体育")
    ]
    assert gathered(*right) == []


def test_what_a_line_has_by_term_is_held_against_its_terms():
    given = [Correction("1:1:weeklyHours", text="9: 4"), Correction("1:2:assessment", text="7: EXAM")]
    said = {each.rule: (each.subject, each.taken) for each in corrected(*given).reading.problems}

    assert said["weekly-hours-in-other-semesters"] == ("网页基础 9", "1")
    assert said["assessed-in-other-semesters"] == ("网页开发 7", "2")
    fits = corrected(Correction("1:1:weeklyHours", text="1: 4"), Correction("1:2:assessment", text="考查")).reading
    assert not {"weekly-hours-in-other-semesters", "assessed-in-other-semesters"} & set(rules(fits))


def test_terms_end_with_the_years_of_the_plan():
    (read,) = plans(*ROWS)
    three_years = read._replace(head=read.head._replace(duration_years=3))
    late, last = (correct_plans([three_years], [Correction("1:1:terms", text=each)])[0] for each in ("1、7", "6"))

    assert [
        (each.subject, each.taken) for each in late.reading.problems if each.rule == "semesters-after-the-last"
    ] == [("网页基础、7", "6")]
    assert "semesters-after-the-last" not in rules(last.reading)


def test_a_line_that_shares_the_figures_of_others_is_not_said_to_have_none():
    heading = ["课程名称", "课程性质", "总学时", "理论学时", "实践学时", "开课学期", "考核"]
    rows = [["甲课", "必修", 32, 16, 16, "1", "考试"], ["乙课", "必修", None, None, None, "1", "考试"]]
    sheet = SheetOf("教学进程", [HEAD, heading, *rows, ["丁课", "必修", 32, 16, 16, "1"]], ("C3:C4", "D3:D4", "E3:E4"))
    (only,) = correct_plans(plans_of(workbook(sheet)), [Correction("1:2:assessment", text="考查")])
    cleared = [Correction(f"1:3:{each}", removes=True) for each in ("hours", "theoryHours", "practiceHours")]
    (bare,) = correct_plans(plans_of(workbook(sheet)), cleared)

    assert "line-without-figures" not in rules(only.reading)
    assert "line-without-figures" in rules(bare.reading)


def test_codes_that_are_double_are_looked_for_anew():
    heading = ["课程代码", "课程名称", "课程性质", "学分", "总学时", "开课学期"]
    codes = ["A1", "A1", "A2"]
    rows = [[code, f"课程{at}", "必修", 4, 64, "1"] for at, code in enumerate(codes, 1)]
    read = plans_of(workbook(SheetOf("教学进程", [HEAD, heading, *rows])))

    def doubled(*given: Correction) -> list[str]:
        (only,) = correct_plans(read, given)
        return [each.subject for each in only.reading.problems if each.rule == "code-doubled"]

    assert doubled(Correction("1:3:credits", text="3")) == ["A1: 课程1 / 课程2"]
    assert doubled(Correction("1:1:courseCode", text="A3")) == []
    assert doubled(Correction("1:1", removes=True)) == []
    assert doubled(Correction("1:2:courseCode", text="A2")) == ["A2: 课程2 / 课程3"]


def test_a_total_that_is_counted_anew_still_names_the_electives_that_may_be_a_choice():
    heading = ["课程名称", "课程性质", "学分", "总学时", "开课学期"]
    rows = [["必修课", "必修", 4, 64, "1"], ["甲课", "选修", 3, 48, "2"], ["乙课", "选修", 3, 48, "2"]]
    read = plans_of(workbook(SheetOf("教学进程", [HEAD, heading, *rows, ["合计", None, 6, None]])))
    (only,) = correct_plans(read, [Correction("1:1:credits", text="3")])
    said = [
        [(each.subject, each.taken) for each in plan.problems if each.rule == "subtotal-asks-for-a-choice"]
        for plan in (read[0], only.reading)
    ]

    assert said == [[("合计 学分 6 ≠ 10", "甲课、乙课")], [("合计 学分 6 ≠ 9", "甲课、乙课")]]


CHOICE = ["课程模块", "课程名称", "课程性质", "学分", "总学时", "开课学期"]


def with_a_choice(*given: Correction) -> PlanReading:
    rows: list[list[Any]] = [["公共课", "思政", "必修", 3, 48, "1"], ["公共课", "英语", "必修", 3, 48, "1"]]
    rows += [["拓展课（3选2）", name, "选修", 3, 32, "3"] for name in ("甲课程", "乙课程", "丙课程")]
    (only,) = correct_plans(plans_of(workbook(SheetOf("教学进程", [HEAD, CHOICE, *rows]))), given)
    return without_left_out(only)[0]


@pytest.mark.parametrize(
    "given", [Correction("1:4", removes=True), Correction("1:3:name", text="新名")], ids=["left out", "renamed"]
)
def test_a_line_of_a_choice_is_neither_left_out_nor_renamed(given: Correction):
    with pytest.raises(CorrectionError, match="Confirm the plan as a draft") as caught:
        with_a_choice(given)

    assert given.item in caught.value.zh
    kept = with_a_choice(Correction("1:1", removes=True), Correction("1:3:credits", text="2"))
    assert [(each.name, each.group) for each in kept.lines] == [
        ("英语", None),
        ("甲课程", 1),
        ("乙课程", 1),
        ("丙课程", 1),
    ]
    assert [each.options for each in kept.groups] == [("甲课程", "乙课程", "丙课程")]


def test_of_a_course_in_two_tables_the_line_that_does_not_count_is_left_out():
    tables = [
        SheetOf(sheet, [*head, HEADING, *([name, "必修", 4, 64, 32, 32, "1", "考试"] for name in ("网页基础", other))])
        for sheet, head, other in (("一", [HEAD], "甲"), ("二", [], "乙"))
    ]
    read = plans_of(workbook(*tables))

    with pytest.raises(CorrectionError, match="the line that counts"):
        correct_plans(read, [Correction("1:1", removes=True)])
    (only,) = correct_plans(read, [Correction("1:3", removes=True)])
    assert [(each.name, each.is_counted) for each in without_left_out(only)[0].lines] == [
        ("网页基础", True),
        ("甲", True),
        ("乙", True),
    ]
    assert "line-in-two-tables" not in rules(only.reading)


def test_a_plan_keeps_a_line():
    with pytest.raises(CorrectionError, match="every line of plan 1"):
        corrected(*(Correction(f"1:{at}", removes=True) for at in (1, 2, 3)))


def test_a_correction_to_what_the_report_has_changes_nothing():
    given = [
        Correction("1:1:courseNature", text="必修"),
        Correction("1:1:terms", text="1"),
        Correction("1:3:credits", removes=True),
    ]
    same = corrected(*given)

    assert (same.reading, same.lines, same.record) == (plans(*ROWS)[0], frozenset(), ())


def test_what_is_said_of_several_lines_stays_where_the_first_is_left_out():
    heading = ["课程名称", "课程性质", "学分", "总学时", "开课学期", "备注"]
    rows = [[name, "选修", 2, 32, "1", "每类选2门"] for name in ("甲课", "乙课", "丙课")]
    sheet = SheetOf("教学进程", [HEAD, heading, *rows, ["数据库", "必修", 4, 64, "3", None]])
    (only,) = correct_plans(plans_of(workbook(sheet)), [Correction("1:1", removes=True)])

    assert "choice-not-read" in rules(only.reading)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("1: Check", {"1": "CHECK"}),
        ("*: Examination", {"*": "EXAM"}),
        ("1：考查、2S: exam", {"1": "CHECK", "2S": "EXAM"}),
        ("Check", {"*": "CHECK"}),
        ("1: CHECK, 2: examination", {"1": "CHECK", "2": "EXAM"}),
    ],
)
def test_assessments_are_written_as_codes_or_in_the_words_of_either_language(text: str, kept: dict[str, str]):
    assert corrected(Correction("1:1:assessment", text=text)).reading.lines[0].assessment == kept


@pytest.mark.parametrize("text", ["0.5", "0,5", "０．５", "０，５", "0.50"])
def test_a_number_is_written_with_a_point_or_a_comma_in_half_or_full_width(text: str):
    assert corrected(Correction("1:1:durationWeeks", text=text)).reading.lines[0].duration_weeks == 50
    assert corrected(Correction("1:1:hours", text="６４")).reading.lines[0].hours == 64


@pytest.mark.parametrize("text", ["ELECTIVE", "Elective", "选修"])
def test_codes_are_written_as_they_are_or_in_the_words_of_either_language(text: str):
    assert corrected(Correction("1:1:courseNature", text=text)).reading.lines[0].nature == "ELECTIVE"
