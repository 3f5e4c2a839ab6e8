"""``coverageMatrix`` against ``coverage``, on small graphs drawn at random."""

from hypothesis import given
from hypothesis import strategies as st

from graph.connection.database import Database
from graph.model.alignments import ALIGNMENT_KIND
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.coverage.test_coverage_cube import ROLES, graphs, parts_of
from tests.resolvers.questions.small_graphs import few, write

MATRIX = """query ($rows: [ID!]!, $columns: [ID!], $roles: [AlignmentRole!], $least: Float!) {
  coverageMatrix(rows: $rows, columns: $columns, roles: $roles, minStrength: $least) {
    columns { column { id } requirements }
    rows { row { id } reason cells {
      requirements covered partlyCovered notCovered unknown lower upper strength kinds roles
      byLevel { level requirements covered partlyCovered notCovered unknown }
    } } } }"""
COUNTED = ("requirements", "covered", "partlyCovered", "notCovered", "unknown", "lower", "upper")
COVERAGE = """query ($subject: ID!, $target: ID!, $roles: [AlignmentRole!], $least: Float!) {
  coverage(subject: $subject, target: $target, roles: $roles, minStrength: $least) {
    requirements covered partlyCovered notCovered unknown lower upper
    byLevel { level requirements covered partlyCovered notCovered unknown }
    items { proofs { alignment { strength kind role } } } } }"""


def as_cell(coverage: dict | None) -> dict:
    """Give the cell that says what coverage says; None: it is not known."""
    if coverage is None:
        return {**dict.fromkeys(COUNTED), "strength": None, "kinds": [], "roles": [], "byLevel": []}
    proofs = [each["alignment"] for item in coverage.pop("items") for each in item["proofs"]]
    kinds, roles = ({each[name] for each in proofs} for name in ("kind", "role"))
    strongest = max((each["strength"] for each in proofs), default=None)
    return {
        **coverage,
        "strength": strongest,
        "kinds": [each for each in ALIGNMENT_KIND.codes if each in kinds],
        "roles": [each for each in ROLES if each in roles],
    }


@few
@given(data=st.data())
def test_each_cell_of_the_matrix_is_what_coverage_says(opened, data):
    graph = data.draw(graphs())
    nodes, links = parts_of(graph)
    held = sorted(each for each in nodes if each.startswith(("TeachingStandard:", "TrainingPlan:")))
    rows = data.draw(
        st.sampled_from([*([held] if held else []), ["MajorClass:2021:类0", "MajorClass:2021:类1"], ["Major:2021:0"]])
    )
    tasks = sorted(each for each in nodes if each.startswith("StandardLevel:"))
    columns = data.draw(st.sampled_from([tasks, ["Certificate:证书0", "Certificate:证书1"]]))
    how = {"roles": data.draw(st.sampled_from([None, ["TEACHES"]])), "least": data.draw(st.sampled_from([0.0, 0.5]))}

    async def check(database: Database) -> None:
        await write(database, nodes, links)
        asked = Request(MATRIX, {"rows": rows, "columns": columns, **how})
        ((answer, statements),) = await run_counted(database, [asked])
        assert (answer.errors, statements) == ([], 1)
        got = answer.data["coverageMatrix"]
        kinds = ("HAS_COURSE", "HAS_PLAN_COURSE") if rows is held else ("PART_OF_CLASS",)
        ends = [(start, end) for kind in kinds for start, end, _ in links.get(kind, ())]
        in_force = [end if rows is held else start for start, end in ends]
        old = {start for start, _, _ in links.get("REPLACED_BY", ())}
        old |= {key for key, each in nodes.items() if each.get("edition") == "2015"}
        expected = rows if rows == ["Major:2021:0"] else [each for each in in_force if each not in old]
        assert sorted(each["row"]["id"] for each in got["rows"]) == sorted(expected)
        assert len(got["columns"]) == len(columns)
        for row in got["rows"]:
            requests = [
                Request(COVERAGE, {"subject": row["row"]["id"], "target": column["column"]["id"], **how})
                for column in got["columns"]
            ]
            single = [one.data["coverage"] for one, _ in await run_counted(database, requests)]
            assert row["cells"] == [as_cell(each) for each in single]
            if row["reason"] is None:
                counts = [each["requirements"] for each in row["cells"]]
                assert counts == [each["requirements"] for each in got["columns"]]

    opened(check)
