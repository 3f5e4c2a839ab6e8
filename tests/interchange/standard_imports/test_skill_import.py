"""A skill level standard is confirmed: what is written, what is refused, and what later loads leave as it is."""

import json

import pytest

from graph.errors import AccessError
from graph.upkeep import cover_links
from interchange.import_undo.import_undo import undo_import
from interchange.standard_imports.confirmed_import import confirm_import, look_at_import
from interchange.standard_imports.import_errors import (
    ImportAnswerError,
    ImportProblemsError,
    ImportQuestionsError,
    StandardExistsError,
)
from interchange.standard_imports.import_questions import ACCEPT, PROPOSALS
from seeds.load import load
from tests.interchange.standard_imports.imports import (
    ANSWERS,
    CERTIFICATE,
    HEAD,
    STANDARD,
    rows,
    run_all,
    skill_import,
    whole_graph,
)
from tests.interchange.standards.made_standards import CONTENT, expected

THERE = f"示例网页开发 (990003, 1.0) is in the graph already, as {STANDARD}"

TREE = (
    "MATCH (s:SkillStandard {id: $id})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)-[:HAS_WORK_AREA]->(a:WorkArea)"
    "-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement) "
    "RETURN l.level, a.code, a.name, t.code, t.name, r.code, r.text ORDER BY l.rank, r.sequence"
)


async def test_a_confirmed_standard_is_in_the_graph_with_source_and_audit(small_graph):
    database = small_graph.database

    draft = await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)

    assert (draft.node_id, draft.before, draft.versions) == (STANDARD, None, ())
    assert [tuple(row) for row in await rows(database, TREE, id=STANDARD)] == expected()
    assert await rows(
        database,
        "MATCH (c:Certificate)-[:HAS_STANDARD]->(s:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)"
        "<-[:SPECIFIED_BY]-(k:CertificateLevel)<-[:HAS_LEVEL]-(c) "
        "RETURN c.id, c.standardCode, s.year, s.requirementCount, s.higherLevelsInclude, k.level, l.requirementCount "
        "ORDER BY l.rank",
    ) == [
        [CERTIFICATE, "990003", 2021, 14, True, "ELEMENTARY", 7],
        [CERTIFICATE, "990003", 2021, 14, True, "INTERMEDIATE", 4],
        [CERTIFICATE, "990003", 2021, 14, True, "ADVANCED", 3],
    ]
    assert await rows(
        database, "MATCH (r:SkillRequirement) RETURN DISTINCT r.basis, r.wording, size(r.sourceIds) ORDER BY r.basis"
    ) == [["OFFICIAL", "OFFICIAL", 1]]
    ((source,),) = await rows(
        database, "MATCH (q:Source) WHERE q.sha256 IS NOT NULL RETURN [q.title, q.publisher, q.publishedOn, q.location]"
    )
    assert source == ["示例网页开发职业技能等级标准（1.0版）", "示例科技（北京）有限公司", "2021-12-01", "made.docx"]
    assert await rows(
        database,
        "MATCH (:Certificate)-[l:SUITS]->(m:Major) RETURN m.id, l.relation, l.basis, l.nameAsWritten ORDER BY m.id",
    ) == [
        ["Major:2015:610205", "STANDARD", "OFFICIAL", "软件技术"],
        ["Major:2021:510203", "STANDARD", "OFFICIAL", "软件技术"],
        ["Major:2021:520201K", "STANDARD", "OFFICIAL", "护理"],
    ]
    assert await rows(
        database, "MATCH (:Certificate)-[:CERTIFICATE_LEADS_TO]->(j:JobRole) RETURN j.name ORDER BY j.name"
    ) == [
        ["网页制作"],
        ["软件测试"],
    ]
    ((editor, action, version, before, after),) = await rows(
        database,
        "MATCH (c:Change)-[:CHANGED_SKILL_STANDARD]->(:SkillStandard {id: $id}) "
        "RETURN c.editor, c.action, c.version, c.before, c.after",
        id=STANDARD,
    )
    assert (editor, action, version, before) == ("reviewer", "IMPORT", 1, None)
    assert {name: json.loads(after)[name] for name in ("report", "version")} == {"report": "9" * 64, "version": "1.0"}
    assert not await cover_links.disagreement(database)


