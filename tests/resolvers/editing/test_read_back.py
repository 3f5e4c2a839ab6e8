"""What a mutation reads back is planned once for all requests of a document, and holds no value of any of them."""

import pytest

from graph.errors import RefusedArgumentError
from resolvers.editing import execution
from resolvers.identify import Request
from resolvers.prepared_plan import prepare
from tests.resolvers.editing.office import COURSE, OTHER, PROPOSAL, PROPOSE, SECOND, Office, decision

CHANGES = """mutation ($input: ProposeAlignmentInput!, $first: Int!, $ids: Boolean!) { proposeAlignment(input: $input) {
  alignment { id subject: course { id } changes(first: $first) { totalCount nodes { id @include(if: $ids) action } } }
  userErrors { code } } }"""

DECIDED = """mutation ($input: DecideAlignmentInput!, $first: Int!) { decideAlignment(input: $input) {
  alignment { changes(first: $first) { totalCount nodes { action } } } userErrors { code } } }"""


@pytest.fixture
def planned(monkeypatch) -> list[str]:
    """Note the text of each plan that is made for what is read back."""
    texts: list[str] = []

    def noting(plan):
        made = prepare(plan)
        texts.append(made.compiled.text)
        return made

    monkeypatch.setattr(execution, "prepare", noting)
    return texts


async def ask(office: Office, first: int, *, ids: bool = False, **changed):
    variables = {"input": {**PROPOSAL, **changed}, "first": first, "ids": ids}
    return await office.operations.run(Request(CHANGES, variables, token=office.tokens["dora"]))


async def test_a_second_change_of_a_document_is_not_planned_again(office, planned):
    first = await office.change("dora", PROPOSE, PROPOSAL)
    second = await office.change("dora", PROPOSE, {**PROPOSAL, "subject": OTHER, "rationale": "another"})

    assert len(planned) == 1
    assert [each["alignment"]["course"]["id"] for each in (first, second)] == [COURSE, OTHER]
    assert first["alignment"]["id"] != second["alignment"]["id"]
    assert second["alignment"]["rationale"] == "another"


async def test_each_request_reads_with_its_own_values(office, planned):
    shown = []
    for first, subject in ((1, COURSE), (2, OTHER)):
        proposal = await office.change("dora", PROPOSE, {**PROPOSAL, "subject": subject})
        variables = {"input": decision(proposal, "REJECT"), "first": first}
        answer = await office.operations.run(Request(DECIDED, variables, token=office.tokens["rui"]))
        shown.append(answer.data["decideAlignment"]["alignment"]["changes"])

    assert [(each["totalCount"], len(each["nodes"])) for each in shown] == [(2, 1), (2, 2)]
    assert len(planned) == 2  # of the proposals, and of the decisions


async def test_what_a_selection_depends_on_is_planned_apart(office, planned):
    one = (await ask(office, 1)).data["proposeAlignment"]["alignment"]
    with_ids = (await ask(office, 1, ids=True, subject=OTHER)).data["proposeAlignment"]["alignment"]

    assert [len(each["changes"]["nodes"][0]) for each in (one, with_ids)] == [1, 2]
    assert len(planned) == 2


async def test_a_refused_value_is_told_at_its_field_and_nothing_is_made_though_the_plan_is_known(office):
    await ask(office, 1)
    answer = await ask(office, 1_000, target=SECOND)

    (error,) = answer.errors
    assert isinstance(error.original_error, RefusedArgumentError)
    assert error.path == ["proposeAlignment"]
    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 1
    assert (await ask(office, 1, target=SECOND)).errors == []
