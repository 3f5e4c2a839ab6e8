"""An import is undone: the graph is as it was, unless something was built on what the import wrote."""

import asyncio
import os
import signal
import sys

import pytest

from graph.connection.address import GraphAddress
from graph.errors import AccessError, IdempotencyKeyError
from interchange.import_undo.import_undo import look_at_undo, undo_import
from interchange.import_undo.undo_errors import NAMED_LARGEST, ImportInUseError, NothingToUndoError
from interchange.standard_imports.confirmed_import import RequestKey, confirm_import
from tests.conftest import ROOT
from tests.interchange.standard_imports.imports import (
    ANSWERS,
    CERTIFICATE,
    STANDARD,
    made_import,
    rows,
    run_all,
    skill_import,
    whole_graph,
)
from tests.interchange.standard_imports.test_carried_alignments import ALIGN, ALIGNED, LATER, later_version
from tests.interchange.standard_imports.test_skill_import import ABRIDGE
from tests.interchange.standard_imports.test_teaching_import import ANSWERS as TEACHING_ANSWERS
from tests.interchange.standard_imports.test_teaching_import import STANDARD as TEACHING
from tests.interchange.standard_imports.test_teaching_import import teaching_graph
from tests.interchange.standards.made_teaching import teaching_docx

__all__ = ["teaching_graph"]

KILLED_UNDO = """
import asyncio, os, signal, sys

from graph.connection.address import GraphAddress
from graph.connection.database import Database
from interchange.import_undo import import_undo

async def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    async with Database.open(GraphAddress(sys.argv[1], sys.argv[2], os.environ["PASSWORD"], sys.argv[3])) as database:
        await import_undo.undo_import(database, "SkillStandard:990003:1.0", os.environ["TOKEN"])

import_undo._record = die
asyncio.run(main())
"""


async def without_trail(database):
    """The graph but for the changes, which are only ever added to."""
    nodes, links = await whole_graph(database)
    changes = {node_id for labels, node_id, _ in nodes if labels == ["Change"]}
    return [each for each in nodes if each[1] not in changes], [each for each in links if each[0] not in changes]


async def trail(database):
    return await rows(database, "MATCH (c:Change) RETURN c.action, c.editor ORDER BY c.at")


async def test_a_new_standard_is_taken_out_whole(small_graph):
    database = small_graph.database
    before = await without_trail(database)
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)

    shown = await look_at_undo(database, STANDARD)
    done = (await undo_import(database, STANDARD, small_graph.reviewer)).answer

    assert await without_trail(database) == before
    assert done == shown
    assert (done.removed["SkillRequirement"], done.removed["SkillStandard"], done.restored) == (14, 1, {})
    assert await trail(database) == [["IMPORT", "reviewer"], ["UNDO_IMPORT", "reviewer"]]
    with pytest.raises(NothingToUndoError):
        await undo_import(database, STANDARD, small_graph.reviewer)
    again = await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    assert again.node_id == STANDARD


async def test_the_abridged_wording_comes_back_and_alignments_stay(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, ABRIDGE, *ALIGN)
    before = await without_trail(database)
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    assert await rows(database, "MATCH (r:SkillRequirement {wording: 'ABRIDGED'}) RETURN count(r)") == [[0]]

    done = (await undo_import(database, STANDARD, small_graph.reviewer)).answer

    assert await without_trail(database) == before
    assert done.restored["SkillRequirement"] == 14
    links = "MATCH (c:Change)-[:CHANGED_SKILL_STANDARD]->(:SkillStandard) RETURN c.action, c.version ORDER BY c.version"
    assert await rows(database, links) == [["IMPORT", 1], ["IMPORT", 2], ["UNDO_IMPORT", 3]]


async def test_a_completed_teaching_standard_has_its_names_alone_again(teaching_graph):
    database = teaching_graph.database
    before = await without_trail(database)
    await confirm_import(database, made_import(teaching_docx()), TEACHING_ANSWERS, teaching_graph.reviewer)
    assert await rows(database, "MATCH (m:Major {code: '539901'}) RETURN m.standardState") == [["READ"]]

    await undo_import(database, TEACHING, teaching_graph.reviewer)

    assert await without_trail(database) == before


async def test_alignments_that_the_import_suggested_go_with_it(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, *ALIGN)
    before = await without_trail(database)
    await confirm_import(database, later_version(), ANSWERS, small_graph.reviewer, carry_from="1.0")

    done = (await undo_import(database, LATER, small_graph.reviewer)).answer

    assert await without_trail(database) == before
    assert done.removed["Alignment"] == 3


