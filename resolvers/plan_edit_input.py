"""Edits of a training plan as callers send them: the input objects, and their reading with the bounds of the model."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.training_plans.plan_edits import EditAction, EditProblem, PlanEdit, Wrong
from graph.errors import BadArgumentError
from graph.model import MODEL
from graph.model.core import CodeList, Property, Scalar, Text
from graph.model.value_bounds import EDITED, faults_of
from resolvers.request.declarations import Argument, InputType

EDITS_LARGEST = 200
_KEY_LARGEST = 40

_GROUP = Argument(
    name="group",
    annotation="ID | None",
    description=Text(
        "Id of the PlanGroup that it is a choice of, or the key of an earlier edit. Null: all take it.",
        "所属选修分组（PlanGroup）的 id，或之前某项修改的 key。null：全体修读。",
    ),
)
_LINE = Argument(
    name="line",
    annotation="ID | None",
    description=Text(
        "ADD_OUTCOME: id of the PlanCourse whose outcome it is, or the key of an earlier edit. It keeps its line.",
        "ADD_OUTCOME：所属课程行（PlanCourse）的 id，或之前某项修改的 key。课程目标不改换所属课程行。",
    ),
)
# What values name besides properties.
_NAMED = {"line": (_GROUP,), "outcome": (_LINE,)}


def _argument(prop: Property) -> Argument:
    name = prop.type.name if isinstance(prop.type, CodeList) else Scalar(prop.type).value
    annotation = f"list[{name}] | None" if prop.many else f"{name} | None"
    return Argument(name=prop.name, annotation=annotation, description=prop.description)


def _fields(field: str) -> dict[str, Property]:
    node, names = EDITED[field]
    return {each: MODEL.node_types[node].by_name[each] for each in names}


FIELDS = {each: _fields(each) for each in EDITED}
_OF = {
    "plan": Text("Values of the plan to be set.", "要设定的方案内容。"),
    "line": Text("Values of a line to be set.", "要设定的课程行内容。"),
    "group": Text("Values of a group to be set.", "要设定的选修分组内容。"),
    "target": Text("Values of a target certificate to be set.", "要设定的目标证书内容。"),
    "outcome": Text("Values of an outcome of a course to be set.", "要设定的课程目标内容。"),
}
_LEFT_OUT = Text("A field left out stays as it is; null clears it.", "省略的字段保持不变；null 表示清除。")

VALUE_INPUTS = tuple(
    InputType(
        name=f"{EDITED[field][0]}Values",
        description=_OF[field].plus(_LEFT_OUT.english, _LEFT_OUT.chinese),
        fields=(*map(_argument, FIELDS[field].values()), *_NAMED.get(field, ())),
    )
    for field in FIELDS
)

TRAINING_PLAN_EDIT_ACTION = CodeList(
    "TrainingPlanEditAction",
    Text("What an edit of a training plan does.", "对人才培养方案的一项修改。"),
    {
        "CHANGE_PLAN": Text("Sets values of the plan itself.", "修改方案本身的内容。"),
        "ADD_LINE": Text(
            "Adds a line, in front of `before` or at the end.", "增加一行课程，置于 `before` 之前或末尾。"
        ),
        "CHANGE_LINE": Text("Sets values of a line.", "修改一行课程。"),
        "MOVE_LINE": Text("Puts a line in front of `before`, or at the end.", "将一行移至 `before` 之前或末尾。"),
        "REMOVE_LINE": Text("Takes a line out.", "删除一行课程。"),
        "ADD_GROUP": Text("Adds a group of choices.", "增加一个选修分组。"),
        "CHANGE_GROUP": Text("Sets values of a group.", "修改一个选修分组。"),
        "REMOVE_GROUP": Text("Takes out a group that no line belongs to.", "删除一个已无课程的选修分组。"),
        "ADD_TARGET": Text("Adds a target certificate.", "增加一个目标证书。"),
        "CHANGE_TARGET": Text("Sets values of a target certificate.", "修改一个目标证书。"),
        "REMOVE_TARGET": Text("Takes a target certificate out.", "删除一个目标证书。"),
        "ADD_OUTCOME": Text("Adds an outcome to a course, as its last.", "为一门课程增加一项课程目标，排在最后。"),
        "CHANGE_OUTCOME": Text("Words an outcome of a course anew.", "修改一项课程目标的表述。"),
        "REMOVE_OUTCOME": Text("Takes an outcome of a course out.", "删除一项课程目标。"),
    },
)
EDIT_INPUT = InputType(
    name="TrainingPlanEditInput",
    description=Text(
        "One edit of a training plan. Edits are made one after the other, all or none.",
        "对人才培养方案的一项修改。各项依次执行，全部成功或全部不执行。",
    ),
    fields=(
        Argument(
            name="action",
            annotation=TRAINING_PLAN_EDIT_ACTION.name,
            description=Text("The kind of edit.", "修改的类型。"),
        ),
        Argument(
            name="of",
            annotation="ID | None",
            description=Text(
                "CHANGE, MOVE, REMOVE: id of the line, group, target certificate or outcome, or the key of an edit.",
                "CHANGE、MOVE、REMOVE：课程行、分组、目标证书或课程目标的 id，或之前某项修改的 key。",
            ),
        ),
        Argument(
            name="key",
            annotation="String | None",
            description=Text(
                "ADD: a name by which later edits of the list speak of what is added: letters, digits, `-` and `_`.",
                "ADD：供其后各项修改引用的名称，可用字母、数字、`-` 与 `_`。",
            ),
        ),
        Argument(
            name="before",
            annotation="ID | None",
            description=Text(
                "ADD_LINE, MOVE_LINE: the line in front of which it is put. Null: at the end.",
                "ADD_LINE、MOVE_LINE：置于哪一行之前。null：末尾。",
            ),
        ),
        *(
            Argument(name=field, annotation=f"{EDITED[field][0]}Values | None", description=text)
            for field, text in _OF.items()
        ),
    ),
)
# The input objects, those that others name first.
EDIT_INPUTS = (*VALUE_INPUTS, EDIT_INPUT)


def read_edits(rows: Sequence[Mapping[str, Any]]) -> tuple[list[PlanEdit], dict[int, list[BadArgumentError]]]:
    """Read the edits that a caller sent, enums as their codes; give what is out of bounds by the number of its edit.

    Raises: BadArgumentError for none, or too many.
    """
    if not 1 <= len(rows) <= EDITS_LARGEST:
        raise BadArgumentError("edits", f"1 to {EDITS_LARGEST} edits.", f"须为 1 至 {EDITS_LARGEST} 项修改。")
    errors = {number: list(_errors(number, row)) for number, row in enumerate(rows)}
    return [_edit(row) for row in rows], {number: found for number, found in errors.items() if found}


def _edit(row: Mapping[str, Any]) -> PlanEdit:
    action = EditAction(row["action"])
    field = _field_of(action)
    return PlanEdit(action, row.get("of"), _values(field, row.get(field) or {}), row.get("key"), row.get("before"))


def _field_of(action: str) -> str:
    return action.partition("_")[2].lower()


def _values(field: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Give values as they are stored: texts without blanks around them, no null in place of a list."""

    def stored(name: str, value: Any) -> Any:
        prop = FIELDS[field].get(name)
        if prop is None:
            return value
        if prop.many:
            return [_stored(each) for each in value or ()]
        return float(value) if prop.type is Scalar.FLOAT and value is not None else _stored(value)

    return {name: stored(name, value) for name, value in given.items()}


