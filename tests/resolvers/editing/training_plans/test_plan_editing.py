"""Drafts are edited: all edits or none, by editors of the college, who saw the draft as it is."""

import asyncio
import json

from graph.query.statement import Statement
from resolvers.rights import EVERYBODY, Rights
from tests.interchange.standard_imports.imports import whole_graph
from tests.resolvers.editing.training_plans.plan_office import (
    DRAFT,
    EDIT,
    LEVEL,
    PUBLISH,
    PUBLISHED,
    UNDO,
    edits,
    line,
    outcome,
    part,
)

ALL = (
    {"action": "CHANGE_PLAN", "plan": {"title": "甲方案（修订）", "years": 4}},
    {
        "action": "ADD_GROUP",
        "key": "g",
        "group": {"label": "方向", "kind": "CHOOSE_ONE", "choose": 1, "options": ["前端"]},
    },
    {
        "action": "ADD_LINE",
        "key": "l",
        "before": line(2),
        "line": {
            "name": "云计算",
            "credits": 4,
            "terms": ["4"],
            "weeklyHours": ["4: 4"],
            "group": "g",
            "option": "前端",
        },
    },
    {"action": "CHANGE_LINE", "of": line(2), "line": {"credits": 4.5, "terms": None}},
    {"action": "REMOVE_LINE", "of": line(3)},
    {"action": "CHANGE_LINE", "of": line(4), "line": {"group": None}},
    {"action": "REMOVE_GROUP", "of": part("PlanGroup", 1)},
    {"action": "MOVE_LINE", "of": line(1)},
    {"action": "REMOVE_TARGET", "of": part("TargetCertificate", 1)},
    {"action": "ADD_TARGET", "target": {"name": "Web前端开发", "level": "INTERMEDIATE", "semesters": ["5"]}},
    {"action": "CHANGE_OUTCOME", "of": outcome(2), "outcome": {"text": "能测试并调试网页"}},
    {"action": "REMOVE_OUTCOME", "of": outcome(1)},
    {"action": "ADD_OUTCOME", "outcome": {"line": "l", "text": "能部署云服务"}},
)


async def test_edits_of_every_kind_are_made_together(draft_office):
    payload = await draft_office.change("zhou", EDIT, edits(*ALL, reason="按专业建设委员会意见"))

    assert payload["userErrors"] == []
    plan = payload["trainingPlan"]
    assert (plan["title"], plan["years"], plan["editVersion"], plan["certificatesNamed"]) == (
        "甲方案（修订）",
        4,
        2,
        ["Web前端开发"],
    )
    group = {"id": part("PlanGroup", 2), "label": "方向"}
    assert [
        (
            each["id"],
            each["position"],
            each["name"],
            each["credits"],
            each["terms"],
            each["semesterText"],
            each["group"],
        )
        for each in plan["courses"]
    ] == [
        (line(5), 1, "云计算", 4.0, ["4"], "4: 4", group),
        (line(2), 2, "网页开发", 4.5, [], "2: 4", None),
        (line(4), 3, "乙", 2.0, ["3"], None, None),
        (line(1), 4, "军事理论", 2.0, ["1"], None, None),
    ]
    assert [each["outcomes"] for each in plan["courses"]] == [
        [shown(outcome(3, 5), "能部署云服务", 1)],
        [shown(outcome(2), "能测试并调试网页", 1)],
        [],
        [],
    ]
    assert [each["id"] for each in plan["groups"]] == [group["id"]]
    assert plan["targetCertificates"] == [
        {
            "id": part("TargetCertificate", 2),
            "name": "Web前端开发",
            "level": "INTERMEDIATE",
            "levelText": "中级",
            "semesters": ["5"],
            "certificateLevel": {"id": LEVEL},
        }
    ]
    assert plan["certificatesLinks"] == [{"certificateLevel": "INTERMEDIATE", "node": {"name": "Web前端开发"}}]


def shown(node_id, text, sequence):
    return {"id": node_id, "code": node_id.partition(":")[2], "text": text, "sequence": sequence}


OF_OUTCOMES = "MATCH (o:CourseOutcome {draftOf: 'College:甲学院'}) RETURN o.text, o.sourceNote, o.sourceIds, o.sequence ORDER BY o.code"