async def test_open_questions_are_named_and_nothing_is_written(small_graph):
    before = await whole_graph(small_graph.database)
    head = [each for each in HEAD if "1.0版" not in each]

    with pytest.raises(ImportQuestionsError) as refused:
        await confirm_import(small_graph.database, skill_import(head=head), {"major-4": "none"}, small_graph.reviewer)

    assert refused.value.details["questions"] == ["version", "major-3"]
    assert refused.value.en.splitlines()[1:] == [
        "  version: 示例网页开发职业技能等级标准: the document states no version; which is it, such as 1.0?",
        "  major-3: 高等职业学校 520202 护理: which major is it? EDITION:CODE, such as 2021:510203. none: the certificate gets no link from this name; choices: 2021:520201K (护理, 高职专科), none",
    ]
    assert await whole_graph(small_graph.database) == before


async def test_none_makes_no_link_and_the_question_says_which_one_stays(small_graph):
    database = small_graph.database
    links = "MATCH (:Certificate)-[l:SUITS]->(m:Major) RETURN m.id, properties(l) ORDER BY m.id"
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    before = dict(await rows(database, links))
    later = skill_import(head=[each.replace("1.0版", "2.0版") for each in HEAD])
    with pytest.raises(ImportQuestionsError) as refused:
        await look_at_import(database, later, {})
    await confirm_import(database, later, {"major-3": "none", "major-4": "none"}, small_graph.reviewer)
    after = dict(await rows(database, links))

    linked, unknown = refused.value.questions
    assert (linked.proposed, unknown.proposed) == ("2021:520201K", "none")
    assert "此前已按此名称与 2021:520201K（护理，高职专科）建立关系" in linked.zh
    assert linked.en.endswith(
        ". none: the certificate gets no link from this name; the one with 2021:520201K (护理, 高职专科) stays as its "
        "own source says"
    )
    assert linked.zh.endswith(
        "。都不是：不因此名称为证书建立关系；图中已有的与 2021:520201K（护理，高职专科）的关系按其原有来源保留"
    )
    assert unknown.zh.endswith("。导入其他版本时回答为“都不是”。都不是：不因此名称为证书建立关系")
    # That of the earlier version is as it was; those that the later one names rest on its document first.
    assert after.keys() == before.keys()
    assert after["Major:2021:520201K"] == before["Major:2021:520201K"]
    assert len(after["Major:2021:510203"]["sourceIds"]) == 2


async def test_the_latest_answer_to_a_major_is_proposed_for_the_next_version_unless_its_import_was_undone(small_graph):
    database = small_graph.database

    def version(number, school="高等职业学校"):
        return skill_import(
            head=[each.replace("1.0版", f"{number}版").replace("高等职业学校", school) for each in HEAD]
        )

    async def proposed(made):
        with pytest.raises(ImportQuestionsError) as refused:
            await look_at_import(database, made, {})
        return [each.proposed for each in refused.value.questions]

    assert await proposed(version("1.0")) == ["", ""]
    await confirm_import(database, version("1.0"), ANSWERS, small_graph.reviewer)
    assert await proposed(version("2.0")) == ["2021:520201K", "none"]
    # Linked once by this name, and then none: the later answer counts.
    await confirm_import(database, version("2.0"), {"major-3": "none", "major-4": "none"}, small_graph.reviewer)
    assert await proposed(version("3.0")) == ["none", "none"]
    # The schools of the same level in other words; and those of another level, which no one was asked about.
    assert await proposed(version("3.0", "高职院校")) == ["none", "none"]
    assert await proposed(version("3.0", "中等职业学校")) == ["2021:520201K", ""]
    await undo_import(database, "SkillStandard:990003:2.0", small_graph.reviewer)
    assert await proposed(version("3.0")) == ["2021:520201K", "none"]

    accepted = await confirm_import(database, version("3.0"), {PROPOSALS: ACCEPT}, small_graph.reviewer)

    assert accepted.after["majorAnswers"] == [
        {"education": "高等职业学校", "code": "520202", "name": "护理", "answer": "Major:2021:520201K"},
        {"education": "高等职业学校", "code": "", "name": "网站管理", "answer": "none"},
    ]


