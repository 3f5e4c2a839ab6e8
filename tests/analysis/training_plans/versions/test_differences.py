"""What differs between two plans: whole answers for small plans, and properties over random ones."""

import pytest
from hypothesis import HealthCheck, given, settings

from analysis.training_plans.training_plan import (
    ChoiceGroup,
    Interval,
    Note,
    PlanHead,
    PlanLine,
    PlanPlace,
    PlanReading,
    TargetCertificate,
)
from analysis.training_plans.versions.differences import (
    FieldChange,
    GroupChange,
    LineChange,
    LineOf,
    PlanDifferences,
    TotalChange,
    differences,
)
from analysis.training_plans.versions.line_pairs import PairedBy
from tests.interchange.training_plans.form.random_plans import plans

AT = PlanPlace(1)
LINES = (
    PlanLine(AT, "军事理论", code="A1", module="COMMON", credits=200, hours=36, semesters=(1,)),
    PlanLine(AT, "网页设计基础", code="B1", module="CORE", credits=400, hours=64, semesters=(2,)),
    PlanLine(AT, "顶岗实习", module="PRACTICE", credits=1800, semesters=(6,)),
    PlanLine(AT, "数据库", module="CORE", credits=300, hours=48, semesters=(3,)),
)
NOTHING = PlanDifferences((), (), (), (), (), (), (), ())


EMPTY = PlanReading(PlanHead(grade="2025级"), (), (), (), (), (), (), (), (), (), (), (), ())


def plan(*lines, **parts):
    return EMPTY._replace(lines=lines, **parts)


def mirrored(found):
    def turned(rows):
        return [each._replace(before=each.after, after=each.before) for each in rows]

    return PlanDifferences(
        tuple(turned(found.head)),
        found.removed,
        found.added,
        tuple(sorted(each._replace(fields=tuple(turned(each.fields))) for each in turned(found.changed))),
        tuple(each._replace(fields=tuple(turned(each.fields)), label="") for each in turned(found.groups)),
        tuple(turned(found.totals)),
        tuple(turned(found.certificates)),
        tuple(turned(found.notes)),
    )


def test_under_which_college_a_plan_is_filed_is_no_difference():
    filed = plan(*LINES, head=EMPTY.head._replace(filed_college="示例学院"))

    assert differences(plan(*LINES, head=EMPTY.head), filed) == differences(plan(*LINES), plan(*LINES))


def test_lines_are_paired_by_code_then_name_then_likeness_and_the_others_are_added_or_removed():
    after = plan(
        LINES[0]._replace(name="军事理论与国防", credits=150),
        LINES[1]._replace(code=None, name="网页设计与基础", semesters=(3,)),
        LINES[3]._replace(code="C1"),
        PlanLine(AT, "岗位实践", module="PRACTICE", credits=1600),
        head=PlanHead(grade="2026级"),
    )

    assert differences(plan(*LINES), after) == PlanDifferences(
        (FieldChange("grade", "2025级", "2026级"),),
        (LineOf(4, "岗位实践"),),
        (LineOf(3, "顶岗实习"),),
        (
            LineChange(
                1,
                1,
                PairedBy.CODE,
                61,
                (FieldChange("name", "军事理论", "军事理论与国防"), FieldChange("credits", 200, 150)),
            ),
            LineChange(
                2,
                2,
                PairedBy.LIKENESS,
                80,
                (
                    FieldChange("name", "网页设计基础", "网页设计与基础"),
                    FieldChange("code", "B1", None),
                    FieldChange("semesters", (2,), (3,)),
                ),
            ),
            LineChange(4, 3, PairedBy.NAME, 100, (FieldChange("code", None, "C1"),)),
        ),
        (),
        (
            TotalChange("", "credits", Interval(2700, 2700), Interval(2450, 2450)),
            TotalChange("COMMON", "credits", Interval(200, 200), Interval(150, 150)),
            TotalChange("PRACTICE", "credits", Interval(1800, 1800), Interval(1600, 1600)),
        ),
        (),
        (),
    )


def test_a_former_name_of_a_course_is_its_name():
    one, other = plan(LINES[2]), plan(LINES[2]._replace(name="岗位实习"))

    assert differences(one, other, {"顶岗实习": "岗位实习"}).changed == (
        LineChange(1, 1, PairedBy.NAME, 100, (FieldChange("name", "顶岗实习", "岗位实习"),)),
    )
    assert (differences(one, other).removed, differences(one, other).added) == (
        (LineOf(1, "顶岗实习"),),
        (LineOf(1, "岗位实习"),),
    )


def test_a_former_name_counts_also_for_a_part_of_a_course_and_not_within_the_present_name():
    one = plan(LINES[0]._replace(code=None, name="法律基础（一）"), LINES[1]._replace(code=None, name="《实习》"))
    other = plan(LINES[0]._replace(code=None, name="道德与法治（一）"), LINES[1]._replace(code=None, name="岗位实习"))

    found = differences(one, other, {"法律基础": "道德与法治", "实习": "岗位实习"})

    assert [(each.by, each.likeness, each.is_renamed) for each in found.changed] == [(PairedBy.NAME, 100, True)] * 2