async def test_what_was_decided_since_stands_in_the_way(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, *ALIGN)
    await confirm_import(database, later_version(), ANSWERS, small_graph.reviewer, carry_from="1.0")
    await run_all(
        database,
        "MATCH (a:Alignment {method: 'carried-forward', kind: 'MINOR'}) SET a.status = 'ACCEPTED', a.version = 2 RETURN a.id",
    )
    ((decided,),) = await rows(database, "MATCH (a:Alignment {version: 2}) RETURN a.id")
    cover = (
        f"MATCH (c:Course)<-[:ALIGNS]-(a:Alignment {{id: '{decided}'}})-[:ALIGNED_TO]->(r) "
        "CREATE (c)-[:COVERS {alignmentId: a.id, basis: 'EDITORIAL', sourceIds: []}]->(r) RETURN r.id"
    )
    await run_all(database, cover)

    assert await refused(database, LATER, small_graph.reviewer, is_final=True) == [f"{decided} is ACCEPTED"]
    in_the_way = await refused(database, STANDARD, small_graph.reviewer, is_final=True)
    assert sorted(each for each in in_the_way if each.startswith("Alignment")) == sorted(
        f"Alignment:{name} ({status}) is linked to SkillRequirement:990003:1.0:{level}:{code}"
        for name, (level, code, status, *_) in ALIGNED.items()
        if status != "WITHDRAWN"
    )


async def refused(database, node_id, token, *, is_final=False):
    """What stands in the way; nothing may be taken out."""
    before = await whole_graph(database)
    with pytest.raises(ImportInUseError) as raised:
        await undo_import(database, node_id, token)
    assert await whole_graph(database) == before
    assert (("The import is final" in raised.value.en), ("不能再撤销" in raised.value.zh)) == (is_final, is_final)
    return [each.strip().partition(" — ")[0] for each in raised.value.en.split("\n")[1:]]


