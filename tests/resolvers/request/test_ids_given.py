"""Ids in arguments of questions: what is no id, and what is one of a type that is not taken there."""

import pytest

from graph.errors import BadArgumentError, BadIdError
from tests.resolvers.request.refusals import refusal

STANDARD, TASK = "TeachingStandard:2025:510203", "WorkTask:510084:2.0:ADVANCED:1.5"
# What is asked, the argument, the type given, and one that is taken.
OTHER_TYPES = [
    (f'reviewQueue(target: "{TASK}") {{ gain }}', "target", "WorkTask", "WorkArea"),
    (f'reviewQueue(subject: "{TASK}") {{ gain }}', "subject", "WorkTask", "TrainingPlan"),
    (f'crosswalk(a: "{STANDARD}", b: "{TASK}") {{ __typename }}', "a", "TeachingStandard", "SkillStandard"),
    (f'courseRedundancy(subject: "{TASK}") {{ courses }}', "subject", "WorkTask", "TeachingStandard"),
    (f'courseRedundancy(subject: "{STANDARD}", target: "{TASK}") {{ courses }}', "target", "WorkTask", "WorkArea"),
    (f'coverage(courses: ["{STANDARD}"], target: "{TASK}") {{ lower }}', "courses", "TeachingStandard", "Course"),
    (f'coverageMatrix(rows: ["{TASK}"]) {{ columns {{ requirements }} }}', "rows", "WorkTask", "MajorClass"),
    (f'peerComparison(major: "{STANDARD}") {{ plans }}', "major", "TeachingStandard", "Major"),
]


@pytest.mark.parametrize(("question", "argument", "found", "taken"), OTHER_TYPES)
async def test_an_id_of_a_type_that_is_not_taken_there_is_told_with_those_that_are(question, argument, found, taken):
    error = await refusal(f"{{ {question} }}", BadArgumentError)

    assert error.details["argument"] == argument
    for text in (error.en, error.zh):
        assert f"`{argument}`" in text
        assert found in text
        assert taken in text


async def test_what_is_no_id_is_told_as_such():
    await refusal('{ reviewQueue(target: "教学标准") { gain } }', BadIdError)
    await refusal("query ($id: ID!) { reviewQueue(target: $id) { gain } }", BadIdError, id="Nothing:1")


@pytest.mark.parametrize("courses", [[], ["Course:2025:1:1", "PlanCourse:1"], ["Major:2021:1"]])
async def test_a_list_of_ids_in_a_variable_is_refused_for_what_it_is(courses):
    question = f'query ($courses: [ID!]) {{ coverage(courses: $courses, target: "{TASK}") {{ lower }} }}'
    error = await refusal(question, BadArgumentError, courses=courses)

    assert error.details["argument"] == "courses"
    assert "PlanCourse" in error.en