def test_a_course_that_moves_to_another_term_is_moved():
    (change,) = differences(plan(LINES[0]), plan(LINES[0]._replace(semesters=(2,), weekly_hours={"2": 200}))).changed

    assert (change.is_moved, [each.field for each in change.fields]) == (True, ["semesters", "weekly_hours"])


def test_of_a_course_in_two_lines_each_is_paired_with_its_like():
    first, second = (PlanLine(AT, "体育", code="T", semesters=(each,), credits=100) for each in (1, 2))

    assert differences(plan(first, second), plan(second, first)) == NOTHING


def test_a_choice_is_compared_by_what_it_asks_and_not_by_its_number():
    def of(number, choose):
        groups = [ChoiceGroup(at, "CHOOSE_ONE", "方向", AT, choose, None, ("甲", "乙")) for at in range(1, number + 1)]
        return plan(LINES[0]._replace(group=number, option="甲"), groups=tuple(groups))

    assert differences(of(1, 1), of(2, 1)) == NOTHING._replace(groups=(GroupChange(None, 1, "方向", ()),))
    assert [each.fields for each in differences(of(1, 1), of(1, 2)).changed] == [
        (FieldChange("choice", ("CHOOSE_ONE", 1, None, "方向"), ("CHOOSE_ONE", 2, None, "方向")),)
    ]


def test_a_choice_is_the_one_that_holds_the_same_courses_or_else_is_called_the_same():
    def group(number, label, choose, kind="CHOOSE_ONE"):
        return ChoiceGroup(number, kind, label, AT, choose, None, ())

    before = plan(
        LINES[0]._replace(group=1),
        LINES[1]._replace(group=2),
        groups=(group(1, "方向", 1), group(2, "拓展", 1), group(3, "公选", 1), group(4, "旧", 1)),
    )
    after = plan(
        LINES[1]._replace(group=1),
        LINES[0]._replace(group=2),
        groups=(group(1, "方向", 1), group(2, "专业方向", 2), group(3, "公选", 3)),
    )

    assert differences(before, after).groups == (
        GroupChange(4, None, "旧", ()),
        GroupChange(1, 2, "专业方向", (FieldChange("label", "方向", "专业方向"), FieldChange("choose", 1, 2))),
        GroupChange(2, 1, "方向", (FieldChange("label", "拓展", "方向"),)),
        GroupChange(3, 3, "公选", (FieldChange("choose", 1, 3),)),
    )


def test_of_a_plan_that_is_not_whole_only_what_is_required_is_certain_and_the_most_is_open():
    one = plan(LINES[0])
    other = plan(LINES[0]._replace(credits=300, nature="REQUIRED"), LINES[1]._replace(module="COMMON"))

    assert differences(one, other, are_whole=(True, False)).totals[0] == TotalChange(
        "", "credits", Interval(200, 200), Interval(300, None)
    )
    assert differences(one, one, are_whole=(False, False)) == NOTHING


def test_certificates_and_notes_that_only_one_plan_has_are_named():
    certificate = TargetCertificate(AT, "网页开发", "中级", "INTERMEDIATE", (4,), None, ())
    one = plan(certificates=(certificate,), notes=(Note("甲", AT), Note("甲", AT)))
    other = plan(certificates=(certificate._replace(semesters=(5,)),), notes=(Note("甲", AT),))
    found = differences(one, other)

    assert found.certificates == (
        FieldChange("certificate", ("网页开发", "中级", (4,)), None),
        FieldChange("certificate", None, ("网页开发", "中级", (5,))),
    )
    assert found.notes == (FieldChange("note", "甲", None),)


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(one=plans(5))
def test_a_plan_does_not_differ_from_itself(one):
    assert differences(one, one) == NOTHING


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(one=plans(5), other=plans(5))
def test_the_other_way_round_all_is_turned_round(one, other):
    there, back = differences(one, other), mirrored(differences(other, one))
    # A choice is called as in the later plan, which is the other one here.
    there = there._replace(groups=tuple(each._replace(label="") for each in there.groups))

    for part in PlanDifferences._fields:
        assert sorted(map(repr, getattr(there, part))) == sorted(map(repr, getattr(back, part)))


@pytest.mark.parametrize("count", [600])
def test_plans_with_too_many_unlike_lines_are_compared_by_code_and_name_alone(count):
    one = plan(*(PlanLine(AT, f"课程甲{at}") for at in range(count)))
    other = plan(*(PlanLine(AT, f"课程甲{at}丙") for at in range(count)))

    assert (len(differences(one, other).removed), differences(one, other).changed) == (count, ())