async def test_what_stands_in_the_way_is_told_by_name(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    of = "MATCH (n:Review) CREATE (n)-[:REVIEW_OF]->(s:TeachingStandard {id: 'TeachingStandard:1', name: '软件技术'}) RETURN s.id"
    await run_all(database, *ALIGN, CLOSE, "MATCH (n:Review) SET n.conclusion = '没有课程承担' RETURN n.id", of)

    with pytest.raises(ImportInUseError) as raised:
        await look_at_undo(database, STANDARD)

    names = {each.nodes[0]: each.name for each in raised.value.reasons}
    assert names["Alignment:b"] == "课程 → 2.1.1 能用SELECT查询单表"
    assert names["Review:1"].startswith("软件技术 → 1.1.1 ")
    said = {each.nodes[0]: (each.said.english, each.said.chinese) for each in raised.value.reasons}
    assert (said["Alignment:a"], said["Alignment:b"], said["Review:1"]) == (
        ("an accepted alignment", "已采纳的对接"),
        ("a proposal that waits", "待定的对接"),
        ("a closed review", "已结束的评审"),
    )
    assert (
        "\n  Alignment:b (SUGGESTED) is linked to SkillRequirement:990003:1.0:ELEMENTARY:2.1.1 — 课程 → 2.1.1 能用"
        in (raised.value.en)
    )


TO_AREAS = (
    "MATCH (t:WorkTask) MATCH (c:Course) WITH t, c ORDER BY t.id LIMIT 1 "
    "CREATE (o:CourseOutcome {id: 'CourseOutcome:1', code: '1', text: '会部署', basis: 'OFFICIAL', sourceIds: []}) "
    "CREATE (a:Alignment {id: 'Alignment:task', code: 'task', kind: 'MAJOR', status: 'SUGGESTED', version: 1}) "
    "CREATE (a)-[:ALIGNS_OUTCOME {basis: 'EDITORIAL', sourceIds: []}]->(o) "
    "CREATE (a)-[:ALIGNED_TO_TASK {basis: 'EDITORIAL', sourceIds: []}]->(t) RETURN t.code, t.name"
)


async def test_an_alignment_of_an_outcome_with_a_task_has_a_name_too(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, ALIGN[0], TO_AREAS)
    ((code, name),) = await rows(
        database, "MATCH (:Alignment {code: 'task'})-[:ALIGNED_TO_TASK]->(t) RETURN t.code, t.name"
    )

    with pytest.raises(ImportInUseError) as raised:
        await look_at_undo(database, STANDARD)

    assert [each.name for each in raised.value.reasons] == [f"会部署 → {code} {name}"]


async def test_only_as_many_are_named_as_are_shown_what_is_final_first(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    many = (
        "MATCH (r:SkillRequirement {id: 'SkillRequirement:990003:1.0:ELEMENTARY:1.1.1'}) MATCH (c:Course) "
        f"UNWIND range(1, {NAMED_LARGEST}) AS i CREATE (a:Alignment {{id: 'Alignment:' + i, status: 'SUGGESTED', version: 1}}) "
        "CREATE (a)-[:ALIGNS]->(c) CREATE (a)-[:ALIGNED_TO]->(r) RETURN count(a)"
    )
    await run_all(database, *ALIGN, many)

    with pytest.raises(ImportInUseError) as raised:
        await look_at_undo(database, STANDARD)

    reasons = raised.value.reasons
    assert [each.is_final for each in reasons] == [True] * 4 + [False] * (NAMED_LARGEST + 1)
    assert [bool(each.name) for each in reasons] == [True] * NAMED_LARGEST + [False] * 5


WITHDRAW_ALL = "MATCH (a:Alignment) SET a.status = 'WITHDRAWN', a.version = 2 RETURN a.id"
ACCEPTED_BEFORE = (
    "MATCH (a:Alignment {code: 'a'}) CREATE (c:Change {id: 'Change:x', code: 'x', action: 'ACCEPT', editor: 'e', "
    "version: 2, at: '2026-01-01T00:00:00Z', after: '{}'}) "
    "CREATE (c)-[:CHANGED_ALIGNMENT {basis: 'EDITORIAL', sourceIds: []}]->(a) RETURN c.id"
)
CLOSE = (
    "MATCH (r:SkillRequirement {id: 'SkillRequirement:990003:1.0:ELEMENTARY:1.1.1'}) "
    "CREATE (n:Review {id: 'Review:1', code: '1', reviewer: 'e', basis: 'EDITORIAL', sourceIds: []}) "
    "CREATE (n)-[:CONCLUDES_ON {basis: 'EDITORIAL', sourceIds: []}]->(r) RETURN n.id"
)


async def test_alignments_that_were_withdrawn_and_never_accepted_go_with_the_import(small_graph):
    """Those that people proposed, and those that the import of a later version suggested."""
    database = small_graph.database
    before = await without_trail(database)
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, *ALIGN)
    await confirm_import(database, later_version(), ANSWERS, small_graph.reviewer, carry_from="1.0")
    await run_all(database, WITHDRAW_ALL)

    later = (await undo_import(database, LATER, small_graph.reviewer)).answer
    shown = await look_at_undo(database, STANDARD)
    done = (await undo_import(database, STANDARD, small_graph.reviewer)).answer

    await run_all(database, "MATCH (c:Course {id: 'Course:2025:1:1'}) DETACH DELETE c RETURN 1")
    assert await without_trail(database) == before
    assert (later.removed["Alignment"], done.removed["Alignment"], shown) == (3, 6, done)
    actions = [action for action, _ in await trail(database)]
    assert sorted(actions) == ["IMPORT", "IMPORT", *["PROPOSE"] * 3, "UNDO_IMPORT", "UNDO_IMPORT"]


async def test_an_accepted_alignment_is_told_once_and_not_again_as_the_cover_that_follows_from_it(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    cover = (
        "MATCH (c:Course {id: 'Course:2025:1:1'}) "
        "MATCH (r:SkillRequirement {id: 'SkillRequirement:990003:1.0:ADVANCED:1.1.1'}) "
        "CREATE (c)-[l:COVERS {alignmentId: 'Alignment:c', basis: 'EDITORIAL', sourceIds: []}]->(r) RETURN type(l)"
    )
    await run_all(database, *ALIGN)
    await run_all(database, "MATCH (a:Alignment) WHERE a.code <> 'c' SET a.status = 'WITHDRAWN' RETURN a.id", cover)

    assert await refused(database, STANDARD, small_graph.reviewer, is_final=True) == [
        "Alignment:c (ACCEPTED) is linked to SkillRequirement:990003:1.0:ADVANCED:1.1.1"
    ]


async def test_a_suggestion_can_be_taken_back_first(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, *ALIGN)
    await run_all(database, "MATCH (a:Alignment) WHERE a.code <> 'b' SET a.status = 'WITHDRAWN' RETURN a.id")

    assert await refused(database, STANDARD, small_graph.reviewer) == [
        "Alignment:b (SUGGESTED) is linked to SkillRequirement:990003:1.0:ELEMENTARY:2.1.1"
    ]


@pytest.mark.parametrize(
    ("write", "reason"),
    [
        (ACCEPTED_BEFORE, "Alignment:a (WITHDRAWN)"),
        ("MATCH (a:Alignment {code: 'a'}) SET a.reviewer = 'e' RETURN a.id", "Alignment:a (WITHDRAWN)"),
        (CLOSE, "Review:1 (CONCLUDES_ON)"),
    ],
)
async def test_what_was_once_accepted_or_closed_makes_the_import_final(small_graph, write, reason):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, *ALIGN, WITHDRAW_ALL, write)

    assert await refused(database, STANDARD, small_graph.reviewer, is_final=True) == [
        f"{reason} is linked to SkillRequirement:990003:1.0:ELEMENTARY:1.1.1"
    ]


async def test_a_draft_stands_in_the_way_and_is_not_named(teaching_graph):
    """A draft is of its college alone: two of them, of different colleges, give one reason without an id."""
    database = teaching_graph.database
    await confirm_import(database, made_import(teaching_docx()), TEACHING_ANSWERS, teaching_graph.reviewer)
    await run_all(
        database,
        *(
            f"MATCH (s:TeachingStandard {{id: '{TEACHING}'}}) "
            f"CREATE (p:TrainingPlan {{id: 'TrainingPlan:{each}', draftOf: 'College:{each}'}}) "
            "CREATE (p)-[:FOLLOWS_STANDARD {basis: 'OFFICIAL', sourceIds: []}]->(s) RETURN p.id"
            for each in (1, 2)
        ),
    )

    assert await refused(database, TEACHING, teaching_graph.reviewer) == ["a plan that is not published rests on it"]


async def test_a_later_edit_stands_in_the_way(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    requirement = "SkillRequirement:990003:1.0:ELEMENTARY:1.1.1"
    await run_all(database, f"MATCH (r:SkillRequirement {{id: '{requirement}'}}) SET r.text = '别的' RETURN r.id")

    assert await refused(database, STANDARD, small_graph.reviewer) == [f"{requirement} was changed"]


OTHERS = (
    (
        "MATCH (j:JobRole {name: '软件测试'}) CREATE (c:Certificate {id: 'Certificate:其他', name: '其他'}) "
        "CREATE (c)-[:CERTIFICATE_LEADS_TO {basis: 'OFFICIAL', sourceIds: []}]->(j) RETURN j.id"
    ),
    (
        f"MATCH (l:CertificateLevel {{id: '{CERTIFICATE.replace('Certificate', 'CertificateLevel')}:ELEMENTARY'}}) "
        "CREATE (s:StandardLevel {id: 'StandardLevel:1:1.0:ELEMENTARY'}) "
        "CREATE (l)-[:SPECIFIED_BY {basis: 'OFFICIAL', sourceIds: []}]->(s) RETURN l.id"
    ),
)


async def test_what_others_rest_on_by_now_stays(small_graph):
    """A job of another certificate, and a level that another standard specifies, with its certificate."""
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, *OTHERS)

    done = (await undo_import(database, STANDARD, small_graph.reviewer)).answer

    text = "MATCH (c:Certificate {id: $id})-[:HAS_LEVEL]->(l) RETURN l.level"
    assert await rows(database, text, id=CERTIFICATE) == [["ELEMENTARY"]]
    jobs = "MATCH (j:JobRole) WHERE j.name IN ['软件测试', '网页制作'] RETURN j.name"
    assert await rows(database, jobs) == [["软件测试"]]
    assert (done.removed["CertificateLevel"], done.removed["JobRole"]) == (2, 1)
    assert "Certificate" not in done.removed


async def test_a_later_version_is_undone_first(small_graph):
    """It set links of the certificate anew, which rest on both documents now."""
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    before = await without_trail(database)
    await confirm_import(database, later_version(), ANSWERS, small_graph.reviewer)

    assert "SUITS Certificate:示例网页开发 - Major:2015:610205 was changed" in await refused(
        database, STANDARD, small_graph.reviewer
    )
    await undo_import(database, LATER, small_graph.reviewer)
    assert await without_trail(database) == before
    await undo_import(database, STANDARD, small_graph.reviewer)


async def test_the_same_request_finds_what_it_did(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    done = (await undo_import(database, STANDARD, small_graph.reviewer, RequestKey("k", "d"))).answer
    after = await whole_graph(database)

    assert (await undo_import(database, STANDARD, small_graph.reviewer, RequestKey("k", "d"))).answer == done
    assert await whole_graph(database) == after
    with pytest.raises(IdempotencyKeyError):
        await undo_import(database, STANDARD, small_graph.reviewer, RequestKey("k", "other"))


async def test_a_designer_may_not_and_other_nodes_have_no_import(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    with pytest.raises(AccessError):
        await undo_import(database, STANDARD, small_graph.designer)
    for node in (CERTIFICATE, "SkillStandard:1:1.0", "x"):
        with pytest.raises(NothingToUndoError):
            await undo_import(database, node, small_graph.reviewer)


async def test_killing_it_before_its_commit_changes_nothing(small_graph, engine_address: GraphAddress):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    before = await whole_graph(database)

    killed = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", KILLED_UNDO, engine_address.uri, engine_address.user, engine_address.database),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PASSWORD": engine_address.password, "TOKEN": small_graph.reviewer},
    )

    assert await killed.wait() == -signal.SIGKILL
    assert await whole_graph(database) == before
    assert (await undo_import(database, STANDARD, small_graph.reviewer)).answer.removed["SkillStandard"] == 1
