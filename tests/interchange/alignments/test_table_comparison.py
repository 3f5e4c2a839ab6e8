"""What a row of the table comes to: new, changed, unchanged, in conflict or refused, with the cell and the rule."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.carried_rationales import CarriedRationale, EarlierPlace, rationale_in
from analysis.code_words import ALIGNMENT_KINDS, ALIGNMENT_ROLES, ALIGNMENT_STATUSES
from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_ROLE, ALIGNMENT_STATUS
from interchange.alignments.known_alignments import KnownGraph
from interchange.alignments.row_problems import RULES
from interchange.alignments.row_values import stated_values
from interchange.alignments.table_columns import BY_FIELD, COLUMNS
from interchange.alignments.table_comparison import TableComparison
from interchange.alignments.table_reading import read_table
from interchange.documents.sheet_values import PlainSheet
from tests.interchange.alignments.made_tables import table_row

WORDS = Path(__file__).parents[3] / "server" / "pages" / "explorer" / "source" / "words"
TITLES = [each.title.chinese for each in COLUMNS]
OWN = ("kind", "role", "strength", "status", "basis", "rationale", "version", "author", "reviewer")
NEW = {"alignment": None, "version": None, "status": None, "role": "ASSESSES", "author": None, "basis": None}


def known(**values) -> KnownGraph:
    row = table_row(version=2, **values)
    return KnownGraph(
        alignments={row["alignment"]: {each: row[each] for each in ("course", "requirement", *OWN)}},
        subjects={row["course"]: {"courseName": row["courseName"]}},
        targets={row["requirement"]: {each: row[each] for each in ("level", "requirementCode", "requirementText")}},
        editors={row["alignment"]: "rosa"},
        taken={(row["course"], row["requirement"], row["role"] or ""): row["alignment"]},
    )


def sheet(*rows: dict, titles: list[str] | None = None) -> PlainSheet:
    return PlainSheet("对接表", [titles or TITLES, *([shown(row.get(each.field)) for each in COLUMNS] for row in rows)])


def shown(value: str | float | None) -> str | None:
    """Give a value as the reader of a workbook does."""
    return value if value is None else f"{value:.12g}" if isinstance(value, int | float) else value


def findings(*rows: dict, graph: KnownGraph | None = None):
    return list(TableComparison(graph or known()).findings(read_table([sheet(*rows)]).lines))


def finding(graph: KnownGraph | None = None, **values):
    (found,) = findings(table_row(**{"version": 2, **values}), graph=graph)
    return found


def problems(found) -> list[tuple[str, str]]:
    return [(each.field, each.rule) for each in found.problems]


@pytest.mark.parametrize("language", ["CHINESE", "ENGLISH"])
def test_the_reason_of_a_carried_row_is_unchanged_in_either_language(language):
    place = EarlierPlace("1.0", "ELEMENTARY", "1.10")
    carried = CarriedRationale(place, "Alignment:a0", "ACCEPTED", "REWORDED", 0.8, "见课程标准", "能编代码").text()
    written = rationale_in(carried, language)

    found = finding(known(rationale=carried), rationale=written)
    other = finding(known(rationale=carried), rationale=f"{written}！")

    assert (found.state, found.edited) == ("UNCHANGED", ())
    assert (other.state, other.edited) == ("CHANGED", ["rationale"])


def test_what_was_not_touched_is_unchanged():
    found = finding()

    assert (found.state, found.problems, found.change) == ("UNCHANGED", [], {})


@pytest.mark.parametrize(
    ("values", "action", "edited", "needs"),
    [
        ({"strength": 0.8}, "REVISE", ["strength"], "reviewer / dora"),
        ({"kind": "EXACT", "rationale": "新"}, "REVISE", ["kind", "rationale"], "reviewer / dora"),
        ({"kind": "NO_MATCH", "role": None, "strength": 0}, "REVISE", ["kind", "role", "strength"], "reviewer / dora"),
        ({"status": "ACCEPTED"}, "ACCEPT", ["status"], "reviewer"),
        ({"status": "REJECTED"}, "REJECT", ["status"], "reviewer"),
        ({"status": "WITHDRAWN"}, "WITHDRAW", ["status"], "reviewer / dora"),
    ],
)
def test_an_edit_is_a_change(values, action, edited, needs):
    found = finding(**values)

    assert (found.state, found.problems) == ("CHANGED", ())
    assert (found.change["action"], found.change["version"], found.edited, found.needs) == (action, 2, edited, needs)
    assert found.before == {each: table_row(version=2)[each] for each in edited}
    assert found.name == "程序设计基础 → 1.10 能编写代码"


@pytest.mark.parametrize("values", [{"strength": 0.8}, {"status": "WITHDRAWN"}])
def test_where_the_author_is_unknown_only_a_reviewer_may_edit(values):
    found = finding(known(author=None), author=None, **values)

    assert (found.state, found.needs) == ("CHANGED", "reviewer")


def test_a_new_row_is_a_proposal():
    found = finding(**NEW)

    assert (found.state, found.problems) == ("NEW", ())
    assert {each: found.change[each] for each in ("action", "subject", "target", "role")} == {
        "action": "PROPOSE",
        "subject": "Course:2025:1:1",
        "target": "SkillRequirement:9:1.0:ELEMENTARY:1.10",
        "role": "ASSESSES",
    }


def test_a_row_that_was_brought_in_before_is_unchanged():
    row = table_row()
    said = {each: row[each] for each in ("kind", "strength", "rationale")}
    graph = replace(known(), stated={row["alignment"]: said})
    again = {**NEW, "role": row["role"]}

    assert (finding(graph, **again).state, finding(graph, **again).alignment) == ("UNCHANGED", row["alignment"])
    assert finding(graph, **again, changeReason="x").state == "UNCHANGED"
    assert problems(finding(graph, **again | {"strength": 0.7})) == [("role", "taken")]


def test_a_suggestion_that_nobody_decided_on_is_left_open():
    undecided = {**NEW, "kind": None, "role": None, "strength": None, "rationale": None, "changeReason": " "}
    found = finding(**undecided)

    assert (found.state, found.problems, found.change) == ("OPEN", (), {})
    assert found.name == "程序设计基础 → 1.10 能编写代码"
    for begun in ({"kind": "MINOR"}, {"strength": 0}, {"rationale": "读过"}, {"status": "SUGGESTED"}):
        assert finding(**undecided | begun).state == "REFUSED"
    assert finding(**undecided | {"course": None}).state == "REFUSED"


# The codes of a field, their words, and where the pages have these: file and what stands before the code.
SHOWN = {
    "kind": (ALIGNMENT_KIND, ALIGNMENT_KINDS, "{}.ts", ""),
    "role": (ALIGNMENT_ROLE, ALIGNMENT_ROLES, "{}.ts", ""),
    "status": (ALIGNMENT_STATUS, ALIGNMENT_STATUSES, "reviewing.ts", "status_"),
}


@pytest.mark.parametrize("field", SHOWN)
def test_a_cell_may_hold_the_words_that_the_pages_show_in_either_language(field):
    codes, words, file, prefix = SHOWN[field]
    assert list(words) == list(codes.codes)
    for code, own in words.items():
        for language, word in zip(("en", "zh"), own, strict=True):
            assert f'{prefix}{code}: "{word}"' in (WORDS / file.format(language)).read_text(encoding="utf-8")
            (line,) = read_table([sheet(table_row(**{field: f" {word} "}))]).lines
            assert stated_values(line, None)[0][field] == code


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"alignment": "Alignment:none"}, [("alignment", "no-such-alignment")]),
        ({"version": None, "strength": 0.8}, [("version", "version-missing")]),
        ({"version": 3}, [("version", "version-ahead")]),
        ({"course": "Course:2025:1:2"}, [("course", "ends-stay")]),
        ({"courseName": "别的课程"}, [("courseName", "not-the-graphs")]),
        ({"requirementCode": "1.2"}, [("requirementCode", "not-the-graphs")]),
        ({"reviewer": "rui"}, [("reviewer", "not-the-graphs")]),
        ({"kind": "SAME"}, [("kind", "no-such-code")]),
        ({"kind": None}, [("kind", "empty")]),
        ({"strength": "viel"}, [("strength", "no-number")]),
        ({"strength": 60}, [("strength", "no-number")]),
        ({"strength": "nan"}, [("strength", "no-number")]),
        ({"strength": 0}, [("strength", "kind-and-strength")]),
        ({"role": None}, [("role", "kind-and-role")]),
        ({"role": None, "strength": None}, [("strength", "no-strength"), ("role", "kind-and-role")]),
        ({"role": None, "rationale": None}, [("rationale", "empty"), ("role", "kind-and-role")]),
        ({"kind": "NO_MATCH"}, [("role", "kind-and-role"), ("strength", "kind-and-strength")]),
        ({"rationale": None}, [("rationale", "empty")]),
        ({"rationale": "字" * 1001}, [("rationale", "too-long")]),
        ({"rationale": "a\u202eb"}, [("rationale", "unfit-character")]),
        ({"status": "ACCEPTED", "strength": 0.8}, [("status", "status-and-content")]),
        ({**NEW, "status": "ACCEPTED"}, [("status", "status-of-new")]),
        ({**NEW, "version": 1}, [("version", "version-of-new")]),
        ({**NEW, "course": None}, [("course", "no-end")]),
        ({**NEW, "requirement": "SkillRequirement:9:1.0:ELEMENTARY:9.9"}, [("requirement", "no-such-node")]),
        ({**NEW, "role": "TEACHES"}, [("role", "taken")]),
    ],
)
def test_a_wrong_row_is_refused_with_its_cell(values, expected):
    found = finding(**values)

    assert (found.state, problems(found), found.change) == ("REFUSED", expected, {})
    assert all(each.english and each.chinese for each in found.problems)


@pytest.mark.parametrize("word", ["不采纳", "未采纳", "reject", "REJECTED"])
def test_a_decision_is_read_in_the_words_of_the_button_and_of_the_state(word):
    assert finding(status=word).change["action"] == "REJECT"


def test_without_a_match_an_empty_strength_is_none():
    found = finding(**{**NEW, "kind": "无对应", "role": None, "strength": None})

    assert (found.state, found.change["kind"], found.change["strength"]) == ("NEW", "NO_MATCH", 0.0)


def test_what_is_missing_is_named_by_its_column_with_what_to_do():
    said = [finding(**{**NEW, each: None}).problems[0].chinese for each in ("strength", "rationale", "requirement")]

    assert said == [
        "“强度”列必填：大于 0、不超过 1，如 0.6；只有“无对应”可留空",
        "“理由”列必填",
        "“技能要求编号”列必填；不知道编号时，请填写“课程名称”或“技能要求”（文字）列",
    ]
    assert "再到评审页决定" in finding(status="ACCEPTED", strength=0.8).problems[0].chinese


def test_a_kind_that_is_none_is_refused_with_the_codes_and_words_that_are_read():
    (problem,) = finding(kind="部分重合").problems

    assert "MAJOR 大部分重合、MINOR " in problem.chinese
    assert all(f"{code} ({words.english})" in problem.english for code, words in ALIGNMENT_KINDS.items())
    assert re.findall("[\u4e00-\u9fff]", problem.english) == []
    assert "," not in problem.chinese


@pytest.mark.parametrize("status", ["REJECTED", "WITHDRAWN"])
def test_what_is_settled_stays(status):
    assert problems(finding(known(status=status), status=status, strength=0.8)) == [("status", "settled")]
    assert problems(finding(known(status=status), status="ACCEPTED")) == [("status", "no-such-step")]


@pytest.mark.parametrize(
    ("was", "values", "english", "chinese"),
    [
        ({"basis": "EDITORIAL"}, {"basis": "官方文件"}, "the graph says Editorial judgement", "图中为 编辑判断"),
        ({"level": "ADVANCED"}, {"level": "初级"}, "the graph says Advanced", "图中为 高级"),
        ({"status": "WITHDRAWN"}, {"status": "已采纳"}, "from “withdrawn” no", "状态“已撤回”不能"),
        ({"status": "REJECTED"}, {"status": "未采纳", "strength": 0.8}, "is “rejected” and", "状态为“未采纳”，"),
        ({}, {**NEW, "status": "已采纳"}, "a new row is “suggested”", "新增行的状态为“待定建议”"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_cells(was, values, english, chinese):
    (problem,) = finding(known(**was), **was | values).problems

    assert problem.english.startswith(english)
    assert problem.chinese.startswith(chinese)


def test_an_accepted_row_whose_content_is_edited_waits_again():
    graph = known(status="ACCEPTED", reviewer="rui")

    for status in ("ACCEPTED", "SUGGESTED"):
        found = finding(graph, status=status, reviewer="rui", strength=0.8)
        assert (found.state, found.change["action"], found.needs) == ("CHANGED", "REVISE", "reviewer")
        assert [(each.field, each.rule) for each in found.notices] == [("strength", "no-longer-accepted")]
    assert "no longer counts" in found.notices[0].english
    assert "不再计入" in found.notices[0].chinese
    # What was taken back, or waits already, loses nothing.
    assert list(finding(graph, status="WITHDRAWN", reviewer="rui").notices) == []
    assert finding(strength=0.8).notices == []


def test_an_edit_of_an_older_version_is_a_conflict_that_names_who_changed_it():
    found = finding(version=1, strength=0.8)

    assert (found.state, problems(found)) == ("CONFLICT", [("version", "changed-meanwhile")])
    assert found.problems[0].english == "rosa (1 → 2) changed it since the export"
    # What says what the graph says by now is no conflict.
    assert finding(version=1).state == "UNCHANGED"


def test_a_row_that_comes_twice_is_refused():
    first, second = findings(table_row(version=2), table_row(version=2))
    assert (first.state, problems(second)) == ("UNCHANGED", [("alignment", "row-twice")])

    first, second = findings(table_row(**NEW), table_row(**NEW))
    assert (first.state, problems(second)) == ("NEW", [("role", "pair-twice")])
    assert second.problems[0].detail == "对接表!2"


def test_a_second_row_of_one_pair_is_refused_for_what_is_the_same():
    first, second = findings(
        table_row(**NEW), table_row(**NEW | {"kind": "MINOR", "strength": 0.3, "rationale": "另一理由"})
    )

    assert (first.state, second.state) == ("NEW", "REFUSED")
    assert second.problems[0].english.startswith("对接表!2 has the same course, requirement and role")
    assert second.problems[0].chinese.startswith("对接表!2 的课程、技能要求与对接作用（或均为空）相同")


@pytest.mark.parametrize("alignment", ["Alignment:none", "Alignment:a1"])
def test_a_row_whose_alignment_is_refused_names_course_and_requirement(alignment):
    *_, refused = findings(table_row(version=2), table_row(version=2, alignment=alignment))

    assert (refused.state, refused.name) == ("REFUSED", "程序设计基础 → 1.10 能编写代码")


def test_columns_that_were_deleted_say_nothing():
    kept = ["alignment", "version", "course", "requirement", "kind", "strength"]
    row = table_row(version=2, strength=0.8)
    titles = [BY_FIELD[each].title.english for each in kept]
    cells = PlainSheet("x", [titles, [shown(row[each]) for each in kept]])
    (found,) = TableComparison(known()).findings(read_table([cells]).lines)

    assert (found.state, found.edited) == ("CHANGED", ["strength"])
    assert found.change["rationale"] == row["rationale"]


def test_untouched_rows_that_a_mutation_would_refuse_stay_unchanged():
    """Facts of the seeds keep rules of their own."""
    long = {"rationale": "字" * 2000, "role": None}

    assert finding(known(**long), **long).state == "UNCHANGED"


def test_every_rule_is_reached():
    """The tests above break each of them."""
    broken = {
        "no-such-alignment", "row-twice", "version-missing", "version-ahead", "version-of-new", "changed-meanwhile",
        "ends-stay", "not-the-graphs", "empty", "no-strength", "no-end", "no-such-code", "no-number", "no-such-node", "kind-and-role",
        "kind-and-strength", "too-long", "unfit-character", "status-and-content", "status-of-new", "no-such-step",
        "settled", "taken", "pair-twice",
        # Of the graph: test_ends_by_name.
        "no-such-name", "several-of-name", "standard-unclear",
    }  # fmt: skip
    assert set(RULES) == broken
