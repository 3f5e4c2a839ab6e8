"""A new version of a known standard: its import suggests the alignments with the version before, and nothing more."""

import threading

import pytest

from analysis.versions import compare_versions
from interchange.import_undo.import_undo import undo_import
from interchange.standard_imports import carried_alignments
from interchange.standard_imports.confirmed_import import confirm_import, look_at_import
from interchange.standard_imports.import_errors import EarlierVersionError
from interchange.standard_imports.other_versions import VERSIONS_LARGEST, other_versions
from interchange.standards.standard_document import read_standard
from resolvers.services.imports import VERSIONS_LISTED
from tests.interchange.standard_imports.imports import ANSWERS, HEAD, rows, run_all, skill_import, whole_graph
from tests.interchange.standards.made_standards import CONTENT, standard_docx
from tests.resolvers.editing.office import DECIDE, Office

LATER = "SkillStandard:990003:2.0"
# Of one requirement each: unchanged, reworded, removed; the last is said to be no match. With who proposed it, if known.
ALIGNED = {
    "a": ("ELEMENTARY", "1.1.1", "ACCEPTED", "MAJOR", "designer"),
    "b": ("ELEMENTARY", "2.1.1", "SUGGESTED", "MINOR", "reviewer"),
    "c": ("ADVANCED", "1.1.1", "ACCEPTED", "MAJOR", "designer"),
    "d": ("ELEMENTARY", "1.1.1", "WITHDRAWN", "MAJOR", "designer"),
    "e": ("ELEMENTARY", "1.1.1", "ACCEPTED", "NO_MATCH", "designer"),
    "f": ("ELEMENTARY", "1.1.2", "ACCEPTED", "MAJOR", None),
}
ALIGN = [
    "CREATE (c:Course {id: 'Course:2025:1:1', name: '课程', basis: 'OFFICIAL', sourceIds: []}) RETURN c.id",
    *(
        f"MATCH (c:Course) MATCH (r:SkillRequirement {{id: 'SkillRequirement:990003:1.0:{level}:{code}'}}) "
        f"CREATE (a:Alignment {{id: 'Alignment:{name}', code: '{name}', kind: '{kind}', role: 'TEACHES', strength: 0.5, "
        f"status: '{status}', author: {repr(author) if author else 'null'}, method: 'manual', rationale: '理由', version: 1, basis: 'EDITORIAL', sourceIds: []}}) "
        "CREATE (a)-[:ALIGNS {basis: 'EDITORIAL', sourceIds: []}]->(c) "
        "CREATE (a)-[:ALIGNED_TO {basis: 'EDITORIAL', sourceIds: []}]->(r) RETURN a.id"
        for name, (level, code, status, kind, author) in ALIGNED.items()
    ),
]


def later_content():
    content = {level: {area: dict(tasks) for area, tasks in areas.items()} for level, areas in CONTENT.items()}
    content["初级"]["数据存取"]["数据库查询"] = ["能用SELECT查询多表", *content["初级"]["数据存取"]["数据库查询"][1:]]
    content["高级"]["系统运维"]["部署上线"] = ["会写运维手册"]
    return content


def later_version():
    return skill_import(later_content(), [each.replace("1.0版", "2.0版") for each in HEAD])


def closed(number, level, code):
    values = f"id: 'Review:{number}', code: '{number}', reviewer: 'e', basis: 'EDITORIAL', sourceIds: []"
    return (
        f"MATCH (r:SkillRequirement {{id: 'SkillRequirement:990003:1.0:{level}:{code}'}}) "
        f"CREATE (n:Review {{{values}}}) "
        "CREATE (n)-[:CONCLUDES_ON {basis: 'EDITORIAL', sourceIds: []}]->(r) RETURN n.id"
    )


@pytest.fixture
async def aligned(small_graph):
    await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(small_graph.database, *ALIGN)
    return small_graph


async def test_live_alignments_are_suggested_for_what_took_the_place_of_their_requirement(aligned):
    database = aligned.database

    await run_all(database, closed(1, "ELEMENTARY", "1.1.2"), closed(2, "ADVANCED", "1.1.1"))
    shown = await look_at_import(database, later_version(), ANSWERS, carry_from="1.0")
    draft = await confirm_import(database, later_version(), ANSWERS, aligned.reviewer, carry_from="1.0")

    # The one that is no match, and the review: neither is carried, both are counted. The review of what is gone is not.
    counts = {"REMOVED": 1, "REWORDED": 1, "SEARCH_CLOSED": 2, "UNCHANGED": 2}
    assert (draft.node_id, draft.versions, draft.carried.counts) == (LATER, ("SkillStandard:990003:1.0",), counts)
    assert (draft.carried.suggested, draft.counts["Alignment"]) == (3, 3)
    assert (shown.carried.counts, shown.counts) == (counts, draft.counts)
    assert await rows(
        database,
        "MATCH (c:Course)<-[:ALIGNS]-(a:Alignment {method: 'carried-forward'})-[:ALIGNED_TO]->(r:SkillRequirement) "
        "RETURN r.id, a.status, a.kind, a.role, a.strength, a.author, a.version, a.rationale ORDER BY r.id",
    ) == [
        [
            f"SkillRequirement:990003:2.0:ELEMENTARY:{code}",
            *("SUGGESTED", kind, "TEACHES", 0.5, author, 1),
            f"Carried forward from Elementary {code} of version 1.0 ({said}; Alignment:{name}): the requirement {change}. 理由",
        ]
        for name, code, said, kind, change, author in (
            ("a", "1.1.1", "accepted", "MAJOR", "is unchanged", "designer"),
            ("f", "1.1.2", "accepted", "MAJOR", "is unchanged", None),
            ("b", "2.1.1", "waiting", "MINOR", "has other words, 92 % alike, before: “能用SELECT查询单表”", "reviewer"),
        )
    ]
    assert (
        await rows(
            database,
            "MATCH (h:Change)-[:CHANGED_ALIGNMENT]->(a:Alignment) RETURN h.action, h.editor, h.version, a.method",
        )
        == [["PROPOSE", "reviewer", 1, "carried-forward"]] * 3
    )
    assert await rows(database, "MATCH ()-[l:COVERS]->() RETURN count(l)") == [[0]]


