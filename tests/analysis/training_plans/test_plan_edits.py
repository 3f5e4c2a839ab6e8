"""Edits of a training plan: what they make of it, what follows from what they give, and what is wrong with them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.training_plans.plan_edits import (
    EditAction,
    EditProblem,
    PlanEdit,
    PlanTree,
    Wrong,
    apply,
    records_of_tree,
)
from analysis.training_plans.plan_records import PlanRecords, plan_of
from graph.model.core import FEW_LIMIT

LINE = {"name": "程序设计", "isCounted": True, "credits": 3.5, "terms": ["1"], "modulePath": ["专业课"]}
GROUP = {"label": "方向", "kind": "CHOOSE_ONE", "choose": 1, "options": ["前端", "后端"]}
TREE = PlanTree(
    {"title": "甲方案", "certificatesNamed": []},
    {"L1": LINE, "L2": {"name": "数据库", "isCounted": True, "group": "G1", "option": "后端"}},
    {"G1": GROUP, "G2": {"label": "公共选修", "kind": "CHOOSE_CREDITS", "credits": 4.0, "options": []}},
    {},
)


OUTCOME = {"id": "O1", "text": "能编程", "sequence": 1}
ACHIEVED = TREE._replace(lines={**TREE.lines, "L1": {**LINE, "outcomes": [OUTCOME, {**OUTCOME, "id": "O2"}]}})


def edit(action: str, of: str | None = None, **given: Any) -> PlanEdit:
    """Make an edit; what is no field of it is a value."""
    place = {each: given.pop(each) for each in ("key", "before") if each in given}
    return PlanEdit(EditAction(action), of, given, **place)


def test_edits_of_every_kind_are_made_one_after_the_other() -> None:
    edited = apply(
        TREE,
        [
            edit("CHANGE_PLAN", years=3),
            edit("ADD_GROUP", key="g", label="任选", kind="CHOOSE_CREDITS", credits=2),
            edit(
                "ADD_LINE", key="l", before="L1", name="云计算", group="g", module="EXTENSION", courseNature="ELECTIVE"
            ),
            edit("CHANGE_LINE", "L1", weeklyHours=["1: 4.0", "2: 2.5"], assessment=["1: EXAM"], terms=["1", "2"]),
            edit("REMOVE_LINE", "L2"),
            edit("REMOVE_GROUP", "G1"),
            edit("ADD_TARGET", name="Web前端开发", level="INTERMEDIATE", semesters=["4"]),
            edit("MOVE_LINE", "l"),
        ],
    )
    assert edited.problems == ()
    assert edited.tree == PlanTree(
        {"title": "甲方案", "years": 3, "certificatesNamed": ["Web前端开发"]},
        {
            "L1": {
                **LINE,
                "terms": ["1", "2"],
                "weeklyHours": ["1: 4", "2: 2.5"],
                "semesterText": "1: 4; 2: 2.5",
                "assessment": ["1: EXAM"],
                "examination": "考试",
            },
            "l": {
                "isCounted": True,
                "name": "云计算",
                "group": "g",
                "option": None,
                "module": "EXTENSION",
                "modulePath": ["专业拓展课程"],
                "moduleText": "专业拓展课程",
                "submoduleText": None,
                "courseNature": "ELECTIVE",
                "nature": "选修",
            },
        },
        {"G2": TREE.groups["G2"], "g": {"options": [], "label": "任选", "kind": "CHOOSE_CREDITS", "credits": 2}},
        {"#6": {"name": "Web前端开发", "level": "INTERMEDIATE", "semesters": ["4"], "levelText": "中级"}},
    )
    assert [*edited.tree.lines] == ["L1", "l"]
    assert TREE.lines["L1"] == LINE


def test_outcomes_of_courses_are_added_worded_anew_and_taken_out() -> None:
    edits = [
        edit("ADD_OUTCOME", line="L1", text="能调试", key="new"),
        edit("CHANGE_OUTCOME", "O1", text="能编写程序"),
        edit("REMOVE_OUTCOME", "O2"),
        edit("ADD_LINE", key="l", name="云计算"),
        edit("ADD_OUTCOME", line="l", text="能部署"),
        edit("CHANGE_OUTCOME", "new", text="能调试程序"),
    ]
    edited = apply(ACHIEVED, edits)
    assert edited.problems == ()
    assert {key: each.get("outcomes") for key, each in edited.tree.lines.items()} == {
        "L1": [{**OUTCOME, "text": "能编写程序"}, {"text": "能调试程序"}],
        "L2": None,
        "l": [{"text": "能部署"}],
    }
    assert ACHIEVED.lines["L1"]["outcomes"] == [OUTCOME, {**OUTCOME, "id": "O2"}]


def test_the_outcomes_of_a_line_go_with_it() -> None:
    edited = apply(ACHIEVED, [edit("REMOVE_LINE", "L1"), edit("CHANGE_OUTCOME", "O1", text="能编程序")])
    assert edited.problems == (EditProblem(1, "of", Wrong.NOT_THERE, "O1"),)
    assert "L1" not in edited.tree.lines


def test_a_course_takes_as_many_outcomes_as_a_list_shows() -> None:
    edits = [edit("ADD_OUTCOME", line="L2", text=f"能{each}") for each in range(FEW_LIMIT + 1)]
    others = [edit("ADD_OUTCOME", line="L1", text="能编程")]
    assert apply(TREE, [*edits, *others]).problems == (
        EditProblem(FEW_LIMIT, "action", Wrong.TOO_MANY_OUTCOMES, str(FEW_LIMIT)),
    )


NAMED = [
    ([edit("ADD_TARGET", key="t", name="丙")], ["甲", "乙", "丙"]),
    ([edit("ADD_TARGET", key="t", name="乙")], ["甲", "乙"]),
    ([edit("ADD_TARGET", key="t", name="丙"), edit("CHANGE_TARGET", "t", name="丁")], ["甲", "乙", "丁"]),
    ([edit("ADD_TARGET", key="t", name="丙"), edit("CHANGE_TARGET", "t", level="ADVANCED")], ["甲", "乙", "丙"]),
    ([edit("ADD_TARGET", key="t", name="丙"), edit("REMOVE_TARGET", "t")], ["甲", "乙"]),
    (
        [edit("ADD_TARGET", name="丙"), edit("ADD_TARGET", key="t", name="丙"), edit("REMOVE_TARGET", "t")],
        ["甲", "乙", "丙"],
    ),
]


@pytest.mark.parametrize(("edits", "names"), NAMED)
def test_what_else_a_plan_names_stays_when_its_targets_are_edited(edits: list[PlanEdit], names: list[str]) -> None:
    tree = TREE._replace(plan={"certificatesNamed": ["甲", "乙"]})
    edited = apply(tree, edits)
    assert (edited.problems, edited.tree.plan["certificatesNamed"]) == ((), names)


def test_a_tree_is_a_plan_with_its_groups_counted_from_1() -> None:
    base = PlanRecords(TREE.plan, (), outcomes=[{"kind": "QUALITY", "text": "诚信"}])
    tree = apply(TREE, [edit("REMOVE_LINE", "L2"), edit("REMOVE_GROUP", "G1"), edit("CHANGE_LINE", "L1", group="G2")])
    plan = plan_of(records_of_tree(tree.tree, base))
    assert [(each.name, each.group, each.credits) for each in plan.lines] == [("程序设计", 1, 350)]
    assert [(each.number, each.label, each.credits) for each in plan.groups] == [(1, "公共选修", 400)]
    assert [each.text for each in plan.outcomes] == ["诚信"]


def test_a_new_line_with_the_number_of_one_that_is_gone_is_none_of_the_document() -> None:
    lines = {
        str(number): {"name": "课程", "sequence": number, "place": place, "module": module}
        for number, place, module in ((1, "p1", "CORE"), (2, "p1", "CORE"), (3, None, "EXTENSION"), (4, "p1", "COMMON"))
    }
    base = PlanRecords(TREE.plan, (), totals=[{"row": 1, "label": "小计", "lines": ["1-3"], "place": "p1"}])
    records = records_of_tree(PlanTree(TREE.plan, lines, {}, {}), base)
    assert [each["lines"] for each in records.totals] == [["1-2"]]


def test_a_gathered_line_is_read_once_when_it_is_changed() -> None:
    gathered = {"name": "程序设计", "nature": "必", "semesterText": "1: 4; 2: 2"}
    edited = apply(TREE._replace(lines={"L": gathered}), [edit("CHANGE_LINE", "L", hours=64)])
    assert edited.tree.lines["L"] == {
        **gathered,
        "isCounted": True,
        "courseNature": "REQUIRED",
        "weeklyHours": ["1: 4", "2: 2"],
        "terms": ["1", "2"],
        "hours": 64,
    }


PROBLEMS = [
    (edit("CHANGE_LINE", "L9", hours=1), "of", Wrong.NOT_THERE, "L9"),
    (edit("CHANGE_LINE", "G1", hours=1), "of", Wrong.NOT_THERE, "G1"),
    (edit("CHANGE_LINE", None, hours=1), "of", Wrong.MISSING, ""),
    (edit("CHANGE_LINE", "L1"), "line", Wrong.MISSING, ""),
    (edit("CHANGE_LINE", "L1", hours=1, key="k"), "key", Wrong.NOT_TAKEN, "k"),
    (edit("CHANGE_LINE", "L1", hours=1, before="L2"), "before", Wrong.NOT_TAKEN, "L2"),
    (edit("REMOVE_LINE", "L1", hours=1), "line", Wrong.NOT_TAKEN, ""),
    (edit("ADD_LINE", "L1", name="x"), "of", Wrong.NOT_TAKEN, "L1"),
    (edit("ADD_LINE", hours=3), "line.name", Wrong.MISSING, ""),
    (edit("CHANGE_LINE", "L1", name=""), "line.name", Wrong.MISSING, ""),
    (edit("ADD_LINE", key="L1", name="x"), "key", Wrong.KEY_TAKEN, "L1"),
    (edit("MOVE_LINE", "L1", before="L1"), "before", Wrong.NOT_THERE, "L1"),
    (edit("MOVE_LINE", "L1", before="G1"), "before", Wrong.NOT_THERE, "G1"),
    (edit("CHANGE_LINE", "L1", terms=["0"]), "line.terms", Wrong.BAD_TERM, "0"),
    (edit("CHANGE_LINE", "L1", terms=["2", "2"]), "line.terms", Wrong.BAD_TERM, "2"),
    (edit("CHANGE_LINE", "L1", weeklyHours=["1:4"]), "line.weeklyHours", Wrong.BAD_TERM, "1:4"),
    (edit("CHANGE_LINE", "L1", assessment=["1: 考试"]), "line.assessment", Wrong.BAD_TERM, "1: 考试"),
    (edit("CHANGE_LINE", "L1", group="G9"), "line.group", Wrong.NOT_THERE, "G9"),
    (edit("CHANGE_LINE", "L1", option="前端"), "line.option", Wrong.NO_SUCH_OPTION, "前端"),
    (edit("CHANGE_LINE", "L1", group="G1", option="测试"), "line.option", Wrong.NO_SUCH_OPTION, "测试"),
    (edit("REMOVE_GROUP", "G1"), "of", Wrong.HAS_LINES, "G1"),
    (edit("CHANGE_GROUP", "G1", options=["前端"]), "group.options", Wrong.OPTION_IN_USE, "后端"),
    (edit("CHANGE_GROUP", "G1", choose=None), "group.choose", Wrong.NEEDS_CHOOSE, ""),
    (edit("CHANGE_GROUP", "G1", credits=4), "group.credits", Wrong.NOT_OF_THIS_KIND, "4"),
    (edit("CHANGE_GROUP", "G2", credits=None), "group.credits", Wrong.NEEDS_CREDITS, ""),
    (edit("CHANGE_GROUP", "G2", choose=1), "group.choose", Wrong.NOT_OF_THIS_KIND, "1"),
    (edit("ADD_GROUP", kind="ALTERNATIVES"), "group.label", Wrong.MISSING, ""),
    (edit("ADD_TARGET", level="ADVANCED"), "target.name", Wrong.MISSING, ""),
    (edit("ADD_TARGET", name="x", semesters=["2S"]), "target.semesters", Wrong.BAD_TERM, "2S"),
    (edit("ADD_OUTCOME", text="能编程"), "outcome.line", Wrong.MISSING, ""),
    (edit("ADD_OUTCOME", line="L1"), "outcome.text", Wrong.MISSING, ""),
    (edit("ADD_OUTCOME", line="G1", text="能编程"), "outcome.line", Wrong.NOT_THERE, "G1"),
    (edit("CHANGE_OUTCOME", "L1", text="能编程"), "of", Wrong.NOT_THERE, "L1"),
    (edit("CHANGE_OUTCOME", "O1", text=None), "outcome.text", Wrong.MISSING, ""),
    (edit("CHANGE_OUTCOME", "O1", line="L2"), "outcome.line", Wrong.NOT_TAKEN, "L2"),
    (edit("REMOVE_OUTCOME", "O9"), "of", Wrong.NOT_THERE, "O9"),
    (edit("ADD_LINE", key="O1", name="x"), "key", Wrong.KEY_TAKEN, "O1"),
]


@pytest.mark.parametrize(("wrong", "argument", "kind", "subject"), PROBLEMS)
def test_what_is_wrong_with_an_edit_names_its_number_and_field(
    wrong: PlanEdit, argument: str, kind: Wrong, subject: str
) -> None:
    edits = [edit("CHANGE_PLAN", years=2), wrong]
    assert apply(ACHIEVED, edits).problems == (EditProblem(1, argument, kind, subject),)


def test_what_rests_on_an_edit_with_a_problem_is_not_reported_again() -> None:
    edits = [edit("ADD_GROUP", key="g", label="任选", kind="CHOOSE_ONE"), edit("CHANGE_LINE", "L1", group="g")]
    assert apply(TREE, edits).problems == (EditProblem(0, "group.choose", Wrong.NEEDS_CHOOSE, ""),)


def test_a_plan_takes_200_lines() -> None:
    edits = [edit("ADD_LINE", name="课程") for _ in range(199)]
    assert apply(TREE, edits).problems == (EditProblem(198, "action", Wrong.TOO_MANY, "200"),)


NAMES = ("a", "b", "c", "d")


@given(st.lists(st.tuples(st.sampled_from(("ADD", "MOVE", "REMOVE")), *[st.sampled_from(NAMES)] * 2)))
def test_lines_stand_as_a_list_of_their_names_would(steps: list[tuple[str, str, str]]) -> None:
    names: list[str] = []
    edits = []
    for verb, name, other in steps:
        before = other if other in names and other != name else None
        if (name in names) == (verb == "ADD"):
            continue
        if verb == "ADD":
            edits.append(edit("ADD_LINE", key=name, name=name, before=before))
        else:
            edits.append(edit(f"{verb}_LINE", name, **({"before": before} if verb == "MOVE" else {})))
            names.remove(name)
        if verb != "REMOVE":
            names.insert(names.index(before) if before else len(names), name)
    edited = apply(PlanTree({}, {}, {}, {}), edits)
    assert (edited.problems, [*edited.tree.lines]) == ((), names)
