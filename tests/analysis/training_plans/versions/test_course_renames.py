"""Former names of courses: which are former on a day, and by which plan the day is chosen."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from analysis.training_plans.compliance.course_names import present_names
from analysis.training_plans.compliance.plan_rule import DatedName, plan_rule, plan_rule_set
from analysis.training_plans.training_plan import PlanHead
from analysis.training_plans.versions.course_renames import course_renames, day_of_names

YEARS = st.none() | st.integers(2018, 2024)
COURSES = st.lists(
    st.lists(st.builds(DatedName, st.sampled_from(["甲课", "乙课", "丙课", "丁课"]), YEARS, YEARS), max_size=3),
    max_size=3,
)


def rules(scope, *names):
    values = {"ruleSetCode": "S", "code": "01", "item": "", "measure": "COURSE_OFFERED", "names": names}
    return plan_rule_set({"code": "S", "name": "", "scope": scope}, [plan_rule(values)])


def test_a_name_is_former_from_the_year_after_its_last_one():
    sets = [rules("NATIONAL", "思想道德与法治/思想道德修养与法律基础@-2021", "体育"), rules("COLLEGE", "新/旧@-2000")]
    renamed = {"思想道德修养与法律基础": "思想道德与法治"}

    assert [course_renames(sets, day) for day in (dt.date(2021, 9, 1), dt.date(2022, 9, 1), None)] == [
        {},
        renamed,
        renamed,
    ]


def test_the_day_is_that_on_which_the_latest_students_enter():
    assert day_of_names([PlanHead(grade="2023级"), PlanHead(), PlanHead(grade="2021级三年制")]) == dt.date(2023, 9, 1)
    assert day_of_names([PlanHead()]) is None


@given(courses=COURSES, year=st.integers(2017, 2025))
def test_each_former_name_of_a_course_with_a_present_one_is_renamed_to_one_of_its_course(courses, year):
    def is_former(name):
        return name.last_year is not None and name.last_year < year

    def is_used(name):
        return not is_former(name) and (name.first_year is None or name.first_year <= year)

    wanted = {}
    for course in courses:
        former = {each.text for each in course if is_former(each)}
        used = [each.text for each in course if is_used(each) and each.text not in former]
        for each in former:
            if used:
                wanted[each] = used[0]

    assert present_names(courses, year) == wanted
