"""Plans that were read are kept as JSON, and are the same when they come back."""

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interchange.training_plans.kept_plans import read_plans, write_plans
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plan_imports.made_imports import COURSES, OUTCOMES, form
from tests.interchange.training_plans.form.random_plans import plans
from tests.interchange.training_plans.made_plans import plans_of


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(plans(), max_size=2).map(tuple))
def test_any_plans_come_back_as_they_were(given_plans):
    assert read_plans(write_plans(given_plans, b"1"), b"1") == given_plans


def test_what_was_said_of_the_document_comes_back_with_its_types():
    odd = [[f"课{at}", "专业基础课程", "甲类", 4, 64, "16×4", "1", "考试"] for at in range(6)]
    heading = ["课程名称", "课程类别", "课程性质", "学分", "总学时", "周学时", "开课学期", "考核"]
    for read in (plans_of(form(COURSES, outcomes=OUTCOMES)), plans_of(workbook(SheetOf("教学进程", [heading, *odd])))):
        again = read_plans(write_plans(read, b"pages"), b"pages")

        assert again == read
        assert [type(each) for each in again[0].lines] == [type(each) for each in read[0].lines]
        assert [[type(one) for one in each.parts] for each in again[0].problems] == [
            [type(one) for one in each.parts] for each in read[0].problems
        ]
        assert [type(each.place) for each in again[0].columns] == [type(each.place) for each in read[0].columns]


def test_plans_of_other_pages_are_not_taken():
    assert read_plans(write_plans((), b"pages"), b"others") is None


def _without_a_field(kept):
    (plan,) = kept["plans"]
    plan[2][0].pop()


def _of_another_form(kept):
    kept["form"] = "0"


def _without_a_form(kept):
    del kept["form"]


def _with_no_plans(kept):
    kept["plans"] = 1


@pytest.mark.parametrize("change", [_without_a_field, _of_another_form, _without_a_form, _with_no_plans])
def test_plans_that_another_program_wrote_are_not_taken(change):
    kept = orjson.loads(write_plans(plans_of(form(COURSES)), b"pages"))
    assert read_plans(orjson.dumps(kept), b"pages") is not None
    change(kept)

    assert read_plans(orjson.dumps(kept), b"pages") is None


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"{}"])
def test_a_file_that_is_cut_off_is_not_taken(data):
    assert read_plans(data, b"pages") is None
