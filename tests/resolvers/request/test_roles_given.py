"""An empty list of roles or bases is refused: with it nothing would count, and everything seem a gap."""

import pytest

from graph.errors import BadArgumentError
from tests.resolvers.request.refusals import refusal

STANDARD = "TeachingStandard:2025:510203"
QUESTIONS = [
    f'coverage(subject: "{STANDARD}", target: "SkillStandard:510084:2.0", roles: []) {{ lower }}',
    f'coverageMatrix(rows: ["{STANDARD}"], columns: ["Certificate:x"], roles: []) {{ __typename }}',
    'demandForCourse(course: "Course:2025:510203:8", roles: []) { covered }',
    f'courseRedundancy(subject: "{STANDARD}", roles: []) {{ __typename }}',
    'peerComparison(major: "Major:2021:510203", roles: []) { __typename }',
    "coverageCube(dimensions: [CLASS], filter: {roles: []}) { total }",
    "gaps(basis: []) { programmes }",
]


@pytest.mark.parametrize("question", QUESTIONS)
async def test_an_empty_list_of_what_counts_is_refused(question):
    error = await refusal(f"{{ {question} }}", BadArgumentError)

    assert error.details["argument"] in {"roles", "filter.roles", "basis"}


async def test_an_empty_list_in_a_variable_is_refused_as_well():
    question = 'query ($roles: [AlignmentRole!]) { demandForCourse(course: "Course:1", roles: $roles) { covered } }'

    assert "roles" in (await refusal(question, BadArgumentError, roles=[])).en
