"""``releaseAudit``: releases side by side, and faults of a graph that were put there."""

import datetime as dt
import itertools
from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

import seeds.release
from analysis.counts import compare_counts
from graph.connection.database import Database, Statement
from graph.upkeep.cover_links import disagreement
from graph.upkeep.releases import current_releases
from resolvers.identify import Request
from seeds.release import Release, record
from tests.golden.make import run_counted

ASK = """query ($from: String, $to: String) {
  releaseAudit(from: $from, to: $to) {
    state release { name } previous { name } lossReason typesFallen
    counts { name isRelationship before after difference fell }
  }
}"""
CHECKS = """{
  releaseAudit {
    checks {
      coverLinks { missing wrong missingIds wrongIds }
      facts { name isRelationship basis facts withoutSource }
      repeatedCodeCount
      repeatedCodes { code majors { id } }
    }
  }
}"""


class Days:
    """Stands for the module ``datetime``: each look at the clock is a day later than the one before."""

    UTC = dt.UTC
    passed = itertools.count()

    @property
    def datetime(self) -> "Days":
        return self

    def now(self, zone: dt.tzinfo) -> dt.datetime:
        return dt.datetime(2026, 1, 1, tzinfo=zone) + dt.timedelta(days=next(self.passed))


async def load(database: Database, name: str, counts: dict[str, int], reason: str | None = None) -> None:
    release = Release(name, name * 4, "data", Path("data"), counts)

    async def work(writer):
        await record(writer, await current_releases(writer.run), [release], reason)

    with patch.object(seeds.release, "dt", Days()):
        await database.write(work)


async def audit(database: Database, **variables):
    ((answer, statements),) = await run_counted(database, [Request(ASK, variables)])
    assert statements == 1
    return answer


def row(name: str, before: int | None, after: int, *, is_relationship: bool = False) -> dict:
    difference = None if before is None else after - before
    return {
        "name": name,
        "isRelationship": is_relationship,
        "before": before,
        "after": after,
        "difference": difference,
        "fell": None if difference is None else difference < 0,
    }


async def test_without_a_release_there_is_nothing_to_audit(database):
    answer = await audit(database)

    assert answer.data == {"releaseAudit": None}
    assert answer.errors[0].original_error.code == "NOT_FOUND"


async def test_the_first_release_is_said_to_be_the_first(database):
    await load(database, "a", {"Major": 3, "SUITS": 2})

    assert (await audit(database)).data["releaseAudit"] == {
        "state": "NOTHING_BEFORE",
        "release": {"name": "a"},
        "previous": [],
        "lossReason": None,
        "typesFallen": None,
        "counts": [row("Major", None, 3), row("SUITS", None, 2, is_relationship=True)],
    }


async def test_a_release_stands_beside_the_one_before_it(database):
    await load(database, "a", {"Major": 3, "SUITS": 2, "Gone": 4})
    await load(database, "b", {"Major": 5, "SUITS": 1, "Course": 7}, reason="a source was withdrawn")
    await load(database, "c", {"Major": 5})

    middle = (await audit(database, to="b")).data["releaseAudit"]
    assert (middle["state"], middle["previous"], middle["lossReason"]) == (
        "COMPARED",
        [{"name": "a"}],
        "a source was withdrawn",
    )
    assert middle["counts"] == [
        row("Major", 3, 5),
        row("Course", 0, 7),
        row("SUITS", 2, 1, is_relationship=True),
        row("Gone", 4, 0),
    ]
    assert middle["typesFallen"] == 2
    current = (await audit(database)).data["releaseAudit"]
    assert (current["release"], current["previous"], current["typesFallen"]) == ({"name": "c"}, [{"name": "b"}], 2)
    chosen = (await audit(database, **{"from": "a", "to": "c"})).data["releaseAudit"]
    assert chosen["previous"] == [{"name": "a"}]
    assert chosen["counts"][0] == row("Major", 3, 5)


async def test_a_release_that_is_not_there_is_told(database):
    await load(database, "a", {"Major": 3})

    for variables in ({"from": "x"}, {"to": "x"}):
        answer = await audit(database, **variables)
        assert answer.data == {"releaseAudit": None}
        assert "'x'" in str(answer.errors[0])


