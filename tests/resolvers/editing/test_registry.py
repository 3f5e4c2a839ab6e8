"""A new mutation is one module and one line: that of these tests has no other line anywhere."""

from dataclasses import replace

import pytest
from graphql import print_type

from graph.connection.directory_keeper import DirectoryKeeper
from resolvers.editing.registry import MUTATIONS, by_name
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.request.declarations import Argument
from schema.build import executable_schema
from tests.golden.make import PLANNERS
from tests.resolvers.editing.amend_conclusion import AMEND_CONCLUSION
from tests.resolvers.editing.office import CLOSE, REQUIREMENT, STANDARD

REGISTERED = (
    *MUTATIONS,
    AMEND_CONCLUSION,
)
AMEND = """mutation ($input: AmendConclusionInput!) { amendConclusion(input: $input) {
  review { id conclusion reviewer } userErrors { code message argument } bookmark } }"""
TRAIL = """{ reviews(first: 1) { nodes { changes { nodes {
  action editor version reason before review { conclusion } alignment { id } } } } } }"""


@pytest.fixture
async def five(office):
    """The office, where one more mutation is registered."""
    directory = DirectoryKeeper(office.database)
    office.operations = Operations(
        executable_schema(REGISTERED), PLANNERS, office.database, directory, mutations=REGISTERED
    )
    return office


def test_the_schema_has_its_field_its_input_and_its_codes():
    schema = executable_schema(REGISTERED)

    assert print_type(schema.type_map["AmendConclusionInput"]).split('"""')[-1] == (
        "\n  idempotencyKey: String = null\n}"
    )
    assert "amendConclusion" in schema.mutation_type.fields
    assert str(schema.mutation_type.fields["amendConclusion"].type) == "ReviewPayload"
    assert list(schema.type_map["ConclusionTone"].values) == ["FIRM", "TENTATIVE"]  # type: ignore[attr-defined]  # patched, or given by the test itself
    assert "amendConclusion" not in executable_schema().mutation_type.fields


async def closed_review(five) -> str:
    given = {
        "subject": STANDARD,
        "requirement": REQUIREMENT,
        "conclusion": "read all courses",
        "ground": "SYLLABUS",
    }
    return (await five.change("rui", CLOSE, given))["review"]["id"]


async def test_it_is_made_recorded_and_read(five):
    review = await closed_review(five)
    given = {"review": review, "conclusion": "read them again", "tone": "TENTATIVE", "idempotencyKey": "k"}

    first = await five.change("rosa", AMEND, given)
    again = await five.change("rosa", AMEND, given)

    assert first["review"] == {"id": review, "conclusion": "read them again (tentative)", "reviewer": "rosa"}
    assert again["review"] == first["review"]
    trail = await five.operations.run(Request(TRAIL))
    (node,) = trail.data["reviews"]["nodes"]
    closed, amended = node["changes"]["nodes"]
    assert (closed["editor"], closed["before"]) == ("rui", None)
    assert '"conclusion":"read all courses"' in amended.pop("before")
    assert amended == {
        "action": "CLOSE_REVIEW",
        "editor": "rosa",
        "version": 2,
        "reason": "read them again (tentative)",
        "review": {"conclusion": "read them again (tentative)"},
        "alignment": None,
    }


async def test_the_mechanism_keeps_its_roles_its_keys_and_its_input(five):
    review = await closed_review(five)
    given = {"review": review, "conclusion": "x", "idempotencyKey": "k"}

    for who, code in ((None, "UNAUTHENTICATED"), ("dora", "FORBIDDEN")):
        answer = await five.ask(who, AMEND, given)
        assert [each.original_error.code for each in answer.errors] == [code]
    assert (await five.refused("rui", AMEND, {**given, "review": "Review:none"}))["code"] == "NOT_FOUND"
    await five.change("rui", AMEND, given)
    assert (await five.refused("rui", AMEND, {**given, "conclusion": "y"}))["code"] == "IDEMPOTENCY_KEY_REUSED"
    assert await five.count("MATCH (c:Change) RETURN count(c)") == 2


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ({"node": "Major"}, "amendConclusion: add Major to CHANGED in graph/model/changes.py"),
        ({"actions": ("AMEND",)}, "amendConclusion: add AMEND to CHANGE_ACTION in graph/model/changes.py"),
    ],
)
def test_what_the_audit_trail_has_no_word_for_is_refused_at_once(wrong, hint):
    with pytest.raises(ValueError, match="^" + hint):
        replace(AMEND_CONCLUSION, **wrong)


@pytest.mark.parametrize(
    ("annotation", "kind"), [("String", "TextField"), ("String | None", "TextField"), ("list[ID]", "IdsField")]
)
def test_input_without_a_bound_is_refused_at_once(annotation, kind):
    field = Argument(name="note", annotation=annotation, description="A note.")

    with pytest.raises(TypeError, match=f"make note a {kind}"):
        replace(AMEND_CONCLUSION, fields=(field,))


def test_two_of_the_same_name_are_refused():
    with pytest.raises(ValueError, match="the same name: amendConclusion"):
        by_name((*REGISTERED, replace(AMEND_CONCLUSION)))