async def test_who_imports_decides_on_what_others_proposed_and_never_on_what_they_proposed_themselves(aligned):
    await confirm_import(aligned.database, later_version(), ANSWERS, aligned.reviewer, carry_from="1.0")
    office = Office(aligned.database, {"reviewer": aligned.reviewer})
    found = "MATCH (a:Alignment {method: 'carried-forward'})-[:ALIGNED_TO]->(r) RETURN r.code, a.id"
    carried = dict(await rows(aligned.database, found))

    async def decided(code):
        given = {"alignment": carried[code], "version": 1, "decision": "ACCEPT"}
        payload = await office.change("reviewer", DECIDE, given)
        return payload["alignment"] and payload["alignment"]["status"], [each["code"] for each in payload["userErrors"]]

    assert await decided("2.1.1") == (None, ["NOT_POSSIBLE_NOW"])
    assert await decided("1.1.1") == ("ACCEPTED", [])
    # Of the one whose author is not known no one can say that another person decides.
    assert await decided("1.1.2") == (None, ["NOT_POSSIBLE_NOW"])
    assert await rows(aligned.database, "MATCH ()-[l:COVERS]->() RETURN count(l)") == [[1]]


async def test_without_being_asked_nothing_is_suggested(aligned):
    draft = await confirm_import(aligned.database, later_version(), ANSWERS, aligned.reviewer)

    assert (draft.carried, draft.versions) == (None, ("SkillStandard:990003:1.0",))
    assert await rows(aligned.database, "MATCH (a:Alignment) RETURN count(a)") == [[len(ALIGNED)]]


async def test_versions_are_compared_beside_other_requests_and_only_where_something_can_be_carried(
    aligned, monkeypatch
):
    """Comparing unlike texts takes seconds: the loop that answers requests must not wait for it."""
    database, compared = aligned.database, []
    later = [each.replace("1.0版", "3.0版") for each in HEAD]
    await confirm_import(database, skill_import(None, later), ANSWERS, aligned.reviewer)

    def seen(earlier, *others):
        compared.append((len(earlier), threading.current_thread() is threading.main_thread()))
        return compare_versions(earlier, *others)

    monkeypatch.setattr(carried_alignments, "compare_versions", seen)
    reading = read_standard(standard_docx(later_content(), [each.replace("1.0版", "2.0版") for each in HEAD])).reading

    found = await other_versions(database.read, reading)

    assert [(each.version, sum(each.carried.values())) for each in found] == [("3.0", 0), ("1.0", 5)]
    assert compared == [(14, False)]


async def test_only_the_newest_versions_are_looked_at(aligned):
    database = aligned.database
    await run_all(
        database,
        "UNWIND range(10, 30) AS i CREATE (s:SkillStandard {id: 'SkillStandard:990003:' + i + '.0', code: '990003', "
        "version: i + '.0'}) RETURN s.id",
    )
    reading = read_standard(standard_docx(later_content(), [each.replace("1.0版", "2.0版") for each in HEAD])).reading

    found = await other_versions(database.read, reading)

    assert [each.version for each in found] == [f"{each}.0" for each in range(30, 20, -1)]
    assert len(found) == VERSIONS_LARGEST == VERSIONS_LISTED


async def test_a_version_that_is_not_there_writes_nothing(aligned):
    before = await whole_graph(aligned.database)

    with pytest.raises(EarlierVersionError) as refused:
        await confirm_import(aligned.database, later_version(), ANSWERS, aligned.reviewer, carry_from="1.5")

    assert "it has: SkillStandard:990003:1.0." in refused.value.en
    assert await whole_graph(aligned.database) == before


async def test_the_newest_version_of_a_level_replaces_the_older_ones_in_whatever_order_they_come(aligned):
    database = aligned.database

    def version(number):
        return skill_import(CONTENT, [each.replace("1.0版", f"{number}版") for each in HEAD])

    async def replaced():
        found = "MATCH (l:StandardLevel {level: 'ELEMENTARY'}) RETURN l.standardVersion, l.replacedBy ORDER BY l.id"
        return dict(await rows(database, found))

    assert await replaced() == {"1.0": None}
    for number in ("2.0", "1.5", "10.0"):
        await confirm_import(database, version(number), ANSWERS, aligned.reviewer)
    assert await replaced() == {"1.0": "10.0", "1.5": "10.0", "10.0": None, "2.0": "10.0"}

    await undo_import(database, "SkillStandard:990003:10.0", aligned.reviewer)
    assert await replaced() == {"1.0": "2.0", "1.5": "2.0", "2.0": None}
