"""A draft is published by a reviewer of its college: everybody reads it, and it never changes again."""

from tests.resolvers.editing.training_plans.plan_office import (
    DRAFT,
    EDIT,
    PUBLISH,
    PUBLISHED,
    REVISE,
    REVISION,
    edits,
    line,
    outcome,
)

SHOWN = f"""{{ node(id: "{DRAFT}") {{ ... on TrainingPlan {{ status courses {{ name }} revises {{ id }}
  changes {{ nodes {{ action editor version }} }} }} }} }}"""


async def test_a_published_draft_is_read_by_all_with_its_changes(draft_office):
    await draft_office.change("zhao", EDIT, edits({"action": "REMOVE_LINE", "of": line(1)}))
    assert (await draft_office.ask("qian", SHOWN)).data == {"node": None}

    given = {"trainingPlan": DRAFT, "expectedVersion": 2, "reason": "党委会审定"}
    payload = await draft_office.change("wang", PUBLISH, given)

    assert (payload["userErrors"], payload["trainingPlan"]["status"]) == ([], "PUBLISHED")
    assert (await draft_office.ask(None, SHOWN)).data["node"] == {
        "status": "PUBLISHED",
        "courses": [{"name": "网页开发"}, {"name": "甲"}, {"name": "乙"}],
        "revises": {"id": PUBLISHED},
        "changes": {
            "nodes": [
                {"action": "REVISE_PLAN", "editor": "zhao", "version": 1},
                {"action": "EDIT_PLAN", "editor": "zhao", "version": 2},
                {"action": "PUBLISH_PLAN", "editor": "wang", "version": 3},
            ]
        },
    }
    assert await draft_office.count("MATCH (n) WHERE n.draftOf IS NOT NULL RETURN count(n)") == 0
    shown = f'{{ node(id: "{line(2)}") {{ ... on PlanCourse {{ outcomes {{ id text }} }} }} }}'
    assert (await draft_office.ask(None, shown)).data["node"]["outcomes"] == [
        {"id": outcome(1), "text": "能编写网页"},
        {"id": outcome(2), "text": "能调试网页"},
    ]
    found = '{ search(text: "网页开发", first: 5) { node { id } } }'
    assert line(2) in str((await draft_office.ask(None, found)).data)


async def test_what_is_published_is_edited_no_more(draft_office):
    await draft_office.change("wang", PUBLISH, {"trainingPlan": DRAFT, "expectedVersion": 1})
    change = {"action": "CHANGE_PLAN", "plan": {"years": 4}}
    (error,) = (await draft_office.change("zhao", EDIT, edits(change, version=2)))["userErrors"]
    assert error["code"] == "PLAN_NOT_DRAFT"
    made = await draft_office.change("zhao", REVISE, {**REVISION, "trainingPlan": DRAFT})
    assert (made["trainingPlan"]["version"], made["trainingPlan"]["revises"]) == (3, {"id": DRAFT})


async def test_a_designer_does_not_publish(draft_office):
    answer = await draft_office.ask("zhao", PUBLISH, {"trainingPlan": DRAFT, "expectedVersion": 1})
    assert [each.original_error.code for each in answer.errors] == ["FORBIDDEN"]


async def test_what_the_reviewer_did_not_see_is_not_published(draft_office):
    await draft_office.change("zhao", EDIT, edits({"action": "REMOVE_LINE", "of": line(1)}))
    (error,) = (await draft_office.change("wang", PUBLISH, {"trainingPlan": DRAFT, "expectedVersion": 1}))["userErrors"]
    assert error["code"] == "VERSION_CONFLICT"
