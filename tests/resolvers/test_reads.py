"""Filters and lists are charged what they read, so that no short one reads millions of nodes."""

import time
from collections import Counter, defaultdict

import pytest

from graph.errors import OperationTooLargeError
from graph.model import MODEL
from graph.query.directory import Directory, TypeDirectory
from graph.query.plan import Inputs
from resolvers.cost import BUDGET, EXPENSIVE, check_cost, cost_of
from seeds.checks.check import check
from tests.conftest import ROOT
from tests.golden.make import plan_case

# As many as the national seeds have.
COUNTS = {
    "Catalogue": 5,
    "MajorClass": 97,
    "Major": 1_494,
    "TeachingStandard": 717,
    "Course": 15_270,
    "Certificate": 116,
    "City": 334,
    "College": 1_664,
}


def directory_of(times: int = 1) -> Directory:
    types = {
        name: TypeDirectory(name, [(f"{name}:{number}", (), "") for number in range(count * times)])
        for name, count in COUNTS.items()
    }
    return Directory(1, types)


NATIONAL = directory_of()

# Filters that somebody may want, the national graph over.
SENSIBLE = {
    "text": '{ courses(where: {name: {contains: "数据库"}}) { nodes { id } } }',
    "courses of the majors of a class": (
        '{ courses(where: {teachingStandard: {some: {major: {some: {majorClass: {some: {name: {eq: "计算机类"}}}}}}}}) '
        "{ totalCount nodes { id name } } }"
    ),
    "majors by their courses": (
        '{ majors(where: {teachingStandards: {some: {courses: {some: {name: {contains: "数据库"}}}}}}) { nodes { id } } }'
    ),
    "certificates by their majors": (
        '{ certificates(where: {majors: {some: {majorClass: {some: {name: {eq: "计算机类"}}}}}}) { nodes { id } } }'
    ),
    "colleges of the same city": (
        '{ colleges(where: {city: {some: {colleges: {some: {name: {eq: "深圳职业技术大学"}}}}}}) { nodes { id } } }'
    ),
    "one major's catalogue": (
        '{ majors(where: {code: {eq: "510203"}, catalogue: {some: {majors: {some: {name: {eq: "r1"}}}}}}) { nodes { id } } }'
    ),
}
# The attacks of the issue, and their kind.
TOO_LARGE = {
    "there and back": '{ majors(where: {catalogue: {some: {majors: {some: {name: {eq: "r1"}}}}}}) { nodes { id } } }',
    "and once more": (
        "{ majors(where: {catalogue: {some: {majors: {some: {catalogue: {some: {majors: {some: "
        '{name: {eq: "r1"}}}}}}}}}}) { nodes { id } } }'
    ),
    "only counted": '{ majors(where: {catalogue: {some: {majors: {some: {name: {eq: "r1"}}}}}}) { totalCount } }',
    "pages within pages": (
        "{ majors(first: 100) { nodes { catalogue { majors(first: 100) { nodes "
        "{ catalogue { majors(first: 1) { nodes { id } } } } } } } } }"
    ),
    "filter of a small list": (
        "{ catalogues(first: 5) { nodes { majors(first: 1, where: {catalogue: {some: {majors: {some: "
        '{name: {eq: "r1"}}}}}}) { nodes { id } } } } }'
    ),
}
ALIASES = "{{ {} }}".format(
    " ".join(
        f"a{each}: courses(where: {{or: [{{teachingStandard: {{some: $w}}}}, {{teachingStandard: {{some: $w}}}}]}}) "
        "{ nodes { id } }"
        for each in range(15)
    )
)


def cost(query: str, variables: dict | None = None, directory: Directory = NATIONAL) -> int:
    _, prepared, coerced = plan_case(query, variables or {})
    return cost_of(prepared.terms, Inputs(coerced, directory))


@pytest.mark.parametrize("query", SENSIBLE.values(), ids=SENSIBLE)
def test_a_sensible_filter_is_run(query):
    assert cost(query) <= BUDGET


@pytest.mark.parametrize("query", TOO_LARGE.values(), ids=TOO_LARGE)
def test_a_filter_that_reads_millions_is_refused(query):
    assert cost(query) > BUDGET


def test_a_long_list_counts_for_each_row_it_is_compared_with():
    query = "query($v: [String!]!) { courses(where: {not: {name: {in: $v}}}) { nodes { id } } }"
    texts = [f"课程{each}" for each in range(1_000)]

    assert [cost(query, {"v": texts[:length]}) for length in (0, 100, 1_000)] == [806, 1_569, 8_441]


def test_links_that_are_looked_at_for_their_basis_are_charged_as_their_nodes():
    page = "{{ majors(first: 100) {{ nodes {{ certificates(first: 1{}) {{ totalCount }} }} }} }}"
    filtered = "{{ majors(where: {{certificates: {{some: {{}}{}}}}}) {{ totalCount }} }}"

    asked = [text.format(basis) for text in (page, filtered) for basis in ("", ", linkBasis: [OFFICIAL]")]
    assert [cost(each) for each in asked] == [202, 303, 1_569, 3_063]


def test_aliases_add_up():
    query = f"query($w: TeachingStandardFilter!) {ALIASES}"

    assert cost(query, {"w": {"year": {"eq": 2025}}}) > BUDGET / 2


def test_a_page_in_the_order_of_ids_reads_what_it_shows():
    assert cost("{ courses(first: 10) { nodes { id } } }") == 22


@pytest.mark.slow
def test_a_graph_ten_times_as_large_costs_ten_times_as_much():
    query = SENSIBLE["text"]

    assert cost(query, directory=directory_of(10)) == pytest.approx(10 * cost(query), rel=0.1)
    assert cost(query) < EXPENSIVE < cost(query, directory=directory_of(10)) < BUDGET


@pytest.mark.parametrize("query", TOO_LARGE.values(), ids=TOO_LARGE)
def test_it_is_refused_in_less_than_50_ms(query):
    """From the text to the refusal, in processor time; the first run fills no cache that the second could use."""
    plan_case("{ majors { nodes { id } } }", {})
    began = time.process_time()

    _, prepared, coerced = plan_case(query, {})
    with pytest.raises(OperationTooLargeError):
        check_cost(prepared.terms, Inputs(coerced, NATIONAL))

    assert time.process_time() - began < 0.05


@pytest.mark.slow
def test_the_model_expects_as_many_nodes_as_a_caller_meets():
    """Who follows a link to a node meets those that have many of them more often: the mean of the links, not the nodes."""
    degrees: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for table in check(ROOT / "seeds" / "data").tables:
        if (each := MODEL.relationships.get(table.file.type_name)) is None:
            continue
        for row in table.rows:
            degrees[each.start, each.forward][row["start"]] += 1
            degrees[each.end, each.backward][row["end"]] += 1
    met = {key: sum(count * count for count in found.values()) / sum(found.values()) for key, found in degrees.items()}
    assert met["Catalogue", "majors"] > 1_000
    expected = {(side.owner, side.name): side.expected for sides in MODEL.sides.values() for side in sides.values()}

    assert {key: round(each) for key, each in met.items() if each > 2 * expected[key]} == {}
