"""Edits of a training plan: what each does to the plan, or what is wrong with it, by its number.

Edits work on the values of nodes as they are stored, by the ids of the nodes, so that nothing of a plan is lost that an
edit does not name. What is added has a key of the caller, by which later edits of the same list speak of it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from analysis.training_plans.course_outcomes import LINE, outcomes_of_lines, with_outcomes
from analysis.training_plans.derived_values import bad_term_text, line_after, target_after
from analysis.training_plans.number_ranges import numbers_of, ranges_of
from analysis.training_plans.plan_records import PlanRecords, PlanValues

# A line of a plan is looked through by hand, and so are groups, certificates, and the outcomes of one course. Imports
# and edits keep no more.
PARTS_LARGEST = 200


class EditAction(StrEnum):
    """What an edit does."""

    CHANGE_PLAN = "CHANGE_PLAN"
    ADD_LINE = "ADD_LINE"
    CHANGE_LINE = "CHANGE_LINE"
    MOVE_LINE = "MOVE_LINE"
    REMOVE_LINE = "REMOVE_LINE"
    ADD_GROUP = "ADD_GROUP"
    CHANGE_GROUP = "CHANGE_GROUP"
    REMOVE_GROUP = "REMOVE_GROUP"
    ADD_TARGET = "ADD_TARGET"
    CHANGE_TARGET = "CHANGE_TARGET"
    REMOVE_TARGET = "REMOVE_TARGET"
    ADD_OUTCOME = "ADD_OUTCOME"
    CHANGE_OUTCOME = "CHANGE_OUTCOME"
    REMOVE_OUTCOME = "REMOVE_OUTCOME"


class PlanEdit(NamedTuple):
    """One edit. ``of`` is the id, or the key of an earlier edit, of what is changed; ``key`` names what is added.

    ``values`` are stored values by name, null to clear one; ``group`` among those of a line is an id or key, and so is
    ``line`` among those of an outcome.
    ``before`` is the line in front of which a line is put; null: at the end.
    """

    action: EditAction
    of: str | None = None
    values: PlanValues = MappingProxyType({})
    key: str | None = None
    before: str | None = None


class PlanTree(NamedTuple):
    """A plan by the ids of its nodes, in their order.

    Among the values of a line, ``group`` is the id of its group, and ``outcomes`` are the values of its outcomes.
    """

    plan: PlanValues
    lines: Mapping[str, PlanValues]
    groups: Mapping[str, PlanValues]
    targets: Mapping[str, PlanValues]


class Wrong(StrEnum):
    """What is wrong with an edit."""

    MISSING = "MISSING"
    NOT_THERE = "NOT_THERE"
    KEY_TAKEN = "KEY_TAKEN"
    TOO_MANY = "TOO_MANY"
    TOO_MANY_OUTCOMES = "TOO_MANY_OUTCOMES"
    NOT_TAKEN = "NOT_TAKEN"
    HAS_LINES = "HAS_LINES"
    NO_SUCH_OPTION = "NO_SUCH_OPTION"
    OPTION_IN_USE = "OPTION_IN_USE"
    NEEDS_CHOOSE = "NEEDS_CHOOSE"
    NEEDS_CREDITS = "NEEDS_CREDITS"
    NOT_OF_THIS_KIND = "NOT_OF_THIS_KIND"
    BAD_TERM = "BAD_TERM"


class EditProblem(NamedTuple):
    """What is wrong with the edit of this number, from 0: the field of the edit, and what stands there."""

    edit: int
    argument: str
    wrong: Wrong
    subject: str = ""


class EditedPlan(NamedTuple):
    """The plan after the edits, or problems; with problems the plan is of no use."""

    tree: PlanTree
    problems: tuple[EditProblem, ...]


def apply(tree: PlanTree, edits: Sequence[PlanEdit]) -> EditedPlan:
    """Make all edits, one after the other. What only rests on an edit with a problem is not reported."""
    desk = _Desk(tree)
    for number, edit in enumerate(edits):
        found = list(desk.problems(edit))
        desk.reported += [EditProblem(number, argument, wrong, subject) for argument, wrong, subject in found]
        if found:
            desk.lost.add(edit.key)
        else:
            desk.make(number, edit)
    own = [each for each in desk.reported if each.wrong is not Wrong.NOT_THERE or each.subject not in desk.lost]
    return EditedPlan(desk.tree(), tuple(own))


def records_of_tree(tree: PlanTree, base: PlanRecords) -> PlanRecords:
    """Give a tree as records, its groups numbered from 1; parts that no edit changes are those of ``base``."""
    numbers = {key: number for number, key in enumerate(tree.groups, 1)}
    lines = [{**each, "group": numbers.get(each.get("group") or "")} for each in tree.lines.values()]
    groups = [{**each, "number": numbers[key]} for key, each in tree.groups.items()]
    totals = [{**each, "lines": ranges_of(_places_of(each, lines))} for each in base.totals]
    return PlanRecords(tree.plan, lines, groups, totals, [*tree.targets.values()], base.outcomes, base.weeks)


def _places_of(total: PlanValues, lines: Sequence[PlanValues]) -> list[int]:
    """Give the places of the lines that a total is about.

    Those of the document it names. A line that was added is one of them where it has all lines of the document, or is
    of one module and has all of these.
    """
    numbers = {*numbers_of(total.get("lines") or ())}
    own = {each.get("module") for each in lines if _is_of_document(each) and each.get("sequence") in numbers}
    others = {each.get("module") for each in lines if _is_of_document(each) and each.get("sequence") not in numbers}
    joining = own - others if len(own) == 1 else set()

    def is_meant(line: PlanValues) -> bool:
        if _is_of_document(line):
            return line.get("sequence") in numbers
        return bool(own) and (not others or line.get("module") in joining)

    return [place for place, each in enumerate(lines, 1) if is_meant(each)]


def _is_of_document(line: PlanValues) -> bool:
    return line.get("place") is not None


_Found = Iterator[tuple[str, Wrong, str]]
_Parts = dict[str, dict[str, Any]]


class _Desk:
    """A plan while edits are made."""

    def __init__(self, tree: PlanTree) -> None:
        self.plan = dict(tree.plan)
        self.lines, self.groups, self.targets = (
            {key: dict(values) for key, values in each.items()} for each in (tree.lines, tree.groups, tree.targets)
        )
        self.outcomes = outcomes_of_lines(tree.lines)
        self._parts = {
            "LINE": self.lines,
            "GROUP": self.groups,
            "TARGET": self.targets,
            "OUTCOME": self.outcomes,
        }
        self.reported: list[EditProblem] = []
        # Keys of what could not be added.
        self.lost: set[str | None] = set()

    def tree(self) -> PlanTree:
        """Give the plan as it is now."""
        return PlanTree(self.plan, with_outcomes(self.lines, self.outcomes), self.groups, self.targets)

    # ---- what is wrong

    def problems(self, edit: PlanEdit) -> _Found:
        """Find what keeps an edit from being made."""
        verb, _, noun = edit.action.partition("_")
        parts = self._parts.get(noun)
        yield from _problems_of_shape(edit)
        if verb == "ADD":
            yield from self._problems_of_place(edit, parts)
        elif parts is not None and edit.of not in parts:
            yield from self._absent("of", edit.of)
            return
        if edit.before is not None and (edit.before not in self.lines or edit.before == edit.of):
            yield from self._absent("before", edit.before)
        if verb in _VALUED:
            yield from self._problems_of_values(edit, noun.lower(), (parts or {}).get(edit.of or "", {}))
        if edit.action is EditAction.REMOVE_GROUP and any(each.get("group") == edit.of for each in self.lines.values()):
            yield "of", Wrong.HAS_LINES, edit.of or ""

    def _problems_of_place(self, edit: PlanEdit, parts: _Parts | None) -> _Found:
        if edit.key is not None and any(edit.key in each for each in self._parts.values()):
            yield "key", Wrong.KEY_TAKEN, edit.key
        if edit.action is EditAction.ADD_OUTCOME:
            yield from self._problems_of_line(edit.values.get(LINE))
        elif parts is not None and len(parts) >= PARTS_LARGEST:
            yield "action", Wrong.TOO_MANY, str(PARTS_LARGEST)

    def _problems_of_line(self, line: str | None) -> _Found:
        """Find what keeps a line from getting one more outcome."""
        if line not in self.lines:
            yield from self._absent("outcome.line", line)
        elif sum(each[LINE] == line for each in self.outcomes.values()) >= PARTS_LARGEST:
            yield "action", Wrong.TOO_MANY_OUTCOMES, str(PARTS_LARGEST)

    def _absent(self, argument: str, name: str | None) -> _Found:
        if name is not None:
            yield argument, Wrong.NOT_THERE, name

    def _problems_of_values(self, edit: PlanEdit, field: str, now: PlanValues) -> _Found:
        given = edit.values
        for name in _REQUIRED.get(field, ()):
            if not {**now, **given}.get(name) and (name in given or not now):
                yield f"{field}.{name}", Wrong.MISSING, ""
        for name, value in given.items():
            if (bad := bad_term_text(name, value)) is not None:
                yield f"{field}.{name}", Wrong.BAD_TERM, bad
        if field == "line" and {"group", "option"} & given.keys():
            yield from self._problems_of_choice(
                line_after(now, {name: given[name] for name in _CHOICE if name in given})
            )
        if field == "group" and given.keys() & {"kind", "choose", "credits"}:
            yield from _problems_of_kind({**now, **given})
        if edit.action is EditAction.CHANGE_OUTCOME and LINE in given:
            yield f"outcome.{LINE}", Wrong.NOT_TAKEN, str(given[LINE])
        if field == "group" and "options" in given:
            yield from self._problems_of_options(edit.of, given["options"] or ())

    def _problems_of_choice(self, line: PlanValues) -> _Found:
        group, option = line.get("group"), line.get("option")
        if group is not None and group not in self.groups:
            yield from self._absent("line.group", group)
        elif option is not None and option not in (self.groups[group].get("options") or () if group else ()):
            yield "line.option", Wrong.NO_SUCH_OPTION, option

    def _problems_of_options(self, group: str | None, options: Sequence[str]) -> _Found:
        used = {str(each.get("option") or "") for each in self.lines.values() if group and each.get("group") == group}
        for option in sorted(used - {"", *options}):
            yield "group.options", Wrong.OPTION_IN_USE, option

    # ---- what is made

    def make(self, number: int, edit: PlanEdit) -> None:
        """Make an edit that has no problem."""
        verb, _, noun = edit.action.partition("_")
        if noun == "PLAN":
            self.plan.update(edit.values)
            return
        parts, key = self._parts[noun], edit.of or edit.key or new_key(number)
        before = parts.get(key, {}).get("name")
        if verb == "REMOVE":
            del parts[key]
        if edit.action is EditAction.REMOVE_LINE:
            for each in [name for name, outcome in self.outcomes.items() if outcome[LINE] == key]:
                del self.outcomes[each]
        if verb in _VALUED:
            parts[key] = _AFTER[noun](parts.get(key, {}), edit.values)
        if verb == "MOVE" or edit.before is not None:
            _put(parts, key, edit.before)
        if noun == "TARGET":
            self._name_certificate(before, parts.get(key, {}).get("name"))

    def _name_certificate(self, before: str | None, after: str | None) -> None:
        """Name a target certificate as it is called now; what else the plan names stays."""
        if before == after:
            return
        still = {each["name"] for each in self.targets.values()}
        names = [each for each in self.plan.get("certificatesNamed") or () if each != before or each in still]
        self.plan["certificatesNamed"] = list(dict.fromkeys([*names, *([after] if after else [])]))


def _put(parts: _Parts, key: str, before: str | None) -> None:
    """Put a part in front of another, or at the end; the dictionary stays the same, and its order is theirs."""
    moved = parts.pop(key)
    others = dict(parts)
    parts.clear()
    for other, values in others.items():
        if other == before:
            parts[key] = moved
        parts[other] = values
    parts.setdefault(key, moved)


def _group_after(group: PlanValues, given: PlanValues) -> dict[str, Any]:
    return {"options": [], **group, **given}


_AFTER: Mapping[str, Callable[[PlanValues, PlanValues], dict[str, Any]]] = {
    "LINE": line_after,
    "GROUP": _group_after,
    "TARGET": target_after,
    "OUTCOME": lambda outcome, given: {**outcome, **given},
}


def new_key(number: int) -> str:
    """Give the key of what an edit adds without a key of the caller."""
    return f"#{number}"


_REQUIRED = {"line": ("name",), "group": ("label", "kind"), "target": ("name",), "outcome": (LINE, "text")}
_CHOICE = ("group", "option")
# The verbs of actions that give values, name what is there, name what is added, and put a line somewhere.
_VALUED, _OF_SOMETHING, _KEYED = {"ADD", "CHANGE"}, {"CHANGE", "MOVE", "REMOVE"}, {"ADD"}
_PLACED = {EditAction.ADD_LINE, EditAction.MOVE_LINE}


def _problems_of_shape(edit: PlanEdit) -> _Found:
    """Find fields that the action does not take, or needs."""
    verb, _, noun = edit.action.partition("_")
    needs_of = verb in _OF_SOMETHING and noun != "PLAN"
    if needs_of and edit.of is None:
        yield "of", Wrong.MISSING, ""
    if not needs_of and edit.of is not None:
        yield "of", Wrong.NOT_TAKEN, edit.of
    if edit.key is not None and verb not in _KEYED:
        yield "key", Wrong.NOT_TAKEN, edit.key
    if edit.before is not None and edit.action not in _PLACED:
        yield "before", Wrong.NOT_TAKEN, edit.before
    if bool(edit.values) != (verb in _VALUED):
        yield noun.lower(), Wrong.MISSING if verb in _VALUED else Wrong.NOT_TAKEN, ""


def _problems_of_kind(group: PlanValues) -> _Found:
    """Find what does not go together in a group: options are counted, or credits."""
    kind, choose, wanted = group.get("kind"), group.get("choose"), group.get("credits")
    if kind == "CHOOSE_ONE" and choose is None:
        yield "group.choose", Wrong.NEEDS_CHOOSE, ""
    if kind == "CHOOSE_CREDITS" and wanted is None:
        yield "group.credits", Wrong.NEEDS_CREDITS, ""
    if kind == "CHOOSE_CREDITS" and choose is not None:
        yield "group.choose", Wrong.NOT_OF_THIS_KIND, str(choose)
    if kind in {"CHOOSE_ONE", "ALTERNATIVES"} and wanted is not None:
        yield "group.credits", Wrong.NOT_OF_THIS_KIND, f"{wanted:g}"