def _stored(value: Any) -> Any:
    return (value.strip() or None) if isinstance(value, str) else value


# ---- what is out of bounds


def _errors(number: int, row: Mapping[str, Any]) -> Iterator[BadArgumentError]:
    own = _field_of(row["action"])
    for field in FIELDS:
        if field != own and row.get(field) is not None:
            yield error_of(EditProblem(number, field, Wrong.NOT_TAKEN))
    key = row.get("key")
    if key is not None and not re.fullmatch(rf"[A-Za-z0-9_-]{{1,{_KEY_LARGEST}}}", key):
        en, zh = "letters, digits, `-` and `_`", "个字母、数字、`-` 或 `_`"
        yield _bad(number, "key", f"1 to {_KEY_LARGEST} {en}.", f"须为 1 至 {_KEY_LARGEST} {zh}。")
    for name, value in (row.get(own) or {}).items():
        if name in FIELDS[own]:
            for fault in faults_of(FIELDS[own][name], value):
                yield _bad(number, f"{own}.{name}", fault.english, fault.chinese)


def _bad(number: int, argument: str, en: str, zh: str) -> BadArgumentError:
    return BadArgumentError(f"edits[{number}].{argument}", en, zh)


_SAID = {
    Wrong.MISSING: Text("must be given.", "必须给出。"),
    Wrong.NOT_THERE: Text("the plan has no {0!r}.", "方案中没有 {0!r}。"),
    Wrong.KEY_TAKEN: Text("{0!r} is another's; choose another key.", "{0!r} 已被使用，请另取名称。"),
    Wrong.TOO_MANY: Text("a plan has at most {0} of them.", "一份方案最多 {0} 项。"),
    Wrong.TOO_MANY_OUTCOMES: Text("a course has at most {0} outcomes.", "一门课程最多 {0} 项课程目标。"),
    Wrong.NOT_TAKEN: Text("this action does not take it; leave it out.", "此操作不接受该字段，请省略。"),
    Wrong.HAS_LINES: Text(
        "lines belong to it; change or remove them first.", "仍有课程属于该分组，请先修改或删除这些课程。"
    ),
    Wrong.NO_SUCH_OPTION: Text("its group has no option {0!r}.", "所属分组没有选项 {0!r}。"),
    Wrong.OPTION_IN_USE: Text(
        "lines belong to the option {0!r}; keep it, or change them first.",
        "仍有课程属于选项 {0!r}，请保留该选项或先修改这些课程。",
    ),
    Wrong.NEEDS_CHOOSE: Text("CHOOSE_ONE needs how many options are chosen.", "CHOOSE_ONE 须给出所选的选项数。"),
    Wrong.NEEDS_CREDITS: Text("CHOOSE_CREDITS needs credits.", "CHOOSE_CREDITS 须给出学分。"),
    Wrong.NOT_OF_THIS_KIND: Text(
        "a group of this kind has none; leave it out or give null.", "此类分组没有该项，请省略或给出 null。"
    ),
    Wrong.BAD_TERM: Text(
        "{0!r} has another form, or names a term twice; the description of the field shows the form.",
        "{0!r} 的格式不符，或学期重复；格式见该字段的说明。",
    ),
}


def error_of(problem: EditProblem) -> BadArgumentError:
    """Give what is wrong with an edit as an error that names its number and field."""
    said = _SAID[problem.wrong]
    return _bad(
        problem.edit, problem.argument, said.english.format(problem.subject), said.chinese.format(problem.subject)
    )