@pytest.mark.parametrize("answers", [{**ANSWERS, "major-3": "999999"}, {**ANSWERS, "major-9": "none"}])
async def test_an_answer_that_no_question_takes_is_refused(answers, small_graph):
    with pytest.raises(ImportAnswerError):
        await look_at_import(small_graph.database, skill_import(), answers)


async def test_the_question_for_a_version_names_those_that_exist(small_graph):
    await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)
    made = skill_import(head=[each for each in HEAD if "1.0版" not in each])

    with pytest.raises(ImportQuestionsError) as refused:
        await look_at_import(small_graph.database, made, ANSWERS)
    with pytest.raises(StandardExistsError):
        await look_at_import(small_graph.database, made, {**ANSWERS, "version": "1.0"})

    (question,) = refused.value.questions
    assert question.en == (
        "the document states no version; which is it, such as 1.0? The graph has 1.0 of 990003 already: an import of "
        "one that is there is refused, unless it makes abridged texts official."
    )
    assert question.zh.endswith("图中已有 990003 的版本 1.0：再次导入已有版本会被拒绝，除非用来将节略文字改为原文。")


async def test_only_a_reviewer_may_confirm(small_graph):
    before = await whole_graph(small_graph.database)

    for token, code in ((None, "UNAUTHENTICATED"), ("x", "UNAUTHENTICATED"), (small_graph.designer, "FORBIDDEN")):
        with pytest.raises(AccessError) as refused:
            await confirm_import(small_graph.database, skill_import(), ANSWERS, token)
        assert refused.value.code == code

    assert await whole_graph(small_graph.database) == before


async def test_a_version_that_exists_is_refused(small_graph):
    await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)
    before = await whole_graph(small_graph.database)
    other = {level: {area: dict(tasks) for area, tasks in areas.items()} for level, areas in CONTENT.items()}
    other["高级"]["系统运维"]["部署上线"] = ["能用容器部署应用"]
    refusals = {
        None: [f"{THERE}; nothing was written. The document says nothing new of it."],
        "other": [
            f"{THERE}; nothing was written.",
            "  SkillRequirement ADVANCED 1.1.1 reads otherwise: 能用容器部署应用",
        ],
    }

    for key, lines in refusals.items():
        made = skill_import(other if key else None)
        with pytest.raises(StandardExistsError) as refused:
            await confirm_import(small_graph.database, made, ANSWERS, small_graph.reviewer)
        assert refused.value.en.splitlines() == lines
    assert (
        refused.value.zh.splitlines()[0] == f"图中已有示例网页开发（990003，1.0），编号为 {STANDARD}；未写入任何内容。"
    )
    assert refused.value.zh.splitlines()[1:] == ["  职业技能要求 高级 1.1.1 文字不同：能用容器部署应用"]

    assert await whole_graph(small_graph.database) == before


async def test_what_cannot_be_placed_is_refused(small_graph):
    content = {"初级": {"": {"页面结构编写": ["能使用HTML编写页面"]}}}

    with pytest.raises(ImportProblemsError) as refused:
        await look_at_import(small_graph.database, skill_import(content), ANSWERS)

    assert "1: no name is printed for this code: add it" in refused.value.en


ABRIDGE = "MATCH (r:SkillRequirement) SET r.wording = 'ABRIDGED', r.text = '节略', r.depth = 'KNOW', r.seedHash = 'x' RETURN count(r)"
ALIGN = (
    "MATCH (r:SkillRequirement) WHERE r.level = 'ELEMENTARY' AND r.code = '1.1.1' "
    "CREATE (a:Alignment {id: 'Alignment:a', code: 'a', kind: 'RELATED', status: 'ACCEPTED', basis: 'EDITORIAL'}) "
    "CREATE (a)-[:ALIGNED_TO {basis: 'EDITORIAL', sourceIds: []}]->(r) RETURN r.id"
)


