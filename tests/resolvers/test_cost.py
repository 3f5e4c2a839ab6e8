"""The budget holds for every root field: a list says how long it is, and what stands in it is counted so often."""

import math
import re

import pytest

from graph.errors import OperationTooLargeError
from graph.query.directory import EMPTY_DIRECTORY, Directory, TypeDirectory
from graph.query.plan import Call, Inputs
from resolvers.cost import BUDGET, FEW_EXPECTED, check_cost
from resolvers.questions.question import Question
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.registry import QUESTIONS
from server.pages.ide.page import QUERIES, read_examples
from tests.conftest import ROOT
from tests.golden.make import plan_case

SIZE = 7
GIVEN = {
    "search": 'text: "a"',
    "searchCounts": 'text: "a"',
    "knownExtent": "",
    "counts": "of: COLLEGE",
    "sourceUses": 'source: "Source:a"',
    "paths": 'from: "Major:2021:1", to: "Major:2021:2"',
    "coverage": 'subject: "TeachingStandard:2025:1", target: "Certificate:a"',
    "coverageCube": "dimensions: [CLASS]",
    "coverageTrend": 'days: ["2026-01-01"]',
    "coverageMatrix": 'rows: ["Course:2025:1:1"], columns: ["WorkTask:a"]',
    "gaps": "",
    "majorFits": 'major: "Major:2021:1"',
    "requirementCarriers": 'target: "Certificate:a"',
    "crosswalk": 'a: "Certificate:a", b: "Certificate:b"',
    "versionDiff": 'from: "SkillStandard:a", to: "SkillStandard:b"',
    "revisionImpact": 'from: "SkillStandard:a", to: "SkillStandard:b"',
    "majorCertificates": 'major: "Major:2021:1"',
    "certificateMajors": 'certificate: "Certificate:a"',
    "levelAudit": 'target: "Certificate:a"',
    "certificateSuccession": 'certificate: "Certificate:a", asOf: "2026-01-01"',
    "courseRedundancy": 'subject: "TeachingStandard:2025:1"',
    "demandForCourse": 'course: "Course:2025:1:1"',
    "peerComparison": 'major: "Major:2021:1"',
    "releaseAudit": "",
    "suggestAlignments": 'subject: "TeachingStandard:2025:1", target: "Certificate:a"',
    "reviewQueue": "",
    "reviewItems": "",
    "alignmentTable": "",
    "trainingPlanCompliance": 'plan: "TrainingPlan:a:b:c"',
    "trainingPlanWhatIf": 'plan: "TrainingPlan:a:b:c", edits: [{action: REMOVE_LINE, of: "PlanCourse:a:b:c:1"}]',
    "trainingPlanDraft": 'major: "Major:2021:1", grade: "2026级"',
    "diffTrainingPlans": 'from: "TrainingPlan:a:b:c", to: "TrainingPlan:a:b:d"',
    "orphanedTrainingPlans": 'asOf: "2026-01-01"',
}


def test_the_required_arguments_of_every_question_are_given():
    assert {each.name for each in QUESTIONS} == set(GIVEN), "add the required arguments of each question to GIVEN"


Path = tuple[NodeField | RecordField, ...]


def node_paths(record: RecordType, above: Path = ()) -> list[Path]:
    """Give the ways from a record to each node in it."""
    found = [(*above, each) for each in record.fields if isinstance(each, NodeField)]
    for each in record.fields:
        if isinstance(each, RecordField):
            found += node_paths(each.record, (*above, each))
    return found


WAYS = [(each, path) for each in QUESTIONS for path in node_paths(each.record)]
NAMES = [".".join((each.name, *(step.name for step in path))) for each, path in WAYS]


def cost_of(query: str, variables: dict | None = None) -> int:
    """Give the cost of what an operation shows of nodes, without what its questions cost themselves."""
    _, prepared, coerced = plan_case(query, variables or {})
    inputs = Inputs(coerced, EMPTY_DIRECTORY)
    shown = sum(values * math.prod(size.read(inputs) for size in sizes) for values, sizes in prepared.terms)
    return int(shown - sum(each.cost for each in prepared.plan.roots if isinstance(each, Call)))


def asked(question: Question, selection: str, size: int = SIZE) -> str:
    has_size = any(each.name == FIRST for each in question.arguments)
    arguments = ", ".join(filter(None, (GIVEN[question.name], f"first: {size}" if has_size else "")))
    return f"{{ {question.name}{f'({arguments})' if arguments else ''} {{ {selection} }} }}"


def refused(query: str) -> bool:
    _, prepared, coerced = plan_case(query, {})
    try:
        check_cost(prepared.terms, Inputs(coerced, EMPTY_DIRECTORY))
    except OperationTooLargeError:
        return True
    return False


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_a_list_of_the_answer_says_how_long_it_is(question):
    arguments = {each.name for each in question.arguments}
    outermost = [next((each for each in path if each.is_list), None) for path in node_paths(question.record)]

    assert not question.is_list or FIRST in arguments
    for each in () if question.is_list else filter(None, outermost):
        assert each.size is not None, f"the list {each.name} of {question.name} has no `size`"  # type: ignore[attr-defined]  # patched, or given by the test itself
        assert isinstance(each.size, int) or each.size in arguments  # type: ignore[attr-defined]  # patched, or given by the test itself