FAULTY = """CREATE (c:Course {id: 'Course:1', basis: 'OFFICIAL', sourceIds: []})
CREATE (d:PlanCourse {id: 'PlanCourse:1', basis: 'REPORTED', sourceIds: ['Source:s']})
CREATE (r:SkillRequirement {id: 'SkillRequirement:1', basis: 'OFFICIAL', sourceIds: ['Source:s']})
CREATE (a:Alignment {id: 'Alignment:missing', status: 'ACCEPTED', kind: 'MAJOR', role: 'TEACHES', strength: 0.5})
CREATE (a)-[:ALIGNS {basis: 'EDITORIAL', sourceIds: ['Source:s']}]->(c) CREATE (a)-[:ALIGNED_TO]->(r)
CREATE (b:Alignment {id: 'Alignment:weaker', status: 'ACCEPTED', kind: 'MAJOR', role: 'TEACHES', strength: 0.5})
CREATE (b)-[:ALIGNS_PLAN_COURSE]->(d) CREATE (b)-[:ALIGNED_TO]->(r)
CREATE (d)-[:PLAN_COVERS {alignmentId: 'Alignment:weaker', kind: 'MAJOR', role: 'TEACHES', strength: 0.9}]->(r)
CREATE (e:Alignment {id: 'Alignment:open', status: 'SUGGESTED', kind: 'MAJOR', role: 'TEACHES', strength: 0.5})
CREATE (e)-[:ALIGNS]->(c) CREATE (e)-[:ALIGNED_TO]->(r)
CREATE (:Major {id: 'Major:2015:1', code: '1', edition: '2015'}) CREATE (:Major {id: 'Major:2021:1', code: '1', edition: '2021'})
CREATE (:Major {id: 'Major:2021:2', code: '2', edition: '2021'}) CREATE (:Major {id: 'Major:2021:none', edition: '2021'})
CREATE (:Major {id: 'Major:2015:none', edition: '2015'})"""


async def test_faults_of_the_graph_are_found(database):
    await load(database, "a", {"Major": 3})
    await database.write(lambda writer: writer.run(Statement(FAULTY)))
    ((answer, statements),) = await run_counted(database, [Request(CHECKS)])

    assert (answer.errors, statements) == ([], 1)
    checks = answer.data["releaseAudit"]["checks"]
    assert checks["coverLinks"] == {
        "missing": 1,
        "wrong": 1,
        "missingIds": ["Alignment:missing"],
        "wrongIds": ["Alignment:weaker"],
    }
    found = await disagreement(database)
    assert (found.missing, found.wrong) == (("Alignment:missing",), ("Alignment:weaker",))
    facts = {(each["name"], each["basis"]): (each["facts"], each["withoutSource"]) for each in checks["facts"]}
    assert facts["Course", "OFFICIAL"] == (1, 1)
    assert facts["PlanCourse", "REPORTED"] == (1, 0)
    assert facts["Major", None] == (5, 5)
    assert facts["ALIGNS", "EDITORIAL"] == (1, 0)
    assert facts["ALIGNS", None] == (1, 1)
    assert checks["repeatedCodeCount"] == 1
    assert checks["repeatedCodes"] == [{"code": "1", "majors": [{"id": "Major:2015:1"}, {"id": "Major:2021:1"}]}]


async def test_the_national_graph_has_no_fact_without_a_source_and_counts_what_its_release_says(national):
    ask = "{ releaseAudit { counts { name after } checks { facts { name facts withoutSource } coverLinks { missing wrong } } } }"
    ((answer, _),) = await run_counted(national, [Request(ask)])
    audit = answer.data["releaseAudit"]
    in_graph: dict[str, int] = {}
    for each in audit["checks"]["facts"]:
        in_graph[each["name"]] = in_graph.get(each["name"], 0) + each["facts"]

    assert [each for each in audit["checks"]["facts"] if each["withoutSource"]] == []
    assert audit["checks"]["coverLinks"] == {"missing": 0, "wrong": 0}
    # Source is the one seeded type that states no fact of its own.
    assert in_graph == {
        each["name"]: each["after"] for each in audit["counts"] if each["after"] and each["name"] != "Source"
    }


COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 3))


@given(before=st.none() | COUNTS, after=COUNTS, order=st.permutations("abc"))
def test_counts_are_compared_name_by_name(before, after, order):
    found = compare_counts(before, after, order)

    assert {each.name for each in found} == {*(before or {}), *after}
    places = [order.index(each.name) if each.name in order else len(order) for each in found]
    assert places == sorted(places)
    for each in found:
        assert each.after == after.get(each.name, 0)
        if before is None:
            assert (each.before, each.difference, each.fell) == (None, None, None)
        else:
            was = before.get(each.name, 0)
            assert (each.before, each.difference, each.fell) == (was, each.after - was, each.after < was)
