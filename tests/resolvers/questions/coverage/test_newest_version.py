"""Of a certificate the newest version of each level counts: an older one, with all that was said of it, changes nothing."""

from hypothesis import given

from graph.connection.database import Database
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.coverage.test_coverage_cube import CUBE, graphs, key_of, parts_of
from tests.resolvers.questions.coverage.test_major_fits import FITS
from tests.resolvers.questions.small_graphs import Links, Nodes, few, write
from tests.resolvers.questions.small_standards import RANKS

OF_STANDARDS = ("SkillStandard", "StandardLevel", "WorkArea", "WorkTask", "SkillRequirement")
COVERAGE = """query ($subject: ID!, $target: ID!, $infer: Boolean!) {
  coverage(subject: $subject, target: $target, inferLevels: $infer) {
  requirements covered partlyCovered notCovered unknown items { state requirement { id } } } }"""
GAPS = "{ gaps(first: 50, includeUnknown: true) { requirement { id } state programmes } }"
MATRIX = """query ($rows: [ID!]!) { all: coverageMatrix(rows: $rows) { columns { column { id } requirements }
  rows { cells { covered unknown notCovered } } } }"""
DEMAND = """query ($course: ID!) { demandForCourse(course: $course) { covered suggested certificates
  byCertificate { certificate { id } requirements covered } requirements { requirement { id } isCovered } } }"""

REDUNDANCY = """query ($subject: ID!) { courseRedundancy(subject: $subject, minJaccard: 0) {
  requirements carriedOnce carriedSeveralTimes byCourse { course { id } need carried alone suggested }
  pairs { a { id } b { id } shared } } }"""
PEERS = """{ peerComparison(major: "Major:2021:0") {
  byPlan { covered } requirements { requirement { id } plans } } }"""


def with_older_versions(nodes: Nodes, links: Links) -> tuple[Nodes, Links]:
    """Add a replaced version of every standard, with the same tree, and the same said of it."""
    older = {each: _older(each) for each in nodes if _older(each) != each}
    copies = {
        older[each]: {
            **values,
            **({"standardVersion": "0"} if "standardVersion" in values else {}),
            **({"replacedBy": "1"} if each.startswith("StandardLevel") else {}),
        }
        for each, values in nodes.items()
        if each in older
    }
    more = {
        kind: [
            (older.get(start, start), older.get(end, end), _said(says, older))
            for start, end, says in found
            if start in older or end in older
        ]
        for kind, found in links.items()
    }
    return {**nodes, **copies}, {kind: [*found, *more[kind]] for kind, found in links.items()}


def _older(node_id: str) -> str:
    kind, _, key = node_id.partition(":")
    if kind in OF_STANDARDS:
        code, _, rest = key.partition(":")
        return f"{kind}:{code}:0{rest[1:]}"
    return f"{kind}:old-{key}" if kind in ("Alignment", "Review") else node_id


def _said(says: dict, older: dict[str, str]) -> dict:
    return {name: older.get(value, value) if name == "alignmentId" else value for name, value in says.items()}


@few
@given(graph=graphs())
def test_a_replaced_version_changes_no_answer_about_a_certificate(opened, graph):
    subjects = [key_of(graph, each)[0] for each in range(len(graph.programmes))]
    cube = {"dimensions": ["MAJOR", "CERTIFICATE", "CERTIFICATE_LEVEL"], "filter": None}
    through = "TRAINING_PLAN" if graph.of_plans else "TEACHING_STANDARD"
    requests = [
        *(
            Request(COVERAGE, {"subject": subject, "target": f"Certificate:证书{each}", "infer": infer})
            for subject in [*subjects, "Major:2021:0"]
            for each in (0, 1)
            for infer in (False, True)
        ),
        Request(FITS, {"major": "Major:2021:0", "relations": None, "least": 0.0}),
        Request(CUBE, {**cube, "through": through}),
        Request(GAPS, {}),
        Request(MATRIX, {"rows": ["Major:2021:0"]}),
        *(Request(REDUNDANCY, {"subject": each}) for each in subjects),
        *([Request(PEERS, {})] if graph.of_plans else []),
        *(Request(DEMAND, {"course": f"{key_of(graph, each)[1]}:{each}:0"}) for each in range(len(graph.programmes))),
    ]

    async def check(database: Database) -> None:
        found = []
        nodes, links = parts_of(graph)
        for key, values in nodes.items():
            if key.startswith("SkillStandard"):
                values["higherLevelsInclude"] = True
            if key.startswith("StandardLevel"):
                values["rank"] = RANKS[values["level"]]
        for each in ((nodes, links), with_older_versions(nodes, links)):
            await write(database, *each)
            found.append([each.data for each, _ in await run_counted(database, requests)])
        assert found[0] == found[1]
        assert all(each is not None for each in found[0])

    opened(check)