@pytest.mark.parametrize(("question", "path"), WAYS, ids=NAMES)
def test_a_node_counts_as_often_as_the_lists_around_it_are_long(question, path):
    given = {each.name: each.default for each in question.arguments} | {FIRST: SIZE}
    sizes = [FEW_EXPECTED if each.size is None else given.get(each.size, each.size) for each in path if each.is_list]
    expected = math.prod(sizes) * (SIZE if question.is_list else 1)
    selection = " { ".join(each.name for each in path) + " { id" + " }" * len(path)

    # The node itself and its id.
    assert cost_of(asked(question, selection)) == 2 * expected


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.name)
def test_a_question_is_charged_what_it_costs_itself(question):
    _, prepared, coerced = plan_case(asked(question, "__typename"), {})

    assert check_cost(prepared.terms, Inputs(coerced, EMPTY_DIRECTORY)) > 0


def test_six_cubes_exceed_the_budget():
    cube = "coverageCube(dimensions: [CLASS]) { total }"

    assert not refused("{ " + " ".join(f"a{each}: {cube}" for each in range(5)) + " }")
    assert refused("{ " + " ".join(f"a{each}: {cube}" for each in range(6)) + " }")


@pytest.mark.parametrize(
    ("target", "counted"),
    [
        ("SkillStandard:9:1", 3),
        ("WorkTask:9:1:ADVANCED:1.1", 3),
        ("SkillStandard:9:10", 2),
        ("Certificate:a", 5),
        ("SkillStandard:8:1", 500),
    ],
)
def test_coverage_is_charged_for_as_many_items_as_there_can_be(target, counted):
    ids = [f"SkillRequirement:9:1:ADVANCED:1.1.{each}" for each in range(3)]
    ids += [f"SkillRequirement:9:10:ADVANCED:1.1.{each}" for each in range(2)]
    known = {"SkillRequirement": TypeDirectory("SkillRequirement", [(each, (), "") for each in ids])}
    ask = f'{{ coverage(subject: "Course:2025:1:1", target: "{target}", first: 500) {{ items {{ requirement {{ id }} }} }} }}'
    _, prepared, coerced = plan_case(ask, {})

    inputs = Inputs(coerced, Directory(1, known))
    assert check_cost(prepared.terms, inputs) == 400 + 2 * counted


def test_checks_and_far_paths_are_charged_where_they_are_asked_for():
    def charged(query: str) -> int:
        _, prepared, _ = plan_case(query, {})
        return sum(each.cost for each in prepared.plan.roots if isinstance(each, Call))

    paths = '{ paths(from: "Major:2021:1", to: "Major:2021:2", reach: %s) { length } }'
    assert [charged(paths % each) for each in ("NEAR", "FAR")] == [300, 3_000]
    assert charged("{ releaseAudit { state } }") == 50
    assert charged("{ releaseAudit { checks { facts { __typename } } } }") == 4_000
    assert charged("{ releaseAudit { checks { facts { __typename } coverLinks { missing } } } }") == 5_000


def test_nodes_of_one_name_are_read_with_all_that_is_asked_of_any():
    only = 'coverage(subject: "Course:2025:1:1", target: "Certificate:a", first: 10) { items { proofs { course { id } } } }'
    both = only.replace("proofs", "suggestions { course { displayName } } proofs")

    # 50 courses in proofs; with the other list 100, each with two selections of two values.
    assert cost_of(f"{{ {only} }}") == 10 * 5 * 2
    assert cost_of(f"{{ {both} }}") == 2 * 10 * 5 * 4


def test_a_place_asked_for_twice_is_read_once_with_both_selections():
    query = "{ gaps(first: 10) { a: majors { id } b: majors { id } } }"

    assert cost_of(query) == 10 * 20 * 4


PROVINCE = (
    "... on Province { "
    + " ".join(
        f"c{each}: colleges(first: 100) {{ nodes {{ id name basis displayName sources {{ title location id }} }} }}"
        for each in range(5)
    )
    + " }"
)


@pytest.mark.parametrize(
    "query",
    [
        f'{{ search(text: "s", kinds: [PROVINCE], first: 100) {{ node {{ {PROVINCE} }} }} }}',
        f"{{ provinces(first: 40) {{ nodes {{ {PROVINCE} }} }} }}",
        "{ gaps(first: 100) { majors { id name certificates(first: 20) { nodes { id } } } } }",
        '{ coverageMatrix(rows: ["Major:2021:1"]) { rows { row { ... on Major { certificates(first: 100) { nodes { id name basis displayName } } } } } } }',
    ],
    ids=["search", "page", "nodes in a record", "matrix"],
)
def test_what_answers_megabytes_is_refused(query):
    assert refused(query)


def documented() -> list[tuple[str, str, dict]]:
    """Give every operation that the documentation shows."""
    import json

    found = [(each["name"], each["query"], json.loads(each["variables"])) for each in read_examples(QUERIES)]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    main = '{"major": "510203", "standard": "510084", "from": "Major:2021:510203", "to": "Certificate:JavaWeb应用开发"}'
    for number, query in enumerate(re.findall(r"```graphql\n(.*?)```", readme, re.DOTALL)):
        found.append((f"README {number}", query, json.loads(main) if number == 0 else {}))
    return found


@pytest.mark.parametrize(("name", "query", "variables"), documented(), ids=[each[0] for each in documented()])
def test_documented_operations_stay_within_half_of_the_budget(name, query, variables):
    assert cost_of(query, variables) <= BUDGET // 2
