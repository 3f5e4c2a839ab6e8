"""Mutations that are refused count by the code of their first user error."""

import pytest

from server.api.metrics import Metrics
from server.api.response_cache import Source
from tests.resolvers.editing.office import WITHDRAW, Office

UNKNOWN = {"alignment": "Alignment:none", "reason": "x", "version": 1}
NOT_ASKED = "mutation ($input: WithdrawAlignmentInput!) { withdrawAlignment(input: $input) { bookmark } }"
TWICE = """mutation ($input: WithdrawAlignmentInput!) {
  first: withdrawAlignment(input: $input) { wrong: userErrors { code } }
  second: withdrawAlignment(input: $input) { userErrors { message } } }"""


@pytest.mark.parametrize(("query", "code"), [(WITHDRAW, "NOT_FOUND"), (TWICE, "NOT_FOUND"), (NOT_ASKED, "OK")])
async def test_a_refused_mutation_counts_by_its_code_where_the_caller_asked_for_it(query, code, office: Office):
    metrics = Metrics(with_names=False)

    metrics.answered(await office.ask("dora", query, UNKNOWN), Source.BYPASS)

    shown = (await metrics.show(None)).body.decode()
    assert f'oneplusx_requests_total{{code="{code}",kind="mutation",operation=""}} 1.0' in shown