async def test_our_abridged_wording_is_made_official_and_alignments_stay(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, ABRIDGE, ALIGN)

    draft = await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)

    assert (draft.node_id, draft.before["version"]) == (STANDARD, "1.0")
    assert draft.counts == {"Source": 1, "SkillStandard": 1, "SkillRequirement": 14, "SUITS": 3}
    assert [tuple(row) for row in await rows(database, TREE, id=STANDARD)] == expected()
    assert await rows(database, "MATCH (r:SkillRequirement) RETURN DISTINCT r.wording, r.depth") == [
        ["OFFICIAL", "KNOW"]
    ]
    assert await rows(database, "MATCH (:Alignment)-[:ALIGNED_TO]->(r) RETURN r.id, r.text") == [
        ["SkillRequirement:990003:1.0:ELEMENTARY:1.1.1", expected()[0][-1]]
    ]
    assert await rows(
        database, "MATCH (c:Change)-[:CHANGED_SKILL_STANDARD]->() RETURN c.version, c.before IS NULL ORDER BY c.version"
    ) == [[1, True], [2, False]]


async def test_open_questions_come_with_the_standard_that_the_import_completes(small_graph):
    await confirm_import(small_graph.database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(small_graph.database, ABRIDGE)

    with pytest.raises(ImportQuestionsError) as refused:
        await look_at_import(small_graph.database, skill_import(), {})

    assert refused.value.existing == STANDARD
    assert refused.value.en.endswith(f"\n{STANDARD} is in the graph already: this import would complete it.")
    assert refused.value.zh.endswith(f"\n图中已有 {STANDARD}：本次导入将补全它。")


async def test_a_code_that_differs_refuses_to_make_abridged_wording_official(small_graph):
    database = small_graph.database
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    await run_all(database, ABRIDGE, "MATCH (t:WorkTask {code: '1.2'}) SET t.name = '另一任务' RETURN count(t)")

    with pytest.raises(StandardExistsError) as refused:
        await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)

    assert refused.value.en.splitlines()[1:] == [
        "  WorkTask ADVANCED 1.2 reads otherwise: 性能优化",
        "  WorkTask ELEMENTARY 1.2 reads otherwise: 样式设计",
        "  WorkTask INTERMEDIATE 1.2 reads otherwise: 会话管理",
    ]


async def test_later_loads_leave_an_import_as_it_is(small_graph):
    """Also where the seeds bring the same standard in our words, or name the certificate, which they take over."""
    database, seeds = small_graph.database, small_graph.seeds
    await confirm_import(database, skill_import(), ANSWERS, small_graph.reviewer)
    tree = await rows(database, TREE, id=STANDARD)
    assert (await load(database, seeds.path)).changed == 0
    seeds.write(
        "more/nodes/SkillRequirement.csv",
        "id,standardCode,standardVersion,level,code,text,wording,depth,sequence,basis,sourceIds,sourceNote\n"
        "SkillRequirement:990003:1.0:ELEMENTARY:1.1.1,990003,1.0,ELEMENTARY,1.1.1,短,ABRIDGED,,1,OFFICIAL,Source:t.S1,\n",
    )
    seeds.write("more/SOURCE.md", "More.\n")
    seeds.replace(
        "small/nodes/Certificate.csv",
        "Certificate:Web",
        "Certificate:示例网页开发,示例网页开发,别名,false,,990003,1,2019,list seen,,,,,OFFICIAL,Source:t.S1,\nCertificate:Web",
    )

    report = await load(database, seeds.path)

    assert (report.created, report.changed, report.removed) == (0, 1, 0)
    assert await rows(database, TREE, id=STANDARD) == tree
    assert await rows(database, "MATCH (c:Certificate {id: $id}) RETURN c.aliases", id=CERTIFICATE) == [[["别名"]]]
    (seeds.path / "more/nodes/SkillRequirement.csv").unlink()
    assert (await load(database, seeds.path)).removed == 0
    assert await rows(database, TREE, id=STANDARD) == tree