async def test_only_an_outcome_with_other_words_rests_on_the_editor(draft_office):
    line_before = await draft_office.database.read(Statement(OF_LINE, {"id": line(2)}))
    change = {"action": "CHANGE_OUTCOME", "of": outcome(2), "outcome": {"text": "能测试网页"}}
    removed = {"action": "REMOVE_OUTCOME", "of": outcome(1)}
    added = {"action": "ADD_OUTCOME", "outcome": {"line": line(1), "text": "能守纪律"}}
    await draft_office.change("zhao", EDIT, edits(change, added))
    assert await draft_office.database.read(Statement(OF_OUTCOMES)) == [
        ["能守纪律", None, [], 1],
        ["能编写网页", "课程标准第2页", ["Source:y"], 1],
        ["能测试网页", None, [], 2],
    ]
    await draft_office.change("zhao", EDIT, edits(removed, version=2))
    await draft_office.change("zhao", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 3})
    await draft_office.change("zhao", EDIT, edits({**added, "outcome": {"line": line(2), "text": "能"}}, version=4))
    ids = "MATCH (o:CourseOutcome {text: '能'}) RETURN o.id"
    assert await draft_office.database.read(Statement(ids)) == [[outcome(4)]]
    assert await draft_office.database.read(Statement(OF_LINE, {"id": line(2)})) == line_before


OF_LINE = "MATCH (c:PlanCourse {id: $id}) RETURN properties(c)"


async def test_an_outcome_that_is_removed_leaves_its_number(draft_office):
    await draft_office.change("zhao", EDIT, edits({"action": "REMOVE_OUTCOME", "of": outcome(2)}))
    added = {"action": "ADD_OUTCOME", "outcome": {"line": line(2), "text": "能优化网页"}}
    plan = (await draft_office.change("zhao", EDIT, edits(added, version=2)))["trainingPlan"]
    assert plan["courses"][1]["outcomes"] == [shown(outcome(1), "能编写网页", 1), shown(outcome(3), "能优化网页", 2)]


async def test_a_refused_edit_of_an_outcome_names_what_it_says(draft_office):
    wrong = {"action": "CHANGE_OUTCOME", "of": outcome(1), "outcome": {"line": line(1)}}
    (error,) = (await draft_office.change("zhao", EDIT, edits(wrong)))["userErrors"]
    assert (error["argument"], error["displayName"]) == ("edits[0].outcome.line", "能编写网页")


async def test_an_edited_outcome_is_found_by_the_college_alone_until_it_is_published(draft_office):
    change = {"action": "CHANGE_OUTCOME", "of": outcome(1), "outcome": {"text": "能制作动画"}}
    await draft_office.change("zhao", EDIT, edits(change))
    query = "{ courseOutcomes { nodes { text } } }"

    async def is_found(rights):
        found = (await draft_office.ask(None, query, rights=rights)).data["courseOutcomes"]["nodes"]
        return {"text": "能制作动画"} in found

    rights = (EVERYBODY, Rights("College:甲学院"), Rights("College:乙学院"))
    assert [await is_found(each) for each in rights] == [False, True, False]
    await draft_office.change("wang", PUBLISH, {"trainingPlan": DRAFT, "expectedVersion": 2})
    assert [await is_found(each) for each in rights] == [True] * 3


async def test_the_trail_has_what_differs(draft_office):
    change = {"action": "CHANGE_LINE", "of": line(2), "line": {"hours": 64}}
    await draft_office.change("zhou", EDIT, edits(change, reason="课时不足"))

    text = (
        "MATCH (c:Change {action: 'EDIT_PLAN'})-[:CHANGED_TRAINING_PLAN]->(:TrainingPlan {id: $id}) "
        "RETURN c.editor, c.reason, c.version, c.draftOf, c.before, c.after"
    )
    ((editor, reason, version, college, before, after),) = await draft_office.database.read(
        Statement(text, {"id": DRAFT})
    )
    assert (editor, reason, version, college) == ("zhou", "课时不足", 2, "College:甲学院")
    assert json.loads(before)["lines"] == {line(2): {"hours": 56, "sourceIds": ["Source:y"]}}
    assert json.loads(after)["lines"] == {line(2): {"hours": 64, "sourceIds": []}}


async def test_an_added_line_is_found_by_its_pinyin(draft_office):
    await draft_office.change("zhao", EDIT, edits({"action": "ADD_LINE", "line": {"name": "云计算"}}))
    text = "MATCH (c:PlanCourse {name: '云计算'}) RETURN c.pinyin, c.draftOf, c.basis, c.sequence"
    assert await draft_office.database.read(Statement(text)) == [["yunjisuan yjs", "College:甲学院", "EDITORIAL", 5]]


