"""What a filter asks: null and what is left out ask nothing, and what asks nothing is refused, but for ``{}``."""

import pytest

from graph.errors import BadArgumentError, OperationTooLargeError
from graph.query.directory import EMPTY_DIRECTORY
from graph.query.plan import EVERYTHING, Inputs
from resolvers.cost import BUDGET
from resolvers.request.arguments import CONDITIONS_LARGEST
from tests.golden.make import plan_case
from tests.resolvers.request.refusals import answered, refusal

# Of a typed client: it sends null for all it does not use.
UNUSED = {"eq": None, "in": None, "contains": None, "startsWith": None, "isNull": None}
REST = {"id": None, "name": None, "catalogue": None, "and": None, "or": None, "not": None}


def condition(where: str, head: str = "", **variables):
    plan, _, _ = plan_case(f"query {head} {{ majors(where: {where}) {{ totalCount }} }}", variables)
    return plan.roots[0].where


async def why(where: str, head: str = "", **variables) -> str:
    error = await refusal(f"query {head} {{ majors(where: {where}) {{ totalCount }} }}", BadArgumentError, **variables)
    assert error.details == {"argument": "where"}
    return error.en.partition("`: `")[2].partition("` asks nothing")[0]


@pytest.mark.parametrize("variables", [{}, {"c": None}])
@pytest.mark.parametrize(
    ("where", "head", "place"),
    [
        ("{code: {eq: $c}}", "($c: String)", "where.code"),
        ("{code: $c}", "($c: StringFilter)", "where"),
        ("{and: $c}", "($c: [MajorFilter!])", "where"),
        ('{and: [{code: {eq: $c}}, {name: {eq: "x"}}]}', "($c: String)", "where.and.code"),
        ("{or: [{code: $c}]}", "($c: StringFilter)", "where.or"),
        ("{not: {code: {in: $c}}}", "($c: [String!])", "where.not.code"),
        ("{not: $c}", "($c: MajorFilter)", "where"),
        ("{catalogue: {some: {edition: {eq: $c}}}}", "($c: String)", "where.catalogue.some.edition"),
        ("{catalogue: {some: {edition: $c}}}", "($c: StringFilter)", "where.catalogue.some"),
        ("{catalogue: {none: $c}}", "($c: CatalogueFilter)", "where.catalogue"),
        ("{catalogue: {all: {edition: $c}}}", "($c: StringFilter)", "where.catalogue.all"),
        ('{name: {eq: "x"}, code: {isNull: $c}}', "($c: Boolean)", "where.code"),
    ],
)
async def test_a_variable_without_a_value_does_not_match_everything(where, head, place, variables):
    assert await why(where, head, **variables) == place


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ({"code": {"eq": None}}, "where.code"),
        ({"code": UNUSED, **REST}, "where.code"),
        (REST, "where"),
        ({"and": []}, "where"),
        ({"not": {}}, "where.not"),
        ({"or": [{}]}, "where.or"),
        ({"and": [{}]}, "where.and"),
        ({"code": {}}, "where.code"),
        ({"catalogue": {"all": {}}}, "where.catalogue.all"),
        ({"catalogue": {}}, "where.catalogue"),
    ],
)
async def test_an_object_that_asks_nothing_is_refused(where, place):
    assert await why("$w", "($w: MajorFilter)", w=where) == place


async def test_links_of_a_basis_are_counted_with_a_condition_only():
    question = "{ majors(where: {catalogue: {linkBasis: [OFFICIAL]}}) { totalCount } }"

    error = await refusal(question, BadArgumentError)

    assert error.details == {"argument": "where"}
    assert "`where.catalogue` has `linkBasis` alone" in error.en


@pytest.mark.parametrize(
    ("given", "bases"),
    [
        ("[]", []),
        ("REPORTED", ["REPORTED"]),
        ("[REPORTED, OFFICIAL, REPORTED]", ["OFFICIAL", "REPORTED"]),
        ("null", None),
        ("$none", None),
    ],
)
def test_bases_of_links_are_bound_once_each_in_the_order_of_the_codes(given, bases):
    head = "($none: [Basis!])" if "$" in given else ""
    (found,) = condition(f"{{catalogue: {{some: {{}}, linkBasis: {given}}}}}", head).conditions

    assert (found.bases and found.bases.read(Inputs({}, EMPTY_DIRECTORY))) == bases


@pytest.mark.parametrize("variables", [{"w": {}}, {"w": None}, {}])
def test_nothing_asked_at_all_lists_all(variables):
    assert condition("{}") == EVERYTHING
    assert condition("$w", "($w: MajorFilter)", **variables) == EVERYTHING


def test_nulls_of_a_typed_client_ask_nothing_as_long_as_something_is_asked():
    sent = {**REST, "code": {**UNUSED, "eq": "510203"}, "name": {**UNUSED, "isNull": False}, "and": [], "or": None}

    assert condition("$w", "($w: MajorFilter)", w=sent) == condition('{code: {eq: "510203"}, name: {isNull: false}}')


def test_whether_there_is_any_related_node_can_be_asked():
    assert condition("{catalogue: {some: {}}}") == condition("{catalogue: {some: {}, none: null}}")
    assert condition("{catalogue: {some: {}}}") != condition("{catalogue: {none: {}}}")


@pytest.mark.parametrize(
    ("filters", "head", "variables"),
    [
        ("{majorClass: $m}", "($m: [String!])", {}),
        ("{majorClass: null, province: null}", "", {}),
        ("$f", "($f: CubeFilter)", {"f": {"majorClass": None}}),
    ],
)
async def test_the_filter_of_the_cube_follows_the_same_rule(filters, head, variables):
    question = f"query {head} {{ coverageCube(dimensions: [CLASS], filter: {filters}) {{ total }} }}"
    error = await refusal(question, BadArgumentError, **variables)

    assert error.details == {"argument": "filter"}
    for given in ("{}", "null", '{majorClass: ["计算机类"], province: null}'):
        plan_case(f"{{ coverageCube(dimensions: [CLASS], filter: {given}) {{ total }} }}", {})


async def test_what_there_is_too_much_of_is_told_in_the_unit_it_is_counted_in():
    """Of a filter its conditions are counted, of an operation the values that it reads: two limits, two units."""
    many = {"or": [{"code": {"eq": str(each)}} for each in range(CONDITIONS_LARGEST + 1)]}
    with pytest.raises(OperationTooLargeError) as conditions:
        await answered("query ($w: MajorFilter) { majors(where: $w) { totalCount } }", w=many)
    nested = "nodes { certificates(first: 100) { nodes { majors(first: 100) { nodes { id } } } } }"
    with pytest.raises(OperationTooLargeError) as values:
        await answered(f"{{ majors(first: 100) {{ {nested} }} }}")

    assert conditions.value.en.startswith(
        f"This operation may come to {CONDITIONS_LARGEST + 1} conditions in one `where`; the limit is 100. Put"
    )
    assert f" {CONDITIONS_LARGEST + 1} 个条件（同一 `where` 内），上限为 100。请将" in conditions.value.zh
    assert values.value.en.partition("; ")[2].startswith(f"the limit is {BUDGET}. Ask for smaller pages")
    assert " values to read; " in values.value.en
