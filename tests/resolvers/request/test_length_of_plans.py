"""A document that would be long to plan is refused by its length, in words that say what to ask for instead."""

import pytest

from graph.errors import OperationShapeError
from resolvers.prepared_plan import STATEMENT_LARGEST
from resolvers.questions.finding.search import SEARCHED_BY_DEFAULT
from resolvers.request.selection import PLAN_LARGEST
from tests.golden.make import plan_case

SEARCH = 'a{}: search(text: "软件", first: 100) {{ score node {{ id displayName distinctName }} }}'
# A node can be of any of some forty types, and each has these.
PATHS = """a{}: paths(from: "Major:2021:510203", to: "Certificate:x", first: 2) {{
  steps {{ from {{ id displayName distinctName }} to {{ id displayName distinctName }} }} }}"""


def asked(field: str, times: int) -> str:
    return "{ " + " ".join(field.format(each) for each in range(times)) + " }"


def test_a_statement_may_be_long_and_not_longer():
    times = next(each for each in range(1, 16) if not is_planned(asked(SEARCH, each)))

    assert times > 1
    assert len(plan_case(asked(SEARCH, times - 1), {})[1].compiled.text) <= STATEMENT_LARGEST
    with pytest.raises(OperationShapeError, match="characters, written as a statement") as refused:
        plan_case(asked(SEARCH, times), {})
    assert refused.value.details["limit"] == STATEMENT_LARGEST
    assert int(str(refused.value.details["found"])) > STATEMENT_LARGEST


def test_a_page_may_search_ten_times_also_with_ten_more_types_to_search():
    """Each type is a part of each search: who adds one need not look at the limit."""
    query = asked('a{}: search(text: "软件", first: 100) {{ score node {{ id }} }}', 10)
    types = len(SEARCHED_BY_DEFAULT)

    assert len(plan_case(query, {})[1].compiled.text) * (types + 10) / types <= STATEMENT_LARGEST


def test_fields_of_a_node_count_for_every_type_that_it_can_be_of():
    assert is_planned(asked(PATHS, 1))
    with pytest.raises(OperationShapeError, match="fields, counted for every type") as refused:
        plan_case(asked(PATHS, 15), {})
    assert refused.value.details == {"found": refused.value.details["found"], "limit": PLAN_LARGEST}


def is_planned(query: str) -> bool:
    try:
        plan_case(query, {})
    except OperationShapeError:
        return False
    return True
