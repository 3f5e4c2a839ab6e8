"""What a person says of columns: by letter, by heading, kept in a file for the next document of the layout."""

import orjson
import pytest

from interchange.training_plans.column_mapping import read_mapping, write_mapping
from interchange.training_plans.plan_errors import ColumnChoiceError, ColumnMappingError
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.tables.headings.column_choices import ColumnChoices, choices_of
from tests.interchange.documents.made_documents import read_here
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD

# Two columns of hours, of which the first is not that of all hours, and one with a name of the college's own.
ROWS = [
    *HEAD,
    ["课程类别", "课程名称", "学分", "课时", "总学时", "线上", "实操课"],
    ["专业核心课程", "网页开发", 4, 32, 64, 8, 30],
]
BY_HAND = ["D=theoryHours", "E=hours", "f=ignored", "G=practiceHours"]


def read(choices, rows=ROWS):
    (plan,) = read_training_plans(read_here(workbook(SheetOf("课程", rows))), (), choices)
    return plan


def figures(plan):
    return [(each.hours, each.theory_hours, each.practice_hours) for each in plan.lines]


def test_a_column_means_what_is_said_of_its_letter():
    plain, by_hand = read(ColumnChoices()), read(ColumnChoices(choices_of(BY_HAND)))

    assert (figures(plain), [each.rule for each in plain.problems]) == ([(32, None, None)], ["column-doubled"])
    assert (figures(by_hand), [each.rule for each in by_hand.problems]) == ([(64, 32, 30)], ["hours-do-not-add-up"])
    assert [(each.heading, each.meaning, each.rule) for each in by_hand.columns][3:] == [
        ("课时", "THEORY", "column-by-hand"),
        ("总学时", "HOURS", "column-by-hand"),
        ("线上", "IGNORED", "column-by-hand"),
        ("实操课", "PRACTICE", "column-by-hand"),
    ]
    assert by_hand.not_read == ()


def test_next_years_document_is_read_by_the_headings_that_were_confirmed():
    kept = read_mapping("m.json", write_mapping([read(ColumnChoices(choices_of(BY_HAND)))], {}))
    title, heading, row = ROWS
    # The same headings in another order.
    turned = [title, heading[:3] + heading[:2:-1], row[:3] + row[:2:-1]]

    again = read(ColumnChoices({}, kept), turned)

    assert figures(again) == [(64, 32, 30)]
    assert {each.rule for each in again.columns} == {"column-by-mapping"}
    assert kept == {
        "课程类别": "module",
        "课程名称": "name",
        "学分": "credits",
        "课时": "theoryHours",
        "总学时": "hours",
        "线上": "ignored",
        "实操课": "practiceHours",
    }


def test_columns_of_terms_and_of_names_are_said_too():
    rows = [*HEAD, ["学分", "总学时", "甲", "乙", "丙"], [2, 32, "网页开发", 4, None], [3, 48, "数据库", None, 6]]

    plan = read(ColumnChoices(choices_of(["C=name", "D=term.1", "E=term.2"])), rows)

    assert [(each.name, each.hours, dict(each.weekly_hours)) for each in plan.lines] == [
        ("网页开发", 32, {"1": 400}),
        ("数据库", 48, {"2": 600}),
    ]


def test_a_heading_over_columns_of_several_meanings_is_not_kept():
    plan = read(ColumnChoices())
    name, other = plan.columns[1], plan.columns[2]._replace(heading=plan.columns[1].heading)

    written = orjson.loads(write_mapping([plan._replace(columns=(name, other))], {"旧表头": "remark"}))

    assert written == {
        "form": "oneplusx.training-plan-columns/1",
        "college": "示例职业技术学院",
        "headings": {"旧表头": "remark"},
    }


@pytest.mark.parametrize("text", ["E", "E=", "5=hours", "E=hour", "E=term.11", "ABCD=hours"])
def test_a_choice_that_says_no_meaning_is_refused(text):
    with pytest.raises(ColumnChoiceError):
        choices_of([text])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"headings": {}}',
        b'{"form": "oneplusx.training-plan-columns/1", "headings": []}',
        b'{"form": "oneplusx.training-plan-columns/1", "headings": {"a": "b"}}',
        b'{"form": "oneplusx.training-plan-columns/1", "headings": {"a": ["hours"]}}',
    ],
)
def test_a_file_that_is_no_mapping_is_refused(data):
    with pytest.raises(ColumnMappingError):
        read_mapping("m.json", data)


def test_a_column_of_a_whole_school_year_is_named_and_kept_as_such():
    rows = [*HEAD, ["课程名称", "学分", "总学时", "首年", "次年"], ["网页开发", 4, 64, 32, 32]]
    by_hand = read(ColumnChoices(choices_of(["D=year.1", "E=year.2"])), rows)
    kept = read_mapping("m.json", write_mapping([by_hand], {}))
    again = read(ColumnChoices(by_heading=kept), rows)

    assert [each.alternatives for each in (*by_hand.lines, *again.lines)] == [(1, 2, 3, 4)] * 2
    assert (kept["首年"], kept["次年"]) == ("year.1", "year.2")
    with pytest.raises(ColumnChoiceError):
        choices_of(["D=year.6"])