async def test_one_refused_edit_refuses_all(draft_office):
    before = await whole_graph(draft_office.database)
    wrong = edits(
        {"action": "CHANGE_PLAN", "plan": {"years": 4}},
        {"action": "CHANGE_LINE", "of": line(2), "line": {"hours": -1}},
        {"action": "REMOVE_LINE", "of": line(9)},
        {"action": "CHANGE_LINE", "of": line(1), "line": {"group": part("PlanGroup", 1, 1)}},
    )
    payload = await draft_office.change("zhao", EDIT, wrong)

    assert (payload["trainingPlan"], payload["bookmark"]) == (None, None)
    assert [
        (each["row"], each["code"], each["argument"], each["id"], each["displayName"]) for each in payload["userErrors"]
    ] == [
        (1, "BAD_ARGUMENT", "edits[1].line.hours", line(2), "网页开发"),
        (2, "BAD_ARGUMENT", "edits[2].of", line(9), None),
        (3, "BAD_ARGUMENT", "edits[3].line.group", line(1), "军事理论"),
    ]
    assert await whole_graph(draft_office.database) == before


async def test_a_draft_that_changed_meanwhile_is_refused(draft_office):
    change = {"action": "CHANGE_PLAN", "plan": {"years": 4}}
    await draft_office.change("zhou", EDIT, edits(change))
    (error,) = (await draft_office.change("zhao", EDIT, edits(change)))["userErrors"]
    assert (error["code"], error["version"], error["changedBy"]) == ("VERSION_CONFLICT", 2, "zhou")


async def test_of_concurrent_editors_one_is_first(draft_office):
    adding = [edits({"action": "ADD_LINE", "line": {"name": f"课程{number}"}}) for number in range(4)]
    payloads = await asyncio.gather(*(draft_office.change("zhao", EDIT, each) for each in adding))
    codes = sorted(each["code"] for payload in payloads for each in payload["userErrors"])
    assert codes == ["VERSION_CONFLICT"] * 3
    assert await draft_office.count("MATCH (c:PlanCourse {version: 2}) RETURN count(c)") == 5


async def test_the_same_key_edits_once(draft_office):
    given = edits({"action": "ADD_LINE", "line": {"name": "云计算"}}, idempotencyKey="one")
    first, second = [await draft_office.change("zhao", EDIT, given) for _ in range(2)]
    assert (first.pop("bookmark"), second.pop("bookmark")) != (None, None)
    assert first == second
    assert await draft_office.count("MATCH (c:PlanCourse {version: 2}) RETURN count(c)") == 5


async def test_a_published_plan_is_refused_with_a_code_of_its_own(plan_office):
    given = {"trainingPlan": PUBLISHED, "expectedVersion": 1, "edits": [{"action": "REMOVE_LINE", "of": line(1, 1)}]}
    (error,) = (await plan_office.change("zhao", EDIT, given))["userErrors"]
    assert (error["code"], "createTrainingPlanRevision" in error["message"]) == ("PLAN_NOT_DRAFT", True)


async def test_a_draft_of_another_college_is_not_found(draft_office):
    given = edits({"action": "CHANGE_PLAN", "plan": {"years": 4}})
    for who in ("qian", "sun"):
        (error,) = (await draft_office.change(who, EDIT, given))["userErrors"]
        assert error["code"] == "NOT_FOUND"


async def test_a_removed_line_leaves_its_number_to_the_one_that_follows_the_last(draft_office):
    payload = await draft_office.change(
        "zhao", EDIT, edits({"action": "REMOVE_LINE", "of": line(1)}, {"action": "ADD_LINE", "line": {"name": "丙"}})
    )
    assert [each["id"] for each in payload["trainingPlan"]["courses"]] == [line(2), line(3), line(4), line(5)]


async def test_what_is_added_later_has_a_number_that_nothing_of_the_plan_had_before(draft_office):
    first = [
        {"action": "REMOVE_LINE", "of": line(3)},
        {"action": "REMOVE_LINE", "of": line(4)},
        {"action": "REMOVE_GROUP", "of": part("PlanGroup", 1)},
        {"action": "REMOVE_TARGET", "of": part("TargetCertificate", 1)},
    ]
    await draft_office.change("zhao", EDIT, edits(*first))
    second = [
        {"action": "ADD_LINE", "line": {"name": "丙"}},
        {"action": "ADD_GROUP", "group": {"label": "方向", "kind": "ALTERNATIVES"}},
        {"action": "ADD_TARGET", "target": {"name": "网络系统"}},
    ]
    plan = (await draft_office.change("zhao", EDIT, edits(*second, version=2)))["trainingPlan"]
    assert [[each["id"] for each in plan[field]] for field in ("courses", "groups", "targetCertificates")] == [
        [line(1), line(2), line(5)],
        [part("PlanGroup", 2)],
        [part("TargetCertificate", 2)],
    ]
