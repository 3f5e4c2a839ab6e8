"""A plan is the same after it was stored as values of nodes and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.training_plans.plan_records import PlanRecords, plan_of, records_of
from analysis.training_plans.stored_values import (
    by_term,
    figures_by_term,
    nature_as_written,
    place_of,
    place_text,
    weekly_hours_as_written,
)
from analysis.training_plans.training_plan import (
    ANY_TERM,
    ChoiceGroup,
    Interval,
    Note,
    Outcome,
    PlanHead,
    PlanLine,
    PlanPlace,
    PlanReading,
    StatedTotal,
    TargetCertificate,
    WeekRow,
)

AT = PlanPlace(2, "课程 in 表", None, 7, 3, None)
WHOLE = PlanReading(
    PlanHead("甲方案", "甲学院", "软件技术", "510203", "2025级", "ASSOCIATE", 3, "全日制", 26),
    (),
    (
        PlanLine(
            AT,
            "程序设计",
            "Programming",
            "00012",
            "专业基础课程",
            "FOUNDATION",
            "必修",
            "REQUIRED",
            350,
            56,
            28,
            28,
            2,
            (1, 2),
            (2,),
            (3,),
            {"1": 250, "2S": 2000, ANY_TERM: 5},
            {"1": 16},
            {"1": 40},
            {"1": "EXAM", "2": "CHECK"},
            prerequisites=("数学",),
            department="信息系",
            remark="机房",
            path=("专业课", "专业基础课程"),
            group=1,
            option="A",
        ),
        PlanLine(AT, "讲座", is_counted=False),
    ),
    (
        ChoiceGroup(1, "CHOOSE_ONE", "方向", AT, 1, None, ("A", "B")),
        ChoiceGroup(2, "CHOOSE_CREDITS", "公选", AT, None, 450, ()),
    ),
    (
        StatedTotal(AT, "小计", "专业课", {"credits": 350, "hours": 56, "termWeeklyHours.1": 2450}, {}),
        StatedTotal(AT, "合计", None, {"credits": 350, "hours": 60}, {"credits": Interval(0, None)}, (1, 2)),
        StatedTotal(AT, "总计", None, {}, {}),
    ),
    (TargetCertificate(AT, "网页开发", "中级", "INTERMEDIATE", (3, 4), "示例公司", ("程序设计",)),),
    (Outcome("ABILITY", "能编程。", AT),),
    (WeekRow(AT, 1, {"课堂教学": 1750, "考试": 100}), WeekRow(AT, None, {})),
    (Note("注：甲", AT), Note("乙", PlanPlace(1, line=4))),
    ("一、专业名称", "二、学制"),
    (),
    (),
    (),
)


def test_a_whole_plan_comes_back_as_it_was():
    assert plan_of(records_of(WHOLE)) == WHOLE


def test_the_values_are_those_that_the_graph_shows():
    line, _ = records_of(WHOLE).lines

    shown = ("credits", "semesterText", "terms", "weeklyHours", "examination", "submoduleText", "place")
    assert {name: line[name] for name in shown} == {
        "credits": 3.5,
        "semesterText": "1: 2.5; 2S: 20; *: 0.05",
        "terms": ["1", "2", "2S"],
        "weeklyHours": ["1: 2.5", "2S: 20", "*: 0.05"],
        "examination": "考试、考查",
        "submoduleText": "专业基础课程",
        "place": "p2 r7 c3 in 课程 in 表",
    }


def test_of_a_gathered_line_what_its_words_say():
    values = {"name": "体育", "nature": "(必)", "semesterText": "1: 4; 2: 2", "credits": 2.0, "hours": 32}

    (line,) = plan_of(PlanRecords({"collegeName": "甲学院", "majorName": "软件技术"}, [values])).lines

    assert line == PlanLine(
        PlanPlace(0),
        "体育",
        nature_text="(必)",
        nature="REQUIRED",
        credits=200,
        hours=32,
        semesters=(1, 2),
        weekly_hours={"1": 400, "2": 200},
    )


@pytest.mark.parametrize("text", [None, "", "3", "1: 4; 2: 4周", "practice: 三", "1、2学期开设，每周4学时"])
def test_a_term_in_another_form_gives_no_weekly_hours(text):
    assert weekly_hours_as_written(text) == {}


@pytest.mark.parametrize(("text", "nature"), [("选", "ELECTIVE"), ("必", "REQUIRED"), ("限选", None), (None, None)])
def test_only_the_two_words_of_gathered_plans_are_a_nature(text, nature):
    assert nature_as_written(text) == nature


COUNT = st.none() | st.integers(0, 9_999)


@given(st.builds(PlanPlace, st.integers(0, 300), st.text(), COUNT, COUNT, COUNT, COUNT))
def test_every_place_is_read_back(place):
    assert place_of(place_text(place)) == place


@given(st.dictionaries(st.sampled_from(["1", "2S", "10", ANY_TERM]), st.integers(0, 10**6)))
def test_hundredths_by_term_are_read_back_exactly(values):
    assert figures_by_term(by_term(values, 100), 100) == values


def test_a_place_that_is_not_stored_is_nowhere():
    assert (place_of(None), place_of("somewhere")) == (PlanPlace(0), PlanPlace(0))
